"""The apostrophe that keeps spreadsheets from running a text, removed. Shares no code with what sets it."""

from __future__ import annotations

import unicodedata

_SIGNS = frozenset("=+-−@")
_AHEAD = {"Zs", "Zl", "Zp", "Cc", "Cf", "Pi", "Pf"}
"""Kinds of characters that a spreadsheet may pass over: blanks, controls, what nobody sees, curved quotes."""


_UNSEEN = ("FILLER", "VARIATION SELECTOR", "GRAPHEME JOINER", "PATTERN BLANK", "VOWEL INHERENT")
"""What the names of letters and marks say that have no shape."""


def without_apostrophe(cell: object) -> str:
    """The text of a cell as it was before it was made safe."""
    text = str(cell)
    return text[1:] if text.startswith("'") and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    if text[:1] in ("\t", "\r", "\n"):
        return True
    for letter in text:
        if letter not in "'\"" and unicodedata.category(letter) not in _AHEAD and not _is_unseen(letter):
            return unicodedata.normalize("NFKC", letter) in _SIGNS
    return False


def _is_unseen(letter: str) -> bool:
    return any(words in unicodedata.name(letter, "") for words in _UNSEEN)
