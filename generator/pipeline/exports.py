"""Files that are made without a site: documents, tables, one file, Word, filing sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..checks import waivers
from ..data_files.year_files import pictures_of_pages, year_assets
from ..documents import as_published
from ..documents.make import filing_files
from ..documents.one_file import ONE_FILE
from ..documents.output import DOCUMENTS, Output
from ..errors import InputError
from ..findings import Finding, errors, in_order
from ..model import Asset
from ..model.brand import Brand
from ..pages.logo import site_logos
from ..pages.page import Page
from ..progress import Progress, told, unheard
from .loaded import LoadedYear, Year, at_addresses, sound
from .year_pages import filing_pages, year_pages

EXPORTS = (*DOCUMENTS, "tables")
"""Kinds of files that are made without a website."""


EXPORTS_ASKED = (*EXPORTS, ONE_FILE, "word")
"""Those that are made where they are asked for: a Word file, for counsel, is no document of the filing."""


EXPORT = Output(kinds=EXPORTS)
"""All files that need no site."""


def one_file_pages(year: Year, base_url: str = "") -> tuple[dict[str, Page], list[Asset]]:
    """The pages of the year for one file, and the only files that go along: the list as CSV and JSON."""
    kinds = ("text/csv", "application/json")
    tables = [one for one in year_assets(year.disclosure) if one.media_type in kinds]
    return year_pages(year, tables, base_url, filing_pages(year)), tables


def one_file_of(year: Year, base_url: str = "", brand: Brand | None = None) -> Asset:
    """The whole disclosure of the year as one HTML file.

    ``base_url`` is the address of the site with a slash at the end, where it has one that readers can reach.
    """
    from ..documents.one_file.make import one_file  # no site needs it

    disclosure, brand = year.disclosure, brand or Brand()
    pages, tables = one_file_pages(year, base_url)
    inside = [*tables, *pictures_of_pages(disclosure)]
    return one_file(
        disclosure, pages, inside, logos=site_logos(disclosure, brand), base_url=base_url, brand=brand
    )


def export_files(
    years: Iterable[LoadedYear], output: Output = EXPORT, progress: Progress = unheard
) -> tuple[list[Asset], tuple[Finding, ...]]:
    """The files of the years, of the kinds asked for, and what the documents do not show.

    Raises InputError where a year has an error that stops it, or a document has one.
    """
    assets: dict[int, list[Asset]] = {}
    found: list[Finding] = []
    there = at_addresses(sound(years), output.addresses)
    steps = [(year, kind) for year in there for kind in EXPORTS_ASKED if kind in output.kinds]
    for year, kind in told("kinds of files made", steps, progress):
        made = assets.get(year.year, [])
        if kind == ONE_FILE:
            assets[year.year] = [*made, one_file_of(year, output.base_url, output.brand)]
            continue
        if kind == "word":
            assets[year.year] = [*made, *word_files(year, output.base_url)]
            continue
        if published := year.published_for(output):
            assets[year.year] = [*made, *as_published.of_kind(kind, published, year.disclosure)]
            assets[year.year] += pictures_of_pages(year.disclosure) if kind == "tables" else []
            continue
        if kind == "tables":
            assets[year.year] = year_assets(year.disclosure, made)
            continue
        documents, notes = filing_files(year.disclosure, filing_pages(year), replace(output, kinds=(kind,)))
        assets[year.year] = [*made, *year.disclosure.wanted(documents)]
        found += waivers.waived(year.disclosure, notes)
    if errors(found):
        raise InputError(found)
    return [asset for made in assets.values() for asset in made], in_order(found)


def filing_sheets(years: Iterable[LoadedYear], files: Sequence[Asset]) -> tuple[list[Asset], list[Finding]]:
    """For each year with documents for EDGAR among the files its sheet for the agent, and what that lacks."""
    from ..documents.sheet.files import sheet_files  # with the documents for EDGAR
    from ..documents.sheet.values import sheet_has_cik

    made: list[Asset] = []
    found: list[Finding] = []
    for year in (one for one in years if isinstance(one, Year)):
        of_year = [one for one in files if one.is_for_edgar and one.uri.startswith(f"{year.year}/")]
        if any(one.uri.endswith(".htm") for one in of_year):
            made += sheet_files(year.disclosure, of_year, year.missing)
            found += sheet_has_cik(year.disclosure)
    return made, found


def word_files(year: Year, base_url: str = "") -> list[Asset]:
    """The form and the report as a Word file, as they are now; none where there is neither.

    ``base_url`` is the address of the site with a slash at the end, to which links lead; empty: to none.
    """
    from ..documents.word.word import word_file  # with a library that nothing else needs

    made = word_file(year.disclosure, year.facts, filing_pages(year), base_url=base_url)
    return [made] if made else []
