"""The list of a new year without rows: sheets, headings and choices as in the year before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from ..files.cell_text import clean, text_of
from ..files.table_source import read_csv, read_sheet
from ..model import BOLD, INTERNAL_COLUMNS, LIST_COLUMNS, LIST_SHEET, UNMARKED, DisclosureFacts
from .list_columns import fold_heading, heading_row, list_headings
from .smelter_workbook import headed_workbook, smelter_workbook


def empty_list(path: Path | None, shown: str, facts: DisclosureFacts, created: dt.date) -> bytes:
    """The workbook; ``path`` is the list of the year before, None where it had none yet.

    Where its headings are all ours, the workbook is as ``formsd start`` makes it. Raises InputError where the
    list cannot be read.
    """
    labels = [one.label for one in facts.statuses if one.mark not in (BOLD, UNMARKED)]
    sheets = dict(_headings(path, shown, facts)) if path else {}
    ours = {fold_heading(heading) for heading in (*LIST_COLUMNS.values(), *INTERNAL_COLUMNS)}
    has_ours = all(fold_heading(heading) in ours for headings in sheets.values() for heading in headings)
    if has_ours and set(sheets) <= {LIST_SHEET}:
        return smelter_workbook((), labels, created)
    return headed_workbook(sheets, created)


def _headings(path: Path, shown: str, facts: DisclosureFacts) -> Iterator[tuple[str, list[str]]]:
    """Each sheet that is a list, with its headings from left to right."""
    known = list_headings(facts.annex) if facts.annex else {}
    for sheet in [one.sheet for one in facts.lists] or [LIST_SHEET]:
        file = f"{shown}/{path.name}"
        is_csv = path.suffix.lower() == ".csv"
        table = read_csv(path, file) if is_csv else read_sheet(path, file, sheet, ask_for_faults=False)
        row = table.rows[heading_row(table, known)] if table.rows else []
        yield sheet, [text for cell in row if (text := clean(text_of(cell) or "")[0])]
