"""``decisions.yml``, with every mistake at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model import Metal
from generator.suppliers.sources.decisions_yml import read_decisions
from tests.support.builders import workbook

GOOD = """\
accepted:
  - metal: Gold
    name: Invented Gld Works
    is: CID900001
rejected:
  - metal: Tin
    name: Invented Tin
    country: PERU
    is: CID900002
identifiers:
  1JPN072: CID900003
identifier_files: [old.xlsx]
overrides:
  - metal: Tin
    smelter: CID900002
    leave_out: yes
    comment: Invented reason
"""


def test_decisions_are_read_with_the_tables_that_they_name(tmp_path: Path) -> None:
    (tmp_path / "decisions.yml").write_text(GOOD)
    rows = [("1PER001", "CID900004"), ("1JPN072", "CID900009")]
    workbook(tmp_path / "old.xlsx", rows, headings=("Old identifier", "CID"), sheets=["Pairs"])
    decisions = read_decisions(tmp_path, "2021")
    assert decisions.accepted[0].metal is Metal.GOLD
    assert decisions.accepted[0].same_as == "CID900001"
    assert decisions.identifiers == {"1PER001": "CID900004", "1JPN072": "CID900003"}
    assert decisions.overrides[0].leave_out


def test_a_year_without_decisions_has_none(tmp_path: Path) -> None:
    assert read_decisions(tmp_path, "2021").accepted == ()


def test_every_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    text = GOOD.replace("metal: Gold", "metal: Unobtainium").replace("    is: CID900002\n", "")
    (tmp_path / "decisions.yml").write_text(text.replace("1JPN072: CID900003", "1JPN072: 900003"))
    with pytest.raises(InputError) as caught:
        read_decisions(tmp_path, "2021")
    assert [(f.code, str(f.where)) for f in caught.value.findings] == [
        ("YM-004", "2021/decisions.yml:2"),
        ("YM-003", "2021/decisions.yml:6"),
        ("YM-004", "2021/decisions.yml:10"),
    ]


def test_a_pair_without_a_cid_is_named_with_its_cell(tmp_path: Path) -> None:
    (tmp_path / "decisions.yml").write_text("identifier_files: [old.csv]\n")
    (tmp_path / "old.csv").write_text("Old identifier,CID\n1JPN072,CID0040334\n")
    with pytest.raises(
        InputError, match=r"RC-003 error: '1JPN072' stands for 'CID0040334' \(2021/old.csv B2\)"
    ):
        read_decisions(tmp_path, "2021")
