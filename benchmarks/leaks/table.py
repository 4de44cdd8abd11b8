"""The table of spellings, read: what a person would recognise, and what nobody would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

TABLE = Path(__file__).with_name("spellings.yml")
_MARKUP = re.compile(r"<\w|&#?\w+;")


@dataclass(frozen=True)
class Spelling:
    """One way to write a value."""

    kind: str
    """``supplier``, ``person``, ``email``, ``telephone`` or ``comment``."""
    value: str
    way: str
    phrase: str
    """A few words of a page, with the value in them."""
    is_recognised: bool
    """Whether a person who knows the value would say: that is it."""

    @property
    def is_markup(self) -> bool:
        """Whether the phrase is written as HTML."""
        return _MARKUP.search(self.phrase) is not None


def spellings() -> tuple[Spelling, ...]:
    """All, in the table's order."""
    return tuple(_read(yaml.safe_load(TABLE.read_text(encoding="utf-8"))))


def _read(stated: dict[str, list[dict[str, dict[str, str]]]]) -> Iterator[Spelling]:
    for kind, entries in stated.items():
        for entry in entries:
            for column, is_recognised in (("recognised", True), ("not_recognised", False)):
                for way, phrase in entry[column].items():
                    yield Spelling(kind, str(entry["value"]), way, phrase, is_recognised)
