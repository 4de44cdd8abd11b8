"""Names of smelters and companies without what tells little. They are alike, and never joined by that."""

from __future__ import annotations

import re
from functools import lru_cache

from ...countries.legal_forms import ASIAN, WORDS
from ...model import UNKNOWN_COUNTRY
from ...model.folding import fold
from .directory import FindCountry

_BRACKETED = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")


@lru_cache(maxsize=1 << 16)
def essence(name: str) -> str:
    """A folded name without legal forms, brackets and single letters, for suggestions only."""
    plain = ASIAN.sub(" ", name)
    words = fold(_BRACKETED.sub(" ", plain)).split() or fold(plain).split() or fold(name).split()
    telling = [word for word in words if word not in WORDS and (len(word) > 1 or word.isdigit())]
    return " ".join(telling or words)


def same_country(one: str, other: str, find_country: FindCountry) -> bool | None:
    """None where either is not known."""
    if UNKNOWN_COUNTRY in (one, other) or not one or not other:
        return None
    return (find_country(one) or fold(one)) == (find_country(other) or fold(other))
