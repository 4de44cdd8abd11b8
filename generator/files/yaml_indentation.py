"""Entries whose indentation was lost, or has too many blanks: named where it happened.

Only a file that cannot be read as it stands is looked at. An entry is out of place where nothing of that name
may stand (or it stands there already), and an entry that is still open takes one of that name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..findings import Finding
from ..findings.catalogue import YAML_INDENTATION
from ..model import LineRef
from .yaml_model import annotation_at, fields, is_list, is_named, model_in
from .yaml_outline import Entry, outline

_OUT_OF_PLACE = -1


@dataclass
class _Open:
    """Entries, or the items of a list, that stand below each other; more may follow."""

    name: str
    """That of the entry above; empty for the outermost."""
    annotation: Any
    raw: int
    """Their column in the file; -1 where all of them are out of place."""
    column: int
    """The column where they belong."""
    has_items: bool
    given: set[str] = field(default_factory=set)

    def takes(self, entry: Entry) -> bool:
        """Whether an entry of this name may stand here and is not there yet."""
        known = fields(model_in(self.annotation))
        if self.has_items:
            return entry.dash is not None and (not known if entry.key is None else entry.key in known)
        return entry.dash is None and entry.key in known and entry.key not in self.given


@dataclass(frozen=True)
class _Moved:
    entry: Entry
    below: str
    column: int
    blanks: int


def with_indentation(text: str, shown: str, model: Any) -> tuple[str, tuple[Finding, ...]]:
    """The text with each entry where it belongs, and a finding for each run of those that were not there."""
    walk = _Walk(model)
    lines = text.split("\n")
    for entry in outline(text):
        blanks = walk.shift(entry)
        for at in range(entry.first - 1, entry.last):
            lines[at] = _shifted(lines[at], blanks)
    return "\n".join(lines), tuple(_finding(run, shown) for run in _runs(walk.moved))


def _shifted(line: str, blanks: int) -> str:
    if blanks >= 0:
        return " " * blanks + line if line.strip() else line
    return line[min(-blanks, len(line) - len(line.lstrip(" "))) :]


class _Walk:
    """Goes through the entries, and keeps which of them are open."""

    def __init__(self, model: Any) -> None:
        self._stack = [_Open("", model, 0, 0, has_items=False)]
        self._below: _Open | None = None
        """What may follow below the last entry; ``raw`` and ``column`` are still those of the entry."""
        self.moved: list[_Moved] = []

    def shift(self, entry: Entry) -> int:
        """How many blanks the entry needs more; 0 where it stands right, or nobody knows."""
        at = entry.column if entry.dash is None else entry.dash
        regular = self._regular(entry, at)
        if regular is not None and self._is_right(regular, entry):
            return self._enter(regular, entry, at)
        other = next((one for one in self._open() if one is not regular and one.takes(entry)), None)
        if other is not None and other.column != at:
            blanks = other.column - at
            self.moved.append(_Moved(entry, other.name, other.column, blanks))
            self._enter(other, entry, at)
            return blanks
        return self._enter(regular, entry, at) if regular is not None else 0

    def _is_right(self, regular: _Open, entry: Entry) -> bool:
        is_free = is_named(regular.annotation) and not regular.has_items and entry.dash is None
        return is_free or regular.takes(entry)

    def _regular(self, entry: Entry, at: int) -> _Open | None:
        """Where YAML puts an entry at this column; None where it has no place for it."""
        has_items = entry.dash is not None
        if (below := self._below) is not None and (at > below.raw or (has_items and at == below.raw)):
            column = below.column + at - below.raw
            return _Open(below.name, below.annotation, at, column, has_items=has_items)
        fitting = (one for one in reversed(self._stack) if one.raw == at and one.has_items == has_items)
        return next(fitting, None)

    def _open(self) -> Iterator[_Open]:
        """What may take an entry, from the innermost outwards."""
        if (below := self._below) is not None:
            has_items = is_list(below.annotation)
            yield _Open(below.name, below.annotation, _OUT_OF_PLACE, below.column + 2, has_items=has_items)
        yield from reversed(self._stack)

    def _enter(self, place: _Open, entry: Entry, at: int) -> int:
        """Goes on below the entry. How many blanks it needs more."""
        if place in self._stack:
            del self._stack[self._stack.index(place) + 1 :]
        else:
            self._close_above(place)
            self._stack.append(place)
        blanks = place.column - at
        if entry.dash is not None and entry.key is not None:
            place = _Open(place.name, place.annotation, entry.column, entry.column + blanks, has_items=False)
            self._stack.append(place)
        self._below = None
        if entry.key is not None:
            place.given.add(entry.key)
            if not entry.value:
                annotation = annotation_at(place.annotation, (entry.key,))
                self._below = _Open(
                    entry.key, annotation, entry.column, entry.column + blanks, has_items=False
                )
        return blanks

    def _close_above(self, place: _Open) -> None:
        """What stands below the last entry closes nothing: its own place is on top of the stack."""
        while len(self._stack) > 1 and self._stack[-1].column >= place.column:
            self._stack.pop()


def _runs(moved: list[_Moved]) -> list[list[_Moved]]:
    """Those that follow each other and belong below the same entry, together."""
    runs: list[list[_Moved]] = []
    for one in moved:
        last = runs[-1][-1] if runs else None
        if last and (last.below, last.column) == (one.below, one.column) and last.blanks * one.blanks > 0:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _finding(run: list[_Moved], shown: str) -> Finding:
    first = run[0]
    dash = "" if first.entry.dash is None else "- "
    what = f"'{dash}{first.entry.key or first.entry.value}'"
    where = f"belongs below '{first.below}'" if first.below else "belongs below no other entry"
    message = f"{what} {where} and is indented too {'little' if first.blanks > 0 else 'much'}"
    if len(run) > 1:
        others = "another one" if len(run) == 2 else f"{len(run) - 1} others"
        message += f", with {others} up to line {run[-1].entry.last}"
    each = "each line" if len(run) > 1 else "the line"
    blanks = "no blank" if first.column == 0 else f"{first.column} blanks"
    return Finding(
        YAML_INDENTATION, message, LineRef(shown, first.entry.first), f"Begin {each} with {blanks}."
    )
