"""What a tagged PDF says to a program that reads its tags: text in reading order, tables, lists."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, NameObject

from generator.documents.pdf.runs import is_left_out
from generator.prose.element import Element

FRAME = frozenset({"/TOC", "/Figure", "/Lbl"})
"""What a document has beside the pages' text: contents, drawings, and the labels that browsers draw."""

_IN_LINE = frozenset({
    "a", "b", "bdi", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup", "u",
})  # fmt: skip
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class TaggedPdf:
    """A PDF as its tag tree has it."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    def words(self, skipped: frozenset[str] = FRAME) -> list[str]:
        """The words in reading order; a word that goes over a line's end is two."""
        return [word for text in self._texts(self.root["/StructTreeRoot"], skipped) for word in text.split()]

    def elements(self, kind: str) -> list[Any]:
        """The elements of the tag tree of a kind, such as ``/Table``, in reading order."""
        return [one for one in walk_tags(self.root["/StructTreeRoot"]) if one.get("/S") == kind]

    def text_of(self, element: Any) -> str:
        return " ".join(" ".join(self._texts(element, frozenset())).split())

    def _texts(self, element: Any, skipped: frozenset[str]) -> Iterator[str]:
        if element.get("/S") in skipped:
            return
        page = element.get("/Pg")
        inside = kids(element)
        for number, kid in enumerate(inside):
            if skipped and _is_contents_title(inside, number):
                continue
            if skipped and not isinstance(kid, int) and kid.get("/S") == "/Div" and _is_drawing(kid):
                continue
            if isinstance(kid, int):
                yield self._pieces[page.indirect_reference.idnum][kid]
            elif kid.get("/Type") == "/MCR":
                own = kid.get("/Pg", page)
                yield self._pieces[own.indirect_reference.idnum][kid["/MCID"]]
            elif "/S" in kid:
                yield from self._texts(kid, skipped)

    @cached_property
    def _pieces(self) -> dict[int, dict[int, str]]:
        return {page.indirect_reference.idnum: dict(self._marked(page)) for page in self.reader.pages}

    def _marked(self, page: Any) -> Iterator[tuple[int, str]]:
        """The text of every piece of marked content, with its number; lines end with a blank."""
        fonts = {name: letters(font) for name, font in page["/Resources"].get("/Font", {}).items()}
        found: dict[int, list[str]] = {}
        open_: list[int | None] = []
        font: dict[bytes, str] = {}
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            if operator in (b"BDC", b"BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                number = properties.get("/MCID") if isinstance(properties, DictionaryObject) else None
                open_.append(number if number is not None else open_[-1] if open_ else None)
                if number is not None:
                    found.setdefault(number, [])
            elif operator == b"EMC":
                open_.pop()
            elif operator == b"Tf":
                font = fonts[operands[0]]
            elif operator in (b"Tj", b"TJ") and open_ and open_[-1] is not None:
                parts = operands[0] if operator == b"TJ" else operands
                found[open_[-1]] += [text for part in parts if (text := decoded(part, font))]
            elif operator == b"cm" and open_ and open_[-1] is not None:
                found[open_[-1]].append(f"\n{operands[5]}\n")
        for number, texts in found.items():
            yield number, _lines(texts)


def _is_contents_title(siblings: list[Any], number: int) -> bool:
    """The heading of the contents is part of the frame too."""
    after = siblings[number + 1] if number + 1 < len(siblings) else 0
    return not isinstance(after, int) and after.get("/S") == "/TOC"


def _is_drawing(element: Any) -> bool:
    """A figure with its caption and its note, which the page shows elsewhere."""
    inside = [one.get("/S") for one in walk_tags(element)]
    return inside[1:2] == ["/Caption"] and "/Figure" in inside


def _lines(texts: Iterable[str]) -> str:
    """Texts that stand at the same height follow each other, those of the next line after a blank."""
    line, last = "", None
    for text in texts:
        if text.startswith("\n"):
            height = text.strip()
            line += " " if last not in (None, height) else ""
            last = height
        else:
            line += text
    return line


def decoded(part: Any, font: dict[bytes, str]) -> str:
    if isinstance(part, int | float):
        return ""
    raw = part.original_bytes
    return "".join(font.get(raw[at : at + 2], "") for at in range(0, len(raw), 2))


def letters(font: Any) -> dict[bytes, str]:
    """Two-byte codes of a font to their text, as its ToUnicode map has it."""
    data = font["/ToUnicode"].get_data()
    found: dict[bytes, str] = {}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, text in _RANGE.findall(block):
            for code in range(int(first, 16), int(last, 16) + 1):
                start = bytes.fromhex(text.decode()).decode("utf-16-be")
                found[code.to_bytes(2, "big")] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in _PAIR.findall(block):
            found[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def kids(element: Any) -> list[Any]:
    inside = element.get("/K")
    if inside is None:
        return []
    found = list(inside) if isinstance(inside, list) else [inside]
    return [one if isinstance(one, int) else one.get_object() for one in found]


def walk_tags(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield from walk_tags(kid)


def attribute(element: Any, name: str) -> Any:
    """An attribute of an element of the tag tree; None where it has none."""
    own = element.get("/A")
    entries = own if isinstance(own, list) else [own] if own is not None else []
    return next((entry.get_object()[name] for entry in entries if name in entry.get_object()), None)


def page_words(tree: Element) -> list[str]:
    """The words that a page shows."""
    return "".join(_shown(tree)).split()


def _shown(node: Element | str) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif not is_left_out(node):
        apart = "" if node.tag in _IN_LINE else " "
        yield apart
        for child in node.children:
            yield from _shown(child)
        yield apart


def words_off(shown: list[str], printed: list[str]) -> list[tuple[str, str]]:
    """The words of the page that the PDF does not have at their place, each with what it has there.

    A printed word may be in pieces, where a line ended inside it.
    """
    off, at = [], 0
    for word in shown:
        pieces = 1
        while at + pieces < len(printed) and len("".join(printed[at : at + pieces])) < len(word):
            pieces += 1
        there = "".join(printed[at : at + pieces])
        if there != word:
            off.append((word, there))
        at += pieces
    return off + [("", word) for word in printed[at:]]


def fonts_of(reader: PdfReader) -> set[str]:
    """The names of all fonts, a subset's with its six letters."""
    found = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            found.add(str(font.get_object()[NameObject("/BaseFont")]))
    return found
