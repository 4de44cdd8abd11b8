"""Rows of a workbook that people do not see or have struck through, found at little cost among many files.

Most workbooks have none. Whether one may have is seen in the part of its sheet down to the last row that says
anything; only then its parsed elements are looked at, and those decide.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from .workbook_guard import scan_sheet
from .workbook_parts import sheet_parts, struck_styles

_BLOCK = 1 << 18
_NUMBER = re.compile(rb"\br=[\"'][A-Z]{0,3}(\d{1,7})[\"']")
_END_OF_BLOCK = 4_096


@dataclass(frozen=True, slots=True)
class OutOfSight:
    """Numbers of rows that hold something, in order, and whether the whole sheet is hidden."""

    hidden: tuple[int, ...] = ()
    struck: tuple[int, ...] = ()
    is_sheet_hidden: bool = False


def out_of_sight(source: Path | io.BytesIO, sheet: str, last_row: int) -> OutOfSight:
    """What of a sheet down to a row is out of sight.

    Raises what ``workbook_guard.DAMAGED`` names, and KeyError where the archive does not say its parts.
    """
    with zipfile.ZipFile(source) as archive:
        part = {one.name: one for one in sheet_parts(archive)}[sheet]
        struck = struck_styles(archive)
        if not _may_have(archive, part.part, struck, last_row):
            return OutOfSight(is_sheet_hidden=part.is_hidden)
    scan = scan_sheet(source, sheet)
    hidden = tuple(row for row in scan.hidden_rows if row <= last_row)
    return OutOfSight(hidden, tuple(row for row in scan.struck_rows if row <= last_row), part.is_hidden)


def _may_have(archive: zipfile.ZipFile, part: str, struck: frozenset[str], last_row: int) -> bool:
    rows = _beginning(archive, part, last_row).partition(b"sheetData")[2]
    if b"hidden" in rows:
        return True
    return any(f's="{style}"'.encode() in rows or f"s='{style}'".encode() in rows for style in struck)


def _beginning(archive: zipfile.ZipFile, part: str, last_row: int) -> bytes:
    """The sheet's XML down to a row at least; all of it where its rows bear no numbers."""
    blocks = []
    with archive.open(part) as content:
        while block := content.read(_BLOCK):
            blocks.append(block)
            numbers = _NUMBER.findall(block[-_END_OF_BLOCK:])
            if numbers and int(numbers[-1]) > last_row:
                break
    return b"".join(blocks)
