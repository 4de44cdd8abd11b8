"""A Word file opened as one that anybody may have sent: its parts, and no more than a filing takes."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from ..errors import InputError
from ..findings import Finding
from ..findings.catalogue import WORD_FILE_TOO_LARGE, WORD_FILE_UNREADABLE
from ..model import LineRef

MAX_UNPACKED = 100_000_000
"""Bytes that all parts together may unpack to; a filing with 10,000 rows takes about 15 million."""
_MOST_PARTS = 5_000
_MAIN = "word/document.xml"
"""Where the text is if the file does not say where."""
_BLOCK = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
    LookupError,
)  # fmt: skip
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DECLARED = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""The names of a Strict Open XML Document to those that Word uses otherwise."""
_AGAIN = "Open it in Word, save it as a Word document (.docx), and compare that."


class WordPackage:
    """The parts of a file. Raises InputError where it is no Word file that can be read."""

    def __init__(self, content: bytes, name: str) -> None:
        self._where = LineRef(name)
        self._names: list[str] = []
        if content.startswith(_OLE):
            raise self._unreadable("the file has a password, or is of Word's old format (.doc)", _AGAIN)
        if not content.startswith(b"PK"):
            raise self._unreadable("the file is no Word document (.docx)", _AGAIN)
        try:
            self._parts = self._read(content)
        except _DAMAGED as problem:
            raise self._unreadable("the file is damaged or cut off", _AGAIN) from problem
        if any(name.endswith("vbaProject.bin") for name in self._names):
            raise self._unreadable("the file has macros", _AGAIN)
        self.main = next(self._related("", "officeDocument"), _MAIN)
        """The part that has the text: the file says which."""
        if self.main not in self._parts:
            raise self._unreadable("the file is no Word document (.docx): it has no text", _AGAIN)

    def tree(self, part: str) -> Any | None:
        """The part as a tree of lxml; None where there is none. No entity and no address is followed."""
        from lxml import etree  # takes a while

        content = self._parts.get(part)
        if content is None:
            return None
        if any(mark in content for mark in _DECLARED):
            raise self._unreadable(f"the part {part} declares a document type", _AGAIN)
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            tree = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as problem:
            raise self._unreadable(f"the part {part} is damaged", _AGAIN) from problem
        return tree

    def parts_of(self, kind: str) -> tuple[str, ...]:
        """The parts of the text of one kind, such as ``footnotes``; if none is named, by the usual name."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return tuple(dict.fromkeys(self._related(self.main, kind))) or (usual,)

    def part_of(self, kind: str) -> Any | None:
        """The tree of the first of them; None where there is none."""
        return self.tree(self.parts_of(kind)[0])

    @property
    def properties(self) -> Any | None:
        """The tree of what the file says of itself; None: it says nothing."""
        return self.tree(next(self._related("", "core-properties"), "docProps/core.xml"))

    def targets(self, part: str) -> dict[str, str]:
        """The addresses outside to which a part leads, by the ids of the relations."""
        return {
            one.get("Id") or "": one.get("Target") or ""
            for one in self._relations(part)
            if one.get("TargetMode") == "External"
        }

    def _related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts to which a part leads; the part without a name is the file."""
        for one in self._relations(part):
            is_kind = (one.get("Type") or "").endswith(f"/{kind}")
            if is_kind and one.get("TargetMode") != "External":
                name = posixpath.join("/", posixpath.dirname(part), one.get("Target") or "")
                yield posixpath.normpath(name).lstrip("/")

    def _relations(self, part: str) -> Iterator[Any]:
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        yield from (one for one in (tree if tree is not None else ()) if isinstance(one.tag, str))

    def _read(self, content: bytes) -> dict[str, bytes]:
        """The parts that hold text; all are unpacked, since the sizes that an archive states may be wrong."""
        found: dict[str, bytes] = {}
        left = MAX_UNPACKED
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            self._names = [entry.filename for entry in entries]
            if len(entries) > _MOST_PARTS:
                raise self._too_large(f"has {len(entries):,} parts")
            for entry in entries:
                made = bytearray()
                with archive.open(entry) as file:
                    for block in _blocks(file):
                        left -= len(block)
                        if left < 0:
                            raise self._too_large(f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB")
                        made += block
                if entry.filename.endswith((".xml", ".rels")):
                    found[entry.filename] = bytes(made)
        return found

    def _unreadable(self, message: str, advice: str) -> InputError:
        return InputError([Finding(WORD_FILE_UNREADABLE, message, self._where, advice)])

    def _too_large(self, how: str) -> InputError:
        advice = "Copy its text into the file that 'formsd export --only word' writes, and compare that."
        return InputError([Finding(WORD_FILE_TOO_LARGE, f"the file {how}", self._where, advice)])


def _blocks(file: Any) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block
