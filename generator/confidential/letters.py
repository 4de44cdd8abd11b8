"""Letters that people write in several ways: ``ü`` as ``ue`` or ``u``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

_IN_TWO = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
    "å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe",
})  # fmt: skip
_AS_ONE = re.compile(r"(?<=[aou])e|(?<=[Aa])a", re.IGNORECASE)


def letter_spellings(text: str) -> Iterator[str]:
    """The text, with special letters written as two, and what may be such letters as one; each once."""
    composed = normalize("NFC", text)
    yield from dict.fromkeys((text, composed.translate(_IN_TWO), _AS_ONE.sub("", composed)))
