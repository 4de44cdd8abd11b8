"""``smelters.xlsx`` before a run: what people wrote into it, and what the program wrote last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...errors import InputError
from ...files.cell_text import clean, date_of, text_of
from ...files.raw_table import Cell, RawTable
from ...files.table_source import read_sheet, sheet_names
from ...findings import Finding
from ...findings.catalogue import CELL_VALUE, COLUMN_MISSING, DECISION_WORD, METAL_UNKNOWN
from ...model import INTERNAL_COLUMNS, LIST_COLUMNS, LIST_SHEET, Metal
from ..decisions import ACCEPT, DECISION_COLUMNS, DECISIONS_SHEET, REJECT, SheetDecision
from ..reconciled import (
    EVIDENCE_SHEET,
    KEY_COLUMN,
    READ_ME_SHEET,
    SURVEY_SHEET,
    WRITTEN_SHEET,
    EarlierList,
    EarlierRow,
)

_OURS = frozenset({LIST_SHEET, READ_ME_SHEET, DECISIONS_SHEET, EVIDENCE_SHEET, SURVEY_SHEET, WRITTEN_SHEET})
_COMMENT = "Internal Comment"


def read_earlier(path: Path, shown: str) -> tuple[EarlierList, tuple[Finding, ...]]:
    """The workbook as people left it; an empty one where there is no file.

    Raises InputError where a row could not be written again as it stands, so that nothing is lost.
    """
    if not path.exists():
        return EarlierList(), ()
    names = sheet_names(path, shown)
    table = read_sheet(path, shown, LIST_SHEET)
    rows, own_columns = _rows(table)
    sheets = {name: read_sheet(path, shown, name, ask_for_faults=False) for name in names if name in _OURS}
    decisions = tuple(_decisions(sheets.get(DECISIONS_SHEET)))
    written = _written(sheets.get(WRITTEN_SHEET))
    found = tuple(_unclear(decisions))
    own_sheets = tuple(name for name in names if name not in _OURS)
    return EarlierList(rows, written, decisions, own_columns, own_sheets), found


def _rows(table: RawTable) -> tuple[tuple[EarlierRow, ...], tuple[str, ...]]:
    if table.faults:
        raise InputError(table.faults)
    headings = _texts(table.rows[0]) if table.rows else []
    missing = [
        title for name, title in LIST_COLUMNS.items() if name in ("metal", "name", "country", "status")
    ]
    missing = [title for title in missing if title not in headings]
    if missing:
        message = f"column '{missing[0]}' not found in the first row"
        advice = "Put the list's headings into the first row, so that the list can be written again."
        raise InputError([Finding(COLUMN_MISSING, message, table.cell(0, 0), advice)])
    ours = {*LIST_COLUMNS.values(), *INTERNAL_COLUMNS, KEY_COLUMN}
    own = tuple(title for title in headings if title and title not in ours)
    mistakes: list[Finding] = []
    rows: list[EarlierRow] = []
    for number, raw in enumerate(table.rows[1:], start=1):
        by_title = dict(zip(headings, raw, strict=False))
        cells = {name: _text(by_title.get(title, "")) for name, title in LIST_COLUMNS.items()}
        if not any(cells.values()):
            continue
        mistakes += _unfit(table, headings, number, cells)
        rows.append(
            EarlierRow(
                key=_text(by_title.get(KEY_COLUMN, "")),
                cells=cells,
                comment=_text(by_title.get(_COMMENT, "")),
                own={title: _text(by_title[title]) for title in own},
                where=table.cell(number, 0),
            )
        )
    if mistakes:
        raise InputError(mistakes)
    return tuple(rows), own


def _unfit(
    table: RawTable, headings: Sequence[str], number: int, cells: Mapping[str, str]
) -> Iterator[Finding]:
    """What could not be written again as it stands."""
    if cells["metal"].casefold() not in {metal.casefold() for metal in Metal}:
        where = table.cell(number, headings.index(LIST_COLUMNS["metal"]))
        message = f"metal '{cells['metal']}' is not known"
        yield Finding(METAL_UNKNOWN, message, where, f"Use one of {', '.join(Metal)}.")
    if cells["status_as_of"] and date_of(cells["status_as_of"]) is None:
        where = table.cell(number, headings.index(LIST_COLUMNS["status_as_of"]))
        message = f"'{cells['status_as_of']}' is not a date"
        yield Finding(CELL_VALUE, message, where, "Enter a date such as 2022-03-31.")


def _decisions(table: RawTable | None) -> Iterator[SheetDecision]:
    """The rows in which a person decided or commented."""
    if table is None or not table.rows:
        return
    headings = _texts(table.rows[0])
    names = {title: name for name, title in DECISION_COLUMNS.items()}
    for number, raw in enumerate(table.rows[1:], start=1):
        texts = zip(headings, _texts(raw), strict=False)
        cells = {names[title]: text for title, text in texts if title in names}
        if cells.get("verdict") or cells.get("comment"):
            yield SheetDecision(
                cells, table.cell(number, max(headings.index(DECISION_COLUMNS["verdict"]), 0))
            )


def _unclear(decisions: Sequence[SheetDecision]) -> Iterator[Finding]:
    for one in decisions:
        if one.verdict and one.verdict not in (ACCEPT, REJECT):
            message = f"the decision '{one.cells['verdict']}' is neither '{ACCEPT}' nor '{REJECT}'"
            yield Finding(
                DECISION_WORD, message, one.where, "Choose one of the two. Until then it is not used."
            )


def _written(table: RawTable | None) -> dict[str, dict[str, str]]:
    """Key to the values that the program wrote last."""
    if table is None:
        return {}
    names = list(LIST_COLUMNS)
    texts = (_texts(row) for row in table.rows[1:])
    return {row[0]: dict(zip(names, row[1:], strict=False)) for row in texts if row and row[0]}


def _texts(row: Sequence[Cell]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    if isinstance(cell, dt.datetime | dt.date):
        day = date_of(cell)
        return day.isoformat() if day else str(cell)
    text = text_of(cell)
    return clean(text)[0] if text is not None else str(cell)
