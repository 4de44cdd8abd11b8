"""The names of countries that a year was signed or published with: they stay when a table changes."""

from __future__ import annotations

import re
from pathlib import Path

from ..countries.table import CountryTable, NamesRow, read_names
from ..files.text_file import read_text
from ..findings import Finding
from ..findings.catalogue import SIGNED_NAME
from ..model import CellRef
from ..model.counted import named

_RECORDS = [f"record/{name}" for name in ("published", "legal", "compliance", "ir")]
_NAMES, _FACTS = "countries.csv", "facts.txt"


def with_kept_names(
    folder: Path, shown: str, countries: CountryTable, amendment: int | None
) -> tuple[CountryTable, tuple[Finding, ...]]:
    """The table with the names that the filing was signed with, and SO-013 where it has others now.

    The names are those of the first record that keeps some; a record of another filing than that of
    ``amendment`` does not count. Raises InputError where it cannot be read.
    """
    for record in _RECORDS:
        path = folder / record / _NAMES
        if path.is_file() and _filing_of(folder / record) == amendment:
            kept = read_names(path, f"{shown}/{record}/{_NAMES}")
            return countries.with_names(kept), tuple(
                _other_names(countries, kept, f"{shown}/{record}/{_NAMES}")
            )
    return countries, ()


def _filing_of(record: Path) -> int | None:
    """Number of the amendment of which a record is; None: the original filing."""
    stated = read_text(record / _FACTS, _FACTS) if (record / _FACTS).is_file() else ""
    found = re.search(r"^filing\.amendment: ([1-9]\d{0,5})$", stated, re.MULTILINE)
    return int(found[1]) if found else None


def _other_names(countries: CountryTable, kept: list[NamesRow], shown: str) -> list[Finding]:
    """SO-013: a country is named as the year was signed, though a table names it otherwise now."""
    other = [
        f"'{name}' stays, where the table says '{countries.names[code]}' now"
        for code, name, _ in kept
        if countries.names.get(code, name) != name
    ]
    if not other:
        return []
    message = f"the year is signed with its own names of countries: {named(other)}"
    advice = (
        "Nothing need be done. To use the new name in a year that is not published, delete the folders in"
        " record and have it signed again."
    )
    return [Finding(SIGNED_NAME, message, CellRef(shown, None, "B1"), advice)]
