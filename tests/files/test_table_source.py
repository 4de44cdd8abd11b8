from __future__ import annotations

import datetime as dt
import random
import warnings
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from generator.errors import InputError
from generator.files.cell_text import clean
from generator.files.raw_table import column_letters
from generator.files.table_source import read_csv, read_sheet
from generator.model import CellRef
from tests.support.bad_input import SHEET_PART
from tests.support.builders import HEADINGS, ROWS, Formula, change_part, workbook


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Where the test puts its workbook."""
    return tmp_path / "smelters.xlsx"


def read(path: Path) -> list[list[object]]:
    return [list(row) for row in read_sheet(path, path.name, "Smelter List").rows]


def refused(path: Path) -> str:
    """The message with which the sheet is refused."""
    with pytest.raises(InputError) as stopped:
        read_sheet(path, path.name, "Smelter List")
    return str(stopped.value)


def codes(path: Path) -> set[str]:
    """Codes of the findings with which the sheet is refused; none if it is read."""
    try:
        read_sheet(path, path.name, "Smelter List")
    except InputError as stopped:
        return {finding.code for finding in stopped.findings}
    return set()


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_lettered_as_excel_letters_them(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def test_values_keep_their_kind_and_leading_zeros(book: Path) -> None:
    workbook(book, [("0035", 35, 3.5, True, dt.date(2022, 5, 31))])
    assert read(book)[1] == ["0035", 35.0, 3.5, True, dt.date(2022, 5, 31)]


def test_rows_are_counted_from_the_first_one_of_the_sheet(book: Path) -> None:
    workbook(book, [(), (), ("Gold",)], headings=())
    table = read_sheet(book, "smelters.xlsx", "Smelter List")
    assert table.rows[3][0] == "Gold"
    assert str(table.cell(3, 0)) == "smelters.xlsx 'Smelter List'!A4"


def test_a_text_that_begins_like_a_formula_stays_a_text(book: Path) -> None:
    name = '=HYPERLINK("https://www.example.com")'
    workbook(book, [(name,)])
    assert read(book)[1][0] == name
    assert read_sheet(book, "smelters.xlsx", "Smelter List").faults == ()


def test_a_formula_gives_the_value_that_excel_stored(book: Path) -> None:
    workbook(book, [(Formula("=A1", "Invented Works"), Formula("=1+1", 2))])
    assert read(book)[1][:2] == ["Invented Works", 2.0]
    assert read_sheet(book, "smelters.xlsx", "Smelter List").faults == ()


def test_a_formula_that_gave_an_empty_text_has_a_value(book: Path) -> None:
    workbook(book, [(Formula('=IF(TRUE,"","x")'),)])
    change_part(book, SHEET_PART, b'<c r="A2">', b'<c r="A2" t="str">')
    assert read_sheet(book, "smelters.xlsx", "Smelter List").faults == ()


@pytest.mark.parametrize(
    "formula", [b"<f>B2</f>", b'<f t="array" ref="A2">B2</f>', b'<f t="shared" ref="A2:A3" si="0">B2</f>']
)
def test_a_formula_without_a_value_is_named_whatever_its_kind(book: Path, formula: bytes) -> None:
    workbook(book, [(Formula("=B2"),)])
    change_part(book, SHEET_PART, b"<f>B2</f>", formula)
    (fault,) = read_sheet(book, "smelters.xlsx", "Smelter List").faults
    assert (fault.code, fault.where) == ("WB-007", CellRef("smelters.xlsx", "Smelter List", "A2"))
    assert fault.message == "the formula =B2 has no stored value"


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_each_error_of_excel_is_named(book: Path, error: str) -> None:
    workbook(book, [("x", Formula("=B9", error))])
    (fault,) = read_sheet(book, "smelters.xlsx", "Smelter List").faults
    assert fault.message == f"the cell holds the error {error}"
    assert str(fault.where) == "smelters.xlsx 'Smelter List'!B2"


def test_a_text_that_reads_like_an_error_is_a_text(book: Path) -> None:
    workbook(book, [("#N/A", Formula("=B9", 1))])
    assert read_sheet(book, "smelters.xlsx", "Smelter List").faults == ()
    assert read(book)[1][0] == "#N/A"


def test_faults_of_other_sheets_do_not_matter(book: Path) -> None:
    workbook(book, [(Formula("=B2"),)], sheets=("Invented", "Smelter List"))
    assert read_sheet(book, "smelters.xlsx", "Smelter List").faults == ()


def test_merged_cells_are_told_by_their_corners(book: Path) -> None:
    workbook(book, (), merged="B3:D4")
    assert read_sheet(book, "smelters.xlsx", "Smelter List").merged == (((2, 1), (3, 3)),)


def test_a_workbook_of_a_million_rows_is_refused(book: Path) -> None:
    row = b"<row><c><v>1</v></c></row>"
    change_part(workbook(book, ()), SHEET_PART, b"</sheetData>", row * 1_000_000 + b"</sheetData>")
    assert refused(book) == (
        "WB-002 error: a sheet of the workbook reaches to column 5 and row 1,000,001 (smelters.xlsx). "
        "Delete the empty columns right of the list and the empty rows below it, and save."
    )


def test_a_list_of_ten_thousand_rows_is_read(book: Path) -> None:
    row = b'<row><c t="inlineStr"><is><t>Gold</t></is></c></row>'
    change_part(workbook(book, ()), SHEET_PART, b"</sheetData>", row * 10_000 + b"</sheetData>")
    assert len(read(book)) == 10_001


def test_formatted_cells_without_a_value_far_below_do_not_matter(book: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    change_part(workbook(book), SHEET_PART, b"</sheetData>", far)
    assert len(read(book)) == 1 + len(ROWS)


def test_parts_that_nobody_reads_may_be_strange(book: Path) -> None:
    workbook(book, [(Formula("=B2", "Invented"),)])
    change_part(book, "xl/workbook.xml", b"<bookViews>", b'<fileRecoveryPr repairLoad="1"/><bookViews>')
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(book)[1][0] == "Invented"


def test_parts_that_nobody_reads_may_be_damaged(book: Path) -> None:
    workbook(book, [(Formula("=B2", "Invented"),)])
    change_part(book, "docProps/core.xml", b"<dc:creator>", b"<dc:creator")
    change_part(book, "xl/styles.xml", b"<fill>", b"<fil>")
    assert read(book)[1][0] == "Invented"


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (b'<x:c t="e" r="A2"><x:v>#N/A</x:v></x:c>', ["WB-008 A2"]),
        (b"<x:c r='A2'><x:f>B9</x:f></x:c>", ["WB-007 A2"]),
        (b'<x:c\n  s="0"\n  r="A2"><x:f>B9</x:f><x:v/></x:c>', ["WB-007 A2"]),
        (b'<x:c r="A2" t="str"><x:f>B9</x:f></x:c>', []),
        (b'<x:c r="A2"><x:f>B9</x:f><x:v>7</x:v></x:c>', []),
    ],
)
def test_the_spelling_of_a_sheet_s_xml_hides_no_fault(book: Path, cell: bytes, says: list[str]) -> None:
    workbook(book, ())
    space = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = b"<x:row " + space + b' r="2">' + cell + b"</x:row></sheetData>"
    change_part(book, SHEET_PART, b"</sheetData>", row)
    faults = read_sheet(book, "smelters.xlsx", "Smelter List").faults
    assert [f"{one.code} {one.where.cell}" for one in faults if isinstance(one.where, CellRef)] == says


def test_a_stray_cell_is_seen_however_it_is_spelled(book: Path) -> None:
    workbook(book, ())
    space = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = b"<x:row " + space + b"><x:c s='0' r='XFD40000'><x:v>1</x:v></x:c></x:row></sheetData>"
    change_part(book, SHEET_PART, b"</sheetData>", row)
    assert refused(book).startswith("WB-002 error: a sheet of the workbook reaches to column 16,384")


@pytest.mark.parametrize(
    "part", [SHEET_PART, "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"]
)
def test_a_part_in_an_encoding_that_there_is_not_breaks_nothing_off(book: Path, part: str) -> None:
    workbook(book, ROWS)
    change_part(book, part, b'encoding="UTF-8"', b'encoding="UTF-99999"')
    assert codes(book) <= {"WB-001"}


@pytest.mark.parametrize("number", ["2147483647000", "-99999999999", "1e300"])
def test_a_number_that_no_time_has_is_a_finding_with_its_sheet(book: Path, number: str) -> None:
    workbook(book, [(*ROWS[0][:4], dt.date(2022, 1, 1))])
    change_part(book, SHEET_PART, b"<v>44562</v>", f"<v>{number}</v>".encode())
    change_part(book, "xl/styles.xml", b"yyyy-mm-dd", b"[h]:mm")
    assert refused(book) == (
        "WB-001 error: a cell of sheet 'Smelter List' that is shown as a date or a time holds a number that"
        " is none (smelters.xlsx). Look for a cell that shows ##### however wide its column is; correct its"
        " value or its format."
    )


def test_no_damage_to_a_workbook_gives_anything_but_a_finding(book: Path) -> None:
    workbook(book, [*ROWS, ("Gold", Formula("=A1"))], merged="A6:B6")
    whole = book.read_bytes()
    dice = random.Random(2021)
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(dice.choice((1, 5, 50))):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        book.write_bytes(damaged[: dice.randrange(len(damaged))] if dice.random() < 0.3 else damaged)
        assert codes(book) <= {"WB-001", "WB-002", "WB-003"}


def test_no_damage_to_a_part_gives_anything_but_a_finding(book: Path) -> None:
    workbook(book, [*ROWS, ("Gold", Formula("=A1"))])
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    dice = random.Random(2021)
    for _ in range(100):
        name = dice.choice(sorted(parts))
        start = dice.randrange(len(parts[name]))
        damaged = parts[name][:start] + parts[name][start + dice.randrange(1, 40) :]
        with zipfile.ZipFile(book, "w") as archive:
            for other, content in parts.items():
                archive.writestr(other, damaged if other == name else content)
        assert codes(book) <= {"WB-001", "WB-002", "WB-003"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without mark", "with mark"])
def test_a_csv_is_read_whatever_separates_its_columns(tmp_path: Path, delimiter: str, mark: str) -> None:
    path = tmp_path / "smelters.csv"
    lines = [HEADINGS, ("Gold", "0035", '"Invented, Works; ""Inc."""', "JAPAN", "Open")]
    path.write_text(mark + "\r\n".join(delimiter.join(line) for line in lines), encoding="utf-8", newline="")
    table = read_csv(path, "smelters.csv")
    assert table.rows == [list(HEADINGS), ["Gold", "0035", 'Invented, Works; "Inc."', "JAPAN", "Open"]]
    assert str(table.cell(1, 2)) == "smelters.csv C2"


def test_what_a_workbook_escapes_is_undone_once(tmp_path: Path) -> None:
    """A text that Excel escapes, since it only looks like an escape, stays as people see it in Excel."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Smelter List").write_string("A1", "Works_x0041_")
    with zipfile.ZipFile(path) as archive:
        assert b"Works_x005F_x0041_" in archive.read("xl/sharedStrings.xml")
    cell = read_sheet(path, "a.xlsx", "Smelter List").rows[0][0]
    assert clean(str(cell))[0] == "Works_x0041_"
