"""Files written into a new or an empty folder, each whole or not at all, so that a run can be repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from pathlib import Path

from ..errors import DisclosureError
from ..files.refused import refused
from ..files.swapped_file import write_swapped
from ..model.counted import named

_ALLOWED = {".git"}
"""What may be there: a folder is often put under git before anything is in it."""
_BESIDE = re.compile(r"\.(.+)\.(?:formsd-)?[a-z0-9_]{8}")
"""The name that ``write_swapped`` gives a file until it is whole."""


def write_new(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The addresses of the files written, in order; those that a run before wrote already are left out.

    Raises DisclosureError, before anything is written, where the folder holds anything else.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise DisclosureError(f"{folder} is a file. Name a new or an empty folder.")
        there = _others(folder, files)
        if there:
            raise DisclosureError(
                f"{folder} is not empty: it holds {named(there)}. Name a new or an empty folder; nothing that"
                " is there is changed."
            )
        for left in _left_over(folder, files):
            left.unlink()
        missing = [name for name in files if not (folder / name).exists()]
    except OSError as problem:
        raise refused(problem, folder) from problem
    before = {path for path in (folder, *folder.rglob("*")) if path.is_dir()}
    try:
        for name in missing:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_swapped(folder / name, files[name])
    except OSError as problem:
        _take_back(folder, missing, before)
        raise refused(problem, folder) from problem
    except DisclosureError:
        _take_back(folder, missing, before)
        raise
    return missing


def _take_back(folder: Path, written: Iterable[str], before: Set[Path]) -> None:
    """The folder as it was before this run: without its files, and without the folders that it made."""
    with suppress(OSError):
        for name in written:
            (folder / name).unlink(missing_ok=True)
    made = [path for path in folder.rglob("*") if path.is_dir()]
    for path in (*sorted(made, reverse=True), folder):
        if path not in before:
            with suppress(OSError):
                path.rmdir()


def _others(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Addresses of what is there and is no file of ours, the first ones of each folder on top."""
    found: dict[str, None] = {}
    left = _left_over(folder, files)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        top = name.partition("/")[0]
        is_folder = path.is_dir() and not path.is_symlink()  # a link may lead to somebody's files
        if top in _ALLOWED or is_folder or _is_ours(path, files.get(name)) or path in left:
            continue
        found[name if top in {one.partition("/")[0] for one in files} else top] = None
    return list(found)


def _left_over(folder: Path, files: Mapping[str, bytes]) -> set[Path]:
    """What a run that was killed left beside the file that it was writing."""
    places = {folder / name for name in files}
    return {
        path
        for place in {place.parent for place in places}
        for path in place.glob(".*")
        for beside in [_BESIDE.fullmatch(path.name)]
        if beside and place / beside[1] in places
    }


def _is_ours(path: Path, content: bytes | None) -> bool:
    """Whether a run before wrote this."""
    return content is not None and path.is_file() and path.read_bytes() == content
