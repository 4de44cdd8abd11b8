"""Findings of one kind in one column as one: people read ``333 rows …: E2:E334`` once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ..model import CellRef, LineRef, Place
from . import Finding, said_once

_SHOWN = 8
"""Names, or runs of cells, that are told; the rest is counted. Entries and lines of a text are all told."""
_ADVICES = 3
_RUN = 3
"""From so many cells below each other on, only the first and the last are named."""


def spoken_together(findings: Iterable[Finding]) -> list[Finding]:
    """The findings; those of one rule and column that can speak together are one, at the first one's place.

    Text files of one folder are one column, as the sections of a report are. Waived ones stay apart from
    those that are not: whoever waives one row has not seen the others.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for finding in said_once(findings):
        groups.setdefault(_kind(finding), []).append(finding)
    return [_as_one(group) for group in groups.values()]


def cells_in_words(cells: Sequence[str]) -> str:
    """``E2``, ``E2 and E5``, ``E2:E9``, ``E2, E5 and 12 more``; cells of one column, in its order."""
    runs = _runs(cells)
    words = [run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in runs]
    return _listed(words, [len(run) for run in runs])


def _kind(finding: Finding) -> Hashable:
    if not finding.together:
        return finding
    where = finding.where
    place: Hashable = PurePosixPath(where.file).parent
    if isinstance(where, CellRef):
        place = (where.file, where.sheet, re.sub(r"\d", "", where.cell))
    return (finding.rule, finding.together, place, finding.waiver, finding.is_lowered)


def _as_one(group: Sequence[Finding]) -> Finding:
    if len(group) == 1:
        return group[0]
    ordered = sorted(group, key=lambda finding: _order(finding.where))
    first = ordered[0]
    advices = list(dict.fromkeys(finding.advice for finding in ordered))
    return replace(
        first,
        message=f"{len(group):,} {first.together}: {_names(ordered)}",
        advice=first.advice_together or " ".join(advices[:_ADVICES]),
        others=tuple(finding.where for finding in ordered[1:]),
    )


def _names(findings: Sequence[Finding]) -> str:
    if isinstance(findings[0].where, LineRef):
        return _entries_in_words(findings)
    cells: dict[str, list[str]] = {}
    for finding in findings:
        of_name = cells.setdefault(finding.named, [])
        of_name += [finding.where.cell] if isinstance(finding.where, CellRef) else []
    if list(cells) == [""]:
        return cells_in_words(cells[""])
    words = [f"{name} ({cells_in_words(there)})" for name, there in cells.items()]
    return _listed(words, [len(there) for there in cells.values()])


def _entries_in_words(findings: Sequence[Finding]) -> str:
    """What each is about, or the file's name, with the lines, unless all stand in one."""
    lines: dict[str, dict[int | None, None]] = {}
    for finding in findings:
        where = finding.where
        assert isinstance(where, LineRef)
        lines.setdefault(finding.named or PurePosixPath(where.file).name, {})[where.line] = None
    if len({finding.where for finding in findings}) == 1:
        return _joined(list(lines))
    return _joined([f"{name}{_lines_in_words(list(there))}" for name, there in lines.items()])


def _lines_in_words(lines: Sequence[int | None]) -> str:
    known = [str(line) for line in lines if line is not None]
    return f" ({'line' if len(known) == 1 else 'lines'} {_joined(known)})" if known else ""


def _listed(words: Sequence[str], sizes: Sequence[int]) -> str:
    if len(words) > _SHOWN:
        return f"{', '.join(words[:_SHOWN])} and {sum(sizes[_SHOWN:]):,} more"
    return _joined(words)


def _joined(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _runs(cells: Sequence[str]) -> list[list[str]]:
    """Cells in runs that stand below each other; runs too short to be named by their ends are split."""
    runs: list[list[str]] = []
    for cell in cells:
        if runs and _number(cell) == _number(runs[-1][-1]) + 1:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [part for run in runs for part in ([run] if len(run) >= _RUN else [[cell] for cell in run])]


def _number(cell: str) -> int:
    return int(re.sub(r"\D", "", cell) or 0)


def _order(where: Place) -> tuple[str, int]:
    return (where.file, _number(where.cell) if isinstance(where, CellRef) else where.line or 0)
