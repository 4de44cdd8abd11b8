"""A supplier's file as a book of sheets, whatever its format, after a look at what it might do to us.

Looking through a whole file takes as long as reading it. In a process that is replaced when a file ends it,
the guard is cheap instead: the sizes that the archive states, and the head of each sheet, which says how far
it reaches. Only where these are missing or large is the file looked through all the same.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import ParseError

import msoffcrypto
from msoffcrypto.exceptions import FileFormatError, InvalidKeyError
from python_calamine import CalamineError, CalamineWorkbook

from ...errors import InputError
from ...files.compound_file import Compound, compound_kind
from ...files.ordinary import must_be_ordinary
from ...files.refused import why
from ...files.sheet_scan import stated_reach
from ...files.workbook_guard import (
    DAMAGED,
    LABELLED,
    MAX_CELLS,
    MAX_UNPACKED,
    OLE_SIGNATURE,
    UNLABEL,
    look_into,
)
from ...findings import Finding
from ...findings.catalogue import (
    BOOK_TOO_LARGE,
    CMRT_LARGE,
    CMRT_LINKS,
    CMRT_MACROS,
    CMRT_UNREADABLE,
    FILE_OTHER,
)
from ...model import LineRef
from .cells import Rows
from .labels import Labels, labels_of
from .other_kinds import HEAD, SAVE, damaged, no_workbook, other_document

MAX_ROWS = 10_000
"""The template has room for 2,500 smelters."""
EXCEL_PASSWORD = "VelvetSweatshop"
"""With this one Excel protects old workbooks by itself, and opens them without asking."""

_MAX_PACKED_PART = 8_000_000
_HEAD = 4_096
_NAMED_RIGHTLY = {".xlsx", ".xlsm"}
_FRESH = "Please enter the answers into a fresh copy of the template and send it again."


class Book:
    """An open workbook. Sheets are read when they are asked for, and once."""

    def __init__(
        self,
        source: CalamineWorkbook,
        shown: str,
        notes: Sequence[Finding],
        archive: Path | io.BytesIO | None = None,
    ) -> None:
        self.shown = shown
        self.archive = archive
        """The file itself, or what was behind its protection; None: it is no archive of XML."""
        self.sheet_names: Sequence[str] = source.sheet_names
        self.notes = tuple(notes)
        """What the file holds that is left unread."""
        self.called: dict[str, str] = {}
        """Name of a sheet of the template to its name in this book, where that is another."""
        self._source = source
        self._rows: dict[str, Rows] = {}

    def rows(self, sheet: str) -> Rows:
        """The sheet from its first cell on; without rows where the book does not have it.

        Raises InputError where it is damaged or far too long.
        """
        name = self.called.get(sheet, sheet)
        if name not in self._rows:
            self._rows[name] = self._read(name) if name in self.sheet_names else ()
        return self._rows[name]

    def has(self, sheet: str) -> bool:
        """Whether the book has a sheet of the template, under its own or another name."""
        return self.called.get(sheet, sheet) in self.sheet_names

    @cached_property
    def labels(self) -> Labels:
        return labels_of(self.rows("L"))

    def _read(self, sheet: str) -> Rows:
        with mending(self.shown):
            found = self._source.get_sheet_by_name(sheet)
            height = found.total_height + 1  # it counts rows above the last one
            if height > MAX_ROWS:
                raise InputError([_too_long(sheet, height, self.shown)])
            if height * found.total_width > MAX_CELLS:
                raise InputError([_too_wide(sheet, found.total_width, self.shown)])
            return cast(Rows, found.to_python(skip_empty_area=False))


@contextmanager
def open_book(path: Path, shown: str, *, looks_through: bool = True) -> Iterator[Book]:
    """The workbook at ``path``. Raises InputError with one finding where it cannot be used.

    ``looks_through`` False: the sizes that the file itself states are trusted.
    """
    if path.is_dir():
        message = "this is a folder, not a workbook"
        advice = "Put the workbooks themselves into the folder of answers."
        raise InputError([Finding(FILE_OTHER, message, LineRef(shown), advice)])
    head = _head(path, shown)
    source: Path | io.BytesIO = path
    if head.startswith(OLE_SIGNATURE):
        source = _decrypted(path, shown)
        head = source.getvalue()[: len(OLE_SIGNATURE)]
    notes: tuple[Finding, ...] = ()
    if head.startswith(b"PK"):
        notes = _guard(source, path, shown, looks_through=looks_through)
        if isinstance(source, Path) and not _is_named_rightly(path):
            source = io.BytesIO(path.read_bytes())
    if isinstance(source, io.BytesIO):
        source.seek(0)
    with mending(shown):
        book = CalamineWorkbook.from_object(source)
    try:
        is_excel = head.startswith(b"PK") and path.suffix.lower() != ".ods"
        yield Book(book, shown, notes, source if is_excel else None)
    finally:
        book.close()


def needs_a_process(path: Path) -> bool:
    """Whether nobody looks through its format: Office's old one, an encrypted file, OpenDocument.

    False where it is not there.
    """
    if path.suffix.lower() == ".ods":
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(OLE_SIGNATURE)) == OLE_SIGNATURE
    except OSError:  # said when it is read
        return False


def _is_named_rightly(path: Path) -> bool:
    """Whether the reader of workbooks can open it by its name, and takes it for what it is."""
    is_text = str(path).isprintable() or str(path).encode("utf-8", "replace").decode() == str(path)
    return is_text and path.suffix.lower() in _NAMED_RIGHTLY


def _head(path: Path, shown: str) -> bytes:
    try:
        must_be_ordinary(path)
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as problem:
        message = f"the file cannot be opened: {why(problem)}"
        advice = "Close it in other programs and check who may read it."
        raise InputError([Finding(FILE_OTHER, message, LineRef(shown), advice)]) from problem
    if not head.startswith((OLE_SIGNATURE, b"PK")):
        raise InputError([no_workbook(head, shown)])
    return head


def _decrypted(path: Path, shown: str) -> io.BytesIO:
    """The content of a file of the old format, without the protection that needs no password."""
    where = LineRef(shown)
    content = path.read_bytes()
    if compound_kind(content) is Compound.LABELLED:
        advice = f"{UNLABEL}, and put that there."
        raise InputError([Finding(FILE_OTHER, LABELLED, where, advice)])
    if other := other_document(content, shown):
        raise InputError([other])
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(content))
        if not office.is_encrypted():
            return io.BytesIO(content)
        plain = io.BytesIO()
        office.load_key(password=EXCEL_PASSWORD)
        office.decrypt(plain)
    except InvalidKeyError as problem:
        message = "the workbook is protected by a password"
        advice = "Please remove the password (File, Info, Protect Workbook) and send it again."
        raise InputError([Finding(CMRT_UNREADABLE, message, where, advice)]) from problem
    except FileFormatError as problem:
        raise InputError([no_workbook(OLE_SIGNATURE, shown)]) from problem
    except Exception as problem:  # its parsers let all their errors through
        raise InputError([damaged(shown)]) from problem
    return io.BytesIO(plain.getvalue())


def _guard(source: Path | io.BytesIO, path: Path, shown: str, *, looks_through: bool) -> tuple[Finding, ...]:
    """What the archive holds that is left unread. Raises InputError: no workbook, damaged, too large."""
    try:
        with zipfile.ZipFile(source) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise InputError([_unpacks_to_much(shown)])
            if "xl/workbook.bin" in names:
                message = "the file is a binary workbook (.xlsb)"
                advice = "Open it in Excel, save it as an Excel workbook (.xlsx), and put that there."
                raise InputError([Finding(FILE_OTHER, message, LineRef(shown), advice)])
            if {"mimetype", "content.xml"} <= names:
                if b"spreadsheet" not in archive.read("mimetype"):
                    raise InputError([no_workbook(b"PK", shown, ("word/",))])
                return ()
            if "xl/workbook.xml" not in names:
                raise InputError([no_workbook(b"PK", shown, names)])
            if looks_through or any(_needs_a_look(archive, part) for part in parts):
                _look_through(source, path, shown)
    except DAMAGED as problem:
        raise InputError([damaged(shown)]) from problem
    return tuple(_notes(names, shown))


def _needs_a_look(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if part.compress_size > _MAX_PACKED_PART:
        return True
    if not part.filename.startswith("xl/worksheets/") or not part.filename.endswith(".xml"):
        return False
    with archive.open(part) as sheet:
        reach = stated_reach(sheet.read(_HEAD))
    return reach is None or reach > MAX_CELLS // 10


def _look_through(source: Path | io.BytesIO, path: Path, shown: str) -> None:
    try:
        look_into(path if isinstance(source, Path) else source, shown)
    except InputError as problem:
        message, rule = problem.findings[0].message, problem.findings[0].rule
        if rule is not BOOK_TOO_LARGE:
            raise InputError([Finding(CMRT_UNREADABLE, message, LineRef(shown), SAVE)]) from problem
        raise InputError([Finding(CMRT_LARGE, message, LineRef(shown), _FRESH)]) from problem


def _notes(names: set[str], shown: str) -> Iterator[Finding]:
    if any(name.endswith("vbaProject.bin") for name in names):
        message = "the workbook holds macros, which were neither run nor read"
        advice = "The template has none: please send the workbook without macros (.xlsx)."
        yield Finding(CMRT_MACROS, message, LineRef(shown), advice)
    if any(name.startswith("xl/externalLinks/") for name in names):
        message = "the workbook holds links to other files, which were not followed"
        advice = "Please break them (Data, Edit Links, Break Link), check the answers, and send it again."
        yield Finding(CMRT_LINKS, message, LineRef(shown), advice)


@contextmanager
def mending(shown: str) -> Iterator[None]:
    """Turns what the reader of workbooks raises into a finding; it also panics, which is no Exception."""
    try:
        yield
    except InputError:
        raise
    except (CalamineError, ParseError, *DAMAGED, KeyError, MemoryError, OverflowError) as problem:
        raise InputError([damaged(shown)]) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise InputError([damaged(shown)]) from problem


def _unpacks_to_much(shown: str) -> Finding:
    message = f"the workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB"
    return Finding(CMRT_LARGE, message, LineRef(shown), _FRESH)


def _too_long(sheet: str, rows: int, shown: str) -> Finding:
    message = f"the sheet '{sheet}' reaches down to row {rows:,}"
    advice = f"The template has 2,504 rows, and {MAX_ROWS:,} can be read. {_FRESH}"
    return Finding(CMRT_LARGE, message, LineRef(shown), advice)


def _too_wide(sheet: str, columns: int, shown: str) -> Finding:
    message = f"the sheet '{sheet}' reaches to the right as far as column {columns:,}"
    return Finding(CMRT_LARGE, message, LineRef(shown), _FRESH)
