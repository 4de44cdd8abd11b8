"""Which mineral each answer is about: what the label beside it says, and not the row in which it stands.

In EMRT 2.x and AMRT the labels are formulas over the cells in which minerals are chosen. A file without
stored values has lost them: there they are worked out again, in the order of the template's formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model import Mineral
from ..declarations import Stated
from ..minerals import mineral_named, mineral_of, without_mark
from ..templates import DECLARATION_SHEET
from .cells import Rows, fold, stated_at, text_at
from .layouts import Layout
from .opening import Book
from .other_layouts import OTHER_CHOICE

_DELETED = re.compile(r"\(\s*delete\b.*\)", re.IGNORECASE)
"""``(Delete Cobalt)``: the template's words for a mineral that was taken away."""
_UNUSED = ("", "0", "0.0")
_LABELS = 2
"""Column B."""


@dataclass(frozen=True)
class MineralRows:
    """The minerals of a declaration, and of each of its rows."""

    of_row: Mapping[int, Mineral | None]
    """Row to mineral; None: the row is not in use."""
    rows_below: int
    choices: tuple[Stated, ...] = ()
    """Chosen minerals, each with its name as text."""
    unnamed: tuple[Stated, ...] = ()
    """Blank cells for the name of another mineral that was chosen."""

    def below(self, heading: int) -> Iterator[tuple[int, Mineral | None]]:
        """The rows of a question with their minerals."""
        rows = range(heading + 1, heading + 1 + self.rows_below)
        return ((row, self.of_row.get(row)) for row in rows)

    @property
    def minerals(self) -> tuple[Mineral, ...]:
        """Each that a row has, then those that were chosen and have none, in order."""
        found = dict.fromkeys(mineral for mineral in self.of_row.values() if mineral is not None)
        return tuple(found | dict.fromkeys(mineral_of(one.text) for one in self.choices))


def mineral_rows(book: Book, rows: Rows, layout: Layout) -> MineralRows:
    """The minerals of this workbook."""
    headings = [*layout.questions.values()]
    headings += [row for question, row in layout.company_questions.items() if question in layout.by_mineral]
    places = [(heading + at, at) for heading in headings for at in range(1, layout.answer_rows + 1)]
    if not layout.is_chosen:
        of_row = {row: _labelled(rows, row, layout.minerals[at - 1], layout) for row, at in places}
        return MineralRows(of_row, layout.answer_rows)
    choices, unnamed = _choices(book, rows, layout)
    labels = {row: _label(rows, row) for row, _ in places}
    if not any(labels.values()):
        computed = _in_order(choices)
        named = {row: computed[at - 1] if at <= len(computed) else None for row, at in places}
        return MineralRows(named, layout.answer_rows, choices, unnamed)
    first = {at: labels[row] for row, at in places if row - at == layout.first_row}
    chosen = {row: _named(labels[row] or first.get(at, "")) for row, at in places}
    return MineralRows(chosen, layout.answer_rows, choices, unnamed)


def _labelled(rows: Rows, row: int, usual: Mineral, layout: Layout) -> Mineral:
    """The mineral of a row that has one: by its label, where that names one of the template's."""
    text = text_at(rows, row, _LABELS)
    said = mineral_named(text) if text and text != usual else None
    return said if said in layout.minerals and said is not None else usual


def _label(rows: Rows, row: int) -> str:
    text = without_mark(text_at(rows, row, _LABELS))
    return "" if text in _UNUSED else text


def _named(label: str) -> Mineral | None:
    return mineral_of(label) if label else None


def _choices(book: Book, rows: Rows, layout: Layout) -> tuple[tuple[Stated, ...], tuple[Stated, ...]]:
    """The minerals that were chosen, in the order of their cells, and blank cells for the name of another."""
    sheet = book.called.get(DECLARATION_SHEET, DECLARATION_SHEET)
    found: list[Stated] = []
    unnamed: list[Stated] = []
    for number, cell in enumerate(layout.choices):
        stated = stated_at(rows, book.shown, sheet, int(cell[1:]), cell[0])
        if layout.own_names and fold(stated.text) in (fold(OTHER_CHOICE), "other"):
            name = layout.own_names[number]
            stated = stated_at(rows, book.shown, sheet, int(name[1:]), name[0])
            unnamed += [] if stated.text not in _UNUSED else [stated]
        if stated.text not in _UNUSED and not _DELETED.fullmatch(stated.text):
            found.append(stated)
    return tuple(found), tuple(unnamed)


def _in_order(choices: tuple[Stated, ...]) -> list[Mineral]:
    """The minerals as the template's formulas sort them; none where the order is the machine's to say."""
    names = {fold(one.text): one.text for one in reversed(choices)}
    if not all(name.isascii() for name in names.values()):
        return []
    return [mineral_of(name) for name in sorted(names.values(), key=str.casefold)]
