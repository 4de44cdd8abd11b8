"""What changed against the year before, as CSV and JSON."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

from generator.data_files.changes_files import changes_files
from generator.model import Disclosure, Period, Smelter
from generator.years.changes import list_changes
from tests.support.builders import PERU, disclosure, smelter


def of(year: int, *rows: Smelter) -> Disclosure:
    return replace(disclosure(*rows), period=Period(year))


def files(before: Disclosure, after: Disclosure) -> tuple[list[dict[str, str]], dict[str, Any]]:
    """The rows of the CSV, and the JSON."""
    found = list_changes(before, after)
    assert found is not None
    table, data = changes_files(after, found)
    assert (table.uri, data.uri) == ("2021/changes/changes-2021.csv", "2021/changes/changes-2021.json")
    text = table.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""))), json.loads(data.content)


def test_each_change_has_both_states() -> None:
    before = of(2020, smelter("Old Works", cid="CID000035", anchor="CID000035"))
    after = of(2021, smelter("New Works", cid="CID000035", anchor="CID000035", country=PERU))
    (row,), data = files(before, after)
    assert row["changes"] == "Renamed; Moved"
    assert (row["name_before"], row["name_now"], row["country_code_before"], row["country_code_now"]) == (
        "Old Works", "New Works", "JP", "PE",
    )  # fmt: skip
    (change,) = data["changes"]
    assert change["kinds"] == ["renamed", "moved"]
    assert (change["before"]["row"], change["now"]["country"]) == ("CID000035", "Peru")


def test_the_counts_are_those_of_the_rows() -> None:
    rows, data = files(of(2020, smelter("A", 2), smelter("B", 3)), of(2021, smelter("B", 2), smelter("C", 3)))
    assert [row["changes"] for row in rows] == ["Gone", "Added"]
    assert (data["rows_before"], data["rows"], data["unchanged"]) == (2, 2, 1)
    assert {key: number for key, number in data["counts"].items() if number} == {"gone": 1, "added": 1}
    assert data["changes"][0]["now"] is None
    assert data["changes"][1]["before"] is None


def test_what_may_be_the_same_is_said_and_not_joined() -> None:
    rows, data = files(of(2020, smelter("Yokohama Metal")), of(2021, smelter("Yokohama Metals")))
    assert [row["may_be_the_same_as"] for row in rows] == ["Yokohama Metals", "Yokohama Metal"]
    assert [change["may_be_the_same_as"]["name"] for change in data["changes"]] == [
        "Yokohama Metals", "Yokohama Metal",
    ]  # fmt: skip


def test_no_cell_begins_a_formula() -> None:
    kept = smelter("Kept")
    rows, _ = files(of(2020, kept), of(2021, kept, smelter("=HYPERLINK(1)", 3)))
    assert rows[0]["name_now"] == "'=HYPERLINK(1)"


def test_nothing_changed_is_a_table_without_rows() -> None:
    rows, data = files(of(2020, smelter()), of(2021, smelter()))
    assert rows == data["changes"] == []
