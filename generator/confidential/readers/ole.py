"""Old Office files and messages of Outlook: every stream of the compound file."""

from __future__ import annotations

import io
from collections.abc import Iterator

from .kinds import Kind, kind_of
from .reading import CANNOT_OPEN, DAMAGED, HAS_PASSWORD, PublishedText, Reading, Texts, UnsearchableError
from .runs import runs, runs_in_any_encoding

_PROTECTED = {"EncryptedPackage", "EncryptedSummary", "\x06DataSpaces"}
_WORD, _BOOKS = "WordDocument", {"Workbook", "Book"}
_WORD_ENCRYPTED = 0x01
"""Bit of the byte 11 of a document of Word."""
_FILE_PASS = b"\x2f\x00"
_MACROS = {"VBA", "_VBA_PROJECT_CUR", "Macros"}


def of_ole(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    import olefile

    yield from (PublishedText("", text) for text in runs(content))
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as compound:
            for path in compound.listdir(streams=True, storages=True):
                yield PublishedText("", " / ".join(path))
                _must_be_open(path)
                if compound.get_type(path) == olefile.STGTY_STREAM:
                    if compound.get_size(path) > len(content):
                        raise UnsearchableError(DAMAGED)
                    with compound.openstream(path) as stream:
                        yield from _of_stream(path[-1], stream.read(), reading)
    except UnsearchableError:
        raise
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError) as problem:
        raise UnsearchableError(DAMAGED) from problem


def _must_be_open(path: list[str]) -> None:
    if path[0] in _PROTECTED:
        raise UnsearchableError(HAS_PASSWORD)
    if _MACROS & set(path):
        raise UnsearchableError(f"{CANNOT_OPEN}: macros")


def _of_stream(name: str, content: bytes, reading: Reading) -> Texts:
    if name == _WORD and len(content) > 11 and content[11] & _WORD_ENCRYPTED:
        raise UnsearchableError(HAS_PASSWORD)
    if name in _BOOKS and _is_protected_book(content):
        raise UnsearchableError(HAS_PASSWORD)
    if kind_of(content) not in (Kind.TEXT, Kind.UNKNOWN):
        yield from reading.inside(content, is_part=True)
        return
    reading.room.take(len(content))
    yield from (PublishedText("", text) for text in _texts(content))
    yield from _packages(content, reading)


def _texts(content: bytes) -> Iterator[str]:
    yield from runs_in_any_encoding(content)
    for start in range(2):
        yield content[start:].decode("utf-16-le", "replace")


def _packages(content: bytes, reading: Reading) -> Texts:
    """A file that was put into a document stands behind its name and its path."""
    for beginning in (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1"):
        at = content.find(beginning, 1, 5_000)
        if at > 0:
            yield from reading.inside(content[at:], is_part=True)


def _is_protected_book(content: bytes) -> bool:
    """Whether one of the first records of a workbook says that the others are encrypted."""
    at = 0
    for _ in range(8):
        if content[at : at + 2] == _FILE_PASS:
            return True
        at += 4 + int.from_bytes(content[at + 2 : at + 4], "little")
    return False
