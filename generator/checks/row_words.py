"""Rows of a list as a message names them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Smelter


def rows_in_words(rows: Sequence[Smelter], most: int) -> str:
    """``Works (tin, Rwanda, C196); …``; what a row lacks is left out, and of more the number given."""
    named = "; ".join(_in_words(row) for row in rows[:most])
    return f"{named} and {len(rows) - most} more" if len(rows) > most else named


def _in_words(row: Smelter) -> str:
    parts = (row.metal.lower(), row.country.name if row.country else None, row.where.cell)
    return f"{row.name} ({', '.join(filter(None, parts))})"
