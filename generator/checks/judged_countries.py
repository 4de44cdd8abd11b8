"""A typed number of countries: of origin, or of those in which the facilities stand."""

from __future__ import annotations

import re

from ..prose.fact_values import FactInt
from ..prose.facts import AllFacts
from .counted import Counts
from .field_words import FieldWords
from .judgement import Judged, Verdict
from .numbers import Bound, Figure


def judged_countries(
    figure: Figure, counts: Counts, after: str, facts: AllFacts, words: FieldWords
) -> Judged:
    """The figure against the countries that its sentence speaks of; other countries are not compared."""
    fact = _fact(figure, counts, after, facts, words)
    if fact is None:
        return Judged(figure, None, Verdict.UNKNOWN)
    if figure.value == int(fact):
        return Judged(figure, counts, Verdict.RIGHT, (fact.path,))
    if figure.bound is not Bound.EXACT and figure.is_met_by(int(fact)):
        return Judged(figure, counts, Verdict.HOLDS)
    return Judged(figure, counts, Verdict.WRONG, (fact.path,), f"{int(fact):,}")


def _fact(figure: Figure, counts: Counts, after: str, facts: AllFacts, words: FieldWords) -> FactInt | None:
    if not counts.is_known:
        return None
    if re.match(r"\s*of\s+origin\b", after, re.IGNORECASE) and facts.origins.determined:
        return facts.origins.count
    place = (
        rf"^\W*(?:(?:the|our|these|all|in\s+all|\d[\d,]*|listed)\W+)*{words.facility}"
        r"(?:\s+(?:on|in)\s+(?:our|the)\s+(?:list|annex))?\s+(?:are|were|stand|stood)\s+"
        r"(?:located\s+|situated\s+|based\s+)?in\s+$"
    )
    found = re.search(place, figure.before, re.IGNORECASE)
    is_own = found and re.match(r"\W*our\s+facilit", found[0], re.IGNORECASE)
    return facts.facilities.countries if found and not is_own else None
