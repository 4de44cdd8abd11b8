"""The finder of the annex: a search box and facets around the facility list, as ``annex.js`` expects them.

The facets of metal and status filter without scripts too, by rules of ``annex.css``, where the list is short
enough for that. All else needs the script, which also fills in the countries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import ColumnName, Disclosure, Metal, Smelter
from ..prose.facts import AllFacts, FactInt, FactStr
from . import tables
from .annex_links import status_keys
from .common_page import filled

TEMPLATE = "partials/finder.html.j2"

_ROWS_FOR_STYLES = 500
"""With more rows than these a choice without scripts takes the browser too long."""
_STATUSES_IN_STYLES = 10
"""Statuses for which ``annex.css`` has a rule."""


@dataclass(frozen=True)
class Option:
    """One value of a facet."""

    label: FactStr | str
    value: str
    """What stands in the page's address."""
    rows: FactInt
    keys: str
    """What the attribute of a row says, or several of that, separated by blanks."""
    status_class: str = ""


@dataclass(frozen=True)
class Facet:
    """A property of rows by which they can be chosen."""

    name: str
    legend: str
    options: tuple[Option, ...]
    attribute: str
    """The attribute that says which option a row has."""
    column: ColumnName
    """The column whose cells have the attribute."""


@dataclass(frozen=True)
class Context:
    """What the template of the finder uses."""

    table: Markup
    facets: tuple[Facet, ...]
    """Facets that are always open."""
    more: tuple[Facet, ...]
    """Facets that open on demand, and need the script. One without options is filled in from the rows."""
    columns: tuple[ColumnName, ...]
    total: FactInt
    by_style: bool
    """Whether the open facets filter without scripts."""


def with_finder(table: str, disclosure: Disclosure, facts: AllFacts) -> str:
    """``table`` inside the finder; a list without rows as it is."""
    rows, columns = disclosure.smelters, disclosure.facts.annex.columns
    if not rows:
        return table
    context = Context(
        table=Markup(table),
        facets=(_metals(facts), _statuses(facts)),
        more=(_countries(columns), *(facet for facet in _more(rows, facts) if len(facet.options) > 1)),
        columns=columns,
        total=facts.facilities.total,
        by_style=len(rows) <= _ROWS_FOR_STYLES and len(facts.statuses) <= _STATUSES_IN_STYLES,
    )
    return filled(TEMPLATE, context)


def recycled_key(row: Smelter) -> str:
    """How a row and the page's address say whether a facility takes recycled or scrap feed only."""
    return {True: "yes", False: "no", None: ""}[row.recycled]


def _metals(facts: AllFacts) -> Facet:
    options = (
        Option(metal.value, metal.lower(), facts.facilities.of_metal(metal).total, metal.lower())
        for metal in Metal
    )
    return Facet("metal", "Metal", tuple(options), "data-metal", "metal")


def _statuses(facts: AllFacts) -> Facet:
    keys = status_keys([str(status.label) for status in facts.statuses])
    options = (
        Option(
            s.label or "",
            keys[str(s.label)],
            s.facilities.total,
            str(number),
            tables.css_slug(s.status_class),
        )
        for number, s in enumerate(facts.statuses)
    )
    return Facet("status", "Status", tuple(options), "data-status", "status")


def country_column(columns: Sequence[ColumnName]) -> ColumnName:
    """The column that names countries as readers know them, as far as there is a choice."""
    return "country" if "country" in columns else "country_as_filed"


def _countries(columns: Sequence[ColumnName]) -> Facet:
    return Facet("country", "Country", (), "data-country", country_column(columns))


def _more(rows: Sequence[Smelter], facts: AllFacts) -> Iterator[Facet]:
    lists = tuple(_lists(facts))
    if any(" " in option.keys for option in lists):  # else a choice of status is the same
        yield Facet("list", "List that decides", lists, "data-status", "status")
    yield Facet("recycled", "Recycled or scrap", tuple(_recycled(rows)), "data-recycled", "name")
    yield Facet("changed", "Year of the status", tuple(_years(rows)), "data-changed", "name")


def _lists(facts: AllFacts) -> Iterator[Option]:
    names = dict.fromkeys(str(s.list_name) for s in facts.statuses if s.list_name)
    slugs = status_keys(list(names))
    for name in names:
        of_list = [n for n, status in enumerate(facts.statuses) if status.list_name == name]
        total = sum(facts.statuses[n].facilities.total for n in of_list)
        label = facts.statuses[of_list[0]].list_name or ""
        yield Option(label, slugs[name], FactInt(total, "computed"), " ".join(map(str, of_list)))


def _recycled(rows: Sequence[Smelter]) -> Iterator[Option]:
    for label, value, key in (("Yes", "yes", "yes"), ("No", "no", "no"), ("Unknown", "unknown", "")):
        if number := sum(recycled_key(row) == key for row in rows):
            yield Option(label, value, FactInt(number, "computed"), key)


def _years(rows: Sequence[Smelter]) -> Iterator[Option]:
    years = [row.status_as_of.year for row in rows if row.status_as_of]
    for year in sorted(set(years), reverse=True):
        yield Option(str(year), str(year), FactInt(years.count(year), "computed"), str(year))
