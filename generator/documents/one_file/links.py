"""Where a link of a page leads inside the one file: to a section, a row, a file in it, or out of it."""

from __future__ import annotations

import posixpath
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from mimetypes import guess_type
from urllib.parse import quote, urlsplit

from ...model import Asset
from ...model.addresses import IN_FOLDERS, Addresses
from ...pages.page import Page, PageKind
from ...pages.written_links import address_of

_TEXTS = ("text/csv", "application/json")
_AS_IT_IS = "/:;,.!?$&'()*+=@-_~|[]{}"
"""Signs that may stand in a data address; quotation marks, blanks and ends of lines may not."""


@dataclass(frozen=True)
class Target:
    """Where a link leads."""

    address: str
    """Empty: to nothing that readers could reach."""
    rows: str = ""
    """For which rows of the list it asks, as the query of an address."""
    file: str = ""
    """The name of a file inside, under which it is saved."""


@dataclass(frozen=True)
class Links:
    """The links of one page, inside the file that holds all of them."""

    page: Page
    sections: Mapping[str, Mapping[str, str]]
    """Address of each page inside to its ids, as the page and as the file has them; ``""`` is its own."""
    files: Mapping[str, Asset]
    """The files inside by their address."""
    base_url: str
    """The site's address with a slash at the end; empty: none that readers can reach is known."""
    addresses: Addresses = IN_FOLDERS
    """How the site writes the addresses of its pages."""

    @property
    def holds_files(self) -> bool:
        """Whether links of this page are the files; those of others lead to these, for each is there once."""
        return self.page.meta.kind is PageKind.ANNEX

    def target(self, href: str) -> Target:
        """Where ``href`` leads, which may be relative to the page as it is written or as it is built."""
        parts = urlsplit(href)
        if self.base_url and href.startswith(self.base_url):
            parts = urlsplit(f"{urlsplit(self.base_url).path}{href.removeprefix(self.base_url)}")
        if parts.scheme or parts.netloc:
            return Target(href)
        if not parts.path and not parts.query:
            ids = self.sections[self.page.address]
            return Target(f"#{ids.get(parts.fragment, parts.fragment)}" if parts.fragment else f"#{ids['']}")
        places = [self._resolved(parts.path, base) for base in (self.page.address, self.page.uri)]
        for place in places:
            place = f"{place}/" if f"{place}/" in self.sections else place
            if place in self.sections:
                ids = self.sections[place]
                return Target(f"#{ids.get(parts.fragment, ids[''])}", parts.query)
            if place in self.files:
                file = self.files[place]
                address = data_address(file) if self.holds_files else f"#{file_id(file.name)}"
                return Target(address, file=file.name)
        return Target(self._on_the_site(parts.path, parts.query, parts.fragment))

    def picture(self, source: str) -> str:
        """The address of a picture of the page; empty where it is none of the files inside."""
        places = (self._resolved(source, base) for base in (self.page.address, self.page.uri))
        found = next((self.files[place] for place in places if place in self.files), None)
        return data_address(found) if found else ""

    def _resolved(self, path: str, base: str) -> str:
        """The address from the root of the site, as ``sections`` and ``files`` have it."""
        root = urlsplit(self.base_url).path or "/"
        if path.startswith("/"):
            path, base = path.removeprefix(root).removeprefix("/"), ""
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
        if joined.endswith((".md", ".html")):
            return address_of(joined)
        is_folder = path.endswith(("/", "..", ".")) or not path
        return f"{joined}/" if is_folder and joined != "." else joined

    def _on_the_site(self, path: str, query: str, fragment: str) -> str:
        if not self.base_url:
            return ""
        base = self.page.uri if path.endswith(".md") else self.page.address
        place = self._resolved(path, base).removeprefix(".")
        if not place or place.endswith("/"):
            place = self.addresses.of_page(place)
        more = (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
        return f"{self.base_url}{place}{more}"


def file_id(name: str) -> str:
    """The id of the link that is the file."""
    return f"file-{name}"


def data_address(file: Asset) -> str:
    """The address that is the file itself: texts letter by letter, which packs better, others as base64."""
    kind = file.media_type or guess_type(file.name)[0] or "application/octet-stream"
    if kind in _TEXTS:
        return f"data:{kind};charset=utf-8,{quote(file.content, safe=_AS_IT_IS)}"
    return f"data:{kind};base64,{b64encode(file.content).decode('ascii')}"
