"""A filed document as lines of text and rows of cells, in its order, from HTML or from plain text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..files.cell_text import clean
from .runs import is_hidden, root_of
from .wrapped_cells import unwrapped

MARK_BEGIN, MARK_END = "\ue000", "\ue001"
"""Around what stands raised: footnote marks, told apart from the digits of a name."""

BOLD_BEGIN, BOLD_END = "\ue002", "\ue003"
"""Around what is set in bold letters, in cells of tables."""

_SKIPPED = frozenset({"head", "ix:header", "ix:hidden", "noscript", "script", "style", "template", "title"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
})  # fmt: skip
_WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") or "" for code in range(0x80, 0xA0)}
"""What browsers show for the numeric references 128 to 159, which older filings use for quotes and dashes."""

_IS_HTML = re.compile(r"<(?:html|body|div|p|t[rd])\b", re.IGNORECASE)
_GAPS = re.compile(r" {2,}|\t")
_RULE = re.compile(r"[\s|:+=_-]*")
_BOLD = re.compile(r"\*\*|__")
_BOLD_STYLE = re.compile(r"font(?:-weight)?\s*:[^;]*\b(?:bold|bolder|[6-9]00)\b", re.IGNORECASE)
_LIGHT_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)\b", re.IGNORECASE)
_SGML_TABLE = re.compile(r"</?(?:TABLE|CAPTION|S|C|PAGE)>")


@dataclass(frozen=True)
class FiledCell:
    """A cell: its text, the marks that stand raised in it, and the column in which it begins, from 0."""

    text: str
    column: int = 0
    marks: tuple[str, ...] = ()
    is_bold: bool = False
    """Whether all of its text is set in bold letters; never of plain text."""


@dataclass(frozen=True)
class Block:
    """A paragraph (``table`` None, one cell) or a row of a table; ``line`` is its line in the file."""

    cells: tuple[FiledCell, ...]
    line: int
    table: int | None = None

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)


def blocks_of(text: str, first_line: int = 1) -> list[Block]:
    """The blocks that say something; ``first_line`` is the line of the file in which ``text`` begins."""
    found = _html_blocks(text) if _IS_HTML.search(text) else _text_blocks(text)
    return [Block(block.cells, block.line + first_line - 1, block.table) for block in found]


def _cell(raw: str, column: int = 0) -> FiledCell:
    raw = raw.translate(_WINDOWS)
    weighed = re.sub(f"{MARK_BEGIN}.*?{MARK_END}", "", raw, flags=re.DOTALL)
    light = re.sub(f"{BOLD_BEGIN}.*?{BOLD_END}", "", weighed, flags=re.DOTALL)
    is_bold = BOLD_BEGIN in weighed and not re.search(r"\w", light)
    raw = raw.replace(BOLD_BEGIN, "").replace(BOLD_END, "")
    marks = re.findall(f"{MARK_BEGIN}(.*?){MARK_END}", raw, re.DOTALL)
    plain = re.sub(f"{MARK_BEGIN}.*?{MARK_END}", "", raw, flags=re.DOTALL)
    found = tuple(clean(mark)[0] for mark in marks)
    return FiledCell(clean(plain)[0], column, tuple(filter(None, found)), is_bold)


def _html_blocks(text: str) -> list[Block]:
    walk = _Walk()
    if (root := root_of(text)) is not None:
        walk.visit(root)
    walk.flush(None)
    return walk.blocks


@dataclass
class _Walk:
    """Goes through HTML and gathers blocks. Tables that hold tables are layout: their cells are text."""

    blocks: list[Block] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _line: int | None = None
    _tables: int = 0

    def visit(self, element: Any) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SKIPPED or not tag or is_hidden(element):
            return
        if tag == "table":
            self._table(element)
            return
        if tag == "pre" and "\n" in element.text_content().strip():
            self._preformatted(element)
            return
        if tag not in _INLINE and tag != "br":
            self.flush(element)
        self._line = self._line or element.sourceline
        self._words.append(" " if tag == "br" else MARK_BEGIN if tag == "sup" else "")
        self._words.append(element.text or "")
        for child in element:
            self.visit(child)
            self._words.append(child.tail or "")
        self._words.append(MARK_END if tag == "sup" else "")
        if tag not in _INLINE and tag != "br":
            self.flush(element)

    def flush(self, element: Any | None) -> None:
        """Ends the paragraph that is being gathered; ``element`` is where the next one begins."""
        cell = _cell("".join(self._words))
        if cell.text:
            self.blocks.append(Block((cell,), self._line or 1))
        self._words = []
        self._line = element.sourceline if element is not None else None

    def _preformatted(self, element: Any) -> None:
        """Lines as they are set, in which columns stand apart by blanks."""
        self.flush(None)
        first = self._tables
        for block in _text_blocks(element.text_content()):
            table = None if block.table is None else first + block.table
            self._tables = max(self._tables, (table or 0) + 1)
            self.blocks.append(Block(block.cells, element.sourceline + block.line - 1, table))

    def _table(self, table: Any) -> None:
        self.flush(table)
        number, self._tables = self._tables, self._tables + 1
        spanned: dict[int, _Spanning] = {}
        for part in table.iter("caption", "tr"):
            if next(part.iterancestors("table")) is not table or is_hidden(part):
                continue
            if part.tag == "caption" or part.find(".//table") is not None:
                self._layout_row(part)
                continue
            cells = tuple(_row_cells(part, spanned))
            if any(cell.text for cell in cells):
                self.blocks.append(Block(cells, part.sourceline, number))

    def _layout_row(self, row: Any) -> None:
        for cell in [row] if row.tag == "caption" else row.iterchildren("td", "th"):
            self.flush(cell)
            self._words.append(cell.text or "")
            for child in cell:
                self.visit(child)
                self._words.append(child.tail or "")
            self.flush(cell)


@dataclass(frozen=True)
class _Spanning:
    """A cell that stands in further rows too."""

    rows: int
    width: int
    raw: str


def _row_cells(row: Any, spanned: dict[int, _Spanning]) -> Iterator[FiledCell]:
    """The cells of a row with the columns in which they begin; one that spans rows stands in each of them.

    None where the row says nothing of its own.
    """
    above = dict(spanned)
    taken = {column + more for column, one in above.items() for more in range(one.width)}
    cells = [_cell(one.raw, column) for column, one in above.items()]
    spanned.clear()
    spanned.update({at: _Spanning(one.rows - 1, one.width, one.raw) for at, one in above.items()})
    column = 0
    says_something = False
    for cell in row.iterchildren("td", "th"):
        if is_hidden(cell):
            continue
        while column in taken:
            column += 1
        raw, width = "".join(_raw_of_cell(cell)), _span(cell, "colspan")
        spanned[column] = _Spanning(_span(cell, "rowspan") - 1, width, raw)
        cells.append(_cell(raw, column))
        says_something = says_something or bool(cells[-1].text)
        column += width
    for at in [at for at, one in spanned.items() if one.rows < 1]:
        del spanned[at]
    yield from sorted(cells, key=lambda one: one.column) if says_something else ()


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), 1000) if value.isdecimal() and int(value) > 0 else 1


def _raw_of_cell(cell: Any) -> Iterator[str]:
    """The text of a cell, with marks around what is raised and what is bold."""
    is_bold = cell.tag == "th" or _is_bold(cell) or any(map(_is_bold, _rows_around(cell)))
    yield BOLD_BEGIN if is_bold else ""
    yield from _raw_text(cell, is_bold=is_bold)
    yield BOLD_END if is_bold else ""


def _rows_around(cell: Any) -> Iterator[Any]:
    yield from itertools.takewhile(lambda element: element.tag != "table", cell.iterancestors())


def _is_bold(element: Any) -> bool:
    return element.tag in ("b", "strong") or bool(_BOLD_STYLE.search(element.get("style", "")))


def _raw_text(element: Any, *, is_bold: bool = False) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "sup":
            yield MARK_BEGIN
        elif tag not in _INLINE:
            yield " "
        if tag and tag not in _SKIPPED and not is_hidden(child):
            yield from _weighed(child, is_bold=is_bold)
        yield MARK_END if tag == "sup" else "" if tag in _INLINE else " "
        yield child.tail or ""


def _weighed(child: Any, *, is_bold: bool) -> Iterator[str]:
    """The text of an element, between marks where its weight differs from that of what is around it."""
    if is_bold and _LIGHT_STYLE.search(child.get("style", "")):
        yield BOLD_END
        yield from _raw_text(child)
        yield BOLD_BEGIN
    elif not is_bold and _is_bold(child):
        yield BOLD_BEGIN
        yield from _raw_text(child, is_bold=True)
        yield BOLD_END
    else:
        yield from _raw_text(child, is_bold=is_bold)


def _text_blocks(text: str) -> list[Block]:
    """Lines whose cells stand apart by tabs, bars or several blanks are rows, other lines are paragraphs.

    Blank lines inside a table are the breaks of its pages.
    """
    blocks: list[Block] = []
    paragraph: list[str] = []
    begun = table = 0
    in_table = False

    def end_paragraph() -> None:
        if paragraph:
            cell = _cell(_BOLD.sub("", " ".join(paragraph)))
            blocks.extend([Block((cell,), begun)] if cell.text else [])
            paragraph.clear()

    for number, line in enumerate(unwrapped(_SGML_TABLE.sub("", text).split("\n")), start=1):
        if line is None:
            continue
        cells = _split(line)
        if len(cells) > 1:
            end_paragraph()
            table += 0 if in_table else 1
            in_table = True
            row = tuple(_cell(cell, column) for column, cell in enumerate(cells))
            blocks.append(Block(row, number, table))
        elif _RULE.fullmatch(line):
            end_paragraph()
        else:
            in_table = False
            begun = begun if paragraph else number
            paragraph.append(line)
    end_paragraph()
    return blocks


def _split(line: str) -> list[str]:
    """The cells of a line of text; one cell where it is no row."""
    line = line.rstrip()
    if "\t" in line.strip():
        return line.split("\t")
    stripped = line.strip()
    if stripped.count("|") > 1:
        return [] if _RULE.fullmatch(stripped) else stripped.strip("|").split("|")
    parts = _GAPS.split(stripped)
    return parts if len(parts) > 2 else [line]
