"""Markers before paragraphs: bullets, and numbers and letters with the order in which they follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .flow import Paragraph
from .runs import Run, tidy

BULLETS = frozenset("•·▪●○◦‣⁃∙■□►▶➢✓✔❖§–—-*o¡")
_ALWAYS_BULLETS = BULLETS - frozenset("§–—-*o¡")
"""Those that are a bullet even where they touch what follows."""
_NUMBERED = re.compile(r"(\(?)(\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxlIVXL]{2,6})([.):]|\.\))")
_ROMAN = re.compile(r"(?=.)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Number:
    """A marker that counts. ``kind`` tells the signs and the brackets: ``1.``, ``(a)``, ``I.``."""

    kind: str
    value: int
    depth: int = 1
    """How many numbers it joins: 2 for ``4.1.``"""


def is_marker(text: str) -> bool:
    return text in BULLETS or bool(_NUMBERED.fullmatch(text))


def is_bullet(marker: str) -> bool:
    return marker in BULLETS


def numbers(marker: str) -> tuple[Number, ...]:
    """What the marker may count as, the likelier first: ``i.`` is 1 among Roman numbers, 9 among letters."""
    found = _NUMBERED.fullmatch(marker)
    if not found:
        return ()
    around, sign = (found[1], found[3]), found[2]
    if sign[0].isdecimal():
        parts = sign.split(".")
        return (Number(_kind(around, "1"), int(parts[-1]), len(parts)),)
    capital = sign.isupper()
    is_roman = bool(_ROMAN.fullmatch(sign))
    as_roman = Number(_kind(around, "I" if capital else "i"), _roman_value(sign.lower()) if is_roman else 0)
    if len(sign) > 1:
        return (as_roman,) if is_roman else ()
    as_letter = Number(_kind(around, "A" if capital else "a"), ord(sign.lower()) - ord("a") + 1)
    if not is_roman:
        return (as_letter,)
    return (as_roman, as_letter) if as_roman.value == 1 else (as_letter, as_roman)


def _kind(around: tuple[str, str], sign: str) -> str:
    return f"{around[0]}{sign}{around[1]}"


def _roman_value(sign: str) -> int:
    values = [_VALUES[letter] for letter in sign]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def follows(marker: str, before: Number) -> Number | None:
    """The marker as the next after ``before``; None where it is not."""
    return next((n for n in numbers(marker) if n == replace(before, value=before.value + 1)), None)


def with_marker(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its marker apart from its text, where it begins with one."""
    if paragraph.marker or not paragraph.runs:
        return paragraph
    text = paragraph.text
    found = _NUMBERED.match(text)
    is_apart = False
    if text[0] in BULLETS and len(text) > 1:
        end = 1
        is_apart = text[0] in _ALWAYS_BULLETS
    elif found and len(text) > found.end():
        end = found.end()
    else:
        return paragraph
    is_apart = is_apart or text[end].isspace() or _ends_run(paragraph.runs, end)
    if not is_apart or paragraph.runs[0].raised:
        return paragraph
    if text[0] in "*§" and not paragraph.indent > paragraph.first:
        return paragraph  # a footnote, a paragraph of a law
    return replace(paragraph, marker=text[:end], runs=tidy(_after(paragraph.runs, end)))


def _ends_run(runs: Sequence[Run], end: int) -> bool:
    return len(runs[0].text) == end and len(runs) > 1


def _after(runs: Sequence[Run], count: int) -> list[Run]:
    found = []
    for run in runs:
        found.append(replace(run, text=run.text[count:]))
        count = max(0, count - len(run.text))
    return found
