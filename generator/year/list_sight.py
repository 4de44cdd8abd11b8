"""What people do not see in Excel, or meant to leave out, and what is published all the same."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.raw_table import RawTable, rows_in_words
from ..findings import Finding
from ..findings.catalogue import CELL_FAR, ROWS_HIDDEN, ROWS_STRUCK
from ..model import CellRef, LineRef
from ..model.counted import counted


def out_of_sight(table: RawTable, heading_row: int) -> Iterator[Finding]:
    """WB-016 to WB-018: hidden and struck-through rows of the list, a hidden sheet, a cell far outside.

    ``heading_row`` is counted from 0.
    """
    if table.is_hidden:
        rows = counted(_filled(table, heading_row), "row")
        message = f"the sheet '{table.sheet}' is hidden, and its {rows} count"
        advice = "Show the sheet (right click on a tab, Unhide), or remove the file if it is not meant."
        yield Finding(ROWS_HIDDEN, message, LineRef(table.file), advice)
    if hidden := [row for row in table.hidden_rows if row > heading_row + 1]:
        is_are = "is" if len(hidden) == 1 else "are"
        message = f"{rows_in_words(hidden)} {is_are} hidden or filtered out, and {is_are} published"
        advice = (
            "Show all rows (Data, Clear; Home, Format, Unhide Rows), and delete those that are not meant."
        )
        yield Finding(ROWS_HIDDEN, message, CellRef(table.file, table.sheet, f"A{hidden[0]}"), advice)
    if struck := [row for row in table.struck_rows if row > heading_row + 1]:
        has_have, is_are = ("has", "is") if len(struck) == 1 else ("have", "are")
        message = f"{rows_in_words(struck)} {has_have} text that is struck through, and {is_are} published"
        advice = "Delete rows that are not meant, and take the line away from the others."
        yield Finding(ROWS_STRUCK, message, CellRef(table.file, table.sheet, f"A{struck[0]}"), advice)
    if table.far_cell:
        message = f"the cell {table.far_cell} stands far to the right of the list, and is not read"
        where = CellRef(table.file, table.sheet, table.far_cell)
        yield Finding(CELL_FAR, message, where, "Delete the empty columns right of the list, and save.")


def _filled(table: RawTable, heading_row: int) -> int:
    rows = table.rows[heading_row + 1 :]
    return sum(any(cell not in ("", None) for cell in row) for row in rows)
