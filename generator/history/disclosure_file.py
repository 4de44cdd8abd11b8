"""``disclosure.yml`` of an imported year: each entry with the place of the filing that gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from .stated import Known, Path

_HEAD = """\
# Imported from the filing by 'formsd import'. The line above an entry says where the filing gives it; one
# without such a line is the program's. What is to be confirmed stands in import.md. The file that 'formsd
# start' writes explains every entry.
"""


def disclosure_file(tree: Mapping[str, Any], places: Mapping[Path, Known]) -> bytes:
    """The file; ``places`` says of each path where it was found."""
    return (_HEAD + "\n" + "\n".join(_mapping(tree, (), places)) + "\n").encode()


def _mapping(tree: Mapping[str, Any], path: Path, places: Mapping[Path, Known]) -> Iterator[str]:
    indent = "  " * len(path)
    for key, value in tree.items():
        own = (*path, key)
        if known := places.get(own):
            yield f"{indent}# {_one_line(str(known.where))}"
        yield from _entry(key, value, own, places)
        if not path:
            yield ""


def _entry(key: str, value: Any, path: Path, places: Mapping[Path, Known]) -> Iterator[str]:
    indent = "  " * (len(path) - 1)
    name = _scalar(key)
    if isinstance(value, dict) and value:
        yield f"{indent}{name}:"
        yield from _mapping(value, path, places)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{indent}{name}:"
        for entry in value:
            yield from _item(entry, indent)
    elif isinstance(value, list):
        yield f"{indent}{name}: [{', '.join(map(_scalar, value))}]"
    else:
        yield f"{indent}{name}: {_scalar(value)}"


def _item(entry: Mapping[str, Any], indent: str) -> Iterator[str]:
    sign = "- "
    for key, value in entry.items():
        text = f"[{', '.join(map(_scalar, value))}]" if isinstance(value, list) else _scalar(value)
        yield f"{indent}  {sign}{_scalar(key)}: {text}"
        sign = "  "


def _scalar(value: Any) -> str:
    """A value in one line, in quotes where YAML would take it for something else."""
    if isinstance(value, str):
        value = " ".join(value.split())
    quoted = yaml.safe_dump([value], allow_unicode=True, width=10**6, default_flow_style=True)
    return quoted.strip()[1:-1]


def _one_line(text: str) -> str:
    return " ".join(text.split())
