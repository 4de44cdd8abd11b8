"""Where the links of a page lead in a PDF: inside the file, to the website, or nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, quote, unquote, urlsplit

from ...model.addresses import IN_FOLDERS, Addresses
from ...pages.written_links import address_of
from ...prose.element import Element
from .blocks import walk_printed

FORM, REPORT = "form-sd", "report"
"""Pages of the site that a file can hold, by the last part of their address."""
_ANNEX = "annex"
_OUTSIDE = frozenset({"http", "https", "mailto"})
_LONGEST = 2000
"""Letters of an address that Typst and every reader take."""


@dataclass(frozen=True)
class Links:
    """The links of one file.

    ``pages`` are the pages in the file by their name; the exhibit holds the facility list of the page
    ``annex`` too. ``site_url`` is the website's address with a slash at its end, None where not known.
    """

    pages: Mapping[str, Element]
    year: int
    site_url: str | None = None
    addresses: Addresses = IN_FOLDERS
    """How the website writes the addresses of its pages."""
    unreachable: frozenset[str] = frozenset()
    """Labels whose elements are not printed."""

    def target(self, page: str, href: str) -> dict[str, str] | None:
        """Where a link of ``page`` leads, as a key of its run; None: it stays plain text."""
        parts = _parts(href)
        if parts is None:
            return None
        if parts.scheme or parts.netloc:
            return {"url": href} if parts.scheme in _OUTSIDE else None
        address, fragment = self._address(page, unquote(parts.path)), unquote(parts.fragment)
        # A query shows a selection of the list, which only the site can.
        label = None if parts.query else self._label(address, fragment)
        if label and label not in self.unreachable:
            return {"to": label}
        if not self.site_url:
            return None
        rest = f"{'?' if parts.query else ''}{parts.query}{'#' if fragment else ''}{quote(fragment)}"
        if not address or address.endswith("/"):
            address = self.addresses.of_page(address.lstrip("/"))
        return {"url": f"{self.site_url}{quote(address)}{rest}"}

    def labels(self, page: str, element: Element) -> list[str]:
        """The element's label, if a link of the file leads to it."""
        return self._needed(page, element.attributes.get("id", "")) if "id" in element.attributes else []

    def start(self, page: str) -> list[str]:
        """The label of the page's beginning, if a link of the file leads to it."""
        return self._needed(page, "")

    def _needed(self, page: str, fragment: str) -> list[str]:
        label = f"{page}#{fragment}"
        return [label] if label in self.wanted else []

    def _address(self, page: str, path: str) -> str:
        """Address on the site. Markdown's links start at the source's folder, others at the built page."""
        if not path:
            return f"{self.year}/{page}/"
        root = urlsplit(self.site_url or "").path or "/"
        path = f"/{path.removeprefix(root)}" if path.startswith(root) else path
        is_built = path.startswith(".") and not path.endswith(".md")
        folder = f"{self.year}/{page}" if is_built else str(self.year)
        address = posixpath.normpath(posixpath.join(folder, path)).lstrip("./")
        if not address.endswith((".md", ".html")):
            return f"{address}/" if path.endswith("/") and address else address
        return address_of(address)

    def _label(self, address: str, fragment: str) -> str | None:
        """The label of a place in the file; None where the file does not have it."""
        folder, _, name = address.rstrip("/").rpartition("/")
        if folder != str(self.year):
            return None
        if name == _ANNEX and not fragment:
            return self._facility_list
        page = REPORT if name == _ANNEX else name
        return f"{page}#{fragment}" if fragment in self._ids.get(page, ()) else None

    @cached_property
    def _ids(self) -> dict[str, set[str]]:
        """Every id of a page, and the empty one for its beginning."""
        return {
            page: {"", *(element.attributes.get("id", "") for element in printed)}
            for page, printed in self._printed.items()
        }

    @cached_property
    def _printed(self) -> dict[str, list[Element]]:
        """The elements of each page that are printed. Long lists are walked once only."""
        return {page: list(walk_printed(tree)) for page, tree in self.pages.items()}

    @cached_property
    def wanted(self) -> set[str]:
        """The labels to which links of the file lead."""
        found = (
            self.target(page, href) for page, printed in self._printed.items() for href in _hrefs(printed)
        )
        return {target["to"] for target in found if target and "to" in target}

    @cached_property
    def _facility_list(self) -> str | None:
        """The label of the last heading before the facility list, else of the list itself."""
        heading = ""
        for element in self._printed.get(REPORT, ()):
            if element.tag in ("h2", "h3", "h4"):
                heading = element.attributes.get("id", "")
            if "fsd-annex" in element.classes:
                return f"{REPORT}#{heading or element.attributes.get('id', '')}"
        return None


def _parts(href: str) -> SplitResult | None:
    """The parts of an address; None where there is none, or where it cannot be one."""
    if not href or len(href) > _LONGEST:
        return None
    try:
        return urlsplit(href)
    except ValueError:
        return None


def _hrefs(printed: Iterable[Element]) -> Iterator[str]:
    return (element.attributes.get("href", "") for element in printed if element.tag == "a")
