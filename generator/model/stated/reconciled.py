"""``reconciled.yml``: what the last reconciliation of a year gave. It names no supplier."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Day, Fact, Text

_Number = Annotated[int, Field(ge=0)]


class ReconciledSurvey(Fact):
    """The figures of the survey, under the names of the entry ``survey``; None: not counted."""

    suppliers: _Number | None = None
    answered: _Number | None = None
    outside_covered_countries: _Number | None = None
    answer_level: Literal["company", "product", "both"] | None = None


class UsedList(Fact):
    """A list that said the status of smelters, or which smelters there are."""

    file: Text
    statuses: tuple[Text, ...] = ()
    """What it says of its rows, in the filer's words."""
    as_of: Day | None = None
    about: Literal["other minerals"] | None = None
    """None: it has metals of the rule."""


class LastReconciliation(Fact):
    """What a check compares the year's facts and its list with."""

    survey: ReconciledSurvey = Field(default_factory=ReconciledSurvey)
    lists: tuple[UsedList, ...] = ()
    """The lists of statuses."""
    newest_list: Text | None = None
    rows: tuple[Text, ...] = ()
    """Keys of the rows that suppliers report."""
    unreported: tuple[Text, ...] = ()
    """Keys of the rows that a person added, or that nobody reports any more."""
    left_out: tuple[Text, ...] = ()
    """Keys of the rows that a person deleted from the list and that suppliers report."""
    listed_as: dict[Text, Text] = Field(default_factory=dict)
    """Key of a row to the key that its cells give, where a person changed them."""
