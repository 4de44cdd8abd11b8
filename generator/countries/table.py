"""Country names: as filed, ISO 3166-1 code, and the name for readers.

pycountry knows the codes and official names. ``countries.csv`` beside this module adds the spellings
of CMRT versions and the names for readers; a file ``data/countries.csv`` of the same form, which
people edit, goes before both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pycountry

from ..errors import InputError
from ..files.csv_text import read_headed_rows
from ..files.nearest import nearest
from ..findings import Finding
from ..findings.catalogue import COUNTRY_TABLE
from ..model import UNKNOWN_COUNTRY, CellRef, Country
from ..model.folding import fold
from .likeness import CONGOS, SEVERAL, is_like_congo, telling_words
from .spellings import code_of_congo, words_of

COUNTRIES_FILE = "countries.csv"
"""People's own table, beside the folders of the years."""

HEADINGS = ("Code", "Name for readers", "Other spellings")

_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_ABBREVIATION = re.compile(r"[A-Z.]{2,6}")

_PARTS_OF_OTHERS = frozenset({"sudan", "guinea", "samoa", "niger", "ireland"})
"""Names to which an unknown abbreviation may add what makes them another country: ``Sudan (S.)``."""

_CODE_LETTERS = 3
"""A spelling of as many letters is a code, and no words: ``AND`` is Andorra."""

_OWN_TABLE = Path(__file__).with_name("countries.csv")


NamesRow = tuple[str, str, list[str]]
"""Code, name for readers, other spellings."""


@dataclass(frozen=True)
class CountryTable:
    """Spelling to ISO code, and ISO code to the name for readers."""

    code_by_spelling: Mapping[str, str]
    """Keys are folded, see ``folding.fold``."""
    names: Mapping[str, str]
    shown: str
    """People's own table, as findings name it, whether or not it is there."""

    def find(self, filed: str) -> Country | None:
        """The country that a filer writes as ``filed``; None where no table knows the spelling."""
        if fold(filed) == fold(UNKNOWN_COUNTRY):
            return Country(None, filed, UNKNOWN_COUNTRY)
        code = self.find_code(filed)
        return Country(code, filed, self.names[code]) if code else None

    def find_code(self, filed: str) -> str | None:
        """ISO 3166-1 alpha-2 code of a country by any of its spellings; None where it is not known.

        The words of a name may stand in any order, with ``the`` and dots: ``Korea (Rep. of)``. Behind a name
        may stand an abbreviation or another name in brackets: ``Tanzania (TZA)``, ``Türkiye (Turkey)``. Where
        both are countries, they must be the same one. A text with the name of a Congo is one of the two only
        where all its words say so.
        """
        code = self.code_by_spelling.get(fold(filed))
        if code or is_like_congo(filed):
            return code or code_of_congo(filed)
        code = self._code_by_words.get(words_of(filed))
        bracketed = _BRACKETED.fullmatch(filed.strip())
        if code or not bracketed or fold(filed) in SEVERAL:
            return code
        name, abbreviation = (self.code_by_spelling.get(fold(part)) for part in bracketed.groups())
        if not _ABBREVIATION.fullmatch(bracketed[2]):
            return name if name == abbreviation else None
        is_part_of_others = abbreviation is None and fold(bracketed[1]) in _PARTS_OF_OTHERS
        return name if name and abbreviation in (None, name) and not is_part_of_others else None

    def with_names(self, rows: Sequence[NamesRow]) -> CountryTable:
        """The table with these names and spellings before its own."""
        code_by_spelling, names = dict(self.code_by_spelling), dict(self.names)
        _take(iter(rows), code_by_spelling, names)
        return CountryTable(code_by_spelling, names, self.shown)

    @cached_property
    def _code_by_words(self) -> Mapping[tuple[str, ...], str | None]:
        """Words of each spelling to its code; None where the same words name two countries."""
        found: dict[tuple[str, ...], str | None] = {}
        for spelling, code in self.code_by_spelling.items():
            words = words_of(spelling) if len(spelling) > _CODE_LETTERS else (spelling,)
            found[words] = code if found.get(words, code) == code else None
        return found

    @cached_property
    def _telling(self) -> Mapping[str, str]:
        """Each spelling without the words that many countries' names have, to its code."""
        return {telling_words(spelling): code for spelling, code in self.code_by_spelling.items()}

    def nearest(self, filed: str) -> tuple[str, ...]:
        """The reader's name of the country that may be meant; every one where two states are possible."""
        bracketed = _BRACKETED.fullmatch(filed.strip())
        if bracketed and not is_like_congo(filed) and (code := self.find_code(bracketed[1])):
            return (self.names[code],)
        if codes := SEVERAL.get(telling_words(fold(filed))):
            return tuple(self.names[one] for one in codes)
        spelling = nearest(telling_words(fold(filed)), self._telling, cutoff=0.7)
        code = self._telling[spelling] if spelling else None
        if code in CONGOS or is_like_congo(filed):
            return tuple(self.names[one] for one in CONGOS)
        return (self.names[code],) if code else ()


def read_countries(path: Path, shown: str) -> CountryTable:
    """The table of countries; ``path`` (people's own table) may be missing.

    Raises InputError with every mistake in people's table.
    """
    standard = standard_countries()
    code_by_spelling, names = dict(standard.code_by_spelling), dict(standard.names)
    if path.exists():
        _take(_rows(path, shown), code_by_spelling, names)
    return CountryTable(code_by_spelling, names, shown)


def read_names(path: Path, shown: str) -> list[NamesRow]:
    """The rows of a table of this form. Raises InputError with every mistake."""
    return list(_rows(path, shown))


@cache
def standard_countries() -> CountryTable:
    """The table without what people add to it."""
    code_by_spelling, names = _iso_countries()
    _take(_rows(_OWN_TABLE, _OWN_TABLE.name), code_by_spelling, names)
    return CountryTable(code_by_spelling, names, _OWN_TABLE.name)


def _iso_countries() -> tuple[dict[str, str], dict[str, str]]:
    code_by_spelling: dict[str, str] = {}
    names: dict[str, str] = {}
    for country in pycountry.countries:
        common = getattr(country, "common_name", None)
        names[country.alpha_2] = common or country.name
        for spelling in (country.name, common, getattr(country, "official_name", None), country.alpha_3):
            if spelling:
                code_by_spelling[fold(spelling)] = country.alpha_2
    return code_by_spelling, names


def _take(rows: Iterator[NamesRow], code_by_spelling: dict[str, str], names: dict[str, str]) -> None:
    for code, name, spellings in rows:
        names[code] = name
        for spelling in (name, *spellings):
            code_by_spelling[fold(spelling)] = code


def _rows(path: Path, shown: str) -> Iterator[NamesRow]:
    """Code, name for readers, other spellings (separated by ``|`` in the file)."""
    mistakes: list[Finding] = []
    found: list[NamesRow] = []
    for number, cells in read_headed_rows(path, shown, HEADINGS, COUNTRY_TABLE):
        code, name, spellings = (*cells, "", "")[:3]
        if pycountry.countries.get(alpha_2=code) is None:
            advice = "Use the two letters of ISO 3166-1, for example KR."
            where = CellRef(shown, None, f"A{number}")
            mistakes.append(Finding(COUNTRY_TABLE, f"code '{code}' is no country code", where, advice))
        elif not name:
            where = CellRef(shown, None, f"B{number}")
            mistakes.append(Finding(COUNTRY_TABLE, f"'{code}' has no name", where, "Fill column B."))
        else:
            found.append((code, name, [s.strip() for s in spellings.split("|") if s.strip()]))
    if mistakes:
        raise InputError(mistakes)
    yield from found
