"""The reconciled list: sheet ``Smelter List`` of ``smelters.xlsx``, or ``smelters.csv``.

Headings are the CMRT's own (``Smelter List`` row 4 of the template) plus ours. Columns that are not
published are read by nobody here: a value that is not read cannot leak.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from slugify import slugify

from ..countries.table import CountryTable
from ..errors import InputError
from ..files.cell_text import clean, date_of, text_of, yes_no_of
from ..files.nearest import did_you_mean, nearest
from ..files.raw_table import Cell, RawTable, column_letters
from ..files.table_source import read_csv, read_sheet
from ..findings import Finding, Rule
from ..findings.catalogue import (
    CELL_CHARACTERS,
    CELL_MERGED,
    CELL_NOT_TEXT,
    CELL_NUMBER,
    CELL_VALUE,
    COLUMN_MISSING,
    COLUMN_TWICE,
    COLUMN_UNKNOWN,
    COLUMN_UNPUBLISHED,
    COUNTRY_UNKNOWN,
    LIST_EMPTY,
    METAL_UNKNOWN,
    NO_COUNTRY,
    NO_NAME,
    STATUS_UNKNOWN,
)
from ..model import (
    INTERNAL_COLUMNS,
    LIST_COLUMNS,
    LIST_SHEET,
    CellRef,
    Country,
    Metal,
    Place,
    Smelter,
    Status,
)

_NEEDED = ("metal", "name", "country", "status")
_ALSO = {"smelter identification": "cid", "state / province": "state", "state": "state", "city": "city"}
_HEADING_ROWS = 10
_ANCHOR_LENGTH = 80


@dataclass
class _Reading:
    """The table, which field stands in which column, and what was found on the way."""

    table: RawTable
    heading_row: int
    columns: dict[str, int]
    countries: CountryTable
    statuses: Sequence[Status]
    found: list[Finding] = field(default_factory=list)
    faulty: frozenset[Place] = frozenset()
    """Cells that the table reports already: an Excel error, a formula without a value."""

    def cell(self, row: int, name: str) -> Cell:
        """The raw cell; empty where the column or the cell is not there."""
        column = self.columns.get(name)
        cells = self.table.rows[row]
        return cells[column] if column is not None and column < len(cells) else ""

    def where(self, row: int, name: str) -> CellRef:
        return self.table.cell(row, self.columns[name])

    def is_faulty(self, row: int, name: str) -> bool:
        return bool(self.faulty) and name in self.columns and self.where(row, name) in self.faulty

    def add(self, rule: Rule, row: int, name: str, message: str, advice: str) -> None:
        self.found.append(Finding(rule, message, self.where(row, name), advice))


def read_smelter_list(
    path: Path, shown: str, *, countries: CountryTable, statuses: Sequence[Status]
) -> tuple[tuple[Smelter, ...], tuple[Finding, ...]]:
    """The rows in annex order (metal, then the order of the list), and the findings.

    A row with an error is not among the rows. Raises InputError where the list cannot be read at all.
    """
    table = read_csv(path, shown) if path.suffix.lower() == ".csv" else read_sheet(path, shown, LIST_SHEET)
    heading_row = _heading_row(table)
    columns, found = _columns(table, heading_row)
    faulty = frozenset(fault.where for fault in table.faults)
    reading = _Reading(table, heading_row, columns, countries, statuses, found, faulty)
    reading.found += _faults_in_list(reading)
    reading.found += _merged_in_list(reading)
    rows = [_smelter(reading, row) for row in _filled_rows(reading)]
    if not rows:
        where = table.cell(heading_row + 1, 0)
        advice = "Enter one smelter or refiner a row, below the headings."
        reading.found.append(Finding(LIST_EMPTY, "the list has no rows", where, advice))
    smelters = sorted((row for row in rows if row), key=lambda row: list(Metal).index(row.metal))
    return _with_anchors(smelters), tuple(reading.found)


def _fold_heading(cell: Cell) -> str:
    """A heading without the template's marks for required fields and footnotes, without regard to case."""
    text = clean(text_of(cell) or "")[0]
    return re.sub(r"(\s*\((\*|\d)\))+$", "", text).strip().casefold()


def _field_of(heading: str) -> str | None:
    by_heading = {title.casefold(): name for name, title in LIST_COLUMNS.items()} | _ALSO
    return by_heading.get(heading)


def _heading_row(table: RawTable) -> int:
    """The row with most known headings among the first ten; the first one where none has any."""
    known = [
        sum(_field_of(_fold_heading(cell)) is not None for cell in row) for row in table.rows[:_HEADING_ROWS]
    ]
    return known.index(max(known)) if known else 0


def _columns(table: RawTable, heading_row: int) -> tuple[dict[str, int], list[Finding]]:
    """Field to column. Raises InputError where a needed column is missing."""
    headings = table.rows[heading_row] if table.rows else []
    columns: dict[str, int] = {}
    others: dict[int, str] = {}
    found: list[Finding] = []
    for number, cell in enumerate(headings):
        name = _field_of(_fold_heading(cell))
        if name is None:
            others[number] = clean(text_of(cell) or "")[0]
        elif name in columns:
            message = (
                f"the heading '{LIST_COLUMNS[name]}' stands in column {column_letters(columns[name])} as well"
            )
            where = table.cell(heading_row, number)
            found.append(Finding(COLUMN_TWICE, message, where, "Keep one of the two columns."))
        else:
            columns[name] = number
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise InputError([_missing(name, others, headings, table, heading_row) for name in missing])
    found += _others(others, columns, table, heading_row)
    return columns, found


def _missing(
    name: str, others: dict[int, str], headings: Sequence[Cell], table: RawTable, heading_row: int
) -> Finding:
    title = LIST_COLUMNS[name]
    there = [text for text in (clean(text_of(cell) or "")[0] for cell in headings) if text]
    message = f"column '{title}' not found; there are: {', '.join(there) or 'none'}"
    meant = nearest(title, [text for text in others.values() if text])
    advice = f"Rename '{meant}' to '{title}'." if meant else f"Add a column with the heading '{title}'."
    return Finding(COLUMN_MISSING, message, table.cell(heading_row, 0), advice)


def _others(
    others: dict[int, str], columns: dict[str, int], table: RawTable, heading_row: int
) -> Iterator[Finding]:
    free = [title for name, title in LIST_COLUMNS.items() if name not in columns]
    for number, text in others.items():
        if not text or text.casefold() in {title.casefold() for title in INTERNAL_COLUMNS}:
            continue
        where = table.cell(heading_row, number)
        if meant := nearest(text, free, cutoff=0.8):
            yield Finding(COLUMN_UNKNOWN, f"heading '{text}' is not known", where, f"Did you mean '{meant}'?")
        else:
            advice = "Nothing to do, unless it is misspelt."
            yield Finding(COLUMN_UNPUBLISHED, f"column '{text}' is not published", where, advice)


def _filled_rows(reading: _Reading) -> Iterator[int]:
    columns = [
        reading.columns[name] for name in ("metal", "name", "country", "cid") if name in reading.columns
    ]
    for number in range(reading.heading_row + 1, len(reading.table.rows)):
        cells = reading.table.rows[number]
        if any(c < len(cells) and clean(str(cells[c]))[0] for c in columns):
            yield number


def _faults_in_list(reading: _Reading) -> Iterator[Finding]:
    letters = {column_letters(column) for column in reading.columns.values()}
    for fault in reading.table.faults:
        if isinstance(fault.where, CellRef) and fault.where.cell.rstrip("0123456789") in letters:
            yield fault


def _merged_in_list(reading: _Reading) -> Iterator[Finding]:
    for (first_row, first_column), (last_row, last_column) in reading.table.merged:
        touches = any(first_column <= column <= last_column for column in reading.columns.values())
        if last_row > reading.heading_row and touches:
            where = reading.table.cell(first_row, first_column)
            corner = f"{column_letters(last_column)}{last_row + 1}"
            advice = "Unmerge the cells and fill each of them."
            yield Finding(CELL_MERGED, f"the cells {where.cell}:{corner} are merged", where, advice)


def _smelter(reading: _Reading, row: int) -> Smelter | None:
    """One row; None where it has an error, which is then among the findings."""
    before = len(reading.found)
    metal = _metal(reading, row)
    name = _text(reading, row, "name")
    if name == "":
        reading.add(NO_NAME, row, "name", "the row has no smelter name", "Fill the cell or remove the row.")
    subject = f"smelter '{name}'" if name else "the row"
    country = _country(reading, row, subject)
    status = _status(reading, row, subject)
    as_of = _date(reading, row, "status_as_of")
    recycled = _yes_no(reading, row, "recycled")
    cid, city, state, footnote = (
        _text(reading, row, field) for field in ("cid", "city", "state", "footnote")
    )
    if any(finding.severity == "error" for finding in reading.found[before:]):
        return None
    if any(reading.is_faulty(row, name) for name in reading.columns):
        return None
    if metal is None or not name or country is None or status is None:
        return None
    return Smelter(
        metal=metal,
        name=name,
        country=country,
        status=status,
        anchor="",
        where=reading.where(row, "name"),
        cid=cid or None,
        city=city or None,
        state=state or None,
        status_as_of=as_of,
        recycled=recycled,
        footnote=footnote or None,
        aliases=_aliases(reading, row),
    )


def _text(reading: _Reading, row: int, name: str) -> str | None:
    """The text of a cell, empty where there is none; None where the cell has an error, which is reported."""
    if reading.is_faulty(row, name):
        return None
    raw = reading.cell(row, name)
    text = text_of(raw)
    if text is None:
        advice = "Format the cell as Text and type the value again."
        kind = "a truth value" if isinstance(raw, bool) else "a date"
        reading.add(CELL_NOT_TEXT, row, name, f"'{raw}' is {kind}, where text is meant", advice)
        return None
    if not isinstance(raw, str):
        advice = "If zeros or digits are missing, format the cell as Text and type it again."
        reading.add(CELL_NUMBER, row, name, f"'{text}' is a number, where text is meant", advice)
    cleaned, removed = clean(text)
    if removed:
        message = f"characters that cannot be printed were removed from '{cleaned}'"
        reading.add(CELL_CHARACTERS, row, name, message, "Type the text again.")
    return cleaned


def _metal(reading: _Reading, row: int) -> Metal | None:
    text = _text(reading, row, "metal")
    if text is None:
        return None
    for metal in Metal:
        if text.casefold() == metal.casefold():
            return metal
    advice = did_you_mean(text, Metal) or f"Use one of {', '.join(Metal)}."
    message = f"metal '{text}' is not known" if text else "the row has no metal"
    reading.add(METAL_UNKNOWN, row, "metal", message, advice)
    return None


def _country(reading: _Reading, row: int, subject: str) -> Country | None:
    text = _text(reading, row, "country")
    if text is None:
        return None
    if not text:
        advice = f"Fill column {column_letters(reading.columns['country'])} or remove the row."
        reading.add(NO_COUNTRY, row, "country", f"{subject} has no country", advice)
        return None
    country = reading.countries.find(text)
    if country is None:
        meant = reading.countries.nearest(text)
        advice = f"Did you mean '{meant}'?" if meant else "Use the ISO name."
        advice += f" A further spelling can be added in {reading.countries.shown}."
        reading.add(COUNTRY_UNKNOWN, row, "country", f"country '{text}' is not known", advice)
    return country


def _status(reading: _Reading, row: int, subject: str) -> Status | None:
    text = _text(reading, row, "status")
    if text is None:
        return None
    labels = {status.label.casefold(): status for status in reading.statuses}
    status = labels.get(text.casefold())
    if status is None:
        known = [status.label for status in reading.statuses]
        message = f"status '{text}' is not known" if text else f"{subject} has no status"
        advice = did_you_mean(text, known) or f"Use one of {', '.join(known)}."
        reading.add(STATUS_UNKNOWN, row, "status", message, advice)
    return status


def _aliases(reading: _Reading, row: int) -> tuple[str, ...]:
    """Other names, separated by ``|`` in the cell, in its order."""
    parts = (part.strip() for part in (_text(reading, row, "aliases") or "").split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _date(reading: _Reading, row: int, name: str) -> dt.date | None:
    raw = reading.cell(row, name)
    if reading.is_faulty(row, name) or (isinstance(raw, str) and not clean(raw)[0]):
        return None
    day = date_of(raw)
    if day is None:
        message = f"'{text_of(raw) or raw}' is not a date"
        reading.add(CELL_VALUE, row, name, message, "Enter a date such as 2022-03-31.")
    return day


def _yes_no(reading: _Reading, row: int, name: str) -> bool | None:
    if reading.is_faulty(row, name):
        return None
    answer = yes_no_of(reading.cell(row, name))
    if isinstance(answer, str):
        reading.add(CELL_VALUE, row, name, f"'{answer}' is neither yes nor no", "Enter Yes, No or nothing.")
        return None
    return answer


def _with_anchors(smelters: Sequence[Smelter]) -> tuple[Smelter, ...]:
    """Each row with its address: the CID, else a slug of metal and name; a number where two are alike."""
    anchored: dict[str, Smelter] = {}
    for smelter in smelters:
        alone = _anchor(smelter)
        numbered = (f"{alone}-{number}" for number in itertools.count(2))
        anchor = next(one for one in itertools.chain([alone], numbered) if one not in anchored)
        anchored[anchor] = replace(smelter, anchor=anchor)
    return tuple(anchored.values())


def _anchor(smelter: Smelter) -> str:
    if smelter.cid and smelter.cid.isascii() and smelter.cid.isalnum():
        return smelter.cid
    slug = slugify(smelter.name, max_length=_ANCHOR_LENGTH)
    return f"{smelter.metal.lower()}-{slug or 'unnamed'}"
