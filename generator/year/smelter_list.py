"""The reconciled lists: sheets of ``smelters.xlsx``, or ``smelters.csv``.

Headings are the CMRT's own (``Smelter List`` row 4 of the template), those that the filer uses
(``annex.headings``) and ours. Columns that are not published are read by nobody here: a value that is not
read cannot leak. What was filed is read as it was filed; what looks wrong in it is told, and the row stays.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase

from slugify import slugify

from ..countries.table import CountryTable
from ..errors import InputError
from ..files.cell_text import clean
from ..files.raw_table import column_letters
from ..files.table_source import bold_cells, read_csv, read_sheet
from ..findings import Finding
from ..findings.catalogue import FILE_MISSING, LIST_EMPTY, LIST_UNUSED, NO_COUNTRY, NO_STATUS
from ..model import (
    BOLD,
    LIST_SHEET,
    CellRef,
    DisclosureFacts,
    FacilityList,
    FacilityListFacts,
    LineRef,
    Metal,
    OtherMineral,
    Route,
    Smelter,
    is_conflict_mineral,
)
from .list_cells import Reading, faults_in_list, merged_in_list
from .list_columns import heading_row, list_columns, list_headings, missing_everywhere
from .list_rows import mineral_named, smelter_in
from .list_sight import out_of_sight

_ANCHOR_LENGTH = 80
_LEFT_OPEN = "Fill the cell, or leave it empty where the filing says nothing."


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
    lacking: list[Mapping[str, Finding]] = []
    for one in stated:
        try:
            read, findings, missing = _read_list(path, shown, one, countries, facts)
        except InputError as problem:
            unreadable += problem.findings
            continue
        if read or facts.form.route is Route.REPORT:
            rows.append((one, read))
        found += findings
        lacking.append(missing)
    unreadable += missing_everywhere(lacking)
    if unreadable:
        raise InputError([*found, *unreadable])
    return _with_addresses(rows, facts), tuple(found)


def _read_list(
    path: Path, shown: str, stated: FacilityListFacts | None, countries: CountryTable, facts: DisclosureFacts
) -> tuple[list[Smelter], list[Finding], Mapping[str, Finding]]:
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
    has_one_mineral = (
        stated is not None
        and len(stated.minerals) == 1
        and mineral_named(stated.minerals[0], facts) is not None
    )
    needed = ("name",) if has_one_mineral else ("metal", "name")
    columns, found, missing = list_columns(table, at, headings, needed, annex)
    reading = Reading(
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
    reading.found += faults_in_list(reading)
    reading.found += merged_in_list(reading)
    reading.found += out_of_sight(reading.table, reading.heading_row)
    rows = [smelter_in(reading, row) for row in _filled_rows(reading)]
    if not rows:
        reading.found.append(_without_rows(reading))
    _report_without(reading, [row for row in rows if row])
    return [row for row in rows if row], reading.found, missing


def _without_rows(reading: Reading) -> Finding:
    """Beside a form without report a list is seldom given: the empty workbook of a new year says nothing."""
    where = reading.table.cell(reading.heading_row + 1, 0)
    if reading.facts.form.route is Route.REPORT:
        advice = "Enter one smelter or refiner a row, below the headings."
        return Finding(LIST_EMPTY, "the list has no rows", where, advice)
    message = "the list has no rows: the disclosure is made without one"
    return Finding(LIST_UNUSED, message, where, "Enter the facilities that you disclose, or remove the file.")


def _filled_rows(reading: Reading) -> Iterator[int]:
    columns = [
        reading.columns[name] for name in ("metal", "name", "country", "cid") if name in reading.columns
    ]
    for number in range(reading.heading_row + 1, len(reading.table.rows)):
        cells = reading.table.rows[number]
        if any(c < len(cells) and clean(str(cells[c]))[0] for c in columns):
            yield number


def _report_without(reading: Reading, rows: Sequence[Smelter]) -> None:
    """A warning for each row that lacks what other rows have; they speak together."""
    for rule, name in ((NO_COUNTRY, "country"), (NO_STATUS, "status")):
        without = [row for row in rows if getattr(row, name) is None and not _is_told(reading, row, name)]
        if name not in reading.columns or not without or len(without) == len(rows):
            continue
        if rule is NO_STATUS and any(status.mark for status in reading.facts.statuses):
            continue  # a row without a sign has no status, and that is how it was filed
        letters = column_letters(reading.columns[name])
        for row in without:
            cell = f"{letters}{row.where.cell.lstrip(ascii_uppercase)}"
            where = CellRef(reading.table.file, reading.table.sheet, cell)
            message = f"smelter '{row.name}' has no {name}, and others do"
            together = f"rows have no {name}, and others do"
            reading.found.append(Finding(rule, message, where, _LEFT_OPEN, together=together))


def _is_told(reading: Reading, row: Smelter, name: str) -> bool:
    """Whether something stands in the cell that a finding of its own tells, such as a date."""
    cell = reading.cell(int(row.where.cell.lstrip(ascii_uppercase)) - 1, name)
    filed = row.as_filed("country_as_filed" if name == "country" else name)
    return bool(clean(str(cell))[0]) and filed is None


def _with_addresses(
    rows: Sequence[tuple[FacilityListFacts | None, list[Smelter]]], facts: DisclosureFacts
) -> tuple[FacilityList, ...]:
    """The lists in the order in which they are shown, each row with an address of its own."""
    order = facts.annex.order if facts.annex else "as-filed"
    filed = (row.metal for _, smelters in rows for row in smelters if not is_conflict_mineral(row.metal))
    minerals = list(dict.fromkeys([*Metal, *map(OtherMineral, facts.other_minerals), *filed]))
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
