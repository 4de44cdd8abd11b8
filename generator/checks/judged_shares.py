"""Typed shares: the response rate, shares of facilities, and what the figures before a share give."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Disclosure
from ..prose.facts import AllFacts
from . import survey_counts
from .counted import Counts, counts_of
from .field_words import FieldWords
from .judgement import Judged, Verdict
from .known_counts import share_of_facilities, taking_part
from .noun_patterns import OF_WHICH, WHOLE, Noun
from .numbers import Bound, Figure, rounded

_SAME = re.compile(
    r"\b(?:which\s+is|that\s+is|i\.e\.,?|or)\s+(?:about|approximately|roughly|nearly|almost|around|some)?\s*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"(?:\(\s*|,?\s+or\s+|,\s+(?:i\.e\.,?|which\s+is|that\s+is,?)\s+|^\W*\d[\d,]*\s+(?:out\s+)?of\s+(?:the\s+)?\d[\d,]*\s+(?:is|equals|makes)\s+)(?:about\s+|approximately\s+|roughly\s+|nearly\s+)?$",
    re.IGNORECASE,
)


class Shares:
    """Reads the shares of one report."""

    def __init__(self, disclosure: Disclosure, facts: AllFacts, words: FieldWords) -> None:
        self._disclosure, self._facts, self._words = disclosure, facts, words

    def read(self, figure: Figure, before: list[Judged], *, is_part: bool) -> Judged:
        """``is_part``: the facilities of the sentence before are a part that no data has."""
        if _SAME.search(figure.before) and before and before[-1].figure.is_share and before[-1].paths:
            return self._rate(figure, before[-1].counts)
        last = before[-1] if before else None
        if last and last.paths == ("survey.answered",) and _IN_BRACKETS.search(figure.before[-30:]):
            return self._rate(figure, last.counts)
        own = self._own_share(figure, before)
        if own:
            return own
        if last and last.counts and _is_counted_part(last) and _IN_BRACKETS.search(figure.before[-30:]):
            return self._share(figure, last.counts, is_part=False)
        if survey_counts.is_response_rate(figure, self._words):
            return self._rate(figure, None)
        read = counts_of(figure, self._words)
        counts = read[0] if read else None
        if counts is None or counts.noun is not Noun.FACILITY or not counts.is_known:
            return Judged(figure, counts, Verdict.UNKNOWN)
        return self._share(figure, counts, is_part=is_part)

    def _share(self, figure: Figure, counts: Counts, *, is_part: bool) -> Judged:
        """The share of these facilities in all of the same metal."""
        senses = (
            list(taking_part(self._disclosure))
            if counts.takes_part or counts.is_responsible
            else [counts.statuses]
        )
        shares = [
            share_of_facilities(replace(counts, statuses=statuses), self._facts)
            for statuses in senses
            if statuses
        ]
        exact = [share for share in shares if share]
        for number, paths in exact:
            if figure.is_met_by(number):
                return Judged(
                    figure,
                    counts,
                    Verdict.RIGHT if figure.bound in (Bound.EXACT, Bound.ABOUT) else Verdict.HOLDS,
                    paths,
                )
        if not exact or counts.takes_part or (counts.of_these and is_part):
            return Judged(figure, counts, Verdict.UNKNOWN)
        says = " or ".join(f"{rounded(number, max(1, figure.decimals))}%" for number, _ in exact)
        return Judged(figure, counts, Verdict.WRONG, exact[0][1], says)

    def _rate(self, figure: Figure, counts: Counts | None) -> Judged:
        rate = survey_counts.rate_of(self._disclosure)
        if rate is None:
            return Judged(figure, counts, Verdict.UNKNOWN)
        path = ("survey.response_rate",)
        if figure.is_met_by(rate):
            is_bound = figure.bound in (Bound.MORE, Bound.LESS)
            return Judged(figure, counts, Verdict.HOLDS if is_bound else Verdict.RIGHT, path)
        return Judged(
            figure, counts, Verdict.WRONG, path, f"{rounded(rate, max(1, figure.decimals)).normalize():f}%"
        )

    def _own_share(self, figure: Figure, before: list[Judged]) -> Judged | None:
        """``43 of 50 facilities (86.0%)``: what follows from the figures before it; None where none"
        " stand there."""
        counts = [one for one in before if not one.figure.is_share and one.figure.value is not None]
        if len(counts) < 2 or not _IN_BRACKETS.search(figure.before[-30:]):
            return None
        part, whole = _part_and_whole(figure, counts)
        if (
            part is None
            or whole is None
            or not whole.figure.value
            or part.figure.value is None
            or part.figure.value > whole.figure.value
        ):
            return None
        number = 100 * part.figure.value / whole.figure.value
        if figure.is_met_by(number) or (
            figure.bound is not Bound.EXACT and abs(number - (figure.value or 0)) <= 1
        ):
            return Judged(figure, part.counts, Verdict.HOLDS)
        says = f"{part.figure.text} of {whole.figure.text} is {rounded(number, max(1, figure.decimals))}%"
        return Judged(figure, part.counts, Verdict.WRONG, (), says)


def _is_counted_part(last: Judged) -> bool:
    """``43 smelters (86%)``: facilities of a status, as many as the data has, without their whole."""
    counts = last.counts
    return bool(
        counts
        and counts.noun is Noun.FACILITY
        and counts.statuses
        and not counts.is_negated
        and last.verdict is Verdict.RIGHT
    )


def _part_and_whole(figure: Figure, counts: list[Judged]) -> tuple[Judged | None, Judged | None]:
    """The figure that stands right before the share, or before its whole, and the whole."""
    last, first = counts[-1], counts[-2]
    between = figure.before[last.figure.end :]
    if WHOLE.search(last.figure.before[-40:]) and first.figure.end <= last.figure.start:
        is_next = re.fullmatch(
            r"\s*(?:of|out\s+of)\s+(?:(?:the|our|these|those|all|its)\s+)*",
            figure.before[first.figure.end : last.figure.start],
            re.IGNORECASE,
        )
        return (first, last) if is_next and len(between.split()) <= 6 else (None, None)
    is_whole_before = WHOLE.search(first.figure.before[-40:]) or OF_WHICH.search(last.figure.before)
    return (last, first) if is_whole_before and len(between.split()) <= 3 else (None, None)
