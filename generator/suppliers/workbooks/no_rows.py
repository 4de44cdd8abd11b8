"""Rows of the sheet ``Smelter List`` that are none: an end of the list, a total, the headings once more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...files.raw_table import rows_in_words
from ...findings import Finding
from ...findings.catalogue import ROWS_NO_ROWS
from ...model import CellRef
from ..declarations import Raw
from ..templates import SMELTER_SHEET
from .cells import fold, text_of_raw
from .headings import SmelterColumns
from .layouts import OTHER_SMELTER_HEADINGS, SMELTER_HEADINGS
from .opening import Book

_ALL = 6
"""Columns A to F say which smelter a row is."""
_MARKS = re.compile(
    r"(?:the )?end(?: of (?:the )?(?:smelter |refiner )?(?:list|table|file|document|data|sheet))?"
    r"|(?:sub|grand )?total(?: (?:number )?(?:of )?(?:smelters|refiners|rows|count))?"
    r"|(?:this )?(?:row|line) (?:is )?(?:intentionally )?(?:left )?blank"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def is_no_row(cells: Sequence[Raw], headings: Sequence[Raw]) -> bool:
    """Whether columns A to F name no smelter: one mark with numbers beside it at most, or headings alone.

    ``cells`` and ``headings`` are rows with columns where they stand today.
    """
    texts = {at: text for at in range(_ALL) if (text := text_of_raw(cells[at]))}
    words = [text for text in texts.values() if not _NUMBER.fullmatch(text)]
    if len(words) == 1 and _MARKS.fullmatch(_plain(words[0])):
        return True
    return len(words) > 1 and all(_is_heading(at, text, headings) for at, text in texts.items())


def _plain(text: str) -> str:
    """Small letters without the signs around them: ``*** End of list ***``."""
    return " ".join(re.sub(r"[^a-z ]", " ", text.casefold()).split()) if text.isascii() else text


def _is_heading(at: int, text: str, headings: Sequence[Raw]) -> bool:
    column = chr(ord("A") + at)
    english = (SMELTER_HEADINGS.get(column, ""), *OTHER_SMELTER_HEADINGS.get(column, ()))
    known = {fold(text_of_raw(headings[at])), *map(fold, english)} - {""}
    return fold(text) in known


def rows_that_are_none(book: Book, rows: Sequence[int], columns: SmelterColumns) -> Iterator[Finding]:
    """CF-021: the rows that were passed over, for the filer; ``rows`` are their numbers."""
    if not rows:
        return
    sheet = book.called.get(SMELTER_SHEET, SMELTER_SHEET)
    where = CellRef(book.shown, sheet, f"{columns.letters[0]}{rows[0]}")
    name = "names" if len(rows) == 1 else "name"
    message = f"{rows_in_words(rows)} {name} no smelter: an end of the list, a total, or the headings again"
    yield Finding(ROWS_NO_ROWS, message, where, "Set aside. Nothing is asked of the supplier.")
