"""The official blank templates, filled in a temporary copy.

They are their publisher's and are not part of the project. The tests run once for each template that lies in
``../shared/cmrt`` beside the repository; where that folder is not there, there is nothing to run, and the
workbooks of the same layout that the other tests make in code are what is tested.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
import warnings
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from generator.model import Metal, Period
from generator.suppliers.declarations import Choice, Declaration, Resolution
from generator.suppliers.review_settings import Review, ReviewSettings
from generator.suppliers.rules import review_answer
from generator.suppliers.templates import Question, Scope
from generator.suppliers.workbooks import read_workbook
from generator.suppliers.workbooks.cells import fold
from generator.suppliers.workbooks.opening import open_book
from tests.support.official_templates import SHARED, fill_as_excel_does, fill_as_programs_do

TEMPLATES = sorted((SHARED / "cmrt").glob("*.xls*"))
METALS = ("Tantalum", "Tin", "Gold", "Tungsten")


def filled(template: Path) -> dict[str, dict[str, str | float]]:
    """What a supplier enters: everything that is required, and three rows with smelters of the look-up."""
    declaration: dict[str, str | float] = {
        "D8": "Example Components Ltd. (invented)",
        "D9": "A. Company",
        "D15": "Ina Invented",
        "D16": "ina@example.com",
        "D17": 5550142,
        "D18": "Otto Invented",
        "D20": "otto@example.com",
        "D22": 44986,
        "G77": "https://www.example.com/policy",
    }
    usual = {1: "Yes", 2: "Yes", 3: "No", 4: "No", 5: "No", 6: 1, 7: "Yes", 8: "Yes"}
    for number, answer in usual.items():
        for offset in range(4):
            declaration[f"D{26 + 6 * (number - 1) + offset}"] = answer
    for row in range(75, 91, 2):
        declaration[f"D{row}"] = "Yes"
    declaration |= {"D83": "Yes, in conformance with IPC1755 (e.g., CMRT)", "D89": "Yes, with the SEC"}
    known = first_smelters(template)
    smelters: dict[str, str | float] = {
        "A5": known["Gold"][1],
        "B7": "Tantalum",
        "C7": known["Tantalum"][0],
        "B8": "Tin",
        "C8": known["Tin"][0],
        "B9": "Tungsten",
        "C9": "Smelter Not Listed",
        "D9": "Invented Smithy",
        "E9": "AUSTRIA",
    }
    return {"Declaration": declaration, "Smelter List": smelters, "Product List": {"B6": "P-1", "C6": "Part"}}


@cache
def first_smelters(template: Path) -> dict[str, tuple[str, str]]:
    """Metal to a name and the CID of its first smelter in the template's look-up."""
    with CalamineWorkbook.from_path(template) as book:
        rows = book.get_sheet_by_name("Smelter Look-up").to_python(skip_empty_area=False)[4:]
    found: dict[str, tuple[str, str]] = {}
    for row in rows:
        if str(row[4]).startswith("CID"):
            found.setdefault(str(row[0]), (str(row[1]), str(row[4])))
    return found


@cache
def language_of(template: Path) -> str:
    """What the template itself is set to; the name of its file may say otherwise."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that openpyxl does not know
        book = openpyxl.load_workbook(template, read_only=True, data_only=True)
        language = book["Declaration"]["D3"].value
        book.close()
    assert language in ("English", "中文 Chinese")
    return str(language)


def check(template: Path, declaration: Declaration | None) -> None:
    """Everything that was entered is read, and nothing else."""
    assert declaration is not None
    known = first_smelters(template)
    version = re.search(r"_(\d\.\d+)_", template.name)
    assert version
    assert declaration.template.version == version[1]
    assert declaration.template.language == language_of(template)
    assert declaration.company.name.text == "Example Components Ltd. (invented)"
    assert (declaration.scope, declaration.effective_date) == (Scope.COMPANY, dt.date(2023, 3, 1))
    for metal in Metal:
        said = [declaration.says(question, metal) for question in Question]
        assert said == ["Yes", "Yes", "No", "No", "No", "100%", "Yes", "Yes"]
    assert [answer.answer.text for answer in declaration.company_answers][:2] == ["Yes", "Yes"]
    assert [(row.row, row.metal, row.choice) for row in declaration.rows] == [
        (5, Metal.GOLD, Choice.BLANK if not declaration.rows[0].entry.text("C") else Choice.NAMED),
        (7, Metal.TANTALUM, Choice.NAMED),
        (8, Metal.TIN, Choice.NAMED),
        (9, Metal.TUNGSTEN, Choice.NOT_LISTED),
    ]
    cids = [known["Gold"][1], known["Tantalum"][1], known["Tin"][1], None]
    assert [row.cid for row in declaration.rows] == cids
    assert [row.resolution for row in declaration.rows][:2] == [Resolution.INPUT_ID, Resolution.NAME]
    assert (declaration.rows[3].name, declaration.rows[3].country) == ("Invented Smithy", "AUSTRIA")
    assert [(product.row, product.number) for product in declaration.products] == [(6, "P-1")]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_an_official_template_is_read_in_its_language(tmp_path: Path, template: Path) -> None:
    path = fill_as_excel_does(template, tmp_path / template.name, filled(template))
    declaration, found = read_workbook(path)
    assert [str(finding) for finding in found] == []
    check(template, declaration)
    assert declaration is not None
    assert declaration.has_stored_values


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_an_official_template_without_stored_values_is_read_alike(tmp_path: Path, template: Path) -> None:
    path = fill_as_programs_do(template, tmp_path / template.name, filled(template))
    declaration, found = read_workbook(path)
    assert [str(finding) for finding in found] == []
    check(template, declaration)
    assert declaration is not None
    assert not declaration.has_stored_values


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_options_of_all_ten_languages_are_understood(template: Path) -> None:
    with open_book(template, template.name) as book:
        labels = book.labels
    for row in range(96, 112):
        texts = labels.texts[("Declaration", f"B{row}")]
        assert len(texts) == 10
        assert [labels.find_option(text) for text in texts] == [labels.find_option(texts[0])] * 10
        assert fold(labels.find_option(texts[0]) or "") == fold(texts[0])


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_blank_template_lacks_what_its_own_checker_says(tmp_path: Path, template: Path) -> None:
    """The blank template's sheet ``Checker`` counts its open fields in D2; here they are counted again."""
    shutil.copyfile(template, tmp_path / "x.xlsx")
    with CalamineWorkbook.from_path(template) as book:
        open_fields = book.get_sheet_by_name("Checker").to_python(skip_empty_area=False)[1][3]
    declaration, _ = read_workbook(tmp_path / "x.xlsx")
    assert declaration is not None
    review = Review(ReviewSettings(), Period(2023), lambda _: None, declaration.look_up)
    blank = [finding for finding in review_answer(declaration, review) if finding.code == "CC-001"]
    smelters_of_each_metal = len(METALS)
    assert len(blank) + smelters_of_each_metal == open_fields
