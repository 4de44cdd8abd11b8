"""The tables that stand beside the pictures: the same numbers, and links to the same rows of the annex."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Disclosure, Metal, percent
from ..prose.facts import AllFacts, Facilities
from . import tables
from .annex_links import AnnexLinks
from .charts import countries_by_name
from .tables import Cell, Row, Table


def status_by_metal(facts: AllFacts, links: AnnexLinks) -> Table:
    """Annex rows by metal and status with their share of the metal's rows; metals lead to the annex."""
    plain = tables.status_by_metal(facts)
    wholes = [facts.facilities.of_metal(metal) for metal in Metal]
    rows = [
        Row(_linked(row.heading, links.metal(metal) if whole.total else ""), _with_shares(row.cells, whole))
        for row, metal, whole in zip(plain.rows, Metal, wholes, strict=True)
    ]
    assert plain.totals is not None
    return replace(
        plain,
        caption="Listed facilities by metal and status (annex rows and their share of the line’s total)",
        rows=tuple(rows),
        totals=replace(plain.totals, cells=_with_shares(plain.totals.cells, facts.facilities)),
    )


def countries(disclosure: Disclosure, links: AnnexLinks) -> Table:
    """Annex rows by country and metal; each country leads to its rows in the annex."""
    plain = tables.countries(disclosure)
    behind = countries_by_name(disclosure)
    rows = [
        replace(row, heading=_linked(row.heading, links.countries(behind[str(row.heading.value)])))
        for row in plain.rows
    ]
    return replace(plain, rows=tuple(rows))


def _linked(cell: Cell, href: str) -> Cell:
    return replace(cell, href=href)


def _with_shares(cells: Iterable[Cell], whole: Facilities) -> tuple[Cell, ...]:
    """The cells with what part of ``whole`` each is, but for the last one, which is the whole."""
    *parts, total = cells
    return (*(replace(cell, share=_share(cell, whole)) for cell in parts), total)


def _share(cell: Cell, whole: Facilities) -> str:
    return percent(int(cell.value), whole.total)
