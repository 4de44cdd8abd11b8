"""Whether anybody may have typed into a sheet, found without reading all its formulas, which takes long."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from .workbook_parts import sheet_parts

_FILLED = re.compile(rb'<c r="[A-F]\d+"[^>/]*><(?!/)')
"""A cell that holds a value or a formula. The template's own formulas stand further right."""
_PLAIN = re.compile(rb'<c r="[A-Z]+\d+"[^<>]*(?:/>|><)')
"""A cell as most programs write it; where one is written otherwise, anything may be there."""
_ROW = re.compile(rb'<row r="(\d+)"')


def may_be_typed_in(source: Path | io.BytesIO, sheet: str, first_row: int) -> bool:
    """False only where no cell in columns A to F, from a row on, holds anything.

    Raises what ``workbook_guard.DAMAGED`` names, and KeyError where the archive does not say its parts.
    """
    with zipfile.ZipFile(source) as archive:
        part = {one.name: one.part for one in sheet_parts(archive)}[sheet]
        content = archive.read(part)
    rows = [(row.start(), int(row[1])) for row in _ROW.finditer(content)]
    at = next((start for start, number in rows if number >= first_row), None if rows else 0)
    if at is None:
        return False
    is_plain = _PLAIN.match(content, content.find(b"<c ", at)) is not None
    return not is_plain or _FILLED.search(content, at) is not None
