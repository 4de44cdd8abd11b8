"""A table as it stands in a file: rows of raw cells with their addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..model import CellRef

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
"""A raw value; an empty cell is an empty text."""

_MOST_RUNS = 8
MAX_ROWS = 50_000
MAX_COLUMNS = 256
"""What stands further to the right was not meant for the list, and is not read."""


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
    hidden_rows: Sequence[int] = ()
    """Numbers of rows that are hidden, or filtered out, and hold something."""
    struck_rows: Sequence[int] = ()
    """Numbers of rows with something that is struck through."""
    is_hidden: bool = False
    """Whether the whole sheet is hidden."""
    far_cell: str = ""
    """The cell that stands farthest to the right, where that is not read; empty: all are."""

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


def rows_in_words(rows: Sequence[int]) -> str:
    """``row 4``, ``rows 4, 7 to 9 and 12``, ``rows 4, 6, 8, 10, 12, 14, 16, 18 and 30 more``."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    words = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:_MOST_RUNS]]
    left = sum(map(len, runs[_MOST_RUNS:]))
    words += [f"{left:,} more"] if left else []
    listed = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    return f"row{'s' if len(rows) > 1 else ''} {listed}"
