"""The figures of facilities in the sentences of a filed document: totals, and parts by metal and status.

The words around a number tell what it counts. A part with a condition of which the data knows nothing,
such as where a smelter buys, is compared with nothing but the whole: it cannot be larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import Disclosure, Metal, StatusClass
from ..prose.sentences import Sentence, is_written_in_digits, number_of
from .facility_words import (
    A_PART_OF,
    ALTOGETHER,
    ASIDE,
    BY_SUPPLIERS,
    CONDITION,
    COUNTED_NEXT,
    ELLIPTIC,
    FOR_METAL,
    FOR_METALS,
    IN_COUNTRIES,
    IN_COVERED,
    IN_WORDS,
    JOINED,
    NOTE,
    OF_FACILITIES,
    OF_THOSE_BEFORE,
    OF_WHOLE,
    PART_BEFORE,
    POINTING,
    POINTING_BACK,
    REST,
    TELLING,
    THEN_PART,
    TOLD,
    TOLD_LENGTH,
    TOTAL_BEHIND,
    UNIQUE,
)
from .figures import (
    COUNTRIES,
    COVERED,
    DISTINCT,
    TOTAL,
    Figure,
    cell_key,
    label_of_class,
    metal_key,
    status_key,
)
from .said import Said, quote
from .status_words import StatusWords
from .wording import (
    METALS,
    is_bound,
    is_of_other_year,
    is_planned,
    is_reference,
    settled,
)


@dataclass(frozen=True)
class _Number:
    """A number of facilities in a sentence, with what stands before and behind it."""

    found: re.Match[str]
    before: str
    after: str
    sentence: Sentence

    @property
    def value(self) -> int:
        return number_of(self.found["number"])

    @property
    def kind(self) -> str:
        return self.found["kind"] or ""

    @property
    def is_of_some(self) -> bool:
        """``37 of these smelters``: a part of what is named."""
        return bool(self.found["of"])

    @property
    def told(self) -> str:
        """What is said of these facilities."""
        plain = re.sub(r"\([^)]*\)", lambda aside: " " * len(aside[0]), self.after)
        end = ASIDE.search(plain)
        return plain[: end.start() if end else TOLD_LENGTH]


class FacilityReader:
    """Finds the figures of facilities in sentences, in their order."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._year = disclosure.year
        self._words = StatusWords(disclosure.facts.statuses)
        self._undetermined = label_of_class(disclosure, StatusClass.INDETERMINABLE)
        counts = disclosure.facts.counts
        self._programmes = tuple(counts.by_programme) if counts else ()
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
            number = _Number(found, before, after, sentence)
            if is_of_other_year(text, *found.span("number"), self._year):
                yield replace(self._said(None, found, sentence), wrong="")
                continue
            yield from self._of_number(number)

    def _of_number(self, number: _Number) -> Iterator[Said]:
        found, sentence = number.found, number.sentence
        part = THEN_PART.match(sentence.text, found.end()) if OF_WHOLE.search(number.before) else None
        yield from self._of_part_before(number)
        if part and IN_COVERED.search(number.after):
            yield self._said(COVERED, part, sentence)
        key, within = self._key(number, is_whole=part is not None or bool(OF_WHOLE.search(number.before)))
        value = str(number.value)
        if not is_written_in_digits(found["number"]):
            if key and self._is_said_in_words(key, number):
                yield self._said(key, found, sentence)
            return
        points = bool(POINTING.search(number.before)) and within is None and not number.is_of_some
        points = points and not NOTE.match(sentence.text) and not found["names"]
        if (
            key is None
            and within is None
            and not (POINTING_BACK.search(number.before) and value not in self._given)
        ):
            key = self._key_by_value(value)
        self._given.add(value)
        if key == TOTAL and UNIQUE.search(number.kind) and self._is(DISTINCT, number.value):
            key = DISTINCT
        if key == TOTAL and not self._may_be_total(number):
            key, points = None, False
        far = TOTAL if key is None and within is None and self._is_of_answers(number) else None
        yield replace(self._said(key, found, sentence), is_pointing=points, within=within, may_be=far)

    def _is_of_answers(self, number: _Number) -> bool:
        """Whether suppliers, or their answers, are said to have named so many: all that they named."""
        kind = f"{number.kind} {number.told}"
        is_part = number.is_of_some or CONDITION.search(kind) or self._words.labels_in(kind)
        is_of_metal = self._metal(number.kind, number.after)
        return bool(BY_SUPPLIERS.search(number.before)) and not (
            is_part or is_of_metal or is_bound(number.before)
        )

    def _is_said_in_words(self, key: str, number: _Number) -> bool:
        """Whether a number in words can be a figure: ``one`` alone is a pronoun."""
        if number.found["number"].casefold() == "one":
            return bool(re.search(r"\bonly\s*$", number.before, re.IGNORECASE)) or self._is(key, 1)
        return key in self._figures and int(self._figures[key].value) < IN_WORDS

    def _is(self, key: str, value: int) -> bool:
        return key in self._figures and self._figures[key].value == str(value)

    def _key(self, number: _Number, *, is_whole: bool) -> tuple[str | None, str | None]:
        """What a number counts, or the whole of which it is a part that the data does not count."""
        kind, told, before = number.kind, "" if is_whole else number.told, number.before
        if number.found["names"]:
            return (DISTINCT if self._is_near(DISTINCT, number) else None), None
        labels = self._words.labels_in(f"{kind} {told}")
        is_all = bool(re.search(r"\ball\s*$", before, re.IGNORECASE)) or (
            bool(re.search(r"\b(?:the|these|those)\s*$", before, re.IGNORECASE)) and not number.is_of_some
        )
        if REST.search(before) and self._undetermined and self._words.is_not_listed(told):
            return status_key(self._undetermined), None
        metal = self._metal(kind, number.after)
        condition = CONDITION.search(f"{kind} {told}")
        if is_all and labels and not self._words.labels_in(kind):
            return (None, None) if condition else (TOTAL if self._is_near_total(number) else None, None)
        whole = self._key_of(metal, labels)
        if condition and not (is_whole or labels == {self._undetermined}):
            return None, whole or TOTAL
        if whole is not None and metal and not labels and not self._is_told_of(whole, number):
            return None, whole
        if whole is not None:
            return whole, None
        if programme := next((one for one in self._programmes if one.casefold() in told.casefold()), None):
            return f"programme:{programme}", None
        if not A_PART_OF.search(before) and not is_whole and IN_COVERED.search(told):
            return COVERED, None
        return (TOTAL if self._is_total(number, is_whole) else None), None

    def _is_total(self, number: _Number, is_whole: bool) -> bool:
        before = number.before
        if REST.search(before) or number.is_of_some:
            return False
        if ALTOGETHER.search(before) or number.found["total"] or TOTAL_BEHIND.match(number.after):
            return True
        if is_whole and not POINTING_BACK.search(before):
            return self._is_near_total(number)
        is_told = TELLING.search(before) or TOLD.match(number.after)
        return bool(is_told) and self._is_near_total(number) and not NOTE.match(number.sentence.text)

    def _may_be_total(self, number: _Number) -> bool:
        """False for a part that happens to be as large, such as of another thing."""
        return not number.is_of_some or TOTAL not in self._figures

    def _is_told_of(self, key: str, number: _Number) -> bool:
        """Whether a number of facilities of one metal is that of the list: a few of them may be any."""
        is_told = TELLING.search(number.before) or TOLD.match(number.after) or OF_WHOLE.search(number.before)
        return (
            bool(is_told) or number.value >= self._figures[key].number / 2 if key in self._figures else False
        )

    def _is_near(self, key: str, number: _Number) -> bool:
        figure = self._figures.get(key)
        return figure is not None and figure.number / 2 <= number.value <= figure.number * 2

    def _is_near_total(self, number: _Number) -> bool:
        """Whether a number can be meant for the total: one far from it counts something else."""
        return self._is_near(TOTAL, number)

    def _metal(self, kind: str, after: str) -> Metal | None:
        in_kind = re.findall(rf"\b({METALS})\b", kind.casefold())
        if len(in_kind) > 1:
            return None
        found = in_kind[0] if in_kind else (m[1] if (m := FOR_METAL.match(after)) else None)
        return Metal(found.capitalize()) if found else None

    def _key_of(self, metal: Metal | None, labels: frozenset[str] | set[str]) -> str | None:
        if metal and len(labels) == 1:
            return cell_key(metal, next(iter(labels)))
        if metal:
            return metal_key(metal) if not labels else None
        if len(labels) == 1:
            return status_key(next(iter(labels)))
        return self._words.key_of_several(labels) if labels else None

    def _of_part_before(self, number: _Number) -> Iterator[Said]:
        """``37 of the 50 smelters are Conformant``: the part stands before its whole."""
        part = PART_BEFORE.search(number.before)
        if part is None:
            return
        labels = self._words.labels_in(f"{number.kind} {number.told}")
        condition = CONDITION.search(f"{number.kind} {number.told}")
        key = None if condition else self._key_of(self._metal(number.kind, ""), labels)
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
            yield self._said(self._key_of(None, labels), found, sentence)

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
                yield self._said(self._key_of(None, labels), found, sentence)

    def _key_by_value(self, value: str) -> str | None:
        return next((f.key for f in self._figures.values() if f.is_of_list and f.value == value), None)

    def _said(self, key: str | None, found: re.Match[str], sentence: Sentence) -> Said:
        value, figure = number_of(found["number"]), self._figures.get(key or "")
        before = sentence.text[: found.start("number")]
        written = str(value)
        if figure is not None and is_bound(before) and settled(value, float(figure.value), before):
            written = figure.value
        if figure is not None and key == TOTAL and written in figure.also:
            written = figure.value
        return Said(key, written, quote(sentence.text, found.start(), found.end()), sentence.where)


def with_surroundings(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each match with the text back to the one before it and on to the next one."""
    found = list(pattern.finditer(text))
    for at, match in enumerate(found):
        begin = found[at - 1].end() if at else 0
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield match, text[begin : match.start()], text[match.end() : end]
