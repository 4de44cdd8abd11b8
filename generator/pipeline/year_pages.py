"""The pages of one year, and the files beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..checks import waivers
from ..data_files.year_files import pictures_of_pages, year_assets
from ..documents import as_published
from ..documents.make import filing_files
from ..documents.output import Output
from ..documents.pdf import names as pdf_names
from ..findings import Finding
from ..model import Asset, Route
from ..pages.page import Page, PageKind
from ..record import amended
from .loaded import Year


@dataclass(frozen=True)
class RenderedYear:
    """What the site has of one year."""

    pages: dict[str, Page]
    """By kind or, of a further exhibit, by its key; in the order of the menu."""
    assets: tuple[Asset, ...]
    kept: tuple[Asset, ...]
    """Files of the filings before this one."""
    findings: list[Finding]
    """What the documents of the filing do not show as the pages do."""


def render_year(year: Year, output: Output) -> RenderedYear:
    disclosure = year.disclosure
    published = year.published_for(output)
    has_pdf = as_published.has_pdf(disclosure, published) if published else "pdf" in output.kinds
    drawn = filing_pages(year, has_pdf=has_pdf)
    notes: list[Finding] = []
    if published:
        assets = (*published, *pictures_of_pages(disclosure))
    else:
        filed, notes = filing_files(disclosure, drawn, output)
        assets = tuple(year_assets(disclosure, disclosure.wanted(filed), cache=output.cache))
        notes += as_published.pdf_is_published(disclosure, year.records if year.published else ())
    pages = year_pages(year, assets, output.base_url, drawn)
    kept = amended.kept_files(year.kept, assets)
    return RenderedYear(pages, assets, kept, waivers.waived(disclosure, notes))


def filing_pages(year: Year, *, has_pdf: bool = False) -> dict[str, Page]:
    """The pages of which the filing's documents are made: nothing of them depends on files.

    They have their kind as key, further exhibits their own, such as ``exhibit-1-02``.

    Form SD is there where all of it is known, a report where one is filed, an annex where there is a list.
    ``has_pdf``: they lead to the PDF.
    """
    from ..pages import (  # as above
        annex_page as annex,
    )
    from ..pages import (
        exhibit_page as exhibit,
    )
    from ..pages import (
        form_sd_page as form_sd,
    )
    from ..pages import (
        overview_page as overview,
    )
    from ..pages import (
        report_page as report,
    )
    from ..pages.heading_ids import with_free_headings

    disclosure, facts = year.disclosure, year.facts
    pdf = f"documents/{pdf_names.web_of(disclosure)}" if has_pdf else ""
    sections = year.overview_sections
    pages = [overview.render(disclosure, facts, (), sections=sections, sentence=year.sentence)]
    if disclosure.facts.has_form:
        found = form_sd.render(
            disclosure, facts, year.sections, year.form_texts, pdf=pdf, has_original=bool(year.kept)
        )
        pages.append(found)
    if disclosure.facts.form.route is Route.REPORT:
        pages.append(report.render(disclosure, facts, year.sections, pdf=pdf, exhibits=year.exhibits))
    if disclosure.has_list:
        pages.append(annex.render(disclosure, facts))
    further = {
        one.key: exhibit.render(disclosure, facts, one, year.exhibits) for one in disclosure.further_exhibits
    }
    free = {page.meta.kind: page for page in pages} | further
    return {name: with_free_headings(page) for name, page in free.items()}


def year_pages(
    year: Year, assets: Sequence[Asset], base_url: str, drawn: Mapping[str, Page] | None = None
) -> dict[str, Page]:
    """All pages of a year, in the order of the menu.

    ``drawn`` are its ``filing_pages`` where they are made already.
    """
    from ..pages import documents_page as documents
    from ..pages import eu_page as eu
    from ..pages import original_page as original
    from ..pages import overview_page as overview
    from ..pages.dataset import with_dataset  # as above
    from ..pages.heading_ids import with_free_headings

    disclosure, facts = year.disclosure, year.facts
    if drawn is None:
        drawn = filing_pages(year, has_pdf=any(one.name == pdf_names.web_of(disclosure) for one in assets))
    pages: dict[str, Page] = {
        **drawn,
        PageKind.OVERVIEW: overview.render(
            disclosure,
            facts,
            assets,
            missing=year.missing,
            sections=year.overview_sections,
            sentence=year.sentence,
            drawn=drawn[PageKind.OVERVIEW],
        ),
        PageKind.DOCUMENTS: documents.render(disclosure, facts, assets, has_original=bool(year.kept)),
    }
    if year.eu_importer:
        pages[PageKind.EU] = eu.render(disclosure, facts, year.eu_importer)
    if year.kept:
        pages[PageKind.ORIGINAL] = original.render(
            disclosure, facts, year.kept, has_files=any(asset.title for asset in assets)
        )
    for kind in (PageKind.ANNEX, PageKind.DOCUMENTS):
        if disclosure.has_list:
            pages[kind] = with_dataset(pages[kind], disclosure, assets, base_url)
    for kind in (PageKind.OVERVIEW, PageKind.EU):
        pages |= {kind: with_free_headings(pages[kind])} if kind in pages else {}
    order = list(PageKind)
    return dict(sorted(pages.items(), key=lambda item: order.index(item[1].meta.kind)))
