"""Smelters that may be the same as one that no list has, ranked, each with its reason. A person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from ...model import Mineral
from ...model.folding import fold
from ..decisions import Match
from ..reconciled import AsideReason, AsideRow, Identity
from ..suggestions import Suggestion
from .directory import Directory, FindCountry
from .merge import Group, LeftOut, country_of, name_of
from .names import essence, same_country
from .resolve import Resolver

_LEAST = 78.0
"""Below it, two names that a person would call the same were not seen in the lists tried."""
_MOST_A_ROW = 3
_SAME_COUNTRY, _OTHER_COUNTRY, _OTHER_NUMBER = 4.0, -8.0, -15.0


def of_other_metals(aside: Iterable[AsideRow], resolver: Resolver) -> Iterator[Suggestion]:
    """For rows that are held back because identifier and name are those of a smelter of another metal."""
    seen: set[tuple[str, str]] = set()
    for one in aside:
        by_name = one.reason is AsideReason.NAME_OF_OTHER_METAL
        if one.reason is not AsideReason.OTHER_METAL and not by_name:
            continue
        found = resolver.resolve(one.row.entry)
        meant, held, metal, name = found.meant, found.held, one.row.metal, one.row.name
        if meant is None or held is None or metal is None:
            continue
        key = held.key if by_name else f"{metal} {meant.cid}"
        if (key, fold(name)) in seen:
            continue
        seen.add((key, fold(name)))
        what = "name and country" if by_name else "identifier"
        yield Suggestion(
            key=key,
            metal=metal,
            reported=name,
            country=one.row.country,
            rank=1,
            candidate=meant.cid or meant.name,
            candidate_name=meant.name,
            candidate_country=meant.country,
            score=100.0,
            reason=f"the lists have this {what} for {meant.metal.lower()}; accept: the row counts there",
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
    left_out: LeftOut,
    out: Iterable[Identity],
) -> Iterator[Suggestion]:
    """For each group that no list has, by rank; all of the smelters ``out`` that people left out.

    A pair of two groups that no list has is suggested once, for the one that sorts later.
    """
    refused = {(one.metal, fold(one.name), fold(one.same_as)) for one in rejected}
    by_metal = _by_metal(groups, directory, resolver)
    for smelter in out:
        if smelter.name:
            by_metal[smelter.metal].add(smelter.name, smelter, smelter.country)
    for group in groups:
        if group.identity.is_known or not name_of(group):
            continue
        ranked = _ranked(group, by_metal[group.identity.metal], find_country, left_out)
        allowed = [
            one for one in ranked if (one.metal, fold(one.reported), fold(one.candidate)) not in refused
        ]
        shown = [*allowed[:_MOST_A_ROW], *(one for one in allowed[_MOST_A_ROW:] if one.left_out_key)]
        for rank, one in enumerate(shown, start=1):
            yield replace(one, rank=rank)


def _by_metal(
    groups: Sequence[Group], directory: Directory, resolver: Resolver
) -> dict[Mineral, _Candidates]:
    found: dict[Mineral, _Candidates] = defaultdict(_Candidates)
    for metal, name in sorted(directory.alias_names):
        identity = resolver.identity(metal, None, name, "")
        found[metal].add(name, identity, identity.country)
    for group in groups:
        if not group.identity.is_known:
            found[group.identity.metal].add(name_of(group), group.identity, country_of(group))
    return found


def _ranked(
    group: Group, candidates: _Candidates, find_country: FindCountry, left_out: LeftOut
) -> list[Suggestion]:
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
        is_out = left_out.reason(identity) is not None
        is_later = not identity.is_known and not is_out and identity.key > group.identity.key
        if identity.key == group.identity.key or is_later:
            continue
        same = same_country(country, candidates.countries[at], find_country)
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
            reason=_reason(name, candidates.spelled[at], identity, score, same, is_out=is_out),
            left_out_key=identity.key if is_out else "",
        )
        if identity.key not in best or total > best[identity.key].score:
            best[identity.key] = one
    return sorted(best.values(), key=lambda one: (-one.score, one.candidate))


def _numbers(name: str) -> set[str]:
    """``Unit 1`` and ``Unit 2`` are alike in every other way."""
    return {word for word in fold(name).split() if word.isdigit()}


def _reason(
    name: str, spelled: str, identity: Identity, score: float, same: bool | None, *, is_out: bool
) -> str:
    if fold(name) == fold(spelled):
        alike = "the same name"
    elif essence(name) == essence(spelled):
        alike = "the same name apart from the legal form"
    else:
        alike = f"name alike by {score:.0f} of 100"
    through = "" if fold(spelled) == fold(identity.name) else f" (its other name '{spelled}')"
    where = {True: "same country", False: "another country", None: "country not known"}[same]
    listed = "" if identity.is_known else "; neither is on a list"
    out = "; a person left that one out, and accept leaves this one out too" if is_out else ""
    return f"{alike}{through}, {where}{listed}{out}"
