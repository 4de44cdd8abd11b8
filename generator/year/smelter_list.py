"""The reconciled lists: sheets of ``smelters.xlsx``, or ``smelters.csv``.

Headings are the CMRT's own (``Smelter List`` row 4 of the template), those that the filer uses
(``annex.headings``) and ours. Columns that are not published are read by nobody here: a value that is not
read cannot leak. What was filed is read as it was filed; what looks wrong in it is told, and the row stays.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import ascii_uppercase

from slugify import slugify

from ..countries.table import CountryTable
from ..errors import InputError
from ..files.cell_text import clean, date_of, text_of, yes_no_of
from ..files.nearest import did_you_mean
from ..files.raw_table import Cell, RawTable, column_letters
from ..files.table_source import bold_cells, read_csv, read_sheet
from ..findings import Finding, Rule
from ..findings.catalogue import (
    CELL_CHARACTERS,
    CELL_MERGED,
    CELL_NOT_TEXT,
    CELL_NUMBER,
    CELL_VALUE,
    COUNTRY_UNKNOWN,
    FILE_MISSING,
    LIST_EMPTY,
    METAL_UNKNOWN,
    NO_COUNTRY,
    NO_NAME,
    NO_STATUS,
    STATUS_UNKNOWN,
)
from ..model import (
    BOLD,
    LIST_SHEET,
    UNMARKED,
    CellRef,
    Country,
    DisclosureFacts,
    FacilityList,
    FacilityListFacts,
    LineRef,
    Metal,
    Mineral,
    OtherMineral,
    Place,
    Smelter,
    Status,
    StatusClass,
    is_conflict_mineral,
)
from ..model.words import metal_in
from .list_columns import heading_row, list_columns, list_headings
from .marks import is_sign, without_signs

_ANCHOR_LENGTH = 80
_NOT_STATED = frozenset({
    "-", "--", "–", "—", "n/a", "na", "none", "not available", "not provided", "not stated",
})  # fmt: skip
"""What stands in a cell for which the filer gives nothing."""


@dataclass
class _Reading:
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
    ) -> None:
        where = self.where(row, name)
        self.found.append(Finding(rule, message, where, advice, together=together, named=named))


def read_lists(
    path: Path, shown: str, *, countries: CountryTable, facts: DisclosureFacts
) -> tuple[tuple[FacilityList, ...], tuple[Finding, ...]]:
    """Every list of the filer with its rows, in the order in which they are shown, and the findings.

    A row that cannot be shown at all, without a name or a mineral, is not among the rows and has a finding.
    Raises InputError where a list cannot be read at all.
    """
    stated = facts.lists or (None,)
    found: list[Finding] = []
    rows: list[tuple[FacilityListFacts | None, list[Smelter]]] = []
    unreadable: list[Finding] = []
    for one in stated:
        try:
            read, findings = _read_list(path, shown, one, countries, facts)
        except InputError as problem:
            unreadable += problem.findings
            continue
        rows.append((one, read))
        found += findings
    if unreadable:
        raise InputError([*found, *unreadable])
    return _with_addresses(rows, facts), tuple(found)


def _read_list(
    path: Path, shown: str, stated: FacilityListFacts | None, countries: CountryTable, facts: DisclosureFacts
) -> tuple[list[Smelter], list[Finding]]:
    annex = facts.annex
    if annex is None:
        message = "there is a list, and the entry annex, which says how it is shown, is not given"
        advice = "Add the entry annex with title and columns to disclosure.yml, or remove the file."
        raise InputError([Finding(FILE_MISSING, message, LineRef(shown), advice)])
    is_csv = path.suffix.lower() == ".csv"
    if is_csv and stated is not None and len(facts.lists) > 1:
        message = "a CSV file has one list, and disclosure.yml names several"
        advice = "Use smelters.xlsx, a sheet a list."
        raise InputError([Finding(FILE_MISSING, message, LineRef(shown), advice)])
    sheet = stated.sheet if stated else LIST_SHEET
    table = read_csv(path, shown) if is_csv else read_sheet(path, shown, sheet)
    headings = list_headings(annex)
    at = heading_row(table, headings)
    has_one_mineral = stated is not None and len(stated.minerals) == 1
    columns, found = list_columns(
        table, at, headings, ("name",) if has_one_mineral else ("metal", "name"), annex
    )
    reading = _Reading(
        table=table,
        heading_row=at,
        columns=columns,
        countries=countries,
        facts=facts,
        stated=stated,
        found=found,
        faulty=frozenset(fault.where for fault in table.faults),
        bold=bold_cells(path, shown, sheet)
        if not is_csv and any(status.mark == BOLD for status in facts.statuses)
        else frozenset(),
    )
    reading.found += _faults_in_list(reading)
    reading.found += _merged_in_list(reading)
    rows = [_smelter(reading, row) for row in _filled_rows(reading)]
    if not rows:
        where = table.cell(at + 1, 0)
        advice = "Enter one smelter or refiner a row, below the headings."
        reading.found.append(Finding(LIST_EMPTY, "the list has no rows", where, advice))
    _report_without(reading, [row for row in rows if row])
    return [row for row in rows if row], reading.found


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
    """One row; None where it cannot be shown, which is then among the findings."""
    filed: dict[str, str] = {}
    signs: list[str] = []
    metal = _metal(reading, row, filed, signs)
    name = _unsigned(reading, row, "name", filed, signs)
    if name == "":
        reading.add(NO_NAME, row, "name", "the row has no smelter name", "Fill the cell or remove the row.")
    country = _country(reading, row, filed, signs)
    cid = _unsigned(reading, row, "cid", filed, signs)
    status = _status(reading, row, f"smelter '{name}'" if name else "the row", filed, signs)
    as_of, recycled = _date(reading, row, "status_as_of"), _yes_no(reading, row, "recycled")
    city, state, footnote = (_text(reading, row, one) for one in ("city", "state", "footnote"))
    own = (
        tuple((key, _text(reading, row, key) or "") for key in reading.facts.annex.own_columns)
        if reading.facts.annex
        else ()
    )
    if any(reading.is_faulty(row, name) for name in reading.columns) or metal is None or not name:
        return None
    notes = {note.mark for note in reading.facts.annex.notes} if reading.facts.annex else set()
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
        own=own,
        filed=tuple(filed.items()),
        notes=tuple(sign for sign in signs if sign in notes),
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


def _unsigned(reading: _Reading, row: int, name: str, filed: dict[str, str], signs: list[str]) -> str | None:
    """The text of a cell without signs; ``filed`` and ``signs`` take what is cut off. None: as ``_text``."""
    text = _text(reading, row, name)
    annex = reading.facts.annex
    if not text or annex is None or annex.marks_in != ("country_as_filed" if name == "country" else name):
        return text
    rest, found = without_signs(text, _signs(reading.facts))
    if found:
        filed["country_as_filed" if name == "country" else name] = text
        signs += found
    return rest


def _signs(facts: DisclosureFacts) -> list[str]:
    """Every sign of which the filer says what it means, but for bold letters and none at all."""
    statuses = [status.mark for status in facts.statuses if status.mark not in (None, BOLD, UNMARKED)]
    notes = [note.mark for note in facts.annex.notes] if facts.annex else []
    return [sign for sign in (*statuses, *notes) if sign]


def _metal(reading: _Reading, row: int, filed: dict[str, str], signs: list[str]) -> Mineral | None:
    stated = reading.stated
    if "metal" not in reading.columns and stated is not None and stated.minerals:
        return _mineral_named(stated.minerals[0], reading.facts)
    text = _unsigned(reading, row, "metal", filed, signs)
    if text is None:
        return None
    mineral = _mineral_named(text, reading.facts)
    if mineral is not None:
        if text != mineral.value:
            filed.setdefault("metal", text)
        return mineral
    known = (*Metal, *reading.facts.other_minerals)
    advice = did_you_mean(text, known) or f"Use one of {', '.join(known)}."
    if text and not advice.startswith("Did"):
        advice += " Other minerals are named under other_minerals in disclosure.yml."
    message = f"metal '{text}' is not known" if text else "the row has no metal"
    reading.add(METAL_UNKNOWN, row, "metal", message, advice)
    return None


def _mineral_named(text: str, facts: DisclosureFacts) -> Mineral | None:
    other = next((one for one in facts.other_minerals if one.casefold() == text.casefold()), None)
    return OtherMineral(other) if other else metal_in(text)


def _country(reading: _Reading, row: int, filed: dict[str, str], signs: list[str]) -> Country | None:
    """The country as filed; None where the filer gives none. A name that no table has is shown as filed."""
    text = _unsigned(reading, row, "country", filed, signs)
    if not text or text.casefold() in _NOT_STATED:
        if text:
            filed["country_as_filed"] = text
        return None
    country = reading.countries.find(text)
    if country is None:
        meant = reading.countries.nearest(text)
        advice = f"Did you mean '{meant}'?" if meant else "Use the ISO name."
        advice += f" A further spelling can be added in {reading.countries.shown}."
        reading.add(
            COUNTRY_UNKNOWN,
            row,
            "country",
            f"country '{text}' is not known",
            advice,
            together="rows have a country that is not known",
            named=f"'{text}'",
        )
        return Country(None, text, text)
    return country


def _status(
    reading: _Reading, row: int, subject: str, filed: dict[str, str], signs: list[str]
) -> Status | None:
    """The status that a label, a sign, bold letters or the lack of a sign says; None: none."""
    statuses = reading.facts.statuses
    by_mark = {status.mark: status for status in statuses if status.mark}
    text = _unsigned(reading, row, "status", filed, signs)
    marked = [by_mark[sign] for sign in signs if sign in by_mark]
    if marked:
        return marked[0]
    if text and text.casefold() not in _NOT_STATED:
        label = next((one for one in statuses if one.label.casefold() == text.casefold()), None)
        if label is not None:
            if text != label.label:
                filed["status"] = text
            return label
        if is_sign(text, [mark for mark in by_mark if mark not in (BOLD, UNMARKED)]):
            filed["status"] = text
            return next(one for mark, one in by_mark.items() if is_sign(text, [mark]))
        known = [status.label for status in statuses]
        advice = did_you_mean(text, known) or (
            f"Use one of {', '.join(known)}." if known else "Add it to statuses."
        )
        message = f"status '{text}' of {subject} is not known"
        reading.add(
            STATUS_UNKNOWN,
            row,
            "status",
            message,
            advice,
            together="rows have a status that is not known",
            named=f"'{text}'",
        )
        return Status(label=text, status_class=StatusClass.OTHER)
    if text:
        filed["status"] = text
    if BOLD in by_mark and reading.bold & {str(reading.where(row, one).cell) for one in reading.columns}:
        return by_mark[BOLD]
    return by_mark.get(UNMARKED)


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


def _report_without(reading: _Reading, rows: Sequence[Smelter]) -> None:
    """One warning for all rows that lack what other rows have, with the cells."""
    for rule, name in ((NO_COUNTRY, "country"), (NO_STATUS, "status")):
        without = [row for row in rows if getattr(row, name) is None]
        if name not in reading.columns or not without or len(without) == len(rows):
            continue
        if rule is NO_STATUS and any(status.mark for status in reading.facts.statuses):
            continue  # a row without a sign has no status, and that is how it was filed
        letters = column_letters(reading.columns[name])
        cells = [f"{letters}{row.where.cell.lstrip(ascii_uppercase)}" for row in without]
        places = ", ".join(cells) if len(cells) < 4 else f"{cells[0]} to {cells[-1]}"
        number = "1 row has" if len(cells) == 1 else f"{len(cells):,} rows have"
        where = CellRef(reading.table.file, reading.table.sheet, cells[0])
        advice = "Fill the cells, or leave them empty where the filing says nothing."
        message = f"{number} no {name}, and others do: {places}"
        reading.found.append(Finding(rule, message, where, advice))


def _with_addresses(
    rows: Sequence[tuple[FacilityListFacts | None, list[Smelter]]], facts: DisclosureFacts
) -> tuple[FacilityList, ...]:
    """The lists in the order in which they are shown, each row with an address of its own."""
    order = facts.annex.order if facts.annex else "as-filed"
    minerals = [*Metal, *map(OtherMineral, facts.other_minerals)]
    keys: dict[str, None] = {}
    anchored: dict[str, None] = {}
    lists = []
    for stated, smelters in rows:
        key = _free(slugify(stated.title, max_length=40) or "list", keys) if stated else ""
        shown = (
            sorted(smelters, key=lambda row: minerals.index(row.metal)) if order == "by-metal" else smelters
        )
        placed = tuple(replace(row, anchor=_free(_anchor(row), anchored), list_key=key) for row in shown)
        of_rule = any(is_conflict_mineral(row.metal) for row in placed)
        lists.append(
            FacilityList(
                key=key,
                title=stated.title if stated else (facts.annex.title if facts.annex else ""),
                smelters=placed,
                section=stated.section if stated else None,
                is_counted=of_rule and (stated is None or stated.counted),
            )
        )
    return tuple(lists)


def _free(alone: str, taken: dict[str, None]) -> str:
    """The name, with a number where it is taken; it is taken from now on."""
    numbered = (f"{alone}-{number}" for number in itertools.count(2))
    name = next(one for one in itertools.chain([alone], numbered) if one not in taken)
    taken[name] = None
    return name


def _anchor(smelter: Smelter) -> str:
    if smelter.cid and smelter.cid.isascii() and smelter.cid.isalnum():
        return smelter.cid
    slug = slugify(smelter.name, max_length=_ANCHOR_LENGTH)
    return f"{slugify(smelter.metal)}-{slug or 'unnamed'}"
