"""Edits as counsel makes them in a Word file: typed over, tracked, moved, commented."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
WHO = 'w:id="9000" w:author="Carla Counsel" w:date="2022-05-01T10:00:00Z"'
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class WordFile:
    """A Word file that is being edited."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])
        self._comments: list[str] = []

    @property
    def content(self) -> bytes:
        self.parts["word/document.xml"] = etree.tostring(
            self.document, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        if self._comments:
            self._add_comments()
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    def paragraph(self, begins: str, *, number: int = 0) -> Any:
        """The paragraph that begins with these words."""
        found = [p for p in self.document.iter(f"{W}p") if text_of(p).strip().startswith(begins)]
        assert len(found) > number, f"no paragraph begins with '{begins}'"
        return found[number]

    def row(self, has: str) -> Any:
        """The row of a table that has these words."""
        found = [row for row in self.document.iter(f"{W}tr") if has in text_of(row)]
        assert found, f"no row has '{has}'"
        return found[0]

    def replace(self, begins: str, old: str, new: str) -> None:
        """Words typed over, without a track; they may stand in several runs."""
        self._exchange(self.paragraph(begins), old, new, None)

    def track(self, begins: str, old: str, new: str) -> None:
        """Words struck and written anew, with tracked changes; ``new`` empty: struck alone."""
        self._exchange(self.paragraph(begins), old, new, WHO)

    def insert_tracked(self, begins: str, behind: str, new: str) -> None:
        """Words put in behind others."""
        _, after = self._cut(self.paragraph(begins), behind)
        after.addnext(made(f"<w:ins {WHO}><w:r><w:t xml:space='preserve'>{new}</w:t></w:r></w:ins>"))

    def add(self, begins: str, text: str, *, like: bool = False, is_tracked: bool = False) -> None:
        """A paragraph behind another one; ``like``: with its looks, such as those of an item of a list."""
        anchor = self.paragraph(begins)
        properties = anchor.find(f"{W}pPr") if like else None
        runs = f"<w:r><w:t>{text}</w:t></w:r>"
        runs = f"<w:ins {WHO}>{runs}</w:ins>" if is_tracked else runs
        mark = f"<w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>" if is_tracked else ""
        new = made(f"<w:p>{mark}{runs}</w:p>")
        if properties is not None:
            new.insert(0, copy.deepcopy(properties))
        anchor.addnext(new)

    def delete(self, begins: str, *, is_tracked: bool = False) -> None:
        paragraph = self.paragraph(begins)
        if not is_tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(f"{W}r")):
            for text in run.findall(f"{W}t"):
                text.tag = f"{W}delText"
            box = made(f"<w:del {WHO}/>")
            run.getparent().replace(run, box)
            box.append(run)
        self._mark(paragraph, "del")

    def move(self, begins: str, behind: str, *, is_tracked: bool = False) -> None:
        paragraph, anchor = self.paragraph(begins), self.paragraph(behind)
        if not is_tracked:
            anchor.addnext(paragraph)
            return
        there = copy.deepcopy(paragraph)
        anchor.addnext(there)
        for one, name in ((paragraph, "moveFrom"), (there, "moveTo")):
            for run in list(one.iter(f"{W}r")):
                box = made(f"<w:{name} {WHO}/>")
                run.getparent().replace(run, box)
                box.append(run)
            self._mark(one, name)

    def split(self, begins: str, behind: str) -> None:
        """A new paragraph begins behind these words."""
        paragraph = self.paragraph(begins)
        _, after = self._cut(paragraph, behind)
        second = made("<w:p/>")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            second.append(copy.deepcopy(properties))
        for one in list(after.itersiblings()):
            second.append(one)
        paragraph.addnext(second)

    def join(self, begins: str) -> None:
        """The paragraph and the one behind it become one."""
        paragraph = self.paragraph(begins)
        other = paragraph.getnext()
        paragraph.append(made("<w:r><w:t xml:space='preserve'> </w:t></w:r>"))
        for one in list(other):
            if one.tag != f"{W}pPr":
                paragraph.append(one)
        other.getparent().remove(other)

    def comment(self, begins: str, text: str) -> None:
        number = len(self._comments)
        self._comments.append(text)
        paragraph = self.paragraph(begins)
        at = 1 if paragraph.find(f"{W}pPr") is not None else 0
        paragraph.insert(at, made(f'<w:commentRangeStart w:id="{number}"/>'))
        paragraph.append(made(f'<w:commentRangeEnd w:id="{number}"/>'))
        paragraph.append(made(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))

    def change_value(self, begins: str, old: str, new: str) -> None:
        """Words inside a control, whose lock counsel took off."""
        for control in self.paragraph(begins).iter(f"{W}sdt"):
            texts = list(control.iter(f"{W}t"))
            if "".join(one.text or "" for one in texts) == old:
                texts[0].text = new
                for one in texts[1:]:
                    one.text = ""
                return
        raise AssertionError(f"no control holds '{old}'")

    def change_cell(self, row: str, old: str, new: str) -> None:
        for text in self.row(row).iter(f"{W}t"):
            if text.text == old:
                text.text = new
                return
        raise AssertionError(f"no cell is '{old}'")

    def delete_row(self, has: str) -> None:
        row = self.row(has)
        row.getparent().remove(row)

    def add_row(self, like: str, *cells: str) -> None:
        row = self.row(like)
        new = copy.deepcopy(row)
        for cell, words in zip(new.iter(f"{W}tc"), cells, strict=True):
            first, *rest = cell.iter(f"{W}t")
            first.text = words
            for one in rest:
                one.text = ""
        row.addnext(new)

    def replace_note(self, old: str, new: str) -> None:
        text = self.parts["word/footnotes.xml"].decode()
        assert old in text
        self.parts["word/footnotes.xml"] = text.replace(old, new).encode()

    def _exchange(self, paragraph: Any, old: str, new: str, who: str | None) -> None:
        runs, after = self._cut(paragraph, old)
        anchor = after
        if who is not None:
            for run in runs:
                for text in run.findall(f"{W}t"):
                    text.tag = f"{W}delText"
                box = made(f"<w:del {who}/>")
                run.getparent().replace(run, box)
                box.append(run)
                anchor = box
        if new:
            run = f"<w:r><w:t xml:space='preserve'>{new}</w:t></w:r>"
            anchor.addnext(made(f"<w:ins {who}>{run}</w:ins>" if who else run))
        if who is None:
            for run in runs:
                run.getparent().remove(run)

    def _cut(self, paragraph: Any, words: str) -> tuple[list[Any], Any]:
        """The runs that hold exactly these words, cut out of those around them, and the last of them."""
        pieces = [(text, len(text.text or "")) for text in paragraph.iter(f"{W}t")]
        whole = "".join(text.text or "" for text, _ in pieces)
        start = whole.find(words)
        assert start >= 0, f"'{words}' is not in '{whole}'"
        end, at, found = start + len(words), 0, []
        for text, length in pieces:
            first, last = max(start, at), min(end, at + length)
            if first < last:
                found.append(_apart(text, first - at, last - at))
            at += length
        return found, found[-1]

    def _mark(self, paragraph: Any, name: str) -> None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = made("<w:pPr/>")
            paragraph.insert(0, properties)
        properties.append(made(f"<w:rPr><w:{name} {WHO}/></w:rPr>"))

    def _add_comments(self) -> None:
        items = "".join(
            f'<w:comment w:id="{number}" w:author="Carla Counsel" w:date="2022-05-01T10:00:00Z"'
            f' w:initials="CC"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
            for number, text in enumerate(self._comments)
        )
        self.parts["word/comments.xml"] = f'<w:comments xmlns:w="{NAMESPACE}">{items}</w:comments>'.encode()
        relations = self.parts["word/_rels/document.xml.rels"].decode()
        one = f'<Relationship Id="rIdComments" Type="{_COMMENTS}" Target="comments.xml"/>'
        if "rIdComments" not in relations:
            self.parts["word/_rels/document.xml.rels"] = relations.replace(
                "</Relationships>", f"{one}</Relationships>"
            ).encode()
            types = self.parts["[Content_Types].xml"].decode()
            kind = f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS_TYPE}"/>'
            self.parts["[Content_Types].xml"] = types.replace("</Types>", f"{kind}</Types>").encode()


def edited(content: bytes, *edits: Callable[[WordFile], None]) -> bytes:
    """The file after all edits."""
    file = WordFile(content)
    for edit in edits:
        edit(file)
    return file.content


def made(markup: str) -> Any:
    """An element whose names need no declaration."""
    return next(iter(etree.fromstring(f'<w:x xmlns:w="{NAMESPACE}">{markup}</w:x>')))


def text_of(element: Any) -> str:
    return "".join(_texts(element))


def _texts(element: Any) -> Iterator[str]:
    yield from (text.text or "" for text in element.iter(f"{W}t"))


def _apart(text: Any, start: int, end: int) -> Any:
    """The run with these letters of a text alone; what stands around them goes into runs of their own."""
    run = text.getparent()
    words = text.text or ""
    before, inside, behind = words[:start], words[start:end], words[end:]
    for piece, add in ((before, run.addprevious), (behind, run.addnext)):
        if piece:
            other = copy.deepcopy(run)
            for one in other.findall(f"{W}t"):
                one.text = piece
                one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            add(other)
    text.text = inside
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run
