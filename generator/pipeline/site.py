"""The whole site: the pages and files of all years, and what the theme needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..data_files.publications import PublishedYear, site_files
from ..documents.output import SEARCH_FILE, Output
from ..documents.shared.share_picture import SharePicture, share_picture
from ..documents.shared.touch_icon import touch_icon
from ..errors import InputError
from ..findings import Finding, errors, in_order
from ..model import Asset
from ..model.addresses import IN_FOLDERS, Addresses
from ..pages.brand_style import brand_style
from ..pages.logo import site_logos
from ..pages.page import Page
from ..pages.profile_pages import ProfilePage, profile_pages
from ..pages.robots import robots_txt
from ..pages.search_records import Record as SearchRecord
from ..pages.search_records import records_of_years, search_records
from ..record.publications import publications_of
from ..years.profiles import Profile
from .across_years import found_smelters, pages_of_all, with_smelters
from .kept_pages import KeptPages
from .loaded import LoadedYear, Year
from .year_pages import RenderedYear

SITE = Output()
"""All documents, for a site."""


@dataclass(frozen=True)
class Site:
    """Everything that is published: pages, files, and what the theme needs to know."""

    years: tuple[int, ...]
    """Newest first."""
    newest: int | None
    """The newest year that is final, to which the front page belongs; of drafts alone the newest one."""
    registrant: str
    short_name: str
    as_of: str
    """Newest date of the data, year-month-day: the site's clock."""
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    search_records: tuple[SearchRecord, ...]
    """One for each row of an annex that the search of the site finds."""
    profiles: tuple[ProfilePage, ...] = ()
    """The pages of the smelters over all years, which are plain files; the site's pages hold their shell."""
    public_url: str = ""
    """The address under which readers reach the site, with a slash at the end; empty: none is known."""
    share_pictures: Mapping[int, SharePicture] = field(default_factory=dict)
    """Of each year the picture that goes with a link to its pages; none without such an address."""
    addresses: Addresses = IN_FOLDERS
    search_file: str = SEARCH_FILE
    """Where the records of its search stand."""
    findings: tuple[Finding, ...] = ()
    """What the documents of the filing do not show as the pages do; no error among them."""


def render(years: Iterable[LoadedYear], output: Output = SITE, kept: KeptPages | None = None) -> Site:
    """The whole site. Raises InputError where a year, or a document, has an error that stops it.

    A draft beside a final changes nothing of it: front page, search, the site's clock. The search of a
    preview finds drafts too, and ``kept`` has the pages that it showed last.
    """
    kept = kept or KeptPages()
    years = kept.years(years, output)
    made = kept.made(years, output)
    notes = [finding for year in made for finding in year.findings]
    if errors(notes):
        raise InputError(notes)
    public = [year for year in years if year.is_public]
    unsearched = {year.year for year in years if public and not (year.is_public or output.is_preview)}
    newest = public[0] if public else years[0]
    beside = years if output.is_preview else tuple(public) or years
    complete = kept.complete(made, years, beside)
    found = found_smelters(beside)
    profiles = profile_pages(found, [one.disclosure for one in beside]) if output.has_smelter_pages else ()
    if profiles:
        complete = _with_ways_to_smelters(complete, years, beside, found)
    facts = newest.disclosure.facts
    pictures = _share_pictures(years, output)
    pages = (
        front_page(newest, tuple(year.year for year in public or years)),
        *(page for year in complete for page in year.pages.values()),
        *pages_of_all(beside, found if profiles else ()),
    )
    return Site(
        years=tuple(year.year for year in years),
        newest=newest.year,
        registrant=facts.registrants_in_short,
        short_name=facts.registrant.short_name or facts.registrants_in_short,
        as_of=max(year.disclosure.as_of for year in years if year.is_public or not public).isoformat(),
        pages=tuple(_unsearched(page) if page.meta.year in unsearched else page for page in pages),
        assets=_assets(newest, years, complete, pictures, output),
        search_records=tuple(_records([one for one in years if one.year not in unsearched], found, output)),
        profiles=profiles,
        public_url=output.base_url,
        share_pictures=pictures,
        addresses=output.addresses,
        search_file=output.search_file,
        findings=in_order(notes),
    )


def _with_ways_to_smelters(
    complete: Sequence[RenderedYear], years: Sequence[Year], beside: Sequence[Year], found: Sequence[Profile]
) -> list[RenderedYear]:
    """The years, the annexes of those among ``beside`` with the way to the smelters' pages."""
    on_pages = {year.year for year in beside}
    pairs = zip(complete, years, strict=True)
    return [with_smelters(one, year, found) if year.year in on_pages else one for one, year in pairs]


def _assets(
    newest: Year,
    years: Sequence[Year],
    complete: Sequence[RenderedYear],
    pictures: Mapping[int, SharePicture],
    output: Output,
) -> tuple[Asset, ...]:
    """The files of the site: its looks by the ``newest`` year, those of each year, those for programs."""
    return (
        brand_style(output.brand),
        *site_logos(newest.disclosure, output.brand).every,
        touch_icon(newest.disclosure, output.brand, output.cache),
        Asset("robots.txt", robots_txt(output.base_url)),
        *(picture.file for picture in pictures.values()),
        *(asset for year in complete for asset in (*year.assets, *year.kept)),
        *_files_of_all(years, complete, output.base_url),
    )


def _unsearched(page: Page) -> Page:
    """The page, which the search of the site does not find."""
    return replace(page, meta=replace(page.meta, is_searched=False))


def _share_pictures(years: Sequence[Year], output: Output) -> dict[int, SharePicture]:
    """Of each year its picture; none where nobody outside could ask for it."""
    if not output.base_url:
        return {}
    brand, cache = output.brand, output.cache
    return {year.year: share_picture(year.disclosure, year.facts, brand, cache) for year in years}


def front_page(newest: Year, years: Sequence[int]) -> Page:
    """The front page of a site with these years, newest first."""
    from ..pages import front_page as front  # a check of the data has no use for pages, and they take a while

    return front.render(newest.disclosure, newest.facts, years=years, sentence=newest.sentence)


def _records(years: Sequence[Year], found: Sequence[Profile], output: Output) -> Iterator[SearchRecord]:
    """What the search finds of the lists: each row of one year, each smelter once over several years."""
    lists = [year.disclosure for year in years if year.disclosure.has_list]
    if not found:
        yield from (record for one in lists for record in search_records(one))
        return
    titles = {
        (one.year, part.key): part.title
        for one in lists
        if len(one.shown_lists) > 1
        for part in one.shown_lists
    }
    has_pages, addresses = output.has_smelter_pages, output.addresses
    yield from records_of_years(found, titles, has_pages=has_pages, addresses=addresses)


def _files_of_all(years: Sequence[Year], made: Sequence[RenderedYear], base_url: str) -> tuple[Asset, ...]:
    """What programs ask for at the root of the site: index, feed. Nothing of a draft is in them."""
    return site_files(
        [
            PublishedYear(
                disclosure=year.disclosure,
                pages=tuple(
                    (kind, year.disclosure.addresses.of_page(page.address))
                    for kind, page in one.pages.items()
                ),
                assets=tuple(asset for asset in one.assets if asset.title),
                kept=year.kept,
                publications=publications_of(year.disclosure, year.records, year.earlier),
            )
            for year, one in zip(years, made, strict=True)
            if not year.disclosure.facts.filing.is_draft
        ],
        base_url,
    )
