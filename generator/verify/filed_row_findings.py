"""The findings on a filed facility table (VE-003 to VE-006): rows that are missing, extra, or differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ..filed.values import FiledRow
from ..findings import Finding
from ..findings.catalogue import FILED_ROW_CHANGED, FILED_ROW_EXTRA, FILED_ROW_MISSING, FILED_ROW_SPELLED
from ..model import Smelter
from ..model.comparing import folded
from ..model.counted import counted, named
from .filed_rows import ComparedRows, Difference, Pair, nearest_names

_Row = TypeVar("_Row", Smelter, FiledRow)

_NEAR = 70
"""From this likeness on a name is worth a suggestion."""


def row_findings(compared: ComparedRows, file: str) -> Iterator[Finding]:
    """VE-003 to VE-006."""
    if compared.extra and not compared.pairs and not compared.missing:
        message = f"the filing has a list of {counted(len(compared.extra), 'row')}, and the data has none"
        advice = "Add the list to the year's folder, if it is one of smelters and refiners."
        yield Finding(FILED_ROW_EXTRA, message, compared.extra[0].where, advice)
        return
    for extra in compared.extra:
        yield _extra(extra, compared)
    for row in compared.missing:
        yield _missing(row, compared, file)
    yield from _changes(compared)


def _extra(filed: FiledRow, compared: ComparedRows) -> Finding:
    message = f"the filing lists {_filed_words(filed)}, the data does not"
    paired = [pair for pair, _ in compared.pairs if pair.row.metal == filed.metal]
    twice = next((p for p in paired if folded(p.filed.name) == folded(filed.name)), None)
    if twice:
        message = f"the filing lists {_filed_words(filed)} twice, the data once ({twice.row.where.cell})"
        return Finding(FILED_ROW_EXTRA, message, filed.where, "Find out whether these are two facilities.")
    near = _nearest(filed.name, [row for row in compared.missing if row.metal == filed.metal])
    advice = f"Did it mean '{near.name}' ({near.where.cell})? " if near else ""
    return Finding(
        FILED_ROW_EXTRA, message, filed.where, f"{advice}Add the row to the list, if it belongs there."
    )


def _missing(row: Smelter, compared: ComparedRows, file: str) -> Finding:
    message = f"the data lists {_words(row)}, the filing {file} does not"
    near = _nearest(row.name, [other for other in compared.extra if other.metal == row.metal])
    advice = f"The filing has '{near.name}' in line {near.where.line}. " if near else ""
    return Finding(
        FILED_ROW_MISSING, message, row.where, f"{advice}Remove the row, if it was not part of the filing."
    )


def _nearest(name: str, rows: Sequence[_Row]) -> _Row | None:
    return next((row for _, row in nearest_names(name, rows, _NEAR)), None)


def _changes(compared: ComparedRows) -> Iterator[Finding]:
    """A finding for each difference; rows that have the same one, as where a status is renamed, share it."""
    groups: dict[Difference, list[Pair]] = {}
    for pair, differences in compared.pairs:
        for difference in differences:
            groups.setdefault(difference, []).append(pair)
    for difference, pairs in groups.items():
        yield _change(difference, pairs)


def _change(difference: Difference, pairs: Sequence[Pair]) -> Finding:
    column, filed, own = difference.column, difference.filed, difference.own
    cells = named([pair.row.where.cell for pair in pairs], noun="row")
    about = "" if column == "name" else f" of {_names(pairs)}"
    where = pairs[0].filed.where
    if difference.is_spelling:
        message = f"the {column} '{filed}'{about} is spelled '{own}' in the data ({cells})"
        return Finding(FILED_ROW_SPELLED, message, where, "Nothing to do, unless it should read as filed.")
    message = f"the {column}{about} is '{filed}' in the filing and '{own}' in the data ({cells})"
    if column == "name":
        message = (
            f"the filing lists '{filed}' ({_metal(pairs[0].filed)}), the data has '{own}' there ({cells})"
        )
    return Finding(FILED_ROW_CHANGED, message, where, "Correct the one that is wrong.")


def _names(pairs: Sequence[Pair]) -> str:
    names = [f"'{pair.row.name}' ({pair.row.metal.lower()})" for pair in pairs]
    return named(names, between="; ", noun="row")


def _metal(row: FiledRow) -> str:
    return row.metal.lower() if row.metal else "metal not legible"


def _filed_words(row: FiledRow) -> str:
    details = ", ".join(filter(None, (_metal(row), row.country, row.status)))
    return f"'{row.name}' ({details})"


def _words(row: Smelter) -> str:
    country, status = row.country.filed if row.country else None, row.status.label if row.status else None
    return f"'{row.name}' ({', '.join(filter(None, (row.metal.lower(), country, status)))})"
