"""Cells of a supplier's workbook as clean text, dates and addresses."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from ...files.cell_text import clean
from ...model import CellRef
from ..declarations import Raw, Stated

Rows = Sequence[Sequence[Raw]]
"""A sheet from its first cell on: the index of a row is its number less one."""

_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})
_SERIAL_DAYS = range(20_000, 80_000)
"""Excel's numbers of the days from 1954 to 2119."""
_EPOCH = dt.date(1899, 12, 30)

_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ]+([^\W\d_]{3,})\.?[-./, ]+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?[-./ ]+(\d{1,2})(?:st|nd|rd|th)?[-./, ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})\s*[日일]?")
_NUMBERS = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_MONTHS = (
    "jan gen ene oca", "feb fev fév şub sub", "mar mär maz mrz", "apr avr abr nis", "may mai mag mayı",
    "jun juin giu haz", "jul juil lug tem", "aug aoû aou ago ağu agu", "sep set eyl",
    "oct okt out ott eki", "nov kas", "dec dez déc dic ara",
)  # fmt: skip
"""How the months' names begin in the languages of the template that write them in letters."""


def text_of_raw(raw: Raw) -> str:
    """A value as clean text: ``12.0`` is ``12``, a date is year-month-day, an Excel error is empty."""
    if isinstance(raw, str):
        text = clean(raw)[0]
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
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return _EPOCH + dt.timedelta(days=int(raw)) if int(raw) in _SERIAL_DAYS else None
    return _date_of_text(unicodedata.normalize("NFKC", clean(raw)[0])) if isinstance(raw, str) else None


def _date_of_text(text: str) -> dt.date | None:
    if found := _YEAR_FIRST.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERS.fullmatch(text):
        first, second, year = map(int, found.groups())
        if first == second or second > 12:
            return _day(year, first, second)
        return _day(year, second, first) if first > 12 else None
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12; 0 where no language has the name. The longest beginning decides: ``juin`` is not ``jun``."""
    folded = name.casefold()
    fits = [
        (len(part), number)
        for number, parts in enumerate(_MONTHS, start=1)
        for part in parts.split()
        if folded.startswith(part)
    ]
    return max(fits)[1] if fits else 0
