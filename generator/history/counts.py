"""The counts of facilities that a report states in a table, where its list does not give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..filed.values import FiledDocument, FiledLine
from ..model import Metal, Passage
from ..model.status_phrases import IN_SENTENCES, class_of_status, said_in
from ..model.words import metal_of
from .definitions import tables_of
from .stated import Gathered
from .statuses import status_entry

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SIGNED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\s*[*†‡]*")
_TOTAL = re.compile(r"(?:grand )?totals?\b", re.IGNORECASE)
OF_FACILITIES = re.compile(r"\b(?:smelters?|refiners?|facilit\w+|SORs?)\b", re.IGNORECASE)
"""A heading of facilities."""
_LEAST = 2


def counts_of(document: FiledDocument, rows: int, into: Gathered) -> None:
    """Keeps ``counts`` and the statuses that they name.

    ``rows`` of a list without statuses: their sum must be that of the table. 0: there is no list.
    """
    if into.find("statuses"):
        return
    for table in tables_of(document.lines):
        if _by_status(table, document, rows, into) or (not rows and _by_metal(table, document, into)):
            return


def _by_status(table: Sequence[FiledLine], document: FiledDocument, rows: int, into: Gathered) -> bool:
    """A table with a row for each status: word, meaning, number."""
    known = [line for line in table if class_of_status(line.cells[0][1]) is not None and len(line.cells) > 1]
    if len(known) < _LEAST:
        return False
    columns = {at for at, text in known[0].cells[1:] if _NUMBER.fullmatch(text)}
    for line in known[1:]:
        columns &= {at for at, text in line.cells if _NUMBER.fullmatch(text)}
    body = [line for line in table if not _TOTAL.match(line.cells[0][1])]
    for at in sorted(columns):
        number = {
            line.cells[0][1]: text
            for line in body
            for column, text in line.cells
            if column == at and _NUMBER.fullmatch(text)
        }
        total = sum(int(text.replace(",", "")) for text in number.values())
        if (rows and total != rows) or len(number) < _LEAST:
            continue
        if len(columns) > 1 and not rows:
            break
        where = known[0].where
        entries = [status_entry(label, document, where, into) for label in number]
        passage = Passage("; ".join(f"{label} {text}" for label, text in number.items()), where)
        into.know(("statuses",), entries, passage)
        into.know(("counts", "by_status"), dict(number), passage)
        return True
    return False


def _by_metal(table: Sequence[FiledLine], document: FiledDocument, into: Gathered) -> bool:
    """A table with a row for each metal: how many facilities, and how many of them have a status."""
    body = {metal: line for line in table if (metal := metal_of(line.cells[0][1])) and len(line.cells) > 1}
    if len(body) < _LEAST:
        return False
    total = next(
        (line for line in table if _TOTAL.match(line.cells[0][1]) and line not in body.values()), None
    )
    columns = _columns(table, list(body.values()))
    counted = {at: heading for at, heading in columns.items() if _is_count(at, body, total)}
    plain = [
        at for at, heading in counted.items() if OF_FACILITIES.search(heading) and not _status_in(heading)
    ]
    of_status = {at: label for at, heading in counted.items() if (label := _status_in(heading))}
    if len(plain) != 1 or len(of_status) > 1:
        if counted and OF_FACILITIES.search(" ".join(columns.values())):
            message = "a table counts facilities by metal, and its columns do not tell which; none was taken"
            into.doubt(message, table[0].where, "Write them below counts in disclosure.yml.")
        return False
    passage = Passage("; ".join(line.text for line in body.values()), next(iter(body.values())).where)
    by_metal = {str(metal): _number(line, plain[0]) for metal, line in body.items()}
    counts: dict[str, Any] = {"by_metal": by_metal}
    if total is not None:
        counts = {"total": _number(total, plain[0]), **counts}
    for at, label in of_status.items():
        if total is not None:
            counts["by_status"] = {label: _number(total, at)}
        counts["by_metal_and_status"] = {
            str(metal): {label: _number(line, at)} for metal, line in body.items()
        }
        into.know(("statuses",), [status_entry(label, document, passage.where, into)], passage)
    into.know(("counts",), counts, passage)
    return True


def _columns(table: Sequence[FiledLine], body: Sequence[FiledLine]) -> dict[int, str]:
    """Column of numbers to all that stands above it."""
    first = min(table.index(line) for line in body)
    numbers = sorted({at for line in body for at, text in line.cells[1:] if _SIGNED.fullmatch(text)})
    above = table[:first]
    found = {}
    for at in numbers:
        texts = []
        for line in above:
            left = [text for column, text in line.cells if column <= at]
            texts += left[-1:]
        found[at] = " ".join(texts)
    return found


def _is_count(at: int, body: dict[Metal, FiledLine], total: FiledLine | None) -> bool:
    """Whether a column holds whole numbers that make up the total, where there is one."""
    values = [_number(line, at) for line in body.values()]
    if not all(values):
        return False
    whole = _number(total, at) if total is not None else ""
    return not whole or sum(int(value) for value in values) == int(whole)


def _number(line: FiledLine, at: int) -> str:
    found = next((_SIGNED.fullmatch(text) for column, text in line.cells if column == at), None)
    return found[1].replace(",", "") if found else ""


def _status_in(heading: str) -> str:
    """The one status that a heading names, as it is written there; empty where it names none."""
    given, _ = said_in(heading, IN_SENTENCES)
    if len(given) != 1:
        return ""
    phrases = sorted(IN_SENTENCES, key=len, reverse=True)
    found = next(
        (
            re.search(rf"\b{re.escape(phrase)}\b", heading, re.IGNORECASE)
            for phrase in phrases
            if re.search(rf"\b{re.escape(phrase)}\b", heading, re.IGNORECASE)
        ),
        None,
    )
    return found[0] if found else ""


__all__ = ["counts_of"]
