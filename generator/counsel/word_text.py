"""What a Word file says, a paragraph or a row at a time, as if every tracked change were accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..files.text_file import read_bytes
from ..texts.blocks import CELLS_APART, Block, Track, Value, without_end
from .word_blocks import Comment, Line, Unread, WordText
from .word_elements import (
    CAME,
    Named,
    W,
    author_of,
    columns_of,
    control_name,
    local_name,
    paragraphs_in,
    style_of,
    symbol_of,
    those,
    value_of,
)
from .word_fields import Fields, target_of_field
from .word_looks import Looks
from .word_margins import margins_of
from .word_package import WordPackage
from .word_unread import unread_at, unread_beside, unread_kind

_SKIPPED = frozenset({"del", "moveFrom"})
_NOT_TEXT = frozenset({"pPr", "rPr", "delText", "delInstrText", "sdtPr", "sdtEndPr", "Fallback"})
_BLANKS = frozenset({"tab", "br", "cr", "ptab"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
"""Mark of a note to the part that has it."""
_UNREAD_OF_ROWS = ("cellMerge", "altChunk")
"""What is not read in a row outside of its paragraphs."""


class _Reader:
    def __init__(self, looks: Looks) -> None:
        self.notes: list[tuple[str, str]] = []
        """Kind and id of the footnotes and endnotes in the order in which they are marked."""
        self.pictures = 0
        self.unread: list[Unread] = []
        self._looks = looks
        self._of_run: tuple[str, ...] = ()
        self._link: str | None = None
        """To where the words lead, in the file if empty; None: they are no link."""
        self._fields = Fields()
        self._typed = self._restyled = ""
        """Who put the words in with a track, or gave them their looks; empty: nobody."""
        self._tables = 0
        self._open = Line()
        self._last = ""
        """The paragraph or row before."""
        self._boxes: list[Any] = []

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The paragraphs and rows inside; a paragraph whose end was deleted goes on in the next one."""
        yield from self._inside(parent)
        yield from self._end("paragraph")

    def note(self, element: Any, targets: Mapping[str, str]) -> Block | None:
        self._looks.targets = targets
        line = Line()
        for paragraph in element.iter(f"{W}p"):
            line.add(" ")
            line.style = style_of(paragraph)
            self._runs(paragraph, line, None)
        return line.block("footnote")

    def _inside(self, parent: Any) -> Iterator[Block]:
        for child in parent:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._end("paragraph")
                self._tables += 1
                yield from self._rows(child, self._tables)
            elif name == "sdt":
                for content in child.findall(f"{W}sdtContent"):
                    yield from self._inside(content)
            elif unread_kind(name):
                self.unread.append(unread_at(name, self._open.text or self._last))
            elif name not in _NOT_TEXT and name not in _SKIPPED and len(child):
                yield from self._inside(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        line = self._open
        properties = element.find(f"{W}pPr")
        if not line.text:
            line.style = style_of(element)
            line.is_item = self._is_item(properties, line.style)
            line.looks_of_all = self._looks.of_paragraph(line.style)
        self._runs(element, line, None)
        self._fields.end_paragraph()
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None:
            for name in (*CAME, *_SKIPPED):
                if (change := mark.find(f"{W}{name}")) is not None:
                    line.authors[author_of(change)] = None
            if any(mark.find(f"{W}{name}") is not None for name in _SKIPPED):
                line.struck = line.style if not line.text else line.struck
                return
        yield from self._end("heading" if self._looks.level(line.style) else "paragraph")

    def _end(self, kind: str) -> Iterator[Block]:
        block = self._open.block(kind, level=self._looks.level(self._open.style))
        self._open = Line()
        if block is not None:
            self._last = block.text
            yield block
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _rows(self, table: Any, number: int) -> Iterator[Block]:
        for row in those(table, "tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            line = Line()
            if properties is not None and (came := properties.find(f"{W}ins")) is not None:
                line.authors[author_of(came)] = None
            is_first = True
            for cell in those(row, "tc"):
                if self._is_struck(cell, line):
                    continue
                if not is_first:
                    line.text = f"{without_end(line.text)}{CELLS_APART}"
                is_first = False
                for paragraph in paragraphs_in(cell):
                    if not line.text.endswith(CELLS_APART):
                        line.add(" ")
                    line.style = style_of(paragraph)
                    self._runs(paragraph, line, None)
                for _ in range(columns_of(cell) - 1):
                    line.text = f"{without_end(line.text)}{CELLS_APART}"
            self._last = line.text.strip(" |") or self._last
            names = (name for name in _UNREAD_OF_ROWS if row.find(f".//{W}{name}") is not None)
            self.unread += [unread_at(name, self._last) for name in names]
            if line.text.strip(" |"):
                yield from filter(None, (line.block("row", number),))

    def _is_struck(self, cell: Any, line: Line) -> bool:
        """Whether the cell was taken out with a track; the row keeps who did that, or put one in."""
        properties = cell.find(f"{W}tcPr")
        marks = properties if properties is not None else ()
        struck = [one for one in marks if local_name(one) == "cellDel"]
        came = [one for one in marks if local_name(one) in ("cellIns", "cellMerge")]
        line.authors |= {author_of(one): None for one in (*struck, *came)}
        if struck:
            line.comments |= _comments_in(cell)
        return bool(struck)

    def _runs(self, element: Any, line: Line, tag: Named) -> None:
        for child in element:
            name = local_name(child)
            if name == "t":
                self._text(child.text or "", line, tag)
            elif name in _BLANKS:
                line.add(" ")
            elif name == "noBreakHyphen":
                line.add("-")
            elif name == "sym":
                line.add(symbol_of(child))
            elif name in _NOTES:
                self.notes.append((_NOTES[name], child.get(f"{W}id") or ""))
            elif name in ("commentRangeStart", "commentReference"):
                line.comments[child.get(f"{W}id") or ""] = None
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name in _SKIPPED:
                line.authors[author_of(child)] = None
                line.comments |= _comments_in(child)
            elif name == "fldChar":
                self._fields.mark(child.get(f"{W}fldCharType") or "")
            elif name == "instrText":
                self._fields.instruct(child.text or "")
            elif name in ("blip", "imagedata"):
                self.pictures += 1
            elif unread_kind(name):
                self.unread.append(unread_at(name, line.text or self._last))
            elif name not in _NOT_TEXT and isinstance(child.tag, str):
                if name in CAME:
                    line.authors[author_of(child)] = None
                self._inner(child, name, line, tag)

    def _inner(self, child: Any, name: str, line: Line, tag: Named) -> None:
        before = self._of_run, self._link, self._typed, self._restyled
        if name == "hyperlink":
            self._link = self._looks.target(child)
        elif name == "fldSimple" and (target := target_of_field(child.get(f"{W}instr") or "")):
            self._link = target
        elif name in CAME:
            self._typed = author_of(child)
        elif name == "r":
            link = self._fields.link if self._link is None else self._link
            self._of_run = self._looks.of_run(child, line.style, link)
            changed = child.find(f"{W}rPr/{W}rPrChange")
            self._restyled = author_of(changed) if changed is not None else ""
        inner = control_name(child) if name == "sdt" else None
        self._runs(child, line, inner or tag)
        self._of_run, self._link, self._typed, self._restyled = before

    def _is_item(self, properties: Any | None, style: str) -> bool:
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None:
            return value_of(own.find(f"{W}numId")) != "0"
        return self._looks.is_item(style)

    def _text(self, text: str, line: Line, tag: Named) -> None:
        if not self._fields.has_text:
            return
        start = len(line.text)
        line.add(text)
        end = len(line.text.rstrip(" "))
        start += len(line.text[start:]) - len(line.text[start:].lstrip(" "))
        if self._of_run and end > start:
            line.looks.append((start, end, self._of_run))
        for author, is_typed in ((self._typed, True), (self._restyled, False)):
            if author and end > start:
                line.tracks.append(Track(start, end, author, is_typed))
        if not tag or end <= start:
            return
        last = line.values[-1] if line.values else None
        if (
            last
            and (last.tag, last.title) == tag
            and last.end >= start - 1
            and line.text[last.end : start].strip() == ""
        ):
            line.values[-1] = replace(last, end=end)
        else:
            line.values.append(Value(start, end, *tag))


def read_word(path: Path) -> WordText:
    """The text of the file. Raises InputError where it cannot be read."""
    return text_of(read_bytes(path, path.name), path.name)


def text_of(content: bytes, name: str) -> WordText:
    """The text of a file of that name. Raises InputError where it cannot be read."""
    package = WordPackage(content, name)
    reader = _Reader(Looks(package.part_of("styles"), package.targets(package.main)))
    blocks = list(reader.blocks(package.tree(package.main)))
    by_id = {
        (kind, one.get(f"{W}id") or ""): one
        for kind in dict.fromkeys(_NOTES.values())
        for one in _children(package.part_of(kind))
    }
    targets = {kind: package.targets(package.parts_of(kind)[0]) for kind in _NOTES.values()}
    marked = [name for name in dict.fromkeys(reader.notes) if name in by_id]
    found = [reader.note(by_id[name], targets[name[0]]) for name in marked]
    blocks += [one for one in found if one is not None]
    comments, keywords = _comments(package), _keywords(package)
    unread = (*reader.unread, *unread_beside(package))
    return WordText(tuple(blocks), comments, keywords, reader.pictures, margins_of(package), unread)


def _comments_in(element: Any) -> dict[str, None]:
    beside = (*element.iter(f"{W}commentRangeStart"), *element.iter(f"{W}commentReference"))
    return {one.get(f"{W}id") or "": None for one in beside}


def _children(tree: Any | None) -> Any:
    return () if tree is None else tree


def _comments(package: WordPackage) -> dict[str, Comment]:
    tree = package.part_of("comments")
    found = {}
    for one in tree if tree is not None else ():
        if local_name(one) != "comment":
            continue
        texts = (" ".join("".join(p.itertext(f"{W}t")).split()) for p in one.iter(f"{W}p"))
        found[one.get(f"{W}id") or ""] = Comment(author_of(one), " ".join(filter(None, texts)))
    return found


def _keywords(package: WordPackage) -> str:
    tree = package.properties
    if tree is None:
        return ""
    return " ".join(one.text or "" for one in tree if local_name(one) == "keywords")
