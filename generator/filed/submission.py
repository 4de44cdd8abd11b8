"""The text of a filed document's file, and the documents of a whole submission that belong to Form SD."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..files.text_file import read_bytes
from ..files.workbook_guard import OLE_SIGNATURE
from ..findings import Finding
from ..findings.catalogue import FILED_UNREADABLE
from ..model import LineRef

MAX_BYTES = 50_000_000
COVER = re.compile(r"exact\s+name\s+of\s+(?:the\s+)?registrant", re.IGNORECASE)
"""The caption of the registrant's name, which every form has and no exhibit."""
_EXHIBITS = re.compile(r"EX-1\.0\d|EX-1\.\d", re.IGNORECASE)
_FORMS = re.compile(r"(?:SD(?:/A)?|EX-1\.0\d|EX-1\.\d)", re.IGNORECASE)
_DOCUMENT = re.compile(r"<DOCUMENT>(.*?)</DOCUMENT>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"<TYPE>\s*(\S+)", re.IGNORECASE)
_TEXT = re.compile(r"<TEXT>(.*?)(?:</TEXT>|\Z)", re.DOTALL | re.IGNORECASE)
_OTHER_FORMATS = {
    b"%PDF": "a PDF",
    b"PK": "a Word document or another zipped file",
    OLE_SIGNATURE: "a Word document in the old format",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A document of a submission."""

    kind: str
    """Its type, such as ``SD`` or ``EX-1.01``; empty: the text is no submission."""
    name: str
    """Its file's name in the submission; empty where none is given."""
    description: str
    text: str
    line: int
    """The line of the file in which the text begins, from 1."""

    @property
    def is_text(self) -> bool:
        """Whether it can be read: pictures, workbooks and PDF stand in a submission as coded bytes."""
        begin = self.text.lstrip()[:200]
        return not re.match(
            r"(?:<PDF>|<XBRL>\s*<\?xml[^>]*>\s*<xbrl)?\s*begin \d{3} |<PDF>", begin, re.IGNORECASE
        )


def parts_of(text: str) -> list[Part]:
    """Every document of a submission in its order; one without type where the text is none."""
    starts = [found.start() for found in re.finditer(r"<DOCUMENT>", text, re.IGNORECASE)]
    if not starts:
        return [Part("", "", "", text, 1)]
    found = []
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        chunk = text[begin:end]
        body = _TEXT.search(chunk)
        head = chunk[: body.start() if body else len(chunk)]
        kind, name, says = (_entry(tag, head) for tag in ("TYPE", "FILENAME", "DESCRIPTION"))
        if body:
            line = text.count("\n", 0, begin + body.start(1)) + 1
            found.append(Part(kind.upper(), name, says, body[1], line))
    return found or [Part("", "", "", text, 1)]


def _entry(tag: str, head: str) -> str:
    found = re.search(rf"<{tag}>[ \t]*([^\n<]*)", head, re.IGNORECASE)
    return found[1].strip() if found else ""


def text_of_file(path: Path) -> str:
    """The text of the file with ``\\n`` at the ends of its lines. Raises InputError: it holds no text."""
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
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # as Windows' editor calls Unicode
        return _with_plain_ends(content.decode("utf-16", errors="replace"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return _with_plain_ends(text)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def documents_of(text: str) -> Iterator[tuple[str, int]]:
    """The documents of a submission that belong to Form SD, each with its first line; else the whole text."""
    whole = True
    for document in _DOCUMENT.finditer(text):
        kind, body = _TYPE.search(document[1]), _TEXT.search(document[1])
        if kind and body and _FORMS.fullmatch(kind[1]):
            whole = False
            yield body[1], text.count("\n", 0, document.start(1) + body.start(1)) + 1
    if whole:
        yield text, 1


def exhibits_of(text: str) -> Iterator[str]:
    """The exhibits of a submission, or the whole text where it is one document alone."""
    parts = [(_TYPE.search(part[1]), _TEXT.search(part[1])) for part in _DOCUMENT.finditer(text)]
    bodies = [body[1] for kind, body in parts if kind and body and _EXHIBITS.fullmatch(kind[1])]
    begun = _TEXT.search(text) if re.match(r"\s*<DOCUMENT>", text, re.IGNORECASE) else None
    yield from bodies or [begun[1] if begun else text]


def _unreadable(path: Path, message: str, advice: str) -> Finding:
    return Finding(FILED_UNREADABLE, message, LineRef(path.name), advice)
