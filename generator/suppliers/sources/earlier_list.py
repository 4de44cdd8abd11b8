"""``smelters.xlsx`` before a run: what people wrote into it, and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...errors import InputError
from ...files.cell_text import clean, date_of, text_of
from ...files.raw_table import Cell, RawTable
from ...files.table_source import read_sheet, sheet_names
from ...findings import Finding
from ...findings.catalogue import CELL_VALUE, COLUMN_MISSING, METAL_UNKNOWN
from ...model import (
    INTERNAL_COLUMNS,
    KEY_COLUMN,
    LIST_COLUMNS,
    LIST_SHEET,
    Annex,
    DisclosureFacts,
    ListWords,
    Metal,
)
from ...model.row_keys import plain_key
from ...year.list_columns import fold_heading, heading_row, list_headings
from ...year.list_sight import out_of_sight
from ..earlier import EarlierList, EarlierRow, ListLayout
from ..reconciled import COMMENT_COLUMN

_PLAIN = Annex(title="List", columns=("name",))
"""How a list is read where disclosure.yml does not say how it is shown."""


def read_list(path: Path, shown: str, facts: DisclosureFacts | ListWords) -> EarlierList:
    """The list as people left it; an empty one where there is no file, or no sheet with the list.

    Headings are ours or those that ``annex.headings`` names. Raises InputError where a row could not be
    written again as it stands, so that nothing is lost.
    """
    if not path.exists():
        return EarlierList()
    if LIST_SHEET not in sheet_names(path, shown):
        if facts.lists:
            return EarlierList(book=path.read_bytes())
        read_sheet(path, shown, LIST_SHEET)  # says that it is missing
    table = read_sheet(path, shown, LIST_SHEET)
    if table.faults:
        raise InputError(table.faults)
    layout = _layout(table, facts.annex or _PLAIN)
    others = {one.casefold() for one in facts.other_minerals}
    return EarlierList(
        tuple(_rows(table, layout, others)),
        layout=layout,
        book=path.read_bytes(),
        findings=tuple(out_of_sight(table, layout.heading_row - 1)),
    )


def _layout(table: RawTable, annex: Annex) -> ListLayout:
    """Raises InputError where a row could not be told from another."""
    headings = list_headings(annex)
    at = heading_row(table, headings)
    internal = {fold_heading(title): title for title in INTERNAL_COLUMNS}
    columns: dict[str, int] = {}
    own: dict[str, int] = {}
    ours: dict[str, int] = {}
    for number, cell in enumerate(table.rows[at] if table.rows else (), start=1):
        title = cell_as_text(cell)
        name = headings.get(fold_heading(cell))
        if fold_heading(cell) in internal:
            ours.setdefault(internal[fold_heading(cell)], number)
        elif name in LIST_COLUMNS and name not in columns:
            columns[name] = number
        elif title:
            own.setdefault(title, number)
    for name in ("metal", "name"):
        if name not in columns:
            message = f"column '{LIST_COLUMNS[name]}' not found in the row of headings"
            advice = "Give the list its headings again, so that its rows can be found."
            raise InputError([Finding(COLUMN_MISSING, message, table.cell(at, 0), advice)])
    return ListLayout(at + 1, columns, own, ours)


def _rows(table: RawTable, layout: ListLayout, other_minerals: set[str]) -> Iterator[EarlierRow]:
    """Rows of other minerals are no business of a reconciliation, and stay as they are."""
    mistakes: list[Finding] = []
    rows: list[EarlierRow] = []
    for number in range(layout.heading_row, len(table.rows)):
        texts = [cell_as_text(cell) for cell in table.rows[number]]
        cells = {name: texts[at - 1] for name, at in layout.columns.items()}
        if not any(cells.values()) or cells["metal"].casefold() in other_minerals:
            continue
        mistakes += _unfit(table, layout, number, cells)
        key = texts[layout.internal[KEY_COLUMN] - 1] if KEY_COLUMN in layout.internal else ""
        comment = texts[layout.internal[COMMENT_COLUMN] - 1] if COMMENT_COLUMN in layout.internal else ""
        rows.append(
            EarlierRow(
                key=plain_key(key),
                cells=cells,
                comment=comment,
                own={title: texts[at - 1] for title, at in layout.own.items()},
                where=table.cell(number, 0),
                number=number + 1,
                is_copy=key != plain_key(key),
            )
        )
    if mistakes:
        raise InputError(mistakes)
    yield from rows


def _unfit(table: RawTable, layout: ListLayout, number: int, cells: Mapping[str, str]) -> Iterator[Finding]:
    """What could not be written again as it stands."""
    if cells["metal"].casefold() not in {metal.casefold() for metal in Metal}:
        where = table.cell(number, layout.columns["metal"] - 1)
        message = f"metal '{cells['metal']}' is not known"
        yield Finding(METAL_UNKNOWN, message, where, f"Use one of {', '.join(Metal)}.")
    day = cells.get("status_as_of")
    if day and date_of(day) is None:
        where = table.cell(number, layout.columns["status_as_of"] - 1)
        yield Finding(CELL_VALUE, f"'{day}' is not a date", where, "Enter a date such as 2022-03-31.")


def cells_as_text(row: Sequence[Cell]) -> list[str]:
    return [cell_as_text(cell) for cell in row]


def cell_as_text(cell: Cell) -> str:
    """A cell on one line; a date as 2022-03-31."""
    if isinstance(cell, dt.datetime | dt.date):
        day = date_of(cell)
        return day.isoformat() if day else str(cell)
    text = text_of(cell)
    return clean(text)[0] if text is not None else str(cell)
