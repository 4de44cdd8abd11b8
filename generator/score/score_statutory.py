"""Scorecard A: what Item 1.01 of Form SD asks for, looked for in the documents themselves."""

from __future__ import annotations

import re

from ..model import CONFLICT_MINERALS_HEADING
from ..model.counted import counted
from .score_material import (
    Material,
    Verdict,
    answered,
    not_applicable,
    of_form,
    of_report,
    shown,
    squeezed,
    verdict,
)
from .trees import headings

_DIGITS_WITH_AREA_CODE = 10
_INQUIRY = "country of origin inquiry"


@of_form
def cover_is_complete(material: Material) -> Verdict:
    stated = material.disclosure.facts.registrant
    address, contact = stated.address, stated.contact
    values = (
        stated.name, stated.jurisdiction, stated.commission_file_number, address and address.street,
        address and address.zip, contact and contact.name, contact and contact.telephone,
    )  # fmt: skip
    missing = [value for value in values if value and value not in material.form_text]
    telephone = contact.telephone if contact else ""
    if (
        contact
        and len(re.findall(r"\d", telephone)) < _DIGITS_WITH_AREA_CODE
        and not telephone.startswith("+")
    ):
        missing.append(f"the area code of {telephone}")
    where = material.where("registrant", "contact", "telephone") if missing else material.where("registrant")
    found = f"the cover lacks {', '.join(missing)}" if missing else "every caption of the cover has its value"
    return verdict(not missing, found, where, "Complete the entries under 'registrant'.")


@of_form
def box_is_ticked(material: Material) -> Verdict:
    is_ticked = re.search(r"(?:☒|\[x\]|(?<!Not )\bChecked)\s*(?:Checked\s*)?Rule 13p-1", material.form_text)
    found = f"the box of Rule 13p-1 is {'ticked' if is_ticked else 'not ticked'}"
    advice = "Form SD without this box is not a conflict minerals disclosure; see the form's template."
    return verdict(bool(is_ticked), found, material.where("form"), advice)


@of_form
def period_is_stated(material: Material) -> Verdict:
    year = material.disclosure.facts.period
    words = f"January 1 to December 31, {year}"
    is_stated = words in material.form_text
    found = f"the form {'says' if is_stated else 'does not say'} '{words}'"
    return verdict(is_stated, found, material.where("period"), "Correct the entry 'period'.")


@of_form
def heading_is_exact(material: Material) -> Verdict:
    assert material.form is not None
    is_there = CONFLICT_MINERALS_HEADING in [text for text, _ in headings(material.form)]
    found = f"the form {'has' if is_there else 'has no'} heading '{CONFLICT_MINERALS_HEADING}'"
    advice = "The form asks for this heading word for word, in its body."
    return verdict(is_there, found, material.where("form"), advice)


def inquiry_is_described(material: Material) -> Verdict:
    text, survey = squeezed(material.report_text), material.disclosure.facts.survey
    tools = [one for one in (survey.tool_abbreviation, survey.tool) if one]
    tool = tools[0] if tools else ""
    said = material.find("inquiry")
    lacking = [
        words
        for words, is_there in (
            (f"the words '{_INQUIRY}'", said is not None),
            (f"who was asked ('{survey.supplier_term.many}')", squeezed(survey.supplier_term.many) in text),
            (f"the questionnaire ('{tool}')", not tools or any(squeezed(one) in text for one in tools)),
        )
        if not is_there
    ]
    if said and not lacking:
        return shown(material, said, "inquiry", "the text says who was asked, and how")
    found = f"the text lacks {', '.join(lacking)}"
    advice = (
        "Describe the reasonable country of origin inquiry: why it was made, who was asked, and with what."
    )
    return verdict(False, found, material.section(_INQUIRY), advice)


def result_is_stated(material: Material) -> Verdict:
    return answered(material, "result_is_stated")


@of_form
def link_is_given(material: Material) -> Verdict:
    url = material.disclosure.facts.registrant.disclosure_url
    if url is None:
        return not_applicable("no web address is stated", material.where("registrant"))
    is_given = url in material.form_text
    found = f"the form {'gives' if is_given else 'does not give'} the web address {url}"
    where = material.where("registrant", "disclosure_url")
    return verdict(is_given, found, where, "Item 1.01 asks for the address in the body of the form.")


@of_report
def framework_is_named(material: Material) -> Verdict:
    if said := material.find("framework"):
        return shown(material, said, "framework", "the report names the framework")
    found = "the report names no framework of due diligence"
    advice = "Name the nationally or internationally recognized framework, such as the OECD guidance."
    return verdict(False, found, material.section("oecd", "due diligence"), advice)


@of_report
def due_diligence_is_described(material: Material) -> Verdict:
    return answered(material, "due_diligence_is_described")


@of_report
def products_are_described(material: Material) -> Verdict:
    products = material.disclosure.facts.products
    if products is None:
        return not_applicable("no products are stated that could be looked for", material.where("products"))
    text = squeezed(material.report_text)
    said = [products.description, *(category.name for category in products.categories)]
    lacking = [words for words in said if squeezed(words) not in text]
    found = "the report describes the products and each category"
    if lacking:
        found = f"the report does not say '{lacking[0]}'"
    advice = "Let a section say '{{ products.description }}' and name each of the categories."
    return verdict(not lacking, found, material.where("products"), advice)


@of_report
def facilities_are_listed(material: Material) -> Verdict:
    smelters, text = material.disclosure.smelters, squeezed(material.report_text)
    lacking = [smelter.name for smelter in smelters if squeezed(smelter.name) not in text]
    found = f"the annex lists {counted(len(smelters), 'facility', 'facilities')}, one for each metal"
    if lacking or not smelters:
        found = f"the report does not list '{lacking[0]}'" if lacking else "the filing gives no list"
    advice = "List every smelter and refiner that the answers named."
    return verdict(bool(smelters) and not lacking, found, material.where("annex"), advice)


@of_report
def origin_efforts_are_described(material: Material) -> Verdict:
    return answered(material, "origin_efforts_are_described")
