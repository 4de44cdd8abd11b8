"""All pages and files of a year, by who needs them: to read, to work with, to compare, to build on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from ..model import NO_TERMS, UNIT_OF_COUNTING, Asset, Disclosure
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts
from ..prose.filer_facts import FilingFacts, PeriodFacts, RegistrantFacts
from .common_page import filled, front_matter
from .file_lines import File, file_lines
from .page import Page, PageKind

TEMPLATE = "pages/documents.md.j2"
CHECKSUMS = "SHA256SUMS.txt"
CITE = "<!-- formsd:cite -->"
EDGAR_BROWSER = "https://www.sec.gov/cgi-bin/browse-edgar"


@dataclass(frozen=True)
class Context:
    """The names that the template uses. Addresses are plain text: attributes must stay free of marks."""

    registrant: RegistrantFacts
    period: PeriodFacts
    filing: FilingFacts
    form_name: FactStr
    exhibits: tuple[tuple[FactStr, FactStr, str], ...]
    """Number, description and address of the page of each exhibit beside Exhibit 1.01."""
    files: tuple[File, ...]
    """All of them, with their checksums."""
    to_read: tuple[File, ...]
    of_list: tuple[File, ...]
    """Those that are the list."""
    for_edgar: tuple[File, ...]
    to_build_on: tuple[File, ...]
    """What describes the files of the list to programs."""
    checksums: str
    """Name of the file with the checksums of all others; empty: it is none of them."""
    has_original: bool
    """Whether there is a page with the files of the filings before this one."""
    has_annex: bool
    """Whether there is a list, of which the page then says how to use it."""
    rows: FactInt
    """Rows of all lists."""
    counted: FactInt
    """Those that count under the rule."""
    unit_of_counting: str
    lists: tuple[tuple[FactStr, FactStr | None], ...]
    """The lists that decide a status, each with its date (None: not stated)."""
    terms: FactStr
    terms_address: str
    """Empty where the terms have no address."""
    cite: Markup
    website: str
    """Empty where Form SD is not at hand, which names it."""
    edgar_address: str
    """Empty where the address of the filing is not given."""
    edgar_list: str
    """Empty where the Commission file number is not given."""


def render(
    disclosure: Disclosure, facts: AllFacts, documents: Sequence[Asset], *, has_original: bool = False
) -> Page:
    """All documents of the year; files without a title are not listed.

    ``has_original``: there is a page with the files of the filings before this one.
    """
    return Page(
        uri=f"{disclosure.year}/documents.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.DOCUMENTS,
            title=f"{disclosure.year} documents",
            description=f"Documents of the {disclosure.year} conflict minerals disclosure of"
            f" {disclosure.facts.registrants_in_short}: files with their checksums, and the filing with the"
            " SEC.",
        ),
        marked=_marked(disclosure, facts, documents, has_original),
    )


def _marked(disclosure: Disclosure, facts: AllFacts, documents: Sequence[Asset], has_original: bool) -> str:
    stated = disclosure.facts
    number = stated.registrant.commission_file_number
    checksums = disclosure.file_name(CHECKSUMS)
    groups = _groups([one for one in documents if one.name != checksums], f"{disclosure.year}/documents")
    context = Context(
        registrant=facts.registrant,
        period=facts.period,
        filing=facts.filing,
        form_name=FactStr(stated.filing.form_name, "filing.form_name"),
        exhibits=tuple(
            (
                FactStr(one.stated.number, f"exhibits[{one.entry}].number"),
                FactStr(one.stated.description, f"exhibits[{one.entry}].description"),
                f"../{one.key}/",
            )
            for one in disclosure.further_exhibits
        ),
        files=file_lines(documents, f"{disclosure.year}/documents"),
        to_read=groups["to_read"],
        of_list=groups["of_list"],
        for_edgar=groups["for_edgar"],
        to_build_on=groups["to_build_on"],
        checksums=checksums if any(one.name == checksums for one in documents) else "",
        has_original=has_original,
        has_annex=disclosure.has_list,
        rows=FactInt(len(disclosure.all_rows), "facilities.total"),
        counted=FactInt(len(disclosure.smelters), "facilities.total"),
        unit_of_counting=UNIT_OF_COUNTING,
        lists=tuple(dict.fromkeys((s.list_name, s.as_of) for s in facts.statuses if s.list_name)),
        terms=FactStr(stated.terms.text if stated.terms else NO_TERMS, "terms.text"),
        terms_address=(stated.terms.url or "") if stated.terms else "",
        cite=Markup(CITE),
        website=stated.registrant.disclosure_url or "",
        edgar_address=stated.filing.edgar_url or "",
        edgar_list=edgar_filings_address(number, stated.registrant.cik) if number else "",
    )
    return filled(TEMPLATE, context)


def _groups(documents: Sequence[Asset], folder: str) -> dict[str, tuple[File, ...]]:
    """The files by what they are for; ``folder`` is the address of the page's folder."""
    found: dict[str, list[Asset]] = {"to_read": [], "of_list": [], "for_edgar": [], "to_build_on": []}
    for one in documents:
        found[_group(one)].append(one)
    return {name: file_lines(files, folder) for name, files in found.items()}


def _group(document: Asset) -> str:
    if document.is_for_edgar:
        return "for_edgar"
    if document.media_type:
        return "of_list"
    return "to_build_on" if document.is_companion else "to_read"


def edgar_filings_address(commission_file_number: str, cik: str | None = None) -> str:
    """Address of EDGAR's list of all filings under a Central Index Key, else a Commission file number."""
    of = {"CIK": cik.zfill(10)} if cik else {"filenum": commission_file_number}
    return f"{EDGAR_BROWSER}?{urlencode({'action': 'getcompany', **of})}"
