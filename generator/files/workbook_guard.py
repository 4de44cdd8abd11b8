"""A look into a workbook before a reader opens it: is it one, how large is it, does it hold formulas?"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import BOOK_TOO_LARGE, BOOK_UNREADABLE
from ..model import LineRef
from .compound_file import Compound, compound_kind
from .sheet_scan import SheetScan, TooFar
from .text_file import read_bytes
from .workbook_parts import SheetPart, sheet_parts, struck_styles

MAX_UNPACKED = 50_000_000
"""Bytes that all parts together may unpack to; 10,000 smelters take about 4 million."""
MAX_CELLS = 5_000_000
"""Cells of the rectangle from A1 that a sheet fills. A reader makes room for all of them, empty or not:
one stray value in a sheet's last cell would take more memory than there is."""

_MOST_PARTS, _MOST_SHEETS = 5_000, 250
"""Parts of the archive, and sheets: each of them is opened."""
OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of the old Office formats begin, and protected ones of the new."""
LABELLED = "the workbook is protected by a sensitivity label or by rights management"
UNLABEL = (
    "Open it in Excel with an account that may, choose a label without protection (Home, Sensitivity), or"
    " save a copy without restrictions (File, Info, Protect Workbook)"
)
_BLOCK = 1 << 20
DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
    LookupError,
)  # fmt: skip
"""What readers of archives and of XML raise where bytes were changed or are missing; the last where a part
lacks, or names an encoding that there is not."""


@dataclass(frozen=True)
class WorkbookLook:
    """What a cheap look tells; ``has_formulas`` and ``has_errors`` count any sheet."""

    has_formulas: bool
    has_errors: bool
    sheets: Mapping[str, SheetScan] = field(default_factory=dict, compare=False, repr=False)
    """Name of a sheet to what was seen of it; empty where the archive does not say which part is which."""
    hidden_sheets: frozenset[str] = field(default=frozenset(), compare=False, repr=False)


_MOST_SEEN = 64
_seen: dict[tuple[bytes, str], WorkbookLook] = {}
"""What was seen last, by the hash of the bytes and the name in messages: little, because of a cell that holds
what it should nothing is kept. Nobody changes it."""


def look_into(path: Path | io.BytesIO, shown: str) -> WorkbookLook:
    """Unpacks each part block by block and keeps none. Raises InputError where it is no usable workbook.

    ``path`` may be the content of a file that was protected. What was seen of the same bytes is kept: a build
    asks for it where the list is read, and wherever it is searched for what must not be published.
    """
    content = path.getvalue() if isinstance(path, io.BytesIO) else read_bytes(path, shown)
    key = hashlib.sha256(content).digest(), shown
    if key in _seen:
        return _seen[key]
    look = _look_into(content, shown)
    while len(_seen) >= _MOST_SEEN:
        _seen.pop(next(iter(_seen)), None)
    _seen[key] = look
    return look


def _look_into(content: bytes, shown: str) -> WorkbookLook:
    where = LineRef(shown)
    if not content:
        raise InputError([Finding(BOOK_UNREADABLE, "the file is empty", where, "Save the workbook again.")])
    if content.startswith(OLE_SIGNATURE):
        raise InputError([_ole_finding(content, where)])
    if not content.startswith(b"PK"):
        advice = "Open it in Excel and save it as an Excel workbook (.xlsx)."
        raise InputError([Finding(BOOK_UNREADABLE, "the file is not an Excel workbook", where, advice)])
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _look_at_parts(archive, where)
    except DAMAGED as problem:
        message = "the workbook is damaged or cut off"
        advice = "Copy it again from where it came, or open it in Excel, let Excel repair it, and save it."
        raise InputError([Finding(BOOK_UNREADABLE, message, where, advice)]) from problem


def scan_sheet(path: Path | io.BytesIO, sheet: str) -> SheetScan:
    """What the sheet of that name holds. Raises what ``DAMAGED`` names, KeyError where it is not there."""
    with zipfile.ZipFile(path) as archive:
        scan = SheetScan(MAX_CELLS, struck_styles(archive))
        part = {one.name: one.part for one in sheet_parts(archive)}[sheet]
        with archive.open(part) as content:
            scan.read(iter(lambda: content.read(_BLOCK), b""))
    return scan


def _ole_finding(content: bytes, where: LineRef) -> Finding:
    kind = compound_kind(content)
    if kind is Compound.PASSWORD:
        advice = "Open it in Excel, remove the password (File, Info, Protect Workbook), and save it."
        return Finding(BOOK_UNREADABLE, "the workbook is protected by a password", where, advice)
    if kind is Compound.LABELLED:
        return Finding(BOOK_UNREADABLE, LABELLED, where, f"{UNLABEL}.")
    if kind is Compound.MESSAGE:
        advice = "Save the workbook that is attached to it, and put that there."
        return Finding(BOOK_UNREADABLE, "the file is a message of Outlook", where, advice)
    advice = "Open it in Excel and save it as an Excel workbook (.xlsx)."
    return Finding(BOOK_UNREADABLE, "the file is in Excel's old format (.xls)", where, advice)


def _look_at_parts(archive: zipfile.ZipFile, where: LineRef) -> WorkbookLook:
    if "[Content_Types].xml" not in archive.namelist():
        advice = "Open the smelter list in Excel and save it as an Excel workbook (.xlsx)."
        raise InputError([Finding(BOOK_UNREADABLE, "the file is not an Excel workbook", where, advice)])
    if (parts_there := len(archive.infolist())) > _MOST_PARTS:
        raise InputError([_too_many(parts_there, "parts", where)])
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
        raise InputError([_too_large(where)])
    sheets, struck = _sheets_and_styles(archive)
    if len(sheets) > _MOST_SHEETS:
        raise InputError([_too_many(len(sheets), "sheets", where)])
    parts = {one.part for one in sheets}
    unpacked = [0]
    scans: dict[str, SheetScan] = {}
    for name in archive.namelist():
        with archive.open(name) as part:
            blocks = _blocks(part, unpacked, where)
            if name in parts or (name.startswith("xl/worksheets/") and name.endswith(".xml")):
                scans[name] = _scanned(blocks, struck, where)
            for _ in blocks:  # the sizes that an archive states may be wrong
                pass
    return WorkbookLook(
        has_formulas=any(scan.has_formulas for scan in scans.values()),
        has_errors=any(scan.has_errors for scan in scans.values()),
        sheets={one.name: scans[one.part] for one in sheets if one.part in scans},
        hidden_sheets=frozenset(one.name for one in sheets if one.is_hidden),
    )


def _sheets_and_styles(archive: zipfile.ZipFile) -> tuple[tuple[SheetPart, ...], frozenset[str]]:
    """None where the archive does not say them; what a reader makes of that, it says itself."""
    try:
        return sheet_parts(archive), struck_styles(archive)
    except (*DAMAGED, KeyError, StopIteration):
        return (), frozenset()


def _scanned(blocks: Iterator[bytes], struck: frozenset[str], where: LineRef) -> SheetScan:
    scan = SheetScan(MAX_CELLS, struck)
    try:
        scan.read(blocks)
    except TooFar:
        raise InputError([_too_wide(scan.columns, scan.rows, where)]) from None
    return scan


def _blocks(part: IO[bytes], unpacked: list[int], where: LineRef) -> Iterator[bytes]:
    """The part piece by piece. Raises InputError where all parts so far unpack to too much."""
    while block := part.read(_BLOCK):
        unpacked[0] += len(block)
        if unpacked[0] > MAX_UNPACKED:
            raise InputError([_too_large(where)])
        yield block


def _too_large(where: LineRef) -> Finding:
    message = f"the workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB"
    advice = "Keep the smelter list alone: delete other sheets, pictures, and empty rows below the list."
    return Finding(BOOK_TOO_LARGE, message, where, advice)


def _too_many(number: int, what: str, where: LineRef) -> Finding:
    message = f"the workbook has {number:,} {what}"
    return Finding(BOOK_TOO_LARGE, message, where, "Copy the sheet with the list into a new workbook.")


def _too_wide(columns: int, rows: int, where: LineRef) -> Finding:
    message = f"a sheet of the workbook reaches to column {columns:,} and row {rows:,}"
    advice = "Delete the empty columns right of the list and the empty rows below it, and save."
    return Finding(BOOK_TOO_LARGE, message, where, advice)
