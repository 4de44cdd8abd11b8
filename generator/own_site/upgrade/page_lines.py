"""What readers see of a page, or have read to them, line by line; its own words and those of the frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
})  # fmt: skip
_NOT_READ = frozenset({"script", "style"})
_SPOKEN = ("alt", "aria-label", "placeholder", "title")
"""Attributes that are shown or read out."""
_BLANKS = re.compile(r"\s+")
_PAGES = (".html", ".htm")
_TEXTS = (".csv", ".json", ".txt", ".xml", ".svg")


@dataclass(frozen=True)
class PageLines:
    """The lines of one page, in order."""

    own: tuple[str, ...]
    frame: tuple[str, ...]
    """Menus, labels and footer."""


def page_lines(path: Path) -> PageLines:
    """Of a page of the website. Its title and its description for search engines are its own."""
    root = _parsed(path)
    head = [f"Title: {one.text_content().strip()}" for one in root.iterfind("head/title")]
    described = root.iterfind("head/meta[@name='description']")
    head += [f"For search engines: {one.get('content', '')}" for one in described]
    article = next(root.iter("article"), None)
    for contents in root.xpath("//ul[@data-md-component='toc']"):
        contents.drop_tree()  # the headings again
    own = _lines(article) if article is not None else []
    if article is not None:
        article.drop_tree()
    body = root.find("body")
    return PageLines((*head, *own), tuple(_lines(body) if body is not None else ()))


def file_lines(path: Path) -> tuple[str, ...]:
    """The lines of a document or a table that is text; none of another file."""
    suffix = path.suffix.lower()
    if suffix in _PAGES:
        return tuple(_lines(_parsed(path)))
    return tuple(path.read_text(encoding="utf-8", errors="replace").splitlines()) if suffix in _TEXTS else ()


def _parsed(path: Path) -> Any:
    import lxml.html  # slow to import

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return lxml.html.document_fromstring(path.read_bytes() or b"<html></html>", parser=parser)


def _lines(root: Any) -> list[str]:
    found: list[str] = []
    words: list[str] = []
    _gather(root, words, found, in_row=False)
    _end(words, found)
    return found


def _gather(element: Any, words: list[str], found: list[str], *, in_row: bool) -> None:
    """A row of a table is one line, its cells apart."""
    if element.tag in _NOT_READ or not isinstance(element.tag, str):
        return
    is_block = not in_row and element.tag not in _INLINE
    if is_block:
        _end(words, found)
    if in_row:
        words.append(" | " if element.tag in ("td", "th") and words else " ")
    found += [f"({element.get(name)})" for name in _SPOKEN if element.get(name, "").strip()]
    words.append(element.text or "")
    for child in element:
        _gather(child, words, found, in_row=in_row or element.tag == "tr")
        words.append(child.tail or "")
    if element.tag == "br":
        words.append(" ")
    if is_block:
        _end(words, found)


def _end(words: list[str], found: list[str]) -> None:
    text = _BLANKS.sub(" ", "".join(words)).strip(" |")
    if text:
        found.append(text)
    words.clear()
