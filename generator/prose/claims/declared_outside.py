"""How many suppliers declare that they do not source from covered countries, beside the list."""

from __future__ import annotations

from jinja2 import TemplateRuntimeError

from ..environment import Markdown
from ..wording.spec import Case, Spec
from .said import Asked

_OUTSIDE, _ASKED = "survey.outside_covered_countries", "survey.suppliers"
SPEC = Spec(
    "declared-outside",
    "Suppliers that declare not to source from covered countries",
    (
        Case("nobody", "where no supplier declared it, and it is not given how many were asked"),
        Case("number", "where it is not given how many were asked", (_OUTSIDE,)),
        Case("none", "where none of those asked declared it", (_ASKED,)),
        Case("some", "where suppliers declared it", (_ASKED, _OUTSIDE)),
        Case("facilities-there", "behind it where listed facilities are in a covered country",
             ("covered.total",)),
    ),
    ("covered",),
)  # fmt: skip


def declared_outside(asked: Asked) -> Markdown:
    """The sentence, and how it goes together with the facilities of the list."""
    survey = asked.facts.survey
    outside = survey.outside_covered_countries
    if outside is None:
        raise TemplateRuntimeError("the claim needs survey.outside_covered_countries in disclosure.yml")
    covered = asked.facts.facilities.in_covered_countries
    if survey.suppliers is None:
        cases = ["nobody" if outside == 0 else "number"]
    else:
        cases = ["none" if outside == 0 else "some"]
    cases += ["facilities-there"] if outside and covered.total else []
    return asked.texts(SPEC.name, cases, covered=covered)
