"""``smelters.xlsx`` as reconciling writes it: what may be published, and the key of each row.

A new one is made whole. In one that is there, only what differs is written: its order, its headings, its
other sheets and all that people put there stay.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence

import xlsxwriter

from ...model import KEY_COLUMN, LIST_COLUMNS, LIST_SHEET, Metal
from ...year.smelter_workbook import INTERNAL_WIDTH, READ_ME, WIDTHS, offer, write_read_me
from ..earlier import OtherList
from ..merge.keep import texts_of
from ..merge.other_lists import list_of
from ..reconciled import READ_ME_SHEET, REVIEW_FILE, REVIEW_FOLDER, ListRow, Reconciled
from .list_in_place import list_in_place

_MORE_TO_READ = (
    "",
    f"The column {KEY_COLUMN} ties a row to {REVIEW_FOLDER}/{REVIEW_FILE}, which says who reported it, has"
    " your comments and decisions, and is never committed. Leave the keys as they are; a row of your own"
    " needs none.",
    "You may sort the list, change any cell, and add columns, rows and sheets: the next formsd reconcile"
    " keeps them. An identifier that you type is looked up, and name, status and reports follow.",
    "A row that you delete stays out. The sheet 'Left out' of the review has it, with a way back.",
)


def list_workbook(result: Reconciled) -> bytes:
    """The workbook; same input, same bytes. Text is written as text, never as a formula or a link."""
    read_me = (*READ_ME, *_MORE_TO_READ)
    if result.earlier.book is not None:
        others = {one.sheet: (one, rows) for one, rows in rows_by_list(result)}
        return list_in_place(result.earlier, result.rows, result.created, READ_ME_SHEET, read_me, others)
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime.combine(result.created, dt.time())})
        _write_list(book, LIST_SHEET, result.rows, result.labels, list(Metal))
        for one, rows in rows_by_list(result):
            _write_list(book, one.sheet, rows, result.labels, [str(mineral) for mineral in one.minerals])
        write_read_me(book, read_me)
    return stream.getvalue()


def rows_by_list(result: Reconciled) -> Iterator[tuple[OtherList, list[ListRow]]]:
    """Each list of other minerals with its rows."""
    placed = [(list_of(row, result.other_lists), row) for row in result.other_rows]
    for one in result.other_lists:
        yield one, [row for there, row in placed if there is one]


def _write_list(
    book: xlsxwriter.Workbook,
    name: str,
    rows: Sequence[ListRow],
    labels: Sequence[str],
    minerals: Sequence[str],
) -> None:
    """A sheet with the columns of the list, and behind them each row's key in an internal one."""
    sheet = book.add_worksheet(name)
    look = {"bold": True, "font_color": "#FFFFFF", "text_wrap": True, "valign": "top", "border": 1}
    published = book.add_format({**look, "bg_color": "#1F3A5F"})
    internal = book.add_format({**look, "bg_color": "#666666"})
    text = book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for column, (field, title) in enumerate(LIST_COLUMNS.items()):
        sheet.set_column(column, column, WIDTHS[field], day if field == "status_as_of" else text)
        sheet.write_string(0, column, title, published)
    sheet.set_column(len(LIST_COLUMNS), len(LIST_COLUMNS), INTERNAL_WIDTH, text)
    sheet.write_string(0, len(LIST_COLUMNS), KEY_COLUMN, internal)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(_cells(row)):
            if isinstance(value, dt.date):
                sheet.write_datetime(number, column, dt.datetime.combine(value, dt.time()), day)
            elif value:
                sheet.write_string(number, column, value, text)
    sheet.freeze_panes(1, list(LIST_COLUMNS).index("name") + 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(LIST_COLUMNS))
    offer(sheet, "metal", minerals)
    offer(sheet, "status", labels)
    offer(sheet, "recycled", ["Yes", "No", "Unknown"])
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _cells(row: ListRow) -> list[str | dt.date | None]:
    """The values in the order of the columns."""
    texts = texts_of(row)
    return [*(row.status_as_of if name == "status_as_of" else texts[name] for name in LIST_COLUMNS), row.key]
