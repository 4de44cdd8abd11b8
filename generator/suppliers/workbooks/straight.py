"""The sheet ``Declaration`` as the template has it, where somebody has inserted rows or columns.

All anchors (labels of the company's block, questions) below or to the right of the insertion have moved by
the same amount. What was inserted is left out, and cells keep the address at which they stand in the file.
Where anchors have moved by different amounts, the sheet is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from ...errors import InputError
from ...files.raw_table import column_letters
from ...findings import Finding
from ...findings.catalogue import CMRT_INSERTED, CMRT_MOVED
from ...model import CellRef
from ...model.counted import counted
from ..minerals import mineral_named
from ..templates import DECLARATION_SHEET
from .cells import Moved, Rows, fold, text_at
from .layouts import Layout
from .opening import Book

_QUESTION = re.compile(r"\s*(\d)\s*[).]")
_COMPANY_QUESTION = re.compile(r"\s*([A-J])\s*[).]\s*\S")
_FARTHEST = 10
"""Rows or columns that somebody may have inserted."""
_LABELS = {
    "name": "company name", "scope": "declaration scope or class", "scope_description": "",
    "contact_name": "contact name", "contact_email": "", "contact_phone": "", "authorizer": "",
    "authorizer_email": "", "effective_date": "effective date",
}  # fmt: skip
"""Fields of the company's block whose labels are anchors, with the label in English."""
_HEADINGS = {"D": "Answer", "G": "Comments"}
_AGAIN = "Please enter the answers into an unchanged copy of the template and send it again."

Anchor = Callable[[str], bool]


def straightened(book: Book, rows: Rows, layout: Layout) -> tuple[Rows, list[Finding]]:
    """The rows without what was inserted, and notes; as they are where nothing was, or no label has a value.

    Raises InputError where anchors have moved by different amounts.
    """
    notes: list[Finding] = []
    column = _questions_column(rows, layout)
    if column is None or not layout.questions or _is_straight(rows, layout):
        return rows, notes
    moved = _columns_moved(book, rows, column, layout)
    if moved:
        rows = Moved.without_columns(rows, *moved)
        where = CellRef(book.shown, DECLARATION_SHEET, f"{column_letters(moved[0] - 1)}{layout.first_row}")
        notes.append(_note(counted(moved[1], "column"), where))
    inserted = _rows_moved(book, rows, layout)
    if inserted:
        rows = Moved.without_rows(rows, *inserted)
        where = CellRef(book.shown, DECLARATION_SHEET, f"A{inserted[0]}")
        notes.append(_note(counted(inserted[1], "row"), where))
    return rows, notes


def _is_straight(rows: Rows, layout: Layout) -> bool:
    """Whether all stands where it belongs, as far as that shows without the labels, slow to read."""
    questions = dict(_numbered(rows, 2, layout))
    at = list(layout.questions.values())[: 1 if layout.is_searched else None]
    company = () if layout.is_searched else zip("ABCDEFGHIJ", layout.company_questions.values(), strict=False)
    return (
        [questions.get(row) for row in at] == list(range(1, len(at) + 1))
        and all(_first_of(_COMPANY_QUESTION, _text(rows, row, 2)) == letter for letter, row in company)
        and all(text_at(rows, layout.first_row, ord(letter) - 64) for letter in _HEADINGS)
    )


def _note(what: str, where: CellRef) -> Finding:
    message = (
        f"{what} inserted into the sheet '{DECLARATION_SHEET}' here; the rest stands as it was, and was read"
    )
    return Finding(CMRT_INSERTED, message, where, "Nothing is asked of the supplier.")


def _questions_column(rows: Rows, layout: Layout) -> int | None:
    """The column, from 1, in which the questions stand one below the other; None: no stored labels."""
    first = list(range(1, min(3, len(layout.questions)) + 1))
    for column in range(2, 2 + _FARTHEST):
        numbers = [number for _, number in _numbered(rows, column, layout)]
        if numbers[:3] == first:
            return column
    return None


def _numbered(rows: Rows, column: int, layout: Layout) -> Iterator[tuple[int, int]]:
    for row in range(19, layout.last_row + 1 + _FARTHEST):
        if found := _QUESTION.match(_text(rows, row, column)):
            yield row, int(found[1])


def _text(rows: Rows, row: int, column: int) -> str:
    return unicodedata.normalize("NFKC", text_at(rows, row, column))


def _columns_moved(book: Book, rows: Rows, questions: int, layout: Layout) -> tuple[int, int] | None:
    """Where columns were inserted, from 1, and how many; None: nowhere."""
    row = next(row for row, _ in _numbered(rows, questions, layout))
    anchors = [(2, questions)]
    for letter, english in _HEADINGS.items():
        names = {
            fold(english),
            *book.labels.in_any_language(DECLARATION_SHEET, f"{letter}{layout.first_row}"),
        }
        at = ord(letter) - 64
        places = [c for c in range(at, at + _FARTHEST) if fold(text_at(rows, row, c)) in names]
        if places:
            anchors.append((at, places[0]))
    offsets = [there - at for at, there in anchors]
    if not any(offsets):
        return None
    first = next(number for number, offset in enumerate(offsets) if offset)
    if set(offsets[first:]) != {offsets[first]}:
        at, there = anchors[-1]
        raise _refused(book, CellRef(book.shown, DECLARATION_SHEET, f"{column_letters(there - 1)}{row}"), at)
    return anchors[first][0], offsets[first]


def _refused(book: Book, where: CellRef, column: int) -> InputError:
    message = f"the heading that stands here belongs into column {column_letters(column - 1)}"
    return InputError([Finding(CMRT_MOVED, message, where, _AGAIN)])


def _rows_moved(book: Book, rows: Rows, layout: Layout) -> tuple[int, int] | None:
    """Where rows were inserted, from 1, and how many; None: nowhere.

    Questions that have moved by different amounts are left to the check of the questions, which names one.
    """
    anchors = _anchors(book, layout)
    at = {row: there for row, fits in anchors.items() if (there := _place(rows, row, fits)) is not None}
    offsets = {row: there - row for row, there in at.items()}
    count = next((offset for offset in offsets.values() if offset), 0)
    if not count:
        return None
    ordered = sorted(offsets)
    first = next(row for row in ordered if offsets[row])
    wrong = next((row for row in ordered if row > first and offsets[row] != count), None)
    if wrong is not None and first in layout.questions.values():
        return None
    if wrong is not None:
        message = f"what stands in B{at[first]} belongs into B{first}, and other rows have not moved as far"
        where = CellRef(book.shown, DECLARATION_SHEET, f"B{at[first]}")
        raise InputError([Finding(CMRT_MOVED, message, where, _AGAIN)])
    return _first_moved_metal(book, rows, layout, first, count), count


def _first_moved_metal(book: Book, rows: Rows, layout: Layout, first: int, count: int) -> int:
    """The first row that has moved: a metal of the question above ``first``, or ``first`` itself."""
    near = layout.answer_rows + 2
    above = max((row for row in layout.questions.values() if row < first <= row + near), default=None)
    if above is None:
        return first
    for number, metal in enumerate(layout.minerals, start=1):
        texts = [text_at(rows, row, 2) for row in (above + number, above + number + count)]
        is_here, is_there = (
            mineral_named(text) == metal or book.labels.find_metal(text) == metal for text in texts
        )
        if is_there and not is_here:
            return above + number
    return first


def _place(rows: Rows, row: int, fits: Anchor) -> int | None:
    """Where an anchor stands: at its row, or not far below it; None: it is not found."""
    places = (there for there in range(row, row + _FARTHEST + 1) if fits(_text(rows, there, 2)))
    return next(places, None)


def _anchors(book: Book, layout: Layout) -> Mapping[int, Anchor]:
    """Row to what must stand in its column B. Questions that are searched for are no anchors."""
    labels: dict[int, Anchor] = {
        row: _is_label(_names(book, row, _LABELS[name]))
        for name, row in layout.company_rows.items()
        if name in _LABELS
    }
    if layout.is_searched:
        return labels
    questions = {row: _is_question(str(n)) for n, row in enumerate(layout.questions.values(), start=1)}
    letters = zip("ABCDEFGHIJ", layout.company_questions.values(), strict=False)
    return labels | questions | {row: _is_company_question(letter) for letter, row in letters}


def _names(book: Book, row: int, english: str) -> frozenset[str]:
    cells = ("B10", "B10A", "B10B", "B10C") if row == 10 else (f"B{row}",)
    names = {name for cell in cells for name in book.labels.in_any_language(DECLARATION_SHEET, cell)}
    return frozenset(names | {fold(english)}) - {""}


def _is_label(names: frozenset[str]) -> Anchor:
    return lambda text: fold(text) in names


def _is_question(number: str) -> Anchor:
    return lambda text: _first_of(_QUESTION, text) == number


def _is_company_question(letter: str) -> Anchor:
    return lambda text: _first_of(_COMPANY_QUESTION, text) == letter


def _first_of(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found[1] if found else ""
