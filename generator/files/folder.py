"""A folder of files, written beside and then swapped, so that what was there stays whole until the end."""

from __future__ import annotations

import glob
import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ..errors import DisclosureError


def write_folder(folder: Path, files: Mapping[str, bytes], kind: str) -> None:
    """``files`` (address with slashes to content) take the place of those that were written before.

    ``kind`` names the command: a file ``.formsd-<kind>`` lists what it wrote into the folder and may replace.
    What people put there stays. Raises DisclosureError: the folder was not written by this command, people
    changed one of its files, it is the one in which the command runs, or it cannot be written.
    """
    try:
        place = folder.resolve()
        put_back(place)
        is_taken = place.exists() and any(place.iterdir()) and not (place / _marker(kind)).exists()
    except OSError as problem:
        raise DisclosureError(f"{folder} cannot be written: {problem.strerror}.") from problem
    if Path.cwd().is_relative_to(place):
        raise DisclosureError(
            f"{folder} is the folder in which the command runs, or holds it. Name one inside it: 'out'."
        )
    if is_taken:
        raise DisclosureError(
            f"{folder} is not empty and was not written by this command. Name a new or an empty folder."
        )
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    except OSError as problem:
        raise DisclosureError(f"{folder} cannot be written: {problem.strerror}.") from problem
    try:
        _keep_own_files(place, beside, files, _marker(kind))
        _write(beside, {**files, _marker(kind): _listed(files)})
        swap(beside, place)
    except OSError as problem:
        raise DisclosureError(f"{folder} cannot be written: {problem.strerror}.") from problem
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _marker(kind: str) -> str:
    return f".formsd-{kind}"


def swap(new: Path, place: Path) -> None:
    """``new`` takes the place of ``place``, which may be missing; both stand in one folder.

    The old folder is moved aside first and deleted last, and put back where the second move fails. A run
    that is killed between the two leaves it aside, from where ``put_back`` takes it: what is called ``.old``
    is whole.
    """
    new.chmod(0o755)
    old = new.with_name(f"{new.name}.old")
    if not place.exists():
        new.rename(place)
        return
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old.rename(old.with_suffix(".gone")), ignore_errors=True)


def put_back(place: Path) -> None:
    """``place`` as it was, where a run was killed between the two moves of ``swap``; else nothing.

    Raises OSError where it cannot be moved.
    """
    aside = f".{glob.escape(place.name)}.*.old"
    left = sorted(place.parent.glob(aside), key=lambda path: path.stat().st_mtime)
    if left and not place.exists():
        left[-1].rename(place)


def _listed(files: Mapping[str, bytes]) -> bytes:
    """As ``sha256sum`` writes and checks it."""
    return "".join(f"{_digest(files[uri])}  {uri}\n" for uri in sorted(files)).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _keep_own_files(folder: Path, beside: Path, files: Mapping[str, bytes], listed: str) -> None:
    """Copies what people put into the folder. Raises DisclosureError where it would be replaced.

    ``listed`` is the name of the file with a line for each that was written: digest and address.
    """
    marker = folder / listed
    lines = marker.read_text(encoding="utf-8").splitlines() if marker.is_file() else []
    written = {uri: digest for digest, _, uri in (line.partition("  ") for line in lines)}
    for path in folder.rglob("*"):
        uri = path.relative_to(folder).as_posix()
        if path.is_dir() or path == marker:
            continue
        if uri not in written and uri not in files:
            kept = beside / uri
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, kept)
        elif _digest(content := path.read_bytes()) != written.get(uri) and content != files.get(uri):
            raise DisclosureError(
                f"{path} was changed or put there by hand, and would be lost."
                " Move it out of the folder, or delete it, and run the command again."
            )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for uri, content in files.items():
        path = folder / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def visible_files(folder: Path) -> dict[str, Path]:
    """The files of a folder by name, in the order of names; none where there is no folder.

    Left out: lock files of Excel and of editors, and links that lead out of the folder.
    """
    if not folder.is_dir():
        return {}
    inside = folder.resolve()
    return {
        path.name: path
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if not path.name.startswith((".", "~")) and path.is_file() and path.resolve().is_relative_to(inside)
    }
