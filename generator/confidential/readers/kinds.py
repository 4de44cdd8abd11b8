"""Which kind a file is, by its first bytes: names of files lie."""

from __future__ import annotations

import re
from enum import Enum, auto

from ...files.workbook_guard import OLE_SIGNATURE
from .decoding import is_text


class Kind(Enum):
    """What reads it."""

    ZIP = auto()
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    TAR = auto()
    PDF = auto()
    PNG = auto()
    JPEG = auto()
    GIF = auto()
    RIFF = auto()
    MEDIA = auto()
    """Pictures, films, sounds and fonts whose texts lie open between other bytes."""
    WOFF = auto()
    OLE = auto()
    RTF = auto()
    CLOSED = auto()
    """Archives and encrypted files that nothing here opens."""
    TEXT = auto()
    UNKNOWN = auto()


_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.BZIP2),
    (b"\xfd7zXZ\0", Kind.XZ),
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"RIFF", Kind.RIFF),
    (b"wOFF", Kind.WOFF),
    (b"wOF2", Kind.MEDIA),
    (b"OTTO", Kind.MEDIA),
    (b"\0\1\0\0\0", Kind.MEDIA),
    (b"ttcf", Kind.MEDIA),
    (b"II*\0", Kind.MEDIA),
    (b"MM\0*", Kind.MEDIA),
    (b"\0\0\1\0", Kind.MEDIA),
    (b"ID3", Kind.MEDIA),
    (b"OggS", Kind.MEDIA),
    (b"fLaC", Kind.MEDIA),
    (b"\x1aE\xdf\xa3", Kind.MEDIA),
    (OLE_SIGNATURE, Kind.OLE),
    (rb"{\rtf", Kind.RTF),
    (b"7z\xbc\xaf\x27\x1c", Kind.CLOSED),
    (b"Rar!\x1a\x07", Kind.CLOSED),
    (b"\x28\xb5\x2f\xfd", Kind.CLOSED),
    (b"\x04\x22\x4d\x18", Kind.CLOSED),
    (b"MSCF", Kind.CLOSED),
    (b"\x1f\x9d", Kind.CLOSED),
)
_ENCRYPTED_TEXT = re.compile(rb"\s*-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE|PKCS7|CMS|ENCRYPTED)")
_CARVED = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00")
_HEADER_WITHIN = 1024
"""Readers of PDF look for its header so far."""
_AT_MAGIC, _BLOCK = 257, 512
"""Of a tar archive: where its mark stands, and how long its first block is."""


def kind_of(content: bytes) -> Kind:
    """The kind; ``UNKNOWN`` for bytes that are neither text nor of any kind that is known."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning) and (kind is not Kind.BZIP2 or content[4:10] in _BZIP2_BLOCKS):
            return kind
    if b"%PDF-" in content[:_HEADER_WITHIN] and b" obj" in content:
        return Kind.PDF
    if content[4:8] == b"ftyp" or (content[:2] == b"BM" and b"\0" in content[:64]):
        return Kind.MEDIA
    if _is_tar(content):
        return Kind.TAR
    if _ENCRYPTED_TEXT.match(content):
        return Kind.CLOSED
    return Kind.TEXT if is_text(content) else Kind.UNKNOWN


_BZIP2_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")


def holds_closed(content: bytes) -> bool:
    """Whether an archive that nothing here opens stands somewhere in the bytes."""
    return any(beginning in content for beginning in _CARVED)


def _is_tar(content: bytes) -> bool:
    """Old archives have no mark: the sum of the first block tells."""
    if content[_AT_MAGIC : _AT_MAGIC + 5] == b"ustar":
        return True
    stated = content[148:156].strip(b" \0")
    if len(content) < _BLOCK or not re.fullmatch(rb"[0-7]{3,7}", stated):
        return False
    return int(stated, 8) == sum(content[:148]) + 8 * 32 + sum(content[156:_BLOCK])
