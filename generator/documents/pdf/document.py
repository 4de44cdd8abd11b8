"""The documents as data for ``document.typ``: the pages' blocks, and the frame of a filing around them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from ...model import REPORT_NUMBER, Disclosure, OwnFile
from ...prose.element import Element
from ..picture import Picture
from ..printed import own_picture
from .blocks import Block, blocks_of, footnotes_of
from .links import FORM, REPORT, Links
from .packing import Tags
from .runs import Context, Run

_DEEP_CONTENTS = 60
"""With more headings than these, the contents leave out the third level."""
_LONG_TABLE = 20
"""The section of a table with more rows than these begins where there is room for a part of it."""
_WIDE_SECTION = 12
"""Blocks between a heading and a wide table that go onto the wide page with it."""


@dataclass(frozen=True)
class Source:
    """What all documents of a year are made of."""

    disclosure: Disclosure
    form: Element | None
    """None: the filing is restated without its form."""
    exhibit: Element | None
    """None: no report is filed with the form."""
    pictures: Sequence[Picture] = ()
    site_url: str | None = None
    """Address of the website with a slash at its end; None: not known."""
    further: Mapping[str, Element] = field(default_factory=dict)
    """Further exhibits by the last part of their page's address."""


@dataclass(frozen=True)
class Document:
    """One file to be set."""

    data: Mapping[str, Any]
    """What the template reads."""
    files: Mapping[str, OwnFile]
    """Pictures that people gave, by the path that ``data`` gives them."""
    tags: Tags
    keeps_links: bool


def web_copy(source: Source) -> Document:
    """Form SD and its exhibit in one file, as far as there are both, with contents and links."""
    pages = {page: tree for page, tree in ((FORM, source.form), (REPORT, source.exhibit)) if tree}
    pages |= source.further
    links = Links(pages, source.disclosure.year, source.site_url)
    title = _form_title(source) if source.form else _report_title(source)
    return _Maker(source, links).document(title, pages)


def form_copy(source: Source, form: Element) -> Document:
    """Form SD alone, without links; with contents where it holds the disclosure itself."""
    return _Maker(source).document(_form_title(source), {FORM: form}, has_contents=source.exhibit is None)


def exhibit_copy(source: Source, exhibit: Element) -> Document:
    """Exhibit 1.01 alone, without links."""
    return _Maker(source).document(f"Exhibit 1.01: {_report_title(source)}", {REPORT: exhibit})


def _report_title(source: Source) -> str:
    name = source.disclosure.facts.registrants_in_short
    return f"Conflict Minerals Report of {name} for {source.disclosure.year}"


def _form_title(source: Source) -> str:
    stated = source.disclosure.facts
    return f"{stated.filing.form_name} of {stated.registrants_in_short} for {source.disclosure.year}"


def _kinds(disclosure: Disclosure) -> dict[str, str]:
    """What a document is, where it is none to rely on, and what is said of it on each page."""
    stated = disclosure.facts
    example = {"Example": "Example: no filing of the company that it names"} if stated.example else {}
    return example | ({"Draft": "Draft: not filed"} if stated.filing.is_draft else {})


@dataclass
class _Maker:
    """Makes one document. ``links`` None: there shall be none."""

    source: Source
    links: Links | None = None
    files: dict[str, OwnFile] = field(default_factory=dict)

    def document(self, title: str, pages: Mapping[str, Element], *, has_contents: bool = True) -> Document:
        disclosure = self.source.disclosure
        day, kinds = disclosure.as_of, _kinds(disclosure)
        parts = self.parts(pages)
        every = [block for blocks in parts.values() for block in inside(blocks)]
        if has_contents:
            first = next(iter(parts))
            parts[first] = _with_contents(parts[first], every)
        data = {
            "title": ": ".join([*kinds, title]),
            "registrant": disclosure.facts.registrants_in_short,
            "date": [day.year, day.month, day.day],
            "stamp": ". ".join(kinds.values()) or None,
            "watermark": next(iter(kinds), ""),
            "parts": [{"title": self.head(page), "blocks": blocks} for page, blocks in parts.items()],
        }
        return Document(data, self.files, _tags(every), keeps_links=self.links is not None)

    def parts(self, pages: Mapping[str, Element]) -> dict[str, list[Block]]:
        """The blocks of each page, in which every link inside the file leads to something."""
        parts = {page: self.blocks(page, tree) for page, tree in pages.items()}
        missing = self.links.wanted - set(_labels_in(list(parts.values()))) if self.links else None
        if not self.links or not missing:
            return parts
        self.links = replace(self.links, unreachable=frozenset(missing))
        return {page: self.blocks(page, tree) for page, tree in pages.items()}

    def blocks(self, page: str, tree: Element) -> list[Block]:
        """The blocks of a page, with pictures beside their tables and wide tables on wide pages."""
        context = Context(
            target=partial(self.links.target, page) if self.links else lambda href: None,
            labels=partial(self.links.labels, page) if self.links else lambda element: [],
            picture=self.picture,
            notes=footnotes_of(tree),
        )
        blocks = _with_pictures(blocks_of(tree, context), self.source.pictures)
        start = self.links.start(page) if self.links else []
        return _labelled(_on_wide_pages(_with_room(blocks)), start)

    def head(self, page: str) -> str:
        """The running head of a page's part."""
        disclosure = self.source.disclosure
        form = disclosure.facts.filing.form_name
        numbers = {one.key: one.stated.number for one in disclosure.further_exhibits}
        document = form if page == FORM else f"Exhibit {numbers.get(page, REPORT_NUMBER)} to {form}"
        return f"{document} for the reporting period from January 1 to December 31, {disclosure.year}"

    def picture(self, element: Element) -> Run | None:
        """A picture that is a file of the year; of any other its text, and nothing where it has none."""
        words = " ".join(element.attributes.get("alt", "").split()) or None
        file = own_picture(self.source.disclosure, element)
        if file is not None:
            name = f"picture-{len(self.files)}{posixpath.splitext(file.name)[1].lower()}"
            self.files[name] = file
            return {"picture": name, "words": words}
        return {"text": f"[Picture: {words}]", "styles": ["italic"]} if words else None


def inside(blocks: Sequence[Block]) -> Iterator[Block]:
    """All blocks, and those inside them, in the order of the document."""
    for block in blocks:
        yield block
        for inner in _groups_in(block):
            yield from inside(inner)


def _groups_in(block: Block) -> Iterator[list[Block]]:
    yield block.get("blocks", [])
    yield from block.get("items", [])
    for entry in block.get("entries", []):
        yield from (value["blocks"] for value in entry["values"])
    if block["kind"] == "table":
        yield _cells_of(block)


def _cells_of(table: Block) -> list[Block]:
    """The blocks in cells that hold more than text."""
    rows = [*table["head"], *table["body"], *table["foot"]]
    cells = [cell for row in rows for cell in row if not isinstance(cell, str)]
    return [block for cell in cells for block in cell.get("blocks", ())]


def _with_contents(blocks: list[Block], every: Sequence[Block]) -> list[Block]:
    """The contents after the cover, or else before the first section."""
    headings = [block["level"] for block in every if block["kind"] == "heading"]
    depth = 3 if sum(level <= 3 for level in headings) <= _DEEP_CONTENTS else 2
    contents = {"kind": "contents", "title": "Contents", "depth": depth}
    sections = [at for at, block in enumerate(blocks) if block["kind"] == "heading" and block["level"] > 1]
    at = 1 if blocks and blocks[0]["role"] == "cover" else min(sections, default=len(blocks))
    return [*blocks[:at], contents, {"kind": "page-break"}, *blocks[at:]]


def _with_pictures(blocks: Sequence[Block], pictures: Sequence[Picture]) -> list[Block]:
    """Each picture after the table that has the same numbers."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        for picture in pictures:
            if block["kind"] == "table" and block["id"] == picture.beside:
                found.append({"kind": "picture", "role": "", **asdict(picture)})
    return found


def _with_room(blocks: Sequence[Block]) -> list[Block]:
    """A start with room before the section that ends with a long facility list."""
    found: list[Block] = []
    for block in blocks:
        if block["kind"] == "table" and _is_long_list(block):
            at = _section_start(found)
            found.insert(at, {"kind": "start", "role": ""})
        found.append(block)
    return found


def _is_long_list(table: Block) -> bool:
    """One on a page on its side begins a page anyway."""
    return table["role"] == "facilities" and len(table["body"]) > _LONG_TABLE and not table["wide"]


def _on_wide_pages(blocks: Sequence[Block]) -> list[Block]:
    """Tables that need it on pages on their side, with their heading if it is near."""
    found: list[Block] = []
    for block in blocks:
        if block["kind"] == "table" and block["wide"]:
            at = _section_start(found)
            if len(found) - at > _WIDE_SECTION or any(one["kind"] in ("table", "wide") for one in found[at:]):
                at = len(found)
            block = {"kind": "wide", "role": "", "blocks": [*found[at:], block]}
            del found[at:]
        found.append(block)
    return found


def _section_start(blocks: Sequence[Block]) -> int:
    """Where the last heading stands, or the first of several that follow each other."""
    at = next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at]["kind"] == "heading"), len(blocks))
    while at > 1 and at < len(blocks) and blocks[at - 1]["kind"] == "heading" and blocks[at - 1]["level"] > 1:
        at -= 1
    return at


def _labelled(blocks: list[Block], labels: list[str]) -> list[Block]:
    """The blocks, the first of which has the labels too; on a cover, the first on the cover."""
    if not blocks or not labels:
        return blocks
    first, *rest = blocks
    if "blocks" in first:
        return [{**first, "blocks": _labelled(first["blocks"], labels)}, *rest]
    return [{**first, "labels": [*labels, *first.get("labels", ())]}, *rest]


def _labels_in(data: object) -> Iterator[str]:
    """Every label of blocks and runs."""
    if isinstance(data, dict):
        yield from data.get("labels", ())
        if "label" in data:
            yield data["label"]
        data = list(data.values())
    if isinstance(data, list):
        for inner in data:
            yield from _labels_in(inner)


def _tags(every: Sequence[Block]) -> Tags:
    tables = [block for block in every if block["kind"] == "table"]
    # In which order Typst counts tables inside tables is not known.
    is_plain = not any(block["kind"] == "table" for table in tables for block in inside(_cells_of(table)))
    row_headers = [table["row_header"] if is_plain else None for table in tables]
    return Tags(
        row_headers, [block["numbering"] for block in every if block["kind"] == "list" and block["numbering"]]
    )
