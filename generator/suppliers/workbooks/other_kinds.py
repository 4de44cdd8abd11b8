"""What a file is that is no workbook, or a damaged one, and what its sender or the filer can do about it.

Told by how it begins, by the parts of its archive, and at last by its name.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...files.compound_file import streams_of
from ...findings import Finding, Rule
from ...findings.catalogue import CMRT_UNREADABLE, FILE_OTHER
from ...model import LineRef

HEAD = 512
"""Bytes of a file that tell its kind."""

SAVE = "Please open it in Excel, save it as an Excel workbook (.xlsx), and send it again."
_SEND = "Please send the Excel workbook of the template (.xlsx)."
_UNPACK = "Unpack it, and put the workbooks there."


@dataclass(frozen=True, slots=True)
class _Kind:
    what: str
    """Behind ``the file is``; with ``damaged`` before its noun where only the name tells it."""
    advice: str
    rule: Rule = CMRT_UNREADABLE
    """``FILE_OTHER``: the filer opens it, and nothing is asked of the supplier."""


_PDF = _Kind("a PDF", "Please send the Excel workbook itself, not a print-out of it.")
_PICTURE = _Kind("a picture", "Please send the Excel workbook itself, not a picture of it.")
_TEXT = _Kind(
    "a text document", "Please enter the answers into the Excel workbook of the template, and send that."
)
_SLIDES = _Kind("a presentation", _TEXT.advice)
_PAGE = _Kind("a web page, whatever its name says", SAVE)
_XML = _Kind("an XML file", SAVE)
_LINES = _Kind("a text file", _TEXT.advice)
_NUMBERS = _Kind(
    "a document of Apple's Numbers or Pages", "Please export it as an Excel workbook, and send that."
)
_ARCHIVE = _Kind("an archive that is not opened here", _UNPACK, FILE_OTHER)
_MAIL = _Kind(
    "a message that is not opened here",
    "Open it in the mail program, save the workbook that is attached, and put that there.",
    FILE_OTHER,
)
_LINK = _Kind("a link to a file elsewhere", "Put the file itself there.", FILE_OTHER)
_OPEN_DOCUMENT = _Kind(
    "an OpenDocument spreadsheet",
    "Please open it in the program that made it, save it as an Excel workbook (.xlsx), and send that.",
)
_BINARY = _Kind("a binary workbook (.xlsb)", SAVE)

_BEGINNINGS: tuple[tuple[bytes, _Kind], ...] = (
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE), (b"BM", _PICTURE),
    (b"II*\0", _PICTURE), (b"MM\0*", _PICTURE),
    (b"{\\rtf", _TEXT),
    (b"7z\xbc\xaf", _ARCHIVE), (b"Rar!", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE), (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE), (b"MSCF", _ARCHIVE),
    (b"L\0\0\0\x01\x14\x02\0", _LINK), (b"[InternetShortcut]", _LINK),
)  # fmt: skip
_ENDINGS = {
    ".pdf": _PDF,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"), _PICTURE),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), _TEXT),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), _SLIDES),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".cab"), _ARCHIVE),
    **dict.fromkeys((".p7m", ".p7s", ".msg", ".eml", ".mht", ".mhtml"), _MAIL),
    **dict.fromkeys((".lnk", ".url", ".webloc"), _LINK),
    ".numbers": _NUMBERS, ".pages": _NUMBERS, ".ods": _OPEN_DOCUMENT, ".xlsb": _BINARY,
}  # fmt: skip
_READ_BY_NAME = (_LINK, _MAIL)
"""Kinds with many beginnings: their name alone says what they are, not that they are damaged."""
_PLAIN = {".csv": _LINES, ".tsv": _LINES, ".txt": _LINES, ".json": _LINES, ".md": _LINES, ".xml": _XML}
_PARTS = (("word/", _TEXT), ("ppt/", _SLIDES), ("Index/", _NUMBERS), ("Index.zip", _NUMBERS))
"""How the name of a part of an archive begins, and what the archive is."""
_STREAMS = (("WordDocument", _TEXT), ("PowerPoint Document", _SLIDES))


def no_workbook(head: bytes, shown: str, parts: Collection[str] = ()) -> Finding:
    """CF-001 or CF-013: what a file is instead of a workbook. ``parts``: of an archive, their names."""
    suffix = PurePosixPath(shown).suffix.lower()
    if not head.strip(b"\0 \t\r\n"):
        what = "empty" if not head else "blank: it holds nothing but empty space"
        return _finding(_Kind(what, _SEND), shown)
    kind = _by_content(head, parts) or _PLAIN.get(suffix)
    if kind:
        return _finding(kind, shown)
    named = _ENDINGS.get(suffix)
    if named:
        return _finding(named, shown) if named in _READ_BY_NAME else damaged(shown)
    return _finding(_Kind("no Excel workbook", _SEND), shown)


def damaged(shown: str) -> Finding:
    """CF-001 or CF-013: a file of the kind that its name says, from which nothing can be read."""
    kind = _ENDINGS.get(PurePosixPath(shown).suffix.lower())
    if kind is None:
        return Finding(CMRT_UNREADABLE, "the workbook is damaged or cut off", LineRef(shown), SAVE)
    noun = kind.what.partition(" that is ")[0].split(" ", 1)[1]
    advice = f"{kind.advice} Or ask for it again." if kind.rule is FILE_OTHER else kind.advice
    return Finding(kind.rule, f"the file is a damaged or cut-off {noun}", LineRef(shown), advice)


def other_document(content: bytes, shown: str) -> Finding | None:
    """A document of Office's old format that is no workbook; None where it is not known as one."""
    streams = streams_of(content)
    kind = next((kind for name, kind in _STREAMS if name in streams), None)
    return _finding(kind, shown) if kind else None


def _by_content(head: bytes, parts: Collection[str]) -> _Kind | None:
    kind = next((kind for start, kind in _BEGINNINGS if head.startswith(start)), None)
    if kind is None and parts:
        of_part = (kind for start, kind in _PARTS if any(name.startswith(start) for name in parts))
        kind = next(of_part, None)
    if kind is None and head[257:262] == b"ustar":
        return _ARCHIVE
    if kind is None and head[4:8] == b"ftyp":
        return _PICTURE
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kind is None and start.startswith((b"<!doctype html", b"<html", b"<table", b"<head")):
        return _PAGE
    return _XML if kind is None and start.startswith(b"<?xml") else kind


def _finding(kind: _Kind, shown: str) -> Finding:
    return Finding(kind.rule, f"the file is {kind.what}", LineRef(shown), kind.advice)
