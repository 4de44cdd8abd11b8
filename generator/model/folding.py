"""Names made comparable: whoever typed them, without what typing changes. Imports nothing of ours."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name without case, accents, width and punctuation: ``Côte d'Ivoire`` is ``cote d ivoire``."""
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold()))
