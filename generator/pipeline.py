"""Load, check, render: straight lines from the sources of all years to pages and files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from .checks import claims, files, restated, waivers
from .checks.catalogue import OF_WORDING, Needs, checks_that_need
from .checks.prose import Prose
from .checks.report import without_idle_notes
from .checks.rest import check_rest
from .checks.tags import without_repeated
from .data_files.year_files import pictures_of_pages, year_assets
from .documents import as_published
from .documents.file_names import reserved_names
from .documents.make import filing_files
from .documents.output import DOCUMENTS, Output
from .documents.pdf import names as pdf_names
from .documents.printed import not_shown, pictures_can_be_used
from .errors import InputError
from .findings import Finding, errors, in_order, stopping
from .findings.together import spoken_together
from .model import Asset, Disclosure, KeptFiling, LineRef, Route
from .pages.logo import site_logo
from .pages.page import Page, PageKind
from .pages.search_records import Record as SearchRecord
from .pages.search_records import search_records
from .pages.tables import prose_tables
from .progress import Progress, told, unheard
from .prose.environment import Markdown
from .prose.facts import AllFacts, facts_of
from .prose.filled import filled_texts, replaced
from .prose.known import known_figures
from .prose.placed import placed_sections
from .prose.plain_text import section_texts, section_tree
from .prose.prose import RenderedSection, render_sections
from .prose.wording.written import written_wording
from .record import amended, kept_text, sign_off
from .record.changes import differences
from .record.read import read_records
from .record.records import Record, Snapshot
from .record.write import snapshot_of
from .year.year_folder import YearRead, read_all, years_in

_MARKUP = re.compile(r"<[a-zA-Z]|!\[")
"""What a section needs for an element that documents may not have."""
EXPORTS = (*DOCUMENTS, "tables")
"""Kinds of files that are made without a website."""
SITE, EXPORT = Output(), Output(kinds=EXPORTS)
"""All documents for a site, and all files without one."""


@dataclass(frozen=True)
class Unreadable:
    """One year of which errors left nothing to check or to show."""

    year: int
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
    """What a draft needs before it can be final, each in words."""

    def stopping(self, *, is_preview: bool = False) -> tuple[Finding, ...]:
        """What keeps this year from being built, for reviewers or for everybody."""
        return stopping(self.findings, is_final=not is_preview)


@dataclass(frozen=True)
class Year:
    """One year, read and checked."""

    year: int
    findings: tuple[Finding, ...]
    disclosure: Disclosure
    facts: AllFacts
    sections: tuple[RenderedSection, ...]
    """Those of the report."""
    form_texts: tuple[RenderedSection, ...] = ()
    """What the form says in the filer's own words."""
    exhibits: tuple[RenderedSection, ...] = ()
    """The further exhibits that are Markdown, filled in."""
    records: tuple[Record, ...] = ()
    """What was signed of this filing, by role, and what was published last."""
    earlier: tuple[Record, ...] = ()
    """What was signed and published of the filings before it, the oldest first."""
    signed: tuple[sign_off.Signed, ...] = ()
    """Each sign-off with what has changed since."""
    missing: tuple[str, ...] = ()
    """What a draft needs before it can be final, each in words."""
    content: Snapshot | None = field(default=None, repr=False)
    """What is signed; None where nothing was signed or published yet, because it takes a while."""
    published: tuple[Asset, ...] = field(default=(), repr=False)
    """The documents as they were published, which stay while the content does; empty: they are made."""

    def stopping(self, *, is_preview: bool = False) -> tuple[Finding, ...]:
        """What keeps this year from being built; of a draft, or for reviewers, only what hides it."""
        is_draft = self.disclosure.facts.filing.is_draft
        return stopping(self.findings, is_final=not (is_draft or is_preview))

    @cached_property
    def kept(self) -> tuple[KeptFiling, ...]:
        """The filings before this one whose documents stay on the site, the oldest first."""
        return amended.kept_filings(self.year, self.earlier)

    def published_for(self, output: Output) -> tuple[Asset, ...]:
        """The documents as they were published, which are served; none where more is asked for than was."""
        needs_pdf = "pdf" in output.kinds and bool(pdf_names.of(self.disclosure))
        is_whole = not needs_pdf or as_published.has_pdf(self.disclosure, self.published)
        return self.published if is_whole else ()

    @property
    def overview_sections(self) -> tuple[RenderedSection, ...]:
        """The sections that no other page has: there is no report, and not all that Form SD needs."""
        facts = self.disclosure.facts
        return () if facts.has_form or facts.form.route is Route.REPORT else self.sections


LoadedYear = Year | Unreadable


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
    findings: tuple[Finding, ...] = ()
    """What the documents of the filing do not show as the pages do; no error among them."""


def load(data_dir: Path, year: int | None = None, progress: Progress = unheard) -> tuple[LoadedYear, ...]:
    """All years, newest first, or the one asked for, read and checked. Findings are values, not raised.

    Raises InputError where there are no years to read.
    """
    years = years_in(data_dir) if year is None else (year,)
    return tuple(load_year(data_dir, number) for number in told("years checked", years, progress))


def sound(years: Iterable[LoadedYear], *, is_preview: bool = False) -> tuple[Year, ...]:
    """The years, if each can be built. Raises InputError with every finding that stops one.

    ``is_preview``: reviewers shall see a final with the errors that stop it.
    """
    loaded = tuple(years)
    readable = tuple(year for year in loaded if isinstance(year, Year))
    found = [finding for year in loaded for finding in year.stopping(is_preview=is_preview)]
    if found or len(readable) < len(loaded):
        raise InputError(found)
    return readable


def load_year(data_dir: Path, year: int, *, as_final: bool = False) -> LoadedYear:
    """One year: sources, prose, checks. ``as_final``: as it is when its state is final."""
    read = read_all(data_dir, year)
    disclosure, found = read.disclosure, read.findings
    if disclosure is None:
        return _unreadable(year, read)
    if as_final:
        disclosure = _as_final(disclosure)
    is_whole = not stopping(restated.lowered(disclosure, found), is_final=False)
    facts = facts_of(disclosure, is_whole=is_whole)
    tables = prose_tables(disclosure, facts)
    sections, prose_findings = render_sections(disclosure.all_sections, facts, tables)
    exhibits, exhibit_findings = render_sections(disclosure.written_exhibits, facts, tables)
    checked = [*exhibit_findings, *check_documents(disclosure, (*sections, *exhibits))]
    checked += [*check(disclosure, (*sections, *exhibits), is_whole=is_whole)]
    if not prose_findings and is_whole:
        checked += check_prose(disclosure, facts, tables)
    amendment = disclosure.facts.filing.amendment
    all_records, record_findings = read_records(data_dir / str(year), f"{data_dir.name}/{year}", amendment)
    records = amended.of_present_filing(all_records, amendment)
    earlier = amended.of_earlier_filings(all_records, amendment)
    kept = amended.kept_filings(year, earlier)
    checked += amended.earlier_filing_is_kept(disclosure, kept)
    checked += amended.amendment_has_own_date(disclosure, earlier)
    checked += amended.amendment_has_its_own_day(disclosure, earlier)
    checked = amended.date_is_told_once(disclosure, checked)
    checked += amended.amendment_is_not_lost(disclosure, all_records)
    checked += amended.own_file_is_not_replaced(disclosure, kept)
    content = content_of(disclosure, sections) if records else None
    published = None
    if content:
        if text := kept_text.find_signed_text(records, content):
            checked += kept_text.signed_text_is_as_written(text, content)
            sections = replaced(sections, content.filled, text.snapshot.filled)
            content = kept_text.text_of(text)
            stated = kept_text.with_signed_defaults(disclosure.facts, text)
            if stated is not disclosure.facts:
                disclosure = replace(disclosure, facts=stated)
                facts = facts_of(disclosure, is_whole=is_whole)
        checked += amended.published_content_is_unchanged(disclosure, records, content)
        published = as_published.find_published(disclosure, records, content)
        checked += as_published.documents_are_current(disclosure, published)
    signed = signed_since(records, content) if content else ()
    every = without_repeated([*found, *prose_findings, *checked, *record_findings])
    all_found = restated.lowered(disclosure, every)
    findings = waivers.waived(disclosure, all_found)
    findings += waivers.waiver_is_needed(disclosure, findings)
    findings = spoken_together(findings)
    missing = sign_off.missing_for_final(disclosure, findings, signed)
    findings += sign_off.final_is_signed_off(disclosure, signed, earlier)
    findings += sign_off.signed_elsewhere_is_told(disclosure)
    findings += sign_off.signed_content_is_unchanged(disclosure, signed)
    return Year(
        year,
        in_order(findings),
        disclosure,
        facts,
        sections=tuple(one for one in sections if not one.is_of_form),
        form_texts=tuple(one for one in sections if one.is_of_form),
        exhibits=exhibits,
        records=records,
        earlier=earlier,
        signed=signed,
        missing=missing,
        content=content,
        published=as_published.documents_as_published(disclosure, published),
    )


def _unreadable(year: int, read: YearRead) -> Unreadable:
    rest, found = read.rest, list(read.findings)
    if rest is None:
        return Unreadable(year, in_order(spoken_together(found)))
    found = without_repeated([*found, *check_rest(rest, has_facts=read.has_facts)])
    findings = spoken_together(waivers.waived(rest, restated.lowered(rest, found)))
    missing = sign_off.missing_for_final(rest, findings, ()) if read.has_filing else ()
    return Unreadable(year, in_order(findings), missing)


def content_of(disclosure: Disclosure, sections: Sequence[RenderedSection]) -> Snapshot:
    """What is signed and what is published: the content as it reads when the state is final.

    A draft says of itself that it is one. Who signs it signs the text that will be filed.
    """
    if disclosure.facts.filing.is_draft:
        final = _as_final(disclosure)
        facts = facts_of(final)
        sections, _ = render_sections(final.all_sections, facts, prose_tables(final, facts))
    return snapshot_of(disclosure, section_texts(sections), filled_texts(sections))


def _as_final(disclosure: Disclosure) -> Disclosure:
    filing = disclosure.facts.filing.model_copy(update={"state": "final"})
    return replace(disclosure, facts=disclosure.facts.model_copy(update={"filing": filing}))


def snapshot(loaded: Year) -> Snapshot:
    """The content of the year now, as it is signed and published."""
    return loaded.content or content_of(loaded.disclosure, (*loaded.sections, *loaded.form_texts))


def signed_since(records: Sequence[Record], now: Snapshot) -> tuple[sign_off.Signed, ...]:
    """Each sign-off with what has changed since."""
    return tuple((record, differences(record.snapshot, now)) for record in records if record.deed.role)


def check(
    disclosure: Disclosure, sections: Sequence[RenderedSection], *, is_whole: bool = True
) -> Iterator[Finding]:
    """The findings of every check over the facts, and over the claims of the sections.

    ``is_whole`` False: rows of the list could not be read, and checks that count rows are left out.
    """
    needs = (Needs.ROWS, Needs.SECTIONS, Needs.FACTS, *([Needs.WHOLE_LIST] if is_whole else []))
    found = chain.from_iterable(one.run(disclosure) for one in checks_that_need(*needs))
    yield from without_idle_notes(found, {note for section in sections for note in section.idle_notes})
    yield from files.own_file_name_is_free(
        disclosure, reserved_names(disclosure.year, disclosure.facts.filing.amendment)
    )
    yield from claims.claim_holds([claim for section in sections for claim in section.claims])


def check_documents(disclosure: Disclosure, sections: Sequence[RenderedSection]) -> Iterator[Finding]:
    """What the documents of the filing cannot show of people's sections and pictures."""
    yield from pictures_can_be_used(disclosure)
    if disclosure.facts.has_form or disclosure.facts.form.route is Route.REPORT:
        yield from not_shown(disclosure, [section_tree(one) for one in sections if _MARKUP.search(one.body)])


def check_prose(
    disclosure: Disclosure, facts: AllFacts, tables: Mapping[str, Markdown | None]
) -> Iterator[Finding]:
    """The findings of every check over the report's text; all of its sections can be rendered.

    The texts of the folder ``wording`` are looked through for what a single sentence shows.
    """
    written = placed_sections(disclosure.all_sections, facts, tables)
    prose = Prose(disclosure, written, known_figures(facts))
    wording = Prose(disclosure, tuple(map(written_wording, disclosure.wording)), prose.figures)
    for one in checks_that_need(Needs.PROSE):
        of_sections = tuple(one.run(prose))
        yield from of_sections
        told = {_line_of(found) for found in of_sections}  # of paragraphs, whose words are the wording's
        if one.rule in OF_WORDING:
            yield from (found for found in one.run(wording) if _line_of(found) not in told)


def _line_of(finding: Finding) -> tuple[str, int | None]:
    where = finding.where
    return where.file, where.line if isinstance(where, LineRef) else None


def render(years: Iterable[LoadedYear], output: Output = SITE) -> Site:
    """The whole site. Raises InputError where a year, or a document, has an error that stops it."""
    years = sound(years, is_preview=output.is_preview)
    made = [_render_year(year, output) for year in years]
    notes = [finding for year in made for finding in year.findings]
    if errors(notes):
        raise InputError(notes)
    from .pages import (
        overview_page as overview,  # a check of the data has no use for pages, and they take a while
    )

    newest = years[0].disclosure
    front = overview.render(
        newest,
        years[0].facts,
        made[0].assets,
        uri="index.md",
        missing=years[0].missing,
        drawn=made[0].pages[PageKind.OVERVIEW],
    )
    return Site(
        years=tuple(year.year for year in years),
        registrant=newest.facts.registrants_in_short,
        short_name=newest.facts.registrant.short_name or newest.facts.registrants_in_short,
        as_of=max(year.disclosure.as_of for year in years).isoformat(),
        pages=(front, *(page for year in made for page in year.pages.values())),
        assets=(site_logo(newest), *(asset for year in made for asset in (*year.assets, *year.kept))),
        search_records=tuple(
            record for year in years if year.disclosure.has_list for record in search_records(year.disclosure)
        ),
        findings=in_order(notes),
    )


@dataclass(frozen=True)
class _Rendered:
    """What the site has of one year."""

    pages: dict[str, Page]
    """By kind or, of a further exhibit, by its key; in the order of the menu."""
    assets: tuple[Asset, ...]
    kept: tuple[Asset, ...]
    """Files of the filings before this one."""
    findings: list[Finding]
    """What the documents of the filing do not show as the pages do."""


def _render_year(year: Year, output: Output) -> _Rendered:
    disclosure = year.disclosure
    published = year.published_for(output)
    has_pdf = as_published.has_pdf(disclosure, published) if published else "pdf" in output.kinds
    drawn = filing_pages(year, has_pdf=has_pdf)
    notes: list[Finding] = []
    if published:
        assets = (*published, *pictures_of_pages(disclosure))
    else:
        filed, notes = filing_files(disclosure, drawn, output)
        assets = tuple(year_assets(disclosure, filed, cache=output.cache))
        notes += as_published.pdf_is_published(disclosure, year.records if year.published else ())
    pages = year_pages(year, assets, output.base_url, drawn)
    kept = amended.kept_files(year.kept, assets)
    return _Rendered(pages, assets, kept, waivers.waived(disclosure, notes))


def filing_pages(year: Year, *, has_pdf: bool = False) -> dict[str, Page]:
    """The pages of which the filing's documents are made: nothing of them depends on files.

    They have their kind as key, further exhibits their own, such as ``exhibit-1-02``.

    Form SD is there where all of it is known, a report where one is filed, an annex where there is a list.
    ``has_pdf``: they lead to the PDF.
    """
    from .pages import (  # as above
        annex_page as annex,
    )
    from .pages import (
        exhibit_page as exhibit,
    )
    from .pages import (
        form_sd_page as form_sd,
    )
    from .pages import (
        overview_page as overview,
    )
    from .pages import (
        report_page as report,
    )

    disclosure, facts = year.disclosure, year.facts
    pdf = f"documents/{pdf_names.web_of(disclosure)}" if has_pdf else ""
    sections = year.overview_sections
    pages = [overview.render(disclosure, facts, (), uri=f"{year.year}/index.md", sections=sections)]
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
    return {page.meta.kind: page for page in pages} | further


def year_pages(
    year: Year, assets: Sequence[Asset], base_url: str, drawn: Mapping[str, Page] | None = None
) -> dict[str, Page]:
    """All pages of a year, in the order of the menu.

    ``drawn`` are its ``filing_pages`` where they are made already.
    """
    from .pages import documents_page as documents
    from .pages import original_page as original
    from .pages import overview_page as overview
    from .pages.dataset import with_dataset  # as above

    disclosure, facts = year.disclosure, year.facts
    if drawn is None:
        drawn = filing_pages(year, has_pdf=any(one.name == pdf_names.web_of(disclosure) for one in assets))
    front = drawn[PageKind.OVERVIEW]
    pages: dict[str, Page] = {
        **drawn,
        PageKind.OVERVIEW: overview.render(
            disclosure,
            facts,
            assets,
            uri=front.uri,
            missing=year.missing,
            drawn=front,
            sections=year.overview_sections,
        ),
        PageKind.DOCUMENTS: documents.render(disclosure, facts, assets, has_original=bool(year.kept)),
    }
    if year.kept:
        pages[PageKind.ORIGINAL] = original.render(
            disclosure, facts, year.kept, has_files=any(asset.title for asset in assets)
        )
    for kind in (PageKind.ANNEX, PageKind.DOCUMENTS):
        if disclosure.has_list:
            pages[kind] = with_dataset(pages[kind], disclosure, assets, base_url)
    order = list(PageKind)
    return dict(sorted(pages.items(), key=lambda item: order.index(item[1].meta.kind)))


def export_files(
    years: Iterable[LoadedYear], output: Output = EXPORT, progress: Progress = unheard
) -> tuple[list[Asset], tuple[Finding, ...]]:
    """The files of the years, of the kinds asked for, and what the documents do not show.

    Raises InputError where a year has an error that stops it, or a document has one.
    """
    assets: dict[int, list[Asset]] = {}
    found: list[Finding] = []
    steps = [(year, kind) for year in sound(years) for kind in EXPORTS if kind in output.kinds]
    for year, kind in told("kinds of files made", steps, progress):
        made = assets.get(year.year, [])
        if published := year.published_for(output):
            assets[year.year] = [*made, *as_published.of_kind(kind, published, year.disclosure)]
            assets[year.year] += pictures_of_pages(year.disclosure) if kind == "tables" else []
            continue
        if kind == "tables":
            assets[year.year] = year_assets(year.disclosure, made)
            continue
        documents, notes = filing_files(year.disclosure, filing_pages(year), replace(output, kinds=(kind,)))
        assets[year.year] = [*made, *documents]
        found += waivers.waived(year.disclosure, notes)
    if errors(found):
        raise InputError(found)
    return [asset for made in assets.values() for asset in made], in_order(found)
