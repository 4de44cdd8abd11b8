"""A module holds one subject: one of more than 300 lines says why it is one file."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

LONGEST = 300
"""Lines, about a subject's worth; more needs a reason."""
REASON = "One file, because"
"""How a module's docstring begins the sentence that gives it."""

LONG = {"findings/catalogue.py"}
"""The modules that have a reason, below ``generator/``."""


def long_modules(package: Path) -> set[str]:
    """Path below ``package`` of every module that is too long to need no reason."""
    return {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
    }


def test_the_long_modules_are_those_of_the_list(repo: Path) -> None:
    assert long_modules(repo / "generator") == LONG


@pytest.mark.parametrize("name", sorted(LONG))
def test_a_long_module_says_why_it_is_one_file(repo: Path, name: str) -> None:
    tree = ast.parse((repo / "generator" / name).read_text(encoding="utf-8"))
    assert REASON in (ast.get_docstring(tree) or "")


def test_no_short_module_gives_a_reason_for_its_length(repo: Path) -> None:
    package = repo / "generator"
    giving = {p for p in package.rglob("*.py") if REASON in p.read_text(encoding="utf-8")}
    assert {path.relative_to(package).as_posix() for path in giving} == LONG
