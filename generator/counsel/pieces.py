"""A changed text in pieces, and where its values stand among the changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..texts.blocks import Value
from ..texts.words import WordChange
from .edits import Piece


def pieces(before: str, after: str, changes: Sequence[WordChange]) -> Iterator[Piece]:
    """The text with what is gone and what is new in it."""
    at = 0
    for change in changes:
        yield from _piece("same", before[at : change.start])
        yield from _piece("gone", before[change.start : change.end])
        yield from _piece("new", after[change.new_start : change.new_end])
        at = change.end
    yield from _piece("same", before[at:])


def _piece(kind: str, text: str) -> Iterator[Piece]:
    if text:
        yield Piece(kind, text)


def touches(change: WordChange, value: Value) -> bool:
    """Whether letters of the value change; what is added at its ends stands beside it."""
    if change.start == change.end:
        return value.start < change.start < value.end
    return change.start < value.end and change.end > value.start


def carried(position: int, changes: Sequence[WordChange], *, is_end: bool) -> int:
    """Where a place of the text before stands in the text after; inside of a change, its beginning or end."""
    shift = 0
    for change in changes:
        if change.end <= position and not (change.start == position and not is_end):
            shift = change.new_end - change.end
        elif change.start < position:
            return change.new_end if is_end else change.new_start
    return position + shift
