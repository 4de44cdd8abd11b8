"""Folders for the time being, beside what they will replace: who holds one, and which were left behind.

Each is called ``.NAME.formsd-XXXXXXXX``, as nothing of a person's is, and is locked by the run that makes it
until that ends, however it ends: the system itself gives the lock back. So the next run knows what a killed
one left, and leaves alone what another run still needs.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import DisclosureError

_MARK = "formsd-"
_OURS = rf"{_MARK}[a-z0-9_]{{8}}"
_LONG = 24 * 60 * 60
"""Seconds after which a folder counts as left behind where the system has no locks for folders."""


@dataclass
class Beside:
    """An empty folder beside a place, held until ``release``."""

    path: Path
    _lock: int | None

    def release(self) -> None:
        """The folder, if it is still there, is anybody's. May be called again."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def discard(self) -> None:
        """The folder is gone, with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.release()


def make_beside(place: Path) -> Beside:
    """A new folder beside ``place``; what killed runs left there is removed before. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    remove_left_behind(place)
    while True:
        path = Path(tempfile.mkdtemp(prefix=f".{place.name}.{_MARK}", dir=place.parent))
        try:
            lock = _lock(path)
        except BlockingIOError:
            continue  # another run took it for one left behind, and removes it
        if path.exists():
            return Beside(path, lock)
        if lock is not None:
            os.close(lock)


def remove_left_behind(place: Path) -> None:
    """Removes what killed runs left beside ``place``; never what a run still holds, nor a person's file.

    An old folder that was moved aside is removed only where another one has taken its place.
    """
    for path in _named(place, rf"{_OURS}(\.old|\.gone)?"):
        if path.is_symlink() or not path.is_dir() or (path.suffix == ".old" and not place.exists()):
            continue
        with suppress(OSError):  # a next run will try again
            lock = _lock(path)
            try:
                if lock is not None or time.time() - path.stat().st_mtime > _LONG:
                    shutil.rmtree(path, ignore_errors=True)
            finally:
                if lock is not None:
                    os.close(lock)


def moved_aside(place: Path) -> list[Path]:
    """Whole folders that killed runs moved away from ``place``, the latest last; earlier versions named
    them without the mark. Raises OSError."""
    found = [path for path in _named(place, rf"({_MARK})?[a-z0-9_]{{8}}\.old") if path.is_dir()]
    return sorted(found, key=lambda path: path.stat().st_mtime)


def _named(place: Path, pattern: str) -> list[Path]:
    if not place.parent.is_dir():
        return []
    whole = re.compile(rf"\.{re.escape(place.name)}\.{pattern}")
    return [path for path in sorted(place.parent.iterdir()) if whole.fullmatch(path.name)]


def _lock(folder: Path) -> int | None:
    """The lock, which lasts until it is closed; None where the system has none for folders.

    Raises BlockingIOError where another process has it.
    """
    if sys.platform == "win32":
        return None
    import fcntl  # which Windows does not have

    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(number)
        raise
    except OSError:  # a network's disk without locks
        os.close(number)
        return None
    return number


@contextmanager
def only_one_writes(folder: Path) -> Iterator[None]:
    """While this lasts no other command of this program writes into ``folder``, or the nearest above it.

    Raises DisclosureError where one does. Where the system has no such locks, nobody is kept out.
    """
    there = next((one for one in (folder, *folder.absolute().parents) if one.is_dir()), folder)
    try:
        lock = _lock(there)
    except BlockingIOError as problem:
        raise DisclosureError(
            f"Another command of this program is writing into {folder}. Wait until it has ended, and run"
            " again."
        ) from problem
    except OSError:  # what is wrong with the folder is said by whoever reads it
        lock = None
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)
