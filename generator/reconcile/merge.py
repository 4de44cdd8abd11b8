"""Rows of all suppliers that are the same smelter, as one group with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..declarations import Declaration
from ..model import Metal
from ..reconciled import AsideReason, AsideRow, Evidence, Flag, FlagKind, Identity, Override
from .choose import Replaced, supplier_key
from .directory import Directory, FindCountry
from .names import fold
from .resolve import Resolved, Resolver

UNKNOWN_COUNTRY = "Unknown"
"""What the site's list says of a smelter whose country nobody gave."""


@dataclass(frozen=True, slots=True)
class Group:
    """One smelter and who reported it, in the order of suppliers."""

    identity: Identity
    evidence: tuple[Evidence, ...]
    former_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """All groups in the order of their keys, and the rows in none."""

    groups: tuple[Group, ...]
    aside: tuple[AsideRow, ...]


class LeftOut:
    """What people decided to leave out of the list."""

    def __init__(self, overrides: Iterable[Override]) -> None:
        self._named = {(one.metal, fold(one.smelter)) for one in overrides if one.leave_out}

    def has(self, identity: Identity) -> bool:
        names = {fold(identity.cid or ""), fold(identity.name)}
        return any((identity.metal, name) in self._named for name in names if name)


def merge(
    kept: Sequence[Declaration], replaced: Sequence[Replaced], resolver: Resolver, left_out: LeftOut
) -> Merged:
    """``kept`` and ``replaced`` in the order of suppliers, as ``choose`` gives them."""
    found: dict[str, list[tuple[Resolved, Evidence]]] = {}
    aside: list[AsideRow] = []
    spelled: dict[str, str] = {}
    for declaration in kept:
        supplier = spelled.setdefault(supplier_key(declaration), declaration.supplier)
        for row in declaration.rows:
            resolved = resolver.resolve(row.entry)
            if resolved.identity is None or left_out.has(resolved.identity):
                reason = resolved.reason or AsideReason.LEFT_OUT
                aside.append(AsideRow(supplier, row, reason))
            else:
                evidence = Evidence(supplier, row, resolved.means, resolved.flags)
                found.setdefault(resolved.identity.key, []).append((resolved, evidence))
    for old in replaced:
        aside += [AsideRow(old.declaration.supplier, row, old.reason) for row in old.declaration.rows]
    return Merged(tuple(_group(found[key]) for key in sorted(found)), tuple(aside))


def _group(members: Sequence[tuple[Resolved, Evidence]]) -> Group:
    identity = members[0][0].identity
    assert identity is not None
    former = sorted({resolved.former_key for resolved, _ in members} - {""})
    return Group(identity, tuple(evidence for _, evidence in members), tuple(former))


def name_of(group: Group) -> str:
    """The newest standard name, else the name that most rows give (of equals the first in the alphabet)."""
    return group.identity.name or _most([one.row.name for one in group.evidence]) or group.identity.cid or ""


def country_of(group: Group) -> str:
    """The newest list's country, else the one that most rows give; ``Unknown`` where nobody gives one."""
    reported = [one.row.country for one in group.evidence if one.row.country]
    return group.identity.country or _most(reported) or UNKNOWN_COUNTRY


def place_of(group: Group) -> tuple[str, str]:
    """City and state, by the newest list, else as most rows give them together."""
    identity = group.identity
    if identity.city or identity.state:
        return identity.city, identity.state
    places = [(one.row.entry.city, one.row.entry.state) for one in group.evidence]
    named = Counter(place for place in places if any(place))
    return min(named, key=lambda place: (-named[place], place)) if named else ("", "")


def aliases_of(group: Group, directory: Directory) -> tuple[str, ...]:
    """Reported names that a list has for it. A supplier's own spelling is not published."""
    own = fold(name_of(group))
    reported = {one.row.name for one in group.evidence}
    listed = {name for name in reported if (group.identity.metal, name) in directory.alias_names}
    return tuple(sorted(name for name in listed if fold(name) != own))


def recycled_of(group: Group) -> str:
    """What all suppliers that answered say; empty where they differ or nobody answered."""
    said = {one.row.entry.recycled for one in group.evidence} & {"Yes", "No"}
    return said.pop() if len(said) == 1 else ""


def flags_of(group: Group, find_country: FindCountry) -> list[Flag]:
    """What the reports themselves give to look at."""
    identity = group.identity
    flags = list(dict.fromkeys(flag for one in group.evidence for flag in one.flags))
    if not identity.is_known and identity.cid is None:
        flags.append(Flag(FlagKind.UNLISTED))
    older = {one.row.standard_name for one in group.evidence if one.row.standard_name}
    renamed = sorted(name for name in older if identity.is_known and fold(name) != fold(name_of(group)))
    flags += [Flag(FlagKind.RENAMED, f"'{name}' in older look-ups") for name in renamed]
    if country_of(group) == UNKNOWN_COUNTRY:
        flags.append(Flag(FlagKind.NO_COUNTRY))
    flags += _country_conflict(group, find_country)
    said = {one.row.entry.recycled for one in group.evidence}
    if {"Yes", "No"} <= said:
        flags.append(Flag(FlagKind.RECYCLED_CONFLICT, _who_says_recycled(group)))
    return flags


def _country_conflict(group: Group, find_country: FindCountry) -> list[Flag]:
    named: dict[str, str] = {}
    for country in (group.identity.country, *(one.row.country for one in group.evidence)):
        if country and fold(country) != fold(UNKNOWN_COUNTRY):
            named.setdefault(find_country(country) or fold(country), country)
    return [Flag(FlagKind.COUNTRY_CONFLICT, " / ".join(sorted(named.values())))] if len(named) > 1 else []


def _who_says_recycled(group: Group) -> str:
    yes = {one.supplier for one in group.evidence if one.row.entry.recycled == "Yes"}
    no = {one.supplier for one in group.evidence if one.row.entry.recycled == "No"}
    return f"{len(yes)} say Yes, {len(no)} say No"


def _most(texts: Sequence[str]) -> str:
    counted = Counter(text for text in texts if text)
    return min(counted, key=lambda text: (-counted[text], text)) if counted else ""


def metal_order(metal: Metal) -> int:
    return list(Metal).index(metal)
