"""Lists as filers give them: what is not given is in no file, and what was filed is read back from each."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from frictionless import Package
from jsonschema import Draft202012Validator

from generator.data_files.json_file import schema_file
from generator.data_files.year_files import year_assets
from generator.model import Country, Disclosure, FacilityList, Metal, OtherMineral, Smelter, Status
from tests.support import builders

AREA_51 = Country(None, "AREA 51", "AREA 51")
MARKED = [
    {"label": "Conformant", "class": "conformant", "mark": "*"},
    {"label": "Active", "class": "active", "mark": "**"},
    {"label": "Not taking part", "class": "not_enrolled", "mark": "unmarked"},
]
SIGNS: dict[str, Any] = {
    "statuses": MARKED,
    "annex__marks_in": "name",
    "annex__notes": [{"mark": "****", "text": "Nothing is bought there."}],
    "annex__headings": {"name": "Company Name", "metal": "Mineral"},
}


def row(name: str, number: int = 2, **given: Any) -> Smelter:
    """A row of gold of which nothing but the name is given."""
    plain: dict[str, Any] = {"country": None, "status": None, **given}
    return replace(builders.smelter(name, number), **plain)


def marked_rows() -> tuple[Smelter, ...]:
    conformant, _, unmarked = (Status.model_validate(one) for one in MARKED)
    return (
        row("Invented, Inc.", 2, status=conformant, filed=(("name", "Invented, Inc.*"), ("metal", "Au"))),
        row("Works of Nowhere", 3, status=unmarked),
        row("Old Works", 4, status=unmarked, filed=(("name", "Old Works****"),), notes=("****",)),
    )


def files_of(found: Disclosure) -> dict[str, bytes]:
    return {file.name: file.content for file in year_assets(found)}


def csv_rows(found: Disclosure) -> list[dict[str, str]]:
    text = files_of(found)["smelters-2021.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def column(found: Disclosure, heading: str) -> list[str]:
    return [cells[heading] for cells in csv_rows(found)]


def data(found: Disclosure) -> dict[str, Any]:
    """The JSON file, which keeps the published schema."""
    read: dict[str, Any] = json.loads(files_of(found)["smelters-2021.json"])
    assert [
        error.message for error in Draft202012Validator(json.loads(schema_file())).iter_errors(read)
    ] == []
    return read


def sources(found: Disclosure) -> list[tuple[str, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(files_of(found)["smelters-2021.xlsx"]))
    lines = book["Sources and definitions"].iter_rows(values_only=True)
    return [tuple(str(cell) for cell in line if cell is not None) for line in lines]


def words(found: Disclosure) -> str:
    """Everything that the files say, but for the schema, which is the same for all."""
    content = files_of(found)
    described = json.loads(content["datapackage.json"])
    table, package = content["smelters-2021.csv"].decode(), json.dumps(described)
    return " ".join([table, package, json.dumps(data(found)), str(sources(found))])


def two_lists() -> Disclosure:
    here = (row("One Works", 2, list_key="here"), row("Two Works", 3, list_key="here", metal=Metal.TIN))
    there = (row("Mica Works", 4, list_key="there", metal=OtherMineral("Mica")),)
    past = (row("Past Works", 5, list_key="past"),)
    lists = (
        FacilityList("here", "Works in use", here),
        FacilityList("there", "Works for mica", there, is_counted=False),
        FacilityList("past", "Works of the past", past, is_counted=False),
    )
    return replace(builders.disclosure(*here, other_minerals=["Mica"]), lists=lists)


def test_list_of_names_alone_has_no_word_on_countries_statuses_or_identifiers() -> None:
    found = builders.disclosure(row("One Works"), statuses=[])
    assert list(csv_rows(found)[0]) == [
        "Metal",
        "Smelter or refiner",
        "Registrant",
        "Reporting year",
        "Address",
    ]
    said = words(found).casefold()
    assert not [
        word for word in ("countr", "status", "identif", "city", "scrap", "not stated") if word in said
    ]


def test_cell_as_filed_stands_beside_its_value_where_it_is_another() -> None:
    found = builders.disclosure(*marked_rows(), **SIGNS)
    assert column(found, "Name as filed") == ["Invented, Inc.*", "Works of Nowhere", "Old Works****"]
    assert column(found, "Smelter or refiner") == ["Invented, Inc.", "Works of Nowhere", "Old Works"]
    assert column(found, "Mineral as filed") == ["Au", "Gold", "Gold"]
    assert column(found, "Status") == ["Conformant", "Not taking part", "Not taking part"]
    assert "Status as filed" not in csv_rows(found)[0]
    assert data(found)["smelters"][2]["name_as_filed"] == "Old Works****"


def test_signs_and_headings_of_the_filing_are_explained() -> None:
    found = builders.disclosure(*marked_rows(), **SIGNS)
    meanings = dict(line for line in sources(found) if len(line) == 2)
    assert meanings["Name as filed"].endswith(
        "Heading in the filing: “Company Name”. Signs: * Conformant; ** Active; **** Nothing is bought there."
    )
    assert "heading" not in meanings["Smelter or refiner"]
    assert meanings["****"] == "Nothing is bought there."
    assert {"sign": "**", "text": "Active"} in data(found)["signs"]


def test_status_that_a_sign_says_comes_back_as_the_sign() -> None:
    tick, none = (
        Status.model_validate({"label": "Listed", "class": "conformant", "mark": "✓"}),
        Status.model_validate({"label": "Not listed", "class": "other", "mark": "unmarked"}),
    )
    rows = (row("One", 2, status=tick, filed=(("status", "✓"),)), row("Two", 3, status=none))
    found = builders.disclosure(*rows, statuses=[one.model_dump(by_alias=True) for one in (tick, none)])
    assert column(found, "Status as filed") == ["✓", ""]
    assert column(found, "Status") == ["Listed", "Not listed"]


def test_country_as_filed_may_be_a_dash_and_is_no_country() -> None:
    rows = (row("One", 2, filed=(("country_as_filed", "–"),)), row("Two", 3, country=builders.JAPAN))
    found = builders.disclosure(*rows)
    assert column(found, "Country as filed") == ["–", "JAPAN"]
    assert column(found, "Country") == ["", "Japan"]
    assert data(found)["smelters"][0]["country"] is None


def test_identifier_of_another_scheme_stands_in_its_own_column() -> None:
    rows = (row("One", 2, cid="CID000035"), row("Two", 3, cid="CIDSN2285"), row("Three", 4))
    found = builders.disclosure(*rows, annex__headings={"cid": "Works No."})
    assert column(found, "Smelter ID (CID)") == ["CID000035", "", ""]
    assert column(found, "Identifier as filed") == ["CID000035", "CIDSN2285", ""]
    assert "Heading in the filing: “Works No.”." in str(sources(found))


def test_own_columns_follow_under_their_headings_with_meaning_and_legend() -> None:
    own = {
        "programme": {"heading": "Programme", "meaning": "Who audits", "legend": {"✓": "audited"}},
        "country_own": {"heading": "Country"},
    }
    rows = (row("One", 2, own=(("programme", "✓"), ("country_own", "=x"))), row("Two", 3))
    found = builders.disclosure(*rows, annex__own_columns=own)
    assert (column(found, "Programme"), column(found, "Country (own)")) == (["✓", ""], ["'=x", ""])
    read = data(found)
    assert [one["own"] for one in read["smelters"]] == [
        {"programme": "✓", "country_own": "=x"},
        {"programme": None, "country_own": None},
    ]
    assert read["own_columns"][0] == {
        "name": "programme", "heading": "Programme", "meaning": "Who audits. Signs: ✓ audited."
    }  # fmt: skip


def test_own_column_that_no_row_fills_is_left_out() -> None:
    found = builders.disclosure(row("One"), annex__own_columns={"group": {"heading": "Group"}})
    assert "Group" not in csv_rows(found)[0]
    assert "own_columns" not in data(found)


def test_several_lists_are_told_apart_and_other_minerals_are_in_no_total() -> None:
    found = two_lists()
    assert column(found, "List") == ["Works in use"] * 2 + ["Works for mica", "Works of the past"]
    assert column(found, "Conflict mineral") == ["Yes", "Yes", "No", "Yes"]
    assert column(found, "Metal") == ["Gold", "Tin", "Mica", "Gold"]
    read = data(found)
    assert read["counts"] == {
        "rows": 4, "in_totals": 2, "by_metal": {"Gold": 1, "Tin": 1}, "by_other_mineral": {"Mica": 1}
    }  # fmt: skip
    assert read["lists"][2] == {"title": "Works of the past", "rows": 1, "is_part_of_the_totals": False}
    assert ("Works in use", "2", "Yes") in sources(found)
    assert ("Rows for Mica, no conflict mineral", "1") in sources(found)


def test_row_that_the_filing_repeats_is_repeated_and_told() -> None:
    rows = (row("One", 2, anchor="gold-one"), row("One", 3, anchor="gold-one-2"))
    found = builders.disclosure(*rows)
    assert column(found, "Address") == ["2021/annex/#gold-one", "2021/annex/#gold-one-2"]
    assert data(found)["unit_of_counting"].endswith(" A row that the filing repeats is repeated here.")


def test_counts_of_the_filing_stand_beside_a_list_without_statuses() -> None:
    found = builders.disclosure(
        row("One"), statuses=[{"label": "Listed", "class": "conformant"}],
        counts={"unit": "works", "total": 9, "by_status": {"Listed": 7},
                "by_metal_and_status": {"Tin": {"Listed": 2}}},
    )  # fmt: skip
    read = data(found)
    assert read["stated_counts"]["by_status"] == {"Listed": 7}
    assert "rows" not in read["statuses"][0]
    lines = sources(found)
    at = lines.index(("Counts as the filing states them, of works",))
    assert lines[at + 1 : at + 4] == [("All", "9"), ("Listed", "7"), ("Tin, Listed", "2")]
    assert ("Listed", "conformant") in lines


def test_restated_filing_without_its_cover_has_no_empty_facts() -> None:
    found = builders.disclosure(
        row("One"),
        registrant={"name": "Invented Devices, Inc."},
        filing={"state": "final", "signed_elsewhere": "Invented"},
    )
    read = data(found)
    assert read["registrant"] == {"name": "Invented Devices, Inc."}
    assert read["filing"]["date"] is None
    lines = dict(line for line in sources(found) if len(line) == 2)
    assert lines["Filing"] == "Form SD, filed with the U.S. Securities and Exchange Commission."
    assert not {"Commission file number", "Address that Form SD names"} & lines.keys()


@pytest.mark.parametrize(
    ("survey", "told"),
    [
        ({"suppliers": "approximately 7,000"}, ["Survey of approximately 7,000 suppliers."]),
        (
            {"suppliers": 1503, "answered": 1408, "response_rate": "93.67%"},
            [
                "Answers of 1,408 of 1,503 suppliers, response rate 93.67%,"
                " combined into one list by the registrant."
            ],
        ),
        ({"answered": 732}, ["Answers of 732 suppliers."]),
        ({"response_rate": "100 percent", "tool": "Form X"},
         ["Survey of suppliers with the Form X, response rate 100 percent."]),
        ({}, []),
    ],
)  # fmt: skip
def test_survey_is_told_as_far_as_it_is_given(survey: dict[str, Any], told: list[str]) -> None:
    found = builders.disclosure(row("One"), survey=survey)
    assert [line[1] for line in sources(found) if line[0] == "Source"] == told


def test_groups_and_levels_of_the_survey_have_their_lines() -> None:
    groups = [
        {"name": "plants", "suppliers": 40, "answered": "about 30", "spend_share": "80%"},
        {"name": "others"},
    ]
    found = builders.disclosure(row("One"), survey={"groups": groups, "by_level": {"company": 5}})
    lines = dict(line for line in sources(found) if len(line) == 2)
    assert lines["Survey of plants"] == "40 suppliers asked, about 30 answered, share of spend 80%"
    assert lines["Answers at company level"] == "5"
    assert "Survey of others" not in lines


@pytest.mark.parametrize(
    "found",
    [
        builders.disclosure(row("One"), statuses=[]),
        builders.disclosure(*marked_rows(), **SIGNS),
        two_lists(),
        builders.disclosure(row("One", country=AREA_51), row("Two", 3, cid="X1", status=Status.model_validate(
            {"label": "Unheard of", "class": "other"}))),
    ],
    ids=["names alone", "signs", "several lists", "odd values"],
)  # fmt: skip
def test_data_package_fits_its_csv(found: Disclosure, tmp_path: Path) -> None:
    for file in year_assets(found):
        (tmp_path / file.name).write_bytes(file.content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert [problem for (problem,) in report.flatten(["message"])] == []
    data(found)
