"""The files of this program: on which depends what is kept between builds, and which it brings along."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package ``generator``, which holds all of the program's code, templates and tables."""

SHIPPED = PACKAGE / "shipped"
"""Where a wheel has what stands on top of the repository; not there where the package runs from one."""

_NOT_OURS = "__pycache__"
_WITH_WORDS = {".j2", ".md", ".py", ".typ", ".yml"}


@lru_cache(maxsize=1)
def program_fingerprint() -> str:
    """SHA-256, as hexadecimal digits, of every file of the package with its path.

    Whatever changes in the program, wherever it stands, renews what is kept between builds.
    """
    return fingerprint_of(PACKAGE)


def fingerprint_of(folder: Path) -> str:
    """SHA-256 of all files below ``folder``, each with its path and its length, compiled code left out."""
    digest = hashlib.sha256()
    for name, path in sorted(_named_files(folder)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a thousand files in every build
            content = file.read()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _named_files(folder: Path | str, before: str = "") -> Iterator[tuple[str, str]]:
    """Each file below the folder: its path from there with slashes, and where it is; every build asks."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name == _NOT_OURS:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _named_files(entry.path, f"{before}{entry.name}/")
            elif entry.is_file():
                yield f"{before}{entry.name}", entry.path


def shipped(name: str) -> Path:
    """A file or folder that the program brings along: ``site_overrides``, ``docs``, ``data``,
    ``requirements.lock``, ``requirements-builders.lock``, ``CHANGELOG.md``, ``manual/guide.md``.

    In a wheel it stands inside the package; in a repository, and so for an editable install, on top of it.
    Raises FileNotFoundError where it is missing.
    """
    path = (SHIPPED if SHIPPED.is_dir() else PACKAGE.parent) / name
    if not path.exists():
        raise FileNotFoundError(f"the program has no {name}; install it again")
    return path


def program_texts(*folders: str) -> Iterator[str]:
    """The texts of these folders of the package: code, templates, default sections and settings.

    Raises FileNotFoundError where the package has no such folder.
    """
    for folder in folders:
        if not (PACKAGE / folder).is_dir():
            raise FileNotFoundError(f"the program has no folder {folder}")
        for path in sorted(_files(PACKAGE / folder)):
            if path.suffix in _WITH_WORDS:
                yield path.read_text("utf-8")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and _NOT_OURS not in path.parts)
