"""Near misses: what a misspelt word was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """``Did you mean 'Smelter List'?`` or an empty text where nothing is near. Case is ignored."""
    found = nearest(word, known, cutoff)
    return f"Did you mean '{found}'?" if found else ""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word nearest to ``word``, without regard to case; None where none is near."""
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None
