"""The newest lists of smelters that a user has: a blank CMRT or EMRT, or RMI's Smelter Reference List.

Source: sheet ``Smelter Look-up`` of the template (headings in row 4), or the export's headings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ...errors import InputError
from ...files.cell_text import clean, text_of
from ...files.raw_table import RawTable
from ...files.table_source import read_any, read_sheet, sheet_names
from ...findings import Finding
from ...findings.catalogue import REFERENCE_EMPTY, REFERENCE_TWICE
from ...model import LineRef, Mineral, is_cid
from ...model.counted import named
from ...model.folding import fold
from ...model.words import metal_of
from ..look_ups import LookUp, LookupRow, look_up_of
from ..minerals import mineral_named, mineral_order
from ..templates import LOOK_UP_SHEET

_HEADING_ROWS = 15
_FIELDS = {
    "metal": ("metal",),
    "name": ("smelter look up", "smelter reference", "smelter name", "name"),
    "standard_name": ("standard smelter names", "standard smelter name", "standard facility name"),
    "country": ("smelter facility location country", "country", "country location"),
    "cid": ("smelter id", "smelter identification number", "facility id", "cid"),
    "old_id": ("old identifier", "former smelter id"),
    "city": ("smelter city", "city"),
    "state": ("smelter facility location state province", "state province", "state province region"),
}
"""Field to the headings that mean it, folded; the first that is there counts."""
_TEMPLATE_COLUMNS = {
    "metal": 0, "name": 1, "standard_name": 2, "country": 3, "cid": 4, "city": 7, "state": 8,
}  # fmt: skip
"""In the template's own sheet, whose headings are translated."""
_TEMPLATE_HEADING_ROW = 3
_SPECIAL = {"smelter not listed", "smelter not yet identified"}


def read_reference_list(path: Path, shown: str) -> LookUp:
    """The list's rows. Raises InputError where the file has no such list."""
    for table, heading_row, columns in _tables(path, shown):
        rows = tuple(_rows(table, heading_row, columns))
        if rows:
            return look_up_of(hashlib.sha256(repr(rows).encode()).hexdigest(), rows)
    message = "no list of smelters was found"
    advice = "Give a CMRT workbook, or a table with the columns Metal, Standard Smelter Name and Smelter ID."
    raise InputError([Finding(REFERENCE_EMPTY, message, LineRef(shown), advice)])


def joined(lists: Sequence[tuple[str, LookUp]]) -> LookUp | None:
    """One of all lists, each given with its name; None where there is none.

    A mineral's rows are those of the first list that has it.
    """
    if len(lists) < 2:
        return lists[0][1] if lists else None
    rows = [
        row for _, listed, minerals in _with_their_own(lists) for row in listed.rows if row.metal in minerals
    ]
    return look_up_of(hashlib.sha256(repr(rows).encode()).hexdigest(), rows)


def each_mineral_is_in_one(lists: Sequence[tuple[str, LookUp]]) -> Iterator[Finding]:
    """RC-026: a list whose rows for a mineral are not used: one that is named before it has them."""
    for shown, listed, minerals in _with_their_own(lists):
        others = sorted({row.metal for row in listed.rows} - minerals, key=mineral_order)
        if others:
            them = named([one.lower() for one in others])
            message = f"the rows for {them} are not used: a list that is named before this one has them too"
            advice = "Name first the list that is newer, or take the other one out."
            yield Finding(REFERENCE_TWICE, message, LineRef(shown), advice)


def _with_their_own(lists: Iterable[tuple[str, LookUp]]) -> Iterator[tuple[str, LookUp, set[Mineral]]]:
    """Each list with the minerals that none before it has."""
    seen: set[Mineral] = set()
    for shown, listed in lists:
        minerals = {row.metal for row in listed.rows} - seen
        seen |= minerals
        yield shown, listed, minerals


def _tables(path: Path, shown: str) -> Iterator[tuple[RawTable, int, Mapping[str, int]]]:
    """The tables that may be the list, with the row of headings and the columns."""
    is_book = path.suffix.lower() in (".xlsx", ".xlsm")
    if is_book and LOOK_UP_SHEET in sheet_names(path, shown):
        sheet = read_sheet(path, shown, LOOK_UP_SHEET, ask_for_faults=False)
        yield sheet, _TEMPLATE_HEADING_ROW, _TEMPLATE_COLUMNS
        return
    for table in read_any(path, shown):
        yield table, *_columns(table)


def _rows(table: RawTable, heading_row: int, columns: Mapping[str, int]) -> Iterator[LookupRow]:
    """The rows with a metal and a name, and an identifier or none; not the template's own choices."""
    for row in table.rows[heading_row + 1 :] if columns else ():
        texts = {name: clean(text_of(row[at]) or "")[0] for name, at in columns.items() if at < len(row)}
        metal = metal_of(texts.get("metal", "")) or mineral_named(texts.get("metal", ""))
        standard = texts.get("standard_name") or texts.get("name", "")
        cid = texts.get("cid", "")
        if texts.get("name", "").casefold() in _SPECIAL:
            continue
        if metal and standard and (is_cid(cid) or not cid):
            yield LookupRow(
                metal=metal,
                name=texts.get("name") or standard,
                standard_name=standard,
                country=texts.get("country", ""),
                cid=cid,
                old_id=texts.get("old_id", ""),
                city=texts.get("city", ""),
                state=texts.get("state", ""),
            )


def _columns(table: RawTable) -> tuple[int, Mapping[str, int]]:
    """The row of headings and the columns; none where the table is no such list."""
    for number, row in enumerate(table.rows[:_HEADING_ROWS]):
        headings = [re.sub(r" 1$", "", fold(clean(text_of(cell) or "")[0])) for cell in row]
        columns = {
            name: headings.index(known)
            for name, choices in reversed(_FIELDS.items())
            for known in reversed(choices)
            if known in headings
        }
        if "metal" in columns and {"name", "standard_name"} & set(columns):
            return number, columns
    return 0, {}
