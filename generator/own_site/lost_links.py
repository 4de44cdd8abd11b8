"""Links that people wrote and that lead to nothing, looked for in the finished site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from ..files.ordinary import pages_in
from ..findings import Finding, printable
from ..findings.catalogue import LINK_LOST
from ..model import LineRef
from ..model.addresses import Addresses
from ..pages.written_links import file_of
from ..pipeline import Site

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_HREF = re.compile(r"""<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_ID = re.compile(r"""\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_BY_THE_PROGRAM = re.compile(
    r"(?:\d{4}/(?:annex|changes|documents|original|review)|years|smelters(?:/.*)?)\.md"
)
"""Pages in which nobody wrote a link."""
_ADVICE = "Write the source of a page that is there, such as annex.md, or take the link away."


def tell_lost_links(config: Any, data_dir: Path, site: Site, tell: Callable[[str], object]) -> None:
    """OW-006 of every page in which people wrote. ``config`` is MkDocs' own, once the site is built."""
    docs = Path(config.docs_dir)
    own = (path.relative_to(docs).as_posix() for path in pages_in(docs))
    uris = (uri for uri in (*own, *(page.uri for page in site.pages)) if not _BY_THE_PROGRAM.fullmatch(uri))
    finished = FinishedSite(Path(config.site_dir), docs, data_dir, site.addresses, config.site_url or "")
    for finding in finished.lost_links(dict.fromkeys(uris)):
        tell(str(finding))


@dataclass(frozen=True)
class FinishedSite:
    """A site that was built, and the folders of the texts in it."""

    folder: Path
    docs: Path
    data: Path
    addresses: Addresses
    site_url: str = ""
    """The address for which it was built; empty: none is known."""

    def lost_links(self, uris: Iterable[str]) -> Iterator[Finding]:
        """OW-006: each link of the pages of these sources that leads to no file, or to no part of one.

        Links to other sites are not looked up, nor those to other places of the same host.
        """
        ids = cache(_ids)
        for uri in uris:
            page = self.folder / file_of(uri, self.addresses)
            article = _ARTICLE.search(page.read_text(encoding="utf-8")) if page.is_file() else None
            found = _HREF.findall(article[0]) if article else ()
            for href in dict.fromkeys(unescape("".join(groups)) for groups in found):
                if why := self._why_lost(page, href, ids):
                    message = f"the link '{printable(href)}' leads {why}"
                    yield Finding(LINK_LOST, message, self._place(href, uri), _ADVICE)

    def _why_lost(self, page: Path, href: str, ids: Callable[[Path], frozenset[str]]) -> str:
        """Empty: the link leads to something, or out of the site."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return "to what is no address"
        if self.site_url and href.startswith(self.site_url):
            parts = urlsplit(f"{urlsplit(self.site_url).path}{href.removeprefix(self.site_url)}")
        if parts.scheme or parts.netloc:
            return ""
        target = self._file(page, parts)
        if target is None:
            return ""
        if not target.is_file():
            return "to no page or file of the site"
        if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in ids(target):
            return f"to no part of that page: '{printable(parts.fragment)}' is no heading or row of it"
        return ""

    def _file(self, page: Path, parts: SplitResult) -> Path | None:
        """The file that a host would give; None: it is none of the site's."""
        path = unquote(parts.path)
        if not path:
            return page
        root = urlsplit(self.site_url).path or "/"
        if path.startswith("/") and not path.startswith(root):
            return None
        base = self.folder if path.startswith("/") else page.parent
        place = Path(posixpath.normpath((base / path.removeprefix(root).lstrip("/")).as_posix()))
        if self.addresses.has_folders and place.is_dir():
            return place / "index.html"
        return place

    def _place(self, href: str, uri: str) -> LineRef:
        """Where the link is written, as far as it can be found: it may be written otherwise."""
        own = self.docs / uri
        year = uri.partition("/")[0]
        texts = [own] if own.is_file() else list(pages_in(self.data / year) if year.isdecimal() else ())
        for wanted in _likely(href):
            link = re.compile(rf"(?:\]\(|\]:|href\s*=){wanted}(?![\w/-])", re.IGNORECASE)
            for path in texts:
                text = path.read_text(encoding="utf-8", errors="replace")
                if found := link.search(text):
                    line = text.count("\n", 0, found.end()) + 1
                    return LineRef(path.relative_to(self.docs.parent).as_posix(), line)
        return LineRef(own.relative_to(self.docs.parent).as_posix() if own.is_file() else uri)


def _likely(href: str) -> Iterator[str]:
    """Patterns of what stands in the text: the address itself, else its end."""
    yield rf"[\s<\"']*{re.escape(href)}"
    path, _, fragment = href.partition("#")
    if fragment:
        yield rf"[^)\s]*#{re.escape(fragment)}"
    if name := path.rstrip("/").rpartition("/")[2].removesuffix(".html"):
        yield rf"[^)\s#]*{re.escape(name)}(?:\.html|\.md|/)?"


def _ids(page: Path) -> frozenset[str]:
    return frozenset(unescape("".join(groups)) for groups in _ID.findall(page.read_text(encoding="utf-8")))
