"""The status of a row: by its label, a sign, bold letters, or the lack of a sign."""

from __future__ import annotations

from ..files.nearest import did_you_mean
from ..findings.catalogue import SIGN_UNKNOWN, STATUS_UNKNOWN
from ..model import BOLD, UNMARKED, DisclosureFacts, Status, StatusClass
from .list_cells import NOT_STATED, Reading, unsigned
from .list_signs import signed_column
from .marks import is_sign


def status_in(
    reading: Reading, row: int, subject: str, filed: dict[str, str], signs: list[str], is_signed: bool
) -> Status | None:
    """The status that a label, a sign, bold letters or the lack of a sign says; None: none.

    ``is_signed``: the row has a sign that nothing explains, so that it does not lack one.
    """
    by_mark = {status.mark: status for status in reading.facts.statuses if status.mark}
    text = unsigned(reading, row, "status", filed, signs)
    marked = [by_mark[sign] for sign in signs if sign in by_mark]
    if len({status.label for status in marked}) > 1:
        _report_several(reading, row, subject, marked)
        return None
    if marked:
        return marked[0]
    if text and text.casefold() not in NOT_STATED:
        return _stated(reading, row, subject, text, filed)
    if text:
        filed["status"] = text
    if BOLD in by_mark and reading.bold & {str(reading.where(row, one).cell) for one in reading.columns}:
        return by_mark[BOLD]
    return None if is_signed else by_mark.get(UNMARKED)


def _stated(reading: Reading, row: int, subject: str, text: str, filed: dict[str, str]) -> Status:
    """The status whose label, or whose sign, stands in the cell; a label that nobody defines is reported."""
    statuses = reading.facts.statuses
    label = next((one for one in statuses if one.label.casefold() == text.casefold()), None)
    if label is not None:
        if shown_as_filed(text, label.label, reading.facts):
            filed["status"] = text
        return label
    signs = {one.mark: one for one in statuses if one.mark and one.mark not in (BOLD, UNMARKED)}
    signed = next((one for mark, one in signs.items() if is_sign(text, [mark])), None)
    if signed is not None:
        filed["status"] = text
        return signed
    known = [status.label for status in statuses]
    reading.add(
        STATUS_UNKNOWN,
        row,
        "status",
        f"status '{text}' of {subject} is not known",
        did_you_mean(text, known) or (f"Use one of {', '.join(known)}." if known else "Add it to statuses."),
        together="rows have a status that is not known",
        named=f"'{text}'",
    )
    return Status(label=text, status_class=StatusClass.OTHER)


def _report_several(reading: Reading, row: int, subject: str, marked: list[Status]) -> None:
    named = " and ".join(f"'{status.mark}'" for status in marked)
    reading.add(
        SIGN_UNKNOWN,
        row,
        signed_column(reading),
        f"{subject} has signs of several statuses: {named}",
        "Leave the one that holds, or declare what the other means under annex.notes.",
        together="rows have signs of several statuses",
        named=named,
    )


def shown_as_filed(text: str, value: str, facts: DisclosureFacts) -> bool:
    """Whether a cell is shown as it stands and not as its value: capitals count where they were filed."""
    return text != value if facts.filing.is_restated else text.casefold() != value.casefold()
