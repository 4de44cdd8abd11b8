"""Everything that ``disclosure.yml`` states, as one value."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from .base import Fact, Text
from .checked import Control, StatedAnswers, Waiver
from .filer import Filing, Form, Registrant
from .listing import Annex, Status
from .report import Audit, HighRiskAreas, Link, Origins, Products, Survey, Terms


class DisclosureFacts(Fact):
    """Everything that ``disclosure.yml`` states."""

    registrant: Registrant
    period: Annotated[int, Field(ge=2013, le=2100)]
    """Calendar year of the reporting period."""
    form: Form
    filing: Filing
    products: Products
    survey: Survey
    statuses: Annotated[tuple[Status, ...], Field(min_length=1)]
    annex: Annex
    notice: Text | None = None
    """A sentence shown on top of each page of the year; None means none."""
    policy: Link | None = None
    grievance: Link | None = None
    terms: Terms | None = None
    """None: the filer states no terms, and the files say so."""
    covered_countries: tuple[Text, ...] | None = None
    """The ten covered countries as the filer writes them; None means the names used here."""
    origins: Origins | None = None
    """None: the countries of origin were not determined."""
    high_risk_areas: HighRiskAreas | None = None
    """None: no list is stated, and nothing can be said of risk by place."""
    audit: Audit | None = None
    """None: no independent audit of the report."""
    control: Control = Field(default_factory=Control)
    waivers: tuple[Waiver, ...] = ()
    scorecard: StatedAnswers = Field(default_factory=StatedAnswers)

    @field_validator("statuses")
    @classmethod
    def _labels_once(cls, statuses: tuple[Status, ...]) -> tuple[Status, ...]:
        labels = [status.label.casefold() for status in statuses]
        if len(set(labels)) != len(labels):
            raise ValueError("each label once")
        return statuses
