"""Which values of a column that no list publishes are ordinary words, whatever stands above them.

A country, a metal, a status, a yes or no, a date, a count or a short code names nobody. Nor does a column
that sorts the rows by a few words, nor one that repeats what the list publishes in the same words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ..countries.no_facility import why_no_facility
from ..countries.table import CountryTable, standard_countries
from ..countries.us_places import is_in_the_united_states
from ..files.cell_text import clean, text_of
from ..files.dates import days_of
from ..files.program import PACKAGE
from ..files.raw_table import Cell
from ..model.status_phrases import class_of_status
from .ordinary_words import COMMON
from .squeezed import squeeze, words_of

_DEFAULT_TEXTS = PACKAGE / "year" / "templates"
_TELLING_DIGITS = 7
"""So many digits may be a telephone number, or a number that an authority has given."""
_CODE = re.compile(r"CID\d{6}|[A-Z0-9./_-]{1,4}|v?\d+(?:\.\d+)+|[A-Z]{1,2}\d{1,2}[ /-]\d{2,4}")
"""An identifier of RMI, a short code, a version, a quarter of a year."""
_CELL = re.compile(r"'?[^!]*'?!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")
_PARTS = re.compile(r"\s*[,;/|&+\n]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 3
"""A sorting column has values of as many words at most."""
_FEWEST_SORTING = 3
"""With fewer values, those that look like names are taken for names: ``Gold Supply``."""
_TIMES = 3
"""In a column whose values stand so many times on average, half of them show what it is for."""
_FEWEST_REPEATED = 3
"""So many values of a column must stand in one published column before it can be called a copy."""


def cell_text(cell: Cell) -> str:
    """The text of a cell without blanks at its ends; empty where it has none."""
    return clean(text_of(cell) or "")[0]


@dataclass(frozen=True)
class Ordinary:
    """What tells ordinary words from names, for one workbook."""

    labels: frozenset[str] = frozenset()
    """Squeezed words that ``disclosure.yml`` defines: its statuses."""
    published: Sequence[frozenset[str]] = ()
    """The squeezed values of each published column that has no free text: cities, provinces and the like."""

    @classmethod
    def of(cls, labels: Iterable[str], published: Iterable[Iterable[str]] = ()) -> Ordinary:
        columns = (frozenset(filter(None, map(squeeze, column))) for column in published)
        return cls(frozenset(map(squeeze, labels)), tuple(filter(None, columns)))

    def telling(self, cells: Collection[Cell], *, are_names: bool = False) -> frozenset[str]:
        """The texts of one column that may name somebody, or tell what is internal.

        ``are_names``: its heading says that it holds names, so that all of them tell, unless almost all are
        ordinary words, as below ``Country of the supplier``.
        """
        texts = {text for cell in set(cells) if not _is_plain(cell) and (text := cell_text(cell))}
        left = {text for text in texts if not self._is_ordinary(text)}
        if are_names:
            return frozenset(texts if 10 * len(left) > len(texts) else left)
        left -= self._repeated(left)
        sorting = {text for text in left if _is_common(text)}
        is_repeated = _TIMES * len(texts) <= sum(bool(cell_text(cell)) for cell in cells)
        if (2 if is_repeated else 1.1) * len(sorting) >= len(left):
            left -= {text for text in sorting if len(sorting) >= _FEWEST_SORTING or not _is_like_a_name(text)}
        return frozenset(left)

    def _is_ordinary(self, text: str) -> bool:
        if squeeze(text) in self.labels or is_ordinary_text(text):
            return True
        parts = [part for part in _PARTS.split(text) if part]
        return len(parts) > 1 and all(squeeze(one) in self.labels or is_ordinary_text(one) for one in parts)

    def _repeated(self, texts: Collection[str]) -> frozenset[str]:
        """The values that stand in one published column, where that has most of them."""
        squeezed: Mapping[str, str] = {text: squeeze(text) for text in texts}
        for column in self.published:
            same = frozenset(text for text, form in squeezed.items() if form in column)
            if len(same) >= _FEWEST_REPEATED and 2 * len(same) >= len(texts):
                return same
        return frozenset()


@lru_cache(maxsize=1 << 14)
def is_ordinary_text(text: str) -> bool:
    """Whether a text alone is a country, a metal, a status, yes or no, a date, a count or a short code."""
    if not _WORD.search(text):
        return sum(map(str.isdigit, text)) < _TELLING_DIGITS or bool(days_of(text))
    return bool(
        _CODE.fullmatch(text)
        or _CELL.fullmatch(text)
        or days_of(text)
        or why_no_facility(text, _countries().find_code)
        or class_of_status(text)
        or is_in_the_united_states(text)
    )


def says_little(text: str) -> bool:
    """Whether a short remark is made of common words alone: ``see our website``."""
    words = _WORD.findall(text.casefold())
    return 0 < len(words) <= 2 * _MOST_WORDS and _common_words().issuperset(words)


def _is_plain(cell: Cell) -> bool:
    """Whether a cell that is no text is a count, a date, or yes and no."""
    if isinstance(cell, str):
        return not cell
    if isinstance(cell, bool | dt.date | dt.time | dt.timedelta):
        return True
    return abs(cell) < 10 ** (_TELLING_DIGITS - 1) or bool(days_of(cell)) or not float(cell).is_integer()


def _is_like_a_name(text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _is_common(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return 0 < len(words) <= _MOST_WORDS and _common_words().issuperset(words)


@cache
def _countries() -> CountryTable:
    return standard_countries()


@cache
def _common_words() -> frozenset[str]:
    """Those of the table, and of the default texts of a year."""
    templates = (path.read_text("utf-8") for path in sorted(_DEFAULT_TEXTS.rglob("*.md")))
    return COMMON | words_of(templates)
