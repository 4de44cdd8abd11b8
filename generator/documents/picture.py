"""A drawing for formats without style sheets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of the facts that needs no style sheet, for formats without one."""

    title: str
    words: str
    """What it shows, for readers who cannot see it."""
    svg: str
    width: int
    """In points."""
    beside: str
    """Id of the table that has the same numbers."""
    note: str = ""
    """What must be said below it; empty: nothing."""
