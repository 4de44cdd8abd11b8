"""Suppliers' workbooks of every version, language and format, with what people and programs do to them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.model import Metal
from generator.suppliers.declarations import Choice, Declaration, DeclaredSmelter, Resolution
from generator.suppliers.named import What
from generator.suppliers.output.named_values import named_in
from generator.suppliers.sources.declared_files import FileRead
from generator.suppliers.templates import CompanyQuestion, Question, Scope
from generator.suppliers.workbooks import Shared, read_workbook
from tests.support.cmrt_workbooks import (
    COMPANY,
    LANGUAGES,
    LOOK_UP,
    METALS,
    STATED,
    by_id,
    by_name,
    cmrt,
    is_protected,
    known,
    not_listed,
    protect_xls,
    protect_xlsx,
)

CIDS = ["CID900001", "CID900011", "CID900021", "CID900031"]


def read(path: Path, shared: Shared | None = None) -> Declaration:
    """The declaration of a workbook that gives no finding."""
    declaration, found = read_workbook(path, shared=shared)
    assert [str(finding) for finding in found] == []
    assert declaration is not None
    return declaration


def read_rows(path: Path, *rows: Any, **options: Any) -> tuple[DeclaredSmelter, ...]:
    return read(cmrt(path / "x.xlsx", rows=rows, **options)).rows


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
@pytest.mark.parametrize("version", STATED)
def test_every_version_is_read_from_its_own_rows(tmp_path: Path, version: str, suffix: str) -> None:
    declaration = read(cmrt(tmp_path / f"x{suffix}", version=version))
    assert declaration.template.version == version
    assert declaration.company.name.text == COMPANY
    assert (declaration.scope, declaration.effective_date) == (Scope.COMPANY, dt.date(2022, 3, 1))
    assert [row.cid for row in declaration.rows] == CIDS
    for metal in Metal if version >= "3" else ():
        assert declaration.says(Question.ADDED, metal) == "Yes"
        assert declaration.says(Question.COVERED, metal) == "No"
        assert declaration.says(Question.RESPONSES, metal) == "100%"
        assert declaration.says(Question.ALL_REPORTED, metal) == "Yes"


def test_of_2_company_and_smelters_are_read_and_no_answers(tmp_path: Path) -> None:
    declaration = read(cmrt(tmp_path / "x.xls", version="2.03a"))
    assert (declaration.answers, declaration.company_answers) == ((), ())
    assert declaration.company.authorizer.text == "Otto Invented"


@pytest.mark.parametrize(
    ("version", "cell", "letter", "last"),
    [
        ("6.5", "D45", "H", "D89"),
        ("5.12", None, "I", "D85"),
        ("4.20", None, "J", "D87"),
        ("3.01", None, "J", "D87"),
    ],
)
def test_questions_stand_where_the_version_has_them(
    tmp_path: Path, version: str, cell: str | None, letter: str, last: str
) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx", version=version))
    answer = declaration.find_answer(Question.CAHRA, Metal.TIN)
    assert (answer.answer.where.cell if answer else None) == cell
    disclosure = declaration.find_company_answer(CompanyQuestion.DISCLOSURE)
    assert disclosure is not None
    assert (disclosure.letter, disclosure.answer.where.cell) == (letter, last)


@pytest.mark.parametrize("version", ["6.1", "5.12", "3.01"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_read(tmp_path: Path, language: str, version: str) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx", language=language, version=version))
    assert declaration.template.language == language
    assert [row.cid for row in declaration.rows] == CIDS


@pytest.mark.parametrize(
    ("language", "yes", "share", "metal"),
    [("Deutsch", "Ja", "Größer als 90 %", "Zinn"), ("中文 Chinese", "是", "大于 90%", "锡")],
)
def test_answers_in_another_language_are_read_through_the_labels(
    tmp_path: Path, language: str, yes: str, share: str, metal: str
) -> None:
    path = cmrt(
        tmp_path / "x.xlsx",
        language=language,
        answers={(1, "Tin"): yes, (6, "Tin"): share},
        rows=[by_name(metal, "Invented Tin Works", F="", P=yes)],
    )
    declaration = read(path)
    assert declaration.says(Question.ADDED, Metal.TIN) == "Yes"
    assert declaration.says(Question.RESPONSES, Metal.TIN) == "Greater than 90%"
    assert (declaration.rows[0].cid, declaration.rows[0].entry.recycled) == ("CID900021", "Yes")


@pytest.mark.parametrize("share", [1, 1.0, "1", "100%", "100 %", " 100% ", "１００％"])
def test_one_hundred_percent_is_a_number_or_a_text(tmp_path: Path, share: Any) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx", answers={(6, "Gold"): share}))
    assert declaration.says(Question.RESPONSES, Metal.GOLD) == "100%"


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("YES ", "Yes"),
        ("yes_x000D_", "Yes"),
        ("\u00a0No", "No"),
        ("Yes, in conformance with IPC-1755 [e.g., CMRT]", "Yes, in conformance with IPC1755 (e.g., CMRT)"),
        ("Perhaps", "Perhaps"),
    ],
)
def test_an_answer_is_the_option_it_means_and_else_stays_as_it_is(
    tmp_path: Path, typed: str, means: str
) -> None:
    letter = "E" if "IPC" in typed else "A"
    declaration = read(cmrt(tmp_path / "x.xlsx", company_answers={letter: typed}))
    answers = {one.letter: one.answer.text for one in declaration.company_answers}
    assert answers[letter] == means


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("No, but greater than 75% ", "Greater than 75%"),
        ("No, but greater than 50%", "Greater than 50%"),
        ("No, but less than 25%", "50% or less"),
        ("None", "None"),
    ],
)
def test_shares_of_3_are_read_as_those_of_6(tmp_path: Path, typed: str, means: str) -> None:
    path = cmrt(tmp_path / "x.xls", version="3.01", answers={(5, "Tin"): typed})
    declaration, _ = read_workbook(path)
    assert declaration is not None
    assert declaration.says(Question.RESPONSES, Metal.TIN) == means


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (dt.date(2021, 3, 12), dt.date(2021, 3, 12)),
        (44267, dt.date(2021, 3, 12)),
        ("12-Mar-2021", dt.date(2021, 3, 12)),
        ("12 März 2021", dt.date(2021, 3, 12)),
        ("5-août-2021", dt.date(2021, 8, 5)),
        ("5-juin-2021", dt.date(2021, 6, 5)),
        ("March 12, 2021", dt.date(2021, 3, 12)),
        ("2021年3月12日", dt.date(2021, 3, 12)),
        ("2021/3/12", dt.date(2021, 3, 12)),
        ("3/13/2021", dt.date(2021, 3, 13)),
        ("13.3.2021", dt.date(2021, 3, 13)),
        ("3/4/2021", None),
        ("soon", None),
        ("31-Feb-2021", None),
        (7, None),
    ],
)
def test_the_effective_date_is_read_in_every_form(tmp_path: Path, value: Any, date: dt.date | None) -> None:
    assert read(cmrt(tmp_path / "x.xlsx", date=value)).effective_date == date


def test_a_file_without_stored_values_is_worked_out_from_its_own_look_up(tmp_path: Path) -> None:
    path = cmrt(tmp_path / "x.xlsx", cached=False)
    declaration = read(path)
    assert not declaration.has_stored_values
    assert [(row.cid, row.name, row.country) for row in declaration.rows] == [
        ("CID900001", "Invented Gold Works", "JAPAN"),
        ("CID900011", "Invented Tantalum Works", "CHINA"),
        ("CID900021", "Invented Tin Works", "PERU"),
        ("CID900031", "Invented Tungsten Works", "VIET NAM"),
    ]


@pytest.mark.parametrize("version", ["5.12", "3.01"])
def test_older_questions_are_found_where_labels_have_no_stored_values(tmp_path: Path, version: str) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx", version=version, cached=False))
    assert declaration.says(Question.RESPONSES, Metal.GOLD) == "100%"


@pytest.mark.parametrize(
    ("row", "cid", "resolution"),
    [
        (by_id("CID900021"), "CID900021", Resolution.INPUT_ID),
        (by_id(" cid900021 "), "CID900021", Resolution.INPUT_ID),
        (by_id("CID 900021"), "CID900021", Resolution.INPUT_ID),
        (by_id("CID-900021"), "CID900021", Resolution.INPUT_ID),
        (by_id("ＣＩＤ９０００２１"), "CID900021", Resolution.INPUT_ID),
        (by_id("CID799999", B="Tin", C="Other"), "CID799999", Resolution.INPUT_ID),
        (by_name("Tin", "Invented Tin Works"), "CID900021", Resolution.COLUMN_ID),
        (by_name("Tin", "Invented Tin Works", F=""), "CID900021", Resolution.NAME),
        (by_name("Tin", "INVENTED TIN WORKS", F="242332"), "CID900021", Resolution.NAME),
        (by_name("Tin", "Tin Works (invented alias)", F="#N/A"), "CID900021", Resolution.NAME),
        (by_name("Tin", "Invented Tin Works", F="1JPN072"), "CID900021", Resolution.NAME),
        (by_name("Tin", "Other Works", F="CIDSN2285"), None, Resolution.NONE),
        (by_name("Tin", "Other Works", F="CID0040334"), None, Resolution.NONE),
        (by_name("Tin", "Other Works", F="CID700001"), "CID700001", Resolution.COLUMN_ID),
        (by_name("Gold (Au)", "Invented Gold Works", F=""), "CID900001", Resolution.NAME),
        (by_name("Gold", "Invented Two Metals", F=""), "CID900003", Resolution.NAME),
        (by_name("Tin", "Invented Two Metals", F=""), "CID900022", Resolution.NAME),
        (not_listed("Tin", "Invented Tin Works", F=""), "CID900021", Resolution.TYPED_NAME),
        (not_listed("Tin", "Nobody's Works", "PERU"), None, Resolution.NONE),
        (by_name("Iron", "Invented Tin Works", F=""), None, Resolution.NONE),
    ],
)  # fmt: skip
def test_a_row_is_resolved_by_identifier_then_by_name(
    tmp_path: Path, row: Any, cid: str | None, resolution: Resolution
) -> None:
    [found] = read_rows(tmp_path, row)
    assert (found.cid, found.resolution) == (cid, resolution)


@pytest.mark.parametrize("words", ["Smelter not listed", "Smelter Not Listed", "SMELTER NOT LISTED "])
def test_not_listed_is_known_in_any_case(tmp_path: Path, words: str) -> None:
    [row] = read_rows(tmp_path, {"B": "Tin", "C": words, "D": "Nobody's Works", "E": "PERU"})
    assert (row.choice, row.name, row.country) == (Choice.NOT_LISTED, "Nobody's Works", "PERU")


def test_not_yet_identified_is_no_smelter(tmp_path: Path) -> None:
    [row] = read_rows(
        tmp_path, {"B": "Tin", "C": "Smelter Not Yet Identified", "E": "Unknown", "R": "Unknown"}
    )
    assert (row.choice, row.cid, row.name, row.country) == (Choice.NOT_IDENTIFIED, None, "", "Unknown")


def test_rows_behind_gaps_are_read_and_rows_of_blanks_are_not(tmp_path: Path) -> None:
    rows = read_rows(
        tmp_path, by_id("CID900001"), None, {"C": " ", "E": 0}, {"H": 0, "Q": "later"}, by_id("CID900002")
    )
    assert [(row.row, row.cid) for row in rows] == [(5, "CID900001"), (9, "CID900002")]


def test_each_value_has_its_cell(tmp_path: Path) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx"))
    answer = declaration.find_answer(Question.RECYCLED, Metal.TIN)
    assert answer is not None
    assert str(answer.answer.where) == "x.xlsx 'Declaration'!D51"
    assert str(declaration.rows[1].cell("F")) == "x.xlsx 'Smelter List'!F6"
    assert str(declaration.company.contact_email.where) == "x.xlsx 'Declaration'!D16"


def test_cells_of_a_version_with_other_columns_are_its_own(tmp_path: Path) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx", version="2.03a"))
    assert str(declaration.rows[0].cell("F")) == "x.xlsx 'Smelter List'!E5"


def test_names_of_contacts_are_not_kept(tmp_path: Path) -> None:
    [row] = read_rows(tmp_path, by_id("CID900001", K="Ina Invented", L="ina@example.com", M="Visit"))
    assert (row.entry.text("K"), row.entry.text("L"), row.entry.text("M")) == ("", "", "Visit")


@pytest.mark.parametrize("version", ["6.6", "2.03a"])
def test_what_neither_a_rule_nor_the_search_asks_for_is_not_kept(tmp_path: Path, version: str) -> None:
    product = ("P-1", "Invented part", "C-1", "Customer's part", "Note")
    kept = str(read(cmrt(tmp_path / "x.xlsx", version=version, products=[product])))
    assert "Otto Invented" in kept
    for value in ("00-000-0042", "Invented registry", "Officer", "Customer's part"):
        assert value not in kept, value


def test_the_address_and_the_authorizers_telephone_are_among_what_answers_name(tmp_path: Path) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx"))
    named = {(one.what, one.value) for one in named_in([FileRead("x.xlsx", declaration, ())])}
    assert (What.ADDRESS, "1 Invented Street, Invented City") in named
    assert {value for what, value in named if what is What.TELEPHONE} == {"5550142", "555-0143"}


@pytest.mark.parametrize(("version", "phone"), [("6.6", "5550142"), ("2.03a", "555-0143")])
def test_the_telephone_number_is_the_contacts(tmp_path: Path, version: str, phone: str) -> None:
    company = read(cmrt(tmp_path / "x.xlsx", version=version)).company
    assert company.contact_phone.text == phone


def test_a_street_of_0_is_no_city(tmp_path: Path) -> None:
    [row] = read_rows(tmp_path, by_name("Tin", "Other Works", E="PERU", H=0, I=0, J=0))
    assert (row.entry.city, row.entry.state, row.country) == ("", "", "PERU")


@pytest.mark.parametrize(
    ("version", "product", "comment"),
    [
        ("6.4", ("P-1", "Invented part", "Note"), "Note"),
        ("6.5", ("P-1", "Invented part", "Note"), "Note"),
        ("6.6", ("P-1", "Invented part", "C-1", "Customer's part", "Note"), "Note"),
    ],
)
def test_products_are_read_in_both_forms(
    tmp_path: Path, version: str, product: tuple[str, ...], comment: str
) -> None:
    scope = "B. Product (or List of Products)"
    declaration = read(cmrt(tmp_path / "x.xlsx", version=version, scope=scope, products=[product]))
    assert declaration.scope is Scope.PRODUCT
    [found] = declaration.products
    assert (found.number, found.name, found.comment, found.row) == ("P-1", "Invented part", comment, 6)
    assert found.requester_number == ("C-1" if version == "6.6" else "")


@pytest.mark.parametrize(
    ("cells", "version"),
    [
        ({}, "6.22"),
        ({"Declaration": {"J3": ""}}, "6.22"),
        ({"Declaration": {"J3": ""}, "Smelter List": {"Q3": ""}}, "6.22"),
        ({"Declaration": {"J3": "Version 6.31"}}, "6.31"),
        (
            {
                "Declaration": {"J3": ""},
                "Smelter List": {"Q3": ""},
                "Revision": dict.fromkeys(("B13", "B14", "B15"), ""),
                "Instructions": {"A90": "Invented footer, Revision 6.22"},
            },
            "6.22",
        ),
    ],
)
def test_the_version_is_found_in_four_places(tmp_path: Path, cells: Any, version: str) -> None:
    assert read(cmrt(tmp_path / "x.xlsx", version="6.22", cells=cells)).template.version == version


def test_versions_are_compared_as_their_publisher_counts(tmp_path: Path) -> None:
    order = ["5.12", "6.01", "6.1", "6.22", "6.31", "6.4", "6.5", "6.6", "6.6.1"]
    numbers = [read(cmrt(tmp_path / "x.xlsx", version=version)).template.number for version in order]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(order)


def test_what_workbooks_say_alike_is_held_once(tmp_path: Path) -> None:
    shared = Shared()
    first = read(cmrt(tmp_path / "a.xlsx"), shared)
    again = read(cmrt(tmp_path / "b.xlsx", company="Another Ltd. (invented)"), shared)
    other = read(
        cmrt(tmp_path / "c.xlsx", look_up=[*LOOK_UP, *known("Tin", "New", "PERU", "CID900029")]), shared
    )
    assert first.look_up is again.look_up
    assert first.look_up.digest != other.look_up.digest
    assert [row.entry for row in first.rows] == [row.entry for row in again.rows]
    assert all(one.entry is two.entry for one, two in zip(first.rows, again.rows, strict=True))


def test_a_protected_xls_is_opened_with_excels_own_password(tmp_path: Path) -> None:
    path = protect_xls(cmrt(tmp_path / "x.xls", version="3.01"), "VelvetSweatshop")
    assert is_protected(path)
    assert [row.cid for row in read(path).rows] == CIDS


def test_a_protected_xlsx_is_opened_with_excels_own_password(tmp_path: Path) -> None:
    path = protect_xlsx(cmrt(tmp_path / "x.xlsx"), "VelvetSweatshop")
    assert is_protected(path)
    assert [row.cid for row in read(path).rows] == CIDS


def test_a_list_of_few_columns_is_read(tmp_path: Path) -> None:
    blank = {f"{letter}{row}": "" for letter in "FGHIJKLMNOPQRSTUVWX" for row in (3, 4)}
    rows = [{"B": "Tin", "C": "Invented Tin Works", **dict.fromkeys("FGHIJR", "")}]
    declaration = read(
        cmrt(
            tmp_path / "x.xlsx",
            rows=rows,
            cached=False,
            cells={"Smelter List": blank | dict.fromkeys([f"{letter}5" for letter in "EFGHIJRST"], "")},
        )
    )
    assert [row.cid for row in declaration.rows] == ["CID900021"]


def test_metals_that_are_not_used_have_no_answers(tmp_path: Path) -> None:
    declaration = read(cmrt(tmp_path / "x.xlsx", metals=["Gold"]))
    assert [declaration.is_needed(Metal(name)) for name in METALS] == [False, False, True, False]
    assert declaration.says(Question.RESPONSES, Metal.TIN) == ""
