"""A facility over all years, under all minerals: found by its identifier, else by name and country.

Its address lasts. Every address that a row could have given it stays one of its own, so that none is lost
when an older year is brought in, a name changes or an identifier is given.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath

from slugify import slugify

from ..model import Disclosure, Smelter, is_cid
from ..model.comparing import folded
from ..model.folding import fold
from .matching import matching

_LONGEST = 80
"""Letters of a name in an address, as in that of a row of the annex."""
_Place = tuple[int, int]
"""Year, and number of the row."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of one year."""

    year: int
    row: Smelter


@dataclass(frozen=True, slots=True)
class Profile:
    """A facility with every row of it, newest year first, in a year in the order of the list."""

    key: str
    """Its address, ``CID000058`` or a slug of name and country. No two profiles share one."""
    rows: tuple[Listed, ...]
    former: tuple[str, ...] = ()
    """Its other addresses, which lead on to ``key``: those of its rows under other names or without
    an identifier."""

    @property
    def name(self) -> str:
        """The newest name."""
        return self.rows[0].row.called

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which a list has it, the newest first, each spelling once."""
        every = (name for one in self.rows for name in (one.row.called, *one.row.aliases))
        return tuple({folded(name) or name: name for name in reversed(list(every))}.values())[::-1]


def profiles(years: Sequence[Disclosure]) -> tuple[Profile, ...]:
    """Every facility of the years' lists, in the order of their names. ``years`` in any order.

    Rows of one identifier are one facility, whatever the mineral. Rows without one are joined where they
    share name and country, and to those of the year before and after that ``matching`` finds; never so
    that two identifiers become one facility.
    """
    ordered = sorted((one for one in years if one.has_list), key=lambda one: one.year)
    groups = _Groups()
    first: dict[object, _Place] = {}
    for disclosure in reversed(ordered):
        for at, row in enumerate(disclosure.all_rows):
            place = (disclosure.year, at)
            groups.add(place, row)
            groups.join(first.setdefault(_own_key(row), place), place)
    for after, before in itertools.pairwise(reversed(ordered)):
        then = {id(row): at for at, row in enumerate(before.all_rows)}
        now = {id(row): at for at, row in enumerate(after.all_rows)}
        for pair in matching(before.all_rows, after.all_rows).pairs:
            if pair.before and pair.after:
                groups.join((after.year, now[id(pair.after)]), (before.year, then[id(pair.before)]))
    rows = {one.year: one.all_rows for one in ordered}
    members: dict[_Place, list[Listed]] = {}
    for year in sorted(rows, reverse=True):
        for at, row in enumerate(rows[year]):
            members.setdefault(groups.root((year, at)), []).append(Listed(year, row))
    return tuple(sorted(_with_addresses(members.values()), key=lambda one: (fold(one.name), one.key)))


class _Groups:
    """Places that belong to one facility, of which none has two identifiers."""

    def __init__(self) -> None:
        self._above: dict[_Place, _Place] = {}
        self._identifiers: dict[_Place, str] = {}

    def add(self, place: _Place, row: Smelter) -> None:
        if is_cid(row.cid or ""):
            self._identifiers[place] = row.cid or ""

    def root(self, place: _Place) -> _Place:
        while (above := self._above.get(place, place)) != place:
            place = above
        return place

    def join(self, one: _Place, other: _Place) -> None:
        """Nothing where both have identifiers that are two: an identifier given anew is another address."""
        first, second = self.root(one), self.root(other)
        known = {self._identifiers[root] for root in (first, second) if root in self._identifiers}
        if first == second or len(known) > 1:
            return
        self._above[second] = first
        self._identifiers.update(dict.fromkeys([first], *known) if known else {})


def _own_key(row: Smelter) -> object:
    """What makes two rows one facility in any years; a row without a name is one by itself."""
    if row.cid:
        return row.cid.casefold()
    country = (row.country.code or row.country.filed) if row.country else ""
    name = folded(row.name) or row.name.strip()
    return (name, country) if name else id(row)


def _with_addresses(groups: Iterable[list[Listed]]) -> Iterator[Profile]:
    """Each facility under an address of its own, its identifier or what its first name gives.

    So a name that changes leaves the address as it is (design, decision 11). What the other names give leads
    to it, unless it is the address of another facility.
    """
    ordered = sorted(groups, key=lambda rows: (rows[-1].year, fold(rows[-1].row.called)))
    taken: dict[str, int] = {}
    keys = [_free(_address(rows), taken, at) for at, rows in enumerate(ordered)]
    for at, rows in enumerate(ordered):
        others = dict.fromkeys(address_by_name(one.row) for one in rows if not is_cid(one.row.cid or ""))
        former = tuple(one for one in others if taken.setdefault(one, at) == at and one != keys[at])
        yield Profile(keys[at], tuple(rows), former)


def _address(rows: Sequence[Listed]) -> str:
    cid = next((one.row.cid for one in rows if is_cid(one.row.cid or "")), None)
    return cid or address_by_name(rows[-1].row)


def _free(wanted: str, taken: dict[str, int], owner: int) -> str:
    """The address, with a number where another one has it; it is the owner's from now on."""
    numbered = (f"{wanted}-{number}" for number in itertools.count(2))
    found = next(one for one in itertools.chain([wanted], numbered) if one not in taken)
    taken[found] = owner
    return found


def address_by_name(row: Smelter) -> str:
    """A slug of the name and the country's code, which stays where a country is called otherwise.

    A name that a slug does not tell from others, by its length or its letters, or that Windows keeps for
    itself, has a few signs behind it.
    """
    name = slugify(row.called)
    if not name or len(name) > _LONGEST or PureWindowsPath(name).is_reserved():
        digest = hashlib.sha256(row.called.encode()).hexdigest()[:8]
        name = f"{slugify(row.called, max_length=_LONGEST - 9) or 'smelter'}-{digest}"
    country = row.country and (row.country.code or slugify(row.country.name))
    return f"{name}-{country.lower()}" if country else name
