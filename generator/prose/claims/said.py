"""What every claim needs: the facts, the place that asks, and the wording that it fills in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateRuntimeError

from ...model import LineRef, Smelter
from .. import escape
from ..claim import Claim
from ..environment import Markdown
from ..facilities import Facilities
from ..facts import AllFacts
from ..marks import mark
from ..wording.wording import wording_of


@dataclass(frozen=True)
class Asked:
    """A section that asks for claims."""

    facts: AllFacts
    place: Callable[[], LineRef]
    """The line that is being filled in."""
    made: list[Claim]
    """Takes what was claimed, for the checks."""

    def text(self, wording: str, case: str, **context: Any) -> Markdown:
        """The filer's text for a case, filled in."""
        return wording_of(self.facts.wording).text(wording, case, {**self.facts.as_dict(), **context})

    def texts(self, wording: str, cases: list[str], **context: Any) -> Markdown:
        """The texts of several cases, one sentence after the other; those without words are left out."""
        found = (self.text(wording, case, **context) for case in cases)
        return together(found)


def together(texts: Any) -> Markdown:
    """Sentences one after the other."""
    return Markdown(" ".join(text for text in texts if text))


def part_of(facilities: Facilities, name: str) -> Facilities:
    """A part of the group.

    Raises TemplateRuntimeError where it is no group, or the data does not give that part.
    """
    if not hasattr(facilities, "in_covered_countries"):
        raise TemplateRuntimeError("the claim needs a group of facilities such as facilities.indeterminable")
    part: Facilities | None = getattr(facilities, name)
    if part is None:
        raise TemplateRuntimeError(
            "the claim needs a list of high-risk areas: fill high_risk_areas in disclosure.yml"
        )
    return part


def located(facilities: Facilities, name: str) -> Facilities:
    """A part by where the facilities stand. Raises TemplateRuntimeError where the list does not say that."""
    part = part_of(facilities, name)
    if not facilities.listed:
        raise TemplateRuntimeError(
            "the claim needs a list of facilities, and there is none: write without it"
        )
    if facilities.number == 0:
        return part
    if not facilities.gives_country:
        raise TemplateRuntimeError(
            "the claim needs the countries of the facilities, and the list has none: write without it"
        )
    if facilities.without_country is None:
        raise TemplateRuntimeError(
            "the claim needs the statuses of the facilities, and the list has none: write without it"
        )
    return part


def named_rows(facilities: Facilities) -> Markdown:
    """The facilities with links to their rows: ``[Name](annex.md#row) (tin, Rwanda); …``."""
    return Markdown("; ".join(_link(row) for row in facilities.rows))


def _link(row: Smelter) -> str:
    name = mark(escape.markdown(row.called), str(row.where))
    country = f", {row.country.name}" if row.country else ""
    place = mark(escape.markdown(f"{row.metal.lower()}{country}"), str(row.where))
    return f"[{name}](annex.md#{row.anchor}) ({place})"
