"""Scorecard B: the form itself, and that form and report say the same."""

from __future__ import annotations

import re

from ..checks.form import is_foreign
from ..model.counted import counted
from .score_material import Material, Verdict, not_applicable, of_form, of_report, squeezed, verdict

_SIGNATURE = "the registrant has duly caused this report to be signed on its behalf"
_EXHIBIT = re.compile(r"(?<!Item\s)\b1\.01\b")
"""Its number, in a sentence and alone in the table of exhibits; Item 1.01 has the same."""
_TIMES_IN_FORM = 2
"""Item 1.02 and the section Exhibits each name the exhibit."""


@of_form
def layout_in_force_is_used(material: Material) -> Verdict:
    disclosure = material.disclosure
    used, in_force = disclosure.layout, disclosure.period.layout
    found = f"the layout is {used}; for reports on {disclosure.year}, {in_force} is in force"
    where = material.where("form", "layout")
    return verdict(used is in_force, found, where, "Clear the entry 'form.layout'.")


@of_form
def exhibit_is_named(material: Material) -> Verdict:
    times = len(_EXHIBIT.findall(material.form_text))
    where = material.where("form", "route")
    if material.exhibit is None:
        found = f"the form names Exhibit 1.01, and no report is filed: {counted(times, 'time')}"
        if times == 0:
            return not_applicable("no exhibit is filed with this route, and the form names none", where)
        return verdict(False, found, where, "Remove what the sections say of an exhibit.")
    found = f"the form names Exhibit 1.01 {counted(times, 'time')}"
    advice = "Item 1.02 and the section Exhibits both name it; see the form's template."
    return verdict(times >= _TIMES_IN_FORM, found, where, advice)


@of_form
def form_is_signed(material: Material) -> Verdict:
    stated, text = material.disclosure.facts, material.form_text
    signatory = stated.filing.signatory
    signers = [stated.signatory_of(one) for one in stated.registrants]
    signed = all(one is not None and f"/s/ {one.name}" in text and one.title in text for one in signers)
    is_complete = signed and _SIGNATURE in text
    found = f"signed by {signatory.name}, {signatory.title}" if signatory and is_complete else "not signed"
    advice = "Give 'filing.signatory' with name and title, and set the state to final when it is signed."
    return verdict(is_complete, found, material.where("filing", "signatory"), advice)


@of_form
def employer_number_is_given(material: Material) -> Verdict:
    registrant = material.disclosure.facts.registrant
    ein = registrant.ein
    if ein is None and is_foreign(registrant):
        where = material.where("registrant", "ein")
        return not_applicable("a registrant from outside the United States has no such number", where)
    is_given = ein is not None and ein in material.form_text
    found = f"the cover shows {ein}" if is_given else "the cover shows no I.R.S. Employer Identification No."
    advice = "Enter it under 'registrant.ein', unless you reproduce a form that was filed without it."
    return verdict(is_given, found, material.where("registrant", "ein"), advice)


@of_form
def filed_in_time(material: Material) -> Verdict:
    filing, due = material.disclosure.facts.filing, material.disclosure.period.due
    day = filing.date or filing.signed_on
    found = f"{'filed' if filing.date else 'signed'} on {day}, due on {due}"
    if day is None:
        found = f"not filed; it is due on {due}"
    advice = f"File by {due} and enter the day under 'filing.date'."
    return verdict(day is not None and day <= due, found, material.where("filing", "date"), advice)


@of_form
@of_report
def form_and_report_agree(material: Material) -> Verdict:
    facts = material.disclosure.facts
    said = (*facts.registrant_names, str(facts.period))
    different = [
        words
        for words in said
        if not (squeezed(words) in squeezed(material.form_text) and words in material.report_text)
    ]
    found = f"form and report both name {facts.registrant_list} and {facts.period}"
    if different:
        found = f"'{different[0]}' does not stand in both, form and report"
    advice = "Let the report name the registrant exactly as in its charter, and the period."
    return verdict(not different, found, material.where("registrant", "name"), advice)
