"""Counts that the filing states, as tables that say so: nothing of them was counted here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import Counts, Disclosure, Metal
from ..prose.fact_values import FactInt, FactStr
from .row_keys import status_markers
from .table import Cell, Heading, Row, Table

_AS_STATED = "as the filing states it"


def tables_of(disclosure: Disclosure) -> Iterator[Table]:
    """By metal, by status, by both, by programme: those that the filing gives."""
    counts = disclosure.facts.counts
    if counts is None:
        return
    unit = counts.unit[:1].upper() + counts.unit[1:]
    classes = status_markers(disclosure)
    total = _total(counts)
    if counts.by_metal or (total is not None and not counts.by_status):
        by_metal = {metal.value: number for metal, number in counts.by_metal.items()}
        yield _simple("metal", "Metal", unit, by_metal, total, "counts.by_metal")
    if counts.by_status:
        yield _simple("status", "Status", unit, counts.by_status, total, "counts.by_status", classes=classes)
    if counts.by_metal_and_status:
        yield _matrix(unit, counts.by_metal_and_status, classes)
    if counts.by_programme:
        yield _simple("programme", "Programme", unit, counts.by_programme, None, "counts.by_programme")


def _total(counts: Counts) -> FactInt | FactStr | None:
    """As a number, or in the words of the filing; None: not stated."""
    if counts.total is not None:
        return FactInt(counts.total, "counts.total")
    words = counts.total_in_words
    return None if words is None else FactStr(words, "counts.total")


def _simple(
    name: str,
    heading: str,
    unit: str,
    numbers: Mapping[str, int],
    total: FactInt | FactStr | None,
    path: str,
    *,
    classes: Mapping[str, str] | None = None,
) -> Table:
    """One number a line; a total only where the filing states it."""
    rows = [
        Row(
            Cell(FactStr(label, path), status_class=(classes or {}).get(label, "")),
            (Cell(FactInt(number, f"{path}.{label}")),),
        )
        for label, number in numbers.items()
    ]
    return Table(
        id=f"fsd-stated-{name}",
        caption=f"{unit} by {name}, {_AS_STATED}" if rows else f"{unit}, {_AS_STATED}",
        headings=(Heading(heading if rows else ""), Heading(unit, is_number=True)),
        rows=tuple(rows),
        totals=None if total is None else Row(Cell("Total"), (Cell(total),)),
    )


def _matrix(unit: str, numbers: Mapping[Metal, Mapping[str, int]], classes: Mapping[str, str]) -> Table:
    """Metals and statuses; a number that the filing does not state is an empty cell."""
    labels = list(dict.fromkeys(label for of_metal in numbers.values() for label in of_metal))
    return Table(
        id="fsd-stated-metal-status",
        caption=f"{unit} by metal and status, {_AS_STATED}",
        headings=(Heading("Metal"), *(Heading(label, True, classes.get(label, "")) for label in labels)),
        rows=tuple(
            Row(Cell(metal.value), tuple(_numbers(metal, of_metal, labels)))
            for metal, of_metal in numbers.items()
        ),
    )


def _numbers(metal: Metal, of_metal: Mapping[str, int], labels: Sequence[str]) -> Iterator[Cell]:
    for label in labels:
        number = of_metal.get(label)
        path = f"counts.by_metal_and_status.{metal.value}.{label}"
        yield Cell("" if number is None else FactInt(number, path))
