"""The annex page as tests read it: its facility lists, its finder, the page as a site shows it."""

from __future__ import annotations

import markdown
import yaml
from bs4 import BeautifulSoup

from generator.pages import annex_page as annex
from generator.pages.page import Page


def table(page: Page) -> BeautifulSoup:
    return BeautifulSoup(page.inserts[annex.PLACEHOLDER], "lxml")


def cells(page: Page) -> list[list[str]]:
    return [
        [cell.get_text() for cell in row(["th", "td"])] for row in table(page).select(".fsd-annex tbody tr")
    ]


def html(page: Page) -> BeautifulSoup:
    extensions = ["attr_list", "md_in_html", "toc", "tables", "footnotes", "abbr"]
    body = markdown.markdown(page.markdown, extensions=extensions)
    for placeholder, insert in page.inserts.items():
        assert body.count(placeholder) == 1
        body = body.replace(placeholder, insert)
    return BeautifulSoup(body, "lxml")


def finder(page: Page) -> BeautifulSoup:
    """The finder with the lists that stand in it."""
    return table(page).select_one(".fsd-list")


def options(page: Page, facet: str) -> list[tuple[str, ...]]:
    """Value, label and count of each option."""
    return [
        (box["value"], *(span.get_text() for span in box.parent("span")))
        for box in finder(page).select(f"input[name='{facet}']")
    ]


def description(page: Page) -> str:
    """What the page says of itself to machines."""
    return str(yaml.safe_load(page.source.split("---")[1])["description"])
