"""The list of smelters as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from generator.data_files.csv_file import csv_file
from generator.model import Country
from generator.model.columns import COLUMNS, LIST
from generator.model.list_table import list_table
from tests.support.facility_rows import FULL_ROW, HEADINGS, RISKY
from tests.support.filing import restated
from tests.support.wording import wording


def csv_of(*rows: dict[str, object], **changes: object) -> bytes:
    return csv_file(list_table(restated(rows=rows, **changes)))


def cells_of(**row: object) -> dict[str, str]:
    """A row of a CSV, by heading, as a program reads it; beside it stands one that fills every column."""
    text = csv_of(row, FULL_ROW).decode("utf-8-sig")
    found, _ = csv.DictReader(io.StringIO(text, newline=""))
    return found


def test_csv_has_byte_order_mark_crlf_and_one_line_a_row() -> None:
    written = csv_of(FULL_ROW, {"anchor": "gold-8853-s-p-a", "status": 1})
    assert written.decode("utf-8") == (
        f"\ufeff{HEADINGS}\r\n"
        'Tin,CID000035,"Fábrica “Ñ”, S.A.",Fabrica | F. & Söhne,KOREA (REPUBLIC OF),South Korea,KR,No,'
        'Incheon,Incheon,Full Compliant,conformant,2022-04-05,Yes,Smelts scrap only,"Qualys, Inc.",2021,'
        "2021/annex/#CID000035\r\n"
        "Gold,,8853 S.p.A.,,ITALY,Italy,IT,No,,,Indeterminable,indeterminable,,,,"
        '"Qualys, Inc.",2021,2021/annex/#gold-8853-s-p-a\r\n'
    )


def test_headings_are_those_to_start_from_on_the_annex_page() -> None:
    (annex,) = (file for file in wording() if file.name == "annex")
    headings = {case.text for case in annex.cases if case.name.startswith("column-")}
    assert headings - {"Mineral"} <= {column.heading for column in (LIST, *COLUMNS)}


def test_row_without_date_of_its_own_has_the_date_of_the_list() -> None:
    assert cells_of()["Status as of"] == "2022-03-01"


@pytest.mark.parametrize(("value", "shown"), [(True, "Yes"), (False, "No"), (None, "")])
def test_recycled_is_yes_no_or_empty(value: bool | None, shown: str) -> None:
    assert cells_of(recycled=value)["Recycled or scrap"] == shown


@pytest.mark.parametrize(
    ("country", "covered"),
    [
        (Country("RW", "RWANDA", "Rwanda"), "Yes"),
        (Country("IT", "ITALY", "Italy"), "No"),
        (Country(None, "Unknown", "Unknown"), ""),
    ],
)
def test_covered_country_is_yes_no_or_not_known(country: Country, covered: str) -> None:
    assert cells_of(country=country)["Covered country"] == covered


def test_unknown_country_has_no_code() -> None:
    assert cells_of(country=Country(None, "Unknown", "Unknown"))["Country code (ISO 3166-1)"] == ""


@pytest.mark.parametrize("name", RISKY)
def test_text_that_a_spreadsheet_would_run_has_an_apostrophe(name: str) -> None:
    assert cells_of(name=name)["Smelter or refiner"] == f"'{name}"


def test_every_column_is_safe_from_formulas() -> None:
    risky = dict.fromkeys(("name", "cid", "city", "state", "footnote"), "=1+1")
    found = cells_of(**risky, aliases=("=1+1", "b"), country=Country("IT", "=1+1", "=1+1"))
    assert [cell for cell in found.values() if cell.startswith("=")] == []
    assert [cell for cell in found.values() if cell.startswith("'=")] == [
        *["'=1+1"] * 2,
        "'=1+1 | b",
        *["'=1+1"] * 5,
    ]
    assert (found["Identifier as filed"], found["Smelter ID (CID)"]) == ("'=1+1", "")


@pytest.mark.parametrize(
    "name",
    ["NA", "None", '"quoted", twice', "two\nlines", "<script>", "ربط", "A-B", "'X", "'plain", "''", "'a=b"],
)
def test_other_text_comes_back_as_it_was(name: str) -> None:
    assert cells_of(name=name)["Smelter or refiner"] == name


def test_column_that_no_row_fills_is_left_out() -> None:
    (line, *_) = csv_of({"country": None, "cid": "CID000035"}).decode("utf-8-sig").splitlines()
    assert line == (
        "Metal,Smelter ID (CID),Smelter or refiner,Status,Status class,Status as of,"
        "Registrant,Reporting year,Address"
    )


def test_no_rows_give_headings_only() -> None:
    always = "Metal,Smelter or refiner,Registrant,Reporting year,Address"
    assert csv_of().decode("utf-8-sig") == f"{always}\r\n"


def test_names_of_columns_are_told_apart() -> None:
    assert (
        len({column.name for column in COLUMNS})
        == len({column.heading for column in COLUMNS})
        == len(COLUMNS)
    )


def test_a_heading_that_looks_like_a_formula_is_none() -> None:
    table = list_table(restated(rows=({},)))
    safe = csv_file(replace(table, columns=(replace(table.columns[0], heading="=1+1"), *table.columns[1:])))
    assert safe.decode("utf-8-sig").startswith("'=1+1,")
