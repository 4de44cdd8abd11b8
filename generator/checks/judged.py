"""Each typed figure held against the data: right, wrong, or not compared. The noun decides, then the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import groupby

from ..model import Metal, Status, StatusClass
from . import survey_counts
from .counted import WHOLE, Counts, Noun, counts_of, said_of_facilities
from .field_words import FieldWords, metals_of
from .known_counts import Known, facilities_counted, share_of_facilities
from .numbers import LAW, YEAR, Bound, Figure, figures_in, rounded
from .prose import Prose, Sentence


class Verdict(Enum):
    """What the data says of a typed figure."""

    RIGHT = "the data has it"
    WRONG = "the data has another figure for the same"
    UNIT = "it counts rows, and says names"
    HOLDS = "a bound that holds, or a share that its own sentence gives"
    UNKNOWN = "not compared: no data has it"


@dataclass(frozen=True)
class Judged:
    """A figure, what it counts (None: nothing that is known), and what the data says."""

    figure: Figure
    counts: Counts | None
    verdict: Verdict
    paths: tuple[str, ...] = ()
    """Facts that give it; where several are added up, all of them."""
    says: str = ""
    """What the data has instead, or what follows from the sentence."""


_CLAUSE = re.compile(r"[;:—–]")
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|goals?|targets?|targeting|targeted|intend\w*|expect\w*|will|would|should|shall|must|may|might|could|can|requir\w+"
    r"|request\w*\s+that|striv\w+|seek\w*|commit\w*|hop(?:e|es|ed)|wish\w*|want\w*|if|whether|unless|until|policy|scor\w+|for\s+example|e\.g|encourag\w+)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:last|prior|previous|preceding|earlier)\s+(?:reporting\s+)?(?:years?|periods?|reports?)|\byears?\s+(?:before|earlier)|\bpreviously|\bto\s+date\b"
    r"|\b(?:dropped|rose|fell|grew|declin\w+|increas\w+|decreas\w+|improv\w+|up|down)\s+(?:by\s+)?(?:from\s+)?[\d.]",
    re.IGNORECASE,
)
_OTHER_SURVEY = re.compile(r"\b(?:EMRT|AMRT|PRT|cobalt|mica|sub-?suppliers|their\s+(?:own\s+)?(?:direct\s+)?suppliers|sub-?tier)\b", re.IGNORECASE)
_AND = re.compile(r"(?:\band|,)\s+$")
_SAME = re.compile(r"\b(?:which\s+is|that\s+is|i\.e\.,?|or)\s+(?:about|approximately|roughly|nearly|almost|around|some)?\s*$", re.IGNORECASE)
_OF_WHICH = re.compile(r"\b(?:of|out\s+of)\s+(?:which|whom|these|those|them),?\s+(?:only\s+|some\s+)?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?:\(\s*|,?\s+or\s+)(?:about\s+|approximately\s+|roughly\s+|nearly\s+)?$", re.IGNORECASE)


def judged_figures(prose: Prose) -> Iterator[Judged]:
    """Every typed figure of sentences, in order; those of tables are read apart."""
    words = field_words(prose)
    for _, sentences in groupby(prose.sentences, key=lambda one: one.section.file):
        section = _Section(prose, words)
        for sentence in sentences:
            if not sentence.is_cell or len(sentence.text.split()) >= _PROSE_IN_CELL:
                yield from section.judged(sentence)
            else:
                section.take_cell(sentence)


_PROSE_IN_CELL = 8
"""A cell of as many words is read as a sentence."""


def field_words(prose: Prose) -> FieldWords:
    return prose.once(_field_words)[0]


def _field_words(prose: Prose) -> Iterator[FieldWords]:
    yield FieldWords(prose.disclosure, "\n".join(section.text for section in prose.sections))


class _Section:
    """What was read of a section so far, for words such as ``these``."""

    def __init__(self, prose: Prose, words: FieldWords) -> None:
        self._prose, self._words, self._facts = prose, words, prose.facts
        self._unknown: set[Decimal] = set()
        """Numbers of parts that no data has; who speaks of ``the 5`` again means the same part."""
        self._is_part = False
        """Whether the facilities that were counted last are such a part."""
        self._metal: Metal | None = None
        """The metal of the heading above."""

    def take_cell(self, cell: Sentence) -> None:
        """A figure of a table; ``the 5`` below it means that one."""
        self._unknown |= {figure.value for figure in figures_in(cell) if figure.value is not None}

    def judged(self, sentence: Sentence) -> Iterator[Judged]:
        text = sentence.text
        if sentence.section.text.startswith("#", sentence.start - len("# ")) or sentence.section.text.startswith("#", sentence.block):
            metals = tuple(metals_of(text))
            self._metal = metals[0] if len(metals) == 1 else None
        found: list[Judged] = []
        figures = list(figures_in(sentence, self._words.names_with_digits))
        if not figures:
            return
        is_other_time = self._is_of_another_time(text)
        for figure in figures:
            one = self._read(figure, found)
            clause = _CLAUSE.split(figure.before)[-1]
            is_of_others = bool(_PLANNED.search(clause) or _OTHER_SURVEY.search(text))
            if is_of_others or (is_other_time and one.verdict is not Verdict.RIGHT):
                unknown = one.counts and replace(one.counts, is_known=False)
                is_right = one.verdict in (Verdict.HOLDS, Verdict.UNKNOWN)
                one = Judged(figure, unknown, one.verdict if is_right else Verdict.UNKNOWN)
            found.append(one)
            self._remember(one)
            yield one

    def _is_of_another_time(self, text: str) -> bool:
        near = (self._prose.disclosure.year, self._prose.disclosure.year + 1)
        laws = [law.span() for law in LAW.finditer(text)]
        years = [year for year in re.finditer(YEAR, text) if int(year[0]) not in near]
        others = [year for year in years if not any(start <= year.start() < end for start, end in laws)]
        return bool(others or _OTHER_TIME.search(text))

    def _remember(self, one: Judged) -> None:
        if one.counts and one.counts.noun is Noun.FACILITY and not one.figure.is_share:
            self._is_part = not one.counts.is_known or bool(one.counts.statuses)
            if one.verdict is Verdict.UNKNOWN and one.figure.value is not None:
                self._unknown.add(one.figure.value)

    def _read(self, figure: Figure, before: list[Judged]) -> Judged:
        if figure.value is None:
            return Judged(figure, None, Verdict.UNKNOWN)
        if figure.is_share:
            return self._share(figure, before)
        read = counts_of(figure, self._words) or self._elliptic(figure, before)
        if read is None:
            return Judged(figure, None, Verdict.UNKNOWN)
        counts, after = read
        if counts.noun is Noun.FACILITY:
            return self._facilities(figure, counts, before)
        if counts.noun in (Noun.SUPPLIER, Noun.ANSWER):
            return self._suppliers(figure, counts, after, before)
        return self._countries(figure, counts, after)

    def _elliptic(self, figure: Figure, before: list[Judged]) -> tuple[Counts, str] | None:
        """``of which 79 responded``, ``40 are Conformant``: the noun stands before."""
        whole = next((one.counts for one in reversed(before) if one.counts and not one.figure.is_share), None)
        begins = re.match(r"\W*(?:of|out\s+of|among)\b", figure.sentence.text, re.IGNORECASE)
        if whole is None or not (begins or _OF_WHICH.search(figure.before) or re.search(r"[,:;]\s*(?:and\s+)?$|\band\s+$", figure.before)):
            return None
        after = re.sub(r"^\s*\(\s*[\d.]+\s*%\s*\)", "", figure.after)
        base = Counts(whole.noun, metals=whole.metals, is_known=whole.is_known and not (whole.statuses and _OF_WHICH.search(figure.before)))
        if whole.noun is Noun.FACILITY and base.is_known:
            said = said_of_facilities(base, after, self._words)
            is_bare = said.statuses == () and said.metals == base.metals and not (said.takes_part or said.is_responsible or said.in_covered)
            return replace(said, is_known=said.is_known and not is_bare, is_named=True), after
        return base, after

    def _facilities(self, figure: Figure, counts: Counts, before: list[Judged]) -> Judged:
        counts = self._in_a_row(figure, counts, before)
        if not counts.is_known:
            return Judged(figure, counts, Verdict.UNKNOWN)
        known = next((one for one in self._candidates(counts) if figure.value == one.number), None)
        if known:
            return Judged(figure, counts, Verdict.RIGHT if known.paths else Verdict.HOLDS, known.paths)
        known = facilities_counted(counts, self._facts)
        if known is None or counts.takes_part:
            return Judged(figure, counts, Verdict.UNKNOWN)
        if figure.bound is not Bound.EXACT and figure.is_met_by(known.number):
            return Judged(figure, counts, Verdict.HOLDS)
        if counts.is_distinct and figure.value == len(self._prose.disclosure.smelters):
            return Judged(figure, counts, Verdict.UNIT, known.paths, f"there are {known.shown} distinct names")
        metal = self._metal_before(figure, counts)
        is_of_part = (counts.of_these and self._is_part) or (counts.is_definite and figure.value in self._unknown)
        is_a_part = counts.of_these and not counts.statuses
        if metal or is_of_part or not counts.is_named or is_a_part:
            of_metal = facilities_counted(replace(counts, metals=(metal,)), self._facts) if metal else None
            if of_metal and of_metal.number == figure.value:
                return Judged(figure, counts, Verdict.RIGHT, of_metal.paths)
            return Judged(figure, replace(counts, is_known=False), Verdict.UNKNOWN)
        return Judged(figure, counts, Verdict.WRONG, known.paths, self._instead(known, counts))

    def _in_a_row(self, figure: Figure, counts: Counts, before: list[Judged]) -> Counts:
        """``four additional tin smelters, three tungsten smelters``: the second is a part as the first is."""
        last = before[-1].counts if before else None
        if last and last.noun is Noun.FACILITY and not last.is_known and not counts.statuses and counts.metals and not counts.of_these:
            return replace(counts, is_known=False)
        if last and last.noun is Noun.FACILITY and last.is_named and _AND.search(figure.before):
            return replace(counts, is_named=True)
        return counts

    def _candidates(self, counts: Counts) -> Iterator[Known]:
        """The numbers that are meant: one, or those of each sense of a word that has several."""
        if counts.takes_part or counts.is_responsible:
            for statuses in self._taking_part():
                one = facilities_counted(replace(counts, statuses=statuses), self._facts)
                yield from [one] if one else []
        elif one := facilities_counted(counts, self._facts):
            yield one

    def _taking_part(self) -> Iterator[tuple[Status, ...]]:
        statuses = self._prose.disclosure.facts.statuses
        conformant = tuple(one for one in statuses if one.status_class is StatusClass.CONFORMANT)
        active = tuple(one for one in statuses if one.status_class is StatusClass.ACTIVE)
        yield from [conformant] if conformant else []
        yield from [conformant + active] if conformant and active else []

    def _metal_before(self, figure: Figure, counts: Counts) -> Metal | None:
        """The metal of which the sentence or its heading speaks, where the noun names none."""
        if counts.metals:
            return None
        found = list(dict.fromkeys(metals_of(figure.before)))
        return found[0] if len(found) == 1 else self._metal if not found else None

    def _instead(self, known: Known, counts: Counts) -> str:
        rows = " rows" if self._prose.disclosure.smelters and not counts.is_distinct else ""
        sums = ""
        if len(known.paths) > 1:
            parts = [facilities_counted(replace(counts, statuses=(status,)), self._facts) for status in counts.statuses]
            sums = f" ({' + '.join(part.shown for part in parts if part)})" if len(parts) > 1 else ""
        return f"{known.shown}{rows}{sums}"

    def _suppliers(self, figure: Figure, counts: Counts, after: str, before: list[Judged]) -> Judged:
        deed = survey_counts.deed_of(figure, after)
        if counts.noun is Noun.ANSWER:
            deed = "answered" if survey_counts.is_answers(figure) else ""
        elif WHOLE.search(figure.before[-40:]):
            answered = before and before[-1].verdict in (Verdict.RIGHT, Verdict.WRONG) and before[-1].counts
            deed = "asked" if answered and answered.noun is Noun.SUPPLIER else ""
        known = survey_counts.suppliers_counted(deed, self._prose.disclosure) if counts.is_known and not counts.of_these else None
        if known is None:
            return Judged(figure, replace(counts, is_known=False), Verdict.UNKNOWN)
        if figure.value == known.number:
            return Judged(figure, counts, Verdict.RIGHT, known.paths)
        if figure.bound is not Bound.EXACT and figure.is_met_by(known.number):
            return Judged(figure, counts, Verdict.HOLDS)
        is_more_answers = counts.noun is Noun.ANSWER and figure.value is not None and figure.value > known.number
        if is_more_answers:
            return Judged(figure, counts, Verdict.UNKNOWN)
        return Judged(figure, counts, Verdict.WRONG, known.paths, known.shown)

    def _countries(self, figure: Figure, counts: Counts, after: str) -> Judged:
        facts = self._facts
        fact = None
        if counts.is_known and re.match(r"\s*of\s+origin\b", after, re.IGNORECASE) and facts.origins.determined:
            fact = facts.origins.count
        elif counts.is_known and self._is_of_places(figure):
            fact = facts.facilities.countries
        if fact is None:
            return Judged(figure, replace(counts, is_known=False), Verdict.UNKNOWN)
        if figure.value == int(fact):
            return Judged(figure, counts, Verdict.RIGHT, (fact.path,))
        if figure.bound is not Bound.EXACT and figure.is_met_by(int(fact)):
            return Judged(figure, counts, Verdict.HOLDS)
        return Judged(figure, counts, Verdict.WRONG, (fact.path,), f"{int(fact):,}")

    def _is_of_places(self, figure: Figure) -> bool:
        place = rf"^\W*(?:(?:the|our|these|all|in\s+all|\d[\d,]*|listed)\W+)*{self._words.facility}(?:\s+(?:on|in)\s+(?:our|the)\s+(?:list|annex))?\s+(?:are|were|stand|stood)\s+(?:located\s+|situated\s+|based\s+)?in\s+$"
        return bool(re.search(place, figure.before, re.IGNORECASE))

    def _share(self, figure: Figure, before: list[Judged]) -> Judged:
        if _SAME.search(figure.before) and before and before[-1].figure.is_share and before[-1].paths:
            return self._rate(figure, before[-1].counts)
        own = self._own_share(figure, before)
        if own:
            return own
        if survey_counts.is_response_rate(figure, self._words):
            return self._rate(figure, None)
        read = counts_of(figure, self._words)
        counts = read[0] if read else None
        if counts is None or counts.noun is not Noun.FACILITY or not counts.is_known:
            return Judged(figure, counts, Verdict.UNKNOWN)
        senses = list(self._taking_part()) if counts.takes_part or counts.is_responsible else [counts.statuses]
        shares = [share_of_facilities(replace(counts, statuses=statuses), self._facts) for statuses in senses if statuses]
        exact = [share for share in shares if share]
        for number, paths in exact:
            if figure.is_met_by(number):
                return Judged(figure, counts, Verdict.RIGHT if figure.bound in (Bound.EXACT, Bound.ABOUT) else Verdict.HOLDS, paths)
        if not exact or counts.takes_part or (counts.of_these and self._is_part):
            return Judged(figure, counts, Verdict.UNKNOWN)
        says = " or ".join(f"{rounded(number, max(1, figure.decimals))}%" for number, _ in exact)
        return Judged(figure, counts, Verdict.WRONG, exact[0][1], says)

    def _rate(self, figure: Figure, counts: Counts | None) -> Judged:
        rate = survey_counts.rate_of(self._prose.disclosure)
        if rate is None:
            return Judged(figure, counts, Verdict.UNKNOWN)
        path = ("survey.response_rate",)
        if figure.is_met_by(rate):
            is_bound = figure.bound in (Bound.MORE, Bound.LESS)
            return Judged(figure, counts, Verdict.HOLDS if is_bound else Verdict.RIGHT, path)
        return Judged(figure, counts, Verdict.WRONG, path, f"{rounded(rate, max(1, figure.decimals)).normalize():f}%")

    def _own_share(self, figure: Figure, before: list[Judged]) -> Judged | None:
        """``43 of 50 facilities (86.0%)``: what follows from the figures before it; None where none stand there."""
        counts = [one for one in before if not one.figure.is_share and one.figure.value is not None]
        if len(counts) < 2 or not _IN_BRACKETS.search(figure.before[-30:]):
            return None
        part, whole = _part_and_whole(figure, counts)
        if part is None or whole is None or not whole.figure.value or part.figure.value is None or part.figure.value > whole.figure.value:
            return None
        number = 100 * part.figure.value / whole.figure.value
        if figure.is_met_by(number) or (figure.bound is not Bound.EXACT and abs(number - (figure.value or 0)) <= 1):
            return Judged(figure, part.counts, Verdict.HOLDS)
        says = f"{part.figure.text} of {whole.figure.text} is {rounded(number, max(1, figure.decimals))}%"
        return Judged(figure, part.counts, Verdict.WRONG, (), says)


def _part_and_whole(figure: Figure, counts: list[Judged]) -> tuple[Judged | None, Judged | None]:
    """The figure that stands right before the share, or before its whole, and the whole."""
    last, first = counts[-1], counts[-2]
    between = figure.before[last.figure.end :]
    if WHOLE.search(last.figure.before[-40:]) and first.figure.end <= last.figure.start:
        is_next = re.fullmatch(r"\s*(?:of|out\s+of)\s+(?:(?:the|our|these|those|all|its)\s+)*", figure.before[first.figure.end : last.figure.start], re.IGNORECASE)
        return (first, last) if is_next and len(between.split()) <= 6 else (None, None)
    is_whole_before = WHOLE.search(first.figure.before[-40:]) or _OF_WHICH.search(last.figure.before)
    return (last, first) if is_whole_before and len(between.split()) <= 3 else (None, None)
