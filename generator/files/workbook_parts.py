"""Which part of a workbook's archive holds which sheet, whether people see it, and what is struck through."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

_BOOK = "xl/workbook.xml"
_DEEPEST = 50
"""Elements inside each other in any part that is read here."""
_MAY_STRIKE = re.compile(rb"strike(?!\s+val=[\"'](?:0|false)[\"'])")
"""Every font that is struck through has it; templates have fonts that say that they are not."""


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


def struck_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """Numbers of the styles of cells whose letters are struck through, as cells name them.

    Raises ValueError or KeyError where the archive does not say them.
    """
    part = _styles_part(archive)
    if part is None or not _MAY_STRIKE.search(archive.read(part)):
        return frozenset()
    tree = _tree(archive, part)
    struck = {str(at) for at, font in enumerate(_children(tree, "fonts")) if _is_struck(font)}
    styles = enumerate(_children(tree, "cellXfs"))
    return frozenset(str(at) for at, style in styles if style.get("fontId") in struck)


def _styles_part(archive: zipfile.ZipFile) -> str | None:
    main = _main_part(archive)
    folder, name = posixpath.split(main)
    for relation in _tree(archive, f"{folder}/_rels/{name}.rels").iter():
        if relation.get("Type", "").endswith("/styles"):
            return posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")
    return None


def _children(tree: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [child for one in tree if _local(one.tag) == name for child in one]


def _is_struck(font: ElementTree.Element) -> bool:
    marks = [one for one in font if _local(one.tag) == "strike"]
    return any(one.get("val", "1") not in ("0", "false") for one in marks)


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
        return ElementTree.fromstring(content, ElementTree.XMLParser(target=_Shallow()))
    except (ElementTree.ParseError, LookupError) as problem:
        raise ValueError(f"a part of the workbook is no XML: {problem}") from problem


class _Shallow(ElementTree.TreeBuilder):
    """Builds no tree that would fill the memory by its depth."""

    _depth = 0

    def start(self, tag: str, attrs: dict[str, str]) -> ElementTree.Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("a part of the workbook is nested too deeply")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
