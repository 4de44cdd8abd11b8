"""Notes at the cells of a workbook: what Excel calls notes, and comments with their answers."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from ..files.workbook_parts import sheet_parts
from ..model import CellRef
from .ordinary import says_little
from .withheld import Withheld, WithheldKind
from .withheld_values import values_of

_OF_PROGRAM = "[Threaded comment]"
"""With this begins the note that Excel writes for older versions; what people said follows ``Comment:``."""
_SAID = "Comment:"
_MOST_WORDS_OF_AUTHOR = 4


def of_notes(path: Path, shown: str) -> Iterator[Withheld]:
    """The notes of a workbook, each with its cell. ``read_smelter_list`` has looked into the file before.

    Nothing where the archive does not say which part belongs to which sheet; that is told elsewhere.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if not any(_is_of_notes(name) for name in archive.namelist()):
                return
            for sheet in sheet_parts(archive):
                for part in _parts_of_notes(archive, sheet.part):
                    for cell, text in _notes(archive.read(part)):
                        yield from _of_note(text, CellRef(shown, sheet.name, cell))
    except (zipfile.BadZipFile, KeyError, ValueError, StopIteration, NotImplementedError, RuntimeError):
        return


def _of_note(text: str, where: CellRef) -> Iterator[Withheld]:
    for one in values_of(WithheldKind.NOTE, _said(text), where):
        if one.kind is not WithheldKind.NOTE or not says_little(one.value):
            yield one


def _said(text: str) -> str:
    """The note without the name of who wrote it, which Excel puts on a first line of its own."""
    if text.startswith(_OF_PROGRAM):
        return text.partition(_SAID)[2].strip()
    first, _, rest = text.partition("\n")
    is_author = first.rstrip().endswith(":") and len(first.split()) <= _MOST_WORDS_OF_AUTHOR
    return rest.strip() if is_author and rest.strip() else text.strip()


def _is_of_notes(part: str) -> bool:
    folder, name = posixpath.split(part.lower())
    return name.endswith(".xml") and (name.startswith("comments") or "comment" in posixpath.basename(folder))


def _parts_of_notes(archive: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return
    for relation in _tree(archive.read(relations)).iter():
        target = relation.get("Target", "")
        part = target if target.startswith("/") else posixpath.join(folder, target)
        part = posixpath.normpath(part).lstrip("/")
        if "comment" in relation.get("Type", "").lower() and part in archive.namelist():
            yield part


def _notes(content: bytes) -> Iterator[tuple[str, str]]:
    """Cell and text of each note of a part: ``comment`` of a note, ``threadedComment`` of a comment."""
    for one in _tree(content).iter():
        if _local(one.tag) in ("comment", "threadedComment"):
            pieces = (piece.text or "" for piece in one.iter() if _local(piece.tag) in ("t", "text"))
            if text := "".join(pieces).strip():
                yield one.get("ref", ""), text


def _tree(content: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in content:
        raise ValueError("a part of the workbook declares a document type")
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as problem:
        raise ValueError(f"a part of the workbook is no XML: {problem}") from problem


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
