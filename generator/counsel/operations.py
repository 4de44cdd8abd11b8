"""What an edit would change in the files of the year, where these have the letters that people read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ..prose.written import Run
from ..texts.blocks import Block
from ..texts.words import WordChange
from .edits import Op
from .places import Spot, TextPlaces

VALUES = "a value from the data stands there"
MADE = "the program writes these words from the facts: change these, or the text that prints them"
FIXED = "these words are the form's or the page's own, and stand in no file of the year"
MARKED = "the file has marks, such as those of bold text or a link, among these words"
SIGNS = "the new words have signs that a section would run as a name of a fact"
BEHIND = "the words before it stand in no section"
SEVERAL = "other text stands in the same lines"
_ESCAPED = re.compile(r"([\\`*_\[\]])|<")
_RUN = re.compile(r"\{[{%#]")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d+|[A-Za-z])[.)])(\s+)")
_STARTS = re.compile(r"^(\s*)([#>+=-]|\d+[.)])")


class Operations:
    """Makes the operations on the files of ``places``. Where none can be told, a text says why."""

    def __init__(self, blocks: Sequence[Block], places: TextPlaces, sections: Sequence[str]) -> None:
        self._blocks, self._places, self._sections = blocks, places, frozenset(sections)
        self._in_line: dict[tuple[str, int], set[int]] = defaultdict(set)
        for number in range(len(blocks)):
            for spot in places.spots(number):
                if spot is not None:
                    self._in_line[spot.file, self._line(spot)].add(number)

    def replacement(self, number: int, change: WordChange, new: str) -> Op | str:
        """The words of a block in the place of others."""
        if _RUN.search(new):
            return SIGNS
        spots = self._places.spots(number)
        text = markdown(new)
        if change.start == change.end:
            return self._insertion(spots, change.start, text)
        inside = spots[change.start : change.end]
        if why := _not_typed(inside):
            return why
        first, last = inside[0], inside[-1]
        assert first is not None
        assert last is not None
        there = self._places.texts[first.file][first.offset : last.offset + 1]
        if _bare(there) != _bare(self._blocks[number].text[change.start : change.end]):
            return MARKED
        return Op(first.file, first.offset, last.offset + 1, text)

    def _insertion(self, spots: Sequence[Spot | None], at: int, text: str) -> Op | str:
        before = spots[at - 1] if at else None
        behind = spots[at] if at < len(spots) else None
        if before is not None and before.source == Run.TYPED:
            return Op(before.file, before.offset + 1, before.offset + 1, text)
        if behind is not None and behind.source == Run.TYPED:
            return Op(behind.file, behind.offset, behind.offset, text)
        return _not_typed([one for one in (before, behind) if one is not None]) or FIXED

    def addition(self, before: int | None, block: Block) -> Op | str:
        """A new paragraph, heading or item behind a block."""
        if block.kind == "footnote":
            return "a footnote has a mark in the text"
        if _RUN.search(block.text):
            return SIGNS
        if before is None or (end := self._end_of(before)) is None:
            return BEHIND
        file, at = end
        text = markdown(block.text)
        item = _ITEM.match(self._line_text(file, self._places.line_of(before)))
        if block.kind == "heading":
            text = f"{'#' * max(block.level - 1, 1)} {text}"
        elif block.is_item and item:
            return Op(file, at, at, f"\n{item[0]}{text}")
        else:
            text = _STARTS.sub(r"\1\\\2", text)
        return Op(file, at, at, f"\n\n{text}")

    def removal(self, number: int) -> Op | str:
        """A block that is gone, with its lines."""
        lines = self._lines_of(number)
        if isinstance(lines, str):
            return lines
        file, start, end = lines
        text = self._places.texts[file]
        while (
            end < len(text)
            and text[end] == "\n"
            and (start == 0 or text[max(start - 2, 0) : start] == "\n\n")
        ):
            end += 1
        return Op(file, start, end, "")

    def move(self, number: int, before: int | None) -> tuple[Op, ...] | str:
        """The lines of a block behind another one."""
        lines, taken = self._lines_of(number), self.removal(number)
        if isinstance(lines, str) or isinstance(taken, str):
            return lines if isinstance(lines, str) else str(taken)
        if before is None or (end := self._end_of(before)) is None:
            return BEHIND
        file, start, stop = lines
        text = self._places.texts[file][start:stop].strip("\n")
        is_item = self._blocks[number].is_item and self._blocks[before].is_item
        return (taken, Op(end[0], end[1], end[1], f"{'' if is_item else chr(10)}\n{text}"))

    def split(self, number: int, at: int) -> Op | str:
        """A block in two: ``at`` is where the first ends."""
        spots = self._places.spots(number)
        blank = spots[at] if at < len(spots) else None
        if why := _not_typed([blank]):
            return why
        assert blank is not None
        if not self._places.texts[blank.file][blank.offset].isspace():
            return MARKED
        return Op(blank.file, blank.offset, blank.offset + 1, "\n\n")

    def join(self, first: int, second: int) -> Op | str:
        """Two blocks as one."""
        end, start = self._end_of(first), self._lines_of(second)
        if end is None or isinstance(start, str):
            return start if isinstance(start, str) else FIXED
        if end[0] != start[0] or self._places.texts[end[0]][end[1] : start[1]].strip():
            return SEVERAL
        return Op(end[0], end[1], start[1], " ")

    def _lines_of(self, number: int) -> tuple[str, int, int] | str:
        """File, and the whole lines in which the block stands alone, without the last line's end included."""
        spots = [spot for spot in self._places.spots(number) if spot is not None]
        if not spots:
            return FIXED
        files = {spot.file for spot in spots}
        own = [spot for spot in spots if spot.file in self._sections]
        if len(files) > 1 or not own:
            return MADE
        file = own[0].file
        lines = {self._line(spot) for spot in own}
        text = self._places.texts[file]
        rows = text.split("\n")
        first, last = min(lines), max(lines)
        if any(self._in_line[file, line] - {number} for line in range(first, last + 1)):
            return SEVERAL
        if any("{%" in rows[line - 1] for line in range(first, last + 1)):
            return SEVERAL
        if (
            all(spot.source != Run.TYPED for spot in own)
            and first == last
            and rows[first - 1].strip().startswith("{{")
        ):
            pass  # a paragraph or a claim alone in its line
        start = sum(len(row) + 1 for row in rows[: first - 1])
        end = min(sum(len(row) + 1 for row in rows[:last]), len(text))
        return file, start, end

    def _end_of(self, number: int) -> tuple[str, int] | None:
        """File, and the end of the last line of a block; None where no section has it."""
        found = (spot for spot in self._places.spots(number) if spot is not None)
        spots = [spot for spot in found if spot.file in self._sections]
        if not spots:
            return None
        file = spots[-1].file
        last = max(spot.offset for spot in spots if spot.file == file)
        text = self._places.texts[file]
        end = text.find("\n", last)
        return file, end if end >= 0 else len(text)

    def _line(self, spot: Spot) -> int:
        return self._places.texts[spot.file].count("\n", 0, spot.offset) + 1

    def _line_text(self, file: str, where: object) -> str:
        line = getattr(where, "line", None)
        rows = self._places.texts[file].split("\n")
        return rows[line - 1] if isinstance(line, int) and line <= len(rows) else ""


def markdown(text: str) -> str:
    """The text as a person would write it into a section, without any effect of its signs."""
    return _ESCAPED.sub(lambda found: f"\\{found[1]}" if found[1] else "&lt;", text)


def _not_typed(spots: Sequence[Spot | None]) -> str:
    """Why letters cannot be changed where they stand; empty: they can."""
    if not spots or any(spot is None for spot in spots):
        return FIXED
    sources = {spot.source for spot in spots if spot is not None}
    if sources != {Run.TYPED}:
        return MADE if Run.MADE in sources else VALUES
    files = {spot.file for spot in spots if spot is not None}
    offsets = [spot.offset for spot in spots if spot is not None]
    return "" if len(files) == 1 and offsets == sorted(offsets) else MARKED


def _bare(text: str) -> str:
    return " ".join(text.split())
