"""A settings file in YAML: every mistake at once, each with its line, the value, and what is expected.

All scalars are read as text and converted by the fields themselves, so that ``no`` stays a word,
``001-35662`` a number with its zeros, and a date is a date only where one is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import (
    YAML_BOUNDS,
    YAML_COMMENT,
    YAML_MISSING_KEY,
    YAML_SYNTAX,
    YAML_TEXT,
    YAML_TWICE,
    YAML_UNKNOWN_KEY,
    YAML_VALUE,
)
from ..model import Fact, LineRef
from .nearest import did_you_mean
from .yaml_blanks import with_plain_blanks
from .yaml_bounds import YamlBoundsError, composed, read_bounded
from .yaml_indentation import with_indentation
from .yaml_model import KeyPath, annotation_at, fields, is_text, keys_at, may_be_empty
from .yaml_needed import needed_below, not_given
from .yaml_syntax import no_yaml
from .yaml_texts import cut_or_bent, swallowed
from .yaml_values import expected

Stated = TypeVar("Stated", bound=Fact)

# libyaml, ten times faster, where PyYAML has it: all of its wheels do.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = ("null", "Null", "NULL", "~")
_MOST_DEEP = 20
"""Levels of entries; no file of ours has more than eight."""


@dataclass
class _Lines:
    """Where each entry stands in the file, and the mistakes found on the way."""

    shown: str
    model: type[Fact]
    text: str
    by_path: dict[KeyPath, int] = field(default_factory=dict)
    mistakes: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    """What is read as it should be, and may be meant otherwise."""

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
    every mistake. Wrong blanks and indentation are put right first, so that all else is told as well.
    """
    text, found = with_plain_blanks(read_bounded(path, shown), shown, model)
    try:
        read = _read(_Lines(shown, model, text), choose)
    except InputError as problem:
        put_right, misplaced = with_indentation(text, shown, model)
        if not misplaced:
            raise InputError([*found, *problem.findings]) from problem
        named = [one.where for one in found]
        found += tuple(one for one in misplaced if one.where not in named)
        try:
            _read(_Lines(shown, model, put_right), choose)
        except InputError as others:
            found += others.findings
        raise InputError(found) from problem
    if found:
        raise InputError(found)
    return read


def notes_on_yaml(path: Path, shown: str, model: type[Fact]) -> tuple[Finding, ...]:
    """What stands in ``path`` and is not read, and may be a part of a text; none of a file with mistakes."""
    with suppress(InputError):
        lines = _Lines(shown, model, read_bounded(path, shown))
        _tree(lines)
        return tuple(lines.notes)
    return ()


def _read(
    lines: _Lines, choose: Callable[[Mapping[str, Any]], type[Stated]] | None
) -> tuple[Any, Mapping[KeyPath, int]]:
    tree = _tree(lines)
    if choose is not None:
        lines.model = choose(tree)
    try:
        stated = lines.model.model_validate(tree)
    except ValidationError as problem:
        cut = [one.where for one in lines.mistakes if one.rule is YAML_TEXT]
        innermost = _innermost(problem.errors(include_url=False))
        found = [finding for details in innermost for finding in _findings(details, lines)]
        found = [one for one in found if one.rule is not YAML_MISSING_KEY or one.where not in cut]
        raise InputError([*lines.mistakes, *found]) from problem
    if lines.mistakes:
        raise InputError(lines.mistakes)
    return stated, lines.by_path


def _tree(lines: _Lines) -> dict[str, Any]:
    text = lines.text
    try:
        node = composed(text, _LOADER)
    except YamlBoundsError as problem:
        raise InputError([problem.finding(lines.shown)]) from problem
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise InputError(
            [no_yaml(problem, lines.shown, text, lines.number(mark) if mark else None)]
        ) from problem
    except yaml.reader.ReaderError as problem:
        line = text.count("\n", 0, text.find(chr(problem.character))) + 1
        where = LineRef(lines.shown, line)
        message = f"the file is not valid YAML: the control character {problem.character:#04x} stands in it"
        advice = "Delete the line and type it again."
        raise InputError([Finding(YAML_SYNTAX, message, where, advice)]) from problem
    if not isinstance(node, yaml.MappingNode):
        message = "the file has no entries" if node is None else "the file is not a list of entries"
        raise InputError([_syntax(message, lines)])
    tree = _value(node, (), lines, seen=set())
    assert isinstance(tree, dict)
    return tree


def _syntax(message: str, lines: _Lines) -> Finding:
    first = next(iter(fields(lines.model)))
    advice = f"It holds entries such as '{first}:', each on a line of its own."
    return Finding(YAML_SYNTAX, message, LineRef(lines.shown, 1), advice)


def _value(node: yaml.Node, path: KeyPath, lines: _Lines, seen: set[int]) -> Any:
    """A node as dict, list or text. Entries without a value are left out: they count as not given."""
    if id(node) in seen:
        message = "an entry refers to another one with '*'"
        finding = Finding(YAML_SYNTAX, message, lines.place(path), "Write the value out.")
        raise InputError([finding])
    if len(path) > _MOST_DEEP:
        message = f"an entry lies more than {_MOST_DEEP} levels deep"
        where = LineRef(lines.shown, lines.number(node.start_mark))
        raise InputError([Finding(YAML_BOUNDS, message, where, "Look for brackets that do not close.")])
    seen.add(id(node))
    lines.by_path.setdefault(path, lines.number(node.start_mark))
    _look_at(node, path, lines)
    if isinstance(node, yaml.MappingNode):
        return _entries(node, path, lines, seen)
    if isinstance(node, yaml.SequenceNode):
        items = [_value(item, (*path, i), lines, seen) for i, item in enumerate(node.value)]
        return [] if all(item == {} for item in items) else items
    return node.value.strip()


def _look_at(node: yaml.Node, path: KeyPath, lines: _Lines) -> None:
    """Keeps what YAML cuts or bends in a value."""
    where = LineRef(lines.shown, lines.number(node.start_mark))
    is_free = is_text(annotation_at(lines.model, path))
    for finding in cut_or_bent(node, _dotted(path), lines.text, where, is_text=is_free):
        (lines.notes if finding.rule is YAML_COMMENT else lines.mistakes).append(finding)


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
        value = "" if _is_null(value_node) else _value(value_node, (*path, key), lines, seen)
        if isinstance(value_node, yaml.ScalarNode):
            others = set(keys_at(lines.model, path)) - {str(each.value) for each, _ in node.value}
            where = LineRef(lines.shown, line)
            lines.mistakes += swallowed(value_node, _dotted((*path, key)), lines.text, where, others)
        if value not in ("", {}, []):
            entries[key] = value
        elif may_be_empty(lines.model, path):
            entries[key] = value or None
    return entries


def _is_null(node: yaml.Node) -> bool:
    """Whether an entry says in YAML's own way that it has no value; in quotes the same word is a text."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULL


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
        known = keys_at(lines.model, path[:-1])
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
