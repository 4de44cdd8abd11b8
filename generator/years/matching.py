"""The rows of two years, each found again in the other: by identifier, by name, by another of its names.

A row is a facility for one mineral, and it is only looked for under that mineral. What cannot be told is not
decided: two rows that may be the same facility stay two, and are named to each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model import Mineral, Smelter
from ..model.comparing import folded, numbers_in

_LIKENESS = 84
"""How alike two names must be, from 0 to 100, to be named to each other.

Two facilities of one company, named by their places, stay below it; one letter more or less stays above."""

_Key = tuple[object, ...]
_Keys = Callable[[Smelter], Iterable[_Key]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the later year with its row of the year before. One of the two may be None, never both."""

    before: Smelter | None
    """None: the row is new."""
    after: Smelter | None
    """None: the row is gone."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Every row of both years, once."""

    pairs: tuple[Pair, ...]
    """In the order of the later year; the rows that are gone come last, in the order of the year before."""
    perhaps: tuple[tuple[Smelter, Smelter], ...]
    """A row that is gone and a new one that may be the same facility under another name. Each row once."""


def matching(before: Sequence[Smelter], after: Sequence[Smelter]) -> Matching:
    """Finds the rows of ``before`` again in ``after``. Rows that stand twice are found in their order.

    An identifier decides. A name decides where it is one facility's alone and identifiers or countries do
    not speak against it.
    """
    found: dict[int, int] = {}
    for keys, may_stand_twice, agrees in _PASSES:
        _find(before, after, found, keys, may_stand_twice=may_stand_twice, agrees=agrees)
    gone = [at for at in range(len(before)) if at not in set(found.values())]
    pairs = [Pair(before[found[at]] if at in found else None, row) for at, row in enumerate(after)]
    new = [row for at, row in enumerate(after) if at not in found]
    return Matching(
        pairs=(*pairs, *(Pair(before[at], None) for at in gone)),
        perhaps=tuple(_perhaps([before[at] for at in gone], new)),
    )


def _find(
    before: Sequence[Smelter],
    after: Sequence[Smelter],
    found: dict[int, int],
    keys: _Keys,
    *,
    may_stand_twice: bool,
    agrees: Callable[[Smelter, Smelter], bool],
) -> None:
    """Adds to ``found``, place in ``after`` to place in ``before``, what shares a key."""
    taken = set(found.values())
    then = [(at, key) for at, row in enumerate(before) if at not in taken for key in dict.fromkeys(keys(row))]
    now = [(at, key) for at, row in enumerate(after) if at not in found for key in dict.fromkeys(keys(row))]
    there: dict[_Key, list[int]] = {}
    for at, key in then:
        there.setdefault(key, []).append(at)
    often = Counter(key for _, key in now)
    for at, key in now:
        places = [place for place in there.get(key, ()) if place not in taken]
        is_one = len(there.get(key, ())) == often[key] == 1
        if at in found or not places or not (may_stand_twice or is_one):
            continue
        if agrees(before[places[0]], after[at]):
            found[at] = places[0]
            taken.add(places[0])


def _identifier(row: Smelter) -> str:
    return (row.cid or "").strip().casefold()


def _country(row: Smelter) -> str:
    """Its code, else what stands for one; empty where it is not known."""
    return (row.country.code or "") if row.country else ""


def _by_identifier_and_name(row: Smelter) -> Iterator[_Key]:
    if _identifier(row):
        yield row.list_key, row.metal, _identifier(row), folded(row.name)


def _by_identifier_of_the_list(row: Smelter) -> Iterator[_Key]:
    if _identifier(row):
        yield row.list_key, row.metal, _identifier(row)


def _by_identifier(row: Smelter) -> Iterator[_Key]:
    if _identifier(row):
        yield row.metal, _identifier(row)


def _by_name_and_country(row: Smelter) -> Iterator[_Key]:
    if folded(row.name):
        yield row.list_key, row.metal, folded(row.name), _country(row)


def _by_name(row: Smelter) -> Iterator[_Key]:
    if folded(row.name):
        yield row.metal, folded(row.name)


def _by_any_name(row: Smelter) -> Iterator[_Key]:
    yield from ((row.metal, name) for name in sorted(_names(row)))


def _always(_before: Smelter, _after: Smelter) -> bool:
    return True


def _no_other_identifier(before: Smelter, after: Smelter) -> bool:
    """Whether the identifiers are no two. A year that gives none says nothing."""
    return not (_identifier(before) and _identifier(after)) or _identifier(before) == _identifier(after)


def _same_country_or_identifier(before: Smelter, after: Smelter) -> bool:
    """One name with two identifiers is one facility where the country is one too."""
    is_there = bool(_country(before)) and _country(before) == _country(after)
    return is_there or _no_other_identifier(before, after)


_PASSES: tuple[tuple[_Keys, bool, Callable[[Smelter, Smelter], bool]], ...] = (
    (_by_identifier_and_name, True, _always),
    (_by_identifier_of_the_list, True, _always),
    (_by_identifier, True, _always),
    (_by_name_and_country, True, _no_other_identifier),
    (_by_name, False, _same_country_or_identifier),
    (_by_any_name, False, _no_other_identifier),
)
"""Keys, from the surest to the least sure; whether rows that share one are taken in their order; and what the
two rows must agree in."""


def _perhaps(gone: Sequence[Smelter], new: Sequence[Smelter]) -> Iterator[tuple[Smelter, Smelter]]:
    """Each row that is gone with the new one that is most like it, if any is like enough."""
    of_mineral: dict[Mineral, list[int]] = {}
    for other, row in enumerate(new):
        of_mineral.setdefault(row.metal, []).append(other)
    pairs = ((at, other) for at, row in enumerate(gone) for other in of_mineral.get(row.metal, ()))
    likely = [(likeness, at, other) for at, other in pairs if (likeness := _likeness(gone[at], new[other]))]
    taken: tuple[set[int], set[int]] = set(), set()
    for _, at, other in sorted(likely, key=lambda one: (-one[0], one[1], one[2])):
        if at not in taken[0] and other not in taken[1]:
            taken[0].add(at)
            taken[1].add(other)
            yield gone[at], new[other]


def _likeness(before: Smelter, after: Smelter) -> float:
    """How alike two rows of one mineral are, from 0 to 100; 0 where something tells them apart."""
    if _names(before) & _names(after):
        return 100.0
    if _country(before) and _country(after) and _country(before) != _country(after):
        return 0.0
    one, other = folded(before.name), folded(after.name)
    if not one or not other or numbers_in(one) != numbers_in(other):
        return 0.0
    words, others = set(one.split()), set(other.split())
    if min(len(words), len(others)) > 1 and (words <= others or others <= words):
        return 90.0
    from rapidfuzz import fuzz  # needed only where rows came and went

    return fuzz.ratio(one, other, score_cutoff=_LIKENESS)


def _names(row: Smelter) -> set[str]:
    return {folded(name) for name in (row.name, *row.aliases)} - {""}
