"""A file written beside and then moved into its place, so that the old one stays whole until the end."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from .ordinary import resolved
from .refused import refused
from .synced import sync_folder


def write_swapped(path: Path, content: bytes) -> None:
    """``content`` as the file ``path``, on the disk when this returns; a link stays, and its file changes.

    Raises DisclosureError where it cannot be written or is in use: then the old file is as it was, and
    nothing is left beside it.
    """
    try:
        place = resolved(path)
        remove_unfinished(place)
        new = _written_beside(place, content)
    except OSError as problem:
        raise refused(problem, path) from problem
    try:
        new.replace(place)
    except OSError as problem:
        raise refused(problem, path, "replaced") from problem
    finally:
        new.unlink(missing_ok=True)
    sync_folder(place.parent)


def _written_beside(place: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(
        prefix=f".{place.name}.formsd-", dir=place.parent, delete=False
    ) as beside:
        new = Path(beside.name)
        try:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
            new.chmod(0o644)
        except OSError:
            with suppress(OSError):  # it tries once more to write what it holds
                beside.close()
            new.unlink(missing_ok=True)
            raise
    return new


def remove_unfinished(place: Path) -> None:
    """Removes what killed runs left beside the file ``place`` before it was whole."""
    ours = re.compile(rf"\.{re.escape(place.name)}\.formsd-[a-z0-9_]{{8}}")
    for path in place.parent.iterdir() if place.parent.is_dir() else ():
        if ours.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with suppress(OSError):
                path.unlink()
