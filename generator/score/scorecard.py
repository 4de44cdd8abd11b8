"""The scorecard: forty checks in five groups, each computed, or answered by a person with evidence.

A and B are what Rule 13p-1 and Form SD ask for; C, D and E are what the OECD guidance and those who rate
reports look for. The two are never added up into one mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..model import StatedAnswers
from . import score_data as data
from . import score_delivery as delivery
from . import score_form as form
from . import score_lists as lists
from . import score_statutory as statutory
from . import score_steps as steps
from .score_material import Material, Run, Verdict
from .values import Scorecard, ScoredCheck, ScoreGroup, Tier


@dataclass(frozen=True, slots=True)
class _Group:
    letter: str
    title: str
    tier: Tier
    checks: tuple[tuple[Run, str], ...]
    """Each check, whose name is the function's, and what must be so."""


_LAW, _PRACTICE = Tier.STATUTORY, Tier.GOOD_PRACTICE

_GROUPS = (
    _Group("A", "What Item 1.01 asks for", _LAW, (
        (statutory.cover_is_complete, "The cover has every value, with the contact's area code."),
        (statutory.box_is_ticked, "The box of Rule 13p-1 is ticked."),
        (statutory.period_is_stated, "The form states the reporting period."),
        (statutory.heading_is_exact, "The form has the heading 'Conflict Minerals Disclosure'."),
        (statutory.inquiry_is_described, "The country of origin inquiry is described."),
        (statutory.result_is_stated, "The result of the inquiry is stated."),
        (statutory.link_is_given, "The form gives the web address of the disclosure."),
        (statutory.framework_is_named, "The framework of the due diligence is named."),
        (statutory.due_diligence_is_described, "The measures of due diligence are described."),
        (statutory.products_are_described, "The covered products are described."),
        (statutory.facilities_are_listed, "The smelters and refiners are listed."),
        (statutory.origin_efforts_are_described,
         "The countries of origin, and the efforts to determine mine or location, are described."),
    )),
    _Group("B", "The form", _LAW, (
        (form.layout_in_force_is_used, "The layout of the form is the one in force."),
        (form.exhibit_is_named, "Exhibit 1.01 is named where the form asks for it."),
        (form.form_is_signed, "The form is signed, with name and title."),
        (form.employer_number_is_given, "The cover shows the employer identification number."),
        (form.filed_in_time, "The form is filed by the due date."),
        (form.form_and_report_agree, "Form and report name the same registrant and period."),
    )),
    _Group("C", "The five steps of the OECD guidance", _PRACTICE, (
        (steps.policy_is_public, "Step 1: the policy and the grievance procedure are public."),
        (steps.management_is_described, "Step 1: responsibility and the keeping of records are described."),
        (lists.smelters_are_identified, "Step 2: the smelters are compared with a named list."),
        (steps.risks_are_assessed, "Step 2: signs of risk are looked for, and the risks found are said."),
        (steps.risks_are_reported, "Step 3: risks are reported to senior management."),
        (steps.mitigation_is_described, "Step 3: what follows for facilities or suppliers at risk is said."),
        (lists.audits_are_named, "Step 4: the program that audits the smelters is named."),
        (lists.list_dates_are_given, "Step 4: the day on which its lists were consulted is given."),
        (steps.steps_are_reported, "Step 5: the report has content for each of the five steps."),
        (steps.improvement_is_described, "Step 5: what has been and will be improved is described."),
    )),
    _Group("D", "Figures and list", _PRACTICE, (
        (data.facilities_have_identifiers, "Every facility has its RMI identifier."),
        (data.statuses_are_defined, "Every status label is defined in the report."),
        (data.metals_are_counted, "The facilities are counted for each metal."),
        (data.response_is_stated, "The response rate of the survey is given."),
        (data.years_are_compared, "The figures are compared with the year before."),
        (data.origins_are_listed, "The countries of origin are listed."),
        (data.origins_are_plausible, "The countries of origin are plausible."),
    )),
    _Group("E", "Delivery", _PRACTICE, (
        (delivery.edgar_takes_the_documents, "The documents keep EDGAR's rules."),
        (delivery.site_is_accessible, "The website is accessible, and this has been tested."),
        (delivery.pdf_is_tagged, "The PDF is tagged."),
        (delivery.address_is_stable, "The form leads to a stable address of this year's report."),
        (delivery.list_is_open_data, "The list is offered as open data."),
    )),
)  # fmt: skip


def score(material: Material) -> Scorecard:
    """The scorecard of a year. Needs the published documents and files as well as the facts."""
    return Scorecard(material.disclosure.year, tuple(_scored(group, material) for group in _GROUPS))


def score_lines(card: Scorecard) -> Iterator[str]:
    """The scorecard for people: groups with points, checks with what each rests on, and what to do."""
    tiers = (f"{tier} {card.points(tier)} of {card.possible(tier)}" for tier in Tier)
    yield f"Scorecard for {card.year}: {', '.join(tiers)}"
    for group in card.groups:
        yield ""
        yield f"{group.letter}  {group.title} ({group.tier}): {group.points} of {group.possible}"
        for check in group.checks:
            yield f"   {check.number:<4}{check.outcome:<15}{check.question}"
            yield f"       {check.found} ({check.where}). {check.advice}".rstrip()


def as_dict(card: Scorecard) -> dict[str, Any]:
    """The scorecard for ``formsd check --score --json``."""
    return {
        "year": card.year,
        "tiers": [{"tier": t, "points": card.points(t), "possible": card.possible(t)} for t in Tier],
        "groups": [_group_dict(group) for group in card.groups],
    }


def _group_dict(group: ScoreGroup) -> dict[str, Any]:
    return {
        "group": group.letter,
        "title": group.title,
        "tier": group.tier,
        "points": group.points,
        "possible": group.possible,
        "checks": [
            {
                "number": check.number,
                "name": check.name,
                "question": check.question,
                "outcome": check.outcome,
                "computed": check.is_computed,
                "found": check.found,
                "where": str(check.where),
                "advice": check.advice,
            }
            for check in group.checks
        ],
    }


def _scored(group: _Group, material: Material) -> ScoreGroup:
    checks = (
        _check(f"{group.letter}{number}", group.tier, run.__name__, question, run(material))
        for number, (run, question) in enumerate(group.checks, start=1)
    )
    return ScoreGroup(group.letter, group.title, group.tier, tuple(checks))


def _check(number: str, tier: Tier, name: str, question: str, answer: Verdict) -> ScoredCheck:
    return ScoredCheck(
        number=number,
        name=name,
        question=question,
        tier=tier,
        outcome=answer.outcome,
        is_computed=name not in StatedAnswers.model_fields,
        found=answer.found,
        where=answer.where,
        advice=answer.advice,
    )
