"""An exhibit's HTML as a flow: ``flow_of``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from .clean_text import clean
from .flow import Cell, Item, PageBreak, Paragraph, Picture, Table
from .list_numbers import list_number
from .paragraph_ends import paragraphs_in
from .runs import Run, is_hidden, look_of, points, root_of, styles_of, tidy

_SKIPPED = frozenset({"head", "ix:header", "ix:hidden", "noscript", "script", "style", "template", "title"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "del", "nobr",
})  # fmt: skip
_LIST_INDENT = 36.0
"""Points by which browsers indent a list."""
_GAP = 2.0
"""Points from which on text beside text stands apart."""
_MOST_SPANNED = 200
"""Columns or rows that a cell may say it spans."""


def flow_of(html: str) -> list[Item]:
    """What the HTML shows. Tables that hold tables are layout: their cells are flow as well."""
    walk = _Walk()
    if (root := root_of(html, is_deep=True)) is not None:
        walk.visit(root, _Place())
    walk.end()
    return walk.items


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element hands down to what stands in it; ``indent`` and ``hanging`` in points."""

    look: Run = field(default_factory=lambda: Run(""))
    align: str = "left"
    indent: float = 0.0
    hanging: float = 0.0
    level: int = 0
    """1 to 6 in a heading; else 0."""

    def inside(self, element: Any) -> _Place:
        """The place of what stands in ``element``, which stands here."""
        style = styles_of(element)
        look = look_of(element, self.look)
        if element.tag in _INLINE or ":" in element.tag:
            return replace(self, look=look)
        align = style.get("text-align", (element.get("align") or "").lower())
        if element.tag == "center":
            align = "center"
        align = {"justify": "left", "start": "left", "end": "right"}.get(align, align) or self.align
        hanging = points(style["text-indent"]) if "text-indent" in style else self.hanging
        level = int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else self.level
        return _Place(look, align, self.indent + _left(style), hanging, level)


def _left(style: dict[str, str]) -> float:
    """Margin and padding on the left, in points."""
    found = 0.0
    for name in ("margin", "padding"):
        sides = style.get(name, "").split()
        shorthand = sides[3] if len(sides) == 4 else sides[1] if len(sides) > 1 else "".join(sides)
        found += points(style.get(f"{name}-left", shorthand))
    return found


@dataclass
class _Walk:
    """What was gathered so far, and of the paragraph that is being gathered, its runs and where it began."""

    items: list[Item] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _place: _Place = field(default_factory=_Place)
    _line: int = 1
    _begun: bool = False
    _tables: int = 0
    _marker: str = ""

    def visit(self, element: Any, outer: _Place) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED or is_hidden(element):
            return
        if tag in ("br", "hr", "img", "page"):
            self._void(element, tag)
        elif tag == "table":
            self._block(element, outer, self._table)
        elif tag in _INLINE or ":" in tag:
            if points(styles_of(element).get("padding-left", "")) > _GAP:
                self._runs.append(Run(" "))  # what stands apart in print
            self._inside(element, outer.inside(element))
        elif tag in ("ol", "ul", "dir", "menu"):
            self._block(element, outer, self._list)
        else:
            self._block(element, outer, self._inside)

    def end(self) -> None:
        """Ends the paragraph that is being gathered."""
        for found in filter(None, map(tidy, paragraphs_in(self._runs))):
            self.items.append(self._paragraph(found))
            self._marker = ""
        self._runs, self._begun = [], False

    def _paragraph(self, runs: tuple[Run, ...]) -> Paragraph:
        place = self._place
        return Paragraph(
            runs,
            self._line,
            place.align,
            place.indent,
            first=place.indent + place.hanging,
            level=place.level,
            marker=self._marker,
        )

    def _void(self, element: Any, tag: str) -> None:
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self.end()
            alternative = " ".join((element.get("alt") or "").split())
            self.items.append(Picture(element.get("src") or "", alternative, element.sourceline or 1))
        else:
            self.end()
            self.items.append(PageBreak(element.sourceline or 1))

    def _block(self, element: Any, outer: _Place, go_through: Callable[[Any, _Place], None]) -> None:
        self.end()
        style = styles_of(element)
        if _breaks_page(style, "before"):
            self.items.append(PageBreak(element.sourceline or 1))
        go_through(element, outer if go_through == self._table else outer.inside(element))
        self.end()
        if _breaks_page(style, "after"):
            self.items.append(PageBreak(element.sourceline or 1))

    def _inside(self, element: Any, place: _Place) -> None:
        self._say(element.text, place, element.sourceline)
        for child in element:
            self.visit(child, place)
            self._say(child.tail, place, child.sourceline)

    def _say(self, text: str | None, place: _Place, line: int | None) -> None:
        if not text:
            return
        if not self._begun and text.strip():
            self._begun, self._place, self._line = True, place, line or 1
        self._runs.append(replace(place.look, text=clean(text)))

    def _list(self, element: Any, place: _Place) -> None:
        at_item = replace(place, indent=place.indent + _LIST_INDENT, hanging=-_LIST_INDENT / 2)
        number = int(start) if (start := element.get("start") or "").isdecimal() else 1
        for child in element:
            if child.tag != "li":
                self.visit(child, at_item)
                continue
            self.end()
            self._marker = list_number(number, element.get("type") or "1") if element.tag == "ol" else "•"
            number += 1
            before = len(self.items)
            self._inside(child, at_item.inside(child))
            self.end()
            self._marker = ""
            self.items[before + 1 :] = [_without_hanging(item) for item in self.items[before + 1 :]]
            self._say(child.tail, at_item, child.sourceline)

    def _table(self, table: Any, outer: _Place) -> None:
        index, self._tables = self._tables, self._tables + 1
        place = outer.inside(table)
        if table.find(".//table") is not None:
            self._inside(table, place)
            return
        rows = []
        for part in table.iter("caption", "tr"):
            if part.tag == "caption":
                self._block(part, place, self._inside)
            elif not is_hidden(part):
                rows.append(self._row(part, place.inside(part)))
        self.items.append(Table(index, table.sourceline or 1, tuple(rows), place.indent))

    def _row(self, row: Any, place: _Place) -> tuple[Cell, ...]:
        cells = []
        for cell in row.iterchildren("td", "th"):
            if is_hidden(cell):
                continue
            inner = _Walk()
            base = replace(place, indent=0.0, hanging=0.0).inside(cell)
            inner._inside(cell, replace(base, look=replace(base.look, raised=False, lowered=False)))
            inner.end()
            found = tuple(item for item in inner.items if isinstance(item, Paragraph))
            self.items.extend(item for item in inner.items if isinstance(item, Picture))
            width = points(styles_of(cell).get("width") or cell.get("width") or "")
            heading = cell.tag == "th"
            cells.append(Cell(found, _span(cell, "colspan"), _span(cell, "rowspan"), width, heading))
        return tuple(cells)


def _without_hanging(item: Item) -> Item:
    return replace(item, first=item.indent) if isinstance(item, Paragraph) and not item.marker else item


def _breaks_page(style: dict[str, str], side: str) -> bool:
    value = style.get(f"page-break-{side}", style.get(f"break-{side}", ""))
    return value in ("always", "page", "left", "right")


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(int(value), _MOST_SPANNED) if value.isdecimal() and int(value) > 0 else 1
