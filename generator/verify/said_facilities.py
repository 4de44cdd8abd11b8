"""The figures of facilities in the sentences of a filed document: totals, and parts by metal and status.

The words around a number tell what it counts. A part with a condition of which the data knows nothing,
such as where a smelter buys, is compared with nothing but the whole: it cannot be larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model import Disclosure, Metal
from ..prose.sentences import Sentence, is_written_in_digits, number_of
from .facility_keys import FacilityKeys, FacilityNumber, metal_told
from .facility_words import (
    ASIDE,
    CONDITION,
    COUNTED_NEXT,
    ELLIPTIC,
    FOR_METALS,
    IN_COUNTRIES,
    IN_COVERED,
    JOINED,
    NOTE,
    OF_FACILITIES,
    OF_THOSE_BEFORE,
    OF_WHOLE,
    PART_BEFORE,
    POINTING,
    POINTING_BACK,
    THEN_PART,
    UNIQUE,
)
from .figures import COUNTRIES, COVERED, DISTINCT, TOTAL, Figure, metal_key
from .said import Said, quote, with_surroundings
from .status_words import StatusWords
from .wording import (
    METALS,
    is_bound,
    is_of_other_year,
    is_planned,
    is_reference,
    settled,
)


class FacilityReader:
    """Finds the figures of facilities in sentences, in their order."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._year = disclosure.year
        self._words = StatusWords(disclosure.facts.statuses)
        self._keys = FacilityKeys(disclosure, figures, self._words)
        self._given: set[str] = set()
        self._last: str | None = None
        """What the last number of facilities in the sentence before counted; empty: it had none."""

    def read(self, sentence: Sentence) -> Iterator[Said]:
        numbers = [*self._numbers(sentence)]
        yield from numbers
        yield from self._elliptic(sentence)
        yield from self._for_metals(sentence)
        is_of_those = OF_THOSE_BEFORE.match(sentence.text)
        if not numbers and is_of_those and self._last in (TOTAL, DISTINCT):
            yield from self._of_those(sentence)
        elif numbers or not is_of_those:
            self._last = numbers[-1].key if numbers else None
        for found in IN_COUNTRIES.finditer(sentence.text):
            if not is_planned(sentence.text[: found.start()]) and "operat" not in sentence.text:
                yield self._said(COUNTRIES, found, sentence)

    def _numbers(self, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        for found, before, after in with_surroundings(OF_FACILITIES, text):
            if is_reference(before) or is_planned(text[: found.start()]):
                continue
            number = FacilityNumber(found, before, after, sentence)
            if is_of_other_year(text, *found.span("number"), self._year):
                yield replace(self._said(None, found, sentence), wrong="")
                continue
            yield from self._of_number(number)

    def _of_number(self, number: FacilityNumber) -> Iterator[Said]:
        found, sentence = number.found, number.sentence
        part = THEN_PART.match(sentence.text, found.end()) if OF_WHOLE.search(number.before) else None
        yield from self._of_part_before(number)
        if part and IN_COVERED.search(number.after):
            yield self._said(COVERED, part, sentence)
        key, within = self._keys.of(number, is_whole=part is not None or bool(OF_WHOLE.search(number.before)))
        value = str(number.value)
        if not is_written_in_digits(found["number"]):
            if key and self._keys.is_said_in_words(key, number):
                yield self._said(key, found, sentence)
            return
        points = bool(POINTING.search(number.before)) and within is None and not number.is_of_some
        points = points and not NOTE.match(sentence.text) and not found["names"]
        if (
            key is None
            and within is None
            and not (POINTING_BACK.search(number.before) and value not in self._given)
        ):
            key = self._keys.of_value(value)
        self._given.add(value)
        if key == TOTAL and UNIQUE.search(number.kind) and self._keys.is_value(DISTINCT, number.value):
            key = DISTINCT
        if key == TOTAL and not self._keys.may_be_total(number):
            key, points = None, False
        far = TOTAL if key is None and within is None and self._keys.is_of_answers(number) else None
        yield replace(self._said(key, found, sentence), is_pointing=points, within=within, may_be=far)

    def _of_part_before(self, number: FacilityNumber) -> Iterator[Said]:
        """``37 of the 50 smelters are Conformant``: the part stands before its whole."""
        part = PART_BEFORE.search(number.before)
        if part is None:
            return
        labels = self._words.labels_in(f"{number.kind} {number.told}")
        condition = CONDITION.search(f"{number.kind} {number.told}")
        key = None if condition else self._keys.of_labels(metal_told(number.kind, ""), labels)
        begin = number.found.start() - len(number.before) + part.start("number")
        words = quote(number.sentence.text, begin, number.found.end())
        value = str(number_of(part["number"]))
        yield Said(key, value, words, number.sentence.where, within=None if key else TOTAL)

    def _elliptic(self, sentence: Sentence) -> Iterator[Said]:
        """``Of the 50 smelters, 40 are Conformant``: numbers without their noun."""
        text = sentence.text
        spans = [found.span() for found in OF_FACILITIES.finditer(text)]
        if not spans or is_planned(text):
            return
        for found, before, after in with_surroundings(ELLIPTIC, text):
            inside = any(begin <= found.start("number") < end for begin, end in spans)
            own = [span for span in spans if span[1] <= found.start()]
            of_other_year = is_of_other_year(text, *found.span("number"), self._year)
            if inside or not own or is_reference(before) or of_other_year:
                continue
            end = ASIDE.search(after)
            told = after[: end.start() if end else len(after)]
            labels = self._words.labels_in(told)
            whole = text[slice(*own[-1])]
            first = COUNTED_NEXT.search(text, own[-1][1])
            between = text[own[-1][1] : min(found.start(), first.start() if first else len(text))]
            if not labels or CONDITION.search(told) or CONDITION.search(f"{whole} {between}"):
                continue
            beside = self._words.labels_in(between) if JOINED.search(before) else set()
            known = self._words.labels_in(f"{whole} {between}") - (beside if not beside & labels else set())
            if known or re.search(METALS, whole, re.IGNORECASE):
                continue
            yield self._said(self._keys.of_labels(None, labels), found, sentence)

    def _for_metals(self, sentence: Sentence) -> Iterator[Said]:
        """``17 smelters, including 6 for gold``: of the whole, and two metals at least."""
        text = sentence.text
        found = list(FOR_METALS.finditer(text))
        whole = OF_FACILITIES.search(text)
        if len(found) < 2 or whole is None or whole.end() > found[0].start() or is_planned(text):
            return
        if self._words.labels_in(text[: found[0].start()]) or CONDITION.search(text[: found[0].start()]):
            return
        for one in found:
            if not is_of_other_year(text, *one.span("number"), self._year):
                yield self._said(metal_key(Metal(one["metal"].capitalize())), one, sentence)

    def _of_those(self, sentence: Sentence) -> Iterator[Said]:
        """``Of these, 40 are Conformant and 2 are Active``: of all that the sentence before counted."""
        text = sentence.text
        for found, before, after in with_surroundings(ELLIPTIC, text):
            end = ASIDE.search(after)
            told = after[: end.start() if end else len(after)]
            labels = self._words.labels_in(told)
            is_other = is_planned(text) or is_of_other_year(text, *found.span("number"), self._year)
            if labels and not (is_other or is_reference(before) or CONDITION.search(told)):
                yield self._said(self._keys.of_labels(None, labels), found, sentence)

    def _said(self, key: str | None, found: re.Match[str], sentence: Sentence) -> Said:
        value, figure = number_of(found["number"]), self._figures.get(key or "")
        before = sentence.text[: found.start("number")]
        written = str(value)
        if figure is not None and is_bound(before) and settled(value, float(figure.value), before):
            written = figure.value
        if figure is not None and key == TOTAL and written in figure.also:
            written = figure.value
        return Said(key, written, quote(sentence.text, found.start(), found.end()), sentence.where)
