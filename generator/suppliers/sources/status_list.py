"""Status lists: RMI's exports, or any table with metal, identifier or name, and status.

RMI's lists of conformant and active facilities have no column for the status: the list itself says it,
so its user must. Headings are those of the lists of 2023 to 2026.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...errors import InputError
from ...files.cell_text import clean, text_of
from ...files.dates import days_of
from ...files.raw_table import Cell, RawTable
from ...files.table_source import read_any
from ...findings import Finding
from ...findings.catalogue import (
    COLUMN_MISSING,
    STATUS_LIST_DATE,
    STATUS_LIST_OTHER,
    STATUS_LIST_ROW,
    STATUS_LIST_SHEETS,
    STATUS_LIST_STATUS,
    STATUS_LIST_TWICE,
)
from ...model import CellRef, LineRef, Mineral, is_cid
from ...model.counted import counted, named
from ...model.folding import fold
from ...model.status_phrases import class_of_status
from ...model.words import metal_of, metals_in
from ..minerals import mineral_named
from ..status_lists import ListedSmelter, StatusList

_HEADING_ROWS = 15
_YES = {"yes", "y", "true", "x", "1"}

_FIELDS: tuple[tuple[str, Callable[[str], object]], ...] = tuple(
    (name, re.compile(pattern, re.VERBOSE).fullmatch)
    for name, pattern in (
        ("metal", r"(subject\ )?(metal|mineral)s?"),
        ("cid", r"cid | identifier | (smelter|facility)(\ or\ refiner)?\ (id|identification(\ number)?)"),
        (
            "name",
            r"""(standard\ |facility\ )*(smelter|facility)(\ or\ refiner)?(\ facility)?\ names?
                     | smelter\ or\ refiner | smelter | name""",
        ),
        ("country", r"country(\ location)? | smelter\ country | country\ of\ .*"),
        ("as_of", r"(status\ )?as\ of"),
        ("status", r"(.*\ )?(audit|rmap|program|assessment|conformance)\ status | status"),
    )
)
"""Field of a row to the headings that mean it, folded."""

_RECOGNISED = {"lbma rg": "LBMA RG", "lbma": "LBMA RG", "rjc": "RJC"}


@dataclass(frozen=True)
class _Layout:
    heading_row: int
    columns: Mapping[str, int]
    recognised: Mapping[int, str]


def read_status_list(
    path: Path,
    shown: str,
    *,
    status: str | None = None,
    as_of: dt.date | None = None,
    sheet: str | None = None,
) -> tuple[StatusList, tuple[Finding, ...]]:
    """The list, and what was not used of it or is unclear, as findings.

    ``status`` holds for rows that do not say one, ``as_of`` for rows without a date of their own. ``sheet``
    None: the first with a table of metals and identifiers or names. Raises InputError: no such table, or no
    status anywhere.
    """
    tables = read_any(path, shown)
    if sheet is not None:
        tables = [table for table in tables if table.sheet == sheet] or _no_sheet(tables, sheet, shown)
    fitting = [(table, layout) for table in tables if (layout := _layout(table)) is not None]
    if not fitting:
        message = "no table with a metal and an identifier or name was found"
        advice = "It needs columns headed 'Metal' and 'Smelter ID' or 'Smelter Name', and a status."
        raise InputError([Finding(COLUMN_MISSING, message, CellRef(shown, None, "A1"), advice)])
    (table, layout), *others = fitting
    listed, found = _read(table, layout, shown, status, as_of)
    return listed, (*_other_sheets(table, [one for one, _ in others], shown), *found)


def _no_sheet(tables: Sequence[RawTable], sheet: str, shown: str) -> list[RawTable]:
    """Raises InputError that names the sheets that there are."""
    there = ", ".join(table.sheet for table in tables if table.sheet) or "none"
    message, advice = f"there is no sheet '{sheet}'; there are: {there}", "Name one of these behind the '#'."
    raise InputError([Finding(STATUS_LIST_SHEETS, message, LineRef(shown), advice)])


def _other_sheets(read: RawTable, others: Sequence[RawTable], shown: str) -> Iterator[Finding]:
    if others:
        names = named([f"'{other.sheet}'" for other in others])
        message = f"the sheet '{read.sheet}' was read, and not {names}, which could be lists too"
        advice = f"Name the one that you mean: {shown}#{read.sheet}. To use several, name each."
        yield Finding(STATUS_LIST_SHEETS, message, LineRef(shown), advice)


def _layout(table: RawTable) -> _Layout | None:
    """Where the columns are; None where the table is no status list."""
    for number, row in enumerate(table.rows[:_HEADING_ROWS]):
        headings = [fold(clean(text_of(cell) or "")[0]) for cell in row]
        columns: dict[str, int] = {}
        for name, means in _FIELDS:
            found = [at for at, text in enumerate(headings) if text and means(text)]
            if found:
                columns[name] = found[0]
        if "metal" in columns and {"cid", "name"} & set(columns):
            recognised = {at: _RECOGNISED[text] for at, text in enumerate(headings) if text in _RECOGNISED}
            return _Layout(number, columns, recognised)
    return None


def _read(
    table: RawTable, layout: _Layout, shown: str, status: str | None, as_of: dt.date | None
) -> tuple[StatusList, tuple[Finding, ...]]:
    """The list, and what is said of rows that it leaves out.

    ``status`` and ``as_of`` are for rows that give none themselves. Raises InputError where no status is
    given at all.
    """
    if "status" not in layout.columns and not status:
        message = f"'{shown}' has no column for the status"
        advice = f"Say which status it gives, for example --status-list 'Conformant={shown}'."
        raise InputError([Finding(STATUS_LIST_STATUS, message, table.cell(layout.heading_row, 0), advice)])
    dates = _Dates(table, layout, as_of)
    rows: list[ListedSmelter] = []
    found: list[Finding] = []
    others: list[tuple[str, CellRef]] = []
    for number in range(layout.heading_row + 1, len(table.rows)):
        texts = {name: _text(table.rows[number], at) for name, at in layout.columns.items()}
        where = table.cell(number, layout.columns["metal"])
        if not any(texts.get(name) for name in ("metal", "cid", "name")):
            continue
        if texts["metal"] and not metals_in(texts["metal"]) and mineral_named(texts["metal"]) is None:
            others.append((texts["metal"], where))
            continue
        one = _listed(table.rows[number], layout, texts, status, where)
        if isinstance(one, Finding):
            found.append(one)
        else:
            said_at = table.cell(number, layout.columns["status"]) if texts.get("status") else where
            rows.append(replace(one, as_of=dates.of(number), where=said_at))
    found += [*_of_others(others), *dates.unclear(), *_twice(rows)]
    return StatusList(shown, as_of, tuple(rows)), tuple(found)


def _listed(
    row: Sequence[Cell], layout: _Layout, texts: Mapping[str, str], status: str | None, where: CellRef
) -> ListedSmelter | Finding:
    """The row without its date; a finding where it cannot be used."""
    metal = metal_of(texts["metal"]) or (None if metals_in(texts["metal"]) else mineral_named(texts["metal"]))
    cid = texts.get("cid", "").upper().replace(" ", "")
    name = texts.get("name", "")
    said = texts.get("status") or status or ""
    wrong = _wrong(texts["metal"], metal, cid, name, said)
    if wrong or metal is None:
        return Finding(STATUS_LIST_ROW, wrong, where, "The row is left out. Mend it in the list.")
    return ListedSmelter(
        metal=metal,
        cid=cid if is_cid(cid) else None,
        name=name,
        country=texts.get("country", ""),
        status=said,
        status_class=class_of_status(said),
        recognised_by=tuple(_recognised(row, layout.recognised)),
        as_of=None,
        where=where,
    )


def _wrong(metal_text: str, metal: Mineral | None, cid: str, name: str, status: str) -> str:
    """What is wrong with a row; empty where nothing is."""
    if metal is None:
        return f"'{metal_text}' is not one metal" if metal_text else "there is no metal"
    if not name and not is_cid(cid):
        return f"'{cid}' is no CID, and there is no name" if cid else "there is neither a CID nor a name"
    return "" if status else "there is no status"


def _of_others(rows: Sequence[tuple[str, CellRef]]) -> Iterator[Finding]:
    """Rows of minerals that nobody knows here: one line for all of them."""
    if rows:
        metals = named(sorted({text for text, _ in rows}))
        message = f"{counted(len(rows), 'row')} of other minerals ({metals}) not used here"
        advice = "Nothing to do, unless a mineral is spelled otherwise than in RMI's lists."
        yield Finding(STATUS_LIST_OTHER, message, rows[0][1], advice)


def _twice(rows: Iterable[ListedSmelter]) -> Iterator[Finding]:
    """The same facility with two statuses; it is shown with the newest, of equal dates with the first."""
    by_facility: dict[tuple[Mineral, str], list[ListedSmelter]] = {}
    for row in rows:
        by_facility.setdefault((row.metal, row.cid or fold(row.name)), []).append(row)
    for same in by_facility.values():
        said = dict.fromkeys(row.status for row in same)
        if len({row.status_class or fold(row.status) for row in same}) > 1:
            cells = ", ".join(row.where.cell for row in same)
            statuses = " and ".join(f"'{status}'" for status in said)
            message = (
                f"{same[0].name or same[0].cid} ({same[0].metal.lower()}) stands here as {statuses}: {cells}"
            )
            advice = "Remove the row that no longer holds, or give each its date; the newest counts."
            yield Finding(STATUS_LIST_TWICE, message, same[0].where, advice)


class _Dates:
    """The dates of the rows, and those that cannot be read without a guess."""

    def __init__(self, table: RawTable, layout: _Layout, as_of: dt.date | None) -> None:
        self._table = table
        self._at = layout.columns.get("as_of")
        self._as_of = as_of
        self._none: list[int] = []
        self._several: list[int] = []

    def of(self, number: int) -> dt.date | None:
        """The date of a row; that of the list where it has none, or none that is clear."""
        cell = self._cell(number)
        days = days_of(cell)
        if len(days) > 1:
            self._several.append(number)
        elif not days and str(cell).strip():
            self._none.append(number)
        return days[0] if len(days) == 1 else self._as_of

    def unclear(self) -> Iterator[Finding]:
        """A line for all texts that are no date, and one for those that may be two days."""
        for numbers in (self._none, self._several):
            if numbers:
                first = self._cell(numbers[0])
                days = [f"{day.isoformat()}" for day in days_of(first)]
                what = f"may be {' or '.join(days)}" if days else "is no date"
                places = [self._place(number) for number in numbers]
                message = f"'{first}' {what}: {named([place.cell for place in places])}"
                advice = "Write it as year-month-day, such as 2026-03-31. Until then the list's date holds."
                yield Finding(STATUS_LIST_DATE, message, places[0], advice)

    def _cell(self, number: int) -> Cell:
        row = self._table.rows[number]
        return row[self._at] if self._at is not None and self._at < len(row) else ""

    def _place(self, number: int) -> CellRef:
        return self._table.cell(number, self._at or 0)


def _text(row: Sequence[Cell], at: int) -> str:
    return clean(text_of(row[at]) or "")[0] if at < len(row) else ""


def _recognised(row: Sequence[Cell], columns: Mapping[int, str]) -> Iterator[str]:
    for at, program in columns.items():
        if _text(row, at).casefold() in _YES:
            yield program
