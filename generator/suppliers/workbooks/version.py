"""Which template a workbook is, of which version, and in which language."""

from __future__ import annotations

import re
import unicodedata

from ...model import CellRef
from ..minerals import COBALT, MICA, is_of_rule, mineral_named
from ..templates import (
    DECLARATION_SHEET,
    MINE_SHEET,
    SCOPE_SHEET,
    SMELTER_SHEET,
    UNKNOWN_VERSION,
    Template,
    TemplateKind,
    find_release,
    version_number,
)
from .cells import Rows, cell_at, text_at
from .opening import Book

_VERSION = re.compile(r"(?:Revision|Version)\s*(\d+(?:\.\d+){1,2}[a-z]?)", re.IGNORECASE)
_ACRONYM = re.compile(r"\(\s*(CMRT|EMRT|AMRT|PRT|CRT)\s*\)")
_TITLES = (
    (re.compile(r"conflict minerals? reporting template"), TemplateKind.CMRT),
    (re.compile(r"extended minerals? reporting template"), TemplateKind.EMRT),
    (re.compile(r"additional minerals? reporting template"), TemplateKind.AMRT),
    (re.compile(r"pilot reporting template"), TemplateKind.AMRT),
    (re.compile(r"cobalt reporting template"), TemplateKind.CRT),
)
_TITLE_ROWS = range(1, 5)
_REVISION_ROWS = range(13, 71)


def find_kind(book: Book, declaration: Rows) -> TemplateKind | None:
    """The template by the acronym in its title, else by its title; None where it has neither."""
    titles = [text_at(declaration, row, column) for row in _TITLE_ROWS for column in (1, 2, 4)]
    if not any(titles) or not any(map(_kind_of_title, titles)):
        titles += [book.labels.english(DECLARATION_SHEET, "D2"), text_at(book.rows("Revision"), 3, 2)]
    return next((kind for kind in map(_kind_of_title, titles) if kind), None)


def _kind_of_title(title: str) -> TemplateKind | None:
    title = (
        title if title.isascii() else unicodedata.normalize("NFKC", title)
    )  # Japanese has wide parentheses
    if found := _ACRONYM.search(title):
        return TemplateKind.AMRT if found[1] == "PRT" else TemplateKind(found[1])
    folded = title.casefold()
    return next((kind for words, kind in _TITLES if words.search(folded)), None)


def laid_out_as(book: Book, declaration: Rows, smelters: Rows) -> TemplateKind | None:
    """The template by its sheets, by the options beside its list, and by the minerals in its first rows.

    None where they do not tell. A title can be left over: the CRT has the CMRT's in six languages.
    """
    if book.has(SCOPE_SHEET):
        return TemplateKind.AMRT
    if book.has(MINE_SHEET):
        is_long = any(mineral_named(text_at(declaration, row, 2)) for row in range(54, 64))
        return TemplateKind.EMRT if is_long else None
    beside = [mineral_named(text_at(smelters, 3, column)) for column in (27, 28)]
    first = [mineral_named(text_at(declaration, row, 2)) for row in (26, 27)]
    for one, other in (beside, first):
        if one == COBALT:
            return TemplateKind.EMRT if other == MICA else TemplateKind.CRT if other is None else None
    is_cmrt = any(map(is_of_rule, first)) and not any(one and not is_of_rule(one) for one in first)
    return TemplateKind.CMRT if is_cmrt else None


def template_of(book: Book, kind: TemplateKind, declaration: Rows, smelters: Rows) -> Template:
    """Version from ``Declaration!J3``, else ``Smelter List!Q3``, else the last row of the revisions, else the
    foot of the instructions.

    Numbers in the list of revisions have lost their zeros: 6 is 6.0, 6.2 may be 6.20.
    """
    language = text_at(declaration, 3, 4)
    for sheet, rows, cell, column in (
        (DECLARATION_SHEET, declaration, "J3", 10),
        (SMELTER_SHEET, smelters, "Q3", 17),
        *(((SMELTER_SHEET, smelters, "O3", 15),) if kind is TemplateKind.AMRT else ()),
    ):
        stated = str(cell_at(rows, 3, column))
        if found := _VERSION.search(stated):
            return _template(kind, found[1], language, stated, CellRef(book.shown, sheet, cell))
    revisions = book.rows("Revision")
    for row in reversed(_REVISION_ROWS):
        stated = text_at(revisions, row, 2)
        if version_number(stated) != UNKNOWN_VERSION:
            return _template(kind, stated, language, stated, CellRef(book.shown, "Revision", f"B{row}"))
    instructions = book.rows("Instructions")
    for row in range(len(instructions), 0, -1):
        stated = text_at(instructions, row, 1)
        if found := _VERSION.search(stated):
            return _template(kind, found[1], language, stated, CellRef(book.shown, "Instructions", f"A{row}"))
    return _template(kind, "", language, "", None)


def _template(
    kind: TemplateKind, version: str, language: str, stated: str, where: CellRef | None
) -> Template:
    number = version_number(version)
    return Template(kind, version, number, language, stated, where, find_release(kind, number))
