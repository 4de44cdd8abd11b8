"""The sections of the report as they are filed, and where the parts of the list stand in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from slugify import slugify

from ..filed.escape import escaped, safe_line
from ..filed.facility_table import PlacedRow
from ..filed.sections import FiledSection, FiledTable, anchor_of, report_of_documents
from ..model.folding import fold
from .facility_list import ListAsFiled

_LONGEST_NAME = 50
_MOST_FILES = 99
_ANCHOR = re.compile(r"<!-- table (\d+) -->")
_HEADING = re.compile(r"(#+) +(.*)")
_MARKUP = re.compile(r"[*_\\]|</?u>")


@dataclass(frozen=True)
class ReportAsFiled:
    """The sections with their files' names, and where the list stands."""

    sections: tuple[tuple[str, str], ...]
    """File name and text, in their order."""
    left_out: tuple[str, ...]
    """What belonged to pages only: their numbers, running headings, a table of contents."""
    pictures: tuple[str, ...]
    places: dict[int, ListPlace] = field(default_factory=dict)
    """A row of the list, by its identity, to where it stands; a row that is not here is in the text too."""

    def place_of(self, row: PlacedRow) -> ListPlace | None:
        return self.places.get(id(row))


@dataclass(frozen=True)
class ListPlace:
    """Where a part of the list stands: the section's file without ending, and the heading above."""

    section: str
    title: str
    """The section's title."""
    heading: str
    """The nearest heading above the table; the title where there is no other."""


class _Rows:
    """The rows of the list by their cells, to know them in the tables of the report."""

    def __init__(self, placed: Sequence[PlacedRow]) -> None:
        self._by_name: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        self.headings: set[str] = set()
        self._keys: list[str] = []
        self._taken: set[int] = set()
        for number, one in enumerate(placed):
            cells = {_bare(cell.text + "".join(cell.marks)) for cell in one.block.cells if cell.text}
            name = next(
                cell for cell in one.block.cells if one.roles.get(cell.column) == "name" and cell.text
            )
            self._keys.append("|".join(sorted(cells)))
            self._by_name[_bare(name.text + "".join(name.marks))].append((number, frozenset(cells)))
            above = [
                *(one.heading.cells if one.heading else ()),
                *([one.metal_heading] if one.metal_heading else []),
            ]
            self.headings |= {_bare(cell.text + "".join(cell.marks)) for cell in above if cell.text}

    def take(self, cells: Sequence[str]) -> list[int]:
        """The rows that stand in a row of a table; of rows that are alike, one after the other."""
        numbers, _ = self.in_row(cells)
        alike: dict[str, list[int]] = {}
        for number in numbers:
            alike.setdefault(self._keys[number], []).append(number)
        found = [next((one for one in same if one not in self._taken), same[-1]) for same in alike.values()]
        self._taken.update(found)
        return found

    def in_row(self, cells: Sequence[str]) -> tuple[list[int], list[str]]:
        """The numbers of the rows of which the cells are, and the cells that are of none."""
        keys = [_bare(cell) for cell in cells]
        there = set(keys)
        numbers: list[int] = []
        used: set[str] = set()
        for key in keys:
            for number, own in self._by_name.get(key, ()):
                if own <= there:
                    numbers.append(number)
                    used |= own
        return numbers, [cell for cell, key in zip(cells, keys, strict=True) if key and key not in used]

    def are_in(self, table: FiledTable) -> bool:
        """Whether the table is a part of the list: some of its rows, or most where they are names alone."""
        rows = [row for row in (table.heading, *table.rows) if any(row)]
        known = [row for row in rows if self.in_row(row)[0]]
        told = [row for row in known if sum(map(bool, row)) > 1]
        return bool(told) or len(known) * 2 >= len(rows) > 0


def report_as_filed(
    documents: Sequence[str], listed: ListAsFiled | None, placed: Sequence[PlacedRow]
) -> ReportAsFiled:
    """The report of the documents' texts; the tables of the list are left out."""
    rows = _Rows(placed)
    report = report_of_documents(documents, leave_out=rows.are_in)
    names = list(_names(report.sections))
    titles = {_bare(part.heading) for part in (listed.parts if listed else ()) if part.heading}
    places: dict[int, ListPlace] = {}
    sections: dict[str, str] = {}
    for name, section in zip(names, report.sections, strict=True):
        body = section.body
        for table in section.tables:
            if table.is_left_out:
                heading = _heading_above(body, table.index) or section.title
                place = ListPlace(name.removesuffix(".md"), section.title, heading)
                for row in (table.heading, *table.rows):
                    for number in rows.take(row):
                        places.setdefault(id(placed[number]), place)
                body = _without_table(body, table, rows, titles)
        before = f"{sections[name]}\n" if name in sections else ""
        sections[name] = before + replace(section, body=body).markdown
    pictures = tuple(picture for section in report.sections for picture in section.pictures)
    return ReportAsFiled(tuple(sections.items()), report.page_furniture, pictures, places)


def _names(sections: Sequence[FiledSection]) -> Iterator[str]:
    """The name of each section's file; the few that go beyond two digits stand in the last file."""
    last = ""
    for number, section in enumerate(sections, start=1):
        slug = slugify(section.title, max_length=_LONGEST_NAME) or "section"
        last = f"{number:02}-{slug}.md" if number <= _MOST_FILES else last
        yield last


def _heading_above(body: str, table: int) -> str:
    """The text of the heading nearest above a table of a section's body; empty where there is none."""
    above = body[: body.find(anchor_of(table))].split("\n\n")
    for block in reversed(above):
        if found := _HEADING.fullmatch(block.strip()):
            return _plain(found[2])
    return ""


def _without_table(body: str, table: FiledTable, rows: _Rows, titles: set[str]) -> str:
    """The body without the table's place, and without a heading above it that goes with the list.

    What the table says beside its rows and headings stands there as paragraphs.
    """
    blocks = body.split("\n\n")
    at = blocks.index(anchor_of(table.index))
    left = [safe_line(escaped(text)) for text in _left_in(table, rows)]
    begin = at
    above = next((n for n in range(at - 1, -1, -1) if blocks[n].strip()), None)
    if above is not None and _bare(_plain(_HEADING.sub(r"\2", blocks[above]))) in titles:
        begin = above
    return "\n\n".join([*blocks[:begin], *left, *blocks[at + 1 :]]).strip()


def _left_in(table: FiledTable, rows: _Rows) -> Iterator[str]:
    """What the rows of a table say beside the list: totals, notes, further headings."""
    for row in (table.heading, *table.rows):
        numbers, cells = rows.in_row(row)
        others = [cell for cell in cells if not _is_heading(cell, rows)]
        if others or (not numbers and cells and not all(_is_heading(cell, rows) for cell in cells)):
            yield " ".join(others or cells)


def _is_heading(cell: str, rows: _Rows) -> bool:
    """Whether a cell is a heading of the list."""
    return _bare(cell) in rows.headings


def _plain(markdown: str) -> str:
    return " ".join(_MARKUP.sub("", markdown).split())


def _bare(text: str) -> str:
    """A text by its letters, figures and signs, in whatever order a raised sign stands among them."""
    return "".join(sorted("".join(fold(text).split()) + re.sub(r"[\w\s]", "", text)))
