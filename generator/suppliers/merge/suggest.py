"""Smelters that may be the same as one that no list has, ranked, each with its reason. A person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from ...model import UNKNOWN_COUNTRY, Metal
from ...model.folding import fold
from ..decisions import Match
from ..reconciled import AsideReason, AsideRow, Identity, Suggestion
from .directory import Directory, FindCountry
from .merge import Group, country_of, name_of
from .names import essence
from .resolve import Resolver

_LEAST = 78.0
"""Below it, two names that a person would call the same were not seen in the lists tried."""
_MOST_A_ROW = 3
_SAME_COUNTRY, _OTHER_COUNTRY, _OTHER_NUMBER = 4.0, -8.0, -15.0


def of_other_metals(aside: Iterable[AsideRow], resolver: Resolver) -> Iterator[Suggestion]:
    """For rows that are held back because identifier and name are those of a smelter of another metal."""
    seen: set[tuple[str, str]] = set()
    for one in aside:
        meant = resolver.resolve(one.row.entry).meant if one.reason is AsideReason.OTHER_METAL else None
        metal, name = one.row.metal, one.row.name
        if meant is None or metal is None or (f"{metal} {meant.cid}", fold(name)) in seen:
            continue
        seen.add((f"{metal} {meant.cid}", fold(name)))
        yield Suggestion(
            key=f"{metal} {meant.cid}",
            metal=metal,
            reported=name,
            country=one.row.country,
            rank=1,
            candidate=meant.cid or "",
            candidate_name=meant.name,
            candidate_country=meant.country,
            score=100.0,
            reason=f"the lists have this identifier for {meant.metal.lower()}; accept: the row counts there",
        )


class _Candidates:
    """Smelters of one metal, by the essence of each of their names."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.spelled: list[str] = []
        self.identities: list[Identity] = []
        self.countries: list[str] = []

    def add(self, spelled: str, identity: Identity, country: str) -> None:
        self.names.append(essence(spelled))
        self.spelled.append(spelled)
        self.identities.append(identity)
        self.countries.append(country)


def suggest(
    groups: Sequence[Group],
    directory: Directory,
    resolver: Resolver,
    rejected: Iterable[Match],
    find_country: FindCountry,
) -> Iterator[Suggestion]:
    """For each group that no list has, by rank.

    A pair of two groups that no list has is suggested once, for the one that sorts later.
    """
    refused = {(one.metal, fold(one.name), fold(one.same_as)) for one in rejected}
    by_metal = _by_metal(groups, directory, resolver)
    for group in groups:
        if group.identity.is_known or not name_of(group):
            continue
        ranked = _ranked(group, by_metal[group.identity.metal], find_country)
        allowed = (
            one for one in ranked if (one.metal, fold(one.reported), fold(one.candidate)) not in refused
        )
        for rank, one in enumerate(list(allowed)[:_MOST_A_ROW], start=1):
            yield replace(one, rank=rank)


def _by_metal(groups: Sequence[Group], directory: Directory, resolver: Resolver) -> dict[Metal, _Candidates]:
    found = {metal: _Candidates() for metal in Metal}
    for metal, name in sorted(directory.alias_names):
        identity = resolver.identity(metal, None, name, "")
        found[metal].add(name, identity, identity.country)
    for group in groups:
        if not group.identity.is_known:
            found[group.identity.metal].add(name_of(group), group.identity, country_of(group))
    return found


def _ranked(group: Group, candidates: _Candidates, find_country: FindCountry) -> list[Suggestion]:
    """The best candidates, the most likely first, each smelter once."""
    name, country = name_of(group), country_of(group)
    hits = process.extract(
        essence(name), candidates.names, scorer=fuzz.token_sort_ratio, score_cutoff=_LEAST, limit=20
    )
    hits += process.extract(
        essence(name), candidates.names, scorer=fuzz.token_set_ratio, score_cutoff=95.0, limit=10
    )
    best: dict[str, Suggestion] = {}
    for _, score, at in hits:
        identity = candidates.identities[at]
        if identity.key == group.identity.key or (
            not identity.is_known and identity.key > group.identity.key
        ):
            continue
        same = _same_country(country, candidates.countries[at], find_country)
        total = score + {True: _SAME_COUNTRY, False: _OTHER_COUNTRY, None: 0.0}[same]
        total += _OTHER_NUMBER if _numbers(name) != _numbers(candidates.spelled[at]) else 0.0
        one = Suggestion(
            key=group.identity.key,
            metal=group.identity.metal,
            reported=name,
            country=country,
            rank=0,
            candidate=identity.cid or identity.name,
            candidate_name=identity.name,
            candidate_country=candidates.countries[at],
            score=round(total, 1),
            reason=_reason(name, candidates.spelled[at], identity, score, same),
        )
        if identity.key not in best or total > best[identity.key].score:
            best[identity.key] = one
    return sorted(best.values(), key=lambda one: (-one.score, one.candidate))


def _numbers(name: str) -> set[str]:
    """``Unit 1`` and ``Unit 2`` are alike in every other way."""
    return {word for word in fold(name).split() if word.isdigit()}


def _same_country(one: str, other: str, find_country: FindCountry) -> bool | None:
    """None where either is not known."""
    if UNKNOWN_COUNTRY in (one, other) or not one or not other:
        return None
    return (find_country(one) or fold(one)) == (find_country(other) or fold(other))


def _reason(name: str, spelled: str, identity: Identity, score: float, same: bool | None) -> str:
    if fold(name) == fold(spelled):
        alike = "the same name"
    elif essence(name) == essence(spelled):
        alike = "the same name apart from the legal form"
    else:
        alike = f"name alike by {score:.0f} of 100"
    through = "" if fold(spelled) == fold(identity.name) else f" (its other name '{spelled}')"
    where = {True: "same country", False: "another country", None: "country not known"}[same]
    listed = "" if identity.is_known else "; neither is on a list"
    return f"{alike}{through}, {where}{listed}"
