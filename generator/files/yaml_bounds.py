"""What a YAML file may ask of its reader: how long it is, how deep, how often an entry refers to another one.

Readers in C come down where entries lie thousands deep, and a few lines whose entries refer to each other
unfold to more than there is room for. So a text is looked at before it is read, and its tree before it is
gone through.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import YAML_BOUNDS
from ..model import LineRef
from .text_file import read_text

LONGEST = 2_000_000
"""Signs of a file; a round with 10,000 suppliers has some 500,000."""
_LONGEST_OF_SETTINGS = 200_000
"""Signs of a file that is read in pure Python, as MkDocs does."""
_MOST_LINES = 100_000
_MAX_BRACKETS = 2_000
"""More than lists in a disclosure have, and fewer than bring the parser down when they are nested."""
_MOST_SIGNS = 20
"""Entries inside each other that begin on one line."""
_MOST_REPEATED = 100_000
"""Entries of a file, each counted as often as others refer to it."""
_DEEPEST = 100
"""Levels of entries, where no model says how many there are."""
_NESTED = re.compile(rf"^[ ]*(?:[-?:][ \t]+){{{_MOST_SIGNS + 1}}}", re.MULTILINE)
_SMALLER = "Look whether something else was pasted into it."


class YamlBoundsError(yaml.YAMLError):
    """A file that nobody wrote by hand. ``line`` None: no one line is to blame."""

    def __init__(self, message: str, line: int | None, advice: str = _SMALLER) -> None:
        super().__init__(message)
        self.message, self.line, self.advice = message, line, advice

    def finding(self, shown: str) -> Finding:
        """YM-009 at its line."""
        return Finding(YAML_BOUNDS, self.message, LineRef(shown, self.line), self.advice)


def check_text(text: str, longest: int = LONGEST) -> None:
    """Raises YamlBoundsError where the text is not to be given to a reader."""
    if len(text) > longest:
        raise YamlBoundsError(f"the file has {len(text):,} signs, of {longest:,} that are read", None)
    if (lines := text.count("\n")) > _MOST_LINES:
        raise YamlBoundsError(f"the file has {lines:,} lines, of {_MOST_LINES:,} that are read", None)
    if text.count("[") + text.count("{") > _MAX_BRACKETS:
        advice = "Look for brackets that do not close."
        raise YamlBoundsError(f"the file has more than {_MAX_BRACKETS:,} brackets", None, advice)
    if nested := _NESTED.search(text):
        line = text.count("\n", 0, nested.start()) + 1
        message = f"more than {_MOST_SIGNS} entries begin inside each other on one line"
        raise YamlBoundsError(message, line, "Write each entry on a line of its own.")


def read_bounded(path: Path, shown: str) -> str:
    """The text of a file that is not too much. Raises InputError."""
    text = read_text(path, shown)
    try:
        check_text(text)
    except YamlBoundsError as problem:
        raise InputError([problem.finding(shown)]) from problem
    return text


def composed(text: str, loader: type[Any], *, is_settings: bool = False) -> yaml.Node | None:
    """The tree of a text, which can be gone through; None where it says nothing.

    ``is_settings``: a file such as ``mkdocs.yml``. Raises yaml.YAMLError, and RecursionError of readers in
    pure Python.
    """
    check_text(text, _LONGEST_OF_SETTINGS if is_settings else LONGEST)
    node: yaml.Node | None = yaml.compose(text, Loader=loader)
    if node is not None:
        _size(node, 0, {})
    return node


def loaded(text: str, loader: type[yaml.SafeLoader] | type[yaml.BaseLoader]) -> Any:
    """The values of a settings file, as ``yaml.load`` gives them. Raises as ``composed`` does."""
    composed(text, loader, is_settings=True)
    return yaml.load(text, Loader=loader)  # a safe one, as the types say


def _size(node: yaml.Node, depth: int, known: dict[int, int]) -> int:
    """Entries below the node, each as often as it is referred to. Raises YamlBoundsError."""
    if id(node) in known:
        if not known[id(node)]:
            raise _unfolds(node, "an entry refers to itself with '*'")
        return known[id(node)]
    if depth > _DEEPEST:
        message = f"an entry lies more than {_DEEPEST} levels deep"
        raise YamlBoundsError(message, node.start_mark.line + 1, "Look for brackets that do not close.")
    known[id(node)] = 0
    size = 1
    inner = node.value if isinstance(node, yaml.MappingNode | yaml.SequenceNode) else ()
    for one in inner:
        for part in one if isinstance(one, tuple) else (one,):
            size += _size(part, depth + 1, known)
            if size > _MOST_REPEATED:
                raise _unfolds(part, f"entries that refer to each other make up more than {_MOST_REPEATED:,}")
    known[id(node)] = size
    return size


def _unfolds(node: yaml.Node, message: str) -> YamlBoundsError:
    return YamlBoundsError(message, node.start_mark.line + 1, "Write the values out.")
