"""Long work tells how far it has come: a bar where a person looks, lines where nobody does."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.progress import told
from tests.support.builders import YML, write_year
from tests.support.cmrt_workbooks import cmrt
from tests.support.published import publish
from tests.support.terminal import at_terminal


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two invented years, the site of the newer one, and answers of four suppliers."""
    folder = tmp_path_factory.mktemp("progress")
    write_year(folder / "data")
    write_year(folder / "data", year=2020, yml=YML.replace("2021", "2020").replace("2022", "2021"))
    publish(folder / "data", folder / "site", kinds=("edgar", "tables"))
    (folder / "answers").mkdir()
    for number in range(4):
        cmrt(folder / "answers" / f"supplier-{number}.xlsx")
    return folder


COMMANDS = {
    "check": (["check"], "years checked", 2),
    "export": (["export", "--to", "out", "--only", "edgar"], "kinds of files made", 2),
    "verify": (["verify", "2021"], "published files read", 11),
    "reconcile": (["reconcile", "2021", "--from", "answers", "--processes", "1"], "files read", 4),
}
"""Command, what it counts last, and how many of these there are."""


def piped(project: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What is printed, and what the error stream gets, where nobody looks."""
    monkeypatch.chdir(project)
    result = CliRunner().invoke(main, arguments)
    return result.stdout, result.stderr


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """A project that a command may change."""
    return shutil.copytree(project, tmp_path / "project")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_person_at_a_terminal_sees_a_bar(name: str, copy: Path) -> None:
    arguments, what, number = COMMANDS[name]
    printed, shown = at_terminal(copy, arguments)
    assert f"{number}/{number}" in shown
    assert f"{what}  [####" in shown
    assert what not in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize("name", COMMANDS)
def test_a_pipe_gets_plain_lines_beside_what_is_printed(
    name: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, what, number = COMMANDS[name]
    printed, shown = piped(copy, arguments, monkeypatch)
    lines = [line for line in shown.splitlines() if line.startswith(f"{what}: ")]
    assert lines == [f"{what}: {done} of {number}" for done in range(1, number + 1)]
    assert "\x1b" not in shown
    assert "\r" not in shown
    assert what not in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--json"],
        ["check", "--sarif"],
        ["reconcile", "2021", "--from", "answers", "--processes", "1", "--json"],
    ],
    ids=["check-json", "check-sarif", "reconcile-json"],
)
def test_programs_get_nothing_but_their_answer(
    arguments: list[str], copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed, shown = piped(copy, arguments, monkeypatch)
    assert json.loads(printed)
    assert shown == ""
    assert at_terminal(copy, arguments)[1] == ""


def test_a_check_of_one_year_tells_nothing_of_its_way(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(copy, ["check", "2021"], monkeypatch)[1] == ""
    assert at_terminal(copy, ["check", "2021"])[1] == ""


def test_an_error_ends_the_bar_before_it_is_printed(copy: Path) -> None:
    (copy / "data" / "2020" / "smelters.xlsx").unlink()
    _, shown = at_terminal(copy, ["export", "--to", "out"])
    bar, _, said = shown.partition("FI-001 error")
    assert "2/2" in bar
    assert bar.rstrip().endswith(("\x1b[?25h", "\x1b[31m"))
    assert "Nothing was written." in said


def test_of_many_steps_some_twenty_are_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4, 50):
        shutil.copy(copy / "answers" / "supplier-0.xlsx", copy / "answers" / f"supplier-{number}.xlsx")
    _, shown = piped(copy, COMMANDS["reconcile"][0], monkeypatch)
    lines = [line for line in shown.splitlines() if line.startswith("files read: ")]
    assert lines[0] == "files read: 2 of 50"
    assert lines[-1] == "files read: 50 of 50"
    assert len(lines) == 25


def test_a_step_counts_when_the_next_one_is_asked_for() -> None:
    heard: list[tuple[str, int, int]] = []
    steps = told("steps done", ["a", "b"], lambda *said: heard.append(said))
    assert next(steps) == "a"
    assert heard == []
    assert list(steps) == ["b"]
    assert heard == [("steps done", 1, 2), ("steps done", 2, 2)]
