"""Text of an exhibit without what cannot be seen."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
"""What the control characters of Latin-1 stand for where a filer's program wrote Windows-1252."""
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}
"""Letters of the fonts Symbol and Wingdings that filers use as bullets."""


def clean(text: str) -> str:
    """Text without what cannot be seen; every kind of space is a blank, and so is a line end."""
    text = text.translate(_WINDOWS)
    kept = (_SYMBOLS.get(character, character) for character in text)
    return "".join(" " if c.isspace() else c for c in kept if c.isspace() or not _is_unprintable(c))


def _is_unprintable(character: str) -> bool:
    if character in _INVISIBLE or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
        return True
    return unicodedata.bidirectional(character) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip
