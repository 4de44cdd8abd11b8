"""The figures that the sentences of a filed document say.

A figure is known by the words around it: what is counted (smelters, suppliers, countries), and of which
kind. A number whose words do not tell is known by its value, if a figure has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Disclosure, LineRef, Metal, Passage, StatusClass, percent
from ..prose.sentences import NUMBER, Sentence, is_written_in_digits, number_of, sentences_of
from .figures import (
    ANSWERED,
    ASKED,
    COUNTRIES,
    COVERED,
    DISTINCT,
    OUTSIDE,
    RATE,
    TOTAL,
    YEAR,
    Figure,
    label_of_class,
    metal_key,
    share_key,
    status_key,
)

_METALS = "|".join(metal.lower() for metal in Metal)
_FACILITIES = re.compile(
    rf"\b(?P<number>{NUMBER})\s+"
    rf"(?P<kind>(?:(?:{_METALS}|of|the|these|those|other|unique|distinct|different|listed|identified|known|eligible"
    r"|additional|such|individual|operational|conformant|compliant|active|3TG)\s+){0,4})"
    r"(?:facilit(?:y|ies)|smelters?|refiners?|refineries|SORs?|rows)\b(?P<names>\s+names?\b)?",
    re.IGNORECASE,
)
_COUNTRIES = re.compile(
    rf"\b(?:in|across|from)\s+(?P<number>{NUMBER})\s+(?:different\s+)?countries\b", re.IGNORECASE
)
_RATE = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)", re.IGNORECASE)
_ABOUT_ANSWERS = re.compile(r"respon|return|repl(?:y|ied)|answer", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?P<part>\d[\d,]*) of (?:the )?(?P<whole>\d[\d,]*)(?: \((?P<share>\d+(?:\.\d+)?)%\))?"
)
_PERIOD = re.compile(
    r"January 1(?:, \d{4})?,? (?:to|through|and) December 31, (?P<number>20\d\d)"
    r"|calendar year (?P<year>20\d\d)",
    re.IGNORECASE,
)

_A_PART_OF = re.compile(r"\b(?:\w+(?:-\w+)?) of (?:the|these|those|our)?\s*$", re.IGNORECASE)
_REST = re.compile(r"\b(?:remaining|rest of the|other than these)\s*$", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:the|these|those|remaining|all|aggregate of|total of)\s*$", re.IGNORECASE)
_POINTING_BACK = re.compile(r"\b(?:these|those)\s*$", re.IGNORECASE)
_ALTOGETHER = re.compile(r"\b(?:aggregate of|total of|altogether|in all|combined)\s*$", re.IGNORECASE)
_NOT_LISTED = re.compile(r"\bnot (?:on|in|included|listed|part)\b|indetermin|undetermin", re.IGNORECASE)
_NOT_CONFORMANT = re.compile(r"\b(?:not|non)[- ](?:conform|complian)", re.IGNORECASE)
_ACTIVE = re.compile(r"\bactive\b", re.IGNORECASE)
_CONFORMANT = re.compile(r"\b(?:conformant|compliant|validated)\b", re.IGNORECASE)
_IN_COVERED = re.compile(r"\b(?:located|stands?|situated|based)\b[^.;]*\bcovered countr", re.IGNORECASE)
_FOR_METAL = re.compile(rf"^\W*(?:listed |identified )?for ({_METALS})\b", re.IGNORECASE)
_NOT_SOURCING = re.compile(r"\bnot sourc", re.IGNORECASE)
_WAS_ASKED = re.compile(r"\b(?:request|ask|survey|identif|contact|sent|engag)\w*\b|\bour\s*$", re.IGNORECASE)
_DID_ANSWER = re.compile(r"\b(?:responded|returned|replied|answered|submitted|provided)\b", re.IGNORECASE)

_OF_WHOLE = re.compile(r"\bof (?:the|these|those|our)?\s*$", re.IGNORECASE)
_THEN_PART = re.compile(rf"[^,.;:]*,\s+(?P<part>{NUMBER})\b", re.IGNORECASE)
"""``Of the 298 listed facilities, 1 is …``: the whole comes first, then the part."""

_IN_WORDS = 20
"""A figure below this may stand in words; of a larger one, a number in words is another."""
_QUOTED = 45
"""Characters that a quotation gives on either side of a number."""


@dataclass(frozen=True)
class Said:
    """A figure in the text; ``key`` None: its words and its value tell none."""

    key: str | None
    value: str
    quote: str
    where: LineRef
    is_pointing: bool = False
    """It speaks of a number that was given before, or of all: it must be one that the data has."""


class SentenceReader:
    """Finds the figures of sentences. What a number counts, the words before and after it tell."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._labels = [status.label for status in disclosure.facts.statuses]
        self._of_class = {kind: label_of_class(disclosure, kind) for kind in StatusClass}
        self._survey = disclosure.facts.survey
        self._given: set[str] = set()
        term = self._survey.supplier_term
        nouns = "|".join((re.escape(term.many), re.escape(term.one), "suppliers?", "manufacturers?"))
        self._suppliers = re.compile(
            rf"(?:\b(?P<part>{NUMBER})\s+of\s+(?:the|our|these)\s+)?\b(?P<number>{NUMBER})\s+"
            r"(?:(?:direct|first[- ]tier|tier[- ]?(?:1|one)|contract|relevant|surveyed|in-scope|active|such"
            rf"|key|other)\s+){{0,4}}(?:{nouns})\b",
            re.IGNORECASE,
        )

    def read(self, passages: Sequence[Passage]) -> Iterator[Said]:
        for sentence in sentences_of(passages):
            yield from self._of_facilities(sentence)
            yield from self._of_suppliers(sentence)
            yield from self._of_answers(sentence)
            yield from self._of_parts(sentence)
            for found in _COUNTRIES.finditer(sentence.text):
                yield _said(COUNTRIES, found, sentence)
            for found in _PERIOD.finditer(sentence.text):
                yield _said(YEAR, found, sentence, group="number" if found["number"] else "year")

    def _of_facilities(self, sentence: Sentence) -> Iterator[Said]:
        for found, before, after in _with_surroundings(_FACILITIES, sentence.text):
            value = str(number_of(found["number"]))
            part = _part_behind(found, before, sentence)
            if part and _IN_COVERED.search(after):
                yield _said(COVERED, part, sentence, group="part")
            key = self._key_by_words(found, before, "" if part else after)
            if is_written_in_digits(found["number"]):
                points = bool(_POINTING.search(before))
                if key is None and not (_POINTING_BACK.search(before) and value not in self._given):
                    key = self._key_by_value(value)
                self._given.add(value)
                yield _said(key, found, sentence, is_pointing=points)
            elif key and key in self._figures and int(self._figures[key].value) < _IN_WORDS:
                yield _said(key, found, sentence)

    def _key_by_words(self, found: re.Match[str], before: str, after: str) -> str | None:
        words = f"{found['kind']} {after}"
        if found["names"]:
            return DISTINCT
        label = self._label_in(words)
        if label:
            return status_key(label)
        if metal := re.search(_METALS, found["kind"].lower()) or _FOR_METAL.match(after):
            return metal_key(Metal(metal[metal.lastindex or 0].capitalize()))
        status_class = None if _A_PART_OF.search(before) else _class_in(before, words)
        if status_class is not None:
            of_class = self._of_class[status_class]
            return status_key(of_class) if of_class else None
        if not _A_PART_OF.search(before) and _IN_COVERED.search(after):
            return COVERED
        return TOTAL if _ALTOGETHER.search(before) else None

    def _key_by_value(self, value: str) -> str | None:
        return next((f.key for f in self._figures.values() if f.is_of_list and f.value == value), None)

    def _label_in(self, text: str) -> str | None:
        """The one label that stands in the text; one word of usual meaning must stand in quotes."""
        found = [label for label in self._labels if f"“{label}”" in text or f'"{label}"' in text]
        return found[0] if len(found) == 1 else None

    def _of_suppliers(self, sentence: Sentence) -> Iterator[Said]:
        for found, before, after in _with_surroundings(self._suppliers, sentence.text):
            part = found if found["part"] else _part_behind(found, before, sentence)
            if part:
                yield _said(ASKED, found, sentence)
                outside = self._known(OUTSIDE) if _NOT_SOURCING.search(after) else ANSWERED
                yield _said(outside, part, sentence, group="part")
            elif key := self._supplier_key(before, after, str(number_of(found["number"]))):
                yield _said(key, found, sentence)

    def _supplier_key(self, before: str, after: str, value: str) -> str | None:
        if _NOT_SOURCING.search(after):
            return self._known(OUTSIDE)
        if _WAS_ASKED.search(before):
            return ASKED
        if _DID_ANSWER.search(after):
            return ANSWERED
        known = [key for key in (ASKED, ANSWERED) if key in self._figures]
        return next((key for key in known if self._figures[key].value == value), None)

    def _known(self, key: str) -> str | None:
        return key if key in self._figures else None

    def _of_answers(self, sentence: Sentence) -> Iterator[Said]:
        if not _ABOUT_ANSWERS.search(sentence.text):
            return
        for found in _RATE.finditer(sentence.text):
            decimals = len(found["number"].partition(".")[2])
            value = f"{found['number']}%"
            if self._survey.counted is not None:
                asked, answered = self._survey.counted
                own = percent(answered, asked, decimals)
                is_own = float(own[:-1]) == float(found["number"])
                value = self._figures[RATE].value if is_own else value
            yield Said(RATE, value, _quote(sentence.text, found.start(), found.end()), sentence.where)

    def _of_parts(self, sentence: Sentence) -> Iterator[Said]:
        """``Full Compliant: 237 of 298 (79.5%)``."""
        labels = [label for label in self._labels if sentence.text.startswith(label)]
        for found in _PARTS.finditer(sentence.text) if len(labels) == 1 else ():
            yield _said(status_key(labels[0]), found, sentence, group="part")
            yield _said(TOTAL, found, sentence, group="whole")
            if found["share"]:
                quote = _quote(sentence.text, found.start(), found.end())
                yield Said(share_key(labels[0]), f"{found['share']}%", quote, sentence.where)


def _part_behind(found: re.Match[str], before: str, sentence: Sentence) -> re.Match[str] | None:
    """The number of a part that stands behind the whole, as ``part``; None where there is none."""
    return _THEN_PART.match(sentence.text, found.end()) if _OF_WHOLE.search(before) else None


def _class_in(before: str, words: str) -> StatusClass | None:
    """What the words around a number say of the facilities that it counts."""
    if _REST.search(before) or _NOT_LISTED.search(words):
        return StatusClass.INDETERMINABLE
    if _NOT_CONFORMANT.search(words):
        return StatusClass.NOT_CONFORMANT
    if _ACTIVE.search(words):
        return StatusClass.ACTIVE
    return StatusClass.CONFORMANT if _CONFORMANT.search(words) else None


def _with_surroundings(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each match with the text back to the one before it and on to the next one."""
    found = list(pattern.finditer(text))
    for at, match in enumerate(found):
        begin = found[at - 1].end() if at else 0
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield match, text[begin : match.start()], text[match.end() : end]


def _said(
    key: str | None,
    found: re.Match[str],
    sentence: Sentence,
    *,
    group: str = "number",
    is_pointing: bool = False,
) -> Said:
    value = str(number_of(found[group]))
    return Said(key, value, _quote(sentence.text, found.start(), found.end()), sentence.where, is_pointing)


def _quote(text: str, begin: int, end: int) -> str:
    """The words around a place, whole words only."""
    first = text.rfind(" ", 0, begin - _QUOTED) + 1 if begin > _QUOTED else 0
    last = text.find(" ", end + _QUOTED)
    last = len(text) if last == -1 else last
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}"
