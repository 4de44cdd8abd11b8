"""Tables that set their columns two or three times side by side."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ..model.folding import fold
from .facility_headings import is_heading
from .filed_blocks import Block, FiledCell


def under_each_other(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows of a table that sets its columns two or three times side by side, one part below the other."""
    at = next((at for at, row in enumerate(rows) if is_heading(row)), None)
    cells = [cell for cell in rows[at].cells if cell.text] if at is not None else []
    times = next((n for n in (3, 2) if len(cells) >= 2 * n and len(cells) % n == 0 and _repeats(cells, n)), 1)
    if at is None or times == 1:
        return rows
    width = len(cells) // times
    begins = [cells[part * width].column for part in range(times)]
    found = [*rows[:at], Block(tuple(cells[:width]), rows[at].line, rows[at].table)]
    for begin, end in itertools.zip_longest(begins, begins[1:]):
        for row in rows[at + 1 :]:
            own = tuple(
                FiledCell(cell.text, cell.column - begin + begins[0], cell.marks, cell.is_bold)
                for cell in row.cells
                if cell.column >= begin and (end is None or cell.column < end)
            )
            if any(cell.text for cell in own):
                found.append(Block(own, row.line, row.table))
    return found


def _repeats(cells: Sequence[FiledCell], times: int) -> bool:
    width = len(cells) // times
    parts = {tuple(fold(cell.text) for cell in cells[at : at + width]) for at in range(0, len(cells), width)}
    return len(parts) == 1
