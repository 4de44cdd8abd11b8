"""Paragraphs that counsel made two, and two of which counsel made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..texts.blocks import Block
from ..texts.matching import Pair


def splits_and_joins(
    own: Sequence[Block], theirs: Sequence[Block], pairs: Sequence[Pair]
) -> Iterator[tuple[int, tuple[int, str]]]:
    """The place of each pair that was split in two or joined from two, and of the one beside it."""
    for at, pair in enumerate(pairs):
        if pair.before is None or pair.after is None or pair.is_moved:
            continue
        before, after = own[pair.before].text, theirs[pair.after].text
        for beside in (at + 1, at - 1):
            if not 0 <= beside < len(pairs) or before == after:
                continue
            other = pairs[beside]
            both = pairs[min(at, beside)], pairs[max(at, beside)]
            there = " ".join(theirs[one.after].text for one in both if one.after is not None)
            were = " ".join(own[one.before].text for one in both if one.before is not None)
            if other.before is None and other.after is not None and before == there:
                yield at, (beside, "split")
            if other.after is None and other.before is not None and after == were:
                yield at, (beside, "joined")
