"""The form, the report and further exhibits of a year as one Word file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import quote, unquote

from ...model import REPORT_NUMBER, Asset, Disclosure
from ...model.addresses import IN_FOLDERS, Addresses
from ...pages.page import Page
from ...prose.element import Element
from ...prose.facts import AllFacts
from ...prose.sources import Sources
from ..edgar.pictures import as_filed
from ..make import filing_trees, further_trees
from ..own_pictures import PictureError
from ..pdf.arranged import labelled
from ..pdf.blocks import blocks_of, footnotes_of
from ..pdf.document import kinds_of, labels_in
from ..pdf.links import FORM, REPORT, Links
from ..pdf.runs import Block, Context, Run
from ..printed import own_picture
from .body import Body, Parts, footnotes
from .markup import paragraph, run
from .package import Package

STATE = "formsd-state-"
"""Begins the keyword that says of which text the file was made."""
SITE = "formsd-site-"
"""Begins the keyword with the address of the website to which links of the file lead."""
FILING = "formsd-filing-"
"""Begins the keyword that says of which company's year the file is."""

_IN_ADDRESSES = ":/"
_FILES = Addresses(has_folders=False)
_WIDEST, _HIGHEST = 620, 800
"""Of a picture, in pixels of a page."""


def word_name(disclosure: Disclosure) -> str:
    """Name of the year's Word file."""
    return disclosure.file_name(f"form-sd-{disclosure.year}.docx")


def word_file(
    disclosure: Disclosure, facts: AllFacts, pages: Mapping[str, Page], *, base_url: str = ""
) -> Asset | None:
    """The file of the pages by kind; None where the year has neither form nor report.

    ``base_url`` is the website's address with a slash at its end, to which links lead whose targets are not
    in the file; empty: their words stand alone.
    """
    rows = {row.anchor: str(row.where) for row in disclosure.all_rows}
    form, exhibit = filing_trees(pages, disclosure, rows, base_url=base_url)
    trees = {page: tree for page, tree in ((FORM, form), (REPORT, exhibit)) if tree is not None}
    trees |= further_trees(pages, disclosure, with_values=True, base_url=base_url)
    if not trees:
        return None
    made = _Maker(disclosure, Sources(disclosure, facts), base_url)
    title = f"{disclosure.facts.filing.form_name} for {disclosure.year}, to work on"
    content = made.file(trees)
    return Asset(f"{disclosure.year}/documents/{word_name(disclosure)}", content, title=title)


def filing_mark(disclosure: Disclosure) -> str:
    """The keyword of the company's year: ``formsd-filing-2021-`` and letters that stand for the company."""
    one = disclosure.facts.registrant
    company = one.cik or one.commission_file_number or one.name
    return f"{FILING}{disclosure.year}-{hashlib.sha256(company.encode()).hexdigest()[:8]}"


def site_mark(base_url: str, addresses: Addresses) -> str:
    """The keyword with the address of the website's first page, as links have it; empty: there is none."""
    return f"{SITE}{quote(base_url, safe=_IN_ADDRESSES)}{addresses.of_page('')}" if base_url else ""


def marked_site(mark: str) -> tuple[str, Addresses]:
    """Address of the website and how it writes those of its pages, from ``site_mark`` of a file."""
    first = unquote(mark.removeprefix(SITE))
    base_url = first.removesuffix(_FILES.of_page(""))
    return base_url, IN_FOLDERS if base_url == first else _FILES


class _Maker:
    """Makes one Word file; each value gets the place of its source as a title."""

    def __init__(self, disclosure: Disclosure, sources: Sources, base_url: str) -> None:
        self._disclosure, self._sources, self._base_url = disclosure, sources, base_url
        self._package = Package()
        self._files: dict[str, tuple[bytes, int, int]] = {}
        self._parts = Parts(self._package.link, self._drawing, self._place, self._package.section)

    def file(self, trees: Mapping[str, Element]) -> bytes:
        disclosure, stated = self._disclosure, self._disclosure.facts
        kinds = kinds_of(disclosure)
        who = stated.registrants_in_short
        head = f"{who}, {stated.filing.form_name} for {disclosure.year}"
        self._package.heads(". ".join(kinds.values()), head)
        pages = self._blocks(trees)
        bodies = [self._body(number, page, blocks) for number, (page, blocks) in enumerate(pages.items())]
        body = "".join(bodies)
        notes = footnotes(self._parts.notes)
        self._package.finished(body, notes, self._parts.lists)
        state = f"{STATE}{hashlib.sha256((body + notes).encode()).hexdigest()[:16]}"
        title = ": ".join([*kinds, f"{stated.filing.form_name} of {who} for {disclosure.year}"])
        marks = (state, filing_mark(disclosure), site_mark(self._base_url, disclosure.addresses))
        return self._package.saved(title, who, " ".join(filter(None, marks)), disclosure.as_of)

    def _blocks(self, trees: Mapping[str, Element]) -> dict[str, list[Block]]:
        """The blocks of each page, in which every link inside the file leads to something."""
        links = Links(trees, self._disclosure.year, self._base_url or None, self._disclosure.addresses)
        made = {page: self._of_page(page, tree, links) for page, tree in trees.items()}
        if missing := links.wanted - set(labels_in(list(made.values()))):
            links = replace(links, unreachable=frozenset(missing))
            made = {page: self._of_page(page, tree, links) for page, tree in trees.items()}
        return made

    def _of_page(self, page: str, tree: Element, links: Links) -> list[Block]:
        context = Context(
            target=partial(links.target, page),
            labels=partial(links.labels, page),
            picture=self._picture,
            notes=footnotes_of(tree),
        )
        return labelled(blocks_of(tree, context), links.start(page))

    def _body(self, number: int, page: str, blocks: list[Block]) -> str:
        """A page of the site; each but the first begins a page of the file, an exhibit with its number."""
        made = Body(self._parts, self._listed()).blocks(blocks)
        if page == FORM:
            return made
        numbers = {one.key: one.stated.number for one in self._disclosure.further_exhibits}
        words = run(f"Exhibit {numbers.get(page, REPORT_NUMBER)}", ("bold",))
        begins = "<w:pageBreakBefore/>" if number else ""
        return paragraph(words, "", f'{begins}<w:jc w:val="right"/>') + made

    def _listed(self) -> str:
        """What the control around a facility list is called: the file with its rows."""
        rows = self._disclosure.smelters
        if not rows:
            return ""
        where = rows[0].where
        sheet = f" '{where.sheet}'" if where.sheet else ""
        return f"{_name(where.file)}{sheet}: change the rows there"

    def _place(self, path: str) -> str:
        return _name(self._sources.of(path))

    def _picture(self, element: Element) -> Run | None:
        words = " ".join(element.attributes.get("alt", "").split())
        file = own_picture(self._disclosure, element)
        if file is not None:
            try:
                _, content, width, height = as_filed(file)
            except PictureError:  # told where the year is checked
                return None
            self._files[file.name] = (content, width, height)
            return {"picture": file.name, "words": words}
        return {"text": f"[Picture: {words}]", "styles": ["italic"]} if words else None

    def _drawing(self, name: str, words: str) -> str:
        content, width, height = self._files[name]
        share = min(1.0, _WIDEST / width, _HIGHEST / height)
        return self._package.picture(content, words, round(width * share), round(height * share))


def _name(place: str) -> str:
    """The place without the folders, which take the room that a title has."""
    return re.sub(r"[\w.-]+/(?=[\w.-]+)", "", place)
