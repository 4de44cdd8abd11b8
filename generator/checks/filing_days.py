"""Checks of the filing's days: signed after the period, filed in time, and told by no document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import AS_OF_LATE, FILED_EARLY, FILED_LATE, FILING_DAY_TOLD, SIGNED_LATE
from ..model import Disclosure
from ..prose.fact_values import date_text
from .prose import Prose, Sentence

_WORDS = {"signed_on": "the day of signature", "date": "the filing date"}
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DAY = re.compile(rf"\b(?:{_MONTHS})\.?\s+\d{{1,2}},?\s+(?P<year>20\d\d)\b|\b(?P<iso>20\d\d)-\d\d-\d\d\b")
_FILED = re.compile(r"\b(?:filed|filing|files|submitted|furnished)\b", re.IGNORECASE)
_THIS = re.compile(
    r"\bForm\s+SD\b|\b(?:this|the|our)\s+(?:Conflict\s+Minerals\s+)?Report\b|\bthis\s+(?:disclosure|filing|exhibit)\b"
    r"|\bfiled\s+it\b|\bit\s+(?:was|is)\s+filed\b",
    re.IGNORECASE,
)
_OTHER_FORM = re.compile(r"\bForm\s+(?!SD\b)[\w-]+", re.IGNORECASE)


def filed_after_the_period(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-002: a report on a calendar year is signed and filed after it."""
    last = disclosure.period.last_day
    for entry, words in _WORDS.items():
        day = getattr(disclosure.facts.filing, entry)
        if day and day <= last:
            message = f"{words} {day} does not lie after the period, which ends {last}"
            yield Finding(FILED_EARLY, message, disclosure.where("filing", entry), "Correct the date.")


def filed_by_the_due_date(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-003: due 31 May, or the next business day (General Instruction B). Amendments have no due date.

    What is signed after the due date will be filed after it, too.
    """
    filing, due = disclosure.facts.filing, disclosure.period.due
    entry = "date" if filing.date else "signed_on"
    day = getattr(filing, entry)
    if day and day > due and not filing.amendment:
        message = f"{_WORDS[entry]} {day} lies after the due date {due}"
        yield Finding(FILED_LATE, message, disclosure.where("filing", entry), "Check the date.")


def signed_before_it_is_filed(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-008: a form is filed on the day of its signature, or later."""
    filing = disclosure.facts.filing
    if filing.signed_on and filing.date and filing.signed_on > filing.date:
        message = f"the day of signature {filing.signed_on} lies after the filing date {filing.date}"
        where = disclosure.where("filing", "signed_on")
        yield Finding(SIGNED_LATE, message, where, "Correct one of the two dates.")


def status_date_before_filing(disclosure: Disclosure) -> Iterator[Finding]:
    """DT-004: a status that a filing reports was known when it was signed."""
    filing = disclosure.facts.filing
    entry = "signed_on" if filing.signed_on else "date"
    day: dt.date | None = getattr(filing, entry)
    if not day:
        return
    late = f"lies after {_WORDS[entry]} {day}"
    for number, status in enumerate(disclosure.facts.statuses):
        if status.as_of and status.as_of > day:
            message = f"the list date {status.as_of} of status '{status.label}' {late}"
            where = disclosure.where("statuses", number, "as_of")
            yield Finding(AS_OF_LATE, message, where, "Correct one of the two dates.")
    for smelter in disclosure.all_rows:
        if smelter.status_as_of and smelter.status_as_of > day:
            yield Finding(
                AS_OF_LATE,
                f"Status As Of {smelter.status_as_of} of '{smelter.name}' {late}",
                smelter.where,
                "Correct one of the two dates.",
                together=f"rows have a Status As Of that {late}",
                named=str(smelter.status_as_of),
            )


def filing_day_is_not_told(prose: Prose) -> Iterator[Finding]:
    """DT-009: who signs a document does not know yet on which day it will be filed.

    Nothing of a filing that is restated: its text may have been written after that day.
    """
    if prose.disclosure.facts.filing.is_restated:
        return
    advice = "Say it without the day, such as: filed as Exhibit 1.01 to our Form SD."
    for section in prose.sections:
        for run in section.runs:
            if run.source == "filing.date":
                message = "the text states the day of its own filing, {{ filing.date }}"
                yield Finding(FILING_DAY_TOLD, message, section.place(run.start), advice)
    for sentence in prose.sentences:
        for found in _DAY.finditer(sentence.text):
            if sentence.is_typed(*found.span()) and _is_of_this_filing(sentence, found, prose.disclosure):
                message = f"the text states the day of its own filing, '{' '.join(found[0].split())}'"
                yield Finding(FILING_DAY_TOLD, message, sentence.place(*found.span()), advice)


def _is_of_this_filing(sentence: Sentence, found: re.Match[str], disclosure: Disclosure) -> bool:
    """Whether a typed day is told as that on which this form is filed; the original's may be told."""
    text, filing = sentence.text, disclosure.facts.filing
    if not _FILED.search(text):
        return False
    if filing.date and " ".join(found[0].split()) in (date_text(filing.date), str(filing.date)):
        return True
    is_next_year = int(found["year"] or found["iso"]) == disclosure.year + 1
    is_other = filing.amendment is not None or _OTHER_FORM.search(text)
    return is_next_year and not is_other and bool(_THIS.search(text))
