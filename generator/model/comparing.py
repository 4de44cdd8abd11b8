"""Names compared: the same, spelled differently, or another name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FORMS = {
    "co": "company", "corp": "corporation", "ltd": "limited", "ltda": "limitada", "inc": "incorporated",
    "pvt": "private", "pte": "private", "pty": "proprietary", "intl": "international", "mfg": "manufacturing",
    "ind": "industries", "and": "", "the": "",
}  # fmt: skip
"""Words of company names that are written in short or in full, or left out."""


def as_written(text: str) -> str:
    """The text with single blanks of one kind: what two documents must share to be equal."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The text without case, accents, punctuation, and differences of legal forms.

    ``Aida Chemical Industries Co., Ltd.`` and ``AIDA CHEMICAL INDUSTRIES COMPANY LIMITED`` are one.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.findall(r"\w+", plain.casefold().replace("&", " and ").replace("'", "").replace("’", ""))
    return " ".join(filter(None, (_FORMS.get(word, word) for word in _joined(words))))


def numbers_in(text: str) -> list[str]:
    """The numbers of a name: ``Unit 1`` and ``Unit 4`` are two facilities, however alike they look."""
    return re.findall(r"\d+", text)


def _joined(words: list[str]) -> list[str]:
    """Single letters that follow each other as one word: ``s p a`` is ``spa``."""
    found: list[str] = []
    run = ""
    for word in [*words, ""]:
        if len(word) == 1 and not word.isdigit():
            run += word
            continue
        found += [run] if run else []
        found += [word] if word else []
        run = ""
    return found
