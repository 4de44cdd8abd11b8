from __future__ import annotations

from pathlib import Path

import pytest

from generator.files.workbook_guard import WorkbookLook, look_into
from tests.support.bad_input import SHEET_PART
from tests.support.builders import Formula, change_part, workbook


@pytest.mark.parametrize(
    ("cell", "look"),
    [
        ("Invented", WorkbookLook(has_formulas=False, has_errors=False)),
        ('t="e" <f>', WorkbookLook(has_formulas=False, has_errors=False)),
        (Formula("=A1", "Invented"), WorkbookLook(has_formulas=True, has_errors=False)),
        (Formula("=A1", "#N/A"), WorkbookLook(has_formulas=True, has_errors=True)),
    ],
    ids=["text", "text like a formula", "formula", "error"],
)
def test_a_look_tells_formulas_and_errors(tmp_path: Path, cell: object, look: WorkbookLook) -> None:
    path = workbook(tmp_path / "smelters.xlsx", [(cell,)])
    assert look_into(path, "smelters.xlsx") == look


def test_a_look_finds_a_formula_far_down_a_large_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "smelters.xlsx", ())
    rows = b"<row><c><v>1</v></c></row>" * 80_000 + b"<row><c><f>A1</f><v>1</v></c></row>"
    change_part(path, SHEET_PART, b"</sheetData>", rows + b"</sheetData>")
    assert look_into(path, "smelters.xlsx").has_formulas


def test_the_same_bytes_are_looked_into_once_and_others_again(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", [("Invented",)])
    first = look_into(path, "book.xlsx")
    assert look_into(path, "book.xlsx") is first
    assert not first.has_formulas
    workbook(path, [(Formula("=A1", "Invented"),)])
    assert look_into(path, "book.xlsx").has_formulas
