"""What the tags of a table shall say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TableTags:
    """A table with a head, as the tag tree shall have it."""

    row_header: int | None
    """The column that heads its rows; None for none."""
    columns: int
    holds_rows: bool = False
    """Before its rows stand empty cells that hold them together: ``document.typ``, ``set-long-table``."""
