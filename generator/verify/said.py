"""A figure as a filed document says it, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import LineRef

_QUOTED = 45
"""Characters that a quotation gives on either side of a number."""


@dataclass(frozen=True)
class Said:
    """A figure in the text; ``key`` None: its words and its value tell none."""

    key: str | None
    value: str
    """As the data writes it where what the text says holds, such as a bound or another rounding."""
    quote: str
    where: LineRef
    is_pointing: bool = False
    """It speaks of a number that was given before, or of all: it must be one that the data has."""
    within: str | None = None
    """Key of the figure of which it is a part: it cannot be larger."""
    may_be: str | None = None
    """Key of the figure that it must be where no other sentence says that figure."""
    wrong: str = ""
    """What the document itself says against it, such as a sum; empty: nothing."""


def quote(text: str, begin: int, end: int) -> str:
    """The words around a place, whole words only."""
    first = text.rfind(" ", 0, begin - _QUOTED) + 1 if begin > _QUOTED else 0
    last = text.find(" ", end + _QUOTED)
    last = len(text) if last == -1 else last
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}"


def with_surroundings(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each match with the text back to the one before it and on to the next one."""
    found = list(pattern.finditer(text))
    for at, match in enumerate(found):
        begin = found[at - 1].end() if at else 0
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield match, text[begin : match.start()], text[match.end() : end]
