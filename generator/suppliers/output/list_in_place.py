"""The list written into the workbook that is there: only what differs changes.

Rows keep their order, columns their headings, and the other sheets, formats, notes and formulas stay.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
import warnings
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ...errors import DisclosureError
from ...model import KEY_COLUMN, LIST_COLUMNS, LIST_SHEET
from ..earlier import EarlierList, EarlierRow, ListLayout, OtherList
from ..merge.assemble import annex_order
from ..merge.keep import texts_of
from ..reconciled import LIST_FILE, LIST_SHEETS_BEFORE, ListRow
from .moved_cells import CachedValues, moved, saved

_MAX_TEXT = 32_000
"""A cell of Excel holds 32,767 characters."""
_TO_REVIEW = ("Internal Comment", "Reported By", "Flags")
"""Columns that earlier versions wrote here and that stand in the review now."""


def list_in_place(
    earlier: EarlierList,
    rows: Sequence[ListRow],
    created: dt.date,
    read_me_sheet: str,
    read_me: Sequence[str],
    others: Mapping[str, tuple[OtherList, Sequence[ListRow]]],
) -> bytes:
    """The workbook of ``earlier`` with ``rows``; the very same bytes where nothing in it changes.

    ``others``: name of a sheet to the list of other minerals that it is, and its rows.
    """
    assert earlier.book is not None
    book = _opened(earlier.book)
    cached = CachedValues(earlier.book, book)
    changed = _without_internal_sheets(book, read_me_sheet, read_me)
    layout = earlier.layout or _new_list(book, LIST_SHEET, first=True)
    there = _Sheet(book[LIST_SHEET], layout, earlier.rows)
    changed = _changed(there, rows, has_formulas=cached.has_formulas) or changed
    for name, (one, of_list) in others.items():
        if one.layout is None and not of_list:
            continue
        changed = changed or one.layout is None
        layout = one.layout or _new_list(book, name)
        there = _Sheet(book[name], layout, one.rows, needs_metal=not one.has_one_mineral)
        changed = _changed(there, of_list, has_formulas=cached.has_formulas) or changed
    return saved(book, cached, created) if changed else earlier.book


@dataclass(frozen=True)
class _Sheet:
    """A list as it stands in the workbook."""

    sheet: Worksheet
    layout: ListLayout
    rows: tuple[EarlierRow, ...]
    needs_metal: bool = True


def _changed(there: _Sheet, rows: Sequence[ListRow], *, has_formulas: bool) -> bool:
    """Writes into a sheet what differs; whether anything did."""
    sheet, layout = there.sheet, there.layout
    order = _order(sheet, layout, there.rows, rows)
    leaving = {at for title, at in layout.internal.items() if title in _TO_REVIEW}
    gone: set[int] = set() if has_formulas else leaving  # a formula may speak of the columns behind them
    changed = _emptied(sheet, leaving - gone, layout)
    last = layout.width
    columns = {old: new for new, old in enumerate((c for c in range(1, last + 1) if c not in gone), start=1)}
    numbers = {
        old: new for new, old in enumerate(order, start=layout.heading_row + 1) if isinstance(old, int)
    }
    above = {number: number for number in range(1, layout.heading_row + 1)}
    if gone or order != list(range(layout.heading_row + 1, layout.heading_row + 1 + len(order))):
        moved(
            sheet,
            above | numbers,
            columns | {at: at - len(gone) for at in range(last + 1, sheet.max_column + 1)},
        )
        changed = True
    layout = _shifted(layout, columns)
    layout, added = _with_columns(sheet, layout, rows, needs_metal=there.needs_metal)
    changed = changed or added
    places = {
        id(one): at for at, one in enumerate(order, start=layout.heading_row + 1) if not isinstance(one, int)
    }
    for row in rows:
        number = places.get(id(row)) or (numbers[row.source.number] if row.source else 0)
        changed = _write_row(sheet, number, row, layout) or changed
    if changed:
        _stretch(sheet, layout, layout.heading_row + max(len(order), 1), has_fewer_columns=bool(gone))
    return changed


def _opened(content: bytes) -> Workbook:
    """Raises DisclosureError where openpyxl refuses what other readers of the workbook let pass."""
    try:
        with warnings.catch_warnings():  # of parts that nobody here reads
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(content))
    except Exception as problem:  # openpyxl lets the errors of all its parsers through
        raise DisclosureError(
            f"{LIST_FILE} cannot be changed as it stands ({type(problem).__name__}: {problem}). Open it in"
            " Excel, save it, and run the command again."
        ) from problem


def _emptied(sheet: Worksheet, columns: Iterable[int], layout: ListLayout) -> bool:
    """Empties columns that stand in the review now; whether there was one."""
    found = list(columns)
    for at in found:
        for number in range(layout.heading_row, sheet.max_row + 1):
            sheet.cell(number, at).value = None
    return bool(found)


def _stretch(sheet: Worksheet, layout: ListLayout, last_row: int, *, has_fewer_columns: bool) -> None:
    """The filter and the tables reach to the last row; a table that lost columns is plain cells again."""
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = f"A{layout.heading_row}:{get_column_letter(layout.width)}{last_row}"
    for name, table in [(one.name, one) for one in sheet.tables.values()]:
        first, last = table.ref.split(":")
        if has_fewer_columns:
            del sheet.tables[name]
        else:
            table.ref = f"{first}:{last.rstrip('0123456789')}{last_row}"
            if table.autoFilter:
                table.autoFilter.ref = table.ref


def _without_internal_sheets(book: Workbook, read_me_sheet: str, read_me: Sequence[str]) -> bool:
    """Removes what stands in the review now; the sheet that explains them is written anew."""
    found = [name for name in LIST_SHEETS_BEFORE if name in book.sheetnames]
    for name in found:
        del book[name]
    if found and read_me_sheet in book.sheetnames:
        sheet = book[read_me_sheet]
        sheet.delete_rows(1, sheet.max_row)
        for number, line in enumerate(read_me, start=1):
            sheet.cell(number, 1, line)
    return bool(found)


def _new_list(book: Workbook, name: str, *, first: bool = False) -> ListLayout:
    """The sheet of a list in a workbook that has other lists alone."""
    sheet = book.create_sheet(name, 0 if first else None)
    for number, title in enumerate(LIST_COLUMNS.values(), start=1):
        sheet.cell(1, number, title)
    return ListLayout(1, {name: at for at, name in enumerate(LIST_COLUMNS, start=1)}, {}, {})


def _order(
    sheet: Worksheet, layout: ListLayout, earlier: Sequence[EarlierRow], rows: Sequence[ListRow]
) -> list[int | ListRow]:
    """Below the headings: numbers of rows that stay where they are to each other, and rows that are new.

    A new row stands in the order of the annex, if that is the list's; else behind the last of its metal.
    Rows that are joined to others go; what is no row of the list stays.
    """
    by_number = {row.source.number: row for row in rows if row.source}
    gone = {row.number for row in earlier} - by_number.keys()
    bottom = max(
        (cell.row for cells in sheet.iter_rows() for cell in cells if cell.value is not None), default=0
    )
    order: list[int | ListRow] = [n for n in range(layout.heading_row + 1, bottom + 1) if n not in gone]
    there = [by_number[number] for number in sorted(by_number)]
    is_annex = all(annex_order(one) <= annex_order(two) for one, two in itertools.pairwise(there))
    for new in (row for row in rows if row.source is None):
        order.insert(_place_for(new, order, by_number, is_annex=is_annex), new)
    return order


def _place_for(
    new: ListRow, order: Sequence[int | ListRow], by_number: Mapping[int, ListRow], *, is_annex: bool
) -> int:
    known = [(at, by_number.get(one) if isinstance(one, int) else one) for at, one in enumerate(order)]
    listed = [(at, row) for at, row in known if row is not None]
    if is_annex:
        before = [at for at, row in listed if annex_order(row) <= annex_order(new)]
        return max(before) + 1 if before else 0
    same = [at for at, row in listed if row.metal == new.metal] or [at for at, _ in listed]
    return max(same) + 1 if same else 0


def _shifted(layout: ListLayout, columns: Mapping[int, int]) -> ListLayout:
    def shift(found: Mapping[str, int]) -> dict[str, int]:
        return {name: columns[at] for name, at in found.items() if at in columns}

    return ListLayout(layout.heading_row, shift(layout.columns), shift(layout.own), shift(layout.internal))


def _with_columns(
    sheet: Worksheet, layout: ListLayout, rows: Sequence[ListRow], *, needs_metal: bool
) -> tuple[ListLayout, bool]:
    """The layout with a column for the key, and for whatever a row says and no column has."""
    columns, internal = dict(layout.columns), dict(layout.internal)
    texts = [texts_of(row) for row in rows]
    missing = [name for name in LIST_COLUMNS if name not in columns and any(one[name] for one in texts)]
    if not needs_metal:  # of a sheet for one mineral, whose rows need not say it
        missing = [name for name in missing if name != "metal"]
    added = [*missing, *([] if KEY_COLUMN in internal else [KEY_COLUMN])]
    at = layout.width
    style = sheet.cell(layout.heading_row, columns["name"])
    for name in added:
        at += 1
        cell = sheet.cell(layout.heading_row, at, LIST_COLUMNS.get(name, name))
        _look_like(cell, style)
        (internal if name == KEY_COLUMN else columns)[name] = at
    return ListLayout(layout.heading_row, columns, layout.own, internal), bool(added)


def _write_row(sheet: Worksheet, number: int, row: ListRow, layout: ListLayout) -> bool:
    """Writes what differs from what stands there; whether anything did."""
    before = row.source
    changed = False
    if before is None and number > layout.heading_row + 1:
        for column in range(1, layout.width + 1):
            _look_like(sheet.cell(number, column), sheet.cell(number - 1, column))
    for name, text in texts_of(row).items():
        at = layout.columns.get(name)
        if at and text != (before.text(name) if before else ""):
            _write(sheet.cell(number, at), row.status_as_of if name == "status_as_of" and text else text)
            changed = True
    for title, at in layout.own.items():
        text = row.own.get(title, "")
        if text and text != (before.own.get(title, "") if before else ""):
            _write(sheet.cell(number, at), text)
            changed = True
    key = sheet.cell(number, layout.internal[KEY_COLUMN])
    if key.value != row.key:
        _write(key, row.key)
        changed = True
    return changed


def _look_like(cell: Cell | MergedCell, other: Cell | MergedCell) -> None:
    cell._style = copy(other._style)  # type: ignore[union-attr]  # what openpyxl's own copies do


def _write(cell: Cell | MergedCell, value: str | dt.date | None) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_MAX_TEXT] or None
        if cell.data_type == "f":
            cell.data_type = "s"  # text that begins with '=' is text
    else:
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
