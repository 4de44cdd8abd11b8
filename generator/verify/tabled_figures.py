"""The figures that stand in the small tables of a filed document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Disclosure, Metal, Passage
from ..model.comparing import folded
from .figures import (
    TOTAL,
    metal_key,
    status_key,
)
from .said_figures import Said


def figures_in_tables(rows: Sequence[tuple[Passage, ...]], disclosure: Disclosure) -> Iterator[Said]:
    """Cells of tables whose columns are statuses or metals, and whose rows are metals or totals."""
    labels = {folded(status.label): status.label for status in disclosure.facts.statuses}
    columns: list[str | None] = []
    for cells in rows:
        kinds = [_kind(cell.text, labels) for cell in cells]
        if len(cells) > 2 and all(kinds[1:]):
            columns = kinds
        elif len(cells) == len(columns) and kinds[0] and all(cell.text.isdigit() for cell in cells[1:]):
            for column, cell in zip(columns[1:], cells[1:], strict=True):
                key = _cell_key(kinds[0], column or "")
                if key:
                    yield Said(key, cell.text, f"{cells[0].text}: {cell.text}", cell.where)


def _kind(text: str, labels: Mapping[str, str]) -> str | None:
    """``metal:Gold``, ``status:Active`` or ``total``; None for another text."""
    words = folded(text)
    if words in {metal.lower() for metal in Metal}:
        return metal_key(Metal(words.capitalize()))
    if words in labels:
        return status_key(labels[words])
    return TOTAL if re.fullmatch(r"(?:grand )?total|all \w+|sum", words) else None


def _cell_key(row: str, column: str) -> str | None:
    """The figure where a row and a column cross; None where it is none of ours."""
    if row == TOTAL or column == TOTAL:
        return column if row == TOTAL else row
    return f"{row},{column}" if row.startswith("metal") and column.startswith("status") else None
