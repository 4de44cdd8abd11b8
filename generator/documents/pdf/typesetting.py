"""A document as data in, a PDF out."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import typst

from . import setting
from .scripts import FALLBACKS, UNSET_LETTER

TEMPLATE = Path(__file__).with_name("document.typ")
FONTS = Path(__file__).with_name("fonts")
_LETTERS = """\
#set document(title: "Letters")
#let data = json("document.json")
#set text(lang: "en", font: ("Libertinus Serif", ..data.fonts))
= Letters
#for letter in data.letters.codepoints() { par(letter) }
"""
_PICTURE = """\
#set document(title: "Picture")
= Picture
#image(json("document.json"), alt: "Picture")
"""


class TypesettingError(Exception):
    """The document cannot be set; the message is Typst's."""


def typeset(
    data: Mapping[str, Any],
    files: Mapping[str, bytes],
    day: dt.date,
    *,
    is_long: bool = False,
    fonts: Mapping[str, bytes] | None = None,
) -> bytes:
    """The document as a tagged PDF for PDF/UA-1 and PDF/A-2a; the same bytes for the same input.

    ``files`` are pictures by the path that the document gives them. ``day`` is when it was made, for its
    metadata. A document that ``is_long`` is set in a process of its own: Typst keeps what it has used, some
    two hundred megabytes. ``fonts`` are files of typefaces beside the program's own. Raises TypesettingError,
    for example for a letter that no font has.
    """
    if UNSET_LETTER.search(json.dumps(data, ensure_ascii=False)):
        raise TypesettingError("a script that no font sets")
    run = _apart if is_long else _here
    return _compiled(TEMPLATE.read_text(encoding="utf-8"), data, files, day, run, fonts)


def write_fonts(root: Path, fonts: Mapping[str, bytes]) -> None:
    """Puts files of typefaces where a drawing or document of that folder finds them."""
    for name, content in fonts.items():
        place = root / setting.OWN_FONTS / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of a text that cannot be set, in their order: no font has them or sets them as they are
    written, or PDF/A forbids them."""
    letters = [letter for letter in dict.fromkeys(text) if not letter.isspace()]
    unset = {letter for letter in letters if UNSET_LETTER.match(letter)}
    unset.update(_unset([letter for letter in letters if letter not in unset]))
    return tuple(letter for letter in letters if letter in unset)


def is_picture(name: str, content: bytes) -> bool:
    """Whether Typst can read a picture."""
    return _can_be_set(_PICTURE, name, {name: content})


def _unset(letters: list[str]) -> Iterator[str]:
    """By halves: Typst says whether a text can be set, but its words for what is missing may change."""
    if not letters or _can_be_set(_LETTERS, {"letters": "".join(letters), "fonts": FALLBACKS}):
        return
    if len(letters) == 1:
        yield letters[0]
        return
    middle = len(letters) // 2
    yield from _unset(letters[:middle])
    yield from _unset(letters[middle:])


def _can_be_set(template: str, data: object, files: Mapping[str, bytes] | None = None) -> bool:
    try:
        _compiled(template, data, files or {}, dt.date(2000, 1, 1))
    except TypesettingError:
        return False
    return True


def _compiled(
    template: str,
    data: object,
    files: Mapping[str, bytes],
    day: dt.date,
    run: Callable[[Path, dt.date], bytes] | None = None,
    fonts: Mapping[str, bytes] | None = None,
) -> bytes:
    """Every file in a folder of its own, under the same names each time: Typst knows them again."""
    with tempfile.TemporaryDirectory(prefix="formsd-") as folder:
        root = Path(folder)
        (root / setting.SOURCE).write_text(template, encoding="utf-8")
        (root / "document.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for name, content in files.items():
            (root / name).write_bytes(content)
        write_fonts(root, fonts or {})
        return (run or _here)(root, day)


def _here(folder: Path, day: dt.date) -> bytes:
    try:
        return setting.compiled(folder, FONTS, day)
    except typst.TypstError as problem:
        raise TypesettingError(problem.message) from problem


def _apart(folder: Path, day: dt.date) -> bytes:
    # -P: the folder of the program holds modules of ours, whose names others have too.
    command = [sys.executable, "-P", setting.__file__, str(folder), str(FONTS), day.isoformat()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"it ended with the code {done.returncode}"]
        raise TypesettingError(done.stderr if done.returncode == setting.REFUSED else lines[-1])
    return (folder / setting.RESULT).read_bytes()
