"""What the settings of a year and the names of files in it withhold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from ..files.text_file import read_text
from ..files.yaml_bounds import composed
from ..model import LineRef
from .withheld import Withheld, WithheldKind
from .withheld_values import values_of

_FILES = ("decisions.yml", "reconcile.yml", "suppliers.yml")
_SENT = re.compile(r"cmrt|supplier|answer|declaration", re.IGNORECASE)
_BOOKS = (".xlsx", ".xlsm", ".xls")
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENTRIES = {
    "aliases": WithheldKind.SUPPLIER,
    "comment": WithheldKind.COMMENT,
    "contact": WithheldKind.CONTACT,
    "decided_by": WithheldKind.CONTACT,
    "supplier": WithheldKind.SUPPLIER,
    "suppliers": WithheldKind.SUPPLIER,
}
"""Entries whose values are withheld."""


def of_settings(folder: Path, shown: str) -> Iterator[Withheld]:
    """Comments, people's and suppliers' names; those who use a file tell what is wrong with it."""
    for name in _FILES:
        if (path := folder / name).is_file():
            yield from _of_file(path, f"{shown}/{name}")


def of_file_names(folder: Path, shown: str) -> Iterator[Withheld]:
    """Workbooks in a folder of the year whose name says that suppliers sent them."""
    for path in sorted(folder.glob("*/**/*")):
        sent = _SENT.search(path.relative_to(folder).parts[0])
        if sent and path.suffix.casefold() in _BOOKS:
            yield Withheld(WithheldKind.FILE, path.name, LineRef(f"{shown}/{path.parent.name}"))


def _of_file(path: Path, where: str) -> Iterator[Withheld]:
    try:
        tree = composed(read_text(path, where), _LOADER)
        found = list(_of_node(tree, where)) if tree else []
    except (yaml.YAMLError, RecursionError):  # an entry may hold itself
        return
    yield from found


def _of_node(node: yaml.Node, shown: str) -> Iterator[Withheld]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _of_node(item, shown)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            kind = _ENTRIES.get(str(key.value))
            if kind:
                yield from _of_entry(kind, value, shown)
            else:
                yield from _of_node(value, shown)


def _of_entry(kind: WithheldKind, node: yaml.Node, shown: str) -> Iterator[Withheld]:
    if isinstance(node, yaml.MappingNode):
        for part in (part for pair in node.value for part in pair):
            yield from _of_entry(kind, part, shown)
        return
    for one in node.value if isinstance(node, yaml.SequenceNode) else (node,):
        if isinstance(one, yaml.MappingNode | yaml.SequenceNode):
            yield from _of_entry(kind, one, shown)
        if isinstance(one, yaml.ScalarNode) and one.value:
            yield from values_of(kind, one.value, LineRef(shown, one.start_mark.line + 1))
