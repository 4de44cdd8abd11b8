"""A section file that nobody wrote is told, and not read any further."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.year.sections import read_form_texts, read_sections


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "# A\n\n" + "x" * 2_000_000,
            "it has 2,000,005 signs, of 2,000,000 that are read (report/01-a.md). Look whether",
        ),
        (
            "# A\n\n<!-- kept -->\n" + "<!--" * 100_000,
            "more than 50 comments have no end (report/01-a.md:4). Write '-->'",
        ),
    ],
)
def test_a_section_that_is_too_large_is_told_and_left_out(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "01-a.md").write_text(text)
    (tmp_path / "02-b.md").write_text("# B\n\nText\n")
    sections, (problem,) = read_sections(tmp_path, "report")
    assert [one.slug for one in sections] == ["b"]
    assert str(problem).startswith(f"SE-014 error: the section is too much: {says}")


def test_a_text_of_the_form_that_is_too_large_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "item-1-01.md").write_text("x" * 2_000_001)
    texts, (problem,) = read_form_texts(tmp_path, "form")
    assert (texts, problem.code) == ((), "SE-014")
