"""Rows of a supplier's list that are hidden or struck through: people do so to leave them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...files.out_of_sight import out_of_sight
from ...files.raw_table import rows_in_words
from ...findings import Finding
from ...findings.catalogue import ROWS_OUT_OF_SIGHT
from ...model import CellRef, LineRef
from ..declarations import DeclaredSmelter
from .opening import Book, mending


def rows_are_in_sight(book: Book, sheet: str, rows: Sequence[DeclaredSmelter]) -> Iterator[Finding]:
    """CF-015: how many of the rows are out of sight, and where. Raises InputError where it is damaged."""
    if book.archive is None or not rows:
        return
    with mending(book.shown):
        found = out_of_sight(book.archive, sheet, max(row.row for row in rows))
    said = {row.row for row in rows}
    advice = "Please tell us whether these rows belong to your answer."
    if found.is_sheet_hidden:
        message = f"the sheet '{sheet}' is hidden, and its rows count"
        yield Finding(ROWS_OUT_OF_SIGHT, message, LineRef(book.shown), advice)
    for numbers, what in ((found.hidden, "hidden or filtered out"), (found.struck, "struck through")):
        if here := [number for number in numbers if number in said]:
            is_are, counts = ("is", "counts") if len(here) == 1 else ("are", "count")
            message = f"{rows_in_words(here)} of the list {is_are} {what}, and {counts}"
            where = CellRef(book.shown, sheet, f"A{here[0]}")
            yield Finding(ROWS_OUT_OF_SIGHT, message, where, advice)
