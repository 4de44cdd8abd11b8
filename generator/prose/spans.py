"""Marks carried through Markdown to elements, so that a tree or a page knows where each value comes from.

Marks pass through Markdown with a number in place of their source, in characters that no Markdown rule and no
address knows; behind Markdown they become elements.
"""

from __future__ import annotations

import html as html_text
import re
from collections.abc import Callable, Mapping, Sequence

from .marks import BEGIN, END, MIDDLE, without_marks

_DIGITS = str.maketrans("0123456789", "".join(chr(0xF0010 + digit) for digit in range(10)))
_FIGURES = {ord(sign): str(digit) for digit, sign in enumerate("0123456789".translate(_DIGITS))}
_OPENING = re.compile(f"{BEGIN}([^{MIDDLE}]*){MIDDLE}")
_MARKED = re.compile(f"{BEGIN}([^{MIDDLE}]*){MIDDLE}([^{BEGIN}{END}]*){END}")
_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_ROW_NAME = re.compile(r'(<tr role="row" id="([^"]*)">.*?<th scope="row"[^>]*>)(.*?)(</th>)', re.DOTALL)


def numbered(marked: str) -> tuple[str, tuple[str, ...]]:
    """Markdown whose marks have numbers for their sources, and the sources by number."""
    paths: dict[str, str] = {}

    def with_number(found: re.Match[str]) -> str:
        number = paths.setdefault(html_text.unescape(found[1]), str(len(paths)))
        return f"{BEGIN}{number.translate(_DIGITS)}{MIDDLE}"

    text = _OPENING.sub(with_number, marked)
    return text, tuple(paths)


def with_elements(html: str, sources: Sequence[str], element: Callable[[str, str], str]) -> str:
    """The HTML of such Markdown; ``element`` takes the source and the HTML of each value, outside of tags."""
    pieces = _TAG.split(html)
    pieces[::2] = [
        _MARKED.sub(lambda found: element(sources[int(found[1].translate(_FIGURES))], found[2]), text)
        for text in pieces[::2]
    ]
    return without_marks("".join(pieces))


def with_row_elements(insert: str, rows: Mapping[str, str], element: Callable[[str, str], str]) -> str:
    """The HTML of a facility list, the name of each facility in an element. ``rows``: address to cell."""
    if not rows:
        return insert
    return _ROW_NAME.sub(lambda row: f"{row[1]}{element(rows[row[2]], row[3])}{row[4]}", insert)
