"""The reconciled lists: sheets of ``smelters.xlsx``, or ``smelters.csv``.

Headings are the CMRT's own (``Smelter List`` row 4 of the template), those that the filer uses
(``annex.headings``) and ours. Columns that are not published are read by nobody here: a value that is not
read cannot leak. What was filed is read as it was filed; what looks wrong in it is told, and the row stays.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase

from slugify import slugify

from ..countries.table import CountryTable
from ..errors import InputError
from ..files.cell_text import clean
from ..files.nearest import did_you_mean
from ..files.raw_table import column_letters
from ..files.table_source import bold_cells, read_csv, read_sheet
from ..findings import Finding
from ..findings.catalogue import (
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
    Smelter,
    Status,
    StatusClass,
    is_conflict_mineral,
)
from ..model.words import metal_in
from .list_cells import (
    Reading,
    aliases_in,
    date_in,
    faults_in_list,
    merged_in_list,
    text_in,
    unsigned,
    yes_no_in,
)
from .list_columns import heading_row, list_columns, list_headings
from .marks import is_sign

_ANCHOR_LENGTH = 80
_NOT_STATED = frozenset({
    "-", "--", "–", "—", "n/a", "na", "none", "not available", "not provided", "not stated",
})  # fmt: skip
"""What stands in a cell for which the filer gives nothing."""


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
    rows = [_smelter(reading, row) for row in _filled_rows(reading)]
    if not rows:
        where = table.cell(at + 1, 0)
        advice = "Enter one smelter or refiner a row, below the headings."
        reading.found.append(Finding(LIST_EMPTY, "the list has no rows", where, advice))
    _report_without(reading, [row for row in rows if row])
    return [row for row in rows if row], reading.found


def _filled_rows(reading: Reading) -> Iterator[int]:
    columns = [
        reading.columns[name] for name in ("metal", "name", "country", "cid") if name in reading.columns
    ]
    for number in range(reading.heading_row + 1, len(reading.table.rows)):
        cells = reading.table.rows[number]
        if any(c < len(cells) and clean(str(cells[c]))[0] for c in columns):
            yield number


def _smelter(reading: Reading, row: int) -> Smelter | None:
    """One row; None where it cannot be shown, which is then among the findings."""
    filed: dict[str, str] = {}
    signs: list[str] = []
    metal = _metal(reading, row, filed, signs)
    name = unsigned(reading, row, "name", filed, signs)
    if name == "":
        reading.add(NO_NAME, row, "name", "the row has no smelter name", "Fill the cell or remove the row.")
    country = _country(reading, row, filed, signs)
    cid = unsigned(reading, row, "cid", filed, signs)
    status = _status(reading, row, f"smelter '{name}'" if name else "the row", filed, signs)
    as_of, recycled = date_in(reading, row, "status_as_of"), yes_no_in(reading, row, "recycled")
    city, state, footnote = (text_in(reading, row, one) for one in ("city", "state", "footnote"))
    own = (
        tuple((key, text_in(reading, row, key) or "") for key in reading.facts.annex.own_columns)
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
        aliases=aliases_in(reading, row),
        own=own,
        filed=tuple(filed.items()),
        notes=tuple(sign for sign in signs if sign in notes),
    )


def _metal(reading: Reading, row: int, filed: dict[str, str], signs: list[str]) -> Mineral | None:
    stated = reading.stated
    if "metal" not in reading.columns and stated is not None and stated.minerals:
        return _mineral_named(stated.minerals[0], reading.facts)
    text = unsigned(reading, row, "metal", filed, signs)
    if text is None:
        return None
    mineral = _mineral_named(text, reading.facts)
    if mineral is not None:
        if _is_other(text, mineral.value, reading.facts):
            filed.setdefault("metal", text)
        return mineral
    known = (*Metal, *reading.facts.other_minerals)
    advice = did_you_mean(text, known) or f"Use one of {', '.join(known)}."
    if text and not advice.startswith("Did"):
        advice += " Other minerals are named under other_minerals in disclosure.yml."
    message = f"metal '{text}' is not known" if text else "the row has no metal"
    reading.add(METAL_UNKNOWN, row, "metal", message, advice)
    return None


def _is_other(text: str, value: str, facts: DisclosureFacts) -> bool:
    """Whether a cell is shown as it stands and not as its value: capitals count where they were filed."""
    return text != value if facts.filing.is_restated else text.casefold() != value.casefold()


def _mineral_named(text: str, facts: DisclosureFacts) -> Mineral | None:
    other = next((one for one in facts.other_minerals if one.casefold() == text.casefold()), None)
    return OtherMineral(other) if other else metal_in(text)


def _country(reading: Reading, row: int, filed: dict[str, str], signs: list[str]) -> Country | None:
    """The country as filed; None where the filer gives none. A name that no table has is shown as filed."""
    text = unsigned(reading, row, "country", filed, signs)
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
    reading: Reading, row: int, subject: str, filed: dict[str, str], signs: list[str]
) -> Status | None:
    """The status that a label, a sign, bold letters or the lack of a sign says; None: none."""
    statuses = reading.facts.statuses
    by_mark = {status.mark: status for status in statuses if status.mark}
    text = unsigned(reading, row, "status", filed, signs)
    marked = [by_mark[sign] for sign in signs if sign in by_mark]
    if marked:
        return marked[0]
    if text and text.casefold() not in _NOT_STATED:
        label = next((one for one in statuses if one.label.casefold() == text.casefold()), None)
        if label is not None:
            if _is_other(text, label.label, reading.facts):
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


def _report_without(reading: Reading, rows: Sequence[Smelter]) -> None:
    """One warning for all rows that lack what other rows have, with the cells."""
    for rule, name in ((NO_COUNTRY, "country"), (NO_STATUS, "status")):
        without = [row for row in rows if getattr(row, name) is None and not _is_told(reading, row, name)]
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
