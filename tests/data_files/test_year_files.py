"""The files that a year offers, their checksums, and a file that is kept between runs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.data_files.checksums import checksums
from generator.data_files.year_files import year_assets
from generator.documents.file_names import reserved_names
from generator.files.kept import kept
from generator.model import Asset, OwnFile
from tests.support.facility_rows import FULL_ROW
from tests.support.filing import restated

YEAR = restated(
    rows=(FULL_ROW,), files=(OwnFile("policy_on-minerals.pdf", b"2"), OwnFile("letter.txt", b"1"))
)


def test_files_are_the_list_then_what_describes_it_then_own_files_by_name_then_checksums() -> None:
    assert [(file.uri.removeprefix("2021/documents/"), file.title) for file in year_assets(YEAR)] == [
        ("smelters-2021.xlsx", "Smelters and refiners of 2021 as a workbook"),
        ("smelters-2021.csv", "Smelters and refiners of 2021 as a table"),
        ("smelters-2021.json", "Smelters and refiners of 2021 for programs"),
        ("smelters-2021.schema.json", "Schema of the JSON file"),
        ("datapackage.json", "Description of the CSV file"),
        ("letter.txt", "Letter"),
        ("policy_on-minerals.pdf", "Policy on minerals"),
        ("SHA256SUMS.txt", "Checksums"),
    ]


def test_files_of_ours_say_what_they_are_for() -> None:
    assert [file.name for file in year_assets(YEAR) if not file.purpose] == [
        "letter.txt",
        "policy_on-minerals.pdf",
    ]


def test_forms_of_the_list_are_told_from_what_describes_them() -> None:
    files = year_assets(YEAR)
    assert [file.name for file in files if file.media_type] == [
        f"smelters-2021.{end}" for end in ("xlsx", "csv", "json")
    ]
    assert [file.name for file in files if file.is_companion] == [
        "smelters-2021.schema.json",
        "datapackage.json",
        "SHA256SUMS.txt",
    ]


def test_file_without_words_in_its_name_has_its_name_as_title() -> None:
    (own,) = [file for file in year_assets(restated(files=(OwnFile("--.pdf", b""),))) if not file.purpose]
    assert own.title == "--.pdf"


def test_names_that_the_site_itself_needs_cannot_be_taken() -> None:
    ours = {file.name.lower() for file in year_assets(restated(rows=(FULL_ROW,)))}
    pdf = {f"{name}-2021.pdf" for name in ("form-sd", "conflict-minerals-report")}
    pdf |= {"form-sd-2021-edgar.pdf", "ex1-01-2021-edgar.pdf"}
    assert {name for name in reserved_names(2021) if not re.search(r"-a\d", name)} == ours | pdf | {
        "index.html",
        "edgar",
    }


def test_filer_without_a_list_has_no_file_of_one() -> None:
    assert year_assets(restated()) == []
    files = year_assets(restated(files=(OwnFile("letter.txt", b"1"),)))
    assert [file.name for file in files] == ["letter.txt", "SHA256SUMS.txt"]
    assert len(files[1].content.decode().splitlines()) == 1


def test_checksums_are_those_of_all_other_files_with_their_folders() -> None:
    filed = [Asset("2021/documents/form-sd-2021.pdf", b"3"), Asset("2021/documents/edgar/form-sd.htm", b"4")]
    *others, sums = year_assets(YEAR, filed)
    assert others[:2] == filed
    assert sums.content.decode().splitlines() == [
        f"{hashlib.sha256(file.content).hexdigest()}  {file.uri.removeprefix('2021/documents/')}"
        for file in others
    ]


@pytest.mark.skipif(
    os.name == "nt" or shutil.which("sha256sum") is None, reason="sha256sum is a program of Linux"
)
def test_checksums_are_read_by_the_usual_program(tmp_path: Path) -> None:
    files = [Asset(f"a/{name}", name.encode()) for name in ("a b.txt", "back\\slash", "two\nlines", "ñ")]
    for file in files:
        (tmp_path / file.name).write_bytes(file.content)
    files.append(Asset("a/inside/c.txt", b"c"))
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "c.txt").write_bytes(b"c")
    (tmp_path / "SHA256SUMS.txt").write_bytes(checksums(files, "a"))
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS.txt"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_same_facts_give_the_same_files() -> None:
    assert year_assets(YEAR) == year_assets(YEAR)


def test_workbook_that_was_kept_is_the_one_that_would_be_made(tmp_path: Path) -> None:
    first, again = year_assets(YEAR, cache=tmp_path), year_assets(YEAR, cache=tmp_path)
    assert first == again == year_assets(YEAR)
    assert [path.name for path in tmp_path.iterdir()] == ["smelters-2021.xlsx"]


@pytest.mark.parametrize(
    "other",
    [
        restated(rows=(FULL_ROW | {"city": "Seoul"},)),
        restated(rows=(FULL_ROW,), survey__answered=6),
        restated(rows=(FULL_ROW,), terms={"text": "CC BY 4.0"}),
        restated(rows=(FULL_ROW,), filing__date="2022-05-30"),
    ],
    ids=["row", "survey", "terms", "date"],
)
def test_workbook_of_other_facts_is_made_anew(tmp_path: Path, other: object) -> None:
    assert year_assets(YEAR, cache=tmp_path)[0].content != year_assets(other, cache=tmp_path)[0].content
    assert year_assets(other, cache=tmp_path)[0] == year_assets(other)[0]


def test_kept_content_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    assert kept(path, b"key", lambda: b"made\nonce") == b"made\nonce"
    assert kept(path, b"key", lambda: b"made again") == b"made\nonce"


def test_content_of_another_key_is_made_anew(tmp_path: Path) -> None:
    assert kept(tmp_path / "file", b"key", lambda: b"one") == b"one"
    assert kept(tmp_path / "file", b"other", lambda: b"two") == b"two"


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"x\none"])
def test_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "file"
    kept(path, b"key", lambda: b"one")
    path.write_bytes(damage)
    assert kept(path, b"key", lambda: b"one") == b"one"


def test_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"a file in its place")
    assert kept(tmp_path / "folder" / "file", b"key", lambda: b"one") == b"one"


def test_without_a_folder_nothing_is_kept() -> None:
    assert kept(None, b"key", lambda: b"one") == b"one"
