"""What matters is on the disk before it takes its place, so that a power cut leaves no empty file there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_synced(path: Path, content: bytes) -> None:
    """A new file of this content, on the disk when this returns; the folders above it are made.

    Its name is on the disk after ``sync_folder`` of its folder. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_tree(folder: Path) -> None:
    """The names of all that is in ``folder``, whose files are on the disk already."""
    for each in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
        sync_folder(each)


def sync_folder(folder: Path) -> None:
    """The names in ``folder``; nothing where the system opens no folders, or syncs none."""
    if os.name != "posix":
        return
    with suppress(OSError):  # what is written is written; that this cannot be hastened is no fault
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
