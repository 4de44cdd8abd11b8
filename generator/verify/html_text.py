"""The text of an HTML page or document, passage by passage, and the rows of its facility list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from ..model import LineRef, Passage
from ..prose.element import Element
from .list_columns import ListColumns
from .values import PublishedRow

_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
})  # fmt: skip
_SKIPPED = frozenset({
    "button", "dialog", "form", "head", "input", "nav", "noscript", "script", "select", "style", "svg",
    "template",
})  # fmt: skip
_SKIPPED_CLASSES = frozenset({
    "fsd-finder", "fsd-newer", "fsd-page-line", "fsd-section__top", "footnote-backref", "headerlink",
    "md-content__button",
})  # fmt: skip
_SITE_ONLY = "data-site-only"
"""Attribute of what a page has and no document."""
_BLANKS = re.compile(r"\s+")
_SELF_CLOSING = frozenset({"area", "br", "col", "hr", "img", "input", "wbr"})


def parsed(content: bytes) -> Any:
    """The root of a page or a document."""
    import lxml.html  # slow to import, and needed by this command only

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return lxml.html.document_fromstring(content, parser=parser)


def parsed_tree(tree: Element) -> Any:
    """A tree of a page that was not written, read in the same way as one that was."""
    return parsed(f"<html><body>{html_of(tree)}</body></html>".encode())


def passages_of(
    root: Any, file: str, columns: ListColumns, *, with_lists: bool = False
) -> tuple[Passage, ...]:
    """The text that readers see, in order; of facility lists the captions only, or all of them."""
    return tuple(_Gathering(file, None if with_lists else columns).gather(root))


def for_the_site(root: Any) -> Any:
    """The root, in which what is there for the site only is text like any other."""
    for element in root.iter():
        element.attrib.pop(_SITE_ONLY, None)
    return root


def lists_in(root: Any, columns: ListColumns) -> Iterator[Any]:
    """The tables that list facilities."""
    return (table for table in root.iter("table") if _columns(table, columns))


def list_rows(root: Any, file: str, columns: ListColumns, page: str = "") -> tuple[PublishedRow, ...]:
    """The rows of all facility lists as one.

    ``page`` is the address at which each row can be found by its id; empty: rows have no address.
    """
    notes = _Notes(root)
    return tuple(
        row
        for table in lists_in(root, columns)
        for row in _rows(table, _columns(table, columns), notes, file, page, columns.covered)
    )


def drawn_in(root: Any, file: str) -> tuple[Passage, ...]:
    """What is written in pictures: their titles, their descriptions, their labels, each as it stands."""
    return tuple(
        Passage(single_blanks(text.text_content()), LineRef(file, text.sourceline))
        for text in root.iter("title", "desc", "text")
        if next(text.iterancestors("svg"), None) is not None
    )


def text_of(element: Any) -> str:
    return single_blanks("".join(_texts(element)))


def single_blanks(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


class _Gathering:
    """Gathers the text of one passage after the other."""

    def __init__(self, file: str, columns: ListColumns | None) -> None:
        """``columns`` by which facility lists are known, whose rows are left out; None: none are left out."""
        self._file = file
        self._list_columns = columns
        self._words: list[str] = []
        self._line: int | None = None

    def gather(self, element: Any, depth: int = 0) -> Iterator[Passage]:
        """``depth`` counts the tables around the element; cells of a table inside another are one passage."""
        if _is_skipped(element):
            return
        tag = element.tag
        if tag == "table":
            depth += 1
        is_block = tag not in _INLINE and tag not in ("br", "img") and not (tag in ("td", "th") and depth > 1)
        if is_block:
            yield from self._passage(element)
        self._words.append(_before(element, depth))
        yield from self._inside(element, depth)
        self._words.append("”" if tag == "q" else "")
        if is_block:
            yield from self._passage(element)

    def _inside(self, element: Any, depth: int) -> Iterator[Passage]:
        known = self._list_columns
        is_list = element.tag == "table" and known is not None and bool(_columns(element, known))
        self._words.append(element.text or "")
        for child in element:
            if not is_list or child.tag == "caption":
                yield from self.gather(child, depth)
            self._words.append(child.tail or "")

    def _passage(self, element: Any) -> Iterator[Passage]:
        text = single_blanks("".join(self._words))
        if text:
            yield Passage(text, LineRef(self._file, self._line))
        self._words = []
        self._line = element.sourceline


def _before(element: Any, depth: int) -> str:
    """What stands for the element's own mark."""
    if element.tag == "br":
        return " "
    if element.tag == "img":
        alternative = single_blanks(element.get("alt", ""))
        return f"[Picture: {alternative}]" if alternative else ""
    if element.tag in ("td", "th") and depth > 1 and element.getprevious() is not None:
        return "; "
    return "“" if element.tag == "q" else ""


def _texts(element: Any) -> Iterator[str]:
    if _is_skipped(element):
        return
    yield " " if element.tag not in _INLINE else ""
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield " " if element.tag not in _INLINE else ""


def _is_skipped(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or _SITE_ONLY in element.attrib:
        return True
    return bool(_SKIPPED_CLASSES & set(element.get("class", "").split()))


def _columns(table: Any, columns: ListColumns) -> list[str]:
    """The columns of a facility list in its order; empty where the table is another one."""
    first = next(table.iter("tr"), None)
    return columns.on_page([text_of(cell) for cell in first.iterchildren("th")]) if first is not None else []


_COUNTRIES = frozenset({"country", "country_as_filed"})


def _without_tag(text: str, tag: str) -> str:
    """A country without the words behind it that it is a covered country."""
    return text.removesuffix(f" ({tag})") if tag else text


def _rows(
    table: Any, columns: list[str], notes: _Notes, file: str, page: str, tag: str
) -> Iterator[PublishedRow]:
    for row in list(table.iter("tr"))[1:]:
        cells = list(row.iterchildren("th", "td"))
        values = {name: text_of(cell) for name, cell in zip(columns, cells, strict=False) if name}
        values |= {name: _without_tag(values[name], tag) for name in _COUNTRIES & values.keys()}
        if "status_as_of" in values:
            values["status_as_of"] = _iso(values["status_as_of"])
        if len(cells) == len(columns) and "note" in values:
            values["note"] = notes.of(cells[columns.index("note")]) or values["note"]
        if place := _place(cells, table.get("data-filed")):
            values = {name: text for name, text in values.items() if name != "country"} | place
        if page:
            values["address"] = f"{page}#{row.get('id', '')}"
        yield PublishedRow(values, LineRef(file, row.sourceline))


def _place(cells: Sequence[Any], usual: str | None) -> dict[str, str]:
    """The country of a row of the annex page: a cell shows the reader's name and holds the filed one.

    ``usual`` is what the table says of cells that hold none; None: it is no table of that page.
    """
    for cell in cells if usual is not None else ():
        if cell.tag == "td" and "data-country" in cell.attrib:
            shown = text_of(cell)
            filed = single_blanks(cell.get("data-filed", ""))
            return {
                "country_for_readers": shown,
                "country_as_filed": filed or (shown.upper() if usual == "capitals" else shown),
            }
    return {}


def _iso(text: str) -> str:
    """``May 31, 2022`` as ``2022-05-31``; another text as it is."""
    try:
        return dt.datetime.strptime(text, "%B %d, %Y").date().isoformat()
    except ValueError:
        return text


class _Notes:
    """The notes below a list, by the address that a cell links to."""

    def __init__(self, root: Any) -> None:
        self._texts = {item.get("id"): text_of(item) for item in root.iter("li") if item.get("id")}

    def of(self, cell: Any) -> str:
        link = next(cell.iter("a"), None)
        address = link.get("href", "") if link is not None else ""
        return self._texts.get(address.removeprefix("#"), "")


def html_of(node: Element | str) -> str:
    """A tree as HTML, which gives the same tree when it is read."""
    if isinstance(node, str):
        return escape(node)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in _SELF_CLOSING:
        return f"<{node.tag}{attributes}>"
    return f"<{node.tag}{attributes}>{''.join(map(html_of, node.children))}</{node.tag}>"
