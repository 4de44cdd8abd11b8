"""A filed Form SD as rows of cells, in its order: paragraphs are rows of one cell."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..filed.clean_text import clean
from ..filed.flow import Item, PageBreak, Paragraph, Picture, Table
from ..filed.flow_walk import flow_of
from ..filed.places import first_words
from ..filed.plain_flow import is_html
from ..model import LineRef, Passage
from .documents import Document

_PART = re.compile(r"\S+(?: \S+)*")
TYPED = -1
"""The table of every line that is typed as text: what stands above each other belongs together."""
_CROWDED = 4
"""From so many paragraphs on, a line is no place."""


@dataclass(frozen=True)
class FormCell:
    """The text of a cell with its lines, and from which to which column it reaches."""

    text: str
    begin: int
    end: int


@dataclass(frozen=True)
class FormRow:
    """The cells that say something."""

    cells: tuple[FormCell, ...]
    line: int
    table: int | None
    """None: a paragraph."""

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)


class FormRows:
    """The rows, each with its place in the file."""

    def __init__(self, document: Document) -> None:
        self.file = document.file
        if is_html(document.text):
            self.rows = list(_rows(flow_of(document.text), document.line - 1))
        else:
            self.rows = list(_typed_rows(document.text, document.line - 1))
        self._in_line = Counter(row.line for row in self.rows)

    def passage(self, row: FormRow, text: str | None = None) -> Passage:
        """What a row says, with its place."""
        said = " ".join((text or row.text).split())
        if self._in_line[row.line] < _CROWDED:
            return Passage(said, LineRef(self.file, row.line))
        return Passage(said, LineRef(self.file, row.line, words=first_words(said)))


def _typed_rows(text: str, offset: int) -> Iterator[FormRow]:
    """A form that is typed as text, by its lines; parts that stand apart are cells, at their places.

    Lines between two blank ones of which none has several parts are one cell, as a caption runs over them.
    """
    lines = list(enumerate(text.expandtabs(8).split("\n"), start=1 + offset))
    for is_blank, group in itertools.groupby(lines, key=lambda one: not one[1].strip()):
        rows = [(number, cells) for number, line in group if (cells := _typed_cells(line))]
        if is_blank or not rows:
            continue
        if all(len(cells) == 1 for _, cells in rows):
            first = rows[0][1][0]
            whole = "\n".join(cells[0].text for _, cells in rows)
            yield FormRow((FormCell(whole, first.begin, max(c[0].end for _, c in rows)),), rows[0][0], TYPED)
        else:
            yield from (FormRow(cells, number, TYPED) for number, cells in rows)


def _typed_cells(line: str) -> tuple[FormCell, ...]:
    parts = [(found.start(), found[0]) for found in _PART.finditer(line) if re.search(r"\w", found[0])]
    return tuple(FormCell(clean(part).strip("* _#"), at, at + len(part)) for at, part in parts)


def _rows(flow: Sequence[Item], offset: int) -> Iterator[FormRow]:
    """Rows of tables, and paragraphs as rows of one cell. ``offset``: lines of the file before both."""
    for item in flow:
        if isinstance(item, Paragraph):
            text = f"{item.marker} {item.text}".strip()
            yield FormRow((FormCell(text, 0, 1),), item.line + offset, None)
        elif isinstance(item, Table):
            for row in item.rows:
                cells, at = [], 0
                for cell in row:
                    text = "\n".join(f"{part.marker} {part.text}".strip() for part in cell.paragraphs)
                    if text.strip():
                        cells.append(FormCell(text, at, at + cell.across))
                    at += cell.across
                line = next((p.line for cell in row for p in cell.paragraphs), item.line)
                if cells:
                    yield FormRow(tuple(cells), max(line, item.line) + offset, item.index)
        else:
            assert isinstance(item, PageBreak | Picture)
