"""A table as it stands in a file: rows of raw cells with their addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..model import CellRef

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""A raw value; an empty cell is an empty text."""

MAX_ROWS = 50_000


@dataclass(frozen=True)
class RawTable:
    """All rows from the first on, so that the index of a row is its number less one."""

    file: str
    sheet: str | None
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    """First and last (row, column) of merged ranges, counted from 0."""
    faults: Sequence[Finding] = ()
    """Cells that hold an error, or a formula without a value; ``where`` is their address."""

    def cell(self, row: int, column: int) -> CellRef:
        """The address of a cell, both counted from 0."""
        return CellRef(self.file, self.sheet, f"{column_letters(column)}{row + 1}")


def column_letters(column: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
