"""Scorecard C: the five steps of the OECD guidance, two checks a step."""

from __future__ import annotations

import re

from ..model import StatusClass
from ..model.counted import counted
from .score_material import Material, Verdict, answered, headings, of_report, squeezed, verdict

_STEPS = {
    1: r"\bstep 1\b|management systems?",
    2: r"\bstep 2\b|(?:identif|assess).*risk",
    3: r"\bstep 3\b|respond",
    4: r"\bstep 4\b|third-party audit",
    5: r"\bstep 5\b|public reporting|report(?:ing)? on (?:supply chain )?due diligence",
}
"""Number of a step to the words of a heading that announces it, in lower case."""
_FEWEST_WORDS = 20


@of_report
def policy_is_public(material: Material) -> Verdict:
    facts = material.disclosure.facts
    found = [
        f"no public address of the {name}"
        for name, link in (("policy", facts.policy), ("grievance procedure", facts.grievance))
        if link is None or link.url is None
    ]
    advice = "Publish both, and give name and url under 'policy' and 'grievance'."
    said = "; ".join(found) or "policy and grievance procedure have public addresses"
    return verdict(not found, said, material.where("policy" if facts.grievance else "grievance"), advice)


@of_report
def management_is_described(material: Material) -> Verdict:
    return answered(material, "management_is_described")


@of_report
def smelters_are_identified(material: Material) -> Verdict:
    disclosure = material.disclosure
    lists = {status.list_name for status in disclosure.facts.statuses if status.list_name}
    unclear = [
        (row.name, row.status.label)
        for row in disclosure.smelters
        if row.status and row.status.status_class is StatusClass.OTHER
    ]
    counts = disclosure.facts.counts
    total = len(disclosure.smelters) or (counts.total if counts else 0) or 0
    number = counted(total, "facility", "facilities")
    found = f"{number}, compared with: {'; '.join(sorted(lists)) or 'no list'}"
    if unclear:
        found = f"'{unclear[0][0]}' has the status '{unclear[0][1]}', which says nothing"
    advice = "Compare each facility with a list of an audit program, and name the list under 'statuses'."
    is_met = bool(total and lists) and not unclear
    return verdict(is_met, found, material.where("statuses"), advice)


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
def audits_are_named(material: Material) -> Verdict:
    statuses = material.disclosure.facts.statuses
    lists = [
        one.list_name for one in statuses if one.status_class is StatusClass.CONFORMANT and one.list_name
    ]
    said = [name for name in lists if squeezed(name) in squeezed(material.report_text)]
    found = (
        f"the report names '{said[0]}'" if said else "the report names no program that audits the facilities"
    )
    advice = "Name the list of the conformant status, and show it with {{ table.status_definitions }}."
    return verdict(bool(said), found, material.where("statuses"), advice)


@of_report
def list_dates_are_given(material: Material) -> Verdict:
    statuses = material.disclosure.facts.statuses
    undated = [n for n, one in enumerate(statuses) if one.list_name and one.as_of is None]
    found = "every list has its date"
    if undated:
        found = f"the list of the status '{statuses[undated[0]].label}' has no date"
    advice = "Enter the day on which the list was consulted under 'as_of'."
    is_met = not undated and any(one.list_name for one in statuses)
    place = ("statuses", undated[0]) if undated else ("statuses",)
    return verdict(is_met, found if undated or is_met else "no list is named", material.where(*place), advice)


@of_report
def steps_are_reported(material: Material) -> Verdict:
    assert material.exhibit is not None
    written = [(squeezed(title), len(text.split())) for title, text in headings(material.exhibit)]
    lacking = [
        step
        for step, words in _STEPS.items()
        if not any(re.search(words, title) and length >= _FEWEST_WORDS for title, length in written)
    ]
    found = "each of the five steps has a heading and content"
    if lacking:
        steps = ", ".join(map(str, lacking))
        found = f"no heading with content for step {steps} of the OECD guidance"
    advice = "Give each step a heading, such as 'Step 3: …', and say below it what was done."
    return verdict(not lacking, found, material.section("step 1", "management systems"), advice)


@of_report
def improvement_is_described(material: Material) -> Verdict:
    return answered(material, "improvement_is_described")
