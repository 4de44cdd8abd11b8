"""What may be the name of a company that answers."""

from __future__ import annotations

from ..model.folding import fold

_NO_COMPANY = frozenset({
    "n a", "na", "none", "not applicable", "unknown", "tbd", "same", "same as above", "see above",
    "see below", "company name", "your company name", "company", "name",
})  # fmt: skip
"""Of these no company is named. ``X`` or ``Various`` may be one."""


def is_company(text: str) -> bool:
    """Whether a text may name a company: it is not blank, has a letter or digit, and is no ``N/A``."""
    folded = fold(text)
    return bool(folded) and folded not in _NO_COMPANY
