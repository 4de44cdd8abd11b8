"""Each page of a year as a section of the one file: ids that no other section has, links that stay inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import markdown

from ...model import Asset
from ...model.addresses import IN_FOLDERS, Addresses
from ...pages.page import Page, PageKind
from ...pages.site_frame import anchor_ids, with_named_addresses
from ...prose.markdown import EXTENSIONS
from .links import Links, file_id
from .markup import Attributes, changed

FRAME_IDS = ("content",)
"""The ids of the frame around the sections."""
HOST_ONLY = "data-host-only"
"""Attribute of what is true only of a site that has files beside its pages."""

_REFERENCES = frozenset({
    "aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns", "for", "form",
    "headers", "list", "popovertarget",
})  # fmt: skip
"""Attributes that name elements by their ids."""
_DRAWN_WITH = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Section:
    """A page inside the file."""

    key: str
    """Its id, which is the last part of the page's address."""
    title: str
    """What the menu of the year calls it."""
    html: str


def sections_of(
    pages: Sequence[Page], files: Iterable[Asset], base_url: str, addresses: Addresses = IN_FOLDERS
) -> list[Section]:
    """The pages in their order, as HTML that can stand in one document.

    ``files`` are those that go along inside. The ids of the annex stay as its page has them, since its script
    and the addresses of its rows need them.
    """
    written = {page.address: _html(page) for page in pages}
    inside = {file.uri: file for file in files}
    ids = _own_ids(pages, written, {file_id(file.name) for file in inside.values()})
    return [
        Section(
            key_of(page),
            page.meta.menu_title,
            changed(
                written[page.address],
                _Change(Links(page, ids, inside, base_url, addresses), ids[page.address]),
            ),
        )
        for page in pages
    ]


def key_of(page: Page) -> str:
    """The id of the section: ``overview``, else the last part of the page's address, such as ``form-sd``."""
    if page.meta.kind is PageKind.OVERVIEW:
        return PageKind.OVERVIEW.value
    return page.address.rstrip("/").rpartition("/")[2]


def _html(page: Page) -> str:
    """What the page shows, inserts in place; no links from headings to themselves."""
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    html = markdown.markdown(page.markdown, extensions=list(settings), extension_configs=settings)
    for placeholder, insert in page.inserts.items():
        html = html.replace(placeholder, insert)
    return with_named_addresses(html)


def _own_ids(
    pages: Sequence[Page], written: Mapping[str, str], of_files: Iterable[str]
) -> dict[str, dict[str, str]]:
    """Address of each page to its ids, as the page and as the file has them; ``""`` is its own.

    An id that another section has gets the name of its section before it.
    """
    taken = {*FRAME_IDS, *of_files, *map(key_of, pages)}
    found: dict[str, dict[str, str]] = {}
    for page in sorted(pages, key=lambda page: page.meta.kind is not PageKind.ANNEX):
        key = key_of(page)
        ids = {"": key}
        for name in dict.fromkeys(anchor_ids(written[page.address])):
            own = name
            while own in taken:
                own = f"{key}-{own}"
            ids[name] = own
            taken.add(own)
        found[page.address] = ids
    return found


@dataclass(frozen=True)
class _Change:
    """The attributes of an element of a page as the file has them. An id belongs to the first that has it."""

    links: Links
    ids: Mapping[str, str]
    given: set[str] = field(default_factory=set)
    """The ids that elements have already."""

    def __call__(self, tag: str, attributes: Attributes) -> Attributes | None:
        if HOST_ONLY in attributes or tag in ("link", "script"):
            return None
        self._give_id(attributes)
        for name, value in attributes.items():
            if value is not None:
                attributes[name] = self._with_ids(name, value)
        if attributes.get("role") == "region":  # the same table may stand in two sections: no two landmarks
            attributes["role"] = "group"
        if "fsd-list" in (attributes.get("class") or "").split():
            address = self.links.addresses.of_page(self.links.page.address)
            attributes["data-address"] = f"{self.links.base_url}{address}" if self.links.base_url else ""
        if tag == "img":
            attributes["src"] = self.links.picture(attributes.get("src") or "")
        if tag == "a" or (tag == "use" and "href" in attributes):
            return self._linked(attributes)
        return attributes

    def _give_id(self, attributes: Attributes) -> None:
        """Takes away an id that another element has already."""
        own_id = attributes.get("id")
        if own_id in self.given:
            del attributes["id"]
        elif own_id:
            self.given.add(own_id)

    def _with_ids(self, name: str, value: str) -> str:
        """The value of an attribute, with the ids of the file where it names some."""
        if name == "id":
            return self.ids.get(value, value)
        if name in _REFERENCES:
            return " ".join(self.ids.get(one, one) for one in value.split())
        if "url(#" in value:
            return _DRAWN_WITH.sub(lambda found: f"url(#{self.ids[found[1]]})", value)
        return value

    def _linked(self, attributes: Attributes) -> Attributes:
        """The attributes with the place to which the link leads in the file; none where it leads nowhere."""
        href = attributes.get("href")
        if href is None:
            return attributes
        target = self.links.target(href)
        if not target.address:
            del attributes["href"]
            return attributes
        attributes["href"] = target.address
        if target.rows:
            attributes["data-rows"] = target.rows
        if target.file and self.links.holds_files:
            attributes |= {"download": target.file, "id": file_id(target.file)}
        elif target.file:
            attributes["data-file"] = target.file
        return attributes
