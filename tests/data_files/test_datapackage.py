"""``datapackage.json``, as a program of the Frictionless project reads it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, Report

from generator.data_files.csv_file import csv_file
from generator.data_files.datapackage import datapackage
from generator.model import Asset, Country
from generator.model.list_table import list_table
from tests.support.facility_rows import FULL_ROW, RISKY
from tests.support.filing import restated

UNKNOWN = {"country": Country(None, "Unknown", "Unknown"), "anchor": "unknown", "status": 1}
HOSTILE = tuple({"name": name, "anchor": f"hostile-{at}"} for at, name in enumerate(RISKY))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the description and the CSV of a list with a full, an unknown and hostile rows."""
    write(tmp_path, FULL_ROW, UNKNOWN, *HOSTILE)
    return tmp_path


def write(folder: Path, *rows: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """The description; it and the CSV are written into the folder."""
    year = restated(rows=rows, **changes)
    csv = Asset("2021/documents/smelters-2021.csv", csv_file(list_table(year)), media_type="text/csv")
    (folder / csv.name).write_bytes(csv.content)
    (folder / "datapackage.json").write_bytes(datapackage(year, list_table(year), csv))
    described: dict[str, Any] = json.loads(datapackage(year, list_table(year), csv))
    return described


def report(folder: Path) -> Report:
    return Package(str(folder / "datapackage.json")).validate()


def problems(folder: Path) -> set[str]:
    """Types of the errors that are found."""
    return {found for (found,) in report(folder).flatten(["type"])}


def test_package_is_valid(folder: Path) -> None:
    assert report(folder).valid
    assert problems(folder) == set()


@pytest.mark.parametrize(
    "changes",
    [
        {"filing": {"state": "draft"}},
        {"filing__edgar_url": "https://www.example.com/edgar"},
        {"terms": {"text": "CC BY 4.0", "url": "https://www.example.com/by"}},
        {"terms": {"text": "Free for all."}},
        {"notice": "An example."},
        {"statuses": [{"label": "=1+1", "class": "other", "definition": "Hostile."}]},
    ],
    ids=["draft", "address", "license", "terms", "notice", "hostile status"],
)
def test_package_is_valid_whatever_the_filer_states(tmp_path: Path, changes: dict[str, Any]) -> None:
    write(tmp_path, FULL_ROW, **changes)
    assert problems(tmp_path) == set()


def test_list_without_rows_is_valid(tmp_path: Path) -> None:
    write(tmp_path)
    assert problems(tmp_path) == set()


def test_values_have_the_types_that_are_described(folder: Path) -> None:
    first, second, *_ = Package(str(folder / "datapackage.json")).get_resource("smelters-2021").read_rows()
    assert first["Metal"] == "Tin"
    assert first["Status as of"].isoformat() == "2022-04-05"
    assert (first["Recycled or scrap"], first["Covered country"], first["Reporting year"]) == (
        True,
        False,
        2021,
    )
    assert (second["Smelter ID (CID)"], second["Covered country"], second["Status as of"]) == (
        None,
        None,
        None,
    )


def test_changed_file_is_noticed(folder: Path) -> None:
    path = folder / "smelters-2021.csv"
    path.write_bytes(path.read_bytes().replace(b"Incheon", b"Incheom"))
    assert problems(folder) == {"hash-count"}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b"Tin,CID000035", b"Zinc,CID000035", "constraint-error"),
        (b"CID000035,", b"CID35,", "constraint-error"),
        (b"2022-04-05", b"May 5", "type-error"),
        (b"#unknown", b"#CID000035", "primary-key"),
    ],
)
def test_value_that_does_not_fit_is_noticed(folder: Path, old: bytes, new: bytes, problem: str) -> None:
    path = folder / "smelters-2021.csv"
    path.write_bytes(path.read_bytes().replace(old, new))
    assert problem in problems(folder)


def test_package_states_registrant_period_dates_unit_and_terms(tmp_path: Path) -> None:
    found = write(tmp_path, FULL_ROW)
    assert found["title"] == "Qualys, Inc.: smelters and refiners, 2021"
    assert found["contributors"] == [{"title": "Qualys, Inc.", "role": "author"}]
    assert found["period"] == {"first_day": "2021-01-01", "last_day": "2021-12-31"}
    assert found["as_of"] == "2022-05-31"
    assert found["unit_of_counting"].startswith("One row is one facility for one metal;")
    assert found["terms"] == "No license is stated."
    assert found["description"].endswith(" No license is stated.")
    assert "licenses" not in found


def test_terms_with_an_address_are_a_license(tmp_path: Path) -> None:
    found = write(tmp_path, terms={"text": "CC BY 4.0", "url": "https://www.example.com/by"})
    assert found["licenses"] == [{"path": "https://www.example.com/by", "title": "CC BY 4.0"}]
    assert found["terms"] == "CC BY 4.0 (https://www.example.com/by)"


def test_size_and_checksum_are_those_of_the_csv(folder: Path) -> None:
    (resource,) = json.loads((folder / "datapackage.json").read_bytes())["resources"]
    content = (folder / resource["path"]).read_bytes()
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
