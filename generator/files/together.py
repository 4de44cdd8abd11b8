"""Files of a folder that belong together: all of them change, or none, also where a run is killed in between.

All that is new waits in a folder beside, and with it what stood there before. One step of the file system
says that it is whole; from then on whoever comes next can finish the change, or undo it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import DisclosureError, UnfinishedError
from .held import make_beside
from .ordinary import resolved
from .refused import refused
from .seen import digest_of, saved_meanwhile
from .swapped_file import write_swapped
from .synced import sync_folder, sync_tree, write_synced

CHANGES = ".formsd-changes"
"""The folder in which a change waits that is whole, until all of it is in its place."""
_LIST = "changes.json"


@dataclass(frozen=True)
class _Change:
    """One file of a change that waits in ``waiting``; digests are None where there is no file."""

    waiting: Path
    home: Path
    name: str
    before: str | None
    after: str | None

    @property
    def place(self) -> Path:
        return resolved(self.home / self.name)

    @property
    def new(self) -> Path:
        return self.waiting / "new" / self.name

    def is_made(self) -> bool:
        return digest_of(self.place) == self.after

    def make(self) -> None:
        """Raises OSError, and DisclosureError where a file that leads to another disk cannot be written."""
        place = self.place
        if self.after is None:
            place.unlink(missing_ok=True)
            with suppress(OSError):  # other files are in the folder
                place.parent.rmdir()
            return
        _move(self.new, place)

    def unmake(self) -> None:
        """Raises OSError or DisclosureError. What a person changed since stays."""
        if not self.is_made():
            return
        if self.before is None:
            self.place.unlink(missing_ok=True)
        else:
            _move(self.waiting / "old" / self.name, self.place)  # which a full disk still can


def _move(new: Path, place: Path) -> None:
    """Raises OSError, and DisclosureError where ``place`` is on another disk and cannot be written."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.replace(place)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        write_swapped(place, new.read_bytes())
    sync_folder(place.parent)


def change_together(
    home: Path, inside: Path, made: Mapping[str, bytes | None], seen: Mapping[str, str | None]
) -> None:
    """Each name below ``home``, with slashes, gets its content; where it is None, the file goes.

    ``inside`` is the folder in which the change waits. ``seen``: digests of files when they were read; one
    that a person has saved since is not replaced. Raises DisclosureError where that is so or a file cannot be
    written: then all are as they were. Raises UnfinishedError where not even that could be done.
    """
    is_new = not inside.exists()
    try:
        _change(home, inside, made, seen)
    except UnfinishedError:
        raise
    except DisclosureError:
        if is_new:
            with suppress(OSError):
                inside.rmdir()
        raise


def _change(
    home: Path, inside: Path, made: Mapping[str, bytes | None], seen: Mapping[str, str | None]
) -> None:
    try:
        waiting = _waiting(home, inside, made, seen)
    except OSError as problem:
        raise refused(problem, inside) from problem
    if waiting is None:
        return
    changes = list(_changes(home, waiting))
    try:
        for change in changes:
            if digest_of(change.place) != change.before:
                raise saved_meanwhile([home / change.name])
            _made(change)
    except DisclosureError:
        _undo(changes)
        _remove(waiting)
        raise
    _remove(waiting)


def _waiting(
    home: Path, inside: Path, made: Mapping[str, bytes | None], seen: Mapping[str, str | None]
) -> Path | None:
    """The folder of the change, whole and on the disk; None where nothing changes. Raises OSError."""
    listed = {}
    beside = make_beside(inside / "changes")
    try:
        for name, content in made.items():
            place = resolved(home / name)
            before = seen[name] if name in seen else digest_of(place)
            after = None if content is None else hashlib.sha256(content).hexdigest()
            now = digest_of(place)
            if now != before:
                raise saved_meanwhile([home / name])
            if after == now:
                continue
            listed[name] = [before, after]
            if content is not None:
                write_synced(beside.path / "new" / name, content)
            if now is not None:
                write_synced(beside.path / "old" / name, place.read_bytes())
        if not listed:
            return None
        write_synced(beside.path / _LIST, json.dumps(listed).encode())
        sync_tree(beside.path)
        waiting = beside.path.rename(inside / CHANGES)
        sync_folder(inside)
        return waiting
    finally:
        beside.discard()


def finish_change(home: Path, inside: Path) -> str:
    """Ends what a killed run began, and says so in a sentence; empty where there is nothing.

    It is undone where a person has saved, since, one of the files that were still to be replaced; else it is
    finished.
    Raises UnfinishedError where it can be neither.
    """
    waiting = inside / CHANGES
    if not waiting.is_dir():
        return ""
    try:
        changes = list(_changes(home, waiting))
        open_ones = [one for one in changes if one.new.exists() or one.after is None]
        left = [one for one in open_ones if not one.is_made()]
        saved = [one for one in left if digest_of(one.place) != one.before]
    except (OSError, ValueError) as problem:
        raise UnfinishedError(
            f"A command that was stopped left {waiting}, which cannot be read. Look whether the files beside"
            " it are as you want them, delete that folder, and run the command again."
        ) from problem
    try:
        if saved:
            _undo(changes)
        else:
            for one in left:
                _made(one)
    except UnfinishedError:
        raise
    except DisclosureError as problem:
        raise UnfinishedError(
            f"{problem} A part of the files is new already; running it again goes on."
        ) from problem
    _remove(waiting)
    names = ", ".join(str(home / one.name) for one in saved)
    if saved:
        return f"A run that was stopped before its end is undone: a person has changed {names} since."
    return "A run that was stopped before its end is finished: its files are in their places."


def _changes(home: Path, waiting: Path) -> Iterator[_Change]:
    """In the order in which they are made. Raises OSError, and ValueError where the list is damaged."""
    for name, (before, after) in json.loads((waiting / _LIST).read_bytes()).items():
        yield _Change(waiting, home, name, before, after)


def _made(change: _Change) -> None:
    try:
        change.make()
    except OSError as problem:
        raise refused(problem, change.home / change.name, "replaced") from problem


def _undo(changes: list[_Change]) -> None:
    for change in reversed(changes):
        try:
            change.unmake()
        except (OSError, DisclosureError) as problem:
            place = change.home / change.name
            said = refused(problem, place, "put back") if isinstance(problem, OSError) else problem
            raise UnfinishedError(
                f"{said} A part of the files is new, a part is not: running the command again mends it."
            ) from problem


def _remove(waiting: Path) -> None:
    """In one step of the file system, then file by file: what is left of it counts as left behind."""
    gone = waiting.with_name(".changes.formsd-finished")
    with suppress(OSError):
        shutil.rmtree(gone, ignore_errors=True)
        shutil.rmtree(waiting.rename(gone), ignore_errors=True)
