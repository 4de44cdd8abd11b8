"""The page's HTML as a tree of blocks that ``document.typ`` sets: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ...prose.element import Element
from ..printed import is_left_out, walk
from ..trees import is_part
from .runs import Block, Context, plain, runs_of
from .tables import table_block

_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_ROLES = {
    "fsd-form__cover": "cover",
    "fsd-form__commission": "commission",
    "fsd-form__title": "title",
    "fsd-form__row": "row",
    "fsd-form__row--three": "row-three",
    "fsd-form__row--address": "row-address",
    "fsd-form__field": "field",
    "fsd-form__value": "value",
    "fsd-form__value--registrant": "registrant",
    "fsd-form__caption": "caption",
    "fsd-form__rules": "rules",
    "fsd-form__section": "section",
    "fsd-form__item": "item",
    "fsd-form__heading": "named",
    "fsd-form__signature": "signature",
    "fsd-form__signatory": "signatory",
    "fsd-form__by": "signed",
    "fsd-form__draft": "draft",
    "fsd-lede": "lede",
    "fsd-note": "note",
    "fsd-notes": "notes",
    "fsd-columns": "columns",
    "fsd-annex": "facilities",
}
"""Parts of the pages that have a look of their own, by their class; the last class that is known counts."""
_NUMBERINGS = {"1": "1.", "a": "a.", "A": "A.", "i": "i.", "I": "I."}
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


_BLANK: Block = {"kind": "paragraph", "role": "", "runs": ["\u00a0"]}
"""An empty line, where the form has a blank."""


def is_blank(element: Element) -> bool:
    """Whether it is a blank of the form that nothing was filled into."""
    return any("fsd-form__blank" in part.classes for part in _children(element)) and not element.text.strip()


def _children(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


@dataclass
class _Converter:
    """``level`` is the level of the last heading: a level is never skipped on the way down."""

    context: Context
    level: int = 0

    def blocks(self, nodes: Iterable[Element | str]) -> list[Block]:
        """The blocks of a part of the page; text between blocks becomes paragraphs."""
        found: list[Block] = []
        line: list[Element | str] = []
        for node in nodes:
            if isinstance(node, str) or not _is_block(node):
                line.append(node)
            else:
                found += self.paragraph(line)
                line = []
                if _role(node) == "signature" and found and found[-1]["kind"] == "paragraph":
                    found[-1] |= {"role": "signing"}
                found += self.block(node)
        return [*found, *self.paragraph(line)]

    def paragraph(self, nodes: Iterable[Element | str]) -> Iterator[Block]:
        runs = runs_of(nodes, self.context)
        if plain(runs).strip() or any(isinstance(run, dict) and "picture" in run for run in runs):
            yield {"kind": "paragraph", "role": "", "runs": runs}

    def block(self, element: Element) -> Iterator[Block]:
        if "footnote" in element.classes:
            element = self.unmarked_notes(element)
        make = _MAKERS.get(element.tag, _Converter.group)
        labels = self.context.labels(element)
        role = _role(element)
        for block in make(self, element):
            yield {
                **block,
                "role": role or block.get("role", ""),
                "labels": [*labels, *block.get("labels", ())],
            }
            labels = []

    def heading(self, element: Element) -> Iterator[Block]:
        runs = runs_of(element.children, self.context)
        if not plain(runs).strip():
            return
        self.level = min(_LEVELS[element.tag], self.level + 1)
        yield {
            "kind": "heading",
            "level": self.level,
            "runs": runs,
            "title": _in_one_line(plain(runs).split("\n")),
        }

    def text(self, element: Element) -> Iterator[Block]:
        if "fsd-form__rule" in element.classes:
            return self.check_box(element)
        if is_blank(element):
            return iter([dict(_BLANK)])
        if any(_is_block(child) for child in element.children):
            return iter(self.blocks(element.children))
        return self.paragraph(element.children)

    def check_box(self, element: Element) -> Iterator[Block]:
        """The box with its word, and beside it what is checked."""
        parts = [child for child in element.children if isinstance(child, Element)]
        box, rest = [
            [p for p in parts if ("fsd-form__box" in p.classes) is is_box] for is_box in (True, False)
        ]
        yield {
            "kind": "check",
            "box": [runs_of([part], self.context) for child in box for part in child.children],
            "runs": runs_of(rest, self.context),
        }

    def list_of_items(self, element: Element) -> Iterator[Block]:
        items = [self.item(child) for child in _elements(element, {"li"})]
        if not items:
            return
        start = element.attributes.get("start", "1")
        yield {
            "kind": "list",
            "numbering": _NUMBERINGS.get(element.attributes.get("type", "1"))
            if element.tag == "ol"
            else None,
            "start": int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1,
            "tight": all(_is_one_line(item) for item in items),
            "items": items,
        }

    def item(self, element: Element) -> list[Block]:
        """The blocks of an item, the first of which has the item's own labels too."""
        blocks = self.blocks(element.children) or [{"kind": "paragraph", "runs": []}]
        labels = [*self.context.labels(element), *blocks[0].get("labels", ())]
        return [{**blocks[0], "labels": labels}, *blocks[1:]]

    def terms(self, element: Element) -> Iterator[Block]:
        """Names and their values; a ``div`` around a pair is passed through."""
        entries: list[Block] = []
        for part in _elements(element, {"dt", "dd"}):
            blocks = [dict(_BLANK)] if is_blank(part) else self.blocks(part.children)
            if part.tag == "dt":
                entries.append(
                    {"term": blocks[0]["runs"] if blocks and "runs" in blocks[0] else [], "values": []}
                )
            elif entries:
                entries[-1]["values"].append({"blocks": blocks, "role": _role(part) or ""})
        if entries:
            yield {"kind": "terms", "entries": entries}

    def table(self, element: Element) -> Iterator[Block]:
        block = table_block(element, self.context, lambda cell: self.blocks(cell.children))
        if block:
            yield block

    def group(self, element: Element) -> Iterator[Block]:
        """A group with a look of its own stays one; any other dissolves into its blocks."""
        if is_part(element):
            yield {"kind": "page-break"}
        blocks = self.blocks(element.children)
        if _role(element) is None:
            yield from blocks
        elif blocks:
            yield {"kind": "group", "blocks": blocks}

    def quote(self, element: Element) -> Iterator[Block]:
        yield {"kind": "quote", "blocks": self.blocks(element.children)}

    def code(self, element: Element) -> Iterator[Block]:
        yield {"kind": "code", "text": element.text.strip("\n").expandtabs(4)}

    def rule(self, element: Element) -> Iterator[Block]:
        yield {"kind": "rule"}

    def unmarked_notes(self, element: Element) -> Element:
        """Footnotes stand where they are marked; here remain those that nothing marks."""
        notes = [item for item in walk(element) if item.tag == "li"]
        left = tuple(item for item in notes if f"#{item.attributes.get('id')}" not in self.context.noted)
        return Element("ol", {}, left)


_MAKERS: dict[str, Callable[[_Converter, Element], Iterator[Block]]] = {
    **dict.fromkeys(_LEVELS, _Converter.heading),
    "p": _Converter.text,
    "ul": _Converter.list_of_items,
    "ol": _Converter.list_of_items,
    "dl": _Converter.terms,
    "table": _Converter.table,
    "blockquote": _Converter.quote,
    "pre": _Converter.code,
    "hr": _Converter.rule,
}


def blocks_of(page: Element, context: Context) -> list[Block]:
    """The page as blocks."""
    return _Converter(context).blocks(page.children)


def footnotes_of(page: Element) -> dict[str, Element]:
    """The page's footnotes by the ``href`` of their marks."""
    return {
        f"#{item.attributes['id']}": item
        for element in walk(page)
        if element.tag == "div" and "footnote" in element.classes
        for item in walk(element)
        if item.tag == "li" and "id" in item.attributes
    }


def walk_printed(element: Element) -> Iterator[Element]:
    """As ``walk``, without what is there for a browser only."""
    waiting = [element]
    while waiting:
        element = waiting.pop()
        if not is_left_out(element):
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


def _in_one_line(lines: list[str]) -> str:
    """A heading as contents and bookmarks have it: the break is a dash, only the first line in capitals."""
    first, *rest = lines
    for line in rest:
        words = line.title() if line.isupper() and not line.startswith("(") else line
        first = f"{first} {words}" if words.startswith("(") else f"{first} – {words}"
    return first


def _elements(element: Element, tags: set[str]) -> Iterator[Element]:
    """The nearest elements inside that have one of the tags."""
    for child in element.children:
        if isinstance(child, Element) and not is_left_out(child):
            if child.tag in tags:
                yield child
            else:
                yield from _elements(child, tags)


def _role(element: Element) -> str | None:
    known = [_ROLES[name] for name in element.attributes.get("class", "").split() if name in _ROLES]
    return known[-1] if known else None


def _is_block(node: Element | str) -> bool:
    """Whether the node is a block, or a part of a line with a block inside, as where people close nothing."""
    if isinstance(node, str) or is_left_out(node):
        return False
    return node.tag not in _INLINE or any(_is_block(child) for child in node.children)


def _is_one_line(item: list[Block]) -> bool:
    return len(item) <= 1 and all(
        block["kind"] == "paragraph" and len(plain(block["runs"])) < 90 for block in item
    )
