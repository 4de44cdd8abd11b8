"""Data in, a PNG out, drawn with Typst and the program's fonts; its words stand beside the pixels too."""

from __future__ import annotations

import json
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ...files.program import program_fingerprint
from ...model.brand import Brand

_TEMPLATES = Path(__file__).parent
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = len(_SIGNATURE) + 25  # the first chunk, which has the size, is as long in every file
_PIXELS_PER_INCH = 72.0  # a point is a pixel


class DrawingError(Exception):
    """Typst cannot draw it; the message is Typst's."""


def drawn(
    template: str, data: Mapping[str, Any], brand: Brand, files: Mapping[str, bytes] | None = None
) -> bytes:
    """The drawing of a template of this folder; the same bytes for the same input.

    ``data`` is ``data.json`` there: never markup. Colours and families of fonts of the brand are its
    ``looks``. ``files`` stand beside it. Raises DrawingError.
    """
    looks = {**asdict(brand.colours.light), "fonts": brand.typefaces.of_documents}
    looks |= {"heading_fonts": brand.typefaces.of_headings}
    text = json.dumps({**data, "looks": looks}, ensure_ascii=False)
    return _drawn(template, text, tuple((files or {}).items()), tuple(brand.font_files.items()))


@lru_cache(maxsize=8)
def _drawn(
    template: str, data: str, files: tuple[tuple[str, bytes], ...], fonts: tuple[tuple[str, bytes], ...]
) -> bytes:
    """The picture as PNG. Raises DrawingError where Typst cannot set it."""
    import typst  # takes a while, as the fonts do

    from ..pdf.setting import fonts_for
    from ..pdf.typesetting import FONTS, write_fonts

    with tempfile.TemporaryDirectory(prefix="formsd-") as folder:
        root = Path(folder)
        (root / template).write_bytes((_TEMPLATES / template).read_bytes())
        (root / "data.json").write_text(data, encoding="utf-8")
        for name, content in files:
            (root / name).write_bytes(content)
        write_fonts(root, dict(fonts))
        try:
            made = typst.compile(
                root / template,
                root=root,
                font_paths=fonts_for(root, FONTS),
                format="png",
                ppi=_PIXELS_PER_INCH,
            )
        except typst.TypstError as problem:
            raise DrawingError(problem.message) from problem
    return bytes(made)


def with_words(png: bytes, words: str) -> bytes:
    """The picture with its words as a text of the file, where a search of the site finds them."""
    body = b"iTXt" + b"Description\0\0\0en\0\0" + words.encode("utf-8")
    chunk = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    return png[:_HEADER] + chunk + png[_HEADER:]


def key_of(*parts: object) -> bytes:
    """Everything that a drawing depends on: ``parts``, this program with its fonts, Typst."""
    return json.dumps([program_fingerprint(), version("typst"), *parts], ensure_ascii=False).encode()
