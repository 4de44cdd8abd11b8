"""Status lists in the forms in which they are had."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from generator.errors import InputError
from generator.model import Metal, StatusClass
from generator.model.status_phrases import class_of_status
from generator.suppliers.sources.status_list import read_status_list
from tests.support.builders import workbook

DAY = dt.date(2022, 3, 31)
RMI = ("METAL", "SMELTER ID", "STANDARD SMELTER NAME", "COUNTRY LOCATION", "LBMA RG", "RJC")

ML = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Invented"><Table>
<Row ss:Index="3"><Cell><Data ss:Type="String">METAL</Data></Cell><Cell><Data ss:Type="String">SMELTER ID</Data></Cell>
<Cell><Data ss:Type="String">STANDARD SMELTER NAME</Data></Cell><Cell><Data ss:Type="String">LBMA RG</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Gold</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Invented &amp; Works</Data></Cell>
<Cell><Data ss:Type="String">Yes</Data></Cell></Row>
</Table></Worksheet></Workbook>
"""  # noqa: E501


def test_a_list_without_a_status_column_gives_the_status_that_its_user_states(tmp_path: Path) -> None:
    rows = [
        ("Gold", "CID900001", "Invented Works", "JAPAN", "Yes", ""),
        ("Tin", "CID900002", "B", "PERU", "", ""),
    ]
    path = workbook(tmp_path / "list.xlsx", rows, headings=RMI, sheets=["Conformant"])
    listed, found = read_status_list(path, "list.xlsx", status="Conformant", as_of=DAY)
    assert found == ()
    assert [(r.metal, r.cid, r.name, r.status_class, r.recognised_by, r.as_of) for r in listed.rows] == [
        (Metal.GOLD, "CID900001", "Invented Works", StatusClass.CONFORMANT, ("LBMA RG",), DAY),
        (Metal.TIN, "CID900002", "B", StatusClass.CONFORMANT, (), DAY),
    ]
    assert str(listed.rows[1].where) == "list.xlsx 'Conformant'!A3"


def test_a_list_without_any_status_says_what_to_state(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [("Gold", "CID900001", "A", "", "", "")], headings=RMI)
    with pytest.raises(InputError, match=r"--status-list 'Conformant=list\.xlsx'"):
        read_status_list(path, "list.xlsx")


def test_spreadsheet_ml_may_skip_rows_and_cells(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text(ML, encoding="utf-8")
    listed, _ = read_status_list(path, "list.xml", status="Active")
    (row,) = listed.rows
    assert (row.cid, row.name, row.recognised_by) == (None, "Invented & Works", ("LBMA RG",))
    assert row.where.cell == "A4"


def test_spreadsheet_ml_with_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>\n<Workbook'
    path.write_text(ML.replace("<Workbook", bomb, 1).replace("Works", "&c;"), encoding="utf-8")
    with pytest.raises(InputError, match="document type"):
        read_status_list(path, "list.xml", status="Active")


def test_spreadsheet_ml_that_reaches_far_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text(ML.replace('ss:Index="3">', 'ss:Index="9999999">', 1), encoding="utf-8")
    with pytest.raises(InputError, match="reaches to row or column 9,999,999"):
        read_status_list(path, "list.xml", status="Active")


def test_a_table_of_ones_own_has_its_status_and_date_in_each_row(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    headings = "Metal;Smelter Name;Status;Status As Of\n"
    path.write_text(f"{headings}Tungsten;Invented;Non-Conformant;3/31/2022\nTin;Other;Active;\n")
    listed, _ = read_status_list(path, "own.csv", as_of=dt.date(2022, 1, 1))
    assert [(r.status, r.status_class, r.as_of) for r in listed.rows] == [
        ("Non-Conformant", StatusClass.NOT_CONFORMANT, DAY),
        ("Active", StatusClass.ACTIVE, dt.date(2022, 1, 1)),
    ]


def test_rows_that_cannot_be_used_are_named_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Metal,Smelter ID,Status\nStardust,CID900001,Active\nTin,none,Active\nTin,CID900002,\n")
    listed, found = read_status_list(path, "own.csv")
    assert listed.rows == ()
    assert [(f.code, str(f.where), f.message) for f in found] == [
        ("RC-002", "own.csv A3", "'NONE' is no CID, and there is no name"),
        ("RC-002", "own.csv A4", "there is no status"),
        ("RC-015", "own.csv A2", "1 row of other minerals (Stardust) not used here"),
    ]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Conformant", StatusClass.CONFORMANT),
        ("CFSP Compliant", StatusClass.CONFORMANT),
        ("Non Conformant", StatusClass.NOT_CONFORMANT),
        ("Communication Suspended - Not Interested", StatusClass.NOT_ENROLLED),
        ("RMI Due Diligence Review – Unable to Proceed", StatusClass.NOT_ENROLLED),
        ("Active", StatusClass.ACTIVE),
        ("Invented word", None),
        ("RMAP Conformant", StatusClass.CONFORMANT),
        ("Audit in progress", StatusClass.ACTIVE),
        ("Conformant (LBMA)", StatusClass.CONFORMANT),
        ("No longer conformant", None),
        ("Removed from conformant list", None),
        ("Formerly conformant", None),
        ("Conformance expired", None),
        ("Not active", None),
        ("Conformant – re-assessment in progress", None),
        ("Conformant until 2025", None),
        ("Conformant / Active", None),
        ("Conformant?", None),
        ("Conformant: no", None),
        ("Was active", None),
        ("In-active", None),
        ("in active", None),
        ("Active in RMAP", StatusClass.ACTIVE),
        ("in the Active list", StatusClass.ACTIVE),
        ("Conformant *", None),
        ("✗ Conformant", None),
        ("Conformant ❌", None),
        ("~~Conformant~~", None),
        ("!Conformant", None),
        ("≠ Conformant", None),
        ("¬active", None),
        ("< Conformant", None),
        ("“Conformant”", StatusClass.CONFORMANT),
    ],
)
def test_words_of_lists_are_understood(text: str, means: StatusClass | None) -> None:
    assert class_of_status(text) is means


def test_the_same_facility_with_two_statuses_is_said(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "Metal,Smelter ID,Status\nTin,CID900001,Active\nTin,CID900001,Conformant\nTin,CID900001,active\n"
    )
    _, (found,) = read_status_list(path, "own.csv")
    assert (found.code, str(found.where)) == ("RC-017", "own.csv C2")
    assert "'Active' and 'Conformant' and 'active': C2, C3, C4" in found.message


def test_a_row_twice_with_one_status_is_no_finding(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Metal,Smelter ID,Status\nTin,CID900001,Active\nTin,CID900001,RMAP Active\n")
    assert read_status_list(path, "own.csv")[1] == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31 March 2026", dt.date(2026, 3, 31)),
        ("March 31, 2026", dt.date(2026, 3, 31)),
        ("31-Mar-26", dt.date(2026, 3, 31)),
        ("31/03/2026", dt.date(2026, 3, 31)),
        ("03/31/2026", dt.date(2026, 3, 31)),
        ("31.03.2026", dt.date(2026, 3, 31)),
        ("2026-03-31", dt.date(2026, 3, 31)),
        ("04/04/2026", dt.date(2026, 4, 4)),
        ("2026-03-31T10:20:30Z", dt.date(2026, 3, 31)),
        ("31/03/2026 10:20", dt.date(2026, 3, 31)),
        ("2026. 3. 31.", dt.date(2026, 3, 31)),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, day: dt.date, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f'Metal,Smelter ID,Status,As of\nTin,CID900001,Active,"{written}"\n')
    listed, found = read_status_list(path, "own.csv")
    assert (listed.rows[0].as_of, found) == (day, ())


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("03/04/2026", "may be 2026-03-04 or 2026-04-03"),
        ("spring", "is no date"),
        ("03/04/2026 10:00", "may be 2026-03-04 or 2026-04-03"),
        ("2026-03-04 to 2026-05-01", "is no date"),
        ("2026-04-03?", "is no date"),
        ("2026-03-045", "is no date"),
        ("2569-03-04", "is no date"),
    ],
)
def test_a_date_that_is_not_clear_is_asked_about_and_not_guessed(
    written: str, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    rows = "".join(f"Tin,CID90000{n},Active,{written}\n" for n in range(8))
    path.write_text(f"Metal,Smelter ID,Status,As of\n{rows}")
    listed, (found,) = read_status_list(path, "own.csv", as_of=DAY)
    assert {row.as_of for row in listed.rows} == {DAY}
    assert (found.code, found.message) == ("RC-016", f"'{written}' {says}: D2, D3, D4, D5, D6 and 3 more")


def test_rows_of_minerals_that_nobody_knows_are_one_line(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = "".join(f"Stardust,CID90000{n},Active\n" for n in range(9))
    path.write_text(f"Metal,Smelter ID,Status\n{rows}Unobtainium,CID900010,Active\nTin,CID900011,Active\n")
    listed, (found,) = read_status_list(path, "own.csv")
    assert len(listed.rows) == 1
    assert (found.code, found.message) == (
        "RC-015",
        "10 rows of other minerals (Stardust, Unobtainium) not used here",
    )


def test_rows_of_cobalt_and_mica_are_rows_like_others(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Metal,Smelter ID,Status\nCobalt,CID900001,Active\nMica,CID900010,Active\n")
    listed, found = read_status_list(path, "own.csv")
    assert [(row.metal, row.cid) for row in listed.rows] == [("Cobalt", "CID900001"), ("Mica", "CID900010")]
    assert found == ()


def test_of_several_sheets_the_one_that_was_read_is_named(tmp_path: Path) -> None:
    rows = [("Tin", "CID900001", "A", "PERU", "", "")]
    path = tmp_path / "lists.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Conformant"
    for sheet in (book.active, book.create_sheet("Active")):
        for cells in (RMI, *rows):
            sheet.append(cells)
    book.save(path)
    _, (found,) = read_status_list(path, "lists.xlsx", status="Conformant")
    assert found.code == "RC-014"
    assert "'Conformant' was read, and not 'Active'" in found.message
    listed, told = read_status_list(path, "lists.xlsx", status="Active", sheet="Active")
    assert (listed.rows[0].where.sheet, told) == ("Active", ())
    with pytest.raises(InputError, match="there is no sheet 'Other'; there are: Conformant, Active"):
        read_status_list(path, "lists.xlsx", status="Active", sheet="Other")


def test_a_title_with_a_comma_does_not_hide_the_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Own list, of 31 March 2026\nMetal;Smelter Name;Status\nTin;Works, Ltd., Lima;Active\n")
    (row,) = read_status_list(path, "own.csv")[0].rows
    assert row.name == "Works, Ltd., Lima"
