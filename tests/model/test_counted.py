"""Numbers with their nouns, as every text says them."""

from __future__ import annotations

import pytest

from generator.findings import Finding, Rule, Severity, severities_counted
from generator.findings.catalogue import EIN_MISSING, FILE_MISSING
from generator.model import LineRef, Waiver
from generator.model.counted import counted, named, row_in_words
from tests.support.builders import smelter

WAIVER = Waiver(code="FM-002", place="d.yml", reason="It is so.", name="Ina Invented")


def finding(rule: Rule, waiver: Waiver | None = None) -> Finding:
    return Finding(rule, "wrong", LineRef("d.yml"), "Mend it.", waiver)


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1200, "1,200 rows")]
)
def test_one_is_told_in_the_singular(number: int, text: str) -> None:
    assert counted(number, "row") == text


@pytest.mark.parametrize(("number", "text"), [(1, "1 facility is"), (3, "3 facilities are")])
def test_a_plural_without_rule_is_given(number: int, text: str) -> None:
    assert counted(number, "facility is", "facilities are") == text


def test_severities_are_counted_and_what_is_waived_apart() -> None:
    found = [finding(FILE_MISSING), finding(EIN_MISSING), finding(EIN_MISSING), finding(EIN_MISSING, WAIVER)]
    assert severities_counted(found) == "1 error, 2 notes, 1 waived"
    assert severities_counted(found, also_none=True) == "1 error, 0 warnings, 2 notes, 1 waived"
    assert severities_counted([]) == ""


def test_every_severity_has_a_noun() -> None:
    assert [severity.noun for severity in Severity] == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, ""), (1, "1"), (2, "1, 2"), (3, "1, 2 and 1 more"), (1002, "1, 2 and 1,000 more")],
)
def test_of_many_things_the_first_are_named_and_the_others_counted(number: int, text: str) -> None:
    assert named([str(one) for one in range(1, number + 1)], 2) == text


def test_what_is_left_out_has_its_noun() -> None:
    assert named(["a", "b"], 1, noun="row") == "a and 1 more row"
    assert named(["a", "b", "c"], 1, between="; ", noun="row") == "a and 2 more rows"


def test_a_row_is_told_by_name_metal_and_cell() -> None:
    row = smelter("Works")
    assert row_in_words(row) == f"Works (gold, {row.where.cell})"
    assert row_in_words(row, "Japan") == f"Works (gold, Japan, {row.where.cell})"
