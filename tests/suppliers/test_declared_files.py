"""Suppliers' files: one that cannot be used is set aside with its reason, and the others are read."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from generator.suppliers.reconcile import no_check
from generator.suppliers.sources.declared_files import files_in, read_files, with_look_ups
from tests.support.bad_checks import ending, ending_with_words, failing
from tests.support.cmrt_workbooks import by_id, cmrt, protect_xlsx

Make = Callable[[Path], object]


def cut(path: Path) -> None:
    cmrt(path)
    path.write_bytes(path.read_bytes()[:3000])


def bomb(path: Path) -> None:
    """A part that unpacks to 400 million blanks."""
    cmrt(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/a.xml", "w") as part:
        for _ in range(400):
            part.write(b" " * 1_000_000)


def endless(path: Path) -> None:
    """A smelter list of 100,000 rows."""
    cmrt(path, cells={"Smelter List": {"B100000": "Tin", "C100000": "Invented Works"}})


def with_part(name: str) -> Make:
    """A workbook with one more part."""

    def make(path: Path) -> None:
        cmrt(path)
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(name, b"invented")

    return make


def other_workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Invoices").write(0, 0, "Invented")


BAD: dict[str, tuple[str, Make, str]] = {
    "not a workbook": ("a.xlsx", lambda path: path.write_bytes(b"Invented letter"), "CF-001"),
    "another workbook": ("a.xlsx", other_workbook, "CF-003"),
    "another template": ("a.xlsx", lambda path: cmrt(path, kind="EMRT"), "CF-002"),
    "encrypted": ("a.xlsx", lambda path: protect_xlsx(cmrt(path), "secret"), "CF-001"),
    "cut off": ("a.xlsx", cut, "CF-001"),
    "zip bomb": ("a.xlsx", bomb, "CF-004"),
    "sheet missing": ("a.xlsx", lambda path: cmrt(path, without=["Smelter List"]), "CF-003"),
    "moved question": (
        "a.xlsx",
        lambda path: cmrt(path, cells={"Declaration": {"B31": "", "B30": "2) Invented question 2?"}}),
        "CF-005",
    ),
    "100,000 rows": ("a.xlsx", endless, "CF-004"),
    "a folder": ("a.xlsx", lambda path: path.mkdir(), "FI-002"),
    "a print-out": ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.7"), "CF-001"),
}
"""What happens to files: name, how it is made, code of the reason."""


@pytest.mark.parametrize(("name", "make", "code"), BAD.values(), ids=BAD)
def test_a_bad_file_is_set_aside_and_the_others_are_read(
    tmp_path: Path, name: str, make: Make, code: str
) -> None:
    make(tmp_path / name)
    cmrt(tmp_path / "good.xlsx")
    jobs, aside = files_in(tmp_path)
    found = [*aside, *read_files(jobs, no_check, processes=1)]
    bad, good = sorted(found, key=lambda one: one.file)
    assert good.declaration is not None
    assert len(good.declaration.rows) == 4
    assert bad.set_aside is not None
    assert (bad.set_aside.file, bad.set_aside.finding.code) == (name, code)


@pytest.mark.parametrize(
    ("part", "code"), [("xl/vbaProject.bin", "CF-006"), ("xl/externalLinks/externalLink1.xml", "CF-007")]
)
def test_macros_and_links_are_left_unread_and_the_answers_are_read(
    tmp_path: Path, part: str, code: str
) -> None:
    with_part(part)(tmp_path / "a.xlsx")
    (read,) = read_files(files_in(tmp_path)[0], no_check, processes=1)
    assert read.declaration is not None
    assert [finding.code for finding in read.findings] == [code]


def test_what_programs_leave_behind_is_no_answer(tmp_path: Path) -> None:
    for name in (
        "~$a.xlsx",
        ".DS_Store",
        ".ds_store~",
        "Thumbs.db",
        "thumbs.DB",
        "Desktop.ini",
        "ehthumbs.db",
    ):
        (tmp_path / name).write_bytes(b"x")
    assert files_in(tmp_path) == ([], [])


def test_whatever_goes_wrong_with_a_file_is_its_reason(tmp_path: Path) -> None:
    cmrt(tmp_path / "a.xlsx")
    (read,) = read_files(files_in(tmp_path)[0], failing, processes=1)
    assert read.set_aside is not None
    assert str(read.set_aside.finding) == (
        "RC-011 error: the file cannot be read: ZeroDivisionError invented (a.xlsx). "
        "Open it in Excel, save it as an Excel workbook (.xlsx), and run again."
    )


def test_a_file_that_ends_its_process_is_set_aside_alone(tmp_path: Path) -> None:
    cmrt(tmp_path / "a.xlsx")
    for name in "bcdef":
        shutil.copy(tmp_path / "a.xlsx", tmp_path / f"{name}.xlsx")
    found = list(read_files(files_in(tmp_path)[0], ending, processes=2))
    assert [one.file for one in found if one.declaration is None] == ["b.xlsx"]
    assert [one.file for one in found] == ["a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx", "e.xlsx", "f.xlsx"]


def test_an_old_workbook_cannot_end_the_run_however_few_there_are(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cmrt(tmp_path / "a.xls")
    cmrt(tmp_path / "b.xls")
    bad, good = read_files(files_in(tmp_path)[0], ending_with_words, processes=1)
    assert good.declaration is not None
    assert bad.set_aside is not None
    assert str(bad.set_aside.finding) == (
        "RC-011 error: reading the file ended the program that read it (a.xls). "
        "Open it in Excel, delete empty rows and columns, save it, and run again."
    )
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("processes", "files", "started"), [(128, 1000, 61), (128, 9, 3), (2, 1000, 2)])
def test_no_more_processes_are_started_than_are_of_use_and_windows_takes(
    monkeypatch: pytest.MonkeyPatch, processes: int, files: int, started: int
) -> None:
    sizes: list[int] = []

    class Pool:
        """Notes its size and reads nothing."""

        def __init__(self, size: int, **options: object) -> None:
            sizes.append(size)

        def __enter__(self) -> Pool:
            return self

        def __exit__(self, *problem: object) -> None: ...

        def map(self, *jobs: object, chunksize: int) -> list[object]:
            return []

    monkeypatch.setattr("generator.suppliers.sources.declared_files.ProcessPoolExecutor", Pool)
    jobs = [(Path(f"{number}.xlsx"), f"{number}.xlsx") for number in range(files)]
    assert list(read_files(jobs, no_check, processes)) == []
    assert sizes == [started]


def test_processes_read_what_one_process_reads(tmp_path: Path) -> None:
    for number in range(6):
        company = f"Example Supplier {number} (invented)"
        cmrt(tmp_path / f"{number}.xlsx", company=company, rows=[by_id("CID900001"), by_id("CID900021")])
    jobs = files_in(tmp_path)[0]
    alone = with_look_ups(read_files(jobs, no_check, processes=1))
    together = with_look_ups(read_files(jobs, no_check, processes=2))
    assert together == alone
    assert all(one.declaration and one.declaration.look_up.by_cid for one in together)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights, and pipes are others")
def test_what_looks_like_a_file_and_is_none_is_named(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "answers", tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder.mkdir()
    cmrt(elsewhere / "one.xlsx")
    (folder / "linked.xlsx").symlink_to(elsewhere / "one.xlsx")
    (folder / "gone.xlsx").symlink_to(elsewhere / "gone.xlsx")
    (folder / "more").symlink_to(elsewhere)
    os.mkfifo(folder / "pipe.xlsx")
    jobs, aside = files_in(folder)
    assert [name for _, name in jobs] == ["linked.xlsx"]
    assert [(one.file, one.findings[0].code, one.findings[0].message) for one in aside] == [
        ("gone.xlsx", "FI-002", "it is a link to a file that is not there"),
        ("more", "FI-002", "it is a link to a folder"),
        ("pipe.xlsx", "FI-002", "it is no ordinary file"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_with_signs_of_control_is_one_line(tmp_path: Path) -> None:
    cmrt(tmp_path / "a\nb\x1b[31m.xlsx")
    assert [name for _, name in files_in(tmp_path)[0]] == ["a\\nb\\x1b[31m.xlsx"]
