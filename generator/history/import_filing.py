"""A filing into a year: what it says, each fact with its place, or nothing at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..countries.table import COUNTRIES_FILE, CountryTable, read_countries
from ..errors import DisclosureError, InputError
from ..filed.facility_table import Found
from ..filed.filed_blocks import blocks_of
from ..filed.filed_document import document_of
from ..filed.values import FiledDocument
from ..files.folder import put_back, swap
from ..files.held import make_beside
from ..files.refused import refused
from ..files.synced import sync_tree, write_synced
from ..findings import Finding
from ..findings.catalogue import IMPORT_NO_REGISTRANT, IMPORT_NOT_A_FILING, IMPORT_YEAR_EXISTS
from ..model import LineRef, Passage, Route
from ..model.counted import counted
from ..pipeline import load_year, sound
from .counts import counts_of
from .documents import Document, Filing, read_filing
from .facility_list import ListAsFiled, list_as_filed
from .form import Form, read_form
from .origins import covered_of, origins_of
from .period import period_of
from .registrant import registrant_of
from .report import ReportAsFiled, report_as_filed
from .stated import Gathered
from .statuses import statuses_of
from .survey import survey_of
from .template_version import template_of
from .ticks import with_headed, with_ticked
from .usable import leave_unusable
from .year_files import Imported, files_of

_LIST_ADVICE = "Look at the list in smelters.xlsx and at the entry annex in disclosure.yml."


@dataclass(frozen=True)
class Summary:
    """What a person is told of an import."""

    folder: Path
    written: tuple[str, ...]
    rows: int
    sections: int
    facts: int
    notes: tuple[Finding, ...]
    """What is to be confirmed."""


def import_year(data_dir: Path, year: int, form: Path | None, exhibit: Path | None) -> Summary:
    """Writes ``data/<year>`` from a form, its exhibit, or a whole submission, and says what it found.

    All or nothing: raises InputError where a file cannot be used, the filing is of another year, or the year
    is there already, and DisclosureError where the folder cannot be written.
    """
    folder = data_dir / str(year)
    _must_be_new(folder, data_dir)
    filing = read_filing(form, exhibit)
    countries = read_countries(data_dir / COUNTRIES_FILE, f"{data_dir.name}/{COUNTRIES_FILE}")
    try:
        imported = read_imported(filing, year, countries)
    except RecursionError as problem:
        message = "its elements stand too deep inside each other"
        where = LineRef(", ".join(document.file for document in filing.documents))
        advice = "Save the filing from EDGAR again."
        raise InputError([Finding(IMPORT_NOT_A_FILING, message, where, advice)]) from problem
    leave_unusable(imported.gathered, year)
    _must_be_named(imported.gathered, filing)
    files = files_of(imported)
    _write(data_dir, year, files)
    return Summary(
        folder,
        tuple(files),
        sum(len(part.rows) for part in imported.listed.parts) if imported.listed else 0,
        len(imported.report.sections),
        len(imported.gathered.facts),
        tuple(imported.gathered.notes),
    )


def summary_lines(summary: Summary, given: Sequence[Path]) -> Iterator[str]:
    """What was written, what is to be confirmed, and what to do next."""
    rows = f"a list of {counted(summary.rows, 'row')}" if summary.rows else "no list"
    sections, facts = counted(summary.sections, "section"), counted(summary.facts, "fact")
    yield f"Written: {summary.folder} with {rows}, {sections} and {facts}."
    if summary.notes:
        told = counted(len(summary.notes), "note")
        yield f"To confirm: {told}, which {summary.folder / 'import.md'} has too."
    year = summary.folder.name
    against = " ".join(f"--against {path}" for path in dict.fromkeys(given))
    yield f"Next: formsd verify {year} {against}, then formsd check {year}"


def _must_be_new(folder: Path, data_dir: Path) -> None:
    try:
        put_back(folder.resolve())
    except OSError as problem:
        raise DisclosureError(f"{folder} cannot be read: {problem.strerror}.") from problem
    if folder.exists():
        where = LineRef(f"{data_dir.name}/{folder.name}")
        advice = "Move its folder away, or import into another folder of data with --data."
        raise InputError([Finding(IMPORT_YEAR_EXISTS, "the year is there already", where, advice)])


def read_imported(filing: Filing, year: int, countries: CountryTable) -> Imported:
    """What the filing says for the year. Raises InputError where it is of another year, or names nobody."""
    into = Gathered()
    for document in filing.documents:
        if document.is_cut:
            message = "the document breaks off: nothing ends its HTML, and rows or sections may be missing"
            advice = "Save it from EDGAR again, and compare the end of the list and of the report."
            into.doubt(message, LineRef(document.file, document.line + document.text.count("\n")), advice)
    form = read_form(filing.form, year, countries, into) if filing.form else None
    header = filing.header or {}
    for key, path in (("cik", ("registrant", "cik")), ("filed", ("filing", "date"))):
        if passage := header.get(key):
            into.know(path, _day(passage.text) if key == "filed" else passage.text.lstrip("0"), passage)
    listed: ListAsFiled | None = None
    report = ReportAsFiled((), (), ())
    if filing.exhibit is not None:
        listed, report = _read_exhibit(filing.exhibit, year, countries, into, header.get("name"))
    elif form is not None:
        report = _without_exhibit(form, into)
    _must_be_named(into, filing)
    route = Route.REPORT if filing.exhibit is not None or form is None or form.names_report else Route.INQUIRY
    files = dict.fromkeys(document.file for document in filing.documents)
    exhibits = _further(filing, into)
    return Imported(year, tuple(files), route, into, listed, report, form.texts if form else {}, exhibits)


def _must_be_named(into: Gathered, filing: Filing) -> None:
    if into.find("registrant", "name") is None:
        message = "nothing in it says whose report it is"
        advice = "Give the form as well: its cover has the exact name of the registrant."
        raise InputError([Finding(IMPORT_NO_REGISTRANT, message, LineRef(filing.documents[0].file), advice)])


def _read_exhibit(
    exhibit: Document, year: int, countries: CountryTable, into: Gathered, header: Passage | None
) -> tuple[ListAsFiled | None, ReportAsFiled]:
    """The list, None where it has none, and the text around it; what both say is gathered in this order.

    ``header`` is EDGAR's spelling of the registrant's name. Raises InputError where it is of another year.
    """
    blocks = blocks_of(exhibit.text, exhibit.line)
    document, found = document_of(exhibit.file, blocks, countries, ())
    passages = document.passages
    registrant_of(passages, into, header)
    period_of(passages, year, exhibit.file, into)
    listed = list_as_filed(found.placed)
    _doubts_of_list(listed, document, found, into)
    report = report_as_filed([exhibit.text], listed, found.placed)
    _doubts_of_report(report, found, exhibit.file, into)
    survey_of(passages, year, into)
    template_of(passages, into)
    ticked: list[dict[str, Any]] = []
    if listed is not None:
        listed, ticked = with_ticked(listed, document, into)
        listed, headed = with_headed(listed, report, document, into)
        ticked += headed
    statuses_of(listed, document, found, blocks, ticked, into)
    rows = sum(len(part.rows) for part in listed.parts) if listed else 0
    counts_of(document, rows, into)
    origins_of(document, into)
    covered_of(document, into)
    return listed, report


def _doubts_of_list(
    listed: ListAsFiled | None, document: FiledDocument, found: Found, into: Gathered
) -> None:
    """Notes on what may be another list than the one that was taken."""
    if found.without_metal is not None:
        message = (
            "a table looks like a list of facilities, and no metal can be told of its rows; it stands in the"
            " report as a table"
        )
        where = LineRef(document.file, found.without_metal)
        into.doubt(message, where, _LIST_ADVICE)
    if listed is None:
        return
    for key in listed.without_heading:
        message = f"a column of the list has no heading; it was called '{key.replace('_', ' ').capitalize()}'"
        into.doubt(message, document.rows[0].where, _LIST_ADVICE)
    tables: dict[int | None, list[tuple[object, str]]] = {}
    for one in found.placed:
        tables.setdefault(one.block.table, []).append((one.row.metal, one.row.name))
    first_row = {one.block.table: one.row.where for one in reversed(found.placed)}
    numbers = list(tables)
    for at, number in enumerate(numbers):
        for other in numbers[:at]:
            both = set(tables[number]) & set(tables[other])
            if len(both) > len(set(tables[number])) / 2 and len(both) > 1:
                message = (
                    f"two tables look like facility lists, and {counted(len(both), 'row')} stand in both:"
                    f" {first_row[other]} and {first_row[number]}; all rows of both were taken"
                )
                into.doubt(message, first_row[number], _LIST_ADVICE)


def _doubts_of_report(report: ReportAsFiled, found: Found, file: str, into: Gathered) -> None:
    missing = [one for one in found.placed if report.place_of(one) is None]
    if missing:
        message = f"{counted(len(missing), 'row')} of the list stand in the text of the report as well"
        into.doubt(message, missing[0].row.where, "Take them out of the section, if the list shows them.")
    for picture in report.pictures:
        message = f"the filing shows the picture '{picture}', which was not given"
        advice = "Put it into the folder pictures of the year, or say in the section what it shows."
        into.doubt(message, LineRef(file), advice)


def _without_exhibit(form: Form, into: Gathered) -> ReportAsFiled:
    """The text of Item 1.01 as the only section, where the form stands alone or its report was not given."""
    if form.names_report:
        message = "the form has a Conflict Minerals Report as its Exhibit 1.01, which was not given"
        advice = "Import the year anew with --exhibit; its text and list are not here."
        into.doubt(message, LineRef(form.file), advice)
    return ReportAsFiled((("01-conflict-minerals-disclosure.md", form.body),), (), ())


def _further(filing: Filing, into: Gathered) -> dict[str, bytes]:
    """The further exhibits of a submission, and their entries."""
    files: dict[str, bytes] = {}
    entries = []
    for number, document in enumerate(filing.further, start=1):
        place = LineRef(document.file, document.line)
        if not document.text.strip():
            message = f"the exhibit {document.kind} has no text, and the year is without it"
            into.doubt(
                message, place, "Where EDGAR has its text, download it again and import the year anew."
            )
            continue
        kind = document.kind.removeprefix("EX-")
        kind = kind if "." in kind else f"{kind}.1"
        name = f"exhibit-{number}.{'htm' if '<' in document.text[:500] else 'txt'}"
        described = document.description if document.description.upper() != document.kind else ""
        entries.append({"number": kind, "description": described or f"Exhibit {kind}", "file": name})
        files[name] = document.text.strip().encode() + b"\n"
        passage = Passage(f"{document.kind} {document.description}".strip(), place)
    if entries:
        into.know(("exhibits",), entries, passage)
    return files


def _day(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _write(data_dir: Path, year: int, files: dict[str, bytes]) -> None:
    """Writes the year beside, reads it as every command will, and moves it into its place.

    Raises DisclosureError where it cannot be written.
    """
    place = data_dir / str(year)
    try:
        data_dir.parent.stat()  # a mistyped place is told, and not made
        held = make_beside(data_dir)
    except OSError as problem:
        raise refused(problem, place) from problem
    try:
        beside = held.path / data_dir.name
        beside.mkdir()
        for path in data_dir.iterdir() if data_dir.is_dir() else ():
            if path.is_file():
                shutil.copy2(path, beside / path.name)
        for name, content in files.items():
            write_synced(beside / str(year) / name, content)
        sync_tree(beside / str(year))
        sound([load_year(beside, year)])
        data_dir.mkdir(exist_ok=True)
        swap(beside / str(year), place)
    except OSError as problem:
        raise refused(problem, place) from problem
    finally:
        held.discard()
