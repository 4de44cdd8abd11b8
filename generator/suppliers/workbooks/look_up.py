"""The look-up of a workbook, and what many workbooks share."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model import is_cid
from ..declarations import Raw, SmelterEntry
from ..look_ups import EMPTY_LOOK_UP, LookUp, LookupRow, look_up_of
from ..minerals import is_of_rule, mineral_named
from ..templates import LOOK_UP_SHEET, TemplateKind
from .cells import Rows, fold, text_of_raw
from .layouts import HEADING_ROW
from .opening import Book

OLDER_SHEETS = ("Smelter Reference List", "Standard Smelter Names")
"""Names of the sheet in 4.x, and in 2.x and 3.x."""

_HEADINGS = {
    "metal": "metal",
    "smelterlookup": "name",
    "smelterreferencelist": "name",
    "knownalias": "name",
    "standardsmelternames": "standard_name",
    "standardsmeltername": "standard_name",
    "standardfacilityname": "standard_name",
    "smelterfacilitylocationcountry": "country",
    "smeltercountry": "country",
    "country": "country",
    "smelterid": "cid",
    "newsmelterid": "cid",
    "smelteridentification": "cid",
    "smelteridentificationnumber": "cid",
    "oldsmelterid": "old_id",
    "sourceofsmelteridentificationnumber": "source",
    "smeltercity": "city",
    "smelterfacilitylocationstateprovince": "state",
}
"""Folded English heading to field; the columns of 4.2 to 6.6 stand in ``_COLUMNS``."""
_COLUMNS = {
    "metal": 0,
    "name": 1,
    "standard_name": 2,
    "country": 3,
    "cid": 4,
    "source": 5,
    "city": 7,
    "state": 8,
}


_OLD_ID = re.compile(r"\d[A-Z]{2,3}\d{3}")
"""An identifier of the templates up to 3.x, such as ``1JPN072``."""
_MOST = 0.9
"""Part of the cells of a column that hold what its heading says."""


@dataclass
class Shared:
    """What a run keeps from file to file, so that equal content is read and held once."""

    look_ups: dict[str, LookUp] = field(default_factory=dict)
    """By digest."""
    last_rows: dict[int, tuple[Rows, str]] = field(default_factory=dict)
    """Height to the sheet last read that has it, and its digest."""
    entries: dict[str, dict[tuple[Raw, ...], SmelterEntry | None]] = field(default_factory=dict)
    """Digest of the look-up to columns A to Q to what they say; None: a row that says nothing."""
    looks_through: bool = True
    """Whether a file's parts are looked through before it is opened. Without that a file that lies about its
    size can end the process, so only a process that is then replaced may do without, for speed."""
    headings: set[tuple[str, ...]] = field(default_factory=set)
    """Headings of the smelter list, in any language, that were found to be the template's own."""


def read_look_up(book: Book, shared: Shared, kind: TemplateKind = TemplateKind.CMRT) -> LookUp:
    """The file's own look-up; without rows where it has none. A CMRT's has the four metals alone."""
    sheet = next((name for name in (LOOK_UP_SHEET, *OLDER_SHEETS) if book.has(name)), None)
    if sheet is None:
        return EMPTY_LOOK_UP
    rows = book.rows(sheet)
    same_height = shared.last_rows.get(len(rows))
    if same_height is not None and same_height[0] == rows:  # ten times faster than its digest
        return shared.look_ups[same_height[1]]
    digest = hashlib.blake2b(repr(rows).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    if digest not in shared.look_ups:
        shared.look_ups[digest] = look_up_of(digest, tuple(_look_up_rows(rows, kind)))
    shared.last_rows[len(rows)] = (rows, digest)
    return shared.look_ups[digest]


def _look_up_rows(rows: Rows, kind: TemplateKind) -> Iterator[LookupRow]:
    first, columns = _columns(rows)
    if not _holds_what_it_should(rows[first:], columns):
        return
    for cells in rows[first:]:
        values = {name: text_of_raw(cells[at]) if at < len(cells) else "" for name, at in columns.items()}
        metal = mineral_named(values.pop("metal"))
        if metal and values["name"] and is_of_rule(metal) is (kind is TemplateKind.CMRT):
            values["standard_name"] = values.get("standard_name") or values["name"]
            yield LookupRow(metal=metal, **{"country": "", "cid": "", **values})


def _columns(rows: Rows) -> tuple[int, dict[str, int]]:
    """Number of rows down to the headings, and field to column, from 0."""
    for number, cells in enumerate(rows[:10]):
        found = {_HEADINGS.get(fold(text_of_raw(cell))): at for at, cell in reversed(list(enumerate(cells)))}
        columns = {name: at for name, at in found.items() if name}
        if "standard_name" in columns:
            columns.setdefault("name", columns["standard_name"])  # 2.x and 3.x have no aliases
        if {"metal", "name", "cid"} <= columns.keys():
            return number + 1, columns
    return HEADING_ROW, _COLUMNS


def _holds_what_it_should(rows: Rows, columns: Mapping[str, int]) -> bool:
    """Whether identifiers stand where identifiers are meant, and names and countries are none.

    A look-up with a column more or less would else give every smelter another one's country or identifier.
    """
    ids = _texts(rows, columns["cid"])
    others = [
        text for name in ("name", "standard_name", "country") for text in _texts(rows, columns.get(name))
    ]
    is_there = sum(map(_is_identifier, ids)) >= _MOST * len(ids)
    return is_there and sum(map(_is_identifier, others)) <= (1 - _MOST) * len(others)


def _texts(rows: Rows, at: int | None) -> list[str]:
    if at is None:
        return []
    return [text for cells in rows if at < len(cells) and (text := text_of_raw(cells[at])) not in ("", "0")]


def _is_identifier(text: str) -> bool:
    return is_cid(text) or bool(_OLD_ID.fullmatch(text))
