"""Names of files and folders may hold anything; what a terminal obeys reaches none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.errors import DisclosureError
from tests.support.builders import write_year
from tests.support.cmrt_workbooks import cmrt

BAD = "a\x1b[31m\x07b\r\nc\u202e\x85\u2066d"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year and answers with files of such names in every folder."""
    base = tmp_path_factory.mktemp("names")
    folder, answers = write_year(base / "data"), base / "answers"
    for name in ("exhibits", "documents"):
        (folder / name).mkdir(exist_ok=True)
    answers.mkdir()
    cmrt(answers / f"{BAD}.xlsx")
    for path in (
        answers / f"{BAD}2.xlsx", answers / f"{BAD}.pdf", folder / "exhibits" / f"{BAD}.htm",
        folder / "documents" / f"{BAD}.png", folder / BAD,
    ):  # fmt: skip
        path.write_bytes(b"invented")
    (folder / "report" / f"09-{BAD}.md").write_text("# A\n\nb {{ nothing }}\n", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(answers) + b"/\xff\x1b.xlsx")).write_bytes(b"invented")
    return base


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "2021"],
        ["export", "2021", "--to", BAD],
        ["pages", "2021", "--to", BAD],
        ["reconcile", "2021", "--from", "answers"],
        ["reconcile", "2021", "--from", BAD],
        ["verify", "2021", "--against", f"answers/{BAD}.pdf"],
        ["verify", "2021", "--against", f"{BAD}.pdf"],
        ["explain", BAD],
        ["init", BAD],
        ["example", BAD],
        ["start", "2022", "--data", BAD],
    ],
)
def test_no_command_shows_what_a_terminal_obeys(
    arguments: Sequence[str], made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(made, tmp_path / "copy")
    monkeypatch.chdir(copy)
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.strip()
    assert "Usage:" not in result.output
    assert [line for line in result.output.split("\n") if not line.isprintable()] == []


def test_an_error_shows_characters_that_a_terminal_obeys_as_escapes() -> None:
    problem = DisclosureError("a\x1b[31m\u202e\udcff cannot be read\nsecond line")
    assert str(problem) == "a\\x1b[31m\\u202e\\udcff cannot be read\nsecond line"
