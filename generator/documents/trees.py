"""What the pages show, as trees: the form, and the exhibit with the facility list in its place."""

from __future__ import annotations

import markdown

from ..pages.annex_page import PLACEHOLDER
from ..pages.page import Page
from ..prose.element import Element
from ..prose.html_tree import html_tree
from ..prose.markdown import EXTENSIONS


def page_tree(page: Page) -> Element:
    """What the page shows, as a ``div``: its Markdown converted with the site's extensions, inserts in place.

    Comments are left out, and so are the links that lead from a heading to itself.
    """
    settings = {name: dict(options) for name, options in EXTENSIONS.items()}
    settings["toc"]["permalink"] = False
    html = markdown.markdown(page.markdown, extensions=list(settings), extension_configs=settings)
    for placeholder, insert in page.inserts.items():
        html = html.replace(placeholder, insert)
    return html_tree(html)


def exhibit_tree(report: Page, annex: Page, annex_title: str) -> Element:
    """The report with the facility list at the end of the section that bears the annex's title.

    Where the report has no such section, the list follows at the end under that title. Both pages'
    links to each other stay as the pages have them.
    """
    children = list(page_tree(report).children)
    is_heading = [isinstance(child, Element) and child.tag == "h2" for child in children]
    starts = [
        index for index, child in enumerate(children) if is_heading[index] and _text(child) == annex_title
    ]
    table = _facility_list(annex)
    if not starts:
        heading = Element("h2", {"id": "annex"}, (annex_title,))
        return Element("div", {}, (*children, heading, *table))
    end = next((i for i in range(starts[-1] + 1, len(children)) if is_heading[i]), len(children))
    return Element("div", {}, (*children[:end], *table, *children[end:]))


def _facility_list(annex: Page) -> tuple[Element | str, ...]:
    """The insert of the annex page with the table in its region and the notes; nothing else of that page."""
    return html_tree(annex.inserts[PLACEHOLDER]).children


def _text(child: Element | str) -> str:
    return " ".join((child if isinstance(child, str) else child.text).split())
