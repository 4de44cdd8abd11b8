"""Years in the report's text: of the period, of the filing, or of another report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import FILING_YEAR, PERIOD_YEAR, YEAR_FOREIGN
from .numbers import LAW, MONTH, YEAR
from .prose import Prose, Sentence

_PERIOD = re.compile(
    r"\b(?:calendar|fiscal|reporting)\s+(?:year|period)|\b(?:for|during)\s+the\s+year\b"
    r"|\byear\s+end(?:ed|ing)|\bperiod\s+(?:from|end)",
    re.IGNORECASE,
)
_OF_ANOTHER_REPORT = re.compile(
    r"\b(?:Form\s+10-[KQ]|annual\s+report|10-[KQ]|(?:last|prior|previous|preceding|earlier)\s+(?:year|report|period)|compared\s+(?:to|with)|than\s+in"
    r"|sustainability\s+report|as\s+(?:reported|stated)\s+in|since|lists?\s+(?:of|for|from)\s+\d{4}|beginning|starting|as\s+(?:described|disclosed|discussed)"
    r"|in\s+our\s+(?:\d{4}\s+)?(?:[\w-]+\s+){0,3}report|(?:the|our|that|its)\s+(?:[\w-]+\s+){0,3}reports?\b[^.;]*\bwas\s+(?:filed|published|furnished))\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:began|begun|begins?|beginning|start(?:ed|ing)|join(?:ed|ing)|ceas\w+|launch\w*|adopt\w+|introduc\w+|becam?e|founded|founding|establish\w+|publish\w+"
    r"|creat\w+|implement\w+|develop\w+|updat\w+|revis\w+|member\b|members\b|acquir\w+|divest\w+|merg\w+|sold|expand\w*|complet\w+|conduct\w+|enact\w+|effective"
    r"|amend\w+|issu\w+|decid\w+|announc\w+|appoint\w+|moved|hired|opened|closed|chang\w+|replac\w+|remov\w+|first\s+time|initiat\w+|partner\w*|signed|released?|visit\w*|pilot\w*|transition\w*|suspend\w*|sanction\w*|(?:was|were)\s+(?:called|named|known)|our\s+name|until|had\s+\w+ed|had\s+sent|when|history|ago)\b",
    re.IGNORECASE,
)
"""A deed in the past, told with its year."""
_EDITION = re.compile(
    r"\b(?:edition|version|guidance|guidelines?|standards?|supplement|OECD|conventions?|principles?|declaration)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_CITED = re.compile(r"\(#[:)]")
_COMPARED = re.compile(r"\b(?:from|than|over|versus|vs\.?|against|to)\s+$", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:{MONTH})(?:\s+\d{{1,2}},?)?\s+$|\b\d{{1,2}}\s+(?:{MONTH})\s+$")
"""A day or month of another year is that of a deed."""
_OF_THIS_DISCLOSURE = re.compile(
    r"\b(?:suppliers?|vendors?|smelters?|refiners?|SORs?|facilit\w+|countr\w+|CMRTs?|templates?|surveys?|surveyed|inquir\w+|answers?|answered|respon\w+|repl(?:y|ies|ied)"
    r"|report\w*|disclos\w+|due\s+diligence|program(?:me)?s?|polic(?:y|ies)|minerals?|3TGs?)\b",
    re.IGNORECASE,
)
"""Words of what a report tells each year; a sentence without any tells of the company's history."""
_OF_THE_LAW = re.compile(
    r"\b(?:Rules?|Regulations?|Acts?|laws?|requirements?)\b[^.;]*"
    r"\b(?:effect\w*|appl(?:y|ies|ied)|force|began|begins|required)\b(?:(?!\breport\b)[^.;])*$"
)
_FROM_THEN = re.compile(
    r"\b(?:[Ff]rom|[Uu]ntil|[Aa]fter|[Bb]efore|[Ss]ince)\s+(?:the\s+)?(?:calendar|reporting|fiscal)\s+year\s+$"
)
_SHARE_OF = re.compile(
    r"(?:%|\bper\s?cent)\s+(?:for|in)\s+(?:the\s+)?$|\brate\b[^.;]*\b(?:for|in)\s+(?:the\s+)?$", re.IGNORECASE
)
"""``69% for the 2024 reporting year``: an earlier share is told for comparison."""
_IN_A_YEAR = re.compile(r"\W*(?:in|during|until|before|after|by|over|throughout)\b[^,;]*$", re.IGNORECASE)
_FILED_IN = re.compile(
    rf"\b(?:in|during)\s+(?P<before>{YEAR}),?\s+[^.;]*\bfiled\b|\bfiled\b[^.;]*\b(?:in|during)\s+(?P<after>{YEAR})",
    re.IGNORECASE,
)


def period_is_of_this_report(prose: Prose) -> Iterator[Finding]:
    """DT-006: a sentence that names the period names this report's."""
    for sentence, year, start, end in _other_years(prose):
        if _is_period(sentence, start) and not _OF_ANOTHER_REPORT.search(sentence.text):
            message = f"'{year}' is given as the period; this report is for {prose.disclosure.year}"
            advice = "Write {{ period.year }}, {{ period.first_day }} or {{ period.last_day }}."
            yield Finding(PERIOD_YEAR, message, sentence.place(start, end), advice)


def _is_period(sentence: Sentence, start: int) -> bool:
    """Whether the year is given as the period, and not as a time in which something was done."""
    is_told = _PERIOD.search(sentence.text) and not sentence.is_cell
    is_compared = _SHARE_OF.search(sentence.text[:start])
    before = sentence.text[:start]
    is_of_law = _OF_THE_LAW.search(before) or _FROM_THEN.search(before)
    return bool(is_told) and not is_of_law and not is_compared and not _IN_A_YEAR.match(sentence.text[:start])


def year_is_of_this_report(prose: Prose) -> Iterator[Finding]:
    """DT-005: a year that is neither the period's nor the filing's is often last year's text."""
    for sentence, year, start, end in _other_years(prose):
        is_future = int(year) > prose.disclosure.year + 1
        is_day = _DAY.search(sentence.text[:start])
        is_past = (
            is_future
            or is_day
            or any(pattern.search(sentence.text) for pattern in (_DEED, _OF_ANOTHER_REPORT))
        )
        before, after = sentence.text[:start], sentence.text[end:]
        is_cited = _EDITION.search(before) or _CITED.search(before[-2:] + "#" + after[:1])
        is_compared = (
            _COMPARED.search(before)
            or re.match(r"\s*:\s*\d", after)
            or re.search(r"%|\bper\s?cent\b", sentence.text)
            or re.search(rf"\b{prose.disclosure.year}\b", sentence.text)
        )
        is_history = not _OF_THIS_DISCLOSURE.search(sentence.text)
        if not (
            _is_period(sentence, start)
            or is_past
            or is_cited
            or is_compared
            or is_history
            or sentence.is_cell
        ):
            message = f"'{year}' is neither the year of the period nor that of the filing"
            advice = 'Correct it, or mark it if it is right: {{ constant("' + year + '", "why it is so") }}.'
            yield Finding(YEAR_FOREIGN, message, sentence.place(start, end), advice)


def filing_is_after_the_period(prose: Prose) -> Iterator[Finding]:
    """DT-007: Form SD is filed in the year after the period, and not in the period."""
    disclosure = prose.disclosure
    day = disclosure.facts.filing.date or disclosure.facts.filing.signed_on
    filed = day.year if day else disclosure.year + 1
    for sentence in prose.sentences:
        found = _FILED_IN.search(sentence.text)
        if found is None or not re.search(r"\bForm\s+SD\b|\breport\b", sentence.text, re.IGNORECASE):
            continue
        group = "before" if found["before"] else "after"
        years = {int(year) for year in re.findall(YEAR, sentence.text)}
        if int(found[group]) == disclosure.year and min(years) == disclosure.year:
            message = f"'{sentence.words}': the report for {disclosure.year} is filed in {filed}"
            where = sentence.place(*found.span(group))
            yield Finding(FILING_YEAR, message, where, "Write {{ period.next_year }}.")


def _other_years(prose: Prose) -> Iterator[tuple[Sentence, str, int, int]]:
    """Typed years that are neither the period's nor the next."""
    for sentence in prose.sentences:
        years = list(re.finditer(YEAR, sentence.text))
        law = [found.span() for found in LAW.finditer(sentence.text)] if years else []
        for found in years:
            inside = any(start <= found.start() < end for start, end in law)
            near = (prose.disclosure.year, prose.disclosure.year + 1)
            is_near = int(found[0]) in near
            span = re.match(
                r"\s*(?:-|–|—|to|through|until|and|or)\s*((?:19|20)\d\d)\b", sentence.text[found.end() :]
            )
            is_begin = span is not None and int(span[1]) in near
            if not inside and not is_near and not is_begin and sentence.is_typed(*found.span()):
                yield sentence, found[0], *found.span()
