"""The documents as data for ``document.typ``: the pages' blocks, and the frame of a filing around them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from ...files.picture_notes import without_notes
from ...model import Disclosure, OwnFile
from ...model.brand import Brand
from ...pages.logo import own_logo
from ...prose.element import Element
from ..picture import Picture
from ..printed import own_picture
from ..trees import unsigned
from .arranged import arranged, labelled, noticed, on_top, with_contents
from .blocks import blocks_of, footnotes_of
from .links import FORM, REPORT, Links
from .packing import Tags
from .running_head import running_head
from .runs import Block, Context, Run
from .scripts import FALLBACKS
from .table_tags import TableTags
from .typesetting import is_picture


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
    brand: Brand = field(default_factory=Brand)


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
    links = Links(pages, source.disclosure.year, source.site_url, source.disclosure.addresses)
    title = form_title(source) if source.form else report_title(source)
    return _Maker(source, links, has_logo=True).document(title, pages)


def form_copy(source: Source, form: Element) -> Document:
    """Form SD alone, without links; with contents where it holds the disclosure itself."""
    if not source.disclosure.facts.is_to_be_submitted:
        form = unsigned(form)
    return _Maker(source).document(form_title(source), {FORM: form}, has_contents=source.exhibit is None)


def exhibit_copy(source: Source, exhibit: Element) -> Document:
    """Exhibit 1.01 alone, without links."""
    return _Maker(source).document(f"Exhibit 1.01: {report_title(source)}", {REPORT: exhibit})


def report_title(source: Source) -> str:
    """Title of the report, also where it is filed as Exhibit 1.01."""
    name = source.disclosure.facts.registrants_in_short
    return f"Conflict Minerals Report of {name} for {source.disclosure.year}"


def form_title(source: Source) -> str:
    """Title of the form with the name of its kind, such as ``Form SD/A``."""
    stated = source.disclosure.facts
    return f"{stated.filing.form_name} of {stated.registrants_in_short} for {source.disclosure.year}"


def looks(brand: Brand) -> dict[str, Any]:
    """Colours and families of fonts, as the template names them."""
    fonts = brand.typefaces
    return {
        **asdict(brand.colours.light),
        "fonts": _with_fallbacks(fonts.of_documents),
        "heading_fonts": _with_fallbacks(fonts.of_headings),
    }


def _with_fallbacks(families: Sequence[str]) -> list[str]:
    """The last one, which has letters of some scripts without their rules, comes behind those with them."""
    first = families[:-1] if families[-1] == FALLBACKS[-1] else families
    return list(dict.fromkeys((*first, *FALLBACKS)))


def kinds_of(disclosure: Disclosure) -> dict[str, str]:
    """What a document is, where it is none to rely on, and what is said of it on each page."""
    stated = disclosure.facts
    example = {"Example": "Example: no filing of the company that it names"} if stated.example else {}
    return example | ({"Draft": "Draft: not filed"} if stated.filing.is_draft else {})


@dataclass
class _Maker:
    """Makes one document. ``links`` None: there shall be none."""

    source: Source
    links: Links | None = None
    has_logo: bool = False
    """With the registrant's logo on top of the first page, where there is one that can be set."""
    files: dict[str, OwnFile] = field(default_factory=dict)

    def document(self, title: str, pages: Mapping[str, Element], *, has_contents: bool = True) -> Document:
        disclosure = self.source.disclosure
        day, kinds = disclosure.as_of, kinds_of(disclosure)
        parts = self.parts(pages)
        first = next(iter(parts))
        parts[first] = self.with_logo(parts[first])
        every = [block for blocks in parts.values() for block in inside(blocks)]
        if has_contents:
            parts[first] = with_contents(parts[first], every, is_in_form=self.source.exhibit is None)
        data = {
            "title": ": ".join([*kinds, title]),
            "registrant": disclosure.facts.registrants_in_short,
            "subject": _subject(disclosure),
            "keywords": _keywords(disclosure),
            "date": [day.year, day.month, day.day],
            "stamp": ". ".join(kinds.values()) or None,
            "watermark": next(iter(kinds), ""),
            "looks": looks(self.source.brand),
            "parts": [
                {"head": running_head(disclosure, page), "blocks": blocks} for page, blocks in parts.items()
            ],
        }
        tags = tags_of(every, is_final=not disclosure.facts.filing.is_draft)
        return Document(data, self.files, tags, keeps_links=self.links is not None)

    def parts(self, pages: Mapping[str, Element]) -> dict[str, list[Block]]:
        """The blocks of each page, in which every link inside the file leads to something."""
        parts = {page: self.blocks(page, tree) for page, tree in pages.items()}
        missing = self.links.wanted - set(labels_in(list(parts.values()))) if self.links else None
        if not self.links or not missing:
            return parts
        self.links = replace(self.links, unreachable=frozenset(missing))
        return {page: self.blocks(page, tree) for page, tree in pages.items()}

    def with_logo(self, blocks: list[Block]) -> list[Block]:
        logo = own_logo(self.source.disclosure, self.source.brand) if self.has_logo else None
        if logo is None:
            return blocks
        name = f"logo{posixpath.splitext(logo.name)[1].lower()}"
        if not is_picture(name, without_notes(logo.content)):
            return blocks
        self.files[name] = logo
        return on_top(blocks, {"kind": "logo", "role": "", "file": name})

    def blocks(self, page: str, tree: Element) -> list[Block]:
        """The blocks of a page, with pictures beside their tables and wide tables on wide pages."""
        context = Context(
            target=partial(self.links.target, page) if self.links else lambda href: None,
            labels=partial(self.links.labels, page) if self.links else lambda element: [],
            picture=self.picture,
            notes=footnotes_of(tree),
        )
        blocks = arranged(blocks_of(tree, context), self.source.pictures)
        start = self.links.start(page) if self.links else []
        return labelled(noticed(blocks, self.source.disclosure.facts.notice_on_top), start)

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
    for part in ("before", "blocks", "notes"):
        yield block.get(part, [])
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


def labels_in(data: object) -> Iterator[str]:
    """Every label of blocks and runs."""
    if isinstance(data, dict):
        yield from data.get("labels", ())
        if "label" in data:
            yield data["label"]
        data = list(data.values())
    if isinstance(data, list):
        for inner in data:
            yield from labels_in(inner)


def _subject(disclosure: Disclosure) -> str:
    return (
        "Conflict minerals disclosure under Rule 13p-1 for the reporting period from January 1 to"
        f" December 31, {disclosure.year}"
    )


def _keywords(disclosure: Disclosure) -> list[str]:
    stated = disclosure.facts
    names = dict.fromkeys(filter(None, (stated.registrant.name, stated.registrant.short_name)))
    return [
        stated.filing.form,
        "conflict minerals",
        "Rule 13p-1",
        "smelters and refiners",
        str(disclosure.year),
        *names,
    ]


def tags_of(every: Sequence[Block], *, is_final: bool) -> Tags:
    """What the tag tree shall say of a document with these blocks, those inside others among them."""
    tables = [block for block in every if block["kind"] == "table"]
    # In which order Typst counts tables inside tables is not known.
    is_plain = not any(block["kind"] == "table" for table in tables for block in inside(_cells_of(table)))
    # Those without a head have no number in the tag tree.
    of_tables = [
        TableTags(table["row_header"] if is_plain else None, len(table["widths"]), bool(table["parts"]))
        for table in tables
    ]
    return Tags(
        of_tables,
        [block["numbering"] for block in every if block["kind"] == "list" and block["numbering"]],
        titles=[block["title"] for block in every if block["kind"] == "heading"],
        is_final=is_final,
    )
