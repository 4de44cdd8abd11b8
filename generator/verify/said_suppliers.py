"""The figures of the survey that the sentences of a filed document say: suppliers asked, answers, the rate.

Only suppliers of the survey count: those that were trained, visited or rejected are others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model import Disclosure, percent
from ..prose.sentences import Sentence, number_of
from .figures import ANSWERED, ASKED, OUTSIDE, RATE, Figure, group_key
from .said import Said, quote, with_surroundings
from .supplier_words import (
    ABOUT_ANSWERS,
    ASIDE_SHARE,
    ASKED_BEHIND,
    DID_ANSWER,
    DID_NOT,
    NOT_OF_SURVEY,
    NOT_SOURCING,
    OF_RESPONSES,
    OF_THEM,
    OF_THOSE,
    OF_WHOLE,
    OTHER_RATE,
    OWN_WORDS,
    RATES,
    RECEIPT,
    RECEIVED,
    RECEIVED_FROM,
    REQUESTED_FROM,
    THEN_PART,
    WAS_ASKED,
)
from .wording import (
    COUNT,
    WORDS,
    is_bound,
    is_of_other_survey,
    is_of_other_year,
    is_planned,
    is_reference,
    settled,
)


class SupplierReader:
    """Finds the figures of the survey in sentences."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._survey = disclosure.facts.survey
        self._year = disclosure.year
        term = self._survey.supplier_term
        groups = [re.escape(one.name) for one in self._survey.groups]
        nouns = "|".join(
            (
                *groups,
                re.escape(term.many),
                re.escape(term.one),
                "suppliers?",
                *(["manufacturers?"] if "manufacturer" in term.many else []),
                "vendors?",
                "Supplier Group",
            )
        )
        self._nouns = re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)
        self._suppliers = re.compile(
            rf"(?:(?P<part>{COUNT}){ASIDE_SHARE}\s+(?:out )?of\s+(?:a total of |all |approximately "
            rf"|about )?(?:the|our|these|those|its)?\s*"
            rf"(?:total of )?)?(?P<number>{COUNT})\s+(?P<kind>{WORDS}{{0,5}}?)(?:{nouns})\b",
            re.IGNORECASE,
        )

    def read(self, sentence: Sentence) -> Iterator[Said]:
        if is_of_other_survey(sentence.text):
            return
        yield from self._of_suppliers(sentence)
        yield from self._of_them(sentence)
        yield from self._of_responses(sentence)
        yield from self._of_rates(sentence)

    def _of_suppliers(self, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        for found, before, after in with_surroundings(self._suppliers, text):
            if (
                is_reference(before)
                or is_planned(before)
                or is_of_other_year(text, *found.span("number"), self._year)
            ):
                continue
            part = found if found["part"] else THEN_PART.match(text, found.end())
            if part and not found["part"] and not self._tells_whole(before, part, text):
                part = None
            if part:
                yield self._said(self._group(ASKED, text), found, sentence)
                behind = after if part is found else text[part.end() :]
                yield from self._of_part(part, before, behind, sentence)
            elif key := self._key(before, found["kind"], after, str(number_of(found["number"]))):
                yield self._said(self._group(key, text), found, sentence)

    def _of_them(self, sentence: Sentence) -> Iterator[Said]:
        """``We asked 125 suppliers; 97 of them responded``."""
        text = sentence.text
        for one in OF_THOSE.finditer(text):
            group = "number" if one["number"] else "behind"
            if is_planned(text[: one.start()]) or is_of_other_year(text, *one.span(group), self._year):
                continue
            yield self._said(self._group(ANSWERED, text), one, sentence, group)
            if one["share"] and RATE in self._figures:
                shown = re.match(
                    rf".*?(?P<number>{re.escape(one['share'])})(?=\s?%)", text[one.start("share") :]
                )
                if shown:
                    yield self._rate(shown, text[: one.start("share")], sentence)
        asked = self._suppliers.search(text)
        for found, before, _ in with_surroundings(OF_THEM, text) if asked else ():
            is_other = is_planned(before) or is_of_other_year(text, *found.span("number"), self._year)
            if (
                asked
                and found.start() > asked.end()
                and not is_other
                and not THEN_PART.match(text, asked.end())
            ):
                yield self._said(self._group(ANSWERED, text), found, sentence)

    @staticmethod
    def _tells_whole(before: str, part: re.Match[str], text: str) -> bool:
        """Whether a number behind another one is its part: ``of``, and what they did is told."""
        is_of = OF_WHOLE.search(before) or re.search(r"\bof (?:which|whom|these|those|them)", part[0])
        return bool(is_of) and bool(
            DID_ANSWER.search(text[part.end() :]) or NOT_SOURCING.search(text[part.end() :])
        )

    def _of_part(self, part: re.Match[str], before: str, after: str, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        if NOT_SOURCING.search(after):
            yield self._said(self._known(OUTSIDE), part, sentence, "part")
        elif DID_NOT.search(after[:60]) or NOT_OF_SURVEY.search(before[-60:]):
            yield replace(self._said(None, part, sentence, "part"), within=ASKED)
        elif DID_ANSWER.search(after) or re.search(rf"{RECEIPT}|receiv", before, re.IGNORECASE):
            yield self._said(self._group(ANSWERED, text), part, sentence, "part")
        else:
            yield replace(self._said(None, part, sentence, "part"), within=ASKED)

    def _key(self, before: str, kind: str, after: str, value: str) -> str | None:
        if NOT_SOURCING.search(after):
            return self._known(OUTSIDE)
        near, behind = before[-80:], after[:60]
        if re.search(r"(?:%|percent|per cent) of (?:the|our|these|all|those)?\s*$", near, re.IGNORECASE):
            return ASKED
        if (
            OWN_WORDS.match(after)
            or NOT_OF_SURVEY.search(f"{near} {kind}")
            or DID_NOT.search(f"{near} {behind}")
        ):
            return None
        if re.search(
            rf"{COUNT}\s+(?:\w+\s+){{0,3}}?{RECEIPT}\s+(?:from|of)\s+(?:\w+\s+){{0,2}}$", near, re.IGNORECASE
        ):
            return ASKED
        if REQUESTED_FROM.search(near):
            return ASKED
        if RECEIVED_FROM.search(near) or re.match(
            r"\W*(?:\w+\s+){0,2}?(?:respond|repli|answered|returned|submitted)", after
        ):
            return ANSWERED
        if re.match(
            rf"\W*(?:\w+\s+){{0,2}}?(?:provided|completed)\s+(?:\w+\s+){{0,3}}?{RECEIPT}",
            after,
            re.IGNORECASE,
        ):
            return ANSWERED
        if NOT_OF_SURVEY.search(behind):
            return None
        if WAS_ASKED.search(near) or ASKED_BEHIND.match(after):
            return ASKED
        known = [key for key in (ASKED, ANSWERED) if key in self._figures]
        return next((key for key in known if self._figures[key].value == value), None)

    def _of_responses(self, sentence: Sentence) -> Iterator[Said]:
        """``732 total responses``: answers, where the sentence does not count suppliers itself."""
        text = sentence.text
        key = self._group(ANSWERED, text)
        for found, before, _ in with_surroundings(OF_RESPONSES, text):
            if (
                is_planned(before)
                or is_reference(before)
                or is_of_other_year(text, *found.span("number"), self._year)
            ):
                continue
            is_received = found["behind"] or RECEIVED.search(before) or re.search(r"\btotal\b", found["kind"])
            if key in self._figures and is_received and not NOT_OF_SURVEY.search(found["kind"]):
                yield self._said(key, found, sentence)

    def _of_rates(self, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        seen: set[int] = set()
        for found in (one for pattern in RATES for one in pattern.finditer(text)):
            begin, end = found.span("number")
            before = text[:begin]
            if begin in seen or is_planned(before) or is_of_other_year(text, begin, end, self._year):
                continue
            around = (
                text[max(found.start() - 30, 0) : end]
                if found.start("what") < begin
                else text[begin : found.end() + 25]
            )
            if OTHER_RATE.search(f"{around} {found['what']}") or not ABOUT_ANSWERS.search(text):
                continue
            seen.add(begin)
            yield self._rate(found, before, sentence)

    def _rate(self, found: re.Match[str], before: str, sentence: Sentence) -> Said:
        number = found["number"]
        decimals = len(number.partition(".")[2])
        value, key = f"{number}%", self._group(RATE, sentence.text)
        figure = self._figures.get(key or "")
        if figure is not None and self._holds(key, figure, float(number), decimals, before):
            value = figure.value
        return Said(key, value, quote(sentence.text, *found.span("number")), sentence.where)

    def _holds(self, key: str | None, figure: Figure, number: float, decimals: int, before: str) -> bool:
        """Whether a rate is that of the data at the coarser of the two roundings, or within its bound."""
        if key == RATE and self._survey.counted is not None:
            asked, answered = self._survey.counted
            own = [float(percent(answered, asked, decimals)[:-1]), 100 * answered / asked if asked else 0.0]
        else:
            own = [figure.number]
        own.append(round(figure.number, decimals))
        bound = is_bound(before) or is_bound(figure.value.partition(number_in(figure.value))[0])
        return any(number == one for one in own) or (
            bound and any(settled(number, one, before) for one in own)
        )

    def _group(self, key: str, text: str) -> str | None:
        """The figure of the group that a sentence names; that of the whole survey where it names none."""
        for group in self._survey.groups:
            words = re.sub(r"\W+", " ", group.name.casefold())
            plain = re.sub(r"\W+", " ", text.casefold())
            if words in plain and group_key(key, group.name) in self._figures:
                return group_key(key, group.name)
        return key

    def _known(self, key: str) -> str | None:
        return key if key in self._figures else None

    def _said(self, key: str | None, found: re.Match[str], sentence: Sentence, group: str = "number") -> Said:
        value, figure = number_of(found[group]), self._figures.get(key or "")
        before, written = sentence.text[: found.start(group)], str(value)
        if figure is not None:
            is_rough = not figure.value.replace(",", "").isdigit()
            if (is_rough or is_bound(before)) and settled(value, figure.number, before, is_rough=is_rough):
                written = figure.value
        return Said(key, written, quote(sentence.text, *found.span(group)), sentence.where)


def number_in(text: str) -> str:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    return found[0] if found else text
