"""What counsel changed, as values: each edit with its place, and what it would change in which file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..findings import Finding
from ..model import CellRef, LineRef


@dataclass(frozen=True)
class Piece:
    """Words that are the same, new or gone."""

    kind: str
    """``same``, ``new`` or ``gone``."""
    text: str


@dataclass(frozen=True)
class Op:
    """Letters of a file, from ``start`` to ``end``, that give way to a text."""

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class ValueChange:
    """A value from the data that reads otherwise in counsel's file."""

    fact: str
    """What would have to change: the entry with its line, or the cell."""
    before: str
    after: str


@dataclass(frozen=True)
class Edit:
    """One thing to look at."""

    kind: str
    """``changed``, ``new``, ``gone``, ``moved``, ``split``, ``joined``, ``looks``, ``comment`` or
    ``unread``: the file shows something there that was not compared."""
    what: str
    """``paragraph``, ``heading``, ``row of a table`` or ``footnote``."""
    where: LineRef | CellRef | None
    """The line that it concerns; None: no file of the year has these words."""
    pieces: tuple[Piece, ...]
    values: tuple[ValueChange, ...] = ()
    authors: tuple[str, ...] = ()
    """Whose tracked changes stand there; empty: the text was changed without them."""
    near: str = ""
    """Of what has no line: the words before it, by which a person finds the place."""
    by_hand: str = ""
    """Why it is not in the patch; empty: it is."""
    ops: tuple[Op, ...] = ()
    looks: tuple[str, ...] = ()
    """What looks otherwise, in words."""

    @property
    def is_in_patch(self) -> bool:
        return bool(self.ops) and not self.by_hand

    def left_to_people(self, why: str) -> Edit:
        return replace(self, by_hand=why, ops=())


@dataclass(frozen=True)
class Compared:
    """The whole comparison."""

    edits: tuple[Edit, ...]
    """In the order of counsel's file."""
    patch: str
    """The edits that the program could place, as ``git apply -p0`` takes them; empty: none."""
    findings: tuple[Finding, ...]
