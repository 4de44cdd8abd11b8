"""Tables of the facts as complete HTML, for the report's sections and for the pages.

Every number is a fact, so that it is marked like one in a sentence. Counts are annex rows, or the numbers
that the filing states where it gives no rows. A table of what the filing does not give is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..countries.likeness import is_no_name
from ..model import COVERED_COUNTRIES, Disclosure, Metal, Smelter
from ..prose.environment import Markdown
from ..prose.facility_wholes import words_of_whole
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts, StatusFacts
from ..prose.wording.frame import TABLES
from ..prose.wording.wording import wording_of
from .origins_table import origins
from .status_counts import StatusCounts, status_counts
from .status_looks import NONE, Look, css_slug, look_of, status_looks
from .table import TEMPLATE, Cell, Heading, Row, Table, html, one_line

__all__ = ["TEMPLATE", "Cell", "Heading", "Row", "Table", "css_slug", "html"]

WORDING = TABLES.name
"""The filer's words for captions, headings and what is said where nothing is given."""


def prose_tables(disclosure: Disclosure, facts: AllFacts) -> dict[str, Markdown | None]:
    """The tables that a section may print as ``{{ table.<key> }}``: raw HTML without blank lines.

    None: the filing does not give what the table would hold; a section asks first, as for any fact.
    """
    found = {
        "status_by_metal": [status_by_metal(facts), status_totals(facts)],
        "status_definitions": [status_definitions(facts)],
        "countries": [countries(disclosure)],
        "programmes": [programmes(disclosure)],
        "products": [products(facts)],
    }
    written = {key: Markdown("\n".join(html(one) for one in some if one)) for key, some in found.items()}
    return {**{key: text or None for key, text in written.items()}, "origins": origins(disclosure)}


_WIDEST = 6
"""With more columns of numbers than these, a table of statuses has the metals as its columns."""


def status_by_metal(facts: AllFacts) -> Table | None:
    """Facilities by metal and status, with totals; None where nothing is known by metal.

    Many statuses are rows, and the metals columns: the table fits a page then.
    """
    table = lines_by_metal(facts)
    return table and fitting(table, wording_of(facts.wording).words(WORDING, "status"))


def fitting(table: Table, status_word: str) -> Table:
    """A table of metals as it is, or with its rows as columns, ``status_word`` first, where it has many."""
    if len(table.headings) - 1 <= _WIDEST:
        return table
    lines = [*table.rows, *([table.totals] if table.totals else [])]
    turned = [
        Row(
            Cell(heading.text, status_class=heading.status_class),
            tuple(line.cells[number] for line in lines),
        )
        for number, heading in enumerate(table.headings[1:])
    ]
    has_total = table.headings[-1].is_total
    return replace(
        table,
        caption=table.caption.replace("the line’s total", "the metal’s total"),
        headings=(
            Heading(status_word),
            *(Heading(str(line.heading.value), is_number=True) for line in lines),
        ),
        rows=tuple(turned[:-1] if has_total else turned),
        totals=turned[-1] if has_total else None,
    )


def lines_by_metal(facts: AllFacts) -> Table | None:
    """``status_by_metal`` with a line for each metal, however wide it is.

    Metals that have rows, or a number that the filing states; the statuses of which it is known by metal.
    """
    counts = status_counts(facts)
    if not counts.metals:
        return None
    looks, words = looks_of(facts), wording_of(facts.wording).words
    rests = [counts.rest(metal) for metal in counts.metals] if counts.from_list else []
    whole = counts.whole if counts.statuses else counts.total
    has_total = any(whole(metal) is not None for metal in counts.metals)
    headings = [Heading(one_line(s.label), True, looks[str(s.label)].css) for s in counts.statuses]
    if any(rests):
        headings.append(Heading(rest_label(facts), True, look_of(NONE).css))
    if has_total:
        headings.append(Heading(words(WORDING, "total"), is_number=True, is_total=True))

    def line(metal: Metal | None) -> tuple[Cell, ...]:
        numbers: list[int | None] = [counts.number(status, metal) for status in counts.statuses]
        numbers += [FactInt(counts.rest(metal), "facilities.without_status")] if any(rests) else []
        return _numbers([*numbers, *([whole(metal)] if has_total else [])])

    totals = line(None)
    return Table(
        id="fsd-status-by-metal",
        caption=caption(facts, counts, "by-metal-and-status" if counts.statuses else "by-metal"),
        headings=(Heading(words(WORDING, "metal")), *headings),
        rows=tuple(Row(Cell(metal.value), line(metal)) for metal in counts.metals),
        totals=Row(Cell(words(WORDING, "all-metals")), totals)
        if any(cell.is_number for cell in totals)
        else None,
    )


def status_totals(facts: AllFacts) -> Table | None:
    """Facilities by status, where the filing states some of them over all metals only; None elsewhere."""
    counts = status_counts(facts)
    if set(counts.totals) <= set(counts.statuses):
        return None
    looks, whole, words = looks_of(facts), counts.whole(), wording_of(facts.wording).words
    computed = "" if whole is None else words(WORDING, "shares-computed")
    return Table(
        id="fsd-status-totals",
        caption=f"{caption(facts, counts, 'by-status')}{computed}",
        headings=(Heading(words(WORDING, "status")), Heading(words(WORDING, "number"), is_number=True)),
        rows=tuple(
            Row(
                Cell(one_line(status.label), status_class=looks[str(status.label)].css),
                (_number(status.facilities.total, str(status.facilities.share_of(facts.facilities) or "")),),
            )
            for status in counts.totals
        ),
        totals=None if whole is None else Row(Cell(words(WORDING, "total")), (Cell(whole),)),
    )


def looks_of(facts: AllFacts) -> dict[str, Look]:
    """How each status of the vocabulary looks, by its label."""
    return status_looks((str(status.label), status.status_class) for status in facts.statuses)


def rest_label(facts: AllFacts) -> str:
    """What those are called that have no status of the vocabulary."""
    known = {str(status.label) for status in facts.statuses}
    has_others = any(row.status and row.status.label not in known for row in facts.facilities.rows)
    return wording_of(facts.wording).words(WORDING, "other-status" if has_others else "no-status")


def caption(facts: AllFacts, counts: StatusCounts, by: str) -> str:
    """What a table counts, ``by-metal`` and so on: rows, or what the filing calls what it counts itself."""
    if counts.from_list or (facts.facilities.listed and by == "by-metal"):
        return wording_of(facts.wording).words(WORDING, f"listed-{by}")
    part = counts.totals[0].facilities if counts.totals else facts.facilities
    unit = words_of_whole(part, facts.facilities)
    return wording_of(facts.wording).words(WORDING, f"stated-{by}", unit=unit)


def _numbers(counts: Iterable[int | None]) -> tuple[Cell, ...]:
    return tuple(map(_number, counts))


def _number(number: int | None, share: str = "") -> Cell:
    return Cell("") if number is None else Cell(number, share=share)


def programmes(disclosure: Disclosure) -> Table | None:
    """Facilities by program, as the filing states them; one facility may be in several."""
    counts = disclosure.facts.counts
    if counts is None or not counts.by_programme:
        return None
    rows = tuple(
        Row(Cell(one_line(FactStr(name, "counts.by_programme"))), (Cell(FactInt(n, "counts.by_programme")),))
        for name, n in counts.by_programme.items()
    )
    words = wording_of(disclosure.wording).words
    headings = (Heading(words(WORDING, "program")), Heading(words(WORDING, "number"), is_number=True))
    caption = words(WORDING, "stated-by-program", unit=counts.unit)
    return Table("fsd-programmes", caption, headings, rows)


@dataclass(frozen=True)
class _Definition:
    """A column of the status vocabulary, and what stands there for a status that has nothing in it."""

    case: str
    """The wording of its heading."""
    given: Callable[[StatusFacts], FactStr | None]
    otherwise: Callable[[StatusFacts], str] = lambda _: "not-stated"
    """The wording of what stands there otherwise; empty: nothing."""


_AS_OF = "list-date"
_DEFINITIONS = (
    _Definition("sign", lambda status: status.mark, lambda _: ""),
    _Definition("definition", lambda status: status.definition, lambda _: ""),
    _Definition("deciding-list", lambda status: status.list_name, lambda _: "no-list"),
    _Definition(
        _AS_OF, lambda status: status.as_of, lambda status: "not-stated" if status.list_name else "no-list"
    ),
)


def status_definitions(facts: AllFacts) -> Table | None:
    """The status vocabulary: sign, definition, the list that decides and its date, as far as given."""
    if not facts.statuses:
        return None
    looks = looks_of(facts)
    columns = [column for column in _DEFINITIONS if any(column.given(status) for status in facts.statuses)]
    if not columns:
        return None  # the labels alone say nothing
    has_list = any(status.list_name for status in facts.statuses)
    cases = {} if has_list else {_AS_OF: "date"}

    def words(case: str) -> str:
        return case and wording_of(facts.wording).words(WORDING, case)

    rows = [
        Row(
            Cell(one_line(s.label), status_class=looks[str(s.label)].css),
            tuple(Cell(one_line(column.given(s)) or words(column.otherwise(s))) for column in columns),
        )
        for s in facts.statuses
    ]
    return Table(
        id="fsd-status-definitions",
        caption=words("meanings"),
        headings=(
            Heading(words("status")),
            *(Heading(words(cases.get(one.case, one.case))) for one in columns),
        ),
        rows=tuple(rows),
    )


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


def _tag_case(count: CountryCount) -> str:
    if not count.is_recognised:
        return "name-not-recognised"
    return "covered-country" if count.is_covered else ""


def metals_of(rows: Iterable[Smelter]) -> tuple[Metal, ...]:
    """The conflict minerals that the rows name, in the order of ``Metal``."""
    named = {row.metal for row in rows}
    return tuple(metal for metal in Metal if metal in named)


def countries(disclosure: Disclosure) -> Table | None:
    """Annex rows by country of the facility and metal, with totals; None where the list gives none."""
    counts = country_counts(disclosure)
    if not counts:
        return None
    metals = metals_of(disclosure.smelters)

    def words(case: str) -> str:
        return case and wording_of(disclosure.wording).words(WORDING, case)

    rows = [Row(Cell(c.name, tag=words(_tag_case(c))), _numbers([*c.by_metal, c.total])) for c in counts]
    without = Counter(row.metal for row in disclosure.smelters if row.country is None)
    if without:
        line = [
            FactInt(n, "facilities.without_country") for n in (*(without[m] for m in metals), without.total())
        ]
        rows.append(Row(Cell(words("no-country")), _numbers(line)))
    by_metal = Counter(row.metal for row in disclosure.smelters)
    totals = [FactInt(by_metal[metal], f"facilities.{metal.name.lower()}.total") for metal in metals]
    number = FactInt(len(disclosure.smelters), "facilities.total")
    return Table(
        id="fsd-countries",
        caption=words("countries"),
        headings=(
            Heading(words("country")),
            *(Heading(metal.value, is_number=True) for metal in metals),
            Heading(words("total"), is_number=True),
        ),
        rows=tuple(rows),
        totals=Row(
            Cell(words("all-facilities" if without else "all-countries")), _numbers([*totals, number])
        ),
    )


def products(facts: AllFacts) -> Table | None:
    """The covered products; a column that no product fills is left out. None where none are given."""
    categories = facts.products.categories
    if not categories:
        return None
    words = wording_of(facts.wording).words
    columns = [
        (heading, values)
        for heading, values in (
            ("description", [c.description for c in categories]),
            ("metals", [c.metals for c in categories]),
        )
        if any(values)
    ]
    rows = [
        Row(
            Cell(one_line(category.name)),
            tuple(Cell(one_line(values[number]) or words(WORDING, "not-stated")) for _, values in columns),
        )
        for number, category in enumerate(categories)
    ]
    return Table(
        id="fsd-products",
        caption=words(WORDING, "products"),
        headings=(
            Heading(words(WORDING, "product")),
            *(Heading(words(WORDING, heading)) for heading, _ in columns),
        ),
        rows=tuple(rows),
    )
