"""Where each letter of the year's text stands in its folder: file and position, or the fact that gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model import LineRef
from ..prose.written import Written
from ..texts.blocks import Block

_WORD = re.compile(r"\w+")
_NOTE = re.compile(r"^\[\^[^\]\n]+\]:.*\n?(?:(?:[ ]{4}.*|[^\s\[].*)\n|\n(?=[ ]{4}))*", re.MULTILINE)
"""A footnote with its further paragraphs."""
Part = tuple[Written, tuple[int, int]]
"""A section, and where in its text the part begins and ends."""


@dataclass(frozen=True)
class Spot:
    """A letter in a file that a person may change. ``source``: who wrote it, as in ``Run``."""

    file: str
    offset: int
    source: str


class TextPlaces:
    """The places of the letters of blocks: words are found in the sections in their order."""

    def __init__(self, blocks: Sequence[Block], written: Sequence[Written]) -> None:
        self.texts: dict[str, str] = {}
        """The text of each file."""
        for one in written:
            self.texts |= one.files
        self._spots: list[list[Spot | None]] = [[None] * len(block.text) for block in blocks]
        self._blocks = blocks
        notes = [(one, note.span()) for one in written for note in _NOTE.finditer(one.text)]
        text = [number for number, block in enumerate(blocks) if block.kind != "footnote"]
        self._find(text, [part for one in written for part in _without_notes(one)])
        for number, block in enumerate(blocks):
            if block.kind == "footnote" and notes:
                self._find([number], [max(notes, key=lambda note: _common(block.text, note))])

    def spots(self, block: int) -> list[Spot | None]:
        """A place for each letter of the block; None: no file of the year has it as it is."""
        return self._spots[block]

    def line_of(self, block: int) -> LineRef | None:
        """The line at which the block begins; None where no file has its words."""
        spot = next((spot for spot in self._spots[block] if spot is not None), None)
        return self.line(spot) if spot else None

    def line(self, spot: Spot) -> LineRef:
        text = self.texts[spot.file][: spot.offset]
        return LineRef(spot.file, text.count("\n") + 1)

    def _find(self, numbers: Sequence[int], parts: Sequence[Part]) -> None:
        """The words of these blocks in these parts of sections."""
        blocks = self._blocks
        own = [(at, word) for at in numbers for word in _WORD.finditer(blocks[at].text)]
        theirs = [(one, word) for one, span in parts for word in _WORD.finditer(one.text, *span)]
        matcher = SequenceMatcher(
            None, [word[0].lower() for _, word in own], [word[0].lower() for _, word in theirs]
        )
        for a, b, size in matcher.get_matching_blocks():
            for step in range(size):
                (block, word), (written, found) = own[a + step], theirs[b + step]
                self._mark(block, word.start(), written, found.start(), len(word[0]))
                if step and own[a + step - 1][0] == block and theirs[b + step - 1][0] is written:
                    before, earlier = own[a + step - 1][1].end(), theirs[b + step - 1][1].end()
                    self._between(
                        blocks[block].text, block, (before, word.start()), written, (earlier, found.start())
                    )
            if size:
                self._ends(own, theirs, (a, b, size))

    def _ends(
        self,
        own: Sequence[tuple[int, re.Match[str]]],
        theirs: Sequence[tuple[Written, re.Match[str]]],
        run: tuple[int, int, int],
    ) -> None:
        """What stands behind the last word of each block of a run, up to the end of the block."""
        a, b, size = run
        for step in range(size):
            block, word = own[a + step]
            is_last = a + step + 1 == len(own) or own[a + step + 1][0] != block
            if is_last:
                written, found = theirs[b + step]
                text, rest = self._blocks[block].text, written.text
                end = rest.find("\n", found.end())
                self._between(
                    text,
                    block,
                    (word.end(), len(text)),
                    written,
                    (found.end(), end if end >= 0 else len(rest)),
                )

    def _between(
        self, text: str, block: int, gap: tuple[int, int], written: Written, their_gap: tuple[int, int]
    ) -> None:
        """Blanks and signs between two words, each at the next equal one in the section."""
        at = their_gap[0]
        for place in range(*gap):
            sign = text[place]
            while at < their_gap[1] and not _is_same(sign, written.text[at]):
                at += 1
            if at == their_gap[1]:
                return
            self._mark(block, place, written, at, 1)
            at += 1

    def _mark(self, block: int, start: int, written: Written, found: int, length: int) -> None:
        for step in range(length):
            self._spots[block][start + step] = _spot(written, found + step)


def _without_notes(written: Written) -> Iterator[Part]:
    at = 0
    for note in _NOTE.finditer(written.text):
        yield written, (at, note.start())
        at = note.end()
    yield written, (at, len(written.text))


def _common(text: str, note: Part) -> int:
    """How many words of a footnote stand in a part."""
    written, span = note
    return len({*_WORD.findall(text.lower())} & {*_WORD.findall(written.text[slice(*span)].lower())})


def _is_same(sign: str, other: str) -> bool:
    return sign == other or (sign.isspace() and other.isspace())


def _spot(written: Written, position: int) -> Spot:
    source, file, offset = written.origin(position)
    return Spot(file, offset, source)
