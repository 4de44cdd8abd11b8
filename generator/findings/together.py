"""Findings of one kind in one column as one: people read ``3 rows …: E2, E5 and E9`` once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from ..model import CellRef, Place
from . import Finding

_SHOWN = 8
"""Names, or runs of cells, that are told; the rest is counted."""
_ADVICES = 3
_RUN = 3
"""From so many cells below each other on, only the first and the last are named."""


def spoken_together(findings: Iterable[Finding]) -> list[Finding]:
    """The findings; those of one rule and column that can speak together are one, at the first one's place.

    Waived ones stay apart from those that are not: whoever waives one row has not seen the others.
    """
    groups: dict[Hashable, list[Finding]] = {}
    for finding in dict.fromkeys(findings):
        groups.setdefault(_kind(finding), []).append(finding)
    return [_as_one(group) for group in groups.values()]


def cells_in_words(cells: Sequence[str]) -> str:
    """``E2``, ``E2 and E5``, ``E2 to E9``, ``E2, E5 and 12 more``; cells of one column, in its order."""
    runs = [run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in _runs(cells)]
    return _listed(runs, [len(run) for run in _runs(cells)])


def _kind(finding: Finding) -> Hashable:
    if not finding.together:
        return finding
    where = finding.where
    column = re.sub(r"\d", "", where.cell) if isinstance(where, CellRef) else None
    sheet = where.sheet if isinstance(where, CellRef) else None
    return (finding.rule, finding.together, where.file, sheet, column, finding.waiver, finding.is_lowered)


def _as_one(group: Sequence[Finding]) -> Finding:
    if len(group) == 1:
        return group[0]
    ordered = sorted(group, key=lambda finding: _row(finding.where))
    advices = list(dict.fromkeys(finding.advice for finding in ordered))
    return replace(
        ordered[0],
        message=f"{len(group):,} {ordered[0].together}: {_names(ordered)}",
        advice=" ".join(advices[:_ADVICES]),
        others=tuple(finding.where for finding in ordered[1:]),
    )


def _names(findings: Sequence[Finding]) -> str:
    cells: dict[str, list[str]] = {}
    for finding in findings:
        of_name = cells.setdefault(finding.named, [])
        of_name += [finding.where.cell] if isinstance(finding.where, CellRef) else []
    if list(cells) == [""]:
        return cells_in_words(cells[""])
    words = [f"{name} ({cells_in_words(there)})" if there else name for name, there in cells.items()]
    return _listed(words, [max(len(there), 1) for there in cells.values()])


def _listed(words: Sequence[str], sizes: Sequence[int]) -> str:
    if len(words) > _SHOWN:
        return f"{', '.join(words[:_SHOWN])} and {sum(sizes[_SHOWN:]):,} more"
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


def _row(where: Place) -> int:
    return _number(where.cell) if isinstance(where, CellRef) else where.line or 0
