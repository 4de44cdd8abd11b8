"""The table of facilities by country and metal."""

from __future__ import annotations

from collections import Counter

from ...model import Disclosure
from ...prose.fact_values import FactInt
from ...prose.wording.wording import wording_of
from ..country_counts import CountryCount, country_counts, metals_of
from ..table import Cell, Heading, Row, Table, number_cells
from .words import WORDING


def countries(disclosure: Disclosure) -> Table | None:
    """Annex rows by country of the facility and metal, with totals; None where the list gives none."""
    counts = country_counts(disclosure)
    if not counts:
        return None
    metals = metals_of(disclosure.smelters)

    def words(case: str) -> str:
        return case and wording_of(disclosure.wording).words(WORDING, case)

    rows = [Row(Cell(c.name, tag=words(_tag_case(c))), number_cells([*c.by_metal, c.total])) for c in counts]
    without = Counter(row.metal for row in disclosure.smelters if row.country is None)
    if without:
        line = [
            FactInt(n, "facilities.without_country") for n in (*(without[m] for m in metals), without.total())
        ]
        rows.append(Row(Cell(words("no-country")), number_cells(line)))
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
            Cell(words("all-facilities" if without else "all-countries")), number_cells([*totals, number])
        ),
    )


def _tag_case(count: CountryCount) -> str:
    if not count.is_recognised:
        return "name-not-recognised"
    return "covered-country" if count.is_covered else ""
