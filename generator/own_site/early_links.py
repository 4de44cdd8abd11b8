"""Links that lead to nothing, as far as that is known before the site is built: for ``formsd check``.

A build looks into the finished site and knows more: files that are made, and the places of the pages of docs.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import markdown

from ..checks.source import Source
from ..documents.section_lines import CODE
from ..files.excluded import own_files
from ..files.ordinary import content_of
from ..findings import Finding, errors, printable
from ..findings.catalogue import LINK_LOST
from ..model import HTML_COMMENT, Disclosure
from ..pages.page import Page
from ..pages.site_frame import anchor_ids
from ..pages.written_links import LINK, address_of
from ..pipeline import LoadedYear, Year
from ..pipeline.year_pages import filing_pages
from ..prose.markdown import EXTENSIONS
from ..year.year_folder import years_in
from .settings import docs_folder, excluded_docs

_PAGES = ("index", "form-sd", "report", "annex", "changes", "eu", "documents", "original", "review")
"""Pages that a year can have; of those that this one lacks SE-008 tells."""
_MADE = re.compile(
    r"(?:smelters|search|assets|data|\d{4}/(?:documents|pictures|exhibit-\d+-\d+))(?:/.*)?|years"
)
"""Places of the site of which only a build knows what is there."""
_ADVICE = "Write the source of a page that is there, such as annex.md, or take the link away."


@dataclass(frozen=True)
class Places:
    """The places of the site that are known before it is built."""

    own: Collection[str]
    """Addresses of the files of docs."""
    years: Collection[int]
    """The years that have a folder."""
    root: str = "/"
    """The path of the site's address, with slashes at both ends."""

    @cached_property
    def pages(self) -> frozenset[str]:
        """The address of each page."""
        of_years = {f"{year}/{name}.md" for year in self.years for name in _PAGES}
        return frozenset(address_of(uri) for uri in {*of_years, "index.md", *self.own} if uri.endswith(".md"))

    def lost(self, target: str, uri: str) -> bool:
        """Whether the link in the source ``uri`` leads to a page that the site cannot have."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        is_from_root = path.startswith("/")
        if parts.scheme or parts.netloc or not path or (is_from_root and not path.startswith(self.root)):
            return False
        bases = (address_of(uri), posixpath.dirname(uri))
        from_root = [path.removeprefix(self.root), path[1:]] if is_from_root else []
        ways = from_root or [posixpath.join(base, path) for base in bases]
        return not any(self._may_be(posixpath.normpath(way)) for way in ways)

    def _may_be(self, place: str) -> bool:
        """Whether there is, or may be, something at the place, given from the root of the site."""
        place = "" if place == "." else place
        if place in self.own or _MADE.fullmatch(address_of(place).removesuffix("/")):
            return True
        if posixpath.splitext(place)[1] not in ("", ".md", ".html"):
            return True  # of files a build knows all, and MkDocs tells of those of docs
        return address_of(place) in self.pages


def early_lost_links(
    settings: Path, data_dir: Path, years: Iterable[LoadedYear], site_url: str
) -> Iterator[Finding]:
    """OW-006: links of sections and of pages of docs that lead to no page, or to no part of their own page.

    ``settings`` is the site's ``mkdocs.yml``, which may be missing; ``site_url`` is empty where none is
    known. Where no year can be read, and where other plugins or hooks are named, which may add pages,
    nothing is said.
    """
    docs, excluded = docs_folder(settings), excluded_docs(settings)
    there = [one for one in years if isinstance(one, Year)]
    if excluded.may_be_taken_in or not there:
        return
    own = frozenset(own_files(docs, excluded))
    places = Places(own, years_in(data_dir), _root(site_url))
    for uri in sorted(one for one in own if one.endswith(".md")):
        try:
            text = content_of(docs / uri).decode("utf-8", errors="replace")
        except OSError:  # told where the pages are looked through
            continue
        file = (docs / uri).relative_to(docs.parent).as_posix()
        yield from _lost(_source(file, text), uri, places, None)
    for year in there:
        yield from _of_year(year, places)


def _root(site_url: str) -> str:
    """The path of the site's address, with slashes at both ends; of what is no address that of a host."""
    try:
        path = urlsplit(site_url).path.strip("/")
    except ValueError:  # told with the settings
        path = ""
    return f"/{path}/" if path else "/"


def _of_year(year: Year, places: Places) -> Iterator[Finding]:
    pages = None if errors(year.findings) else _Parts(year)
    for uri, file, text in _written(year.disclosure):
        yield from _lost(_source(file, text), uri, places, pages)


def _written(disclosure: Disclosure) -> Iterator[tuple[str, str, str]]:
    """Source of the page, file and text of everything that people wrote in Markdown."""
    for section in disclosure.sections:
        yield f"{disclosure.year}/report.md", section.file, section.text
    for section in disclosure.form_sections:
        yield f"{disclosure.year}/form-sd.md", section.file, section.text
    for exhibit in disclosure.exhibits:
        if exhibit.suffix == ".md":
            yield f"{disclosure.year}/{exhibit.key}.md", exhibit.file, exhibit.text


def _source(file: str, text: str) -> Source:
    return Source(file, text, ((0, len(text)),))


def _lost(source: Source, uri: str, places: Places, parts: _Parts | None) -> Iterator[Finding]:
    hidden = (*HTML_COMMENT.finditer(source.text), *CODE.finditer(source.text))
    for link in LINK.finditer(source.text):
        name = next((name for name in ("target", "double", "single", "bare") if link[name]), "")
        if not name or any(one.start() <= link.start(name) < one.end() for one in hidden):
            continue
        why = ""
        try:
            if places.lost(link[name], uri):
                why = "to no page or file of the site"
            elif parts and link[name].startswith("#") and not parts.has(uri, unquote(link[name][1:])):
                why = f"to no part of its page: '{printable(link[name][1:])}' is no heading or row of it"
        except ValueError:
            why = "to what is no address"
        if why:
            where = source.place(*link.span(name))
            yield Finding(LINK_LOST, f"the link '{printable(link[name])}' leads {why}", where, _ADVICE)


@dataclass(frozen=True)
class _Parts:
    """The ids of a year's pages, which are made where a link asks for them."""

    year: Year

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.uri: page for page in filing_pages(self.year).values()}

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {}

    def has(self, uri: str, name: str) -> bool:
        """Whether the page has a part of that id; True where the page is not known."""
        if not name or uri not in self._pages:
            return True
        if uri not in self._ids:
            page = self._pages[uri]
            settings = {extension: dict(options) for extension, options in EXTENSIONS.items()}
            html = markdown.markdown(page.markdown, extensions=list(settings), extension_configs=settings)
            self._ids[uri] = frozenset(
                one for part in (html, *page.inserts.values()) for one in anchor_ids(part)
            )
        return name in self._ids[uri]
