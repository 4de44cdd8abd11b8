"""What the theme says on every page of a site, and the places to which links of its pages can lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..data_files.publications import FEED
from ..documents.output import SEARCH_FILE
from ..pages.written_links import WrittenLinks
from ..pipeline import Site, Year

EXAMPLE = "This site is an example, and no disclosure of a company."


def site_facts(site: Site, years: Sequence[Year]) -> dict[str, Any]:
    """The names that ``main.html`` has below ``config.extra.disclosure``. ``years`` are those of the site."""
    return {
        "registrant": site.registrant,
        "short_name": site.short_name,
        "years": list(site.years),
        "newest": site.newest,
        "feed": next((one.uri for one in site.assets if one.uri == FEED), ""),
        "newest_pages": {
            page.meta.kind.value: site.addresses.of_page(page.address)
            for page in site.pages
            if page.meta.year == site.newest and page.uri.startswith(f"{site.newest}/")
        },
        "notice": notice_of(years),
        "search_file": "" if site.search_file == SEARCH_FILE else site.search_file,
        "has_folders": site.addresses.has_folders,
        "logo_dark": logo_of(site, "logo-dark"),
        "logo_small": logo_of(site, "logo-small"),
        "public_url": site.public_url,
        "share_pictures": {
            str(year): {"words": one.words, "file": {"uri": one.file.uri}}
            for year, one in site.share_pictures.items()
        },
    }


def site_links(site: Site, uris: Iterable[str], site_url: str = "") -> WrittenLinks:
    """The places of the site. ``uris`` are the sources and files that it has beside its own."""
    every = (*uris, *(page.uri for page in site.pages), *(asset.uri for asset in site.assets))
    profiles = (one.address for one in site.profiles)
    return WrittenLinks.among(every, profiles, site_url=site_url or site.public_url, addresses=site.addresses)


def logo_of(site: Site, name: str) -> str:
    """The address of one form of the logo; empty where it has none of that form."""
    return next((one.uri for one in site.assets if one.uri.startswith(f"assets/{name}.")), "")


def notice_of(years: Sequence[Year]) -> str:
    """What stands on top of pages that are of no year; empty unless every year is an example."""
    return EXAMPLE if years and all(year.disclosure.facts.example for year in years) else ""
