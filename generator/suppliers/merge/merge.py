"""Rows of all suppliers that are the same smelter, as one group with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import UNKNOWN_COUNTRY, Mineral
from ...model.counted import counted
from ...model.folding import fold
from ..decisions import Override
from ..declarations import Declaration, SmelterEntry
from ..earlier import LeftOutRow
from ..minerals import is_of_rule
from ..reconciled import AsideReason, AsideRow, Evidence, Flag, FlagKind, Identity, Means
from .choose import Replaced, supplier_key
from .directory import Directory, FindCountry
from .resolve import Resolved, Resolver


@dataclass(slots=True)
class Said:
    """What rows say, and how many say it alike: a thousand suppliers say little that differs."""

    entry: SmelterEntry
    resolved: Resolved
    number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """One smelter and who reported it, in the order of suppliers."""

    identity: Identity
    evidence: tuple[Evidence, ...]
    said: tuple[Said, ...]
    former_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """All groups in the order of their keys, and the rows in none."""

    groups: tuple[Group, ...]
    aside: tuple[AsideRow, ...]


class LeftOut:
    """What people decided to leave out of the list, in ``decisions.yml`` or by deleting its row."""

    def __init__(
        self, overrides: Iterable[Override], deleted: Mapping[str, LeftOutRow] | None = None
    ) -> None:
        """``deleted``: keys of the rows that people deleted, with what they said."""
        self.stated = tuple(one for one in overrides if one.leave_out)
        self.deleted = deleted or {}
        self._named: dict[tuple[Mineral, str], Override] = {
            (one.metal, fold(one.smelter)): one for one in self.stated
        }
        self._placeless = {
            (row.metal, fold(row.name)): key
            for key, row in self.deleted.items()
            if not row.cid and row.country in ("", UNKNOWN_COUNTRY)
        }

    def reason(self, identity: Identity, *, is_decided: bool = False) -> AsideReason | None:
        """Why a smelter is not in the list; None: it is.

        ``is_decided``: a person said that a report is of the smelter of this name; one that was left out
        without a country has only its name.
        """
        if self.decision(identity):
            return AsideReason.LEFT_OUT
        is_deleted = self.deleted_key(identity, is_decided=is_decided) in self.deleted
        return AsideReason.DELETED if is_deleted else None

    def deleted_key(self, identity: Identity, *, is_decided: bool) -> str:
        """The key under which its row was deleted, if it was."""
        placeless = self._placeless.get((identity.metal, fold(identity.name))) if is_decided else None
        return identity.key if identity.key in self.deleted else placeless or identity.key

    def decision(self, identity: Identity) -> Override | None:
        """The entry of ``decisions.yml`` that leaves it out; None: there is none."""
        names = (fold(identity.cid or ""), fold(identity.name))
        found = (self._named.get((identity.metal, name)) for name in names if name)
        return next((one for one in found if one), None)


def merge(
    kept: Sequence[Declaration], replaced: Sequence[Replaced], resolver: Resolver, left_out: LeftOut
) -> Merged:
    """``kept`` and ``replaced`` in the order of suppliers, as ``choose`` gives them.

    All of them are CMRTs, or none is: what another template says of a metal of the rule is set aside.
    """
    sorter = _Sorter(resolver, left_out, is_of_rule=all(one.is_cmrt for one in kept))
    places = sorter.places
    aside: list[AsideRow] = []
    spelled: dict[str, str] = {}
    for declaration in kept:
        supplier = spelled.setdefault(supplier_key(declaration), declaration.supplier)
        for row in declaration.rows:
            place = places.get(id(row.entry)) or sorter.new_place(row.entry)
            if isinstance(place, AsideReason):
                aside.append(AsideRow(supplier, row, place))
            else:
                place.said.number += 1
                place.evidence.append(Evidence(supplier, row, place.means))
    for old in replaced:
        aside += [AsideRow(old.declaration.supplier, row, old.reason) for row in old.declaration.rows]
    return Merged(tuple(sorter.groups()), tuple(aside))


@dataclass(slots=True)
class _Place:
    """Where rows that say the same go."""

    said: Said
    means: Means
    evidence: list[Evidence]
    """Shared by all places of a smelter."""


class _Sorter:
    """Finds the group of each row, once for all rows that say the same."""

    def __init__(self, resolver: Resolver, left_out: LeftOut, *, is_of_rule: bool) -> None:
        self._is_of_rule = is_of_rule
        self._resolver = resolver
        self._left_out = left_out
        self.places: dict[int, _Place | AsideReason] = {}
        """Identity of what a row says to where it goes."""
        self._evidence: dict[str, list[Evidence]] = {}
        self._said: dict[str, list[Said]] = {}

    def new_place(self, entry: SmelterEntry) -> _Place | AsideReason:
        """Where rows that say this go, from now on."""
        place = self.places[id(entry)] = self._find_place(entry)
        return place

    def groups(self) -> Iterator[Group]:
        """In the order of keys."""
        for key in sorted(self._said):
            said = self._said[key]
            identity = said[0].resolved.identity
            assert identity is not None
            former = sorted({one.resolved.former_key for one in said} - {""})
            yield Group(identity, tuple(self._evidence[key]), tuple(said), tuple(former))

    def _find_place(self, entry: SmelterEntry) -> _Place | AsideReason:
        if not self._is_of_rule and is_of_rule(entry.metal):
            return AsideReason.RULES_METAL
        resolved = self._resolver.resolve(entry)
        identity = resolved.identity
        would_be = identity or resolved.held
        is_decided = resolved.means is Means.DECISION
        out = self._left_out.reason(would_be, is_decided=is_decided) if would_be else None
        reason = out or resolved.reason
        if identity is None or reason:
            return reason or AsideReason.NOT_IDENTIFIED
        said = Said(entry, resolved)
        self._said.setdefault(identity.key, []).append(said)
        return _Place(said, resolved.means, self._evidence.setdefault(identity.key, []))


def name_of(group: Group) -> str:
    """The newest standard name, else the name that most rows give (of equals the first in the alphabet)."""
    return (
        group.identity.name
        or _most((one.entry.name, one.number) for one in group.said)
        or group.identity.cid
        or ""
    )


def country_of(group: Group) -> str:
    """The newest list's country, else the one that most rows give; ``Unknown`` where nobody gives one."""
    reported = ((one.entry.country, one.number) for one in group.said)
    return group.identity.country or _most(reported) or UNKNOWN_COUNTRY


def place_of(group: Group) -> tuple[str, str]:
    """City and state, by the newest list, else as most rows give them together."""
    identity = group.identity
    if identity.city or identity.state:
        return identity.city, identity.state
    named: Counter[tuple[str, str]] = Counter()
    for one in group.said:
        if one.entry.city or one.entry.state:
            named[(one.entry.city, one.entry.state)] += one.number
    return min(named, key=lambda place: (-named[place], place)) if named else ("", "")


def aliases_of(group: Group, directory: Directory) -> tuple[str, ...]:
    """Reported names that a list has for it. A supplier's own spelling is not published."""
    own = fold(name_of(group))
    reported = {one.entry.name for one in group.said}
    listed = {name for name in reported if (group.identity.metal, name) in directory.alias_names}
    return tuple(sorted(name for name in listed if fold(name) != own))


def recycled_of(group: Group) -> str:
    """What all suppliers that answered say; empty where they differ or nobody answered."""
    said = {one.entry.recycled for one in group.said} & {"Yes", "No"}
    return said.pop() if len(said) == 1 else ""


def flags_of(group: Group, find_country: FindCountry) -> list[Flag]:
    """What the reports themselves give to look at."""
    identity = group.identity
    found = {flag for one in group.said for flag in one.resolved.flags}
    flags = sorted(found, key=lambda flag: (flag.kind, flag.text))
    if not identity.is_known and identity.cid is None:
        flags.append(Flag(FlagKind.UNLISTED))
    older = {one.entry.standard_name for one in group.said if one.entry.standard_name}
    renamed = sorted(name for name in older if identity.is_known and fold(name) != fold(name_of(group)))
    flags += [Flag(FlagKind.RENAMED, f"'{name}' in older look-ups") for name in renamed]
    if country_of(group) == UNKNOWN_COUNTRY:
        flags.append(Flag(FlagKind.NO_COUNTRY))
    flags += _country_conflict(group, find_country)
    said = {one.entry.recycled for one in group.said}
    if {"Yes", "No"} <= said:
        flags.append(Flag(FlagKind.RECYCLED_CONFLICT, _who_says_recycled(group)))
    return flags


def _country_conflict(group: Group, find_country: FindCountry) -> list[Flag]:
    named: dict[str, str] = {}
    for country in (group.identity.country, *(one.entry.country for one in group.said)):
        if country and fold(country) != fold(UNKNOWN_COUNTRY):
            named.setdefault(find_country(country) or fold(country), country)
    spelled = " / ".join(sorted(named.values()))
    return [Flag(FlagKind.COUNTRY_CONFLICT, spelled)] if len(named) > 1 else []


def _who_says_recycled(group: Group) -> str:
    yes = {one.supplier for one in group.evidence if one.row.entry.recycled == "Yes"}
    no = {one.supplier for one in group.evidence if one.row.entry.recycled == "No"}
    return f"{counted(len(yes), 'says', 'say')} Yes, {counted(len(no), 'says', 'say')} No"


def _most(texts: Iterable[tuple[str, int]]) -> str:
    """The text with the greatest number, of equals the first in the alphabet; empty where there is none."""
    times: Counter[str] = Counter()
    for text, number in texts:
        if text:
            times[text] += number
    return min(times, key=lambda text: (-times[text], text)) if times else ""
