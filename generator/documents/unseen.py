"""Letters that nobody sees: no font has them, so the documents leave them out or show a box."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from ..findings import Finding, printable
from ..findings.catalogue import LETTER_UNSEEN
from ..model import Disclosure, LineRef, Place
from .pdf.places import stated_texts

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Controls, halves of letters, letters of private use, and what is no letter."""
_IS_BLANK = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x1f\x85")
_BULLET = re.compile(r"^[ \t]*[\uf020-\uf0ff]")
"""A sign before an item of a list, from a font of signs: SE-011 says what to write instead."""
_LONGEST = 60


def letters_are_seen(disclosure: Disclosure) -> Iterator[Finding]:
    """DC-009: a text that people wrote for documents with a letter that none of these can show.

    Cells of the facility list have no such letter: they lost it when they were read, which WB-011 tells.
    """
    for text, where in _texts(disclosure):
        if letters := unseen_letters(text):
            named = f"'{_shortened(printable(text.strip()))}'"
            message = f"{named} has {', '.join(map(code, letters))}, which no font shows"
            advice = (
                "Type the letter that is meant, or take it away: the PDF is not made with it, Word and EDGAR"
            )
            yield Finding(LETTER_UNSEEN, message, where, f"{advice} show a box or nothing.")


def unseen_letters(text: str) -> tuple[str, ...]:
    """Each letter of the text that no font shows, once, in its order."""
    if text.isascii() and text.isprintable():
        return ()
    return tuple(c for c in dict.fromkeys(text) if unicodedata.category(c) in _UNSEEN and c not in _IS_BLANK)


def code(letter: str) -> str:
    """The name of a letter that cannot be written: ``U+E000``."""
    return f"U+{ord(letter):04X}"


def _texts(disclosure: Disclosure) -> Iterator[tuple[str, Place]]:
    """Every text of the year in the filer's words: entries of ``disclosure.yml``, and lines of files."""
    yield from stated_texts(disclosure)
    written = [(one.file, one.text) for one in disclosure.all_sections]
    written += [(one.file, one.text) for one in disclosure.wording]
    written += [(one.file, one.text) for one in disclosure.exhibits if one.is_filed]
    for file, text in written:
        if text.isascii() and "&#" not in text and text.replace("\n", "").isprintable():
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            yield _BULLET.sub("", unescape(line)), LineRef(file, number)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
