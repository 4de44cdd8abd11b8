"""A site built in a folder beside the one that is published, which it replaces whole at the end or never."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import DisclosureError
from .folder import put_back, swap
from .held import Beside, make_beside
from .refused import what_to_do, why


@dataclass(frozen=True)
class BuiltFolder:
    """Where a site is built, and where it will stand. Until ``publish``, what stands there stays."""

    _beside: Beside
    published: Path

    @property
    def building(self) -> Path:
        """Where the site is built."""
        return self._beside.path

    @classmethod
    def begin(cls, published: Path, sources: Iterable[Path] = ()) -> BuiltFolder:
        """An empty folder beside ``published``; what killed builds left there is gone.

        ``sources`` are the files and folders of which the site is made. Raises DisclosureError where none
        can be made, or where the site would take the place of one of the sources.
        """
        _must_spare(published, sources)
        try:
            if published.exists() and not published.is_dir():
                raise FileExistsError(errno.EEXIST, "there is a file of that name")
            return cls(make_beside(published), published)
        except OSError as problem:
            raise DisclosureError(
                f"The site cannot be written to {published}: {why(problem)}.\n"
                f"  {what_to_do(problem)} Or name another folder."
            ) from problem

    def publish(self) -> None:
        """What was built takes its place. Raises DisclosureError, and discards it, where it cannot."""
        try:
            _open_to_hosts(self.building)
            swap(self.building, self.published)
        except OSError as problem:
            self.discard()
            raise DisclosureError(
                f"The site cannot take its place at {self.published.name}: {why(problem)}.\n"
                "  Close programs that have files of that folder open, and build again."
            ) from problem
        self._beside.release()

    def discard(self) -> None:
        """What was built is gone; what is published stays. Does nothing after ``publish``."""
        self._beside.discard()


def _must_spare(published: Path, sources: Iterable[Path]) -> None:
    """Raises DisclosureError where a source would be gone with the folder that the site replaces."""
    place, of_site = published.resolve(), {source.resolve() for source in sources}
    for source in sorted(of_site):
        has_others = any(other != source and other.is_relative_to(source) for other in of_site)
        if source.is_relative_to(place) or (place.is_relative_to(source) and not has_others):
            raise DisclosureError(
                f"The site cannot be written to {published}: it would take the place of {source}.\n"
                "  Name a folder of its own: 'site_dir: site' in mkdocs.yml."
            )


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
            f"The site that a build left aside cannot be put back to {published.name}: {why(problem)}.\n"
            f"  Rename the folder that begins with .{published.name}. and ends with .old, and build again."
        ) from problem
