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
from .counted import Counts, counts_of
from .elliptic import elliptic_counts, is_named_by_some
from .field_words import FieldWords, metals_of
from .judged_countries import judged_countries
from .judged_shares import Shares
from .judgement import Judged, Verdict
from .known_counts import Known, facilities_counted, taking_part
from .noun_patterns import WHOLE, Noun
from .numbers import Bound, Figure, figures_in
from .other_times import is_of_another_time
from .prose import Prose, Sentence

_CLAUSE = re.compile(r"[;:—–]")
_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|goals?|targets?|targeting|targeted|intend\w*|expect\w*|will|would|should|shall|must|may|might|could|can|requir\w+"
    r"|request\w*\s+that|striv\w+|seek\w*|commit\w*|hop(?:e|es|ed)|wish\w*|want\w*|if|whether|unless|until|policy|scor\w+|for\s+example|e\.g|encourag\w+)\b",
    re.IGNORECASE,
)
_OF_A_BUSINESS = re.compile(
    r"\b(?:in|for|of|at|within|by)\s+(?:our|the|its|each|one|this)\s+(?:[\w-]+\s+){1,4}(?:segment|business|division|business\s+unit|subsidiary|product\s+line|brand|plant)\b",
    re.IGNORECASE,
)
"""``in our electronics segment``: a part of the company has other numbers."""
_CLOSED_RELATIVE = re.compile(r"\b(?:that|which|who)\b[^,;:]*,(?=\s*(?:we|our|the|it)\b)", re.IGNORECASE)
"""``entries that could not be identified, we``: what is possible there is not said of the main clause."""
_OTHER_SURVEY = re.compile(
    r"\b(?:EMRT|AMRT|PRT|cobalt|mica|sub-?suppliers|their\s+(?:own\s+)?(?:direct\s+)?suppliers|sub-?tier)\b",
    re.IGNORECASE,
)
_THESE = re.compile(r"\b(?:these|those|such)\s+$", re.IGNORECASE)
_ALL_OF = re.compile(r"\ball\s+$", re.IGNORECASE)
_ASKED = ("survey.suppliers",)
_ANSWERS = (("survey.answered",), ("survey.not_answered",))
_OF_OTHER_LISTS = re.compile(
    r"\b(?:RMI|RMAP|LBMA|RJC|TI-CMC|initiative|program(?:me)?|database)(?:['’]s)?,?\s+(?:[\w-]+,?\s+){0,3}?"
    r"(?:lists?|has|had|have|covers?|covered|names?|includes?|contains?|counts?|recogni\w+)\b[^.;]*$",
    re.IGNORECASE,
)
"""A list of another body has other numbers than the filer's."""
_OF_THE_WORLD = re.compile(
    r"\b(?:worldwide|globally|in\s+the\s+(?:world|industry)|according\s+to\s+the\s+(?:RMI|LBMA|RJC)|the\s+(?:RMI|LBMA|RJC)\s+(?:\w+\s+)?(?:reports?|reported|states?|stated|says?|said|estimates?|announced|counts?))\b",
    re.IGNORECASE,
)
"""What a body counts may be of the whole world, unless it counts some of the filer's."""
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


def _names_no_whole(one: Judged) -> bool:
    """Whether the figure is none of ``the`` smelters that were spoken of before."""
    counts = one.counts
    return counts is None or not (counts.of_these or counts.is_partitive or counts.is_definite)


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
        self._last: Noun | None = None
        """What was counted last; ``of them`` means these."""
        self._suppliers_told: tuple[str, ...] = ()
        """The fact that the suppliers counted last are; none where they are none."""

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
        for figure in figures:
            one = self._read(figure, found)
            clause = _CLOSED_RELATIVE.sub(" ", _CLAUSE.split(figure.before)[-1])
            is_of_others = bool(
                _OF_A_BUSINESS.search(figure.before[-120:])
                or _PLANNED.search(clause)
                or _OTHER_SURVEY.search(text)
                or _OF_OTHER_LISTS.search(clause)
                or (_OF_THE_WORLD.search(figure.before) and _names_no_whole(one))
            )
            is_other_time = one.verdict is not Verdict.RIGHT and is_of_another_time(
                text, figure.start, self._prose.disclosure.year
            )
            if is_of_others or is_other_time:
                unknown = one.counts and replace(one.counts, is_known=False)
                is_right = one.verdict in (Verdict.HOLDS, Verdict.UNKNOWN)
                one = Judged(figure, unknown, one.verdict if is_right else Verdict.UNKNOWN)
            found.append(one)
            self._remember(one)
            yield one

    def _remember(self, one: Judged) -> None:
        if one.counts and not one.figure.is_share:
            self._last = one.counts.noun
        if one.counts and one.counts.noun is Noun.SUPPLIER and not one.figure.is_share:
            self._suppliers_told = one.paths if one.verdict is Verdict.RIGHT else ()
        if one.counts and one.counts.noun is Noun.FACILITY and not one.figure.is_share:
            self._is_part = not one.counts.is_known or bool(one.counts.statuses)
            if one.verdict is Verdict.UNKNOWN and one.figure.value is not None:
                self._unknown.add(one.figure.value)

    def _read(self, figure: Figure, before: list[Judged]) -> Judged:
        if figure.value is None:
            return Judged(figure, None, Verdict.UNKNOWN)
        if figure.is_share:
            return self._shares.read(figure, before, is_part=self._is_part)
        read = counts_of(figure, self._words) or elliptic_counts(
            figure, before, self._words, last=self._last, is_part=self._is_part
        )
        if read is None:
            return Judged(figure, None, Verdict.UNKNOWN)
        counts, after = read
        if counts.of_these and not counts.words and self._last is Noun.SUPPLIER:
            counts = replace(counts, noun=Noun.SUPPLIER)
        if counts.noun is Noun.FACILITY:
            return self._facilities(figure, counts, before)
        if counts.noun in (Noun.SUPPLIER, Noun.ANSWER):
            return self._suppliers(figure, counts, after, before)
        return judged_countries(figure, counts, after, self._facts, self._words)

    def _facilities(self, figure: Figure, counts: Counts, before: list[Judged]) -> Judged:
        counts = self._in_a_row(figure, counts, before)
        if not counts.is_known or is_named_by_some(figure, before, self._prose):
            return Judged(figure, replace(counts, is_known=False), Verdict.UNKNOWN)
        known = next((one for one in self._candidates(counts) if figure.value == one.number), None)
        if known:
            return Judged(figure, counts, Verdict.RIGHT if known.paths else Verdict.HOLDS, known.paths)
        if _ALL_OF.search(
            figure.before
        ):  # ``all 20 gold smelters are Conformant``: 20 are all, and CL-002 judges
            whole = facilities_counted(replace(counts, statuses=()), self._facts)
            if whole and whole.number == figure.value:
                return Judged(figure, counts, Verdict.RIGHT, whole.paths)
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
        after = re.sub(r"^\s*\(\s*[\d.]+\s*%\s*\)", "", after)
        deed = survey_counts.deed_of(figure, after)
        is_rest = deed == "silent" and survey_counts.is_rest(figure) and self._suppliers_told in _ANSWERS
        if self._suppliers_told == _ASKED and survey_counts.did_so(after):
            deed = "answered"
        if counts.noun is Noun.ANSWER:
            deed = "answered" if survey_counts.is_answers(figure, after) else ""
        elif WHOLE.search(figure.before[-40:]) and survey_counts.picked_out(after):
            deed = survey_counts.picked_out(after)
        elif WHOLE.search(figure.before[-40:]):
            is_of_answers = before and before[-1].paths in _ANSWERS
            deed = "asked" if is_of_answers or survey_counts.is_answered_by_some(after) else ""
        known = (
            survey_counts.suppliers_counted(deed, self._prose.disclosure)
            if (counts.is_known and (not counts.of_these or self._suppliers_told == _ASKED)) or is_rest
            else None
        )
        if known is None or survey_counts.are_others_too(after):
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
