"""The files of the built site of 2021: valid, equal to each other and to the page, and described on it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bs4 import Tag
from frictionless import Package
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from generator.model import Asset
from generator.verify.pdf_text import read_pdf
from tests.support.built_site import one, pages, text_of

pytestmark = pytest.mark.site

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    return site / "2021" / "documents"


@pytest.fixture(scope="module")
def csv_rows(folder: Path) -> Rows:
    text = (folder / "smelters-2021.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def data(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "smelters-2021.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def listed(site: Path) -> dict[str, Tag]:
    """Rows of the documents page by the address of the file."""
    rows = one(pages(site)["2021/documents/"], ".fsd-documents__table").select("tbody tr")
    return {str(one(row, "a")["href"]): row for row in rows}


def test_json_keeps_the_schema_that_stands_beside_it(folder: Path, data: dict[str, Any]) -> None:
    schema = json.loads((folder / data["$schema"]).read_bytes())
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_data_package_is_valid(folder: Path) -> None:
    assert Package(str(folder / "datapackage.json")).validate().flatten(["type", "message"]) == []


def test_csv_json_and_workbook_have_the_same_rows(folder: Path, csv_rows: Rows, data: dict[str, Any]) -> None:
    sheet = openpyxl.load_workbook(folder / "smelters-2021.xlsx")["Smelters and refiners"]
    headings, *cells = sheet.iter_rows(values_only=True)
    workbook = [{k: "" if v is None else str(v) for k, v in zip(headings, row, strict=True)} for row in cells]
    assert workbook == csv_rows
    assert len(csv_rows) == len(data["smelters"]) == data["counts"]["rows"] == 298
    names = {
        "metal": "Metal",
        "name": "Smelter or refiner",
        "country_as_filed": "Country as filed",
        "status": "Status",
    }
    assert [{k: row[k] for k in names} for row in data["smelters"]] == [
        {k: row[heading] for k, heading in names.items()} for row in csv_rows
    ]


def test_files_have_the_cells_of_the_page(site: Path, csv_rows: Rows) -> None:
    table = one(pages(site)["2021/annex/"], "table#fsd-annex")
    assert [f"2021/annex/#{row['id']}" for row in table.select("tbody tr[id]")] == [
        r["Address"] for r in csv_rows
    ]
    names = [text_of(one(row, "[scope='row']")) for row in table.select("tbody tr[id]")]
    assert all(row["Smelter or refiner"] in name for row, name in zip(csv_rows, names, strict=True))


def files_of(folder: Path) -> dict[str, Path]:
    """Path inside the folder to file."""
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def test_nothing_internal_is_in_any_file(folder: Path) -> None:
    sheets = openpyxl.load_workbook(folder / "smelters-2021.xlsx")
    paths = [path for path in files_of(folder).values() if path.suffix not in (".pdf", ".xlsx")]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    pdfs = [read_pdf(Asset(path.name, path.read_bytes())) for path in folder.glob("*.pdf")]
    texts += [passage.text for file in pdfs for passage in file.passages or ()]
    assert len(texts) > 1000
    texts += [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert not [text for text in texts if "Internal Comment" in text or "Reported By" in text]


def test_page_offers_every_file_with_what_it_is_for_and_its_size(site: Path, folder: Path) -> None:
    offers = one(pages(site)["2021/documents/"], "article").select(".fsd-offer:has(.fsd-offer__size)")
    assert {str(one(offer, "a")["href"]) for offer in offers} == (
        set(files_of(folder)) - {"index.html", "SHA256SUMS.txt"}
    )
    assert all(one(offer, ".fsd-offer__purpose").get_text() for offer in offers)


def test_page_lists_every_file_with_its_checksum(folder: Path, listed: dict[str, Tag]) -> None:
    files = files_of(folder)
    del files["index.html"]
    assert set(listed) == set(files)
    for name, row in listed.items():
        assert one(row, "code").get_text() == hashlib.sha256(files[name].read_bytes()).hexdigest()


def test_checksums_of_the_folder_are_right(folder: Path) -> None:
    lines = (folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    found = dict(reversed(line.split("  ", 1)) for line in lines)
    assert found == {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in files_of(folder).items()
        if name not in {"index.html", "SHA256SUMS.txt"}
    }


def test_schema_org_data_of_the_annex_name_files_that_are_there(site: Path, site_url: str) -> None:
    element = one(pages(site)["2021/annex/"], "article script[type='application/ld+json']")
    found = json.loads(element.get_text())
    assert found["url"] == f"{site_url}2021/annex/"
    assert len(found["distribution"]) == 3
    for download in found["distribution"]:
        content = (site / download["contentUrl"].removeprefix(site_url)).read_bytes()
        assert download["sha256"] == hashlib.sha256(content).hexdigest()
        assert download["contentSize"] == f"{len(content)} B"


def test_line_to_cite_stands_on_the_documents_page(site: Path, site_url: str) -> None:
    line = one(pages(site)["2021/documents/"], ".fsd-cite__text")
    assert text_of(line) == (
        "Qualys, Inc. Annex I – Smelter list, 2021. Form SD, filed with the U.S. Securities and Exchange"
        f" Commission on May 31, 2022. {site_url}2021/annex/ (retrieved [date])."
    )


@pytest.mark.browser
def test_schema_org_data_pass_a_strict_content_security_policy(page: Page) -> None:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto("2021/annex/")
    text = page.locator("article script[type='application/ld+json']").evaluate("one => one.textContent")
    assert json.loads(text)["@type"] == "Dataset"
    assert problems == []


@pytest.mark.browser
def test_one_click_selects_the_line_to_cite(page: Page) -> None:
    page.goto("2021/documents/")
    line = page.locator(".fsd-cite__text")
    line.click()
    assert page.evaluate("getSelection().toString()").strip() == line.inner_text().strip()
