"""The guide for the people who publish, and the README, name commands and options that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from generator.cli import main
from tests.support.commands import command

PAGES = ("README.md", "manual/guide.md")
COMMAND = re.compile(r"`(formsd [^`]+)`|^\s*(formsd .+)$", re.MULTILINE)


def commands(page: Path) -> list[list[str]]:
    """The words of each command on a page."""
    text = page.read_text(encoding="utf-8")
    return [shlex.split(in_line or in_block) for in_line, in_block in COMMAND.findall(text)]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_the_page_is_there_with_its_options(repo: Path, page: str) -> None:
    told = commands(repo / page)
    assert len(told) > 10
    for _, name, *rest in told:
        if name.startswith("--"):
            continue
        known = {option for param in command(name).params for option in (*param.opts, *param.secondary_opts)}
        assert {word for word in rest if word.startswith("--")} <= known, (name, rest)


def test_the_guide_says_when_the_theme_ends_and_why_its_notice_is_hidden(repo: Path) -> None:
    guide = (repo / "manual" / "guide.md").read_text(encoding="utf-8")
    hides = (repo / "Makefile").read_text(encoding="utf-8")
    assert "Material for MkDocs ends on 5 May 2027" in guide
    assert "NO_MKDOCS_2_WARNING" in guide
    assert "manual/guide.md" in hides.partition("export NO_MKDOCS_2_WARNING")[0]


def test_commands_are_found_in_lines_and_in_blocks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Run `formsd check 2021`:\n\n```sh\nformsd sign 2021 --role ir\n```\n", encoding="utf-8")
    assert commands(page) == [["formsd", "check", "2021"], ["formsd", "sign", "2021", "--role", "ir"]]
    assert isinstance(main, click.Group)
