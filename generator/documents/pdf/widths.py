"""Widths of a table's columns on the page, from the texts in it. Lengths are in points."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .scripts import BETWEEN_ANY, BY_WORDS

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
_CROWDED = {
    (PAGE_WIDTH, 9.0): 1.6, (PAGE_WIDTH, 8.0): 1.6, (PAGE_WIDTH, 7.0): 1.3,
    (WIDE_WIDTH, 9.0): 1.1, (WIDE_WIDTH, 8.0): 1.2, (WIDE_WIDTH, 7.0): 1.6,
}  # fmt: skip
"""Texts that together need more of the page's width than this would stand in too many lines."""

_WORD = re.compile(
    rf"[{BETWEEN_ANY}]{{1,4}}|[{BY_WORDS}]{{1,12}}"
    rf"|[^\s/\-\u2013\u2014\u200b{BETWEEN_ANY}{BY_WORDS}]+[/\-\u2013\u2014]?"
)
"""What stands in one line whatever the width; of scripts without blanks as many letters as should."""
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


@dataclass(frozen=True)
class _Want:
    """Widths that a column needs, in sizes of the type."""

    least: float
    """Its longest word stands in one line."""
    enough: float
    """Most of its texts do, or stand in a few lines."""
    full: float
    """Most of its texts stand in one line, however long."""
    longest: float
    """All of them do."""


def widths_of(
    columns: Sequence[Sequence[str]], *, whole: Collection[int] = (), alike: Collection[int] = ()
) -> Widths:
    """The largest type in which every column takes its longest word; on its side where upright is crowded.

    ``columns`` gives the texts of each column. Those in ``whole`` keep each text in one line, as dates and
    identifiers do; those in ``alike``, numbers, are equally wide. Where not even the smallest type on a page
    on its side takes the longest words, the words are broken.
    """
    wants = [_wants(texts, is_whole=at in whole) for at, texts in enumerate(columns)]
    tries = [(width, size) for width in (PAGE_WIDTH, WIDE_WIDTH) for size in SIZES]
    for crowded in (_CROWDED, {}):
        for width, size in tries:
            if _fits(wants, size, width, crowded.get((width, size), float("inf"))):
                shared = _alike(_shared(wants, size, width), wants, size, alike)
                return Widths(shared, size, width == WIDE_WIDTH, breaks_words=False)
    broken = [replace(want, least=min(want.least, _LEAST_LETTERS * 0.55)) for want in wants]
    return Widths(_shared(broken, SIZES[-1], WIDE_WIDTH), SIZES[-1], is_wide=True, breaks_words=True)


def _fits(wants: Sequence[_Want], size: float, width: float, crowded: float) -> bool:
    padding = PADDING * len(wants)
    least, enough = sum(want.least for want in wants) * size, sum(want.enough for want in wants) * size
    return least + padding <= width and enough + padding <= width * crowded


def least_width(text: str) -> float:
    """Width of a text's longest word in the type's own size, which no line's end parts."""
    return max(map(text_width, _WORD.findall(text)), default=0.0)


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


def _wants(texts: Sequence[str], *, is_whole: bool = False) -> _Want:
    distinct = set(texts)
    widths = {text: text_width(text) for text in distinct}
    if is_whole:
        least = max(widths.values(), default=0.0)
        return _Want(least, least, least, least)
    words = {word for text in distinct for word in _WORD.findall(text)}
    least = max(map(text_width, words), default=0.0)
    every = sorted(widths[text] for text in texts)
    most = every[int(len(every) * _MOST)] if every else 0.0
    longest = every[-1] if every else 0.0
    return _Want(least, max(least, min(most, _ENOUGH)), max(least, most), max(least, longest))


def _shared(wants: Sequence[_Want], size: float, width: float) -> tuple[float, ...]:
    """The page's width: first what the longest words need, then what the texts need, the rest alike.

    A long text gets of the rest before a short one, which has room enough.
    """
    found = [want.least * size + PADDING for want in wants]
    for more in (
        [(want.enough - want.least) * size for want in wants],
        [(want.full - want.enough) * size for want in wants],
        [(want.longest - want.full) * size for want in wants],
    ):
        left = max(width - sum(found), 0.0)
        share = min(left / sum(more), 1.0) if sum(more) else 0.0
        found = [have + share * wanted for have, wanted in zip(found, more, strict=True)]
    rest = max(width - sum(found), 0.0) / len(wants)
    found = [have + rest for have in found]
    scale = width / sum(found)
    return tuple(round(one * scale, 2) for one in found)


def _alike(
    widths: tuple[float, ...], wants: Sequence[_Want], size: float, columns: Collection[int]
) -> tuple[float, ...]:
    """The same widths, but for ``columns``, which share theirs equally.

    Where one of them needs more than its share, all get as much, and the others give it as far as they can.
    """
    if len(columns) < 2:
        return widths
    least = [want.least * size + PADDING for want in wants]
    shared = sum(widths[at] for at in columns) / len(columns)
    each = max(shared, *(least[at] for at in columns))
    missing = (each - shared) * len(columns)
    spare = {at: width - least[at] for at, width in enumerate(widths) if at not in columns}
    if missing > sum(spare.values()):
        return widths
    part = missing / sum(spare.values()) if missing else 0.0
    return tuple(
        round(each if at in columns else width - spare[at] * part, 2) for at, width in enumerate(widths)
    )
