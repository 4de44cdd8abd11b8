"""What suppliers' answers name, from the file of the review that a reconciliation keeps for this search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..files.csv_text import read_csv_rows
from ..files.raw_table import RawTable
from ..findings.catalogue import FILE_UNREADABLE
from .ordinary import cell_text, says_little
from .withheld import Withheld, WithheldKind
from .withheld_values import values_of

NAMED = "review/named.csv"
_KINDS = {
    "supplier": WithheldKind.SUPPLIER,
    "person": WithheldKind.CONTACT,
    "e-mail": WithheldKind.EMAIL,
    "telephone": WithheldKind.TELEPHONE,
    "address": WithheldKind.ADDRESS,
    "comment": WithheldKind.COMMENT,
}
"""The first column; the value stands in the second, how many companies say it in the last."""
_VALUE = 1
_MANY_COMPANIES = 3
"""A comment in the same words of as many companies names none of them."""


def of_answers(folder: Path, shown: str) -> Iterator[Withheld]:
    """Each value with its line of the file; nothing where no reconciliation wrote one.

    Raises InputError where the file cannot be read."""
    path, place = folder / NAMED, f"{shown}/{NAMED}"
    if not path.is_file():
        return
    table = RawTable(place, None, read_csv_rows(path, place, FILE_UNREADABLE))
    for number, row in enumerate(table.rows):
        kind = _KINDS.get(cell_text(row[0])) if len(row) > _VALUE else None
        if kind is None:
            continue
        text = str(row[_VALUE]).removeprefix("'").strip()
        if kind is not WithheldKind.COMMENT or _is_telling(text, cell_text(row[-1])):
            yield from values_of(kind, text, table.cell(number, _VALUE))


def _is_telling(comment: str, companies: str) -> bool:
    is_common = companies.isdigit() and int(companies) >= _MANY_COMPANIES
    return not (is_common or says_little(comment))
