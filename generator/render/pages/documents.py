"""The page that lists what there is for a year: files with checksums, pages, the filing at the SEC."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import humanize

from ...model import Asset, Disclosure
from ..facts import AllFacts, FilingFacts, PeriodFacts, RegistrantFacts
from ..marks import without_marks
from ..page import Page
from .common import filled, front_matter

TEMPLATE = "pages/documents.md.j2"
EDGAR_BROWSER = "https://www.sec.gov/cgi-bin/browse-edgar"

_KINDS = {
    ".csv": "CSV",
    ".docx": "Word",
    ".htm": "HTML",
    ".json": "JSON",
    ".md": "Markdown",
    ".txt": "Plain text",
    ".xlsx": "Excel",
}


@dataclass(frozen=True)
class File:
    """One line of the table."""

    title: str
    name: str
    href: str
    """Relative to the built page, percent-encoded."""
    kind: str
    size: str
    sha256: str


@dataclass(frozen=True)
class Context:
    """The names that the template uses. Addresses are plain text: attributes must stay free of marks."""

    registrant: RegistrantFacts
    period: PeriodFacts
    filing: FilingFacts
    form_name: str
    files: tuple[File, ...]
    website: str
    edgar_address: str
    """Empty where the address of the filing is not given."""
    edgar_list: str


def render(disclosure: Disclosure, facts: AllFacts, documents: Sequence[Asset]) -> Page:
    """All documents of the year; files without a title are not listed."""
    return Page(
        uri=f"{disclosure.year}/documents.md",
        meta=front_matter(
            disclosure,
            kind="documents",
            title=f"{disclosure.year} documents",
            description=f"Documents of the {disclosure.year} conflict minerals disclosure of"
            f" {disclosure.facts.registrant.name}: files with their checksums, and the filing with the SEC.",
        ),
        markdown=without_marks(_marked(disclosure, facts, documents)),
    )


def _marked(disclosure: Disclosure, facts: AllFacts, documents: Sequence[Asset]) -> str:
    stated = disclosure.facts
    context = Context(
        registrant=facts.registrant,
        period=facts.period,
        filing=facts.filing,
        form_name="Form SD/A" if stated.filing.amendment else "Form SD",
        files=tuple(_file(asset, f"{disclosure.year}/documents") for asset in documents if asset.title),
        website=stated.registrant.disclosure_url,
        edgar_address=stated.filing.edgar_url or "",
        edgar_list=edgar_filings_address(stated.registrant.commission_file_number),
    )
    return filled(TEMPLATE, context)


def edgar_filings_address(commission_file_number: str) -> str:
    """Address of EDGAR's list of all filings under a Commission file number."""
    return f"{EDGAR_BROWSER}?{urlencode({'action': 'getcompany', 'filenum': commission_file_number})}"


def _file(asset: Asset, page_folder: str) -> File:
    name = posixpath.basename(asset.uri)
    return File(
        title=asset.title,
        name=name,
        href=quote(posixpath.relpath(asset.uri, page_folder)),
        kind=_kind(name),
        size=humanize.naturalsize(len(asset.content)),
        sha256=hashlib.sha256(asset.content).hexdigest(),
    )


def _kind(name: str) -> str:
    """The type that a file's name says: ``PDF``; ``File`` where it says none."""
    suffix = posixpath.splitext(name)[1].lower()
    return _KINDS.get(suffix, suffix[1:].upper() or "File")
