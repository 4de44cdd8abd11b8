"""The HTML of the site as HTML that EDGAR takes: fewer elements, no block in a line, no table in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ...findings import Rule
from ...findings.catalogue import EDGAR_NESTED_TABLE
from ...prose.element import Element
from ..printed import is_left_out
from . import profile
from .elements import (
    BREAKS,
    LIKE_BLOCKS,
    LINES,
    Node,
    Nodes,
    breaking,
    cells_of,
    collapsed,
    has_block,
    is_blank,
    is_block,
    is_number,
    is_whole,
    kept,
    parts_of,
    preformatted,
    rows_of,
    trimmed,
    unwrapped_paragraph,
    without_blanks_between_blocks,
)
from .table_size import look_of

_RENAMED = {"del": "strike", "ins": "u", "s": "strike"}

_NUMBERING = re.compile(r"[1aAiI]")
_NUMBER = re.compile(r"-?\d{1,6}")
_HEADING_COLOUR = "#E8E8E8"

_HEADING_LOOKS = {
    "h1": {"align": "center", "style": "font-size: 16pt; line-height: 1.3"},
    "h2": {"style": "font-size: 13pt; margin-top: 1.6em; page-break-after: avoid"},
    "h3": {"style": "font-size: 11pt; margin-top: 1.4em; page-break-after: avoid"},
}


@dataclass(frozen=True)
class Noted:
    """Something of the page that this format does not show as the page does."""

    rule: Rule
    what: str
    """What it is, in words."""
    fragment: str
    """A piece of its source, by which its place is found."""


Special = Callable[["Converter", Element], Nodes]


@dataclass
class Converter:
    """Converts one document. ``special`` maps a class of the site to what makes its elements."""

    special: Mapping[str, Special] = field(default_factory=dict)
    noted: list[Noted] = field(default_factory=list)
    picture: Callable[[Element], Element | None] = lambda element: None
    """What stands for a picture of the page; None: nothing does."""
    rows_in_words: Callable[[int], str] = str
    """What the filer calls a number of rows of a list."""
    is_in_table: bool = False
    """True while the cells of a table are converted."""
    _level: int = 0

    def flow(self, nodes: Iterable[Node]) -> Nodes:
        """The nodes where blocks may stand; white space between blocks is left out."""
        found = [made for node in nodes for made in self._flowing(node)]
        return tuple(without_blanks_between_blocks(found))

    def line(self, nodes: Iterable[Node]) -> Nodes:
        """The nodes where only text and its marks may stand; blocks become their text."""
        return tuple(trimmed([made for node in nodes for made in self._inline(node)]))

    def _flowing(self, node: Node) -> Nodes:
        if isinstance(node, str):
            return (collapsed(node),)
        if node.tag in BREAKS or is_left_out(node):
            return ()
        for name in sorted(node.classes & self.special.keys()):
            return self.special[name](self, node)
        if node.tag == "table":
            return self.table(node)
        if node.tag in profile.LISTS:
            return self._list(node)
        if node.tag in profile.BLOCKS or node.tag in LINES:
            return self._block(node)
        if node.tag in LIKE_BLOCKS:
            return self._section(node)
        return self._inline(node) if not has_block(node) else self.flow(node.children)

    def _block(self, node: Element) -> Nodes:
        tag = "p" if node.tag in LINES else node.tag
        if tag == "hr":
            return (Element("hr", {"size": "1", "noshade": "noshade"}),)
        if tag == "pre":
            return (Element("pre", kept(node), tuple(preformatted(node))),)
        if tag in ("p", "address") and has_block(node):
            return self._section(node)
        if tag in ("blockquote", "center", "div"):
            return self._section(node, tag)
        if tag in profile.HEADINGS:
            tag = self.heading(node)
        children = self.line(node.children)
        attributes = kept(node) | _HEADING_LOOKS.get(tag, {}) | breaking(node)
        return (Element(tag, attributes, children),) if children or "id" in attributes else ()

    def heading(self, node: Element) -> str:
        """The element of a heading; on the way down no level is left out, as readers of outlines expect."""
        self._level = min(int(node.tag[1]), self._level + 1)
        return f"h{self._level}"

    def _section(self, node: Element, tag: str = "div") -> Nodes:
        """A group of blocks: needless where it only holds blocks, a line of its own where it holds text."""
        children = self.flow(node.children)
        attributes = kept(node)
        if tag == "div" and not attributes and all(is_block(child) for child in children):
            return children
        return (Element(tag, attributes, children),) if children or attributes else ()

    def _list(self, node: Element) -> Nodes:
        if node.tag == "dl":
            return self._definitions(node)
        items = tuple(self._item(child) for child in node.children if not is_blank(child))
        items = tuple(item for item in items if item.children)
        attributes = kept(node)
        if node.tag == "ol":
            attributes |= {"type": _matching(_NUMBERING, node.attributes.get("type", "")) or "1"}
            start = _matching(_NUMBER, node.attributes.get("start", ""))
            attributes |= {"start": start} if start not in (None, "1") else {}
        return (Element("ol" if node.tag == "ol" else "ul", attributes, items),) if items else ()

    def _item(self, node: Node) -> Element:
        if isinstance(node, str) or node.tag != "li":
            return Element("li", {}, self.flow((node,)))
        return Element("li", kept(node) | breaking(node), unwrapped_paragraph(self.flow(node.children)))

    def _definitions(self, node: Element) -> Nodes:
        parts = tuple(self._definition(part) for part in parts_of(node, {"dt", "dd"}))
        return (Element("dl", kept(node), parts),) if parts else ()

    def _definition(self, part: Element) -> Element:
        make = self.line if part.tag == "dt" else self.flow
        return Element(part.tag, kept(part), make(part.children))

    def table(self, node: Element, *, rows: Iterable[Element] | None = None, caption: str = "") -> Nodes:
        """The table, or ``rows`` of it only; ``caption`` in place of its own."""
        if self.is_in_table:
            self.noted.append(Noted(EDGAR_NESTED_TABLE, "a table inside a table", "<table"))
            return self._flattened(node)
        self.is_in_table = True
        made = tuple(row for row in map(self._row, rows or rows_of(node)) if row.children)
        heading = (Element("b", {}, (caption,)),) if caption else self._caption(node)
        self.is_in_table = False
        if not made:
            return ()
        top = (Element("caption", {"style": "text-align: left"}, heading),) if heading else ()
        return (Element("table", kept(node) | look_of(made), (*top, *made)),)

    def _caption(self, node: Element) -> Nodes:
        own = next(iter(parts_of(node, {"caption"})), None)
        text = self.line(own.children) if own else ()
        return (Element("b", {}, text),) if text else ()

    def _row(self, row: Element) -> Element:
        cells = cells_of(row)
        is_heading = all(cell.tag == "th" for cell in cells)
        look = {"valign": "bottom", "bgcolor": _HEADING_COLOUR} if is_heading else {"valign": "top"}
        look |= {"style": "page-break-inside: avoid"}
        return Element("tr", kept(row) | look, tuple(self._cell(cell, is_heading) for cell in cells))

    def _cell(self, cell: Element, is_heading: bool) -> Element:
        attributes = kept(cell) | breaking(cell)
        for name in ("colspan", "rowspan"):
            span = _matching(_NUMBER, cell.attributes.get(name, ""))
            attributes |= {name: span} if span not in (None, "1") else {}
        if is_whole(cell):
            attributes["nowrap"] = "nowrap"
        if is_number(cell) or cell.tag == "th":
            attributes |= {"align": "right" if is_number(cell) else "left"}
        if cell.tag == "th" and not is_heading:
            attributes["style"] = "; ".join(filter(None, ("font-weight: normal", attributes.get("style"))))
        return Element(cell.tag, attributes, self._in_cell(cell.children))

    def _in_cell(self, nodes: Nodes) -> Nodes:
        """Most cells are one text: long lists are converted faster where that is seen first."""
        if len(nodes) == 1 and isinstance(nodes[0], str):
            text = collapsed(nodes[0]).strip(" ")
            return (text,) if text else ()
        return unwrapped_paragraph(self.flow(nodes))

    def _flattened(self, table: Element) -> Nodes:
        """A line for each row, cells apart by semicolons."""
        return tuple(Element("div", {}, self._line_of(row)) for row in rows_of(table))

    def _line_of(self, row: Element) -> Nodes:
        cells = [self.line(cell.children) for cell in cells_of(row)]
        return tuple(
            node for number, cell in enumerate(cells) for node in ((("; ",) if number else ()) + cell)
        )

    def _inline(self, node: Node) -> Nodes:
        """A node of a line; what EDGAR has no element for is left out, and its content stays."""
        if isinstance(node, str):
            return (collapsed(node),)
        if node.tag in BREAKS or is_left_out(node):
            return ()
        if node.tag == "br":
            return (Element("br"),)
        if node.tag == "img":
            return self._picture(node)
        children = tuple(made for child in node.children for made in self._inline(child))
        if node.tag in LIKE_BLOCKS:
            return (" ", *children, " ")
        if node.tag == "q":
            return ("“", *children, "”")
        tag = _RENAMED.get(node.tag, node.tag)
        attributes = kept(node)
        if tag == "a" and node.attributes.get("href"):
            return (Element("a", attributes | {"href": node.attributes["href"]}, children),)
        if tag in profile.INLINE - {"a", "font"}:
            return (Element(tag, attributes, children),) if children else ()
        return (Element("a", attributes, children),) if attributes else children

    def _picture(self, node: Element) -> Nodes:
        """The picture beside the document; of one that is no file of the year, its text."""
        text = collapsed(node.attributes.get("alt", "")).strip()
        made = self.picture(node)
        if made is not None:
            return (made,)
        return (f"[Picture: {text}]",) if text else ()


def _matching(pattern: re.Pattern[str], value: str) -> str | None:
    return value if pattern.fullmatch(value) else None
