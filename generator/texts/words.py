"""Which words of a paragraph changed, by their places in both texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\d[\d.,]*\d|\w+|[^\w\s]|\s+")
_ALIKE = 0.4
"""Texts that share less than this are shown as gone and new as a whole: mixed, nobody could read them."""


@dataclass(frozen=True)
class WordChange:
    """Letters of the text before that gave way to letters of the text after; either may be none."""

    start: int
    end: int
    new_start: int
    new_end: int


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """In their order. Runs of changes that only a blank keeps apart are one."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (WordChange(0, len(before), 0, len(after)),)
    starts, new_starts = _starts(old), _starts(new)
    found: list[WordChange] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        one = WordChange(starts[a], starts[b], new_starts[c], new_starts[d])
        last = found[-1] if found else None
        if (
            last
            and not before[last.end : one.start].strip()
            and not after[last.new_end : one.new_start].strip()
        ):
            found[-1] = WordChange(last.start, one.end, last.new_start, one.new_end)
        else:
            found.append(one)
    return tuple(found)


def _starts(tokens: Sequence[str]) -> list[int]:
    """Where each token begins, and the end of the last."""
    return list(_sums(tokens))


def _sums(tokens: Sequence[str]) -> Iterator[int]:
    at = 0
    for token in tokens:
        yield at
        at += len(token)
    yield at
