"""All text of a published file, whatever its kind: what stands in it, beside it, and packed inside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .readers.archives import of_tar, of_zip
from .readers.decoding import decoded
from .readers.embedded import embedded, is_packed
from .readers.kinds import Kind, holds_closed, kind_of
from .readers.mail import is_mail, of_mail
from .readers.markup import words
from .readers.ole import of_ole
from .readers.packed import of_bzip2, of_gzip, of_xz
from .readers.pdf import of_pdf
from .readers.pictures import of_gif, of_jpeg, of_media, of_png, of_riff, of_woff
from .readers.reading import (
    CANNOT_OPEN,
    DAMAGED,
    TOO_DEEP,
    PublishedText,
    Reading,
    Room,
    Texts,
    UnsearchableError,
)
from .readers.rtf import of_rtf
from .readers.runs import runs

__all__ = ["PublishedText", "UnsearchableError", "is_packed", "texts_of"]

_READERS: dict[Kind, Callable[[bytes, Reading], Texts]] = {
    Kind.ZIP: of_zip,
    Kind.GZIP: of_gzip,
    Kind.BZIP2: of_bzip2,
    Kind.XZ: of_xz,
    Kind.TAR: of_tar,
    Kind.PDF: of_pdf,
    Kind.PNG: of_png,
    Kind.JPEG: of_jpeg,
    Kind.GIF: of_gif,
    Kind.RIFF: of_riff,
    Kind.MEDIA: of_media,
    Kind.WOFF: of_woff,
    Kind.OLE: of_ole,
    Kind.RTF: of_rtf,
}
_WITH_OTHERS = (Kind.PNG, Kind.JPEG, Kind.GIF, Kind.RIFF, Kind.MEDIA, Kind.WOFF)
"""Kinds behind or inside of which another file may stand unseen."""


def texts_of(content: bytes, *, is_code: bool = False, depth: int = 0) -> Texts:
    """The texts of a file: words apart from markup, encodings undone, what is packed inside it unpacked.

    ``is_code``: it is a script or a style sheet. Raises UnsearchableError, which says why: the file, or a
    part of it, is damaged, has a password, is of an unknown kind, or unpacks to more than can be searched.
    """
    try:
        yield from _read(content, Reading(_read, Room(), depth, is_code=is_code))
    except UnsearchableError:
        raise
    except RecursionError as problem:
        raise UnsearchableError(TOO_DEEP) from problem
    except Exception as problem:  # a library met bytes that it was not made for
        raise UnsearchableError(DAMAGED) from problem


def _read(content: bytes, reading: Reading) -> Texts:
    kind = kind_of(content)
    if kind in _WITH_OTHERS:
        yield from _carved(content, reading)
    if reader := _READERS.get(kind):
        yield from reader(content, reading)
    elif kind is Kind.TEXT:
        yield from _of_text(content, reading)
    elif kind is Kind.UNKNOWN and reading.is_part:
        yield from (PublishedText("", text) for text in runs(content))
        yield from _carved(content, reading)
    else:
        raise UnsearchableError(CANNOT_OPEN)


def _of_text(content: bytes, reading: Reading) -> Texts:
    if is_mail(content):
        yield from of_mail(content, reading)
    for text in decoded(content):
        yield from words(text, is_code=reading.is_code)
        yield from embedded(text, reading)


def _carved(content: bytes, reading: Reading) -> Texts:
    """Another file inside of this one: an archive behind a picture, a PDF behind a film."""
    if holds_closed(content):
        raise UnsearchableError(CANNOT_OPEN)
    if b"PK\x05\x06" in content:
        yield from of_zip(content, replace(reading, depth=reading.depth + 1))
    at = content.find(b"%PDF-")
    if at >= 0:
        yield from reading.inside(content[at:], is_part=True)
