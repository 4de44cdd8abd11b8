"""What lies in a year's folder and is not read is told: folders inside, pipes, links that lead elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.year.left_out import left_out
from generator.year.year_folder import read_year
from tests.support.builders import write_year


def told(folder: Path) -> list[tuple[str, str]]:
    return [(one.code, str(one.where)) for one in left_out(folder, "2021")]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("was.here"))


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize("make", [pipe, link_to_nothing, link_in_a_circle])
@pytest.mark.parametrize("name", ["documents/letter.pdf", "exhibits/auditor.md", "pictures/works.png"])
def test_what_cannot_be_opened_stops_the_year(
    tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    folder = write_year(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    make(folder / name)
    assert told(folder) == [("FI-002", f"2021/{name}")]
    assert read_year(tmp_path, 2021)[0] is None


@pytest.mark.parametrize("make", [pipe, link_to_nothing])
def test_the_page_of_an_importer_is_told_too(tmp_path: Path, make: Callable[[Path], None]) -> None:
    folder = write_year(tmp_path)
    make(folder / "eu-importer.md")
    found = read_year(tmp_path, 2021)[1]
    assert [one.where.file.rpartition("/")[2] for one in found if one.severity == "error"] == [
        "eu-importer.md"
    ]


@pytest.mark.parametrize("name", ["documents", "exhibits", "pictures", "report", "form", "wording"])
def test_a_folder_inside_is_told_and_stops_nothing(tmp_path: Path, name: str) -> None:
    folder = write_year(tmp_path)
    (folder / name / "old").mkdir(parents=True)
    (folder / name / "old" / "letter.md").write_text("# Letter\n", encoding="utf-8")
    assert told(folder) == [("FI-008", f"2021/{name}/old")]
    assert read_year(tmp_path, 2021)[0] is not None


@pytest.mark.parametrize("name", ["exhibits", "pictures"])
def test_a_link_out_of_the_folder_is_told(tmp_path: Path, name: str) -> None:
    folder = write_year(tmp_path)
    (folder / name).mkdir()
    (tmp_path / "elsewhere.png").write_bytes(b"x")
    (folder / name / "works.png").symlink_to(tmp_path / "elsewhere.png")
    assert told(folder) == [("FI-008", f"2021/{name}/works.png")]


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    folder = write_year(tmp_path)
    (folder / "documents").write_text("a letter", encoding="utf-8")
    assert told(folder) == [("FI-002", "2021/documents")]


def test_files_lock_files_and_hidden_folders_are_fine(tmp_path: Path) -> None:
    folder = write_year(tmp_path)
    (folder / "documents" / ".cache").mkdir(parents=True)
    (folder / "documents" / "letter.txt").write_text("a letter", encoding="utf-8")
    (folder / "documents" / "~$letter.docx").write_text("", encoding="utf-8")
    assert told(folder) == []
