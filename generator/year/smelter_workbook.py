"""``smelters.xlsx`` as people fill it in: the sheet ``Smelter List`` and a ``Read me``."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..model import BOLD, KEY_COLUMN, LIST_COLUMNS, LIST_SHEET, UNMARKED, Metal, Smelter

if TYPE_CHECKING:
    import xlsxwriter

WIDTHS = {
    "metal": 11, "cid": 20, "name": 58, "aliases": 30, "country": 38, "city": 18, "state": 22, "status": 17,
    "status_as_of": 13, "recycled": 12, "footnote": 24,
}  # fmt: skip
INTERNAL_WIDTH = 28
_ROWS_WITH_LISTS = 5_000

READ_ME = (
    "The reconciled smelter list for the reporting year. The site, and every figure in the report, is"
    " computed from the sheet 'Smelter List'.",
    "One row is one facility for one metal; a facility that processes two metals has two rows.",
    "Metal and Smelter Name are needed in every row; a cell of which the filing says nothing stays empty.",
    "Smelter Identification Number is the RMI identifier, CID and six digits, where it is known.",
    "Status uses the labels that disclosure.yml defines. Status As Of is a date such as 2022-03-31.",
    "Other Names are published too; separate several by |.",
    "Recycled or Scrap is Yes, No, Unknown or empty.",
    "The grey columns, and any column with another heading, are never published.",
    "After a change, save the workbook and run: formsd check",
)


def smelter_workbook(smelters: Sequence[Smelter], labels: Sequence[str], created: dt.date) -> bytes:
    """The workbook with a row for each smelter; ``labels`` are the choices of the Status column.

    Text is written as text, never as a formula, a number or a link. Same input, same bytes.
    """
    import xlsxwriter  # slow to import; a build writes no workbook that it kept

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime(created.year, created.month, created.day)})
        _write_list(book, smelters, labels)
        write_read_me(book, READ_ME)
    return stream.getvalue()


def headed_workbook(sheets: Mapping[str, Sequence[str]], created: dt.date) -> bytes:
    """The workbook without rows, whose sheets have these headings. Same input, same bytes."""
    import xlsxwriter  # as above

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime(created.year, created.month, created.day)})
        look = {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": "#1F3A5F",
            "text_wrap": True,
            "valign": "top",
        }
        heading, text = book.add_format(look), book.add_format({"num_format": "@"})
        for name, headings in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.set_column(0, max(len(headings) - 1, 0), INTERNAL_WIDTH, text)
            for column, words in enumerate(headings):
                sheet.write_string(0, column, words, heading)
            sheet.freeze_panes(1, 0)
        write_read_me(book, READ_ME)
    return stream.getvalue()


def _write_list(book: xlsxwriter.Workbook, smelters: Sequence[Smelter], labels: Sequence[str]) -> None:
    sheet = book.add_worksheet(LIST_SHEET)
    look = {"bold": True, "font_color": "#FFFFFF", "text_wrap": True, "valign": "top", "border": 1}
    published = book.add_format({**look, "bg_color": "#1F3A5F"})
    internal = book.add_format({**look, "bg_color": "#666666"})
    text = book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for column, (name, heading) in enumerate(LIST_COLUMNS.items()):
        sheet.set_column(column, column, WIDTHS[name], day if name == "status_as_of" else text)
        sheet.write_string(0, column, heading, published)
    sheet.set_column(len(LIST_COLUMNS), len(LIST_COLUMNS), INTERNAL_WIDTH, text)
    sheet.write_string(0, len(LIST_COLUMNS), KEY_COLUMN, internal)
    for row, smelter in enumerate(smelters, start=1):
        for column, value in enumerate(_cells(smelter)):
            if isinstance(value, dt.date):
                sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), day)
            elif value:
                sheet.write_string(row, column, value, text)
    sheet.freeze_panes(1, list(LIST_COLUMNS).index("name") + 1)
    sheet.autofilter(0, 0, max(len(smelters), 1), len(LIST_COLUMNS))
    offer(sheet, "metal", list(Metal))
    offer(sheet, "status", labels)
    offer(sheet, "recycled", ["Yes", "No", "Unknown"])


def _cells(smelter: Smelter) -> tuple[str | dt.date | None, ...]:
    """The cells in the order of ``LIST_COLUMNS``, as filed; empty where the filer gives nothing."""
    recycled = {True: "Yes", False: "No", None: None}[smelter.recycled]
    country = smelter.country.filed if smelter.country else None
    status = smelter.status
    label = status.label if status and status.mark not in (BOLD, UNMARKED) else None
    return (
        smelter.as_filed("metal") or smelter.metal.value,
        smelter.as_filed("cid") or smelter.cid,
        smelter.as_filed("name") or smelter.name,
        " | ".join(smelter.aliases),
        smelter.as_filed("country_as_filed") or country,
        smelter.city,
        smelter.state,
        smelter.as_filed("status") or label,
        smelter.status_as_of,
        recycled,
        smelter.footnote,
    )


def offer(sheet: xlsxwriter.worksheet.Worksheet, name: str, choices: Sequence[str]) -> None:
    """Lets a column choose from a list; Excel takes no more than 255 characters of choices."""
    if len(",".join(choices)) <= 255:
        column = list(LIST_COLUMNS).index(name)
        sheet.data_validation(
            1, column, _ROWS_WITH_LISTS, column, {"validate": "list", "source": list(choices)}
        )


def write_read_me(book: xlsxwriter.Workbook, lines: Sequence[str]) -> None:
    sheet = book.add_worksheet("Read me")
    sheet.set_column(0, 0, 110)
    wrapped = book.add_format({"text_wrap": True})
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, wrapped)
