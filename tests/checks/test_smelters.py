from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator.checks import smelters
from generator.findings import Finding
from generator.model import Disclosure, Metal, Smelter
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
        ("CID0000351", "Clear it where it is not known."),
        ("35", "Clear it where it is not known."),
        ("CID00003５", "Did you mean 'CID000035'?"),
        ("unknown", "Clear it where it is not known."),
        ("<script>", "Clear it where it is not known."),
    ],
)
def test_another_form_of_cid_is_an_error_with_what_was_meant(cid: str, advice: str) -> None:
    assert says(smelters.cid_form, smelter(cid=cid)) == [
        f"SM-007 error: identifier '{cid}' of 'Invented Gold Works' is not CID and six digits "
        f"(smelters.xlsx 'Smelter List'!C2). {advice}"
    ]


def test_a_cid_stands_once_for_a_metal() -> None:
    rows = [
        smelter("A", 2, cid="CID000001"),
        smelter("B", 3, cid="CID000001"),
        smelter("C", 4, cid="CID000001"),
    ]
    assert says(smelters.cid_once_per_metal, *rows) == [
        "SM-001 error: CID000001 'B' stands twice for gold (smelters.xlsx 'Smelter List'!C3). "
        "Remove one of the two rows; the other is C2.",
        "SM-001 error: CID000001 'C' stands twice for gold (smelters.xlsx 'Smelter List'!C4). "
        "Remove one of the two rows; the other is C2.",
    ]


def test_rows_without_a_cid_do_not_share_one() -> None:
    assert found(smelters.cid_once_per_metal, smelter("A", 2), smelter("B", 3)) == []


def test_a_cid_stands_for_one_metal_only() -> None:
    rows = [smelter("A", 2, cid="CID000001"), smelter("A", 3, cid="CID000001", metal=Metal.TIN)]
    assert found(smelters.cid_once_per_metal, *rows) == []
    assert says(smelters.cid_belongs_to_one_metal, *rows) == [
        "SM-009 error: CID000001 stands for tin and for gold (smelters.xlsx 'Smelter List'!C3). "
        "Each metal has a CID of its own; the other row is C2."
    ]


def test_a_name_stands_once_for_a_metal_whatever_its_case() -> None:
    rows = [smelter("Invented", 2), smelter("INVENTED", 3), smelter("Invented", 4, metal=Metal.TIN)]
    assert says(smelters.name_once_per_metal, *rows) == [
        "SM-002 error: 'INVENTED' stands twice for gold (smelters.xlsx 'Smelter List'!C3). "
        "Remove one of the two rows; the other is C2."
    ]


def test_two_facilities_of_one_name_are_told_apart_by_their_cids() -> None:
    first, second = smelter("A", 2, cid="CID000001"), smelter("A", 3, cid="CID000002")
    assert found(smelters.name_once_per_metal, first, second) == []
    assert found(smelters.name_once_per_metal, first, second, smelter("A", 4)) == [("SM-002", "C4")]
    assert found(smelters.name_once_per_metal, smelter("A", 2), smelter("A", 3, cid="CID000002")) == [
        ("SM-002", "C3")
    ]


@pytest.mark.parametrize("name", ["NA", "n/a", "#N/A", "None", "NULL", "Smelter not yet identified", "TBD"])
def test_a_name_that_looks_like_a_placeholder_is_a_warning(name: str) -> None:
    assert says(smelters.name_is_a_name, smelter(name)) == [
        f"SM-010 warning: smelter name '{name}' looks like a placeholder "
        "(smelters.xlsx 'Smelter List'!C2). Enter the name or remove the row."
    ]


@pytest.mark.parametrize("name", ["NA Metals", "Nan Ya", "Other Metals Inc."])
def test_a_name_that_begins_like_a_placeholder_is_a_name(name: str) -> None:
    assert found(smelters.name_is_a_name, smelter(name)) == []


def test_a_list_without_any_identifier_is_a_note() -> None:
    assert says(smelters.cid_is_given, smelter(row=2), smelter("B", 3)) == [
        "SM-011 info: no row has a Smelter Identification Number (smelters.xlsx 'Smelter List'!C2). Fill the "
        "column where the number is known, unless the list reproduces one filed without."
    ]
    assert says(smelters.cid_is_given, smelter(row=2, cid="CID000001"), smelter("B", 3)) == []
    assert says(smelters.cid_is_given) == []
