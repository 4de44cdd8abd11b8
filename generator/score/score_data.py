"""Scorecard D: what the figures and the list let a reader do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..checks.origins import country_is_not_restricted, origin_is_not_the_place, origin_is_plausible
from ..model import Metal
from ..model.counted import counted
from .said import quotation
from .score_material import (
    Material,
    Verdict,
    answered,
    not_applicable,
    of_list,
    of_report,
    shown,
    squeezed,
    verdict,
)
from .trees import rows, tables, terms

_FEWEST_WORDS = 3
"""Of what a glossary says of a term."""
_ANY_METAL = re.compile(rf"\b(?:{'|'.join(Metal)})\b", re.IGNORECASE)


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
    statuses = material.disclosure.facts.statuses
    if not statuses:
        return not_applicable("the filing has no words for a status", material.where("statuses"))
    words = {one.label: _definition(material, one.label, one.definition) for one in statuses}
    lacking = [label for label, definition in words.items() if definition is None]
    found = "each status label is defined in the report: " + "; ".join(
        f"{label}: “{definition}”" for label, definition in words.items()
    )
    if lacking:
        found = f"the report does not define '{lacking[0]}'"
    advice = "Show {{ table.status_definitions }} in a section."
    first = None if lacking else material.place_of(next(iter(words.values())) or "")
    return verdict(not lacking, found, first or material.where("statuses"), advice)


def _definition(material: Material, label: str, stated: str | None) -> str | None:
    """Where the report defines a label: in the words stated, in prose, in a glossary, in a table; or None."""
    if stated is not None and squeezed(stated) in squeezed(material.report_text):
        return stated
    name = rf"[\"'(]*\b{re.escape(squeezed(label))}\b[\"')]*"
    meaning = re.compile(
        rf"{name}(?: \w+){{0,2}}? (?:means|indicates|refers to|denotes|signifies|stands for|is defined as)\b"
        rf"|{name}(?: \w+){{0,2}} \((?:i\.e\.|that is|meaning)|\bdefin\w+ {name} as\b"
        rf"|^{name}\s*(?::|[-–—=] )\s*\S+ \S+ \S+"
    )
    for said in material.said:
        if meaning.search(squeezed(said.text)):
            return said.text
    assert material.exhibit is not None
    for term, *others in (*rows(material.exhibit), *terms(material.exhibit)):
        if squeezed(term).strip("\"'") == squeezed(label):
            return next((text for text in others if len(text.split()) >= _FEWEST_WORDS), None)
    return None


@of_report
def metals_are_counted(material: Material) -> Verdict:
    assert material.exhibit is not None
    counted = {metal: number for metal, number in _by_metal(material).items() if number}
    where = material.section("table.status_by_metal")
    words = {metal: _count_of(material, metal, number) for metal, number in counted.items()}
    lacking = [f"{counted[metal]:,} for {metal.lower()}" for metal, said in words.items() if said is None]
    found = "each metal is counted: " + "; ".join(f"{metal}: {said}" for metal, said in words.items())
    if lacking:
        found = f"no table of the report counts {', '.join(lacking)}"
    if not counted:
        found = "no facility is counted for a metal"
    advice = "Show {{ table.status_by_metal }} in a section."
    first = next((material.place_of(said) for said in words.values() if said), None)
    where = first if first and not lacking else where
    return verdict(bool(counted) and not lacking, found, where, advice)


def _count_of(material: Material, metal: Metal, number: int) -> str | None:
    """The words with the count of a metal: in its row, its column or the sum of it, a sentence; or None."""
    assert material.exhibit is not None
    name = re.compile(rf"\b{metal}\b", re.IGNORECASE)
    figure = f"{number:,}"
    for table in tables(material.exhibit):
        for row in table:
            if name.search(row[0] if row else "") and figure in row:
                return " | ".join(row)
        below = _column(table, name)
        if found := [row for cell, row in below if cell == figure]:
            return " | ".join(found[0])
        numbers = [int(cell.replace(",", "")) for cell, _ in below if re.fullmatch(r"[\d,]*\d", cell)]
        if len(numbers) > 1 and sum(numbers) == number:
            return " + ".join(map(str, numbers))
    stands = re.compile(
        rf"(?<![\d.,]){figure}(?![\d%]|[.,]\d)(?: [a-z-]+){{0,3}} {name.pattern}"
        rf"|{name.pattern}[:,]? \(?{figure}(?![\d%]|[.,]\d)",
        re.IGNORECASE,
    )
    return next((f"“{one[0]}”" for said in material.said if (one := stands.search(said.text))), None)


def _column(table: Sequence[tuple[str, ...]], name: re.Pattern[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The cells below a metal's heading, each with its row; none where no columns are metals.

    Columns are counted from the right: a cell of the first ones may be drawn over several.
    """
    for at, row in enumerate(table):
        if sum(bool(_ANY_METAL.search(cell)) for cell in row) > 1:
            column = next((n for n, cell in enumerate(row) if name.search(cell)), None)
            if column is None:
                return []
            back = column - len(row)
            return [(other[back], other) for other in table[at + 1 :] if len(other) >= -back]
    return []


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
    if not is_stated and (said := material.find("response rate")):
        known = [percent, *(group.response_rate or "" for group in survey.groups)]
        if _same_rate(said.text, known):
            return shown(material, said, "response rate", "the text gives a rate")
        found = f"the text gives another response rate than {percent}: {quotation(said, 'response rate')}"
        return verdict(False, found, material.place(said), advice)
    return verdict(is_stated, found, material.where("survey"), advice)


def _same_rate(text: str, known: Sequence[str]) -> bool:
    """Whether a percentage of the text is one of those known, perhaps rounded; true where none is known."""
    rates = [float(number) for one in known for number in re.findall(r"\d+(?:\.\d+)?", one)]
    said = [float(number) for number in re.findall(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent)", text)]
    return not rates or any(abs(rate - one) < 1 for rate in rates for one in said)


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
