"""Widths of a table's columns on the page, from the texts in it. Lengths are in points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

PAGE_WIDTH = 468.0
"""Letter paper upright, an inch of margin on both sides."""
WIDE_WIDTH = 648.0
"""The same paper on its side."""
SIZES = (9.0, 8.0, 7.0)
"""Sizes of type that are tried, the largest first."""
PADDING = 9.0
"""Left and right of a cell together."""
_LEAST_LETTERS = 8
"""A column takes at least these; a longer word is broken."""
_ENOUGH = 20.0
"""Width, in sizes of the type, beyond which a text may as well take a second line."""
_MOST = 0.85
"""Part of the texts of a column that should stand in one line."""
_CROWDED = 1.6
"""Texts that together need more of the page's width than this would stand in too many lines."""

_WORD = re.compile(r"[^\s/\-\u2013\u2014\u200b]+[/\-\u2013\u2014]?")
"""What stands in one line whatever the width."""
_NARROW = frozenset("iljtfrI.,:;'|!()[]/ -’‘“”")
_BROAD = frozenset("mwMW@%—")


@dataclass(frozen=True)
class Widths:
    """How a table is set."""

    columns: tuple[float, ...]
    size: float
    """Of the type."""
    is_wide: bool
    """On a page on its side."""
    breaks_words: bool
    """Some word is wider than its column."""


def widths_of(columns: Sequence[Sequence[str]]) -> Widths:
    """The largest type in which every column takes its longest word; on its side where upright is crowded.

    ``columns`` gives the texts of each column. Where not even the smallest type on a page on its side
    takes the longest words, the words are broken.
    """
    wants = [_wants(texts) for texts in columns]
    tries = [(width, size) for width in (PAGE_WIDTH, WIDE_WIDTH) for size in SIZES]
    for crowded in (_CROWDED, float("inf")):
        for width, size in tries:
            if _fits(wants, size, width, crowded):
                return Widths(_shared(wants, size, width), size, width == WIDE_WIDTH, breaks_words=False)
    broken = [(min(least, _LEAST_LETTERS * 0.55), enough) for least, enough in wants]
    return Widths(_shared(broken, SIZES[-1], WIDE_WIDTH), SIZES[-1], is_wide=True, breaks_words=True)


def _fits(wants: Sequence[tuple[float, float]], size: float, width: float, crowded: float) -> bool:
    padding = PADDING * len(wants)
    least, enough = sum(want for want, _ in wants) * size, sum(want for _, want in wants) * size
    return least + padding <= width and enough + padding <= width * crowded


def text_width(text: str) -> float:
    """Width of a text in the type's own size, a little generous."""
    return sum(map(_letter_width, text))


@lru_cache(maxsize=10_000)
def _letter_width(letter: str) -> float:
    if letter == "\u200b":
        return 0.0
    if letter in _NARROW:
        return 0.34
    if letter in _BROAD:
        return 0.9
    if letter.isupper():
        return 0.69
    return 0.5 if ord(letter) < 0x2E80 else 1.0


def _wants(texts: Sequence[str]) -> tuple[float, float]:
    """Width of the longest word, and a width in which most of the texts stand in one line."""
    distinct = set(texts)
    words = {word for text in distinct for word in _WORD.findall(text)}
    least = max(map(text_width, words), default=0.0)
    widths = {text: text_width(text) for text in distinct}
    every = sorted(widths[text] for text in texts)
    most = every[int(len(every) * _MOST)] if every else 0.0
    return least, max(least, min(most, _ENOUGH))


def _shared(wants: Sequence[tuple[float, float]], size: float, width: float) -> tuple[float, ...]:
    """The page's width: first what the longest words need, then what the texts need, the rest alike."""
    least = [want * size + PADDING for want, _ in wants]
    more = [(enough - want) * size for want, enough in wants]
    left = max(width - sum(least), 0.0)
    share = min(left / sum(more), 1.0) if sum(more) else 0.0
    rest = (left - share * sum(more)) / len(wants)
    found = [a + share * b + rest for a, b in zip(least, more, strict=True)]
    scale = width / sum(found)
    return tuple(round(one * scale, 2) for one in found)
