"""The rows of two facility lists, each found again in the other, and what is otherwise in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..model.comparing import folded
from ..years.matching import matching
from .sides import COLUMNS, ListRow

_LIKENESS = 84
"""How alike the names of two rows of one metal and country must be to be one that was renamed."""

_REMARK = re.compile(r"\([^()]*\)")
_MARKS = re.compile("[*†‡]")
_FORMERLY = re.compile(r"\([^()]*\)|[,;]?\s*\b(?:formerly|previously|f/?k/?a)\b.*", re.IGNORECASE)
"""What a filer puts behind a name: remarks in parentheses, an older name."""


@dataclass(frozen=True)
class RowPair:
    """A row before and after. None: it is new, or gone."""

    before: ListRow | None
    after: ListRow | None
    kind: str
    """``same``, ``new``, ``gone``, ``renamed`` or ``changed``."""
    is_moved: bool = False
    """It stands at another place among the rows that are in both lists."""

    @property
    def row(self) -> ListRow:
        row = self.after or self.before
        assert row is not None
        return row


def paired(before: Sequence[ListRow], after: Sequence[ListRow]) -> tuple[list[RowPair], tuple[str, ...]]:
    """Every row once, in the order of ``after``, rows that are gone where they stood; the columns compared.

    A column that one of the lists does not give is not compared.
    """
    columns = tuple(
        name for name in COLUMNS if all(any(name in row.cells for row in rows) for rows in (before, after))
    )
    shown = tuple(name for name in COLUMNS if any(name in row.cells for row in (*before, *after)))
    found = _found(before, after)
    pairs = [
        _pair(before[found[at]] if at in found else None, row, columns if before else shown)
        for at, row in enumerate(after)
    ]
    pairs = _with_moved(pairs, [found.get(at) for at in range(len(after))])
    return _with_gone(pairs, before, found), columns if before and after else shown


def _pair(before: ListRow | None, after: ListRow, columns: Sequence[str]) -> RowPair:
    if before is None:
        return RowPair(None, after, "new")
    others = [name for name in columns if before.cell(name) != after.cell(name)]
    kind = "renamed" if "name" in others else "changed" if others else "same"
    return RowPair(before, after, kind)


def _found(before: Sequence[ListRow], after: Sequence[ListRow]) -> dict[int, int]:
    """Place in ``after`` to place in ``before``. The lists of two years are matched as their pages are."""
    old = [row.smelter for row in before]
    new = [row.smelter for row in after]
    if all(old) and all(new):
        places = {id(row): at for at, row in enumerate(old)}, {id(row): at for at, row in enumerate(new)}
        pairs = matching([row for row in old if row], [row for row in new if row])
        both = [*((p.before, p.after) for p in pairs.pairs if p.before and p.after), *pairs.perhaps]
        return {places[1][id(now)]: places[0][id(then)] for then, now in both}
    found: dict[int, int] = {}
    for key in (_by_cid, _by_name):
        _take(before, after, found, key)
    _take_alike(before, after, found)
    return found


def _take(
    before: Sequence[ListRow],
    after: Sequence[ListRow],
    found: dict[int, int],
    key: Callable[[ListRow], tuple[str, str] | None],
) -> None:
    taken = set(found.values())
    there: dict[tuple[str, str], list[int]] = {}
    for at, row in enumerate(before):
        name = key(row)
        if at not in taken and name is not None:
            there.setdefault(name, []).append(at)
    for at, row in enumerate(after):
        name = key(row)
        if at not in found and name is not None and there.get(name):
            found[at] = there[name].pop(0)


def _take_alike(before: Sequence[ListRow], after: Sequence[ListRow], found: dict[int, int]) -> None:
    """Rows of one metal and country whose names are nearly the same, those most alike first."""
    weighed = [
        (likeness, at, other)
        for at, row in enumerate(after)
        if at not in found
        for other, then in enumerate(before)
        if other not in found.values()
        and then.cell("metal") == row.cell("metal")
        and then.cell("country") == row.cell("country")
        and (likeness := _alike(then.cell("name"), row.cell("name"))) >= _LIKENESS
    ]
    taken = set(found.values())
    for _, at, other in sorted(weighed, key=lambda one: (-one[0], one[1], one[2])):
        if at not in found and other not in taken:
            found[at] = other
            taken.add(other)


def _alike(name: str, other: str) -> float:
    """From 0 to 100; a name is the same with an older one behind it. Remarks in both may be two places."""
    from rapidfuzz import fuzz  # needed only where rows came and went

    name, other = (_MARKS.sub("", one) for one in (name, other))
    for one, long in ((name, other), (other, name)):
        if folded(one) == folded(_FORMERLY.sub(" ", long)):
            return 100.0
    remarks, others = (folded(" ".join(_REMARK.findall(one))) for one in (name, other))
    if remarks and others and remarks != others:
        return 0.0
    return float(fuzz.ratio(folded(name), folded(other)))


def _by_cid(row: ListRow) -> tuple[str, str] | None:
    return (row.cell("metal"), row.cell("cid").casefold()) if row.cell("cid") else None


def _by_name(row: ListRow) -> tuple[str, str] | None:
    return (row.cell("metal"), folded(row.cell("name"))) if row.cell("name") else None


def _with_moved(pairs: Sequence[RowPair], places: Sequence[int | None]) -> list[RowPair]:
    """Rows that do not follow the order of before are moved, as few as can be; a renamed one is not."""
    kept = _longest_rising([place for place in places if place is not None])
    return [
        replace(pair, is_moved=True)
        if place is not None and place not in kept and pair.kind != "renamed"
        else pair
        for pair, place in zip(pairs, places, strict=True)
    ]


def _longest_rising(places: Sequence[int]) -> set[int]:
    ends: list[int] = []
    last: list[int] = []
    above: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        above[place] = last[at - 1] if at else None
        ends[at : at + 1] = [place]
        last[at : at + 1] = [place]
    kept: set[int] = set()
    one = last[-1] if last else None
    while one is not None:
        kept.add(one)
        one = above[one]
    return kept


def _with_gone(pairs: list[RowPair], before: Sequence[ListRow], found: dict[int, int]) -> list[RowPair]:
    """With the rows that are gone, each behind the row that stood before it."""
    behind: dict[int, list[RowPair]] = {}
    by_place = {place: at for at, place in found.items() if not pairs[at].is_moved}
    at = -1
    for place, row in enumerate(before):
        if place in by_place:
            at = by_place[place]
        elif place not in found.values():
            behind.setdefault(at, []).append(RowPair(row, None, "gone"))
    made = [*behind.get(-1, [])]
    for number, pair in enumerate(pairs):
        made += [pair, *behind.get(number, [])]
    return made
