"""Statuses that headings tell: of columns of ticks, or above the facilities that have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..filed.facility_columns import NO
from ..filed.facility_headings import SHORT_HEADING
from ..filed.values import FiledDocument
from ..model import LineRef
from ..model.status_phrases import IN_SENTENCES, class_of_status, said_in
from .counts import OF_FACILITIES
from .facility_list import ListAsFiled, ListColumn
from .report import ReportAsFiled
from .stated import Gathered
from .statuses import phrase_in, status_entry

_YES = re.compile(r"[✓✔☑☒√•●xX*]|y|yes", re.IGNORECASE)
_STATUS = ListColumn("status", "", is_shown=False)


def with_ticked(
    listed: ListAsFiled, document: FiledDocument, into: Gathered
) -> tuple[ListAsFiled, list[dict[str, Any]]]:
    """The list with the status that its ticks tell in a column that is not shown, and the statuses.

    The columns of ticks stay as filed. A row with several ticks gets no status, and that is told.
    """
    columns = [] if any(one.key == "status" for one in listed.columns) else list(_ticked(listed))
    if not columns:
        return listed, []
    for part in listed.parts:
        for row, placed in zip(part.rows, part.placed, strict=True):
            labels = [one.heading for one in columns if _YES.fullmatch(row.get(one.key, ""))]
            if len(labels) == 1:
                row["status"] = labels[0]
            elif labels:
                message = f"a row of the list has ticks below several statuses: {', '.join(labels)}"
                into.doubt(
                    message, placed.row.where, "Fill the column Status of smelters.xlsx, if one holds."
                )
    where = listed.parts[0].placed[0].row.where
    entries = [status_entry(one.heading, document, where, into) for one in columns]
    return replace(listed, columns=(*listed.columns, _STATUS)), entries


def with_headed(
    listed: ListAsFiled, report: ReportAsFiled, document: FiledDocument, into: Gathered
) -> tuple[ListAsFiled, list[dict[str, Any]]]:
    """The list with the status of headings such as ``Conformant smelters``, in a column that is not shown."""
    if any(one.key == "status" for one in listed.columns):
        return listed, []
    labels: dict[str, LineRef] = {}
    for part in listed.parts:
        for row, placed in zip(part.rows, part.placed, strict=True):
            place = report.place_of(placed)
            if place is not None and (label := _status_of_heading(place.heading)):
                row["status"] = label
                labels.setdefault(label, placed.row.where)
    if not labels:
        return listed, []
    entries = [status_entry(label, document, where, into) for label, where in labels.items()]
    return replace(listed, columns=(*listed.columns, _STATUS)), entries


def _status_of_heading(heading: str) -> str:
    """The status that a heading over facilities names; empty where it names none, or says more."""
    given, denied = said_in(heading, IN_SENTENCES)
    if len(heading) > SHORT_HEADING or len(given) != 1 or denied or not OF_FACILITIES.search(heading):
        return ""
    return phrase_in(heading)


def _ticked(listed: ListAsFiled) -> Iterator[ListColumn]:
    for column in listed.columns:
        cells = [row[column.key] for part in listed.parts for row in part.rows if row.get(column.key)]
        is_sign = all(_YES.fullmatch(cell) or NO.fullmatch(cell) for cell in cells)
        if column.is_own and class_of_status(column.heading) is not None and cells and is_sign:
            yield column
