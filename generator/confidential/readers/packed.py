"""Streams that are packed as one: gzip with its names, bzip2, xz; each may be followed by more."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from .reading import DAMAGED, TOO_LARGE, PublishedText, Reading, Texts, UnsearchableError
from .runs import runs_in_any_encoding

_DAMAGED = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)
_MEMORY = 200_000_000
"""Bytes that xz may take: its files state what they need, up to gigabytes."""
_EXTRA, _NAME, _REMARK = 4, 8, 16
"""Flags of a member of gzip, in the order of what they announce."""


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def of_gzip(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    yield from _of(content, b"\x1f\x8b", lambda: zlib.decompressobj(31), reading)


def of_bzip2(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    yield from _of(content, b"BZh", bz2.BZ2Decompressor, reading)


def of_xz(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    yield from _of(content, b"\xfd7zXZ", lambda: lzma.LZMADecompressor(memlimit=_MEMORY), reading)


def inflated(content: bytes, most: int) -> bytes:
    """What a zlib stream, with or without its head, unpacks to, also where its end is missing.

    Raises UnsearchableError where it is no such stream or unpacks to more than ``most`` bytes.
    """
    for window in (15, -15):
        unpacker = zlib.decompressobj(window)
        try:
            unpacked = unpacker.decompress(content, most + 1)
        except zlib.error:
            continue
        if len(unpacked) > most:
            raise UnsearchableError(TOO_LARGE)
        return unpacked
    raise UnsearchableError(DAMAGED)


def _of(content: bytes, beginning: bytes, new: Callable[[], _Unpacker], reading: Reading) -> Texts:
    """All members, which together are one file, and what follows the last."""
    unpacked = bytearray()
    while content.startswith(beginning):
        yield from _said_ahead(content)
        unpacker = new()
        try:
            unpacked += unpacker.decompress(content, reading.room.unpacked + 1 - len(unpacked))
        except _DAMAGED as problem:
            raise UnsearchableError(DAMAGED) from problem
        if len(unpacked) > reading.room.unpacked:
            raise UnsearchableError(TOO_LARGE)
        if not unpacker.eof:
            raise UnsearchableError(DAMAGED)
        reading.room.take(0)
        content = unpacker.unused_data
    yield from reading.inside(bytes(unpacked))
    if content.strip(b"\0\r\n "):
        yield from reading.inside(content, is_part=True)


def _said_ahead(content: bytes) -> Texts:
    """The name, the remark and the extra field of a member of gzip."""
    if content.startswith(b"\x1f\x8b") and len(content) > 10 and content[3] & (_EXTRA | _NAME | _REMARK):
        ahead = content[10:70_000]
        size = 2 + int.from_bytes(ahead[:2], "little") if content[3] & _EXTRA else 0
        number = bool(content[3] & _NAME) + bool(content[3] & _REMARK)
        texts = ahead[size:].split(b"\0", 2)[:number]
        for one in (ahead[:size], *texts):
            yield from (PublishedText("", text) for text in runs_in_any_encoding(one))
