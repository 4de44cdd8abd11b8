"""Numbers by metal and status, from the list or from the counts that the filing states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..model import Metal
from ..prose.facilities import Facilities, whole_of
from ..prose.facility_wholes import is_added_up
from ..prose.fact_values import FactInt
from ..prose.facts import AllFacts, StatusFacts


@dataclass(frozen=True)
class StatusCounts:
    """What is known by metal and by status. A number that neither list nor filing gives is None."""

    facilities: Facilities
    metals: tuple[Metal, ...]
    """Those that have rows, or a stated number, which may be 0."""
    statuses: tuple[StatusFacts, ...]
    """Labels of which the numbers by metal are known; empty: of none."""
    totals: tuple[StatusFacts, ...]
    """Labels of which the number over all metals is known, from the list or as stated."""
    from_list: bool
    """Whether the list gives the statuses."""

    def number(self, status: StatusFacts, metal: Metal | None = None) -> FactInt | None:
        part = status.facilities if metal is None else status.facilities.of_metal(metal)
        return None if is_added_up(part) else part.total

    def total(self, metal: Metal | None = None) -> FactInt | None:
        """The number whatever the status: of rows, or as stated."""
        return (self.facilities if metal is None else self.facilities.of_metal(metal)).total

    def whole(self, metal: Metal | None = None) -> FactInt | None:
        """The number of which those of the statuses are parts; without statuses, whatever there is."""
        parts = self.statuses if metal else self.statuses or self.totals
        if self.from_list or not parts:
            return self.total(metal)
        part = parts[0].facilities
        return whole_of(
            part if metal is None else part.of_metal(metal),
            self.facilities if metal is None else self.facilities.of_metal(metal),
        )

    def rest(self, metal: Metal | None = None) -> int:
        """Rows that have none of the statuses; 0 for stated counts, which say nothing of others."""
        if not self.from_list:
            return 0
        whole = self.whole(metal)
        parts = [self.number(status, metal) for status in self.statuses or self.totals]
        return 0 if whole is None else max(whole - sum(part or 0 for part in parts), 0)


@lru_cache(maxsize=4)
def status_counts(facts: AllFacts) -> StatusCounts:
    """What the list says, else what the filing states."""
    facilities = facts.facilities
    from_list = facilities.without_status is not None
    statuses = facts.statuses if from_list else _known_by_metal(facts)
    return StatusCounts(
        facilities=facilities,
        metals=tuple(metal for metal in Metal if _has(facilities, statuses, metal)),
        statuses=statuses,
        totals=tuple(
            s for s in facts.statuses if s.facilities.total is not None and not is_added_up(s.facilities)
        ),
        from_list=from_list,
    )


def _known_by_metal(facts: AllFacts) -> tuple[StatusFacts, ...]:
    return tuple(s for s in facts.statuses if any(_of(s.facilities, metal) is not None for metal in Metal))


def _of(facilities: Facilities, metal: Metal) -> int | None:
    return facilities.of_metal(metal).number


def _has(facilities: Facilities, statuses: tuple[StatusFacts, ...], metal: Metal) -> bool:
    number = _of(facilities, metal)
    if facilities.listed:
        return bool(number)
    return number is not None or any(_of(status.facilities, metal) is not None for status in statuses)
