"""The list of smelters as an Excel workbook: the rows, and a sheet of sources and definitions."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from ..model import Disclosure
from ..model.columns import text_of
from ..model.list_table import ListTable
from . import statement
from .source_lines import Line

LIST_SHEET = "Smelters and refiners"
SOURCES_SHEET = "Sources and definitions"


@dataclass(frozen=True)
class _Formats:
    """Looks of cells. ``text`` keeps a cell a text also where somebody edits it."""

    heading: xlsxwriter.format.Format
    text: xlsxwriter.format.Format
    day: xlsxwriter.format.Format
    year: xlsxwriter.format.Format
    title: xlsxwriter.format.Format
    label: xlsxwriter.format.Format
    wrapped: xlsxwriter.format.Format


def xlsx_file(disclosure: Disclosure, table: ListTable, lines: Sequence[Line]) -> bytes:
    """The workbook with ``lines`` as its second sheet; same input, same bytes.

    Text is written as text, never as a formula, a number or a link.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({
            "title": statement.title(disclosure),
            "company": disclosure.facts.registrants_in_short,
            "comments": disclosure.terms_text,
            "created": dt.datetime.combine(disclosure.as_of, dt.time()),
        })  # fmt: skip
        formats = _formats(book)
        _write_list(book.add_worksheet(LIST_SHEET), table, disclosure.year, formats)
        _write_sources(book.add_worksheet(SOURCES_SHEET), lines, formats)
    return stream.getvalue()


def _formats(book: xlsxwriter.Workbook) -> _Formats:
    white_on_blue = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F"}
    top = {"text_wrap": True, "valign": "top", "num_format": "@"}
    return _Formats(
        heading=book.add_format({**white_on_blue, "text_wrap": True, "valign": "vcenter", "border": 1}),
        text=book.add_format({"num_format": "@"}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        year=book.add_format({"num_format": "0", "align": "left"}),
        title=book.add_format({**white_on_blue, "num_format": "@"}),
        label=book.add_format({**top, "bold": True}),
        wrapped=book.add_format(top),
    )


def _write_list(
    sheet: xlsxwriter.worksheet.Worksheet, table: ListTable, year: int, formats: _Formats
) -> None:
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, formats.heading)
    sheet.set_row(0, 32)
    for number, row in enumerate(table.rows, start=1):
        for at, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(number, at, dt.datetime.combine(value, dt.time()), formats.day)
            elif isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(number, at, value, formats.year)
            elif text := text_of(value):
                sheet.write_string(number, at, text, formats.text)
    sheet.freeze_panes(1, table.at("name") + 1)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.repeat_rows(0)
    _set_page(sheet, year)


def _set_page(sheet: xlsxwriter.worksheet.Worksheet, year: int) -> None:
    """Prints across the sheet, as many pages high as it takes."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&LReporting year {year}&RPage &P of &N")


def _write_sources(sheet: xlsxwriter.worksheet.Worksheet, lines: Sequence[Line], formats: _Formats) -> None:
    for at, width in enumerate((34, 70, 18, 44, 14, 10)):
        sheet.set_column(at, at, width)
    for number, line in enumerate(lines):
        if len(line) == 1:
            sheet.write_string(number, 0, line[0], formats.title)
        else:
            for at, text in enumerate(line):
                sheet.write_string(number, at, text, formats.wrapped if at else formats.label)
    sheet.fit_to_pages(1, 0)
    sheet.set_landscape()
