"""From the sources of a year to what is known of it: facts, sections, records, findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..checks import restated, waivers
from ..checks.rest import check_rest
from ..checks.tags import without_repeated
from ..documents import as_published
from ..findings import Finding, errors, in_order, stopping
from ..findings.catalogue import ITEM_TEXT
from ..findings.together import spoken_together
from ..model import Asset, Disclosure
from ..pages.tables.prose_tables import prose_tables
from ..progress import Progress, told, unheard
from ..prose.environment import Markdown
from ..prose.facts import AllFacts, facts_of
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

Tables = Mapping[str, Markdown | None]
"""The tables that a section may print, by name; None: the filing does not give what one would hold."""


def load(data_dir: Path, year: int | None = None, progress: Progress = unheard) -> tuple[LoadedYear, ...]:
    """All years, newest first, or the one asked for, read and checked. Findings are values, not raised.

    Raises InputError where there are no years to read.
    """
    years = years_in(data_dir) if year is None else (year,)
    return tuple(load_year(data_dir, number) for number in told("years checked", years, progress))


def load_year(data_dir: Path, year: int, *, as_final: bool = False) -> LoadedYear:
    """One year: sources, prose, checks. ``as_final``: as it is when its state is final."""
    read = read_all(data_dir, year)
    if read.disclosure is None:
        return _unreadable(year, read)
    wording, wording_findings = bounded(read.disclosure.wording)
    disclosure, found = replace(read.disclosure, wording=wording), (*read.findings, *wording_findings)
    if as_final:
        disclosure = _as_final(disclosure)
    is_whole = not stopping(restated.lowered(disclosure, found), is_final=False)
    facts = facts_of(disclosure, is_whole=is_whole)
    tables = prose_tables(disclosure, facts)
    texts = _texts(disclosure, facts, tables)
    records = _records_of(data_dir, disclosure)
    checked = _checked(disclosure, facts, tables, texts, is_whole=is_whole)
    checked = _checked_as_amended(disclosure, records, checked)
    now = _as_signed(disclosure, facts, texts.sections, records.present, is_whole=is_whole)
    signed = signed_since(records.present, now.content) if now.content else ()
    every = [*found, *texts.of_sections, *checked, *now.findings, *records.findings]
    findings, missing = _judged(now.disclosure, without_repeated(every), signed, records.earlier)
    return Year(
        year,
        findings,
        now.disclosure,
        now.facts,
        sections=tuple(one for one in now.sections if not one.is_of_form),
        form_texts=tuple(one for one in now.sections if one.is_of_form),
        exhibits=texts.exhibits,
        eu_importer=next(iter(texts.eu_importer), None),
        sentence=" ".join(f"{one.title} {one.body}" for one in texts.sentence).strip(),
        records=records.present,
        earlier=records.earlier,
        signed=signed,
        missing=missing,
        content=now.content,
        published=now.published,
    )


@dataclass(frozen=True)
class _Texts:
    """What people wrote in Markdown, filled in; the sentence and the importer's text once at most."""

    sections: tuple[RenderedSection, ...]
    exhibits: tuple[RenderedSection, ...]
    sentence: tuple[RenderedSection, ...]
    eu_importer: tuple[RenderedSection, ...]
    of_sections: tuple[Finding, ...]
    of_others: tuple[Finding, ...]


def _texts(disclosure: Disclosure, facts: AllFacts, tables: Tables) -> _Texts:
    sections, of_sections = render_sections(disclosure.all_sections, facts, tables)
    exhibits, of_exhibits = render_sections(disclosure.written_exhibits, facts, tables)
    own = tuple(filter(None, [disclosure.overview_sentence]))
    sentence, of_sentence = render_sections(own, facts, tables)
    eu, of_eu = render_sections(tuple(filter(None, [disclosure.eu_importer])), facts, tables)
    return _Texts(sections, exhibits, sentence, eu, tuple(of_sections), (*of_exhibits, *of_sentence, *of_eu))


def _checked(
    disclosure: Disclosure, facts: AllFacts, tables: Tables, texts: _Texts, *, is_whole: bool
) -> list[Finding]:
    """What the checks find; of the report's text only where all of it could be filled in."""
    with_exhibits = (*texts.sections, *texts.exhibits)
    checked = [
        *texts.of_others,
        *check_documents(disclosure, with_exhibits),
        *check(disclosure, (*with_exhibits, *texts.sentence), is_whole=is_whole),
    ]
    if is_whole and not texts.of_sections:
        checked += check_prose(disclosure, facts, tables)
    if is_whole and texts.sentence:
        checked += check_sentence(disclosure, facts, tables)
    return checked


@dataclass(frozen=True)
class _Records:
    """What was signed and published: of the present filing, of those before it, and what was read wrong."""

    every: tuple[Record, ...]
    present: tuple[Record, ...]
    earlier: tuple[Record, ...]
    findings: tuple[Finding, ...]


def _records_of(data_dir: Path, disclosure: Disclosure) -> _Records:
    year, amendment = disclosure.year, disclosure.facts.filing.amendment
    every, findings = read_records(data_dir / str(year), f"{data_dir.name}/{year}", amendment)
    return _Records(
        every,
        amended.of_present_filing(every, amendment),
        amended.of_earlier_filings(every, amendment),
        findings,
    )


def _checked_as_amended(
    disclosure: Disclosure, records: _Records, checked: Sequence[Finding]
) -> list[Finding]:
    """What was found, a date once, and what the filings before this one say against it."""
    kept = amended.kept_filings(disclosure.year, records.earlier)
    with_dates = [
        *checked,
        *amended.earlier_filing_is_kept(disclosure, kept),
        *amended.amendment_has_own_date(disclosure, records.earlier),
        *amended.amendment_has_its_own_day(disclosure, records.earlier),
    ]
    return [
        *amended.date_is_told_once(disclosure, with_dates),
        *amended.amendment_is_not_lost(disclosure, records.every),
        *amended.own_file_is_not_replaced(disclosure, kept),
    ]


@dataclass(frozen=True)
class _AsSigned:
    """A year as it was signed, where its content is still that; else as it is."""

    disclosure: Disclosure
    facts: AllFacts
    sections: tuple[RenderedSection, ...]
    content: Snapshot | None = None
    """What is signed; None where nothing was signed or published."""
    published: tuple[Asset, ...] = ()
    """The documents as they were published, while their content is the same."""
    findings: tuple[Finding, ...] = ()


def _as_signed(
    disclosure: Disclosure,
    facts: AllFacts,
    sections: tuple[RenderedSection, ...],
    records: tuple[Record, ...],
    *,
    is_whole: bool,
) -> _AsSigned:
    if not records:
        return _AsSigned(disclosure, facts, sections)
    content, found = content_of(disclosure, sections), list[Finding]()
    if text := kept_text.find_signed_text(records, content):
        found += kept_text.signed_text_is_as_written(text, content)
        sections = replaced(sections, content.filled, text.snapshot.filled)
        content = kept_text.text_of(text)
        stated = kept_text.with_signed_defaults(disclosure.facts, text)
        if stated is not disclosure.facts:
            disclosure = replace(disclosure, facts=stated)
            facts = facts_of(disclosure, is_whole=is_whole)
    found += amended.published_content_is_unchanged(disclosure, records, content)
    published = as_published.find_published(disclosure, records, content)
    found += as_published.documents_are_current(disclosure, published)
    documents = as_published.documents_as_published(disclosure, published)
    return _AsSigned(disclosure, facts, sections, content, documents, tuple(found))


def _judged(
    disclosure: Disclosure,
    found: Sequence[Finding],
    signed: tuple[sign_off.Signed, ...],
    earlier: tuple[Record, ...],
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings as they are told, and what a draft needs before it can be final.

    Lowered for a restated filing first, then waived, then spoken together; what the sign-offs say against
    the content comes last, so that no waiver reaches it.
    """
    findings = waivers.waived(disclosure, restated.lowered(disclosure, found))
    findings += waivers.waiver_is_needed(disclosure, findings)
    findings = spoken_together(findings)
    missing = sign_off.missing_for_final(disclosure, findings, signed)
    findings += sign_off.final_is_signed_off(disclosure, signed, earlier)
    findings += sign_off.signed_elsewhere_is_told(disclosure)
    findings += sign_off.signed_content_is_unchanged(disclosure, signed)
    return in_order(findings), missing


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
