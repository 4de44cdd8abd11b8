"""What letters to suppliers are made of besides the questions, as frozen values. Confidential.

Whatever comes from a supplier's workbook stands here on one line, without characters that a mail program
obeys, and is no longer than a letter bears.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NAME = re.compile(r"\{\{\s*([A-Za-z_]+)\s*\}\}|\{\s*([A-Za-z_]+)\s*\}")
"""A name in braces, double as in the other texts of a filer, or single."""


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """The filer's words, ours where it gives none."""

    texts: Mapping[str, str]
    """Heading in ``letters.md`` to the text; each piece of a letter is there."""
    is_signed: bool = False
    """Whether the closing is the filer's own."""

    def filled(self, piece: str, **values: Any) -> str:
        """The text with its names filled in; what is no name of ``values`` stays as it is."""

        def value(found: re.Match[str]) -> str:
            return str(values.get(found[1] or found[2], found[0]))

        return NAME.sub(value, self.texts[piece])


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom a letter goes to, as the supplier's newest answer says it."""

    name: str = ""
    """Empty: none is given, or it is no person's name."""
    email: str = ""
    """Empty: none is given, or it cannot be an address."""


@dataclass(frozen=True, slots=True)
class Received:
    """A workbook that was read: what tells it from another one of the same supplier."""

    effective_date: dt.date | None
    version: str
    scope: str
    """With its description, or the first products; empty where the workbook does not state one."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """All of a run."""

    texts: LetterTexts = field(default_factory=lambda: LetterTexts({}))
    answer_by: dt.date | None = None
    """When suppliers should have answered; None: no day is named."""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    """By the folded name of the supplier; one without an answer that was read has none."""
    received: Mapping[str, Received] = field(default_factory=dict)
    """By the file."""
