"""The EU's consolidated list as CSV (1.1): semicolons, and a row for each name and address of an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..files.cell_text import date_of
from .entry import Entry, NotAListError

DATE, NUMBER, LOGICAL = "fileGenerationDate", "Entity_EU_ReferenceNumber", "Entity_LogicalId"
_KINDS = ("Entity_SubjectType", "Entity_SubjectType_ClassificationCode")
_PROGRAMME, _NAME = "Entity_Regulation_Programme", "NameAlias_WholeName"
COMPANY = frozenset({"e", "enterprise", "entity"})
"""How the two formats of the list say that an entry is no person."""


def is_eu(cells: list[str]) -> bool:
    """Whether a first row is that of the EU's table."""
    return bool(cells) and cells[0].strip().casefold() == DATE.casefold()


def read_eu(
    headings: list[str], rows: Iterable[tuple[int, list[str]]]
) -> tuple[dict[str, Entry], dt.date | None]:
    """The companies, and the day on which the list was made. Raises NotAListError: a column is missing."""
    at = {heading.strip(): number for number, heading in enumerate(headings)}
    missing = [name for name in (_NAME, LOGICAL) if name not in at]
    if missing or not any(kind in at for kind in _KINDS):
        raise NotAListError(f"the EU's table has no column {(missing or [_KINDS[0]])[0]}", 1)
    entries: dict[str, Entry] = {}
    made: dt.date | None = None
    for line, row in rows:
        if not any(row):
            continue
        if len(row) != len(headings):
            raise NotAListError(f"a row of {len(row)} columns below {len(headings)} headings", line)
        given = {name: row[number].strip() for name, number in at.items()}
        made = made or day_of(given.get(DATE, ""))
        if any(given.get(kind, "").casefold() in COMPANY for kind in _KINDS):
            number = given.get(NUMBER) or given[LOGICAL]
            entries.setdefault(number, Entry(number)).add(given[_NAME], given.get(_PROGRAMME, ""))
    return entries, made


def day_of(text: str) -> dt.date | None:
    """The list's day: ``05/08/2026`` is 5 August there, in the XML ``2026-08-05T16:47:04.449+02:00``."""
    day, _, rest = text.partition("/")
    month, _, year = rest.partition("/")
    return date_of(f"{year}-{month}-{day}" if rest else text[:10])
