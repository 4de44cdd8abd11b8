"""A file's content, where it is a file: a pipe or a device could keep whoever reads it waiting for ever.

``Path.is_file`` says no to these too, and to a link that leads nowhere.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from .refused import NoOrdinaryFileError


def content_of(path: Path) -> bytes:
    """The bytes of ``path``. Raises OSError where it cannot be opened or is no file."""
    must_be_ordinary(path)
    return path.read_bytes()


def must_be_ordinary(path: Path) -> None:
    """Raises NoOrdinaryFileError for a pipe, a device or a socket, and OSError where nothing is there."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # that a folder is none is said where it is opened
        raise NoOrdinaryFileError(path)


def resolved(path: Path) -> Path:
    """The place to which ``path`` leads. Raises OSError where links lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError as problem:  # as Python says it up to 3.12
        raise OSError(errno.ELOOP, "Too many levels of symbolic links", str(path)) from problem


def is_inside(path: Path, folder: Path) -> bool:
    """Whether ``path`` leads to a place in the folder; one that leads nowhere does not."""
    try:
        return resolved(path).is_relative_to(resolved(folder))
    except (OSError, ValueError):  # bytes that no name can have
        return False


def pages_in(docs: Path | None) -> Iterator[Path]:
    """The Markdown files in a folder of pages and in those inside, by name; None, or no folder: none.

    What only has such a name, as a pipe may, is left out; ``refused_in`` tells of it.
    """
    for path in sorted(docs.rglob("*.md")) if docs else ():
        if path.is_file():
            yield path


def refused_in(folder: Path) -> Iterator[tuple[Path, OSError]]:
    """What is visible in a folder and in those inside and cannot be read, each with why not.

    Files and folders that cannot be opened, and names that are no text. A folder that is not there has none.
    """
    if not folder.is_dir():
        return
    refused: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted((*folders, *names)):
            path = Path(at, name)
            if not name.startswith(".") and (problem := _problem(path, is_file=name not in folders)):
                yield path, problem
    for problem in refused:
        yield Path(os.fsdecode(problem.filename)), problem


def _problem(path: Path, *, is_file: bool) -> OSError | None:
    """Why it cannot be read; None: it can. What is in a folder is another matter."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        return OSError(errno.EILSEQ, "its name has bytes that are no text in UTF-8", str(path))
    try:
        if is_file and not path.is_dir():
            must_be_ordinary(path)
            path.open("rb").close()
    except OSError as problem:
        return problem
    return None
