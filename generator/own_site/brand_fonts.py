"""The typefaces of a brand: files that documents can have, with their families."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..findings import Finding, printable
from ..findings.catalogue import BRAND_FILE, BRAND_FONT
from ..model import LineRef, OwnFile
from ..model.brand import Typefaces
from ..model.counted import named
from ..model.stated.brand import FontFacts

_KINDS = (".ttf", ".otf")
_FOR_PAGES = (".woff", ".woff2", ".eot")
_BOLD = 600
_MAY_NOT = 0x0002
"""OpenType, table OS/2, fsType: restricted license embedding."""

GivenFont = tuple[OwnFile, LineRef]


@dataclass(frozen=True)
class _Face:
    """One face of a file, as the typesetter knows it."""

    family: str
    is_bold: bool
    is_italic: bool


def typefaces_of(stated: FontFacts, given: Sequence[GivenFont]) -> tuple[Typefaces, list[Finding]]:
    """The typefaces; BR-001 for files that are no fonts, BR-003 for what documents will lack."""
    found: list[Finding] = []
    faces: dict[int, list[_Face]] = {}
    for number, (file, where) in enumerate(given):
        faces[number] = _faces(file)
        found += _of_file(file, where, bool(faces[number]))
    every = [face for of_file in faces.values() for face in of_file]
    family = every[0].family if every else ""
    families = {face.family for face in every}
    headings = next((name for name in stated.headings if name in families), "")
    if family and not found:
        found += _lacking(family, every, given[0][1])
    files = tuple(file for file, _ in given)
    return Typefaces(stated.text, stated.headings, files, family, headings), found


def _of_file(file: OwnFile, where: LineRef, has_faces: bool) -> Iterator[Finding]:
    name, suffix = printable(file.name), Path(file.name).suffix.lower()
    if suffix in _FOR_PAGES:
        message = f"'{name}' is a font for web pages, which no PDF can have"
        yield Finding(BRAND_FILE, message, where, "Name the TTF or OTF file of the same typeface.")
        return
    tables = _tables(file.content)
    if suffix not in _KINDS or not has_faces or not tables:
        advice = "Name TTF or OTF files."
        yield Finding(BRAND_FILE, f"'{name}' is no font, or is damaged", where, advice)
    elif b"fvar" in tables:
        message = f"'{name}' is a variable font, of which a PDF gets one weight alone"
        yield Finding(BRAND_FILE, message, where, "Name the files of its single weights.")
    elif _may_not_be_embedded(file.content, tables):
        message = f"'{name}' says of itself that it may not be put into documents"
        advice = "Look into its license, or name another one."
        yield Finding(BRAND_FONT, message, where, advice)


def _lacking(family: str, every: Sequence[_Face], where: LineRef) -> Iterator[Finding]:
    """BR-003: weights and slopes that documents need; without them such words look like all others."""
    own = [(face.is_bold, face.is_italic) for face in every if face.family == family]
    wanted = {(False, False): "regular", (True, False): "bold", (False, True): "italic"}
    if missing := [words for face, words in wanted.items() if face not in own]:
        message = f"the typeface '{printable(family)}' has no file for {named(missing)}"
        advice = "Name these files too; without them such words look like all others in the PDF."
        yield Finding(BRAND_FONT, message, where, advice)


def _faces(file: OwnFile) -> list[_Face]:
    """What the typesetter finds in a file; none where it is no font."""
    if not _tables(file.content):
        return []
    import typst  # takes a while

    with tempfile.TemporaryDirectory(prefix="formsd-") as folder:
        (Path(folder) / f"font{Path(file.name).suffix.lower()}").write_bytes(file.content)
        known = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        ).fonts()
    return [_Face(one.family, one.weight >= _BOLD, one.style != "normal") for one in known]


def _tables(content: bytes) -> dict[bytes, int]:
    """Each table of a font with its place; none where the file is no font."""
    if content[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return {}
    try:
        (number,) = struct.unpack_from(">H", content, 4)
        entries = [struct.unpack_from(">4sIII", content, 12 + 16 * at) for at in range(number)]
    except struct.error:
        return {}
    return {tag: begin for tag, _, begin, length in entries if begin + length <= len(content)}


def _may_not_be_embedded(content: bytes, tables: dict[bytes, int]) -> bool:
    if (begin := tables.get(b"OS/2")) is None or begin + 10 > len(content):
        return False
    (kind,) = struct.unpack_from(">H", content, begin + 8)
    return bool(kind & 0x000F == _MAY_NOT)
