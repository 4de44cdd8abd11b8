"""What changed in a text, word by word, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "new", "gone"]

_TOKEN = re.compile(r"\n|[^\s]+[^\S\n]*|[^\S\n]+")
_ALIKE = 0.5
"""Lines that share less than this are shown as gone and new as a whole: mixed, nobody could read them."""


@dataclass(frozen=True)
class Piece:
    """Words that are the same, new or gone."""

    kind: Kind
    text: str


Line = tuple[Piece, ...]
"""A paragraph, heading, item or row of a table; it has at least one piece."""


def redline(before: str, after: str) -> tuple[Line, ...]:
    """The lines of both texts in one order, empty ones left out. An equal line is one piece."""
    old, new = ([line for line in text.splitlines() if line.strip()] for text in (before, after))
    lines: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [(Piece("same", line),) for line in old[a:b]]
        else:
            lines += _changed(old[a:b], new[c:d])
    return tuple(lines)


def is_changed(line: Line) -> bool:
    """Whether something of the line is new or gone."""
    return any(piece.kind != "same" for piece in line)


def words_changed(lines: Sequence[Line]) -> tuple[int, int]:
    """How many words are new, and how many are gone."""
    count = {"same": 0, "new": 0, "gone": 0}
    for piece in (piece for line in lines for piece in line):
        count[piece.kind] += len(piece.text.split())
    return count["new"], count["gone"]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Lines that differ: word by word where they are alike, else the old ones and then the new ones."""
    before, after = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield from ((Piece("gone", line),) for line in old)
        yield from ((Piece("new", line),) for line in new)
        return
    pieces: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces += _pieces("same", before[a:b])
        else:
            pieces += [*_pieces("gone", before[a:b]), *_pieces("new", after[c:d])]
    yield from _lines(pieces)


def _tokens(lines: Sequence[str]) -> list[str]:
    return _TOKEN.findall("\n".join(lines))


def _pieces(kind: Kind, tokens: Sequence[str]) -> Iterator[Piece]:
    """The words of a run. An end of a line is a piece of its own, and so are blanks behind a change."""
    for part in re.split(r"(\n)", "".join(tokens)):
        words = part if part == "\n" or kind == "same" else part.rstrip()
        if words:
            yield Piece(kind, words)
        if blanks := part[len(words) :]:
            yield Piece("same", blanks)


def _lines(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Pieces up to each end of a line. An end that is gone while another is new ends one line only."""
    line: list[Piece] = []
    for piece in pieces:
        if piece.text != "\n":
            line.append(piece)
        elif line:
            yield tuple(line)
            line = []
    if line:
        yield tuple(line)
