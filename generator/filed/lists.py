"""Lists out of paragraphs with markers: by how far they are indented and by how their numbers follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .flow import Item, Paragraph
from .headings import Heading
from .markers import Number, follows, is_bullet, numbers

_STEP = 5.0
_CAPTION = re.compile(r"(?:table|figure)\s*\d", re.IGNORECASE)
_SHOWN_AS_FILED = frozenset({"1.", "a.", "i.", "A.", "I."})
"""Kinds of numbers that a list of HTML shows as the filer wrote them."""


@dataclass
class Entry:
    """An entry: its paragraph, then the paragraphs and lists that belong to it."""

    paragraph: Paragraph
    inside: list[Paragraph | List] = field(default_factory=list)
    number: Number | None = None


@dataclass
class List:
    """A list with bullets, or with numbers where ``number`` of its entries is set."""

    entries: list[Entry]
    indent: float

    @property
    def number(self) -> Number | None:
        return self.entries[0].number


def with_lists(items: Sequence[Item | Heading]) -> list[Item | Heading | List]:
    """The flow with its lists. A number that no other follows is no list: it stays with its paragraph."""
    found: list[Item | Heading | List] = []
    building = _Building()
    for at, item in enumerate(items):
        if isinstance(item, Paragraph) and not item.is_note:
            following = items[at + 1 :]
            if building.takes(item, following):
                continue
        found += building.finished()
        building = _Building()
        if isinstance(item, Paragraph) and not item.is_note and building.takes(item, items[at + 1 :]):
            continue
        found.append(item)
    return found + building.finished()


class _Building:
    def __init__(self) -> None:
        self._top: list[List] = []
        self._open: list[List] = []

    def takes(self, item: Paragraph, following: Sequence[Item | Heading]) -> bool:
        """True where the paragraph is now part of a list."""
        if is_bullet(item.marker):
            self._put(item, None)
            return True
        if item.marker:
            number = self._number(item, following)
            if number is not None:
                self._put(item, number)
                return True
        return self._is_continued_by(item)

    def finished(self) -> list[Item | Heading | List]:
        return list(self._top)

    def _number(self, item: Paragraph, following: Sequence[Item | Heading]) -> Number | None:
        """What the paragraph counts as in the open list, or as the first of a new one."""
        for opened in reversed(self._open):
            before = opened.entries[-1].number
            after = follows(item.marker, before) if before else None
            if after and abs(opened.indent - item.first) <= _STEP:
                return after
        for number in numbers(item.marker):
            if number.kind in _SHOWN_AS_FILED and number.depth == 1 and _is_followed(number, item, following):
                return number
        return None

    def _put(self, item: Paragraph, number: Number | None) -> None:
        while self._open and item.first < self._open[-1].indent - _STEP:
            self._open.pop()
        top = self._open[-1] if self._open else None
        entry = Entry(item, [], number)
        if top and item.first <= top.indent + _STEP:
            if _same_list(top, number):
                top.entries.append(entry)
                return
            self._open.pop()
        made = List([entry], item.first)
        if self._open:
            self._open[-1].entries[-1].inside.append(made)
        else:
            self._top.append(made)
        self._open.append(made)

    def _is_continued_by(self, item: Paragraph) -> bool:
        """True for a paragraph without marker that stands under the text of an entry."""
        if item.marker or item.align != "left" or _CAPTION.match(item.text):
            return False
        for depth in range(len(self._open) - 1, -1, -1):
            entry = self._open[depth].entries[-1]
            if entry.paragraph.indent > _STEP and item.first >= entry.paragraph.indent - _STEP:
                del self._open[depth + 1 :]
                entry.inside.append(item)
                return True
        return False


def _same_list(opened: List, number: Number | None) -> bool:
    before = opened.entries[-1].number
    if before is None or number is None:
        return before is number
    return number.kind == before.kind and number.value == before.value + 1


def _is_followed(number: Number, item: Paragraph, following: Sequence[Item | Heading]) -> bool:
    """True where the next number comes at the same indent, before the text is at the left of it again."""
    for other in following:
        if not isinstance(other, Paragraph):
            return False
        if other.marker and abs(other.first - item.first) <= _STEP and not is_bullet(other.marker):
            return follows(other.marker, number) is not None
        if other.first < item.first - _STEP or (not other.marker and other.first < item.indent - _STEP):
            return False
    return False
