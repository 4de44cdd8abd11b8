"""The workbook that people fill in: what is written is read back, and nothing is filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl

from generator.countries.table import read_countries
from generator.model import Smelter, Status
from generator.year.smelter_list import read_lists
from generator.year.smelter_workbook import smelter_workbook
from tests.support import builders

STATED = builders.disclosure(
    annex__marks_in="name",
    statuses=[
        {"label": "Conformant", "class": "conformant", "mark": "*"},
        {"label": "Other", "class": "other", "mark": "unmarked"},
    ],
).facts
LISTED, UNMARKED = STATED.statuses


def row(name: str, number: int, status: Status | None, **given: object) -> Smelter:
    return replace(builders.smelter(name, number), **{"status": status, "country": None, **given})


def test_rows_as_filed_are_read_back_as_they_were(tmp_path: Path) -> None:
    rows = (
        row("One", 2, LISTED, filed=(("metal", "Au"), ("name", "One*"))),
        row("Two", 3, UNMARKED, cid="CIDSN2285", country=builders.PERU),
    )
    path = tmp_path / "smelters.xlsx"
    path.write_bytes(smelter_workbook(rows, ["Conformant"], dt.date(2022, 1, 1)))
    countries = read_countries(Path("none.csv"), "data/countries.csv")
    (read,), _ = read_lists(path, path.name, countries=countries, facts=STATED)
    for one, other in zip(read.smelters, rows, strict=True):
        for name in ("metal", "name", "status", "cid", "country"):
            assert getattr(one, name) == getattr(other, name)
    assert read.smelters[0].as_filed("metal") == "Au"
    assert read.smelters[0].as_filed("name") == "One*"


def test_what_is_not_given_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "smelters.xlsx"
    path.write_bytes(smelter_workbook([row("One", 2, None)], [], dt.date(2022, 1, 1)))
    cells = [cell.value for cell in openpyxl.load_workbook(path)["Smelter List"][2]]
    assert [cell for cell in cells if cell is not None] == ["Gold", "One"]
