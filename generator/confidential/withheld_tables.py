"""What the tables of a year withhold: every column that no list publishes, every sheet that is no list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ..files.raw_table import Cell, RawTable
from ..model import KEY_COLUMN, LIST_COLUMNS, LIST_SHEET, Annex, DisclosureFacts
from ..year.list_columns import fold_heading, heading_row, list_headings
from ..year.smelter_workbook import READ_ME
from .ordinary import Ordinary, cell_text
from .withheld import Withheld, WithheldKind
from .withheld_values import addresses_and_files, values_of

_HEADING_ROWS = 10
_READ_ME = "read me"
_PROGRAM_SHEETS = {"rows", "decisions", "left out", "evidence", "supplier survey", "as written"}
"""Sheets that ``formsd reconcile`` writes: into the review, and in earlier versions beside the list."""
_PROGRAM_COLUMNS = {
    *(heading.casefold() for heading in LIST_COLUMNS.values()),
    "answered", "bring back", "cid", "country reported", "decision", "effective date", "flags",
    "identifier reported", "its country", "its name", "known by", "language", "perhaps the same as", "rank",
    "reported as", "scope", "smelter", "suppliers", "template", "template version", "where", "why",
}  # fmt: skip
"""Their columns that name neither suppliers nor people: smelters, figures, the program's own words."""
_OPEN_COLUMNS = {KEY_COLUMN.casefold(), "flags"}
"""What the program writes into the list itself: the key says nothing that the row does not say."""
_FREE_TEXT = {"name", "aliases", "footnote"}
"""Published columns that do not make the same words elsewhere ordinary."""
_FEWEST_WORDS_OF_REMARK = 4

_KINDS: tuple[tuple[WithheldKind, str], ...] = (
    (WithheldKind.EMAIL, r"e-?mail"),
    (WithheldKind.TELEPHONE, r"phone|mobile|\bfax\b"),
    (WithheldKind.FILE, r"\bfiles?\b|workbook"),
    (WithheldKind.COMMENT, r"comment|remark|\bnotes?\b|internal"),
    (WithheldKind.CONTACT, r"contact|person|authori[sz]er|prepared by|reviewed by|decided by"),
    (WithheldKind.SUPPLIER, r"supplier|reported by|compan(?:y|ies)|vendor|manufacturer"),
)
"""Kind to the words of a heading, in lower case; the first one that fits names what is withheld."""


@dataclass(frozen=True)
class Published:
    """What of the workbook the filer publishes."""

    sheets: frozenset[str | None]
    """Sheets that are lists; None is the one of a CSV file."""
    headings: Mapping[str, str]
    """Folded heading to the field of a published column on these."""
    labels: tuple[str, ...] = ()
    """The words for a status that ``disclosure.yml`` defines."""

    @classmethod
    def of(cls, facts: DisclosureFacts | None) -> Published:
        lists = {one.sheet for one in facts.lists} if facts else set()
        annex = (facts.annex if facts else None) or Annex(title="-", columns=("name",))
        labels = tuple(one.label for one in facts.statuses) if facts else ()
        return cls(frozenset({None, LIST_SHEET, *lists}), list_headings(annex), labels)

    def is_list(self, table: RawTable) -> bool:
        return table.sheet in self.sheets

    def columns_of(self, table: RawTable) -> dict[int, str]:
        """Column to field of what the table publishes; a second column of the same heading is not read."""
        found: dict[str, int] = {}
        for column, cell in enumerate(table.rows[heading_row(table, self.headings)] if table.rows else ()):
            if field := self.headings.get(fold_heading(cell)):
                found.setdefault(field, column)
        return {column: field for field, column in found.items()}


NOTHING = Published(frozenset(), {})
"""No sheet of the review is published."""


def of_tables(tables: Collection[RawTable], published: Published) -> Iterator[Withheld]:
    """The withheld values of the sheets of one workbook, or of the one table of a CSV file."""
    ordinary = Ordinary.of(published.labels, _published_columns(tables, published))
    for table in tables:
        if published.is_list(table):
            yield from _of_list(table, published, ordinary)
        elif (table.sheet or "").casefold() == _READ_ME:
            yield from _of_read_me(table)
        else:
            yield from _of_internal_sheet(table, ordinary)


def _published_columns(tables: Collection[RawTable], published: Published) -> Iterator[list[str]]:
    """The texts of each published column that holds no free text and no names."""
    for table in filter(published.is_list, tables):
        for column, field in published.columns_of(table).items():
            if field in LIST_COLUMNS and field not in _FREE_TEXT:
                yield [cell_text(row[column]) for row in table.rows if column < len(row)]


def _of_list(table: RawTable, published: Published, ordinary: Ordinary) -> Iterator[Withheld]:
    at = heading_row(table, published.headings)
    open_columns = published.columns_of(table)
    for column in _filled_columns(table):
        heading = _heading(table, at, column)
        if column not in open_columns and heading not in _OPEN_COLUMNS:
            yield from _of_column(table, at + 1, column, heading, ordinary)


def _of_internal_sheet(table: RawTable, ordinary: Ordinary) -> Iterator[Withheld]:
    at = _widest_row(table)
    is_programs = (table.sheet or "").casefold() in _PROGRAM_SHEETS
    for row in range(0 if is_programs else _first_of_table(table, at)):
        yield from _remarks(table, row)
    for column in _filled_columns(table):
        heading = _heading(table, at, column)
        if is_programs and (heading in _PROGRAM_COLUMNS or heading.partition(":")[1] or not heading):
            continue
        if heading not in _OPEN_COLUMNS:
            yield from _of_column(table, at + 1, column, heading, ordinary)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells if row > at else ()):
            if isinstance(cell, str):
                yield from addresses_and_files(cell, table.cell(row, column))


def _filled_columns(table: RawTable) -> list[int]:
    """Those with any content: one stray cell far to the right stands behind thousands of empty ones."""
    return sorted({column for row in table.rows for column, cell in enumerate(row) if cell != ""})


def _of_column(
    table: RawTable, first: int, column: int, heading: str, ordinary: Ordinary
) -> Iterator[Withheld]:
    """The telling values of a column from row ``first`` on, counted from 0."""
    kind = _kind(heading)
    filled = ((number, row) for number, row in enumerate(table.rows) if number >= first)
    cells = [(number, row[column]) for number, row in filled if column < len(row)]
    are_names = kind not in (None, WithheldKind.COMMENT)
    telling = ordinary.telling([cell for _, cell in cells], are_names=are_names)
    for row, cell in cells:
        text = cell_text(cell)
        where = table.cell(row, column)
        if kind is WithheldKind.COMMENT and text:
            yield from values_of(kind, text, where)
            is_short = len(text.split()) < _FEWEST_WORDS_OF_REMARK - 1
            yield from values_of(WithheldKind.CELL, text, where) if is_short and text in telling else ()
        elif text in telling:
            yield from values_of(kind or WithheldKind.CELL, text, where)


def _of_read_me(table: RawTable) -> Iterator[Withheld]:
    """What people wrote into the sheet that explains the workbook."""
    for row in range(len(table.rows)):
        yield from (one for one in _remarks(table, row) if one.value not in READ_ME)


def _remarks(table: RawTable, row: int) -> Iterator[Withheld]:
    """Sentences above a table, where no heading says what they are."""
    for column, cell in enumerate(table.rows[row]):
        text = cell_text(cell)
        if isinstance(cell, str) and len(text.split()) >= _FEWEST_WORDS_OF_REMARK:
            yield from values_of(WithheldKind.CELL, text, table.cell(row, column))
        elif isinstance(cell, str):
            yield from addresses_and_files(text, table.cell(row, column))


def _widest_row(table: RawTable) -> int:
    """The row of headings. Above it may stand a few figures, which fill fewer cells."""
    filled = [
        sum(isinstance(cell, str) and bool(cell_text(cell)) for cell in row)
        for row in table.rows[:_HEADING_ROWS]
    ]
    widest = max(filled, default=0)
    return next((number for number, count in enumerate(filled) if 2 * count >= widest), 0)


def _first_of_table(table: RawTable, at: int) -> int:
    """The row of headings; where only one cell is filled there, the sheet has none, and that cell is text."""
    filled = sum(bool(cell_text(cell)) for cell in table.rows[at]) if at < len(table.rows) else 0
    return at + 1 if filled == 1 else at


def _heading(table: RawTable, at: int, column: int) -> str:
    row = table.rows[at] if at < len(table.rows) else ()
    cell: Cell = row[column] if column < len(row) else ""
    return " ".join(cell_text(cell).casefold().split())


def _kind(heading: str) -> WithheldKind | None:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, heading)), None)
