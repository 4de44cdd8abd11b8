"""What people and programs do to a year's folder, and every error that must then be printed, word for word.

The folder is one of ``builders.write_year``. The same cases go through the reader, ``formsd`` and MkDocs.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.model import DisclosureFacts
from tests.support.builders import (
    HEADINGS,
    ROWS,
    YML,
    Formula,
    change_part,
    compound_file,
    csv_text,
    workbook,
)

SHEET_PART = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Bad:
    """A mistake, and the errors that name it, in the order in which they are printed."""

    make: Callable[[Path], Any]
    says: tuple[str, ...]


def book(*rows: tuple[Any, ...], **options: Any) -> Callable[[Path], Any]:
    """The folder's workbook anew, with these rows."""
    return lambda folder: workbook(folder / "smelters.xlsx", rows or ROWS, **options)


def content(name: str, text: str | bytes) -> Callable[[Path], Any]:
    """Another content for a file of the folder."""
    data = text.encode() if isinstance(text, str) else text
    return lambda folder: (folder / name).write_bytes(data)


def yml(*changes: str) -> Callable[[Path], Any]:
    """Other entries in ``disclosure.yml``: each text, and the one in its place."""
    text = YML
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    return content("disclosure.yml", text)


def own_yml(old: str, new: str) -> Callable[[Path], Any]:
    """Another entry in the draft of a disclosure that is made here: it restates no filing."""
    own = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "")
    own = own.replace("state: final", "state: draft")
    assert old in own
    return content("disclosure.yml", own.replace(old, new))


def own(make: Callable[[Path], Any]) -> Callable[[Path], Any]:
    """The same in the draft of a disclosure that is made here, in which no row was filed yet."""

    def made(folder: Path) -> None:
        own_yml("period: 2021", "period: 2021")(folder)
        make(folder)

    return made


def section(text: str) -> Callable[[Path], Any]:
    """Another section 02 of the report."""
    return content("report/02-results.md", text)


def list_as_csv(text: str | bytes) -> Callable[[Path], Any]:
    """A CSV in the place of the workbook."""

    def make(folder: Path) -> None:
        (folder / "smelters.xlsx").unlink()
        content("smelters.csv", text)(folder)

    return make


def country(cell: Any) -> tuple[Any, ...]:
    """A row with another country."""
    return ("Gold", "", "Invented Works", cell, "Open")


def named(cell: Any) -> tuple[Any, ...]:
    """A row with another name."""
    return ("Gold", "", cell, "JAPAN", "Open")


def cut(folder: Path) -> None:
    """The workbook as a copy that was interrupted leaves it."""
    path = folder / "smelters.xlsx"
    path.write_bytes(path.read_bytes()[:-100])


def zeros(folder: Path) -> None:
    """A workbook that unpacks to 200 MB."""
    (folder / "smelters.xlsx").write_bytes(workbook_of_zeros())


@lru_cache(maxsize=1)
def workbook_of_zeros() -> bytes:
    """A workbook with a picture of 200 MB, which packs to 900 kB."""
    file = io.BytesIO()
    archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open("xl/media/image1.bmp", "w") as part:
        for _ in range(200):
            part.write(bytes(1_000_000))
        part.close()
        archive.writestr("[Content_Types].xml", "<Types/>")
    return file.getvalue()


def last_row(folder: Path) -> None:
    """A value in the last row that a sheet has."""
    row = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    change_part(folder / "smelters.xlsx", SHEET_PART, b"</sheetData>", row)


def last_cell(folder: Path) -> None:
    """A value in the last cell that a sheet has: a reader would make room for 17 thousand million cells."""
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    change_part(folder / "smelters.xlsx", SHEET_PART, b"</sheetData>", row)


def other_zip() -> bytes:
    """A zip file that is no workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("letter.txt", "Invented")
    return file.getvalue()


def move(old: str, new: str) -> Callable[[Path], Any]:
    """Another name for a file of the folder."""
    return lambda folder: (folder / old).rename(folder / new)


BAD_INPUTS: dict[str, Bad] = {
    # The workbook as a file
    "workbook-missing": Bad(
        lambda folder: (folder / "smelters.xlsx").unlink(),
        (
            "FI-001 error: there is no smelter list (data/2021). Put smelters.xlsx into the folder. For a "
            "filer without a list, remove the entry annex from disclosure.yml.",
        ),
    ),
    "workbook-under-another-name": Bad(
        move("smelters.xlsx", "Smelter list 2021.xlsx"),
        (
            "FI-001 error: there is no smelter list (data/2021). Put smelters.xlsx into the folder; "
            "there is Smelter list 2021.xlsx. For a filer without a list, remove the entry annex from "
            "disclosure.yml.",
        ),
    ),
    "workbook-empty-file": Bad(
        content("smelters.xlsx", b""),
        ("WB-001 error: the file is empty (data/2021/smelters.xlsx). Save the workbook again.",),
    ),
    "workbook-is-text": Bad(
        content("smelters.xlsx", "Metal;Smelter Name"),
        (
            "WB-001 error: the file is not an Excel workbook (data/2021/smelters.xlsx). Open it in Excel "
            "and save it as an Excel workbook (.xlsx).",
        ),
    ),
    "workbook-is-another-zip": Bad(
        content("smelters.xlsx", other_zip()),
        (
            "WB-001 error: the file is not an Excel workbook (data/2021/smelters.xlsx). Open the smelter "
            "list in Excel and save it as an Excel workbook (.xlsx).",
        ),
    ),
    "workbook-with-password": Bad(
        content("smelters.xlsx", compound_file("EncryptionInfo", "EncryptedPackage")),
        (
            "WB-001 error: the workbook is protected by a password (data/2021/smelters.xlsx). Open it in "
            "Excel, remove the password (File, Info, Protect Workbook), and save it.",
        ),
    ),
    "workbook-in-the-old-format": Bad(
        content("smelters.xlsx", compound_file("Workbook")),
        (
            "WB-001 error: the file is in Excel's old format (.xls) (data/2021/smelters.xlsx). Open it "
            "in Excel and save it as an Excel workbook (.xlsx).",
        ),
    ),
    "workbook-cut-off": Bad(
        cut,
        (
            "WB-001 error: the workbook is damaged or cut off (data/2021/smelters.xlsx). Copy it again "
            "from where it came, or open it in Excel, let Excel repair it, and save it.",
        ),
    ),
    "workbook-of-200-mb": Bad(
        zeros,
        (
            "WB-002 error: the workbook unpacks to more than 50 MB (data/2021/smelters.xlsx). Keep the "
            "smelter list alone: delete other sheets, pictures, and empty rows below the list.",
        ),
    ),
    "workbook-with-a-value-in-the-last-row": Bad(
        last_row,
        (
            "WB-002 error: a sheet of the workbook reaches to column 5 and row 1,048,576 "
            "(data/2021/smelters.xlsx). Delete the empty columns right of the list and the empty rows "
            "below it, and save.",
        ),
    ),
    "workbook-with-a-value-in-the-last-cell": Bad(
        last_cell,
        (
            "WB-002 error: a sheet of the workbook reaches to column 16,384 and row 1,048,576 "
            "(data/2021/smelters.xlsx). Delete the empty columns right of the list and the empty rows "
            "below it, and save.",
        ),
    ),
    "two-lists": Bad(
        content("smelters.csv", csv_text()),
        (
            "FI-003 error: there are two smelter lists (data/2021). Keep one of them: smelters.xlsx or "
            "smelters.csv.",
        ),
    ),
    # Sheet and headings
    "sheet-misspelt": Bad(
        book(sheets=("Smelters list", "Checker")),
        (
            "WB-003 error: sheet 'Smelter List' not found; there are: Smelters list, Checker "
            "(data/2021/smelters.xlsx). Rename 'Smelters list' to 'Smelter List'.",
        ),
    ),
    "sheet-missing": Bad(
        book(sheets=("Checker", "Product List")),
        (
            "WB-003 error: sheet 'Smelter List' not found; there are: Checker, Product List "
            "(data/2021/smelters.xlsx). Name the sheet with the list 'Smelter List'.",
        ),
    ),
    "column-misspelt": Bad(
        book(headings=("Metal", "", "Smelter Nmae", "Smelter Country", "Status")),
        (
            "WB-004 error: column 'Smelter Name' not found; there are: Metal, Smelter Nmae, Smelter "
            "Country, Status (data/2021/smelters.xlsx 'Smelter List'!A1). Rename 'Smelter Nmae' to "
            "'Smelter Name'.",
        ),
    ),
    "columns-missing": Bad(
        book(headings=("Smelter Country", "Status")),
        (
            "WB-004 error: column 'Metal' not found; there are: Smelter Country, Status "
            "(data/2021/smelters.xlsx 'Smelter List'!A1). Add a column with the heading 'Metal'.",
            "WB-004 error: column 'Smelter Name' not found; there are: Smelter Country, Status "
            "(data/2021/smelters.xlsx 'Smelter List'!A1). Add a column with the heading 'Smelter Name'.",
        ),
    ),
    "sheet-empty": Bad(
        lambda folder: change_part(
            workbook(folder / "smelters.xlsx", (), headings=()), SHEET_PART, b"<sheetData/>", b"<sheetData/>"
        ),
        (
            "WB-004 error: column 'Metal' not found; there are: none (data/2021/smelters.xlsx 'Smelter "
            "List'!A1). Add a column with the heading 'Metal'.",
            "WB-004 error: column 'Smelter Name' not found; there are: none (data/2021/smelters.xlsx "
            "'Smelter List'!A1). Add a column with the heading 'Smelter Name'.",
        ),
    ),
    "heading-twice": Bad(
        lambda folder: workbook(
            folder / "smelters.xlsx", [(*ROWS[0], "Open")], headings=(*HEADINGS, "STATUS (*)")
        ),
        (
            "WB-005 error: the heading 'Status' stands in column E as well (data/2021/smelters.xlsx "
            "'Smelter List'!F1). Keep one of the two columns.",
        ),
    ),
    "optional-heading-misspelt": Bad(
        book((*ROWS[0], "Yes"), headings=(*HEADINGS, "Recycled or Scrapp")),
        (
            "WB-006 error: heading 'Recycled or Scrapp' is not known (data/2021/smelters.xlsx 'Smelter "
            "List'!F1). Did you mean 'Recycled or Scrap'?",
        ),
    ),
    "no-rows": Bad(
        lambda folder: workbook(folder / "smelters.xlsx", ()),
        (
            "WB-012 error: the list has no rows (data/2021/smelters.xlsx 'Smelter List'!A2). Enter one "
            "smelter or refiner a row, below the headings.",
        ),
    ),
    # Cells
    "formula-without-a-value": Bad(
        book(named(Formula('=CONCATENATE("Invented ","Works")'))),
        (
            'WB-007 error: the formula =CONCATENATE("Invented ","Works") has no stored value '
            "(data/2021/smelters.xlsx 'Smelter List'!C2). Open the workbook in Excel and save it, or "
            "type the value instead.",
        ),
    ),
    "error-cell": Bad(
        book(named(Formula("=VLOOKUP(A2,X:Y,2)", "#N/A"))),
        (
            "WB-008 error: the cell holds the error #N/A (data/2021/smelters.xlsx 'Smelter List'!C2). "
            "Type the value instead.",
        ),
    ),
    "merged-cells": Bad(
        book(*ROWS, merged="E2:E3"),
        (
            "WB-009 error: the cells E2:E3 are merged (data/2021/smelters.xlsx 'Smelter List'!E2). "
            "Unmerge the cells and fill each of them.",
        ),
    ),
    "truth-value-as-metal": Bad(
        book((True, "", "Invented Works", "JAPAN", "Open")),
        (
            "WB-010 error: 'True' is a truth value, where text is meant (data/2021/smelters.xlsx "
            "'Smelter List'!A2). Format the cell as Text and type the value again.",
        ),
    ),
    "date-as-name": Bad(
        book(named(dt.date(2022, 5, 31))),
        (
            "WB-010 error: '2022-05-31' is a date, where text is meant (data/2021/smelters.xlsx 'Smelter "
            "List'!C2). Format the cell as Text and type the value again.",
        ),
    ),
    "date-as-country": Bad(
        book(country(dt.date(2022, 5, 31))),
        (
            "WB-010 error: '2022-05-31' is a date, where text is meant (data/2021/smelters.xlsx 'Smelter "
            "List'!D2). Format the cell as Text and type the value again.",
        ),
    ),
    "no-date": Bad(
        book((*ROWS[0], "last spring"), (*ROWS[1], 44651), headings=(*HEADINGS, "Status As Of")),
        (
            "WB-013 error: 2 cells hold no date: 'last spring' (F2) and '44651' (F3) "
            "(data/2021/smelters.xlsx 'Smelter List'!F2). Enter a date such as 2022-03-31.",
        ),
    ),
    "no-yes-or-no": Bad(
        book((*ROWS[0], "partly"), headings=(*HEADINGS, "Recycled or Scrap")),
        (
            "WB-013 error: 'partly' is neither yes nor no (data/2021/smelters.xlsx 'Smelter List'!F2). "
            "Enter Yes, No or nothing.",
        ),
    ),
    "metal-unknown": Bad(
        own(book(("Tungstn", *ROWS[0][1:]), ("Au", *ROWS[1][1:]))),
        (
            "SM-004 error: metal 'Tungstn' is not known (data/2021/smelters.xlsx 'Smelter List'!A2). Did "
            "you mean 'Tungsten'?",
        ),
    ),
    "metal-missing": Bad(
        own(book(("", "", "Invented Works", "JAPAN", "Open"))),
        (
            "SM-004 error: the row has no metal (data/2021/smelters.xlsx 'Smelter List'!A2). Use one of "
            "Gold, Tantalum, Tin, Tungsten.",
        ),
    ),
    "name-missing": Bad(
        own(book(("Gold", "CID000001", "  ", "JAPAN", "Open"))),
        (
            "SM-008 error: the row has no smelter name (data/2021/smelters.xlsx 'Smelter List'!C2). Fill "
            "the cell or remove the row.",
        ),
    ),
    # The list as CSV
    "csv-in-another-encoding": Bad(
        list_as_csv(csv_text([country("CÔTE D'IVOIRE")]).encode("cp1252")),
        (
            "FI-002 error: byte 0xd4 is not UTF-8 text (data/2021/smelters.csv:2). Save the file as 'CSV "
            "UTF-8'.",
        ),
    ),
    "csv-as-unicode-text": Bad(
        list_as_csv(csv_text().encode("utf-16")),
        (
            "FI-002 error: the file is UTF-16 text, which some programs call Unicode, and not UTF-8 "
            "(data/2021/smelters.csv:1). Save the file as 'CSV UTF-8'.",
        ),
    ),
    "csv-with-an-open-quote": Bad(
        list_as_csv('Metal,Smelter Name\nGold,"Invented Works\n'),
        (
            "WB-001 error: the file is not a valid CSV: unexpected end of data (data/2021/smelters.csv:2). "
            "Check the quotes; a text that contains a quote doubles it.",
        ),
    ),
    "csv-with-control-characters": Bad(
        own(list_as_csv(csv_text([("\x1b[2J\u202eGoldd", *ROWS[0][1:])]))),
        ("SM-004 error: metal '[2JGoldd' is not known (data/2021/smelters.csv A2). Did you mean 'Gold'?",),
    ),
    # disclosure.yml
    "yaml-missing": Bad(
        lambda folder: (folder / "disclosure.yml").unlink(),
        ("FI-001 error: disclosure.yml is not there (data/2021/disclosure.yml). Put disclosure.yml there.",),
    ),
    "yaml-empty": Bad(
        content("disclosure.yml", ""),
        (
            "YM-001 error: the file has no entries (data/2021/disclosure.yml:1). It holds entries such "
            "as 'registrant:', each on a line of its own.",
        ),
    ),
    "yaml-is-no-yaml": Bad(
        yml("name: Invented Devices, Inc.", "name: Invented: Devices"),
        (
            "YM-001 error: the file is not valid YAML: a text with a colon stands without quotes "
            "(data/2021/disclosure.yml:2). Check the indentation, the colon after each entry, and quotes "
            "around texts with ':' or '#'.",
        ),
    ),
    "yaml-with-a-tab": Bad(
        yml("  name: Invented Devices, Inc.", "\tname: Invented Devices, Inc."),
        (
            "YM-007 error: the line is indented with a tab (data/2021/disclosure.yml:2). Delete what stands "
            "before the first letter, and type blanks with the space bar.",
        ),
    ),
    "yaml-is-a-workbook": Bad(
        content("disclosure.yml", b"PK\x03\x04\xff"),
        (
            "FI-002 error: byte 0xff is not UTF-8 text (data/2021/disclosure.yml:1). Save the file with "
            "the encoding UTF-8.",
        ),
    ),
    "yaml-is-a-text": Bad(
        content("disclosure.yml", "To do\n"),
        (
            "YM-001 error: the file is not a list of entries (data/2021/disclosure.yml:1). It holds "
            "entries such as 'registrant:', each on a line of its own.",
        ),
    ),
    "yaml-with-a-control-character": Bad(
        yml("Invented Devices, Inc.", "Invented\x07"),
        (
            "YM-001 error: the file is not valid YAML: the control character 0x07 stands in it "
            "(data/2021/disclosure.yml:2). Delete the line and type it again.",
        ),
    ),
    "yaml-with-braces": Bad(
        yml("name: Invented Devices, Inc.", "name: {{ registrant.name }}"),
        (
            "YM-001 error: the name of an entry is not a text (data/2021/disclosure.yml:2). Put quotes "
            "around a text that begins with '{' or '['.",
            "YM-003 error: 'registrant.name' is empty (data/2021/disclosure.yml:2). Fill it in.",
        ),
    ),
    "yaml-with-a-reference": Bad(
        yml("title: Invented annex", "title: &a Invented\n  columns: *a"),
        (
            "YM-001 error: an entry refers to another one with '*' (data/2021/disclosure.yml:47). Write "
            "the value out.",
        ),
    ),
    "yaml-with-a-python-object": Bad(
        yml("name: Invented Devices, Inc.", "name: !!python/object/apply:os.system [exit]"),
        ("YM-004 error: 'registrant.name' does not fit (data/2021/disclosure.yml:2). Expected: a text.",),
    ),
    "yaml-in-another-encoding": Bad(
        content("disclosure.yml", YML.replace("Ina", "I\xf1a").encode("cp1252")),
        (
            "FI-002 error: byte 0xf1 is not UTF-8 text (data/2021/disclosure.yml:13). Save the file with "
            "the encoding UTF-8.",
        ),
    ),
    "yaml-nested-without-end": Bad(
        content("disclosure.yml", "[" * 100_000),
        (
            "YM-009 error: the file has more than 2,000 brackets (data/2021/disclosure.yml). "
            "Look for brackets that do not close.",
        ),
    ),
    "yaml-list-for-a-date": Bad(
        yml("signed_on: 2022-05-31", "signed_on: [[2022-05-31]]"),
        (
            "YM-004 error: 'filing.signed_on' does not fit (data/2021/disclosure.yml:19). "
            "Expected: a date such as 2022-05-31.",
        ),
    ),
    "yaml-deep": Bad(
        content("disclosure.yml", f"period: {'[' * 900}{']' * 900}\n"),
        (
            "YM-009 error: an entry lies more than 100 levels deep (data/2021/disclosure.yml:1). "
            "Look for brackets that do not close.",
        ),
    ),
    "key-unknown": Bad(
        yml("jurisdiction:", "juristiction:"),
        (
            "YM-002 error: 'registrant.juristiction' is not known (data/2021/disclosure.yml:4). Did you "
            "mean 'jurisdiction'?",
        ),
    ),
    "key-unknown-and-not-near": Bad(
        yml("period: 2021", "period: 2021\nzzz: 1"),
        (
            "YM-002 error: 'zzz' is not known (data/2021/disclosure.yml:17). "
            f"Known here: {', '.join(DisclosureFacts.model_fields)}.",
        ),
    ),
    "key-in-a-list-unknown": Bad(
        yml("- label: Open", "- lable: Open"),
        (
            "YM-002 error: 'statuses[2].lable' is not known (data/2021/disclosure.yml:42). Did you mean "
            "'label'?",
            "YM-003 error: 'statuses[2].label' is not given (data/2021/disclosure.yml:42). Add the entry "
            "'label'.",
        ),
    ),
    "key-twice": Bad(
        yml("period: 2021", "period: 2021\nperiod: 2022"),
        (
            "YM-005 error: 'period' is given twice (data/2021/disclosure.yml:17). Keep one of them; the "
            "other stands in line 16.",
        ),
    ),
    "key-missing": Bad(
        yml("period: 2021\n", ""),
        ("YM-003 error: 'period' is not given (data/2021/disclosure.yml:1). Add the entry 'period'.",),
    ),
    "key-empty": Bad(
        yml("period: 2021", "period:"),
        ("YM-003 error: 'period' is empty (data/2021/disclosure.yml:16). Fill it in.",),
    ),
    "values-wrong": Bad(
        lambda folder: content(
            "disclosure.yml",
            YML.replace("period: 2021", "period: 2O21")
            .replace("2022-05-31", "05/31/2022")
            .replace("2022-03-31", "20220331")
            .replace("suppliers: 7", "suppliers: seven")
            .replace("answered: 6", "answered: -6")
            .replace("state: final", "state: filed")
            .replace("00-0000042", "000000042")
            .replace("https://", "")
            .replace("class: conformant", "class: conformnt")
            .replace("[metal, name,", "[metal, nmae,"),
        )(folder),
        (
            "YM-004 error: 'registrant.ein' is '000000042' (data/2021/disclosure.yml:6). Expected: an "
            "employer identification number such as 12-3456789.",
            "YM-004 error: 'registrant.disclosure_url' is 'www.example.com/conflict-minerals/2021/' "
            "(data/2021/disclosure.yml:15). Expected: a web address that begins with https://.",
            "YM-004 error: 'period' is '2O21' (data/2021/disclosure.yml:16). Expected: a whole number.",
            "YM-004 error: 'filing.signed_on' is '05/31/2022' (data/2021/disclosure.yml:19). Expected: a "
            "date such as 2022-05-31.",
            "YM-004 error: 'filing.state' is 'filed' (data/2021/disclosure.yml:20). Expected: one of "
            "draft, final. Did you mean 'final'?",
            "YM-004 error: 'filing.date' is '05/31/2022' (data/2021/disclosure.yml:21). Expected: a date "
            "such as 2022-05-31.",
            "YM-004 error: 'survey.answered' is '-6' (data/2021/disclosure.yml:31). Expected: a whole "
            "number, or words that hold one, such as approximately 7,000.",
            "YM-004 error: 'statuses[1].class' is 'conformnt' (data/2021/disclosure.yml:38). Expected: "
            "one of conformant, active, indeterminable, not_conformant, not_enrolled, other. Did you "
            "mean 'conformant'?",
            "YM-004 error: 'statuses[1].as_of' is '20220331' (data/2021/disclosure.yml:41). Expected: a "
            "date such as 2022-05-31.",
            "YM-004 error: 'annex.columns[2]' is 'nmae' (data/2021/disclosure.yml:47). Expected: one of "
            "cid, metal, name, country_as_filed, country, city, state, status, status_as_of, recycled, "
            "footnote, list; perhaps 'name' is meant.",
        ),
    ),
    "own-column-with-a-capital": Bad(
        yml("annex:\n", "annex:\n  own_columns: {RMAP: {heading: P}}\n"),
        (
            "YM-004 error: 'annex.own_columns.RMAP' is 'RMAP' (data/2021/disclosure.yml:46). Expected: a "
            "name of at most 31 small letters, digits and _, such as rmap; it begins with a letter.",
        ),
    ),
    "heading-of-two-own-columns": Bad(
        yml("annex:\n", "annex:\n  own_columns: {p: {heading: Mine}, q: {heading: 'mine '}}\n"),
        (
            "YM-004 error: 'annex.own_columns.q.heading' is 'mine' (data/2021/disclosure.yml:46). Expected: "
            "each heading once; 'mine' stands for two columns.",
        ),
    ),
    "waiver-of-no-code": Bad(
        content("disclosure.yml", YML + "waivers:\n  - {code: sm6, place: here, reason: So, name: Ina}\n"),
        (
            "YM-004 error: 'waivers[1].code' is 'sm6' (data/2021/disclosure.yml:49). Expected: the code of a "
            "finding such as SM-006.",
        ),
    ),
    "one-sign-for-two-statuses": Bad(
        yml(
            "    class: conformant\n",
            "    class: conformant\n    mark: '*'\n",
            "- label: Open\n",
            "- label: Open\n    mark: '*'\n",
        ),
        (
            "YM-004 error: 'statuses[2].mark' is '*' (data/2021/disclosure.yml:44). Expected: each mark "
            "once; '*' stands for two statuses.",
        ),
    ),
    "labels-alike": Bad(
        yml("- label: Open", "- label: CONFORMANT"),
        (
            "YM-004 error: 'statuses[2].label' is 'CONFORMANT' (data/2021/disclosure.yml:42). Expected: "
            "each label once.",
        ),
    ),
    "logo-outside-the-folder": Bad(
        yml("period:", "  logo: ../../mkdocs.yml\nperiod:"),
        (
            "YM-004 error: 'registrant.logo' is '../../mkdocs.yml' (data/2021/disclosure.yml:16). "
            "Expected: an SVG or PNG file inside the year's folder.",
        ),
    ),
    "logo-missing": Bad(
        yml("period:", "  logo: logo.svg\nperiod:"),
        (
            "FI-002 error: the logo 'logo.svg' is not there (data/2021/disclosure.yml:16). Put the file "
            "there or clear the entry.",
        ),
    ),
    # What the facts say
    "period-of-another-year": Bad(
        yml("period: 2021", "period: 2020"),
        (
            "DT-001 error: the period is 2020, the folder is 2021 (data/2021/disclosure.yml:16). Correct "
            "the entry 'period', or rename the folder to 2020.",
        ),
    ),
    "filed-in-the-period": Bad(
        own_yml("2022-05-31", "2021-12-31"),
        (
            "DT-002 error: the day of signature 2021-12-31 does not lie after the period, which ends "
            "2021-12-31 (data/2021/disclosure.yml:19). Correct the date.",
            "DT-002 error: the filing date 2021-12-31 does not lie after the period, which ends "
            "2021-12-31 (data/2021/disclosure.yml:21). Correct the date.",
            "DT-004 error: the list date 2022-03-31 of status 'Conformant' lies after the day of "
            "signature 2021-12-31 (data/2021/disclosure.yml:40). Correct one of the two dates.",
        ),
    ),
    "list-newer-than-the-filing": Bad(
        own_yml("2022-03-31", "2022-06-01"),
        (
            "DT-004 error: the list date 2022-06-01 of status 'Conformant' lies after the day of "
            "signature 2022-05-31 (data/2021/disclosure.yml:40). Correct one of the two dates.",
        ),
    ),
    "control-figures": Bad(
        yml(
            "period:",
            "control:\n  rows: 3\n  countries: 3\n  by_metal:\n    Gold: 2\n"
            "  by_status:\n    Open: 0\nperiod:",
        ),
        (
            "FG-001 error: control.rows is 3, the list has 2 (data/2021/disclosure.yml:17). Find the row "
            "that is missing or too many, or correct the control figure.",
            "FG-001 error: control.countries is 3, the list has 2 (data/2021/disclosure.yml:18). Find "
            "the row that is missing or too many, or correct the control figure.",
            "FG-001 error: control.by_metal.Gold is 2, the list has 1 (data/2021/disclosure.yml:20). "
            "Find the row that is missing or too many, or correct the control figure.",
            "FG-001 error: control.by_status.Open is 0, the list has 1 (data/2021/disclosure.yml:22). "
            "Find the row that is missing or too many, or correct the control figure.",
        ),
    ),
    "survey-figures": Bad(
        own_yml("answered: 6", "answered: 8\n  outside_covered_countries: 9"),
        (
            "FG-002 error: 8 suppliers answered, but only 7 were asked (data/2021/disclosure.yml:30). "
            "Correct survey.suppliers or survey.answered.",
            "FG-002 error: 9 suppliers declare that they do not source from covered countries, but only "
            "8 answered (data/2021/disclosure.yml:31). Correct survey.outside_covered_countries or "
            "survey.answered.",
        ),
    ),
    "covered-countries-with-sudan": Bad(
        own_yml(
            "period:",
            "covered_countries: [DRC, Angola, Burundi, Central African Republic, Congo, Rwanda, Sudan,"
            " Tanzania, Uganda, Zambia]\nperiod:",
        ),
        (
            "CO-001 error: 'Sudan' is not a covered country (data/2021/disclosure.yml:16). South Sudan "
            "is one, Sudan is not.",
            "CO-001 error: covered country 'South Sudan' is missing (data/2021/disclosure.yml:16). Give "
            "each of the ten once, or leave the entry out.",
        ),
    ),
    "country-table": Bad(
        content(
            "../countries.csv",
            "Code,Name for readers,Other spellings\nXX,Nowhere,\nPE,,Piru\nJP,Japan,Nippon\n",
        ),
        (
            "CO-002 error: code 'XX' is no country code (data/countries.csv A2). Use the two letters of "
            "ISO 3166-1, for example KR.",
            "CO-002 error: 'PE' has no name (data/countries.csv B3). Fill column B.",
        ),
    ),
    "country-table-with-other-headings": Bad(
        content("../countries.csv", "Code,Name,Other spellings\nPE,Peru,\n"),
        (
            "CO-002 error: the first line is 'Code,Name,Other spellings' (data/countries.csv "
            "A1). It must be 'Code,Name for readers,Other spellings'.",
        ),
    ),
    "own-file-in-the-way": Bad(
        lambda folder: [(folder / "documents").mkdir(), content("documents/Smelters-2021.csv", "")(folder)],
        (
            "FI-004 error: the program makes a file named 'Smelters-2021.csv' itself "
            "(data/2021/documents/Smelters-2021.csv). Give the file another name.",
        ),
    ),
    # Sections
    "no-sections": Bad(
        lambda folder: [path.unlink() for path in (folder / "report").iterdir()],
        (
            "FI-001 error: the report has no sections (data/2021/report). Put the sections there, one "
            "Markdown file each, for example 01-introduction.md.",
        ),
    ),
    "section-misnamed": Bad(
        move("report/02-results.md", "report/2-Results.md"),
        (
            "SE-001 error: '2-Results.md' is not NN-title.md (data/2021/report/2-Results.md). Use two "
            "digits, a hyphen, and small letters, for example 04-due-diligence.md.",
        ),
    ),
    "section-number-twice": Bad(
        content("report/02-other.md", "# Invented other\n"),
        (
            "FI-003 error: number 02 is used by 02-other.md as well (data/2021/report/02-results.md). "
            "Give one of them another number.",
        ),
    ),
    "section-without-title": Bad(
        section("Invented results\n"),
        (
            "SE-004 error: the section has no title (data/2021/report/02-results.md:1). Begin the file "
            "with '# ' and the section's title.",
        ),
    ),
    "section-in-another-encoding": Bad(
        content("report/02-results.md", b"# R\n\nCaf\xe9\n"),
        (
            "FI-002 error: byte 0xe9 is not UTF-8 text (data/2021/report/02-results.md:3). Save the file "
            "with the encoding UTF-8.",
        ),
    ),
    "section-names-a-variable-that-is-not-there": Bad(
        section("# R\n\nOf\n{{ facilties.total }}.\n"),
        (
            "SE-002 error: 'facilties' is not known; did you mean 'facilities'? "
            "(data/2021/report/02-results.md:4). 'formsd facts' lists what a section may name.",
        ),
    ),
    "section-names-an-entry-that-is-not-there": Bad(
        section("# R\n\n{{ facilities.gold.totl }}\n"),
        (
            "SE-002 error: 'totl' is not known here; did you mean 'total'? "
            "(data/2021/report/02-results.md:3). 'formsd facts' lists what a section may name.",
        ),
    ),
    "section-names-what-is-not-near": Bad(
        section("# R\n\n{{ xyz }}\n"),
        (
            "SE-002 error: 'xyz' is not known; known are annex_minerals, annex_title, audit, claim, "
            "covered_countries, facilities, filing, grievance, high_risk_areas, origins, paragraph, period, "
            "policy, products, registrant, registrants, statuses, survey, table "
            "(data/2021/report/02-results.md:3). 'formsd facts' lists what a section may name.",
        ),
    ),
    "section-prints-nothing": Bad(
        section("# R\n\n{{ filing.amendment }}\n"),
        (
            "SE-002 error: 'filing.amendment' has no value in the data and is printed; "
            "write {% if filing.amendment %} before it and {% endif %} behind it "
            "(data/2021/report/02-results.md:3). 'formsd facts' lists what a section may name.",
        ),
    ),
    "section-prints-a-group": Bad(
        section("# R\n\n{{ facilities.gold }}\n"),
        (
            "SE-002 error: this is a group of facts (Facilities), not a single one; print one of its "
            "entries, such as total (data/2021/report/02-results.md:3). 'formsd facts' lists what a "
            "section may name.",
        ),
    ),
    "section-with-open-braces": Bad(
        section("# R\n\n{{ facilities.total }\n"),
        (
            "SE-010 error: '{{ facilities.total }' does not stand between two braces on each side "
            "(data/2021/report/02-results.md:3:1). Write: {{ facilities.total }}",
        ),
    ),
    "section-with-open-if": Bad(
        section("# R\n\n{% if facilities.total %}\nInvented\n"),
        (
            "SE-010 error: '{% if facilities.total %}' has no '{% endif %}' "
            "(data/2021/report/02-results.md:3:1). Write '{% endif %}' on a line of its own where the text "
            "ends that depends on it.",
        ),
    ),
    "section-looks-inside": Bad(
        section("# R\n\n{{ ''.__class__.__mro__ }}\n"),
        (
            "SE-002 error: '__class__' is not known here; a single value and a list have no entries of that "
            "name (data/2021/report/02-results.md:3). 'formsd facts' lists what a section may name.",
        ),
    ),
    "section-includes-a-file": Bad(
        section("# R\n\n{% include '/etc/hostname' %}\n"),
        (
            "SE-003 error: the section cannot be run: there is no section '/etc/hostname' "
            "(data/2021/report/02-results.md:3). Simplify it.",
        ),
    ),
    "section-without-end": Bad(
        section("# R\n\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}\n"),
        (
            "SE-003 error: the section cannot be read: there is no '{% macro %}' here; known are elif, else, "
            "for, if, include, raw, set (data/2021/report/02-results.md:3). Check the braces and the words "
            "between them.",
        ),
    ),
}
