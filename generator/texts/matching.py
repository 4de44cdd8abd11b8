"""Which paragraph of one text is which of the other: the same, changed, moved, new or gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from .blocks import Block

_ALIKE, _MOVED = 0.45, 0.75
"""Share of words in common with which two paragraphs at the same place, or elsewhere, are one."""
_FEWEST = 4
"""Words with which a paragraph is found again elsewhere although some of them changed."""
_WITHIN = 0.6
"""Likeness of a paragraph and one that has all of its words and more."""
_WORD = re.compile(r"\w+")
_SURE = 3
"""Equal paragraphs one after the other that are taken as they stand."""
_MOST = 250_000
"""Pairs that are weighed in one stretch; in a longer one, paragraphs are taken in their order."""


@dataclass(frozen=True)
class Pair:
    """A paragraph before and after, by their numbers. None: it is new, or gone."""

    before: int | None
    after: int | None
    is_moved: bool = False


def matched(
    before: Sequence[Block], after: Sequence[Block], telling: Callable[[Block], str] = lambda one: one.text
) -> list[Pair]:
    """In the order of ``after``; what is gone stands where it stood.

    ``telling`` gives the words by which paragraphs are told to be alike.
    """
    told = [[replace(block, text=telling(block)) for block in blocks] for blocks in (before, after)]
    return _matched(*told)


def _matched(before: Sequence[Block], after: Sequence[Block]) -> list[Pair]:
    pairs: list[Pair] = []
    a = c = 0
    for start, new_start, size in _anchors(before, after):
        pairs += _stretch(before, after, range(a, start), range(c, new_start))
        pairs += [Pair(start + step, new_start + step) for step in range(size)]
        a, c = start + size, new_start + size
    return _with_moved(before, after, pairs)


def _anchors(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    """Runs of equal paragraphs long enough to be no chance, and the end: what stands between is weighed."""
    old, new = [_key(one) for one in before], [_key(one) for one in after]
    found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    for a, c, size in found:
        if size >= _SURE or a == len(old):
            yield a, c, size


def likeness(one: Block, other: Block) -> float:
    """Share of words in common; nothing where one is a row of a table and the other is none."""
    if (one.kind == "row") != (other.kind == "row") or (one.kind == "footnote") != (other.kind == "footnote"):
        return 0.0
    if one.text == other.text:
        return 1.0
    these, those = (Counter(_WORD.findall(block.text.lower())) for block in (one, other))
    common, fewest = (these & those).total(), min(these.total(), those.total())
    if common == fewest >= _FEWEST - 1:
        return max(_WITHIN, 2 * common / (these.total() + those.total()))
    return 2 * common / (these.total() + those.total()) if common else 0.0


def _key(block: Block) -> tuple[str, str]:
    return ("row" if block.kind == "row" else "text", block.text)


def _stretch(before: Sequence[Block], after: Sequence[Block], old: range, new: range) -> Iterator[Pair]:
    """Of two stretches that differ, the pairs that have most words in common, in their order."""
    if len(old) * len(new) > _MOST:
        most = max(len(old), len(new))
        for step in range(most):
            yield Pair(old[step] if step < len(old) else None, new[step] if step < len(new) else None)
        return
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[likeness(before[a], after[b]) for b in new] for a in old]
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            here = alike[a][b] + best[a + 1][b + 1] if alike[a][b] >= _ALIKE else 0.0
            best[a][b] = max(here, best[a + 1][b], best[a][b + 1])
    a = b = 0
    while a < len(old) or b < len(new):
        is_pair = a < len(old) and b < len(new) and alike[a][b] >= _ALIKE
        if is_pair and best[a][b] == alike[a][b] + best[a + 1][b + 1]:
            yield Pair(old[a], new[b])
            a, b = a + 1, b + 1
        elif a < len(old) and (b == len(new) or best[a][b] == best[a + 1][b]):
            yield Pair(old[a], None)
            a += 1
        else:
            yield Pair(None, new[b])
            b += 1


def _with_moved(before: Sequence[Block], after: Sequence[Block], pairs: list[Pair]) -> list[Pair]:
    """Paragraphs that are gone here and new there as one that moved; each finds the one most like it."""
    gone = [pair.before for pair in pairs if pair.after is None and pair.before is not None]
    new = [pair.after for pair in pairs if pair.before is None and pair.after is not None]
    if len(gone) * len(new) > _MOST:
        return pairs
    weighed = [
        (weight, old, now)
        for old in gone
        for now in new
        if (weight := likeness(before[old], after[now])) == 1.0
        or (weight >= _MOVED and len(before[old].text.split()) >= _FEWEST)
    ]
    found: dict[int, int] = {}
    for _, old, now in sorted(weighed, key=lambda one: (-one[0], one[1], one[2])):
        if old not in found and now not in found.values():
            found[old] = now
    by_new = {now: old for old, now in found.items()}
    return [
        Pair(by_new[pair.after], pair.after, is_moved=True)
        if pair.before is None and pair.after in by_new
        else pair
        for pair in pairs
        if not (pair.after is None and pair.before in found)
    ]
