"""Files of the filer that are published as they are: those of ``documents/``, and the logo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError
from ..files.text_file import read_bytes
from ..findings import Finding
from ..findings.catalogue import FILE_UNREADABLE, YAML_VALUE
from ..model import DisclosureFacts, LineRef, OwnFile

_LOGO_KINDS = (".svg", ".png")


def own_files(folder: Path, shown: str) -> Iterator[OwnFile]:
    """Visible files of ``documents/``, by name; Excel's and editors' lock files are left out.

    Raises InputError where one cannot be opened.
    """
    for path in sorted(folder.iterdir(), key=lambda path: path.name) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith((".", "~")):
            yield OwnFile(path.name, read_bytes(path, f"{shown}/{path.name}"))


def logo(folder: Path, shown: str, facts: DisclosureFacts, where: LineRef) -> OwnFile | None:
    """The logo that the facts name at ``where``; None where they name none.

    Raises InputError where it is no picture inside the year's folder, or is not there.
    """
    name = facts.registrant.logo
    if name is None:
        return None
    path = folder / name
    if path.suffix.lower() not in _LOGO_KINDS or not path.resolve().is_relative_to(folder.resolve()):
        message = f"'registrant.logo' is '{name}'"
        advice = "Expected: an SVG or PNG file inside the year's folder."
        raise InputError([Finding(YAML_VALUE, message, where, advice)])
    if not path.is_file():
        advice = "Put the file there or clear the entry."
        raise InputError([Finding(FILE_UNREADABLE, f"the logo '{name}' is not there", where, advice)])
    return OwnFile(path.name, read_bytes(path, f"{shown}/{name}"))
