"""The index of the search of a staged site: sections of pages and rows of lists, as the theme's index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import markdown
from markupsafe import escape

from ..pages.search_records import Record, short_forms, without_figures
from ..pages.written_links import address_of
from ..pipeline import Site
from ..prose.element import Element
from ..prose.html_tree import html_tree

INDEX = "search/search_index.json"
_HEADINGS = ("h1", "h2", "h3")
_BLOCKS = ("p", "ul", "ol", "pre", "blockquote")
"""Elements whose tags stay, by which sentences are told from cells of tables."""


def search_index(site: Site, own: Mapping[str, str], extensions: Mapping[str, Mapping[str, object]]) -> bytes:
    """The index of our pages and of ``own``: address of each page that people wrote to its Markdown."""
    written = [(page.address, page.markdown) for page in site.pages if page.meta.is_searched]
    written += [(address_of(uri), text) for uri, text in own.items()]
    pages = [(site.addresses.of_page(address), text) for address, text in written]
    records = [record for address, text in pages for record in _sections(address, text, extensions)]
    index = {"docs": [*records, *site.search_records], "short": short_forms()}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _sections(address: str, text: str, extensions: Mapping[str, Mapping[str, object]]) -> Iterator[Record]:
    """A record for the page and one for each heading below its title that has an id."""
    settings = {name: {**options} for name, options in extensions.items()}
    settings.setdefault("toc", {})["permalink"] = False
    html = markdown.markdown(text, extensions=list(settings), extension_configs=settings)
    title, place, parts = "", address, list[str]()
    is_first = True
    for node in html_tree(html).children:
        if isinstance(node, Element) and node.tag in _HEADINGS and node.text.strip():
            if title:
                yield _record(place, title, parts)
            place = address if is_first else f"{address}#{node.attributes.get('id', '')}"
            title, parts, is_first = node.text.strip(), [], False
        else:
            parts.append(_text(node))
    if title:
        yield _record(place, title, parts)


def _record(place: str, title: str, parts: list[str]) -> Record:
    text = without_figures(" ".join(" ".join(parts).split()))
    return {"location": place, "title": str(escape(title)), "text": text}


def _text(node: Element | str) -> str:
    if isinstance(node, str):
        return str(escape(node))
    if "data-search-exclude" in node.attributes or node.tag in ("script", "style", "svg", "template"):
        return ""
    inner = "".join(_text(child) for child in node.children)
    return f"<{node.tag}>{inner}</{node.tag}>" if node.tag in _BLOCKS else f"{inner} "
