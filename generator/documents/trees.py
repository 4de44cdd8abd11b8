"""What the pages show, as trees: the form, and the exhibit with the facility lists in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import markdown
from markupsafe import escape

from ..model import Disclosure
from ..pages.annex_page import PLACEHOLDER
from ..pages.page import Page
from ..prose.element import Element
from ..prose.html_tree import html_tree
from ..prose.markdown import EXTENSIONS
from ..prose.spans import numbered, with_elements, with_row_elements

Nodes = tuple[Element | str, ...]

_ANNEX = frozenset({"annex.md", "../annex/"})
"""Where links to the whole annex lead."""
_LIST = "fsd-annex"
"""Class of the table of a facility list."""
_NOTES = "footnote"
"""Class of the footnotes below a report."""
VALUE_SOURCE = "data-value"
"""Attribute of a ``span`` around a value from the data, where these are asked for: the path of its source."""


def page_tree(page: Page, *, with_values: bool = False) -> Element:
    """What the page shows, as a ``div``: its Markdown converted with the site's extensions, inserts in place.

    Comments are left out, and so are the links that lead from a heading to itself. ``with_values``: every
    value from the data stands in a ``span`` with its source.
    """
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    text, sources = numbered(page.marked) if with_values else (page.markdown, ())
    html = markdown.markdown(text, extensions=list(settings), extension_configs=settings)
    html = with_elements(html, sources, value_span) if with_values else html
    for placeholder, insert in {**page.inserts, **page.in_documents}.items():
        html = html.replace(placeholder, insert)
    return html_tree(html)


def value_span(source: str, html: str) -> str:
    """The HTML of a value with its source, for a document that tells where values come from."""
    return f'<span {VALUE_SOURCE}="{escape(source)}">{html}</span>'


def exhibit_tree(
    report: Page, annex: Page | None, disclosure: Disclosure, rows: Mapping[str, str] | None = None
) -> Element:
    """The report with each facility list at the end of the section that it names.

    A list that names none stands at the end of the section that bears the annex's title, or where there is
    none, at the end of the report under that title. Further parts of the exhibit follow.
    ``annex`` None: the filer gives no list. ``disclosure`` is what the filing has of it. Both pages'
    links to each other stay as the pages have them. ``rows``, address of each row to its cell, asks for
    values with their sources.
    """
    children, parts = _apart_from_parts(page_tree(report, with_values=rows is not None).children)
    if annex is None or not disclosure.has_list:
        return Element("div", {}, (*children, *parts))
    listed = with_row_elements(annex.in_documents[PLACEHOLDER], rows or {}, value_span)
    placed = _placed(html_tree(listed).children, disclosure)
    ends = _section_ends(children, disclosure)
    behind: dict[int, Nodes] = {}
    inside: set[int] = set()
    for section, nodes in placed.items():
        at = ends.get(section, ends.get(None))
        if at is None:
            heading = Element("h2", {"id": "annex"}, (disclosure.annex_title,))
            at, nodes = _text_end(children), (heading, *nodes)
        else:
            inside.add(at)
        behind[at] = (*behind.get(at, ()), *nodes)
    children = _without_links_to_itself(children, inside)
    return Element("div", {}, (*_with_inserts(children, behind), *parts))


def _without_links_to_itself(children: Nodes, ends: Iterable[int]) -> Nodes:
    """The report, in which no section with a list has links to the annex, which it is.

    ``ends`` are the places behind these sections; a list under a heading of its own is in none of them.
    """
    starts = [at for at, child in enumerate(children) if isinstance(child, Element) and child.tag == "h2"]
    own = {at for place in ends for at in range(max((s for s in starts if s < place), default=place), place)}
    return tuple(
        _unlinked(child) if at in own and isinstance(child, Element) else child
        for at, child in enumerate(children)
    )


def _unlinked(node: Element) -> Element:
    children = tuple(_unlinked(child) if isinstance(child, Element) else child for child in node.children)
    if node.tag == "a" and node.attributes.get("href") in _ANNEX:
        return Element("span", {}, children)
    return Element(node.tag, node.attributes, children)


def _apart_from_parts(children: Nodes) -> tuple[Nodes, Nodes]:
    """The report, and the further parts of the exhibit behind it."""
    at = next((at for at, child in enumerate(children) if is_part(child)), len(children))
    return children[:at], children[at:]


def unsigned(form: Element) -> Element:
    """The form without the signature that a document to be submitted would carry: a blank stands there."""
    if "fsd-form__by" in form.classes:
        blank = Element("span", {"class": "fsd-form__blank"}, ("\u00a0",))
        return Element(form.tag, form.attributes, (blank,))
    if not any(isinstance(child, Element) for child in form.children):
        return form
    children = (child if isinstance(child, str) else unsigned(child) for child in form.children)
    return Element(form.tag, form.attributes, tuple(children))


def is_part(node: Element | str) -> bool:
    """Whether it is a further part of the exhibit, such as an auditor's report; a list is none."""
    return isinstance(node, Element) and node.tag == "div" and "fsd-part" in node.classes


def _with_inserts(children: Nodes, behind: dict[int, Nodes]) -> Iterator[Element | str]:
    for at, child in enumerate(children):
        yield from behind.get(at, ())
        yield child
    yield from behind.get(len(children), ())


def _placed(insert: Nodes, disclosure: Disclosure) -> dict[str | None, Nodes]:
    """Section, by its file without ending, to what stands there of the facility lists; None: no section.

    What stands behind a list belongs to it, and so does what stands before the first one.
    """
    lists = {one.key: one.section for one in disclosure.shown_lists}
    sections = list(lists.values())
    if not any(sections):
        return {None: insert}
    found: dict[str | None, Nodes] = {}
    here, number = sections[0], -1
    for node in _apart(insert):
        tables = _lists_in(node)
        if tables:
            number += 1
            key = tables[0].attributes.get("data-list", "")
            here = lists[key] if key in lists and key else sections[min(number, len(sections) - 1)]
        found[here] = (*found.get(here, ()), node)
    return found


def _apart(nodes: Nodes) -> Iterator[Element | str]:
    """The nodes; one that holds several lists, or one beside other things, gives way to its children."""
    for node in nodes:
        if isinstance(node, Element) and len(_lists_in(node)) > 1:
            yield from _apart(node.children)
        else:
            yield node


def _lists_in(node: Element | str) -> list[Element]:
    """The tables of facility lists, in their order."""
    if isinstance(node, str):
        return []
    if node.tag == "table":
        return [node] if _LIST in node.classes else []
    return [table for child in node.children for table in _lists_in(child)]


def _section_ends(children: Nodes, disclosure: Disclosure) -> dict[str | None, int]:
    """Section, by its file without ending, to the place behind it; None: the section of the annex's title."""
    starts = [at for at, child in enumerate(children) if isinstance(child, Element) and child.tag == "h2"]
    ends = dict(zip(starts, [*starts[1:], _text_end(children)], strict=True))
    found: dict[str | None, int] = {}
    for start in starts:
        if _text(children[start]) == " ".join(disclosure.annex_title.split()):
            found[None] = ends[start]
    for name, begin in zip(_names(disclosure), _starts(children, starts, disclosure), strict=True):
        if begin is not None:
            found[name] = ends[begin]
    return found


def _text_end(children: Nodes) -> int:
    """The place behind the last section; footnotes stand below all of them."""
    notes = (
        at for at, child in enumerate(children) if isinstance(child, Element) and _NOTES in child.classes
    )
    return next(notes, len(children))


def _names(disclosure: Disclosure) -> list[str]:
    return [PurePosixPath(section.file).stem for section in disclosure.sections]


def _starts(children: Nodes, starts: Sequence[int], disclosure: Disclosure) -> list[int | None]:
    """Where each section begins: in order; where there are more headings than sections, by their titles."""
    if len(starts) == len(disclosure.sections):
        return list(starts)
    by_title = {_text(children[at]): at for at in reversed(starts)}
    titles = (section.text.partition("\n")[0].removeprefix("# ").split() for section in disclosure.sections)
    return [by_title.get(" ".join(title)) for title in titles]


def _text(child: Element | str) -> str:
    return " ".join((child if isinstance(child, str) else child.text).split())
