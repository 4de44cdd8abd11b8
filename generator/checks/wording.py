"""Words of the report: names of programmes, claims of being free of conflict, status labels, old phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..findings.catalogue import (
    CONFLICT_FREE,
    LABEL_UNKNOWN,
    NAME_SPELLING,
    OLD_PHRASE,
    PROGRAMME_NAME,
    STATUS_WORD,
)
from ..model import Disclosure
from .judged import field_words
from .phrases import any_of
from .phrases.words import COMPLIANT_UNTIL, FORMER_NAMES, OLD_PHRASES, OTHER_SPELLINGS
from .prose import Prose, Sentence

_EXPLAINED = re.compile(
    r"\b(?:former(?:ly)?|previously|once|then|renamed|now\s+(?:called|known))\b", re.IGNORECASE
)
"""A sentence that says that a name is a former one may give it."""
_FORMER_NAME = any_of(FORMER_NAMES)

_CONFLICT_FREE = r"[“\"]?(?:DRC[-\s]+)?conflict[-\s]+free\b[”\"]?"
_BE = (
    r"(?:are|is|was|were|remains?|be(?:en)?)(?:\s+(?:all|both|now|also|found\s+to\s+be|considered|deemed"
    r"|believed\s+to\s+be|certified|to\s+be|as))*"
)
_OWN = (
    r"(?:products?|devices?|goods|components?|parts?|minerals?|metals?|materials?|3TGs?|ores?|gold|tin"
    r"|tantalum|tungsten|items|equipment)"
)
_FREE = re.compile(
    rf"""(?P<said>\b{_BE}\s+{_CONFLICT_FREE})(?!\s+(?:smelter|refiner|facilit|sourc|program|polic|suppl|certif|list|initiative))
    |\b(?:we|company)\s+(?:only\s+|exclusively\s+|solely\s+)?(?:use[sd]?|sells?|sold|makes?|made|manufactur\w+|sourced?s?|buys?|bought|purchas\w+
        |ships?|offers?)\s+(?:[\w-]+\s+){{0,3}}?{_CONFLICT_FREE}(?:\s+\w+)?
    |\b(?:our|its)\s+(?:[\w-]+\s+){{0,2}}?{_CONFLICT_FREE}\s+{_OWN}\b(?!\s+(?:(?-i:[A-Z])|polic|program|task|group|initiative|statement|list|standard|position|sourc))
    |\b(?:our|its|the)\s+(?:[\w-]+\s+){{0,3}}?(?:contains?|uses?|includes?)\s+(?:only\s+)?{_CONFLICT_FREE}""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:smelters?|refiners?|facilit(?:y|ies)|suppliers?|vendors?|mines?|sources?|polic(?:y|ies)|supply\s+chains?|programs?|programmes?|list|they|it)\b",
    re.IGNORECASE,
)
"""What may be called so without a claim on the filer's products."""
_NOT_BENEFITING = re.compile(
    r"\b(?:products?|minerals?|metals?)\b[^.;]{0,80}?\b(?:do|does|did|have|has)\s+not\b[^.;]{0,40}?"
    r"\b(?:financ|benefit)\w*[^.;]{0,40}?\barmed\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:no\s+claim|not\b[^.;]{0,60}\b(?:say|conclude|determine|claim|state|know|confirm)|insufficient|not\s+(?:claim|conclude|say|determine|state|know)|whether|unable|means?|term|define[sd]?"
    r"|in\s+a\s+manner|commit\w*|expect\w*|aims?|ensur\w+|seeks?|strive\w*|intend\w*|goals?|policy|if|until|plans?"
    r"|encourag\w+|requir\w+|requests?|asks?|should|must|may|might|would|could|will|wants?|reasonably|that\s+source|suppliers?\s+(?:that|who|whose))\b|“[^”]*$",
    re.IGNORECASE,
)

_DEFINED = re.compile(r"[^.;]{0,20}?\b(?:when|if|where|unless|provided|only\s+if)\b", re.IGNORECASE)
_PICKED = re.compile(r"\b(?:that|which|who)\s+$", re.IGNORECASE)
"""``products that are conflict-free``, ``a product is conflict free if``: of the own ones nothing is said."""
_QUOTED = re.compile(r"[“\"]([^”\"]{2,40})[”\"]")
_ABOUT_STATUS = re.compile(
    r"\bstatus(?:es)?(?:\s+of\s+(?:[\w’-]+\s+){0,5}?[\w’-]+)?(?:\s+(?:is|are|was|were|as|of|to|becomes?|being|reads?|called))?\s*[:,]?\s*(?:an?\s+|the\s+|now\s+|still\s+)*$"
    r"|\b(?:smelters?|refiners?|facilit(?:y|ies)|they|it|these|which|that)\b[^.;]{0,60}?"
    r"\b(?:listed|classified|designated|categori[sz]ed|reported)\s+as\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the quoted word where it is a status."""


def _compliant(facility: str) -> re.Pattern[str]:
    """The former word, said of a facility."""
    verbs = (
        r"(?:(?:that|which|are|is|were|was|be|as|found|listed|certified|validated|considered|deemed|rated)"
        r"\s+){0,4}"
    )
    return re.compile(
        rf"\bconflict[-\s]+free[”\"]?\s+(?:{facility}|designations?|status)\b"
        rf"|\b(?:non-?)?compliant[”\"]?\s+{facility}\b|\b{facility}\s+{verbs}[“\"]?(?:non-?)?compliant\b",
        re.IGNORECASE,
    )


def programme_has_its_present_name(prose: Prose) -> Iterator[Finding]:
    """WD-001: CFSI, CFSP and EICC have had other names since 2017."""
    former = [name for name in FORMER_NAMES if name.holds_in(prose.disclosure.year)]
    for sentence in prose.sentences:
        if not _FORMER_NAME.search(sentence.text) or _EXPLAINED.search(sentence.text):
            continue
        told: list[tuple[int, int]] = []
        for name in former:
            for found in name.regex.finditer(sentence.text):
                is_inside = any(start < found.end() and found.start() < end for start, end in told)
                if not is_inside and sentence.is_typed(*found.span()):
                    told.append(found.span())
                    message = f"'{found[0]}' is no present name; it is {name.instead}"
                    where = sentence.place(*found.span())
                    yield Finding(
                        PROGRAMME_NAME,
                        message,
                        where,
                        "Write the present name, or say that it is a former one.",
                    )


def name_is_spelt_as_its_own(prose: Prose) -> Iterator[Finding]:
    """WD-007: a body's name in another spelling than the one that it gives itself."""
    for sentence in prose.sentences:
        for name in OTHER_SPELLINGS:
            for found in name.regex.finditer(sentence.text):
                if sentence.is_typed(*found.span()):
                    message = f"'{found[0]}' spells its name as {name.instead}"
                    where = sentence.place(*found.span())
                    yield Finding(NAME_SPELLING, message, where, "Nothing to do, or write it so.")


def conflict_free_is_audited(prose: Prose) -> Iterator[Finding]:
    """WD-002: who says so of the own products, or implies it, needs an independent private sector audit."""
    if prose.disclosure.facts.audit is not None:
        return
    for sentence in prose.sentences:
        for found in (*_FREE.finditer(sentence.text), *_NOT_BENEFITING.finditer(sentence.text)):
            if _is_no_claim(found, sentence.text) or not sentence.is_typed(*found.span()):
                continue
            message = (
                f"'{sentence.words}' says or implies that products are DRC conflict free, without an audit"
            )
            advice = "Say what was determined instead, or state the audit in disclosure.yml (audit)."
            word = re.compile(r"conflict[-\s]+free", re.IGNORECASE).search(sentence.text, found.start())
            span = word.span() if word and found.re is _FREE else found.span()
            yield Finding(CONFLICT_FREE, message, sentence.place(*span), advice)
            break


_NONE_IS = re.compile(r"(?:^|,\s|\b(?:and|but)\s)\W*(?:no|none\s+of|neither)\b[^,]*$", re.IGNORECASE)
"""``no product of ours is``: it denies, and claims nothing."""


def _is_no_claim(found: re.Match[str], text: str) -> bool:
    """Whether the words are said of others, defined, picked out, wanted or denied."""
    before = text[: found.start()]
    if _NO_CLAIM.search(before) or re.search(r"\b(?:if|when|unless|whether)\b", found[0], re.IGNORECASE):
        return True
    if found.re is not _FREE:
        return False
    if found["said"] and _NONE_IS.search(re.split(r"[;:]", before)[-1]):
        return True
    is_of_others = found["said"] and _OF_OTHERS.search(re.split(r"[,;:]", before)[-1])
    return bool(is_of_others or _DEFINED.match(text, found.end()) or _PICKED.search(before))


def status_label_is_defined(prose: Prose) -> Iterator[Finding]:
    """WD-003: a status in quotes is one of the vocabulary, which defines it; a filer without one has none."""
    labels = {status.label.casefold() for status in prose.disclosure.facts.statuses}
    for sentence in prose.sentences:
        for found in _QUOTED.finditer(sentence.text) if labels else ():
            before, behind = sentence.text[: found.start()], sentence.text[found.end() :]
            is_status = _ABOUT_STATUS.search(before) or re.match(r"\s+status\b", behind)
            if not is_status or re.match(r"\s+(?:suppliers?|level|list|products?)\b", behind):
                continue
            in_brackets = before.rstrip().endswith(("(the", "("))
            is_label = " ".join(found[1].split()).casefold() in labels
            if not is_label and not in_brackets and sentence.is_typed(*found.span(1)):
                message = f"the status “{' '.join(found[1].split())}” is not defined"
                known = ", ".join(f"“{status.label}”" for status in prose.disclosure.facts.statuses)
                advice = f"Use {known}, or define it in disclosure.yml (statuses)."
                yield Finding(LABEL_UNKNOWN, message, sentence.place(*found.span(1)), advice)


def status_is_conformant(prose: Prose) -> Iterator[Finding]:
    """WD-004: an assessment finds that a facility conforms to a standard, not that it obeys a law."""
    pattern = _compliant(field_words(prose).facility)
    for sentence in prose.sentences if prose.disclosure.year > COMPLIANT_UNTIL else ():
        for found in pattern.finditer(sentence.text):
            if sentence.is_typed(*found.span()) and not _is_in_a_name(found, sentence):
                message = (
                    f"'{' '.join(found[0].split())}' is the former word; RMI's present one is conformant"
                )
                yield Finding(STATUS_WORD, message, sentence.place(*found.span()), "Write 'conformant'.")
    yield from _compliant_labels(prose.disclosure)


def phrase_is_of_today(prose: Prose) -> Iterator[Finding]:
    """WD-005: sentences that were right in the first years of the rule."""
    phrases = [phrase for phrase in OLD_PHRASES if phrase.holds_in(prose.disclosure.year)]
    for sentence in prose.sentences:
        for old in phrases:
            for found in old.regex.finditer(sentence.text):
                if sentence.is_typed(*found.span()):
                    message = f"'{' '.join(found[0].split())}' is a phrase of earlier years"
                    yield Finding(OLD_PHRASE, message, sentence.place(*found.span()), old.instead)


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
