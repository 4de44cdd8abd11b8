"""Counts that the filing states (entry ``counts``): against their totals, and against the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..findings import Finding
from ..findings.catalogue import COUNTS_LIST, COUNTS_SUM
from ..model import Counts, Disclosure, Metal

_READ = "Nothing to do, if it was filed so; else correct one of them."
_Path = tuple[str | int, ...]


def counts_add_up(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-004: the parts of a total add up to it.

    One part alone may leave the rest untold, as where only the conformant facilities are counted; it must not
    be more than the whole.
    """
    counts = disclosure.facts.counts
    for what, parts, name, whole, path in _sums(counts) if counts else ():
        total = sum(parts)
        if total > whole or (total < whole and len(parts) > 1):
            message = f"counts {what} add up to {total:,}, and {name} is {whole:,}"
            yield Finding(COUNTS_SUM, message, disclosure.where("counts", *path), _READ)


def _sums(counts: Counts) -> Iterator[tuple[str, Sequence[int], str, int, _Path]]:
    """What is summed up, its parts, the name of the whole and its number, and where the parts stand."""
    for what, parts in (("by_metal", counts.by_metal.values()), ("by_status", counts.by_status.values())):
        if counts.total is not None and parts:
            yield what, tuple(parts), "counts.total", counts.total, (what,)
    for name, number in counts.by_programme.items():
        if counts.total is not None:
            yield f"by_programme.{name}", (number,), "counts.total", counts.total, ("by_programme", name)
    crossed = counts.by_metal_and_status
    for metal, of_metal in crossed.items():
        whole = counts.by_metal.get(metal)
        if whole is not None and of_metal:
            path: _Path = ("by_metal_and_status", metal.value)
            name = f"counts.by_metal.{metal.value}"
            yield f"by_metal_and_status.{metal.value}", tuple(of_metal.values()), name, whole, path
    for label, whole in counts.by_status.items():
        column = [of_metal[label] for of_metal in crossed.values() if label in of_metal]
        if column:
            name = f"counts.by_status.{label}"
            yield f"by_metal_and_status of '{label}'", column, name, whole, ("by_metal_and_status",)


def counts_are_those_of_the_list(disclosure: Disclosure) -> Iterator[Finding]:
    """FG-005: where there are a list and counts, they differ or not; some filers list only a part."""
    for name, stated, listed, path in _both(disclosure):
        if stated != listed:
            message = f"counts.{name} is {stated:,}, and the list has {listed:,}"
            yield Finding(COUNTS_LIST, message, disclosure.where("counts", *path), _READ)


def _both(disclosure: Disclosure) -> Iterator[tuple[str, int, int, _Path]]:
    """Each count that both give: its name, as stated, as listed, and where it is stated."""
    counts, rows = disclosure.facts.counts, disclosure.smelters
    if counts is None or not rows:
        return
    of_metal = Counter(row.metal for row in rows)
    if counts.total is not None:
        yield "total", counts.total, len(rows), ("total",)
    for metal, number in counts.by_metal.items():
        yield f"by_metal.{metal.value}", number, of_metal[metal], ("by_metal", metal.value)
    if any(row.status for row in rows):
        yield from _by_status(disclosure, counts)


def _by_status(disclosure: Disclosure, counts: Counts) -> Iterator[tuple[str, int, int, _Path]]:
    given = [(row.metal, row.status.label) for row in disclosure.smelters if row.status]
    of_status = Counter(label for _, label in given)
    for label, number in counts.by_status.items():
        yield f"by_status.{label}", number, of_status[label], ("by_status", label)
    of_both = Counter(given)
    for metal, of_metal in counts.by_metal_and_status.items():
        for label, number in of_metal.items():
            name = f"by_metal_and_status.{metal.value}.{label}"
            yield name, number, of_both[Metal(metal), label], ("by_metal_and_status", metal.value, label)
