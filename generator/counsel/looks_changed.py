"""What looks otherwise in counsel's file: it is told, and never in the patch."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..texts.blocks import Block, Track
from ..texts.words import WordChange

_LONGEST = 80
_OF_HEADINGS = frozenset({"bold", "italic"})
"""Looks that words of a heading have for being one."""
Names = frozenset[str]
_NOTHING: Names = frozenset()


@dataclass(frozen=True)
class LookChange:
    """Words that are in both texts and look otherwise, or a paragraph that is of another kind."""

    said: str
    """In words, such as ``“all of them” is bold now``."""
    start: int
    """Where they begin in the text before; they end at ``end``."""
    end: int
    new_start: int
    new_end: int
    """In counsel's text."""


def looks_changed(before: Block, after: Block, changes: Sequence[WordChange]) -> list[LookChange]:
    """Of the paragraph, and of the words that are in both."""
    kind = kind_changed(before, after)
    found = [LookChange(kind, 0, len(before.text), 0, len(after.text))] if kind else []
    if before.looks == after.looks and not changes and not kind:
        return found
    then, now = _by_letter(before), _by_letter(after)
    if kind:  # what another kind of paragraph brings along is said with the kind
        then = [names - before.looks_of_all for names in then]
        now = [names - after.looks_of_all for names in now]
    for start, new_start, length in _same(before.text, changes):
        there = [(then[start + step], now[new_start + step]) for step in range(length)]
        for at, words, old, new in _runs(before.text[start : start + length], there):
            if old != new:
                said = f"“{_cut(words)}” is {_how(old, new)}"
                end = at + len(words)
                found.append(LookChange(said, start + at, start + end, new_start + at, new_start + end))
    return found


def kind_changed(before: Block, after: Block) -> str:
    """In words; empty: it is a paragraph, a heading or an item as before."""
    if before.kind in ("row", "footnote") or after.kind in ("row", "footnote"):
        return ""
    was, is_now = _kind(before), _kind(after)
    return f"it is {is_now} now, and was {was}" if was != is_now else ""


def looks_of_new(before: Block, after: Block, changes: Sequence[WordChange]) -> Iterator[str]:
    """How new words look otherwise than those whose place they took, or between which they stand."""
    then, now = _by_letter(before), _by_letter(after)
    kept = before.looks_of_all | after.looks_of_all
    for change in changes:
        new = after.text[change.new_start : change.new_end]
        old = [
            names
            for names, letter in zip(
                then[change.start : change.end], before.text[change.start :], strict=False
            )
            if letter.strip()
        ]
        beside = [*then[max(change.start - 1, 0) : change.start], *then[change.end : change.end + 1]]
        had = frozenset().union(*(old or beside)) | kept
        there = [(names & had, names) for names in now[change.new_start : change.new_end]]
        yield from _plainly(new, there)
        lost = (
            frozenset.intersection(*old) - frozenset().union(*now[change.new_start : change.new_end])
            if old
            else _NOTHING
        )
        if lost - kept and new.strip():
            yield f"“{_cut(new.strip())}” is {_how(lost - kept, _NOTHING)}"


def looks_of_block(block: Block) -> Iterator[str]:
    """How words of a new paragraph look otherwise than plain; rows look as their table does."""
    if block.kind == "row":
        return
    kept = block.looks_of_all | (_OF_HEADINGS if block.kind == "heading" else _NOTHING)
    yield from _plainly(block.text, [(names & kept, names) for names in _by_letter(block)])


def stands_with(look: LookChange, before: Block, after: Block, changes: Sequence[WordChange]) -> bool:
    """Whether the look is part of a change of words: the words were typed anew with it, or stand beside it.

    Whoever types a bold word again beside the one that is changed makes one edit, and not two.
    """
    if not changes or look.end - look.start == len(before.text):
        return False
    if any(one.is_typed and one.start < look.new_end and look.new_start < one.end for one in after.tracks):
        return True
    gaps = [(change.new_end, look.new_start) for change in changes]
    gaps += [(look.new_end, change.new_start) for change in changes]
    return any(start <= end and not after.text[start:end].strip() for start, end in gaps)


def authors_of(look: LookChange, tracks: Sequence[Track]) -> tuple[str, ...]:
    """Whose tracked changes gave the words their look."""
    there = (one.author for one in tracks if one.start < look.new_end and look.new_start < one.end)
    return tuple(dict.fromkeys(there))


def together(one: Block, two: Block) -> Block:
    """Two paragraphs as one, a blank between them."""
    shift = len(one.text) + 1
    looks = tuple((start + shift, end + shift, names) for start, end, names in two.looks)
    return replace(one, text=f"{one.text} {two.text}", looks=(*one.looks, *looks))


def _kind(block: Block) -> str:
    if block.kind == "heading":
        return f"a heading of level {block.level}"
    return "an item of a list" if block.is_item else "a paragraph"


def _by_letter(block: Block) -> list[Names]:
    letters = [_NOTHING] * len(block.text)
    for start, end, names in block.looks:
        for at in range(start, min(end, len(letters))):
            letters[at] = frozenset(names)
    return letters


def _same(before: str, changes: Sequence[WordChange]) -> Iterator[tuple[int, int, int]]:
    """Stretches that are in both: where they begin in each, and their length."""
    at = new_at = 0
    for change in changes:
        yield at, new_at, change.start - at
        at, new_at = change.end, change.new_end
    yield at, new_at, len(before) - at


def _runs(text: str, letters: Sequence[tuple[Names, Names]]) -> Iterator[tuple[int, str, Names, Names]]:
    """Each run of words whose looks are alike, without the blanks at its ends."""
    runs: list[tuple[tuple[Names, Names], int, str]] = []
    at = 0
    for key, those in itertools.groupby(zip(letters, text, strict=True), lambda one: one[0]):
        words = "".join(letter for _, letter in those)
        if runs and (not words.strip() or runs[-1][0] == key):
            runs[-1] = (*runs[-1][:2], runs[-1][2] + words)
        elif runs and not runs[-1][2].strip():
            runs[-1] = (key, runs[-1][1], runs[-1][2] + words)
        else:
            runs.append((key, at, words))
        at += len(words)
    for (then, now), start, words in _joined(runs):
        bare = words.strip()
        if bare:
            yield start + words.index(bare[0]), bare, then, now


def _joined(
    runs: Sequence[tuple[tuple[Names, Names], int, str]],
) -> Iterator[tuple[tuple[Names, Names], int, str]]:
    for key, group in itertools.groupby(runs, lambda one: one[0]):
        those = list(group)
        yield key, those[0][1], "".join(words for *_, words in those)


def _plainly(text: str, letters: Sequence[tuple[Names, Names]]) -> Iterator[str]:
    for _, words, had, names in _runs(text, letters):
        if names - had:
            yield f"“{_cut(words)}” is {' and '.join(sorted(names - had))}"


def _how(then: Names, now: Names) -> str:
    came, went = sorted(now - then), sorted(then - now)
    parts = [f"{' and '.join(came)} now"] if came else []
    parts += [f"no longer {' and '.join(went)}"] if went else []
    return ", ".join(parts)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
