"""An exhibit's HTML as a flow of paragraphs, tables and page breaks, in its order and with its looks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .runs import Run, is_hidden, look_of, plain_text, points, root_of, styles_of, tidy

_SKIPPED = frozenset({"head", "ix:header", "ix:hidden", "noscript", "script", "style", "template", "title"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "del", "nobr",
})  # fmt: skip
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
_LIST_INDENT = 36.0
_GAP = 2.0
_LETTERS = {"a": "abcdefghijklmnopqrstuvwxyz", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0a8": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}
"""Letters of the fonts Symbol and Wingdings that filers use as bullets."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Lengths are in points from the left edge of the text."""

    runs: tuple[Run, ...]
    line: int = 1
    align: str = "left"
    indent: float = 0.0
    """Where its further lines begin."""
    first: float = 0.0
    """Where its first line, and with it its marker, begins."""
    level: int = 0
    """1 to 6 for a heading of HTML; else 0."""
    marker: str = ""
    """What stands before it as in a list: a bullet, ``a.``, ``(iv)``, ``2.``; not in ``runs``."""
    is_note: bool = False
    """True where the marker is a raised footnote mark."""

    @property
    def text(self) -> str:
        return plain_text(self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...] = ()
    across: int = 1
    down: int = 1
    width: float = 0.0
    is_heading: bool = False

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that holds no other; ``index`` counts every table of the exhibit from 0."""

    index: int
    line: int
    rows: tuple[tuple[Cell, ...], ...]
    indent: float = 0.0
    begins_page: bool = False
    """True where it stands at the top of a page and a table at the bottom of the page before."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the exhibit shows; ``name`` is its file."""

    name: str
    alternative: str
    line: int


Item = Paragraph | Table | PageBreak | Picture


def flow_of(html: str) -> list[Item]:
    """What the HTML shows. Tables that hold tables are layout: their cells are flow as well."""
    walk = _Walk()
    if (root := root_of(html, is_deep=True)) is not None:
        walk.visit(root, _Place())
    walk.end()
    return walk.items


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element hands down to what stands in it."""

    look: Run = field(default_factory=lambda: Run(""))
    align: str = "left"
    indent: float = 0.0
    hanging: float = 0.0
    level: int = 0

    def inside(self, element: Any) -> _Place:
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
    found = 0.0
    for name in ("margin", "padding"):
        sides = style.get(name, "").split()
        shorthand = sides[3] if len(sides) == 4 else sides[1] if len(sides) > 1 else "".join(sides)
        found += points(style.get(f"{name}-left", shorthand))
    return found


@dataclass
class _Walk:
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
        parts = _split_at_double_breaks(self._runs)
        for runs in (half for part in parts for half in _split_below_heading(part)):
            found = tidy(runs)
            if found:
                first = self._place.indent + self._place.hanging
                self.items.append(
                    Paragraph(
                        found,
                        self._line,
                        self._place.align,
                        self._place.indent,
                        first,
                        self._place.level,
                        self._marker,
                    )
                )
                self._marker = ""
        self._runs, self._begun = [], False

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

    def _block(self, element: Any, outer: _Place, go_through: Any) -> None:
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
            self._marker = _number(number, element.get("type") or "1") if element.tag == "ol" else "•"
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


def _split_at_double_breaks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Two line breaks with nothing between them end a paragraph."""
    part: list[Run] = []
    broken = False
    for run in runs:
        if run.text == "\n":
            if broken:
                yield part
                part, broken = [], False
                continue
            broken = True
        elif run.text.strip():
            broken = False
        part.append(run)
    yield part


def _split_below_heading(runs: list[Run]) -> list[list[Run]]:
    """A first line all in bold or underlined is a paragraph of its own, where the lines below are not."""
    at = next((index for index, run in enumerate(runs) if run.text == "\n" and _says(runs[:index])), None)
    if at is None:
        return [runs]
    for stands_out in (lambda run: run.bold, lambda run: run.underlined):
        if _says(runs[at:]) and all(map(stands_out, _words(runs[:at]))):
            return [runs] if all(map(stands_out, _words(runs[at:]))) else [runs[:at], runs[at + 1 :]]
    return [runs]


def _words(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if run.text.strip()]


def _says(runs: Sequence[Run]) -> bool:
    return bool(_words(runs))


def clean(text: str) -> str:
    """Text without what cannot be seen; every kind of space is a blank, and so is a line end."""
    text = text.translate(_WINDOWS)
    kept = (_SYMBOLS.get(character, character) for character in text)
    return "".join(" " if c.isspace() else c for c in kept if c.isspace() or not _is_unprintable(c))


def _is_unprintable(character: str) -> bool:
    if character in _INVISIBLE or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn"):
        return True
    return unicodedata.bidirectional(character) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip


def _breaks_page(style: dict[str, str], side: str) -> bool:
    value = style.get(f"page-break-{side}", style.get(f"break-{side}", ""))
    return value in ("always", "page", "left", "right")


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(int(value), 200) if value.isdecimal() and int(value) > 0 else 1


def _number(number: int, kind: str) -> str:
    if kind in _LETTERS and 0 < number <= 26:
        return f"{_LETTERS[kind][number - 1]}."
    if kind in ("i", "I"):
        roman = _roman(number)
        return f"{roman if kind == 'I' else roman.lower()}."
    return f"{number}."


def _roman(number: int) -> str:
    found = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            found, number = found + letters, number - value
    return found
