"""Sentences that data can contradict and that somebody typed, where a claim computes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Finding
from ..findings.catalogue import CLAIM_FALSE, CLAIM_TYPED, DECLARATION_OPEN, RISK_BY_PLACE
from ..model import COVERED_COUNTRIES, Disclosure, Smelter, StatusClass
from ..model.counted import named, row_in_words
from ..prose.sentences import STANDS
from .prose import Prose, Sentence

_FACILITY = r"(?:smelters?|refiners?|refiner(?:y|ies)|facilit(?:y|ies))"
_SUPPLIER = r"(?:suppliers?|manufacturers?|vendors?)"
_NOUN = (
    rf"(?:{_FACILITY}|{_SUPPLIER}|minerals?(?!\s+Report)|products?|countr(?:y|ies)|mines?"
    r"|responses?|answers?)"
)
_BETWEEN = r"(?:(?!(?:with|of|to|from|in|for|on|and|or|that|which|is|are|was|were)\b)[\w’-]+\s+){0,2}?"
_THESE = r"(?:\s+of)?(?:\s+(?:the|our|its|their|these|those|such))?"
_CLAIM = re.compile(
    rf"""\b(?:no|none\s+of(?:\s+(?:the|our|its|these|those))?|neither\s+of(?:\s+the)?)\s+{_BETWEEN}{_NOUN}\b
    |\bnot\s+(?:identif\w+|found|find|aware\s+of|received?|learn\w*\s+of|known?\s+of)\s+any\b
    |\b(?:all|every)(?:\s+one)?{_THESE}\s+{_BETWEEN}{_NOUN}\b
    |\bonly\s+(?:from\s+|with\s+|by\s+)?(?:the\s+|those\s+|our\s+)?{_BETWEEN}{_NOUN}\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:filing|report\s+as\s+filed)\b[^.;]*\b(?:says?|said|states?|stated|draws?|names?)\b", re.IGNORECASE
)
"""What another document says is not claimed here."""
_RULE = re.compile(
    r"\b(?:must|should|shall|may|might|would|ask(?:s|ed)?|requires?|whether|if)\b", re.IGNORECASE
)
"""What is asked, required or possible is not claimed."""

_COVERED = re.compile(r"\bcovered\s+countr(?:y|ies)\b|\bDRC\s+or\s+an?\s+adjoining", re.IGNORECASE)
_ANSWERED = re.compile(r"\b(?:respon[ds]|answer|return|complet|repl)", re.IGNORECASE)
_ALL = re.compile(rf"\b(?:all|every)\b{_THESE}\s+{_BETWEEN}{_SUPPLIER}|\b100\s?%", re.IGNORECASE)
_CONFORM = re.compile(r"\b(?:conformant|compliant|validated|certified)\b", re.IGNORECASE)
_ORIGINATE = re.compile(r"\b(?:originat|sourced?\b|come\s+from|came\s+from)", re.IGNORECASE)
_LOW_RISK = re.compile(
    r"\blow(?:er)?[\s-]+risk|\brisk[^.;]{0,30}\b(?:low|small|minor)\b|\blittle\s+risk", re.IGNORECASE
)
_BY_PLACE = re.compile(r"\bgeograph|\blocat|\bcountr|\bwhere\s+they\b|\bplace\b|\bregion", re.IGNORECASE)
_NOT_SOURCED = re.compile(r"\b(?:did|do|does)\s+not\s+source\b[^.;]*\bcovered\s+countr", re.IGNORECASE)


@dataclass(frozen=True)
class _Typed:
    """A typed sentence that claims something, and where its negative or universal word stands."""

    sentence: Sentence
    start: int
    end: int


def typed_sentence_holds(prose: Prose) -> Iterator[Finding]:
    """CL-002: what a person typed is what the data says."""
    for typed, contradiction, advice in prose.once(_judged_claims):
        if contradiction:
            message = f"'{typed.sentence.words}' is not so: {contradiction}"
            yield Finding(CLAIM_FALSE, message, typed.sentence.place(typed.start, typed.end), advice)


def sentence_is_a_claim(prose: Prose) -> Iterator[Finding]:
    """CL-004: it may hold today; nothing notices when it no longer does."""
    for typed, contradiction, advice in prose.once(_judged_claims):
        if not contradiction:
            word = " ".join(typed.sentence.text[typed.start : typed.end].split())
            message = f"'{word}' says something of all or none, and is typed: '{typed.sentence.words}'"
            yield Finding(CLAIM_TYPED, message, typed.sentence.place(typed.start, typed.end), advice)


def risk_by_place_rests_on_a_list(prose: Prose) -> Iterator[Finding]:
    """CL-003: that a place means little risk can only be said by a list of areas of high risk."""
    areas = prose.disclosure.facts.high_risk_areas
    for sentence in prose.sentences:
        found = _LOW_RISK.search(sentence.text)
        if not found or not _BY_PLACE.search(sentence.text) or _ATTRIBUTED.search(sentence.text):
            continue
        if not sentence.is_typed(*found.span()):
            continue
        message = f"'{sentence.words}' is typed" + (
            "" if areas else ", and no list of high-risk areas is stated"
        )
        advice = "Write {{ claim.low_risk_by_location(facilities) }}, of the group that is meant."
        if not areas:
            advice = "State the list in disclosure.yml (high_risk_areas), and w" + advice[1:]
        yield Finding(RISK_BY_PLACE, message, sentence.place(*found.span()), advice)


def declaration_is_reconciled(prose: Prose) -> Iterator[Finding]:
    """CL-005: who declares not to source there, while a listed facility stands there, asks for a word."""
    rows = [row for row in prose.disclosure.smelters if row.country.is_covered]
    for section in prose.sections:
        if any("in_covered_countries" in run.source for run in section.runs):
            continue
        for sentence in prose.sentences:
            found = _NOT_SOURCED.search(sentence.text) if sentence.section is section and rows else None
            if found:
                message = f"'{sentence.words}', while the list has {_named(rows)}"
                advice = (
                    "Say in the same section how the two go together, with "
                    "{{ facilities.in_covered_countries.total }} or {{ claim.declared_outside() }}."
                )
                yield Finding(DECLARATION_OPEN, message, sentence.place(*found.span()), advice)


def _judged_claims(prose: Prose) -> Iterator[tuple[_Typed, str, str]]:
    """Every typed sentence that claims something, with what ``_judged`` says of it."""
    for typed in _typed_claims(prose):
        yield typed, *_judged(typed.sentence.text, prose.disclosure)


def _typed_claims(prose: Prose) -> Iterator[_Typed]:
    for sentence in prose.sentences:
        if _ATTRIBUTED.search(sentence.text):
            continue
        for found in (*_CLAIM.finditer(sentence.text), *_no_facility_stands(sentence.text)):
            first_word = re.match(r"\w+", sentence.text[found.start() :])
            assert first_word is not None
            word = (found.start(), found.start() + first_word.end())
            before = sentence.text[: found.start()]
            is_all = re.match(r"(?:all|every)\b", found[0], re.IGNORECASE)
            is_denied = is_all and re.search(r"\b(?:not|nor|cannot|unable)\b", before, re.IGNORECASE)
            if sentence.is_typed(*word) and not is_denied and not _RULE.search(before):
                yield _Typed(sentence, *found.span())
                break


def _no_facility_stands(text: str) -> Iterator[re.Match[str]]:
    """``not`` in a sentence on facilities that do not stand in a covered country."""
    if _COVERED.search(text) and STANDS.search(text) and re.search(rf"\b{_FACILITY}\b", text, re.IGNORECASE):
        yield from re.finditer(r"\b(?:no|none|not|neither|nor)\b", text, re.IGNORECASE)


def _judged(text: str, disclosure: Disclosure) -> tuple[str, str]:
    """What contradicts the sentence (empty: nothing that is known), and what to write instead."""
    rows = disclosure.smelters
    is_of_facilities = bool(re.search(rf"\b{_FACILITY}\b", text, re.IGNORECASE))
    survey = disclosure.facts.survey
    if _ALL.search(text) and _ANSWERED.search(text):
        missing = survey.suppliers - survey.answered
        many = survey.supplier_term.many
        return (
            f"{missing} of {survey.suppliers} {many} did not answer" if missing > 0 else "",
            "Write {{ claim.all_answered() }}.",
        )
    if _COVERED.search(text) and _ORIGINATE.search(text) and not STANDS.search(text):
        covered = [name for name, code in disclosure.origin_codes if code in COVERED_COUNTRIES]
        return (
            f"the countries of origin include {', '.join(covered)}" if covered else "",
            "Write {{ claim.origin() }}.",
        )
    if is_of_facilities and _COVERED.search(text):
        against = [row for row in rows if row.country.is_covered]
        return (
            f"the list has {_named(against)}" if against else "",
            "Write {{ claim.none_in_covered_country(facilities) }}, of the group that is meant.",
        )
    if is_of_facilities and _CONFORM.search(text) and re.search(r"\b(?:all|every)\b", text, re.IGNORECASE):
        others = [row for row in rows if row.status.status_class is not StatusClass.CONFORMANT]
        return (
            f"{len(others)} of {len(rows)} have another status" if others else "",
            "Write {{ claim.all_conformant(facilities) }}, of the group that is meant.",
        )
    return "", "Use a claim or a fact, say of whom it is true, or waive it with a reason."


def _named(rows: list[Smelter]) -> str:
    return named([row_in_words(row, row.country.name) for row in rows], between="; ")
