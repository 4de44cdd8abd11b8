"""The finder of the annex: a search box and facets around the facility lists, as ``annex.js`` expects them.

The facets of metal and status filter without scripts too, by rules of ``annex.css``, where the lists are
short enough for that. All else needs the script. Only what the lists give can be asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from ..model import BOLD, UNMARKED, Disclosure, Metal, Mineral, OwnColumn, Smelter
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts
from .annex_columns import AnnexColumns, no_status
from .annex_links import status_keys
from .common_page import filled
from .row_keys import RowKeys, lists_differ, slug, unseen_headings

TEMPLATE = "partials/finder.html.j2"

_ROWS_FOR_STYLES = 500
"""With more rows than these a choice without scripts takes the browser too long."""
_STATUSES_IN_STYLES = 10
"""Statuses for which ``annex.css`` has a rule."""
_TAKEN = frozenset(
    {"find", "sort", "hide", "metal", "status", "country", "list", "recycled", "changed", "part"}
)
"""What the address of a page says of other things than own columns."""
_COLUMNS_OF_ALL = 5
"""With more columns than these a reader may leave some out."""
_LONG = 8
"""A facet with more options than these has a box in which one looks for them."""
_NO_STATUS = "Without a status"
"""Its slug stands in addresses of the page, whatever the filer calls it."""
_SIGNS = {BOLD: "in bold letters", UNMARKED: ""}
"""What is said of a sign that is none."""


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
    sign: FactStr | str = ""
    """The sign for it in the list; empty: none."""


@dataclass(frozen=True)
class Facet:
    """A property of rows by which they can be chosen."""

    name: str
    legend: FactStr | str
    options: tuple[Option, ...]
    attribute: str
    """The attribute that says which option a row has."""
    cell: int
    """The place of the cells that have the attribute, from 0."""
    needs_script: bool = True
    is_long: bool = False
    """Whether it has so many options that one looks for them by a word, and those without rows go away."""


@dataclass(frozen=True)
class Context:
    """What the template of the finder uses."""

    tables: Markup
    hint: str
    """What can be typed into the search box."""
    facets: tuple[Facet, ...]
    """Facets that are always open."""
    more: tuple[Facet, ...]
    """Facets that open on demand, and need the script."""
    sorts: tuple[tuple[str, str], ...]
    """Column and heading of each column by which rows can be sorted."""
    details: tuple[tuple[str, str], ...]
    """What a row's cells say beside what they show: name of the attribute and its heading."""
    is_wide: bool
    """Whether there are so many columns that one chooses among them."""
    files: tuple[tuple[str, str], ...]
    """Kind and address of the data files, of which a script saves the rows that are found."""
    total: FactInt
    by_style: bool
    """Whether open facets filter without scripts."""


def with_finder(
    tables: str, disclosure: Disclosure, facts: AllFacts, columns: AnnexColumns, keys: RowKeys
) -> str:
    """The lists inside the finder; as they are where they have no rows."""
    rows = disclosure.all_rows
    if not rows:
        return tables
    makers = _Facets(disclosure, facts, columns, keys)
    context = Context(
        tables=Markup(tables),
        hint=_hint(disclosure, columns),
        facets=tuple(makers.open()),
        more=tuple(makers.more()),
        sorts=tuple((name, columns.headings[name]) for name in columns.names),
        details=tuple(unseen_headings(disclosure, columns)),
        is_wide=len(columns.names) > _COLUMNS_OF_ALL,
        files=tuple(
            (kind, f"../documents/{disclosure.file_name(f'smelters-{disclosure.year}.{kind}')}")
            for kind in ("csv", "json")
        ),
        total=makers.counted(len(rows), "facilities.total"),
        by_style=len(rows) <= _ROWS_FOR_STYLES
        and len(keys.statuses) <= _STATUSES_IN_STYLES
        and all(isinstance(row.metal, Metal) for row in rows),
    )
    return filled(TEMPLATE, context)


def _hint(disclosure: Disclosure, columns: AnnexColumns) -> str:
    """By what a row can be found: ``Name, other name, smelter ID (CID), country or city``."""
    annex = disclosure.facts.annex
    cid = annex.headings.get("cid", "smelter ID (CID)") if annex else ""
    known = (
        ("aliases", "other name"),
        ("cid", cid),
        ("country", "country"),
        ("city", "city"),
        ("state", "state or province"),
    )
    own = [columns.headings[key] for key in (annex.own_columns if annex else ()) if key in columns.names]
    words = ["Name", *(word for field, word in known if disclosure.gives(field)), *own]
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


@dataclass(frozen=True)
class _Facets:
    """The facets of one year's lists."""

    disclosure: Disclosure
    facts: AllFacts
    columns: AnnexColumns
    keys: RowKeys

    @property
    def rows(self) -> Sequence[Smelter]:
        return self.disclosure.all_rows

    def counted(self, number: int, path: str) -> FactInt:
        """A number of rows; it is the fact at ``path`` only where every row counts under the rule."""
        all_count = len(self.rows) == len(self.disclosure.smelters)
        return FactInt(number, path if all_count else "computed")

    def open(self) -> Iterator[Facet]:
        yield from self._lists()
        if self.disclosure.gives("status"):
            legend = self._legend("status", "Status")
            yield self._facet("status", legend, self._statuses(), "status", needs_script=False)
        yield self._facet(
            "metal", self._legend("metal", "Metal"), self._metals(), "metal", needs_script=False
        )
        if self.disclosure.gives("country"):
            yield self._facet("country", "Country", self._countries(), self.columns.country)

    def more(self) -> Iterator[Facet]:
        deciding = tuple(self._deciding())
        if any(" " in option.keys for option in deciding):  # else a choice of status is the same
            yield self._facet("list", "List that decides", deciding, "status", attribute="status")
        several = [
            self._facet("recycled", "Recycled or scrap", self._recycled(), "name"),
            self._facet("changed", "Year of the status", self._years(), "name"),
            *self._own_columns(),
        ]
        yield from (facet for facet in several if len(facet.options) > 1)

    def _facet(
        self,
        name: str,
        legend: FactStr | str,
        options: Iterator[Option] | Sequence[Option],
        column: str | None,
        *,
        attribute: str = "",
        needs_script: bool = True,
    ) -> Facet:
        cell = self.columns.names.index(self.columns.carrier(column))
        made = tuple(options)
        is_long = needs_script and len(made) > _LONG
        return Facet(name, legend, made, f"data-{attribute or name}", cell, needs_script, is_long)

    def _legend(self, column: str, usual: str) -> FactStr | str:
        """The heading of the column where the filer has one."""
        annex = self.disclosure.facts.annex
        if annex and column in annex.headings:
            return FactStr(annex.headings[column], f"annex.headings.{column}")
        return self.columns.headings.get(column, usual)

    def _lists(self) -> Iterator[Facet]:
        lists = self.disclosure.shown_lists
        if lists_differ(self.disclosure):
            options = (
                Option(FactStr(one.title, "lists"), one.key, FactInt(len(one.smelters), "computed"), one.key)
                for one in lists
                if one.smelters
            )
            yield self._facet("part", "List", options, "name")

    def _metals(self) -> Iterator[Option]:
        found = Counter(row.metal for row in self.rows)
        others = [mineral for mineral in found if mineral not in (*Metal,)]
        minerals: Iterator[Mineral] = chain(Metal, others)
        for mineral in minerals:
            if number := found[mineral]:
                total = self.counted(number, f"facilities.{mineral.lower()}.total")
                yield Option(mineral.value, slug(mineral), total, slug(mineral))

    def _statuses(self) -> Iterator[Option]:
        found = Counter(row.status.label for row in self.rows if row.status)
        addresses = status_keys([*self.keys.statuses, _NO_STATUS])
        for number, (label, status) in enumerate(self.keys.statuses.items()):
            if found[label]:
                yield Option(
                    FactStr(label, f"statuses[{number}].label"),
                    addresses[label],
                    self.counted(found[label], f"facilities.of_status({label}).total"),
                    str(number),
                    self.keys.looks[label],
                    FactStr(_SIGNS.get(status.mark or "", status.mark or ""), f"statuses[{number}].mark"),
                )
        if without := sum(row.status is None for row in self.rows):
            address = addresses[_NO_STATUS]
            yield Option(no_status(self.disclosure), address, FactInt(without, "computed"), "")

    def _countries(self) -> Iterator[Option]:
        """The countries as readers know them: those with most rows first."""
        found = Counter(self.keys.country(row) for row in self.rows)
        names = {self.keys.country(row): row.country.name for row in self.rows if row.country}
        order = sorted(found.items(), key=lambda item: (-item[1], names.get(item[0], "\uffff")))
        for key, number in order:
            label = FactStr(names[key], "facilities") if key in names else "Not stated"
            yield Option(label, key, FactInt(number, "computed"), key)

    def _deciding(self) -> Iterator[Option]:
        facts = self.facts.statuses
        found = Counter(self.keys.status(row) for row in self.rows)
        names = dict.fromkeys(str(s.list_name) for s in facts if s.list_name)
        slugs = status_keys(list(names))
        for name in names:
            of_list = [n for n, status in enumerate(facts) if status.list_name == name]
            total = sum(found[str(n)] for n in of_list)
            label = facts[of_list[0]].list_name or ""
            yield Option(label, slugs[name], FactInt(total, "computed"), " ".join(map(str, of_list)))

    def _recycled(self) -> Iterator[Option]:
        found = Counter(self.keys.recycled(row) for row in self.rows)
        for label, value, key in (("Yes", "yes", "yes"), ("No", "no", "no"), ("Unknown", "unknown", "")):
            if found[key]:
                yield Option(label, value, FactInt(found[key], "computed"), key)

    def _years(self) -> Iterator[Option]:
        found = Counter(row.status_as_of.year for row in self.rows if row.status_as_of)
        for year, number in sorted(found.items(), reverse=True):
            yield Option(str(year), str(year), FactInt(number, "computed"), str(year))

    def _own_columns(self) -> Iterator[Facet]:
        annex = self.disclosure.facts.annex
        for key, column in (annex.own_columns if annex else {}).items():
            if key in self.keys.own:
                name = f"own-{key}" if key in _TAKEN else key
                yield self._facet(
                    name, FactStr(column.heading, "annex"), self._own(key, column), key, attribute="own"
                )

    def _own(self, key: str, column: OwnColumn) -> Iterator[Option]:
        """What stands in an own column, in natural order, with what its signs mean; empty cells come last."""
        found = Counter(row.own_text(key) for row in self.rows)
        for text, address in self.keys.own[key].items():
            meaning = column.legend.get(text)
            label, sign = (text, "") if meaning is None else (meaning, text)
            yield Option(
                FactStr(label, f"annex.own_columns.{key}"),
                address,
                FactInt(found[text], "computed"),
                address,
                sign=sign and FactStr(sign, f"annex.own_columns.{key}"),
            )
        if found[""]:
            label = "No sign" if column.legend else "Not stated"
            yield Option(label, self.keys.nothing(key), FactInt(found[""], "computed"), "")
