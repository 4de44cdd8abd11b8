"""The names of a year's list against the lists of sanctions in ``data/sanctions/``: an aid for a first look.

A name on a list says nothing of the company that bears it: there may be several. Nothing here calls anybody
sanctioned, and nothing of it is published.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..findings import Finding
from ..findings.catalogue import (
    SANCTIONS_ALIASES,
    SANCTIONS_ALIKE,
    SANCTIONS_COMPARED,
    SANCTIONS_NAME,
    SANCTIONS_OLD,
)
from ..model import Disclosure, LineRef, Smelter
from ..model.counted import counted
from .entry import Entry, ListFile
from .likeness import Names
from .read_lists import FOLDER, read_lists

_YEAR = dt.timedelta(days=366)
_LOOK = "Have somebody who knows the rules look at it: a name alone does not say that it is the same company."
_ALIKE = "Have a person look at it: the names are alike, and most such names are of somebody else."
_NEWER = "Download the list again and run formsd check; the program brings none along."


def listed_names(data_dir: Path, disclosures: Sequence[Disclosure]) -> list[Finding]:
    """SL-001 to SL-006 about the names of the years; nothing where there is no folder ``sanctions``."""
    if not disclosures or not (data_dir / FOLDER).is_dir():
        return []
    lists, found = read_lists(data_dir)
    for one in lists:
        found += _about_list(one, disclosures)
    for disclosure in disclosures:
        rows = _rows_by_name(disclosure)
        names = Names(rows)
        for one in lists:
            found += _on_list(one, names, rows)
    return found


def _rows_by_name(disclosure: Disclosure) -> dict[str, Smelter]:
    """Each name and alias of the year to the first row that has it."""
    found: dict[str, Smelter] = {}
    for row in disclosure.all_rows:
        for name in (row.name, row.as_filed("name") or "", *row.aliases):
            if name:
                found.setdefault(name, row)
    return found


def _about_list(one: ListFile, disclosures: Iterable[Disclosure]) -> Iterator[Finding]:
    where = LineRef(one.shown)
    companies = counted(len(one.entries), "entry that is", "entries that are")
    day = max(map(_filing_day, disclosures))
    message = f"{one.of_day}, was compared: {companies} no person, ship or aircraft"
    yield Finding(SANCTIONS_COMPARED, f"{message}; {_age(one.day, day)}", where, "Nothing to do.")
    if day - one.day > _YEAR:
        message = f"{one.of_day}, is more than a year older than the filing ({day})"
        yield Finding(SANCTIONS_OLD, message, where, _NEWER)
    if one.needs:
        message = f"{one.title} stands here without its aliases ({one.needs})"
        yield Finding(SANCTIONS_ALIASES, message, where, f"Download {one.needs} of the same day, too.")


def _filing_day(disclosure: Disclosure) -> dt.date:
    """The day of filing, else of signature, else the day on which the form is due."""
    filing = disclosure.facts.filing
    return filing.date or filing.signed_on or disclosure.period.due


def _age(day: dt.date, filed: dt.date) -> str:
    if day == filed:
        return f"it is of the day of the filing ({filed})"
    days = counted(abs((filed - day).days), "day")
    return f"it is {days} {'older' if day < filed else 'newer'} than the filing ({filed})"


def _on_list(one: ListFile, names: Names, rows: dict[str, Smelter]) -> Iterator[Finding]:
    """One finding for each row and entry: the same name, before those that are alike."""
    for entry in one.entries.values():
        matches = [match for listed in entry.names for match in names.compared(listed)]
        told: set[int] = set()
        for match in sorted(matches, key=lambda match: not match.is_same):
            row = rows[match.own]
            if id(row) in told:
                continue
            told.add(id(row))
            yield _finding(one, entry, row, match.own, match.listed, is_same=match.is_same)


def _finding(one: ListFile, entry: Entry, row: Smelter, own: str, listed: str, *, is_same: bool) -> Finding:
    name = f"'{own}'" if own == row.name else f"'{own}', a name of '{row.called}',"
    as_listed = "" if own == listed else f" as '{listed}'"
    if entry.names and listed != entry.names[0]:
        as_listed += f", an alias of '{entry.names[0]}'"
    programmes = f"programme {', '.join(entry.programmes)}" if entry.programmes else "no programme stated"
    on_list = f"{one.of_day}, entry {entry.number}, {programmes} ({one.shown})"
    if is_same:
        message = f"{name} is a name on {on_list}{as_listed and ','}{as_listed}"
        return Finding(SANCTIONS_NAME, message, row.where, _LOOK)
    message = f"{name} is like a name on {on_list}:{as_listed.removeprefix(' as')}"
    return Finding(SANCTIONS_ALIKE, message, row.where, _ALIKE)
