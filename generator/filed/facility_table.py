"""Finds the facility table of a filed document by what its cells hold, whatever the order of its columns.

Filers name columns as they like, leave headings out, put the metal into a heading of its own or write
``Gold (Au)``, and tell the status by asterisks. Many give neither countries nor identifiers: then a heading
must say that names of smelters stand below it. Source: facility lists of 128 filers.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..countries.table import CountryTable
from ..model import BOLD, Mineral, Status
from ..model.folding import fold
from ..model.words import metal_of
from .facility_columns import LONG_NAME, MOST, NO, UNKNOWN_COUNTRY, ColumnReader, is_identifier
from .facility_headings import (
    HEADING_WORDS,
    SHORT_HEADING,
    STATUS_HEADING_WORDS,
    hints_by_column,
    is_heading,
    metal_of_heading,
    metal_of_row,
    names_facilities,
    texts_by_column,
)
from .facility_marks import LEGEND, MarkedRow, StatusMarks, name_and_marks, unmarked
from .filed_blocks import Block, FiledCell
from .places import Places
from .side_by_side import under_each_other
from .values import FiledRow


@dataclass(frozen=True)
class PlacedRow:
    """A row as it stands in the document: its cells, and what stands above them."""

    row: FiledRow
    marks: tuple[str, ...]
    """The footnote marks at its name, and bold letters."""
    block: Block
    roles: Mapping[int, str]
    """Column to what it holds; see ``facility_columns``."""
    heading: Block | None
    """The column headings; None where the table has none."""
    metal_heading: FiledCell | None
    """The heading that names the metal; None where a cell of the row does."""


@dataclass(frozen=True)
class Found:
    """The facility table, and the blocks that are not in it."""

    rows: tuple[FiledRow, ...]
    columns: tuple[str, ...]
    others: tuple[Block, ...]
    without_metal: int | None = None
    """The line of the first table with names and countries of which no metal can be told."""
    placed: tuple[PlacedRow, ...] = ()
    """The rows with their cells, in the order of ``rows``."""


def find_facilities(
    blocks: Sequence[Block],
    countries: CountryTable,
    statuses: Sequence[Status],
    places: Places,
    minerals: Sequence[str] = (),
) -> Found:
    """The rows of every table that lists facilities, as one list; no rows where there is none.

    ``minerals`` are those that may be listed beside the four of the rule.
    """
    finder = _Finder(countries, statuses, places, minerals)
    finder.go_through(blocks)
    rows = tuple(finder.rows())
    placed = (replace(one, row=row) for one, row in zip(finder.placed, rows, strict=True))
    return Found(rows, finder.columns, tuple(finder.others), finder.without_metal, tuple(placed))


_COVERED = re.compile(r"\s*\(covered country\)$", re.IGNORECASE)


def without_covered(country: str) -> str:
    """The name of a country without the words that a list says behind it where it is a covered country."""
    return _COVERED.sub("", country)


class _Finder:
    def __init__(
        self, countries: CountryTable, statuses: Sequence[Status], places: Places, minerals: Sequence[str]
    ) -> None:
        self._reader = ColumnReader(countries, statuses, minerals)
        self._marks = StatusMarks(statuses)
        self._places = places
        self._labels = {fold(status.label): status.label for status in statuses}
        self._rows: list[MarkedRow] = []
        self._roles: Mapping[int, str] = {}
        self._heading = ""
        self._metal: Mineral | None = None
        self._metal_heading: FiledCell | None = None
        self._heading_row: Block | None = None
        self._status_above: str | None = None
        """The status that the last heading of facilities names: ``Conformant smelters``."""
        self.columns: tuple[str, ...] = ()
        self.others: list[Block] = []
        self.placed: list[PlacedRow] = []
        self.without_metal: int | None = None

    def go_through(self, blocks: Sequence[Block]) -> None:
        for table, group in itertools.groupby(blocks, lambda block: block.table):
            if table is None:
                self._take_text(list(group))
            else:
                self._take_table(list(group))

    def rows(self) -> Iterator[FiledRow]:
        """The rows; where the table has no column for the status, with what its footnote marks stand for."""
        if "status" in self.columns:
            return (row for row, _ in self._rows)
        return self._marks.with_statuses(self._rows, self.others)

    def _take_text(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._take_heading(block)
            self.others.append(block)

    def _take_table(self, rows: Sequence[Block]) -> None:
        rows = under_each_other(rows)
        if self._is_names_by_metal(rows):
            self._take_names_by_metal(rows)
            return
        roles = self._roles_of(rows)
        for row in rows:
            filed = self._filed_row(row, roles) if roles else None
            if filed is None:
                self._take_heading(row)
                self.others.append(row)
            else:
                self._take(filed, row, roles)

    def _take(
        self, filed: MarkedRow, block: Block, roles: Mapping[int, str], metal: FiledCell | None = None
    ) -> None:
        self._rows.append(filed)
        above = None if any(roles.get(c.column) == "metal" for c in block.cells) else self._metal_heading
        heading = None if metal else self._heading_row
        self.placed.append(PlacedRow(*filed, block, roles, heading, metal or above))

    def _is_names_by_metal(self, rows: Sequence[Block]) -> bool:
        """Whether each column is headed by a metal and holds names, below words on smelters."""
        heading, *body = rows
        texts = [cell.text for cell in heading.cells if cell.text]
        if len(texts) < 2 or not body or not all(metal_of_heading(text) for text in texts):
            return False
        columns = {cell.column for cell in heading.cells if cell.text}
        names = [cell.text for row in body for cell in row.cells if cell.text]
        is_in_place = all(cell.column in columns for row in body for cell in row.cells if cell.text)
        above = " ".join(block.text for block in self.others[-2:]) + heading.text
        is_told = bool(re.search(r"smelter|refiner|facilit", above, re.IGNORECASE))
        long = [text for text in names if len(text) > LONG_NAME and not self._reader.is_country(text)]
        return is_told and is_in_place and len(long) >= MOST * len(names) > 0

    def _take_names_by_metal(self, rows: Sequence[Block]) -> None:
        heading, *body = rows
        metals = {cell.column: (metal_of_heading(cell.text), cell) for cell in heading.cells}
        for row in body:
            for cell in row.cells:
                name, marks = name_and_marks(cell)
                if not _is_name(name):
                    continue
                metal, over = metals[cell.column]
                found = FiledRow(metal, name, None, None, self._status_above, None, self._places.of(row))
                marked = (found, (*marks, BOLD) if cell.is_bold else marks)
                self._take(marked, replace(row, cells=(cell,)), {cell.column: "name"}, over)
        self.columns = self.columns or ("metal", "name")

    def _take_heading(self, block: Block) -> None:
        """Keeps the metal and the status that a heading names for the rows below it."""
        metal = self._reader.mineral_of_heading(block.text)
        if metal is not None:
            self._metal, self._metal_heading = metal, next(cell for cell in block.cells if cell.text)
        if len(block.text) > SHORT_HEADING or sum(bool(cell.text) for cell in block.cells) > 1:
            return
        words = re.findall(r"[^\W\d_]+", fold(block.text))
        said = " ".join(word for word in words if word not in HEADING_WORDS | STATUS_HEADING_WORDS)
        if said in self._labels:
            self._status_above = self._labels[said]
        elif {"smelters", "refiners", "facilities"} & set(words) and metal_of(said) is None:
            self._status_above = None

    def _roles_of(self, rows: Sequence[Block]) -> Mapping[int, str]:
        """Column to role; empty where the table does not list facilities.

        A table too short to tell has the columns of the one before it, whose next page it is.
        """
        columns = texts_by_column(rows)
        headings = hints_by_column(rows)
        roles: Mapping[int, str] = self._reader.roles_by_content(columns, headings)
        has_metal = "metal" in roles.values() or self._metal is not None or any(map(metal_of_row, rows))
        if not has_metal and {"name", "country"} <= set(roles.values()):
            self.without_metal = self.without_metal or rows[0].line
        heading = next((row.text for row in rows if is_heading(row)), self._heading)
        if self._roles and heading == self._heading and self._reader.continues(self._roles, columns):
            roles = self._roles
        elif not (has_metal and names_facilities(roles, rows)):
            roles = self._roles if self._reader.continues(self._roles, columns) else {}
        roles = {**roles, **self._reader.ticked(rows, columns, roles)} if roles else {}
        if roles:
            self._roles, self._heading = roles, heading
            self._heading_row = next(filter(is_heading, rows), self._heading_row)
            signs = [role for role in roles.values() if role.startswith("status:")]
            every = [role for _, role in sorted(roles.items()) if signs != [role]]
            named = (role.partition(":")[0] for role in every)
            self.columns = self.columns or tuple(dict.fromkeys(named))
        return roles

    def _filed_row(self, row: Block, roles: Mapping[int, str]) -> MarkedRow | None:
        """The row and its footnote marks; None where it is a heading or says something else."""
        cells = {role: cell for cell in row.cells for role in [roles.get(cell.column)] if role and cell.text}
        name, marks = name_and_marks(cells.get("name"))
        if cells.get("name") is not None and cells["name"].is_bold:
            marks = (*marks, BOLD)
        country, code = (
            self._reader.country_code(without_covered(cells["country"].text))
            if "country" in cells
            else (None, None)
        )
        is_unknown = country is not None and fold(country) in UNKNOWN_COUNTRY
        cid = cells["cid"].text.upper().replace(" ", "") if "cid" in cells else None
        own_metal = self._reader.mineral(cells["metal"].text) if "metal" in cells else None
        is_data = bool(code or is_unknown or own_metal or (cid and is_identifier(cid)))
        if set(roles.values()) <= {"name"}:
            is_data = self._is_name_alone(row)
        if not _is_name(name) or not is_data or (len(row.cells) > 1 and len(cells) < 2):
            return None
        metal = own_metal or (self._metal if "metal" not in cells else None)
        self._metal = own_metal or self._metal
        status = self._status(cells)
        filed = FiledRow(metal, name, country, code, status, cid, self._places.of(row))
        return filed, marks

    def _is_name_alone(self, row: Block) -> bool:
        """Whether a row of names alone is a facility's: no heading, no metal, no total, no legend."""
        is_over_names = is_heading(row) or self._reader.mineral_of_heading(row.text) is not None
        is_note = LEGEND.match(row.text) or re.match(r"(?:grand )?total\b", row.text, re.IGNORECASE)
        return self._metal is not None and not is_over_names and not is_note

    def _status(self, cells: Mapping[str, FiledCell]) -> str | None:
        """What the status column says, or the status in whose column a tick stands."""
        if "status" in cells:
            text = cells["status"].text
            return self._marks.stated(text) or unmarked(text)[0]
        ticked = (
            role.partition(":")[2]
            for role, cell in cells.items()
            if role.startswith("status:") and not NO.fullmatch(cell.text)
        )
        has_ticks = any(role.startswith("status:") for role in self._roles.values())
        return next(ticked, None if has_ticks else self._status_above)


def _is_name(text: str) -> bool:
    """Whether a text can name a facility: no number alone, and no total."""
    is_total = re.match(r"(?:grand |sub-?)?total\b(?: (?:number|of|for)\b.*)?$", text, re.IGNORECASE)
    return bool(re.search(r"[^\W\d_]", text)) and not is_total
