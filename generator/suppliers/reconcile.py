"""``formsd reconcile``: straight lines from a folder of suppliers' workbooks to the reviewed list."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..errors import InputError
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
from .merge.choose import choose, sent_in, which_holds
from .merge.follow_up import (
    aliases_are_asked,
    in_either,
    names_are_clear,
    smelter_is_listed,
    supplier_has_answered,
    survey_of,
)
from .merge.left_out import left_out_is_not_back, rows_deleted
from .merge.listed import Listed, listed_of, of_others, of_rule
from .merge.other_lists import computed_of_lists, other_minerals_have_lists, rows_of_the_rule
from .merge.senders import with_senders
from .output.last import last_reconciliation
from .output.named_values import named_in
from .output.review_files import as_json, summary
from .output.standing import finish_earlier, standing
from .output.write import write
from .questions import in_rounds, questions_of
from .reconciled import Ask, NamedMine, Reconciled, Surveyed
from .review_settings import Review, ReviewSettings
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
    reference: Sequence[Path] = (),
    last_answers: Path | None = None,
    processes: int | None = None,
    progress: Progress = unheard,
) -> Reconciled:
    """Reads, merges and writes ``smelters.xlsx``, ``reconciled.yml`` and the folder ``review`` of the year.

    ``lists`` and ``reference`` (newest lists of smelters) go before those of ``reconcile.yml``;
    ``last_answers`` is the folder of last year's answers. ``progress`` hears of files read. Raises InputError
    where a source that is no answer cannot be used, DisclosureError where files cannot be written or were
    saved meanwhile: all are as before.
    """
    finish_earlier(data_dir, year)
    with paused_collector(), standing(data_dir / str(year)) as seen:
        sources = read_sources(data_dir, year, lists, reference)
        found = read_answers(answers, check_for(sources), processes, progress, "files read")
        before = []
        if last_answers:
            before = read_answers(last_answers, no_check, processes, progress, "files of last year read")
        result = replace(reconcile(sources, found, before), passed_over=passed_over(answers))
        write(data_dir / str(year), result, sources.settings, seen)
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
    set_aside = tuple(one.set_aside for one in found if one.set_aside)
    rule = listed_of(of_rule(sources, declarations), sources, len(set_aside))
    others = listed_of(of_others(sources, declarations), sources)
    invited = sources.settings.suppliers
    survey = survey_of(rule.chosen.kept, invited, set_aside)
    elsewhere = tuple(one for one in survey_of(others.chosen.kept, invited) if one.answered)
    said = [
        *_about_answers(found, rule, last_answers, is_of_rule=True),
        *_about_answers(found, others, last_answers, is_of_rule=False),
        *_of_files_aside(found, declarations),
        *supplier_has_answered(survey, SUPPLIERS_FILE, set_aside, elsewhere),
    ]
    said, set_aside = addressed.asked_already(said, set_aside)
    asked, watched = _questions(addressed.under_one_name(said, (*survey, *elsewhere)), found)
    to_filer = (
        *_about_lists(sources, rule, others),
        *_about_names(sources.settings, survey, elsewhere),
        *_to_be_seen(found),
    )
    has_others = bool(others.kept.rows or others.chosen.kept or others.chosen.replaced)
    return Reconciled(
        year=sources.year,
        created=dt.date(sources.year, 12, 31),
        rows=rule.kept.rows,
        labels=tuple(status.label for status in sources.statuses),
        computed={**rule.kept.computed, **computed_of_lists(others.kept, sources.earlier.others)},
        suggestions=(*rule.suggestions, *others.suggestions),
        decided=(*rule.decided, *others.decided),
        earlier=sources.earlier,
        left_out=(*rule.left_out, *others.left_out),
        last=last_reconciliation(sources, survey, rule),
        survey=survey,
        set_aside=set_aside,
        aside_rows=(*rule.aside, *others.aside),
        findings=in_order(to_filer),
        asked=asked,
        watched=watched,
        changes=(*rule.kept.changes, *others.kept.changes),
        gone=(*rule.gone, *others.gone),
        counts=rule.counts,
        correspondence=_correspondence(sources, (*others.chosen.kept, *rule.chosen.kept), declarations),
        named=named_in((*read, *last_answers)),
        other_rows=others.kept.rows,
        other_counts=others.counts if has_others else None,
        other_lists=sources.earlier.others,
        other_survey=elsewhere,
        mines=tuple(NamedMine(one.supplier, mine) for one in others.chosen.kept for mine in one.mines),
    )


def _correspondence(
    sources: Sources, used: Sequence[Declaration], every: Sequence[Declaration]
) -> Correspondence:
    """What letters are made of: texts, the day, whom they go to by answers ``used``, and what has come."""
    return Correspondence(
        texts=sources.letters,
        answer_by=sources.settings.answer_by,
        contacts=contacts_of(used),
        received=received_of(every),
    )


def _about_lists(sources: Sources, rule: Listed, others: Listed) -> Iterator[Finding]:
    """What the filer must know of the list of the rule's metals, and of that of other minerals."""
    yield from sources.findings
    yield from (*rule.chosen.findings, *others.chosen.findings)
    yield from rows_deleted((*rule.left_out, *others.left_out), sources.shown)
    rows, perhaps = (*rule.kept.rows, *others.kept.rows), {**rule.perhaps, **others.perhaps}
    yield from left_out_is_not_back(rows, perhaps, sources.shown)
    yield from other_minerals_have_lists(others.kept.rows, sources.words, sources.shown)
    yield from rows_of_the_rule(others.aside)


def _about_names(
    settings: ReviewSettings, survey: Sequence[Surveyed], elsewhere: Sequence[Surveyed]
) -> Iterator[Finding]:
    """What the filer must know of names of suppliers: those that nobody asked, and aliases of none."""
    yield from names_are_clear(in_either(survey, elsewhere), SUPPLIERS_FILE)
    yield from aliases_are_asked(settings.aliases, settings.suppliers, SUPPLIERS_FILE)


def _to_be_seen(found: Iterable[FileRead]) -> Iterator[Finding]:
    """What the filer must know of answers that count, and not only their senders."""
    for read in found:
        for one in read.findings if read.declaration else ():
            if one.rule in (CMRT_NEW, ROWS_OUT_OF_SIGHT, SHEETS_DIFFER):
                yield one


def _about_answers(
    found: Sequence[FileRead], listed: Listed, last_answers: Sequence[FileRead], *, is_of_rule: bool
) -> Iterator[tuple[str, Finding]]:
    """Supplier and finding, of the answers that count and of what the list made of them."""
    chosen = listed.chosen
    suppliers = {one.file: one.supplier for one in chosen.kept}
    for read in found:
        if read.file in suppliers:
            yield from ((suppliers[read.file], finding) for finding in read.findings)
    yield from which_holds(chosen)
    for finding in equal_lists(chosen.kept):
        yield suppliers[finding.where.file], finding
    earlier = [one.declaration for one in last_answers if one.declaration]
    before = choose(one for one in earlier if one.is_cmrt is is_of_rule).kept
    last = {sent_in(one): one for one in before}
    for now in chosen.kept:
        if sent_in(now) in last:
            changed = list_changes_little(now, last[sent_in(now)])
            yield from ((now.supplier, finding) for finding in changed)
    yield from smelter_is_listed(listed.reported)


def _of_files_aside(
    found: Sequence[FileRead], declarations: Sequence[Declaration]
) -> Iterator[tuple[str, Finding]]:
    """Supplier and finding; a file that cannot be used is its sender's, or nobody's."""
    every = {one.file: one.supplier for one in declarations}
    for read in found:
        if read.declaration is None:
            sender = every.get(read.file) or read.supplier or addressed.NOBODY
            yield from ((sender, finding) for finding in read.findings)


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
    """For answers of last year, which are read and not judged again."""
    return ()


__all__ = ["GivenList", "as_json", "notes", "reconcile_year", "summary"]
