"""The figures of a year beside those of the year before, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Metal
from ..years.trend import YearFigures
from .table import Cell, Heading, Row, Table

NOT_STATED = "not stated"


def figures_of_both(before: YearFigures, now: YearFigures) -> Table:
    """A line for each figure that one of the years states."""
    rows = [
        Row(Cell(label), (_cell(then), _cell(value)))
        for label, then, value in _compared(before, now)
        if not (then is None and value is None)
    ]
    return Table(
        id="fsd-figures-of-both-years",
        caption=f"Figures for {before.year} and {now.year}",
        headings=(Heading("Figure"), Heading(str(before.year), True), Heading(str(now.year), True)),
        rows=tuple(rows),
    )


def _cell(value: int | str | None) -> Cell:
    return Cell(NOT_STATED if value is None else value)


def _compared(
    before: YearFigures, now: YearFigures
) -> Iterator[tuple[str, int | str | None, int | str | None]]:
    then_unit, unit = before.unit or "Listed facilities", now.unit or "Listed facilities"
    is_one_unit = then_unit.casefold() == unit.casefold()
    yield unit[:1].upper() + unit[1:], before.rows if is_one_unit else None, now.rows
    if not is_one_unit:
        yield then_unit[:1].upper() + then_unit[1:], before.rows, None
    metals = dict(before.by_metal), dict(now.by_metal)
    for metal in Metal:
        if metals[0].get(metal) or metals[1].get(metal):
            yield metal.value, metals[0].get(metal), metals[1].get(metal)
    words = dict.fromkeys((*now.conformant_words, *before.conformant_words))
    if words:
        yield " or ".join(words), before.conformant, now.conformant
    yield "Countries in which they stand", before.countries, now.countries
    yield "In covered countries", before.in_covered_countries, now.in_covered_countries
    yield "Suppliers asked", before.asked, now.asked
    yield "Suppliers that answered", before.answered, now.answered
    yield "Response rate", before.response_rate, now.response_rate
    yield "Countries of origin named", before.origins, now.origins
    yield "Covered countries among them", before.covered_origins, now.covered_origins
