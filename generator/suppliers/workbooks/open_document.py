"""Formulas of an OpenDocument spreadsheet that have no stored value."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from ...files.raw_table import column_letters

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_VALUES = ("value", "string-value", "date-value", "time-value", "boolean-value")


def formulas_in(archive: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    """The cells of a sheet, such as ``D8``, whose formula shows nothing before it is calculated.

    Raises ParseError where the file is damaged.
    """
    name, row = "", 0
    with archive.open("content.xml") as content:
        for event, element in ElementTree.iterparse(content, events=("start", "end")):
            if event == "start":
                if element.tag == f"{_TABLE}table":
                    name, row = element.get(f"{_TABLE}name", ""), 0
            elif element.tag == f"{_TABLE}table-row":
                if name == sheet:
                    yield from (f"{letters}{row + 1}" for letters in _columns(element))
                row += _times(element, "rows")
                element.clear()


def _columns(row: Any) -> Iterator[str]:
    at = 0
    for cell in row:
        if cell.tag in _CELLS:
            if cell.get(f"{_TABLE}formula") and not _shows(cell):
                yield column_letters(at)
            at += _times(cell, "columns")


def _shows(cell: Any) -> bool:
    return any(cell.get(f"{_OFFICE}{name}") for name in _VALUES) or any(map(str.strip, cell.itertext()))


def _times(element: Any, what: str) -> int:
    said = element.get(f"{_TABLE}number-{what}-repeated", "")
    return int(said) if said.isdecimal() else 1
