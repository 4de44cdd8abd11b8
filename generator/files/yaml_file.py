"""A settings file in YAML: every mistake at once, each with its line, the value, and what is expected.

All scalars are read as text and converted by the fields themselves, so that ``no`` stays a word,
``001-35662`` a number with its zeros, and a date is a date only where one is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import YAML_SYNTAX, YAML_TWICE, YAML_UNKNOWN_KEY, YAML_VALUE
from ..model import Fact, LineRef
from .nearest import did_you_mean
from .text_file import read_text
from .yaml_needed import needed_below, not_given
from .yaml_values import expected

KeyPath = tuple[str | int, ...]
"""Keys and list positions from the top of the file to an entry."""

Stated = TypeVar("Stated", bound=Fact)

# libyaml, ten times faster, where PyYAML has it: all of its wheels do.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MAX_BRACKETS = 2_000
"""More than lists in a disclosure have, and fewer than bring the parser down when they are nested."""

_PROBLEMS = {
    "mapping values are not allowed": "a text with a colon stands without quotes",
    "cannot start any token": "a tab, or a sign such as % or @, stands where a text begins",
    "could not find expected ':'": "a line has no colon",
    "undefined alias": "a text that begins with * stands without quotes",
    "found another document": "a line with --- stands in it",
    "unexpected end of stream": "a quote is not closed",
}
"""What the parsers, of which there are two, say, and what it means for a person."""


@dataclass
class _Lines:
    """Where each entry stands in the file, and the mistakes found on the way."""

    shown: str
    model: type[Fact]
    text: str
    by_path: dict[KeyPath, int] = field(default_factory=dict)
    mistakes: list[Finding] = field(default_factory=list)

    @cached_property
    def _ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def number(self, mark: yaml.Mark) -> int:
        """The line of a mark, by line feeds alone: YAML counts U+0085, U+2028 and U+2029 as well."""
        return bisect_left(self._ends, mark.index) + 1

    def place(self, path: KeyPath) -> LineRef:
        """The line of the entry, or of the nearest entry above that is there."""
        while path not in self.by_path and path:
            path = path[:-1]
        return LineRef(self.shown, self.by_path.get(path, 1))


def read_yaml(
    path: Path,
    shown: str,
    model: type[Stated],
    *,
    choose: Callable[[Mapping[str, Any]], type[Stated]] | None = None,
) -> tuple[Stated, Mapping[KeyPath, int]]:
    """What ``path`` states and the line of each entry; ``shown`` is its name in findings.

    ``choose`` tells from the entries, which are not checked yet, a narrower ``model``. Raises InputError with
    every mistake.
    """
    lines = _Lines(shown, model, read_text(path, shown))
    tree = _tree(lines)
    if choose is not None:
        model = lines.model = choose(tree)
    try:
        stated = model.model_validate(tree)
    except ValidationError as problem:
        innermost = _innermost(problem.errors(include_url=False))
        found = [finding for details in innermost for finding in _findings(details, lines)]
        raise InputError([*lines.mistakes, *found]) from problem
    if lines.mistakes:
        raise InputError(lines.mistakes)
    return stated, lines.by_path


def _tree(lines: _Lines) -> dict[str, Any]:
    text = lines.text
    if text.count("[") + text.count("{") > _MAX_BRACKETS:
        raise InputError([_syntax("the file is not valid YAML: too many brackets", lines)])
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        words = [words for part, words in _PROBLEMS.items() if part in str(problem.problem)]
        message = ": ".join(["the file is not valid YAML", *words])
        advice = "Check the indentation, the colon after each entry, and quotes around texts with ':' or '#'."
        where = LineRef(lines.shown, lines.number(mark) if mark else None)
        raise InputError([Finding(YAML_SYNTAX, message, where, advice)]) from problem
    except yaml.reader.ReaderError as problem:
        line = text.count("\n", 0, text.find(chr(problem.character))) + 1
        where = LineRef(lines.shown, line)
        message = f"the file is not valid YAML: the control character {problem.character:#04x} stands in it"
        advice = "Delete the line and type it again."
        raise InputError([Finding(YAML_SYNTAX, message, where, advice)]) from problem
    except RecursionError as problem:
        raise InputError([_syntax("the file is not valid YAML: too many brackets", lines)]) from problem
    if not isinstance(node, yaml.MappingNode):
        message = "the file has no entries" if node is None else "the file is not a list of entries"
        raise InputError([_syntax(message, lines)])
    tree = _value(node, (), lines, seen=set())
    assert isinstance(tree, dict)
    return tree


def _syntax(message: str, lines: _Lines) -> Finding:
    first = next(iter(_fields(lines.model)))
    advice = f"It holds entries such as '{first}:', each on a line of its own."
    return Finding(YAML_SYNTAX, message, LineRef(lines.shown, 1), advice)


def _value(node: yaml.Node, path: KeyPath, lines: _Lines, seen: set[int]) -> Any:
    """A node as dict, list or text. Entries without a value are left out: they count as not given."""
    if id(node) in seen:
        message = "an entry refers to another one with '*'"
        finding = Finding(YAML_SYNTAX, message, lines.place(path), "Write the value out.")
        raise InputError([finding])
    seen.add(id(node))
    lines.by_path.setdefault(path, lines.number(node.start_mark))
    if isinstance(node, yaml.MappingNode):
        return _entries(node, path, lines, seen)
    if isinstance(node, yaml.SequenceNode):
        items = [_value(item, (*path, i), lines, seen) for i, item in enumerate(node.value)]
        return [] if all(item == {} for item in items) else items
    return node.value.strip()


def _entries(node: yaml.MappingNode, path: KeyPath, lines: _Lines, seen: set[int]) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = lines.number(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            message = "the name of an entry is not a text"
            advice = "Put quotes around a text that begins with '{' or '['."
            lines.mistakes.append(Finding(YAML_SYNTAX, message, LineRef(lines.shown, line), advice))
            continue
        key = str(key_node.value)
        if (*path, key) in lines.by_path:
            message = f"'{key}' is given twice"
            first = lines.by_path[(*path, key)]
            advice = f"Keep one of them; the other stands in line {first}."
            lines.mistakes.append(Finding(YAML_TWICE, message, LineRef(lines.shown, line), advice))
            continue
        lines.by_path[(*path, key)] = line
        value = _value(value_node, (*path, key), lines, seen)
        if value not in ("", {}, []):
            entries[key] = value
        elif _may_be_empty(lines.model, path):
            entries[key] = value or None
    return entries


def _may_be_empty(top: type[Fact], path: KeyPath) -> bool:
    """Whether the names of the entries at ``path`` say something alone, as countries without metals do."""
    annotation = _annotation_at(top, path)
    for each in (annotation, *get_args(annotation)):
        if get_origin(each) is dict:
            return type(None) in get_args(get_args(each)[1])
    return False


def _innermost(problems: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Without those that say of a whole list what others say of its entries."""
    paths = [problem["loc"] for problem in problems]
    return [
        problem
        for problem in problems
        if not any(
            len(path) > len(problem["loc"]) and path[: len(problem["loc"])] == problem["loc"]
            for path in paths
        )
    ]


def _findings(details: ErrorDetails, lines: _Lines) -> Iterator[Finding]:
    """What is wrong with an entry; one that is needed and not there, as the entries needed below it."""
    if details["type"] != "missing":
        yield _finding(details, lines)
        return
    for path in needed_below(lines.model, tuple(details["loc"])):
        yield not_given(_dotted(path), lines.place(path), is_there=path in lines.by_path)


def _that_must_change(path: KeyPath, details: ErrorDetails) -> tuple[KeyPath, Any]:
    """The entry, which a check of a whole may name below it, and its value; None where there is none."""
    below = getattr(details.get("ctx", {}).get("error"), "path", ())
    value = details["input"]
    for part in below:
        if isinstance(value, list):
            value = value[part] if part < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return (*path, *below), value


def _finding(details: ErrorDetails, lines: _Lines) -> Finding:
    path = tuple(part for part in details["loc"] if part != "[key]")
    path, value = _that_must_change(path, details)
    where = lines.place(path)
    name = _dotted(path)
    if details["type"] == "extra_forbidden":
        known = _keys_at(lines.model, path[:-1])
        suggestion = did_you_mean(str(path[-1]), known)
        advice = suggestion or f"Known here: {', '.join(known)}."
        return Finding(YAML_UNKNOWN_KEY, f"'{name}' is not known", where, advice)
    if value is None:
        quoted = " is empty" if path in lines.by_path else " is not given"
    elif getattr(details.get("ctx", {}).get("error"), "is_name", False):
        quoted = " is not known"
    else:
        quoted = f" is '{value}'" if isinstance(value, str | int | float) else " does not fit"
    message = f"'{name}'{quoted}" if name else "the file does not fit"
    return Finding(YAML_VALUE, message, where, expected(details, str(path[-1]) if path else ""))


def _dotted(path: KeyPath) -> str:
    """``statuses[1].label``; list positions count from 1, as people count."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def _keys_at(top: type[Fact], path: KeyPath) -> tuple[str, ...]:
    """The keys that may stand at ``path``, as the file spells them."""
    return tuple(_fields(_model_in(_annotation_at(top, path))))


def _annotation_at(top: type[Fact], path: KeyPath) -> Any:
    """What may stand at ``path``, as its model says it."""
    annotation: Any = top
    for part in path:
        fields = _fields(_model_in(annotation))
        if isinstance(part, str) and part in fields:
            annotation = fields[part]
        elif isinstance(part, str):  # the key of an entry that people name
            annotation = next(
                (
                    get_args(each)[1]
                    for each in (annotation, *get_args(annotation))
                    if get_origin(each) is dict
                ),
                None,
            )
    return annotation


def _fields(model: Any) -> Mapping[str, Any]:
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {}
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def _model_in(annotation: Any) -> Any:
    """The model inside ``Model | None``, ``tuple[Model, ...]`` or ``Annotated[Model, …]``."""
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        inner = [_model_in(argument) for argument in get_args(annotation)]
        return next((a for a in inner if isinstance(a, type) and issubclass(a, BaseModel)), annotation)
    return annotation
