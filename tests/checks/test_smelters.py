from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generator.checks import smelters
from generator.findings import Finding
from generator.model import Disclosure, FacilityList, Metal, OtherMineral, Smelter
from tests.support.builders import disclosure, smelter

Check = Callable[[Disclosure], Iterator[Finding]]


def found(check: Check, *rows: Smelter) -> list[tuple[str, str]]:
    """Code and cell of each finding."""
    return [(finding.code, finding.where.cell) for finding in check(disclosure(*rows))]


def says(check: Check, *rows: Smelter) -> list[str]:
    return [str(finding) for finding in check(disclosure(*rows))]


@pytest.mark.parametrize("cid", ["CID000035", "CID004567", None])
def test_a_cid_of_six_digits_or_none_is_fine(cid: str | None) -> None:
    assert found(smelters.cid_form, smelter(cid=cid)) == []


@pytest.mark.parametrize(
    ("cid", "advice"),
    [
        ("000035", "Did you mean 'CID000035'?"),
        ("cid000035", "Did you mean 'CID000035'?"),
        ("CID-000035", "Did you mean 'CID000035'?"),
        ("CID 000035", "Did you mean 'CID000035'?"),
        ("CID0000351", "Nothing to do, if it was filed so; else correct or clear it."),
        ("35", "Nothing to do, if it was filed so; else correct or clear it."),
        ("CID00003５", "Did you mean 'CID000035'?"),
        ("unknown", "Nothing to do, if it was filed so; else correct or clear it."),
        ("<script>", "Nothing to do, if it was filed so; else correct or clear it."),
    ],
)
def test_another_form_than_that_of_most_rows_is_a_warning_with_what_was_meant(cid: str, advice: str) -> None:
    others = [smelter("B", 3, cid="CID000001"), smelter("C", 4, cid="CID000002")]
    assert says(smelters.cid_form, smelter(cid=cid), *others) == [
        f"SM-007 warning: identifier '{cid}' of 'Invented Gold Works' is not CID and six digits "
        f"(smelters.xlsx 'Smelter List'!C2). {advice}"
    ]


def test_a_cid_stands_once_for_a_metal() -> None:
    rows = [
        smelter("A", 2, cid="CID000001"),
        smelter("B", 3, cid="CID000001"),
        smelter("C", 4, cid="CID000001"),
    ]
    assert says(smelters.cid_once_per_metal, *rows) == [
        "SM-001 warning: CID000001 'B' stands twice for gold, here and in C2 "
        "(smelters.xlsx 'Smelter List'!C3). Nothing to do, if it was filed so; "
        "else remove one of the two rows.",
        "SM-001 warning: CID000001 'C' stands twice for gold, here and in C2 "
        "(smelters.xlsx 'Smelter List'!C4). Nothing to do, if it was filed so; "
        "else remove one of the two rows.",
    ]


def test_rows_without_a_cid_do_not_share_one() -> None:
    assert found(smelters.cid_once_per_metal, smelter("A", 2), smelter("B", 3)) == []


def test_a_cid_stands_for_one_metal_only() -> None:
    rows = [smelter("A", 2, cid="CID000001"), smelter("A", 3, cid="CID000001", metal=Metal.TIN)]
    assert found(smelters.cid_once_per_metal, *rows) == []
    assert says(smelters.cid_belongs_to_one_metal, *rows) == [
        "SM-009 warning: CID000001 stands for tin and for gold (C2) (smelters.xlsx 'Smelter List'!C3). "
        "Nothing to do, if it was filed so; else correct one of the two: "
        "RMI gives each metal an identifier of its own."
    ]


def test_a_name_stands_once_for_a_metal_whatever_its_case() -> None:
    rows = [smelter("Invented", 2), smelter("INVENTED", 3), smelter("Invented", 4, metal=Metal.TIN)]
    assert says(smelters.name_once_per_metal, *rows) == [
        "SM-002 warning: 'INVENTED' stands twice for gold, here and in C2 (smelters.xlsx 'Smelter List'!C3). "
        "Nothing to do, if it was filed so; else remove one of the two rows."
    ]


def test_two_facilities_of_one_name_are_told_apart_by_their_cids() -> None:
    first, second = smelter("A", 2, cid="CID000001"), smelter("A", 3, cid="CID000002")
    assert found(smelters.name_once_per_metal, first, second) == []
    assert found(smelters.name_once_per_metal, first, second, smelter("A", 4)) == [("SM-002", "C4")]
    assert found(smelters.name_once_per_metal, smelter("A", 2), smelter("A", 3, cid="CID000002")) == [
        ("SM-002", "C3")
    ]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        *(
            (name, "looks like a placeholder")
            for name in ("NA", "n/a", "#N/A", "None", "NULL", "TBD", "-", "test")
        ),
        ("Smelter not yet identified", "looks like a placeholder"),
        ("see attached", "looks like a placeholder"),
        ("unknown, China", "looks like a placeholder"),
        ("China", "is the name of a country"),
        ("Gold (Au)", "is the name of a metal"),
        ("LBMA", "is the name of a program"),
        ("Recycled", "is a word for recycled material"),
        ("12345", "is a number"),
    ],
)
def test_what_is_no_facility_s_name_is_an_error(name: str, what: str) -> None:
    assert says(smelters.name_is_a_name, smelter(name)) == [
        f"SM-010 error: smelter name '{name}' {what} "
        "(smelters.xlsx 'Smelter List'!C2). Enter the name or remove the row."
    ]


@pytest.mark.parametrize("name", ["MineraÃ§Ã£o Taboca", "Minera??o", "Johnson &amp; Matthey"])
def test_broken_text_is_an_error_that_can_be_waived(name: str) -> None:
    (finding,) = smelters.name_is_a_name(disclosure(smelter(name)))
    assert (finding.code, str(finding.severity), finding.rule.is_waivable) == ("SM-010", "error", True)
    assert "is broken text" in finding.message


@pytest.mark.parametrize("where", ["name", "city", "state", "footnote"])
def test_lost_letters_are_an_error_that_nobody_can_waive(where: str) -> None:
    (finding,) = smelters.letters_are_whole(disclosure(smelter(**{where: "Minera\ufffd\ufffdo"})))
    assert (finding.code, str(finding.severity), finding.rule.is_waivable) == ("SM-016", "error", False)
    assert finding.rule.is_lowered_when_restated
    assert list(smelters.name_is_a_name(disclosure(smelter(**{where: "Minera\ufffdo"})))) == []


@pytest.mark.parametrize("name", ["NA Metals", "Nan Ya", "Other Metals Inc."])
def test_a_name_that_begins_like_a_placeholder_is_a_name(name: str) -> None:
    assert found(smelters.name_is_a_name, smelter(name)) == []


def test_a_list_without_any_identifier_is_a_note() -> None:
    def said(*rows: Smelter) -> list[str]:
        return [str(one) for one in smelters.cid_is_given(disclosure(*rows, filing__signed_elsewhere=None))]

    assert said(smelter(row=2), smelter("B", 3)) == [
        "SM-011 info: no row has a Smelter Identification Number (smelters.xlsx 'Smelter List'!C2). Fill the "
        "column where the number is known."
    ]
    assert said(smelter(row=2, cid="CID000001"), smelter("B", 3)) == []
    assert said() == []


def test_a_list_that_was_filed_without_identifiers_is_not_asked_for_them() -> None:
    assert says(smelters.cid_is_given, smelter(row=2), smelter("B", 3)) == []


@pytest.mark.parametrize("cid", ["CIDAU0001", "ZZ-17", "4711"])
def test_identifiers_that_most_rows_have_in_that_form_are_no_mistake(cid: str) -> None:
    rows = [smelter("A", 2, cid=cid), smelter("B", 3, cid=cid)]
    assert found(smelters.cid_form, *rows) == []
    assert found(smelters.cid_is_of_rmi, *rows) == [("SM-013", "C2"), ("SM-013", "C3")]


def test_identifiers_of_another_scheme_are_no_mistake_below_a_heading_that_says_so() -> None:
    rows = [smelter("A", 2, cid="CID000001"), smelter("B", 3, cid="CID000002"), smelter("C", 4, cid="ZZ-17")]
    stated = disclosure(*rows, annex__headings={"cid": "Invented register no."})
    assert list(smelters.cid_form(stated)) == []
    assert [one.where.cell for one in smelters.cid_is_of_rmi(stated)] == ["C4"]
    assert found(smelters.cid_form, *rows) == [("SM-007", "C4")]


def test_a_cid_with_a_wrong_number_of_digits_is_doubted_wherever_it_stands() -> None:
    rows = [smelter("A", 2, cid="CID00001"), smelter("B", 3, cid="CID00002")]
    stated = disclosure(*rows, annex__headings={"cid": "Invented register no."})
    assert [one.code for one in smelters.cid_form(stated)] == ["SM-007", "SM-007"]
    assert list(smelters.cid_is_of_rmi(stated)) == []


def test_an_identifier_of_another_scheme_may_stand_for_two_metals() -> None:
    rows = [smelter("A", 2, cid="ZZ-17"), smelter("A", 3, cid="ZZ-17", metal=Metal.TIN)]
    assert found(smelters.cid_belongs_to_one_metal, *rows) == []


def test_a_smelter_may_stand_once_in_each_of_several_lists() -> None:
    rows = [
        smelter("A", 2, cid="CID000001", list_key="one"),
        smelter("A", 3, cid="CID000001", list_key="other"),
    ]
    assert found(smelters.cid_once_per_metal, *rows) == []
    assert found(smelters.name_once_per_metal, *rows) == []


def test_rows_of_other_minerals_are_looked_at_too() -> None:
    rows = [smelter("TBD", 2, metal=OtherMineral("Cobalt")), smelter("A", 3)]
    stated = replace(disclosure(rows[1]), lists=(FacilityList("", "All", tuple(rows)),))
    assert [one.where.cell for one in smelters.name_is_a_name(stated)] == ["C2"]
