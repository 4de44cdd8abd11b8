"""Sources and definitions of the list, line by line, as the workbook's second sheet shows them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import UNIT_OF_COUNTING, Asset, Disclosure
from ..model.columns import COLUMNS, text_of
from . import statement

Line = tuple[str, ...]
"""Cells of one line; a line of one cell is a heading."""

_NOT_STATED = "not stated"


def source_lines(disclosure: Disclosure, csv: Asset) -> Iterator[Line]:
    """The lines; ``csv`` is the same list as CSV, whose checksum is stated."""
    yield from _about(disclosure)
    yield ("How it is counted",)
    yield ("Unit of counting", UNIT_OF_COUNTING)
    yield ("Rows", str(len(disclosure.smelters)))
    for metal, count in statement.rows_by_metal(disclosure).items():
        yield (f"Rows for {metal.lower()}", str(count))
    yield ("Statuses",)
    yield ("Status", "Definition", "Status class", "List that decides", "List as of", "Rows")
    for status in disclosure.facts.statuses:
        yield (
            status.label,
            status.definition,
            status.status_class.value,
            status.list_name or "none",
            text_of(status.as_of) or _NOT_STATED,
            str(statement.rows_of_status(disclosure, status)),
        )
    yield ("Covered countries",)
    yield ("Country", "Code (ISO 3166-1)")
    for name, code in statement.covered_countries(disclosure):
        yield (name, code or _NOT_STATED)
    yield ("Columns",)
    for column in COLUMNS:
        yield (column.heading, column.meaning)
    yield ("Checksum",)
    yield ("The same rows as CSV", csv.name)
    yield ("SHA-256 of that file", csv.sha256)


def _about(disclosure: Disclosure) -> Iterator[Line]:
    stated = disclosure.facts
    registrant, period, survey = stated.registrant, disclosure.period, stated.survey
    yield (statement.title(disclosure),)
    if stated.notice:
        yield ("Notice", stated.notice)
    yield ("Registrant", registrant.name)
    yield ("Commission file number", registrant.commission_file_number)
    yield ("Reporting period", f"{period.first_day} to {period.last_day}")
    yield ("Filing", statement.filing(disclosure))
    if stated.filing.edgar_url:
        yield ("Address of the filing", stated.filing.edgar_url)
    yield ("Address that Form SD names", registrant.disclosure_url)
    yield ("Data as of", text_of(disclosure.as_of))
    yield (
        "Source",
        f"Answers of {survey.answered} of {survey.suppliers} {survey.supplier_term.many} to the"
        f" {survey.tool} ({survey.tool_abbreviation}), combined into one list by the registrant.",
    )
    yield ("Terms of use", disclosure.terms_text)
