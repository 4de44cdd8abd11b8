"""Sentences of a filed document that say that no facility stands in a covered country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..filed.values import FiledDocument
from ..findings import Finding, Rule
from ..findings.catalogue import FILED_CLAIM
from ..model import Disclosure, Smelter, StatusClass
from ..model.counted import counted, named
from ..prose.sentences import STANDS, Sentence, sentences_of
from .figures import label_of_class
from .status_words import StatusWords
from .wording import DATE, FACILITIES

_COVERED = re.compile(r"\bcovered countr(?:y|ies)\b|\bDRC or an? adjoining countr", re.IGNORECASE)
_FACILITY = re.compile(r"\b(?:smelters?|refiners?|refiner(?:y|ies)|facilit(?:y|ies))\b", re.IGNORECASE)
_NO = re.compile(r"\b(?:no|none|not|neither|nor)\b", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:says?|said|states?|stated|reported|declared|declares?) that\b", re.IGNORECASE)
_ALL = re.compile(
    rf"\W*(?:all|each|every one|100%)(?: of)?(?: the| our)? (?:\d+ )?(?:identified |listed |reported )?"
    rf"(?:{FACILITIES})(?: (?:that were )?(?:identified|listed|reported|named)"
    r"(?: by our suppliers| in (?:this report|the annex))?)?"
    rf" (?:are|were|was|is) (?P<status>[\w -]{{3,40}}?)(?:,? as of {DATE})?\W*",
    re.IGNORECASE,
)
"""A claim on every facility, without a condition or a part."""
_LOOK_BACK = 3
"""Sentences before a claim that may say which facilities it is about."""


def no_facility_in_covered_country(
    disclosure: Disclosure, filed: FiledDocument, rule: Rule = FILED_CLAIM
) -> Iterator[Finding]:
    """VE-009: such a sentence is true of the facilities that it speaks of, or it names the exceptions.

    ``rule``: another one, where the list is the document's own.
    """
    sentences = list(sentences_of(filed.passages))
    for at, sentence in enumerate(sentences):
        if not _claims_none(sentence.text):
            continue
        label = _status_named(sentence.text, disclosure)
        rows = [row for row in disclosure.smelters if label is None or _label(row) == label]
        against = [row for row in rows if _is_covered(row)]
        if against:
            narrower = _narrower(sentences[max(at - _LOOK_BACK, 0) : at], disclosure)
            yield _finding(sentence, against, narrower, rule)


def all_have_a_status(
    disclosure: Disclosure, filed: FiledDocument, rule: Rule = FILED_CLAIM
) -> Iterator[Finding]:
    """VE-009: ``All of the smelters identified are Conformant`` is true where every row has that status.

    ``rule``: another one, where the list is the document's own.
    """
    words = StatusWords(disclosure.facts.statuses)
    rows = [row for row in disclosure.smelters if row.status]
    for sentence in sentences_of(filed.passages) if rows else ():
        found = _ALL.fullmatch(sentence.text)
        labels = words.labels_in(found["status"]) if found else set()
        against = [row for row in rows if _label(row) not in labels]
        if len(labels) == 1 and against:
            yield _finding(sentence, against, "", rule)


def _claims_none(text: str) -> bool:
    if _REPORTED.search(text):
        return False
    return all(pattern.search(text) for pattern in (_COVERED, _FACILITY, STANDS, _NO))


def _finding(sentence: Sentence, against: Sequence[Smelter], narrower: str, rule: Rule) -> Finding:
    rows = [f"{row.name} ({', '.join(filter(None, _details(row)))})" for row in against]
    listed = named(rows, between="; ")
    message = f"the filing says '{sentence.text}', and the list contradicts it: {listed}{narrower}"
    advice = "Say which facilities the sentence is about, or name the exceptions."
    return Finding(rule, message, sentence.where, advice)


def _details(row: Smelter) -> tuple[str | None, ...]:
    country = row.country.name if row.country else None
    return row.metal.lower(), country, _label(row), f"{row.where.cell} of the list"


def _label(row: Smelter) -> str | None:
    return row.status.label if row.status else None


def _is_covered(row: Smelter) -> bool:
    return row.country is not None and row.country.is_covered


def _narrower(before: Sequence[Sentence], disclosure: Disclosure) -> str:
    """That the claim holds of the facilities that the sentences before it are about, if it does."""
    for sentence in reversed(before):
        label = _status_named(sentence.text, disclosure) or _status_described(sentence.text, disclosure)
        rows = [row for row in disclosure.smelters if _label(row) == label]
        if label is not None and rows and not any(map(_is_covered, rows)):
            number = counted(len(rows), "facility", "facilities")
            return (
                f"; it is true only of the {number} with the status '{label}', which the"
                " sentences before it are about"
            )
    return ""


def _status_named(text: str, disclosure: Disclosure) -> str | None:
    named = [
        s.label for s in disclosure.facts.statuses if re.search(rf"[“\"]{re.escape(s.label)}[”\"]", text)
    ]
    return named[0] if len(named) == 1 else None


def _status_described(text: str, disclosure: Disclosure) -> str | None:
    """The status of facilities that are called the remaining ones, or on no list."""
    if re.search(r"\bremaining\b|\bnot on\b|indetermin|undetermin", text, re.IGNORECASE):
        return label_of_class(disclosure, StatusClass.INDETERMINABLE)
    return None
