"""The words of a PDF in the order of its tags, as a screen reader takes them, read by PDFium.

What the file marks as an artifact is left out: running heads, page numbers, repeated heads of tables.
Footnotes follow at the end, without their marks, as they do on a page of the site.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import PUBLISHED_UNREADABLE
from ..model import Asset, LineRef, Passage
from .values import PublishedFile

_IN_LINE = frozenset({"Code", "Em", "Link", "Quote", "Reference", "Span", "Strong", "Sub"})
"""Elements inside a line; every other one begins a passage."""
_LINE_END_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""
_SAME_LINE, _GAP = 0.8, 1.0
"""Parts of the type's size: by how much text may be raised or lowered in its line, and be apart."""


@dataclass(frozen=True)
class _Piece:
    """A piece of text that stands in one line. Places and size of type are in points."""

    text: str
    height: float
    left: float
    right: float
    size: float

    def follows(self, other: _Piece) -> bool:
        """Whether it goes on where the other ends, at most raised or lowered."""
        size = max(self.size, other.size)
        is_in_line = abs(self.height - other.height) < _SAME_LINE * size
        return is_in_line and abs(self.left - other.right) < _GAP * size


@dataclass(frozen=True)
class _Texts:
    """The passages of a page, each of pieces, and its footnotes."""

    pieces: dict[int, list[_Piece]]
    """What there is to tell, by the number of the marked content."""
    passages: list[list[_Piece]]
    notes: list[list[_Piece]]


def read_pdf(asset: Asset) -> PublishedFile:
    """The text of all pages. Raises InputError where the file is no PDF or is damaged."""
    from pypdfium2 import PdfDocument, PdfiumError  # needed here only

    try:
        document = PdfDocument(asset.content)
    except PdfiumError as problem:
        message = f"the PDF cannot be read: {problem}"
        finding = Finding(PUBLISHED_UNREADABLE, message, LineRef(asset.uri), "Build the site anew.")
        raise InputError([finding]) from problem
    try:
        pages = [_page(document[at]) for at in range(len(document))]
    finally:
        document.close()
    passages = [*_passages(asset.uri, [page.passages for page in pages])]
    notes = [*_passages(asset.uri, [page.notes for page in pages])]
    return PublishedFile(asset.uri, None, (*passages, *notes))


def _passages(uri: str, pages: Sequence[list[list[_Piece]]]) -> Iterator[Passage]:
    for number, passages in enumerate(pages, start=1):
        texts = filter(None, map(_joined, passages))
        yield from (Passage(text, LineRef(f"{uri}, page {number}")) for text in texts)


def _page(page: Any) -> _Texts:
    from pypdfium2 import raw

    found = _Texts(_pieces(page), [[]], [])
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            _gather(raw.FPDF_StructTree_GetChildAtIndex(tree, at), found)
    finally:
        raw.FPDF_StructTree_Close(tree)
        page.close()
    return found


def _gather(element: Any, found: _Texts) -> None:
    """Adds what the element holds to the last passage, or to one of its own, which it ends."""
    if not element:
        return
    kind = _kind(element)
    if kind == "Note":
        found.notes.append([])
        _gather_inside(element, replace(found, passages=found.notes))
    elif kind in _IN_LINE:
        _gather_inside(element, found)
    elif not (kind == "Lbl" and found.passages is found.notes):
        found.passages.append([])
        _gather_inside(element, found)
        found.passages.append([])


def _gather_inside(element: Any, found: _Texts) -> None:
    from pypdfium2 import raw

    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if mark >= 0:
            found.passages[-1] += found.pieces.get(mark, [])
        else:
            _gather(raw.FPDF_StructElement_GetChildAtIndex(element, at), found)


def _kind(element: Any) -> str:
    from pypdfium2 import raw

    size = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _pieces(page: Any) -> dict[int, list[_Piece]]:
    """Number of the marked content to the pieces of text in it."""
    from pypdfium2 import raw

    found: dict[int, list[_Piece]] = {}
    letters = page.get_textpage()
    try:
        for at in range(raw.FPDFPage_CountObjects(page)):
            thing = raw.FPDFPage_GetObject(page, at)
            mark = raw.FPDFPageObj_GetMarkedContentID(thing)
            if mark >= 0 and raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT:
                found.setdefault(mark, []).append(_piece(thing, letters))
    finally:
        letters.close()
    return found


def _piece(thing: Any, letters: Any) -> _Piece:
    from pypdfium2 import raw

    size = raw.FPDFTextObj_GetText(thing, letters, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(thing, letters, buffer, size)
    place = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, place)
    points, left, bottom, right, top = (ctypes.c_float() for _ in range(5))
    raw.FPDFTextObj_GetFontSize(thing, points)
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    text = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").replace(_LINE_END_HYPHEN, "-")
    return _Piece(text, place.f, left.value, right.value, points.value)


def _joined(pieces: list[_Piece]) -> str:
    """The text of a passage with single blanks; one between its lines."""
    line, last = "", None
    for piece in pieces:
        line += piece.text if last is None or piece.follows(last) else f" {piece.text}"
        last = piece
    return " ".join(line.split())
