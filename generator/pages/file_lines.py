"""Files as pages list them: one line each, with type, size and checksum."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from ..model import Asset
from .common_page import size_of

_KINDS = {
    ".csv": "CSV",
    ".docx": "Word",
    ".htm": "HTML",
    ".json": "JSON",
    ".md": "Markdown",
    ".txt": "Plain text",
    ".xlsx": "Excel",
}


@dataclass(frozen=True)
class File:
    """One line of the table."""

    title: str
    purpose: str
    """Empty where the title says enough."""
    name: str
    href: str
    """Relative to the built page, percent-encoded."""
    kind: str
    size: str
    sha256: str


def file_lines(files: Iterable[Asset], page_folder: str) -> tuple[File, ...]:
    """A line for each file that has a title. ``page_folder`` is the address of the built page's folder."""
    return tuple(_line(file, page_folder) for file in files if file.title)


def _line(asset: Asset, page_folder: str) -> File:
    return File(
        title=asset.title,
        purpose=asset.purpose,
        name=asset.name,
        href=quote(posixpath.relpath(asset.uri, page_folder)),
        kind=_kind(asset.name),
        size=size_of(asset),
        sha256=asset.sha256,
    )


def _kind(name: str) -> str:
    """The type that a file's name says: ``PDF``; ``File`` where it says none."""
    suffix = posixpath.splitext(name)[1].lower()
    return _KINDS.get(suffix, suffix[1:].upper() or "File")
