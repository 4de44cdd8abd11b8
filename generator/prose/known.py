"""What a figure that somebody typed probably means: the facts by the value that they print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .environment import shown
from .facilities import Facilities
from .fact_values import FactInt, Facts, FactStr
from .facts import AllFacts
from .survey_facts import SurveyFacts

_METALS = ("gold", "tantalum", "tin", "tungsten")
_CLASSES = ("conformant", "active", "indeterminable", "not_conformant", "not_enrolled", "other")

_Figure = FactInt | FactStr | None
"""None: neither the list nor the filing gives it."""


def known_figures(facts: AllFacts) -> dict[str, str]:
    """Path of each figure, percentage and date to its value as it is printed, the plainest paths first."""
    return {fact.path: shown(fact) for fact in _figures(facts) if fact is not None}


def _figures(facts: AllFacts) -> Iterator[_Figure]:
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
    yield from _of_statuses(facts)


def _counts(facilities: Facilities) -> Iterator[_Figure]:
    yield facilities.total
    yield facilities.distinct_names
    yield facilities.countries
    yield facilities.under_several_metals


def _of_group(group: Facts) -> Iterator[_Figure]:
    for value in vars(group).values():
        if isinstance(value, FactInt) or (isinstance(value, FactStr) and any(map(str.isdigit, value))):
            yield value
    if isinstance(group, SurveyFacts):
        yield from group.by_level.values()
        for part in group.groups:
            yield from _of_group(part)


def _of_statuses(facts: AllFacts) -> Iterator[_Figure]:
    """Dates, and the numbers of labels that share a class: that of the class is all of them together."""
    shared = Counter(status.status_class for status in facts.statuses)
    for number, status in enumerate(facts.statuses):
        yield status.as_of
        total = status.facilities.total
        if shared[status.status_class] > 1 and total is not None:
            yield FactInt(total, f"statuses[{number}].facilities.total")
