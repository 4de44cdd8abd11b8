"""Cells of a workbook that change their places, and its bytes with the values of formulas kept.

openpyxl writes a formula without the value that Excel computed last. Until somebody opened the workbook in
Excel it would have no value, so the values are written back into the saved file.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping

import openpyxl
from lxml import etree
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class CachedValues:
    """The value of each formula, held by its cell, so that it moves with it."""

    def __init__(self, content: bytes, book: Workbook) -> None:
        formulas = [cell for sheet in book.worksheets for cell in _formulas(sheet)]
        self._found: list[tuple[Cell | MergedCell, object]] = []
        if formulas:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
            self._found = [(cell, values[cell.parent.title][cell.coordinate].value) for cell in formulas]

    @property
    def has_formulas(self) -> bool:
        return bool(self._found)

    def by_sheet(self) -> dict[str, dict[str, object]]:
        """Title of a sheet to address and value."""
        found: dict[str, dict[str, object]] = {}
        for cell, value in self._found:
            if value is not None and cell.data_type == "f":
                found.setdefault(cell.parent.title, {})[cell.coordinate] = value
        return found


def _formulas(sheet: Worksheet) -> Iterator[Cell | MergedCell]:
    return (cell for cells in sheet.iter_rows() for cell in cells if getattr(cell, "data_type", "") == "f")


def moved(sheet: Worksheet, rows: Mapping[int, int], columns: Mapping[int, int]) -> None:
    """Every cell in its new place (old number to new); a cell of a row or column without one goes."""
    cells: dict[tuple[int, int], Cell | MergedCell] = {}
    for (row, column), cell in sheet._cells.items():
        if row not in rows or column not in columns:
            continue
        before = cell.coordinate
        cell.row, cell.column = rows[row], columns[column]
        if isinstance(cell.value, str) and cell.data_type == "f" and cell.coordinate != before:
            cell.value = Translator(cell.value, origin=before).translate_formula(cell.coordinate)
        if cell.hyperlink:
            cell.hyperlink.ref = cell.coordinate
        cells[cell.row, cell.column] = cell
    sheet._cells = cells
    heights = {rows[n]: one for n, one in sheet.row_dimensions.items() if n in rows}
    for number, one in heights.items():
        one.index = number
    sheet.row_dimensions.clear()
    sheet.row_dimensions.update(heights)
    _move_widths(sheet, columns)


def _move_widths(sheet: Worksheet, columns: Mapping[int, int]) -> None:
    """A dimension may stand for several columns; each gets its own."""
    if all(old == new for old, new in columns.items()):
        return
    widths: dict[int, tuple[float, bool]] = {}
    for one in sheet.column_dimensions.values():
        for number in range(one.min or 0, min(one.max or 0, max(columns, default=0)) + 1):
            widths[number] = (one.width, one.hidden)
    sheet.column_dimensions.clear()
    for old, (width, hidden) in widths.items():
        if old in columns:
            letters = get_column_letter(columns[old])
            sheet.column_dimensions[letters].width = width
            sheet.column_dimensions[letters].hidden = hidden


def saved(book: Workbook, cached: CachedValues, created: dt.date) -> bytes:
    """The workbook's bytes, the same for the same workbook: no clock, and values beside formulas."""
    stream = io.BytesIO()
    book.save(stream)
    day = f"{created.isoformat()}T00:00:00Z".encode()
    by_path = {f"xl{sheet.path.removeprefix('/xl')}": sheet.title for sheet in book.worksheets}
    values = cached.by_sheet()
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + day, content)
            elif title := values.get(by_path.get(name, "")):
                content = _with_values(content, title)
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _with_values(content: bytes, values: Mapping[str, object]) -> bytes:
    """The sheet with the value of each formula."""
    tree = etree.fromstring(content)
    for cell in tree.iter(f"{_SPACE}c"):
        value = values.get(cell.get("r", ""))
        if value is None or cell.find(f"{_SPACE}f") is None:
            continue
        shown = cell.find(f"{_SPACE}v")
        shown = etree.SubElement(cell, f"{_SPACE}v") if shown is None else shown
        if isinstance(value, bool):
            cell.set("t", "b")
            shown.text = str(int(value))
        elif isinstance(value, int | float):
            cell.attrib.pop("t", None)
            shown.text = repr(value)
        else:
            is_day = isinstance(value, dt.date | dt.datetime)
            cell.set("t", "d" if is_day else "str")
            shown.text = value.isoformat() if isinstance(value, dt.date | dt.datetime) else str(value)
    made: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
