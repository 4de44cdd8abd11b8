"""The site as a build or a preview shows it: pages and files by address, what reviewers see put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError

from ..documents.output import Output
from ..errors import InputError
from ..findings import Finding
from ..findings.as_text import stopped_text
from ..findings.first_few import first_few
from ..model import Asset
from ..own_site.page_frame import framed
from ..pages.page import Page
from ..pages.site_frame import FRONT_PAGE, anchor_ids
from ..pipeline import Site, Year, load, render, sound
from ..prose.environment import template_problem
from .preview import Preview

if TYPE_CHECKING:
    from .previews import Reviews


@dataclass(frozen=True)
class ShownSite:
    """What is shown, once the data is loaded. Pages are found by the address of their source."""

    site: Site
    years: tuple[Year, ...]
    previews: Mapping[str, Preview] = field(default_factory=dict)
    """Address of each page's source to how reviewers see it; empty where this is no preview."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """What is published; in the preview, the review pages too."""
        return tuple(one.page for one in self.previews.values()) or self.site.pages

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of the data, year by year, then of the documents."""
        return (*chain.from_iterable(year.findings for year in self.years), *self.site.findings)

    @property
    def told(self) -> list[str]:
        """The findings for the window of the command; of a preview no more than one screen holds."""
        if not self.previews:
            return [str(finding) for finding in self.findings]
        return first_few(self.findings, "The page Review of each year has all of them.")

    @property
    def facts(self) -> dict[str, Any]:
        """What the theme says on every page."""
        return {
            "registrant": self.site.registrant,
            "short_name": self.site.short_name,
            "years": list(self.site.years),
            "newest": next(iter(self.site.years), None),
            "notice": self.notice,
        }

    @property
    def notice(self) -> str:
        """What stands on top of pages that are of no year; empty unless every year is an example."""
        is_example = bool(self.years) and all(year.disclosure.facts.example for year in self.years)
        return "This site is an example, and no disclosure of a company." if is_example else ""

    @property
    def logo(self) -> str:
        """Address of the picture beside the site's name; empty where there is no site."""
        return next((one.uri for one in self.site.assets if one.uri.startswith("assets/logo")), "")

    def contents(self) -> Iterator[tuple[str, str | bytes]]:
        """Address and content of every page's source and every file."""
        for page in self.pages:
            preview = self.previews.get(page.uri)
            yield page.uri, preview.text if preview else page.source
        for asset in self.site.assets:
            yield asset.uri, asset.content

    def find_page(self, uri: str) -> Page | None:
        """Our page; None where people wrote it."""
        return next((page for page in self.pages if page.uri == uri), None)

    def late_ids(self, uri: str) -> list[str]:
        """The ids in the large blocks of HTML of a page, which ``complete`` puts in."""
        page = self.find_page(uri)
        return [name for insert in page.inserts.values() for name in anchor_ids(insert)] if page else []

    def with_sources(self, uri: str, html: str) -> str:
        """The HTML of a page's Markdown, in the preview with an element around every value from the data."""
        preview = self.previews.get(uri)
        return preview.with_sources(html) if preview else html

    def complete(self, uri: str, html: str, tell: Callable[[str], None] | None = None) -> str:
        """The page with its frame and its large blocks of HTML, through which no template need go.

        ``tell`` and what is raised as in ``framed``.
        """
        page, preview = self.find_page(uri), self.previews.get(uri)
        kind, is_draft = (page.meta.kind, page.meta.is_draft) if page else ("", False)
        html = framed(html, uri, kind, is_draft=is_draft, tell=tell)
        for placeholder, insert in page.inserts.items() if page else ():
            html = html.replace(placeholder, preview.with_row_sources(insert) if preview else insert)
        return html


_NO_DAY = "1970-01-01"
NOTHING = ShownSite(
    Site((), "", "", _NO_DAY, pages=(), assets=(Asset(FRONT_PAGE, b""),), search_records=()), ()
)
"""What a preview has whose data had an error from the beginning: a front page that says so."""


def stopped_by(problem: InputError | TemplateError, end: str) -> str:
    """What keeps the site from being shown, and ``end``, which says what is shown all the same."""
    if isinstance(problem, InputError):
        return stopped_text(problem.findings, end)
    return f"{template_problem(problem)} {end}"


class Loader:
    """Loads the site of all years again and again; keeps what the reviews of a preview are made of."""

    def __init__(self) -> None:
        self._reviews: Reviews | None = None

    def load(self, data_dir: Path, output: Output) -> ShownSite:
        """The site as its data is now. Raises InputError where an error leaves nothing to show."""
        years = sound(load(data_dir), is_preview=output.is_preview)
        site = render(years, output)
        if not output.is_preview:
            return ShownSite(site, years)
        if self._reviews is None:
            from .previews import Reviews  # with the scorecard, which no build needs

            self._reviews = Reviews()
        previews = {one.page.uri: one for one in self._reviews.previews(years, site)}
        return ShownSite(site, years, previews)
