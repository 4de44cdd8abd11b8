"""A mistake in ``mkdocs.yml`` is told with its line and what to do, by every command that reads it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.own_site.settings import mistakes_in
from tests.support.builders import write_year

GOOD = "site_name: Invented\nsite_url: https://ir.invented.test/\ntheme: material\nplugins:\n  - search\n"
CASES = {
    "a tab": (GOOD.replace("  - search", "\t- search"), "mkdocs.yml:5", "indented with a tab"),
    "a tab behind blanks": (GOOD.replace("  - search", " \t- search"), "mkdocs.yml:5", "indented with a tab"),
    "a quote that stays open": (GOOD.replace("Invented", '"Invented', 1), "mkdocs.yml:1", "not closed"),
    "a colon in a text": (GOOD.replace("Invented", "Invented: disclosure", 1), "mkdocs.yml:1", "a colon"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_command_says_the_line_and_what_to_do(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, place, words = CASES[case]
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    write_year(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    for command in ("check", "build", "serve"):
        result = CliRunner().invoke(main, [command])
        assert result.exit_code == 1
        assert f"({place})" in result.output
        assert words in result.output
        assert str(tmp_path) not in result.output


def test_what_mkdocs_alone_understands_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(GOOD + "extra: !ENV [WORD, '']\nhook: !!python/name:os.getcwd\n", encoding="utf-8")
    assert mistakes_in(path) == []
    assert mistakes_in(tmp_path / "missing.yml") == []


def test_brackets_without_end_are_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"nav: {'[' * 5_000}", encoding="utf-8")
    assert [(one.code, str(one.where)) for one in mistakes_in(path)] == [("YM-009", "mkdocs.yml")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes in folders")
def test_settings_that_inherit_from_a_pipe_are_no_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: inner/base.yml\n{GOOD}", encoding="utf-8")
    (tmp_path / "inner").mkdir()
    os.mkfifo(tmp_path / "inner" / "base.yml")
    write_year(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    for command in ("check", "build", "serve"):
        result = CliRunner().invoke(main, [command])
        assert result.exit_code == 1
        assert "base.yml cannot be opened: it is no ordinary file (inner/base.yml)" in result.output


def test_a_mistake_in_inherited_settings_is_told_there(tmp_path: Path) -> None:
    path, base = tmp_path / "mkdocs.yml", tmp_path / "base.yml"
    path.write_text(f"INHERIT: base.yml\n{GOOD}", encoding="utf-8")
    assert [(one.code, str(one.where)) for one in mistakes_in(path)] == [("FI-001", "base.yml")]
    base.write_text("extra:\n\tword: x\n", encoding="utf-8")
    assert [(one.code, str(one.where)) for one in mistakes_in(path)] == [("YM-007", "base.yml:2")]
    base.write_text("extra: " + "[" * 5_000, encoding="utf-8")
    assert [(one.code, str(one.where)) for one in mistakes_in(path)] == [("YM-009", "base.yml")]
    base.write_text("site_description: Invented\n", encoding="utf-8")
    assert mistakes_in(path) == []


def test_settings_that_inherit_from_themselves_are_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"INHERIT: base.yml\n{GOOD}", encoding="utf-8")
    (tmp_path / "base.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    assert [(one.code, str(one.where)) for one in mistakes_in(path)] == [("FI-002", "mkdocs.yml")]
