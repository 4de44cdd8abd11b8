"""What ``mkdocs.yml`` states, where no MkDocs is at work."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ..errors import InputError
from ..files.text_file import read_text
from ..files.yaml_syntax import no_yaml
from ..findings import Finding
from ..findings.catalogue import YAML_INDENTATION, YAML_SYNTAX
from ..model import LineRef

_PLUGIN = "disclosure"
_TAB = re.compile(r"^[ ]*\t[ \t]*(?=\S)", re.MULTILINE)


class _Reader(yaml.SafeLoader):
    """Reads the few tags that MkDocs knows; what any other one says is not asked for here."""


def _from_environment(reader: _Reader, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, OTHER, default]``: the first variable that is set, else the default."""
    names, default = [node.value], None
    if isinstance(node, yaml.SequenceNode):
        names = [reader.construct_object(one) for one in node.value]
        default = names.pop() if len(names) > 1 else None
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Reader.add_constructor("!ENV", _from_environment)
_Reader.add_multi_constructor("", lambda reader, suffix, node: None)


def find_site_url(path: Path) -> str | None:
    """The address that the settings state, empty where they state none; None where they cannot be read."""
    stated = find_settings(path)
    return None if stated is None else str(stated.get("site_url") or "")


def docs_folder(path: Path) -> Path:
    """The folder of the pages that people own, which is ``docs`` where the settings name no other one."""
    return path.parent / str((find_settings(path) or {}).get("docs_dir") or "docs")


def plugin_options(path: Path) -> dict[str, Any]:
    """The options of the plugin ``disclosure``; none where the settings cannot be read or state none."""
    plugins = (find_settings(path) or {}).get("plugins") or ()
    entries = plugins.items() if isinstance(plugins, dict) else _entries(plugins)
    return next((options for name, options in entries if name == _PLUGIN and isinstance(options, dict)), {})


def _entries(plugins: Any) -> list[tuple[str, Any]]:
    """Name and options of each plugin in a list, some of which are names alone."""
    stated = (one for one in plugins if isinstance(one, dict)) if isinstance(plugins, list) else ()
    return [entry for one in stated for entry in one.items()]


def find_settings(path: Path) -> dict[str, Any] | None:
    """What the settings state, with what they inherit; None where they cannot be read."""
    stated: dict[str, Any] = {}
    seen: set[Path] = set()
    while path.resolve() not in seen:
        seen.add(path.resolve())
        try:
            own = yaml.load(path.read_text(encoding="utf-8"), Loader=_Reader)  # a safe one
        except (OSError, ValueError, RecursionError, yaml.YAMLError):
            return None
        if not isinstance(own, dict):
            return None
        stated = own | stated
        if not isinstance(parent := own.get("INHERIT"), str):
            break
        path = path.parent / parent
    return stated


_BRACKETS = "Look for brackets that do not close."


def mistakes_in(path: Path) -> list[Finding]:
    """Why the settings are no YAML, for people: MkDocs' own words are not. Without a file, none."""
    if not path.is_file():
        return []
    try:
        text = read_text(path, path.name)
        yaml.compose(text, Loader=_Reader)
    except InputError as problem:
        return list(problem.findings)
    except yaml.MarkedYAMLError as problem:
        return [_mistake(problem, path.name, text)]
    except RecursionError:
        where = LineRef(path.name)
        return [Finding(YAML_SYNTAX, "the file is not valid YAML: too many brackets", where, _BRACKETS)]
    except yaml.YAMLError:
        return []  # a control character, which MkDocs names
    return []


def must_be_readable(path: Path) -> None:
    """Raises InputError where the settings are no YAML."""
    if found := mistakes_in(path):
        raise InputError(found)


def readable_first(path: Path, build: Callable[..., None]) -> Callable[[], None]:
    """``build``, which then raises InputError where the settings are no YAML."""

    def checked() -> None:
        must_be_readable(path)
        build()

    return checked


def _mistake(problem: yaml.MarkedYAMLError, shown: str, text: str) -> Finding:
    mark = problem.problem_mark or problem.context_mark
    line = text.count("\n", 0, mark.index) + 1 if mark else None
    if (tab := _TAB.search(text)) is not None and "cannot start any token" in str(problem.problem):
        where = LineRef(shown, text.count("\n", 0, tab.start()) + 1)
        advice = "Delete what stands before the first letter, and type blanks with the space bar."
        return Finding(YAML_INDENTATION, "the line is indented with a tab", where, advice)
    return no_yaml(problem, shown, text, line)
