"""The annex of 2021, grown by invented rows, and which of its rows a search must show first."""

from __future__ import annotations

import csv
import itertools
import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from generator.model import Smelter
from generator.pipeline import Year, load

YEAR = 2021
SCREEN = 10
"""Rows of the list that count as its first screen."""

_SYLLABLES = (
    "al", "an", "ar", "bel", "bor", "ca", "cor", "da", "den", "dor", "el", "en", "fa", "fer", "gal",
    "gro", "ha", "hel", "il", "in", "jar", "ka", "kel", "kor", "la", "lin", "lo", "lum", "ma", "mar",
    "mel", "mo", "na", "nor", "o", "or", "pa", "per", "pol", "qua", "ra", "rem", "ro", "sa", "sel", "sha",
    "ta", "ten", "ter", "tor", "u", "ul", "va", "ver", "vol", "wa", "xin", "ya", "yun", "za", "zen", "né",
    "mün", "ñor", "łod",
)  # fmt: skip
_WORKS = (
    "Refinery", "Metals", "Smelting", "Precious Metals", "Nonferrous Metals", "Mineral Processing",
    "Recycling", "Metallurgical Works", "Alloys", "Chemical Industries", "Resources", "Rare Metals",
    "Powder Works",
)  # fmt: skip
_FORMS = ("Co., Ltd.", "Inc.", "S.A.", "GmbH", "Ltda.", "Corporation", "LLC", "S.p.A.", "Pty Ltd", "JSC")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of the list shows, column by column."""

    metal: str
    name: str
    country_as_filed: str
    country: str
    status: str
    code: str = ""
    """ISO 3166-1 alpha-2 code of the country, which no column shows; empty where there is none."""


def filed_rows(repo: Path) -> list[Smelter]:
    """The rows of the filing, as the site reads them."""
    (year,) = load(repo / "data", YEAR)
    if not isinstance(year, Year):
        raise SystemExit("\n".join(["data/2021 has errors:", *map(str, year.findings)]))
    return list(year.disclosure.smelters)


def grown(filed: Sequence[Smelter], size: int) -> list[Row]:
    """``size`` rows: all of ``filed`` and invented ones, by metal and name. Same input, same rows.

    An invented row has metal, country and status of a filed one, so that their shares stay. Where none is
    invented, the rows stay in the order of the filing.
    """
    rows = [_row(smelter) for smelter in filed]
    if size <= len(rows):
        return rows[:size]
    chance = random.Random(YEAR)
    names = _names(chance, {row.name for row in rows})
    for name in itertools.islice(names, size - len(rows)):
        like = _row(chance.choice(filed))
        rows.append(replace(like, name=name))
    return sorted(rows, key=lambda row: (row.metal, folded(row.name), row.name))


def _row(smelter: Smelter) -> Row:
    metal, country, status = smelter.metal.value, smelter.country, smelter.status.label
    return Row(metal, smelter.name, country.filed, country.name, status, country.code or "")


def _names(chance: random.Random, taken: set[str]) -> Iterator[str]:
    while True:
        place = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))).capitalize()
        name = f"{place} {chance.choice(_WORKS)} {chance.choice(_FORMS)}"
        if name not in taken:
            taken.add(name)
            yield name


def write_list(path: Path, rows: Iterable[Row]) -> None:
    """``smelters.csv`` as the site reads it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Metal", "Smelter Name", "Smelter Country", "Status"))
        writer.writerows((row.metal, row.name, row.country_as_filed, row.status) for row in rows)


def folded(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


Search = Callable[[Row, str], bool]


def _in_names(row: Row, query: str) -> bool:
    return any(query in text.lower() for text in (row.name, row.country_as_filed, row.country))


def _in_folded_names_and_code(row: Row, query: str) -> bool:
    return any(query in folded(text) for text in (row.name, row.country_as_filed, row.country, row.code))


def _in_any_column(row: Row, query: str) -> bool:
    return any(query in text.lower() for text in astuple(row)[:5])


def _begins_a_word(row: Row, query: str) -> bool:
    words = re.findall(r"[^\W_]+", folded(" ".join(astuple(row)[:5])))
    return any(word.startswith(query) for word in words)


SEARCHES: tuple[Search, ...] = (_in_names, _in_folded_names_and_code, _in_any_column)
"""What the libraries take for a hit: with or without accents, in all columns or in names and countries."""
BY_WORDS: tuple[Search, ...] = (_begins_a_word,)
"""What the annex takes for one."""


def first_screen(rows: Sequence[Row], query: str, searches: Sequence[Search] = SEARCHES) -> list[Row] | None:
    """The rows that a search for ``query`` shows first; None where the searches rightly differ."""
    screens = [_first(rows, query, search) for search in searches]
    return screens[0] if all(screen == screens[0] for screen in screens) else None


def _first(rows: Sequence[Row], query: str, search: Search) -> list[Row]:
    return list(itertools.islice((row for row in rows if search(row, query)), SCREEN))
