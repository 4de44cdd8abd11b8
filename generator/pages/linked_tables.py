"""The tables that stand beside the pictures: the same numbers, and links to the same rows of the annex."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Disclosure, percent
from ..prose.facts import AllFacts
from ..prose.wording.wording import wording_of
from . import tables
from .annex_links import AnnexLinks
from .charts import countries_by_name
from .status_counts import status_counts
from .tables import Cell, Row, Table


def status_by_metal(facts: AllFacts, links: AnnexLinks | None) -> Table | None:
    """Facilities by metal and status with their share of the metal's; metals lead to the annex.

    ``links`` None: there is no annex to lead to. None: nothing is known by metal.
    """
    plain, counts = tables.lines_by_metal(facts), status_counts(facts)
    if plain is None:
        return None
    rows = tuple(
        Row(
            _linked(row.heading, links.metal(metal) if links and counts.total(metal) else ""),
            _with_shares(row.cells, counts.whole(metal)),
        )
        for row, metal in zip(plain.rows, counts.metals, strict=True)
    )
    totals = plain.totals and replace(plain.totals, cells=_with_shares(plain.totals.cells, counts.whole()))
    has_share = any(cell.share for row in (*rows, *([totals] if totals else [])) for cell in row.cells)
    caption = _with_share(plain.caption) if has_share else plain.caption
    status = wording_of(facts.wording).words(tables.WORDING, "status")
    return tables.fitting(replace(plain, caption=caption, rows=rows, totals=totals), status)


def _with_share(caption: str) -> str:
    share = "and their share of the line’s total"
    rows = "(annex rows)"
    if caption.endswith(rows):
        return f"{caption.removesuffix(rows)}(annex rows {share})"
    return f"{caption}; shares of the line’s total are computed"


def countries(disclosure: Disclosure, links: AnnexLinks) -> Table | None:
    """Annex rows by country and metal; each country leads to its rows in the annex."""
    plain = tables.countries(disclosure)
    if plain is None:
        return None
    behind = countries_by_name(disclosure)
    rows = [
        replace(row, heading=_linked(row.heading, links.countries(behind[name])))
        if (name := str(row.heading.value)) in behind
        else row
        for row in plain.rows
    ]
    return replace(plain, rows=tuple(rows))


def _linked(cell: Cell, href: str) -> Cell:
    return replace(cell, href=href)


def _with_shares(cells: Iterable[Cell], whole: int | None) -> tuple[Cell, ...]:
    """The cells with what part of ``whole`` each is, but for the last one, which is the whole."""
    if whole is None:
        return tuple(cells)
    *parts, total = cells
    return (*(replace(cell, share=_share(cell, whole)) for cell in parts), total)


def _share(cell: Cell, whole: int) -> str:
    return percent(int(cell.value), whole) if cell.is_number else ""
