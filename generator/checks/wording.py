"""Words of the report: names of programmes, claims of being free of conflict, status labels, old phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import CONFLICT_FREE, LABEL_UNKNOWN, OLD_PHRASE, PROGRAMME_NAME, STATUS_WORD
from ..model import Disclosure
from .prose import Prose, Sentence

_FORMER = {
    r"EICC[-/– ]GeSI": "the Responsible Minerals Initiative (RMI)",
    r"Electronic\s+Industry\s+Citizenship\s+Coalition": "the Responsible Business Alliance (RBA)",
    r"EICC": "the Responsible Business Alliance (RBA)",
    r"Global\s+e-Sustainability\s+Initiative|GeSI": "the Responsible Minerals Initiative (RMI)",
    r"Conflict[-\s]+Free\s+Sourcing\s+Initiative": "the Responsible Minerals Initiative (RMI)",
    r"CFSI": "the Responsible Minerals Initiative (RMI)",
    r"Conflict[-\s]+Free\s+Smelter\s+(?:Program(?:me)?|Initiative)": (
        "the Responsible Minerals Assurance Process (RMAP)"
    ),
    r"CFSP": "the Responsible Minerals Assurance Process (RMAP)",
    r"[“\"]?Conflict[-\s]+Free[”\"]?\s+program(?:me)?": "the Responsible Minerals Assurance Process (RMAP)",
    r"Responsible\s+Jewel(?:le)?ry\s+Program(?:me)?|Responsible\s+Jewelry\s+Council": (
        "the Responsible Jewellery Council (RJC)"
    ),
    r"London\s+Bullion\s+Market(?!\s+Association)": "the London Bullion Market Association (LBMA)",
}
_FORMER_NAME = re.compile("|".join(f"\\b(?:{name})(?![\\w])" for name in _FORMER))
_EXPLAINED = re.compile(r"\b(?:former(?:ly)?|previously|once|then)\b", re.IGNORECASE)
"""A sentence that says that a name is a former one may give it."""

_PHRASES = {
    r"definition\s+of\s+(?:a\s+)?smelters?\s+(?:is\s+|was\s+)?not\s+(?:\w+\s+){0,2}finali[sz]ed": (
        "The definition has been final since 2013: say what keeps a facility from being identified now."
    ),
    r"(?:DRC\s+)?conflict\s+undeterminable": (
        "The rule allowed this for 2013 and 2014 only (smaller companies: to 2016): say what could not be"
        " determined."
    ),
    r"[“\"]?\bactive\b[”\"]?[^.;]*\b(?:London\s+Bullion|LBMA|Responsible\s+Jewel\w+|RJC)\b": (
        "RMI counts a facility that a recognized program has certified as conformant, not as active."
    ),
    r"lists?\s+of\s+[“\"]?compliant[”\"]?\s+smelters?": "RMI calls it the list of conformant smelters.",
}
_PHRASE = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)

_OF_FACILITY = (
    r"[”\"]?\s+(?:smelters?|refiners?|facilit(?:y|ies)|designations?|status|certifi\w+|lists?|programs?)\b"
)
_FREE = re.compile(rf"\bconflict[-\s]+free\b(?!{_OF_FACILITY})", re.IGNORECASE)
_NOT_BENEFITING = re.compile(
    r"\b(?:products?|minerals?|metals?)\b[^.;]{0,80}?\b(?:do|does|did|have|has)\s+not\b[^.;]{0,40}?"
    r"\b(?:financ|benefit)\w*[^.;]{0,40}?\barmed\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:no\s+claim|not\s+(?:claim|conclude|say|determine|state)|whether|unable|means?|term|define[sd]?"
    r"|in\s+a\s+manner|commit\w*|expect\w*|aims?|ensur\w+|seeks?|strive\w*|intend\w*|goals?|policy)\b|“[^”]*$",
    re.IGNORECASE,
)

_QUOTED = re.compile(r"[“\"]([^”\"]{2,40})[”\"]")
_ABOUT_STATUS = re.compile(
    r"\bstatus(?:es)?\b|\b(?:listed|classified|designated|categori[sz]ed|reported)\s+as\b", re.IGNORECASE
)
_COMPLIANT = re.compile(
    rf"\bconflict[-\s]+free{_OF_FACILITY}|"
    r"\b(?:(?:non-?)?compliant\s+(?:smelters?|refiners?|facilit(?:y|ies))"
    r"|(?:smelters?|refiners?|facilit(?:y|ies))\s+(?:(?:that|which|are|is|were|was|as|found|listed)\s+){0,3}(?:non-?)?compliant)\b",
    re.IGNORECASE,
)


def programme_has_its_present_name(prose: Prose) -> Iterator[Finding]:
    """WD-001: CFSI, CFSP and EICC have had other names since 2017."""
    for sentence in prose.sentences:
        for found in _FORMER_NAME.finditer(sentence.text):
            if _EXPLAINED.search(sentence.text) or not sentence.is_typed(*found.span()):
                continue
            present = next(now for name, now in _FORMER.items() if re.fullmatch(name, found[0]))
            message = f"'{found[0]}' is no present name; it is {present}"
            where = sentence.place(*found.span())
            yield Finding(
                PROGRAMME_NAME, message, where, "Write the present name, or say that it is a former one."
            )


def conflict_free_is_audited(prose: Prose) -> Iterator[Finding]:
    """WD-002: who says so, or implies it, needs an independent private sector audit."""
    if prose.disclosure.facts.audit is not None:
        return
    for sentence in prose.sentences:
        for found in (*_FREE.finditer(sentence.text), *_NOT_BENEFITING.finditer(sentence.text)):
            before = sentence.text[: found.start()]
            if (
                _is_in_a_name(found, sentence)
                or _NO_CLAIM.search(before)
                or not sentence.is_typed(*found.span())
            ):
                continue
            message = (
                f"'{sentence.words}' says or implies that products are DRC conflict free, without an audit"
            )
            advice = "Say what was determined instead, or state the audit in disclosure.yml (audit)."
            yield Finding(CONFLICT_FREE, message, sentence.place(*found.span()), advice)
            break


def status_label_is_defined(prose: Prose) -> Iterator[Finding]:
    """WD-003: a status in quotes is one of the vocabulary, which defines it; a filer without one has none."""
    labels = {status.label.casefold() for status in prose.disclosure.facts.statuses}
    for sentence in prose.sentences:
        about_status = labels and _ABOUT_STATUS.search(sentence.text)
        for found in _QUOTED.finditer(sentence.text) if about_status else ():
            in_brackets = sentence.text[: found.start()].rstrip().endswith(("(the", "("))
            is_label = " ".join(found[1].split()).casefold() in labels
            if not is_label and not in_brackets and sentence.is_typed(*found.span(1)):
                message = f"the status “{' '.join(found[1].split())}” is not defined"
                known = ", ".join(f"“{status.label}”" for status in prose.disclosure.facts.statuses)
                advice = f"Use {known}, or define it in disclosure.yml (statuses)."
                yield Finding(LABEL_UNKNOWN, message, sentence.place(*found.span(1)), advice)


def status_is_conformant(prose: Prose) -> Iterator[Finding]:
    """WD-004: an assessment finds that a facility conforms to a standard, not that it obeys a law."""
    for sentence in prose.sentences:
        for found in _COMPLIANT.finditer(sentence.text):
            if sentence.is_typed(*found.span()) and not _is_in_a_name(found, sentence):
                message = (
                    f"'{' '.join(found[0].split())}' is the former word; RMI's present one is conformant"
                )
                yield Finding(STATUS_WORD, message, sentence.place(*found.span()), "Write 'conformant'.")
    yield from _compliant_labels(prose.disclosure)


def phrase_is_of_today(prose: Prose) -> Iterator[Finding]:
    """WD-005: sentences that were right in the first years of the rule."""
    for sentence in prose.sentences:
        for found in _PHRASE.finditer(sentence.text):
            if sentence.is_typed(*found.span()):
                phrase = " ".join(found[0].split())
                advice = next(a for p, a in _PHRASES.items() if re.fullmatch(p, found[0], re.IGNORECASE))
                message = f"'{phrase}' is a phrase of earlier years"
                yield Finding(OLD_PHRASE, message, sentence.place(*found.span()), advice)


def _is_in_a_name(found: re.Match[str], sentence: Sentence) -> bool:
    """Whether it is part of a programme's former name, which another check tells."""
    names = _FORMER_NAME.finditer(sentence.text)
    return any(name.start() <= found.start() < name.end() for name in names)


def _compliant_labels(disclosure: Disclosure) -> Iterator[Finding]:
    for number, status in enumerate(disclosure.facts.statuses):
        if re.search(r"\bcompliant\b", status.label, re.IGNORECASE):
            message = f"the status '{status.label}' uses the former word; RMI's present one is conformant"
            where = disclosure.where("statuses", number, "label")
            advice = "Change it, unless it reproduces a report as it was filed."
            yield Finding(STATUS_WORD, message, where, advice)
