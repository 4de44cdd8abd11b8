"""Each program makes a copy of the site in a folder of its own; the company's folder is only read."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ...documents.output import DRAFTS_ASKED
from ...errors import DisclosureError
from ...files.ordinary import content_of
from ...files.yaml_bounds import loaded
from ...model import Route
from ...record.records import PUBLISHED, RECORDS, Role
from ..brand_file import files_named
from .programs import Program

_LEFT_OUT = {"answers", "lists", "node_modules", "out", "program", "site"}
"""Of the folder on top, beside hidden ones and environments of Python: what no build reads."""
_CONFIDENTIAL = ("review", "suppliers.yml")
"""Of a year: it stays where it is. No build of this comparison is published."""
_FORMSD = "from generator.cli import main; main()"
_FACTS = "disclosure.yml"
_LINES_OF_PROBLEM = 12
_MISSING = re.compile(r"ModuleNotFoundError: No module named '([^']+)'")


@dataclass(frozen=True)
class YearState:
    """How far a year is, by its folder alone."""

    year: int
    is_draft: bool
    signed_by: int
    is_published: bool
    route: Route | None
    """None: it cannot be read."""

    @property
    def words(self) -> str:
        signed = f"signed by {self.signed_by}" if self.signed_by else ""
        stated = ("draft" if self.is_draft else "final", signed, "published" if self.is_published else "")
        return ", ".join(filter(None, stated))


@dataclass(frozen=True)
class Made:
    """What one program made of the copy."""

    program: Program
    site: Path
    findings: tuple[dict[str, Any], ...]
    """As ``formsd check --json`` prints them."""
    texts: Path
    """A folder for each year or route: what ``formsd start`` writes by itself."""


def year_states(data: Path) -> tuple[YearState, ...]:
    """Every year, the newest first."""
    names = [path for path in data.iterdir() if path.is_dir() and path.name.isdecimal()]
    return tuple(_state(path) for path in sorted(names, key=lambda path: path.name, reverse=True))


def _state(folder: Path) -> YearState:
    try:
        text = content_of(folder / _FACTS).decode("utf-8", errors="replace")
        stated = loaded(text, yaml.BaseLoader)
    except (OSError, yaml.YAMLError, RecursionError):
        stated = None
    record = folder / RECORDS
    route = _value(stated, "form", "route")
    return YearState(
        int(folder.name),
        _value(stated, "filing", "state") != "final",
        sum((record / role.value).is_dir() for role in Role),
        (record / PUBLISHED).is_dir(),
        next((one for one in Route if one.value == route), None),
    )


def _value(stated: Any, group: str, name: str) -> Any:
    of_group = stated.get(group) if isinstance(stated, dict) else None
    return of_group.get(name) if isinstance(of_group, dict) else None


def make(programs: Sequence[Program], own: Path, states: Sequence[YearState], work: Path) -> tuple[Made, ...]:
    """What each program makes of the folder ``own``, in the new folder ``work``.

    Raises DisclosureError where one of them cannot build the site.
    """
    both = [(program, work / f"made-{number}") for number, program in enumerate(programs)]
    for _, place in both:
        copy_site(own, place / "own")
    build = ("-m", "mkdocs", "build", "-f", "mkdocs.yml", "-d", "../site")
    for built in _run_all([_Job(program, place / "own", build) for program, place in both], work):
        _must_be_built(built)
    checks = [_Job(program, place / "own", ("-c", _FORMSD, "check", "--json")) for program, place in both]
    starts = [
        job for program, place in both for job in _starts(program, place / "texts", own / "data", states)
    ]
    ended = _run_all([*checks, *starts], work)
    return tuple(
        Made(program, place / "site", _findings(checked), place / "texts")
        for (program, place), checked in zip(both, ended, strict=False)
    )


def copy_site(own: Path, to: Path) -> None:
    """The folder without what is confidential and what no build reads, as the new folder ``to``."""

    def left_out(folder: str, names: list[str]) -> Iterable[str]:
        here = Path(folder)
        if here == own:
            return {one for one in names if one in _LEFT_OUT or one[0] == "." or _is_python(own / one)}
        return _CONFIDENTIAL if here.parent == own / "data" else ()

    try:
        shutil.copytree(own, to, ignore=left_out, ignore_dangling_symlinks=True)
        for path in files_named(own):  # which may stand in a folder that is left out
            there = to / path.relative_to(own)
            if not there.exists():
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, there)
    except (OSError, shutil.Error) as problem:
        raise DisclosureError(f"The folder {own} cannot be copied: {problem}.") from problem


def _is_python(folder: Path) -> bool:
    return (folder / "pyvenv.cfg").exists()


@dataclass(frozen=True)
class _Job:
    program: Program
    folder: Path
    arguments: tuple[str, ...]

    def begin(self, output: Any, errors: Any) -> subprocess.Popen[bytes]:
        before = os.environ.get("PYTHONPATH")
        path = os.pathsep.join(filter(None, (str(self.program.place), before)))
        own = {"PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.Popen(
            [sys.executable, "-P", *self.arguments],
            cwd=self.folder,
            env={**os.environ, **own, DRAFTS_ASKED: "1", "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
        )


@dataclass(frozen=True)
class _Ended:
    job: _Job
    code: int
    output: str
    errors: str


def _starts(program: Program, texts: Path, data: Path, states: Sequence[YearState]) -> list[_Job]:
    """``formsd start`` in empty folders, a route each; and for years to come, without their wording."""
    jobs = []
    for route in dict.fromkeys(state.route for state in states if state.route):
        year = str(next(state.year for state in states if state.route is route))
        (texts / route.value).mkdir(parents=True)
        jobs.append(_start(program, texts / route.value, year, "--route", route.value, "--list"))
    for state in states:
        if not state.is_published:
            here, there = data / str(state.year), texts / str(state.year)
            left_out = shutil.ignore_patterns("wording", RECORDS, *_CONFIDENTIAL)
            shutil.copytree(here, there / str(state.year), ignore=left_out)
            jobs.append(_start(program, there, str(state.year)))
    return jobs


def _start(program: Program, folder: Path, year: str, *options: str) -> _Job:
    return _Job(program, folder, ("-c", _FORMSD, "start", year, "--data", ".", *options))


def _run_all(jobs: Sequence[_Job], work: Path) -> list[_Ended]:
    """All at once, each with its output in files. Where this is interrupted, none goes on."""
    running: list[subprocess.Popen[bytes]] = []
    names = [(work / f"{number}.out", work / f"{number}.err") for number in range(len(jobs))]
    try:
        for job, (output, errors) in zip(jobs, names, strict=True):
            with output.open("wb") as told, errors.open("wb") as said:
                running.append(job.begin(told, said))
        codes = [process.wait() for process in running]
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
                process.wait()
    return [
        _Ended(job, code, *(path.read_text(encoding="utf-8", errors="replace") for path in paths))
        for job, code, paths in zip(jobs, codes, names, strict=True)
    ]


def _must_be_built(built: _Ended) -> None:
    own = built.job.folder
    if built.code == 0 and (own.with_name("site") / "index.html").is_file():
        return
    problem = "\n".join(f"  {line}" for line in _said(built.errors.replace(f"{own}{os.sep}", "")))
    raise DisclosureError(
        f"Version {built.job.program.version} of the program cannot build this site, so that nothing can be"
        f" compared:\n{problem}"
    )


def _said(errors: str) -> list[str]:
    """The last lines for people; of a trace its last line, and what to do where a library is missing."""
    lines = errors.strip().splitlines()
    if not any(line.startswith("Traceback") for line in lines):
        return lines[-_LINES_OF_PROBLEM:]
    missing = _MISSING.fullmatch(lines[-1])
    if not missing:
        return lines[-1:]
    return [
        f"It needs the library {missing[1]}, which is not installed here. Install the new version in an",
        "environment of its own, and run formsd upgrade there: it compares with the one that the lock names.",
    ]


def _findings(checked: _Ended) -> tuple[dict[str, Any], ...]:
    """Raises DisclosureError where the command printed none, however many errors it found."""
    try:
        return tuple(json.loads(checked.output)["findings"])
    except (ValueError, KeyError, TypeError) as problem:
        said = checked.errors.strip().splitlines()[-1:]
        raise DisclosureError(
            f"Version {checked.job.program.version} of the program cannot check this data: {' '.join(said)}"
        ) from problem
