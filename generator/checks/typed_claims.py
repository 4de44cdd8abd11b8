"""Sentences that data can contradict and that somebody typed, where a claim computes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..findings import Finding
from ..findings.catalogue import CLAIM_FALSE, CLAIM_TYPED, DECLARATION_OPEN, RISK_BY_PLACE
from ..model import COVERED_COUNTRIES, Disclosure, Smelter, StatusClass
from ..prose.sentences import STANDS
from .claims_said import Amount, Said, claims_said
from .counted import Counts, said_of_facilities
from .field_words import FieldWords, metals_of
from .judged import field_words
from .noun_patterns import Noun
from .numbers import value_of
from .phrases.no_counts import WORD
from .prose import Prose, Sentence
from .row_words import rows_in_words

_NEUTRAL = frozenset((
    "listed", "reported", "identified", "named", "known", "eligible", "3tg", "smelters", "refiners", "and",
    "or", "the", "of", "such",
))  # fmt: skip
_NUMBER = re.compile(rf"\d[\d,]*|{WORD}", re.IGNORECASE)
_WHOLE_SURVEY = frozenset(["surveyed", "of", "the", "our", "direct"])
_COVERED = re.compile(r"\bcovered\s+countr(?:y|ies)\b|\bDRC\s+or\s+an?\s+adjoining", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\s*(?:(?:that\s+)?(?:we\s+)?(?:surveyed|asked)\s+)?(?:(?:have|has|had|also|all|thus)\s+)*(?:respond|answer|repli|return|complet)\w*"
    r"|\s*(?:(?:that\s+)?(?:we\s+)?(?:surveyed|asked)\s+)?(?:(?:have|has|had)\s+)?(?:provid|submit|sent)\w*\s+(?:us\s+)?(?:an?\s+|the\s+|their\s+|completed\s+)*(?:answers?|responses?|CMRTs?|templates?)",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(
    r"\s*(?:that|which|who|whose|of|with|in|for|from|sourc\w+|below|above)\b", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:that|which|who|whose|sourc\w+|following|remaining|other|additional|from|covered\s+countr\w+|conformant|CAHRAs?)\b",
    re.IGNORECASE,
)
"""A sentence that picked out some of them; ``these`` behind it means those."""
_CONFORM = re.compile(r"\b(?:conform\w*|compliant|validated|certified)\b", re.IGNORECASE)
_AUDITED = re.compile(
    r"\b(?:conform\w*|compliant|validated|certified|audited|assess\w*|active)\b", re.IGNORECASE
)
_ORIGINATE = re.compile(r"\b(?:originat|sourced?\b|come\s+from|came\s+from)", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"\b(?:filing|report\s+as\s+filed)\b[^.;]*\b(?:says?|said|states?|stated|draws?|names?)\b", re.IGNORECASE
)
"""What another document says is not claimed here."""
_LOW_RISK = re.compile(
    r"\blow(?:er)?[\s-]+risk|\brisk[^.;]{0,30}\b(?:low|small|minor)\b|\blittle\s+risk", re.IGNORECASE
)
_BY_PLACE = re.compile(r"\bgeograph|\blocat|\bcountr|\bwhere\s+they\b|\bplace\b|\bregion", re.IGNORECASE)
_OF_FACILITIES = re.compile(
    r"\b(?:smelters?|refiners?|facilit(?:y|ies)|SORs?|these|they|them|those|minerals?|3TGs?)\b", re.IGNORECASE
)
_BECAUSE = re.compile(
    r"\b(?:due\s+to|because|based\s+on|given|owing\s+to|in\s+view\s+of|by\s+(?:their|its|location|place)|as\s+(?:they|it)\b"
    r"|since\s+(?:they|it)\b|on\s+the\s+ground)",
    re.IGNORECASE,
)
_NOT_SOURCED = re.compile(r"\b(?:did|do|does)\s+not\s+source\b[^.;]*\bcovered\s+countr", re.IGNORECASE)


def typed_sentence_holds(prose: Prose) -> Iterator[Finding]:
    """CL-002: what a person typed is what the data says."""
    for typed, contradiction, advice in prose.once(_judged_claims):
        if contradiction:
            message = f"'{typed.sentence.words}' is not so: {contradiction}"
            yield Finding(CLAIM_FALSE, message, typed.sentence.place(*typed.span), advice)


def sentence_is_a_claim(prose: Prose) -> Iterator[Finding]:
    """CL-004: it may hold today; nothing notices when it no longer does."""
    for typed, contradiction, advice in prose.once(_judged_claims):
        if not contradiction and advice:
            start, end = typed.span
            word = " ".join(typed.sentence.text[start:end].split())
            message = f"'{word}' says something of all or none, and is typed: '{typed.sentence.words}'"
            yield Finding(CLAIM_TYPED, message, typed.sentence.place(*typed.span), advice)


def risk_by_place_rests_on_a_list(prose: Prose) -> Iterator[Finding]:
    """CL-003: that a place means little risk can only be said by a list of areas of high risk."""
    areas = prose.disclosure.facts.high_risk_areas
    for sentence in prose.sentences:
        found = _LOW_RISK.search(sentence.text)
        if not found or not _BY_PLACE.search(sentence.text) or _ATTRIBUTED.search(sentence.text):
            continue
        if not _OF_FACILITIES.search(sentence.text) or not _BECAUSE.search(sentence.text):
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
    rows = [row for row in prose.disclosure.smelters if row.country and row.country.is_covered]
    for section in prose.sections:
        if any("in_covered_countries" in run.source for run in section.runs):
            continue
        for sentence in prose.sentences:
            found = _NOT_SOURCED.search(sentence.text) if sentence.section is section and rows else None
            if found:
                message = f"'{sentence.words}', while the list has {rows_in_words(rows)}"
                advice = (
                    "Say in the same section how the two go together, with "
                    "{{ facilities.in_covered_countries.total }} or {{ claim.declared_outside() }}."
                )
                yield Finding(DECLARATION_OPEN, message, sentence.place(*found.span()), advice)


def _judged_claims(prose: Prose) -> Iterator[tuple[Said, str, str]]:
    """Every typed sentence that claims something, with what ``_judged`` says of it."""
    words = field_words(prose)
    before: Sentence | None = None
    sentences = {id(said.sentence): said for said in claims_said(prose, words)}
    for sentence in prose.sentences:
        said = sentences.get(id(sentence))
        if said:
            yield said, *_judged(said, prose.disclosure, words, before)
        before = sentence


def _judged(
    said: Said, disclosure: Disclosure, words: FieldWords, before: Sentence | None
) -> tuple[str, str]:
    """What contradicts the sentence (empty: nothing that is known), and what to write (empty: nothing)."""
    if said.noun == "supplier" and said.amount is Amount.ALL and _is_of_answers(said):
        return _of_answers(said, disclosure)
    if said.noun == "mineral" and _COVERED.search(said.after) and _ORIGINATE.search(said.after):
        covered = [name for name, code in disclosure.origin_codes if code in COVERED_COUNTRIES]
        is_against = covered and said.amount is Amount.NONE and not said.between.strip()
        return (
            f"the countries of origin include {', '.join(covered)}" if is_against else "",
            "Write {{ claim.origin() }}.",
        )
    if said.noun == "facility":
        if _COVERED.search(said.after) and STANDS.search(said.after):
            return _of_places(said, disclosure, words)
        if said.amount is Amount.ALL and _CONFORM.search(said.after):
            return _of_statuses(said, disclosure, words, before)
    if said.amount is Amount.ALL and not (said.noun == "facility" and _AUDITED.search(said.after)):
        return "", ""  # what was done with all of them, which no data could contradict
    return "", "Use a claim or a fact, say of whom it is true, or waive it with a reason."


def _is_of_answers(said: Said) -> bool:
    return said.is_object or bool(_ANSWERED.match(said.after))


def _of_answers(said: Said, disclosure: Disclosure) -> tuple[str, str]:
    """All suppliers answered; of some of them only, nothing is known."""
    survey = disclosure.facts.survey
    asked, answered = survey.counted or (0, 0)
    missing, many = asked - answered, survey.supplier_term.many
    is_all = all(
        word in _WHOLE_SURVEY or word.replace(",", "").isdigit() for word in said.between.casefold().split()
    )
    is_all = is_all and not (said.is_object and _RESTRICTED.match(said.after))
    says = f"{missing} of {asked} {many} did not answer" if missing > 0 and is_all else ""
    return says, "Write {{ claim.all_answered() }}."


def _of_places(said: Said, disclosure: Disclosure, words: FieldWords) -> tuple[str, str]:
    """No facility stands in a covered country; or none of a metal or a status."""
    advice = "Write {{ claim.none_in_covered_country(facilities) }}, of the group that is meant."
    rows = _rows_meant(said, disclosure, words)
    against = [row for row in rows or () if row.country and row.country.is_covered]
    is_part = _RESTRICTED.match(said.after) and not STANDS.search(said.after[:40])
    is_against = against and said.amount is Amount.NONE and not is_part
    return f"the list has {rows_in_words(against)}" if is_against else "", advice


def _of_statuses(
    said: Said, disclosure: Disclosure, words: FieldWords, before: Sentence | None
) -> tuple[str, str]:
    """All facilities are conformant; or all of a metal."""
    advice = "Write {{ claim.all_conformant(facilities) }}, of the group that is meant."
    counts = said_of_facilities(Counts(Noun.FACILITY), said.after, words)
    classes = {status.status_class for status in counts.statuses}
    is_of_part = said.is_these and before is not None and _PART.search(before.text) is not None
    if not counts.is_known or counts.is_negated or classes != {StatusClass.CONFORMANT} or is_of_part:
        return "", advice
    rows = [
        row
        for row in _rows_meant(said, disclosure, words) or ()
        if not counts.metals or row.metal in counts.metals
    ]
    others = [row for row in rows if row.status and row.status.status_class is not StatusClass.CONFORMANT]
    return f"{len(others)} of {len(rows)} have another status" if others else "", advice


def _rows_meant(said: Said, disclosure: Disclosure, words: FieldWords) -> Sequence[Smelter] | None:
    """The rows of the metal or the status that stands before the noun; None where another word does."""
    between = said.between.strip()
    status = re.search(words.status, between, re.IGNORECASE)
    statuses = words.statuses_of(status[0]) if status else ()
    left = between.replace(status[0], "") if status else between
    metals = tuple(metals_of(left))
    others = [
        word
        for word in left.casefold().split()
        if word.strip("“”") not in _NEUTRAL and not set(metals_of(word)) and not _NUMBER.fullmatch(word)
    ]
    if others or (status and not statuses):
        return None
    rows = [
        row
        for row in disclosure.smelters
        if (not metals or row.metal in metals) and (not statuses or row.status in statuses)
    ]
    numbers = [value_of(word) for word in left.split() if _NUMBER.fullmatch(word)]
    return rows if all(number == len(rows) for number in numbers) else None
