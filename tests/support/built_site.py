"""What a built site holds: its files, its pages as trees, and its links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

NOT_FOUND = "404.html"
"""The page that hosts show for an address that is not there."""

_ADDRESSES = {
    "a": "href", "area": "href", "form": "action", "iframe": "src", "image": "href", "img": "src",
    "link": "href", "script": "src", "source": "src", "use": "href",
}  # fmt: skip

_NO_TEXT = ("button", "script", "style", "template")


def files_in(folder: Path) -> dict[str, bytes]:
    """Path inside the folder to content, of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@cache
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address from the root of the site: ``""``, ``2021/annex/``, ``404.html``.

    Read once a run; tests must not change the trees.
    """
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): read_page(path)
        for path in sorted(site.rglob("*.html"))
    }


def read_page(path: Path) -> BeautifulSoup:
    """A page as a tree."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def one(tree: Tag, selector: str) -> Tag:
    """The one element that the selector names."""
    (found,) = tree.select(selector)
    return found


def text_of(tree: Tag) -> str:
    """The text with single blanks; signs that give a heading or a row an address are left out."""
    parts = (part for part in tree.find_all(string=True) if not _is_sign(part.parent))
    return " ".join("".join(parts).split())


def _is_sign(tag: Tag | None) -> bool:
    return tag is not None and (tag.name in _NO_TEXT or "headerlink" in tag.get("class", []))


def headings(tree: Tag) -> list[tuple[int, str]]:
    """Level and text of every heading, in the order of the page."""
    return [(int(tag.name[1]), text_of(tag)) for tag in tree.select("h1, h2, h3, h4, h5, h6")]


def addresses(tree: Tag) -> Iterator[tuple[str, str]]:
    """Name of the element and address, for everything that links to something or loads it."""
    for tag in tree.find_all(list(_ADDRESSES)):
        if (address := tag.get(_ADDRESSES[tag.name]) or tag.get("xlink:href")) is not None:
            yield tag.name, str(address)


def broken_links(site: Path, site_url: str) -> list[str]:
    """Links inside the site that lead to no file or to no such part of a page, as ``page: address``.

    ``site_url`` is the address for which the site was built, with a slash at the end.
    """
    return [
        f"/{uri}: {address}"
        for uri, tree in pages(site).items()
        for _, address in addresses(tree)
        if not leads_somewhere(site, site_url, uri, address)
    ]


def leads_somewhere(site: Path, site_url: str, uri: str, address: str) -> bool:
    """Whether the address, as it stands on the page ``uri``, is that of a file or of a part of a page.

    True for addresses outside the site too, which nobody looks up here.
    """
    if urlsplit(address).scheme and not address.startswith(site_url):
        return True
    target, fragment = urldefrag(urljoin(site_url + uri, address))
    if not target.startswith(site_url):
        return False
    path = unquote(urlsplit(target).path.removeprefix(urlsplit(site_url).path))
    if path and not path.endswith("/"):
        return (site / path).is_file()
    return path in pages(site) and (not fragment or unquote(fragment) in _ids(site, path))


@cache
def _ids(site: Path, uri: str) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in pages(site)[uri].find_all(id=True))
