"""What rendering hands out: pages and files, addressed as in ``docs/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

import yaml

from ..model import Asset
from ..prose.marks import without_marks

__all__ = ["Asset", "Page"]


class PageKind(StrEnum):
    """What a page of a year is, in the order of the menu."""

    OVERVIEW = "overview"
    FORM = "form"
    REPORT = "report"
    ANNEX = "annex"
    CHANGES = "changes"
    """Against the year before."""
    EXHIBIT = "exhibit"
    """A further exhibit, of which there may be several."""
    EU = "eu"
    """Of an importer into the European Union."""
    DOCUMENTS = "documents"
    ORIGINAL = "original"
    """Of a year with an amendment: the files of the filings before it."""
    REVIEW = "review"
    """In the preview alone."""
    YEARS = "years"
    """Of no year: all of them beside each other."""
    SMELTER = "smelter"
    """Of no year: a smelter or refiner in all of them."""

    @property
    def menu_title(self) -> str:
        """What the menu of the year calls the page."""
        special = {PageKind.FORM: "Form SD", PageKind.EU: "EU importer"}
        return special.get(self, self.value.capitalize())


@dataclass(frozen=True, kw_only=True)
class FrontMatter:
    """What the theme and the search read of a page."""

    title: str
    description: str
    year: int | None
    """None: it is a page of all years."""
    is_draft: bool
    kind: PageKind
    notice: str = ""
    """Stands above every page; empty: nothing does."""
    is_searched: bool = True
    """Whether the site's search finds the page."""
    menu: str = ""
    """What the menu of the year calls the page; empty: as its kind is called."""

    @property
    def menu_title(self) -> str:
        return self.menu or self.kind.menu_title

    def as_data(self) -> dict[str, Any]:
        """The names and values that stand at the top of a page, in their order."""
        data: dict[str, Any] = {
            "title": self.title,
            "description": self.description,
            **({} if self.year is None else {"year": self.year}),
            "state": "draft" if self.is_draft else "final",
            "kind": self.kind.value,
        }
        if self.notice:
            data["notice"] = self.notice
        if not self.is_searched:
            data["search"] = {"exclude": True}
        return data


@dataclass(frozen=True)
class Page:
    """One page. Its text may hold placeholders of large HTML blocks, each on a line of its own.

    ``inserts`` maps a placeholder (an HTML comment) to its HTML. The site puts it in after Markdown
    has run, which is faster; a folder of Markdown files gets it in place.
    """

    uri: str
    """Address of the source with slashes, for example ``2021/annex.md``."""
    meta: FrontMatter
    marked: str
    """Markdown with every value from the data in marks: only the preview shows from where it came."""
    inserts: Mapping[str, str] = field(default_factory=dict)
    in_documents: Mapping[str, str] = field(default_factory=dict)
    """What stands in the documents of the filing in place of an insert, where that is other."""

    @cached_property
    def markdown(self) -> str:
        """Markdown as it is published, placeholders still in."""
        return without_marks(self.marked)

    @property
    def file_uri(self) -> str:
        """Address of the built page's file, for example ``2021/annex/index.html``."""
        folder = self.uri.removesuffix(".md")
        return f"{folder}.html" if folder.endswith("index") else f"{folder}/index.html"

    @property
    def address(self) -> str:
        """Address of the built page from the site's root, for example ``2021/annex/``."""
        return self.file_uri.removesuffix("index.html")

    @property
    def source(self) -> str:
        """Front matter and Markdown, placeholders still in."""
        return self.with_front_matter(self.markdown)

    def with_front_matter(self, text: str) -> str:
        """The front matter with ``text`` below it."""
        front = yaml.safe_dump(self.meta.as_data(), allow_unicode=True, sort_keys=False, width=1000)
        return f"---\n{front}---\n\n{text}"

    @property
    def complete(self) -> str:
        """Front matter and Markdown with every insert in its place."""
        text = self.source
        for placeholder, html in self.inserts.items():
            text = text.replace(placeholder, html)
        return text
