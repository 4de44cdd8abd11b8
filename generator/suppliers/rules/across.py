"""Answers against other answers: equal lists (S11) and last year's list (S13).

A finding goes to one supplier, so it never names another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings import Finding
from ...findings.catalogue import LIST_CHANGED, LIST_COPIED
from ...model import CellRef
from ..declarations import Declaration
from ..templates import SMELTER_SHEET
from .words import folded

_LONG_ROWS = 20
"""Shorter lists may well be equal."""
_CHANGED_SHARE = 0.5


def equal_lists(declarations: Sequence[Declaration]) -> Iterator[Finding]:
    """CS-011, S11: two suppliers do not have the same long list, row for row."""
    by_list: dict[tuple[object, ...], list[Declaration]] = {}
    for declaration in declarations:
        if len(declaration.rows) >= _LONG_ROWS:
            by_list.setdefault(_list_of(declaration), []).append(declaration)
    for same in by_list.values():
        if len({folded(one.supplier) for one in same}) < 2:
            continue
        for one in same:
            message = f"the list of {len(one.rows)} smelters is the same as another company's, row for row"
            advice = "Please confirm that the list is of your own supply chain."
            yield Finding(LIST_COPIED, message, _first_cell(one), advice)


def _list_of(declaration: Declaration) -> tuple[object, ...]:
    """What the rows name, in their order."""
    return tuple((row.metal, row.cid or folded(row.name)) for row in declaration.rows)


def list_changes_little(declaration: Declaration, last_year: Declaration) -> Iterator[Finding]:
    """CS-013, S13: most of a supplier's smelters are the same from year to year."""
    now, before = set(_list_of(declaration)), set(_list_of(last_year))
    gone, new = len(before - now), len(now - before)
    if min(len(now), len(before)) and (
        gone > _CHANGED_SHARE * len(before) or new > _CHANGED_SHARE * len(now)
    ):
        message = (
            f"against last year's answer {gone} of {len(before)} smelters are gone, "
            f"and {new} of {len(now)} are new"
        )
        advice = "Please tell us what has changed in your supply chain."
        yield Finding(LIST_CHANGED, message, _first_cell(declaration), advice)


def _first_cell(declaration: Declaration) -> CellRef:
    return CellRef(declaration.file, SMELTER_SHEET, "B5")
