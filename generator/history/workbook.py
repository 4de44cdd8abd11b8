"""``smelters.xlsx`` of an imported year: the list as filed, a sheet for each of its parts."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import BOLD
from .facility_list import ListAsFiled, ListColumn, ListPart

if TYPE_CHECKING:
    import xlsxwriter

_SHEET = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31
_WIDTHS = {"metal": 12, "cid": 14, "name": 58, "country_as_filed": 34, "status": 26}


def sheet_names(titles: Sequence[str]) -> list[str]:
    """A name for the sheet of each title, as Excel allows them: short, and no two alike."""
    found: list[str] = []
    for title in titles:
        plain = " ".join(_SHEET.sub(" ", title).split())[:_LONGEST].strip() or "List"
        taken = {name.casefold() for name in found}
        names = (plain, *(f"{plain[: _LONGEST - 4].strip()} {number}" for number in range(2, 1000)))
        found.append(next(name for name in names if name.casefold() not in taken))
    return found


def list_workbook(listed: ListAsFiled, sheets: Sequence[tuple[str, Sequence[ListPart]]], year: int) -> bytes:
    """The workbook with the parts of each sheet below its headings. Text is text; same input, same bytes."""
    import xlsxwriter  # slow to import, and needed here only

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime(year, 12, 31)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
        for name, parts in sheets:
            sheet = book.add_worksheet(name)
            _write(sheet, listed.columns, parts, (head, text, bold))
    return stream.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    columns: Sequence[ListColumn],
    parts: Sequence[ListPart],
    looks: tuple[xlsxwriter.format.Format, xlsxwriter.format.Format, xlsxwriter.format.Format],
) -> None:
    head, text, bold = looks
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDTHS.get(column.key, 22), text)
        sheet.write_string(0, at, column.title, head)
    rows = [(row, placed) for part in parts for row, placed in zip(part.rows, part.placed, strict=True)]
    for number, (row, placed) in enumerate(rows, start=1):
        for at, column in enumerate(columns):
            look = bold if column.key == "name" and BOLD in placed.marks else text
            if value := row.get(column.key, ""):
                sheet.write_string(number, at, value, look)
    sheet.freeze_panes(1, 0)
