"""Load, check, render: straight lines from the sources of all years to pages and files."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .checks import claims, figures, files, form, sign_off, smelters, waivers
from .checks import report as report_checks
from .checks.changes import differences
from .errors import InputError
from .export.logo import site_logo
from .export.record import snapshot_of
from .export.year_files import reserved_names, year_assets
from .findings import Finding, errors, in_order, stopping
from .model import Asset, Disclosure, Element, Route
from .read.record import read_records
from .read.year_folder import read_year, years_in
from .records import Record, Snapshot
from .render.dataset import with_dataset
from .render.document import exhibit_tree, page_tree
from .render.facts import AllFacts, facts_of
from .render.page import Page
from .render.pages import annex, documents, form_sd, overview, report
from .render.picture import pictures_of
from .render.plain_text import section_texts
from .render.prose import RenderedSection, render_sections
from .render.search_records import Record as SearchRecord
from .render.search_records import search_records
from .render.tables import prose_tables

CHECKS = (
    smelters.cid_form,
    smelters.cid_once_per_metal,
    smelters.name_once_per_metal,
    smelters.cid_belongs_to_one_metal,
    smelters.name_is_a_name,
    figures.figures_match_control,
    figures.survey_adds_up,
    form.period_is_the_folder,
    form.filed_after_the_period,
    form.filed_by_the_due_date,
    form.status_date_before_filing,
    form.layout_is_in_force,
    form.ein_is_given,
    form.status_is_used,
    form.covered_countries_are_the_ten,
    report_checks.section_is_finished,
    report_checks.comment_is_closed,
    waivers.waiver_is_known,
)
EXPORTS = ("pdf", "edgar", "tables")
"""Kinds of files that are made without a website."""

COUNTING_CHECKS = (figures.figures_match_control, form.status_is_used)


@dataclass(frozen=True)
class Year:
    """One year, read and checked. ``disclosure`` None: an error left nothing to render."""

    year: int
    findings: tuple[Finding, ...]
    disclosure: Disclosure | None = None
    facts: AllFacts | None = None
    sections: tuple[RenderedSection, ...] = ()
    records: tuple[Record, ...] = ()
    """What was signed, by role, and what was published last."""
    missing: tuple[str, ...] = ()
    """What a draft needs before it can be final, each in words."""

    @property
    def stopping(self) -> tuple[Finding, ...]:
        """What keeps this year from being built: in a draft only what leaves nothing to show."""
        is_draft = self.disclosure is not None and self.disclosure.facts.filing.state == "draft"
        return stopping(self.findings, is_final=not is_draft)


@dataclass(frozen=True)
class Site:
    """Everything that is published: pages, files, and what the theme needs to know."""

    years: tuple[int, ...]
    """Newest first."""
    registrant: str
    short_name: str
    as_of: str
    """Newest date of the data, year-month-day: the site's clock."""
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    search_records: tuple[SearchRecord, ...]
    """One for each row of every annex."""


def load(data_dir: Path, year: int | None = None) -> tuple[Year, ...]:
    """All years, newest first, or the one asked for, read and checked. Findings are values, not raised.

    Raises InputError where there are no years to read.
    """
    years = years_in(data_dir) if year is None else (year,)
    return tuple(load_year(data_dir, number) for number in years)


def load_year(data_dir: Path, year: int) -> Year:
    """One year: sources, prose, checks."""
    disclosure, found = read_year(data_dir, year)
    if disclosure is None:
        return Year(year, in_order(found))
    facts = facts_of(disclosure)
    sections, prose_findings = render_sections(disclosure.sections, facts, prose_tables(disclosure, facts))
    checked = check(disclosure, sections, is_whole=not errors(found))
    records, record_findings = read_records(data_dir / str(year), f"{data_dir.name}/{year}")
    signed = signed_since(records, lambda: snapshot_of(disclosure, section_texts(sections)))
    findings = waivers.waived(disclosure, [*found, *prose_findings, *checked, *record_findings])
    findings += waivers.waiver_is_needed(disclosure, findings)
    missing = sign_off.missing_for_final(disclosure, findings, signed)
    findings += sign_off.final_is_signed_off(disclosure, signed)
    findings += sign_off.signed_content_is_unchanged(disclosure, signed)
    return Year(year, in_order(findings), disclosure, facts, sections, records, missing)


def signed_since(records: Sequence[Record], now: Callable[[], Snapshot]) -> tuple[sign_off.Signed, ...]:
    """Each sign-off with what has changed since. ``now`` takes a while: asked only where there is one."""
    signed = [record for record in records if record.deed.role]
    content = now() if signed else None
    return tuple((record, differences(record.snapshot, content)) for record in signed if content)


def check(
    disclosure: Disclosure, sections: Sequence[RenderedSection], *, is_whole: bool = True
) -> Iterator[Finding]:
    """The findings of every check over the facts, and over the claims of the sections.

    ``is_whole`` False: rows of the list could not be read, and checks that count rows are left out.
    """
    for run in CHECKS:
        if is_whole or run not in COUNTING_CHECKS:
            yield from run(disclosure)
    yield from files.own_file_name_is_free(disclosure, reserved_names(disclosure.year))
    yield from claims.claim_holds([claim for section in sections for claim in section.claims])


def render(years: Sequence[Year], *, base_url: str = "", cache: Path | None = None) -> Site:
    """The whole site. Raises InputError where a year has an error that stops it.

    ``base_url`` is its public address with a slash at the end, empty where it is not known; ``cache`` a
    folder in which files that take long to make are kept from one run to the next.
    """
    found = [finding for year in years for finding in year.stopping]
    if found:
        raise InputError(found)
    newest = years[0].disclosure
    assert newest is not None
    disclosures = [year.disclosure for year in years if year.disclosure]
    assets = {one.year: tuple(year_assets(one, cache=cache)) for one in disclosures}
    pages = [page for year in years for page in year_pages(year, assets[year.year], base_url)]
    front = overview.render(
        newest,
        facts_of(newest),
        assets[newest.year],
        uri="index.md",
        missing=years[0].missing,
        drawn=pages[0],
    )
    return Site(
        years=tuple(year.year for year in years),
        registrant=newest.facts.registrant.name,
        short_name=newest.facts.registrant.short_name or newest.facts.registrant.name,
        as_of=max(disclosure.as_of for disclosure in disclosures).isoformat(),
        pages=(front, *pages),
        assets=(site_logo(newest), *itertools.chain.from_iterable(assets.values())),
        search_records=tuple(itertools.chain.from_iterable(map(search_records, disclosures))),
    )


def year_pages(year: Year, assets: Sequence[Asset], base_url: str) -> Iterator[Page]:
    disclosure, facts = year.disclosure, year.facts
    assert disclosure is not None
    assert facts is not None
    yield overview.render(disclosure, facts, assets, uri=f"{year.year}/index.md", missing=year.missing)
    yield form_sd.render(disclosure, facts, year.sections)
    if disclosure.facts.form.route is Route.REPORT:
        yield report.render(disclosure, facts, year.sections)
    for page in (annex.render(disclosure, facts), documents.render(disclosure, facts, assets)):
        yield with_dataset(page, disclosure, assets, base_url)


def export_files(
    years: Sequence[Year], kinds: Collection[str] = EXPORTS, *, base_url: str = ""
) -> tuple[list[Asset], tuple[Finding, ...]]:
    """The files of the years, of the kinds asked for, and what the documents do not show.

    Raises InputError where a year has an error that stops it, or a document has one.
    """
    found = [finding for year in years for finding in year.stopping]
    assets: list[Asset] = []
    for year in years if not found else ():
        disclosure = year.disclosure
        assert disclosure is not None
        pages = {str(page.meta["kind"]): page for page in year_pages(year, (), base_url)}
        made, notes = filing_files(disclosure, pages, kinds, base_url=base_url)
        assets += [*made, *(year_assets(disclosure) if "tables" in kinds else ())]
        found += waivers.waived(disclosure, notes)
    if errors(found):
        raise InputError(found)
    return assets, in_order(found)


def filing_trees(pages: Mapping[str, Page], annex_title: str) -> tuple[Element, Element | None]:
    """Form SD and its exhibit from pages by kind; None where no report is filed with the form."""
    form = page_tree(pages["form"])
    if "report" not in pages:
        return form, None
    return form, exhibit_tree(pages["report"], pages["annex"], annex_title)


def filing_files(
    disclosure: Disclosure, pages: Mapping[str, Page], kinds: Collection[str], *, base_url: str = ""
) -> tuple[list[Asset], list[Finding]]:
    """The filing's documents from the pages that the site shows, by kind, and what they do not show."""
    form, exhibit = filing_trees(pages, disclosure.facts.annex.title)
    assets: list[Asset] = []
    found: list[Finding] = []
    if "pdf" in kinds:
        from .export.pdf.files import pdf_files  # takes a while to import

        pictures = pictures_of(pages["overview"])
        made, notes = pdf_files(disclosure, form, exhibit, pictures, site_url=base_url or None)
        assets, found = [*assets, *made], [*found, *notes]
    if "edgar" in kinds:
        from .export.edgar import edgar_files

        made, notes = edgar_files(disclosure, form, exhibit)
        assets, found = [*assets, *made], [*found, *notes]
    return assets, found
