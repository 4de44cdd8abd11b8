"""The text of both sides in one order: paragraphs with what is new and gone in them, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..texts.blocks import CELLS_APART, Block, Value
from ..texts.matching import Pair, matched
from ..texts.words import WordChange, word_changes

Heads = Mapping[int, Sequence[str]]
"""The headings of each table, by its number."""


@dataclass(frozen=True)
class Piece:
    """Words that are the same, new or gone."""

    kind: str
    text: str
    is_data: bool = False
    """They changed because the data did, and not because a person wrote otherwise."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading, item, footnote or row."""

    kind: str
    """``same``, ``changed``, ``new``, ``gone``, ``moved``."""
    block: Block
    """As it is now; of what is gone, as it was."""
    cells: tuple[tuple[Piece, ...], ...]
    """One, but for a row of a table."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for cell in self.cells for piece in cell)

    @property
    def is_by_data(self) -> bool:
        """Whether all that changed in it changed because the data did."""
        changed = [piece for piece in self.pieces if piece.kind != "same"]
        return self.kind == "changed" and bool(changed) and all(piece.is_data for piece in changed)


def passages(before: Sequence[Block], after: Sequence[Block]) -> list[Passage]:
    """In the order of ``after``, what is gone where it stood."""
    heads = _heads(before), _heads(after)
    have_values = all(any(block.values for block in blocks) for blocks in (before, after))
    telling = _without_values if have_values else _text
    return [_passage(before, after, pair, heads) for pair in matched(before, after, telling)]


def _text(block: Block) -> str:
    return block.text


def _heads(blocks: Sequence[Block]) -> Heads:
    """The first row of each table, by its number."""
    found: dict[int, list[str]] = {}
    for block in blocks:
        if block.kind == "row":
            found.setdefault(block.table, block.text.split(CELLS_APART))
    return found


def _without_values(block: Block) -> str:
    """The text with the source of each value in its place: the same paragraph of two years is one."""
    text = block.text
    for value in sorted(block.values, key=lambda one: one.start, reverse=True):
        name = "".join(letter for letter in value.tag if letter.isalnum())
        text = f"{text[: value.start]}{name}{text[value.end :]}"
    return text


def _passage(
    before: Sequence[Block], after: Sequence[Block], pair: Pair, heads: tuple[Heads, Heads]
) -> Passage:
    then = None if pair.before is None else before[pair.before]
    now = None if pair.after is None else after[pair.after]
    if now is None:
        assert then is not None
        return Passage("gone", then, tuple(_whole("gone", then)))
    if then is None:
        return Passage("new", now, tuple(_whole("new", now)))
    is_same = then.text == now.text
    kind = "moved" if pair.is_moved else "same" if is_same else "changed"
    if is_same:
        return Passage(kind, now, tuple(_whole("same", now)))
    columns = _columns(heads[0].get(then.table, []), heads[1].get(now.table, []))
    return Passage(kind, now, tuple(_cells(then, now, columns)))


def _columns(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Each column of two tables once: its place before and after. None: it is new, or gone."""
    found: list[tuple[int | None, int | None]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            found += zip(range(a, b), range(c, d), strict=True)
        else:
            found += [*((at, None) for at in range(a, b)), *((None, at) for at in range(c, d))]
    return found


def _whole(kind: str, block: Block) -> Iterator[tuple[Piece, ...]]:
    for text, _ in _parts(block):
        yield (Piece(kind, text),) if text else ()


def _cells(
    then: Block, now: Block, columns: Sequence[tuple[int | None, int | None]]
) -> Iterator[tuple[Piece, ...]]:
    """Column by column, as the headings of the tables pair them; else one after the other."""
    old, new = list(_parts(then)), list(_parts(now))
    places = [[pair[side] for pair in columns if pair[side] is not None] for side in (0, 1)]
    if [len(old), len(new)] != [len(one) for one in places]:
        most = range(max(len(old), len(new)))
        columns = [(at if at < len(old) else None, at if at < len(new) else None) for at in most]
    nothing: tuple[str, tuple[Value, ...]] = ("", ())
    for one, other in columns:
        before, after = (nothing if one is None else old[one]), (nothing if other is None else new[other])
        yield tuple(_pieces(*before, *after))


def _parts(block: Block) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The cells of a row, or the whole text, with the values in them."""
    if block.kind != "row":
        yield block.text, block.values
        return
    at = 0
    for text in block.text.split(CELLS_APART):
        end = at + len(text)
        inside = tuple(
            Value(one.start - at, min(one.end, end) - at, one.tag, one.title)
            for one in block.values
            if at <= one.start < end
        )
        yield text, inside
        at = end + len(CELLS_APART)


def _pieces(before: str, values: Sequence[Value], after: str, new_values: Sequence[Value]) -> Iterator[Piece]:
    at = 0
    for change in word_changes(before, after) if before != after else ():
        yield from _piece("same", before[at : change.start])
        yield from _changed(before, values, after, new_values, change)
        at = change.end
    yield from _piece("same", before[at:])


def _changed(
    before: str, values: Sequence[Value], after: str, new_values: Sequence[Value], change: WordChange
) -> Iterator[Piece]:
    """What is gone and what is new; words of the data are told from those beside them.

    A text without any marks of values, such as a filed one, is of the data where its new words are.
    """
    gone = list(_told(before, values, change.start, change.end))
    new = list(_told(after, new_values, change.new_start, change.new_end))
    is_data = bool(new) and all(flag for text, flag in new if text.strip())
    for text, flag in gone:
        yield from _piece("gone", text, is_data=flag if values else is_data)
    for text, flag in new:
        yield from _piece("new", text, is_data=flag)


def _told(text: str, values: Sequence[Value], start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The letters from ``start`` to ``end`` in runs, each with whether the data gives it."""
    at = start
    for value in sorted(values, key=lambda one: one.start):
        first, last = max(value.start, start), min(value.end, end)
        if first >= last or first < at:
            continue
        if first > at:
            yield text[at:first], False
        yield text[first:last], True
        at = last
    if at < end:
        yield text[at:end], False


def _piece(kind: str, text: str, *, is_data: bool = False) -> Iterator[Piece]:
    if text:
        yield Piece(kind, text, is_data)
