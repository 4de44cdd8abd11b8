"""Files that nobody wrote by hand are told with their place, and never read any further."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.errors import InputError
from generator.files.csv_text import read_csv_rows
from generator.files.text_file import read_bytes, read_text
from generator.files.workbook_guard import look_into
from generator.files.yaml_bounds import YamlBoundsError, composed, loaded, read_bounded
from generator.findings.catalogue import BOOK_UNREADABLE
from tests.support.bad_input import SHEET_PART
from tests.support.builders import change_part, workbook

TWICE = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
MERGED = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


def refused(read: Callable[[], object]) -> str:
    with pytest.raises(InputError) as stopped:
        read()
    return str(stopped.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: " + "x" * 2_000_000, "the file has 2,000,003 signs, of 2,000,000 that are read (a.yml). "),
        ("- a\n" * 200_000, "the file has 200,000 lines, of 100,000 that are read (a.yml). "),
        ("a:\nb: " + "[" * 2_001, "the file has more than 2,000 brackets (a.yml). "),
        ("a:\n" + "? " * 900_000, "more than 20 entries begin inside each other on one line (a.yml:2). "),
        ("a:\n" + "- " * 21 + "b", "more than 20 entries begin inside each other on one line (a.yml:2). "),
    ],
)
def test_settings_too_large_or_too_deep_are_not_read(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.yml").write_text(text)
    assert refused(lambda: read_bounded(tmp_path / "a.yml", "a.yml")).startswith(f"YM-009 error: {says}")


@pytest.mark.parametrize("text", [TWICE, MERGED])
def test_entries_that_unfold_without_end_are_refused_at_the_line_that_does(text: str) -> None:
    with pytest.raises(YamlBoundsError, match=r"make up more than 100,000") as stopped:
        loaded(text, yaml.SafeLoader)
    assert stopped.value.line
    assert stopped.value.line > 10


def test_an_entry_that_holds_itself_is_refused() -> None:
    with pytest.raises(YamlBoundsError, match=r"refers to itself"):
        composed("a:\nb: &b [*b]\n", yaml.SafeLoader)


def test_settings_may_refer_to_an_entry_a_few_times() -> None:
    assert loaded("a: &a {b: 1}\nc: [*a, *a]\nd: {<<: *a}\n", yaml.SafeLoader)["d"] == {"b": 1}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\nb" + "," * 6_000, "a row has 6,001 cells, of 5,000 that are read (a.csv:2). "),
        ("a\n" * 200_001, "the file has more than 200,000 rows (a.csv:200001). "),
        ("a\nb" + "," * 1_000_001, "the line has more than 1,000,000 signs (a.csv:2). "),
        (
            'a\n"' + "b" * 200_000 + '"',
            "the file is not a valid CSV: a cell has more than 131,072 signs (a.csv",
        ),
        (
            'a\n"' + "b\n" * 200_000,
            "the file is not a valid CSV: a cell has more than 131,072 signs (a.csv",
        ),
    ],
)
def test_a_table_without_end_is_told_at_its_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.csv").write_text(text)
    message = refused(lambda: read_csv_rows(tmp_path / "a.csv", "a.csv", BOOK_UNREADABLE))
    assert message.startswith(f"WB-001 error: {says}")


def test_a_file_of_hundreds_of_megabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yml").open("wb") as file:
        file.truncate(300_000_000)  # takes no room on the disk
    says = "FI-002 error: the file has 300 MB, of {} that are read (a.yml). "
    assert refused(lambda: read_text(tmp_path / "a.yml", "a.yml")).startswith(says.format(30))
    assert refused(lambda: read_bytes(tmp_path / "a.yml", "a.yml")).startswith(says.format(200))


def archive(path: Path, name: str, change: Callable[[bytes], bytes], more: int = 0) -> Path:
    """The workbook with another content of a part, and so many parts more."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        for number in range(more):
            new.writestr(f"xl/media/{number}.png", b"")
    path.write_bytes(made.getvalue())
    return path


def test_a_workbook_of_thousands_of_sheets_is_not_read(tmp_path: Path) -> None:
    sheets = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(9, 400))
    path = workbook(tmp_path / "a.xlsx", [("Invented",)])
    archive(path, "xl/workbook.xml", lambda old: old.replace(b"</sheets>", sheets + b"</sheets>"))
    assert refused(lambda: look_into(path, "a.xlsx")).startswith("WB-002 error: the workbook has 39")


def test_a_workbook_of_thousands_of_parts_is_not_read(tmp_path: Path) -> None:
    path = archive(workbook(tmp_path / "a.xlsx", [("Invented",)]), "", bytes, more=5_000)
    assert refused(lambda: look_into(path, "a.xlsx")).startswith("WB-002 error: the workbook has 5,0")


def test_a_sheet_with_elements_inside_each_other_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [("Invented",)])
    change_part(path, SHEET_PART, b"</sheetData>", b"<a>" * 100_000 + b"</sheetData>")
    assert refused(lambda: look_into(path, "a.xlsx")).startswith("WB-001 error: the workbook is damaged")
