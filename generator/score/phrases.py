"""The words by which the scorecard finds what a text says; ``phrases.csv`` stands beside this module.

Each row has its source, an example that is found and one that is not; a test runs both.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("phrases.csv")


@dataclass(frozen=True)
class Phrase:
    """One way to say something."""

    about: str
    """The check, or what a check looks for."""
    pattern: re.Pattern[str]
    source: str
    """Who asks for it, or whose words they are."""
    found_in: str
    not_found_in: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """All rows of the table, in their order."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Phrase(about, re.compile(pattern, re.IGNORECASE), source, found_in, not_found_in)
            for about, pattern, source, found_in, not_found_in in list(csv.reader(file))[1:]
        )


def matches(about: str, text: str) -> Iterator[re.Match[str]]:
    """Where ``text`` says it, by the first match of each way to say it."""
    for phrase in phrases():
        if phrase.about == about and (found := phrase.pattern.search(text)):
            yield found


def says(about: str, text: str) -> bool:
    return next(matches(about, text), None) is not None
