from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Section
from generator.year.sections import read_sections


def report(tmp_path: Path, **texts: str) -> Path:
    """A folder with these sections; names with underscores for hyphens, without the suffix."""
    for name, text in texts.items():
        (tmp_path / f"{name.removeprefix('_').replace('_', '-')}.md").write_bytes(text.encode())
    return tmp_path


def test_sections_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    folder = report(tmp_path, _10_last="# L\n", _02_next="# N\n", _01_first_part="# F\n\nText\n")
    sections, found = read_sections(folder, "data/2021/report")
    assert sections == (
        Section(1, "first-part", "data/2021/report/01-first-part.md", "# F\n\nText\n"),
        Section(2, "next", "data/2021/report/02-next.md", "# N\n"),
        Section(10, "last", "data/2021/report/10-last.md", "# L\n"),
    )
    assert found == ()


@pytest.mark.usefixtures("paths_of_windows")
def test_files_are_told_in_one_order_on_every_system(tmp_path: Path) -> None:
    _, found = read_sections(report(tmp_path, a="# A\n", B="# B\n", _01_c="# C\n"), "report")
    assert [str(finding.where) for finding in found] == ["report/B.md", "report/a.md"]


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistakes(tmp_path: Path) -> None:
    (section,), found = read_sections(report(tmp_path, _01_a="\ufeff# A\r\n\r\nText\r\n"), "report")
    assert section.text == "# A\n\nText\n"
    assert found == ()


def test_files_that_are_no_markdown_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "01-a.docx").write_bytes(b"\xff")
    sections, found = read_sections(report(tmp_path, _01_a="# A\n"), "report")
    assert (len(sections), found) == (1, ())


@pytest.mark.parametrize("name", ["1-a", "01-A", "01_a", "01 a", "001-a", "a", "01-", "01-é"])
def test_another_name_is_refused_with_an_example(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.md").write_text("# A\n")
    _, found = read_sections(report(tmp_path, _02_b="# B\n"), "report")
    assert [str(finding) for finding in found] == [
        f"SE-001 error: '{name}.md' is not NN-title.md (report/{name}.md). "
        "Use two digits, a hyphen, and small letters, for example 04-due-diligence.md."
    ]


@pytest.mark.parametrize("text", ["", "\n# A\n", "#A\n", "# \n", "## A\n", "A\n===\n"])
def test_a_section_begins_with_its_title(tmp_path: Path, text: str) -> None:
    _, found = read_sections(report(tmp_path, _01_a=text), "report")
    assert [str(finding) for finding in found] == [
        "SE-004 error: the section has no title (report/01-a.md:1). "
        "Begin the file with '# ' and the section's title."
    ]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    sections, found = read_sections(tmp_path / "report", "data/2021/report")
    assert sections == ()
    assert [str(finding) for finding in found] == [
        "FI-001 error: the report has no sections (data/2021/report). "
        "Put the sections there, one Markdown file each, for example 01-introduction.md."
    ]
