"""Pictures: what is written beside the pixels, in any encoding, and what follows the end of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .packed import inflated
from .reading import DAMAGED, PublishedText, Reading, Texts, UnsearchableError
from .runs import runs, runs_in_any_encoding

_JPEG_ALONE = {0x01, *range(0xD0, 0xD9)}
"""Marks that no length follows."""
_SCAN, _END = 0xDA, 0xD9
_NEXT_MARK = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
_GIF_REMARK = re.compile(rb"\x21[\xfe\xff]")
_PACKED_CHUNKS = (b"zTXt", b"iTXt", b"iCCP")
_PIXEL_CHUNKS = (b"IDAT", b"fdAT", b"VP8 ", b"VP8L", b"ALPH", b"data", b"movi")


def of_png(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    at = 8
    while at + 8 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        chunk = content[at + 8 : at + 8 + length]
        if kind not in _PIXEL_CHUNKS:
            yield from _written(chunk, reading)
        if kind in _PACKED_CHUNKS and (unpacked := _unpacked(chunk, reading)):
            yield from _written(unpacked, reading)
        at += 12 + length
        if kind == b"IEND":
            break
    yield from _behind(content[at:], reading)


def of_jpeg(content: bytes, reading: Reading) -> Texts:
    """Raises UnsearchableError."""
    at = 2
    while found := _NEXT_MARK.search(content, at):
        mark, at = content[found.end() - 1], found.end()
        if mark == _END:
            break
        if mark in _JPEG_ALONE:
            continue
        length = int.from_bytes(content[at : at + 2], "big")
        yield from _written(content[at + 2 : at + length], reading)
        at += max(length, 2)
    yield from _behind(content[at:], reading)


def of_gif(content: bytes, reading: Reading) -> Texts:
    """Comments stand in blocks of 255 bytes. Raises UnsearchableError."""
    for found in _GIF_REMARK.finditer(content):
        yield from _written(b"".join(_blocks(content, found.end())), reading)
    yield from _open(content, reading)


def of_riff(content: bytes, reading: Reading) -> Texts:
    """WebP, sounds and films. Raises UnsearchableError."""
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    while at + 8 <= min(end, len(content)):
        kind, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if kind not in _PIXEL_CHUNKS:
            yield from _written(content[at + 8 : at + 8 + length], reading)
        at += 8 + length + length % 2
    yield from _behind(content[max(min(at, end), 12) :], reading)


def of_media(content: bytes, reading: Reading) -> Texts:
    """Any other picture, film, sound or font: its texts lie open. Raises UnsearchableError."""
    yield from _open(content, reading)


def of_woff(content: bytes, reading: Reading) -> Texts:
    """A font, each table packed; and its metadata. Raises UnsearchableError."""
    tables = int.from_bytes(content[12:14], "big")
    for at in range(44, 44 + 20 * tables, 20):
        offset, packed, size = (int.from_bytes(content[at + n : at + n + 4], "big") for n in (4, 8, 12))
        if content[at : at + 4] == b"name":
            table = content[offset : offset + packed]
            yield from _written(inflated(table, reading.room.unpacked) if packed < size else table, reading)
    offset, packed = (int.from_bytes(content[at : at + 4], "big") for at in (24, 28))
    if packed:
        yield from _written(inflated(content[offset : offset + packed], reading.room.unpacked), reading)
    yield from _open(content, reading)


def _written(chunk: bytes, reading: Reading) -> Texts:
    """Metadata: its texts in any encoding; as a file, where it is one, such as XMP."""
    yield from (PublishedText("", text) for text in runs_in_any_encoding(chunk))
    at = chunk.find(b"<")
    if at >= 0 and b">" in chunk[at:]:
        yield from reading.inside(chunk[at:], is_part=True)


def _open(content: bytes, reading: Reading) -> Texts:
    yield from (PublishedText("", text) for text in runs(content))
    at = content.find(b"<x:xmpmeta")
    if at >= 0:
        yield from _written(content[at : content.find(b"</x:xmpmeta>", at)], reading)
    if len(content) < 70_000:
        yield from (PublishedText("", text) for text in runs_in_any_encoding(content))


def _behind(content: bytes, reading: Reading) -> Texts:
    if content.strip(b"\0\r\n "):
        yield from reading.inside(content, is_part=True)


def _unpacked(chunk: bytes, reading: Reading) -> bytes:
    """The packed part of a chunk, somewhere behind its keyword; empty where nothing is packed."""
    for start in [at for at in range(min(len(chunk), 300)) if chunk[at] == 0x78]:
        try:
            return inflated(chunk[start:], reading.room.unpacked)
        except UnsearchableError as problem:
            if str(problem) != DAMAGED:
                raise
    return b""


def _blocks(content: bytes, at: int) -> Iterator[bytes]:
    while at < len(content) and (length := content[at]):
        yield content[at + 1 : at + 1 + length]
        at += 1 + length
