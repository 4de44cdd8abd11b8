"""The program's columns of the list of smelters: names, meanings, and the exact values of a row.

``list_table`` says which of them a year's files have.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from . import BOLD, UNMARKED, Disclosure, Smelter, conflict_mineral_or_not, is_cid

Value = str | int | bool | dt.date | tuple[str, ...] | None
"""A cell: None is not known, a tuple is several names."""

Kind = Literal["text", "names", "date", "yes_no", "year"]


@dataclass(frozen=True)
class Column:
    """One column. Names and headings never change: spreadsheets and programs rely on them."""

    name: str
    """Field of the JSON file."""
    heading: str
    """Heading in tables; the annex page has the same one where it has the column."""
    meaning: str
    value: Callable[[Disclosure, Smelter], Value]
    kind: Kind = "text"
    is_always_given: bool = False
    width: int = 18
    """In characters, as spreadsheets count them."""
    is_own: bool = False
    """Whether the filer has declared it, in ``annex.own_columns``."""


COLUMNS = (
    Column(
        "metal",
        "Metal",
        "The metal that the facility processes: Gold, Tantalum, Tin or Tungsten.",
        lambda _, row: row.metal.value,
        is_always_given=True,
        width=11,
    ),
    Column(
        "cid",
        "Smelter ID (CID)",
        "Identification number that the Responsible Minerals Initiative gives to the facility: CID and six"
        " digits.",
        lambda _, row: row.cid if row.cid and is_cid(row.cid) else None,
    ),
    Column(
        "name",
        "Smelter or refiner",
        "Name of the facility, as listed.",
        lambda _, row: row.name,
        is_always_given=True,
        width=58,
    ),
    Column(
        "other_names",
        "Other names",
        "Other names of the same facility, in tables separated by |.",
        lambda _, row: row.aliases,
        kind="names",
        width=30,
    ),
    Column(
        "country_as_filed",
        "Country as filed",
        "Country in which the facility stands, in the words of the filing. It does not say where minerals"
        " were mined.",
        lambda _, row: row.as_filed("country_as_filed") or (row.country.filed if row.country else None),
        width=38,
    ),
    Column(
        "country",
        "Country",
        "The same country under a name that readers know.",
        lambda _, row: row.country.name if row.country else None,
        width=22,
    ),
    Column(
        "country_code",
        "Country code (ISO 3166-1)",
        "The same country as a code of two letters.",
        lambda _, row: row.country.code if row.country else None,
        width=14,
    ),
    Column(
        "covered_country",
        "Covered country",
        "Whether the facility stands in a covered country: the Democratic Republic of the Congo or one of the"
        " nine countries that share a border with it. Computed from the country code.",
        lambda _, row: row.country.is_covered if row.country and row.country.code else None,
        kind="yes_no",
        width=12,
    ),
    Column("city", "City", "City in which the facility stands.", lambda _, row: row.city),
    Column(
        "state_or_province",
        "State or province",
        "State or province in which the facility stands.",
        lambda _, row: row.state,
        width=20,
    ),
    Column(
        "status",
        "Status",
        "Status of the facility, in the words that the registrant uses and defines.",
        lambda _, row: row.status.label if row.status else None,
    ),
    Column(
        "status_class",
        "Status class",
        "What the status means, whatever its words: conformant, active, indeterminable, not_conformant,"
        " not_enrolled or other.",
        lambda _, row: row.status.status_class.value if row.status else None,
        width=16,
    ),
    Column(
        "status_as_of",
        "Status as of",
        "Date of the status, else date of the list that decides it.",
        lambda _, row: row.status_as_of or (row.status.as_of if row.status else None),
        kind="date",
        width=13,
    ),
    Column(
        "recycled_or_scrap",
        "Recycled or scrap",
        "Whether the facility processes only recycled or scrap material.",
        lambda _, row: row.recycled,
        kind="yes_no",
        width=12,
    ),
    Column("note", "Note", "Note to the row.", lambda _, row: row.footnote, width=24),
    Column(
        "registrant",
        "Registrant",
        "The company that files, by the exact name in its charter.",
        lambda disclosure, _: disclosure.facts.registrant_list,
        is_always_given=True,
        width=24,
    ),
    Column(
        "year",
        "Reporting year",
        "Calendar year of the reporting period.",
        lambda disclosure, _: disclosure.year,
        kind="year",
        is_always_given=True,
        width=11,
    ),
    Column(
        "address",
        "Address",
        "Address of the row on the website, from the root of the website. No two rows have the same.",
        lambda disclosure, row: f"{disclosure.annex_address}#{row.anchor}",
        is_always_given=True,
        width=40,
    ),
)

LIST = Column(
    "list",
    "List",
    "Which of the registrant's lists the row stands in.",
    lambda disclosure, row: next(
        (one.title for one in disclosure.shown_lists if one.key == row.list_key), None
    ),
    width=24,
)
"""The first column where there are several lists."""

CONFLICT_MINERAL = Column(
    "conflict_mineral",
    "Conflict mineral",
    "Whether the mineral is a conflict mineral of Rule 13p-1: gold, tantalum, tin or tungsten.",
    lambda _, row: conflict_mineral_or_not(row.metal),
    kind="yes_no",
    width=12,
)
"""Where rows of other minerals are listed too."""


def _filed_status(_: Disclosure, row: Smelter) -> Value:
    """Nothing where bold letters, or no sign at all, say the status."""
    filed = row.as_filed("status")
    if filed is not None or row.status is None:
        return filed or None
    return None if row.status.mark in (BOLD, UNMARKED) else row.status.label


AS_FILED = {
    "metal": Column(
        "mineral_as_filed",
        "Mineral as filed",
        "The mineral in the words of the filing.",
        lambda _, row: row.as_filed("metal") or row.metal.value,
    ),
    "cid": Column(
        "identifier_as_filed",
        "Identifier as filed",
        "The identifier of the facility as filed, whatever its scheme.",
        lambda _, row: row.as_filed("cid") or row.cid,
    ),
    "name": Column(
        "name_as_filed",
        "Name as filed",
        "Name of the facility as filed, with the signs that stand there.",
        lambda _, row: row.as_filed("name") or row.name,
        width=58,
    ),
    "status": Column(
        "status_as_filed",
        "Status as filed",
        "What stands in the column of the status as filed.",
        _filed_status,
    ),
}
"""A column to the one behind it, with the cells as filed, where some row has another one than the value."""


def text_of(value: Value) -> str:
    """The value as text: empty where it is not known, ``Yes`` or ``No``, an ISO 8601 date, ``a | b``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dt.date):
        return value.isoformat()
    return " | ".join(value) if isinstance(value, tuple) else str(value)
