"""A drawing in SVG as pixels."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typst

from .own_pictures import PictureError
from .pdf.setting import own_fonts
from .pdf.typesetting import FONTS

_PAGE = """\
#set page(width: auto, height: auto, margin: 0pt)
#image("drawing.svg", width: {width}pt)
"""
_FINENESS = 144
"""Pixels to an inch: two for each point."""


def drawn(content: bytes, width: int) -> bytes:
    """The drawing as PNG, twice as many pixels wide as ``width``. Raises PictureError."""
    with tempfile.TemporaryDirectory(prefix="formsd-") as folder:
        root = Path(folder)
        (root / "page.typ").write_text(_PAGE.format(width=width), encoding="utf-8")
        (root / "drawing.svg").write_bytes(content)
        try:
            made = typst.compile(
                root / "page.typ", root=root, font_paths=own_fonts(FONTS), format="png", ppi=_FINENESS
            )
        except typst.TypstError as problem:
            raise PictureError("cannot be drawn; save it as PNG or JPEG") from problem
    if not isinstance(made, bytes):
        raise PictureError("cannot be drawn on one page; save it as PNG or JPEG")
    return made
