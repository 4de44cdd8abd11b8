"""Answers against other answers: copied lists (S11) and last year's list (S13).

A finding goes to one supplier, so it never names another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from ...findings import Finding
from ...findings.catalogue import LIST_CHANGED, LIST_COPIED
from ...model.counted import counted
from ..declarations import Declaration, DeclaredSmelter
from .words import folded

_EQUAL_ROWS = 20
"""Shorter lists may well be equal."""
_LIKE_ROWS = 50
"""Shorter lists may well have most of their smelters in common."""
_COMMON_ROWS = 100
"""So long a list in the order of the template may be that of the common smelters, which many report alike."""
_LIKE_SHARE = 0.9
"""Of a list's smelters that are the other's, and of those as neighbours that are neighbours there too."""
_SORTED_SHARE = 0.85
"""Of neighbours that stand in the order of an alphabet, from which a list counts as sorted."""
_RUN = 4
_SAMPLE = 8
"""One run of rows in so many is looked up, so that ten thousand lists can be compared."""
_COMPARED = 20
"""With so many lists that share a run a list is compared."""
_LOOKED_AT = 100
"""So many rows of a list tell whether it is sorted."""
_CHANGED_SHARE = 0.5

_ORDERS: tuple[Callable[[DeclaredSmelter], str], ...] = (
    lambda row: folded(row.name),
    lambda row: folded(row.standard_name or row.name),
    lambda row: row.cid or "",
    lambda row: f"{folded(row.country)} {folded(row.name)}",
)
_Items = tuple[Hashable, ...]


def equal_lists(declarations: Sequence[Declaration]) -> Iterator[Finding]:
    """CS-011, S11: two suppliers do not have the same long list.

    Nearly all large lists have the common smelters, and nearly all are sorted: that many smelters are
    the same says nothing, nor that they stand in the order of the template. Lists are called copies where
    they are equal row for row, unless they are long and sorted, or where they are long and have nearly all
    smelters in common, in the same order, which is not that of an alphabet.
    """
    lists = {place: _list_of(one) for place, one in enumerate(declarations)}
    names = [folded(one.supplier) for one in declarations]
    most: Counter[int] = Counter()
    for one, other in _pairs(declarations, lists):
        if names[one] == names[other]:
            continue
        for place, common in zip((one, other), _in_common(lists[one], lists[other]), strict=True):
            most[place] = max(most[place], common)
    for place, common in sorted(most.items()):
        declaration, number = declarations[place], len(lists[place])
        if common:
            message = f"{common} of the {number} smelters in the list are those of another company's answer"
            if common == number:
                message = f"the list of {number} smelters is the same as another company's, row for row"
            advice = "Please confirm that the list is of your own supply chain, or send us the one that is."
            yield Finding(LIST_COPIED, message, declaration.list_start, advice)


def _pairs(declarations: Sequence[Declaration], lists: dict[int, _Items]) -> Iterator[tuple[int, int]]:
    """Lists that may be copies: equal ones, and long unsorted ones that share runs of rows."""
    equal: dict[_Items, list[int]] = {}
    runs: dict[_Items, list[int]] = {}
    for place, items in lists.items():
        near: Counter[int] = Counter()
        rows = declarations[place].rows[:_LOOKED_AT]
        is_ordinary = len(items) >= _LIKE_ROWS and _is_sorted(rows)
        if len(items) >= _EQUAL_ROWS and not (is_ordinary and len(items) >= _COMMON_ROWS):
            near.update(equal.get(items, [])[:_COMPARED])
            equal.setdefault(items, []).append(place)
        if len(items) >= _LIKE_ROWS and not is_ordinary:
            for run in _sampled_runs(items):
                near.update(runs.get(run, [])[:_COMPARED])
                runs.setdefault(run, []).append(place)
        yield from ((other, place) for other, _ in near.most_common(_COMPARED))


def _sampled_runs(items: _Items) -> set[_Items]:
    starts = (start for start in range(len(items) - _RUN + 1) if _is_sampled(items[start]))
    return {items[start : start + _RUN] for start in starts}


@lru_cache(maxsize=1 << 14)
def _is_sampled(item: Hashable) -> bool:
    """The same in every run and process."""
    return crc32(repr(item).encode()) % _SAMPLE == 0


def _in_common(one: _Items, other: _Items) -> tuple[int, int]:
    """How many rows of each are the other's; 0 for one that is no copy."""
    if one == other:
        return len(one), len(other)
    in_order = set(pairwise(one)) & set(pairwise(other))
    both = set(one) & set(other)
    counts = [sum(item in both for item in items) for items in (one, other)]
    return tuple(
        common if common >= _LIKE_SHARE * len(items) and len(in_order) >= _LIKE_SHARE * (len(both) - 1) else 0
        for common, items in zip(counts, (one, other), strict=True)
    )  # type: ignore[return-value]


def _is_sorted(rows: Sequence[DeclaredSmelter]) -> bool:
    """By name, identifier or country, all through or within each metal, but for a few rows."""
    next_to = [at for at, (one, two) in enumerate(pairwise(rows)) if one.metal == two.metal]
    for of_row in _ORDERS:
        keys = [of_row(row) for row in rows]
        if sum(keys[at] <= keys[at + 1] for at in next_to) >= _SORTED_SHARE * len(next_to):
            return True
    return False


def _list_of(declaration: Declaration) -> _Items:
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
            f"against last year's answer, {gone} of {counted(len(before), 'smelter')}"
            f" {'is' if gone == 1 else 'are'} gone, and {new} of {len(now)} {'is' if new == 1 else 'are'} new"
        )
        advice = "Please tell us what has changed in your supply chain."
        yield Finding(LIST_CHANGED, message, declaration.list_start, advice)
