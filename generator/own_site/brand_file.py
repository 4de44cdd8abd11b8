"""``brand.yml`` beside the settings of a site: logo, colours and typefaces of the company.

``read_brand`` is what others call. Nothing of a brand stays in the program: one installation serves the
folders of several companies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..documents.own_pictures import PictureError, looked_at
from ..errors import InputError
from ..files.ordinary import is_inside
from ..files.text_file import read_bytes, read_text
from ..files.yaml_file import notes_on_yaml, read_yaml
from ..findings import Finding, errors, in_order, printable
from ..findings.catalogue import BRAND_FILE, BRAND_LOGO_TWICE, YAML_VALUE
from ..model import LineRef, OwnFile
from ..model.brand import Brand
from ..model.stated.brand import BrandFacts, LogoFacts
from ..pipeline import LoadedYear, Year
from .brand_colours import readable_colours
from .brand_fonts import typefaces_of

FILE = "brand.yml"
LOGO_KINDS = (".svg", ".png")
_LARGEST = 500_000
"""Bytes of a logo: every page loads it."""
_LARGEST_FONT = 20_000_000
"""Bytes of a font, such as one of Chinese letters."""
_WIDEST = 4_000
"""Pixels of a logo, either way."""
_BARE_COLOUR = re.compile(r"^\s*(?:main|accent)(?:_dark)?\s*:\s*(#[0-9a-fA-F]{3,8})\b", re.MULTILINE)
"""A colour without quotation marks, which YAML takes for a comment."""
_NAMED = re.compile(r"[\w./ -]+\.(?:svg|png|ttf|otf)", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"^\s*[^\s#]", re.MULTILINE)

Lines = Mapping[tuple[str | int, ...], int]


@dataclass(frozen=True)
class BrandRead:
    """The brand, and what is to be said of it; no error is among that."""

    brand: Brand = field(default_factory=Brand)
    findings: tuple[Finding, ...] = ()


def read_brand(folder: Path) -> BrandRead:
    """The brand of the site in ``folder``, its files usable and its colours readable.

    The program's own where there is no such file. Raises InputError with every mistake.
    """
    path = folder / FILE
    if not path.exists():
        return BrandRead()
    text = read_text(path, FILE)
    found = list(_bare_colours(text))
    if not _SAYS_SOMETHING.search(text):
        return BrandRead()
    try:
        stated, lines = read_yaml(path, FILE, BrandFacts)
    except InputError as problem:
        told = {one.where for one in found}
        raise InputError([*found, *(one for one in problem.findings if one.where not in told)]) from problem
    found += notes_on_yaml(path, FILE, BrandFacts) if not found else ()
    maker = _Maker(folder, lines, found)
    colours, of_colours = readable_colours(stated.colors, maker.place)
    logos = maker.logos(stated.logo)
    typefaces, of_fonts = typefaces_of(stated.fonts, maker.font_files(stated.fonts.files))
    found += (*of_colours, *of_fonts)
    if errors(found):
        raise InputError(in_order(found))
    brand = Brand(colours, typefaces, *logos)
    return BrandRead(brand, in_order(found))


def files_named(folder: Path) -> list[Path]:
    """``brand.yml`` and the files that it names, as far as they are there, be it right or wrong."""
    path = folder / FILE
    if not path.is_file():
        return []
    names = _NAMED.findall(path.read_text(encoding="utf-8", errors="replace"))
    there = (folder / name.strip(" -") for name in names)
    return [path, *(one for one in there if is_inside(one, folder) and _is_there(one))]


def brand_findings(folder: Path, years: Sequence[LoadedYear] = ()) -> tuple[Finding, ...]:
    """Everything that is to be said of the brand, also where it cannot be used."""
    try:
        read = read_brand(folder)
    except InputError as problem:
        return tuple(problem.findings)
    return (*read.findings, *logo_is_one(read.brand, years))


def logo_is_one(brand: Brand, years: Sequence[LoadedYear]) -> Iterator[Finding]:
    """BR-004: a year's own logo is shown, which that of the brand takes the place of."""
    for year in years if brand.logo else ():
        if isinstance(year, Year) and (own := year.disclosure.logo):
            where = year.disclosure.where("registrant", "logo")
            message = f"the logo '{printable(own.name)}' is not shown: {FILE} has one"
            yield Finding(BRAND_LOGO_TWICE, message, where, f"Clear the entry, or the one in {FILE}.")


def _bare_colours(text: str) -> Iterator[Finding]:
    for found in _BARE_COLOUR.finditer(text):
        where = LineRef(FILE, text.count("\n", 0, found.start(1)) + 1)
        message = f"the color {found[1]} is not read: '#' begins a comment"
        yield Finding(YAML_VALUE, message, where, f'Put it into quotation marks: "{found[1]}"')


@dataclass
class _Maker:
    """Reads the files that a brand names, and keeps what is wrong with them."""

    folder: Path
    lines: Lines
    found: list[Finding]

    def place(self, *path: str | int) -> LineRef:
        return LineRef(FILE, self.lines.get(path) or self.lines.get(path[:-1]))

    def logos(self, stated: LogoFacts) -> tuple[OwnFile | None, OwnFile | None, OwnFile | None]:
        """Light, dark, small."""
        light, dark, small = (
            self._file(path, self.place("logo", name), _LARGEST, _as_logo) if path else None
            for name, path in (("light", stated.light), ("dark", stated.dark), ("small", stated.small))
        )
        if stated.dark and not stated.light:
            message = "the logo for the dark scheme is given, and none for the light one"
            self._refused(message, self.place("logo", "dark"), "Fill logo: light, or clear logo: dark.")
        return light, dark, small

    def font_files(self, stated: Sequence[str]) -> list[tuple[OwnFile, LineRef]]:
        """The files that are there, each with its place in ``brand.yml``."""
        found = []
        for number, path in enumerate(stated):
            where = self.place("fonts", "files", number)
            if file := self._file(path, where, _LARGEST_FONT, lambda one: None):
                found.append((file, where))
        return found

    def _file(
        self, name: str, where: LineRef, largest: int, check: Callable[[OwnFile], Any]
    ) -> OwnFile | None:
        """The file; None where it cannot be used, which is found. ``largest`` in bytes.

        ``check`` raises InputError or PictureError where the file is none of its kind.
        """
        path = self.folder / name
        shown = printable(name)
        if not is_inside(path, self.folder):
            advice = f"Put the file into the folder of {FILE}, and write its path from there."
            return self._refused(f"'{shown}' lies outside of the folder of {FILE}", where, advice)
        if not _is_there(path):
            advice = f"Put the file there, or clear the entry. Paths begin in the folder of {FILE}."
            return self._refused(f"there is no file '{shown}'", where, advice)
        if (size := path.stat().st_size) > largest:
            message = f"'{shown}' has {size:,} bytes; {largest:,} is the most"
            return self._refused(message, where, "Save it smaller.")
        try:
            file = OwnFile(path.name, read_bytes(path, name))
            check(file)
        except InputError as problem:
            self.found += problem.findings
            return None
        except PictureError as problem:
            advice = "Expected: an SVG without scripts and without links to other files, or a PNG."
            return self._refused(f"'{shown}' {problem}", where, advice)
        return file

    def _refused(self, message: str, where: LineRef, advice: str) -> OwnFile | None:
        """None, which is what there is of a file that cannot be used."""
        self.found.append(Finding(BRAND_FILE, message, where, advice))
        return None


def _is_there(path: Path) -> bool:
    """Whether it is a file; what no file can be called is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _as_logo(file: OwnFile) -> None:
    """Raises PictureError where the file can be no logo."""
    if not file.name.lower().endswith(LOGO_KINDS):
        raise PictureError("is neither SVG nor PNG, as far as its name says")
    looked = looked_at(file)
    if looked.kind == "PNG" and max(looked.width, looked.height) > _WIDEST:
        size = f"{looked.width:,} by {looked.height:,} pixels"
        raise PictureError(f"has {size}; {_WIDEST:,} is the most either way")
