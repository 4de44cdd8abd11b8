"""What changed against another state of the content, as the review page shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.counted import counted
from ..record.records import Change, Differences, RowChange
from ..texts.redline import Line, Piece, is_changed, redline, words_changed

_HEADING = re.compile(r"^#+ ")
_SAME_SHOWN = 2
"""Unchanged paragraphs between changes that stay in sight; longer runs fold."""


@dataclass(frozen=True)
class Comparison:
    """The content now against another state of it."""

    id: str
    title: str
    """For example ``Since legal signed on May 20, 2022``."""
    differences: Differences | None
    """None: there is no such state."""
    missing: str = ""
    """Why there is none, and how to get one."""


@dataclass(frozen=True)
class ShownLine:
    """A line of a redline; the signs that make it a heading are not in its pieces."""

    is_heading: bool
    pieces: Line


@dataclass(frozen=True)
class Run:
    """Paragraphs of a redline: changed ones and those near them, or a fold of unchanged ones."""

    lines: tuple[ShownLine, ...]
    is_folded: bool


@dataclass(frozen=True)
class SectionChange:
    """A section that changed. ``kind``: new, gone or changed."""

    name: str
    kind: str
    new: str
    """Such as ``3 words``."""
    gone: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class ChangedRow:
    """A row of the annex that changed. ``href`` empty: it is gone."""

    kind: str
    metal: str
    name: str
    href: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Compared:
    """A comparison as the template shows it. ``counts`` says in words how much changed."""

    id: str
    title: str
    missing: str
    counts: str
    sections: tuple[SectionChange, ...]
    rows: tuple[ChangedRow, ...]
    facts: tuple[Change, ...]


def compared(comparison: Comparison) -> Compared:
    found = comparison.differences or Differences((), (), ())
    return Compared(
        id=comparison.id,
        title=comparison.title,
        missing=comparison.missing,
        counts=_changes_counted(found),
        sections=tuple(_section_change(section) for section in found.sections),
        rows=tuple(_changed_row(row) for row in found.rows),
        facts=found.facts,
    )


def _changes_counted(found: Differences) -> str:
    kinds = Counter(row.kind for row in found.rows)
    rows = ", ".join(f"{kinds[kind]:,} {kind}" for kind in ("new", "gone", "changed") if kinds[kind])
    return (
        f"{counted(len(found.sections), 'section')} changed; rows: {rows or 'none changed'};"
        f" {counted(len(found.facts), 'other fact')} changed."
    )


def _section_change(section: Change) -> SectionChange:
    lines = redline(section.before or "", section.after or "")
    new, gone = words_changed(lines)
    kind = "new" if section.before is None else "gone" if section.after is None else "changed"
    title = next(iter((section.after or section.before or "").splitlines()), section.name)
    return SectionChange(
        title.removeprefix("# "), kind, counted(new, "word"), counted(gone, "word"), tuple(_runs(lines))
    )


def _runs(lines: Sequence[Line]) -> Iterator[Run]:
    """The lines in runs; a long run of unchanged ones folds."""
    run: list[Line] = []
    was_changed = True
    for line in lines:
        if run and is_changed(line) != was_changed:
            yield _run(run, was_changed)
            run = []
        was_changed = is_changed(line)
        run.append(line)
    if run:
        yield _run(run, was_changed)


def _run(lines: Sequence[Line], is_changed: bool) -> Run:
    shown = tuple(_shown(line) for line in lines)
    return Run(shown, is_folded=not is_changed and len(lines) > _SAME_SHOWN)


def _shown(line: Line) -> ShownLine:
    if not _HEADING.match(line[0].text):
        return ShownLine(is_heading=False, pieces=line)
    return ShownLine(
        is_heading=True, pieces=tuple(Piece(one.kind, _HEADING.sub("", one.text)) for one in line)
    )


def _changed_row(row: RowChange) -> ChangedRow:
    values = row.row
    return ChangedRow(
        kind=row.kind,
        metal=values.get("Metal", ""),
        name=values.get("Smelter or refiner", ""),
        href="" if row.kind == "gone" else f"../annex/{values.get('Row', '')}",
        changes=tuple(change for change in row.changes if change.name != "Row") or row.changes,
    )
