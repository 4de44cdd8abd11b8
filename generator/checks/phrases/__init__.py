"""Phrases that checks of the text look for: tables, each row with its source and two examples.

A test runs every row: its pattern finds something in ``found``, and nothing in ``passes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Phrase:
    """One row of a table: a pattern, where it comes from, and what it finds and does not find."""

    name: str
    pattern: str
    source: str
    """The rule, guide or body from which it is known; ``usage`` where it is how filers write."""
    found: str
    passes: str
    instead: str = ""
    """What to write, where a check says so."""
    since: int | None = None
    """First year of a period for which it holds; None: from the beginning."""
    until: int | None = None
    """Last such year; None: to this day."""
    ignore_case: bool = True

    def holds_in(self, year: int) -> bool:
        return (self.since or year) <= year <= (self.until or year)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE if self.ignore_case else 0)


def any_of(phrases: Iterable[Phrase]) -> re.Pattern[str]:
    """One pattern for all rows, whatever row it is that is found."""
    rows = (f"(?i:{phrase.pattern})" if phrase.ignore_case else f"(?:{phrase.pattern})" for phrase in phrases)
    return re.compile("|".join(rows))
