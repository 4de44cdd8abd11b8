"""``formsd reconcile``: straight lines from a folder of suppliers' workbooks to the reviewed list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .checks.cmrt import INTERNAL, equal_lists, list_changes_little, review_answer, sentence
from .declarations import EMPTY_LOOK_UP, Declaration, LookUp, Review, ReviewSettings
from .errors import InputError
from .export.folder import write_folder
from .export.reconciled_workbook import reconciled_workbook
from .export.review_files import FOLDER, as_json, review_files, summary
from .export.swapped_file import write_swapped
from .findings import FILE_MISSING, FILE_TWICE, NO_INDETERMINABLE, SHEET_LOST, Finding, Severity, in_order
from .model import DisclosureFacts, LineRef, Metal, Period, Smelter, StatusClass
from .read.countries import CountryTable, read_countries
from .read.decisions_yml import read_decisions
from .read.declared_files import Check, FileRead, files_in, read_files, with_look_ups
from .read.disclosure_yml import read_disclosure_yml
from .read.earlier_list import read_earlier
from .read.reconcile_yml import RECONCILE_FILE, read_review_settings
from .read.reference_list import read_reference_list
from .read.status_list import read_status_list
from .read.year_folder import COUNTRIES_FILE, FACTS_FILE, Collecting, read_year
from .reconcile.assemble import Knowledge, assemble, keys_of
from .reconcile.choose import Chosen, choose, supplier_key
from .reconcile.count import count
from .reconcile.directory import build_directory
from .reconcile.follow_up import smelter_is_listed, supplier_has_answered, survey_of
from .reconcile.keep import keep
from .reconcile.merge import LeftOut, merge
from .reconcile.resolve import Resolver
from .reconcile.statuses import StatusMatcher
from .reconcile.suggest import suggest
from .reconciled import (
    ACCEPT,
    REJECT,
    Ask,
    Decisions,
    EarlierList,
    Match,
    Override,
    Reconciled,
    SheetDecision,
    StatusList,
)

BEFORE = "smelters-before.xlsx"
"""Copy of the workbook that a run replaced."""
LIST_FILE = "smelters.xlsx"
_GIVEN_LIST = re.compile(r"(?:(?P<status>[^=]+)=)?(?P<file>.+?)(?:@(?P<day>\d{4}-\d{2}-\d{2}))?")


@dataclass(frozen=True)
class GivenList:
    """A status list as its user names it: ``Conformant=lists/rmi.xlsx@2022-03-31``."""

    path: Path
    status: str | None = None
    as_of: dt.date | None = None

    @classmethod
    def of(cls, text: str) -> GivenList:
        """Raises ValueError where the date is none."""
        found = _GIVEN_LIST.fullmatch(text)
        if found is None:
            raise ValueError("name a file")
        day = dt.date.fromisoformat(found["day"]) if found["day"] else None
        return cls(Path(found["file"]), found["status"], day)


@dataclass(frozen=True)
class Sources:
    """Everything but the suppliers' files: small, and read first, so that mistakes are told at once."""

    year: int
    facts: DisclosureFacts
    countries: CountryTable
    lists: tuple[StatusList, ...]
    reference: LookUp | None
    decisions: Decisions
    """Of this year and the last one, from the files and the workbooks."""
    earlier: EarlierList
    last_year: tuple[Smelter, ...]
    findings: tuple[Finding, ...]
    settings: ReviewSettings

    @property
    def embargoed(self) -> frozenset[str]:
        """Codes of countries."""
        named = self.settings.countries_under_embargo
        return frozenset(self.countries.find_code(name) or name.upper() for name in named)

    @property
    def check(self) -> Check:
        """The reviewers' rules, to be sent to other processes."""
        review = Review(
            settings=self.settings,
            period=Period(self.year),
            find_country_code=self.countries.find_code,
            newest=self.reference or EMPTY_LOOK_UP,
            statuses={
                (row.metal, row.cid): row.status_class
                for one in self.lists
                for row in one.rows
                if row.cid and row.status_class
            },
        )
        return partial(review_answer, review=review)


def reconcile_year(
    data_dir: Path,
    year: int,
    answers: Path,
    *,
    lists: Sequence[GivenList] = (),
    reference: Path | None = None,
    last_answers: Path | None = None,
    processes: int | None = None,
    progress: Callable[[int, int], None] = lambda done, number: None,
) -> Reconciled:
    """Reads, merges and writes ``smelters.xlsx`` and the folder ``review`` of the year.

    ``lists`` and ``reference`` go before those that ``reconcile.yml`` names; ``last_answers`` is the folder
    of last year's answers. ``progress`` hears how many of how many files are read. Raises InputError where a
    source other than a supplier's file cannot be used, and DisclosureError where nothing could be written;
    then the workbook is as it was.
    """
    sources = read_sources(data_dir, year, lists, reference)
    found = read_answers(answers, sources.check, processes, progress)
    before = read_answers(last_answers, no_check, processes, progress) if last_answers else []
    result = reconcile(sources, found, before)
    write(data_dir / str(year), result)
    return result


def read_sources(data_dir: Path, year: int, lists: Sequence[GivenList], reference: Path | None) -> Sources:
    """Raises InputError with the mistakes of all sources."""
    folder, shown = data_dir / str(year), f"{data_dir.name}/{year}"
    mistakes: list[Finding] = []
    found: list[Finding] = []
    with Collecting(mistakes):
        countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
    with Collecting(mistakes):
        facts, _ = read_disclosure_yml(folder / FACTS_FILE, f"{shown}/{FACTS_FILE}")
        _check_vocabulary(facts, f"{shown}/{FACTS_FILE}")
    with Collecting(mistakes):
        settings = read_review_settings(folder, shown)
    if mistakes:
        raise InputError(mistakes)
    named = folder / settings.newest_list if settings.newest_list else None
    newest_path = reference or named
    with Collecting(mistakes):
        newest = read_reference_list(newest_path, newest_path.name) if newest_path else None
    status_lists = []
    for one in (*lists, *(GivenList(folder / e.file, e.status, e.as_of) for e in settings.status_lists)):
        with Collecting(mistakes):
            listed, left_out = read_status_list(one.path, one.path.name, status=one.status, as_of=one.as_of)
            status_lists.append(listed)
            found += left_out
    with Collecting(mistakes):
        earlier, notes = _earlier(folder, shown)
        found += notes
    with Collecting(mistakes):
        decisions = _decisions(data_dir, year)
    if mistakes:
        raise InputError(mistakes)
    last_year = read_year(data_dir, year - 1)[0] if (data_dir / str(year - 1)).is_dir() else None
    return Sources(
        year=year,
        facts=facts,
        countries=countries,
        lists=tuple(status_lists),
        reference=newest,
        decisions=decisions,
        earlier=earlier,
        last_year=last_year.smelters if last_year else (),
        findings=tuple(found),
        settings=settings,
    )


def read_answers(
    folder: Path, check: Check, processes: int | None, progress: Callable[[int, int], None]
) -> list[FileRead]:
    """Every file of the folder. Raises InputError where there is no such folder, or no answer in it."""
    if not folder.is_dir():
        advice = "Name the folder with the suppliers' workbooks."
        raise InputError([Finding(FILE_MISSING, "the folder is not there", LineRef(str(folder)), advice)])
    jobs, aside = files_in(folder)
    if not jobs and not aside:
        advice = "Put the suppliers' workbooks there."
        raise InputError([Finding(FILE_MISSING, "the folder is empty", LineRef(str(folder)), advice)])
    found = list(aside)
    for one in read_files(jobs, check, processes):
        found.append(one)
        progress(len(found) - len(aside), len(jobs))
    if not any(one.declaration for one in found):
        raise InputError(finding for one in found for finding in one.findings)
    return with_look_ups(found)


def reconcile(
    sources: Sources, found: Sequence[FileRead], last_answers: Sequence[FileRead] = ()
) -> Reconciled:
    """The whole result, whatever the order of the files. Touches no disk."""
    found = sorted(found, key=lambda one: one.file)
    declarations = [one.declaration for one in found if one.declaration]
    chosen = choose(declarations)
    decisions, find_country = sources.decisions, sources.countries.find_code
    directory = build_directory(sources.reference, declarations, sources.lists, decisions.identifiers)
    resolver = Resolver(directory, decisions.accepted, find_country)
    matcher = StatusMatcher(sources.lists, resolver, sources.facts.statuses)
    merged = merge(chosen.kept, chosen.replaced, resolver, LeftOut(decisions.overrides))
    last_year = keys_of(sources.last_year, resolver)
    knows = Knowledge(directory, resolver, matcher, find_country, sources.embargoed)
    rows = assemble(merged.groups, knows, decisions.overrides, last_year)
    kept = keep(rows, sources.earlier, resolver)
    survey = survey_of(chosen.kept, sources.settings.suppliers)
    set_aside = tuple(one.set_aside for one in found if one.set_aside)
    files = {"used": len(chosen.kept), "replaced": len(chosen.replaced), "aside": len(set_aside)}
    counts = count(merged, kept.rows, files, kept.kept_unreported)
    assert counts.adds_up, counts
    reported = {row.key for row in rows}
    said = [*_about_answers(found, chosen, last_answers), *smelter_is_listed(rows)]
    said += supplier_has_answered(survey, RECONCILE_FILE)
    return Reconciled(
        year=sources.year,
        created=dt.date(sources.year, 12, 31),
        rows=kept.rows,
        labels=tuple(status.label for status in sources.facts.statuses),
        computed=kept.computed,
        suggestions=tuple(suggest(merged.groups, directory, resolver, decisions.rejected, find_country)),
        decided=sources.earlier.decisions,
        own_columns=sources.earlier.own_columns,
        survey=survey,
        set_aside=set_aside,
        aside_rows=merged.aside,
        findings=in_order([*sources.findings, *chosen.findings]),
        asked=_words(one for one in said if one[1].rule not in INTERNAL),
        watched=_words(one for one in said if one[1].rule in INTERNAL),
        changes=kept.changes,
        gone=tuple(f"{one.metal} '{one.name}'" for key, one in last_year.items() if key not in reported),
        counts=counts,
    )


def write(folder: Path, result: Reconciled) -> None:
    """The folder ``review``, then the workbook; each takes its place whole or not at all."""
    place = folder / LIST_FILE
    workbook = reconciled_workbook(result)
    files = review_files(result)
    if place.exists():
        is_new = place.read_bytes() != workbook
        before = place if is_new else folder / FOLDER / BEFORE
        files |= {BEFORE: before.read_bytes()} if before.exists() else {}
    write_folder(folder / FOLDER, files)
    write_swapped(place, workbook)


def _check_vocabulary(facts: DisclosureFacts, shown: str) -> None:
    """Raises InputError where nothing can be said of a smelter that is on no list."""
    if not any(one.status_class is StatusClass.INDETERMINABLE for one in facts.statuses):
        message = "no status has the class indeterminable, which every smelter on no list gets"
        advice = "Add one to the entry 'statuses'."
        raise InputError([Finding(NO_INDETERMINABLE, message, LineRef(shown), advice)])


def _earlier(folder: Path, shown: str) -> tuple[EarlierList, tuple[Finding, ...]]:
    """The workbook of the year as people left it, and what of it a further run does not keep."""
    as_csv = folder / "smelters.csv"
    if as_csv.exists():
        advice = f"Remove it, or save its list as {LIST_FILE}, which this command writes."
        where = LineRef(f"{shown}/{as_csv.name}")
        raise InputError([Finding(FILE_TWICE, "the list is a CSV file", where, advice)])
    earlier, found = read_earlier(folder / LIST_FILE, f"{shown}/{LIST_FILE}")
    where = LineRef(f"{shown}/{LIST_FILE}")
    advice = f"It stands in {FOLDER}/{BEFORE}; keep such sheets in a workbook of their own."
    lost = [
        Finding(SHEET_LOST, f"the sheet '{name}' is not kept", where, advice) for name in earlier.own_sheets
    ]
    return earlier, (*found, *lost)


def _decisions(data_dir: Path, year: int) -> Decisions:
    """Those of this year, then those of last year that this year does not contradict.

    Overrides are of their year only. Raises InputError with the mistakes of both files.
    """
    accepted: list[Match] = []
    rejected: list[Match] = []
    identifiers: dict[str, str] = {}
    overrides: tuple[Override, ...] = ()
    for at in (year, year - 1):
        folder, shown = data_dir / str(at), f"{data_dir.name}/{at}"
        stated = read_decisions(folder, shown)
        on_sheet = read_earlier(folder / LIST_FILE, f"{shown}/{LIST_FILE}")[0].decisions
        refused = {(one.metal, one.name, one.same_as) for one in rejected}
        newly = [*stated.accepted, *matches(on_sheet, ACCEPT)]
        accepted += [one for one in newly if (one.metal, one.name, one.same_as) not in refused]
        rejected += [*stated.rejected, *matches(on_sheet, REJECT)]
        identifiers = stated.identifiers | identifiers
        overrides = overrides or (stated.overrides if at == year else ())
    return Decisions(
        accepted=tuple(accepted), rejected=tuple(rejected), identifiers=identifiers, overrides=overrides
    )


def matches(decisions: Iterable[SheetDecision], verdict: str) -> Iterator[Match]:
    """The decisions of the sheet ``Decisions`` with this verdict."""
    for one in decisions:
        metal = next((metal for metal in Metal if one.cells["key"].startswith(f"{metal} ")), None)
        if metal and one.verdict == verdict:
            yield Match.model_validate({
                "metal": metal,
                "name": one.cells["reported"],
                "country": one.cells.get("country") or None,
                "is": one.cells["candidate"],
            })  # fmt: skip


def _about_answers(
    found: Sequence[FileRead], chosen: Chosen, last_answers: Sequence[FileRead]
) -> Iterator[tuple[str, Finding]]:
    """Supplier and finding; a file that cannot be used stands for its sender."""
    suppliers = {one.file: one.supplier for one in chosen.kept}
    every = suppliers | {one.declaration.file: one.declaration.supplier for one in chosen.replaced}
    for read in found:
        if read.declaration is None or read.file in suppliers:
            yield from ((every.get(read.file, read.file), finding) for finding in read.findings)
    for finding in (*chosen.findings, *equal_lists(chosen.kept)):
        if finding.severity is not Severity.INFO:
            yield every[finding.where.file], finding
    before = choose(one.declaration for one in last_answers if one.declaration).kept
    last = {supplier_key(one): one for one in before}
    for now in chosen.kept:
        if supplier_key(now) in last:
            changed = list_changes_little(now, last[supplier_key(now)])
            yield from ((now.supplier, finding) for finding in changed)


def _words(said: Iterable[tuple[str, Finding]]) -> dict[str, tuple[Ask, ...]]:
    """Supplier, in the order of names, to what there is to say, in the order of places."""
    asked: dict[str, list[Finding]] = {}
    for supplier, finding in said:
        asked.setdefault(supplier, []).append(finding)
    ordered = sorted(asked, key=lambda name: (name.casefold(), name))
    return {name: tuple(Ask(sentence(one), one) for one in in_order(asked[name])) for name in ordered}


def notes(result: Reconciled) -> tuple[Finding, ...]:
    """What the person who runs it must know: files set aside, and what is wrong with lists and decisions."""
    return in_order([*(one.finding for one in result.set_aside), *result.findings])


def no_check(declaration: Declaration) -> Iterable[Finding]:
    return ()


__all__ = ["GivenList", "as_json", "notes", "reconcile_year", "summary"]
