"""The redline of a year against another filing, as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..findings import Finding, errors
from ..findings.catalogue import REDLINE_NOT_SET, REDLINE_NOTHING
from ..model import Asset, LineRef, filing_in_words
from ..pipeline import Year, load_year
from ..prose.fact_values import date_text
from ..record.records import PUBLISHED, Record
from .html_file import html_file
from .of_filed import filed_sides
from .of_record import side_of_record, side_of_sections
from .of_year import side_of_year
from .passages import passages
from .rows import paired
from .sides import Side
from .tree import Redline, tree_of

KINDS = ("pdf", "html")
SIGNED, IS_PUBLISHED = "signed", "published"


@dataclass(frozen=True)
class Against:
    """With what the year is compared."""

    since: str = ""
    """``signed``, ``published`` or a year; empty: the year before, or the files."""
    files: tuple[Path, ...] = ()
    """A filed form or exhibits, as EDGAR serves them."""


def redline_files(
    data_dir: Path, year: int, against: Against, kinds: Sequence[str] = KINDS
) -> tuple[list[Asset], Year]:
    """The files, and the year as it was read. Raises InputError where there is nothing to compare with."""
    now = _loaded(data_dir, year)
    before, after = _sides(data_dir, now, against)
    made = _redline(now, before, after)
    tree = tree_of(made)
    stem = f"redline-{year}-{_short(against, year)}"
    files = []
    if "html" in kinds:
        files.append(Asset(f"{stem}.html", html_file(tree, made.title)))
    if "pdf" in kinds:
        files.append(Asset(f"{stem}.pdf", _pdf(now, made, tree)))
    return files, now


def _loaded(data_dir: Path, year: int) -> Year:
    """The year as it reads when it is final."""
    loaded = load_year(data_dir, year, as_final=True)
    if not isinstance(loaded, Year):
        raise InputError(errors(loaded.findings) or loaded.findings)
    return loaded


def _sides(data_dir: Path, now: Year, against: Against) -> tuple[Side, Side]:
    name = f"{now.year} as it is now"
    if against.files:
        return filed_sides(now, data_dir, against.files, name)
    if against.since in (SIGNED, IS_PUBLISHED):
        record = _record(now, against.since)
        return side_of_record(record.snapshot, _said(record)), side_of_sections(now, name)
    other = int(against.since) if against.since else now.year - 1
    if not (data_dir / str(other)).is_dir():
        where = LineRef(f"{data_dir.name}/{other}")
        advice = "Name what to compare with: --since signed, published or a year, or --against FILE."
        raise InputError([Finding(REDLINE_NOTHING, f"there is no data for {other}", where, advice)])
    then = _loaded(data_dir, other)
    return side_of_year(then, f"the filing for {other}"), side_of_year(now, name)


def _record(now: Year, since: str) -> Record:
    """The newest record of the kind: of this filing, else of the one before it."""
    found = _of_kind(now.records, since) or _of_kind(now.earlier, since)
    if not found:
        what = "signed" if since == SIGNED else "recorded as published"
        command = "sign" if since == SIGNED else "publish"
        where = LineRef(now.disclosure.file)
        advice = f"'formsd {command} {now.year}' records it; without it, compare with a year or a file."
        raise InputError([Finding(REDLINE_NOTHING, f"nothing of {now.year} is {what}", where, advice)])
    return max(found, key=lambda record: record.deed.date)


def _of_kind(records: Sequence[Record], since: str) -> list[Record]:
    wanted = "signed" if since == SIGNED else PUBLISHED
    return [one for one in records if one.deed.what == wanted and one.snapshot.filled]


def _said(record: Record) -> str:
    filing = filing_in_words(record.amendment)
    if record.deed.role:
        return f"{filing}, as {record.deed.name} signed it on {date_text(record.deed.date)}"
    return f"{filing}, as it was published on {date_text(record.deed.date)}"


def _redline(now: Year, before: Side, after: Side) -> Redline:
    stated = now.disclosure.facts
    rows, columns = paired(before.rows, after.rows)
    title = f"Redline of {stated.filing.form_name} of {stated.registrants_in_short} for {now.year}"
    example = "An example, and no filing of the company that it names" if stated.example else ""
    text = passages(before.blocks, after.blocks)
    return Redline(title, before.name, after.name, text, rows, columns, example)


def _pdf(now: Year, made: Redline, tree: object) -> bytes:
    from ..documents.pdf.single import Sheet, pdf_of  # takes a while to import
    from ..documents.pdf.typesetting import TypesettingError
    from ..prose.element import Element

    assert isinstance(tree, Element)
    disclosure = now.disclosure
    head = f"Redline against {made.before}"
    sheet = Sheet(made.title, disclosure.facts.registrants_in_short, head, disclosure.as_of, made.example)
    try:
        return pdf_of(tree, sheet)
    except TypesettingError as problem:
        message = f"the redline cannot be set as a PDF: {problem}"
        advice = "Write the HTML file alone: --only html."
        raise InputError([Finding(REDLINE_NOT_SET, message, LineRef(disclosure.file), advice)]) from problem


def _short(against: Against, year: int) -> str:
    """The end of the files' names."""
    if against.files:
        return "against-file"
    return f"since-{against.since or year - 1}"
