"""A section as it is read, with the source of each character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from ..model.places import LineRef


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a section, from ``start`` to the next run, that come from one source."""

    start: int
    """Position in ``Written.text``."""
    source: str
    """Path of a fact such as ``facilities.total``; TYPED or MADE."""
    file: str
    offset: int
    """Position in that file: of the first character where it was typed, else of the expression."""

    TYPED: ClassVar[str] = ""
    """The source of what a person wrote into the section."""
    MADE: ClassVar[str] = "made"
    """The source of words that this program wrote: sentences of claims, tables."""
    COMPUTED: ClassVar[str] = "computed"
    """The source of an expression that is no fact, such as ``{{ 7 * 6 }}``."""
    CONSTANT: ClassVar[str] = "constant"
    """The source of a figure that a person marked as one that no data has."""


@dataclass(frozen=True)
class Written:
    """A section as it is read, with the source of each character. Comments are blanks."""

    file: str
    text: str
    runs: tuple[Run, ...]
    """In order; the first begins at 0."""
    files: Mapping[str, str] = field(repr=False)
    """The texts of the section files, by name."""

    def sources(self, start: int, end: int) -> frozenset[str]:
        """Where the characters from ``start`` to ``end`` come from."""
        first, behind = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end)
        return frozenset(run.source for run in self.runs[first:behind])

    def is_typed(self, start: int, end: int) -> bool:
        """Whether a person typed one of these characters, or computed it from no fact."""
        return not self.sources(start, end).isdisjoint({Run.TYPED, Run.COMPUTED})

    def place(self, start: int, end: int | None = None) -> LineRef:
        """Line and column, in the file, of the characters from ``start`` to ``end``."""
        run = self._run(start)
        is_typed = run.source == Run.TYPED
        offset = run.offset + (start - run.start if is_typed else 0)
        before = self.files[run.file][:offset]
        length = max(end - start, 1) if end is not None and is_typed else 1
        return LineRef(run.file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, length)

    def origin(self, position: int) -> tuple[str, str, int]:
        """The source of a character, the file, and where in it: what was typed, else the expression."""
        run = self._run(position)
        step = position - run.start if run.source == Run.TYPED else 0
        return run.source, run.file, run.offset + step

    def _run(self, position: int) -> Run:
        return self.runs[bisect_right(self._starts, position) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]
