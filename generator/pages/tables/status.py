"""The tables of facilities by status: by metal, and over all metals."""

from __future__ import annotations

from dataclasses import replace

from ...model import Metal
from ...prose.fact_values import FactInt
from ...prose.facts import AllFacts
from ...prose.wording.wording import wording_of
from ..status_counts import status_counts
from ..status_looks import NONE, look_of, looks_of
from ..table import Cell, Heading, Row, Table, number_cell, number_cells, one_line
from .words import WORDING, caption, rest_label

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
        return number_cells([*numbers, *([whole(metal)] if has_total else [])])

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
                (
                    number_cell(
                        status.facilities.total, str(status.facilities.share_of(facts.facilities) or "")
                    ),
                ),
            )
            for status in counts.totals
        ),
        totals=None if whole is None else Row(Cell(words(WORDING, "total")), (Cell(whole),)),
    )
