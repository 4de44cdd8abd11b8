"""The annex as CSV, and the files that a year offers."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from generator.export import tables
from generator.model import Asset, Country, Metal, OwnFile
from tests.filing import disclosure

HEADINGS = (
    "Metal,Smelter ID (CID),Smelter or refiner,Country as filed,Country,Country code (ISO 3166-1),City,"
    "State or province,Status,Status class,Status as of,Recycled or scrap,Note,Address"
)
FULL_ROW = {
    "metal": Metal.TIN,
    "name": "Fábrica “Ñ”, S.A.",
    "country": Country("KR", "KOREA (REPUBLIC OF)", "South Korea"),
    "anchor": "CID000035",
    "cid": "CID000035",
    "city": "Incheon",
    "state": "Incheon",
    "status_as_of": dt.date(2022, 4, 5),
    "recycled": True,
    "footnote": "Smelts scrap only",
}


def cells_of(**row: object) -> dict[str, str]:
    """The one row of a CSV, by heading, as a program reads it."""
    text = tables.smelters_csv(disclosure(rows=(row,))).decode("utf-8-sig")
    (found,) = csv.DictReader(io.StringIO(text, newline=""))
    return found


def test_csv_has_byte_order_mark_crlf_and_one_line_a_row() -> None:
    written = tables.smelters_csv(disclosure(rows=(FULL_ROW, {"anchor": "gold-8853-s-p-a", "status": 1})))
    assert written.decode("utf-8") == (
        f"\ufeff{HEADINGS}\r\n"
        'Tin,CID000035,"Fábrica “Ñ”, S.A.",KOREA (REPUBLIC OF),South Korea,KR,Incheon,Incheon,Full Compliant,'
        "conformant,2022-04-05,Yes,Smelts scrap only,2021/annex/#CID000035\r\n"
        "Gold,,8853 S.p.A.,ITALY,Italy,IT,,,Indeterminable,indeterminable,,,,2021/annex/#gold-8853-s-p-a\r\n"
    )


def test_row_without_date_of_its_own_has_the_date_of_the_list() -> None:
    assert cells_of()["Status as of"] == "2022-03-01"


@pytest.mark.parametrize(("value", "shown"), [(True, "Yes"), (False, "No"), (None, "")])
def test_recycled_is_yes_no_or_empty(value: bool | None, shown: str) -> None:
    assert cells_of(recycled=value)["Recycled or scrap"] == shown


def test_unknown_country_has_no_code() -> None:
    assert cells_of(country=Country(None, "Unknown", "Unknown"))["Country code (ISO 3166-1)"] == ""


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=1\n+2"]
)
def test_text_that_a_spreadsheet_would_run_has_an_apostrophe(name: str) -> None:
    assert cells_of(name=name)["Smelter or refiner"] == f"'{name}"


def test_every_column_is_safe_from_formulas() -> None:
    risky = dict.fromkeys(("name", "cid", "city", "state", "footnote"), "=1+1")
    found = cells_of(**risky, country=Country("IT", "=1+1", "=1+1"))
    assert [cell for cell in found.values() if cell.startswith(("=", "'="))] == ["'=1+1"] * 7


@pytest.mark.parametrize(
    "name", ["NA", "None", '"quoted", twice', "two\nlines", "<script>", "ربط", "A-B", "'X"]
)
def test_other_text_comes_back_as_it_was(name: str) -> None:
    assert cells_of(name=name)["Smelter or refiner"] == name


def test_no_rows_give_headings_only() -> None:
    assert tables.smelters_csv(disclosure()).decode("utf-8-sig") == f"{HEADINGS}\r\n"


def test_same_facts_give_the_same_bytes() -> None:
    assert tables.smelters_csv(disclosure(rows=(FULL_ROW,))) == tables.smelters_csv(
        disclosure(rows=(FULL_ROW,))
    )


def test_assets_are_the_annex_then_own_files_by_name() -> None:
    year = disclosure(files=(OwnFile("policy_on-minerals.pdf", b"2"), OwnFile("letter.txt", b"1")))
    annex, *own = tables.year_assets(year)
    assert (annex.uri, annex.title) == (
        "2021/documents/smelters-2021.csv",
        "Smelters and refiners of 2021 as a table",
    )
    assert annex.content == tables.smelters_csv(year)
    assert own == [
        Asset("2021/documents/letter.txt", b"1", "Letter"),
        Asset("2021/documents/policy_on-minerals.pdf", b"2", "Policy on minerals"),
    ]


def test_file_without_words_in_its_name_has_its_name_as_title() -> None:
    assert tables.year_assets(disclosure(files=(OwnFile("--.pdf", b""),)))[1].title == "--.pdf"


def test_names_that_the_site_itself_needs() -> None:
    assert tables.reserved_names(2021) == {"index.html", "smelters-2021.csv"}
