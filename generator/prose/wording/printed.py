"""Which names a text prints, whatever the data is: read from what Jinja makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from jinja2 import nodes

_SHOWING = frozenset({"words", "capitalize", "upper", "lower", "join", "trim"})
"""Filters whose result shows the value; of others, such as ``plural``, it does not."""


def printed_names(text: Iterable[nodes.Node]) -> frozenset[str]:
    """The names that are printed in every case, such as ``facilities.total``.

    A name that only a condition asks does not count, nor one that is printed under a condition alone.
    """
    return frozenset(name for node in text for name in _of(node))


def shadowed_names(tree: nodes.Template, names: Iterable[str]) -> frozenset[str]:
    """Those of the names that mean what the text itself sets, as after ``{% set rows = 5 %}``."""
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    return frozenset(name for name in names if name.split(".")[0] in own)


@lru_cache(maxsize=512)
def used_names(tree: nodes.Template) -> tuple[tuple[str, int], ...]:
    """Every name that the text uses, with the line in the text; names that it sets itself are left out.

    Several checks ask it of each text of the wording, and the texts of a year are mostly those of the next.
    """
    return tuple(_used_names(tree))


def _used_names(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")} | {"loop"}
    inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
    for node in tree.find_all((nodes.Getattr, nodes.Name)):
        if id(node) in inner or (isinstance(node, nodes.Name) and node.ctx != "load"):
            continue
        path = _path(node)
        if path and path.split(".")[0] not in own:
            yield path, node.lineno


def _of(node: nodes.Node) -> frozenset[str]:
    if isinstance(node, nodes.Output):
        return frozenset(name for part in node.nodes for name in _shown(part))
    if isinstance(node, nodes.If):
        branches = [node.body, *(other.body for other in node.elif_), node.else_]
        return frozenset.intersection(*(printed_names(branch) for branch in branches))
    if isinstance(node, nodes.For):
        target = getattr(node.target, "name", None)
        each = _path(node.iter)
        return frozenset({each}) if each and target in printed_names(node.body) else frozenset()
    return frozenset()


def _shown(node: nodes.Node) -> Iterator[str]:
    """The names of which an expression shows the value."""
    if isinstance(node, nodes.Filter):
        if node.name in _SHOWING and node.node is not None:
            yield from _shown(node.node)
    elif isinstance(node, nodes.Concat):
        for part in node.nodes:
            yield from _shown(part)
    elif isinstance(node, nodes.Call):
        yield from _shown(node.node)
    elif path := _path(node):
        yield path


def _path(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return before and f"{before}.{node.attr}"
    return None
