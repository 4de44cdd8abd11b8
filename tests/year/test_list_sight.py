"""What people hide, strike through or leave far outside in the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from generator.files.raw_table import rows_in_words
from generator.files.table_source import read_sheet
from generator.findings import Finding
from generator.year.year_folder import read_year
from tests.support.builders import HEADINGS, ROWS, write_year


def found(tmp_path: Path, change: Callable[[xlsxwriter.Workbook, Worksheet], None]) -> list[Finding]:
    """The findings of this wing in a list with the usual rows and something changed."""
    folder = write_year(tmp_path)
    with xlsxwriter.Workbook(folder / "smelters.xlsx") as book:
        book.add_worksheet("Notes")
        sheet = book.add_worksheet("Smelter List")
        for number, row in enumerate((HEADINGS, *ROWS)):
            sheet.write_row(number, 0, [str(cell) for cell in row])
        change(book, sheet)
    _, findings = read_year(tmp_path, 2021)
    return [one for one in findings if one.code in ("WB-016", "WB-017", "WB-018")]


def test_hidden_and_filtered_rows_are_counted_and_named(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True}))
    assert (finding.code, finding.where.cell) == ("WB-016", "A2")  # type: ignore[union-attr]
    assert finding.message == "row 2 is hidden or filtered out, and is published"


def test_a_hidden_row_above_the_list_or_without_anything_is_no_matter(tmp_path: Path) -> None:
    def hide(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(500, None, None, {"hidden": True})

    assert found(tmp_path, hide) == []


def test_a_hidden_sheet_is_told(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, lambda _, sheet: sheet.hide())
    assert finding.code == "WB-016"
    assert "the sheet 'Smelter List' is hidden" in finding.message


def test_struck_through_rows_are_counted_and_named(tmp_path: Path) -> None:
    def strike(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        struck = book.add_format({"font_strikeout": True})
        sheet.write_string(1, 1, str(ROWS[0][1]), struck)
        sheet.write_blank(2, 40, None, struck)

    (finding,) = found(tmp_path, strike)
    assert (finding.code, finding.where.cell) == ("WB-017", "A2")  # type: ignore[union-attr]


def test_a_cell_far_outside_is_told_and_not_read(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, lambda _, sheet: sheet.write_formula("XFD304", "=A1", None, "x"))
    assert (finding.code, finding.where.cell) == ("WB-018", "XFD304")  # type: ignore[union-attr]
    table = read_sheet(tmp_path / "2021" / "smelters.xlsx", "smelters.xlsx", "Smelter List")
    assert max(map(len, table.rows)) == 256


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([4], "row 4"),
        ([4, 5], "rows 4 to 5"),
        ([4, 7, 8, 9, 12], "rows 4, 7 to 9 and 12"),
        (list(range(2, 60, 2)), "rows 2, 4, 6, 8, 10, 12, 14, 16 and 21 more"),
    ],
)
def test_numbers_of_rows_in_words(rows: list[int], words: str) -> None:
    assert rows_in_words(rows) == words
