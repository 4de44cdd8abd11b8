"""Scorecard C: the five steps of the OECD guidance, two checks a step."""

from __future__ import annotations

import re

from ..model import LineRef
from .phrases import says
from .said import Said, quotation
from .score_material import Material, Verdict, answered, of_report, verdict
from .trees import headings

_STEPS = range(1, 6)
_FEWEST_WORDS = 20
_BEGINNING = 60
"""Characters of a paragraph that may name its step."""


@of_report
def policy_is_public(material: Material) -> Verdict:
    facts = material.disclosure.facts
    lacking: list[str] = []
    given: list[str] = []
    places: list[LineRef] = []
    for about, name, link in (
        ("policy", "policy", facts.policy),
        ("grievance", "grievance procedure", facts.grievance),
    ):
        said = None if link is not None and link.url is not None else _reachable(material, about)
        if said:
            given.append(f"the report says where the {name} is: {quotation(said, 'address')}")
            places.append(material.place(said))
        elif link is None or link.url is None:
            named = material.find(about)
            words = f", although the report speaks of it: {quotation(named, about)}" if named else ""
            lacking.append(f"no public address of the {name}{words}")
            places = places if named is None else [*places, material.place(named)]
    advice = "Publish both, and give name and url under 'policy' and 'grievance'."
    said_of_both = "; ".join(lacking or given) or "policy and grievance procedure have public addresses"
    where = places[-1] if places else material.where("policy" if facts.grievance else "grievance")
    return verdict(not lacking, said_of_both, where, advice)


def _reachable(material: Material, about: str) -> Said | None:
    """The sentence that says where it is; None without one.

    For grievances, an address is enough where one of the two sentences before it speaks of them.
    """
    for at, said in enumerate(material.said):
        if "sec.gov" in said.text or not (said.links or says("address", said.text)):
            continue
        before = [one for one in material.said[max(0, at - 2) : at] if one.paragraph >= said.paragraph - 1]
        is_left_to = about == "grievance" and not says("policy", said.text)
        if says(about, said.text) or (is_left_to and any(says(about, one.text) for one in before)):
            return said
    return None


@of_report
def management_is_described(material: Material) -> Verdict:
    return answered(material, "management_is_described")


@of_report
def risks_are_assessed(material: Material) -> Verdict:
    return answered(material, "risks_are_assessed")


@of_report
def risks_are_reported(material: Material) -> Verdict:
    return answered(material, "risks_are_reported")


@of_report
def mitigation_is_described(material: Material) -> Verdict:
    return answered(material, "mitigation_is_described")


@of_report
def steps_are_reported(material: Material) -> Verdict:
    assert material.exhibit is not None
    written = [(title, len(text.split())) for title, text in headings(material.exhibit)]
    written += [(said.text[:_BEGINNING], len(said.text.split())) for said in _begin_a_step(material)]
    titles = {
        step: next((t for t, length in written if says(f"step {step}", t) and length >= _FEWEST_WORDS), None)
        for step in _STEPS
    }
    lacking = [step for step, title in titles.items() if title is None]
    found = "each of the five steps has a heading and content: " + "; ".join(
        f"“{title}”" for title in titles.values()
    )
    if lacking:
        steps = ", ".join(map(str, lacking))
        found = f"no heading with content for step {steps} of the OECD guidance"
    advice = "Give each step a heading, such as 'Step 3: …', and say below it what was done."
    first = None if titles[1] is None else material.place_of(titles[1])
    where = first if first and not lacking else material.section("step 1", "management systems")
    return verdict(not lacking, found, where, advice)


def _begin_a_step(material: Material) -> list[Said]:
    """Paragraphs that begin as a heading would: 'Step 2: …'."""
    begun = re.compile(r"(?:OECD )?step (?:#|no\.? ?)?[1-5]\b", re.IGNORECASE)
    return [said for said in material.said if begun.match(said.text) and said.text != said.heading]


@of_report
def improvement_is_described(material: Material) -> Verdict:
    return answered(material, "improvement_is_described")
