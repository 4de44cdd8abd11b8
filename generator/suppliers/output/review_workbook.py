"""``review.xlsx``: what a person needs to review the list, all of it confidential."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...model import KEY_COLUMN, LIST_COLUMNS, Metal
from ...year.smelter_workbook import write_read_me
from ..decisions import ACCEPT, DECISION_COLUMNS, DECISIONS_SHEET, REJECT
from ..earlier import LeftOutRow
from ..reconciled import (
    BACK_COLUMN,
    COMMENT_COLUMN,
    EVIDENCE_SHEET,
    LEFT_OUT_SHEET,
    REVIEW_FOLDER,
    ROWS_SHEET,
    SURVEY_SHEET,
    WRITTEN_SHEET,
    Evidence,
    FlagKind,
    ListRow,
    Reconciled,
    Surveyed,
)
from ..survey import counted_in, is_outside

_MAX_TEXT = 32_000
"""A cell of Excel holds 32,767 characters."""
_MOST_NAMED = 25
"""Suppliers or cells named in one cell; evidence.csv has all of them."""

_FLAGS = 6
"""Column of the flags, counted from 0."""
_RED = {
    FlagKind.EMBARGO, FlagKind.FOREIGN_CID, FlagKind.FOREIGN_NAME, FlagKind.STATUS_UNMATCHED,
    FlagKind.COUNTRY_CONFLICT, FlagKind.PERHAPS_LEFT_OUT,
}  # fmt: skip
_BLUE = {FlagKind.EDITED, FlagKind.NEW, FlagKind.RENAMED, FlagKind.RECOGNISED}

_READ_ME = (
    "The review of a reconciliation, for the filer's eyes: it names suppliers. It is never committed and"
    " never published. What is published stands in smelters.xlsx; a row here and there has the same key.",
    "",
    f"Sheet '{ROWS_SHEET}' says who reported each row of the list, and what to look at. Red flags come first:"
    " a country under embargo, an identifier or a name of another metal, countries that differ, a smelter"
    " that is perhaps one that was left out. Orange: on no list,"
    " unknown or withdrawn identifier, covered country, no longer reported. Blue: for your information, among"
    f" them what a person changed. Write comments into the column {COMMENT_COLUMN}; they stay.",
    f"Sheet '{DECISIONS_SHEET}' suggests what may be the same smelter. Choose '{ACCEPT}' or '{REJECT}' in the"
    " column Decision; nothing is taken over without it. Your decisions are used again in the next run and"
    " next year. Decisions can stand in decisions.yml instead.",
    f"Sheet '{LEFT_OUT_SHEET}' has the smelters whose row was deleted from the list. They stay out in every"
    f" further run. To have one again, write yes into the column '{BACK_COLUMN}', or enter its row again.",
    f"Sheet '{EVIDENCE_SHEET}' says who reported each smelter, under which name and in which cell;"
    f" {REVIEW_FOLDER}/evidence.csv has every single report.",
    f"Sheet '{SURVEY_SHEET}' has the figures for the entry 'survey' of disclosure.yml.",
    "Change the list itself in smelters.xlsx: any cell, order, columns and rows of your own. An identifier"
    " that you type there is looked up, and name, status and reports follow. The next formsd reconcile keeps"
    " what you wrote.",
)


@dataclass(frozen=True)
class _Looks:
    """Formats of cells."""

    internal: Format
    text: Format
    day: Format
    bold: Format
    red: Format
    orange: Format
    blue: Format
    to_fill: Format


def review_workbook(result: Reconciled) -> bytes:
    """The workbook; same input, same bytes. Text is written as text, never as a formula or a link."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime.combine(result.created, dt.time())})
        looks = _looks(book)
        _write_rows(book.add_worksheet(ROWS_SHEET), result.every_row, looks)
        write_read_me(book, _READ_ME)
        _write_decisions(book.add_worksheet(DECISIONS_SHEET), result, looks)
        _write_left_out(book.add_worksheet(LEFT_OUT_SHEET), result.left_out, looks)
        _write_evidence(book.add_worksheet(EVIDENCE_SHEET), result.every_row, looks)
        _write_survey(book.add_worksheet(SURVEY_SHEET), result.survey, looks)
        _write_written(book.add_worksheet(WRITTEN_SHEET), result)
    return stream.getvalue()


def _looks(book: xlsxwriter.Workbook) -> _Looks:
    heading = {"bold": True, "font_color": "#FFFFFF", "text_wrap": True, "valign": "top", "border": 1}
    text = {"num_format": "@"}
    return _Looks(
        internal=book.add_format({**heading, "bg_color": "#666666"}),
        text=book.add_format(text),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        bold=book.add_format({**text, "bold": True}),
        red=book.add_format({**text, "bg_color": "#F8D7DA", "font_color": "#7A1420"}),
        orange=book.add_format({**text, "bg_color": "#FFE8CC", "font_color": "#6B3B00"}),
        blue=book.add_format({**text, "bg_color": "#DCEBFA", "font_color": "#123B66"}),
        to_fill=book.add_format({**text, "bg_color": "#FFF9DB", "border": 1, "border_color": "#CCCCCC"}),
    )


def _write_rows(sheet: Worksheet, rows: Sequence[ListRow], looks: _Looks) -> None:
    """A row for each of the list: what it is, what to look at, who reports it, what people say of it."""
    headings = (
        KEY_COLUMN, *(LIST_COLUMNS[name] for name in ("metal", "cid", "name", "country", "status")),
        "Flags", "Reported By", COMMENT_COLUMN,
    )  # fmt: skip
    for number, row in enumerate(rows, start=1):
        cells = [row.key, row.metal.value, row.cid, row.name, row.country, row.status]
        reported = _some(row.reported_by, len(row.reported_by))
        _write_row(sheet, number, [*cells, "", reported], looks)
        _write_flags(sheet, number, row, looks)
        sheet.write_string(number, len(headings) - 1, row.comment[:_MAX_TEXT], looks.to_fill)
    _write_table(sheet, 0, headings, (34, 11, 14, 44, 28, 17, 60, 44, 44), looks, len(rows))
    sheet.freeze_panes(1, 1)


def _write_flags(sheet: Worksheet, number: int, row: ListRow, looks: _Looks) -> None:
    """All flags in one cell, in the colour of the gravest."""
    if not row.flags:
        return
    kinds = {flag.kind for flag in row.flags}
    look = looks.red if kinds & _RED else looks.blue if kinds <= _BLUE else looks.orange
    graver = sorted(row.flags, key=lambda flag: (flag.kind not in _RED, flag.kind in _BLUE))
    text = "; ".join(str(flag) for flag in graver)[:_MAX_TEXT]
    sheet.write_string(number, _FLAGS, text, look)


def _write_row(sheet: Worksheet, number: int, cells: Iterable[str | dt.date | None], looks: _Looks) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, dt.date):
            sheet.write_datetime(number, column, dt.datetime.combine(value, dt.time()), looks.day)
        elif value:
            sheet.write_string(number, column, value[:_MAX_TEXT], looks.text)


def _some(names: Sequence[str], number: int) -> str:
    """The first names, and how many more of ``number`` there are."""
    more = number - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f"; and {more:,} more" if more > 0 else "")


def _write_table(
    sheet: Worksheet, first: int, headings: Sequence[str], widths: Sequence[int], looks: _Looks, rows: int
) -> None:
    """Headings with a filter, from row ``first`` on, counted from 0."""
    for column, (title, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width, looks.text)
        sheet.write_string(first, column, title, looks.internal)
    sheet.autofilter(first, 0, first + max(rows, 1), len(headings) - 1)
    sheet.freeze_panes(first + 1, 0)


def _write_decisions(sheet: Worksheet, result: Reconciled, looks: _Looks) -> None:
    """Suggestions with what people decided, and below them decisions that are no longer suggested."""
    decided = {(one.cells.get("key"), one.cells.get("candidate")): one for one in result.decided}
    lines: list[list[str]] = []
    for one in result.suggestions:
        before = decided.pop((one.key, one.candidate), None)
        said = [before.cells.get(name, "") for name in ("verdict", "comment")] if before else ["", ""]
        lines.append([*one.cells.values(), *said])
    lines += [[one.cells.get(name, "") for name in DECISION_COLUMNS] for one in decided.values()]
    headings = list(DECISION_COLUMNS.values())
    _write_table(sheet, 0, headings, (40, 44, 24, 6, 24, 44, 24, 52, 12, 40), looks, len(lines))
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line):
            look = looks.to_fill if headings[column] in ("Decision", "Comment") else looks.text
            sheet.write_string(number, column, text[:_MAX_TEXT], look)
    column = headings.index("Decision")
    choices = {"validate": "list", "source": [ACCEPT, REJECT], "ignore_blank": True}
    sheet.data_validation(1, column, max(len(lines), 1), column, choices)


def _write_left_out(sheet: Worksheet, rows: Sequence[LeftOutRow], looks: _Looks) -> None:
    """What a person left out of the list, and the column that brings it back."""
    headings = (
        KEY_COLUMN, *(LIST_COLUMNS[name] for name in ("metal", "cid", "name", "country")), "Why",
        "Reported By", BACK_COLUMN, COMMENT_COLUMN,
    )  # fmt: skip
    for number, row in enumerate(rows, start=1):
        reported = _some(row.reported_by, len(row.reported_by))
        cells = [row.key, row.metal, row.cid, row.name, row.country, row.why, reported]
        _write_row(sheet, number, cells, looks)
        for column, text in enumerate(("", row.comment), start=len(cells)):
            sheet.write_string(number, column, text[:_MAX_TEXT], looks.to_fill)
    _write_table(sheet, 0, headings, (34, 11, 14, 44, 28, 44, 44, 12, 44), looks, len(rows))


def _write_evidence(sheet: Worksheet, rows: Sequence[ListRow], looks: _Looks) -> None:
    """A row for each spelling under which a smelter was reported."""
    headings = (
        "Metal", "CID", "Smelter", "Reported as", "Identifier reported", "Country reported", "Known by",
        "Suppliers", "Where",
    )  # fmt: skip
    number = 0
    for row in rows:
        for spelling, reports in _by_spelling(row.evidence):
            number += 1
            where = [f"{one.supplier}: {one.row.cell('C')}" for one in reports[:_MOST_NAMED]]
            suppliers = str(len({one.supplier for one in reports}))
            cells = [row.metal.value, row.cid, row.name, *spelling, suppliers, _some(where, len(reports))]
            _write_row(sheet, number, cells, looks)
    _write_table(sheet, 0, headings, (11, 13, 44, 44, 20, 28, 30, 10, 90), looks, number)


def _by_spelling(evidence: Sequence[Evidence]) -> list[tuple[tuple[str, ...], list[Evidence]]]:
    """What was reported to the reports that say so, in the order of the alphabet."""
    found: dict[tuple[str, ...], list[Evidence]] = {}
    lists: dict[int, list[Evidence]] = {}
    for one in evidence:
        entry = one.row.entry
        same = lists.get(id(entry))
        if same is None:
            spelling = (entry.name, entry.reported_id, entry.country, one.means.value)
            same = lists[id(entry)] = found.setdefault(spelling, [])
        same.append(one)
    return sorted(found.items(), key=lambda item: item[0])


def _write_survey(sheet: Worksheet, survey: Sequence[Surveyed], looks: _Looks) -> None:
    """The figures for ``disclosure.yml``, then a row for each supplier."""
    for number, (text, figure) in enumerate(survey_figures(survey)):
        sheet.write_string(number, 0, text, looks.bold)
        sheet.write_number(number, 1, figure)
    headings = [
        "Supplier", "Answered", "Template", "Language", "Scope", "Effective date",
        *(f"{metal}: used" for metal in Metal), *(f"{metal}: covered countries" for metal in Metal),
        "Rows", "Files",
    ]  # fmt: skip
    first = len(survey_figures(survey)) + 1
    _write_table(sheet, first, headings, (44, 12, 10, 14, 34, 14, *[10] * 8, 8, 60), looks, len(survey))
    for number, one in enumerate(survey, start=first + 1):
        metals = [one.metals.get(metal.value, "") for metal in Metal]
        covered = [one.covered.get(metal.value, "") for metal in Metal]
        cells: list[str | dt.date | None] = [
            one.supplier, "Yes" if one.answered else "No", one.version, one.language, one.scope,
            one.effective_date, *metals, *covered, str(one.rows) if one.answered else "",
            "; ".join(one.files),
        ]  # fmt: skip
        _write_row(sheet, number, cells, looks)


def survey_figures(survey: Sequence[Surveyed]) -> list[tuple[str, int]]:
    """The figures of the survey under the names of ``disclosure.yml``; they name nobody."""
    suppliers = counted_in(survey)
    outside = sum(is_outside(one) for one in suppliers)
    return [
        ("survey.suppliers (asked, or heard from where nobody is named)", len(suppliers)),
        ("survey.answered", sum(one.answered for one in suppliers)),
        ("survey.outside_covered_countries", outside),
    ]


def _write_written(sheet: Worksheet, result: Reconciled) -> None:
    """What the program computed, for the next run to compare with; people do not see the sheet."""
    for column, title in enumerate(("Key", *LIST_COLUMNS.values())):
        sheet.write_string(0, column, title)
    for number, key in enumerate(sorted(result.computed), start=1):
        for column, text in enumerate((key, *(result.computed[key].get(name, "") for name in LIST_COLUMNS))):
            if text:
                sheet.write_string(number, column, text[:_MAX_TEXT])
    sheet.very_hidden()
