"""An identifier that stands in a text, read without doubt."""

from __future__ import annotations

import re
import unicodedata

from ..model.folding import fold
from ..model.words import metals_in

_ID = re.compile(r"\bCID[\s_–-]*\d(?:\s?\d){5}\b", re.IGNORECASE)
_LIKE_AN_ID = re.compile(r"cid(?=\w*\d)\w*|cid")
_BESIDE_AN_ID = frozenset({"rmi", "rmap", "cfsi", "cfsp", "smelter", "id", "no", "number", "metal"})
"""Words beside an identifier that make no name of it: ``RMI CID000058``."""


def identifier_in(text: str) -> str | None:
    """The one identifier that a text holds: ``CID000058``, ``RMI CID000058 (Gold)``, ``cid-000058``.

    None where the text says more than that, or holds two.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    found = {re.sub(r"[\s_–-]", "", one).upper() for one in _ID.findall(plain)}
    beside = set(fold(_ID.sub(" ", plain)).split()) - _BESIDE_AN_ID
    if len(found) != 1 or not all(metals_in(word) for word in beside):
        return None
    return found.pop()


def is_only_identifiers(text: str) -> bool:
    """Whether a text is made of identifiers, whole or damaged: ``CID000058/CID000060``, ``CID00058X``."""
    words = set(fold(text).split()) - _BESIDE_AN_ID
    return bool(words) and all(_LIKE_AN_ID.fullmatch(word) or word.isdecimal() for word in words)
