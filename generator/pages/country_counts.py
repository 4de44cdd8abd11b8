"""Annex rows counted by the country of their facility."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..countries.likeness import is_no_name
from ..model import COVERED_COUNTRIES, Country, Disclosure, Metal, Smelter
from ..model.counted import counted
from ..prose.fact_values import FactInt, FactStr
from .table import one_line


@dataclass(frozen=True)
class CountryCount:
    """Annex rows whose facility stands in one country. ``name`` is the reader's name."""

    name: FactStr
    by_metal: tuple[FactInt, ...]
    """One number a metal of the list, in the order of ``Metal``."""
    total: FactInt
    is_covered: bool
    is_recognised: bool = True
    """Whether the name is that of a country, or says that none is known."""


def country_counts(disclosure: Disclosure) -> tuple[CountryCount, ...]:
    """Countries by falling number of annex rows, then by name; rows without a country are not among them."""
    placed = [(row.country, row) for row in disclosure.smelters if row.country]
    totals = Counter(country.name for country, _ in placed)
    cells = Counter((country.name, row.metal) for country, row in placed)
    covered = {country.name for country, _ in placed if country.code in COVERED_COUNTRIES}
    not_recognised = {
        country.name for country, _ in placed if country.code is None and not is_no_name(country.filed)
    }
    metals = metals_of(disclosure.smelters)
    return tuple(
        CountryCount(
            name=one_line(FactStr(name, f"facilities.in({name}).country")),
            by_metal=tuple(
                FactInt(cells[name, m], f"facilities.{m.name.lower()}.in({name}).total") for m in metals
            ),
            total=FactInt(total, f"facilities.in({name}).total"),
            is_covered=name in covered,
            is_recognised=name not in not_recognised,
        )
        for name, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    )


def metals_of(rows: Iterable[Smelter]) -> tuple[Metal, ...]:
    """The conflict minerals that the rows name, in the order of ``Metal``."""
    named = {row.metal for row in rows}
    return tuple(metal for metal in Metal if metal in named)


def countries_by_name(disclosure: Disclosure) -> dict[str, list[Country]]:
    """The countries behind each name of ``country_counts``; mostly one, but a table may join two."""
    found: dict[str, list[Country]] = {}
    for country in (row.country for row in disclosure.smelters if row.country):
        found.setdefault(" ".join(country.name.splitlines()), []).append(country)
    return {name: list({country.code: country for country in some}.values()) for name, some in found.items()}


def largest_and_others(
    counts: Sequence[CountryCount], shown: int
) -> tuple[Sequence[CountryCount], Sequence[CountryCount]]:
    """The first ``shown`` and the rest; a rest of one or two is among the first."""
    if len(counts) <= shown + 2:
        return counts, ()
    return counts[:shown], counts[shown:]


def named_together(others: Sequence[CountryCount]) -> str:
    """What stands for all of them, such as ``7 other countries``."""
    odd = sum(not one.is_recognised for one in others)
    label = counted(len(others) - odd, "other country", "other countries")
    return f"{label} and {counted(odd, 'name')} not recognised" if odd else label
