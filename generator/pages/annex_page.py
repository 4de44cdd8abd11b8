"""The annex page: the facility lists as static tables, and below them what the statuses mean, and totals.

It speaks of what the lists give, and of nothing else: a list without countries has no word on countries. A
filer without a list has no annex page. ``annex.js`` lets readers find, filter and sort the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..model import (
    Disclosure,
    LineRef,
    Metal,
    UnclearMineral,
    conflict_mineral_or_not,
    is_conflict_mineral,
)
from ..model.counted import counted
from ..prose import escape
from ..prose.claims import Claims
from ..prose.environment import Markdown
from ..prose.fact_values import FactStr, sentence_list
from ..prose.facts import AllFacts
from ..prose.marks import mark, without_marks
from ..prose.wording.wording import wording_of
from . import stated_counts
from .annex_columns import minerals_word
from .common_page import filled, front_matter, in_markdown, said
from .documents_page import CITE
from .facility_notes import has_legend
from .facility_table import list_id, lists_in_documents, lists_on_page, unit
from .page import Page
from .table import Cell, Heading, Row, Table, html
from .tables.status import status_by_metal
from .tables.status_definitions import status_definitions
from .tables.words import WORDING

TEMPLATE = "pages/annex.md.j2"
PLACEHOLDER = "<!-- formsd:annex-table -->"
SMELTERS = "<!-- formsd:annex-smelters -->"
"""The place of the way to the pages of the smelters, which only a site of several years has."""


@dataclass(frozen=True)
class Link:
    """One of several lists, for a link to it."""

    title: Markup
    href: str
    rows: str


@dataclass(frozen=True)
class Context:
    """What the template of the annex page uses."""

    title: Markup
    in_short: Markup
    """How many rows, names and countries there are, in half a line."""
    unit_of_counting: Markup
    gives_country: bool
    has_legend: bool
    totals_title: str
    totals: Markup
    """Empty: no row counts under the rule."""
    counts: Markup
    """Counts as the filing states them; empty: it states none."""
    status_definitions: Markup
    """Empty: the filer has no words for a status."""
    cite: Markup
    lists: tuple[Link, ...]
    """Where there are several."""
    placeholder: Markup
    smelters: Markup


def render(disclosure: Disclosure, facts: AllFacts) -> Page:
    """The annex page as published; the facility lists are an insert. Only for a filer with a list."""
    rows = disclosure.all_rows
    mineral = minerals_word(disclosure)
    registrant = disclosure.facts.registrants_in_short
    return Page(
        uri=f"{disclosure.year}/annex.md",
        meta=front_matter(
            disclosure,
            kind="annex",
            title=f"{disclosure.year} annex: smelters and refiners",
            description=f"Smelters and refiners that {registrant} lists for {disclosure.year}, with"
            f" {what_is_given(disclosure)}: {counted(len(rows), 'row')}{unit(rows, mineral)}.",
        ),
        marked=filled(TEMPLATE, _context(disclosure, facts)),
        inserts={PLACEHOLDER: without_marks(lists_on_page(disclosure, facts)), SMELTERS: ""},
        in_documents={PLACEHOLDER: without_marks(lists_in_documents(disclosure.in_exhibit, facts))},
    )


def what_is_given(disclosure: Disclosure) -> str:
    """What the lists say of a facility, for example ``metal, country and status``."""
    words = [
        minerals_word(disclosure),
        *(word for word in ("country", "status") if disclosure.gives(word)),
    ]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _context(disclosure: Disclosure, facts: AllFacts) -> Context:
    gives_status = facts.facilities.gives_status and disclosure.gives("status")
    totals = status_by_metal(facts) if gives_status else _totals_by_metal(facts)
    stated = disclosure.facts
    definitions = html(status_definitions(facts)) if stated.statuses else Markdown("")
    return Context(
        title=in_markdown(facts.annex_title or FactStr("", "annex.title")),
        in_short=Markup(_in_short(disclosure, facts)),
        unit_of_counting=Markup(" ".join(_unit_of_counting(disclosure, facts))),
        gives_country=disclosure.gives("country"),
        has_legend=has_legend(disclosure),
        totals_title="Totals by metal and status" if gives_status else "Totals by metal",
        totals=_block(html(totals)) if disclosure.smelters else Markup(),
        counts=Markup("\n\n".join(str(html(one)) for one in stated_counts.tables_of(disclosure))),
        status_definitions=_block(definitions),
        cite=Markup(CITE),
        lists=tuple(_links(disclosure)),
        placeholder=Markup(PLACEHOLDER),
        smelters=Markup(SMELTERS),
    )


def _block(text: Markdown) -> Markup:
    return Markup(str(text))


def _links(disclosure: Disclosure) -> Iterator[Link]:
    lists = disclosure.shown_lists
    for number, one in enumerate(lists if len(lists) > 1 else ()):
        title = FactStr(one.title, f"lists[{number}].title")
        yield Link(in_markdown(title), f"#{list_id(one)}", counted(len(one.smelters), "row"))


def _totals_by_metal(facts: AllFacts) -> Table:
    """Rows by metal, for lists that give no status; metals that no row has are left out."""
    facilities = facts.facilities
    found = [(metal, facilities.of_metal(metal).total) for metal in Metal]
    total = facilities.total
    words = wording_of(facts.wording).words
    return Table(
        id="fsd-totals",
        caption=words(WORDING, "listed-by-metal"),
        headings=(
            Heading(words(WORDING, "metal")),
            Heading("Rows", is_number=True),
        ),
        rows=tuple(Row(Cell(metal.value), (Cell(number),)) for metal, number in found if number),
        totals=Row(Cell(words(WORDING, "all-metals")), (Cell(total),)) if total is not None else None,
    )


# ---- What is counted -----------------------------------------------------------------------------


def _in_short(disclosure: Disclosure, facts: AllFacts) -> str:
    """``298 rows, one for each facility and metal; 291 distinct names in 46 countries``.

    Names and countries are those of the rows that count under the rule: left out where others are listed too.
    """
    rows, facilities = disclosure.all_rows, facts.facilities
    mineral = minerals_word(disclosure)
    is_all = len(rows) == len(disclosure.smelters)
    names = facilities.distinct_names if is_all else None
    countries = facilities.countries if is_all and disclosure.gives("country") else None
    more = ""
    if names and names != len(rows):
        more += f"; {mark(counted(names, 'distinct name'), names.path)}"
    if countries:
        place = mark(counted(countries, "country", "countries"), countries.path)
        more += f"{'' if more else ';'} in {place}"
    return f"{_rows(len(rows))}{unit(rows, mineral)}{more}"


def _unit_of_counting(disclosure: Disclosure, facts: AllFacts) -> Iterator[str]:
    """What one row is, and which rows no total has, in sentences."""
    rows = disclosure.all_rows
    if disclosure.smelters:
        claims = Claims(facts, lambda: LineRef("annex.md"), [])
        yield str(said(claims.unit_of_counting))
    else:
        yield f"Each row of the list is one facility for one {minerals_word(disclosure)}."
    if disclosure.smelters and (apart := _apart(disclosure)):
        number = len(rows) - len(disclosure.smelters)
        yield f"Beside these, {_rows(number)} {'is' if number == 1 else 'are'} part of no total: {apart}."


def _apart(disclosure: Disclosure) -> str:
    """The rows that no total has, by the reason: their mineral, or that their list is not counted."""
    counted_ids = {id(row) for row in disclosure.smelters}
    apart = [row for row in disclosure.all_rows if id(row) not in counted_ids]
    unclear = [row for row in apart if isinstance(row.metal, UnclearMineral)]
    minerals = Counter(row.metal for row in apart if conflict_mineral_or_not(row.metal) is False)
    lists = Counter(row.list_key for row in apart if is_conflict_mineral(row.metal))
    titles = {one.key: one.title for one in disclosure.shown_lists}
    reasons = [
        f"{_rows(number)} of the list “{_text(titles.get(key, ''))}”, which is not counted"
        for key, number in lists.items()
    ]
    if minerals:
        names = sentence_list(_text(mineral.lower()) for mineral in minerals)
        what = "is no conflict mineral" if len(minerals) == 1 else "are no conflict minerals"
        reasons.insert(0, f"{_rows(minerals.total())} for {names}, which {what} of Rule 13p-1")
    if unclear:
        reasons.append(f"{_rows(len(unclear))} for which the filing does not name one known mineral")
    return "; ".join(reasons)


def _rows(number: int) -> str:
    return mark(counted(number, "row"), "computed")


def _text(text: str) -> str:
    return mark(escape.markdown(text), "lists")
