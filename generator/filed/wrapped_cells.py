"""Lines of a typed table that go on with the cells of the row above: long names, long countries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_PART = re.compile(r"\S+(?: \S+)*")
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_BESIDE = 1
"""Blanks by which a cell may stand away from the column that it goes on with."""


def unwrapped(lines: Sequence[str]) -> list[str | None]:
    """The lines with each cell whole in the first of its lines; None in the place of a line that was moved.

    Lines without their ends, in their order. Columns are known by the places at which three or more rows
    begin their cells. A line goes on with the row above where its first column is blank and each of its cells
    begins below one of the row, and it has one cell alone, or at least two more columns are blank. Where rows
    leave out their first cell, as those of a group do, none goes on.
    """
    rows = [_parts(line) for line in lines]
    seen = Counter(tuple(row) for row in rows)
    found: list[str | None] = list(lines)
    above: int | None = None
    for at, row in enumerate(rows):
        if above is not None and _goes_on(row, rows[above]):
            for place, text in row.items():
                column = _column(rows[above], place)
                rows[above][column] = f"{rows[above][column]} {text}"
            found[at] = None
            found[above] = "  ".join(rows[above].values())
        elif len(row) >= _FEWEST_COLUMNS and seen[tuple(row)] >= _FEWEST_ROWS and not seen[tuple(row)[1:]]:
            above = at
        else:
            above = None
    return found


def _parts(line: str) -> dict[int, str]:
    """The cells of a line by the places at which they begin, from 0; of a line with bars none."""
    if "|" in line:
        return {}
    return {part.start(): part[0] for part in _PART.finditer(line.expandtabs(8))}


def _goes_on(row: dict[int, str], above: dict[int, str]) -> bool:
    if not row or len(row) > max(1, len(above) - 3):
        return False
    columns = [_column(above, place) for place in row]
    return min(above) not in columns and -1 not in columns and len(set(columns)) == len(columns)


def _column(above: dict[int, str], place: int) -> int:
    """Where the column begins in which a cell stands; -1: in none."""
    return next((column for column in above if abs(column - place) <= _BESIDE), -1)
