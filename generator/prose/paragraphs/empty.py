"""What an empty paragraph leaves behind in a section, and what goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..marks import EMPTY

_LINE = re.compile(rf"[ \t]*(?:(?:[-*+]|\w{{1,3}}[.)])[ \t]+)?{EMPTY}[{EMPTY} \t]*(?:\n|\Z)")
"""A line, or an item of a list, in which nothing else stands."""
_HEADING = re.compile(r"(#{1,6})[ \t]")
_FENCE = re.compile(r"[ \t]*(```|~~~)")


def without_empty(text: str) -> str:
    """The text without what empty paragraphs leave behind."""
    if EMPTY not in text:
        return text
    kept, behind = [], 0
    for start, end in left_behind(text):
        kept.append(text[behind:start])
        behind = end
    return "".join([*kept, text[behind:]]).replace(EMPTY, "")


def left_behind(text: str) -> Iterator[tuple[int, int]]:
    """From where to where stands what no reader needs, in order.

    That is a line with empty paragraphs alone, with one blank line around it, and a heading below which
    nothing else stands. The title of the section stays.
    """
    lines = text.splitlines(keepends=True)
    dropped = {number for number, line in enumerate(lines) if _LINE.fullmatch(line)}
    dropped |= set(_bare_headings(lines, dropped))
    start, was_blank = 0, True
    for number, line in enumerate(lines):
        is_blank = not line.strip()
        if number in dropped or (is_blank and was_blank and number - 1 in dropped):
            yield start, start + len(line)
            dropped.add(number)
        else:
            was_blank = is_blank
        start += len(line)


def _bare_headings(lines: list[str], dropped: set[int]) -> Iterator[int]:
    """Headings below which, up to the next of their level or a higher one, empty paragraphs stand alone."""
    levels = dict(_levels(lines))
    gone = set(dropped)
    for number in sorted(levels, reverse=True):
        if levels[number] == 1:
            continue
        ends = (other for other in sorted(levels) if other > number and levels[other] <= levels[number])
        below = range(number + 1, next(ends, len(lines)))
        is_bare = all(one in gone or not lines[one].strip() for one in below)
        if is_bare and any(one in gone for one in below):
            gone.add(number)
            yield number


def _levels(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Line and level of each heading that stands in no block of code."""
    is_code = False
    for number, line in enumerate(lines):
        is_code ^= bool(_FENCE.match(line))
        if not is_code and (found := _HEADING.match(line)):
            yield number, len(found[1])
