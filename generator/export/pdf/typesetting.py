"""Typst: a document as data in, a PDF out. The only module that knows Typst."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parents[2] / "templates" / "pdf" / "document.typ"
FONTS = Path(__file__).with_name("fonts")
_STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_LETTERS = """\
#set document(title: "Letters")
#set text(lang: "en", font: ("Libertinus Serif", "Droid Sans Fallback"))
= Letters
#for letter in json("document.json").codepoints() { par(letter) }
"""
_PICTURE = """\
#set document(title: "Picture")
= Picture
#image(json("document.json"), alt: "Picture")
"""


class TypesettingError(Exception):
    """The document cannot be set; the message is Typst's."""


def typeset(data: Mapping[str, Any], files: Mapping[str, bytes], day: dt.date) -> bytes:
    """The document as a tagged PDF for PDF/UA-1 and PDF/A-2a; the same bytes for the same input.

    ``files`` are pictures by the path that the document gives them. ``day`` is when it was made, for its
    metadata. Raises TypesettingError, for example for a letter that no font has.
    """
    return _compiled(TEMPLATE.read_text(encoding="utf-8"), data, files, day)


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of a text that cannot be set, in their order: no font has them, or PDF/A forbids them."""
    return tuple(_unset([letter for letter in dict.fromkeys(text) if not letter.isspace()]))


def is_picture(name: str, content: bytes) -> bool:
    """Whether Typst can read a picture."""
    return _can_be_set(_PICTURE, name, {name: content})


def _unset(letters: list[str]) -> Iterator[str]:
    """By halves: Typst says whether a text can be set, but its words for what is missing may change."""
    if not letters or _can_be_set(_LETTERS, "".join(letters)):
        return
    if len(letters) == 1:
        yield letters[0]
        return
    middle = len(letters) // 2
    yield from _unset(letters[:middle])
    yield from _unset(letters[middle:])


def _can_be_set(template: str, data: str, files: Mapping[str, bytes] | None = None) -> bool:
    try:
        _compiled(template, data, files or {}, dt.date(2000, 1, 1))
    except TypesettingError:
        return False
    return True


def _compiled(template: str, data: object, files: Mapping[str, bytes], day: dt.date) -> bytes:
    """Every file in a folder of its own, under the same names each time: Typst knows them again."""
    with tempfile.TemporaryDirectory(prefix="formsd-") as folder:
        root = Path(folder)
        source = root / "document.typ"
        source.write_text(template, encoding="utf-8")
        (root / "document.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for name, content in files.items():
            (root / name).write_bytes(content)
        try:
            return typst.compile(
                source,
                root=root,
                font_paths=_fonts(),
                pdf_standards=_STANDARDS,
                timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
            )
        except typst.TypstError as problem:
            raise TypesettingError(problem.message) from problem


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Typst's own fonts and ours; never those of the machine, so that every machine gives the same bytes."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
