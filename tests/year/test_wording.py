"""The files of the folder ``wording``: read, written, and in step with what the program knows of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Route, WordingFile
from generator.prose.wording.spec import Spec
from generator.prose.wordings import WORDINGS
from generator.year.wording import read_wording, wording_file
from tests.support.wording import wording_files


def read(tmp_path: Path, text: str) -> WordingFile:
    path = tmp_path / "origin.md"
    path.write_text(text, encoding="utf-8")
    return wording_file(path, "data/2021/wording/origin.md")


def test_each_heading_begins_a_case_whose_text_has_its_place(tmp_path: Path) -> None:
    text = "# T\n\n<!-- {{ x }} -->\n\n## one\n<!-- Must {{ a }}. -->\n\nA {{ a }}.\nB.\n\n## two-b \nC.\n"
    found = read(tmp_path, text)
    assert [(case.name, case.text, case.heading_line, case.line) for case in found.cases] == [
        ("one", "A {{ a }}.\nB.", 5, 8),
        ("two-b", "C.", 11, 12),
    ]
    for case in found.cases:
        assert text[case.offset :].startswith(case.text)
    assert found.open_comment is None


def test_text_above_the_first_heading_and_an_open_comment_are_not_lost(tmp_path: Path) -> None:
    found = read(tmp_path, "# T\n\nLost.\n\n## one\n\nA. <!-- open\n\n## two\n\nB.\n")
    first = found.cases[0]
    assert (first.name, first.text) == ("", "Lost.")
    assert found.open_comment == 7


def test_a_year_without_the_folder_has_no_wording(tmp_path: Path) -> None:
    assert read_wording(tmp_path / "wording", "data/2021/wording") == ((), ())


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("spec", WORDINGS.values(), ids=WORDINGS)
def test_the_file_to_start_from_has_each_case_with_its_comment(spec: Spec, route: Route) -> None:
    if spec.is_for_report:
        route = Route.REPORT
    (path,) = (path for path in wording_files(route) if path.stem == spec.name)
    file = wording_file(path, path.name)
    assert [case.name for case in file.cases] == [case.name for case in spec.cases]
    for case, text in zip(spec.cases, file.cases, strict=True):
        below = f"\n{text.text}\n" if text.text else ""
        assert f"## {case.name}\n\n{case.comment}\n{below}" in file.text
        assert text.text or case.may_be_empty


@pytest.mark.parametrize("route", Route)
def test_each_route_gets_what_it_can_use(route: Route) -> None:
    names = {path.stem for path in wording_files(route)}
    wanted = {spec.name for spec in WORDINGS.values() if route is Route.REPORT or not spec.is_for_report}
    assert names == wanted


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("## one\n\n" + "word " * 100_000, "it has 500,008 signs, of 300,000 that are read ("),
        ("## one\n\n" + "<!--" * 1_000, "more than 50 comments have no end ("),
    ],
)
def test_a_wording_that_is_too_large_is_told_and_not_read(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "origin.md").write_text(text)
    (file,), (problem,) = read_wording(tmp_path, "data/2021/wording")
    assert not file.is_read
    assert not file.cases
    assert str(problem).startswith(
        f"SE-014 error: the wording is too much: {says}data/2021/wording/origin.md"
    )
