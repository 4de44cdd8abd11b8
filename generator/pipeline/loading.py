"""From the sources of a year to what is known of it: facts, sections, records, findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..checks import restated, waivers
from ..checks.rest import check_rest
from ..checks.tags import without_repeated
from ..documents import as_published
from ..findings import errors, in_order, stopping
from ..findings.catalogue import ITEM_TEXT
from ..findings.together import spoken_together
from ..model import Disclosure
from ..pages.tables.prose_tables import prose_tables
from ..progress import Progress, told, unheard
from ..prose.facts import facts_of
from ..prose.filled import filled_texts, replaced
from ..prose.plain_text import section_texts
from ..prose.prose import RenderedSection, render_sections
from ..prose.wording.bounded import bounded
from ..record import amended, kept_text, sign_off
from ..record.changes import differences
from ..record.read import read_records
from ..record.records import Record, Snapshot
from ..record.write import snapshot_of
from ..year.year_folder import YearRead, read_all, years_in
from .checking import check, check_documents, check_prose, check_sentence
from .loaded import LoadedYear, Unreadable, Year


def load(data_dir: Path, year: int | None = None, progress: Progress = unheard) -> tuple[LoadedYear, ...]:
    """All years, newest first, or the one asked for, read and checked. Findings are values, not raised.

    Raises InputError where there are no years to read.
    """
    years = years_in(data_dir) if year is None else (year,)
    return tuple(load_year(data_dir, number) for number in told("years checked", years, progress))


def load_year(data_dir: Path, year: int, *, as_final: bool = False) -> LoadedYear:
    """One year: sources, prose, checks. ``as_final``: as it is when its state is final."""
    read = read_all(data_dir, year)
    disclosure, found = read.disclosure, read.findings
    if disclosure is None:
        return _unreadable(year, read)
    wording, wording_findings = bounded(disclosure.wording)
    disclosure, found = replace(disclosure, wording=wording), (*found, *wording_findings)
    if as_final:
        disclosure = _as_final(disclosure)
    is_whole = not stopping(restated.lowered(disclosure, found), is_final=False)
    facts = facts_of(disclosure, is_whole=is_whole)
    tables = prose_tables(disclosure, facts)
    sections, prose_findings = render_sections(disclosure.all_sections, facts, tables)
    exhibits, exhibit_findings = render_sections(disclosure.written_exhibits, facts, tables)
    own = tuple(filter(None, [disclosure.overview_sentence]))
    sentence, sentence_findings = render_sections(own, facts, tables)
    eu, eu_findings = render_sections(tuple(filter(None, [disclosure.eu_importer])), facts, tables)
    checked = [
        *exhibit_findings,
        *sentence_findings,
        *eu_findings,
        *check_documents(disclosure, (*sections, *exhibits)),
    ]
    checked += [*check(disclosure, (*sections, *exhibits, *sentence), is_whole=is_whole)]
    if not prose_findings and is_whole:
        checked += check_prose(disclosure, facts, tables)
    if sentence and is_whole:
        checked += check_sentence(disclosure, facts, tables)
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
        eu_importer=next(iter(eu), None),
        sentence=" ".join(f"{one.title} {one.body}" for one in sentence).strip(),
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
    told = {one.where.file for one in errors(found)}
    of_rest = (
        one
        for one in check_rest(rest, has_facts=read.has_facts)
        if one.rule != ITEM_TEXT or one.where.file not in told
    )
    found = without_repeated([*found, *of_rest])
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
