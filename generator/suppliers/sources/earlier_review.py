"""What a run left for the next: ``review.xlsx``, or the internal sheets that ``smelters.xlsx`` once had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ...files.raw_table import RawTable
from ...files.table_source import read_sheet, sheet_names
from ...findings import Finding
from ...findings.catalogue import DECISION_WORD, REVIEW_MISSING
from ...model import KEY_COLUMN, LIST_COLUMNS, DisclosureFacts, LineRef, ListWords
from ...model.row_keys import cid_of_key
from ...model.stated.reconciled import LastReconciliation
from ...year.reconciled_yml import RECONCILED_FILE, read_reconciled
from ..decisions import ACCEPT, DECISION_COLUMNS, DECISIONS_SHEET, REJECT, SheetDecision
from ..earlier import EarlierList, EarlierRow, LeftOutRow
from ..reconciled import (
    BACK_COLUMN,
    COMMENT_COLUMN,
    LEFT_OUT_SHEET,
    LIST_FILE,
    REVIEW_FILE,
    REVIEW_FOLDER,
    REVIEW_SHEETS,
    ROWS_SHEET,
    WRITTEN_SHEET,
)
from .earlier_list import cells_as_text, read_list, read_other_lists

_YES = {"yes", "y", "x", "true", "1"}
Tables = Mapping[str, RawTable]


def read_earlier(
    folder: Path, shown: str, facts: DisclosureFacts | ListWords
) -> tuple[EarlierList, tuple[Finding, ...]]:
    """The list and the review of a year as people left them, and what is unclear or missing in them.

    Raises InputError where the list, the review or ``reconciled.yml`` cannot be read.
    """
    listed = read_list(folder / LIST_FILE, f"{shown}/{LIST_FILE}", facts)
    others = read_other_lists(folder / LIST_FILE, f"{shown}/{LIST_FILE}", facts)
    last = read_reconciled(folder, shown)
    tables = tables_of(folder, shown)
    written = _written(tables.get(WRITTEN_SHEET))
    comments = _by_key(tables.get(ROWS_SHEET), COMMENT_COLUMN)
    others = tuple(
        replace(one, rows=tuple(_with_comment(row, comments) for row in one.rows)) for one in others
    )
    decisions = tuple(_decisions(tables.get(DECISIONS_SHEET)))
    has_review = (folder / REVIEW_FOLDER / REVIEW_FILE).exists()
    earlier = replace(
        listed,
        rows=tuple(_with_comment(row, comments) for row in listed.rows),
        others=others,
        written=written,
        decisions=decisions,
        comments=comments,
        own_sheets=_own_sheets(folder, shown) if has_review else (),
        keys=frozenset(written) or frozenset((*last.rows, *last.unreported) if last else ()),
        left_out=_left_out(tables.get(LEFT_OUT_SHEET), last),
        lists_used=tuple(one.file for one in last.lists) if last else (),
    )
    found = [*listed.findings, *_unclear(decisions)]
    if last and not written and listed.rows:
        message = f"{REVIEW_FOLDER}/{REVIEW_FILE} is not there, and the list was reconciled before"
        advice = (
            "Take the folder over from whoever reconciled last: it has comments and decisions, and tells what"
            " people typed from what was computed. Without it every value of the list stays as it stands."
        )
        found.append(Finding(REVIEW_MISSING, message, LineRef(f"{shown}/{RECONCILED_FILE}"), advice))
    return earlier, tuple(found)


def read_sheet_decisions(folder: Path, shown: str) -> tuple[SheetDecision, ...]:
    """What people decided on the sheet ``Decisions`` of a year."""
    return tuple(_decisions(tables_of(folder, shown, (DECISIONS_SHEET,)).get(DECISIONS_SHEET)))


def tables_of(folder: Path, shown: str, names: Sequence[str] = REVIEW_SHEETS) -> dict[str, RawTable]:
    """Name of an internal sheet to the sheet; that of ``review.xlsx`` goes before that of the list."""
    found: dict[str, RawTable] = {}
    for file in (LIST_FILE, f"{REVIEW_FOLDER}/{REVIEW_FILE}"):
        path = folder / file
        if path.exists():
            there = [name for name in sheet_names(path, f"{shown}/{file}") if name in names]
            found |= {name: read_sheet(path, f"{shown}/{file}", name, ask_for_faults=False) for name in there}
    return found


def _own_sheets(folder: Path, shown: str) -> tuple[str, ...]:
    path = folder / REVIEW_FOLDER / REVIEW_FILE
    names = sheet_names(path, f"{shown}/{REVIEW_FOLDER}/{REVIEW_FILE}")
    return tuple(name for name in names if name not in REVIEW_SHEETS)


def _with_comment(row: EarlierRow, comments: Mapping[str, str]) -> EarlierRow:
    said = (row.comment, "" if row.is_copy else comments.get(row.key, ""))
    return replace(row, comment=" | ".join(dict.fromkeys(text for text in said if text)))


def _records(table: RawTable | None) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by its headings, with its index."""
    if table is None or not table.rows:
        return
    headings = cells_as_text(table.rows[0])
    for number, raw in enumerate(table.rows[1:], start=1):
        yield number, dict(zip(headings, cells_as_text(raw), strict=False))


def _by_key(table: RawTable | None, title: str) -> dict[str, str]:
    rows = (row for _, row in _records(table))
    return {row[KEY_COLUMN]: row[title] for row in rows if row.get(KEY_COLUMN) and row.get(title)}


def _decisions(table: RawTable | None) -> Iterator[SheetDecision]:
    """The rows in which a person decided or commented."""
    names = {title: name for name, title in DECISION_COLUMNS.items()}
    for number, row in _records(table):
        cells = {names[title]: text for title, text in row.items() if title in names}
        if table and (cells.get("verdict") or cells.get("comment")):
            column = list(row).index(DECISION_COLUMNS["verdict"]) if cells.get("verdict") else 0
            yield SheetDecision(cells, table.cell(number, column))


def _unclear(decisions: Iterable[SheetDecision]) -> Iterator[Finding]:
    for one in decisions:
        if one.verdict and not one.is_whole:
            message = "the decision does not say what is the same as what"
            advice = "Fill the cells Smelter, Reported as and Perhaps the same as. Until then it is not used."
            yield Finding(DECISION_WORD, message, one.where, advice)
        if one.verdict and one.verdict not in (ACCEPT, REJECT):
            message = f"the decision '{one.cells['verdict']}' is neither '{ACCEPT}' nor '{REJECT}'"
            yield Finding(
                DECISION_WORD, message, one.where, "Choose one of the two. Until then it is not used."
            )


def _written(table: RawTable | None) -> dict[str, dict[str, str]]:
    """Key to the values that the program wrote last."""
    names = list(LIST_COLUMNS)
    rows = [cells_as_text(row) for row in table.rows[1:]] if table else []
    return {row[0]: dict(zip(names, row[1:], strict=False)) for row in rows if row and row[0]}


def _left_out(table: RawTable | None, last: LastReconciliation | None) -> dict[str, LeftOutRow]:
    """Key to a row that a person deleted; not those that a person wants back."""
    if table is None:
        keys = last.left_out if last else ()
        return {key: LeftOutRow(key, *_parts(key), "", "its row was deleted from the list") for key in keys}
    found: dict[str, LeftOutRow] = {}
    for _, row in _records(table):
        key = row.get(KEY_COLUMN, "")
        if key and row.get(BACK_COLUMN, "").casefold() not in _YES:
            found[key] = LeftOutRow(
                key=key,
                metal=row.get(LIST_COLUMNS["metal"], ""),
                cid=row.get(LIST_COLUMNS["cid"], ""),
                name=row.get(LIST_COLUMNS["name"], ""),
                country=row.get(LIST_COLUMNS["country"], ""),
                why=row.get("Why", ""),
                comment=row.get(COMMENT_COLUMN, ""),
            )
    return {key: row for key, row in found.items() if not row.is_stated}


def _parts(key: str) -> tuple[str, str, str]:
    """Metal, identifier and name, as far as a key says them."""
    metal, _, rest = key.partition(" ")
    return metal, cid_of_key(key), rest
