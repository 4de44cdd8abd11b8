"""A folder of files, written beside and then swapped, so that what was there stays whole until the end."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ..errors import DisclosureError
from .held import make_beside, moved_aside
from .ordinary import content_of, must_be_ordinary, resolved
from .refused import refused


def write_folder(folder: Path, files: Mapping[str, bytes], kind: str) -> None:
    """``files`` (address with slashes to content) take the place of those that were written before.

    ``kind`` names the command: a file ``.formsd-<kind>`` lists what it wrote into the folder and may replace.
    What people put there stays. Raises DisclosureError: the folder was not written by this command, people
    changed one of its files, it is the one in which the command runs, or it cannot be written.
    """
    place = _place(folder, kind)
    try:
        beside = make_beside(place)
    except OSError as problem:
        raise refused(problem, folder) from problem
    try:
        _keep_own_files(place, beside.path, files, _marker(kind))
        _write(beside.path, {**files, _marker(kind): _listed(files)})
        swap(beside.path, place)
    except OSError as problem:
        raise refused(problem, folder) from problem
    finally:
        beside.discard()


def must_be_apart(folder: Path, sources: Iterable[Path]) -> None:
    """Raises DisclosureError where ``folder``, to be written, lies in one of what a site is made of."""
    for source in sources:
        if resolved(folder).is_relative_to(resolved(source)):
            raise DisclosureError(
                f"{folder} cannot be written: {source} holds what the site is made of, and what is written"
                " there would become a part of it. Name a folder beside it: --to out."
            )


def changes_of_folder(folder: Path, files: Mapping[str, bytes], kind: str) -> dict[str, bytes | None]:
    """What ``write_folder`` would do, file by file and without doing it: content, or None for what goes.

    Raises DisclosureError as it does.
    """
    place = _place(folder, kind)
    try:
        listed = _written_before(place / _marker(kind))
        _must_be_unchanged(place, files, listed)
    except OSError as problem:
        raise refused(problem, folder) from problem
    return {**dict.fromkeys(listed.keys() - files.keys()), **files, _marker(kind): _listed(files)}


def _place(folder: Path, kind: str) -> Path:
    """Where ``folder`` leads. Raises DisclosureError where this command may not write there."""
    try:
        place = resolved(folder)
        put_back(place)
        is_taken = place.exists() and any(place.iterdir()) and not (place / _marker(kind)).exists()
    except OSError as problem:
        raise refused(problem, folder) from problem
    if Path.cwd().is_relative_to(place):
        raise DisclosureError(
            f"{folder} is the folder in which the command runs, or holds it. Name one inside it: 'out'."
        )
    if is_taken:
        raise DisclosureError(
            f"{folder} is not empty and was not written by this command. Name a new or an empty folder."
        )
    return place


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
    with suppress(FileNotFoundError):  # the next run may have removed it as left behind
        shutil.rmtree(old.rename(old.with_suffix(".gone")), ignore_errors=True)


def put_back(place: Path) -> None:
    """``place`` as it was, where a run was killed between the two moves of ``swap``; else nothing.

    Raises OSError where it cannot be moved.
    """
    if place.exists():
        return
    if left := moved_aside(place):
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
    written = _written_before(folder / listed)
    _must_be_unchanged(folder, files, written)
    for uri, path in _files_in(folder, listed):
        if uri not in written and uri not in files:
            kept = beside / uri
            kept.parent.mkdir(parents=True, exist_ok=True)
            must_be_ordinary(path)
            shutil.copy2(path, kept)


def _must_be_unchanged(folder: Path, files: Mapping[str, bytes], written: Mapping[str, str]) -> None:
    """Raises DisclosureError where a file would go or be replaced that is not as it was written."""
    for uri in files.keys() | written.keys():
        path = folder / uri
        if not path.is_file():
            continue
        if _digest(content := content_of(path)) != written.get(uri) and content != files.get(uri):
            raise DisclosureError(
                f"{path} was changed or put there by hand, and would be lost."
                " Move it out of the folder, or delete it, and run the command again."
            )


def _written_before(marker: Path) -> dict[str, str]:
    """Address to digest of what the command wrote the last time."""
    lines = marker.read_text(encoding="utf-8").splitlines() if marker.is_file() else []
    found = {uri: digest for digest, _, uri in (line.partition("  ") for line in lines)}
    return {uri: digest for uri, digest in found.items() if uri and not {"", "..", "."} & set(uri.split("/"))}


def _files_in(folder: Path, listed: str) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        if not path.is_dir() and path != folder / listed:
            yield path.relative_to(folder).as_posix(), path


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
