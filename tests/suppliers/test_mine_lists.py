"""What EMRT and AMRT say on the sheets Mine List and Minerals Scope: evidence, in no list and no figure."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.files.typed_cells import may_be_typed_in
from generator.suppliers.declarations import Declaration
from generator.suppliers.workbooks import read_workbook
from tests.support.builders import write_year
from tests.support.cmrt_workbooks import cmrt
from tests.support.other_workbooks import DRC, other

MINES = {
    "A5": "Cobalt", "B5": "Invented Cobalt Refinery; Another (invented)", "C5": "Invented Pit", "D5": "M-1",
    "F5": DRC, "J5": "Ina Invented", "K5": "ina@example.com", "M5": "=A remark",
    "A7": "Nickel", "B7": "Nobody's Works (invented)", "C7": "Second Pit", "N7": "Unknown",
}  # fmt: skip


def _read(path: Path) -> Declaration:
    declaration, found = read_workbook(path)
    assert declaration is not None, found
    return declaration


def _run(folder: Path) -> dict[str, Any]:
    if not (folder / "data").exists():
        (write_year(folder / "data") / "smelters.xlsx").unlink()
    command = [
        "reconcile",
        "2021",
        "--data",
        str(folder / "data"),
        "--from",
        str(folder / "answers"),
        "--json",
    ]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    folder = tmp_path / "answers"
    folder.mkdir()
    cmrt(folder / "cmrt.xlsx")
    return folder


@pytest.mark.parametrize(
    ("kind", "version"), [("EMRT", "2.0"), ("EMRT", "2.1"), ("AMRT", "1.2"), ("AMRT", "1.3")]
)
def test_the_mines_of_each_template_are_read_without_their_contacts(
    tmp_path: Path, kind: str, version: str
) -> None:
    read = _read(other(tmp_path / "x.xlsx", kind, version, rows=[], cells={"Mine List": MINES}))
    assert [(one.mineral, one.name, one.country, one.where.cell) for one in read.mines] == [
        ("Cobalt", "Invented Pit", DRC, "C5"), ("Nickel", "Second Pit", "", "C7"),
    ]  # fmt: skip
    assert "Ina" not in repr(read.mines)


def test_a_mine_list_that_nobody_filled_in_has_no_mines(tmp_path: Path) -> None:
    formulas = {f"N{row}": "" for row in range(5, 20)} | {"A5": 0, "B5": ""}
    assert _read(other(tmp_path / "x.xlsx", cells={"Mine List": formulas})).mines == ()
    assert _read(other(tmp_path / "y.xlsx", "EMRT", "1.3")).mines == ()


def test_mines_are_evidence_and_change_no_list_and_no_figure(answers: Path, tmp_path: Path) -> None:
    other(answers / "emrt.xlsx")
    before = _run(tmp_path)
    lists = (tmp_path / "data" / "2021" / "smelters.xlsx").read_bytes()
    review = tmp_path / "data" / "2021" / "review"
    assert not (review / "mines.csv").exists()
    other(answers / "emrt.xlsx", cells={"Mine List": MINES})
    after = _run(tmp_path)
    for part in ("counts", "other_minerals", "survey"):
        assert before[part] == after[part]
    assert (tmp_path / "data" / "2021" / "smelters.xlsx").read_bytes() == lists
    with (review / "mines.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["Mine"], first["Country"], first["File"], first["Cell"]) == (
        "Invented Pit", DRC, "emrt.xlsx", "C5",
    )  # fmt: skip
    assert first["Comment"] == "'=A remark"
    assert second["Smelter"] == "Nobody's Works (invented)"
    assert "2 mines named in 1 answer" in (review / "report.md").read_text(encoding="utf-8")
    assert "=A remark" in (review / "named.csv").read_text(encoding="utf-8-sig")
    (ask,) = (one for asks in after["asked"].values() for one in asks)
    assert ask["code"] == "CS-017"
    assert "'Nobody's Works (invented)'" in ask["text"]
    other(answers / "emrt.xlsx")
    _run(tmp_path)
    assert not (review / "mines.csv").exists()


def test_mines_of_an_answer_that_is_replaced_do_not_count(answers: Path, tmp_path: Path) -> None:
    other(answers / "old.xlsx", cells={"Mine List": MINES}, date="2022-01-10")
    other(answers / "new.xlsx", date="2022-03-10")
    _run(tmp_path)
    assert not (tmp_path / "data" / "2021" / "review" / "mines.csv").exists()


def test_the_minerals_scope_decides_nothing_and_the_filer_is_told_what_it_asks_for(
    answers: Path, tmp_path: Path
) -> None:
    scope = {"B7": "Mineral", "C7": "Reason", "B8": "Zink", "B9": "Silver / Zinc", "C9": "Asked (invented)"}
    other(answers / "amrt.xlsx", "AMRT", "1.3", minerals=("Zinc",), cells={"Minerals Scope": scope})
    report = _run(tmp_path)
    assert report["other_minerals"]["list"]["by_metal"] == {"Zinc": 1}
    assert report["asked"] == {}
    told = [one["text"] for asks in report["watched"].values() for one in asks if one["code"] == "CQ-026"]
    assert len(told) == 1
    assert "asks for silver, and the answer does not declare it" in told[0]


@pytest.mark.parametrize(
    ("cell", "is_typed"),
    [
        ('<c r="A5" t="s"><v>1</v></c>', True),
        ('<c r="F2504" s="3" t="inlineStr"><is><t>PERU</t></is></c>', True),
        ('<c r="C9"  >\n  <v>1</v></c>', True),
        ("<c r='B5' t='s'><v>1</v></c>", True),
        ('<c r="A5" s="1"/>', False),
        ('<c r="A5" t="str"><f>B5</f><v>x</v></c>', True),
        ('<c r="N5" t="str"><f>B5</f><v>x</v></c>', False),
        ('<c r="O5" t="s"><v>101</v></c>', False),
        ('<c r="B5" s="1"></c>', False),
        ('<c r="A4" t="s"><v>1</v></c>', False),
    ],
)
def test_what_somebody_typed_is_found_without_reading_the_sheet(
    tmp_path: Path, cell: str, is_typed: bool
) -> None:
    path = other(tmp_path / "x.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name, content in parts.items() if b'r="M3"' in content and b'r="A4"' in content)
    head, tail = parts[name].split(b"</sheetData>")
    row = "".join(filter(str.isdigit, cell.split("r=")[1].split()[0]))
    parts[name] = head + f'<row r="{row}">{cell}</row></sheetData>'.encode() + tail
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    assert may_be_typed_in(path, "Mine List", 5) is is_typed
