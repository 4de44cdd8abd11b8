"""What is wrong with how a command took a damaged file."""

# ruff: noqa: E501

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from .child import CRASHED, Outcome

FAULTS = ("traceback", "hang", "killed", "damaged", "no place", "inner words", "control")
"""Each is counted, and each should be none."""

_INNER = re.compile(
    r"Traceback|Errno|<[\w. ]+ object at|NoneType|\b\w+Error\b(?!s)|Exception|codec can't|invalid literal"
    r"|list index|out of range|unexpected keyword|pydantic|Input should be|jinja2|\byaml\.|openpyxl|calamine|lxml"
    r"|zipfile|not supported between|has no attribute|object is not|concatenate|fault of the program|NotImplemented"
)
"""Words of the language and of libraries that a filer should never read."""
_EXCEL = re.compile(r"#\w+[!?/]?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PROGRESS = re.compile("\r|\x1b\\[[0-9;?]*[A-Za-z]")
_WRITTEN = ("out", "review", "reconciled.yml", "smelters.xlsx", "record")
"""What a command that succeeds may write anew."""
_IMPORTED = ("data/2019/", "data/2022/", "edgar/2021/")
"""The years that a filing is made into."""


def state(folder: Path) -> dict[str, str]:
    """Each file below the folder with the checksum of its content."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def faults(
    outcome: Outcome,
    before: Mapping[str, str],
    after: Mapping[str, str],
    folder: Path,
    given: str,
) -> Iterator[str]:
    """Names of ``FAULTS``. ``given`` is the text of the damaged file: its own words may be quoted."""
    if outcome.is_hang:
        yield "hang"
        return
    if outcome.code is None:
        yield "killed"
    if outcome.code == CRASHED or "Traceback (most recent" in outcome.output:
        yield "traceback"
        return
    if list(_damaged(outcome.code, before, after, folder)):
        yield "damaged"
    if outcome.code and not _names_a_file(outcome.output, before):
        yield "no place"
    if any(words not in given for words in _INNER.findall(outcome.output)):
        yield "inner words"
    if _CONTROL.search(_PROGRESS.sub("", outcome.output)):
        yield "control"


def _names_a_file(output: str, files: Collection[str]) -> bool:
    """Whether what is printed names a file that there is, or the folder in which it lies."""
    return any(file.rpartition("/")[2] in output for file in files)


def _damaged(
    code: int | None, before: Mapping[str, str], after: Mapping[str, str], folder: Path
) -> Iterator[str]:
    """Files that are not as they were and may not be otherwise, or that were half written."""
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) == after.get(name):
            continue
        is_output = any(part in _WRITTEN for part in Path(name).parts) or name.startswith(_IMPORTED)
        if code or not is_output or (name.endswith(".xlsx") and not _is_whole(folder / name)):
            yield name


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return not path.exists()  # a command may take a list of its own away


def first_line_of_fault(output: str) -> str:
    """The last line of a traceback, or the first line that has words of the language."""
    lines: Sequence[str] = output.splitlines()
    inner = [line for line in lines if _INNER.search(line)]
    return (lines[-1] if "Traceback (most recent" in output and lines else (inner or lines or [""])[0])[:300]
