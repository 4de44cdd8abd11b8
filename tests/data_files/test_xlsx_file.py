"""The list of smelters as a workbook."""

from __future__ import annotations

import io
import warnings
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from generator.data_files.source_lines import source_lines
from generator.data_files.xlsx_file import xlsx_file
from generator.model import Asset
from generator.model.columns import COLUMNS
from generator.model.list_table import list_table
from tests.support.facility_rows import FULL_ROW, HEADINGS, RISKY
from tests.support.filing import restated

CSV = Asset("2021/documents/smelters-2021.csv", b"abc")


def content(*rows: dict[str, Any], **changes: Any) -> bytes:
    year = restated(rows=rows, **changes)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = list_table(year)
        return xlsx_file(year, table, list(source_lines(year, table, CSV)))


def book(*rows: dict[str, Any], **changes: Any) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content(*rows, **changes)))


def values(found: Workbook, sheet: str) -> list[tuple[Any, ...]]:
    return list(found[sheet].iter_rows(values_only=True))


def lines(**changes: Any) -> dict[str, tuple[Any, ...]]:
    """The lines of the second sheet by their first cell; of two, the first."""
    found = values(book(FULL_ROW, **changes), "Sources and definitions")
    return {line[0]: tuple(cell for cell in line[1:] if cell is not None) for line in reversed(found)}


def test_first_sheet_has_the_headings_of_the_csv_and_a_row_for_each_row() -> None:
    headings, full, plain = values(book(FULL_ROW, {"status": 1}), "Smelters and refiners")
    assert ",".join(headings) == HEADINGS
    assert full == (
        "Tin", "CID000035", "Fábrica “Ñ”, S.A.", "Fabrica | F. & Söhne", "KOREA (REPUBLIC OF)", "South Korea",
        "KR", "No", "Incheon", "Incheon", "Full Compliant", "conformant", full[12], "Yes",
        "Smelts scrap only", "Qualys, Inc.", 2021, "2021/annex/#CID000035",
    )  # fmt: skip
    assert str(full[12]) == "2022-04-05 00:00:00"
    assert plain.count(None) == 7


def test_header_and_names_stay_in_sight_and_every_column_can_be_filtered() -> None:
    sheet = book(FULL_ROW, {"anchor": "b"})["Smelters and refiners"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:R3"
    assert len(COLUMNS) == 18


@pytest.mark.parametrize("name", RISKY[:4])
def test_text_that_a_spreadsheet_would_run_is_text_with_its_exact_value(name: str) -> None:
    cell = book({"name": name, "city": name})["Smelters and refiners"]["B2"]
    assert (cell.value, cell.data_type, cell.number_format) == (name, "s", "@")


def test_no_cell_of_any_sheet_is_a_formula_or_a_link() -> None:
    risky = "=1+1"
    found = book(
        dict.fromkeys(("name", "cid", "city", "state", "footnote"), risky) | {"aliases": (risky, "http://x.y")},
        registrant__name=risky, notice=risky, terms={"text": risky, "url": "https://www.example.com/terms"},
        survey__tool=risky, covered_countries=[risky],
        statuses=[{"label": risky, "class": "other", "definition": risky, "list": risky}],
    )  # fmt: skip
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(not sheet._hyperlinks for sheet in found)
    assert not [cell for cell in cells if cell.hyperlink]


@pytest.mark.parametrize("name", ["_x000D_ works", "x_x0041_", "<b>&amp;", " ربط ", "😀" * 10, "a" * 400])
def test_odd_text_comes_back_as_it_was(name: str) -> None:
    assert book({"name": name})["Smelters and refiners"]["B2"].value == name


def test_second_sheet_states_registrant_period_dates_unit_and_terms() -> None:
    found = lines()
    assert found["Qualys, Inc.: smelters and refiners, 2021"] == ()
    assert found["Registrant"] == ("Qualys, Inc.",)
    assert found["Reporting period"] == ("2021-01-01 to 2021-12-31",)
    assert found["Filing"] == (
        "Form SD, filed with the U.S. Securities and Exchange Commission on 2022-05-31.",
    )
    assert found["Data as of"] == ("2022-05-31",)
    assert found["Unit of counting"] == (
        "One row is one facility for one metal; a facility that processes two metals has two rows.",
    )
    assert (found["Rows"], found["Rows for tin"]) == (("1",), ("1",))
    assert "Rows for gold" not in found
    assert found["Source"] == ("Answers of 7 of 7 suppliers, combined into one list by the registrant.",)
    assert found["Terms of use"] == ("No license is stated.",)


def test_second_sheet_has_no_date_of_the_data_that_nobody_gave() -> None:
    statuses = [{"label": "Full Compliant", "class": "conformant"}]
    assert "Data as of" not in lines(filing__signed_on=None, filing__date=None, statuses=statuses)


def test_second_sheet_says_in_words_what_is_no_sign_to_type() -> None:
    statuses = [
        {"label": "Full Compliant", "class": "conformant", "mark": "bold"},
        {"label": "Open", "class": "other", "mark": "unmarked"},
    ]
    found = lines(statuses=statuses)
    assert (found["Bold letters"], found["No sign"]) == (("Full Compliant",), ("Open",))


def test_second_sheet_defines_statuses_columns_and_covered_countries() -> None:
    found = lines()
    assert found["Full Compliant"] == ("On the list.", "conformant", "2022-03-01", "1")
    assert found["Indeterminable"] == ("On no list.", "indeterminable", "", "0")
    assert found["Rwanda"] == ("RW",)
    assert found["City"] == ("City in which the facility stands.",)
    assert {column.heading for column in COLUMNS} <= set(found)


def test_second_sheet_gives_the_checksum_of_the_csv() -> None:
    found = lines()
    assert found["The same rows as CSV"] == ("smelters-2021.csv",)
    assert found["SHA-256 of that file"] == (CSV.sha256,)


def test_terms_notice_and_address_of_the_filing_are_there_where_they_are_stated() -> None:
    found = lines(
        terms={"text": "CC BY 4.0", "url": "https://www.example.com/by"},
        notice="An example.",
        filing__edgar_url="https://www.example.com/edgar",
    )
    assert found["Terms of use"] == ("CC BY 4.0 (https://www.example.com/by)",)
    assert found["Notice"] == ("An example.",)
    assert found["Address of the filing"] == ("https://www.example.com/edgar",)


def test_draft_is_no_filing() -> None:
    assert lines(filing={"state": "draft"})["Filing"] == ("Draft, not filed.",)


def test_list_without_rows_is_a_workbook_too() -> None:
    assert len(values(book(), "Smelters and refiners")) == 1


def test_same_facts_give_the_same_bytes() -> None:
    assert content(FULL_ROW) == content(FULL_ROW)
