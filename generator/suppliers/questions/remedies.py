"""Findings about rows whose remedy is one: the first of them speaks, and the others stand behind it.

Whoever gives the identifier of a smelter has answered for its name, its country and the list it stands on.
So a name is asked about once, over all its rows and all rules, in the order of ``WHO``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...countries.no_facility import is_placeholder
from ...findings import Finding, Rule
from ...findings.catalogue import (
    ANSWER_RECYCLED,
    ANSWER_SCRAP_WORD,
    ANSWER_UNIDENTIFIED,
    CMRT_BLANK,
    ROW_ID_FORM,
    ROW_ID_METAL,
    ROW_ID_UNKNOWN,
    ROW_IDS_DIFFER,
    ROW_IS_LISTED,
    ROW_NAME_DIFFERS,
    ROW_NAME_UNKNOWN,
    ROW_NO_SMELTER,
    ROW_WITHDRAWN,
    SMELTER_UNLISTED,
)
from ...model import CellRef, Place
from ..declarations import SMELTER_COLUMNS, Declaration, DeclaredSmelter
from ..rules.words import OF_ANOTHER_METAL, folded
from .places import column_of, row_of

Family = Sequence[tuple[Rule, str]]
"""Rules, each with the columns of its cells, in the order in which they speak."""

WHO: Family = (
    (ROW_ID_METAL, "AF"),
    (ROW_IDS_DIFFER, "F"),
    (CMRT_BLANK, "D"),  # no name
    (ROW_NO_SMELTER, "D"),  # a word that is no smelter's name
    (ANSWER_UNIDENTIFIED, "C"),
    (ROW_IS_LISTED, "D"),
    (SMELTER_UNLISTED, "CD"),  # identifier, or name and whole address
    (ROW_ID_UNKNOWN, "AF"),
    (ROW_ID_FORM, "AF"),
    (ROW_NAME_UNKNOWN, "B"),  # no metal, as where the template cannot find it by the identifier
    (ROW_NAME_UNKNOWN, "C"),
    (ROW_NAME_DIFFERS, "CD"),
    (ROW_WITHDRAWN, "AF"),
    (ROW_NO_SMELTER, "E"),
    (CMRT_BLANK, "E"),
    (ROW_NAME_DIFFERS, "E"),
)
"""Which smelter is it?"""
RECYCLED: Family = ((ANSWER_RECYCLED, "NOP"), (ANSWER_SCRAP_WORD, "NO"))
"""Is all that this row's smelter uses recycled?"""


@dataclass(frozen=True, slots=True)
class Matter:
    """Findings with one remedy: those that speak, and those that are settled with them."""

    speaking: list[Finding] = field(default_factory=list)
    behind: list[Finding] = field(default_factory=list)


def with_one_remedy(findings: Iterable[Finding], declaration: Declaration | None) -> list[Matter]:
    """A matter for each smelter of the list, and for each finding that is about none."""
    rows = {row.row: row for row in declaration.rows} if declaration else {}
    of_subject: dict[Hashable, list[tuple[int, Finding]]] = {}
    for finding in findings:
        subject, rank = _subject(finding, rows)
        of_subject.setdefault(subject, []).append((rank, finding))
    return [_matter(ranked) for ranked in of_subject.values()]


def _subject(finding: Finding, rows: Mapping[int, DeclaredSmelter]) -> tuple[Hashable, int]:
    """Whom a finding is about, and its place in the family; a finding of no family is about itself."""
    where = finding.where
    row = rows.get(row_of(where)) if isinstance(where, CellRef) else None
    if row is None or not isinstance(where, CellRef) or where.sheet != row.sheet:
        return finding, 0
    column = SMELTER_COLUMNS[row.letters.index(column_of(where))]
    for family in (WHO, RECYCLED):
        for rank, (rule, columns) in enumerate(family):
            if finding.rule == rule and column in columns:
                rank = -1 if finding.together == OF_ANOTHER_METAL else rank
                named = family is WHO and not is_placeholder(row.name)
                return (id(family), row.metal, folded(row.name) if named else row.row), rank
    return finding, 0


def _matter(ranked: Sequence[tuple[int, Finding]]) -> Matter:
    """Those of the first rank speak, one for each cell."""
    first = min(rank for rank, _ in ranked)
    speaking: dict[Place, Finding] = {}
    for rank, finding in ranked:
        if rank == first:
            speaking.setdefault(finding.where, finding)
    said = {id(finding) for finding in speaking.values()}
    return Matter(list(speaking.values()), [finding for _, finding in ranked if id(finding) not in said])
