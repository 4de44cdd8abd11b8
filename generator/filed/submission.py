"""The text of an exhibit's file, and the documents of a whole submission that belong to Form SD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError
from ..findings import FILED_UNREADABLE, Finding
from ..model import LineRef

MAX_BYTES = 50_000_000
_EXHIBITS = re.compile(r"EX-1\.0\d|EX-1\.\d", re.IGNORECASE)
_DOCUMENT = re.compile(r"<DOCUMENT>(.*?)</DOCUMENT>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"<TYPE>\s*(\S+)", re.IGNORECASE)
_TEXT = re.compile(r"<TEXT>(.*?)(?:</TEXT>|\Z)", re.DOTALL | re.IGNORECASE)
_OTHER_FORMATS = {b"%PDF": "a PDF", b"PK": "a Word document or another zipped file"}


def text_of_file(path: Path) -> str:
    """The text of the file with ``\\n`` at the ends of its lines. Raises InputError: it holds no text."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError([_unreadable(path, f"the file cannot be read: {error.strerror}")]) from error
    kind = next((kind for start, kind in _OTHER_FORMATS.items() if content.startswith(start)), "")
    if kind:
        raise InputError([_unreadable(path, f"the file is {kind}")])
    if not content.strip():
        raise InputError([_unreadable(path, "the file is empty")])
    if len(content) > MAX_BYTES:
        raise InputError([_unreadable(path, f"the file has {len(content):,} bytes")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def documents(text: str) -> Iterator[str]:
    """The exhibits of a submission, or the whole text where it is one document alone."""
    parts = [(_TYPE.search(part[1]), _TEXT.search(part[1])) for part in _DOCUMENT.finditer(text)]
    bodies = [body[1] for kind, body in parts if kind and body and _EXHIBITS.fullmatch(kind[1])]
    begun = _TEXT.search(text) if re.match(r"\s*<DOCUMENT>", text, re.IGNORECASE) else None
    yield from bodies or [begun[1] if begun else text]


def _unreadable(path: Path, message: str) -> Finding:
    advice = "Save the exhibit from EDGAR as HTML (.htm), or the whole submission as text (.txt)."
    return Finding(FILED_UNREADABLE, message, LineRef(path.name), advice)
