"""Status lists in the forms in which they are had."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model import Metal, StatusClass
from generator.suppliers.sources.status_list import class_of_status, read_status_list
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
    path.write_text("Metal,Smelter ID,Status\nCopper,CID900001,Active\nTin,none,Active\nTin,CID900002,\n")
    listed, found = read_status_list(path, "own.csv")
    assert listed.rows == ()
    assert [(f.code, str(f.where), f.message) for f in found] == [
        ("RC-002", "own.csv A2", "metal 'Copper' is not known"),
        ("RC-002", "own.csv A3", "'NONE' is no CID, and there is no name"),
        ("RC-002", "own.csv A4", "there is no status"),
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
    ],
)
def test_words_of_lists_are_understood(text: str, means: StatusClass | None) -> None:
    assert class_of_status(text) is means
