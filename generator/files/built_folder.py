"""A site built in a folder beside the one that is published, which it replaces whole at the end or never."""

from __future__ import annotations

import errno
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..errors import DisclosureError
from .folder import put_back, swap


@dataclass(frozen=True)
class BuiltFolder:
    """Where a site is built, and where it will stand. Until ``publish``, what stands there stays."""

    building: Path
    published: Path

    @classmethod
    def begin(cls, published: Path) -> BuiltFolder:
        """An empty folder beside ``published``. Raises DisclosureError where none can be made."""
        try:
            if published.is_file():
                raise FileExistsError(errno.EEXIST, "there is a file of that name")
            published.parent.mkdir(parents=True, exist_ok=True)
            return cls(Path(tempfile.mkdtemp(prefix=f".{published.name}.", dir=published.parent)), published)
        except OSError as problem:
            raise DisclosureError(
                f"The site cannot be written to {published}: {problem.strerror}.\n"
                "  Name another folder, or check who may write there."
            ) from problem

    def publish(self) -> None:
        """What was built takes its place. Raises DisclosureError, and discards it, where it cannot."""
        try:
            _open_to_hosts(self.building)
            swap(self.building, self.published)
        except OSError as problem:
            self.discard()
            raise DisclosureError(
                f"The site cannot take its place at {self.published.name}: {problem.strerror}.\n"
                "  Close programs that have files of that folder open, and build again."
            ) from problem

    def discard(self) -> None:
        """What was built is gone; what is published stays. Does nothing after ``publish``."""
        shutil.rmtree(self.building, ignore_errors=True)


def _open_to_hosts(folder: Path) -> None:
    """Folders that all may enter and files that all may read, as a web server needs them.

    Whoever builds may have set that new files are for their own eyes, as temporary ones always are.
    """
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)


def restore(published: Path) -> None:
    """What a build that was killed left aside stands in its place again; else nothing happens.

    Raises DisclosureError where it cannot be moved.
    """
    try:
        put_back(published)
    except OSError as problem:
        raise DisclosureError(
            f"The site that a build left aside cannot be put back to {published.name}: {problem.strerror}.\n"
            f"  Rename the folder that begins with .{published.name}. and ends with .old, and build again."
        ) from problem
