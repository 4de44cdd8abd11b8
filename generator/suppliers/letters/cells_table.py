"""The table beside a letter: every cell of the questions that do not name all of theirs.

It goes to one supplier, so it holds what the letter asks and nothing else.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator

import xlsxwriter

from ...findings import Finding, printable
from ...model import CellRef
from ..questions.places import places_of
from ..questions.wording import capital, spoken
from .letter import Letter, Question
from .one_line import one_line

ENDING = ".xlsx"
_HEADINGS = (("Question", 10), ("Workbook", 36), ("Sheet", 20), ("Cell", 10), ("What we found", 100))
_MADE_ON = dt.datetime(2000, 1, 1)
"""Excel wants a day; the same table has the same bytes on every day."""
_FOLDED = re.compile(r"\b[\d,]+ more\b")
"""As ``questions.wording`` and ``cells_in_words`` count what they do not name. Where a supplier's own text
says so too, the letter has a table that it could do without.
"""


def folded_questions(letter: Letter) -> tuple[int, ...]:
    """The numbers of the questions that count cells or names instead of naming them."""
    return tuple(number for number, _, question in letter.numbered if is_folded(question))


def is_folded(question: Question) -> bool:
    """Whether the question counts cells that it does not name, whose places are known."""
    return bool(_FOLDED.search(question.ask.text)) and bool(places_of(spoken(question.ask)))


def cells_table(letter: Letter) -> bytes | None:
    """An Excel workbook with a line for each cell; None where the letter names all of them."""
    lines = list(_lines(letter))
    if not lines:
        return None
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": _MADE_ON})
        heading = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F"})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        sheet = book.add_worksheet("Cells")
        for column, (title, width) in enumerate(_HEADINGS):
            sheet.set_column(column, column, width, text)
            sheet.write_string(0, column, title, heading)
        for row, (number, *cells) in enumerate(lines, start=1):
            sheet.write_number(row, 0, number)
            for column, cell in enumerate(cells, start=1):
                sheet.write_string(row, column, cell, text)
        sheet.autofilter(0, 0, len(lines), len(_HEADINGS) - 1)
        sheet.freeze_panes(1, 0)
    return stream.getvalue()


def _lines(letter: Letter) -> Iterator[tuple[int, str, str, str, str]]:
    for number, workbook, question in letter.numbered:
        if is_folded(question):
            file = ", ".join([f'"{workbook.file}"', *question.also]) if question.also else workbook.file
            for finding, place in _places(question):
                what = one_line(printable(capital(finding.message)))
                yield number, file, place.sheet or "", place.cell, what


def _places(question: Question) -> Iterator[tuple[Finding, CellRef]]:
    for finding in spoken(question.ask):
        for place in places_of([finding]):
            yield finding, place
