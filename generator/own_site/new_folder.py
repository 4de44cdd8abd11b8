"""Files written into a new or an empty folder, each whole or not at all, so that a run can be repeated."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import DisclosureError
from ..files.swapped_file import write_swapped
from ..model.counted import named

_ALLOWED = {".git"}
"""What may be there: a folder is often put under git before anything is in it."""


def write_new(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The addresses of the files written, in order; those that a run before wrote already are left out.

    Raises DisclosureError, before anything is written, where the folder holds anything else.
    """
    try:
        there = _others(folder, files)
        if there:
            raise DisclosureError(
                f"{folder} is not empty: it holds {named(there)}. Name a new or an empty folder; nothing that"
                " is there is changed."
            )
        missing = [name for name in files if not (folder / name).exists()]
        for name in missing:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_swapped(folder / name, files[name])
    except OSError as problem:
        raise DisclosureError(f"{problem.filename} cannot be written: {problem.strerror}.") from problem
    return missing


def _others(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Addresses of what is there and is no file of ours, the first ones of each folder on top."""
    if not folder.exists():
        return []
    if not folder.is_dir():
        return [folder.name]
    found: dict[str, None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        top = name.partition("/")[0]
        if top in _ALLOWED or path.is_dir() or _is_ours(path, files.get(name)):
            continue
        found[name if top in {one.partition("/")[0] for one in files} else top] = None
    return list(found)


def _is_ours(path: Path, content: bytes | None) -> bool:
    """Whether a run before wrote this."""
    return content is not None and path.read_bytes() == content
