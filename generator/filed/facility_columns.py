"""What the columns of a facility table hold, told by their cells, and by headings where these leave it open.

A role is ``metal``, ``name``, ``country``, ``status`` or ``cid``, or ``status:`` and a label for ticks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ..countries.table import CountryTable
from ..model import Mineral, OtherMineral, Status
from ..model.folding import fold
from ..model.words import metal_of
from .facility_headings import (
    CID,
    HEADING_WORDS,
    STATUS_HEADING_WORDS,
    is_heading,
    metal_of_heading,
    without_heading_words,
)
from .facility_marks import unmarked
from .filed_blocks import Block

_IDENTIFIER = re.compile(r"(?=.*\d)[A-Z0-9][A-Z0-9 ./-]{2,15}", re.IGNORECASE)
"""One of another scheme, or of earlier years; only below a heading that says so."""
_TICK = re.compile(r"[✓✔☑☒√•●xX*]|yes", re.IGNORECASE)
"""What stands in a column whose heading is a status."""
NO = re.compile(r"no|n|[-–—]", re.IGNORECASE)
_YES_OR_NO = re.compile(r"yes|no", re.IGNORECASE)
_USUAL_STATUSES = frozenset({
    "active", "compliant", "conformant", "full compliant", "indeterminable", "in progress", "not enrolled",
    "non conformant", "not conformant", "unknown", "yes", "no", "outreach required", "in communication",
    "cfsp compliant", "rmap conformant", "rmap active", "lbma", "rjc",
})  # fmt: skip
UNKNOWN_COUNTRY = frozenset({
    "unknown", "not known", "undetermined", "not determined", "not disclosed", "undisclosed", "not available",
    "n a", "not provided", "unidentified", "country unknown", "unknown country",
})  # fmt: skip
"""What stands in the place of a country."""
MOST, _HALF = 0.8, 0.5
"""Shares of the texts of a column."""
LONG_NAME = 4
"""Letters; a shorter text is rarely a facility's name."""


class ColumnReader:
    """Tells what columns hold, and the minerals and countries of their cells."""

    def __init__(self, countries: CountryTable, statuses: Sequence[Status], minerals: Sequence[str]) -> None:
        self._countries = countries
        self._minerals = {fold(mineral): OtherMineral(mineral) for mineral in minerals}
        self._labels = {fold(status.label): status.label for status in statuses}
        self._known = frozenset(self._labels) | _USUAL_STATUSES
        self._codes: dict[str, tuple[str, str | None]] = {}

    def roles_by_content(
        self, columns: Mapping[int, Sequence[str]], headings: Mapping[int, str]
    ) -> dict[int, str]:
        """Column to role: by the texts of each column, and by what the ``headings`` hint at."""
        roles: dict[int, str] = {}
        tests: tuple[tuple[str, Callable[[str], bool], float], ...] = (
            ("cid", lambda text: bool(CID.fullmatch(text)), _HALF),
            ("metal", lambda text: self.mineral(text) is not None, MOST),
            ("country", self.is_country, _HALF),
            ("status", lambda text: fold(unmarked(text)[0]) in self._known, _HALF),
        )
        yes_or_no = {
            column for column, values in columns.items() if values and all(map(_YES_OR_NO.fullmatch, values))
        }
        for role, test, least in tests:
            hinted = [column for column, hint in headings.items() if hint == role and column in columns]
            for column in [*hinted, *columns]:
                values = columns[column]
                if role == "status" and column in yes_or_no:
                    continue
                if column not in roles and role not in roles.values() and _share(values, test) >= least:
                    roles[column] = role
        for column, hint in headings.items():
            has_identifiers = _share(columns.get(column, ()), is_identifier) >= MOST
            if hint == "cid" and column not in roles and "cid" not in roles.values() and has_identifiers:
                roles[column] = "cid"
        name = self._name_column(columns, headings, roles)
        return roles | ({name: "name"} if name is not None else {})

    def _name_column(
        self, columns: Mapping[int, Sequence[str]], headings: Mapping[int, str], roles: Mapping[int, str]
    ) -> int | None:
        """The column headed as names, else the one with the most different texts."""
        free = [column for column in columns if column not in roles]
        hinted = [column for column in free if headings.get(column) == "name"]
        unhinted = [c for c in free if c not in headings and _share(columns[c], self.is_country) < _HALF]
        different = {column: len({fold(text) for text in columns[column]}) for column in hinted or unhinted}
        best = max(different, key=lambda column: different[column], default=None)
        if best is None or different[best] < _HALF * len(columns[best]):
            return None
        return best if sum(map(len, columns[best])) >= LONG_NAME * len(columns[best]) else None

    def ticked(
        self, rows: Sequence[Block], columns: Mapping[int, Sequence[str]], roles: Mapping[int, str]
    ) -> dict[int, str]:
        """Columns of ticks whose heading is a status: ``status:Conformant``."""
        if "status" in roles.values():
            return {}
        heading = next((row for row in rows if is_heading(row)), None)
        found: dict[int, str] = {}
        for cell in heading.cells if heading else ():
            label, values = self._label_of_column(cell.text), columns.get(cell.column, ())
            is_sign = all(_TICK.fullmatch(text) or NO.fullmatch(text) for text in values)
            if cell.column not in roles and label and is_sign:
                found[cell.column] = f"status:{label}"
        return found

    def _label_of_column(self, heading: str) -> str | None:
        """The status that a heading asks for: ``Conformant``, ``RMAP Conformant (Yes/No)``."""
        words = re.findall(r"[^\W\d_]+", fold(heading))
        said = " ".join(word for word in words if word not in STATUS_HEADING_WORDS | HEADING_WORDS)
        return self._labels.get(fold(heading)) or self._labels.get(said)

    def continues(self, before: Mapping[int, str], columns: Mapping[int, Sequence[str]]) -> bool:
        """True where the columns hold what those of the table before hold, whose roles are ``before``."""
        tests: dict[str, Callable[[str], bool]] = {
            "country": lambda text: self.is_country(text) or fold(text) in UNKNOWN_COUNTRY,
            "metal": lambda text: self.mineral(text) is not None,
            "name": lambda text: not self.is_country(text),
            "cid": lambda text: bool(_IDENTIFIER.fullmatch(text)),
        }
        asked = {column: tests[role] for column, role in before.items() if role in tests}
        is_alone = set(before.values()) == {"name"}
        return (
            bool(asked)
            and not (is_alone and len(columns) > 1)
            and all(_share(columns.get(column, ()), test) >= _HALF for column, test in asked.items())
        )

    def mineral(self, text: str) -> Mineral | None:
        """The mineral of a cell."""
        return self._minerals.get(fold(text)) or metal_of(text)

    def mineral_of_heading(self, text: str) -> Mineral | None:
        """The mineral of a heading such as ``Cobalt refiners (12)``; None where it names none."""
        return self._minerals.get(without_heading_words(text)) or metal_of_heading(text)

    def is_country(self, text: str) -> bool:
        return self.country_code(text)[1] is not None

    def country_code(self, text: str) -> tuple[str, str | None]:
        """The country as filed, and its code; the last part of ``Tokyo, Japan`` is the country."""
        if text not in self._codes:
            self._codes[text] = self._found_code(text)
        return self._codes[text]

    def _found_code(self, text: str) -> tuple[str, str | None]:
        plain = unmarked(text)[0]
        for part in (plain, plain.rpartition(",")[2].strip()):
            country = self._countries.find(part)
            if country is not None and country.code:
                return part, country.code
        return plain, None


def is_identifier(text: str) -> bool:
    return bool(CID.fullmatch(text) or _IDENTIFIER.fullmatch(text))


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values) if values else 0.0
