"""What a figure that somebody typed probably means: the facts by the value that they print."""

from __future__ import annotations

from collections.abc import Iterator

from .environment import shown
from .facts import AllFacts, Facilities, FactInt, Facts, FactStr

_METALS = ("gold", "tantalum", "tin", "tungsten")
_CLASSES = ("conformant", "active", "indeterminable", "not_conformant", "not_enrolled", "other")


def known_figures(facts: AllFacts) -> dict[str, str]:
    """Path of each figure, percentage and date to its value as it is printed, the plainest paths first."""
    return {fact.path: shown(fact) for fact in _figures(facts)}


def _figures(facts: AllFacts) -> Iterator[FactInt | FactStr]:
    yield from _counts(facts.facilities)
    parts = [getattr(facts.facilities, name) for name in (*_CLASSES, *_METALS, "in_covered_countries")]
    for part in parts:
        yield part.total
    for group in (
        facts.survey,
        facts.filing,
        facts.period,
        facts.origins,
        facts.covered_countries,
        facts.registrant,
    ):
        yield from _of_group(group)
    for part in parts:
        yield part.share_of(facts.facilities)
        yield from list(_counts(part))[1:]
    for metal in _METALS:
        for name in _CLASSES:
            part = getattr(getattr(facts.facilities, metal), name)
            yield part.total
    for status in facts.statuses:
        if status.as_of:
            yield status.as_of


def _counts(facilities: Facilities) -> Iterator[FactInt]:
    yield facilities.total
    yield facilities.distinct_names
    yield facilities.countries
    yield facilities.under_several_metals


def _of_group(group: Facts) -> Iterator[FactInt | FactStr]:
    for value in vars(group).values():
        if isinstance(value, FactInt) or (isinstance(value, FactStr) and any(map(str.isdigit, value))):
            yield value
