"""Facts of the survey of suppliers."""

from __future__ import annotations

from typing import Literal

from ..model import Disclosure, SurveyGroup, percent
from .fact_values import Facts

LEVELS: tuple[Literal["company", "product", "user-defined"], ...] = ("company", "product", "user-defined")
"""What an answer may cover."""


class SurveyGroupFacts(Facts):
    """A group of suppliers; what the filer does not say of it is None."""

    def __init__(self, group: SurveyGroup, path: str) -> None:
        super().__init__(path)
        self.name = self._text("name", group.name)
        """What the group is called."""
        self.suppliers = self._figure("suppliers", group.suppliers)
        """Suppliers of the group that were asked."""
        self.answered = self._figure("answered", group.answered)
        """Suppliers of the group that answered."""
        self.response_rate = self._text("response_rate", group.response_rate)
        """Share of the group that answered, in the filer's words."""
        self.spend_share = self._text("spend_share", group.spend_share)
        """What part of the spend the group stands for, in the filer's words."""


class SurveyFacts(Facts):
    """The survey of suppliers. Every figure may be None: the filer does not give it.

    A figure that is approximate, a range or words is text as the filer says it; an exact one is a number.
    """

    def __init__(self, disclosure: Disclosure) -> None:
        super().__init__("survey")
        facts = disclosure.facts.survey
        self.suppliers = self._figure("suppliers", facts.suppliers)
        """Suppliers that were asked: a number, or the filer's words where it is not exact."""
        self.answered = self._figure("answered", facts.answered)
        """Suppliers that answered: a number, or the filer's words where it is not exact."""
        counted = facts.counted
        self.counted = counted is not None
        """Whether both numbers are given and exact, so that they can be counted with."""
        self.not_answered = (
            None if counted is None else self._count("not_answered", max(counted[0] - counted[1], 0))
        )
        """Suppliers that were asked and have not answered."""
        rate = facts.response_rate or (None if counted is None else percent(counted[1], counted[0]))
        self.response_rate = self._text("response_rate", rate)
        """Share of the suppliers asked that answered, in the filer's words or computed from both numbers."""
        self.spend_share = self._text("spend_share", facts.spend_share)
        """What part of the spend those who answered stand for, in the filer's words."""
        self.supplier = self._text("supplier_term.one", facts.supplier_term.one)
        """What a supplier is called."""
        self.supplier_plural = self._text("supplier_term.many", facts.supplier_term.many)
        """What suppliers are called."""
        self.tool = self._text("tool", facts.tool)
        """The template that was used."""
        self.tool_abbreviation = self._text("tool_abbreviation", facts.tool_abbreviation)
        """The template's abbreviation."""
        self.tool_publisher = self._text("tool_publisher", facts.tool_publisher)
        """Who publishes the template."""
        self.tool_version = self._text("tool_version", facts.tool_version)
        """Its version."""
        self.answer_level = self._text("answer_level", facts.answer_level)
        """Whether suppliers answered for their ``company``, for the ``product``, or ``both``."""
        self.by_level = {
            level: self._figure(f"by_level.{level}", facts.by_level.get(level)) for level in LEVELS
        }
        """Answers that cover this: the company, the product, or a scope of the supplier's own."""
        self.outside_covered_countries = self._figure(
            "outside_covered_countries", facts.outside_covered_countries
        )
        """Suppliers that declare not to source from covered countries."""
        self.groups = tuple(
            SurveyGroupFacts(group, self._at(f"groups[{number}]"))
            for number, group in enumerate(facts.groups)
        )
        """Groups of suppliers that the report tells apart."""

    @property
    def given(self) -> bool:
        """Whether the filer gives any figure of a survey."""
        figures = (self.suppliers, self.answered, self.response_rate, self.spend_share)
        return any(figure is not None for figure in (*figures, *self.by_level.values())) or bool(self.groups)
