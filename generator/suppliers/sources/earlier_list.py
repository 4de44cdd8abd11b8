"""``smelters.xlsx`` before a run: what people wrote into it, and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from ...year.list_cells import merged_below
from ...year.list_columns import fold_heading, heading_row, list_headings
from ...year.list_sight import out_of_sight
from ..earlier import EarlierList, EarlierRow, ListLayout, OtherList
from ..minerals import is_of_rule, mineral_of
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
    if merged := tuple(merged_below(table, layout.heading_row - 1, range(layout.width + 1))):
        raise InputError(merged)
    others = {one.casefold() for one in facts.other_minerals}
    return EarlierList(
        tuple(_rows(table, layout, others)),
        layout=layout,
        book=path.read_bytes(),
        findings=tuple(out_of_sight(table, layout.heading_row - 1)),
    )


def read_other_lists(path: Path, shown: str, facts: DisclosureFacts | ListWords) -> tuple[OtherList, ...]:
    """The sheets that are lists of other minerals alone, as people left them. Raises InputError as above.

    A list that has metals of the rule as well is no such list; rows of these metals stay as they are.
    """
    sheets = sheet_names(path, shown) if path.exists() else ()
    found: list[OtherList] = []
    for one in facts.lists:
        minerals = tuple(mineral_of(name) for name in one.minerals)
        if one.sheet == LIST_SHEET or not minerals or any(map(is_of_rule, minerals)):
            continue
        found.append(OtherList(one.sheet, minerals))
        if one.sheet in sheets:
            found[-1] = _other_list(read_sheet(path, shown, one.sheet), found[-1], facts.annex or _PLAIN)
    return tuple(found)


def _other_list(table: RawTable, stated: OtherList, annex: Annex) -> OtherList:
    if table.faults:
        raise InputError(table.faults)
    only = str(stated.minerals[0]) if stated.has_one_mineral else ""
    layout = _layout(table, annex, needed=("name",) if only else ("metal", "name"))
    if merged := tuple(merged_below(table, layout.heading_row - 1, range(layout.width + 1))):
        raise InputError(merged)
    return replace(stated, rows=tuple(_rows(table, layout, set(), only=only, is_other=True)), layout=layout)


def _layout(table: RawTable, annex: Annex, needed: Sequence[str] = ("metal", "name")) -> ListLayout:
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
    for name in needed:
        if name not in columns:
            message = f"column '{LIST_COLUMNS[name]}' not found in the row of headings"
            advice = "Give the list its headings again, so that its rows can be found."
            raise InputError([Finding(COLUMN_MISSING, message, table.cell(at, 0), advice)])
    return ListLayout(at + 1, columns, own, ours)


def _rows(
    table: RawTable,
    layout: ListLayout,
    other_minerals: set[str],
    *,
    only: str = "",
    is_other: bool = False,
) -> Iterator[EarlierRow]:
    """Rows of other minerals are no business of the list of the rule, and stay as they are.

    ``is_other``: of a list of other minerals, where metals of the rule stay; ``only``: its only mineral.
    """
    mistakes: list[Finding] = []
    rows: list[EarlierRow] = []
    for number in range(layout.heading_row, len(table.rows)):
        texts = [cell_as_text(cell) for cell in table.rows[number]]
        cells = {name: texts[at - 1] for name, at in layout.columns.items()}
        if not any(cells.values()) or cells.get("metal", "").casefold() in other_minerals:
            continue
        if is_other:
            mineral = mineral_of(cells.get("metal") or only) if cells.get("metal") or only else None
            if mineral is None or is_of_rule(mineral):
                continue
            cells["metal"] = cells.get("metal") or str(mineral)
        mistakes += _unfit(table, layout, number, cells, is_other=is_other)
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


def _unfit(
    table: RawTable, layout: ListLayout, number: int, cells: Mapping[str, str], *, is_other: bool
) -> Iterator[Finding]:
    """What could not be written again as it stands."""
    if not is_other and cells["metal"].casefold() not in {metal.casefold() for metal in Metal}:
        where = table.cell(number, layout.columns["metal"] - 1)
        message = f"metal '{cells['metal']}' is not known"
        yield Finding(METAL_UNKNOWN, message, where, f"Use one of {', '.join(Metal)}.")
    day = cells.get("status_as_of")
    if day and date_of(day) is None:
        where = table.cell(number, layout.columns["status_as_of"] - 1)
        yield Finding(CELL_VALUE, f"'{day}' is not a date", where, "Enter a date such as 2022-03-31.")


def cells_as_text(row: Sequence[Cell]) -> list[str]:
    """The texts of a row, column by column."""
    return [cell_as_text(cell) for cell in row]


def cell_as_text(cell: Cell) -> str:
    """A cell on one line; a date as 2022-03-31."""
    if isinstance(cell, dt.datetime | dt.date):
        day = date_of(cell)
        return day.isoformat() if day else str(cell)
    text = text_of(cell)
    return clean(text)[0] if text is not None else str(cell)
