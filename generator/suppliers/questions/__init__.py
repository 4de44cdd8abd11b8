"""From findings about a supplier's answer to the questions of a letter: one question a matter.

What many rows say alike is one question with a range of cells; a name is asked about once; what is missing of
a metal is one question; a list that is not the supplier's own is asked about alone. Every finding stands
behind one question, in its order: nothing is dropped. The steps:

- ``copied_list``: a list that looks like another's is the question, whatever its rows say
- ``missing``: fields and answers that are blank, and metals that are not used
- ``remedies``: rows of one smelter, whose remedy is one
- ``wording``: findings of one kind as one question, in words
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...findings import Finding, Severity, in_order
from ...findings.catalogue import LIST_COPIED
from ...model import CellRef
from ..declarations import Declaration
from ..reconciled import Ask
from ..templates import SMELTER_SHEET
from .missing import TAKEN_TOGETHER
from .places import column_of, row_of
from .remedies import Matter, with_one_remedy
from .wording import ask_of, kind_of

MOST = 15
"""A letter asks no more at a time. Whoever has to mend so much sends a new answer, which is read again."""


def questions_of(findings: Iterable[Finding], declarations: Mapping[str, Declaration]) -> tuple[Ask, ...]:
    """The questions to one supplier, the most severe first, then by place. ``declarations`` by file."""
    of_file: dict[str, list[Finding]] = {}
    for finding in in_order(findings):
        of_file.setdefault(finding.where.file, []).append(finding)
    asks = [ask for file, found in of_file.items() for ask in _of_file(found, declarations.get(file))]
    return tuple(sorted(asks, key=_order))


def in_rounds(asks: Sequence[Ask]) -> tuple[tuple[Ask, ...], tuple[Ask, ...]]:
    """What is asked now, and what is kept for the next letter."""
    return tuple(asks[:MOST]), tuple(asks[MOST:])


def _of_file(findings: list[Finding], declaration: Declaration | None) -> list[Ask]:
    sheet = declaration.smelter_sheet if declaration else SMELTER_SHEET
    asks = copied_list(findings, sheet)
    if declaration:
        for take in TAKEN_TOGETHER:
            asks += take(_left(findings, asks), declaration)
    kinds: dict[object, Matter] = {}
    for matter in with_one_remedy(_left(findings, asks), declaration):
        kind = kinds.setdefault(kind_of(matter.speaking[0]), Matter())
        kind.speaking.extend(matter.speaking)
        kind.behind.extend(matter.behind)
    rows = len(declaration.rows) if declaration else 0
    return asks + [ask_of(kind.speaking, kind.behind, rows) for kind in kinds.values()]


def _left(findings: Sequence[Finding], asks: Sequence[Ask]) -> list[Finding]:
    asked = {id(finding) for ask in asks for finding in ask.findings}
    return [finding for finding in findings if id(finding) not in asked]


def copied_list(findings: Sequence[Finding], sheet: str) -> list[Ask]:
    """The question whether the list is the supplier's own, with all that its rows say behind it."""
    whole = [one for one in findings if one.rule == LIST_COPIED and _is_about_the_list(one)]
    if not whole:
        return []
    of_list = [one for one in findings if isinstance(one.where, CellRef) and one.where.sheet == sheet]
    ask = ask_of(whole[-1:], [one for one in of_list if one is not whole[-1]])
    return [replace(ask, finding=whole[-1])]


def _is_about_the_list(finding: Finding) -> bool:
    """The mine that all rows name is asked about in its column; the list as a whole in the first one."""
    return isinstance(finding.where, CellRef) and column_of(finding.where) == "B"


def _order(ask: Ask) -> tuple[int, str, str, int, str]:
    where = ask.every[0].where
    is_cell = isinstance(where, CellRef)
    severity = list(Severity).index(ask.finding.severity)
    sheet, cell = (where.sheet or "", where.cell) if isinstance(where, CellRef) else ("", "")
    return severity, where.file, sheet, row_of(where) if isinstance(where, CellRef) and is_cell else 0, cell
