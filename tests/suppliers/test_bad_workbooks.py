"""Files that are no CMRT, or are damaged or dangerous: one finding with what to do, never an exception."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.suppliers.workbooks import read_workbook
from tests.support.builders import Formula, change_part, compound_file, workbook
from tests.support.cmrt_workbooks import LANGUAGES, cmrt, protect_xls, protect_xlsx

Make = Callable[[Path], Any]

FRESH = "Please enter the answers into a fresh copy of the template and send it again."
NEW_COPY = "Please enter the answers into an unchanged copy of the template"
NO_WORKBOOK = "Please send the Excel workbook of the template (.xlsx)."
ENTER = "Please enter the answers into the Excel workbook of the template, and send that."
SAVE_AGAIN = "Please open it in Excel, save it as an Excel workbook (.xlsx), and send it again."


def content(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def made(**options: Any) -> Make:
    return lambda path: cmrt(path, **options)


def cut(suffix: str) -> Make:
    def make(path: Path) -> None:
        whole = cmrt(path.with_suffix(suffix)).read_bytes()
        path.write_bytes(whole[: len(whole) // 2])

    return make


def with_part(name: str, data: bytes = b"invented") -> Make:
    """A good workbook with one more part."""

    def make(path: Path) -> None:
        cmrt(path)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)

    return make


def moved_down(path: Path) -> None:
    """The declaration with a row put in above question 4."""
    cells = {f"B{43 + 6 * n}": "" for n in range(5)} | {
        f"B{44 + 6 * n}": f"{4 + n}) Invented?" for n in range(5)
    }
    cmrt(path, cells={"Declaration": cells})


def rows_below_headings(path: Path) -> None:
    """The smelter list with a row put in above its headings."""
    headings = {f"{letter}4": "" for letter in "ABCDEFGHIJKLMNOPQR"}
    headings |= {"B5": "Metal (*)", "C5": "Smelter Look-up (*)", "D5": "Smelter Name (1)"}
    cmrt(path, cells={"Smelter List": headings})


def overlong(rows: int) -> Make:
    return made(cells={"Smelter List": {f"Q{rows}": "x"}})


def broken_sheet(path: Path) -> None:
    """A sheet whose XML ends in the middle of an element."""
    cmrt(path)
    change_part(path, "xl/worksheets/sheet5.xml", b"</sheetData>", b"<row><c")


def hidden_reach(path: Path) -> None:
    """A sheet with a value in its last cell, which states that it ends in Q9."""
    cmrt(path, cells={"Smelter List": {"XFD1048576": "x"}})
    change_part(path, "xl/worksheets/sheet5.xml", b'ref="A3:XFD1048576"', b'ref="A3:Q9"')


CASES: dict[str, tuple[Make, str, str]] = {
    "text": (
        content(b"Company,Metal\n"),
        "CF-001 error: the file is no Excel workbook (x.xlsx).",
        NO_WORKBOOK,
    ),
    "empty": (content(b""), "CF-001 error: the file is empty (x.xlsx).", NO_WORKBOOK),
    "pdf": (
        content(b"%PDF-1.7 invented"),
        "CF-001 error: the file is a PDF (x.xlsx).",
        "Please send the Excel workbook itself, not a print-out of it.",
    ),
    "other archive": (
        lambda path: zip_with(path, "word/document.xml"),
        "CF-001 error: the file is a text document (x.xlsx).",
        ENTER,
    ),
    "other office file": (
        content(compound_file("WordDocument")),
        "CF-001 error: the file is a text document (x.xlsx).",
        ENTER,
    ),
    "folder": (
        lambda path: path.mkdir(),
        "CF-013 error: this is a folder, not a workbook (x.xlsx).",
        "Put the workbooks themselves into the folder of answers.",
    ),
    "not there": (
        lambda path: None,
        "CF-013 error: the file cannot be opened: No such file or directory (x.xlsx).",
        "Close it in other programs and check who may read it.",
    ),
    "password": (
        lambda path: protect_xlsx(cmrt(path), "secret"),
        "CF-001 error: the workbook is protected by a password (x.xlsx).",
        "Please remove the password (File, Info, Protect Workbook) and send it again.",
    ),
    "password, old format": (
        lambda path: protect_xls(cmrt(path.with_suffix(".xls")), "secret").rename(path),
        "CF-001 error: the workbook is protected by a password (x.xlsx).",
        "Please remove the password (File, Info, Protect Workbook) and send it again.",
    ),
    "cut off": (cut(".xlsx"), "CF-001 error: the workbook is damaged or cut off (x.xlsx).", SAVE_AGAIN),
    "cut off, old format": (
        cut(".xls"),
        "CF-001 error: the workbook is damaged or cut off (x.xlsx).",
        SAVE_AGAIN,
    ),
    "sheet of broken XML": (
        broken_sheet,
        "CF-001 error: the workbook is damaged or cut off (x.xlsx).",
        SAVE_AGAIN,
    ),
    "zip bomb": (
        with_part("xl/media/image1.png", bytes(60_000_000)),
        "CF-004 error: the workbook unpacks to more than 50 MB (x.xlsx).",
        FRESH,
    ),
    "100,000 rows": (
        overlong(100_000),
        "CF-004 error: the sheet 'Smelter List' reaches down to row 100,000 (x.xlsx).",
        f"The template has 2,504 rows, and 10,000 can be read. {FRESH}",
    ),
    "value in the last cell of a sheet": (
        made(cells={"Smelter List": {"XFD1048576": "x"}}),
        "CF-004 error: a sheet of the workbook reaches to column 16,384 and row 1,048,576 (x.xlsx).",
        FRESH,
    ),
    "value in the last cell of a sheet that does not say so": (
        hidden_reach,
        "CF-004 error: a sheet of the workbook reaches to column 16,384 and row 1,048,576 (x.xlsx).",
        FRESH,
    ),
    "any workbook": (
        lambda path: workbook(path),
        "CF-003 error: the sheet 'Declaration' is missing; the workbook has Smelter List (x.xlsx).",
        f"{NEW_COPY} (CMRT) and send it again.",
    ),
    "renamed sheet": (
        lambda path: rename_sheet(path, "Smelter List", "Smelter list 2"),
        "CF-003 error: the sheet 'Smelter List' is missing; the workbook has Revision, Instructions, "
        "Definitions, Declaration, Smelter list 2, Checker, Product List, Smelter Look-up, L, C (x.xlsx).",
        "Please rename the sheet 'Smelter list 2' to 'Smelter List' and send it again.",
    ),
    "EMRT": (
        made(kind="EMRT"),
        "CF-002 error: the workbook calls itself an EMRT, and is laid out as a CMRT "
        "(x.xlsx 'Declaration'!D2).",
        f"{NEW_COPY} and send it again.",
    ),
    "AMRT": (
        made(kind="AMRT"),
        "CF-002 error: the workbook calls itself an AMRT, and is laid out as a CMRT "
        "(x.xlsx 'Declaration'!D2).",
        f"{NEW_COPY} and send it again.",
    ),
    "AMRT under its first name": (
        made(kind="PRT"),
        "CF-002 error: the workbook calls itself an AMRT, and is laid out as a CMRT "
        "(x.xlsx 'Declaration'!D2).",
        f"{NEW_COPY} and send it again.",
    ),
    "CRT": (
        made(kind="CRT"),
        "CF-002 error: the workbook calls itself a CRT, and is laid out as a CMRT (x.xlsx 'Declaration'!D2).",
        f"{NEW_COPY} and send it again.",
    ),
    "EMRT without stored values": (
        made(kind="EMRT", cached=False),
        "CF-002 error: the workbook calls itself an EMRT, and is laid out as a CMRT "
        "(x.xlsx 'Declaration'!D2).",
        f"{NEW_COPY} and send it again.",
    ),
    "no title": (
        made(cells={"Declaration": {"D2": "Our own form"}, "L": {"D2": "x"}, "Revision": {"B3": "x"}}),
        "CF-001 error: the workbook does not say that it is a CMRT (x.xlsx 'Declaration'!D2).",
        f"{NEW_COPY} (CMRT) and send it again.",
    ),
    "heading overwritten": (
        made(cells={"Smelter List": {"B4": "Metall?"}}),
        "CF-005 error: the heading 'Metal (*)' does not stand here, the cell has another text "
        "(x.xlsx 'Smelter List'!B4).",
        f"{NEW_COPY} and send it again.",
    ),
    "column deleted": (
        made(
            cells={"Smelter List": {"A4": "Metal (*)", "B4": "Smelter Look-up (*)", "C4": "Smelter Name (1)"}}
        ),
        "CF-005 error: the heading 'Metal (*)' does not stand here, the cell has another text "
        "(x.xlsx 'Smelter List'!B4).",
        f"It stands in A4: p{NEW_COPY[1:]} and send it again.",
    ),
    "row put in above the headings": (
        rows_below_headings,
        "CF-005 error: the heading 'Metal (*)' does not stand here, the cell is empty "
        "(x.xlsx 'Smelter List'!B4).",
        f"It stands in B5: p{NEW_COPY[1:]} and send it again.",
    ),
    "row put in": (
        moved_down,
        "CF-005 error: question 4 stands in B44, and belongs into B43 (x.xlsx 'Declaration'!B44).",
        f"{NEW_COPY} and send it again.",
    ),
}


def zip_with(path: Path, part: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "invented")


def rename_sheet(path: Path, old: str, new: str) -> None:
    cmrt(path)
    change_part(path, "xl/workbook.xml", f'name="{old}"'.encode(), f'name="{new}"'.encode())


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_cannot_be_used_gives_one_finding(tmp_path: Path, case: str) -> None:
    make, says, advice = CASES[case]
    path = tmp_path / "x.xlsx"
    make(path)
    declaration, found = read_workbook(path)
    assert declaration is None
    assert [str(finding) for finding in found] == [f"{says} {advice}"]


@pytest.mark.parametrize(
    ("part", "says"),
    [
        (
            "xl/vbaProject.bin",
            "CF-006 warning: the workbook holds macros, which were neither run nor read (x.xlsm). "
            "The template has none: please send the workbook without macros (.xlsx).",
        ),
        (
            "xl/externalLinks/externalLink1.xml",
            "CF-007 warning: the workbook holds links to other files, which were not followed (x.xlsm). "
            "Please break them (Data, Edit Links, Break Link), check the answers, and send it again.",
        ),
    ],
)
def test_macros_and_links_are_left_unread_and_the_answers_are_read(
    tmp_path: Path, part: str, says: str
) -> None:
    path = tmp_path / "x.xlsm"
    with_part(part)(tmp_path / "x.xlsx")
    (tmp_path / "x.xlsx").rename(path)
    declaration, found = read_workbook(path)
    assert declaration is not None
    assert len(declaration.rows) == 4
    assert [str(finding) for finding in found] == [says]


def test_a_workbook_without_its_labels_is_still_read(tmp_path: Path) -> None:
    for language in LANGUAGES:
        declaration, found = read_workbook(cmrt(tmp_path / "x.xlsx", language=language, without=["L"]))
        assert found == []
        assert declaration is not None
        assert (len(declaration.rows), declaration.missing_sheets) == (4, ("L",))


def test_a_workbook_that_says_no_version_is_read_as_the_newest(tmp_path: Path) -> None:
    cells = {
        "Declaration": {"J3": ""},
        "Smelter List": {"Q3": ""},
        "Revision": dict.fromkeys(("B13", "B14", "B15")),
    }
    declaration, found = read_workbook(cmrt(tmp_path / "x.xlsx", cells=cells))
    assert declaration is not None
    assert (declaration.template.version, len(declaration.rows)) == ("", 4)
    assert [str(finding) for finding in found] == [
        "CF-008 warning: the workbook does not say which version of the template it is "
        f"(x.xlsx 'Declaration'!J3). {NEW_COPY} and send it again."
    ]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    row = {"B": "Tin", "C": "Smelter not listed", "D": "=HYPERLINK(1)", "E": "PERU"}
    declaration, _ = read_workbook(cmrt(tmp_path / "x.xlsx", rows=[row]))
    assert declaration is not None
    assert declaration.rows[0].name == "=HYPERLINK(1)"


def test_an_answer_that_is_a_formula_without_a_value_is_named(tmp_path: Path) -> None:
    cells = {
        "Declaration": {"D27": Formula('=IF(D26="Yes","Yes","No")'), "G27": Formula("=D27")},
        "Smelter List": {"A9": Formula("=A5")},
    }
    declaration, found = read_workbook(cmrt(tmp_path / "x.xlsx", cells=cells, cached=False))
    assert declaration is not None
    advice = "Please open the file in Excel, save it, and send it again, or type the answer there."
    assert [str(finding) for finding in found] == [
        f"CF-012 warning: the cell holds a formula without a stored value (x.xlsx '{sheet}'!{cell}). {advice}"
        for sheet, cell in (("Declaration", "D27"), ("Smelter List", "A9"))
    ]


def test_an_error_of_excel_is_no_answer(tmp_path: Path) -> None:
    cells = {"Declaration": {"D27": Formula("=1/0", "#DIV/0!")}}
    declaration, _ = read_workbook(cmrt(tmp_path / "x.xlsx", cells=cells))
    assert declaration is not None
    assert declaration.answers[1].answer.text == ""


def test_a_number_that_no_time_has_is_a_finding(tmp_path: Path) -> None:
    path = cmrt(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as archive:
        part = next(
            name
            for name in archive.namelist()
            if name.startswith("xl/worksheets/") and b"<v>44621</v>" in archive.read(name)
        )
    change_part(path, part, b"<v>44621</v>", b"<v>2147483647000</v>")
    change_part(path, "xl/styles.xml", b"d-mmm-yyyy", b"[h]:mm")
    declaration, found = read_workbook(path)
    assert declaration is None
    assert [one.code for one in found] == ["CF-001"]
