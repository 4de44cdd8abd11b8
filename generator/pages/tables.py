"""Tables of the facts as complete HTML, for the report's sections and for the pages.

Every number is a fact, so that it is marked like one in a sentence. Counts are annex rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..model import COVERED_COUNTRIES, Disclosure, Metal
from ..prose.environment import Markdown, page_environment
from ..prose.facts import AllFacts, FactInt, FactStr

TEMPLATE = "partials/table.html.j2"


@dataclass(frozen=True)
class Cell:
    """One value of a table. A number stands at the end of its cell."""

    value: str | int
    status_class: str = ""
    """Gives the value the marker of its status; empty: no status."""
    tag: str = ""
    """A word of ours beside the value; empty: none."""
    share: str = ""
    """What part of a whole the number is, for example ``79.5%``; empty: not said."""
    href: str = ""
    """Where the value leads to; empty: nowhere."""

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, int)

    @property
    def is_zero(self) -> bool:
        return self.is_number and self.value == 0


@dataclass(frozen=True)
class Heading:
    """Heading of a column; a status of the vocabulary has its marker."""

    text: str
    is_number: bool = False
    status_class: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its heading first, then one cell a column."""

    heading: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """What the template of tables uses. ``totals`` None: the columns do not add up to anything."""

    id: str
    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    totals: Row | None = None


def prose_tables(disclosure: Disclosure, facts: AllFacts) -> dict[str, Markdown]:
    """The tables that a section may print as ``{{ table.<key> }}``: raw HTML without blank lines."""
    return {
        "status_by_metal": html(status_by_metal(facts)),
        "status_definitions": html(status_definitions(facts)),
        "countries": html(countries(disclosure)),
        "products": html(products(facts)),
        "origins": html(origins(facts)) if facts.origins.determined else _ORIGINS_UNKNOWN,
    }


_ORIGINS_UNKNOWN = Markdown('<p class="fsd-note">No country of origin of the minerals was determined.</p>')


@lru_cache(maxsize=64)
def html(table: Table) -> Markdown:
    """The table inside its scrolling region, as one block that Markdown leaves alone."""
    return Markdown(page_environment().get_template(TEMPLATE).render(vars(table)).rstrip("\n"))


def css_slug(status_class: str) -> str:
    """The class of a status as CSS classes and data attributes spell it: ``not-conformant``."""
    return status_class.replace("_", "-")


def status_by_metal(facts: AllFacts) -> Table:
    """Annex rows by metal and status, with totals; all four metals, all statuses of the vocabulary."""
    statuses = facts.statuses
    labels = [Heading(_one_line(s.label), True, css_slug(s.status_class)) for s in statuses]
    rows = [Row(Cell(metal.value), _metal_numbers(facts, metal)) for metal in Metal]
    totals = _numbers([status.facilities.total for status in statuses], facts.facilities.total)
    return Table(
        id="fsd-status-by-metal",
        caption="Listed facilities by metal and status (annex rows)",
        headings=(Heading("Metal"), *labels, Heading("Total", is_number=True)),
        rows=tuple(rows),
        totals=Row(Cell("All metals"), totals),
    )


def _metal_numbers(facts: AllFacts, metal: Metal) -> tuple[Cell, ...]:
    counts = [status.facilities.of_metal(metal).total for status in facts.statuses]
    return _numbers(counts, facts.facilities.of_metal(metal).total)


def _numbers(counts: Iterable[FactInt], total: FactInt) -> tuple[Cell, ...]:
    return tuple(Cell(count) for count in (*counts, total))


def status_definitions(facts: AllFacts) -> Table:
    """The status vocabulary: label, definition, the list that decides and its date."""
    rows = [
        Row(
            Cell(_one_line(s.label), status_class=css_slug(s.status_class)),
            (
                Cell(_one_line(s.definition)),
                Cell(_one_line(s.list_name) or "No list"),
                Cell(s.as_of or ("Not stated" if s.list_name else "No list")),
            ),
        )
        for s in facts.statuses
    ]
    return Table(
        id="fsd-status-definitions",
        caption="What each status means",
        headings=tuple(Heading(text) for text in ("Status", "Definition", "List that decides", "List as of")),
        rows=tuple(rows),
    )


@dataclass(frozen=True)
class CountryCount:
    """Annex rows whose facility stands in one country. ``name`` is the reader's name."""

    name: FactStr
    by_metal: tuple[FactInt, ...]
    """One number a metal, in the order of ``Metal``."""
    total: FactInt
    is_covered: bool


def country_counts(disclosure: Disclosure) -> tuple[CountryCount, ...]:
    """Countries by falling number of annex rows, then by name."""
    smelters = disclosure.smelters
    totals = Counter(row.country.name for row in smelters)
    cells = Counter((row.country.name, row.metal) for row in smelters)
    covered = {row.country.name for row in smelters if row.country.code in COVERED_COUNTRIES}
    return tuple(
        CountryCount(
            name=_one_line(FactStr(name, f"facilities.in({name}).country")),
            by_metal=tuple(
                FactInt(cells[name, m], f"facilities.{m.name.lower()}.in({name}).total") for m in Metal
            ),
            total=FactInt(total, f"facilities.in({name}).total"),
            is_covered=name in covered,
        )
        for name, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    )


def countries(disclosure: Disclosure) -> Table:
    """Annex rows by country of the facility and metal, with totals."""
    counts = country_counts(disclosure)
    rows = [
        Row(Cell(c.name, tag="covered country" if c.is_covered else ""), _numbers(c.by_metal, c.total))
        for c in counts
    ]
    by_metal = Counter(row.metal for row in disclosure.smelters)
    totals = [FactInt(by_metal[metal], f"facilities.{metal.name.lower()}.total") for metal in Metal]
    number = FactInt(len(disclosure.smelters), "facilities.total")
    return Table(
        id="fsd-countries",
        caption="Listed facilities by the country in which they stand (annex rows)",
        headings=(
            Heading("Country"),
            *(Heading(metal.value, is_number=True) for metal in Metal),
            Heading("Total", is_number=True),
        ),
        rows=tuple(rows),
        totals=Row(Cell("All countries"), _numbers(totals, number)),
    )


def products(facts: AllFacts) -> Table:
    """The covered products; a column that no product fills is left out."""
    categories = facts.products.categories
    columns = [
        (heading, values)
        for heading, values in (
            ("Description", [c.description for c in categories]),
            ("Metals", [c.metals for c in categories]),
        )
        if any(values)
    ]
    rows = [
        Row(
            Cell(_one_line(category.name)),
            tuple(Cell(_one_line(values[number]) or "Not stated") for _, values in columns),
        )
        for number, category in enumerate(categories)
    ]
    return Table(
        id="fsd-products",
        caption="Covered products",
        headings=(Heading("Product category"), *(Heading(heading) for heading, _ in columns)),
        rows=tuple(rows),
    )


def origins(facts: AllFacts) -> Table:
    """Countries of origin of the minerals, with the metals where these are known."""
    by_metal = any(metals for _, metals in facts.origins.rows)
    rows = [
        Row(Cell(_one_line(country)), (Cell(metals or "Not stated"),) if by_metal else ())
        for country, metals in facts.origins.rows
    ]
    return Table(
        id="fsd-origins",
        caption="Countries of origin of the minerals, as far as determined",
        headings=(Heading("Country of origin"), *((Heading("Metals"),) if by_metal else ())),
        rows=tuple(rows),
    )


def _one_line(text: FactStr | None) -> FactStr:
    """The text without line breaks: at the start of a line, Markdown would read it before HTML does."""
    if text is None:
        return FactStr("", "")
    return FactStr(" ".join(text.splitlines()), text.path)
