"""What ``mkdocs.yml`` states, where no MkDocs is at work."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ..errors import InputError
from ..files.excluded import Excluded
from ..files.ordinary import resolved
from ..files.text_file import read_text
from ..files.yaml_bounds import YamlBoundsError, composed, loaded
from ..files.yaml_syntax import no_yaml
from ..findings import Finding
from ..findings.catalogue import FILE_UNREADABLE, YAML_INDENTATION, YAML_SYNTAX
from ..model import LineRef
from ..model.addresses import Addresses

_PLUGIN = "disclosure"
_INHERIT = "INHERIT"
_READ_NO_OTHERS = frozenset({_PLUGIN, "search", "material/search"})
"""Plugins that put no file of the pages' folder into a page of another one."""
_READ_OTHERS = frozenset({"pymdownx.snippets", "pymdownx.b64"})
_OF_MARKDOWN = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    ]
)
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


def excluded_docs(path: Path) -> Excluded:
    """Which files of the folder of the pages a build leaves out; where the settings say nothing, few."""
    stated = find_settings(path) or {}
    plugins, extensions = (_names(stated.get(name)) for name in ("plugins", "markdown_extensions"))
    takes_in = bool(stated.get("hooks")) or not _READ_NO_OTHERS.issuperset(plugins)
    takes_in |= not all(_reads_no_others(name) for name in extensions)
    return Excluded.stated(stated, may_be_taken_in=takes_in)


def _reads_no_others(extension: str) -> bool:
    """Whether an extension of Markdown is known to put no other file into a page."""
    if extension in _READ_OTHERS:
        return False
    return extension in _OF_MARKDOWN or extension.startswith(("pymdownx.", "markdown.extensions."))


def _names(entries: Any) -> list[str]:
    """The names in a list of plugins or extensions; with options or without."""
    listed = entries if isinstance(entries, list | dict) else []
    return [str(name) for one in listed for name in (one if isinstance(one, dict) else [one])]


def addresses_stated(path: Path) -> Addresses:
    """How the settings let the site write its addresses; as folders where they say nothing of it."""
    return Addresses((find_settings(path) or {}).get("use_directory_urls") is not False)


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
    while (place := _resolved(path)) not in seen:
        seen.add(place)
        try:
            own = loaded(read_text(path, path.name), _Reader)
        except (OSError, InputError, ValueError, RecursionError, yaml.YAMLError):
            return None
        if not isinstance(own, dict):
            return None
        stated = own | stated
        if not isinstance(parent := own.get(_INHERIT), str):
            break
        path = path.parent / parent
    return stated


_BRACKETS = "Look for brackets that do not close."


def mistakes_in(path: Path) -> list[Finding]:
    """Why the settings, or those that they inherit from, cannot be read, in words for people.

    MkDocs would wait for ever for a pipe. Where nothing is there, none.
    """
    shown, seen = path.name, set[Path]()
    while path.exists() or seen:
        if (place := _resolved(path)) in seen:
            message = f"the settings inherit from themselves: {shown} is read a second time"
            return [Finding(FILE_UNREADABLE, message, LineRef(shown), "Take one INHERIT out.")]
        seen.add(place)
        try:
            text = read_text(path, shown)
            tree = composed(text, _Reader, is_settings=True)
        except InputError as problem:
            return list(problem.findings)
        except YamlBoundsError as problem:
            return [problem.finding(shown)]
        except yaml.MarkedYAMLError as problem:
            return [_mistake(problem, shown, text)]
        except RecursionError:
            where = LineRef(shown)
            return [Finding(YAML_SYNTAX, "the file is not valid YAML: too many brackets", where, _BRACKETS)]
        except yaml.YAMLError:
            return []  # a control character, which MkDocs names
        if (parent := _inherited(tree)) is None:
            return []
        path = path.parent / parent
        shown = posixpath.normpath(posixpath.join(posixpath.dirname(shown), parent))
    return []


def _inherited(tree: yaml.Node | None) -> str | None:
    """The file that the settings inherit from, as they name it; None: they name none."""
    entries = tree.value if isinstance(tree, yaml.MappingNode) else ()
    named = (value for key, value in entries if key.value == _INHERIT)
    return next((one.value for one in named if isinstance(one, yaml.ScalarNode) and one.value), None)


def _resolved(path: Path) -> Path:
    """Its place; the path itself where links lead in a circle, which reading it tells."""
    try:
        return resolved(path)
    except OSError:
        return path.absolute()


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
