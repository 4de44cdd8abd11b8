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

_OF = r"(?:of |de |del |di |d['’])?"
_SEPARATED = rf"(?:st|nd|rd|th|er|°|o(?= ))?\.?[-./, ]*{_OF}"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATED}([^\W\d_]{{3,}})\.?[-./, ]*{_OF}(\d{{4}}|['’]?\d{{2}})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?[-./ ]+(\d{1,2})(?:st|nd|rd|th)?[-./, ]+(\d{4}|['’]?\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})\s*(?:[日일]|\.)?")
_YEAR_MONTH_DAY = re.compile(r"(\d{4})[-./ ]([^\W\d_]{3,})\.?[-./ ](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})\.?")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_EIGHT_DIGITS_YEAR_LAST = re.compile(r"(\d{2})(\d{2})(\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_TIME = re.compile(
    r"(?:T|,? )\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$"
)
"""A time of day behind the date."""
_YEARS = range(1954, 2120)
"""Another year is a slip, or of another calendar."""
_MONTHS = (
    "january januar janvier janeiro enero gennaio ocak januari",
    "february februar fevrier fevereiro febrero febbraio subat februari",
    "march marz mrz mars marco marzo mart maart",
    "april avril abril aprile nisan",
    "may mai maio mayo maggio mayis mei maj",
    "june juni juin junho junio giugno haziran",
    "july juli juillet julho julio luglio temmuz",
    "august aout agosto agustos augustus augusti",
    "september septembre setembro septiembre setiembre settembre eylul",
    "october oktober octobre outubro octubre ottobre ekim",
    "november novembre novembro noviembre kasim",
    "december dezember decembre dezembro diciembre dicembre aralik",
)
"""The months' names without accents, in the languages of the template that write them in letters, and in
Dutch and Swedish."""
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\b[.,]*\s*",
    re.IGNORECASE,
)
"""A day of the week before the date."""


def days_of(raw: Cell) -> tuple[dt.date, ...]:
    """The days that a cell may mean, month before day first: none, one, or two that cannot be told apart.

    A date, Excel's number of one, or a text such as ``31 March 2026``, ``12-Mar-21``, ``12/31/24``,
    ``20210312``, ``2021/3/12``, ``31 de marzo de 2026`` or ``31.03.2026``.
    """
    if isinstance(raw, dt.datetime):
        return (raw.date(),)
    if isinstance(raw, dt.date):
        return (raw,)
    if isinstance(raw, str):
        return _days_of_text(unicodedata.normalize("NFKC", clean(raw)[0]))
    if isinstance(raw, float | int) and not isinstance(raw, bool) and float(raw).is_integer():
        return _days_of_digits(str(int(raw)))
    return _days_of_digits(str(raw)) if isinstance(raw, float) else ()


def _days_of_text(text: str) -> tuple[dt.date, ...]:
    text = _WEEKDAY.sub("", _TIME.sub("", text), count=1) if text[:1].isalpha() else _TIME.sub("", text)
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_MONTH_DAY.fullmatch(text):
        return _day(int(found[1]), _month(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _day(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(_year(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERS.fullmatch(text):
        return _days_of_numbers(found[1], found[3], found[4])
    return _days_of_digits(text)


def _days_of_numbers(first: str, second: str, last: str) -> tuple[dt.date, ...]:
    """The readings of three numbers with the year last: month before day, and day before month.

    ``31/12/24`` ends with its year. ``24/12/31`` may begin with it: the other reading is a later day, which a
    date that somebody wrote down hardly is, so both are given.
    """
    year, one, two = _year(last), int(first), int(second)
    days = [*_day(year, one, two), *_day(year, two, one)]
    if len(last) == 2 and 12 < one < int(last):
        days += _day(_year(first), two, int(last))
    return tuple(dict.fromkeys(days))


def _days_of_digits(text: str) -> tuple[dt.date, ...]:
    """Excel's number of a day, or a date in eight digits."""
    if found := _SERIAL.fullmatch(text):
        number = int(found[1])
        return (_EPOCH + dt.timedelta(days=number),) if number in _SERIAL_DAYS else ()
    found = _EIGHT_DIGITS.fullmatch(text)
    days = _day(int(found[1]), int(found[2]), int(found[3])) if found else ()
    if not days and (found := _EIGHT_DIGITS_YEAR_LAST.fullmatch(text)):
        return _days_of_numbers(found[1], found[2], found[3])
    return days


def _year(digits: str) -> int:
    """``2024``, also of ``24`` and ``'24``."""
    year = int(digits.lstrip("'’"))
    return year if year > 99 else 2000 + year


def _day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    if year not in _YEARS:
        return ()
    try:
        return (dt.date(year, month, day),)
    except ValueError:
        return ()


def _month(name: str) -> int:
    """1 to 12 by the month's name or its beginning; 0 where no language has it, or ``jui`` may be two."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("ı", "i")
    fits = {
        number for number, names in enumerate(_MONTHS, 1) for one in names.split() if one.startswith(plain)
    }
    return fits.pop() if len(fits) == 1 else 0
