"""Rows of a list as a message names them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Smelter
from ..model.counted import named, row_in_words


def rows_in_words(rows: Sequence[Smelter], most: int = 5) -> str:
    """``Works (tin, Rwanda, C196); …``; what a row lacks is left out, and of more the number given."""
    return named([row_in_words(row, *_country(row)) for row in rows], most, between="; ")


def _country(row: Smelter) -> tuple[str, ...]:
    return (row.country.name,) if row.country else ()
