"""The blocks of the pages as the body of a Word file: the same blocks that the PDF is set from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..pdf.runs import Block, plain
from .markup import TITLE_LENGTH, control, paragraph, run, shortened
from .tables import layout, table

WIDTH = 9360
"""Of the text, in twips: six inches and a half."""
_STYLES = {
    "commission": "FormsdCentered",
    "lede": "FormsdCentered",
    "value": "FormsdValue",
    "registrant": "FormsdRegistrant",
    "caption": "FormsdCaption",
    "signatory": "FormsdSignature",
    "note": "FormsdNote",
    "draft": "FormsdNote",
}
"""Role of a paragraph to its style."""
_WIDTHS = {"row-address": (6240, 3120)}
_CENTERED = frozenset({"title", "section"})
_INDENT = 360
_LIST = "FormsdList"


@dataclass
class Parts:
    """What the body needs of the file around it, gathered on the way."""

    link: Callable[[str], str]
    """Address to the id of its relation."""
    picture: Callable[[str, str], str]
    """Name of a picture and its words, to its drawing."""
    place: Callable[[str], str]
    """Source of a value to its title."""
    section: Callable[[bool], str]
    """The properties of a section, on its side or not."""
    notes: list[str] = field(default_factory=list)
    """The text of each footnote."""
    lists: list[tuple[str | None, int]] = field(default_factory=list)
    """Of each list its numbering, None for bullets, and the number at which it starts."""
    labels: dict[str, int] = field(default_factory=dict)
    """Places to which links lead."""
    noted: dict[str, int] = field(default_factory=dict)
    """Each footnote to its number."""
    controls: int = 0

    def number_of_control(self) -> int:
        self.controls += 1
        return self.controls

    def label(self, name: str) -> str:
        """The name of a bookmark: Word takes letters and digits, and few of them."""
        return f"place_{self.labels.setdefault(name, len(self.labels) + 1)}"

    def bookmark(self, name: str) -> str:
        mark = self.label(name)
        number = self.labels[name]
        return f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/><w:bookmarkEnd w:id="{number}"/>'


@dataclass
class Body:
    """Makes the paragraphs and tables of blocks. ``level`` is the depth of lists around them."""

    parts: Parts
    listed: str = ""
    """Words that stand in the title of the control around a facility list; empty: there is none."""
    level: int = 0
    indent: int = 0

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        kind = block["kind"]
        make: Callable[[Block], str] = getattr(self, f"_{kind.replace('-', '_')}")
        marks = "".join(map(self.parts.bookmark, block.get("labels", ())))
        return _with_marks(make(block), marks)

    def runs(self, runs: Sequence[Any], styles: tuple[str, ...] = ()) -> str:
        return "".join(self._run(one, styles) for one in runs)

    def _run(self, one: Any, styles: tuple[str, ...]) -> str:
        if isinstance(one, str):
            return run(one, styles)
        if "br" in one:
            return "<w:r><w:br/></w:r>"
        if "label" in one:
            return self.parts.bookmark(one["label"])
        if "value" in one:
            return self._value(one, styles)
        if "to" in one:
            anchor = self.parts.label(one["to"])
            return f'<w:hyperlink w:anchor="{anchor}">{self.runs(one["runs"], styles)}</w:hyperlink>'
        if "url" in one:
            relation = self.parts.link(one["url"])
            return f'<w:hyperlink r:id="{relation}">{self.runs(one["runs"], styles)}</w:hyperlink>'
        if "picture" in one:
            return self.parts.picture(one["picture"], one["words"] or "")
        if "note" in one:
            return self._note(one)
        return run(one["text"], (*styles, *one["styles"]))

    def _value(self, one: Block, styles: tuple[str, ...]) -> str:
        inside = self.runs(one["runs"], styles)
        if not inside:
            return ""
        path = one["value"]
        tag = path if len(path) <= TITLE_LENGTH else f"{path[: TITLE_LENGTH - 1]}…"
        return control(inside, shortened(self.parts.place(path)), tag, self.parts.number_of_control())

    def _note(self, one: Block) -> str:
        """A footnote; its mark once more is a raised number, because Word has a note in one place only."""
        known = self.parts.noted.get(one["note"])
        if known is not None or "paragraphs" not in one:
            return run(str(known or one["mark"]), ("raised",))
        number = len(self.parts.notes) + 1
        self.parts.noted[one["note"]] = number
        self.parts.notes.append("")
        mark = _NOTE.format("<w:footnoteRef/>") + run(" ")
        texts = [self.runs(runs) for runs in one["paragraphs"]] or [""]
        made = [paragraph(f"{mark if not at else ''}{text}", "FootnoteText") for at, text in enumerate(texts)]
        self.parts.notes[number - 1] = "".join(made)
        return _NOTE.format(f'<w:footnoteReference w:id="{number}"/>')

    def _heading(self, block: Block) -> str:
        centered = '<w:jc w:val="center"/>' if block.get("role") in _CENTERED else ""
        return paragraph(self.runs(block["runs"]), f"Heading{min(block['level'], 6)}", centered)

    def _paragraph(self, block: Block) -> str:
        style = _STYLES.get(block.get("role", ""), "")
        left = f'<w:ind w:left="{self.indent}"/>' if self.indent and not style else ""
        return paragraph(self.runs(block["runs"]), style, left)

    def _check(self, block: Block) -> str:
        box = " ".join(plain(runs) for runs in block["box"])
        inside = f"{run(box)}<w:r><w:tab/></w:r>{self.runs(block['runs'])}"
        return paragraph(inside, "FormsdCheck")

    def _list(self, block: Block) -> str:
        self.parts.lists.append((block["numbering"], block["start"]))
        number, level = len(self.parts.lists), min(self.level, 8)
        mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        made = []
        for item in block["items"]:
            first, *rest = item
            inner = Body(self.parts, self.listed, self.level + 1, _INDENT * (level + 2))
            if "runs" in first and first["kind"] == "paragraph":
                begin = paragraph(self.runs(first["runs"]), _LIST, mark)
                marks = "".join(map(self.parts.bookmark, first.get("labels", ())))
                made.append(_with_marks(begin, marks) + inner.blocks(rest))
            else:
                made.append(paragraph("", _LIST, mark) + inner.blocks(item))
        return "".join(made)

    def _terms(self, block: Block) -> str:
        made = []
        for entry in block["entries"]:
            made.append(paragraph(self.runs(entry["term"], ("bold",)), "FormsdTerm"))
            inner = Body(self.parts, self.listed, self.level, self.indent + _INDENT)
            made += [inner.blocks(value["blocks"]) for value in entry["values"]]
        return "".join(made)

    def _table(self, block: Block) -> str:
        captioned = (
            paragraph(self.runs(block["caption"], ("bold",)), "FormsdTableTitle") if block["caption"] else ""
        )
        made = table(block, self.runs, lambda blocks: Body(self.parts).blocks(blocks))
        if block.get("role") == "facilities" and self.listed:
            made = control(made, shortened(self.listed), "list", self.parts.number_of_control())
        made = f"{captioned}{made}{paragraph('', 'FormsdGap')}"
        if not block["wide"]:
            return made
        before, behind = (
            paragraph("", "FormsdGap", self.parts.section(is_wide)) for is_wide in (False, True)
        )
        return f"{before}{made}{behind}"

    def _group(self, block: Block) -> str:
        role = block.get("role", "")
        if role.startswith("row"):
            fields = [one["blocks"] if one["kind"] == "group" else [one] for one in block["blocks"]]
            widths = _WIDTHS.get(role, (WIDTH // max(len(fields), 1),) * len(fields))
            if len(widths) == len(fields) and fields:
                return layout([self.blocks(one) for one in fields], widths) + paragraph("", "FormsdGap")
        if role == "signature":
            return "".join(map(self._signed, block["blocks"]))
        end = _PAGE_BREAK if role == "cover" else ""
        return self.blocks(block["blocks"]) + end

    def _signed(self, block: Block) -> str:
        """A line of the signature: the word before it, and what stands behind it."""
        if block["kind"] != "terms":
            return self.block(block)
        lines = []
        for entry in block["entries"]:
            values = [one for value in entry["values"] for one in value["blocks"]]
            signed = [part for one in values for part in one.get("runs", ())]
            inside = f"{self.runs(entry['term'])}<w:r><w:tab/></w:r>{self.runs(signed)}"
            lines.append(paragraph(inside, "FormsdSignature"))
        return "".join(lines)

    def _quote(self, block: Block) -> str:
        return Body(self.parts, self.listed, self.level, self.indent + 2 * _INDENT).blocks(block["blocks"])

    def _code(self, block: Block) -> str:
        return "".join(paragraph(run(line, ("code",)), "FormsdCode") for line in block["text"].split("\n"))

    def _rule(self, block: Block) -> str:
        return paragraph("", "FormsdRule")

    def _page_break(self, block: Block) -> str:
        return _PAGE_BREAK


_NOTE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_BEGINS = re.compile(r"<w:p>(?:<w:pPr>.*?</w:pPr>)?", re.DOTALL)


def _with_marks(made: str, marks: str) -> str:
    """The bookmarks inside the first paragraph, where there is one."""
    if not marks:
        return made
    found = _BEGINS.search(made)
    if found is None:
        return paragraph(marks, "FormsdGap") + made
    return made[: found.end()] + marks + made[found.end() :]


def footnotes(notes: Sequence[str]) -> str:
    """The content of the part with the footnotes, with the two lines that Word asks for."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for number, kind, element in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    texts = "".join(
        f'<w:footnote w:id="{number}">{text}</w:footnote>' for number, text in enumerate(notes, 1)
    )
    return lines + texts
