"""Cells of a supplier's workbook as clean text, dates and addresses."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ...files.cell_text import clean
from ...files.dates import days_of
from ...files.raw_table import column_letters
from ...model import CellRef
from ..declarations import Raw, Stated

Rows = Sequence[Sequence[Raw]]
"""A sheet from its first cell on: the index of a row is its number less one."""

_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


def text_of_raw(raw: Raw) -> str:
    """A value as clean text: ``12.0`` is ``12``, a date is year-month-day, an Excel error is empty.

    Templates hold the letters ``_x000D_`` that stood for a line break before some program wrote them as text.
    """
    if isinstance(raw, str):
        text = clean(raw.replace("_x000D_", " ") if "_x" in raw else raw)[0]
        return "" if text in _ERRORS else text
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float | int):
        return str(int(raw)) if float(raw).is_integer() else str(raw)
    if isinstance(raw, dt.datetime):
        return raw.date().isoformat() if raw.time() == dt.time() else raw.isoformat(" ")
    return raw.isoformat() if isinstance(raw, dt.date | dt.time) else str(raw)


class Moved(list[Sequence[Raw]]):
    """A sheet without the rows and columns that somebody inserted, which knows where its cells stand."""

    inserted_rows: tuple[int, int] = (0, 0)
    """The first one, from 1, and how many."""
    inserted_columns: tuple[int, int] = (0, 0)

    @classmethod
    def without_rows(cls, rows: Rows, first: int, count: int) -> Moved:
        made = cls([*rows[: first - 1], *rows[first - 1 + count :]])
        made.inserted_rows = (first, count)
        made.inserted_columns = rows.inserted_columns if isinstance(rows, Moved) else (0, 0)
        return made

    @classmethod
    def without_columns(cls, rows: Rows, first: int, count: int) -> Moved:
        made = cls([[*cells[: first - 1], *cells[first - 1 + count :]] for cells in rows])
        made.inserted_columns = (first, count)
        return made

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Where a cell of the template stands in the file, both from 1."""
        (first_row, rows), (first_column, columns) = self.inserted_rows, self.inserted_columns
        return row + (rows if row >= first_row else 0), column + (columns if column >= first_column else 0)


@lru_cache(maxsize=1 << 13)
def fold(text: str) -> str:
    """Letters and digits alone, without regard to case and width: for comparing labels and options."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def cell_at(rows: Rows, row: int, column: int) -> Raw:
    """A cell by its number of row and column, both from 1; empty beyond the sheet's used part."""
    if row > len(rows):
        return ""
    cells = rows[row - 1]
    return cells[column - 1] if column <= len(cells) else ""


def text_at(rows: Rows, row: int, column: int) -> str:
    return text_of_raw(cell_at(rows, row, column))


def stated_at(rows: Rows, file: str, sheet: str, row: int, column: str) -> Stated:
    """The cell of a column A to Z, with its address."""
    number = ord(column) - ord("A") + 1
    raw = cell_at(rows, row, number)
    if isinstance(rows, Moved):
        row, number = rows.place(row, number)
    return Stated(text_of_raw(raw), raw, CellRef(file, sheet, f"{column_letters(number - 1)}{row}"))


def date_of_raw(raw: Raw) -> dt.date | None:
    """A date, Excel's number of one, or a text such as ``12-Mar-2021`` or ``2021/3/12``.

    None where it is no date, or where day and month cannot be told apart.
    """
    days = days_of(raw)
    return days[0] if len(days) == 1 else None
