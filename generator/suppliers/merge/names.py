"""Names of smelters and companies without what tells little."""

from __future__ import annotations

from functools import lru_cache

from ...model.folding import fold

_LEGAL_FORMS = frozenset({
    "ab", "ag", "as", "bhd", "bv", "co", "company", "corp", "corporation", "dmcc", "fze", "gmbh", "group",
    "inc", "incorporated", "jsc", "kg", "kk", "limited", "llc", "ltd", "ltda", "nv", "ojsc", "oy", "pjsc",
    "plc", "pt", "pte", "pty", "pvt", "sa", "sas", "sdn", "sp", "spa", "srl", "zoo",
})  # fmt: skip


@lru_cache(maxsize=1 << 16)
def essence(name: str) -> str:
    """A folded name without legal forms and single letters, for suggestions only."""
    words = fold(name).split()
    telling = [word for word in words if word not in _LEGAL_FORMS and (len(word) > 1 or word.isdigit())]
    return " ".join(telling or words)
