"""Answers in which a knowing reader finds nothing to ask, or asks once: by kinds, through the whole run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.countries.table import standard_countries
from generator.findings import Finding
from generator.model import Period
from generator.suppliers.letters.contacts import address, person
from generator.suppliers.look_ups import EMPTY_LOOK_UP
from generator.suppliers.reconcile import no_check
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import review_answer
from generator.suppliers.rules.across import equal_lists
from generator.suppliers.sources.declared_files import files_in, read_files
from generator.suppliers.templates import Scope
from generator.suppliers.workbooks import read_workbook
from tests.support.cmrt_workbooks import (
    LOOK_UP,
    METALS,
    ROWS,
    Known,
    Sheets,
    by_id,
    by_name,
    cmrt,
    known,
    not_listed,
)
from tests.support.reviews import asked

REVIEW = Review(ReviewSettings(), Period(2021), standard_countries().find_code, EMPTY_LOOK_UP)
COVERED_NO = {(3, metal): "No" for metal in METALS}
COMMON: tuple[Known, ...] = tuple(
    one for n in range(300) for one in known("Gold", f"Works {n:03}", "PERU", f"CID91{n:04}")
)


def found(tmp_path: Path, *codes: str, **options: Any) -> list[Finding]:
    declaration, problems = read_workbook(cmrt(tmp_path / "x.xlsx", **options))
    assert declaration is not None, problems
    return [one for one in review_answer(declaration, REVIEW) if not codes or one.code in codes]


def texts(tmp_path: Path, **options: Any) -> list[str]:
    return [ask.text for ask in asked(cmrt(tmp_path / "a.xlsx", **options))]


def with_cells(**cells: Any) -> dict[str, Any]:
    return {"cells": {"Declaration": cells}}


# Metals that are not used


@pytest.mark.parametrize("said", ["No", "n/a", "N/A", "-", "Unknown", "not applicable"])
def test_a_no_or_nothing_about_a_metal_that_is_not_used_is_in_order(tmp_path: Path, said: str) -> None:
    answers = {(number, "Gold"): said for number in range(2, 9)}
    assert found(tmp_path, metals=METALS[:2] + METALS[3:], rows=ROWS[1:], answers=answers) == []


def test_a_metal_that_is_not_used_and_of_which_answers_and_rows_speak_is_asked_about_once(
    tmp_path: Path,
) -> None:
    answers = {(2, "Gold"): "Yes", (6, "Gold"): 1, (7, "Gold"): "Yes"}
    [text] = texts(tmp_path, metals=METALS[:2] + METALS[3:], answers=answers)
    assert text == (
        "The list names smelters of gold, and question 1 for gold is answered 'No', and questions 2,"
        " 6 and 7 are answered for it (sheet 'Smelter List', cell B5; sheet"
        " 'Declaration', cells D34, D58 and D64)."
        " Please tell us whether gold is used, and correct the answer if it is."
    )


# Answers that are no options


@pytest.mark.parametrize("answers", [{(6, "Gold"): "0.8"}, {(6, "Gold"): "> 90%"}, {(7, "Gold"): "y"}])
def test_of_an_answer_that_is_no_option_nothing_is_concluded(
    tmp_path: Path, answers: dict[tuple[int, str], str]
) -> None:
    [one] = found(tmp_path, answers=answers)
    assert one.code == "CQ-004"


# Recycled material


@pytest.mark.parametrize(
    "words",
    ["Recycelt", "Re-cycled", "riciclato", "Secondary material", "e-waste", "回收料", "재활용", "No mine",
     "Scrap", "Not applicable - no mining", "RMAP conformant", "non-mined", "RMI",
     "Schrott", "100 % recycled"],
)  # fmt: skip
def test_words_for_recycled_material_name_no_mine(tmp_path: Path, words: str) -> None:
    rows = [by_id("CID900001", P="Yes", N=words, O=words), *ROWS[1:]]
    assert found(tmp_path, "CQ-013", "CQ-020", rows=rows, answers={(5, "Gold"): "Yes"}) == []


def test_a_row_that_says_recycled_in_one_of_its_columns_says_so(tmp_path: Path) -> None:
    for column in "NO":
        assert (
            found(tmp_path, "CQ-014", rows=[by_id("CID900001", P="Yes", **{column: "Scrap"}), *ROWS[1:]])
            == []
        )


def test_a_row_that_claims_recycled_material_and_names_a_country_is_asked_about_once(tmp_path: Path) -> None:
    rows = [by_id("CID900001", P="Yes", N="Recycled", O="Peru"), *ROWS[1:]]
    [text] = texts(tmp_path, rows=rows, answers={(5, "Gold"): "Yes"})
    assert "column O names 'Peru'" in text


# Covered countries


@pytest.mark.parametrize("country", ["Tanzania, United Republic of", "Congo, Democratic Republic of the"])
def test_a_country_with_a_comma_in_its_name_is_one(tmp_path: Path, country: str) -> None:
    [one] = found(tmp_path, "CQ-010", rows=[by_id("CID900001", O=country), *ROWS[1:]], answers=COVERED_NO)
    assert f"'{country}'" in one.message


@pytest.mark.parametrize(
    ("comment", "is_asked"),
    [
        ("RMAP conformant smelter, sources from the DRC", True),
        ("Conformant; material from Rwanda", True),
        ("CFSP compliant, mined in Rwanda", True),
        ("We source DRC conflict free", False),
        ("Sourcing is DRC conformant", False),
        ("Sourcing in conformance with the rules on the DRC", False),
        ("Sourcing compliant with Dodd-Frank for the DRC", False),
    ],
)
def test_a_conformant_smelter_may_source_from_covered_countries(
    tmp_path: Path, comment: str, is_asked: bool
) -> None:
    rows = [by_id("CID900001", Q=comment), *ROWS[1:]]
    assert bool(found(tmp_path, "CQ-018", rows=rows, answers=COVERED_NO)) is is_asked


# Smelters


def test_a_name_that_the_lists_have_for_another_metal_is_asked_about_as_that(tmp_path: Path) -> None:
    [text] = texts(tmp_path, rows=[*ROWS, by_name("Tin", "Invented Gold Works")])
    assert text == (
        "'Invented Gold Works' is a smelter of gold, and the row is for tin (sheet 'Smelter List', cell C9)."
        " Please correct the metal or the smelter."
    )


@pytest.mark.parametrize(
    "name", ["Mineral Smelting and Trading Co.", "Trade Winds Refinery", "Metallurgical Trading"]
)
def test_a_company_that_smelts_and_trades_is_no_trader(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, "CS-008", rows=[*ROWS, not_listed("Tin", name, "PERU")]) == []


def test_two_long_lists_in_the_order_of_the_template_are_no_copies(tmp_path: Path) -> None:
    def answer(name: str, rows: list[Any]) -> Any:
        path = cmrt(
            tmp_path / f"{name}.xlsx", company=name, look_up=(*LOOK_UP, *COMMON), metals=["Gold"], rows=rows
        )
        return read_workbook(path)[0]

    common = [by_id(one.cid) for one in COMMON[:150]]
    assert list(equal_lists([answer("One", common), answer("Two", common)])) == []
    mixed = common[::2] + common[1::2][::-1]
    mixed = mixed[::3] + mixed[1::3] + mixed[2::3]
    assert len(list(equal_lists([answer("Three", mixed), answer("Four", mixed)]))) == 2


# Addresses and persons


@pytest.mark.parametrize(
    "address",
    ["example.pl", "example.co.id", "see example.co.id", "example.shop", "example.ai",
     "网址：example.com.cn。",
     "https://例え.jp/方針", "公司网站 www.example.cn"],
)  # fmt: skip
def test_a_web_address_of_any_country_is_one_and_has_no_language(tmp_path: Path, address: str) -> None:
    assert found(tmp_path, **with_cells(G77=address)) == []


@pytest.mark.parametrize("text", ["policy.pdf", "Policy.DOCX", "n.a.", "see attached"])
def test_a_file_is_no_web_address(tmp_path: Path, text: str) -> None:
    assert [one.code for one in found(tmp_path, **with_cells(G77=text))] == ["CQ-021"]


def test_an_address_in_a_comment_has_no_language(tmp_path: Path) -> None:
    assert found(tmp_path, "CF-010", **with_cells(G38="see https://例え.jp/方針")) == []
    assert len(found(tmp_path, "CF-010", **with_cells(G38="見 https://example.jp"))) == 1


def test_a_number_in_letters_is_one(tmp_path: Path) -> None:
    assert found(tmp_path, **with_cells(D17="1-800-FLOWERS")) == []


@pytest.mark.parametrize(
    "text", ["See attached", "N/A", "=HYPERLINK(1)", "Dear {supplier}", "ina@example.com", "confidential"]
)
def test_a_text_that_is_no_persons_name_is_not_greeted(text: str) -> None:
    assert person(text) == ""


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("mailto:ina@example.com", "ina@example.com"),
        ("Ina <ina@example.com>", "ina@example.com"),
        ("ina@example.com.", "ina@example.com"),
        ("a@example.com; b@example.com", ""),
        ("ina@example", ""),
    ],
)
def test_the_one_address_of_a_text_is_written_to(text: str, is_meant: str) -> None:
    assert address(text) == is_meant


# Scope


@pytest.mark.parametrize(
    ("said", "scope"),
    [("A. Unternehmen", Scope.COMPANY), ("A. 公司", Scope.COMPANY), ("A．会社", Scope.COMPANY),
     ("B. Produit (ou liste de produits)", Scope.PRODUCT), ("C. Definido pelo usuário", Scope.USER_DEFINED),
     ("A. Product", None), ("Abteilung", None), ("B", Scope.PRODUCT)],
)  # fmt: skip
def test_a_scope_in_another_language_is_read_by_its_letter(
    tmp_path: Path, said: str, scope: Scope | None
) -> None:
    declaration = read_workbook(cmrt(tmp_path / "x.xlsx", scope=said))[0]
    assert declaration
    assert declaration.scope is scope


@pytest.mark.parametrize(
    ("description", "is_limited"),
    [
        ("All products, including but not limited to connectors", False),
        ("Not only products but also packaging", False),
        ("All products. Nothing is excluded.", False),
        ("All products except spare parts", True),
        ("Connectors only", True),
    ],
)
def test_a_description_that_limits_nothing_is_in_order(
    tmp_path: Path, description: str, is_limited: bool
) -> None:
    assert bool(found(tmp_path, "CC-007", description=description)) is is_limited


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Tin-free plastic parts", False),
        ("No tantalum, tin, gold or tungsten", False),
        ("Solder paste", True),
    ],
)
def test_who_denies_that_there_is_a_metal_does_not_speak_of_it(
    tmp_path: Path, text: str, is_asked: bool
) -> None:
    options: dict[str, Any] = {"metals": (), "rows": (), "description": text}
    assert bool(found(tmp_path, "CQ-003", **options)) is is_asked


# Suppliers and workbooks


@pytest.mark.parametrize("name", ["N/A", "-", "...", "Same", "😀"])
def test_a_company_without_a_name_is_nobody_else(tmp_path: Path, name: str) -> None:
    one, two = (read_workbook(cmrt(tmp_path / f"{n}.xlsx", company=name), f"{n}.xlsx")[0] for n in "ab")
    assert one is not None
    assert two is not None
    assert (one.supplier, two.supplier) == ("a.xlsx", "b.xlsx")
    [asked_for] = found(tmp_path, company=name)
    assert asked_for.message == f"the company's name is '{name}', which is no name"


def test_nobody_is_asked_to_rename_a_sheet_of_the_template(tmp_path: Path) -> None:
    def renamed(sheets: Sheets) -> Sheets:
        return {"Schmelzen" if name == "Smelter List" else name: cells for name, cells in sheets.items()}

    declaration, [problem, *_] = read_workbook(cmrt(tmp_path / "x.xlsx", arrange=renamed))
    assert declaration is None
    assert problem.code == "CF-003"
    assert "rename" not in problem.advice


def test_questions_about_a_copy_of_the_list_name_the_copy_and_are_asked_once(tmp_path: Path) -> None:
    (tmp_path / "answers").mkdir()

    def copied(sheets: Sheets) -> Sheets:
        full = sheets["Smelter List"]
        empty = {at: value for at, value in full.items() if not at[1:].isdigit() or int(at[1:]) < 5}
        return {**sheets, "Smelter List": empty, "Smelter List (2)": full}

    rows = [*ROWS, by_name("Tin", "Lost Works")]
    [text] = texts(tmp_path, rows=rows, arrange=copied)
    assert "sheet 'Smelter List (2)', cell C9" in text
    cmrt(tmp_path / "answers" / "x.xlsx", rows=rows, arrange=copied)
    [read] = read_files(files_in(tmp_path / "answers")[0], no_check, processes=2)
    assert read.declaration
    assert {row.sheet for row in read.declaration.rows} == {"Smelter List (2)"}
