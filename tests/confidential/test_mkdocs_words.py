"""What MkDocs says before the plugin has begun, and what ends it, names nobody in ``formsd build``."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.mkdocs_words import OURS, Filtered, with_words_of
from generator.confidential.unsaid import UNSAID, Unsaid
from tests.support.builders import HEADINGS, ROWS, YML, workbook, write_year

SUPPLIER = "Albatross Castings"
SETTINGS = "site_name: Invented\ntheme: material\nplugins: [search, {disclosure: {pdf: false}}]\n"
OWN_THEME = SETTINGS.replace("theme: material", "theme: {name: material, custom_dir: own}")
FORMSD = [sys.executable, "-c", "from generator.cli import main; main()"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The data of an invented filer beside a page; a column names a supplier."""
    year = write_year(tmp_path / "data", yml=YML.replace("state: final", "state: draft"))
    rows = [[*ROWS[0], SUPPLIER], *([*row, ""] for row in ROWS[1:])]
    workbook(year / "smelters.xlsx", rows, headings=(*HEADINGS, "Bought from"))
    (tmp_path / "docs").mkdir()
    return tmp_path


def build(project: Path, settings: str, repo: Path, command: str = "build") -> tuple[int, str]:
    """Exit code of ``formsd build`` and all that it says."""
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    result = subprocess.run(
        [*FORMSD, command], cwd=project, env={**os.environ, "PYTHONPATH": str(repo)}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return result.returncode, result.stdout + result.stderr


STOPPED = {
    "plugin that is not installed": SETTINGS.replace("search,", "albatross-castings,"),
    "theme that is not there": SETTINGS.replace("material", SUPPLIER),
    "module that is not there": f"{SETTINGS}extra: {{a: !!python/name:albatross_castings.x }}\n",
    "folder that is not there": f"{SETTINGS}docs_dir: {SUPPLIER}\n",
    "entry that has no such value": f"{SETTINGS}validation: {{nav: {{omitted_files: {SUPPLIER}}}}}\n",
}


@pytest.mark.parametrize("settings", STOPPED)
def test_mkdocs_that_stops_at_the_settings_names_nobody(project: Path, repo: Path, settings: str) -> None:
    code, said = build(project, STOPPED[settings], repo)
    assert code == 1
    assert "albatross" not in said.lower()
    assert UNSAID in said


def test_a_preview_that_stops_at_the_settings_names_nobody(project: Path, repo: Path) -> None:
    code, said = build(project, STOPPED["plugin that is not installed"], repo, "serve")
    assert (code, "albatross" in said.lower()) == (1, False)
    assert f'The "{UNSAID}" plugin is not installed' in said


def test_a_hook_that_fails_names_nobody(project: Path, repo: Path) -> None:
    hook = f"def on_config(config, **_):\n    raise ValueError('by {SUPPLIER}')\n"
    (project / "own.py").write_text(hook, encoding="utf-8")
    code, said = build(project, f"{SETTINGS}hooks: [own.py]\n", repo)
    assert code == 1
    assert "Traceback" in said
    assert "albatross" not in said.lower()


@pytest.mark.site
@pytest.mark.parametrize("wrong", ["{{ nothing.at.all }}", "{{ ''|albatross_castings }}", "{% endblok %}"])
def test_a_template_of_ones_own_that_is_wrong_names_nobody(project: Path, repo: Path, wrong: str) -> None:
    (project / "own").mkdir()
    text = (
        f'{{% extends "disclosure/main.html" %}}\n{{% block announce %}}"{SUPPLIER}" {wrong}{{% endblock %}}'
    )
    (project / "own" / "main.html").write_text(text, encoding="utf-8")
    code, said = build(project, OWN_THEME, repo)
    assert code == 1
    assert "albatross" not in said.lower()
    assert "The template main.html:2 cannot be used" in said
    assert "Traceback" not in said
    assert not (project / "site").exists()


def test_settings_that_are_no_yaml_name_nobody(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "mkdocs.yml").write_text(f"{SETTINGS}INHERIT: {SUPPLIER}.yml\n", encoding="utf-8")
    monkeypatch.chdir(project)
    result = CliRunner().invoke(main, ["build"])
    assert result.exit_code == 1
    assert "FI-001 error" in result.output
    assert "albatross" not in result.output.lower()


def shown(line: str) -> str:
    return line.replace(SUPPLIER, UNSAID)


def test_a_stream_shows_whole_lines_as_they_may_be_said() -> None:
    below = io.StringIO()
    stream = Filtered(below, shown)
    for part in ("Error: no 'Alba", "tross Castings'\nNext", " line\nof Albatross", " Castings"):
        assert stream.write(part) == len(part)
    assert below.getvalue() == f"Error: no '{UNSAID}'\nNext line\n"
    stream.end()
    assert below.getvalue().endswith(f"of {UNSAID}")
    with pytest.raises(TypeError):
        stream.write(b"")  # type: ignore[arg-type]  # as click asks what kind of a stream it is


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no 'a\x1b[31mb'\n", "no 'a\\x1b[31mb'\n"),
        ("\x1b[33mWARNING -  \x1b[0mno 'a\x07b'\n", "\x1b[33mWARNING -  \x1b[0mno 'a\\x07b'\n"),
        ("INFO    -  a\u202eb\n", "INFO    -  a\\u202eb\n"),
    ],
)
def test_what_a_terminal_obeys_is_shown_as_an_escape(line: str, said: str) -> None:
    below = io.StringIO()
    Filtered(below, shown).write(line)
    assert below.getvalue() == said
    made = with_words_of(shown)("mkdocs.nav", logging.INFO, "a.py", 1, "a\x1b[31mb\nc", (), None)
    assert made.getMessage() == "a\\x1b[31mb\nc"


@pytest.mark.skipif(os.name == "nt", reason="there no name has such a character")
@pytest.mark.parametrize("command", [["-m", "mkdocs"], FORMSD[1:]])
def test_names_of_pages_with_such_characters_are_shown_so(
    project: Path, repo: Path, command: list[str]
) -> None:
    (project / "docs" / "a\x1b[31mb.md").write_text("# A\n\n[c](c.md)\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, *command, "build"], cwd=project, env={**os.environ, "PYTHONPATH": str(repo)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Doc file 'a\\x1b[31mb.md' contains a link 'c.md'" in result.stderr
    assert "\x1b[31mb" not in result.stderr


def test_lines_that_quote_nothing_need_no_look() -> None:
    def never(line: str) -> str:
        raise AssertionError(line)

    below = io.StringIO()
    said = "INFO    -  Cleaning site directory\n\n\x1b[34mDEBUG   -  \x1b[0mDone\n"
    Filtered(below, never).write(said)
    assert below.getvalue() == said
    made = with_words_of(never)("mkdocs.build", logging.INFO, "a.py", 1, "Built in %s", ("1 s",), None)
    assert made.getMessage() == "Built in 1 s"


@pytest.mark.parametrize(
    ("log", "level", "said"),
    [
        ("mkdocs.config", logging.WARNING, UNSAID),
        ("mkdocs.nav", logging.INFO, UNSAID),
        (OURS, logging.ERROR, SUPPLIER),  # which the plugin has looked at itself
        ("other", logging.ERROR, SUPPLIER),
    ],
)
def test_records_of_the_log_of_mkdocs_are_looked_through(log: str, level: int, said: str) -> None:
    made = with_words_of(shown)(log, level, "a.py", 1, "no '%s'", (SUPPLIER,), None)
    assert made.getMessage() == f"no '{said}'"


def test_of_many_lines_those_stay_that_say_nothing(project: Path) -> None:
    said = Unsaid(project / "data").line(f"First line\nby {SUPPLIER} here\nlast line")
    assert said.startswith("First line\nA message quotes what is withheld")
    assert said.endswith("\nlast line")
