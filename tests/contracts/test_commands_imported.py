"""A command imports its own module, and ``group`` names all commands of every module."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from generator.cli.group import MODULES
from tests.support.commands import command_names

SLOW = ("generator.checks", "generator.pipeline", "generator.prose", "xlsxwriter", "mkdocs")
"""What takes most of a second to import, and what only commands that read a year need."""


@pytest.mark.parametrize("module", MODULES)
def test_a_module_holds_the_commands_that_are_said_of_it(module: str) -> None:
    holds = vars(import_module(f"generator.cli.{module}")).values()
    names = {one.name for one in holds if isinstance(one, click.Command) and not isinstance(one, click.Group)}
    assert sorted(names, key=str) == sorted(MODULES[module])


def test_no_module_with_commands_is_left_out(repo: Path) -> None:
    files = (repo / "generator" / "cli").glob("*.py")
    assert {one.stem for one in files if "@main.command(" in one.read_text(encoding="utf-8")} == set(MODULES)


def test_no_command_stands_in_two_modules() -> None:
    assert len(command_names()) == len(set(command_names()))


@pytest.mark.parametrize("arguments", [["--version"], ["build", "--help"], ["serve", "--help"]])
def test_what_reads_no_year_imports_no_checks(repo: Path, arguments: list[str]) -> None:
    """``formsd build`` starts MkDocs as a process of its own, which imports all of it once more."""
    script = (
        "import sys; from click.testing import CliRunner; from generator.cli import main\n"
        f"assert CliRunner().invoke(main, {arguments}).exit_code == 0\n"
        f"print([name for name in {SLOW} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=repo, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
