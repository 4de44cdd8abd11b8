"""The scorecard and its checks, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..model.places import Place


class Tier(StrEnum):
    """Who asks for it."""

    STATUTORY = "statutory"
    """Rule 13p-1 and Form SD."""
    GOOD_PRACTICE = "good practice"
    """The OECD guidance, and those who rate reports."""


class Outcome(StrEnum):
    """What a check of the scorecard gave."""

    MET = "met"
    MISSING = "missing"
    NOT_ANSWERED = "not answered"
    """A person has to read and answer; until then it is no point, and nobody says that it is missing."""
    NOT_APPLICABLE = "not applicable"
    """The route of the form does not ask for it, or the filing does not give what it is about; no point can
    be had."""


@dataclass(frozen=True, slots=True)
class ScoredCheck:
    """One of the forty checks, with its answer."""

    number: str
    """Letter of the group and number in it, for example ``A5``."""
    name: str
    question: str
    """What must be so, as a sentence."""
    tier: Tier
    outcome: Outcome
    is_computed: bool
    """False: a person answers it in ``disclosure.yml``."""
    found: str
    """What the answer rests on."""
    where: Place
    """Where to look, or what to change."""
    advice: str
    """What to do; empty where it is met or does not apply."""

    @property
    def is_met(self) -> bool:
        return self.outcome is Outcome.MET

    @property
    def is_missing(self) -> bool:
        return self.outcome is Outcome.MISSING

    @property
    def is_to_do(self) -> bool:
        """Missing, or to be answered by a person."""
        return self.outcome in (Outcome.MISSING, Outcome.NOT_ANSWERED)


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """Checks of one kind, in their order."""

    letter: str
    title: str
    tier: Tier
    checks: tuple[ScoredCheck, ...]

    @property
    def points(self) -> int:
        return sum(check.is_met for check in self.checks)

    @property
    def possible(self) -> int:
        """Points that can be had: one for each check that applies."""
        return sum(check.outcome is not Outcome.NOT_APPLICABLE for check in self.checks)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The forty checks of a year in their five groups."""

    year: int
    groups: tuple[ScoreGroup, ...]

    def points(self, tier: Tier | None = None) -> int:
        """Points of the tier; None: of both."""
        return sum(group.points for group in self.groups if tier in (None, group.tier))

    def possible(self, tier: Tier | None = None) -> int:
        return sum(group.possible for group in self.groups if tier in (None, group.tier))

    @property
    def missing(self) -> tuple[ScoredCheck, ...]:
        """What is still to do, statutory first; not what nobody answered."""
        return tuple(check for group in self.groups for check in group.checks if check.is_missing)
