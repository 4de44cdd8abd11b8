"""Checks of the form: period, dates, layout, vocabulary, covered countries."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import (
    AS_OF_LATE,
    COVERED_LIST,
    EIN_MISSING,
    FILED_EARLY,
    FILED_LATE,
    FORM_PARTLY_KNOWN,
    LAYOUT_OVERRIDE,
    STATUS_UNUSED,
    YEAR_FOLDER,
)
from ..model import COVERED_COUNTRIES, Disclosure


def period_is_the_folder(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-001: ``data/2021`` holds the facts of 2021."""
    period = disclosure.facts.period
    if period != disclosure.year:
        message = f"the period is {period}, the folder is {disclosure.year}"
        advice = f"Correct the entry 'period', or rename the folder to {period}."
        yield Finding(YEAR_FOLDER, message, disclosure.where("period"), advice)


def filed_after_the_period(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-002: a report on a calendar year is filed after it."""
    filed = disclosure.facts.filing.date
    if filed and filed <= disclosure.period.last_day:
        message = (
            f"the filing date {filed} does not lie after the period, which ends {disclosure.period.last_day}"
        )
        yield Finding(FILED_EARLY, message, disclosure.where("filing", "date"), "Correct the date.")


def filed_by_the_due_date(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-003: due 31 May, or the next business day (General Instruction B). Amendments have no due date."""
    filing = disclosure.facts.filing
    due = disclosure.period.due
    if filing.date and filing.date > due and not filing.amendment:
        message = f"the filing date {filing.date} lies after the due date {due}"
        yield Finding(FILED_LATE, message, disclosure.where("filing", "date"), "Check the date.")


def status_date_before_filing(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-004: a status that a filing reports was known when it was filed."""
    filed = disclosure.facts.filing.date
    if not filed:
        return
    for number, status in enumerate(disclosure.facts.statuses):
        if status.as_of and status.as_of > filed:
            message = (
                f"the list date {status.as_of} of status '{status.label}' lies after the filing date {filed}"
            )
            where = disclosure.where("statuses", number, "as_of")
            yield Finding(AS_OF_LATE, message, where, "Correct one of the two dates.")
    for smelter in disclosure.all_rows:
        if smelter.status_as_of and smelter.status_as_of > filed:
            yield Finding(
                AS_OF_LATE,
                f"Status As Of {smelter.status_as_of} of '{smelter.name}' lies after the filing date {filed}",
                smelter.where,
                "Correct one of the two dates.",
                together=f"rows have a Status As Of that lies after the filing date {filed}",
                named=str(smelter.status_as_of),
            )


def layout_is_in_force(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-001: another layout than the one in force only reproduces a form as it was filed."""
    layout = disclosure.facts.form.layout
    if layout and layout is not disclosure.period.layout:
        in_force = disclosure.period.layout
        message = (
            f"the form uses the layout {layout}; for {disclosure.year} the layout {in_force} is in force"
        )
        advice = "Remove the entry 'layout', unless it reproduces the form as it was filed."
        yield Finding(LAYOUT_OVERRIDE, message, disclosure.where("form", "layout"), advice)


def ein_is_given(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-002: the cover asks for it, and many filers leave it out. A cover that was filed stays as it is."""
    if not disclosure.facts.registrant.ein and not disclosure.facts.filing.is_restated:
        message = "the cover shows no I.R.S. Employer Identification No."
        advice = "Fill registrant.ein."
        yield Finding(EIN_MISSING, message, disclosure.where("registrant", "ein"), advice)


def cover_is_given_whole_or_not(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-004: a restated filing may lack its form; where a part is given, the rest was perhaps forgotten."""
    stated = disclosure.facts
    if stated.has_form or not stated.filing.is_restated:
        return
    cover = ("jurisdiction", "commission_file_number", "address", "contact", "disclosure_url")
    parts = {f"registrant.{name}": getattr(stated.registrant, name) for name in cover}
    parts["filing.signatory"] = stated.filing.signatory
    if not any(parts.values()):
        return
    parts["filing.date"] = stated.filing.date
    names = [name for name, value in parts.items() if value is None]
    missing = " and ".join(", ".join(names).rsplit(", ", 1))
    message = f"Form SD is not shown, because {missing} {'are' if ' and ' in missing else 'is'} not given"
    advice = "Nothing to do, if the form as filed is not at hand."
    yield Finding(FORM_PARTLY_KNOWN, message, disclosure.where(*names[0].split(".")), advice)


def status_is_used(disclosure: Disclosure) -> Iterator[Finding]:
    """FM-003: a label that neither a row nor a stated count has is perhaps misspelt."""
    counts = disclosure.facts.counts
    listed = {row.status.label for row in disclosure.all_rows if row.status}
    stated = (
        {*counts.by_status, *(label for one in counts.by_metal_and_status.values() for label in one)}
        if counts
        else set()
    )
    used = listed | stated
    for number, status in enumerate(disclosure.facts.statuses) if used else ():
        if status.label not in used:
            message = (
                f"no row has the status '{status.label}'"
                if listed
                else f"no count has the status '{status.label}'"
            )
            where = disclosure.where("statuses", number, "label")
            yield Finding(STATUS_UNUSED, message, where, "Nothing to do, if that is so.")


def covered_countries_are_the_ten(disclosure: Disclosure) -> Iterator[Finding]:
    """CO-001: the Democratic Republic of the Congo and its nine neighbours (Item 1.01(d)(1))."""
    if disclosure.facts.covered_countries is None:
        return
    where = disclosure.where("covered_countries")
    for number, (name, code) in enumerate(disclosure.covered_codes):
        if code not in COVERED_COUNTRIES:
            message = f"'{name}' is not a covered country"
            advice = "South Sudan is one, Sudan is not." if code == "SD" else "Remove it or correct its name."
            yield Finding(COVERED_LIST, message, disclosure.where("covered_countries", number), advice)
    codes = [code for _, code in disclosure.covered_codes]
    for code, name in COVERED_COUNTRIES.items():
        times = codes.count(code)
        if times != 1:
            message = (
                f"covered country '{name}' is missing" if times == 0 else f"'{name}' is given {times} times"
            )
            yield Finding(COVERED_LIST, message, where, "Give each of the ten once, or leave the entry out.")
