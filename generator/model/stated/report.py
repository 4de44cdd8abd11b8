"""What the report tells in facts: products, survey, origins, risk, audit, links."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..folding import fold
from ..vocabulary import Metal
from .base import Day, Fact, Figure, Misfit, Share, Text, WebAddress


class Product(Fact):
    """A category of covered products. ``metals`` empty means: not broken down by metal."""

    name: Text
    description: Text | None = None
    metals: tuple[Metal, ...] = ()


class Products(Fact):
    """The covered products, Item 1.01(c)(2), in the filer's own words."""

    description: Text
    categories: Annotated[tuple[Product, ...], Field(min_length=1)]


class Overview(Fact):
    """What the filer says itself on the overview of the year."""

    sentence: Text
    """Markdown with names in braces, as a section has it; stands in the place of the sentence on top."""


class Term(Fact):
    """A word in singular and plural."""

    one: Text
    many: Text


class SurveyGroup(Fact):
    """A group of suppliers that the report tells apart, such as direct suppliers or plants."""

    name: Text
    suppliers: Figure | None = None
    answered: Figure | None = None
    response_rate: Share | None = None
    spend_share: Share | None = None
    """What part of the spend it stands for."""


USUAL_TOOL = {
    "tool": "Conflict Minerals Reporting Template",
    "tool_abbreviation": "CMRT",
    "tool_publisher": "Responsible Minerals Initiative (RMI)",
}
"""What is meant where a filer of its own disclosure names no other questionnaire."""


class Survey(Fact):
    """The reasonable country of origin inquiry in figures; None: the filer does not say."""

    suppliers: Figure | None = None
    """Suppliers that were asked."""
    answered: Figure | None = None
    response_rate: Share | None = None
    """As the filer says it; None: it is computed from two exact numbers, where there are two."""
    spend_share: Share | None = None
    """What part of the spend those who answered stand for."""
    supplier_term: Term = Field(default_factory=lambda: Term(one="supplier", many="suppliers"))
    tool: Text | None = None
    tool_abbreviation: Text | None = None
    tool_publisher: Text | None = None
    tool_version: Text | None = None
    answer_level: Literal["company", "product", "both"] | None = None
    """Whether answers covered the supplier's whole company or the products supplied."""
    by_level: dict[Literal["company", "product", "user-defined"], Figure] = Field(default_factory=dict)
    """Answers by what they cover."""
    outside_covered_countries: Figure | None = None
    """Suppliers that declare that they do not source from covered countries."""
    groups: tuple[SurveyGroup, ...] = ()

    @property
    def counted(self) -> tuple[int, int] | None:
        """Suppliers asked and answered, where the filer gives both as exact numbers."""
        asked = self.suppliers.exact if self.suppliers else None
        answered = self.answered.exact if self.answered else None
        return None if asked is None or answered is None else (asked, answered)


class Link(Fact):
    """A named web address; ``url`` None where the text is not public."""

    name: Text
    url: WebAddress | None = None


class Terms(Fact):
    """Terms under which others may use the list: a license by name, or a sentence."""

    text: Text
    url: WebAddress | None = None


_NO_COUNTRY = frozenset({
    "", "confidential", "country unknown", "indeterminable", "n a", "na", "none", "not applicable",
    "not available", "not determined", "not disclosed", "not identified", "not known", "not provided",
    "not reported", "not specified", "not stated", "tbd", "undetermined", "undisclosed", "unidentified",
    "unknown", "unknown country", "unspecified",
})  # fmt: skip
"""What stands in the place of a country that is not named, as ``fold`` gives it; a dash is empty."""


class Origins(Fact):
    """Countries of origin of the minerals, as the filer gives them.

    For all, by metal, by country, by smelter: any mixture is possible. Never derived from where a facility
    stands (Item 1.01(c)(2) asks for the origin of minerals).
    """

    countries: tuple[Text, ...] | None = None
    by_metal: dict[Metal, tuple[Text, ...]] | None = None
    by_country: dict[Text, tuple[Metal, ...] | None] | None = None
    """Country to its metals; none given: of which metal is not said."""
    by_smelter: dict[Text, tuple[Text, ...]] | None = None
    """Identifier or name of a smelter, as in the list, to the countries of its material."""
    determined: bool | None = None
    """False: the filer says that the countries of origin were not determined."""
    recycled: tuple[Metal, ...] | bool = False
    """Whether recycled or scrap material is named as an origin: of these metals, or at all."""

    @model_validator(mode="after")
    def _some_shape(self) -> Self:
        shapes = (self.countries, self.by_metal, self.by_country, self.by_smelter)
        if any(shapes) and self.determined is False:
            raise Misfit("no countries where determined is no", "determined")
        if not any(shapes) and not self.recycled and self.determined is not False:
            raise ValueError("at least one of countries, by_metal, by_country, by_smelter and recycled")
        return self

    @property
    def metals_by_country(self) -> dict[str, tuple[Metal, ...]]:
        """Every country that is given, in order, with its metals; no metals where none are given for it."""
        found: dict[str, set[Metal]] = {country: set() for country in self.countries or ()}
        for country, metals in (self.by_country or {}).items():
            found.setdefault(country, set()).update(metals or ())
        for metal, countries in (self.by_metal or {}).items():
            for country in countries:
                found.setdefault(country, set()).add(metal)
        for countries in (self.by_smelter or {}).values():
            for country in countries:
                found.setdefault(country, set())
        return {country: tuple(m for m in Metal if m in found[country]) for country in sorted(found)}

    @property
    def named_countries(self) -> tuple[str, ...]:
        """Every country that is given, in order, without words such as ``Not stated`` in the place of one."""
        return tuple(country for country in self.metals_by_country if fold(country) not in _NO_COUNTRY)


class HighRiskAreas(Fact):
    """A list of conflict-affected and high-risk areas, on which an assessment of risk by place rests."""

    name: Text
    """The list's name, as a sentence says it after "the list"."""
    url: WebAddress | None = None
    as_of: Day | None = None
    countries: Annotated[tuple[Text, ...], Field(min_length=1)]


class Audit(Fact):
    """Independent private sector audit of the report, Item 1.01(c)(1)(ii)."""

    auditor: Text
    standard: Text
    conclusion: Text
