"""A tree that is no document of a filing, such as a redline, as an accessible PDF of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ...model.brand import Brand
from ...prose.element import Element
from ..printed import walk
from .blocks import blocks_of, footnotes_of
from .document import inside, looks, tags_of
from .gate import broken_rules
from .packing import packed
from .runs import Context
from .typesetting import TypesettingError, typeset

_LONG = 1_000
"""Blocks beyond which a document is set in a process of its own."""


@dataclass(frozen=True)
class Sheet:
    """What stands around the tree."""

    title: str
    registrant: str
    head: str
    """On top of each page."""
    day: dt.date
    stamp: str
    """What is said on each page of what it is; empty: nothing."""


def pdf_of(tree: Element, sheet: Sheet) -> bytes:
    """The file, with the links of the tree that lead inside it. Raises TypesettingError."""
    wanted = {
        element.attributes["href"].removeprefix("#")
        for element in walk(tree)
        if element.attributes.get("href", "").startswith("#")
    }
    there = {element.attributes.get("id", "") for element in walk(tree)}
    context = Context(
        target=lambda href: {"to": href[1:]} if href.startswith("#") and href[1:] in there else None,
        labels=lambda element: [name] if (name := element.attributes.get("id", "")) in wanted else [],
        picture=lambda element: None,
        notes=footnotes_of(tree),
    )
    blocks = blocks_of(tree, context)
    every = list(inside(blocks))
    data = {
        "title": sheet.title,
        "registrant": sheet.registrant,
        "date": [sheet.day.year, sheet.day.month, sheet.day.day],
        "subject": sheet.title,
        "keywords": [],
        "stamp": sheet.stamp or None,
        "watermark": "",
        "looks": looks(Brand()),
        "parts": [{"head": {"name": sheet.registrant, "document": sheet.head}, "blocks": blocks}],
    }
    made = typeset(data, {}, sheet.day, is_long=len(every) > _LONG)
    file = packed(made, tags_of(every, is_final=True), keeps_links=True)
    if broken := broken_rules(file):
        raise TypesettingError(broken[0])
    return file
