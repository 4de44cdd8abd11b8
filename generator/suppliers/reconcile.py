"""``formsd reconcile``: straight lines from a folder of suppliers' workbooks to the reviewed list."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..errors import DisclosureError, InputError
from ..findings import Finding, in_order
from ..findings.catalogue import CMRT_NEW, FILE_MISSING, ROWS_OUT_OF_SIGHT, SHEETS_DIFFER
from ..model import LineRef, Period
from ..progress import Progress, unheard
from .collector import paused_collector
from .correspondence import Correspondence
from .declarations import Declaration
from .letters import addressed
from .letters.contacts import contacts_of, received_of
from .look_ups import EMPTY_LOOK_UP
from .merge.assemble import Knowledge, assemble, keys_of, unreported_row
from .merge.choose import Chosen, choose, supplier_key, which_holds
from .merge.count import count
from .merge.directory import build_directory
from .merge.follow_up import (
    aliases_are_asked,
    names_are_clear,
    smelter_is_listed,
    supplier_has_answered,
    survey_of,
)
from .merge.keep import keep, places_of
from .merge.left_out import (
    kept_decisions,
    left_out_is_not_back,
    left_out_rows,
    perhaps_left_out,
    rows_deleted,
    smelters_left_out,
    with_hints,
)
from .merge.merge import LeftOut, merge
from .merge.resolve import Resolver
from .merge.senders import with_senders
from .merge.statuses import StatusMatcher
from .merge.suggest import of_other_metals, suggest
from .merge.typed import deleted_from, typed_decisions, typed_in
from .output.last import last_reconciliation
from .output.named_values import named_in
from .output.review_files import as_json, summary
from .output.write import write
from .questions import in_rounds, questions_of
from .reconciled import Ask, Reconciled
from .review_settings import Review
from .rules import equal_lists, list_changes_little, review_answer
from .sources.containers import opened
from .sources.declared_files import Check, FileRead, files_in, passed_over, read_files, with_look_ups
from .sources.reconcile_sources import GivenList, Sources, read_sources
from .sources.reconcile_yml import SUPPLIERS_FILE


def reconcile_year(
    data_dir: Path,
    year: int,
    answers: Path,
    *,
    lists: Sequence[GivenList] = (),
    reference: Path | None = None,
    last_answers: Path | None = None,
    processes: int | None = None,
    progress: Progress = unheard,
) -> Reconciled:
    """Reads, merges and writes ``smelters.xlsx``, ``reconciled.yml`` and the folder ``review`` of the year.

    ``lists`` and ``reference`` go before those that ``reconcile.yml`` names; ``last_answers`` is the folder
    of last year's answers. ``progress`` hears how many files are read. Raises InputError where a
    source other than a supplier's file cannot be used, and DisclosureError where nothing could be written;
    then the workbook is as it was.
    """
    with paused_collector():
        sources = read_sources(data_dir, year, lists, reference)
        found = read_answers(answers, check_for(sources), processes, progress, "files read")
        before = []
        if last_answers:
            before = read_answers(last_answers, no_check, processes, progress, "files of last year read")
        result = replace(reconcile(sources, found, before), passed_over=passed_over(answers))
        write(data_dir / str(year), result, sources.settings)
    return result


def read_answers(
    folder: Path, check: Check, processes: int | None, progress: Progress, what: str
) -> list[FileRead]:
    """Every file of the folder. Raises InputError where there is no such folder, or no answer in it."""
    if not folder.is_dir():
        advice = "Name the folder with the suppliers' workbooks."
        raise InputError([Finding(FILE_MISSING, "the folder is not there", LineRef(str(folder)), advice)])
    jobs, aside = files_in(folder)
    if not jobs and not aside:
        advice = "Put the suppliers' workbooks there."
        raise InputError([Finding(FILE_MISSING, "the folder is empty", LineRef(str(folder)), advice)])
    with tempfile.TemporaryDirectory() as place:
        jobs, unopened = opened(jobs, Path(place))
        aside += unopened
        found = list(aside)
        for one in read_files(jobs, check, processes):
            found.append(one)
            progress(what, len(found) - len(aside), len(jobs))
    if not any(one.declaration for one in found):
        raise InputError(finding for one in found for finding in one.findings)
    return with_look_ups(found)


def reconcile(
    sources: Sources, found: Sequence[FileRead], last_answers: Sequence[FileRead] = ()
) -> Reconciled:
    """The whole result, whatever the order of the files. Touches no disk."""
    read = found
    found = addressed.for_the_filer(with_senders(found, sources.settings.aliases))
    declarations = [one.declaration for one in found if one.declaration]
    chosen = choose(declarations)
    decisions, find_country = sources.decisions, sources.countries.find_code
    directory = build_directory(sources.reference, declarations, sources.lists, decisions.identifiers)
    plain = Resolver(directory, decisions.accepted, find_country, decisions.rejected)
    earlier = sources.earlier
    typed = typed_in(earlier, plain)
    standing = {place.key for place in places_of(earlier, plain)}
    resolver = Resolver(
        directory, decisions.accepted, find_country, decisions.rejected, earlier.typed | typed, standing
    )
    matcher = StatusMatcher(sources.lists, resolver, sources.statuses)
    places = places_of(earlier, resolver)
    deleted = deleted_from(earlier, (place.key for place in places))
    left_out = LeftOut(decisions.overrides, deleted)
    merged = merge(chosen.kept, chosen.replaced, resolver, left_out)
    last_year = keys_of(sources.last_year, resolver)
    knows = Knowledge(directory, resolver, matcher, find_country, sources.embargoed)
    smelters_out = smelters_left_out(left_out, resolver)
    suggestions = (
        *suggest(
            merged.groups, directory, resolver, decisions.rejected, find_country, left_out, smelters_out
        ),
        *of_other_metals(merged.aside, resolver),
    )
    by_keeping = kept_decisions(
        suggestions, deleted.keys() - earlier.left_out.keys(), standing, sources.shown
    )
    suggestions = tuple(one for one in suggestions if one not in by_keeping)
    perhaps = perhaps_left_out(merged.groups, suggestions, smelters_out, find_country, standing)
    rows = with_hints(assemble(merged.groups, knows, decisions.overrides, last_year), perhaps)
    kept = keep(
        rows,
        earlier,
        places,
        compute=lambda identity: unreported_row(identity, knows, decisions.overrides),
        is_left_out=lambda identity: left_out.decision(identity) is not None,
    )
    set_aside = tuple(one.set_aside for one in found if one.set_aside)
    invited = sources.settings.suppliers
    survey = survey_of(chosen.kept, invited, set_aside)
    about_names = [
        *names_are_clear(survey, SUPPLIERS_FILE),
        *aliases_are_asked(sources.settings.aliases, invited, SUPPLIERS_FILE),
    ]
    files = {"used": len(chosen.kept), "replaced": len(chosen.replaced), "aside": len(set_aside)}
    counts = count(merged, kept.rows, files, len(kept.unreported))
    if not counts.adds_up:
        figures = replace(counts, by_supplier={})  # a report names no supplier
        raise DisclosureError(
            "The figures do not add up: a row that was read may be missing from the list. This is a fault of"
            f" the program, not of the answers. Please report this, with these figures: {figures}"
        )
    reported = {row.key for row in rows}
    said = [*_about_answers(found, chosen, last_answers), *smelter_is_listed(rows)]
    said += supplier_has_answered(survey, SUPPLIERS_FILE, set_aside)
    said, set_aside = addressed.asked_already(said, set_aside)
    asked, watched = _questions(addressed.under_one_name(said, survey), found)
    out = left_out_rows(merged.aside, deleted, resolver, left_out)
    return Reconciled(
        year=sources.year,
        created=dt.date(sources.year, 12, 31),
        rows=kept.rows,
        labels=tuple(status.label for status in sources.statuses),
        computed=kept.computed,
        suggestions=suggestions,
        decided=(*typed_decisions(typed, earlier, earlier.decisions), *by_keeping.values()),
        earlier=earlier,
        left_out=out,
        last=last_reconciliation(sources, survey, kept, out, matcher),
        survey=survey,
        set_aside=set_aside,
        aside_rows=merged.aside,
        findings=in_order(
            [
                *sources.findings,
                *chosen.findings,
                *rows_deleted(out, sources.shown),
                *left_out_is_not_back(kept.rows, perhaps, sources.shown),
                *about_names,
                *_to_be_seen(found),
            ]
        ),
        asked=asked,
        watched=watched,
        changes=kept.changes,
        gone=tuple(f"{one.metal} '{one.name}'" for key, one in last_year.items() if key not in reported),
        counts=counts,
        correspondence=Correspondence(
            texts=sources.letters,
            answer_by=sources.settings.answer_by,
            contacts=contacts_of(chosen.kept),
            received=received_of(declarations),
        ),
        named=named_in((*read, *last_answers)),
    )


def _to_be_seen(found: Iterable[FileRead]) -> Iterator[Finding]:
    """What the filer must know of answers that count, and not only their senders."""
    for read in found:
        if read.declaration:
            yield from (
                one for one in read.findings if one.rule in (CMRT_NEW, ROWS_OUT_OF_SIGHT, SHEETS_DIFFER)
            )


def _about_answers(
    found: Sequence[FileRead], chosen: Chosen, last_answers: Sequence[FileRead]
) -> Iterator[tuple[str, Finding]]:
    """Supplier and finding; a file that cannot be used is its sender's, or nobody's."""
    suppliers = {one.file: one.supplier for one in chosen.kept}
    every = suppliers | {one.declaration.file: one.declaration.supplier for one in chosen.replaced}
    for read in found:
        if read.declaration is None or read.file in suppliers:
            sender = every.get(read.file) or read.supplier or addressed.NOBODY
            yield from ((sender, finding) for finding in read.findings)
    yield from which_holds(chosen)
    for finding in equal_lists(chosen.kept):
        yield every[finding.where.file], finding
    before = choose(one.declaration for one in last_answers if one.declaration).kept
    last = {supplier_key(one): one for one in before}
    for now in chosen.kept:
        if supplier_key(now) in last:
            changed = list_changes_little(now, last[supplier_key(now)])
            yield from ((now.supplier, finding) for finding in changed)


def _questions(
    said: Iterable[tuple[str, Finding]], found: Iterable[FileRead]
) -> tuple[dict[str, tuple[Ask, ...]], dict[str, tuple[Ask, ...]]]:
    """Supplier, in the order of names, to what it is asked, and to what the filer alone is told.

    What would make a letter too long is kept for the next one, and the filer is told that too.
    """
    declarations = {one.declaration.file: one.declaration for one in found if one.declaration}
    findings: dict[str, list[Finding]] = {}
    for supplier, finding in said:
        findings.setdefault(supplier, []).append(finding)
    asked: dict[str, tuple[Ask, ...]] = {}
    watched: dict[str, tuple[Ask, ...]] = {}
    for name in sorted(findings, key=lambda name: (name.casefold(), name)):
        of_supplier = [one for one in findings[name] if addressed.is_for_supplier(name, one)]
        now, later = in_rounds(questions_of(of_supplier, declarations))
        of_filer = [one for one in findings[name] if not addressed.is_for_supplier(name, one)]
        internal = questions_of(of_filer, declarations)
        kept = tuple(replace(ask, text=f"Kept for the next letter: {ask.text}") for ask in later)
        asked |= {name: now} if now else {}
        watched |= {name: internal + kept} if internal or kept else {}
    return asked, watched


def check_for(sources: Sources) -> Check:
    """The reviewers' rules, to be sent to other processes."""
    review = Review(
        settings=sources.settings,
        period=Period(sources.year),
        find_country_code=sources.countries.find_code,
        newest=sources.reference or EMPTY_LOOK_UP,
        statuses={
            (row.metal, row.cid): row.status_class
            for one in sources.lists
            for row in one.rows
            if row.cid and row.status_class
        },
    )
    return partial(review_answer, review=review)


def notes(result: Reconciled) -> tuple[Finding, ...]:
    """What the person who runs it must know: files set aside, and what is wrong with lists and decisions."""
    return in_order([*map(addressed.with_sender, result.set_aside), *result.findings])


def no_check(declaration: Declaration) -> Iterable[Finding]:
    return ()


__all__ = ["GivenList", "as_json", "notes", "reconcile_year", "summary"]
