"""Which part of a workbook's archive holds which sheet, and whether people see it."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

_BOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet by its name, the name of its part in the archive, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool


def sheet_parts(archive: zipfile.ZipFile) -> tuple[SheetPart, ...]:
    """The sheets in their order. Raises ValueError or KeyError where the archive does not say them."""
    book = _tree(archive, _main_part(archive))
    folder = posixpath.dirname(_main_part(archive))
    targets = _relations(archive, _main_part(archive))
    found = []
    for sheet in (one for one in book.iter() if _local(one.tag) == "sheet"):
        relation = next(value for name, value in sheet.attrib.items() if _local(name) == "id")
        part = posixpath.normpath(posixpath.join(folder, targets[relation])).lstrip("/")
        is_hidden = sheet.get("state", "visible") != "visible"
        found.append(SheetPart(sheet.get("name", ""), part, is_hidden))
    return tuple(found)


def _main_part(archive: zipfile.ZipFile) -> str:
    for relation in _tree(archive, "_rels/.rels").iter():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", _BOOK).lstrip("/")
    return _BOOK


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    folder, name = posixpath.split(part)
    tree = _tree(archive, f"{folder}/_rels/{name}.rels")
    return {one.get("Id", ""): one.get("Target", "") for one in tree.iter() if one.get("Id")}


def _tree(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    content = archive.read(part)
    if b"<!DOCTYPE" in content:
        raise ValueError("a part of the workbook declares a document type")
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as problem:
        raise ValueError(f"a part of the workbook is no XML: {problem}") from problem


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
