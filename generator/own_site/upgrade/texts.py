"""What comes with the program and people may make their own: default texts, settings, libraries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .changes import Folded, folded, line_changes
from .programs import Program
from .trial import Made, YearState

_SETTINGS = "generator/own_site/templates/defaults.yml"
_WRITTEN = (".md", ".yml")
_CHANGELOG = ("generator/shipped/CHANGELOG.md", "CHANGELOG.md")
"""Where a program has it: in a wheel, and in a repository."""
_ENTRY = re.compile(r"^- .*(?:\n(?![-#]).*)*", re.MULTILINE)
_TO_DO = re.compile(r"\*\*You must do:\*\*\s*(.*)", re.DOTALL)
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class TextChange:
    """A default text that the new program has otherwise; the company's own stays as it is."""

    name: str
    """Inside the folder of a year."""
    lines: tuple[Folded, ...]
    kept: tuple[str, ...]
    """The company's own files of this name, which stay."""


@dataclass(frozen=True)
class DefaultTexts:
    """``new`` by year: the files that ``formsd start`` of the new program would add."""

    changed: tuple[TextChange, ...]
    new: Mapping[int, tuple[str, ...]]


def default_texts(old: Made, new: Made, data: Path, states: Sequence[YearState]) -> DefaultTexts:
    """What ``formsd start`` writes now and then, against what the years have."""
    changed: dict[str, TextChange] = {}
    added: dict[int, tuple[str, ...]] = {}
    for state in states:
        for name, was, now in _pairs(old, new, state):
            own = data / str(state.year) / name
            if was is None:
                is_new_here = not state.is_published and not own.exists()
                if is_new_here and name not in added.get(state.year, ()):
                    added[state.year] = (*added.get(state.year, ()), name)
                continue
            lines = folded((name, one) for one in line_changes(was, now))
            if lines:
                kept = (f"data/{state.year}/{name}",) if own.exists() else ()
                before = changed[name].kept if name in changed else ()
                changed[name] = TextChange(name, tuple(lines), tuple(sorted({*before, *kept})))
    return DefaultTexts(tuple(changed.values()), added)


def _pairs(old: Made, new: Made, state: YearState) -> Iterator[tuple[str, list[str] | None, list[str]]]:
    """Name of each text that the new program starts with, with its lines before (None: new) and now."""
    names = [state.route.value] if state.route else []
    if not state.is_published:
        names.append(str(state.year))
    for before, after in ((_year(old.texts / name), _year(new.texts / name)) for name in names):
        for path in sorted(after.rglob("*")):
            if path.suffix in _WRITTEN and path.is_file():
                name = path.relative_to(after).as_posix()
                was = before / name
                yield name, _lines(was) if was.is_file() else None, _lines(path)


def _year(folder: Path) -> Path:
    """The folder of a year that stands in ``folder``, alone."""
    return next((path for path in folder.iterdir() if path.name.isdecimal()), folder / "none")


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return [line for line in text.splitlines() if line.strip()]


def changed_settings(old: Program, new: Program) -> list[tuple[str, str | None, str | None]]:
    """Settings that a site has without saying so: name, value before and now; None: it has none."""
    return _differing(dict(_flat("", _settings(old))), dict(_flat("", _settings(new))))


def _settings(program: Program) -> Any:
    path = program.place / _SETTINGS
    return yaml.safe_load(path.read_bytes()) if path.is_file() else {}


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    entries: Iterable[tuple[Any, Any]]
    if isinstance(value, dict):
        entries = value.items()
    elif isinstance(value, list) and any(isinstance(one, (dict, list)) for one in value):
        entries = ((number, one) for number, one in enumerate(value, start=1))
    else:
        yield name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        return
    for key, one in entries:
        yield from _flat(f"{name}.{key}" if name else str(key), one)


def changed_libraries(old: Program, new: Program) -> list[tuple[str, str | None, str | None]]:
    """Libraries that the new version was tested with: name, version before and now."""
    return _differing(dict(_PIN.findall(old.needs)), dict(_PIN.findall(new.needs)))


def to_do(old: Program, new: Program) -> list[str]:
    """What the changelog of the new version asks of people, and that of the old one did not."""
    known = set(_asked(old))
    return [one for one in _asked(new) if one not in known]


def _asked(program: Program) -> list[str]:
    paths = (program.place / name for name in _CHANGELOG)
    text = next((path.read_text(encoding="utf-8") for path in paths if path.is_file()), "")
    found = (_TO_DO.search(entry) for entry in _ENTRY.findall(text))
    return [" ".join(one[1].split()) for one in found if one]


def _differing(was: Mapping[str, str], now: Mapping[str, str]) -> list[tuple[str, str | None, str | None]]:
    names = dict.fromkeys((*was, *now))
    return [(name, was.get(name), now.get(name)) for name in names if was.get(name) != now.get(name)]
