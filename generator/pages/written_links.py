"""Links as people write them: as a source or an address of either form, from a page or from the site's root.

``WrittenLinks`` gives each of them the one form that every builder of the site understands.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from ..model.addresses import IN_FOLDERS, Addresses

LINK = re.compile(
    r"""(?P<before>\]\(\s*<?|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?)(?P<target>[^)>\s]+)
    |(?<=\s)href\s*=\s*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'>]+))""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
"""Links of Markdown, in a sentence or in a line of their own (a note is none), and those of HTML."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|[?#]|$", re.IGNORECASE)
_SOURCE = re.compile(r"(?:(?:^|/)(?:index|README))?\.(?:md|html)$|(?:^|/)index$")

_README = re.compile(r"(?:(?<=/)|^)README$")


def address_of(uri: str) -> str:
    """The address of the page of a source from the site's root: ``2021/annex/`` for ``2021/annex.md``."""
    name = _SOURCE.sub("", uri)
    return f"{name}/" if name else ""


def file_of(uri: str, addresses: Addresses) -> str:
    """The file of the page of a source in the built site."""
    if addresses.has_folders:
        return f"{address_of(uri)}index.html"
    return f"{_README.sub('index', uri.removesuffix('.md'))}.html"


@dataclass(frozen=True)
class WrittenLinks:
    """The places to which links of the site can lead."""

    sources: Mapping[str, str]
    """Address of each page, with a slash at its end, to its source; an empty one: it has none."""
    files: frozenset[str]
    """Addresses of what is no page."""
    site_url: str = ""
    """The address under which readers reach the site, with a slash at the end; empty: none is known."""
    addresses: Addresses = field(default=IN_FOLDERS)

    @classmethod
    def among(
        cls,
        uris: Iterable[str],
        plain_pages: Iterable[str] = (),
        *,
        site_url: str = "",
        addresses: Addresses = IN_FOLDERS,
    ) -> WrittenLinks:
        """The links of a site of these sources and files; ``plain_pages`` are addresses without a source."""
        every = list(uris)
        sources = dict.fromkeys(plain_pages, "")
        sources |= {address_of(uri): uri for uri in every if uri.endswith(".md")}
        files = frozenset(uri for uri in every if not uri.endswith(".md"))
        return cls(sources, files, site_url, addresses)

    def in_page(self, text: str, uri: str) -> str:
        """The Markdown of the source ``uri``, each link of it as this site has it."""
        return self.addresses.from_page(self.led(text, uri), address_of(uri))

    def led(self, text: str, uri: str) -> str:
        """The Markdown of the source ``uri`` with links of Markdown to sources, those of HTML to folders.

        What leads to no place of the site stays as it is written.
        """

        def written(link: re.Match[str]) -> str:
            if link["target"]:
                return f"{link['before']}{self._to_source(link['target'], uri)}"
            target = link["double"] or link["single"] or link["bare"] or ""
            way = self._find_way(target, uri)
            return link[0] if way is None else f'href="{way}"'

        return LINK.sub(written, text)

    def files_without_source(self, text: str, uri: str) -> Iterator[str]:
        """The file of each page without a source to which a link of Markdown in the source ``uri`` leads."""
        for link in LINK.finditer(text):
            place = self._find(link["target"], uri) if link["target"] else None
            if place is not None and self.sources.get(place) == "":
                yield self.addresses.file_of(place)

    def _to_source(self, target: str, uri: str) -> str:
        """A link of Markdown: a source or a file, as from the folder of its own source."""
        path, rest = _parts(target)
        here = posixpath.dirname(uri)
        as_written = posixpath.normpath(posixpath.join(here, unquote(path)))
        if as_written in self.files or as_written in self.sources.values():
            return target
        place = self._find(target, uri)
        if place is None:
            return target
        source = self.sources.get(place, place) or self.addresses.file_of(place)
        return posixpath.relpath(source, here or ".") + rest

    def _find_way(self, target: str, uri: str) -> str | None:
        """A link of HTML: an address, as from the folder of its page; None: it stays."""
        place = self._find(target, uri)
        if place is None:
            return None
        here = address_of(uri)
        if place in self.files:
            return posixpath.relpath(place, here or ".") + _parts(target)[1]
        way = posixpath.relpath(place or ".", here or ".")
        file = file_of(self.sources[place], self.addresses)
        # A folder with an index that people wrote keeps it where pages are files.
        is_own = (
            not self.addresses.has_folders and file != self.addresses.of_page(place) and self.sources[place]
        )
        return f"{way}/{'index.html' if is_own else ''}{_parts(target)[1]}"

    def _find(self, target: str, uri: str) -> str | None:
        """The address of the page or file that a link means; None: it leads elsewhere, or to nothing.

        As an address it begins at its page, as a source at the folder of its own.
        """
        if not self.addresses.has_folders and self.site_url and target.startswith(self.site_url):
            target = f"/{target.removeprefix(self.site_url)}"
        if _ELSEWHERE.match(target):
            return None
        path = unquote(_parts(target)[0])
        if path.startswith("/"):
            root = urlsplit(self.site_url).path or "/"
            below = [path.removeprefix(root)] if path.startswith(root) else []
            return self._first(*below, path[1:])
        of_page, of_source = (posixpath.join(one, path) for one in (address_of(uri), posixpath.dirname(uri)))
        return self._first(of_source, of_page) if path.endswith(".md") else self._first(of_page, of_source)

    def _first(self, *paths: str) -> str | None:
        return next((place for path in paths if (place := self._place(path)) is not None), None)

    def _place(self, path: str) -> str | None:
        """The page or file at a path from the root of the site."""
        plain = posixpath.normpath(path) if path else "."
        plain = "" if plain == "." else plain
        if plain in self.files:
            return plain
        address = address_of(plain)
        return address if address in self.sources else None


def _parts(target: str) -> tuple[str, str]:
    """The path of a link, and what stands behind it: query and fragment."""
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    return path, target[len(path) :]
