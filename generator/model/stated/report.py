"""What the report tells in facts: products, survey, origins, risk, audit, links."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..vocabulary import Metal
from .base import Count, Day, Fact, Text, WebAddress


class Product(Fact):
    """A category of covered products. ``metals`` empty means: not broken down by metal."""

    name: Text
    description: Text | None = None
    metals: tuple[Metal, ...] = ()


class Products(Fact):
    """The covered products, Item 1.01(c)(2), in the filer's own words."""

    description: Text
    categories: Annotated[tuple[Product, ...], Field(min_length=1)]


class Term(Fact):
    """A word in singular and plural."""

    one: Text
    many: Text


class Survey(Fact):
    """The reasonable country of origin inquiry in figures."""

    suppliers: Count
    """Suppliers that were asked."""
    answered: Count
    supplier_term: Term = Field(default_factory=lambda: Term(one="supplier", many="suppliers"))
    tool: Text = "Conflict Minerals Reporting Template"
    tool_abbreviation: Text = "CMRT"
    tool_publisher: Text = "Responsible Minerals Initiative (RMI)"
    tool_version: Text | None = None
    """None where the filing does not say which."""
    answer_level: Literal["company", "product", "both"]
    """Whether answers covered the supplier's whole company or the products supplied."""
    outside_covered_countries: Count | None = None
    """Suppliers that declare that they do not source from covered countries; None: not evaluated."""


class Link(Fact):
    """A named web address; ``url`` None where the text is not public."""

    name: Text
    url: WebAddress | None = None


class Terms(Fact):
    """Terms under which others may use the list: a license by name, or a sentence."""

    text: Text
    url: WebAddress | None = None


class Origins(Fact):
    """Countries of origin of the minerals: one list, a list per metal, or metals per country.

    Never derived from where a facility stands (Item 1.01(c)(2) asks for the origin of minerals).
    """

    countries: tuple[Text, ...] | None = None
    by_metal: dict[Metal, tuple[Text, ...]] | None = None
    by_country: dict[Text, tuple[Metal, ...]] | None = None

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        if sum(shape is not None for shape in (self.countries, self.by_metal, self.by_country)) != 1:
            raise ValueError("exactly one of countries, by_metal and by_country")
        return self

    @property
    def metals_by_country(self) -> dict[str, tuple[Metal, ...]]:
        """Country to its metals, both in order; no metals where the list is not broken down."""
        if self.by_country is not None:
            return dict(sorted(self.by_country.items()))
        if self.by_metal is None:
            return dict.fromkeys(sorted(self.countries or ()), ())
        found = sorted({country for countries in self.by_metal.values() for country in countries})
        return {c: tuple(m for m in Metal if c in self.by_metal.get(m, ())) for c in found}


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
