"""The table that compares this review with the template's Checker says what the review does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.countries.table import standard_countries
from generator.findings.catalogue import rules
from generator.model import Period
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import review_answer
from generator.suppliers.rules.checker import CHECKER, Kept
from generator.suppliers.workbooks import read_workbook
from tests.support.cmrt_workbooks import ROWS, cmrt, not_listed

REVIEW = Review(ReviewSettings(), Period(2021), standard_countries().find_code, EMPTY_LOOK_UP)
PRODUCTS = "B. Product (or List of Products)"
USER = "C. User defined [Specify in 'Description of scope']"


def declaration(**cells: Any) -> dict[str, Any]:
    return {"cells": {"Declaration": cells}}


def answered(number: int, said: str) -> dict[str, Any]:
    return {"answers": {(number, "Tin"): said}}


def without_answers(number: int) -> dict[str, Any]:
    """Question 1 is blank, and another one is answered."""
    return {"answers": {(1, "Tin"): "", (number, "Tin"): "Yes"}}


ASKED: dict[str, list[tuple[dict[str, Any], str]]] = {
    "4": [({"company": ""}, "CC-001")],
    "5": [({"scope": ""}, "CC-001"), ({"scope": "Everything"}, "CC-010")],
    "6": [({"scope": USER}, "CC-006")],
    "7": [(declaration(D15=""), "CC-001"), (declaration(D15="same"), "CC-002")],
    "8": [(declaration(D16="n/a"), "CC-001"), (declaration(D16="ina@x"), "CC-011")],
    "9": [(declaration(D17=""), "CC-001"), (declaration(D17="none"), "CC-012")],
    "10": [(declaration(D18=""), "CC-001"), (declaration(D18="same"), "CC-002")],
    "11": [(declaration(D20=""), "CC-001"), (declaration(D20="@"), "CC-011")],
    "12": [({"date": ""}, "CC-001"), ({"date": "03/04/2022"}, "CC-009")],
    "14-17": [(answered(1, ""), "CC-001")],
    "19-22": [(answered(2, ""), "CC-001")],
    "24-52": [(answered(number, ""), "CC-001") for number in range(3, 9)],
    "54-63": [({"company_answers": {letter: ""}}, "CC-001") for letter in "ABCDEFGH"],
    "56": [(declaration(G77=""), "CQ-016"), (declaration(G77="see attached"), "CQ-021")],
    "64": [({"scope": PRODUCTS}, "CC-006")],
    "65-68": [({"rows": ROWS[:3]}, "CQ-001")],
    "69": [
        ({"rows": [*ROWS, not_listed("Gold", "", "PERU")]}, "CC-001"),
        ({"rows": [*ROWS, not_listed("Gold", "Invented Works of Lima")]}, "CC-001"),
    ],
}
"""Rows of the Checker to answers in which something is missing, and the finding."""

NOT_ASKED: list[tuple[str, dict[str, Any], str]] = [
    ("6", {"scope": "Everything"}, "CC-006"),
    ("19-22", without_answers(2), "question 2"),
    ("24-52", without_answers(5), "question 5"),
    ("64", {"scope": PRODUCTS, "products": [], "cells": {"Product List": {"B9": "P-1"}}}, "CC-006"),
    ("65-68", {"rows": ROWS[:3], **answered(1, "Yes"), "metals": ["Gold", "Tantalum", "Tin"]}, "CQ-001"),
    ("69", {"rows": [*ROWS, not_listed("Gold", "Invented Mint")], "version": "6.31"}, "has no country"),
]
"""Where the table says that the review asks for less than the Checker: no finding with this code or text."""


def said(tmp_path: Path, options: dict[str, Any]) -> list[str]:
    declared, problems = read_workbook(cmrt(tmp_path / "x.xlsx", **options))
    assert declared is not None, problems
    return [str(one) for one in review_answer(declared, REVIEW)]


@pytest.mark.parametrize("rows", ASKED)
def test_a_rule_of_the_checker_that_is_kept_asks_for_the_same(rows: str, tmp_path: Path) -> None:
    [rule] = [one for one in CHECKER if one.rows == rows]
    assert rule.kept is not Kept.NOT
    assert {code for _, code in ASKED[rows]} == {one.code for one in rule.by}
    for options, code in ASKED[rows]:
        assert any(one.startswith(code) for one in said(tmp_path, options)), options


@pytest.mark.parametrize(("rows", "options", "absent"), NOT_ASKED, ids=[one[0] for one in NOT_ASKED])
def test_where_less_is_asked_nothing_is_found(
    rows: str, options: dict[str, Any], absent: str, tmp_path: Path
) -> None:
    [rule] = [one for one in CHECKER if one.rows == rows]
    assert rule.kept is Kept.LESS
    assert [one for one in said(tmp_path, options) if absent in one] == []


def test_the_table_has_every_rule_of_the_checker_and_gives_reasons() -> None:
    assert {one.rows for one in CHECKER if one.kept is not Kept.NOT} == ASKED.keys()
    assert {one.rows for one in CHECKER if one.kept is Kept.LESS} == {rows for rows, *_ in NOT_ASKED}
    assert [one.rows for one in CHECKER if bool(one.why) is (one.kept is Kept.SAME)] == []
    assert {rule for one in CHECKER for rule in one.by} <= {*rules()}
