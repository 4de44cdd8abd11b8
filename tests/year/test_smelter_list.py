from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.countries.table import CountryTable, read_countries
from generator.findings import Finding
from generator.model import Country, Metal, Smelter
from generator.year.smelter_list import read_lists
from tests.support.builders import HEADINGS, STATUSES, Formula, csv_text, stated_facts, workbook

ALL_HEADINGS = (
    "Metal (*)",
    "Smelter Identification Number",
    "Smelter Name (1)",
    "Other Names",
    "Smelter Country (*)",
    "Smelter City",
    "Smelter Facility Location: State / Province",
    "Status",
    "Status As Of",
    "Recycled or Scrap",
    "Footnote",
    "Internal Comment",
    "Reported By",
)
COUNTRIES = read_countries(Path("none.csv"), "data/countries.csv")


def read(
    tmp_path: Path, *rows: tuple[Any, ...], **options: Any
) -> tuple[tuple[Smelter, ...], tuple[Finding, ...]]:
    """What the reader makes of a workbook with these rows."""
    path = workbook(tmp_path / "smelters.xlsx", rows, **options)
    return read_path(path)


def read_path(path: Path, countries: CountryTable = COUNTRIES) -> Any:
    facts = stated_facts()
    lists, found = read_lists(path, path.name, countries=countries, facts=facts)
    return tuple(row for one in lists for row in one.smelters), found


def places(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Code and cell of each finding."""
    return [(finding.code, finding.where.cell) for finding in found]


def row(name: Any = "Invented Works", metal: Any = "Gold", cid: Any = "", country: Any = "JAPAN") -> Any:
    return (metal, cid, name, country, "Open")


def test_every_published_column_is_read_and_no_other(tmp_path: Path) -> None:
    given = (
        "tin",
        "CID000002",
        "Invented Tin Works",
        "ITW|Invented Tin | ITW",
        "Viet Nam",
        "Invented City",
        "Invented Province",
        "OPEN",
        dt.date(2022, 3, 1),
        "Yes",
        "Invented note",
        "Secret",
        "Secret supplier",
    )
    (smelter,), found = read(tmp_path, given, headings=ALL_HEADINGS)
    assert found == ()
    assert smelter == Smelter(
        metal=Metal.TIN,
        cid="CID000002",
        name="Invented Tin Works",
        aliases=("ITW", "Invented Tin"),
        country=Country("VN", "Viet Nam", "Vietnam"),
        city="Invented City",
        state="Invented Province",
        status=STATUSES[1],
        status_as_of=dt.date(2022, 3, 1),
        recycled=True,
        footnote="Invented note",
        anchor="CID000002",
        where=smelter.where,
        filed=(("metal", "tin"), ("status", "OPEN")),
    )
    assert str(smelter.where) == "smelters.xlsx 'Smelter List'!C2"
    assert "Secret" not in repr(smelter)


def test_optional_columns_may_be_missing_and_their_cells_empty(tmp_path: Path) -> None:
    (smelter,), found = read(tmp_path, row(), headings=HEADINGS)
    assert found == ()
    assert (smelter.cid, smelter.city, smelter.recycled, smelter.footnote) == (None, None, None, None)


def test_rows_stand_by_metal_and_else_in_the_order_of_the_list(tmp_path: Path) -> None:
    rows = [row("B", "Tin"), row("A", "Gold"), row("C", "Tungsten"), row("A", "Tin"), row("D", "Tantalum")]
    smelters, _ = read(tmp_path, *rows)
    assert [(smelter.metal.value, smelter.name) for smelter in smelters] == [
        ("Gold", "A"),
        ("Tantalum", "D"),
        ("Tin", "B"),
        ("Tin", "A"),
        ("Tungsten", "C"),
    ]


def test_headings_may_stand_below_a_title_as_in_the_supplier_template(tmp_path: Path) -> None:
    smelters, found = read(
        tmp_path, ("Invented note",), (), HEADINGS, row(), headings=("Smelter List", "", "Revision")
    )
    assert [str(smelter.where) for smelter in smelters] == ["smelters.xlsx 'Smelter List'!C5"]
    assert found == ()


def test_empty_rows_between_and_below_are_passed_over(tmp_path: Path) -> None:
    smelters, found = read(
        tmp_path, row("A"), (), (" ", "", "\u00a0", "", "Open"), row("B"), ("", "", "", "")
    )
    assert [smelter.where.cell for smelter in smelters] == ["C2", "C5"]
    assert found == ()


@pytest.mark.parametrize(
    "name",
    [
        "NA",
        "None",
        "nan",
        "TRUE",
        "#N/A",
        "-",
        "007",
        '=HYPERLINK("https://www.example.com","x")',
        "<script>alert(1)</script>",
        "| a | b |",
        "{{ x }}",
        "شركة التكرير",
        "冶炼厂",
    ],
)
def test_a_name_is_the_text_that_was_typed(tmp_path: Path, name: str) -> None:
    (smelter,), _ = read(tmp_path, row(name))
    assert smelter.name == name


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_odd_blanks_and_line_breaks_become_single_blanks(tmp_path: Path, suffix: str) -> None:
    rows = [("\u3000Gold", "", "Invented\u00a0 Gold\r\nWorks ", " Viet\u00a0Nam ", "open")]
    path = tmp_path / f"smelters.{suffix}"
    if suffix == "csv":
        path.write_text("\ufeff" + csv_text(rows), encoding="utf-8", newline="")
    else:
        workbook(path, rows)
    (smelter,), found = read_path(path)
    assert (smelter.name, smelter.country.filed) == ("Invented Gold Works", "Viet Nam")
    assert found == ()


def test_the_escaped_line_break_of_excel_is_undone(tmp_path: Path) -> None:
    (smelter,), found = read(tmp_path, row("Invented\rWorks"))  # written as _x000D_
    assert (smelter.name, found) == ("Invented Works", ())


def test_characters_that_nobody_sees_are_removed_with_a_warning(tmp_path: Path) -> None:
    (smelter,), found = read(tmp_path, row("Invented\u200b \u202eWorks"))
    assert smelter.name == "Invented Works"
    assert places(found) == [("WB-011", "C2")]
    assert (
        found[0].message
        == "characters that cannot be printed were removed from 'Invented Works': U+200B, U+202E"
    )


def test_a_letter_in_a_cell_is_told_with_the_cell_and_its_name(tmp_path: Path) -> None:
    (smelter,), found = read(tmp_path, row("Invented\ue000 Works\x1b"))
    assert smelter.name == "Invented Works"
    assert places(found) == [("WB-011", "C2")]
    assert found[0].message.endswith("'Invented Works': U+E000, U+001B")


def test_a_number_where_text_is_meant_is_read_with_a_warning(tmp_path: Path) -> None:
    (smelter,), found = read(tmp_path, row(8853))
    assert smelter.name == "8853"
    assert places(found) == [("WB-015", "C2")]
    assert found[0].message == "'8853' is a number, where text is meant"
    assert found[0].advice == "If zeros or digits are missing, format the cell as Text and type it again."


def test_a_cell_is_named_once_whatever_is_wrong_with_it(tmp_path: Path) -> None:
    day = dt.date(2022, 5, 31)
    rows = [row(metal=day), row(day), row(country=day), ("Gold", "", "Invented Works", "JAPAN", day)]
    _, found = read(tmp_path, *rows)
    assert places(found) == [("WB-010", "A2"), ("WB-010", "C3"), ("WB-010", "D4"), ("WB-010", "E5")]


def test_a_cell_with_an_excel_error_is_named_once_and_its_row_is_left_out(tmp_path: Path) -> None:
    bad = Formula("=B9", "#N/A")
    headings = (*HEADINGS, "Status As Of", "Recycled or Scrap", "Footnote")
    rows = [(*row(), bad), (*row(), "", bad), (*row(), "", "", bad), row(bad), row(metal=bad), row("Good")]
    smelters, found = read(tmp_path, *rows, headings=headings)
    assert [smelter.name for smelter in smelters] == ["Good"]
    cells = ["F2", "G3", "H4", "C5", "A6"]
    assert places(found) == [("WB-008", cell) for cell in cells]


def test_every_mistake_of_a_row_is_named(tmp_path: Path) -> None:
    smelters, found = read(tmp_path, ("Silver", "", "", "Atlantis", "Opn"))
    assert [(smelter.metal, smelter.name) for smelter in smelters] == [("Silver", "")]  # as it was filed
    assert places(found) == [("SM-004", "A2"), ("SM-008", "C2"), ("SM-006", "D2"), ("SM-005", "E2")]


def test_a_row_without_name_is_called_the_row(tmp_path: Path) -> None:
    _, found = read(tmp_path, ("Gold", "", "", "", ""))
    assert [finding.message for finding in found] == ["the row has no smelter name"]


def test_excel_errors_in_columns_that_are_not_published_do_not_matter(tmp_path: Path) -> None:
    _, found = read(
        tmp_path,
        (*row(), Formula("=B9", "#REF!"), Formula("=B9")),
        headings=(*HEADINGS, "Internal Comment", ""),
    )
    assert found == ()


@pytest.mark.parametrize(("merged", "codes"), [("A1:B1", []), ("F2:F9", []), ("D3:D4", [("WB-009", "D3")])])
def test_merged_cells_matter_inside_the_list_only(
    tmp_path: Path, merged: str, codes: list[tuple[str, str]]
) -> None:
    _, found = read(
        tmp_path, row("A"), row("B"), row("C"), headings=(*HEADINGS, "Internal Comment"), merged=merged
    )
    assert places(found) == codes


def test_a_column_that_is_not_published_is_mentioned(tmp_path: Path) -> None:
    _, found = read(tmp_path, row(), headings=(*HEADINGS, "Mine", "Internal Comment"))
    assert [(finding.code, finding.message) for finding in found] == [
        ("WB-014", "column 'Mine' is not published")
    ]


def test_the_address_of_a_row_is_its_cid_else_metal_and_name(tmp_path: Path) -> None:
    smelters, _ = read(
        tmp_path,
        row("Works", cid="CID000001"),
        row("A.L.M.T. Corp. (Inventéd)"),
        row("***"),
        row("A" * 300),
        row("No CID", cid="x y"),
    )
    assert [smelter.anchor for smelter in smelters] == [
        "CID000001",
        "gold-a-l-m-t-corp-invented",
        "gold-unnamed",
        f"gold-{'a' * 80}",
        "gold-no-cid",
    ]


def test_no_two_rows_have_the_same_address(tmp_path: Path) -> None:
    names = ["Works 2", "Works", "Works.", "Works!", "Works 2."]
    smelters, _ = read(tmp_path, *[row(name) for name in names], row("Works", "Tin"))
    assert [smelter.anchor for smelter in smelters] == [
        "gold-works-2",
        "gold-works",
        "gold-works-3",
        "gold-works-4",
        "gold-works-2-2",
        "tin-works",
    ]


def test_the_table_of_further_spellings_is_named_as_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path / "smelters.xlsx", [row(country="Atlantis")])
    _, (finding,) = read_path(path, read_countries(tmp_path / "countries.csv", "facts/countries.csv"))
    assert finding.advice == "Use the ISO name. A further spelling can be added in facts/countries.csv."
