"""Dates as people write them: cells of dates, Excel's numbers, texts with digits or names of months.

``03/04/2026`` is two days, 3 April and 4 March: who reads it must ask, and never guesses.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from .cell_text import clean
from .raw_table import Cell

_SERIAL_DAYS = range(20_000, 80_000)
"""Excel's numbers of the days from 1954 to 2119."""
_EPOCH = dt.date(1899, 12, 30)

_SEPARATED = r"(?:st|nd|rd|th)?\.?[-./, ]*(?:of )?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATED}([^\W\d_]{{3,}})\.?[-./, ]*(\d{{4}}|\d{{2}})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?[-./ ]+(\d{1,2})(?:st|nd|rd|th)?[-./, ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})\s*(?:[日일]|\.)?")
_YEAR_MONTH_DAY = re.compile(r"(\d{4})[-./ ]([^\W\d_]{3,})\.?[-./ ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_TIME = re.compile(
    r"(?:T|,? )\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$"
)
"""A time of day behind the date."""
_YEARS = range(1954, 2120)
"""Another year is a slip, or of another calendar."""
_MONTHS = (
    "jan gen ene oca", "feb fev fév şub sub", "mar mär maz mrz", "apr avr abr nis", "may mai mag mayı",
    "jun juin giu haz", "jul juil lug tem", "aug aoû aou ago ağu agu", "sep set eyl",
    "oct okt out ott eki", "nov kas", "dec dez déc dic ara",
)  # fmt: skip
"""How the months' names begin in the languages of the template that write them in letters."""


def days_of(raw: Cell) -> tuple[dt.date, ...]:
    """The days that a cell may mean, month before day first: none, one, or two that cannot be told apart.

    A date, Excel's number of one, or a text such as ``31 March 2026``, ``12-Mar-2021``, ``2021/3/12`` or
    ``31.03.2026``.
    """
    if isinstance(raw, dt.datetime):
        return (raw.date(),)
    if isinstance(raw, dt.date):
        return (raw,)
    if isinstance(raw, str):
        return _days_of_text(unicodedata.normalize("NFKC", clean(raw)[0]))
    if isinstance(raw, float | int) and not isinstance(raw, bool) and int(raw) in _SERIAL_DAYS:
        return (_EPOCH + dt.timedelta(days=int(raw)),)
    return ()


def _days_of_text(text: str) -> tuple[dt.date, ...]:
    text = _TIME.sub("", text)
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_MONTH_DAY.fullmatch(text):
        return _day(int(found[1]), _month(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        year = int(found[3])
        return _day(year if year > 99 else 2000 + year, _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERS.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        return tuple(dict.fromkeys((*_day(year, first, second), *_day(year, second, first))))
    return ()


def _day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    if year not in _YEARS:
        return ()
    try:
        return (dt.date(year, month, day),)
    except ValueError:
        return ()


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
