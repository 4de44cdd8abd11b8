"""Pictures without what a camera or program notes in them: place, owner, texts, a small copy.

Only such notes are left out: what is seen stays as it is, byte by byte, with its colour profile and the way
round in which it is to be shown. The same picture gives the same bytes.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from ..model import Disclosure, OwnFile

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_WEBP_HAS_EXIF, _WEBP_HAS_XMP = 0x08, 0x04
_GIF_KEPT = (b"NETSCAPE2.0", b"ICCRGBG1012")
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_SCAN_END = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
"""The next marker of a JPEG file behind its pixels."""


class _OddError(Exception):
    """The file is not made as its kind is."""


def without_notes(content: bytes) -> bytes:
    """The picture without notes; any other file, and one that is damaged, as it is."""
    try:
        if content.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_png(content))
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return _webp(content)
        if content.startswith((b"GIF87a", b"GIF89a")):
            return b"".join(_gif(content))
    except (_OddError, struct.error, IndexError):
        pass
    return content


def offered(file: OwnFile, disclosure: Disclosure) -> bytes:
    """What the site offers of a file of ``documents``: it as it is, a picture of a section without notes."""
    return without_notes(file.content) if file in disclosure.named_in_sections("documents") else file.content


def _jpeg(content: bytes) -> Iterator[bytes]:
    """The segments that are kept; what follows the end of the picture is not."""
    yield content[:2]
    at, has_turn = 2, False
    while True:
        if content[at] != 0xFF:
            raise _OddError
        while content[at + 1] == 0xFF:
            at += 1
        marker = content[at + 1]
        if marker == 0xD9:
            yield b"\xff\xd9"
            return
        length = struct.unpack_from(">H", content, at + 2)[0]
        data = content[at + 4 : at + 2 + length]
        if length < 2 or len(data) != length - 2:
            raise _OddError
        end = at + 2 + length
        if marker == 0xE1 and data.startswith(_EXIF) and not has_turn:
            if turn := _turn(data[len(_EXIF) :]):
                has_turn = True
                yield _segment(0xE1, _EXIF + turn)
        elif marker == 0xE0 and data.startswith(b"JFIF\0"):
            yield _segment(0xE0, data[:12] + b"\0\0")  # without a small copy of the picture
        elif _is_kept_segment(marker, data):
            yield _segment(marker, data)
        if marker == 0xDA:
            found = _SCAN_END.search(content, end)
            if found is None:
                raise _OddError
            yield content[end : found.start()]
            end = found.start()
        at = end


def _is_kept_segment(marker: int, data: bytes) -> bool:
    """Tables and pixels, the colour profile, and what Adobe's programs say of the colours."""
    if marker == 0xE2:
        return data.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return data.startswith(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise _OddError
        data = content[at + 8 : end - 4]
        if kind in _PNG_KEPT:
            yield content[at:end]
        elif kind == b"eXIf" and (turn := _turn(data)):
            checksum = zlib.crc32(kind + turn)
            yield struct.pack(">I4s", len(turn), kind) + turn + struct.pack(">I", checksum)
        at = end


def _webp(content: bytes) -> bytes:
    end, at = 8 + struct.unpack_from("<I", content, 4)[0], 12
    if end > len(content):
        raise _OddError
    chunks: list[tuple[bytes, bytes]] = []
    while at < end:
        kind, length = struct.unpack_from("<4sI", content, at)
        data = content[at + 8 : at + 8 + length]
        if len(data) != length:
            raise _OddError
        if kind in _WEBP_KEPT:
            chunks.append((kind, data))
        elif kind == b"EXIF" and (turn := _turn(data.removeprefix(_EXIF))):
            chunks.append((kind, turn))
        at += 8 + length + length % 2
    if chunks and chunks[0][0] == b"VP8X":
        head = chunks[0][1]
        flags = head[0] & ~(_WEBP_HAS_EXIF | _WEBP_HAS_XMP)
        flags |= _WEBP_HAS_EXIF if any(kind == b"EXIF" for kind, _ in chunks) else 0
        chunks[0] = (b"VP8X", bytes([flags]) + head[1:])
    body = b"".join(
        struct.pack("<4sI", kind, len(data)) + data + b"\0" * (len(data) % 2) for kind, data in chunks
    )
    return struct.pack("<4sI4s", b"RIFF", len(body) + 4, b"WEBP") + body


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _colours(content[10])
    yield content[:at]
    while content[at] != 0x3B:
        begin = at
        if content[at] == 0x21:
            at = _behind_blocks(content, at + 2)
            name = content[begin + 3 : begin + 14]
            is_kept = content[begin + 1] == 0xF9 or (content[begin + 1] == 0xFF and name in _GIF_KEPT)
        elif content[at] == 0x2C:
            at = _behind_blocks(content, at + 11 + _colours(content[at + 9]))
            is_kept = True
        else:
            raise _OddError
        if is_kept:
            yield content[begin:at]
    yield b"\x3b"


def _colours(flags: int) -> int:
    """How many bytes a table of colours has."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _behind_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _turn(exif: bytes) -> bytes:
    """Notes that say nothing but how the picture is turned; empty where it is not, or where none can tell."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return b""
    try:
        at = struct.unpack_from(f"{order}I", exif, 4)[0]
        for number in range(struct.unpack_from(f"{order}H", exif, at)[0]):
            tag, kind, count, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
            if (tag, kind, count) == (_ORIENTATION, 3, 1) and 2 <= value <= 8:
                return struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, _ORIENTATION, 3, 1, value, 0, 0)
    except struct.error:
        pass
    return b""
