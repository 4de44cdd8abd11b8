"""Files added to a folder of a person's: all of them, also where the first attempt was interrupted.

They are written beside first. Whatever happens then, the next run finds them there and moves the rest.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from .synced import sync_tree, write_synced


def add_files(folder: Path, files: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """The names that were added, and those that are there already and stay as they are.

    ``files``: name with slashes to content. Raises OSError; nothing of a person's is replaced in any case.
    """
    missing = {name: content for name, content in files.items() if not (folder / name).exists()}
    if missing:
        new = _beside(folder).with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        try:
            for name, content in missing.items():
                write_synced(new / name, content)
            sync_tree(new)
            new.rename(_beside(folder))
        except OSError:
            shutil.rmtree(new, ignore_errors=True)
            raise
    added = finish_adding(folder)
    return [name for name in files if name in added], [name for name in files if name not in added]


def finish_adding(folder: Path) -> set[str]:
    """The names that are added now because an earlier run was interrupted. Raises OSError."""
    beside = _beside(folder)
    added = set()
    for path in sorted(beside.rglob("*")) if beside.is_dir() else ():
        name = path.relative_to(beside).as_posix()
        target = folder / name
        if path.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            added.add(name)
    shutil.rmtree(beside, ignore_errors=True)
    return added


def _beside(folder: Path) -> Path:
    """Where whole files wait; in the folder of ``folder``, whose files can be moved in one step."""
    return folder.with_name(f".{folder.name}.begun")
