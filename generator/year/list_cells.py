"""The cells of a list as values: text, signs cut off, dates, yes or no; and what is wrong with a cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ..countries.table import CountryTable
from ..files.cell_text import clean, date_of, text_of, unprintable, yes_no_of
from ..files.raw_table import Cell, RawTable, column_letters
from ..findings import Finding, Rule
from ..findings.catalogue import CELL_CHARACTERS, CELL_MERGED, CELL_NOT_TEXT, CELL_NUMBER, CELL_VALUE
from ..model import BOLD, UNMARKED, CellRef, DisclosureFacts, FacilityListFacts, Place
from .marks import without_signs

DASHES = frozenset({"-", "--", "–", "—"})
NOT_STATED = DASHES | frozenset({
    "n/a", "na", "none", "not available", "not provided", "not stated",
})  # fmt: skip
"""What stands in a cell for which the filer gives nothing."""


@dataclass
class Reading:
    """The table, which field stands in which column, and what was found on the way."""

    table: RawTable
    heading_row: int
    columns: Mapping[str, int]
    countries: CountryTable
    facts: DisclosureFacts
    stated: FacilityListFacts | None
    found: list[Finding] = field(default_factory=list)
    faulty: frozenset[Place] = frozenset()
    """Cells that the table reports already: an Excel error, a formula without a value."""
    bold: frozenset[str] = frozenset()
    """Addresses of cells in bold letters; asked only where bold is a status."""

    def cell(self, row: int, name: str) -> Cell:
        """The raw cell; empty where the column or the cell is not there."""
        column = self.columns.get(name)
        cells = self.table.rows[row]
        return cells[column] if column is not None and column < len(cells) else ""

    def where(self, row: int, name: str) -> CellRef:
        return self.table.cell(row, self.columns[name])

    def is_faulty(self, row: int, name: str) -> bool:
        return bool(self.faulty) and name in self.columns and self.where(row, name) in self.faulty

    def add(
        self,
        rule: Rule,
        row: int,
        name: str,
        message: str,
        advice: str,
        *,
        together: str = "",
        named: str = "",
        advice_together: str = "",
    ) -> None:
        self.found.append(
            Finding(
                rule,
                message,
                self.where(row, name),
                advice,
                together=together,
                named=named,
                advice_together=advice_together,
            )
        )


def text_in(reading: Reading, row: int, name: str) -> str | None:
    """The text of a cell, empty where there is none; None where the cell has an error, which is reported."""
    if reading.is_faulty(row, name):
        return None
    raw = reading.cell(row, name)
    text = text_of(raw)
    if text is None:
        advice = "Format the cell as Text and type the value again."
        kind = "a truth value" if isinstance(raw, bool) else "a date"
        reading.add(
            CELL_NOT_TEXT,
            row,
            name,
            f"'{raw}' is {kind}, where text is meant",
            advice,
            together=f"cells hold {kind}, where text is meant",
            named=f"'{raw}'",
        )
        return None
    if not isinstance(raw, str):
        advice = "If zeros or digits are missing, format the cell as Text and type it again."
        reading.add(
            CELL_NUMBER,
            row,
            name,
            f"'{text}' is a number, where text is meant",
            advice,
            together="cells hold a number, where text is meant",
            named=f"'{text}'",
        )
    cleaned, removed = clean(text)
    if removed:
        names = ", ".join(unprintable(text))
        message = f"characters that cannot be printed were removed from '{cleaned}': {names}"
        reading.add(
            CELL_CHARACTERS,
            row,
            name,
            message,
            "Compare the text with its source, and type it again.",
            together="cells had characters that cannot be printed, which were removed",
            named=f"'{cleaned}' without {names}",
        )
    return cleaned


def unsigned(reading: Reading, row: int, name: str, filed: dict[str, str], signs: list[str]) -> str | None:
    """The text of a cell without signs; ``filed`` and ``signs`` take what is cut off. None: faulty."""
    text = text_in(reading, row, name)
    annex = reading.facts.annex
    if not text or annex is None or annex.marks_in != ("country_as_filed" if name == "country" else name):
        return text
    rest, found = without_signs(text, _signs(reading.facts))
    if found:
        filed["country_as_filed" if name == "country" else name] = text
        signs += found
    return rest


def explained_signs(facts: DisclosureFacts, footnote: str | None) -> set[str]:
    """Every sign of which the filer says what it means: status, note, own column or the row's footnote."""
    annex = facts.annex
    legends = [sign for own in annex.own_columns.values() for sign in own.legend] if annex else []
    return {*_signs(facts), *legends, *re.findall(r"[0-9]+|[^\w\s]+", footnote or "")}


def has_signs(facts: DisclosureFacts) -> bool:
    """Whether the filer declares signs, other than bold letters."""
    return bool(_signs(facts))


def _signs(facts: DisclosureFacts) -> list[str]:
    """Every sign of which the filer says what it means, but for bold letters and none at all."""
    statuses = [status.mark for status in facts.statuses if status.mark not in (None, BOLD, UNMARKED)]
    notes = [note.mark for note in facts.annex.notes] if facts.annex else []
    return [sign for sign in (*statuses, *notes) if sign]


def aliases_in(reading: Reading, row: int) -> tuple[str, ...]:
    """Other names, separated by ``|`` in the cell, in its order."""
    parts = (part.strip() for part in (text_in(reading, row, "aliases") or "").split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def date_in(reading: Reading, row: int, name: str) -> dt.date | None:
    raw = reading.cell(row, name)
    if reading.is_faulty(row, name) or (isinstance(raw, str) and not clean(raw)[0]):
        return None
    day = date_of(raw)
    if day is None:
        value = f"'{text_of(raw) or raw}'"
        advice = "Enter a date such as 2022-03-31."
        together = "cells hold no date"
        reading.add(CELL_VALUE, row, name, f"{value} is not a date", advice, together=together, named=value)
    return day


def yes_no_in(reading: Reading, row: int, name: str) -> bool | None:
    if reading.is_faulty(row, name):
        return None
    answer = yes_no_of(reading.cell(row, name))
    if isinstance(answer, str):
        reading.add(
            CELL_VALUE,
            row,
            name,
            f"'{answer}' is neither yes nor no",
            "Enter Yes, No or nothing.",
            together="cells hold neither yes nor no",
            named=f"'{answer}'",
        )
        return None
    return answer


def faults_in_list(reading: Reading) -> Iterator[Finding]:
    letters = {column_letters(column) for column in reading.columns.values()}
    for fault in reading.table.faults:
        if isinstance(fault.where, CellRef) and fault.where.cell.rstrip("0123456789") in letters:
            yield fault


def merged_in_list(reading: Reading) -> Iterator[Finding]:
    yield from merged_below(reading.table, reading.heading_row, reading.columns.values())


def merged_below(table: RawTable, heading_row: int, columns: Collection[int]) -> Iterator[Finding]:
    """Merged cells below the headings in one of the columns, both counted from 0."""
    for (first_row, first_column), (last_row, last_column) in table.merged:
        touches = any(first_column <= column <= last_column for column in columns)
        if last_row > heading_row and touches:
            where = table.cell(first_row, first_column)
            corner = f"{column_letters(last_column)}{last_row + 1}"
            advice = "Unmerge the cells and fill each of them."
            cells = f"{where.cell}:{corner}"
            yield Finding(
                CELL_MERGED,
                f"the cells {cells} are merged",
                where,
                advice,
                together="groups of cells are merged; they begin at",
            )
