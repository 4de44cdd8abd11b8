"""The program as it is and the new one: two folders from which ``generator`` can be run."""

from __future__ import annotations

import email
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ... import __version__
from ...errors import DisclosureError
from ...files.program import PACKAGE as RUNNING
from ..lock import LOCK, PACKAGE, PROGRAM, installed_from

_VERSION = re.compile(r"(\d+(?:\.\d+)*)(?:(a|b|rc)(\d+))?")
_PINNED = re.compile(rf"^\./{PROGRAM}/(\S+\.whl)", re.MULTILINE)
_OF_PACKAGE = f"{PACKAGE.replace('-', '_')}-*.whl"
_SHIPPED_LOCKS = (f"generator/shipped/{LOCK}", LOCK)
"""Where a program has its list of what it needs: in a wheel, and in a repository."""


@dataclass(frozen=True)
class Program:
    """One version of the program, which runs where ``place`` is the first folder on Python's path."""

    version: str
    place: Path

    @property
    def needs(self) -> str:
        """Its list of dependencies with their checksums; empty where it brings none along."""
        paths = (self.place / name for name in _SHIPPED_LOCKS)
        return next((path.read_text(encoding="utf-8") for path in paths if path.is_file()), "")


@dataclass(frozen=True)
class Wheel:
    """The program's file."""

    path: Path
    version: str

    def unpacked(self, folder: Path) -> Program:
        """The program in ``folder``, a new one. It is plain Python, so that unpacking is installing."""
        try:
            with zipfile.ZipFile(self.path) as packed:
                packed.extractall(folder)
        except (OSError, zipfile.BadZipFile, RuntimeError) as problem:
            raise DisclosureError(f"{self.path} is damaged ({problem}). Fetch it again.") from problem
        if not (folder / RUNNING.name / "__init__.py").is_file():
            raise DisclosureError(f"{self.path} holds no program. Fetch it again.")
        return Program(self.version, folder)


def read_wheel(path: Path) -> Wheel:
    """Raises DisclosureError where the file is none, or one of another package."""
    if not path.is_file():
        raise DisclosureError(f"There is no file {path}.")
    try:
        with zipfile.ZipFile(path) as packed:
            name = next(one for one in packed.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", one))
            stated = email.message_from_bytes(packed.read(name))
    except (OSError, zipfile.BadZipFile, StopIteration) as problem:
        raise DisclosureError(f"{path} is no file of the program: {PACKAGE}-VERSION.whl.") from problem
    package, version = str(stated["Name"]), str(stated["Version"])
    if re.sub(r"[-_.]+", "-", package).lower() != PACKAGE:
        raise DisclosureError(f"{path} is the package '{package}' and not {PACKAGE}.")
    order_of(version)
    return Wheel(path, version)


def order_of(version: str) -> tuple[list[int], str, int]:
    """By which versions are put in order: 0.9, 0.10b1, 0.10. Raises DisclosureError where it has no order."""
    found = _VERSION.fullmatch(version)
    if not found:
        raise DisclosureError(f"The version '{version}' is none that can be put in order, such as 1.2.0.")
    numbers = [int(number) for number in found[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers, found[2] or "z", int(found[3] or 0)


def present_program(site: Path, folder: Path) -> Program:
    """The one that the site's lock names and keeps, unpacked into ``folder``; else the one that runs."""
    lock = site / LOCK
    named = _PINNED.search(lock.read_text(encoding="utf-8", errors="replace")) if lock.is_file() else None
    kept = site / PROGRAM / named[1] if named else None
    if kept and kept.is_file():
        wheel = read_wheel(kept)
        if wheel.version != __version__:
            return wheel.unpacked(folder)
    return Program(__version__, RUNNING.parent)


def new_wheel(site: Path, given: Path | None, present: str) -> Wheel:
    """The file that is ``given``; else the newest in ``program/``, or that from which this program came.

    Raises DisclosureError where there is none, or none newer than ``present``.
    """
    if given is None:
        newest = max(_at_hand(site), key=lambda one: order_of(one.version), default=None)
        if newest is None or order_of(newest.version) <= order_of(present):
            raise DisclosureError(
                f"The folder {PROGRAM} has no file of a version after {present}, which the site has now."
                " Put the new file there, or name it: formsd upgrade --to FILE."
            )
        return newest
    wheel = read_wheel(given)
    if order_of(wheel.version) < order_of(present):
        raise DisclosureError(
            f"{given} is version {wheel.version}, which is older than {present}, the one that the site has."
            f" To go back, restore {LOCK} and the folder {PROGRAM} from version control."
        )
    if order_of(wheel.version) == order_of(present):
        raise DisclosureError(f"{given} is version {wheel.version}, which the site has already.")
    return wheel


def _at_hand(site: Path) -> Iterator[Wheel]:
    own = installed_from()
    for path in (*sorted((site / PROGRAM).glob(_OF_PACKAGE)), *([own] if own else [])):
        yield read_wheel(path)
