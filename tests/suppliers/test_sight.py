"""Rows that a supplier hid or struck through: they count, and a finding says how many and where."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.suppliers.workbooks import read_workbook
from tests.support.cmrt_workbooks import by_id, cmrt


def saved(path: Path, change: Callable[[Worksheet], object]) -> Path:
    """An answer with four rows, saved again after a change in its smelter list."""
    rows = [by_id(cid) for cid in ("CID900001", "CID900011", "CID900021", "CID900031")]
    book = openpyxl.load_workbook(cmrt(path, rows=rows, template_rows=60))
    change(book["Smelter List"])
    book.save(path)
    return path


def said(path: Path) -> list[tuple[str, str]]:
    declaration, found = read_workbook(path)
    assert declaration is not None
    assert len(declaration.rows) == 4
    return [(one.message, str(one.where)) for one in found if one.code == "CF-015"]


def hide(*rows: int) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return change


def strike(sheet: Worksheet) -> None:
    sheet["A5"].font = Font(strike=True)


def test_hidden_rows_are_counted_and_named(tmp_path: Path) -> None:
    (finding,) = said(saved(tmp_path / "a.xlsx", hide(5, 7, 8, 50)))
    assert finding == (
        "rows 5 and 7 to 8 of the list are hidden or filtered out, and count",
        "a.xlsx 'Smelter List'!A5",
    )


def test_rows_below_the_list_may_be_hidden(tmp_path: Path) -> None:
    assert said(saved(tmp_path / "a.xlsx", hide(4, 50))) == []


def test_a_row_struck_through_is_named(tmp_path: Path) -> None:
    ((message, _),) = said(saved(tmp_path / "a.xlsx", strike))
    assert message == "row 5 of the list is struck through, and counts"


def test_a_hidden_list_is_told(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    ((message, _),) = said(saved(tmp_path / "a.xlsx", change))
    assert message == "the sheet 'Smelter List' is hidden, and its rows count"


@pytest.mark.parametrize(
    ("old", "new"),
    [(rb' hidden="(1|true)"', rb" hidden='\1'"), (rb"<(/?)(row|sheetData)\b", rb"<\1x:\2")],
    ids=["single quotes", "prefix"],
)
def test_the_spelling_of_its_xml_changes_nothing(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = saved(tmp_path / "a.xlsx", hide(6))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next(one for one, text in parts.items() if b'hidden="1"' in text and b"<row" in text)
    space = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    parts[name] = re.sub(rb"<worksheet ", b"<worksheet " + space, re.sub(old, new, parts[name]), count=1)
    with zipfile.ZipFile(path, "w") as archive:
        for one, text in parts.items():
            archive.writestr(one, text)
    ((message, _),) = said(path)
    assert message.startswith("row 6 ")
