"""Addresses: where links of the site lead inside the filing, and the ids that they lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from ...findings.catalogue import EDGAR_ADDRESS
from ...prose.element import Element
from . import profile
from .convert import Noted
from .elements import Nodes

FORM, EXHIBIT = "form-sd.htm", "ex1-01.htm"
_FURTHER = re.compile(r"exhibit-(\d+-\d+)")
"""Last part of the address of a further exhibit's page."""
_PAGES = {"form-sd": FORM, "report": EXHIBIT, "annex": EXHIBIT}
FACILITY_LIST = "fsd-annex"
"""Id of the facility list on the site, or the first of them: a link to the annex as a whole leads there."""
IS_LIST = re.compile(rf"{FACILITY_LIST}(?:-\d+)?")
"""Id of any facility list."""
_ADDRESS = re.compile(r"(?:https?://|mailto:)(.+?)/?")
"""An address that readers could use if they saw it, without what goes before it."""
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")


def exhibit_file(page: str) -> str:
    """Document of an exhibit, by the last part of its page's address: ``exhibit-1-02`` is ``ex1-02.htm``."""
    return f"ex{page.removeprefix('exhibit-')}.htm"


def with_links(
    bodies: Mapping[str, Nodes], noted: list[Noted], published_name: Callable[[str], str] = str
) -> dict[str, Nodes]:
    """File name to body, with links that lead to what the files hold; other links become their text.

    Ids that no link needs are left out, except those of headings. ``noted`` takes the addresses of the
    web that stand behind other words; ``published_name`` gives the name under which a file is published.
    """
    linker = _Linker(bodies, noted, published_name)
    linked = {name: linker.linked(name, body) for name, body in bodies.items()}
    return {name: linker.pruned(name, body) for name, body in linked.items()}


class _Linker:
    def __init__(
        self, bodies: Mapping[str, Nodes], noted: list[Noted], published_name: Callable[[str], str]
    ) -> None:
        self._ids = {name: _safe_ids(_ids(body)) for name, body in bodies.items()}
        self._wanted: set[tuple[str, str]] = set()
        self._noted = noted
        self._published_name = published_name

    def linked(self, name: str, nodes: Nodes, *, is_in_link: bool = False) -> Nodes:
        """The nodes with their links' final addresses; a link inside a link is none."""
        found: list[Element | str] = []
        for node in nodes:
            if isinstance(node, str):
                found.append(node)
                continue
            href = node.attributes.get("href", "")
            if node.tag == "a" and is_in_link:
                found += self.linked(name, node.children, is_in_link=True)
                continue
            address = self._address(name, href, node)
            children = self.linked(name, node.children, is_in_link=is_in_link or bool(address))
            found += _with(node, children) if node.tag != "a" else _anchor(node, address, children)
        return tuple(found)

    def pruned(self, name: str, nodes: Nodes) -> Nodes:
        """The nodes with safe ids, each once, and only those that are needed."""
        ids = dict(self._ids[name])
        return tuple(self._pruned(name, node, ids) for node in nodes)

    def _pruned(self, name: str, node: Element | str, ids: dict[str, str]) -> Element | str:
        if isinstance(node, str):
            return node
        attributes = dict(node.attributes)
        own = attributes.pop("id", "")
        is_needed = node.tag in profile.HEADINGS or (name, own) in self._wanted
        if own in ids and is_needed:
            attributes = {"id": ids.pop(own), **attributes}
        children = tuple(self._pruned(name, child, ids) for child in node.children)
        return Element(node.tag, attributes, children)

    def _address(self, name: str, href: str, node: Element) -> str:
        """The address of a link in the filing; empty where there is none."""
        if not href or profile.FILED_DOCUMENT.match(href):
            return href
        target = _target(href, name)
        if target is None:
            self._note(href, node)
            return ""
        file, fragment = target
        own = self._ids.get(file, {}).get(fragment)
        if own:
            self._wanted.add((file, fragment))
            return f"#{own}" if file == name else f"{self._published_name(file)}#{own}"
        return self._published_name(file) if file in self._ids and file != name else ""

    def _note(self, href: str, node: Element) -> None:
        found = _ADDRESS.fullmatch(href)
        if found and found[1] not in node.text:
            self._noted.append(Noted(EDGAR_ADDRESS, f"the address '{href}'", href))


def _target(href: str, own: str) -> tuple[str, str] | None:
    """File and id to which a link of a page leads; None where it leads out of the filing.

    A link with a query shows a selection of the list, which only the site can.
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or parts.query:
        return None
    fragment = unquote(parts.fragment)
    if not parts.path:
        return own, fragment
    page = parts.path.removeprefix("../").removesuffix("/").removesuffix(".md")
    if _FURTHER.fullmatch(page):
        return exhibit_file(page), fragment
    if page not in _PAGES:
        return None
    return _PAGES[page], fragment or (FACILITY_LIST if page == "annex" else "")


def _anchor(link: Element, address: str, children: Nodes) -> Nodes:
    """A link, or the children of what is none, after an empty element that keeps its id."""
    attributes = {name: value for name, value in link.attributes.items() if name != "href"}
    if address:
        return (Element("a", attributes | {"href": address}, children),)
    return (Element("a", attributes), *children) if attributes else children


def _with(node: Element, children: Nodes) -> Nodes:
    return (Element(node.tag, node.attributes, children),)


def _ids(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Element):
            if node.attributes.get("id"):
                yield node.attributes["id"]
            yield from _ids(node.children)


def _safe_ids(ids: Iterator[str]) -> dict[str, str]:
    """Each id as EDGAR takes it: ASCII, a letter first, no two the same."""
    safe: dict[str, str] = {}
    taken: set[str] = set()
    for own in ids:
        if own in safe:
            continue
        wished = _UNSAFE.sub("-", own).strip("-")
        wished = wished if profile.ID.fullmatch(wished) else f"id-{wished}"
        name, number = wished, 1
        while name in taken:
            number += 1
            name = f"{wished}-{number}"
        taken.add(name)
        safe[own] = name
    return safe
