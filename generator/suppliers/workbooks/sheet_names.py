"""Sheets under a name that is nearly the template's, and copies of them: which one is read.

The names differ by capitals, blanks of any kind, width, a point, or the number that a copy gets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from ...findings import Finding
from ...findings.catalogue import SHEET_NAMED_ALIKE, SHEETS_DIFFER
from ...model import LineRef
from ..templates import (
    DECLARATION_SHEET,
    LOOK_UP_SHEET,
    MINE_SHEET,
    PRODUCT_SHEET,
    SCOPE_SHEET,
    SMELTER_SHEET,
)
from .cells import Rows, fold, text_at
from .layouts import HEADING_ROW
from .look_up import OLDER_SHEETS
from .opening import Book

_COPIED = re.compile(r"\s*(?:\(\s*\d+\s*\)|_\d+)\W*$")
"""What Excel and LibreOffice add to the name of a copied sheet."""
_SHEETS = (
    DECLARATION_SHEET, SMELTER_SHEET, PRODUCT_SHEET, LOOK_UP_SHEET, *OLDER_SHEETS, "L", "Revision",
    "Instructions",
)  # fmt: skip
_ITS_SHEETS = frozenset(
    fold(name) for name in (*_SHEETS, "Definitions", "Checker", "C", MINE_SHEET, SCOPE_SHEET)
)
_ANSWER_ROWS = (8, 9, 10, *range(17, 23), 26)
"""Rows that people fill in, in every template; others have words of the template in some of them."""
_NOTHING_ASKED = "Nothing is asked of the supplier."


def name_sheets(book: Book) -> Iterator[Finding]:
    """Tells the book under which names the template's sheets stand in it, and says where one is not its own.

    Of a sheet and its copy the sheet is read, or the copy where the sheet is empty; where both are filled and
    differ, both are named.
    """
    for sheet in _SHEETS:
        alike = _alike(book, sheet)
        if not alike or alike == [sheet]:
            continue
        filled = [name for name in alike if _is_filled(book.rows(name), sheet)]
        used = (filled or alike)[0]
        book.called[sheet] = used
        if others := [
            name for name in filled[1:] if _says(book.rows(name), sheet) != _says(book.rows(used), sheet)
        ]:
            names = " and ".join(f"'{name}'" for name in (used, *others))
            message = f"the sheets {names} are filled in and differ, and '{used}' was read"
            advice = "Ask the supplier which of them is the answer, and take the other away."
            yield Finding(SHEETS_DIFFER, message, LineRef(book.shown), advice)
        elif used != sheet and sheet in alike:
            message = f"the sheet '{sheet}' is empty, and its copy '{used}' was read"
            yield Finding(SHEET_NAMED_ALIKE, message, LineRef(book.shown), _NOTHING_ASKED)
        elif used != sheet:
            message = f"the sheet '{used}' was read as '{sheet}'"
            yield Finding(SHEET_NAMED_ALIKE, message, LineRef(book.shown), _NOTHING_ASKED)


def is_of_template(name: str) -> bool:
    """Whether the template itself has a sheet of this name: nobody is asked to rename that."""
    return fold(name) in _ITS_SHEETS


def _alike(book: Book, sheet: str) -> list[str]:
    """The sheet's own name first, then others that are no copies, then copies."""
    meant = fold(sheet)
    names = [name for name in book.sheet_names if meant in (fold(name), fold(_without_number(name)))]
    return sorted(names, key=lambda name: (name != sheet, fold(name) != meant))


def _without_number(name: str) -> str:
    return _COPIED.sub("", unicodedata.normalize("NFKC", name))


def _is_filled(rows: Rows, sheet: str) -> bool:
    """Whether a supplier has entered anything; of sheets that nobody fills in, whether they have rows."""
    if sheet == DECLARATION_SHEET:
        return any(text_at(rows, row, 4) for row in _ANSWER_ROWS)
    if sheet == SMELTER_SHEET:
        return any(any(says) for says in _says(rows, sheet))
    return bool(rows)


def _says(rows: Rows, sheet: str) -> Sequence[tuple[str, ...]]:
    """What people enter into a sheet, row by row; blank rows at the end do not count."""
    if sheet == DECLARATION_SHEET:
        return [(text_at(rows, row, 4), text_at(rows, row, 7)) for row in range(8, 140)]
    if sheet == SMELTER_SHEET:
        said = [
            tuple(text_at(rows, row, column) for column in (1, 2, 3, 4, 14, 15, 16, 17))
            for row in range(HEADING_ROW + 1, len(rows) + 1)
        ]
        while said and not any(said[-1]):
            said.pop()
        return said
    return [()]
