"""Years in the report's text: of the period, of the filing, or of another report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import FILING_YEAR, PERIOD_YEAR, YEAR_FOREIGN
from .prose import Prose, Sentence
from .numbers import LAW, YEAR

_PERIOD = re.compile(
    r"\b(?:calendar|fiscal|reporting)\s+(?:year|period)|\b(?:for|during)\s+the\s+year\b"
    r"|\byear\s+end(?:ed|ing)|\bperiod\s+(?:from|end)",
    re.IGNORECASE,
)
_FILED_IN = re.compile(
    rf"\b(?:in|during)\s+(?P<before>{YEAR}),?\s+[^.;]*\bfiled\b|\bfiled\b[^.;]*\b(?:in|during)\s+(?P<after>{YEAR})",
    re.IGNORECASE,
)


def period_is_of_this_report(prose: Prose) -> Iterator[Finding]:
    """DT-006: a sentence that names the period names this report's."""
    for sentence, year, start, end in _other_years(prose):
        if _PERIOD.search(sentence.text):
            message = f"'{year}' is given as the period; this report is for {prose.disclosure.year}"
            advice = "Write {{ period.year }}, {{ period.first_day }} or {{ period.last_day }}."
            yield Finding(PERIOD_YEAR, message, sentence.place(start, end), advice)


def year_is_of_this_report(prose: Prose) -> Iterator[Finding]:
    """DT-005: a year that is neither the period's nor the filing's is often last year's text."""
    for sentence, year, start, end in _other_years(prose):
        if not _PERIOD.search(sentence.text):
            message = f"'{year}' is neither the year of the period nor that of the filing"
            advice = 'Correct it, or mark it if it is right: {{ constant("' + year + '", "why it is so") }}.'
            yield Finding(YEAR_FOREIGN, message, sentence.place(start, end), advice)


def filing_is_after_the_period(prose: Prose) -> Iterator[Finding]:
    """DT-007: Form SD is filed in the year after the period, and not in the period."""
    disclosure = prose.disclosure
    filed = disclosure.facts.filing.date.year if disclosure.facts.filing.date else disclosure.year + 1
    for sentence in prose.sentences:
        found = _FILED_IN.search(sentence.text)
        if found is None or not re.search(r"\bForm\s+SD\b|\breport\b", sentence.text, re.IGNORECASE):
            continue
        group = "before" if found["before"] else "after"
        years = {int(year) for year in re.findall(YEAR, sentence.text)}
        if int(found[group]) == disclosure.year and min(years) == disclosure.year:
            message = f"'{sentence.words}': the report for {disclosure.year} is filed in {filed}"
            where = sentence.place(*found.span(group))
            yield Finding(FILING_YEAR, message, where, "Write {{ filing.date }} or {{ period.next_year }}.")


def _other_years(prose: Prose) -> Iterator[tuple[Sentence, str, int, int]]:
    """Typed years that are neither the period's nor the next."""
    for sentence in prose.sentences:
        years = list(re.finditer(YEAR, sentence.text))
        law = [found.span() for found in LAW.finditer(sentence.text)] if years else []
        for found in years:
            inside = any(start <= found.start() < end for start, end in law)
            is_near = int(found[0]) in (prose.disclosure.year, prose.disclosure.year + 1)
            if not inside and not is_near and sentence.is_typed(*found.span()):
                yield sentence, found[0], *found.span()
