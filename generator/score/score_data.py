"""Scorecard D: what the figures and the list let a reader do."""

from __future__ import annotations

from ..checks.origins import country_is_not_restricted, origin_is_not_the_place, origin_is_plausible
from ..model import Metal
from ..model.counted import counted
from .score_material import (
    Material,
    Verdict,
    answered,
    not_applicable,
    of_list,
    of_report,
    rows,
    squeezed,
    verdict,
)


@of_list
def facilities_have_identifiers(material: Material) -> Verdict:
    smelters = material.disclosure.smelters
    without = [smelter for smelter in smelters if not smelter.cid]
    found = f"{len(smelters) - len(without):,} of {len(smelters):,} rows have an identifier"
    where = without[0].where if without else material.where("annex")
    advice = "Enter the Smelter Identification Number of each row, where the RMI has given one."
    return verdict(bool(smelters) and not without, found, where, advice)


@of_report
def statuses_are_defined(material: Material) -> Verdict:
    text = squeezed(material.report_text)
    statuses = material.disclosure.facts.statuses
    if not statuses:
        return not_applicable("the filing has no words for a status", material.where("statuses"))
    lacking = [
        one.label for one in statuses if one.definition is None or squeezed(one.definition) not in text
    ]
    found = "each status label is defined in the report"
    if lacking:
        found = f"the report does not define '{lacking[0]}'"
    advice = "Show {{ table.status_definitions }} in a section."
    return verdict(not lacking, found, material.where("statuses"), advice)


@of_report
def metals_are_counted(material: Material) -> Verdict:
    assert material.exhibit is not None
    counted = _by_metal(material)
    cells = [set(row) for row in rows(material.exhibit)]
    lacking = [
        f"{number:,} for {metal.lower()}"
        for metal, number in counted.items()
        if number and not any({str(metal), f"{number:,}"} <= row for row in cells)
    ]
    found = f"no table of the report counts {', '.join(lacking)}" if lacking else "a table counts each metal"
    if not any(counted.values()):
        found = "no facility is counted for a metal"
    where = material.section("table.status_by_metal")
    return verdict(
        any(counted.values()) and not lacking, found, where, "Show {{ table.status_by_metal }} in a section."
    )


def _by_metal(material: Material) -> dict[Metal, int]:
    """Rows of each metal; without a list the counts that the filing states."""
    smelters, counts = material.disclosure.smelters, material.disclosure.facts.counts
    if not smelters and counts is not None:
        return dict(counts.by_metal)
    return {metal: sum(row.metal is metal for row in smelters) for metal in Metal}


def response_is_stated(material: Material) -> Verdict:
    survey, text = material.disclosure.facts.survey, material.report_text
    percent = survey.response_rate or "no response rate is given"
    if survey.response_rate is None and survey.counted is not None:
        asked, answered_by = survey.counted
        share = f"{100 * answered_by / asked:.1f}".removesuffix(".0") + "%" if asked else None
        percent = share or "no supplier was asked"
    is_stated = percent in text
    found = f"the text {'gives' if is_stated else 'does not give'} the response rate: {percent}"
    advice = "Let a section say {{ claim.all_answered() }} or {{ survey.response_rate }}."
    return verdict(is_stated, found, material.where("survey"), advice)


def years_are_compared(material: Material) -> Verdict:
    return answered(material, "years_are_compared")


def origins_are_listed(material: Material) -> Verdict:
    origins, text = material.disclosure.facts.origins, squeezed(material.report_text)
    where = material.where("origins")
    advice = (
        "Determine the countries of origin, and list them under 'origins'; never the places of facilities."
    )
    if origins is None or not (origins.named_countries or origins.recycled):
        return verdict(False, "no countries of origin are given", where, advice)
    lacking = [country for country in origins.named_countries if squeezed(country) not in text]
    names = material.disclosure.origin_countries
    if not names:
        return verdict(True, "recycled or scrap material is named as the only origin", where, advice)
    number = counted(len(names), "country of origin is", "countries of origin are")
    found = f"{number} listed"
    if lacking:
        found, advice = f"the text does not name {lacking[0]}", "Show {{ table.origins }} in a section."
    return verdict(not lacking, found, where, advice)


def origins_are_plausible(material: Material) -> Verdict:
    """What the checks of origins find, and what they say of a country of origin under embargo."""
    disclosure, where = material.disclosure, material.where("origins")
    origins = disclosure.facts.origins
    if origins is None or not (origins.named_countries or origins.recycled):
        return not_applicable("no countries of origin are given, so none can be implausible", where)
    restricted = (one for one in country_is_not_restricted(disclosure) if one.where == where)
    doubtful = [*origin_is_plausible(disclosure), *origin_is_not_the_place(disclosure), *restricted]
    found = doubtful[0].message if doubtful else "none is without known mines, or under a measure"
    advice = "Ask the supplier that named it; a facility's country is not the origin of its minerals."
    return verdict(not doubtful, found, where, advice)
