"""Sources and definitions of the list, line by line, as the workbook's second sheet shows them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import BOLD, UNMARKED, Asset, Counts, Disclosure, Status, StatusClass
from ..model.columns import text_of
from ..model.list_table import ListTable
from . import statement
from .survey_words import survey_lines

Line = tuple[str, ...]
"""Cells of one line; a line of one cell is a heading."""


def source_lines(disclosure: Disclosure, table: ListTable, csv: Asset) -> Iterator[Line]:
    """The lines; ``csv`` is the same list as CSV, whose checksum is stated. Nothing of what is not given."""
    yield from _about(disclosure)
    yield from _counted(disclosure)
    yield from _statuses(disclosure)
    yield from _signs(disclosure)
    if disclosure.facts.counts:
        yield from _stated_counts(disclosure.facts.counts)
    yield from _covered_countries(disclosure)
    yield ("Columns",)
    for column in table.columns:
        yield (column.heading, column.meaning)
    yield ("Checksum",)
    yield ("The same rows as CSV", csv.name)
    yield ("SHA-256 of that file", csv.sha256)


def _about(disclosure: Disclosure) -> Iterator[Line]:
    stated = disclosure.facts
    registrant, period = stated.registrant, disclosure.period
    yield (statement.title(disclosure),)
    if stated.notice_on_top:
        yield ("Notice", stated.notice_on_top)
    for one in stated.registrants:
        yield ("Registrant", f"{one.name} ({one.translation})" if one.translation else one.name)
        if one.commission_file_number:
            yield ("Commission file number", one.commission_file_number)
    yield ("Reporting period", f"{period.first_day} to {period.last_day}")
    yield ("Filing", statement.filing(disclosure))
    if stated.filing.edgar_url:
        yield ("Address of the filing", stated.filing.edgar_url)
    if registrant.disclosure_url:
        yield ("Address that Form SD names", registrant.disclosure_url)
    if disclosure.stated_as_of:
        yield ("Data as of", text_of(disclosure.stated_as_of))
    yield from survey_lines(stated.survey)
    yield ("Terms of use", disclosure.terms_text)


def _counted(disclosure: Disclosure) -> Iterator[Line]:
    yield ("How it is counted",)
    yield ("Unit of counting", statement.unit_of_counting(disclosure))
    yield ("Rows", str(len(disclosure.all_rows)))
    if statement.rows_not_counted(disclosure):
        yield ("Rows that are part of the totals", str(len(disclosure.smelters)))
    for metal, count in statement.rows_by_metal(disclosure).items():
        yield (f"Rows for {metal.lower()}", str(count))
    for mineral, count in statement.rows_by_other_mineral(disclosure).items():
        yield (f"Rows for {mineral}, no conflict mineral", str(count))
    lists = statement.rows_by_list(disclosure)
    if lists:
        yield ("Lists",)
        yield ("List", "Rows", "Part of the totals")
    for one, number in lists:
        yield (one.title, str(number), "Yes" if one.is_counted else "No")


def _statuses(disclosure: Disclosure) -> Iterator[Line]:
    """The vocabulary, with the columns that any status fills."""
    statuses = disclosure.facts.statuses
    if not statuses:
        return
    yield ("Statuses",)
    lines = [_status(disclosure, status) for status in statuses]
    given = [name for name in lines[0] if any(line[name] for line in lines)]
    yield tuple(given)
    for status, line in zip(statuses, lines, strict=True):
        yield tuple(line[name] or _missing(name, status) for name in given)


def _status(disclosure: Disclosure, status: Status) -> dict[str, str]:
    rows = statement.rows_of_status(disclosure, status)
    return {
        "Status": status.label,
        "Definition": status.definition or "",
        "Status class": status.status_class.value,
        "List that decides": status.list_name or "",
        "List as of": text_of(status.as_of),
        "Rows": "" if rows is None else str(rows),
    }


def _missing(name: str, status: Status) -> str:
    """What stands in the column of a status that does not fill it: nothing, unless no list can decide it."""
    is_on_no_list = name == "List that decides" and status.status_class is StatusClass.INDETERMINABLE
    return "none" if is_on_no_list else ""


def _signs(disclosure: Disclosure) -> Iterator[Line]:
    """What the signs in the cells of the list say."""
    stated = disclosure.facts
    notes = stated.annex.notes if stated.annex else ()
    words = {BOLD: "Bold letters", UNMARKED: "No sign of a status" if notes else "No sign"}
    signs = [(words.get(one.mark, one.mark), one.label) for one in stated.statuses if one.mark]
    signs += [(note.mark, note.text) for note in notes]
    if signs:
        yield ("Signs in the list",)
    yield from signs


def _stated_counts(counts: Counts) -> Iterator[Line]:
    yield (f"Counts as the filing states them, of {counts.unit}",)
    if counts.total is not None:
        yield ("All", str(counts.total))
    if counts.total_in_words is not None:
        yield ("All", counts.total_in_words)
    for names in (counts.by_metal, counts.by_status, counts.by_programme):
        yield from ((str(name), str(number)) for name, number in names.items())
    for metal, by_status in counts.by_metal_and_status.items():
        yield from ((f"{metal}, {label}", str(number)) for label, number in by_status.items())


def _covered_countries(disclosure: Disclosure) -> Iterator[Line]:
    countries = statement.covered_countries(disclosure)
    if not countries:
        return
    yield ("Covered countries",)
    yield ("Country", "Code (ISO 3166-1)")
    for name, code in countries:
        yield (name, code or "")
