"""Where the columns of the sheet ``Smelter List`` stand, verified by their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import InputError
from ...files.raw_table import column_letters
from ...findings import Finding
from ...findings.catalogue import CMRT_INSERTED, CMRT_MOVED
from ...model import CellRef
from ..declarations import SMELTER_COLUMNS
from ..templates import SMELTER_SHEET, Template, TemplateKind
from .cells import Rows, fold, text_at
from .layouts import HEADING_ROW, LAYOUT_2, OTHER_SMELTER_HEADINGS, Layout
from .look_up import Shared
from .opening import Book

_CONSTANT_HEADING = (18, "Standard Smelter Name")
"""Column R, whose heading is English in every language from 6.0 on."""
_FARTHEST = 9
"""Rows or columns that somebody may have inserted; one more, and the letters would be two."""
_OLDEST_FIXED = 3
"""Major version from which the columns stand where they do today."""
_BEGINNINGS = {
    "metal": "B", "smelterreferencelist": "C", "standardsmeltername": "C", "smelterlookup": "C",
    "smeltername": "D", "smelterfacilitylocationcountry": "E", "smeltercountry": "E",
    "smelterid": "F", "source": "G", "smelterstreet": "H", "smelterfacilitylocationstreet": "H",
    "smeltercity": "I", "smelterfacilitylocationcity": "I", "smelterfacilitylocationstate": "J",
    "smeltercontactname": "K", "smeltercontactemail": "L", "proposednextsteps": "M", "nameofmine": "N",
    "locationcountry": "O", "does100": "P", "comment": "Q",
}  # fmt: skip
"""How the headings of 2.x begin, folded, to the column where the value stands today."""


@dataclass(frozen=True, slots=True)
class SmelterColumns:
    """Where the rows begin, and where the columns A to Q of today stand in this workbook."""

    first_row: int
    """From 1."""
    at: tuple[int | None, ...]
    """Index from 0 of each of the columns A to Q; None where this version has no such column."""
    letters: str
    """The letter of each, for addresses; a column that is not there keeps today's."""

    @property
    def is_plain(self) -> bool:
        return self.letters == SMELTER_COLUMNS and None not in self.at


PLAIN = SmelterColumns(HEADING_ROW + 1, tuple(range(len(SMELTER_COLUMNS))), SMELTER_COLUMNS)


def smelter_columns(
    book: Book, rows: Rows, template: Template, layout: Layout, shared: Shared
) -> SmelterColumns:
    """The columns of this workbook. Raises InputError where a heading does not stand where it belongs."""
    if _is_old(template):
        return _searched(book, rows)
    usual = _usual(layout)
    headings = tuple(text_at(rows, HEADING_ROW, column) for column in range(1, _CONSTANT_HEADING[0] + 1))
    known = (layout.smelter_letters, *headings)
    if known in shared.headings:
        return usual
    if not any(headings[:6]) and _place_of(book, rows, "B", layout) is None:  # headings without stored values
        return usual
    wrong = next(
        (c for c in layout.smelter_headings if not _fits(book, c, headings[ord(c) - 65], layout)), None
    )
    has_moved = wrong is not None or _is_moved_further_right(rows)
    if layout.is_plain and has_moved and (inserted := _with_insertions(book, rows, layout)):
        return inserted
    if wrong is not None and (_has_labels(book) or not _looks_right(rows, headings)):
        raise InputError([_moved(book, rows, wrong, layout)])
    if wrong is None:
        shared.headings.add(known)
    return usual


def _is_old(template: Template) -> bool:
    """Whether it is a CMRT whose columns are looked for by their headings."""
    return template.kind is TemplateKind.CMRT and template.number[0] in range(1, _OLDEST_FIXED)


def _usual(layout: Layout) -> SmelterColumns:
    """The columns where this template has them. One that it lacks takes the letter of what says the same."""
    if layout.is_plain:
        return PLAIN
    at = tuple(None if letter == " " else ord(letter) - 65 for letter in layout.smelter_letters)
    instead = {"A": "F", "D": "C"}
    places = dict(zip(SMELTER_COLUMNS, layout.smelter_letters, strict=True))
    letters = "".join(
        places[instead[column]] if letter == " " else letter for column, letter in places.items()
    )
    return SmelterColumns(HEADING_ROW + 1, at, letters)


def insertions(book: Book, columns: SmelterColumns, template: Template, layout: Layout) -> Iterator[Finding]:
    """CF-019: rows above the headings, or columns beside them, that the template does not have."""
    if _is_old(template) or columns == _usual(layout):
        return
    sheet = book.called.get(SMELTER_SHEET, SMELTER_SHEET)
    where = CellRef(book.shown, sheet, f"{columns.letters[1]}{columns.first_row - 1}")
    message = (
        f"rows or columns were inserted into the sheet '{sheet}'; its headings stand here, and it was read"
    )
    yield Finding(CMRT_INSERTED, message, where, "Nothing is asked of the supplier.")


def _with_insertions(book: Book, rows: Rows, layout: Layout) -> SmelterColumns | None:
    """The columns where rows or columns were inserted, and all headings to the right have moved as far.

    None where a heading is missing, or where they have moved by different amounts.
    """
    for number in range(HEADING_ROW, HEADING_ROW + _FARTHEST + 1):
        found = {
            column: place
            for column in SMELTER_COLUMNS
            if (place := _heading_place(book, rows, number, column, layout))
        }
        if not layout.smelter_headings.keys() <= found.keys():
            continue
        moves: list[int] = []
        for at, column in enumerate(SMELTER_COLUMNS, start=1):
            before = moves[-1] if moves else (0 if text_at(rows, number, 1) else found["B"] - 2)
            moves.append(found[column] - at if column in found else before)
        if moves != sorted(moves) or len({0, *moves}) > 2:
            return None
        places = [at + move for at, move in enumerate(moves)]
        return SmelterColumns(number + 1, tuple(places), "".join(map(column_letters, places)))
    return None


def _heading_place(book: Book, rows: Rows, row: int, column: str, layout: Layout) -> int | None:
    """The column, from 1, where a column's heading stands in this row; None: nowhere near."""
    at = ord(column) - 64
    for there in range(at, at + _FARTHEST + 1):
        text = text_at(rows, row, there)
        if text and (
            _fits(book, column, text, layout) if column in layout.smelter_headings
            else fold(text) in book.labels.in_any_language(SMELTER_SHEET, f"{column}{HEADING_ROW}")
        ):  # fmt: skip
            return there
    return None


def _fits(book: Book, column: str, heading: str, layout: Layout) -> bool:
    folded = fold(heading)
    others = OTHER_SMELTER_HEADINGS.get(column, ()) if layout.is_plain else ()
    english = (layout.smelter_headings[column], *others)
    if folded in map(fold, english):
        return True
    return folded in book.labels.in_any_language(SMELTER_SHEET, f"{column}{HEADING_ROW}")


def _has_labels(book: Book) -> bool:
    return bool(book.labels.texts)


def _looks_right(rows: Rows, headings: tuple[str, ...]) -> bool:
    """For a workbook in another language that has lost its labels."""
    column, constant = _CONSTANT_HEADING
    return all(headings[1:6]) and text_at(rows, HEADING_ROW, column) == constant


def _is_moved_further_right(rows: Rows) -> bool:
    """Whether the constant heading stands farther right: columns behind F have moved, not those before."""
    column, constant = _CONSTANT_HEADING
    return any(
        text_at(rows, HEADING_ROW, there) == constant for there in range(column + 1, column + _FARTHEST + 1)
    )


def _moved(book: Book, rows: Rows, column: str, layout: Layout) -> Finding:
    heading = layout.smelter_headings[column]
    where = CellRef(book.shown, SMELTER_SHEET, f"{column}{HEADING_ROW}")
    there = text_at(rows, HEADING_ROW, ord(column) - 64)
    what = "the cell has another text" if there else "the cell is empty"
    message = f"the heading '{heading}' does not stand here, {what}"
    found = _place_of(book, rows, column, layout)
    advice = f"It stands in {found}: p" if found else "P"
    advice += "lease enter the answers into an unchanged copy of the template and send it again."
    return Finding(CMRT_MOVED, message, where, advice)


def _place_of(book: Book, rows: Rows, column: str, layout: Layout) -> str | None:
    for number, cells in enumerate(rows[:20], start=1):
        for at in range(len(cells)):
            if text_at(rows, number, at + 1) and _fits(book, column, text_at(rows, number, at + 1), layout):
                return f"{column_letters(at)}{number}"
    return None


def _searched(book: Book, rows: Rows) -> SmelterColumns:
    """The columns of 2.x by their English headings: some workbooks are shifted by one column."""
    for number in range(1, 11):
        cells = rows[number - 1] if number <= len(rows) else ()
        found = {_column_of(text_at(rows, number, at + 1)): at for at in reversed(range(len(cells)))}
        if "B" in found and {"C", "D"} & found.keys():
            at = tuple(found.get(column) for column in SMELTER_COLUMNS)
            letters = (
                column if place is None else column_letters(place)
                for column, place in zip(SMELTER_COLUMNS, at, strict=True)
            )
            return SmelterColumns(number + 1, at, "".join(letters))
    raise InputError([_moved(book, rows, "B", LAYOUT_2)])


def _column_of(heading: str) -> str | None:
    folded = fold(heading)
    fits = [words for words in _BEGINNINGS if folded.startswith(words)]
    return _BEGINNINGS[max(fits, key=len)] if fits else None
