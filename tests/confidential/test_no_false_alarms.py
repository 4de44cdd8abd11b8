"""Lists that people have added to for themselves are published without a false alarm."""

from __future__ import annotations

import shutil
from itertools import cycle
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.confidential.search_of_years import NOTHING_ALLOWED
from generator.confidential.site_search import leaks_in
from generator.confidential.year_texts import leaks_in_texts
from generator.findings import errors
from generator.pipeline import load, render, sound
from tests.support.golden import CASES, GOLDEN, with_workbooks

OWN_COLUMNS = {
    "Region": ("Asia Pacific", "North America", "Western Europe", "Latin America", "EMEA"),
    "Priority": ("High", "Medium", "Low"),
    "Prog.": ("RMAP", "LBMA", "RMAP, LBMA", "Responsible Jewellery Council"),
    "Checked on": ("2021-03-12", "12 March 2021", "3/12/2021"),
    "Business unit": ("Automotive", "Aerospace", "Industrial"),
    "Risk": ("Conflict area", "High risk", "Low risk", "Recycler or scrap"),
    "No. of suppliers": (7, 12, 1_250),
    "Remarks": ("ok", "see website", "due diligence", "reasonable country of origin inquiry"),
    "Supplier's country": ("Japan", "Peru", "United States"),
}


def add_own_columns(book_path: Path) -> None:
    """Columns as people add them, copies of all columns, the list once more in a sheet, forty contacts."""
    book = openpyxl.load_workbook(book_path)
    lists = [sheet for sheet in book if sheet.title != "Read me"]
    copy = book.create_sheet("From RMI")
    for row in lists[0].iter_rows(values_only=True):
        copy.append(row)
    for sheet in lists:
        _fill(sheet)
    contacts = book.create_sheet("People")
    contacts.append(("Who", "For", "How"))
    for number in range(40):
        name = f"Ina Albatrossova {number}"
        contacts.append((name, f"Albatross Castings {number} GmbH", f"ina{number}@albatross.example"))
    book.save(book_path)


def _fill(sheet: Worksheet) -> None:
    there = [[cell.value for cell in column] for column in sheet.iter_cols()]
    for heading, *values in there:
        if heading:
            _column(sheet, f"RMI: {heading}", values)
    for heading, values in OWN_COLUMNS.items():
        row_values = [value for value, _ in zip(cycle(values), range(sheet.max_row - 1), strict=False)]
        _column(sheet, heading, row_values)


def _column(sheet: Worksheet, heading: str, values: list[object]) -> None:
    column = sheet.max_column + 1
    for row, value in enumerate((heading, *values), start=1):
        sheet.cell(row, column, value)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", ["example", *CASES])
def test_no_ordinary_column_of_ones_own_stops_anything(case: str, repo: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    if case == "example":
        shutil.copytree(repo / "data", data)
    else:
        with_workbooks(GOLDEN / case / "input", data)
    for book in data.glob("*/smelters.xlsx"):
        add_own_columns(book)
    years = sound(load(data), is_preview=True)
    settings = repo / "mkdocs.yml"
    assert leaks_in_texts(data, years, NOTHING_ALLOWED, docs_dir=repo / "docs", settings=settings) == ()
    site = render(years)
    files = {page.uri: page.complete.encode() for page in site.pages}
    files |= {asset.uri: asset.content for asset in site.assets if not asset.uri.endswith(".pdf")}
    assert errors(leaks_in(files, data, years)) == ()
