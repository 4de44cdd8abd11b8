"""Each command is known as one that writes for others, and then searches first, or as one that does not."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from generator.cli import writing
from tests.support.commands import command, command_names

SEARCHED = {
    "export": "hand_out",
    "pages": "_stage",
    "publish": "must_not_leak",
    "redline": "hand_out",
    "sign": "must_name_nobody",
    "stage": "_stage",
}
"""Commands that write what others get, to the function by which they search it first."""
BY_THE_PLUGIN = {"build", "serve"}
"""Commands that hand over to MkDocs: the plugin searches a build; a preview is for the filer's own eyes."""
FOR_THE_FILER = {
    "check": "prints findings",
    "example": "writes the example that the program ships",
    "compare": "prints, and writes a patch for the filer",
    "explain": "prints texts of the program",
    "facts": "prints",
    "import": "writes a year from what was filed in public",
    "init": "writes a folder to fill in",
    "policy": "prints",
    "reconcile": "writes the list to review, and what is confidential in review",
    "start": "writes a year to fill in",
    "upgrade": "compares copies that it removes, and changes the lock",
    "verify": "prints",
}
"""Commands that write nothing for others, each with what it does."""


def test_every_command_is_listed_once() -> None:
    """A new command that writes for others calls ``confidential.hand_out`` and stands in ``SEARCHED``."""
    listed = [*SEARCHED, *BY_THE_PLUGIN, *FOR_THE_FILER]
    assert sorted(listed) == command_names()


@pytest.mark.parametrize("name", SEARCHED)
def test_a_command_that_writes_for_others_searches_first(name: str) -> None:
    callback = command(name).callback
    assert callback is not None
    tree = ast.parse(inspect.getsource(callback))
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert SEARCHED[name] in called


def test_what_stages_searches_first() -> None:
    assert "hand_out(" in inspect.getsource(writing._stage)


def test_the_commands_write_no_folder_past_the_search(repo: Path) -> None:
    modules = sorted((repo / "generator" / "cli").glob("*.py"))
    assert modules
    assert [one for one in modules if "write_folder" in one.read_text(encoding="utf-8")] == []


def test_the_plugin_searches_before_it_publishes(repo: Path) -> None:
    text = (repo / "generator" / "plugin.py").read_text(encoding="utf-8")
    published = text[text.index("def _publish(") :]
    assert published.index("self._search_for_leaks(") < published.index("self._folder.publish()")
