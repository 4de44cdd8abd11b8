"""The year's facts and its list against the last reconciliation (``reconciled.yml``)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..findings import Finding
from ..findings.catalogue import LIST_DATES, RECONCILED_SURVEY, ROWS_ADDED, ROWS_MISSING
from ..model import Disclosure, LineRef, Metal, Smelter
from ..model.counted import counted, named
from ..model.folding import fold
from ..model.row_keys import row_key
from ..model.stated.reconciled import LastReconciliation

_FILE = "reconciled.yml"
_NAMED = 8
_FIGURES = ("suppliers", "answered", "outside_covered_countries")


def survey_is_as_reconciled(disclosure: Disclosure) -> Iterator[Finding]:
    """RD-001: what the survey says of suppliers asked, answers and their level is what was counted."""
    last, survey = disclosure.reconciled, disclosure.facts.survey
    if last is None or survey is None:
        return
    for name in _FIGURES:
        figure, reconciled = getattr(survey, name), getattr(last.survey, name)
        stated = figure.exact if figure else None
        if stated is not None and reconciled is not None and stated != reconciled:
            yield _other(disclosure, name, f"{stated:,}", f"{reconciled:,}")
    level = survey.answer_level
    if level and last.survey.answer_level and level != last.survey.answer_level:
        yield _other(disclosure, "answer_level", level, last.survey.answer_level)


def _other(disclosure: Disclosure, name: str, stated: str, reconciled: str) -> Finding:
    message = f"survey.{name} is {stated}, and the last reconciliation gave {reconciled}"
    advice = f"Write {reconciled}, or run formsd reconcile again if answers came in since."
    return Finding(RECONCILED_SURVEY, message, disclosure.where("survey", name), advice)


def reconciled_rows_are_listed(disclosure: Disclosure) -> Iterator[Finding]:
    """RD-002: every row that the last reconciliation gave is in the list, or left out with a reason.

    All in one finding, since a row that is not there has no cell.
    """
    last = disclosure.reconciled
    if last is None:
        return
    given = [*_listed_as(last, (*last.rows, *last.unreported)), *last.left_out]
    there = {_key(row) for row in disclosure.all_rows}
    missing = sorted({*given} - there)
    if missing:
        whole = counted(len({*given}), "row")
        are = "is" if len(missing) == 1 else "are"
        message = (
            f"{len(missing):,} of the {whole} that suppliers' answers gave {are} not in the list:"
            f" {named(missing, _NAMED, between='; ')}"
        )
        advice = (
            "Put them back, or say in decisions.yml why they are left out (leave_out, with a comment), and"
            " run formsd reconcile again."
        )
        yield Finding(ROWS_MISSING, message, _place(disclosure), advice)


def listed_rows_are_reconciled(disclosure: Disclosure) -> Iterator[Finding]:
    """RD-003: a row that no supplier reports, or that was added or renamed since, is told."""
    last = disclosure.reconciled
    if last is None:
        return
    reported, unreported = {*_listed_as(last, last.rows)}, {*_listed_as(last, last.unreported)}
    for row in disclosure.all_rows:
        key = _key(row)
        if key is None or key in reported:
            continue
        is_known = key in unreported
        what = "no supplier reports" if is_known else "the last reconciliation did not give"
        yield Finding(
            ROWS_ADDED,
            f"'{row.called}' is a row that {what}",
            row.where,
            "Nothing to do, if it is right so." if is_known else "Nothing to do, if you added or renamed it.",
            together=f"rows of the list are of a kind that {what}",
            named=f"'{row.called}'",
        )


def list_dates_are_those_used(disclosure: Disclosure) -> Iterator[Finding]:
    """RD-004: the date that a status states for its list is that of the list that was used."""
    last = disclosure.reconciled
    if last is None:
        return
    for number, status in enumerate(disclosure.facts.statuses):
        of_rule = [one for one in last.lists if one.about is None]
        used = [one for one in of_rule if fold(status.label) in {fold(label) for label in one.statuses}]
        days = {one.as_of for one in used if one.as_of}
        if status.as_of and days and status.as_of not in days:
            files = named([f"{one.file} of {_day(one.as_of)}" for one in used])
            message = f"the list of '{status.label}' is of {status.as_of}, and what was used is {files}"
            advice = "Correct the date, or run formsd reconcile with the list of that day."
            where = disclosure.where("statuses", number, "as_of")
            yield Finding(LIST_DATES, message, where, advice)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "no stated date"


def _place(disclosure: Disclosure) -> LineRef:
    return LineRef(str(PurePosixPath(disclosure.file).with_name(_FILE)))


def _listed_as(last: LastReconciliation, keys: tuple[str, ...]) -> Iterator[str]:
    """The keys that the cells of the rows gave when they were written."""
    return (last.listed_as.get(key, key) for key in keys)


def _key(row: Smelter) -> str | None:
    """The key that the cells of a row give; None for another mineral, which no supplier is asked for."""
    if not isinstance(row.metal, Metal):
        return None
    return row_key(row.metal, row.cid, row.name, (row.country.code or "") if row.country else "")
