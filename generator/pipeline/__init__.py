"""Load, check, render: straight lines from the sources of all years to pages and files."""

from .across_years import Since, changes_since, found_smelters, pages_of_all, told_trend
from .checking import check, check_documents, check_prose, check_sentence
from .exports import (
    EXPORT,
    EXPORTS,
    EXPORTS_ASKED,
    export_files,
    filing_sheets,
    one_file_of,
    one_file_pages,
    word_files,
)
from .loaded import LoadedYear, Unreadable, Year, at_addresses, sound
from .loading import content_of, load, load_year, signed_since, snapshot
from .site import Site, front_page, render
from .year_pages import filing_pages, year_pages

__all__ = [
    "EXPORT",
    "EXPORTS",
    "EXPORTS_ASKED",
    "LoadedYear",
    "Since",
    "Site",
    "Unreadable",
    "Year",
    "at_addresses",
    "changes_since",
    "check",
    "check_documents",
    "check_prose",
    "check_sentence",
    "content_of",
    "export_files",
    "filing_pages",
    "filing_sheets",
    "found_smelters",
    "front_page",
    "load",
    "load_year",
    "one_file_of",
    "one_file_pages",
    "pages_of_all",
    "render",
    "signed_since",
    "snapshot",
    "sound",
    "told_trend",
    "word_files",
    "year_pages",
]
