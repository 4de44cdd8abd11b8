"""Status lists: RMI's exports, or any table with metal, identifier or name, and status.

RMI's lists of conformant and active facilities have no column for the status: the list itself says it,
so its user must. Headings are those of the lists of 2023 to 2026.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from ...files.cell_text import clean, text_of
from ...files.cell_text import date_of as plain_date_of
from ...files.raw_table import Cell, RawTable
from ...files.table_source import read_any
from ...findings import Finding
from ...findings.catalogue import COLUMN_MISSING, STATUS_LIST_ROW, STATUS_LIST_STATUS
from ...model import CellRef, Metal, StatusClass, is_cid
from ...model.folding import fold
from ...model.words import CLASS_WORDS, metal_of
from ..status_lists import ListedSmelter, StatusList

_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_HEADING_ROWS = 15
_YES = {"yes", "y", "true", "x", "1"}

_NOT_ENROLLED = frozenset({
    "in communication", "outreach required", "communication suspended not interested", "not enrolled",
    "due diligence vetting process", "rmi due diligence review unable to proceed", "not applicable",
})  # fmt: skip

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
    path: Path, shown: str, *, status: str | None = None, as_of: dt.date | None = None
) -> tuple[StatusList, tuple[Finding, ...]]:
    """The list and the rows of it that are left out, as findings.

    ``status`` holds for rows that do not say one, ``as_of`` for rows without a date of their own. Raises
    InputError: no table with a metal and an identifier or name, or no status anywhere.
    """
    for table in read_any(path, shown):
        layout = _layout(table)
        if layout is not None:
            return _read(table, layout, shown, status, as_of)
    message = "no table with a metal and an identifier or name was found"
    advice = "It needs columns headed 'Metal' and 'Smelter ID' or 'Smelter Name', and a status."
    raise InputError([Finding(COLUMN_MISSING, message, CellRef(shown, None, "A1"), advice)])


def class_of_status(text: str) -> StatusClass | None:
    """What a status means, in whatever words; None where they are not known."""
    folded = fold(text)
    if folded in _NOT_ENROLLED:
        return StatusClass.NOT_ENROLLED
    return next((kind for kind, words in CLASS_WORDS if words.search(folded)), None)


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
    if "status" not in layout.columns and not status:
        message = f"'{shown}' has no column for the status"
        advice = f"Say which status it gives, for example --status-list 'Conformant={shown}'."
        raise InputError([Finding(STATUS_LIST_STATUS, message, table.cell(layout.heading_row, 0), advice)])
    rows: list[ListedSmelter] = []
    found: list[Finding] = []
    for number in range(layout.heading_row + 1, len(table.rows)):
        one = _listed(table, layout, number, status, as_of)
        if isinstance(one, Finding):
            found.append(one)
        elif one is not None:
            rows.append(one)
    return StatusList(shown, as_of, tuple(rows)), tuple(found)


def _listed(
    table: RawTable, layout: _Layout, number: int, status: str | None, as_of: dt.date | None
) -> ListedSmelter | Finding | None:
    """The row; None where it is empty; a finding where it cannot be used."""
    texts = {name: _text(table.rows[number], at) for name, at in layout.columns.items()}
    if not any(texts.get(name) for name in ("metal", "cid", "name")):
        return None
    metal = metal_of(texts["metal"])
    cid = texts.get("cid", "").upper().replace(" ", "")
    name = texts.get("name", "")
    said = texts.get("status") or status or ""
    where = table.cell(number, layout.columns["metal"])
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
        recognised_by=tuple(_recognised(table.rows[number], layout.recognised)),
        as_of=_date_of(table.rows[number], layout.columns.get("as_of")) or as_of,
        where=where,
    )


def _wrong(metal_text: str, metal: Metal | None, cid: str, name: str, status: str) -> str:
    """What is wrong with a row; empty where nothing is."""
    if metal is None:
        return f"metal '{metal_text}' is not known"
    if not name and not is_cid(cid):
        return f"'{cid}' is no CID, and there is no name" if cid else "there is neither a CID nor a name"
    return "" if status else "there is no status"


def _text(row: Sequence[Cell], at: int) -> str:
    return clean(text_of(row[at]) or "")[0] if at < len(row) else ""


def _recognised(row: Sequence[Cell], columns: Mapping[int, str]) -> Iterator[str]:
    for at, program in columns.items():
        if _text(row, at).casefold() in _YES:
            yield program


def _date_of(row: Sequence[Cell], at: int | None) -> dt.date | None:
    """A date cell, ``2022-03-31``, or the American ``3/31/2022`` of RMI's exports."""
    if at is None or at >= len(row):
        return None
    day = plain_date_of(row[at])
    found = _US_DATE.fullmatch(_text(row, at)) if day is None else None
    try:
        return dt.date(int(found[3]), int(found[1]), int(found[2])) if found else day
    except ValueError:
        return None
