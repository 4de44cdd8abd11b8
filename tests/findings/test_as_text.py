"""The findings as people read them: by file, with the line of text and a caret."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import Finding, Severity
from generator.findings.as_text import finding_lines
from generator.findings.catalogue import EIN_MISSING, FIGURE_TYPED, NAME_PLACEHOLDER
from generator.model import CellRef, LineRef, Waiver

FILE = "data/2021/report/01-text.md"
WAIVER = Waiver(code="TF-001", place=FILE, reason="It is so.", name="Ina Invented")


def printed(data: Path, *findings: Finding) -> list[str]:
    return [line.text for line in finding_lines(findings, data)]


def typed(line: int | None = 3, column: int | None = None, length: int = 1, **more: Waiver) -> Finding:
    return Finding(FIGURE_TYPED, "'298' is typed", LineRef(FILE, line, column, length), "Write it.", **more)


def written(tmp_path: Path, line: str) -> Path:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(f"# Text\n\n{line}\n", encoding="utf-8")
    return tmp_path / "data"


def test_findings_stand_below_their_file_with_text_and_caret(tmp_path: Path) -> None:
    data = written(tmp_path, "They name 298 of them.")
    cell = CellRef("data/2021/smelters.xlsx", "Smelter List", "C2")
    placeholder = Finding(NAME_PLACEHOLDER, "smelter name 'NA' looks like a placeholder", cell, "Enter it.")
    assert printed(data, typed(3, 11, 3), typed(3), placeholder) == [
        f"{FILE}: 2 warnings",
        f"TF-001 warning: '298' is typed ({FILE}:3:11). Write it.",
        "    | They name 298 of them.",
        "    |           ^^^",
        f"TF-001 warning: '298' is typed ({FILE}:3). Write it.",
        "    | They name 298 of them.",
        "",
        "data/2021/smelters.xlsx: 1 error",
        "SM-010 error: smelter name 'NA' looks like a placeholder (data/2021/smelters.xlsx "
        "'Smelter List'!C2). Enter it.",
        "",
    ]


def test_a_caret_stands_below_its_word_behind_tabs_and_wide_letters(tmp_path: Path) -> None:
    data = written(tmp_path, "\t東京 e\u0301 298\x1b[31m")
    _, _, text, caret, _ = printed(data, typed(3, 8, 3))
    assert text == "    |  東京 e\u0301 298 [31m"
    assert caret == "    |         ^^^"


def test_a_long_line_is_cut_around_its_place(tmp_path: Path) -> None:
    data = written(tmp_path, "x" * 300 + " 298 " + "y" * 300)
    _, _, text, caret, _ = printed(data, typed(3, 302, 3))
    assert text == "    | …" + "x" * 59 + " 298 " + "y" * 36 + "…"
    assert caret == "    | " + " " * 61 + "^^^"


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\f", "\v", "\x1c"])
def test_characters_that_end_no_line_stand_as_a_blank_in_theirs(tmp_path: Path, character: str) -> None:
    data = written(tmp_path, f"They{character} name 298 of them.\n\nThe end.")
    assert printed(data, typed(3, 12, 3), typed(5, 5, 3))[2:-1] == [
        "    | They  name 298 of them.",
        "    |            ^^^",
        f"TF-001 warning: '298' is typed ({FILE}:5:5). Write it.",
        "    | The end.",
        "    |     ^^^",
    ]


def test_line_ends_of_windows_and_of_old_macs_end_a_line(tmp_path: Path) -> None:
    data = written(tmp_path, "")
    (tmp_path / FILE).write_bytes(b"# Text\r\n\rThey name 298 of them.\r\n")
    assert printed(data, typed(3, 11, 3))[2:-1] == ["    | They name 298 of them.", "    |           ^^^"]


def test_a_file_that_is_not_there_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert len(printed(tmp_path / "data", typed(3, 1), typed(None), typed(99, 1))) == 5


def test_waived_findings_are_listed_apart_and_without_colour(tmp_path: Path) -> None:
    data = written(tmp_path, "They name 298 of them.")
    note = Finding(EIN_MISSING, "no EIN", LineRef(FILE, 1), "Fill it.")
    lines = list(finding_lines([note, typed(3, waiver=WAIVER)], data))
    assert lines[0].text == f"{FILE}: 1 note, 1 waived"
    assert [line.severity for line in lines if line.text.startswith(("FM", "TF"))] == [Severity.INFO, None]
    assert lines[3].text.endswith("Waived by Ina Invented: It is so.")
