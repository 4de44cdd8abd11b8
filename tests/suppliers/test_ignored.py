"""What is confidential and would be taken by a commit is named, with the line that keeps it out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.suppliers.ignored import not_ignored


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The folder of a year, in a site under version control that ignores ``answers``."""
    folder = tmp_path / "site" / "data" / "2025"
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path / "site", check=True)
    (tmp_path / "site" / ".gitignore").write_text("/answers/\n", encoding="utf-8")
    return folder


def made(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def test_what_is_ignored_or_lies_elsewhere_is_not_named(year: Path) -> None:
    inside, outside = made(year.parents[1] / "answers"), made(year.parents[2] / "elsewhere")
    assert list(not_ignored(year, [inside, outside])) == []


def test_a_folder_of_answers_that_a_commit_would_take(year: Path) -> None:
    (line,) = not_ignored(year, [made(year.parents[1] / "responses 2025")])
    assert line.endswith("a commit would take it. Write the line /responses 2025/ into .gitignore.")


def test_lists_that_reconcile_yml_names(year: Path) -> None:
    stated = "status_lists:\n  - {file: both.xlsx#Active, status: Active}\nnewest_list: lists/all.xlsx\n"
    (year / "reconcile.yml").write_text(stated, encoding="utf-8")
    (year / ".gitignore").write_text("/lists/\n", encoding="utf-8")
    made(year / "lists")
    (line,) = not_ignored(year, [])
    assert line.endswith("Write the line /data/2025/both.xlsx into .gitignore.")


def test_each_of_several_newest_lists(year: Path) -> None:
    (year / "reconcile.yml").write_text("newest_list: [cmrt.xlsx, emrt.xlsx]\n", encoding="utf-8")
    made(year / "cmrt.xlsx")
    made(year / "emrt.xlsx")
    assert len(list(not_ignored(year, []))) == 2


def test_without_git_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(tmp_path / "data" / "2025")
    assert list(not_ignored(folder, [made(tmp_path / "responses")])) == []
    monkeypatch.setenv("PATH", "")
    assert list(not_ignored(folder, [tmp_path / "responses"])) == []
