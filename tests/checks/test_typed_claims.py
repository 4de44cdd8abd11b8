"""Sentences on all or none that somebody typed: told apart from claims, and held against the data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Metal
from tests.support.builders import PERU, RWANDA, smelter
from tests.support.written_sections import found

GOLD = smelter("Invented Gold", 2)
OPEN = smelter("Invented Open", 3, country=PERU, status=1)
IN_RWANDA = smelter("Invented Tin", 4, metal=Metal.TIN, country=RWANDA)
ORIGINS = {
    "origins": {"countries": ["Rwanda", "Peru"]},
    "derived": {"origin_codes": (("Rwanda", "RW"), ("Peru", "PE"))},
}

NO_FACILITY = "There were no smelters or refiners geographically located in a Covered Country."


def test_the_sentence_of_the_filing_is_contradicted_by_the_row_in_rwanda() -> None:
    assert found("CL-002", NO_FACILITY, GOLD, IN_RWANDA) == [
        f"CL-002 error: '{NO_FACILITY}' is not so: the list has Invented Tin (tin, Rwanda, C4) "
        "(report/01-text.md:3:12). Write {{ claim.none_in_covered_country(facilities) }}, of the group that "
        "is meant."
    ]
    assert found("CL-004", NO_FACILITY, GOLD, IN_RWANDA) == []


def test_the_same_sentence_is_only_a_typed_claim_where_it_holds() -> None:
    assert found("CL-002", NO_FACILITY, GOLD) == []
    assert found("CL-004", NO_FACILITY, GOLD) == [
        "CL-004 warning: 'no smelters or refiners' says something of all or none, and is typed: "
        f"'{NO_FACILITY}' (report/01-text.md:3:12). Write "
        "{{ claim.none_in_covered_country(facilities) }}, of the group that is meant."
    ]


@pytest.mark.parametrize(
    ("text", "contradiction"),
    [
        ("All of our suppliers responded.", "1 of 7 suppliers did not answer"),
        ("Every supplier returned a completed template.", "1 of 7 suppliers did not answer"),
        ("None of the minerals originated in a covered country.", "the countries of origin include Rwanda"),
        ("All smelters are conformant.", "1 of 3 have another status"),
        (
            "None of the facilities is located in a covered country.",
            "the list has Invented Tin (tin, Rwanda, C4)",
        ),
        (
            "The facilities are not located in covered countries.",
            "the list has Invented Tin (tin, Rwanda, C4)",
        ),
    ],
)
def test_what_the_data_contradicts_stops_a_final(text: str, contradiction: str) -> None:
    [says] = found("CL-002", text, GOLD, OPEN, IN_RWANDA, **ORIGINS)
    assert says.startswith(f"CL-002 error: '{text}' is not so: {contradiction} (report/01-text.md:3:")


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("All of our suppliers responded.", "Write {{ claim.all_answered() }}."),
        ("None of the minerals originated in a covered country.", "Write {{ claim.origin() }}."),
        (
            "All smelters are conformant.",
            "Write {{ claim.all_conformant(facilities) }}, of the group that is meant.",
        ),
        (
            "We have not identified any smelter of concern.",
            "Use a claim or a fact, say of whom it is true, or waive it with a reason.",
        ),
        (
            "Only conformant facilities are listed.",
            "Use a claim or a fact, say of whom it is true, or waive it with a reason.",
        ),
        (
            "Neither of the refiners changed.",
            "Use a claim or a fact, say of whom it is true, or waive it with a reason.",
        ),
        (
            "No supplier had questions.",
            "Use a claim or a fact, say of whom it is true, or waive it with a reason.",
        ),
    ],
)
def test_a_typed_sentence_on_all_or_none_is_told_with_what_to_write(text: str, instead: str) -> None:
    [says] = found("CL-004", text, GOLD, survey__answered=7)
    assert says.endswith(instead)
    assert found("CL-002", text, GOLD, survey__answered=7) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ claim.none_in_covered_country(facilities) }}",
        "{{ claim.all_answered() }}",
        "{{ claim.all_conformant(facilities) }}",
        "{{ claim.origin() }}",
        "We have no direct relationship with smelters or refiners.",
        "We could not establish from which countries all of the minerals came.",
        "A company must name all facilities.",
        "We asked whether all suppliers know the rule.",
        "After its remarks, the filing says that no smelter stands in a covered country.",
        "It has no Conflict Minerals Report under paragraph (c).",
        "No case so far has called for ending a contract.",
    ],
)
def test_claims_rules_and_quotations_are_no_typed_claims(text: str) -> None:
    assert found("CL-002", text, GOLD, OPEN, IN_RWANDA) + found("CL-004", text, GOLD, OPEN, IN_RWANDA) == []


def test_low_risk_by_place_needs_a_list() -> None:
    text = "Most of these are of low risk due to their geographic location."
    assert found("CL-003", text) == [
        f"CL-003 error: '{text}' is typed, and no list of high-risk areas is stated "
        "(report/01-text.md:3:22). State the list in disclosure.yml (high_risk_areas), and write "
        "{{ claim.low_risk_by_location(facilities) }}, of the group that is meant."
    ]
    areas = {"name": "Invented list", "countries": ["Rwanda"]}
    [says] = found("CL-003", text, high_risk_areas=areas)
    assert says == (
        f"CL-003 error: '{text}' is typed (report/01-text.md:3:22). Write "
        "{{ claim.low_risk_by_location(facilities) }}, of the group that is meant."
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ claim.low_risk_by_location(facilities) }}",
        "The filing says that most of them carry a low risk because of where they stand.",
        "We look for risks in every country.",
    ],
)
def test_risk_by_the_stated_list_passes(text: str) -> None:
    areas = {"name": "Invented list", "countries": ["Rwanda"]}
    derived = {"high_risk_codes": (("Rwanda", "RW"),)}
    assert found("CL-003", text, GOLD, IN_RWANDA, high_risk_areas=areas, derived=derived) == []


def test_a_declaration_beside_a_facility_in_a_covered_country_asks_for_a_word() -> None:
    text = "A supplier reported that it did not source from the covered countries."
    assert found("CL-005", text, IN_RWANDA) == [
        f"CL-005 warning: '{text}', while the list has Invented Tin (tin, Rwanda, C4) "
        "(report/01-text.md:3:29). Say in the same section how the two go together, with "
        "{{ facilities.in_covered_countries.total }} or {{ claim.declared_outside() }}."
    ]
    assert found("CL-005", text, GOLD) == []
    assert (
        found(
            "CL-005", f"{text} The list has {{{{ facilities.in_covered_countries.total }}}} there.", IN_RWANDA
        )
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "All smelters are conformant.",
        "No smelter is located in a covered country.",
        "All suppliers responded.",
    ],
)
def test_what_the_filer_does_not_give_contradicts_no_sentence(text: str) -> None:
    bare = replace(smelter(), country=None, status=None)
    survey = {"suppliers": "approximately 7", "answered": 6}
    assert found("CL-002", text, bare, survey=survey) == []
    assert len(found("CL-004", text, bare, survey=survey)) == 1
