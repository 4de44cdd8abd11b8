"""What the converter asks of elements of the page, and the small changes that it makes to a few nodes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ...prose.element import Element
from . import profile

Node = Element | str
Nodes = tuple[Node, ...]

BREAKS = frozenset({"area", "col", "colgroup", "map", "param", "source", "track", "wbr"})
"""Elements without text of their own, for which nothing stands."""
_SECTIONS = frozenset({
    "article", "aside", "details", "div", "fieldset", "figure", "footer", "header", "hgroup", "main",
    "section",
})  # fmt: skip
LINES = frozenset({"figcaption", "legend", "summary"})
_TABLE_PARTS = frozenset({"caption", "tbody", "td", "tfoot", "th", "thead", "tr"})
_LIST_PARTS = frozenset({"dd", "dt", "li"})
LIKE_BLOCKS = profile.BLOCKS | _SECTIONS | LINES | _TABLE_PARTS | _LIST_PARTS
_NOT_IN_PRE = frozenset({"big", "font", "img", "small", "sub", "sup"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4}")
_SHORT = 20
_LONG_WORD = re.compile(r"\S{25}")
_BREAKING = "word-wrap: break-word; overflow-wrap: anywhere"


def rows_of(table: Element) -> Iterator[Element]:
    """The rows in the order in which they are shown: head, body, foot."""
    for tags in (("thead",), ("tbody", "tr"), ("tfoot",)):
        for group in elements(table):
            if group.tag in tags:
                yield from (group,) if group.tag == "tr" else parts_of(group, {"tr"})


def elements(node: Element) -> list[Element]:
    """The elements right inside; text between them is left out."""
    return [child for child in node.children if isinstance(child, Element)]


def is_number(cell: Element) -> bool:
    """True for cells that the site shows at the end of their column."""
    return "fsd-number" in cell.classes or "text-align: right" in cell.attributes.get("style", "")


def is_whole(cell: Element) -> bool:
    """True for what stands in one line: a day, the label of a status that is short enough."""
    if len(cell.text) > _SHORT:
        return False
    return any("fsd-status" in child.classes for child in elements(cell)) or bool(
        _DAY.fullmatch(cell.text.strip())
    )


def is_block(node: Node) -> bool:
    """True for an element that begins a line of its own in EDGAR's HTML."""
    return isinstance(node, Element) and node.tag in profile.BLOCKS


def collapsed(text: str) -> str:
    """Runs of white space as one blank; no-break spaces stay."""
    return _SPACES.sub(" ", profile.displayable(text))


def kept(node: Element) -> dict[str, str]:
    """The attributes that go over as they are: the address and the language."""
    address, language = node.attributes.get("id", ""), node.attributes.get("lang", "")
    found = {"id": address} if address else {}
    return found | ({"lang": language} if _LANGUAGE.fullmatch(language) else {})


def breaking(node: Element) -> dict[str, str]:
    """Lets a very long word, such as an address, go over the end of a line."""
    return {"style": _BREAKING} if _LONG_WORD.search(node.text) else {}


def parts_of(node: Element, tags: set[str]) -> Iterator[Element]:
    """The parts of a table or list, also where they stand in groups, but not those of another inside."""
    for child in elements(node):
        if child.tag in tags:
            yield child
        elif child.tag not in ("table", "dl"):
            yield from parts_of(child, tags)


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, also where they stand in groups."""
    return list(parts_of(row, {"th", "td"}))


def is_blank(node: Node) -> bool:
    """True for text of white space alone; a no-break space is none."""
    return isinstance(node, str) and not node.strip(" \t\n\r\f")


def has_block(node: Element) -> bool:
    """True where something inside, however deep, is like a block on the page."""
    return any(child.tag in LIKE_BLOCKS or has_block(child) for child in elements(node))


def preformatted(node: Element) -> Iterator[Node]:
    """What stands inside, with its white space, and without the elements that may not stand there."""
    for child in node.children:
        if isinstance(child, str):
            yield profile.displayable(child)
        elif child.tag in profile.INLINE - _NOT_IN_PRE - {"a", "br"}:
            yield Element(child.tag, kept(child), tuple(preformatted(child)))
        else:
            yield from preformatted(child)


def unwrapped_paragraph(children: Nodes) -> Nodes:
    """The text of a lone paragraph: an item or a cell needs no paragraph around all of it.

    Where long words may break, the item or the cell says so itself.
    """
    if len(children) == 1 and isinstance(children[0], Element) and children[0].tag == "p":
        only = children[0]
        return only.children if only.attributes in ({}, {"style": _BREAKING}) else children
    return children


def without_blanks_between_blocks(nodes: list[Node]) -> Iterator[Node]:
    """The nodes without empty texts, and without blanks at an end or beside a block."""
    for at, node in enumerate(nodes):
        if isinstance(node, str) and not node.strip(" "):
            before = nodes[at - 1] if at else None
            after = nodes[at + 1] if at + 1 < len(nodes) else None
            if before is None or after is None or is_block(before) or is_block(after):
                continue
        if node != "":
            yield node


def trimmed(nodes: list[Node]) -> Iterator[Node]:
    """The nodes of a line with single blanks, and none at its ends."""
    runs = [list(run) for _, run in itertools.groupby(nodes, lambda node: isinstance(node, str))]
    for at, run in enumerate(runs):
        if isinstance(run[0], Element):
            yield from run
            continue
        text = collapsed("".join(map(str, run)))
        text = text.lstrip(" ") if at == 0 else text
        text = text.rstrip(" ") if at == len(runs) - 1 else text
        if text:
            yield text
