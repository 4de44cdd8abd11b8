"""The site as a build or a preview shows it: pages and files by address, what reviewers see put in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from ..model.brand import Brand
from ..own_site.brand_file import BrandRead, logo_is_one, read_brand
from ..own_site.chosen_years import ChosenYears, chosen_years, without_drafts
from ..own_site.own_content import public_part
from ..own_site.own_words import as_published
from ..own_site.page_frame import framed
from ..own_site.site_facts import logo_of, notice_of, site_facts, site_links
from ..pages.brand_style import STYLE, brand_style
from ..pages.heading_ids import free_headings
from ..pages.page import Page
from ..pages.site_frame import FRONT_PAGE, MAY_BE_OWN, anchor_ids
from ..pages.written_links import WrittenLinks
from ..pipeline import Site, Year, render
from ..pipeline.kept_pages import KeptPages
from ..pipeline.kept_years import KeptYears
from ..prose.environment import template_problem, templates_as_saved
from .preview import Preview

if TYPE_CHECKING:
    from .previews import Reviews


@dataclass(frozen=True)
class ShownSite:
    """What is shown, once the data is loaded. Pages are found by the address of their source."""

    site: Site
    chosen: ChosenYears
    """The years, those that are left out, and what is to be said of drafts."""
    previews: Mapping[str, Preview] = field(default_factory=dict)
    """Address of each page's source to how reviewers see it; empty where this is no preview."""
    brand: BrandRead = field(default_factory=BrandRead)

    @property
    def years(self) -> tuple[Year, ...]:
        """Those of the site, newest first."""
        return self.chosen.years

    @property
    def pages(self) -> tuple[Page, ...]:
        """What is published; in the preview, the review pages too."""
        if not self.previews:
            return self.site.pages
        of_no_year = (
            page for page in self.site.pages if page.meta.year is None and page.uri not in self.previews
        )
        return (*(one.page for one in self.previews.values()), *of_no_year)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is said of drafts, of the data, year by year, of the documents, and of how they look."""
        of_years = chain.from_iterable(year.findings for year in self.years)
        of_brand = (*self.brand.findings, *logo_is_one(self.brand.brand, self.years))
        return (*self.chosen.findings, *of_years, *self.site.findings, *of_brand)

    def told(
        self, about_site: Iterable[Finding], unsaid: Callable[[Iterable[Finding]], Iterable[Finding]]
    ) -> list[str]:
        """The findings for the window of the command, those ``about_site`` last.

        ``unsaid`` gives them without what they quote of what is withheld. Of a preview, which the filer alone
        sees: as they are, and after drafts what one screen holds.
        """
        if not self.previews:
            return [str(finding) for finding in unsaid((*self.findings, *about_site))]
        of_drafts, rest = self.chosen.findings, self.findings[len(self.chosen.findings) :]
        first = first_few(rest, "The page Review of each year has all of them.")
        return [*map(str, of_drafts), *first, *map(str, about_site)]

    @property
    def facts(self) -> dict[str, Any]:
        """What the theme says on every page."""
        return site_facts(self.site, self.years)

    @property
    def notice(self) -> str:
        """What stands on top of pages that are of no year; empty unless every year is an example."""
        return notice_of(self.years)

    @property
    def logo(self) -> str:
        """Address of the picture beside the site's name; empty where there is no site."""
        return logo_of(self.site, "logo")

    @property
    def icon(self) -> str:
        """Address of the picture for the browser's tab; empty where there is no site."""
        return logo_of(self.site, "logo-small") or self.logo

    @property
    def styles(self) -> dict[str, str]:
        """The style that is made for the site, by its name in the folder of styles."""
        (brand,) = (one for one in self.site.assets if one.uri == STYLE)
        return {brand.name: brand.content.decode()}

    def contents(
        self, own: Mapping[str, str] | None = None, site_url: str = ""
    ) -> Iterator[tuple[str, str | bytes]]:
        """Address and content of every page's source and every file.

        ``own`` are the addresses of what people wrote, with the text of pages; some may take the place of
        ours. ``site_url`` is the address for which the site is built. Of the pages of smelters, which are
        written once the site is built, those to which links lead are empty files, which the builder knows.
        """
        own = own or {}
        links = self._links(own, site_url)
        texts = dict(own)
        for page in self.pages:
            preview = self.previews.get(page.uri)
            texts[page.uri] = preview.text if preview else page.source
            yield page.uri, links.in_page(texts[page.uri], page.uri)
        named = (links.files_without_source(text, uri) for uri, text in texts.items())
        yield from ((file, b"") for file in dict.fromkeys(chain.from_iterable(named)) if file not in own)
        for asset in self.site.assets:
            if asset.uri not in MAY_BE_OWN or asset.uri not in own:
                yield asset.uri, asset.content

    def own_page(self, uri: str, text: str, own: Collection[str], site_url: str) -> str:
        """The Markdown of a page that people wrote: notes left out, links as this site has them."""
        return self._links(own, site_url).in_page(free_headings(as_published(text, self.years)), uri)

    def _links(self, own: Collection[str], site_url: str) -> WrittenLinks:
        return site_links(self.site, (*own, *(page.uri for page in self.pages)), site_url)

    def find_page(self, uri: str) -> Page | None:
        """Our page; None where people wrote it."""
        return next((page for page in self.pages if page.uri == uri), None)

    def canonical_address(self, address: str | None) -> str | None:
        """The one address of a page for search engines, as the host has it; None: readers reach none."""
        return address if self.site.public_url else None

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
        if page is None:
            return html
        for placeholder, plain in page.inserts.items():
            insert = preview.with_row_sources(plain) if preview else plain
            html = html.replace(placeholder, self.site.addresses.from_page(insert, page.address))
        return html


_NO_DAY = "1970-01-01"
_NOTHING = (Asset(FRONT_PAGE, b""), brand_style(Brand()))
NOTHING = ShownSite(
    Site(
        (),
        None,
        "",
        "",
        _NO_DAY,
        pages=(),
        assets=(Asset(FRONT_PAGE, b""), brand_style(Brand())),
        search_records=(),
    ),
    ChosenYears(()),
)
"""What a preview has whose data had an error from the beginning: a front page that says so."""


def stopped_by(problem: InputError | TemplateError, end: str) -> str:
    """What keeps the site from being shown, and ``end``, which says what is shown all the same."""
    if isinstance(problem, InputError):
        return stopped_text(problem.findings, end)
    return f"{template_problem(problem)} {end}"


class Loader:
    """Loads the site of all years again and again; keeps what stays the same from one to the next."""

    def __init__(self) -> None:
        self._years = KeptYears()
        self._templates: tuple[object, ...] = ()
        self._forget_pages()
        self._shown: tuple[int, ...] = ()
        """The years that were shown last."""

    def _forget_pages(self) -> None:
        self._pages = KeptPages()
        self._reviews: Reviews | None = None

    def load(self, settings: Path, data_dir: Path, output: Output) -> ShownSite:
        """The site as its data is now. Raises InputError where an error leaves nothing to show.

        ``settings`` is the file beside which ``brand.yml`` stands.
        """
        templates = templates_as_saved()
        if templates != self._templates:
            self._forget_pages()
            self._templates = templates
        brand = read_brand(settings.parent)
        output = replace(output, base_url=public_part(output.base_url), brand=brand.brand)
        chosen = chosen_years(
            data_dir,
            self._years.load(data_dir),
            has_drafts=output.has_drafts,
            is_preview=output.is_preview,
            shown_before=self._shown,
        )
        try:
            site = render(chosen.years, output, self._pages)
        except InputError as problem:
            if any(year.year in self._shown for year in chosen.years if not year.is_public):
                raise
            chosen = without_drafts(data_dir, chosen, problem)
            site = render(chosen.years, output, self._pages)
        if not output.is_preview:
            return ShownSite(site, chosen, brand=brand)
        self._shown = site.years
        if self._reviews is None:
            from .previews import Reviews  # with the scorecard, which no build needs

            self._reviews = Reviews()
        previews = {one.page.uri: one for one in self._reviews.previews(chosen.years, site)}
        return ShownSite(site, chosen, previews, brand)
