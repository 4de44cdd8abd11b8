"""Pages as a builder gets them: each in a folder of its own, so that its links are the same before and after.

Some builders read links in HTML as the page is written, some as it is built. ``2021/annex/index.md`` is built
at ``2021/annex/``: there is no difference. On a site whose pages are files, ``2021/annex.md`` is built at
``2021/annex.html``: there is none either.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from markupsafe import escape

from ..model.addresses import IN_FOLDERS, Addresses
from ..pages.page import FrontMatter, Page, PageKind
from ..pages.profile_pages import SHELL, ProfilePage
from ..pages.written_links import WrittenLinks

_LINK = re.compile(r"(\]\(<?|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?)([^)>\s#?]+)", re.MULTILINE)
"""Where a link of Markdown leads, in a sentence or in a line of its own, which is no note."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


def place_of(uri: str, addresses: Addresses = IN_FOLDERS) -> str:
    """Where the page stands: ``2021/annex/index.md`` for ``2021/annex.md``, of a site in folders."""
    if not addresses.has_folders:
        return uri
    return uri if posixpath.basename(uri) == "index.md" else f"{uri.removesuffix('.md')}/index.md"


def moved_by(links: WrittenLinks) -> dict[str, str]:
    """Each source of the site, and where it stands in the folder."""
    return {uri: place_of(uri, links.addresses) for uri in links.sources.values() if uri}


def staged_pages(
    pages: Iterable[Page], profiles: Iterable[ProfilePage], links: WrittenLinks
) -> Iterator[tuple[str, str]]:
    """Place and text of each page of the site, and of each smelter's."""
    addresses, moved = links.addresses, moved_by(links)
    for page in (one for one in pages if one.uri != SHELL):
        place = moved[page.uri]
        marked = with_moved_links(links.in_page(page.marked, page.uri), page.uri, moved, place)
        inserts = {name: addresses.from_page(html, page.address) for name, html in page.inserts.items()}
        made = replace(page, uri=place, marked=marked, inserts=inserts, meta=escaped(page.meta))
        yield place, made.complete
    for one in profiles:
        yield from _profile(one, addresses)


def with_moved_links(text: str, uri: str, moved: Mapping[str, str], place: str | None = None) -> str:
    """The Markdown of the page ``uri`` with its links as they are where pages have ``moved``.

    ``place`` is where the page itself stands now; None: where it stood.
    """
    here, there = posixpath.dirname(uri), posixpath.dirname(place if place is not None else uri)

    def led(found: re.Match[str]) -> str:
        if _ELSEWHERE.match(found[2]):
            return found[0]
        target = posixpath.normpath(posixpath.join(here, found[2]))
        if target not in moved and here == there:
            return found[0]
        return f"{found[1]}{posixpath.relpath(moved.get(target, target), there or '.')}"

    return _LINK.sub(led, text)


def escaped(meta: FrontMatter) -> FrontMatter:
    """The head of a page as themes print it, which escape nothing."""
    return replace(
        meta,
        title=str(escape(meta.title)),
        description=str(escape(meta.description)),
        notice=str(escape(meta.notice)),
    )


def _profile(one: ProfilePage, addresses: Addresses) -> Iterator[tuple[str, str]]:
    meta = FrontMatter(
        title=one.title,
        description=one.description,
        year=None,
        is_draft=False,
        kind=PageKind.SMELTER,
    )
    uri = place_of(f"{one.address.rstrip('/')}.md", addresses)
    heading = f'<h1 class="fsd-profile" id="smelter">{escape(one.title)}</h1>'
    html = addresses.from_page(one.html, one.address)
    yield uri, Page(uri=uri, meta=escaped(meta), marked=f"{heading}\n\n{html}\n").complete
