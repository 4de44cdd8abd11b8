"""The facility table of a filed document against the data, row by row: pairs, and what differs in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..filed.values import FiledDocument, FiledRow
from ..model import Disclosure, Smelter
from ..model.comparing import as_written, folded, numbers_in
from ..model.folding import fold

_Row = TypeVar("_Row", Smelter, FiledRow)

_COLUMNS = ("metal", "name", "cid", "country", "status")
"""What is compared, in the order in which it is told; other columns are not."""
_ALWAYS = ("metal", "name")
_ALIKE = 88
"""From this likeness on (0 to 100) two names are probably one facility's."""


@dataclass(frozen=True)
class Pair:
    """A row of the data and the filed row that is about the same facility."""

    row: Smelter
    filed: FiledRow


@dataclass(frozen=True)
class Difference:
    """A difference of one column; ``is_spelling`` where both say the same in other letters."""

    column: str
    filed: str
    own: str
    is_spelling: bool = False


@dataclass(frozen=True)
class ComparedRows:
    """The pairs with their differences, and the rows that have no counterpart."""

    pairs: tuple[tuple[Pair, tuple[Difference, ...]], ...]
    missing: tuple[Smelter, ...]
    extra: tuple[FiledRow, ...]

    @property
    def equal(self) -> int:
        return sum(not differences for _, differences in self.pairs)

    @property
    def spelled_differently(self) -> int:
        return sum(bool(found) and all(one.is_spelling for one in found) for _, found in self.pairs)


def compare_rows(disclosure: Disclosure, filed: FiledDocument) -> ComparedRows:
    """Pairs the rows: by name as written, by spelling, by number, by other names, last by likeness."""
    rows, others = list(disclosure.all_rows), list(filed.rows)
    pairs: list[Pair] = []
    for own_keys, filed_keys in _KEYS:
        pairs += _taken(rows, others, own_keys, filed_keys)
    pairs += _alike(rows, others)
    order = {row.where: at for at, row in enumerate(disclosure.all_rows)}
    pairs.sort(key=lambda pair: order[pair.row.where])
    columns = compared_columns(disclosure, filed)
    told = _told_by_signs(filed)
    compared = tuple((pair, tuple(_differences(pair, columns, told))) for pair in pairs)
    return ComparedRows(compared, tuple(rows), tuple(others))


def compared_columns(disclosure: Disclosure, filed: FiledDocument) -> tuple[str, ...]:
    """The columns that both have: a column of which one of them says nothing is compared with nothing."""
    has_status = any(row.status for row in filed.rows)
    there = [name for name in filed.columns if name != "status"] + (["status"] if has_status else [])
    told = (*there, "metal") if "metal" not in there and any(row.metal for row in filed.rows) else there
    return tuple(name for name in _COLUMNS if name in told and (name in _ALWAYS or disclosure.gives(name)))


def nearest_names(name: str, rows: Sequence[_Row], least: int) -> list[tuple[float, _Row]]:
    """The rows, three at most, whose names are the most alike, with the likeness: ``least`` to 100."""
    from rapidfuzz import fuzz, process  # needed only where rows differ

    names = [folded(row.name) for row in rows]
    found = process.extract(folded(name), names, scorer=fuzz.ratio, score_cutoff=least, limit=3)
    return [(score, rows[at]) for _, score, at in found]


_Keys = Callable[[Smelter], Iterable[Hashable]]
_FiledKeys = Callable[[FiledRow], Iterable[Hashable]]

_KEYS: tuple[tuple[_Keys, _FiledKeys], ...] = (
    (
        lambda row: [(row.metal, as_written(row.name), _code(row))],
        lambda row: [(row.metal, as_written(row.name), row.country_code)],
    ),
    (
        lambda row: [(row.metal, as_written(row.name))],
        lambda row: [(row.metal, as_written(row.name))],
    ),
    (lambda row: [(row.metal, folded(row.name))], lambda row: [(row.metal, folded(row.name))]),
    (
        lambda row: [(row.metal, row.cid)] if row.cid else [],
        lambda row: [(row.metal, row.cid)] if row.cid else [],
    ),
    (
        lambda row: [(row.metal, folded(name)) for name in row.aliases],
        lambda row: [(row.metal, folded(row.name))],
    ),
    (
        lambda row: [(folded(row.name), _code(row))],
        lambda row: [(folded(row.name), row.country_code)],
    ),
)
"""What makes two rows one facility's, the surest first. The last one pairs rows under different metals."""


def _taken(
    rows: list[Smelter], others: list[FiledRow], own_keys: _Keys, filed_keys: _FiledKeys
) -> Iterator[Pair]:
    """Pairs of rows that share a key, taken out of both lists."""
    by_key: defaultdict[Hashable, list[Smelter]] = defaultdict(list)
    for row in rows:
        for key in own_keys(row):
            by_key[key].append(row)
    used: set[Smelter] = set()
    left: list[FiledRow] = []
    for other in others:
        candidates = [row for key in filed_keys(other) for row in by_key[key] if row not in used]
        if candidates:
            used.add(candidates[0])
            yield Pair(candidates[0], other)
        else:
            left.append(other)
    others[:] = left
    rows[:] = [row for row in rows if row not in used]


def _alike(rows: list[Smelter], others: list[FiledRow]) -> Iterator[Pair]:
    """Pairs of rows of one metal whose names are alike, the most alike first."""
    found: list[tuple[float, Smelter, FiledRow]] = []
    for metal in dict.fromkeys(row.metal for row in rows):
        of_metal = [row for row in rows if row.metal == metal]
        for other in others:
            if other.metal == metal:
                found += [(score, row, other) for score, row in nearest_names(other.name, of_metal, _ALIKE)]
    for _, row, other in sorted(found, key=lambda scored: -scored[0]):
        if row in rows and other in others and numbers_in(row.name) == numbers_in(other.name):
            rows.remove(row)
            others.remove(other)
            yield Pair(row, other)


def _told_by_signs(filed: FiledDocument) -> frozenset[str] | None:
    """The statuses that signs, bold letters or headings tell; a row without may have any other one.

    None where a column tells the status of each row.
    """
    if "status" in filed.columns:
        return None
    return frozenset(folded(row.status) for row in filed.rows if row.status)


def _differences(pair: Pair, columns: Sequence[str], told: frozenset[str] | None) -> Iterator[Difference]:
    row, filed = pair.row, pair.filed
    if "metal" in columns and filed.metal != row.metal:
        yield Difference("metal", filed.metal.value if filed.metal else "not legible", row.metal.value)
    if as_written(filed.name) != as_written(row.name):
        names = {folded(row.name), *map(folded, row.aliases)}
        yield Difference("name", filed.name, row.name, is_spelling=folded(filed.name) in names)
    if "country" in columns:
        yield from _country_difference(pair)
    if "status" in columns:
        yield from _status_difference(pair, told)
    own = {row.cid or "", row.as_filed("cid") or row.cid or ""}
    if "cid" in columns and (filed.cid or "") not in {one.upper().replace(" ", "") for one in own}:
        yield Difference("identification number", filed.cid or "nothing", row.cid or "nothing")


def _status_difference(pair: Pair, told: frozenset[str] | None) -> Iterator[Difference]:
    written = as_written(pair.filed.status or "")
    own = pair.row.status.label if pair.row.status else ""
    if not written and told is not None and folded(own) not in told:
        return
    if written in (as_written(own), pair.row.as_filed("status")):
        return
    same = folded(written) == folded(own)
    yield Difference("status", written or "nothing", own or "nothing", is_spelling=same)


def _country_difference(pair: Pair) -> Iterator[Difference]:
    row, written = pair.row, as_written(pair.filed.country or "")
    own = row.country.filed if row.country else ""
    known = {
        as_written(own),
        row.country.name if row.country else "",
        row.as_filed("country_as_filed") or own,
    }
    if written in known:
        return
    if fold(written) == fold(own) and _code(row) is None:
        return
    same = pair.filed.country_code == _code(row) and _code(row) is not None
    spelled = same or folded(written) == folded(own)
    yield Difference("country", written or "nothing", own or "nothing", is_spelling=spelled)


def _code(row: Smelter) -> str | None:
    return row.country.code if row.country else None
