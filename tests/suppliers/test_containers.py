"""Archives, messages and workbooks of other kinds among the answers."""

from __future__ import annotations

import io
import os
import struct
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.suppliers.reconcile import no_check
from generator.suppliers.sources.containers import opened
from generator.suppliers.sources.declared_files import FileRead, files_in, read_files
from generator.suppliers.workbooks import read_workbook
from tests.support.builders import compound_file
from tests.support.cmrt_workbooks import cmrt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "answers"
    made.mkdir()
    return made


def answer(tmp_path: Path) -> bytes:
    return cmrt(tmp_path / "made.xlsx").read_bytes()


def archive(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "."), data)
    return content.getvalue()


def mail(**files: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Our answer"
    message.set_content("Attached.")
    for name, data in files.items():
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name.replace("__", ".")
        )
    return message.as_bytes()


def read(folder: Path, tmp_path: Path) -> dict[str, FileRead]:
    place = tmp_path / "copies"
    place.mkdir()
    jobs, aside = files_in(folder)
    jobs, unopened = opened(jobs, place)
    return {one.file: one for one in (*aside, *unopened, *read_files(jobs, no_check, 1))}


def test_what_an_archive_holds_is_read(folder: Path, tmp_path: Path) -> None:
    one = answer(tmp_path)
    (folder / "a.zip").write_bytes(archive(a__xlsx=one, b__xlsx=one, Thumbs__db=b"x"))
    found = read(folder, tmp_path)
    assert sorted(found) == ["a.zip/a.xlsx", "a.zip/b.xlsx"]
    assert all(one.declaration and len(one.declaration.rows) == 4 for one in found.values())


def test_an_answer_attached_to_a_message_is_read(folder: Path, tmp_path: Path) -> None:
    inner = archive(c__xlsx=answer(tmp_path))
    (folder / "a.eml").write_bytes(mail(a__xlsx=answer(tmp_path), logo__png=b"x", b__zip=inner))
    found = read(folder, tmp_path)
    assert sorted(found) == ["a.eml/a.xlsx", "a.eml/b.zip/c.xlsx"]
    assert all(one.declaration for one in found.values())


def test_a_workbook_under_another_name_is_read(folder: Path, tmp_path: Path) -> None:
    for name in ("a.zip", "b.xlsb", "c.dat"):
        (folder / name).write_bytes(answer(tmp_path))
    assert all(one.declaration for one in read(folder, tmp_path).values())


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
CUT_OFF = compound_file("__substg1.0_0037001F")[:700]


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.xlsx", bytes(60_000_000))
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("a.zip", archive(), "CF-013", "it is an archive without a file"),
        ("a.zip", b"PK", "CF-013", "it is a damaged archive"),
        ("a.zip", b"hello", "CF-013", "the file is a damaged or cut-off archive"),
        ("a.msg", OLE + bytes(600), "CF-013", "the file is a damaged or cut-off message"),
        (
            "a.msg",
            compound_file("__substg1.0_0037001F")[:700],
            "CF-013",
            "the file is a damaged or cut-off message",
        ),
        ("a.msg", b"hello", "CF-013", "the file is a damaged or cut-off message"),
        ("a.eml", b"\xff\xfe\0", "CF-013", "the file is a damaged or cut-off message"),
        ("a.eml", b"", "CF-001", "the file is empty"),
        ("a.xlsx", bytes(600), "CF-001", "the file is blank: it holds nothing but empty space"),
        ("a.p7m", b"0\x82", "CF-013", "the file is a message that is not opened here"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "CF-013", "the file is an archive that is not opened here"),
        ("a.xlsx", b"Rar!\x1a\x07\0", "CF-013", "the file is an archive that is not opened here"),
        ("a.tar", bytes(257) + b"ustar", "CF-013", "the file is an archive that is not opened here"),
        ("a.url", b"[InternetShortcut]", "CF-013", "the file is a link to a file elsewhere"),
        ("a.ods", b"PK\x03\x04junk", "CF-001", "the file is a damaged or cut-off OpenDocument spreadsheet"),
        ("a.ods", b"hello", "CF-001", "the file is a damaged or cut-off OpenDocument spreadsheet"),
        ("a.xlsb", b"PK\x03\x04junk", "CF-001", "the file is a damaged or cut-off binary workbook (.xlsb)"),
        ("a.xls", OLE + bytes(600), "CF-001", "the workbook is damaged or cut off"),
        ("a.xls", b"<html><table>", "CF-001", "the file is a web page, whatever its name says"),
        ("a.pdf", b"%PDF-1.7", "CF-001", "the file is a PDF"),
        ("a.pdf", b"junk", "CF-001", "the file is a damaged or cut-off PDF"),
        ("a.docx", archive(**{"word/document__xml": b"x"}), "CF-001", "the file is a text document"),
        ("a.xlsx", archive(**{"word/document__xml": b"x"}), "CF-001", "the file is a text document"),
        ("a.docx", b"PK\x03\x04junk", "CF-001", "the file is a damaged or cut-off text document"),
        ("a.doc", compound_file("WordDocument"), "CF-001", "the file is a text document"),
        ("a.odt", archive(mimetype=b"x.text", content__xml=b"x"), "CF-001", "the file is a text document"),
        ("a.pptx", archive(**{"ppt/a__xml": b"x"}), "CF-001", "the file is a presentation"),
        ("a.png", b"\x89PNG\r\n", "CF-001", "the file is a picture"),
        ("a.jpg", b"junk", "CF-001", "the file is a damaged or cut-off picture"),
        ("a.heic", b"\0\0\0\x18ftypheic", "CF-001", "the file is a picture"),
        ("a.csv", b"Metal,Name", "CF-001", "the file is a text file"),
        ("a.xml", b"<?xml version='1.0'?>", "CF-001", "the file is an XML file"),
        ("a", b"hello", "CF-001", "the file is no Excel workbook"),
        ("a.zip", bomb(), "CF-013", "it is an archive of too many or too large files"),
        ("a.eml", mail(logo__png=b"x"), "CF-013", "it is a message without a workbook"),
        ("a.msg", compound_file("__substg1.0_0037001F"), "CF-013", "it is a message without a workbook"),
        ("a.xlsb", archive(**{"xl/workbook__bin": b"x"}), "CF-013", "the file is a binary workbook (.xlsb)"),
        (
            "a.xlsx",
            compound_file("EncryptedPackage", "\x06DataSpaces"),
            "CF-013",
            "the workbook is protected by a sensitivity label or by rights management",
        ),
    ],
)
def test_what_cannot_be_opened_is_named_as_what_it_is(
    folder: Path, tmp_path: Path, name: str, content: bytes, code: str, message: str
) -> None:
    (folder / name).write_bytes(content)
    ((shown, found),) = read(folder, tmp_path).items()
    assert (shown, found.findings[0].code, found.findings[0].message) == (name, code, message)
    assert ("lease " in found.findings[0].advice) is (code == "CF-001"), "only that goes to the supplier"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_a_name_that_is_no_text_is_shown_with_its_bytes(folder: Path, tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(folder), b"b\xff.xlsx"), "wb") as file:  # noqa: PTH118, PTH123
        file.write(answer(tmp_path))
    ((shown, found),) = read(folder, tmp_path).items()
    assert shown == r"b\udcff.xlsx"
    assert found.declaration


def test_an_opendocument_answer_is_read(tmp_path: Path) -> None:
    """Its sheets are those of the workbook; written here as LibreOffice stores them."""
    from python_calamine import CalamineWorkbook

    path = cmrt(tmp_path / "a.xlsx")
    book = CalamineWorkbook.from_path(path)
    tables = []
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
        tables.append(f'<table:table table:name="{name}">{lines}</table:table>')
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in names)
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{''.join(tables)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", "<manifest/>")
        made.writestr("content.xml", content)
    declaration, _ = read_workbook(tmp_path / "a.ods")
    assert declaration is not None
    assert len(declaration.rows) == 4


def _cell(value: object) -> str:
    from xml.sax.saxutils import escape

    if value == "":
        return "<table:table-cell/>"
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).splitlines())
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def outlook_message(name: str, data: bytes) -> bytes:
    """A message of Outlook with one attached file: a compound file of whole sectors ([MS-CFB], version 3)."""
    free, end, nothing = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF
    streams = [data, name.encode("utf-16-le").ljust(4_096, b"\0")]
    streams = [one.ljust(-(-len(one) // 512) * 512, b"\0") for one in streams]
    sectors: list[bytes] = []
    starts, chain = [], [0xFFFFFFFD, end]
    for one in streams:
        starts.append(2 + len(sectors))
        count = len(one) // 512
        chain += [*range(len(chain) + 1, len(chain) + count), end]
        sectors += [one[at : at + 512] for at in range(0, len(one), 512)]
    entries = (
        ("Root Entry", 5, nothing, 1, end, 0),
        ("__attach_version1.0_#00000000", 1, nothing, 2, 0, 0),
        ("__substg1.0_37010102", 2, 3, nothing, starts[0], len(data)),
        ("__substg1.0_3707001F", 2, nothing, nothing, starts[1], len(streams[1])),
    )
    directory = b""
    for title, kind, right, child, start, size in entries:
        text = title.encode("utf-16-le")
        head = struct.pack("<64sHBB3I", text, len(text) + 2, kind, 1, nothing, right, child)
        directory += head.ljust(116, b"\0") + struct.pack("<IQ", start, size)
    header = struct.pack("<8s16x5H6xIIII", bytes.fromhex("d0cf11e0a1b11ae1"), 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0)
    header += struct.pack("<6I", 4096, end, 0, end, 0, 0) + struct.pack("<109I", *[free] * 109)[4:]
    assert len(chain) <= 128, "one sector holds the chains"
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    return header + table + directory + b"".join(sectors)


def test_a_workbook_attached_to_a_message_of_outlook_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "a.msg").write_bytes(outlook_message("answer.xlsx", answer(tmp_path)))
    ((shown, found),) = read(folder, tmp_path).items()
    assert shown == "a.msg/answer.xlsx"
    assert found.declaration
    assert len(found.declaration.rows) == 4


def test_a_workbook_that_is_attached_without_a_name_is_read(folder: Path, tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("Attached.")
    for name in (None, "our answer", "answer.txt"):
        message.add_attachment(
            cmrt(tmp_path / "made.xlsx", company=f"Invented {name}").read_bytes(),
            maintype="application", subtype="octet-stream", filename=name,
        )  # fmt: skip
    (folder / "mail.eml").write_bytes(message.as_bytes())
    found = read(folder, tmp_path)
    assert sorted(found) == ["mail.eml/answer.txt", "mail.eml/our answer", "mail.eml/part 3"]
    assert all(one.declaration for one in found.values())


def test_names_in_an_archive_that_lead_out_of_it_are_read_and_shown(folder: Path, tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("../../out.xlsx", answer(tmp_path))
        made.writestr("two\nlines.xlsx", answer(tmp_path))
    (folder / "answers.zip").write_bytes(content.getvalue())
    found = read(folder, tmp_path)
    assert sorted(found) == ["answers.zip/../../out.xlsx", "answers.zip/two\\nlines.xlsx"]
    assert all(one.declaration for one in found.values())


def test_a_message_that_bears_the_name_of_outlook_s_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "a.msg").write_bytes(mail(a__xlsx=answer(tmp_path)))
    ((shown, found),) = read(folder, tmp_path).items()
    assert (shown, found.declaration is not None) == ("a.msg/a.xlsx", True)


def test_a_damaged_message_is_to_be_opened_in_the_mail_program(folder: Path, tmp_path: Path) -> None:
    (folder / "a.msg").write_bytes(OLE + bytes(600))
    ((_, found),) = read(folder, tmp_path).items()
    assert found.findings[0].advice == (
        "Open it in the mail program, save the workbook that is attached, and put that there."
        " Or ask for it again."
    )
