"""Raw cells as clean text."""

from __future__ import annotations

import datetime as dt
import unicodedata

from .raw_table import Cell

_UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}
_INVISIBLE = set("\u200b\u2060\ufeff\u00ad")


def clean(text: str) -> tuple[str, bool]:
    """Text with single blanks, and whether characters that cannot be printed were removed.

    No-break, full-width and other spaces and line breaks become a blank. Zero-width and bidirectional
    controls go; the letters of right-to-left scripts stay. What a workbook escapes, such as ``_x000D_``, its
    reader has undone; undone twice, a text that only looks so would change.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()), False
    spaced = "".join(" " if c.isspace() or unicodedata.category(c) == "Zs" else c for c in text)
    kept = "".join(c for c in spaced if not _is_unprintable(c))
    return " ".join(kept.split()), len(kept) < len(spaced)


def unprintable(text: str) -> tuple[str, ...]:
    """The names of what ``clean`` removes of a text, each once, in its order: ``U+E000``."""
    found = (c for c in dict.fromkeys(text) if not c.isspace() and _is_unprintable(c))
    return tuple(f"U+{ord(letter):04X}" for letter in found)


def _is_unprintable(character: str) -> bool:
    return (
        unicodedata.category(character) in _UNPRINTABLE
        or character in _INVISIBLE
        or unicodedata.bidirectional(character)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    )


def text_of(cell: Cell) -> str | None:
    """The cell as text: ``12.0`` is ``12``. None where a date or truth value stands."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool | dt.date | dt.datetime | dt.time | dt.timedelta):
        return None
    return str(int(cell)) if float(cell).is_integer() else str(cell)


def date_of(cell: Cell) -> dt.date | None:
    """A date cell, or a text such as ``2022-03-31``. None where it is neither."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if not isinstance(cell, str):
        return None
    try:
        return dt.date.fromisoformat(clean(cell)[0])
    except ValueError:
        return None


_YES = {"yes", "y", "true", "1", "recycled", "scrap", "recycled or scrap"}
_NO = {"no", "n", "false", "0"}
_OPEN = {"", "unknown"}


def yes_no_of(cell: Cell) -> bool | str | None:
    """True, False, None (empty or unknown), or the text where it is none of these."""
    if isinstance(cell, bool):
        return cell
    text = clean(text_of(cell) or str(cell))[0]
    folded = text.casefold()
    if folded in _OPEN:
        return None
    if folded in _YES | _NO:
        return folded in _YES
    return text
