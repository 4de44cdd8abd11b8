"""The edits of counsel's text against the year's: paragraph by paragraph, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import CellRef, LineRef
from ..texts.blocks import CELLS_APART, Block, Value
from ..texts.matching import Pair
from ..texts.words import WordChange, word_changes
from .baseline import Baseline
from .edits import Edit, Op, Piece, ValueChange
from .elsewhere import elsewhere
from .joints import splits_and_joins
from .looks_changed import (
    authors_of,
    kind_changed,
    looks_changed,
    looks_of_block,
    looks_of_new,
    stands_with,
    together,
)
from .pieces import carried, pieces, touches
from .word_blocks import WordText

_NOUNS = {"row": "row of a table"}
_VALUE = "a value from the data changes with the fact, and at every place that prints it"
_TABLE = "rows of a table come from the data"
_LOOKS = "the program compares looks and links, and changes none"
_AS_STRUCK = (
    "the paragraph behind it, “{words}”: {said}; LibreOffice makes it so where it keeps a struck paragraph,"
    " or counsel did"
)
_MANY = 12
"""Words by which a place without a line is told."""


def find_edits(own: Baseline, theirs: WordText, pairs: Sequence[Pair]) -> Iterator[Edit]:
    """In the order of counsel's file; a comment follows the edit of its paragraph."""
    finder = _Finder(own, theirs, pairs)
    for at, pair in enumerate(pairs):
        yield from finder.edits_of(at, pair)
    yield from elsewhere(theirs, own.pictures, own.margins)


class _Finder:
    def __init__(self, own: Baseline, theirs: WordText, pairs: Sequence[Pair]) -> None:
        self._own, self._theirs, self._pairs = own, theirs, pairs
        self._done: set[int] = set()
        """Places in ``pairs`` that belong to an edit already."""
        self._joints = dict(splits_and_joins(own.blocks, theirs.blocks, pairs))
        self._as_struck: set[int] = set()
        """Places of paragraphs whose looks are told with the one before, which was struck."""
        self._done |= {second for second, _ in self._joints.values()}

    def edits_of(self, at: int, pair: Pair) -> Iterator[Edit]:
        before, after = self._blocks(pair)
        if at in self._joints:
            yield self._joint(at)
        elif at in self._done:
            pass
        elif before is None and after is not None:
            yield self._new(at, after)
        elif after is None and before is not None:
            yield self._gone(at, pair.before or 0, before)
        elif before is not None and after is not None:
            yield from self._kept(at, pair, before, after)
        if after is not None:
            yield from self._comments(at, after)

    def _kept(self, at: int, pair: Pair, before: Block, after: Block) -> Iterator[Edit]:
        """The edit of the words, with the looks that belong to it, and an edit of every other look."""
        number = pair.before or 0
        changes = word_changes(before.text, after.text) if before.text != after.text else ()
        looks = [one for one in looks_changed(before, after, changes) if at not in self._as_struck]
        with_words = [one for one in looks if stands_with(one, before, after, changes)]
        if pair.is_moved or changes:
            edit = self._changed(at, pair, before, after, changes)
            said = (*(one.said for one in with_words), *looks_of_new(before, after, changes))
            yield replace(edit, looks=said)
        others = [one for one in looks if one not in with_words]
        if others:
            first = next((one for one in others if one.end - one.start < len(before.text)), others[0])
            spot = WordChange(first.start, first.start, first.new_start, first.new_start)
            yield Edit(
                "looks",
                _noun(before),
                self._line_of_change(number, (spot,) if first.start else ()) or self._place(number),
                (Piece("same", after.text),),
                authors=tuple(
                    dict.fromkeys(name for one in others for name in authors_of(one, after.tracks))
                ),
                by_hand=_LOOKS,
                looks=tuple(one.said for one in others),
            )

    def _blocks(self, pair: Pair) -> tuple[Block | None, Block | None]:
        before = None if pair.before is None else self._own.blocks[pair.before]
        after = None if pair.after is None else self._theirs.blocks[pair.after]
        return before, after

    def _changed(
        self, at: int, pair: Pair, before: Block, after: Block, changes: Sequence[WordChange]
    ) -> Edit:
        number = pair.before or 0
        ops: list[Op] = []
        reasons: list[str] = []
        place = self._place(number)
        row = self._row_of(before)
        if before.kind == "row" and row is not None:
            values = list(self._cells(before, after, row))
            place, reasons = row, [_VALUE]
        else:
            values = [
                self._value(one, before, after, changes)
                for change in changes
                for one in before.values
                if touches(change, one)
            ]
            ops, reasons = self._replacements(number, before, after, changes)
        if pair.is_moved:
            moved = self._moved(at, number) if not changes else "it was moved and changed"
            ops, reasons = (list(moved), reasons) if isinstance(moved, tuple) else ([], [*reasons, moved])
        return Edit(
            "moved" if pair.is_moved else "changed",
            _noun(before),
            self._line_of_change(number, changes) or place,
            tuple(pieces(before.text, after.text, changes)),
            tuple(dict.fromkeys(values)),
            after.authors,
            "" if place else self._near(at),
            reasons[0] if reasons else "",
            () if reasons else tuple(ops),
        )

    def _replacements(
        self, number: int, before: Block, after: Block, changes: Sequence[WordChange]
    ) -> tuple[list[Op], list[str]]:
        """What the patch does for each change, or the reason why a person must."""
        ops: list[Op] = []
        reasons: list[str] = []
        for change in changes:
            if any(touches(change, one) for one in before.values):
                reasons.append(_VALUE)
                continue
            new = after.text[change.new_start : change.new_end]
            op = self._own.operations.replacement(number, change, new)
            if isinstance(op, Op):
                ops.append(op)
            else:
                reasons.append(op)
        return ops, reasons

    def _line_of_change(self, number: int, changes: Sequence[WordChange]) -> LineRef | None:
        """The line of the first word that changed: a paragraph may go over several."""
        spots = self._own.places.spots(number)
        for change in changes[:1]:
            around = [*spots[change.start : change.end + 1], *reversed(spots[: change.start])]
            spot = next((one for one in around if one is not None), None)
            return self._own.places.line(spot) if spot else None
        return None

    def _value(self, value: Value, before: Block, after: Block, changes: Sequence[WordChange]) -> ValueChange:
        start, end = carried(value.start, changes, is_end=False), carried(value.end, changes, is_end=True)
        fact = value.title if value.tag.endswith("…") else self._own.sources.of(value.tag)
        return ValueChange(fact, before.text[value.start : value.end], after.text[start:end].strip())

    def _cells(self, before: Block, after: Block, row: CellRef) -> Iterator[ValueChange]:
        old, new = before.text.split(CELLS_APART), after.text.split(CELLS_APART)
        head = next(one for one in self._own.blocks if one.table == before.table).text.split(CELLS_APART)
        for at in range(max(len(old), len(new))):
            then, now = (cells[at] if at < len(cells) else "" for cells in (old, new))
            if then != now:
                heading = head[at] if at < len(head) else f"column {at + 1}"
                yield ValueChange(f"{row}, “{heading}”", then, now)

    def _new(self, at: int, after: Block) -> Edit:
        op = _TABLE if after.kind == "row" else self._own.operations.addition(self._before(at), after)
        return Edit(
            "new",
            _noun(after),
            self._place_near(at),
            (Piece("new", after.text),),
            authors=after.authors,
            near=self._near(at),
            by_hand=op if isinstance(op, str) else "",
            ops=(op,) if isinstance(op, Op) else (),
            looks=tuple(looks_of_block(after)),
        )

    def _gone(self, at: int, number: int, before: Block) -> Edit:
        row = self._row_of(before)
        op: Op | str = _TABLE
        if before.kind != "row":
            op = self._own.operations.removal(number)
        return Edit(
            "gone",
            _noun(before),
            row or self._place(number),
            (Piece("gone", before.text),),
            by_hand=op if isinstance(op, str) else "",
            ops=(op,) if isinstance(op, Op) else (),
            looks=tuple(self._like_struck(at)),
        )

    def _like_struck(self, at: int) -> Iterator[str]:
        """That the paragraph behind one that was struck, and kept in the file, became like it."""
        behind = self._pairs[at + 1] if at + 1 < len(self._pairs) else None
        before, after = self._blocks(behind) if behind else (None, None)
        if before is None or after is None or not after.is_like_struck:
            return
        if said := kind_changed(before, after):
            self._as_struck.add(at + 1)
            yield _AS_STRUCK.format(words=" ".join(after.text.split()[:_MANY]), said=said)

    def _moved(self, at: int, number: int) -> tuple[Op, ...] | str:
        if self._own.blocks[number].kind == "row":
            return _TABLE
        return self._own.operations.move(number, self._before(at))

    def _comments(self, at: int, after: Block) -> Iterator[Edit]:
        number = self._pairs[at].before
        for name in after.comments:
            if (comment := self._theirs.comments.get(name)) is not None:
                where = self._place(number) if number is not None else self._place_near(at)
                said = Piece("same", comment.text)
                words = " ".join(after.text.split()[:_MANY])
                yield Edit("comment", _noun(after), where, (said,), (), (comment.author,), words, "a comment")

    def _place(self, number: int) -> LineRef | CellRef | None:
        return self._row_of(self._own.blocks[number]) or self._own.places.line_of(number)

    def _place_near(self, at: int) -> LineRef | CellRef | None:
        """The line behind which something stands that is new."""
        number = self._before(at)
        return None if number is None else self._place(number)

    def _before(self, at: int) -> int | None:
        """The nearest block of the year's own text before a place in counsel's file."""
        for pair in reversed(self._pairs[:at]):
            if pair.before is not None and pair.after is not None:
                return pair.before
        return None

    def _near(self, at: int) -> str:
        number = self._before(at)
        return "" if number is None else " ".join(self._own.blocks[number].text.split()[:_MANY])

    def _row_of(self, block: Block) -> CellRef | None:
        tags = (value.tag for value in block.values) if block.kind == "row" else ()
        return next((self._own.rows[tag] for tag in tags if tag in self._own.rows), None)

    def _joint(self, at: int) -> Edit:
        beside, kind = self._joints[at]
        first, second = min(at, beside), max(at, beside)
        one, two = self._pairs[first], self._pairs[second]
        if kind == "split":
            made = [self._theirs.blocks[p.after] for p in (one, two) if p.after is not None]
            whole = self._own.blocks[self._pairs[at].before or 0]
            looks = looks_changed(whole, together(*made), ())
            texts = [block.text for block in made]
            authors = tuple(dict.fromkeys(name for block in made for name in block.authors))
            number, end = self._pairs[at].before or 0, len(texts[0])
            op = self._own.operations.split(number, end)
            place = self._line_of_change(number, (WordChange(end, end, end, end),))
        else:
            were = [self._own.blocks[p.before] for p in (one, two) if p.before is not None]
            texts = [block.text for block in were]
            looks = looks_changed(together(*were), self._theirs.blocks[self._pairs[at].after or 0], ())
            authors = self._theirs.blocks[self._pairs[at].after or 0].authors
            number = one.before or 0
            op = self._own.operations.join(number, two.before or 0)
            place = None
        marks = Piece("new" if kind == "split" else "gone", " ¶ ")
        block = self._own.blocks[number]
        return Edit(
            kind,
            _noun(block),
            place or self._place(number),
            (Piece("same", texts[0]), marks, Piece("same", texts[1])),
            authors=authors,
            by_hand=op if isinstance(op, str) else "",
            ops=(op,) if isinstance(op, Op) else (),
            looks=tuple(one.said for one in looks),
        )


def _noun(block: Block) -> str:
    return _NOUNS.get(block.kind, block.kind)
