"""A disclosure with everything that it may state, and one with nothing that may be missing.

The one tells which names there are, the other which of them may be missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..model import (
    Annex,
    Disclosure,
    Fact,
    HighRiskAreas,
    Link,
    Product,
    Products,
    Status,
    StatusClass,
    SurveyGroup,
)


def full(disclosure: Disclosure) -> Disclosure:
    """The disclosure with each group of facts and an entry in each list, invented where there is none."""
    stated = disclosure.facts
    groups: dict[str, Fact | tuple[Fact, ...]] = {
        "products": Products(description="products", categories=(Product(name="Products"),)),
        "statuses": (Status(label="Status", status_class=StatusClass.OTHER),),
        "annex": Annex(title="List", columns=("name",)),
        "policy": Link(name="Policy"),
        "grievance": Link(name="Hotline"),
        "high_risk_areas": HighRiskAreas(name="List", countries=("Peru",)),
    }
    missing: dict[str, Any] = {name: group for name, group in groups.items() if not getattr(stated, name)}
    if not stated.survey.groups:
        group = {"groups": (SurveyGroup(name="suppliers"),)}
        missing["survey"] = stated.survey.model_copy(update=group)
    return replace(disclosure, facts=stated.model_copy(update=missing))


def bare(disclosure: Disclosure) -> Disclosure:
    """The disclosure without anything that may be left out: a draft, since a final needs more."""
    stated = _required(disclosure.facts)
    stated["filing"]["state"] = "draft"
    facts = type(disclosure.facts).model_validate(stated)
    return replace(disclosure, facts=facts, smelters=(), lists=(), origin_codes=(), high_risk_codes=())


def _required(value: Any) -> Any:
    """What is stated, as far as it must be, under the names of the file."""
    if isinstance(value, Fact):
        return {
            field.alias or name: _required(getattr(value, name))
            for name, field in type(value).model_fields.items()
            if field.is_required()
        }
    return [_required(one) for one in value] if isinstance(value, tuple) else value
