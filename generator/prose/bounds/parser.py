"""Reads what stands between braces, and refuses what no section needs."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeVar

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser

from ...files.nearest import did_you_mean

TAGS = ("if", "for", "set", "include")
_OF_JINJA = ("macro", "call", "block", "extends", "import", "from", "with", "filter", "print", "autoescape")
_WORDS = (*TAGS, "elif", "else", "raw")
LARGEST = 10**15
"""Of numbers in a section."""
_DEEPEST = 40
"""Expressions inside each other."""
_BRACKETS = 16
_BLOCKS = 12
_LONGEST_NAME = 60
"""Signs of a name that a message repeats."""
MOST_NODES = 20_000
"""Names, signs and values between the braces of one text; a long section has some hundred."""

Read = TypeVar("Read", bound=Callable[..., Any])


class NotOfferedError(TemplateSyntaxError):
    """What stands between the braces is well formed, and not offered."""


class BoundedParser(Parser):
    """Jinja's parser, with a limit to depths and without the tags that sections have no use for."""

    _depth = 0
    _blocks = 0

    def parse_statement(self) -> nodes.Node | list[nodes.Node]:
        token = self.stream.current
        word = str(token.value)
        if token.type == "name" and word not in _WORDS and not word.startswith("end"):
            message = _unknown(f"'{{% {_cut(word)} %}}' here", word, _WORDS)
            kind = NotOfferedError if word in _OF_JINJA else TemplateSyntaxError
            raise kind(message, token.lineno, self.name, self.filename)
        self._blocks += 1
        if self._blocks > _BLOCKS:
            self._too_deep(f"more than {_BLOCKS} conditions and repetitions stand inside each other")
        try:
            return super().parse_statement()
        finally:
            self._blocks -= 1

    def parse_expression(self, with_condexpr: bool = True) -> nodes.Expr:
        return self._deeper(super().parse_expression, with_condexpr)

    def parse_condexpr(self) -> nodes.Expr:
        return self._deeper(super().parse_condexpr)

    def parse_not(self) -> nodes.Expr:
        return self._deeper(super().parse_not)

    def parse_unary(self, with_filter: bool = True) -> nodes.Expr:
        return self._deeper(super().parse_unary, with_filter)

    def parse_primary(self, with_namespace: bool = False) -> nodes.Expr:
        return self._deeper(super().parse_primary, with_namespace)

    def _deeper(self, read: Callable[..., nodes.Expr], *arguments: Any) -> nodes.Expr:
        self._depth += 1
        if self._depth > _BRACKETS * 5:
            self._too_deep("it is nested too deeply")
        try:
            return read(*arguments)
        finally:
            self._depth -= 1

    def _too_deep(self, message: str) -> None:
        line = self.stream.current.lineno
        raise NotOfferedError(message, line, self.name, self.filename)


def check(tree: nodes.Template, filters: Collection[str], tests: Collection[str]) -> None:
    """Raises NotOfferedError at the first thing that is not offered, in the order of the text."""
    for count, (node, depth) in enumerate(_all(tree)):
        if problem := _problem(node, depth, filters, tests):
            raise NotOfferedError(problem, node.lineno)
        if count > MOST_NODES:
            raise NotOfferedError(f"more than {MOST_NODES:,} names stand between braces", node.lineno)


def _all(tree: nodes.Template) -> Iterator[tuple[nodes.Node, int]]:
    """Every node with its depth inside an expression, as the text has them."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        inner = depth + 1 if isinstance(node, nodes.Expr) else 0
        waiting += [(child, inner) for child in reversed(list(node.iter_child_nodes()))]


def _problem(node: nodes.Node, depth: int, filters: Collection[str], tests: Collection[str]) -> str | None:
    if depth > _DEEPEST:
        return "it is nested too deeply"
    if isinstance(node, nodes.Filter) and node.name not in filters:
        return _unknown(f"filter '{_cut(node.name)}'", node.name, filters)
    if isinstance(node, nodes.Test) and node.name not in tests:
        return _unknown(f"test '{_cut(node.name)}'", node.name, tests)
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        return "'*' before what stands in brackets is not understood here"
    if isinstance(node, nodes.Slice):
        return "a part of a text or list, as in [1:3], cannot be taken here"
    if isinstance(node, nodes.Pow):
        return "'**' is not understood here"
    if isinstance(node, nodes.Include) and not isinstance(getattr(node.template, "value", None), str):
        return "a section is taken in by its name alone, as in {% include 'report/02-results.md' %}"
    if isinstance(node, nodes.NSRef):
        return "a name that is set has no point in it"
    if isinstance(node, nodes.For) and node.recursive:
        return "a repetition cannot be 'recursive' here"
    if isinstance(node, nodes.Const) and isinstance(node.value, int | float) and not _is_sane(node.value):
        return "a number is too large"
    return None


def _is_sane(number: float) -> bool:
    return math.isfinite(number) and abs(number) <= LARGEST


def _unknown(what: str, name: str, known: Collection[str]) -> str:
    names = [one for one in known if one[:1].isalpha()]
    near = did_you_mean(_cut(name), names)
    meant = f" ({near[0].lower()}{near[1:]})" if near else ""
    return f"there is no {what}{meant}; known are {', '.join(sorted(names))}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
