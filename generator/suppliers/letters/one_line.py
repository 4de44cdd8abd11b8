"""Texts of strangers on one line of a letter."""

from __future__ import annotations

import unicodedata

LONGEST = 120
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Categories of characters that break a line, turn the direction of a text, or are not seen."""


def one_line(text: str, longest: int | None = None) -> str:
    """The text without line breaks and without characters that are obeyed instead of seen; cut where long."""
    seen = text
    if not text.isprintable():
        seen = "".join(" " if c.isspace() else c for c in text if c.isspace() or _is_seen(c))
    line = " ".join(seen.split())
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _HIDDEN
