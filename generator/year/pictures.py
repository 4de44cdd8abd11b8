"""``pictures/``: what the sections of a year show as pictures."""

from __future__ import annotations

from pathlib import Path

from ..errors import InputError
from ..files.folder import visible_files
from ..files.picture_notes import without_notes
from ..files.text_file import read_bytes
from ..findings import Finding
from ..findings.catalogue import PDF_PICTURE_DAMAGED
from ..model import LineRef, OwnFile

PICTURES_FOLDER = "pictures"
PICTURE_BYTES = 20_000_000
"""A picture that is larger was never meant for a page; a photograph as cameras save it has half of it."""


def read_pictures(year_folder: Path, shown: str) -> tuple[tuple[OwnFile, ...], tuple[Finding, ...]]:
    """The visible files of the folder, by name, and the findings; what they hold is looked at later.

    They come without what a camera notes in them, such as the place: nothing later on has it.
    A file that is far too large is not read, and is left out.
    """
    shown = f"{shown}/{PICTURES_FOLDER}"
    found: list[Finding] = []
    pictures = []
    for name, path in visible_files(year_folder / PICTURES_FOLDER).items():
        where = LineRef(f"{shown}/{name}")
        try:
            size = path.stat().st_size
            if size > PICTURE_BYTES:
                message = f"the picture '{name}' has {size:,} bytes, more than {PICTURE_BYTES:,}"
                found.append(
                    Finding(
                        PDF_PICTURE_DAMAGED, message, where, "Save it smaller, for example 2,000 pixels wide."
                    )
                )
                continue
            pictures.append(OwnFile(name, without_notes(read_bytes(path, where.file))))
        except InputError as problem:
            found += problem.findings
    return tuple(pictures), tuple(found)
