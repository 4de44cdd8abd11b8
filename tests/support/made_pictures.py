"""Invented pictures, made in code."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

from PIL import Image

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    b'<rect width="40" height="20" fill="#dddddd"/></svg>'
)


def picture(
    kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", colour: object = "green"
) -> bytes:
    """A picture of one colour."""
    content = io.BytesIO()
    Image.new(mode, size, colour).save(content, kind)
    return content.getvalue()


def moving(kind: str, colours: Sequence[str] = ("red", "blue")) -> bytes:
    """A picture that moves."""
    content = io.BytesIO()
    first, *rest = (Image.new("RGB", (20, 20), colour) for colour in colours)
    first.save(content, kind, save_all=True, append_images=rest)
    return content.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG file of a few bytes that claims to have so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )
