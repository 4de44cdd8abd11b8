"""What a figure counts where its noun stands elsewhere, and who names what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .counted import Counts, said_of_facilities
from .field_words import METAL, FieldWords, metals_of
from .judgement import Judged
from .noun_patterns import LISTING, METAL_ALONE, METAL_IN_ROW, OF_WHICH, REPORTED, ROW_END, WHOLE, Noun
from .numbers import Figure
from .prose import Prose

_CLAUSE = re.compile(r"[;:—–]")
_METAL_IN_BRACKET = re.compile(rf"\s*(?:(?:for|of|in)\s+)?({METAL})\s*(?=[,;)]|and\b)", re.IGNORECASE)
_OF_THEM = re.compile(r"\W*(?:of|among)\s+(?:them|these|those),\s*", re.IGNORECASE)
_NAMED_BY = re.compile(
    r"\b(?:named?|list(?:ed)?|reported?|identified|disclosed?|declared?|gave|provided?)\s+[\w\s]{0,20}$",
    re.IGNORECASE,
)
_SENDER = r"(?:supplier|vendor|CMRT|template|response|answer|questionnaire)"
_NAMES = (
    r"(?:named?|names|list(?:s|ed)?|report(?:s|ed)?|identif(?:y|ies|ied)|disclosed?|declared?|gave|provided?"
    r"|contain(?:s|ed)|ha[sd]|show(?:s|ed))"
)
_SUBJECT_OF_SOME = re.compile(
    rf"\b(?:an?|one|each|every|another|average|typical|single)\s+(?:[\w-]+\s+){{0,2}}?{_SENDER}\s+(?:\w+\s+)?{_NAMES}"
    r"\s+[\w\s]{0,20}$"
    rf"|\b{_SENDER}s?\s+(?:of|with|in|for|from|who|that|which)\s+"
    r"(?!(?:(?:our|the)\s+(?:supply|survey|period|year|report)|(?:responded|answered|replied|we|were))\b)"
    rf"[^.;:,]{{1,60}}?\s{_NAMES}\s+[\w\s]{{0,20}}$"
    r"|\b(?:on\s+average|averag(?:e|es|ed|ing)|median|typical(?:ly)?"
    r"|per\s+(?:supplier|answer|response|CMRT|template))\b",
    re.IGNORECASE,
)
"""One of the suppliers, those that are picked out, or the average one: their list is not the filer's."""
_SUBJECT_END = re.compile(
    r"^\s*(?:(?:of|the|our|these|those|direct|largest|new)\s+)*(?:\w+\s+)?$", re.IGNORECASE
)


def elliptic_counts(
    figure: Figure, before: Sequence[Judged], words: FieldWords, *, last: Noun | None, is_part: bool
) -> tuple[Counts, str] | None:
    """``of which 79 responded``, ``40 are Conformant``: the noun stands before.

    ``last`` is what was counted last, in this sentence or one before; ``is_part``: a part that no data has.
    """
    enclosing = _before_bracket(figure, before)
    if enclosing is not None:
        in_bracket = _metal_in_bracket(figure, enclosing)
        return None if in_bracket is None else (in_bracket, "")
    of_metal = _facilities_of_metal(figure, before, words)
    if of_metal is not None:
        return of_metal, ""
    return _part_of_whole(figure, before, words, last=last, is_part=is_part)


def _metal_in_bracket(figure: Figure, enclosing: Judged) -> Counts | None:
    """``298 facilities (103 gold, 45 tin)``: the facilities before the bracket, of one metal."""
    metal, known = _METAL_IN_BRACKET.match(figure.after), enclosing.counts
    if metal is None or known is None or known.noun is not Noun.FACILITY or known.metals:
        return None
    return replace(known, metals=tuple(metals_of(metal[1])))


def _facilities_of_metal(figure: Figure, before: Sequence[Judged], words: FieldWords) -> Counts | None:
    """``103 gold``, in a row of metals or before the noun, and ``the number of smelters was 298``."""
    alone = METAL_ALONE.match(figure.after)
    if alone and re.search(rf"\b{words.facility}\W*", figure.after, re.IGNORECASE):
        is_named = bool(LISTING.search(figure.before[-160:]))
        return Counts(Noun.FACILITY, metals=tuple(metals_of(alone[1])), is_named=is_named)
    in_row = METAL_IN_ROW.search(figure.before) if ROW_END.match(figure.after) else None
    told = before[0].counts if before else None
    if in_row and told and told.noun is Noun.FACILITY and told.is_known and not told.statuses:
        return Counts(Noun.FACILITY, metals=tuple(metals_of(in_row[1])), is_named=True)
    number_of = re.search(
        rf"\bnumber\s+of\s+(?:({METAL})\s+)?{words.facility}(?:\s+{REPORTED})?\s+(?:is|was|came\s+to|stood\s+at|amounts\s+to|totals)\s+$",
        figure.before,
        re.IGNORECASE,
    )
    if number_of:
        return Counts(Noun.FACILITY, metals=tuple(metals_of(number_of[1] or "")), is_named=True)
    return None


def _part_of_whole(
    figure: Figure, before: Sequence[Judged], words: FieldWords, *, last: Noun | None, is_part: bool
) -> tuple[Counts, str] | None:
    """``of which 79 responded``: a part of what was counted before, and the text that says which."""
    told_before = next((one for one in reversed(before) if one.counts and not one.figure.is_share), None)
    whole = told_before.counts if told_before else None
    is_of_whole = told_before and WHOLE.search(told_before.figure.before[-40:])
    if whole is None and _OF_THEM.fullmatch(figure.before) and last is Noun.FACILITY:
        whole = Counts(Noun.FACILITY, is_known=not is_part)
    begins = re.match(r"\W*(?:of|out\s+of|among)\b", figure.sentence.text, re.IGNORECASE)
    if whole is None or not (
        begins
        or OF_WHICH.search(figure.before)
        or re.search(r"[,:;]\s*(?:and\s+)?$|\band\s+$", figure.before)
    ):
        return None
    after = re.sub(r"^\s*\(\s*[\d.]+\s*%\s*\)", "", figure.after)
    base = Counts(
        whole.noun,
        metals=whole.metals,
        is_known=whole.is_known and not (whole.statuses and (is_of_whole or OF_WHICH.search(figure.before))),
    )
    if whole.noun is Noun.FACILITY and base.is_known:
        said = said_of_facilities(base, after, words)
        is_bare = (
            said.statuses == ()
            and said.metals == base.metals
            and not (said.takes_part or said.is_responsible or said.in_covered)
        )
        return replace(said, is_known=said.is_known and not is_bare, is_named=True), after
    return base, after


def is_named_by_some(figure: Figure, before: Sequence[Judged], prose: Prose) -> bool:
    """``these 9 suppliers named 44 smelters``: whether a number of others does the naming."""
    if _SUBJECT_OF_SOME.search(figure.before[-200:]):
        return True
    survey = prose.disclosure.facts.survey
    all_of_them = [stated.exact for stated in (survey.suppliers, survey.answered) if stated]
    clause = _CLAUSE.split(figure.before)[-1]
    verb = _NAMED_BY.search(clause)
    last = before[-1] if before else None
    if verb is None or last is None or last.figure.end < len(figure.before) - len(clause):
        return False
    is_facility = last.counts is not None and last.counts.noun is Noun.FACILITY
    is_subject = (
        not last.figure.is_share
        and not is_facility
        and _SUBJECT_END.search(
            figure.before[last.figure.end : len(figure.before) - len(clause) + verb.start()]
        )
    )
    return bool(is_subject) and last.figure.value not in all_of_them


def _before_bracket(figure: Figure, before: Sequence[Judged]) -> Judged | None:
    """``40 (15 for gold, 8 for tin)``: the figure right before the bracket in which this one stands."""
    opened = figure.before.rfind("(")
    if opened < 0 or ")" in figure.before[opened:]:
        return None
    text = figure.before
    return next(
        (one for one in before if one.figure.end <= opened and not text[one.figure.end : opened].strip()),
        None,
    )
