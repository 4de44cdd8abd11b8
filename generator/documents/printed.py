"""What a page has for a browser only, and what of people's sections the documents therefore lack.

The documents are the PDF and the files for EDGAR: both leave the same out, and it is told once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from ..files.nearest import did_you_mean
from ..findings import Finding
from ..findings.catalogue import (
    DOCUMENTS_LEFT_OUT,
    DOCUMENTS_PICTURE,
    DOCUMENTS_PICTURE_TEXT,
    DOCUMENTS_UNCLOSED,
    PDF_PICTURE_DAMAGED,
    PICTURE_MISSING,
    PICTURE_UNUSED,
    PICTURE_WORDY,
)
from ..model import Disclosure, LineRef, OwnFile
from ..prose.element import Element
from .own_pictures import KINDS, PictureError, looked_at
from .section_lines import lines_with, unclosed

LEFT_OUT = frozenset({
    "audio", "button", "canvas", "dialog", "embed", "form", "iframe", "input", "link", "math", "meta", "nav",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
"""Elements that have no place on paper."""
_LONG_TEXT = 250
"""Letters that whoever listens to a page hears at once, without a way to stop."""
_FOR_THE_SITE = frozenset({"fsd-finder", "footnote-backref"})
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
    path = _path(element)
    if posixpath.splitext(path)[1].lower() not in KINDS:
        return None
    for folder, files in (("pictures", disclosure.pictures), ("documents", disclosure.own_files)):
        for file in files:
            if path == f"{folder}/{file.name}":
                return file
    return None


def _path(picture: Element) -> str:
    """From the year's folder; a path that leads out of it begins with two points."""
    return posixpath.normpath(unquote(picture.attributes.get("src", "")))


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


def pictures_can_be_used(disclosure: Disclosure) -> Iterator[Finding]:
    """PD-007 and FI-006: the files of the folder ``pictures`` are pictures, and sections show them."""
    year = posixpath.dirname(disclosure.file)
    shown = disclosure.shown_pictures
    for file in disclosure.pictures:
        if file not in shown:
            message = f"no section shows the picture '{file.name}', and it is not published"
            advice = (
                f"Write ![what it shows](pictures/{quote(file.name)}) into a section, or remove the file."
            )
            yield Finding(PICTURE_UNUSED, message, LineRef(f"{year}/pictures/{file.name}"), advice)
    for folder, files in (("pictures", shown), ("documents", disclosure.named_in_sections("documents"))):
        for file in files:
            where = LineRef(f"{year}/{folder}/{file.name}")
            if folder == "pictures" or posixpath.splitext(file.name)[1].lower() in KINDS:
                yield from _unusable(file, where)


def _unusable(file: OwnFile, where: LineRef) -> Iterator[Finding]:
    try:
        looked_at(file)
    except PictureError as problem:
        message = f"the picture '{file.name}' {problem}"
        yield Finding(PDF_PICTURE_DAMAGED, message, where, "Save it anew as PNG, JPEG or SVG.")


def walk(element: Element) -> Iterator[Element]:
    """The element and all elements inside, in the order of the page."""
    waiting = [element]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


def picture_lines(disclosure: Disclosure, name: str, *, with_text: bool) -> Iterator[LineRef]:
    """The lines that show the picture: only those that give it a text, or give it none, if there are such."""
    names = "|".join(re.escape(one) for one in dict.fromkeys((name or "<img", unquote(name) or "<img")))
    found = list(lines_with(disclosure, re.compile(names, re.IGNORECASE)))
    words = r"\[[^\]]*[^\]\s][^\]]*\]" if with_text else r"\[\s*\]"
    exact = re.compile(rf"!{words}\([^()]*(?:{names})", re.IGNORECASE)
    alike = [one for one in found if exact.search(one[1])] or [
        (place, line) for place, line in found if bool(_HAS_TEXT.search(line)) is with_text
    ]
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
        yield from _missing(disclosure, picture, name)
    length = len(picture.attributes.get("alt", ""))
    if length > _LONG_TEXT:
        for where in picture_lines(disclosure, name, with_text=True):
            message = f"the text of the picture '{name}' has {length} letters, more than {_LONG_TEXT}"
            advice = "Say in one sentence what it shows, and the rest in a paragraph that all can read."
            yield Finding(PICTURE_WORDY, message, where, advice)


def _missing(disclosure: Disclosure, picture: Element, name: str) -> Iterator[Finding]:
    """DC-007 for a file that ought to be in the folder; DC-002 for a picture of elsewhere."""
    path, folder = _path(picture), posixpath.join(posixpath.dirname(disclosure.file), "pictures", "")
    is_ours = posixpath.dirname(path) == "pictures"
    for where in picture_lines(disclosure, name, with_text=True):
        if is_ours:
            message = f"the picture '{posixpath.basename(path)}' is not in {folder}"
            meant = did_you_mean(posixpath.basename(path), (file.name for file in disclosure.pictures))
            advice = f"{meant} Put the file there, or correct its name.".strip()
            yield Finding(PICTURE_MISSING, message, where, advice)
        else:
            message = f"the picture '{name}' is in no document; its text stands there instead"
            advice = f"Put it into {folder} as PNG, JPEG or SVG, and write pictures/{name}."
            yield Finding(DOCUMENTS_PICTURE, message, where, advice)
