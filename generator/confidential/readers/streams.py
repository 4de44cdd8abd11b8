"""A stream of a PDF unpacked, never to more than there is room for."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from .packed import inflated
from .reading import DAMAGED, TOO_LARGE, Room, UnsearchableError

_OWN = {"/FlateDecode", "/Fl", "/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85"}
_PICTURES = {"/DCTDecode", "/DCT", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/CCF"}
_MOST_PER_BYTE = 1_400
"""Bytes that LZW makes of one at most."""


def decoded_stream(stream: Any, room: Room) -> bytes:
    """What the stream says; where its last step is a picture, the file of the picture.

    Raises UnsearchableError.
    """
    filters = _filters(stream)
    pictures = [one in _PICTURES for one in filters]
    if any(pictures):
        filters = filters[: pictures.index(True)]
    content: bytes = stream.read_raw_bytes()
    if not all(one in _OWN for one in filters) or _has_predictor(stream):
        return _by_library(stream, len(content), len(filters), room)
    for one in filters:
        content = _step(one, content, room.unpacked)
    return content


def _filters(stream: Any) -> list[str]:
    stated = stream.get("/Filter")
    if stated is None:
        return []
    try:
        return [str(one) for one in stated] if not str(stated).startswith("/") else [str(stated)]
    except (TypeError, ValueError):
        return [str(stated)]


def _has_predictor(stream: Any) -> bool:
    return "/Predictor" in str(stream.get("/DecodeParms", ""))


def _by_library(stream: Any, size: int, filters: int, room: Room) -> bytes:
    import pikepdf

    if filters > 1 or size * _MOST_PER_BYTE > room.unpacked * 3:
        raise UnsearchableError(TOO_LARGE)
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError as problem:
        raise UnsearchableError(DAMAGED) from problem


def _step(name: str, content: bytes, most: int) -> bytes:
    if name in ("/FlateDecode", "/Fl"):
        return inflated(content, most) if content else b""
    try:
        if name in ("/ASCIIHexDecode", "/AHx"):
            digits = re.sub(rb"\s+", b"", content.partition(b">")[0])
            return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
        return base64.a85decode(content.strip().removeprefix(b"<~").partition(b"~>")[0])
    except ValueError as problem:
        raise UnsearchableError(DAMAGED) from problem
