"""Where the blocks of a filed document stand: a line, or their first words where one line holds all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model.places import LineRef
from .filed_blocks import Block

_CROWDED = 4
"""From so many blocks on, a line is no place."""
_FIRST_WORDS = 60


class Places:
    """Where blocks stand: a line of the file, and their first words where many stand in one line."""

    def __init__(self, file: str, blocks: Sequence[Block]) -> None:
        self._file = file
        self._in_line = Counter(block.line for block in blocks)

    def of(self, block: Block) -> LineRef:
        if self._in_line[block.line] < _CROWDED:
            return LineRef(self._file, block.line)
        return LineRef(self._file, block.line, words=first_words(block.text))


def first_words(text: str) -> str:
    """The beginning of a text, whole words only."""
    text = " ".join(text.split())
    if len(text) <= _FIRST_WORDS:
        return text
    return f"{text[:_FIRST_WORDS].rpartition(' ')[0] or text[:_FIRST_WORDS]}…"
