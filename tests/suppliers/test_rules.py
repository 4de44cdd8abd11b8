"""Every rule by which a supplier's answer is reviewed: its code, the cell, and the words to send."""

from __future__ import annotations

import datetime as dt
import inspect
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from generator.countries.table import read_countries
from generator.findings import Finding
from generator.findings.catalogue import rules
from generator.model import Metal, OtherMineral, Period, StatusClass
from generator.suppliers.declarations import Declaration
from generator.suppliers.look_ups import LookupRow, look_up_of
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import (
    CHECKS,
    INTERNAL,
    equal_lists,
    list_changes_little,
    review_answer,
    sentence,
)
from generator.suppliers.templates import Scope
from generator.suppliers.workbooks import read_workbook
from generator.suppliers.workbooks.layouts import DISCLOSURES, SHARES, SMELTER_HEADINGS, SURVEYS
from tests.support.cmrt_workbooks import METALS, ROWS, Known, by_id, by_name, cmrt, not_listed

NEWEST = [
    LookupRow(Metal.GOLD, "Invented Gold Works", "Invented Gold Works", "JAPAN", "CID900001"),
    LookupRow(Metal.GOLD, "Invented Mint", "Invented Mint (new name)", "SWITZERLAND", "CID900002"),
    LookupRow(Metal.TANTALUM, "Invented Tantalum Works", "Invented Tantalum Works", "CHINA", "CID900011"),
    LookupRow(Metal.TIN, "Invented Tin Works", "Invented Tin Works", "PERU", "CID900021"),
    LookupRow(Metal.TUNGSTEN, "Invented Tungsten Works", "Invented Tungsten Works", "VIET NAM", "CID900031"),
]
USER = "C. User defined [Specify in 'Description of scope']"
PRODUCTS = "B. Product (or List of Products)"
MANY = [
    Known("Gold", f"Invented Works {n}", f"Invented Works {n}", "JAPAN", f"CID91{n:04}") for n in range(120)
]


@lru_cache(maxsize=1)
def find_country_code() -> Any:
    countries = read_countries(Path("nowhere.csv"), "nowhere.csv")

    def find(name: str) -> str | None:
        found = countries.find(name)
        return found.code if found else None

    return find


def context(*, newest: Any = (), statuses: Any = None, **settings: Any) -> Review:
    """What is reviewed against: the period 2021, on 31 May 2022."""
    stated = ReviewSettings(**settings)
    return Review(stated, Period(2021), find_country_code(), look_up_of("newest", newest), statuses or {})


def answer(path: Path, **options: Any) -> Declaration:
    declaration, found = read_workbook(cmrt(path, **options))
    assert declaration is not None, found
    return declaration


def reviewed(tmp_path: Path, review: Review | None = None, **options: Any) -> list[Finding]:
    return list(review_answer(answer(tmp_path / "x.xlsx", **options), review or context()))


def with_row(row: Any) -> dict[str, Any]:
    """A workbook with a fifth row, in row 9."""
    return {"rows": [*ROWS, row]}


def cells(sheet: str = "Declaration", **values: Any) -> dict[str, Any]:
    return {"cells": {sheet: values}}


@pytest.mark.parametrize("version", ["6.01", "6.1", "6.22", "6.5", "6.6"])
def test_a_good_answer_gives_no_finding(tmp_path: Path, version: str) -> None:
    date = dt.date(2026, 6, 1)
    review = context(reviewed_on=dt.date(2026, 6, 2))
    found = reviewed(tmp_path, review, version=version, date=date)
    assert [str(finding) for finding in found] == []


@pytest.mark.parametrize("version", ["3.01", "4.20", "5.12"])
def test_a_good_answer_in_an_old_version_is_only_too_old(tmp_path: Path, version: str) -> None:
    assert [finding.code for finding in reviewed(tmp_path, version=version)] == ["CF-009"]


CASES: list[tuple[dict[str, Any], str, str, str]] = [
    # The file
    (
        {"version": "5.12"},
        "CF-009", "Declaration!J3",
        "The answer is given in version 5.12 of the template (sheet 'Declaration', cell J3). "
        "Please use version 6.0 or a newer one.",
    ),
    (
        cells(G26="我们不知道"),
        "CF-010", "Declaration!G26",
        "The text '我们不知道' is not in English (sheet 'Declaration', cell G26). Please give it in "
        "English as well.",
    ),
    (
        {"cached": False},
        "CF-011", "Declaration!B8",
        "The file was saved by a program that does not calculate its formulas (sheet 'Declaration', "
        "cell B8). "
        "Please enter the answers into an unchanged copy of the template, with Excel, and send it again.",
    ),
    # Company, contacts, date, scope
    (
        {"company": ""},
        "CC-001", "Declaration!D8",
        "The company's name is missing (sheet 'Declaration', cell D8). Please fill it in.",
    ),
    (
        cells(D9=""),
        "CC-001", "Declaration!D9",
        "The declaration's scope is missing (sheet 'Declaration', cell D9). Please fill it in.",
    ),
    (
        cells(D15=" "),
        "CC-001", "Declaration!D15",
        "The contact's name is missing (sheet 'Declaration', cell D15). Please fill it in.",
    ),
    (
        cells(D16="n/a"),
        "CC-001", "Declaration!D16",
        "The contact's e-mail address is 'n/a', which is no e-mail address (sheet 'Declaration', cell"
        " D16). Please give an e-mail address.",
    ),
    (
        cells(D17=""),
        "CC-001", "Declaration!D17",
        "The contact's telephone number is missing (sheet 'Declaration', cell D17). Please fill it in.",
    ),
    (
        cells(D18=""),
        "CC-001", "Declaration!D18",
        "The authorizer's name is missing (sheet 'Declaration', cell D18). Please fill it in.",
    ),
    (
        cells(D20=""),
        "CC-001", "Declaration!D20",
        "The authorizer's e-mail address is missing (sheet 'Declaration', cell D20). Please fill it "
        "in.",
    ),
    (
        {"date": ""},
        "CC-001", "Declaration!D22",
        "The effective date is missing (sheet 'Declaration', cell D22). Please fill it in.",
    ),
    (
        {"answers": {(1, "Tin"): ""}},
        "CC-001", "Declaration!D27",
        "Question 1 for tin is not answered (sheet 'Declaration', cell D27). Please answer it.",
    ),
    (
        {"answers": {(8, "Tungsten"): ""}},
        "CC-001", "Declaration!D71",
        "Question 8 for tungsten is not answered (sheet 'Declaration', cell D71). Please answer it.",
    ),
    (
        {"company_answers": {"H": ""}},
        "CC-001", "Declaration!D89",
        "Question H about the company is not answered (sheet 'Declaration', cell D89). Please answer it.",
    ),
    (
        with_row(not_listed("Tin", "", "PERU")),
        "CC-001", "Smelter List!D9",
        "The smelter is not in the template's list, and its name is missing (sheet 'Smelter List', "
        "cell D9). Please give its name.",
    ),
    (
        with_row(not_listed("Tin", "Invented Smithy")),
        "CC-001", "Smelter List!E9",
        "The smelter 'Invented Smithy' is not in the template's list, and its country is missing "
        "(sheet 'Smelter List', cell E9). Please give its country.",
    ),
    (
        cells(D18="Same"),
        "CC-002", "Declaration!D18",
        "The authorizer's name is 'Same' (sheet 'Declaration', cell D18). Please give the person's name.",
    ),
    (
        {"date": dt.date(2022, 6, 1)},
        "CC-003", "Declaration!D22",
        "The effective date 1 June 2022 lies after 31 May 2022, the day on which Form SD is due "
        "(sheet 'Declaration', cell D22). "
        "Please give the date on which the answer was completed.",
    ),
    (
        {"date": dt.date(2020, 12, 31), "version": "6.01"},
        "CC-004", "Declaration!D22",
        "The effective date 31 December 2020 lies before the reporting year 2021 (sheet 'Declaration', "
        "cell D22). "
        "Please bring the answer up to date for 2021 and date it anew.",
    ),
    (
        {"version": "6.22"},
        "CC-005", "Declaration!D22",
        "The effective date 1 March 2022 lies before 11 May 2022, when version 6.22 of the template "
        "was released "
        "(sheet 'Declaration', cell D22). "
        "Its date may be that of an earlier answer: look at this one closely.",
    ),
    (
        {"scope": PRODUCTS},
        "CC-006", "Product List!B6",
        "The declaration is for products, and no product is listed (sheet 'Product List', cell B6). "
        "Please list the products with their numbers.",
    ),
    (
        {"scope": USER},
        "CC-006", "Declaration!D10",
        "The scope is user defined, and it is not described (sheet 'Declaration', cell D10). "
        "Please describe what the declaration covers.",
    ),
    (
        {"description": "Only the plant in Invented City"},
        "CC-007", "Declaration!D10",
        "The scope is the whole company, and its description 'Only the plant in Invented City' limits it "
        "(sheet 'Declaration', cell D10). "
        "Please choose scope B or C, or confirm that the answer covers the whole company.",
    ),
    (
        {"date": "soon"},
        "CC-009", "Declaration!D22",
        "The effective date 'soon' cannot be read as a date (sheet 'Declaration', cell D22). "
        "Please give it as a date such as 12-Mar-2022.",
    ),
    (
        {"scope": "Everything"},
        "CC-010", "Declaration!D9",
        "The scope 'Everything' is not one of the three that the template offers (sheet "
        "'Declaration', cell D9). Please choose one of its scopes, A, B or C.",
    ),
    # Answers for each metal
    (
        {"rows": ROWS[:3]},
        "CQ-001", "Declaration!D29",
        "Question 1 for tungsten is answered 'Yes', and the list names no smelter of tungsten "
        "(sheet 'Declaration', cell D29). "
        "Please list the smelters of tungsten (sheet 'Smelter List'), or correct the answer.",
    ),
    (
        {"metals": ["Tin", "Tantalum", "Tungsten"]},
        "CQ-002", "Smelter List!B5",
        "The list names smelters of gold, and question 1 for gold is answered 'No' (sheet 'Smelter "
        "List', cell B5). Please tell us whether gold is used, and correct the answer if it is.",
    ),
    (
        {"metals": [], "rows": [], "scope": PRODUCTS, "products": [("P-1", "Solder wire")]},
        "CQ-003", "Declaration!D26",
        "Question 1 is answered 'No' for all metals, and the answer speaks of 'Solder' "
        "(sheet 'Declaration', cell D26). "
        "Please check whether these parts contain tantalum, tin, gold or tungsten.",
    ),
    (
        {"answers": {(5, "Tin"): "Maybe"}},
        "CQ-004", "Declaration!D51",
        "Question 5 for tin is answered 'Maybe', which is not one of its options "
        "(sheet 'Declaration', cell D51). Please choose 'Yes', 'No' or 'Unknown'.",
    ),
    (
        {"answers": {(6, "Tin"): 0.8}},
        "CQ-004", "Declaration!D57",
        "Question 6 for tin is answered '0.8', which is not one of its options (sheet "
        "'Declaration', cell D57). "
        "Please choose one of the options that the cell offers.",
    ),
    (
        {"metals": ["Tin", "Tantalum", "Tungsten"], "rows": ROWS[1:], "answers": {(3, "Gold"): "Yes"}},
        "CQ-004", "Declaration!D40",
        "Question 3 for gold is answered, although question 1 says that gold is not used (sheet "
        "'Declaration', cell D40). Please tell us whether gold is used, and correct question 1 if it "
        "is.",
    ),
    (
        {"company_answers": {"A": "Perhaps"}},
        "CQ-004", "Declaration!D75",
        "Question A is answered 'Perhaps', which is not one of its options (sheet 'Declaration', cell D75). "
        "Please choose 'Yes' or 'No'.",
    ),
    (
        {"answers": {(6, "Tin"): "Greater than 75%", (7, "Tin"): "No"}},
        "CQ-005", "Declaration!D39",
        "Question 3 for tin is answered 'No', although not all suppliers answered (question 6: 'Greater "
        "than 75%') and not all smelters are identified (sheet 'Declaration', cell D39). Please tell us how "
        "the covered countries were excluded, or answer 'Unknown'.",
    ),
    (
        {"answers": {(7, "Tin"): "No"}},
        "CQ-005", "Declaration!D39",
        "Question 3 for tin is answered 'No', although not all smelters are identified (sheet "
        "'Declaration', cell D39). Please tell us how the covered countries were excluded, or answer "
        "'Unknown'.",
    ),
    (
        {"answers": {(6, "Gold"): "Greater than 90%"}},
        "CQ-006", "Declaration!D64",
        "Question 7 for gold is answered 'Yes', although not all suppliers answered (question 6: 'Greater "
        "than 90%') (sheet 'Declaration', cell D64). Please tell us how all smelters were identified, or "
        "correct one of the two answers.",
    ),
    (
        {"answers": {(7, "Gold"): "No"}},
        "CQ-007", "Declaration!D64",
        "Question 7 for gold is answered 'No': not all smelters are identified (sheet 'Declaration', "
        "cell D64). Please identify the remaining smelters and send the answer again, or tell us by "
        "when you will.",
    ),
    (
        {"answers": {(8, "Gold"): "No"}},
        "CQ-007", "Declaration!D70",
        "Question 8 for gold is answered 'No': not all that you know is in this answer (sheet "
        "'Declaration', cell D70). Please report all smelters that you know of and send the answer "
        "again.",
    ),
    (
        {"answers": {(6, "Gold"): "None"}},
        "CQ-008", "Declaration!D58",
        "Question 6 for gold is answered 'None': at most half of your suppliers have answered you "
        "(sheet 'Declaration', cell D58). Please ask them again, and send the answer anew when more "
        "of them have answered.",
    ),
    (
        with_row(by_name("Tin", "Smelter not yet identified")),
        "CQ-009", "Smelter List!C9",
        "Question 7 for tin says that all smelters are identified, and this row names none: it has "
        "'Smelter not yet identified' (sheet 'Smelter List', cell C9). Please identify the smelter, "
        "or answer 'No' to question 7.",
    ),
    (
        with_row(by_id("CID900023")),
        "CQ-019", "Smelter List!E9",
        "Question 3 for tin is answered 'No', and 'Invented Kigali Tin' stands in RWANDA "
        "(sheet 'Smelter List', cell E9). "
        "Look at where this smelter's material comes from before you rely on the answer.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", O="Peru; Congo, Democratic Republic of the")),
        "CQ-010", "Smelter List!O9",
        "Question 3 for gold is answered 'No', and the list has a mine in 'Congo' (sheet 'Smelter "
        "List', cell O9). Please check where this smelter's material comes from, and tell us which of"
        " the two holds.",
    ),
    (
        {"answers": {(3, "Gold"): "Yes", (4, "Gold"): "Yes"}},
        "CQ-011", "Declaration!D40",
        "Question 3 for gold is answered 'Yes': smelters source from covered countries "
        "(sheet 'Declaration', cell D40). "
        "Look at this supplier's smelters closely; the answer itself is in order.",
    ),
    (
        {"answers": {(3, "Gold"): "Yes"}},
        "CQ-012", "Declaration!D46",
        "Question 4 for gold is answered 'No', although question 3 is answered 'Yes' (sheet "
        "'Declaration', cell D46). Please check both: the covered countries normally count as "
        "conflict-affected or high-risk.",
    ),
    (
        {"answers": {(5, "Gold"): "Yes"}, **with_row(by_name("Gold", "Invented Mint", P="No"))},
        "CQ-013", "Smelter List!P9",
        "Question 5 for gold says that all is recycled or scrap, and this row says 'No' (sheet "
        "'Smelter List', cell P9). Please tell us whether this smelter's material is all recycled or "
        "scrap.",
    ),
    (
        {"answers": {(5, "Gold"): "Yes"}, **with_row(by_name("Gold", "Invented Mint", N="Invented Mine"))},
        "CQ-013", "Smelter List!N9",
        "Question 5 for gold says that all is recycled or scrap, and this row names 'Invented Mine' "
        "as a mine (sheet 'Smelter List', cell N9). Please tell us whether this smelter's material is"
        " all recycled or scrap.",
    ),
    (
        {"answers": {(5, "Gold"): "Yes", (3, "Gold"): "Yes", (4, "Gold"): "Yes"}},
        "CQ-013", "Declaration!D52",
        "Question 5 for gold says that all is recycled or scrap, and question 3 that it comes from "
        "covered countries (sheet 'Declaration', cell D52). Please tell us which of the two holds.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", P="Yes", N="scrap", O="Peru")),
        "CQ-013", "Smelter List!O9",
        "Column P says that all of this smelter's material is recycled or scrap, and column O names "
        "'Peru' (sheet 'Smelter List', cell O9). Please tell us which of the two holds.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", P="Yes", N="n/a")),
        "CQ-014", "Smelter List!N9",
        "Column P says that all of this smelter's material is recycled or scrap, and the columns of "
        "mines do not say so (sheet 'Smelter List', cell N9). The template asks for the word "
        "'recycled' or 'scrap' there.",
    ),
    # Answers about the company
    (
        {"company_answers": {"D": "No"}},
        "CQ-015", "Declaration!D81",
        "Question D (due diligence measures) is answered 'No' (sheet 'Declaration', cell D81). Please"
        " tell us what you do instead, or by when you will do it.",
    ),
    (
        cells(G77=""),
        "CQ-016", "Declaration!G77",
        "Question B says that your policy is public, and its web address is missing (sheet "
        "'Declaration', cell G77). Please give its web address.",
    ),
    (
        {"company_answers": {"E": "Yes, using other format (describe)"}},
        "CQ-017", "Declaration!G83",
        "Question E says that you survey in another format, without saying which "
        "(sheet 'Declaration', cell G83). Please describe the format.",
    ),
    # Smelters
    (
        with_row(by_name("Gold", "Invented Mint", F="CID 900002")),
        "CS-014", "Smelter List!F9",
        "The identifier 'CID 900002' is read as CID900002: the same letters and digits "
        "(sheet 'Smelter List', cell F9). "
        "Nothing is asked of the supplier. Compare the row where that seems wrong to you.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", F="1JPN072")),
        "CS-001", "Smelter List!F9",
        "The identifier '1JPN072' is not of the form 'CID' and six digits (sheet 'Smelter List', cell"
        " F9). It is an identifier of the old form: please give the CID.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", F="CIDAU1849")),
        "CS-001", "Smelter List!F9",
        "The identifier 'CIDAU1849' is not of the form 'CID' and six digits (sheet 'Smelter List', "
        "cell F9). Please give the smelter's identifier, the CID by which the Responsible Minerals "
        "Initiative lists it.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", F=242332)),
        "CS-001", "Smelter List!F9",
        "The identifier '242332' is not of the form 'CID' and six digits (sheet 'Smelter List', cell "
        "F9). Please give the smelter's identifier, the CID by which the Responsible Minerals "
        "Initiative lists it.",
    ),
    (
        with_row(not_listed("Gold", "Invented Smithy", "PERU", F="not supplied")),
        "CS-001", "Smelter List!F9",
        "The identifier 'not supplied' is not of the form 'CID' and six digits (sheet 'Smelter List',"
        " cell F9). Please give the CID, if the smelter has one.",
    ),
    (
        with_row(by_name("Gold", "Invented Smithy", F="CID999999", E="PERU")),
        "CS-002", "Smelter List!F9",
        "The identifier CID999999 is in none of the lists of smelters that we have (sheet 'Smelter "
        "List', cell F9). Please check the identifier, or tell us where it comes from.",
    ),
    (
        with_row(by_id("CID900002", B="Tin")),
        "CS-003", "Smelter List!A9",
        "The row is for tin, and CID900002 is 'Invented Mint', a smelter of gold (sheet 'Smelter "
        "List', cell A9). Please correct the metal or the identifier.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", F="CID900001", E="JAPAN")),
        "CS-004", "Smelter List!C9",
        "CID900001 is 'Invented Gold Works', and the row says 'Invented Mint', the name of CID900002 "
        "(sheet 'Smelter List', cell C9). "
        "Please correct the name or the identifier, or confirm that they are the same smelter.",
    ),
    (
        with_row(by_name("Gold", "Invented Mint", E="PERU")),
        "CS-004", "Smelter List!E9",
        "The lists have CID900002 in SWITZERLAND, and the row says 'PERU' (sheet 'Smelter List', cell"
        " E9). Please correct the country, or tell us if the smelter has moved.",
    ),
    (
        with_row(by_id("CID900002", F="CID900003")),
        "CS-005", "Smelter List!F9",
        "The identifier typed in column A is 'CID900002', and here stands 'CID900003' (sheet 'Smelter"
        " List', cell F9). Please tell us which of the two is right.",
    ),
    (
        with_row(by_name("Gold", "Invented Smithy", E="PERU")),
        "CS-006", "Smelter List!C9",
        "'Invented Smithy' is not in the template's list for gold (sheet 'Smelter List', cell C9). "
        "Please choose the smelter from the list, or choose 'Smelter not listed' and give its name "
        "and country.",
    ),
    (
        with_row(by_name("Gold", "Invented Tin Works", E="PERU")),
        "CS-006", "Smelter List!C9",
        "'Invented Tin Works' is a smelter of tin, and the row is for gold (sheet 'Smelter List', "
        "cell C9). Please correct the metal or the smelter.",
    ),
    (
        with_row(by_name("Iron", "Invented Smithy", E="PERU")),
        "CS-006", "Smelter List!B9",
        "The metal of this row is given as 'Iron' (sheet 'Smelter List', cell B9). Please choose "
        "tantalum, tin, tungsten or gold.",
    ),
    (
        with_row({"B": "Gold", "E": "PERU"}),
        "CS-006", "Smelter List!C9",
        "The row names no smelter (sheet 'Smelter List', cell C9). Please choose the smelter in "
        "column C, or tell us what the row stands for.",
    ),
    (
        with_row(not_listed("Gold", "Invented Mint", "SWITZERLAND")),
        "CS-007", "Smelter List!D9",
        "The row says that 'Invented Mint' is not in the template's list, and it is there as "
        "CID900002 (sheet 'Smelter List', cell D9). Please choose 'Invented Mint' in column C, if "
        "that is the smelter.",
    ),
    (
        with_row(not_listed("Gold", "Unknown", "PERU")),
        "CS-008", "Smelter List!D9",
        "'Unknown' does not name a smelter (sheet 'Smelter List', cell D9). Please give the name of "
        "the company that smelts or refines the metal.",
    ),
    (
        with_row(not_listed("Gold", "China", "CHINA")),
        "CS-008", "Smelter List!D9",
        "'China' is the name of a country, and does not name a smelter (sheet 'Smelter List', cell "
        "D9). Please give the name of the company that smelts or refines the metal.",
    ),
    (
        with_row(not_listed("Gold", "Invented Metal Trading Co.", "CHINA")),
        "CS-008", "Smelter List!D9",
        "By its name, 'Invented Metal Trading Co.' is a trading company (sheet 'Smelter List', cell "
        "D9). Please give the name of the company that smelts or refines the metal.",
    ),
    (
        with_row(not_listed("Gold", "Invented Smithy", "Atlantis")),
        "CS-008", "Smelter List!E9",
        "We do not know 'Atlantis', the country of 'Invented Smithy' (sheet 'Smelter List', cell E9)."
        " Please choose the country from the list.",
    ),
    (
        with_row(by_name("Gold", "Gold Works (invented alias)")),
        "CS-009", "Smelter List!A5",
        "CID900001 for gold stands in rows 5 and 9, which say the same (sheet 'Smelter List', cell "
        "A5). The smelter is counted once. Nothing is asked of the supplier.",
    ),
    (
        {"look_up": MANY, "metals": ["Gold"], "rows": [by_id(one.cid) for one in MANY]},
        "CS-011", "Smelter List!B5",
        "The list names 120 of the 120 smelters that the template has (sheet 'Smelter List', cell "
        "B5). Please confirm that all of them are in your supply chain, or tell us which of them are.",
    ),
    (
        {"look_up": MANY, "metals": ["Gold"], "rows": [by_id(one.cid, N="Mine X") for one in MANY[:20]]},
        "CS-011", "Smelter List!N5",
        "All 20 rows name the same mine, 'Mine X' (sheet 'Smelter List', cell N5). Please confirm "
        "this, or give for each smelter the mines that it uses.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "code", "cell", "words"), CASES, ids=[f"{case[1]}-{case[2]}" for case in CASES]
)
def test_a_rule_names_its_cell_and_says_what_to_send(
    tmp_path: Path, options: dict[str, Any], code: str, cell: str, words: str
) -> None:
    found = [finding for finding in reviewed(tmp_path, **options) if finding.code == code]
    assert [(str(finding.where), sentence(finding)) for finding in found] == [
        (f"x.xlsx '{cell.replace('!', chr(39) + '!')}", words)
    ]


@pytest.mark.parametrize(
    ("date", "settings", "said"),
    [
        (dt.date(2021, 1, 1), {}, []),
        (dt.date(2021, 5, 30), {}, []),
        (
            dt.date(2021, 5, 30),
            {"oldest_answer_months": 12},
            ["the effective date 30 May 2021 lies before 31 May 2021, the first day that we accept"],
        ),
        (dt.date(2020, 12, 1), {"oldest_answer": dt.date(2020, 7, 1)}, []),
    ],
)
def test_an_answer_of_the_year_is_recent_enough_unless_the_filer_says_otherwise(
    tmp_path: Path, date: dt.date, settings: dict[str, Any], said: list[str]
) -> None:
    found = reviewed(tmp_path, context(**settings), date=date, version="6.01")
    assert [one.message for one in found if one.code == "CC-004"] == said


def test_two_well_formed_identifiers_in_a_row_are_not_called_malformed(tmp_path: Path) -> None:
    found = reviewed(tmp_path, **with_row(by_id("CID900002", F="CID900003")))
    assert [finding.code for finding in found] == ["CS-005"]


def test_a_missing_sheet_is_named(tmp_path: Path) -> None:
    found = reviewed(tmp_path, without=["Product List"], scope=Scope.PRODUCT)
    found = [finding for finding in found if finding.code != "CC-006"]
    assert [(finding.code, sentence(finding)) for finding in found] == [
        (
            "CF-011",
            "The template's sheet 'Product List' is missing. Please enter the answers into an unchanged "
            "copy of the template, with Excel, and send it again.",
        )
    ]


def test_a_company_level_answer_is_refused_where_products_were_asked_for(tmp_path: Path) -> None:
    [found] = reviewed(tmp_path, context(accept_company_level=False))
    assert (found.code, sentence(found)) == (
        "CC-008",
        "The declaration is for the whole company (sheet 'Declaration', cell D9). "
        "Please declare for the products that you supply to us (scope B).",
    )


def test_a_smelter_that_the_newest_list_has_lost_is_asked_about(tmp_path: Path) -> None:
    [found] = reviewed(tmp_path, context(newest=NEWEST), **with_row(by_id("CID900003")))
    assert (found.code, sentence(found)) == (
        "CS-010",
        "'Invented Two Metals' (CID900003) is no longer in the newest list of smelters "
        "(sheet 'Smelter List', cell A9). "
        "Please confirm that it is still in your supply chain, or name the smelter that follows it.",
    )


def test_a_list_older_than_the_answers_own_has_lost_nothing(tmp_path: Path) -> None:
    older = [row for row in NEWEST if row.metal is not Metal.TUNGSTEN]
    assert reviewed(tmp_path, context(newest=older)) == []


def test_a_newest_list_of_other_minerals_alone_tells_nothing_of_a_cmrt(tmp_path: Path) -> None:
    cobalt = [LookupRow(OtherMineral("Cobalt"), "Invented Works", "Invented Works", "FINLAND", "CID999999")]
    row = with_row(by_id("CID900003"))
    assert reviewed(tmp_path, context(newest=cobalt), **row) == []
    both = [*cobalt, *NEWEST]
    assert [one.code for one in reviewed(tmp_path, context(newest=both), **row)] == ["CS-010"]
    older = [*cobalt, *(one for one in NEWEST if one.metal is not Metal.TUNGSTEN)]
    assert reviewed(tmp_path, context(newest=older), **row) == []


def test_a_cmrt_without_its_own_list_is_not_held_against_one_of_cobalt(tmp_path: Path) -> None:
    cobalt = [LookupRow(OtherMineral("Cobalt"), "Invented Works", "Invented Works", "FINLAND", "CID999999")]
    row = {"B": "Gold", "C": "Smelter not listed", "D": "Invented Mint", "E": "PERU", "F": "CID900003"}
    without_list = {"look_up": [], "rows": [row]}
    assert "CS-002" not in {one.code for one in reviewed(tmp_path, context(newest=cobalt), **without_list)}


def test_a_new_name_of_the_newest_list_is_no_fault(tmp_path: Path) -> None:
    row = by_name("Gold", "Invented Mint (new name)", F="CID900002", E="SWITZERLAND")
    assert reviewed(tmp_path, context(newest=NEWEST), **with_row(row)) == []


def test_smelters_under_embargo_and_not_conformant_are_flagged_for_the_filer(tmp_path: Path) -> None:
    statuses = {
        (Metal.TIN, "CID900021"): StatusClass.NOT_CONFORMANT,
        (Metal.GOLD, "CID900001"): StatusClass.ACTIVE,
    }
    found = reviewed(tmp_path, context(statuses=statuses, countries_under_embargo=("Vietnam",)))
    assert [(finding.code, str(finding.where), finding.message) for finding in found] == [
        ("CS-012", "x.xlsx 'Smelter List'!C7", "CID900021 'Invented Tin Works' is not conformant"),
        (
            "CS-012",
            "x.xlsx 'Smelter List'!E8",
            "'Invented Tungsten Works' stands in VIET NAM, which is under embargo",
        ),
    ]
    assert {finding.rule for finding in found} <= INTERNAL


def test_equal_long_lists_of_two_companies_are_asked_about_without_naming_either(tmp_path: Path) -> None:
    options: dict[str, Any] = {
        "look_up": MANY,
        "metals": ["Gold"],
        "rows": [by_id(one.cid) for one in MANY[:25]],
    }
    one = answer(tmp_path / "one.xlsx", **options)
    two = answer(tmp_path / "two.xlsx", company="Another Ltd. (invented)", **options)
    again = answer(tmp_path / "again.xlsx", **options)
    assert list(equal_lists([one, again])) == []
    found = list(equal_lists([one, two]))
    assert [str(finding.where) for finding in found] == [
        "one.xlsx 'Smelter List'!B5",
        "two.xlsx 'Smelter List'!B5",
    ]
    assert {sentence(finding) for finding in found} == {
        "The list of 25 smelters is the same as another company's, row for row (sheet 'Smelter "
        "List', cell B5). "
        "Please confirm that the list is of your own supply chain, or send us the one that is."
    }


def test_a_list_that_changes_wholesale_is_asked_about(tmp_path: Path) -> None:
    now = answer(tmp_path / "now.xlsx", rows=[by_id("CID900001")], metals=["Gold"])
    before = answer(tmp_path / "before.xlsx", rows=[by_id("CID900002"), by_id("CID900003")], metals=["Gold"])
    [found] = list_changes_little(now, before)
    assert (found.code, sentence(found)) == (
        "CS-013",
        "Against last year's answer, 2 of 2 smelters are gone, and 1 of 1 is new "
        "(sheet 'Smelter List', cell B5). Please tell us what has changed in your supply chain.",
    )
    assert list(list_changes_little(now, now)) == []


def test_of_metals_that_are_not_used_nothing_is_asked(tmp_path: Path) -> None:
    assert reviewed(tmp_path, metals=["Gold"], rows=ROWS[:1]) == []


def test_of_a_supplier_without_metals_no_company_questions_are_asked(tmp_path: Path) -> None:
    answers = dict.fromkeys("ABCDEFGH", "")
    assert reviewed(tmp_path, metals=[], rows=[], company_answers=answers) == []


def test_question_2_alone_excludes_a_metal(tmp_path: Path) -> None:
    blank = {(number, "Gold"): "" for number in range(3, 9)}
    assert reviewed(tmp_path, rows=ROWS[1:], answers={(2, "Gold"): "No", **blank}) == []


def test_long_and_hostile_text_is_quoted_short_and_printable(tmp_path: Path) -> None:
    text = "\x1b[31m" + "y" * 200
    [found] = [f for f in reviewed(tmp_path, answers={(5, "Tin"): text}) if f.code == "CQ-004"]
    assert len(sentence(found)) < 250
    assert "\x1b" not in sentence(found)


def test_a_question_quotes_at_most_one_short_phrase_of_the_template() -> None:
    phrases = {*SMELTER_HEADINGS.values(), *SHARES[1:-1], *SURVEYS[:2], *DISCLOSURES[:3], *map(str, Scope)}
    for _, code, _, words in CASES:
        assert sum(words.count(phrase) for phrase in phrases) <= 1, code


def test_each_check_says_the_code_that_bears_its_name() -> None:
    names = {rule.name: rule.code for rule in rules()}
    for check in (*CHECKS, list_changes_little):
        assert names[check.__name__] in (inspect.getdoc(check) or ""), check.__name__


def test_every_code_of_a_suppliers_answer_is_tested_here() -> None:
    tested = {case[1] for case in CASES} | {"CC-008", "CS-010", "CS-012", "CS-013"}
    tested |= {"CC-011", "CC-012", "CQ-018", "CQ-020", "CQ-021"}  # test_missed_words.py
    tested |= {
        "CC-013",
        "CQ-022",
        "CQ-023",
        "CQ-024",
        "CQ-025",
        "CS-015",
        "CS-016",
    }  # test_other_workbooks.py
    tested |= {"CQ-026", "CS-017"}  # test_mine_lists.py
    catalogue = {rule.code for rule in rules() if rule.code[:2] in ("CC", "CQ", "CS")}
    assert catalogue - tested == set()


def test_metals_of_the_template_are_the_models() -> None:
    assert sorted(METALS) == sorted(Metal)


def _codes(tmp_path: Path, **options: Any) -> list[str]:
    return [one.code for one in reviewed(tmp_path, **options)]


@pytest.mark.parametrize("said", ["Bi, Cd", "Bi", "BI, Sn, W", "Cd; no gold", "Cd and Pb-free solder"])
def test_symbols_of_metals_are_no_countries(tmp_path: Path, said: str) -> None:
    assert "CQ-010" not in _codes(tmp_path, rows=[by_id("CID900001", O=said), *ROWS[1:]])


@pytest.mark.parametrize(
    "said", ["CD", "BI, CD", "Peru; Cd", "Rwanda, Bi", "bi / unknown", "RW; ore", "DRC, Bi"]
)
def test_codes_among_countries_are_countries(tmp_path: Path, said: str) -> None:
    assert "CQ-010" in _codes(tmp_path, rows=[by_id("CID900001", O=said), *ROWS[1:]])


def test_a_day_of_the_review_that_is_set_is_named(tmp_path: Path) -> None:
    found = reviewed(tmp_path, context(reviewed_on=dt.date(2022, 2, 1)))
    assert [one.message for one in found if one.code == "CC-003"] == [
        "the effective date 1 March 2022 lies after 1 February 2022, the day of the review"
    ]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({"without": ("L",)}, ["CF-020"]),
        ({"without": ("Smelter Look-up",)}, ["CF-020"]),
        (
            {"without": ("Smelter Look-up",), "rows": [*ROWS, not_listed("Tin", "Lost", "PERU")]},
            ["CF-011"],
        ),
        ({"without": ("Product List",)}, ["CF-020"]),
        ({"without": ("L",), "answers": {(1, "Gold"): "Oui"}}, ["CF-011"]),
        ({"without": ("L",), "cached": False}, ["CF-011", "CF-011"]),
    ],
)
def test_a_missing_sheet_is_asked_about_only_where_it_was_needed(
    tmp_path: Path, options: dict[str, Any], codes: list[str]
) -> None:
    found = _codes(tmp_path, **options)
    assert [code for code in found if code in ("CF-011", "CF-020")] == codes
