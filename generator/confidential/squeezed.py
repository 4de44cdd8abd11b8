"""Text squeezed to letters and digits, and where its words begin and end.

So ``Example Components Ltd.`` is found as ``EXAMPLE  COMPONENTS, LTD`` and as ``example-components-ltd``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

FIRST_UNSPACED = "\u0e00"
"""From here on are the scripts of Asia, which set no blanks between words."""

_DROPPED = bytes(i for i in range(128) if not chr(i).isalnum())
_FOREIGN_SIGN = re.compile(r"[^\x00-\x7f\w]+")
_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_WORD = re.compile(r"[^\W_]+")
_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t"}
)
"""Letters whose stroke or bow Unicode counts as part of them."""
_NOUGHTS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
_WHOLE_LETTERS |= {ord(nought) + digit: str(digit) for nought in _NOUGHTS for digit in range(10)}
"""And the digits of other scripts, which follow on their nought."""


def squeeze(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    return squeezed(normal(text))


def normal(text: str) -> str:
    """The text without case and accents."""
    if text.isascii():
        return text.lower()
    return _ACCENT.sub("", unicodedata.normalize("NFKD", text).casefold()).translate(_WHOLE_LETTERS)


def words_in(text: str) -> list[str]:
    """The words of a text in their order, without case and accents."""
    return _WORD.findall(normal(text))


def squeezed(text: str) -> str:
    """What is left of a ``normal`` text without blanks and signs."""
    if not text.isascii():
        text = _FOREIGN_SIGN.sub(" ", text)
    return text.encode("utf-8", "replace").translate(None, _DROPPED).decode("utf-8")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words of the texts, without case and accents."""
    return frozenset(_WORD.findall(normal(" ".join(texts))))


def edges(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Where words of a ``normal`` text begin and end, counted in what ``squeezed`` leaves of it."""
    begins, ends, at = set(), set(), 0
    for word in _WORD.finditer(text):
        begins.add(at)
        at += word.end() - word.start()
        ends.add(at)
    return frozenset(begins), frozenset(ends)
