"""``data/<year>/review/``: evidence, follow-up lists and report of a reconciliation, all internal."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...files.formula_safe import formula_safe
from ...model.counted import counted
from ..counts import Counts, Tally
from ..letters.files import files_of
from ..letters.letter import Letter, letters_of
from ..reconciled import Ask, FlagKind, Reconciled
from ..rules import sentence
from ..survey import other_lines, survey_details, survey_lines, versions_of
from .mines_file import MINES_FILE, mines_file
from .named_values import NAMED_FILE
from .report import NO_STATUS, report
from .review_workbook import survey_figures


def review_files(result: Reconciled) -> dict[str, bytes]:
    """Path inside the folder to content."""
    letters = letters_of(result)
    mines = {MINES_FILE: mines_file(result.mines).encode("utf-8-sig")} if result.mines else {}
    return {
        "report.md": "\n".join(report(result, letters)).encode(),
        "report.json": (json.dumps(as_json(result), ensure_ascii=False) + "\n").encode(),
        "evidence.csv": _evidence(result).encode("utf-8-sig"),
        NAMED_FILE: _named(result).encode("utf-8-sig"),
        **mines,
        "follow-up.xlsx": _follow_up_workbook(result, letters),
        **files_of(letters, result.correspondence.texts),
    }


def _evidence(result: Reconciled) -> str:
    """Every row that was read, with what became of it."""
    headings = (
        "Key", "Metal", "CID", "Smelter", "Supplier", "File", "Cell", "Reported as", "Identifier reported",
        "Country reported", "Known by", "Set aside",
    )  # fmt: skip
    return "".join([_line(headings), "\r\n", *_reports(result), *_set_aside(result)])


def _named(result: Reconciled) -> str:
    """What the answers name; every build, check and export looks for it in what goes out."""
    lines = [_line(("What", "Value", "File", "Cell", "Companies"))]
    for one in result.named:
        lines.append(_line((one.what.value, one.value, one.file, one.cell, str(one.companies))))
    return "".join(f"{line}\r\n" for line in lines)


def _reports(result: Reconciled) -> Iterator[str]:
    sender = cache(lambda supplier, file: _line((supplier, file)))
    for row in result.every_row:
        own = _line((row.key, row.metal.value, row.cid, row.name))
        said: dict[tuple[int, str], str] = {}
        for one in row.evidence:
            entry = one.row.entry
            about = said.get((id(entry), one.means))
            if about is None:
                cells = (entry.name, entry.reported_id, entry.country, one.means.value, "")
                about = said[(id(entry), one.means)] = _line(cells)
            yield f"{own},{sender(one.supplier, one.row.file)},C{one.row.row},{about}\r\n"


def _set_aside(result: Reconciled) -> Iterator[str]:
    for aside in result.aside_rows:
        entry = aside.row.entry
        cells = (
            "", entry.metal.value if entry.metal else "", "", "", aside.supplier, aside.row.file,
            f"C{aside.row.row}", entry.name, entry.reported_id, entry.country, "", aside.reason.value,
        )  # fmt: skip
        yield f"{_line(cells)}\r\n"


def _line(cells: Sequence[str]) -> str:
    """Cells of a CSV without the end of the line; none of them is taken for a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="").writerow([formula_safe(cell) for cell in cells])
    return text.getvalue()


def _follow_up_workbook(result: Reconciled, letters: Sequence[Letter]) -> bytes:
    """All questions in one table with filters, and on a sheet of its own what is internal."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime.combine(result.created, dt.time())})
        heading = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F"})
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        _write_asks(book.add_worksheet("Follow-up"), result.asked, heading, text, letters)
        _write_asks(book.add_worksheet("For your eyes only"), result.watched, heading, text)
    return stream.getvalue()


def _write_asks(
    sheet: Worksheet,
    asked: Mapping[str, Sequence[Ask]],
    heading: Format,
    text: Format,
    letters: Sequence[Letter] = (),
) -> None:
    """A line for each finding, with the question behind which it stands.

    ``letters`` are those to the suppliers, in their order; none where no letter says it.
    """
    columns = {
        "Supplier": 36, "Text": 90, "Where": 44, "Weight": 10, "Code": 10, "Question": 90,
        "No. in the letter": 18,
    }  # fmt: skip
    titles = list(columns)[: None if letters else -1]
    for column, title in enumerate(titles):
        sheet.set_column(column, column, columns[title], text)
        sheet.write_string(0, column, title, heading)
    written = zip_longest(asked.items(), letters)
    questions = [
        (supplier, ask, letter.number_of(ask) if letter else None)
        for (supplier, asks), letter in written
        for ask in asks
    ]
    lines = [(supplier, ask, asked_as, one) for supplier, ask, asked_as in questions for one in ask.every]
    for row, (supplier, ask, asked_as, one) in enumerate(lines, start=1):
        cells = (supplier, sentence(one), str(one.where), one.severity.value, one.code, ask.text)
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, text)
        if asked_as:
            sheet.write_number(row, len(cells), asked_as)
    sheet.autofilter(0, 0, max(len(lines), 1), len(titles) - 1)
    sheet.freeze_panes(1, 1)


def summary(result: Reconciled) -> Iterator[str]:
    """The run in a few lines."""
    counts = result.counts
    yield (
        f"{counted(counts.files_found, 'file')}: {counts.files_used:,} used,"
        f" {counts.files_replaced:,} replaced by another answer, {counts.files_aside:,} set aside."
    )
    rows = counts.rows
    reasons = "".join(f", {number:,} {reason}" for reason, number in rows.aside.items())
    yield f"{counted(rows.read, 'row')}: {rows.kept:,} kept, {rows.merged:,} merged{reasons}."
    unreported = f", {counts.kept_unreported:,} of them reported by nobody" if counts.kept_unreported else ""
    by_metal = ", ".join(f"{number:,} {metal.lower()}" for metal, number in counts.listed_by_metal.items())
    yield f"{counted(counts.listed, 'row')} in the list{unreported}: {by_metal}."
    by_status = (f"{number:,} {label or NO_STATUS}" for label, number in counts.listed_by_status.items())
    yield f"Status: {', '.join(by_status) or 'none'}."
    unmatched = sum(any(flag.kind is FlagKind.STATUS_UNMATCHED for flag in row.flags) for row in result.rows)
    if unmatched:
        have = "has" if unmatched == 1 else "have"
        yield (
            f"{counted(unmatched, 'row')} {have} a status in a list for which disclosure.yml has no word:"
            f" '{FlagKind.STATUS_UNMATCHED}' on the sheet Rows of review/review.xlsx."
        )
    yield from survey_lines(result.survey)
    yield from other_lines(result)
    if result.changes:
        them = "it" if len(result.changes) == 1 else "them"
        yield f"{counted(len(result.changes), 'change')} since the last run; review/report.md lists {them}."
    if result.suggestions:
        suggestions = counted(len(result.suggestions), "suggestion")
        yield f"{suggestions} to decide, on the sheet Decisions of review/review.xlsx."
    if result.asked:
        unsigned = "" if result.correspondence.texts.is_signed else " Nobody signs them yet."
        yield (
            f"{counted(len(result.asked), 'supplier')} to ask: letters in review/follow-up.{unsigned}"
            " Before you send them, read 'Before you send the letters' in review/report.md."
        )


def as_json(result: Reconciled) -> dict[str, object]:
    """The report for programs. ``supplier`` names suppliers: it is as internal as the rest."""
    return {
        "year": result.year,
        "counts": _counts(result.counts),
        "survey": {name.split(" ")[0]: figure for name, figure in survey_figures(result.survey)},
        "survey_details": survey_details(result.survey),
        "set_aside": [{"file": one.file, **one.finding.as_dict()} for one in result.set_aside],
        "findings": [finding.as_dict() for finding in result.findings],
        "asked": {supplier: _asks(asked) for supplier, asked in result.asked.items()},
        "watched": {supplier: _asks(asked) for supplier, asked in result.watched.items()},
        "letters": [_letter(one) for one in letters_of(result)],
        "changes": [{"key": one.key, "what": one.what, "text": one.text} for one in result.changes],
        "left_out": [{"key": one.key, "why": one.why} for one in result.left_out],
        "gone_since_last_year": list(result.gone),
        "suggestions": len(result.suggestions),
        "other_minerals": _others(result),
    }


def _others(result: Reconciled) -> dict[str, object] | None:
    """Minerals beside the four; None where no answer is about them."""
    if result.other_counts is None:
        return None
    versions = versions_of(result.other_survey)
    return {**_counts(result.other_counts), "suppliers": len(result.other_survey), "versions": versions}


def _asks(asked: Sequence[Ask]) -> list[dict[str, object]]:
    return [{"text": one.text, **one.finding.as_dict()} for one in asked]


def _letter(letter: Letter) -> dict[str, object]:
    return {
        "supplier": letter.supplier,
        "name": letter.name,
        "to": letter.contact.email,
        "is_reminder": letter.is_reminder,
        "files": [one.file for one in letter.workbooks],
        "questions": len(letter.questions),
    }


def _counts(counts: Counts) -> dict[str, object]:
    return {
        "files": {
            "found": counts.files_found,
            "used": counts.files_used,
            "replaced": counts.files_replaced,
            "set_aside": counts.files_aside,
        },
        "rows": _tally(counts.rows),
        "by_metal": {name: _tally(one) for name, one in counts.by_metal.items()},
        "by_supplier": {name: _tally(one) for name, one in counts.by_supplier.items()},
        "list": {
            "rows": counts.listed,
            "reported": counts.rows.kept,
            "kept_unreported": counts.kept_unreported,
            "by_metal": counts.listed_by_metal,
            "by_status": counts.listed_by_status,
            "by_metal_and_status": counts.listed_by_metal_and_status,
        },
        "adds_up": counts.adds_up,
    }


def _tally(tally: Tally) -> dict[str, object]:
    aside = dict(tally.aside)
    return {"read": tally.read, "kept": tally.kept, "merged": tally.merged, "set_aside": aside}
