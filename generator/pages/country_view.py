"""The table of bars by country: the largest first, then all others together, and each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Country, Disclosure
from ..prose.facts import AllFacts
from ..prose.wording.wording import wording_of
from .annex_links import AnnexLinks
from .chart_values import Line, Part, View
from .chart_views import headings_of, line_of
from .country_counts import (
    CountryCount,
    countries_by_name,
    country_counts,
    largest_and_others,
    metals_of,
    named_together,
)
from .status_counts import status_counts
from .status_looks import NONE, Look, look_of, looks_of
from .tables.words import WORDING, rest_label

LARGEST = 10
"""Countries that are shown first; a rest of one or two is shown as well."""


@dataclass(frozen=True)
class _Columns:
    """What a country's rows are told apart by: the statuses, or the metals where the list has none."""

    names: tuple[str, ...]
    looks: tuple[Look | None, ...]
    counts: Counter[tuple[str | None, str]]
    """By the country's name, None for rows without one, and by the column's."""

    def parts(self, countries: Iterable[str | None]) -> tuple[Part, ...]:
        """The rows of these countries together."""
        some = list(countries)
        return tuple(
            Part(name, look, sum(self.counts[country, name] for country in some))
            for name, look in zip(self.names, self.looks, strict=True)
        )


def by_country(disclosure: Disclosure, facts: AllFacts, links: AnnexLinks) -> View | None:
    """A line for each country; None where the list gives none."""
    found = country_counts(disclosure)
    if not found:
        return None
    words, columns = wording_of(facts.wording).words, _columns(disclosure, facts)
    largest, others = largest_and_others(found, LARGEST)
    rest, without = columns.parts(str(one.name) for one in others), columns.parts([None])
    scale = max(_sum(some) for some in (columns.parts([str(found[0].name)]), rest, without))
    behind = countries_by_name(disclosure)

    def line(one: CountryCount, kind: str = "") -> Line:
        href = links.countries(behind[str(one.name)])
        made = _line(str(one.name), columns.parts([str(one.name)]), scale, href)
        tag = words(WORDING, "covered-country") if one.is_covered else ""
        tag = tag if one.is_recognised else words(WORDING, "name-not-recognised")
        return replace(made, tag=tag, kind=kind)

    lines = [line(one) for one in largest]
    if others:
        href = links.countries(country for one in others for country in behind[str(one.name)])
        lines.append(replace(_line(named_together(others), rest, scale, href), kind="rest"))
        lines += [line(one, "more") for one in others]
    if _sum(without):
        lines.append(_line(words(WORDING, "no-country"), without, scale))
    every = columns.parts([*(str(one.name) for one in found), None])
    return View(
        key="country",
        word=words(WORDING, "country"),
        caption=words(WORDING, "countries"),
        of_what="of each country",
        headings=headings_of(every),
        total=words(WORDING, "total"),
        lines=tuple(lines),
        totals=_line(words(WORDING, "all-facilities" if _sum(without) else "all-countries"), every, 0),
    )


def _columns(disclosure: Disclosure, facts: AllFacts) -> _Columns:
    """The statuses and what has none of them, where any row has one; else the metals."""
    rows = [(_one_line(row.country) if row.country else None, row) for row in disclosure.smelters]
    if not status_counts(facts).from_list:
        metals = metals_of(disclosure.smelters)
        counts = Counter((country, row.metal.value) for country, row in rows)
        return _Columns(tuple(metal.value for metal in metals), (None,) * len(metals), counts)
    looks, rest = looks_of(facts), rest_label(facts)
    labels = [row.status.label if row.status and row.status.label in looks else rest for _, row in rows]
    names = [*looks, *([rest] if rest in labels and rest not in looks else [])]
    counts = Counter((country, label) for (country, _), label in zip(rows, labels, strict=True))
    return _Columns(tuple(names), tuple(looks.get(name) or look_of(NONE) for name in names), counts)


def _line(label: str, parts: Sequence[Part], scale: int, href: str = "") -> Line:
    return line_of(label, parts, _sum(parts), scale, href=href)


def _sum(parts: Iterable[Part]) -> int:
    return sum(part.count or 0 for part in parts)


def _one_line(country: Country) -> str:
    return " ".join(country.name.splitlines())
