"""``decisions.yml`` and the tables of old identifiers that it names."""

from __future__ import annotations

import re
from pathlib import Path

from ...errors import InputError
from ...files.cell_text import clean, text_of
from ...files.raw_table import RawTable
from ...files.table_source import read_any
from ...files.yaml_file import read_yaml
from ...findings import Finding
from ...findings.catalogue import COLUMN_MISSING, IDENTIFIER_PAIR
from ...model import CellRef, is_cid
from ..decisions import Decisions

DECISIONS_FILE = "decisions.yml"

_HEADING_ROWS = 10


def read_decisions(folder: Path, shown: str) -> Decisions:
    """The decisions of a year's folder with all pairs of its tables; none where there is no file.

    Raises InputError with every mistake.
    """
    path = folder / DECISIONS_FILE
    if not path.exists():
        return Decisions()
    decisions, _ = read_yaml(path, f"{shown}/{DECISIONS_FILE}", Decisions)
    pairs: dict[str, str] = {}
    for name in decisions.identifier_files:
        pairs |= read_identifier_pairs(folder / name, f"{shown}/{name}")
    return decisions.model_copy(update={"identifiers": pairs | decisions.identifiers})


def read_identifier_pairs(path: Path, shown: str) -> dict[str, str]:
    """Old identifier to CID, from a table in which one column holds CIDs and another what they replace.

    Raises InputError with every row that has a CID and nothing that it replaces.
    """
    for table in read_any(path, shown):
        columns = _columns(table)
        if columns:
            return _pairs(table, *columns)
    advice = "It needs a column of CIDs, headed 'CID', and one of old identifiers, headed 'Old identifier'."
    message = "no columns of old identifiers and CIDs were found"
    raise InputError([Finding(COLUMN_MISSING, message, CellRef(shown, None, "A1"), advice)])


def _columns(table: RawTable) -> tuple[int, int, int] | None:
    """The row of headings, the column of old identifiers, the column of CIDs; None where there are none."""
    for number, row in enumerate(table.rows[:_HEADING_ROWS]):
        headings = [clean(text_of(cell) or "")[0].casefold() for cell in row]
        old = [at for at, text in enumerate(headings) if re.search(r"\b(old|former|v2|withdrawn)\b", text)]
        new = [at for at, text in enumerate(headings) if re.search(r"\b(cid|new)\b", text) and at not in old]
        if old and new:
            return number, old[0], new[0]
    return None


def _pairs(table: RawTable, heading_row: int, old_column: int, new_column: int) -> dict[str, str]:
    pairs: dict[str, str] = {}
    mistakes: list[Finding] = []
    for number, row in enumerate(table.rows[heading_row + 1 :], start=heading_row + 1):
        old, new = (
            clean(text_of(row[at]) or "")[0] if at < len(row) else "" for at in (old_column, new_column)
        )
        if old and is_cid(new):
            pairs[old] = new
        elif old or new:
            where = table.cell(number, new_column)
            message = f"'{old}' stands for '{new}'"
            advice = "Each row needs an old identifier and a CID with six digits."
            mistakes.append(Finding(IDENTIFIER_PAIR, message, where, advice))
    if mistakes:
        raise InputError(mistakes)
    return pairs
