"""What suppliers' answers are reviewed against, as frozen values."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from ..model import Day, Fact, Mineral, Period, StatusClass, Text
from .look_ups import LookUp
from .templates import TemplateKind, newest_before

Version = Annotated[Text, StringConstraints(pattern=r"^\d+(\.\d+){0,2}[a-z]?$")]


def _one_or_several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Files = Annotated[tuple[Text, ...], BeforeValidator(_one_or_several)]
"""One name, or several below each other."""


class StatusListEntry(Fact):
    """A list of smelters that have a status."""

    file: Text
    """In the year's folder."""
    status: Text | None = None
    """What the list says of its rows; None: its own column says it."""
    as_of: Day | None = None
    """Date of the list."""


class AskedSuppliers(Fact):
    """``suppliers.yml``: whom the filer asked. Never committed."""

    suppliers: tuple[Text, ...] = ()
    """Names of the suppliers that were asked; empty: those that answered."""
    aliases: dict[Text, Text] = Field(default_factory=dict)
    """Name of a company on its answer to its name among the suppliers that were asked."""


class ReviewSettings(Fact):
    """``reconcile.yml``: how suppliers' answers are reviewed."""

    oldest_version: Version | None = None
    """Version of the template that is still accepted; None: the newest when the reporting year began."""
    oldest_other_versions: dict[TemplateKind, Version] = Field(default_factory=dict)
    """The same of EMRT and AMRT, each with its own numbers."""
    reviewed_on: Day | None = None
    """No answer is dated later; None: the day on which Form SD is due."""
    oldest_answer: Day | None = None
    """An answer dated earlier is too old; None: earlier than the reporting year."""
    oldest_answer_months: Annotated[int, Field(ge=1)] | None = None
    """Age on the day of the review from which an answer of the reporting year is too old; None: at none."""
    answer_by: Day | None = None
    """When suppliers should answer what a letter asks; None: letters name no day."""
    accept_company_level: bool = True
    """Whether an answer for the whole company is enough; False: products were asked for."""
    countries_under_embargo: tuple[Text, ...] = ()
    """Names or ISO 3166-1 codes."""
    suppliers: tuple[Text, ...] = ()
    """Names of the suppliers that were asked, where they do not stand in ``suppliers.yml``."""
    aliases: dict[Text, Text] = Field(default_factory=dict)
    """Name of a company on its answer to its name among the suppliers that were asked."""
    newest_list: Files = ()
    """The newest lists of smelters, files in the year's folder. Of a mineral that none has: the newest
    look-up of the answers."""
    status_lists: tuple[StatusListEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What an answer is reviewed against."""

    settings: ReviewSettings
    period: Period
    find_country_code: Callable[[str], str | None]
    """ISO 3166-1 alpha-2 code of a country as anybody writes it; None: not known."""
    newest: LookUp
    """The newest list of smelters that was given; without rows where none was."""
    statuses: Mapping[tuple[Mineral, str], StatusClass] = field(default_factory=dict)
    """(metal, CID) to what the status lists say; empty where none was given."""

    @property
    def day(self) -> dt.date:
        return self.settings.reviewed_on or self.period.due

    def oldest_version(self, kind: TemplateKind = TemplateKind.CMRT) -> str:
        """The oldest version of a template that is accepted; empty: every one."""
        settings = self.settings
        is_cmrt = kind is TemplateKind.CMRT
        stated = settings.oldest_version if is_cmrt else settings.oldest_other_versions.get(kind)
        return stated or newest_before(self.period.first_day, kind)

    @property
    def oldest_day(self) -> dt.date:
        """The first day that is recent enough: the one that is set, else in the period and, where a number of
        months is set, not more months ago than that."""
        settings = self.settings
        if settings.oldest_answer:
            return settings.oldest_answer
        if settings.oldest_answer_months is None:
            return self.period.first_day
        months = self.day.year * 12 + self.day.month - 1 - settings.oldest_answer_months
        first = dt.date(months // 12, months % 12 + 1, 1)
        days = min(self.day.day, calendar.monthrange(first.year, first.month)[1])
        return max(self.period.first_day, first.replace(day=days))
