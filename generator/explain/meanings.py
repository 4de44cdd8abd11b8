"""What facts and their groups mean: the docstrings of the classes and of their attributes."""

from __future__ import annotations

import ast
import inspect
import itertools
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

from ..prose import facilities, facts, filer_facts, survey_facts
from ..prose.facts import AllFacts

_MODULES = (filer_facts, survey_facts, facilities, facts)

_OTHER_GROUPS = {
    "annex_title": "The list of smelters",
    "annex_minerals": "The minerals of the list",
    "facilities": "Smelters and refiners: rows of the list (a facility for one metal), or stated counts",
    "statuses": "The status words, from [0] on",
    "covered_countries": "The covered countries",
    "policy": "The conflict minerals policy",
    "grievance": "The way for grievances",
    "claim": "Sentences that data can contradict",
    "paragraph": "Paragraphs that depend on the data",
    "table": "Tables",
    "filters": "Filters, which change how a fact is printed, and figures that no data has",
    "": "",
}
"""Titles of groups that are no class of facts, or share one."""


@cache
def meanings() -> dict[tuple[str, str], str]:
    """Class of facts and entry to the first sentence of the entry's docstring."""
    found: dict[tuple[str, str], str] = {}
    for node in itertools.chain.from_iterable(ast.parse(inspect.getsource(one)).body for one in _MODULES):
        if isinstance(node, ast.ClassDef):
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            found |= {(node.name, name): text for (kind, name), text in found.items() if kind in bases}
            found |= {(node.name, name): first_sentence(text) for name, text in _docstrings(node)}
    return found


def _docstrings(node: ast.ClassDef) -> Iterator[tuple[str, str | None]]:
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name != "__init__":
            yield statement.name, ast.get_docstring(statement)
    bodies = [node.body, *(one.body for one in node.body if isinstance(one, ast.FunctionDef))]
    for body in bodies:
        for statement, following in itertools.pairwise(body):
            target = _target(statement)
            if target and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                yield target, str(following.value.value)


def _target(statement: ast.stmt) -> str:
    """The attribute that a statement sets; empty where it sets none."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Attribute):
        return statement.targets[0].attr
    return ""


def first_sentence(text: str | None) -> str:
    """Of a docstring, on one line, in words for people who know no None."""
    words = " ".join((text or "").split()).replace("``", "`")
    words = re.sub(r"\bNone (?=where|without)", "missing ", words)
    return re.split(r"(?<=[a-z`)\d]\.)\s", words)[0]


def group_title(name: str) -> str:
    """What the names of a group are about."""
    if name in _OTHER_GROUPS:
        return _OTHER_GROUPS[name]
    kinds = {field.name: str(field.type) for field in fields(AllFacts)}
    found = re.search(r"\w*Fac\w+", kinds[name])
    text = getattr(facts, found[0]).__doc__ if found else ""
    return first_sentence(text).rstrip(".;")
