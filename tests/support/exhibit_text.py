"""The text of a filed exhibit, taken by lxml alone: nothing here is shared with the program.

What is no text of the report, page numbers, running headings, the list itself, is named by the rules below.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html

INLINE = {"a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u", "br"}
MARKER = re.compile(r"[•·▪-]|\(?(?:[a-z]|[ivx]+|\d+)[.)]", re.IGNORECASE)
BULLET = re.compile(r"^[•·▪-]")
PAGE_NUMBER = re.compile(r"(?:A-?)?\d{1,2}")
RUNNING = re.compile(r"EXHIBIT1\.01–MICROSOFT.{0,60}")


def bare(text: str) -> str:
    """Without blanks: whether one stands between a number and a title is a matter of layout."""
    return re.sub(r"\s+", "", text)


@cache
def names_in(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in rows[0] if "name" in name.casefold())
    return frozenset(row[column] for row in rows)


def texts(element: Any) -> Iterator[str]:
    """The text as it stands; a line break is a blank."""
    yield element.text or ""
    for child in element:
        yield " " if child.tag == "br" else ""
        yield from texts(child)
        yield child.tail or ""


def exhibit_of(path: Path, names: frozenset[str]) -> Any:
    """The element with the exhibit of a submission, without list, contents and frame of its pages.

    ``names`` are those of its list of facilities.
    """
    text = path.read_text(encoding="utf-8", errors="replace")
    body = text[text.index("<TEXT>") + len("<TEXT>") : text.rindex("</TEXT>")]
    exhibit = lxml.html.document_fromstring(body.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for title in exhibit.xpath("//title"):
        title.drop_tree()
    for table in exhibit.xpath("//table"):
        if lists_facilities(table, names) or is_contents(table):
            table.drop_tree()
    for element in exhibit.xpath("//p|//div"):
        if is_page_furniture(element):
            element.drop_tree()
    return exhibit


def paragraphs_of(path: Path, names: frozenset[str]) -> tuple[str, ...]:
    """The paragraphs of the exhibit, without blanks; ``names`` are those of its list of facilities."""
    return tuple(blocks(exhibit_of(path, names)))


def lists_facilities(table: Any, names: frozenset[str]) -> bool:
    known = {bare(name) for name in names}
    rows = [{bare("".join(texts(cell))) for cell in row.iter("td")} for row in table.iter("tr")]
    return sum(bool(row & known) for row in rows) * 2 > len([row for row in rows if row - {""}])


def is_contents(table: Any) -> bool:
    """A table of contents: its rows end in page numbers, and a paragraph before it says what it is."""
    before = [bare("".join(texts(p))) for p in table.xpath("preceding::p")]
    filled = [text for text in before if text]
    return bool(filled) and filled[-1] == "Contents"


def is_page_furniture(element: Any) -> bool:
    """Page numbers, running headings, the heading of the contents; none of them in a table."""
    text = bare("".join(texts(element)))
    is_furniture = text == "Contents" or PAGE_NUMBER.fullmatch(text) or RUNNING.fullmatch(text)
    return bool(is_furniture) and next(element.iterancestors("table"), None) is None


def blocks(root: Any) -> Iterator[str]:
    """The text between one begin or end of a block and the next, in order, without blanks."""
    found: list[str] = [""]

    def go_through(element: Any) -> None:
        is_block = isinstance(element.tag, str) and element.tag not in INLINE
        if is_block:
            found.append("")
        if isinstance(element.tag, str):
            found[-1] += element.text or ""
            for child in element:
                go_through(child)
                found[-1] += child.tail or ""
        if is_block:
            found.append("")

    go_through(root)
    yield from filter(None, map(bare, found))
