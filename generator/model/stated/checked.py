"""What people state about checks: control figures, waivers, answers of the scorecard."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from ..vocabulary import Metal
from .base import Count, Fact, Misfit, Text


class Control(Fact):
    """Figures known from elsewhere; the computed ones are held against them."""

    rows: Count | None = None
    countries: Count | None = None
    by_metal: dict[Metal, Count] = Field(default_factory=dict)
    by_status: dict[Text, Count] = Field(default_factory=dict)


class Waiver(Fact):
    """A finding that does not apply at one place, with the reason and who says so."""

    code: Annotated[Text, StringConstraints(pattern=r"^[A-Z]{2}-\d{3}$")]
    place: Text
    """File of the year's folder, or a line or cell of it: ``report/06-findings.md``, ``….md:12``,
    ``smelters.xlsx C14``. Without folders, as ``disclosure.yml`` sees it."""
    reason: Text
    name: Text
    """Who waived it."""


class CarriedOver(Fact):
    """What came over from the year before, and nobody has looked at yet: lines that a person deletes."""

    year: int = Field(alias="from")
    entries: tuple[Text, ...] = ()
    """Names of outermost entries of ``disclosure.yml``."""
    files: tuple[Text, ...] = ()
    """Names of files in the year's folder that bear no mark themselves."""


class StatedAnswer(Fact):
    """What a person answers to a check of the scorecard that no program can answer."""

    answer: bool
    evidence: Text | None = None
    """Where a reviewer finds it; needed for a yes."""
    words: Text | None = None
    """Words of the published text that show it; the answer counts only while they stand there."""

    @model_validator(mode="after")
    def _yes_has_evidence(self) -> Self:
        if self.answer and self.evidence is None:
            raise Misfit("evidence as well, because the answer is yes", "evidence")
        return self


class StatedAnswers(Fact):
    """The checks of the scorecard that people answer; None: not answered, which is no point."""

    result_is_stated: StatedAnswer | None = None
    due_diligence_is_described: StatedAnswer | None = None
    origin_efforts_are_described: StatedAnswer | None = None
    management_is_described: StatedAnswer | None = None
    risks_are_assessed: StatedAnswer | None = None
    risks_are_reported: StatedAnswer | None = None
    mitigation_is_described: StatedAnswer | None = None
    improvement_is_described: StatedAnswer | None = None
    years_are_compared: StatedAnswer | None = None
    site_is_accessible: StatedAnswer | None = None
