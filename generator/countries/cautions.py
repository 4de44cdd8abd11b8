"""Countries that ask for a second look: under an embargo, or without mines of a metal.

``embargo.csv`` and ``implausible_origins.csv`` stand beside this module, each row with its source and
date. A file of the same name in ``data/``, which people edit, takes the place of ours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError
from ..files.cell_text import date_of
from ..files.csv_text import read_headed_rows
from ..files.raw_table import column_letters
from ..findings import Finding
from ..findings.catalogue import COUNTRY_TABLE
from ..model import CellRef, Metal, NoMining, Restriction
from .table import CountryTable

EMBARGO_FILE = "embargo.csv"
ORIGINS_FILE = "implausible_origins.csv"
_EMBARGO = ("Code", "Measure", "Metals", "From", "Until", "Source", "As Of")
_ORIGINS = ("Code", "Metals", "Reason", "As Of")
_OWN = Path(__file__).parent


def read_restrictions(data_dir: Path, countries: CountryTable) -> tuple[Restriction, ...]:
    """The measures against countries. Raises InputError with every mistake of the table."""
    return tuple(
        Restriction(
            code=row.code(),
            name=countries.names.get(row["Code"], ""),
            measure=row["Measure"],
            metals=row.metals(),
            first_day=row.day("From") or dt.date.min,
            last_day=row.day("Until") or dt.date.max,
            source=row["Source"],
        )
        for row in _rows(data_dir, EMBARGO_FILE, _EMBARGO, countries)
    )


def read_no_mining(data_dir: Path, countries: CountryTable) -> tuple[NoMining, ...]:
    """The countries without known mines. Raises InputError with every mistake of the table."""
    return tuple(
        NoMining(code=row.code(), metals=row.metals(), reason=row["Reason"])
        for row in _rows(data_dir, ORIGINS_FILE, _ORIGINS, countries)
    )


class _Row:
    """A line of one of the tables, by heading. A cell that cannot be read is a mistake with its place."""

    def __init__(self, cells: list[str], headings: tuple[str, ...], file: str, line: int) -> None:
        padded = [*cells, *[""] * len(headings)]
        self._cells = dict(zip(headings, padded, strict=False))
        self._headings = headings
        self._at = (file, line)

    def __getitem__(self, heading: str) -> str:
        return self._cells[heading]

    def code(self) -> str:
        return self["Code"]

    def metals(self) -> tuple[Metal, ...]:
        """The metals that are named, separated by ``|``; none means all four."""
        return tuple(Metal(name) for name in self._named_metals()) or tuple(Metal)

    def day(self, heading: str) -> dt.date | None:
        return date_of(self[heading])

    def mistakes(self, countries: CountryTable) -> Iterator[Finding]:
        if self["Code"] not in countries.names:
            message = f"code '{self['Code']}' is no country code"
            yield self._mistake("Code", message, "Use the two letters of ISO 3166-1, for example KR.")
        if not set(self._named_metals()) <= set(Metal):
            message = f"'{self['Metals']}' names a metal that is not known"
            yield self._mistake("Metals", message, "Use Gold, Tantalum, Tin, Tungsten, with | between them.")
        for heading in ("From", "Until"):
            if self._cells.get(heading) and self.day(heading) is None:
                message = f"'{self[heading]}' is not a date"
                yield self._mistake(heading, message, "Enter a date such as 2022-03-31.")

    def _named_metals(self) -> list[str]:
        return [name.strip().capitalize() for name in self["Metals"].split("|") if name.strip()]

    def _mistake(self, heading: str, message: str, advice: str) -> Finding:
        file, line = self._at
        cell = f"{column_letters(self._headings.index(heading))}{line}"
        return Finding(COUNTRY_TABLE, message, CellRef(file, None, cell), advice)


def _rows(data_dir: Path, name: str, headings: tuple[str, ...], countries: CountryTable) -> list[_Row]:
    own = data_dir / name
    path, shown = (own, f"{data_dir.name}/{name}") if own.exists() else (_OWN / name, name)
    rows = [
        _Row(cells, headings, shown, number)
        for number, cells in read_headed_rows(path, shown, headings, COUNTRY_TABLE)
    ]
    mistakes = [mistake for row in rows for mistake in row.mistakes(countries)]
    if mistakes:
        raise InputError(mistakes)
    return rows
