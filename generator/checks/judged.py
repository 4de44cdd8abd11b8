"""Each typed figure held against the data: right, wrong, or not compared. The noun decides, then the"
" value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from ..model import Metal
from . import survey_counts
from .counted import Counts, counts_of, said_of_facilities
from .field_words import FieldWords, metals_of
from .judged_countries import judged_countries
from .judged_shares import Shares
from .judgement import Judged, Verdict
from .known_counts import Known, facilities_counted, taking_part
from .noun_patterns import LISTING, METAL_ALONE, OF_WHICH, WHOLE, Noun
from .numbers import LAW, MONTH, YEAR, Bound, Figure, figures_in
from .prose import Prose, Sentence

_CLAUSE = re.compile(r"[;:—–]")
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|goals?|targets?|targeting|targeted|intend\w*|expect\w*|will|would|should|shall|must|may|might|could|can|requir\w+"
    r"|request\w*\s+that|striv\w+|seek\w*|commit\w*|hop(?:e|es|ed)|wish\w*|want\w*|if|whether|unless|until|policy|scor\w+|for\s+example|e\.g|encourag\w+)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:last|prior|previous|preceding|earlier)\s+(?:reporting\s+)?(?:years?|periods?|reports?)"
    r"|\byears?\s+(?:before|earlier)|\bpreviously\b|\b(?:to\s+date|so\s+far|initially|at\s+first|interim|pilot|until\s+then)\b"
    r"|\b(?:first|second|third|initial|next|final)\s+(?:round|wave|phase|stage|reminder|survey|half|quarter)"
    rf"|\b(?:by|in|until|before|from)\s+(?:the\s+end\s+of\s+|early\s+|late\s+|mid-)?(?:{MONTH})\b|\bby\s+(?:then|the\s+(?:deadline|due\s+date))"
    r"|\bbefore\s+(?:duplicates|cleaning|removing|we)\b"
    r"|\b(?:dropped|rose|fell|grew|declin\w+|increas\w+|decreas\w+|improv\w+|up|down)\s+(?:by\s+)?(?:from\s+)?[\d.]",
    re.IGNORECASE,
)
_OTHER_SURVEY = re.compile(
    r"\b(?:EMRT|AMRT|PRT|cobalt|mica|sub-?suppliers|their\s+(?:own\s+)?(?:direct\s+)?suppliers|sub-?tier)\b",
    re.IGNORECASE,
)
_THESE = re.compile(r"\b(?:these|those|such)\s+$", re.IGNORECASE)
_ALL_OF = re.compile(r"\ball\s+$", re.IGNORECASE)
_ANSWERS = (("survey.answered",), ("survey.not_answered",))
_OF_OTHER_LISTS = re.compile(
    r"\b(?:RMI|RMAP|LBMA|RJC|TI-CMC|initiative|program(?:me)?|database)(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?"
    r"(?:lists?|has|had|have|covers?|covered|names?|includes?|contains?|counts?|recogni\w+)\b[^.;]*$",
    re.IGNORECASE,
)
"""A list of another body has other numbers than the filer's."""
_AND = re.compile(r"(?:\band|,)\s+$")


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
        self._shares = Shares(prose.disclosure, prose.facts, words)
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
        if sentence.section.text.startswith(
            "#", sentence.start - len("# ")
        ) or sentence.section.text.startswith("#", sentence.block):
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
            is_of_others = bool(
                _PLANNED.search(clause) or _OTHER_SURVEY.search(text) or _OF_OTHER_LISTS.search(clause)
            )
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
            return self._shares.read(figure, before, is_part=self._is_part)
        read = counts_of(figure, self._words) or self._elliptic(figure, before)
        if read is None:
            return Judged(figure, None, Verdict.UNKNOWN)
        counts, after = read
        if counts.noun is Noun.FACILITY:
            return self._facilities(figure, counts, before)
        if counts.noun in (Noun.SUPPLIER, Noun.ANSWER):
            return self._suppliers(figure, counts, after, before)
        return judged_countries(figure, counts, after, self._facts, self._words)

    def _elliptic(self, figure: Figure, before: list[Judged]) -> tuple[Counts, str] | None:
        """``of which 79 responded``, ``40 are Conformant``: the noun stands before."""
        alone = METAL_ALONE.match(figure.after)
        if alone and re.search(rf"\b{self._words.facility}\W*", figure.after, re.IGNORECASE):
            is_named = bool(LISTING.search(figure.before[-160:]))
            return Counts(Noun.FACILITY, metals=tuple(metals_of(alone[1])), is_named=is_named), ""
        whole = next((one.counts for one in reversed(before) if one.counts and not one.figure.is_share), None)
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
            is_known=whole.is_known and not (whole.statuses and OF_WHICH.search(figure.before)),
        )
        if whole.noun is Noun.FACILITY and base.is_known:
            said = said_of_facilities(base, after, self._words)
            is_bare = (
                said.statuses == ()
                and said.metals == base.metals
                and not (said.takes_part or said.is_responsible or said.in_covered)
            )
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
            return Judged(
                figure, counts, Verdict.UNIT, known.paths, f"there are {known.shown} distinct names"
            )
        metal = self._metal_before(figure, counts)
        is_these = counts.of_these or _THESE.search(figure.before)
        is_of_part = is_these and (self._is_part or _ALL_OF.search(figure.before) or not counts.statuses)
        is_of_part = is_of_part or (counts.is_definite and figure.value in self._unknown)
        is_a_part = (counts.of_these or counts.is_partitive) and not (counts.statuses or counts.in_covered)
        if metal or is_of_part or not counts.is_named or is_a_part:
            of_metal = facilities_counted(replace(counts, metals=(metal,)), self._facts) if metal else None
            if of_metal and of_metal.number == figure.value:
                return Judged(figure, counts, Verdict.RIGHT, of_metal.paths)
            return Judged(figure, replace(counts, is_known=False), Verdict.UNKNOWN)
        return Judged(figure, counts, Verdict.WRONG, known.paths, self._instead(known, counts))

    def _in_a_row(self, figure: Figure, counts: Counts, before: list[Judged]) -> Counts:
        """``four additional tin smelters, three tungsten smelters``: the second is a part as the first is."""
        last = before[-1].counts if before else None
        if (
            last
            and last.noun is Noun.FACILITY
            and not last.is_known
            and not counts.statuses
            and counts.metals
            and not counts.of_these
        ):
            return replace(counts, is_known=False)
        if last and last.noun is Noun.FACILITY and last.is_named and _AND.search(figure.before):
            return replace(counts, is_named=True)
        return counts

    def _candidates(self, counts: Counts) -> Iterator[Known]:
        """The numbers that are meant: one, or those of each sense of a word that has several."""
        if counts.takes_part or counts.is_responsible:
            for statuses in taking_part(self._prose.disclosure):
                one = facilities_counted(replace(counts, statuses=statuses), self._facts)
                yield from [one] if one else []
        elif one := facilities_counted(counts, self._facts):
            yield one

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
            parts = [
                facilities_counted(replace(counts, statuses=(status,)), self._facts)
                for status in counts.statuses
            ]
            sums = f" ({' + '.join(part.shown for part in parts if part)})" if len(parts) > 1 else ""
        return f"{known.shown}{rows}{sums}"

    def _suppliers(self, figure: Figure, counts: Counts, after: str, before: list[Judged]) -> Judged:
        deed = survey_counts.deed_of(figure, re.sub(r"^\s*\(\s*[\d.]+\s*%\s*\)", "", after))
        if counts.noun is Noun.ANSWER:
            deed = "answered" if survey_counts.is_answers(figure, after) else ""
        elif WHOLE.search(figure.before[-40:]):
            is_of_answers = before and before[-1].paths in _ANSWERS
            deed = "asked" if is_of_answers or survey_counts.is_answered_by_some(after) else ""
        known = (
            survey_counts.suppliers_counted(deed, self._prose.disclosure)
            if counts.is_known and not counts.of_these
            else None
        )
        if known is None:
            return Judged(figure, counts, Verdict.UNKNOWN)
        if figure.value == known.number:
            return Judged(figure, counts, Verdict.RIGHT, known.paths)
        if figure.bound is not Bound.EXACT and figure.is_met_by(known.number):
            return Judged(figure, counts, Verdict.HOLDS)
        is_more_answers = (
            counts.noun is Noun.ANSWER and figure.value is not None and figure.value > known.number
        )
        if is_more_answers:
            return Judged(figure, counts, Verdict.UNKNOWN)
        return Judged(figure, counts, Verdict.WRONG, known.paths, known.shown)
