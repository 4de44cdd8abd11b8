"""Cells of a supplier's workbook as clean text, dates and addresses."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

from ...files.cell_text import clean
from ...files.dates import days_of
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
    raw = cell_at(rows, row, ord(column) - ord("A") + 1)
    return Stated(text_of_raw(raw), raw, CellRef(file, sheet, f"{column}{row}"))


def date_of_raw(raw: Raw) -> dt.date | None:
    """A date, Excel's number of one, or a text such as ``12-Mar-2021`` or ``2021/3/12``.

    None where it is no date, or where day and month cannot be told apart.
    """
    days = days_of(raw)
    return days[0] if len(days) == 1 else None
