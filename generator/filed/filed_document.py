"""A filed exhibit as EDGAR serves it, or as text: its facility table, and what it says around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..countries.table import COUNTRIES_FILE, read_countries
from ..errors import InputError
from ..files.text_file import read_bytes
from ..files.workbook_guard import OLE_SIGNATURE
from ..findings import Finding
from ..findings.catalogue import FILED_UNREADABLE, FILED_WITHOUT_LIST
from ..model import LineRef, Passage, Status
from .facility_table import find_facilities
from .filed_blocks import Block, blocks_of
from .values import FiledDocument

MAX_BYTES = 50_000_000
_FORMS = re.compile(r"(?:SD(?:/A)?|EX-1\.0\d|EX-1\.\d)", re.IGNORECASE)
_DOCUMENT = re.compile(r"<DOCUMENT>(.*?)</DOCUMENT>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"<TYPE>\s*(\S+)", re.IGNORECASE)
_TEXT = re.compile(r"<TEXT>(.*?)(?:</TEXT>|\Z)", re.DOTALL | re.IGNORECASE)
_SENTENCE_CELL = 40
_OTHER_FORMATS = {
    b"%PDF": "a PDF",
    b"PK": "a Word document or another zipped file",
    OLE_SIGNATURE: "a Word document in the old format",
}


def read_filed_document(path: Path, data_dir: Path, statuses: Sequence[Status]) -> FiledDocument:
    """The document at ``path``. ``statuses`` is the vocabulary by which its status column is known.

    A whole submission (``.txt`` with several documents) is read too; its forms and their exhibits count.
    Raises InputError: it cannot be read, or no facility table is found in it.
    """
    countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
    blocks = [block for text, line in _documents(_text(path)) for block in blocks_of(text, line)]
    found = find_facilities(blocks, countries, statuses, path.name)
    if not found.rows:
        raise InputError([_without_list(path, found.without_metal)])
    return FiledDocument(
        file=path.name,
        rows=found.rows,
        columns=found.columns,
        passages=tuple(_passages(found.others, path.name)),
        counts=tuple(_counts(found.others, path.name)),
    )


def _text(path: Path) -> str:
    content = read_bytes(path, str(path), if_missing="Check the name of the file and of its folder.")
    if not content.strip():
        raise InputError([_unreadable(path, "the file is empty", "Save the filed document again.")])
    for beginning, kind in _OTHER_FORMATS.items():
        if content.startswith(beginning):
            advice = "Save the exhibit from EDGAR as HTML (.htm), or copy its text into a .txt file."
            raise InputError([_unreadable(path, f"the file is {kind}", advice)])
    if len(content) > MAX_BYTES:
        message = f"the file has {len(content):,} bytes"
        raise InputError([_unreadable(path, message, "Name the exhibit alone, not a whole archive.")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_list(path: Path, without_metal: int | None) -> Finding:
    """``without_metal`` is the line of a table that would be the list if it told the metals."""
    if without_metal is None:
        message = "no facility table is found in it: a table with the names of smelters and their countries"
        advice = "Name the file of the exhibit that holds the list, as HTML or as text."
    else:
        message = "the table has names and countries, but no metal can be told of its rows"
        advice = (
            "Name the metals in a copy of the document: in a column, in a row before the facilities of each"
            " metal, or in a heading above the table."
        )
    return Finding(FILED_WITHOUT_LIST, message, LineRef(path.name, without_metal), advice)


def _unreadable(path: Path, message: str, advice: str) -> Finding:
    return Finding(FILED_UNREADABLE, message, LineRef(path.name), advice)


def _documents(text: str) -> Iterator[tuple[str, int]]:
    """The documents of a submission that belong to Form SD, each with its first line; else the whole text."""
    whole = True
    for document in _DOCUMENT.finditer(text):
        kind, body = _TYPE.search(document[1]), _TEXT.search(document[1])
        if kind and body and _FORMS.fullmatch(kind[1]):
            whole = False
            yield body[1], text.count("\n", 0, document.start(1) + body.start(1)) + 1
    if whole:
        yield text, 1


def _passages(blocks: Sequence[Block], file: str) -> Iterator[Passage]:
    """Paragraphs, and cells long enough to hold a sentence."""
    for block in blocks:
        for cell in block.cells:
            if cell.text and (block.table is None or len(cell.text) >= _SENTENCE_CELL):
                yield Passage(cell.text, LineRef(file, block.line))


def _counts(blocks: Sequence[Block], file: str) -> Iterator[tuple[Passage, ...]]:
    """Rows of tables, without their empty cells."""
    for block in blocks:
        cells = tuple(Passage(cell.text, LineRef(file, block.line)) for cell in block.cells if cell.text)
        if block.table is not None and len(cells) > 1:
            yield cells
