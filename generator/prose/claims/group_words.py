"""What a group of facilities is called in a sentence, in the filer's words: after its number."""

from __future__ import annotations

from ..facilities import Facilities
from ..fact_values import FactStr
from ..wording.spec import Case, Spec
from .said import Asked

SPEC = Spec(
    "facilities",
    "What groups of facilities are called",
    (
        Case("listed", "for the facilities of the list"),
        Case("for-metal", "for those of a metal", ("group", "metal")),
        Case("with-status", "for those with a status", ("group", "labels")),
        Case("in-covered-country", "for those in a covered country", ("group",)),
        Case("in-high-risk-area", "for those in an area of high risk", ("group",)),
    ),
    ("group", "metal", "labels"),
)


def words_of(asked: Asked, facilities: Facilities) -> str:
    """For example ``listed facilities for gold``; in place of the first words the unit of the filing."""
    return words_with_unit(asked, facilities, facilities.unit)


def words_with_unit(asked: Asked, facilities: Facilities, unit: str | None) -> str:
    """The same with another unit; None: the facilities are those of the list."""
    group: str = asked.text(SPEC.name, "listed") if unit is None else FactStr(unit, "counts.unit")
    for step in facilities.steps:
        metal = step.values[0] if step.values else None
        group = asked.text(SPEC.name, step.case, group=group, metal=metal, labels=step.values)
    return group
