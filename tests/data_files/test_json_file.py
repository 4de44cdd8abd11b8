"""The list of smelters as JSON, and its schema."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.data_files.json_file import json_file, rows_sha256, schema_file
from generator.model import UNIT_OF_COUNTING, Asset, Country, Metal, StatusClass
from generator.model.columns import AS_FILED, COLUMNS, CONFLICT_MINERAL, LIST
from generator.model.list_table import list_table
from tests.support.facility_rows import FULL_ROW, RISKY
from tests.support.filing import restated

CSV = Asset("2021/documents/smelters-2021.csv", b"abc")
SCHEMA = json.loads(schema_file())
ROW = SCHEMA["properties"]["smelters"]["items"]


def content(*rows: dict[str, Any], **changes: Any) -> bytes:
    year = restated(rows=rows, **changes)
    return json_file(year, list_table(year), CSV, schema_name="smelters-2021.schema.json")


def data(*rows: dict[str, Any], **changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(content(*rows, **changes))
    return found


def mistakes(found: Any) -> list[str]:
    """What the published schema finds."""
    checker = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(found)]


FINANCE = {
    "name": "Invented Finance LLC",
    "translation": "Invented Finance",
    "jurisdiction": "Delaware",
    "commission_file_number": "333-201234-01",
    "cik": "42",
}

CASES: dict[str, tuple[tuple[dict[str, Any], ...], dict[str, Any]]] = {
    "a full and a plain row": ((FULL_ROW, {"status": 1}), {}),
    "no row": ((), {}),
    "a draft": ((FULL_ROW,), {"filing": {"state": "draft"}}),
    "an amendment": ((FULL_ROW,), {"filing__amendment": 2, "filing__edgar_url": "https://www.example.com/a"}),
    "terms": ((FULL_ROW,), {"terms": {"text": "CC BY 4.0", "url": "https://www.example.com/by"}}),
    "two registrants": ((FULL_ROW,), {"co_registrants": [FINANCE]}),
    "a notice": ((FULL_ROW,), {"notice": "An example."}),
    "an unknown country": (({"country": Country(None, "Unknown", "Unknown")},), {}),
    "hostile text": (tuple({"name": name, "anchor": f"a-{at}"} for at, name in enumerate(RISKY)), {}),
}


@pytest.mark.parametrize(("rows", "changes"), CASES.values(), ids=CASES)
def test_file_keeps_its_published_schema(rows: tuple[dict[str, Any], ...], changes: dict[str, Any]) -> None:
    assert mistakes(data(*rows, **changes)) == []


def test_schema_is_a_valid_one_of_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("metal", "Copper"),
        ("cid", "CID12"),
        ("name", ""),
        ("other_names", ["A", "A"]),
        ("country_code", "ITA"),
        ("status_class", "good"),
        ("status_as_of", "May 31, 2022"),
        ("recycled_or_scrap", "Yes"),
        ("address", "annex"),
        ("reported_by", "A supplier"),
    ],
)
def test_schema_finds_a_value_that_does_not_fit(field: str, value: Any) -> None:
    found = data(FULL_ROW)
    found["smelters"][0][field] = value
    assert mistakes(found)


def test_schema_knows_every_field_and_says_what_it_means() -> None:
    every = (*COLUMNS, *AS_FILED.values(), LIST, CONFLICT_MINERAL)
    meanings = {column.name: column.meaning for column in every if column.name not in {"registrant", "year"}}
    fields = {name: field["description"] for name, field in ROW["properties"].items() if name != "own"}
    assert fields == meanings
    assert ROW["required"] == ["metal", "name", "address"]


def test_schema_has_the_words_of_the_model() -> None:
    assert ROW["else"]["properties"]["metal"]["enum"] == list(Metal)
    assert ROW["properties"]["status_class"]["enum"] == [*StatusClass, None]


def test_row_has_its_exact_values() -> None:
    assert data(FULL_ROW)["smelters"] == [
        {
            "metal": "Tin",
            "cid": "CID000035",
            "name": "Fábrica “Ñ”, S.A.",
            "other_names": ["Fabrica", "F. & Söhne"],
            "country_as_filed": "KOREA (REPUBLIC OF)",
            "country": "South Korea",
            "country_code": "KR",
            "covered_country": False,
            "city": "Incheon",
            "state_or_province": "Incheon",
            "status": "Full Compliant",
            "status_class": "conformant",
            "status_as_of": "2022-04-05",
            "recycled_or_scrap": True,
            "note": "Smelts scrap only",
            "address": "2021/annex/#CID000035",
        }
    ]


def test_what_is_not_known_is_null() -> None:
    row, _ = data({"status": 1}, FULL_ROW)["smelters"]
    unknown = {name for name, value in row.items() if value is None}
    assert unknown == {"cid", "city", "state_or_province", "status_as_of", "recycled_or_scrap", "note"}
    assert row["other_names"] == []


@pytest.mark.parametrize("name", [*RISKY, "</script>", "\u2028", "😀", "NA"])
def test_text_comes_back_as_it_was(name: str) -> None:
    assert data({"name": name})["smelters"][0]["name"] == name


def test_field_that_no_row_has_is_in_none() -> None:
    (row,) = data({"status": 1, "country": None})["smelters"]
    assert list(row) == ["metal", "name", "status", "status_class", "address"]


def test_a_date_of_the_data_that_nobody_gave_is_missing() -> None:
    statuses = [{"label": "Full Compliant", "class": "conformant"}]
    assert "as_of" not in data({}, filing__signed_on=None, filing__date=None, statuses=statuses)


def test_head_states_registrant_period_dates_unit_terms_and_checksums() -> None:
    found = data(FULL_ROW, {"status": 1})
    del found["smelters"], found["statuses"], found["covered_countries"], found["description"]
    assert found == {
        "$schema": "smelters-2021.schema.json",
        "schema_version": 2,
        "title": "Qualys, Inc.: smelters and refiners, 2021",
        "registrant": {
            "name": "Qualys, Inc.",
            "commission_file_number": "001-35662",
            "disclosure_url": "https://investor.qualys.com/financials-filings/sec-filings",
        },
        "period": {"year": 2021, "first_day": "2021-01-01", "last_day": "2021-12-31"},
        "filing": {"form": "Form SD", "state": "final", "date": "2022-05-31", "edgar_url": None},
        "as_of": "2022-05-31",
        "notice": None,
        "terms": {"text": "No license is stated.", "url": None},
        "unit_of_counting": UNIT_OF_COUNTING,
        "counts": {"rows": 2, "by_metal": {"Gold": 1, "Tin": 1}},
        "checksums": {
            "rows": {
                "sha256": found["checksums"]["rows"]["sha256"],
                "of": "the value of smelters in canonical form (RFC 8785)",
            },
            "csv": {"file": "smelters-2021.csv", "bytes": 3, "sha256": CSV.sha256},
        },
    }


def test_checksum_of_the_rows_can_be_computed_from_the_file() -> None:
    found = data(FULL_ROW, {"status": 1, "name": 'A "b" \\ \x1f é'})
    rows = [dict(sorted(row.items())) for row in found["smelters"]]
    canonical = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    assert found["checksums"]["rows"]["sha256"] == hashlib.sha256(canonical).hexdigest()


def test_checksum_of_the_rows_is_that_of_the_canonical_form() -> None:
    assert rows_sha256([{"b": None, "a": "é"}]) == hashlib.sha256('[{"a":"é","b":null}]'.encode()).hexdigest()


def test_statuses_are_defined_and_counted() -> None:
    first, second = data(FULL_ROW, {"status": 1}, {"status": 1, "anchor": "b"})["statuses"]
    assert first == {
        "label": "Full Compliant",
        "class": "conformant",
        "definition": "On the list.",
        "list": None,
        "as_of": "2022-03-01",
        "rows": 1,
    }
    assert (second["label"], second["as_of"], second["rows"]) == ("Indeterminable", None, 2)


def test_covered_countries_are_the_ten() -> None:
    found = data({})["covered_countries"]
    assert len(found) == 10
    assert {"name": "Rwanda", "code": "RW"} in found


def test_notice_is_part_of_the_description() -> None:
    found = data(notice="An example.")
    assert found["notice"] == "An example."
    assert found["description"].endswith(" An example.")


def test_file_is_text_with_a_row_a_line() -> None:
    lines = content(FULL_ROW, {"status": 1, "status_as_of": dt.date(2022, 1, 2)}).decode().splitlines()
    assert [line.lstrip()[:9] for line in lines[-4:]] == ['{"metal":', '{"metal":', "]", "}"]


def test_same_facts_give_the_same_bytes() -> None:
    assert content(FULL_ROW) == content(FULL_ROW)


def test_further_registrants_are_listed_and_missing_where_there_is_one() -> None:
    found = data(FULL_ROW, co_registrants=[FINANCE])
    assert found["co_registrants"] == [
        {name: text for name, text in FINANCE.items() if name != "jurisdiction"}
    ]
    assert found["description"].startswith(
        "Smelters and refiners that Qualys, Inc. and Invented Finance LLC list in their conflict minerals"
    )
    assert "co_registrants" not in data(FULL_ROW)
