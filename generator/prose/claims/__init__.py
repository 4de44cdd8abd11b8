"""Sentences that data can contradict, each over a named subset (design, decision 5); a file each.

Each chooses the text that is true of the subset it is given; the texts are the filer's (``wording``). Where
the plain claim would be false, it names the facilities that contradict it. It speaks of what the filing
gives, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

from ...model import LineRef
from ..claim import Claim
from ..environment import Markdown
from ..facilities import Facilities
from ..facts import AllFacts
from . import all_answered as _all_answered
from . import all_conformant as _all_conformant
from . import declared_outside as _declared_outside
from . import group_words as _group_words
from . import low_risk_by_location as _low_risk_by_location
from . import none_in_covered_country as _none_in_covered_country
from . import origin as _origin
from . import unit_of_counting as _unit_of_counting
from . import unknown_country as _unknown_country
from .said import Asked

SPECS = tuple(
    module.SPEC
    for module in (
        _none_in_covered_country,
        _low_risk_by_location,
        _unknown_country,
        _group_words,
        _all_conformant,
        _all_answered,
        _declared_outside,
        _origin,
        _unit_of_counting,
    )
)
"""The wording of each, in the order of ``formsd facts``."""


class Claims:
    """What sections call as ``claim``. ``made`` takes what was claimed, for the checks.

    A claim over what the filing does not give raises TemplateRuntimeError, which says what to do; one whose
    wording is not there raises WordingError.
    """

    def __init__(self, facts: AllFacts, place: Callable[[], LineRef], made: list[Claim]) -> None:
        self._asked = Asked(facts, place, made)

    def none_in_covered_country(self, facilities: Facilities) -> Markdown:
        """That none of the facilities stands in a covered country, or which ones do."""
        return _none_in_covered_country.none_in_covered_country(self._asked, facilities)

    def low_risk_by_location(self, facilities: Facilities) -> Markdown:
        """That none of the facilities stands in an area of high risk by the stated list, or which ones do."""
        return _low_risk_by_location.low_risk_by_location(self._asked, facilities)

    def all_conformant(self, facilities: Facilities) -> Markdown:
        """That all of the facilities are conformant, or how many are; by the list, or by stated counts."""
        return _all_conformant.all_conformant(self._asked, facilities)

    def all_answered(self) -> Markdown:
        """How many of the suppliers that were asked answered, as far as the filer says it."""
        return _all_answered.all_answered(self._asked)

    def declared_outside(self) -> Markdown:
        """How many suppliers declare that they do not source from covered countries, beside the list."""
        return _declared_outside.declared_outside(self._asked)

    def origin(self) -> Markdown:
        """That no country of origin that is known is a covered country, or which ones are."""
        return _origin.origin(self._asked)

    def unit_of_counting(self) -> Markdown:
        """What one row of the list is, and how many distinct names the rows have."""
        return _unit_of_counting.unit_of_counting(self._asked)


def unrecognised_countries(facts: AllFacts, facilities: Facilities) -> Markdown:
    """Of how many facilities the country is given under a name that no table has; empty where of none."""
    asked = Asked(facts, lambda: LineRef(""), [])
    return _unknown_country.unrecognised_countries(asked, facilities)
