"""What a page has for a browser only, and what of people's sections the documents therefore lack.

The documents are the PDF and the files for EDGAR: both leave the same out, and it is told once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ..findings import Finding
from ..findings.catalogue import (
    DOCUMENTS_LEFT_OUT,
    DOCUMENTS_PICTURE,
    DOCUMENTS_PICTURE_TEXT,
    DOCUMENTS_UNCLOSED,
)
from ..model import Disclosure, LineRef, OwnFile
from ..prose.element import Element
from .section_lines import lines_with, unclosed

LEFT_OUT = frozenset({
    "audio", "button", "canvas", "dialog", "embed", "form", "iframe", "input", "link", "math", "meta", "nav",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
"""Elements that have no place on paper."""
_FOR_THE_SITE = frozenset({"fsd-finder", "footnote-backref"})
_PICTURE_ENDS = frozenset({".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_HAS_TEXT = re.compile(r"!\[\s*[^\]\s]|\balt\s*=\s*(?:\"\s*[^\"\s]|'\s*[^'\s])")
"""A picture with alternative text, in Markdown or in HTML."""


def is_left_out(element: Element) -> bool:
    """Whether the element is there for a browser only."""
    attributes = element.attributes
    if element.tag in LEFT_OUT or "data-site-only" in attributes:
        return True
    return "class" in attributes and not _FOR_THE_SITE.isdisjoint(element.classes)


def own_picture(disclosure: Disclosure, element: Element) -> OwnFile | None:
    """The file of the year that a page shows as a picture; None where it shows another."""
    path = posixpath.normpath(unquote(element.attributes.get("src", "")))
    for file in disclosure.own_files:
        if path == f"documents/{file.name}" and posixpath.splitext(path)[1].lower() in _PICTURE_ENDS:
            return file
    return None


def not_shown(disclosure: Disclosure, trees: Iterable[Element]) -> Iterator[Finding]:
    """DC-001 to DC-004: what people wrote into their sections and no document can show as the site does."""
    elements = [element for tree in trees for element in walk(tree)]
    for tag in sorted({element.tag for element in elements} & LEFT_OUT):
        yield from _left_out(disclosure, tag)
    for tag, where in unclosed(disclosure):
        message = f"the element <{tag}> is not closed: what follows may come out as part of it"
        yield Finding(DOCUMENTS_UNCLOSED, message, where, f"Write </{tag}> where it ends.")
    for picture in (element for element in elements if element.tag == "img"):
        yield from _picture(disclosure, picture)


def walk(element: Element) -> Iterator[Element]:
    """The element and all elements inside, in the order of the page."""
    waiting = [element]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


def picture_lines(disclosure: Disclosure, name: str, *, with_text: bool) -> Iterator[LineRef]:
    """The lines that show the picture: only those that give it a text, or give it none, if there are such."""
    found = list(lines_with(disclosure, re.compile(re.escape(name or "<img"), re.IGNORECASE)))
    alike = [(place, line) for place, line in found if bool(_HAS_TEXT.search(line)) is with_text]
    return (place for place, _ in alike or found)


def _left_out(disclosure: Disclosure, tag: str) -> Iterator[Finding]:
    for where, _ in lines_with(disclosure, re.compile(rf"<{tag}\b", re.IGNORECASE)):
        message = f"the element <{tag}> is left out of the PDF and of the files for EDGAR"
        yield Finding(DOCUMENTS_LEFT_OUT, message, where, "Say in words what it shows, or remove it.")


def _picture(disclosure: Disclosure, picture: Element) -> Iterator[Finding]:
    name = picture.attributes.get("src", "").rpartition("/")[2]
    if not picture.attributes.get("alt", "").strip():
        for where in picture_lines(disclosure, name, with_text=False):
            message = (
                f"the picture '{name}' has no alternative text: whoever cannot see it learns nothing of it"
            )
            advice = "Write what it shows between the square brackets: ![text](file)."
            yield Finding(DOCUMENTS_PICTURE_TEXT, message, where, advice)
    elif own_picture(disclosure, picture) is None:
        for where in picture_lines(disclosure, name, with_text=True):
            message = f"the picture '{name}' is in no document; its text stands there instead"
            folder = posixpath.join(posixpath.dirname(disclosure.file), "documents", "")
            advice = f"Put it into {folder} as PNG, JPEG or SVG, and write documents/{name}."
            yield Finding(DOCUMENTS_PICTURE, message, where, advice)
