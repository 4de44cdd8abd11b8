"""The disclosure as one file against the data: equal as written, and told where anything was changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import InputError
from generator.pipeline import load, one_file_of, sound
from generator.verify.one_file import verify_one_file
from tests.support.golden import CASES, GOLDEN, with_workbooks
from tests.support.one_file import ADDRESS, example, ids_in, links_inside, repeated

CHANGES = [
    (">237<", ">238<", "VE-013 mail.html#overview"),
    (">8853 S.p.A.</th>", ">8854 S.p.A.</th>", "VE-012 mail.html#annex"),
    ("independent private sector audit", "private sector audit", "VE-013 mail.html#report"),
    ("001-35662</", "001-35663</", "VE-013 mail.html#form-sd"),
    ("Gold,8853%20S.p.A.", "Gold,8854%20S.p.A.", "VE-012 mail.html/smelters-2021.csv"),
    ("%22rows%22:%20298", "%22rows%22:%20299", "VE-014 mail.html/smelters-2021.json"),
    ("for 2021</h1>", "for 2022</h1>", "VE-010 mail.html"),
]
"""What somebody wrote otherwise, and what is told of it."""


def differences(repo: Path, tmp_path: Path, *changes: tuple[str, str], base_url: str = "") -> list[str]:
    """What is told of the file in which texts gave way to others, as code and place."""
    text = example(repo, base_url).content.decode("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "mail.html"
    path.write_bytes(text.encode())
    _, found = verify_one_file(repo / "data", 2021, path)
    return sorted({f"{one.code} {one.where.file}" for one in found})


@pytest.mark.parametrize("base_url", ["", ADDRESS])
def test_a_file_as_it_was_written_is_equal(repo: Path, tmp_path: Path, base_url: str) -> None:
    assert differences(repo, tmp_path, base_url=base_url) == []


def test_what_was_changed_is_told_with_its_place(repo: Path, tmp_path: Path) -> None:
    changes = [(old, new) for old, new, _ in CHANGES]
    assert differences(repo, tmp_path, *changes) == sorted(told for _, _, told in CHANGES)


def test_what_is_not_there_is_told(repo: Path, tmp_path: Path) -> None:
    changes = [('id="form-sd"', 'id="another"'), ('download="smelters-2021.csv"', "")]
    gone = ["VE-010 mail.html#form-sd", "VE-010 mail.html/smelters-2021.csv", "VE-015 mail.html#another"]
    assert differences(repo, tmp_path, *changes) == gone


@pytest.mark.parametrize("case", CASES)
def test_the_file_of_any_filer_is_sound_and_equal(case: str, tmp_path: Path) -> None:
    """Drafts, no list or no report, several lists, many columns: each id once, each link leads somewhere."""
    data = with_workbooks(GOLDEN / case / "input", tmp_path / "data")
    for year in sound(load(data)):
        file = one_file_of(year)
        html = file.content.decode("utf-8")
        assert repeated(ids_in(html)) == []
        assert links_inside(html) - set(ids_in(html)) == set()
        path = tmp_path / f"{year.year}.html"
        path.write_bytes(file.content)
        _, found = verify_one_file(data, year.year, path)
        assert [str(one) for one in found] == []


def test_another_file_is_told_as_that(repo: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.html"
    path.write_text("<p>A letter</p>", encoding="utf-8")
    with pytest.raises(InputError, match="it is no disclosure in one file"):
        verify_one_file(repo / "data", 2021, path)


def test_the_command_says_what_it_compared(repo: Path, tmp_path: Path) -> None:
    path = tmp_path / "mail.html"
    path.write_bytes(example(repo).content)
    args = ["verify", "2021", "--data", str(repo / "data"), "--one-file", str(path)]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.output
    assert "mail.html#annex" in result.output
    assert "298 rows" in result.output
    assert result.output.endswith("No difference.\n")
