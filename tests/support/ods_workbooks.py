"""Workbooks in OpenDocument's format, each cell of the kind that LibreOffice stores for it."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_cell_to_rowcol

from tests.support.builders import Formula

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def write_ods(path: Path, sheets: Mapping[str, Mapping[str, Any]]) -> Path:
    """The sheets, by name, each from address to value; what lies between the cells is stored as repeated."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>{_rows(cells)}</table:table>"
        for name, cells in sheets.items()
    )
    content = (
        f"<office:document-content {_SPACES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        made.writestr("META-INF/manifest.xml", "<manifest/>")
        made.writestr("content.xml", content)
    return path


def _rows(cells: Mapping[str, Any]) -> str:
    rows: dict[int, dict[int, Any]] = {}
    for address, value in cells.items():
        row, column = xl_cell_to_rowcol(address)
        rows.setdefault(row, {})[column] = value
    made, below = [], 0
    for row, those in sorted(rows.items()):
        made.append(_repeated("row", row - below, "<table:table-cell/>"))
        made.append(f"<table:table-row>{_cells(those)}</table:table-row>")
        below = row + 1
    return "".join(made)


def _cells(row: Mapping[int, Any]) -> str:
    made, after = [], 0
    for column, value in sorted(row.items()):
        made += [_repeated("cell", column - after), _cell(value)]
        after = column + 1
    return "".join(made)


def _repeated(what: str, count: int, inside: str = "") -> str:
    if not count:
        return ""
    counted = "rows" if what == "row" else "columns"
    return f'<table:table-{what} table:number-{counted}-repeated="{count}">{inside}</table:table-{what}>'


def _cell(value: Any) -> str:
    formula = ""
    if isinstance(value, Formula):
        formula = f" table:formula={quoteattr(f'of:{value.text}')}"
        value = value.value
    if value is None or isinstance(value, str):
        text = "".join(f"<text:p>{escape(line)}</text:p>" for line in (value or "").splitlines())
        stored = 'office:value-type="string"'
    elif isinstance(value, bool):
        text = f"<text:p>{str(value).upper()}</text:p>"
        stored = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, dt.date):
        text = f"<text:p>{value:%d-%b-%Y}</text:p>"
        stored = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif value == 1:
        text, stored = "<text:p>100%</text:p>", 'office:value-type="percentage" office:value="1"'
    else:
        text, stored = f"<text:p>{value}</text:p>", f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell{formula} {stored}>{text}</table:table-cell>"
