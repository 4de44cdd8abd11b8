"""What a typed figure counts of the survey: suppliers asked, suppliers that answered, answers, the rate."""

from __future__ import annotations

import re
from decimal import Decimal

from ..model import Disclosure
from .field_words import FieldWords
from .known_counts import Known
from .numbers import Figure

_GAP = r"(?:(?!\b(?:and|but|which|that|who)\b)[^.;:]){0,90}"
_ASKED_BEFORE = re.compile(
    rf"\b(?:(?:survey|template|CMRTs?|questionnaires?|requests?|inquiry){_GAP}\b(?:sent|dispatched|distributed|issued|mailed|circulated)\s+(?:out\s+)?to"
    rf"|(?:request\w*|sought|solicited){_GAP}\b(?:CMRTs?|templates?|answers?|responses?|information){_GAP}\bfrom|survey(?:ed|s)?|asked|polled|canvassed|queried|(?:sent|dispatched|distributed|issued|mailed){_GAP}\b(?:survey|template|CMRTs?|questionnaires?|requests?|inquiry|it)\b{_GAP}"
    rf"\bto|(?:survey|inquiry|request)s?\s+(?:of|to|covered|included|comprised)|(?:survey|inquiry|request|template|CMRT|questionnaire|letter)s?\s+went\s+(?:out\s+)?to)\s+(?:all\s+|the\s+|our\s+|these\s+|approximately\s+|about\s+|some\s+|a\s+total\s+of\s+|more\s+than\s+|over\s+|at\s+least\s+|nearly\s+|around\s+|up\s+to\s+)*$",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"\s*received\s+(?:the|our)\s+(?:survey|templates?|CMRTs?|requests?|questionnaires?|inquir(?:y|ies)|letter)(?=\s*(?:$|[.;,]|\band\b))"
    r"|\s*(?:were|was|have\s+been)\s+(?:surveyed|asked|polled|in\s+(?:the\s+)?scope(?:\s+of\s+(?:the|our)\s+survey)?)(?=\s*(?:$|[.;:,)]|\b(?:and|in|for|about|to|by|with)\b))",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\s*(?:$|[.;:,)(]|(?:of\s+which|of\s+whom|and|to\s+(?:complete|return|fill|provide|submit|respond|answer|determine|identify|tell|report)|about|with\s+(?:the|our|a|version|revision)\b|in\s+(?:20\d\d|the\s+(?:period|year|reporting)|total|scope)"
    r"|for\s+(?:20\d\d|the\s+(?:period|year|reporting|20\d\d))|on\s+(?:their|the\s+use|3TGs?|whether)"
    r"|regarding|concerning|using|through|by|during|via|that\s+may|whether|who\s+may)\b)",
    re.IGNORECASE,
)
_OBJECT = (
    r"(?:\s+(?:(?:to\s+)?us\s+)?(?:(?:an?|the|their|our|its|completed|filled-in|valid|to)\s+)*"
    r"(?:answers?|responses?|CMRTs?|templates?|surveys?|questionnaires?|requests?|inquir(?:y|ies)|questions?)"
    r"(?:\s+(?:to\s+us|back))?)"
)
_ANSWERED = re.compile(
    r"\s*(?:(?:have|has|had)\s+)?(?P<not>(?:did|have|has|had|do|does)\s+not\s+(?:yet\s+)?)?"
    rf"(?:(?:answer|respond|repl(?:y|i)|return)(?:ed|s)?\b{_OBJECT}?|(?:complet|submitt?|provid|sent|gave|deliver)\w*{_OBJECT})",
    re.IGNORECASE,
)
_PLAIN_TAIL = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:at\s+all\b|in\s+spite\s+of|despite|$|[.;:,!?)–—]|\b(?:and|but|while|whereas|which)\b|to\s+(?:our|the|this|us)\b|of\s+(?:which|whom)\b"
    r"|(?:in|for|during)\s+(?:the\s+)?(?:20\d\d|reporting|period|year|survey|total)|with\s+(?:an?|the|their)\s+(?:completed\s+)?(?:CMRT|template|answer|response)\b)",
    re.IGNORECASE,
)
"""Words behind which all of them are meant, and none that are picked out by how or when they answered."""
_FROM_THEM = re.compile(r"\s*from\s+(?:(?:our|the|these|direct)\s+)*suppliers\b", re.IGNORECASE)
_RECEIVED_BEFORE = re.compile(
    rf"\b(?:receiv\w+|obtain\w+|got|had|have|collected)\s+(?:(?:completed|valid|the|their|a|an)\s+)*(?:answers?|responses?|replies|CMRTs?|templates?|surveys?|questionnaires?)\b{_GAP}\bfrom\s+"
    r"(?:a\s+total\s+of\s+|more\s+than\s+|over\s+|at\s+least\s+|nearly\s+|approximately\s+|about\s+|some\s+|around\s+|almost\s+|less\s+than\s+|all\s+|only\s+)*$"
    r"|\b(?:we|company|it)\s+(?:have\s+|has\s+)?heard\s+(?:back\s+)?from\s+(?:a\s+total\s+of\s+|only\s+)*$"
    rf"|\b(?:answers?|responses?|replies|CMRTs?|templates?)\s+(?:(?:were|have\s+been)\s+(?:received|obtained)|came)\s+from\s+(?:more\s+than\s+|over\s+|at\s+least\s+|approximately\s+|about\s+|only\s+)*$",
    re.IGNORECASE,
)
_BY_SPEND = re.compile(
    r"\b(?:by|on|of|in\s+terms\s+of)\s+(?:\w+\s+){0,2}?(?:spend\w*"
    r"|expenditures?|purchas\w+|revenues?|volume|value)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:industry|competitors?|peers?|usual(?:ly)?|benchmark\w*|other\s+companies)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"\s*,\s*(?:only\s+)?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)(?:\s*\([^)]*\))?(?:\s+suppliers)?", re.IGNORECASE
)
_OF_THE_SURVEYED = re.compile(
    r"(?:^|[;:,])\W*of\s+(?:(?:the|our|these|all|those)\s+)*(?:\d[\d,]*\s+)?suppliers(?:\s+(?:surveyed|asked|that\s+we\s+\w+|we\s+\w+))?,\s*$",
    re.IGNORECASE,
)
_GOT_BEFORE = re.compile(
    r"\b(?:receiv\w+|obtain\w+|got|collected)\s+(?:a\s+total\s+of\s+|only\s+|back\s+)*$", re.IGNORECASE
)
_OUTSIDE_AFTER = re.compile(
    r"\s*(?:reported|declared|stated|confirmed|indicated|said|told\s+us)\s+that\s+(?:it|they|he|she)\s+(?:did|do|does)\s+not\s+source",
    re.IGNORECASE,
)
_RATE_NAME = r"(?:response|reply|answer|return)\s+(?:rate|ratio)"
_RATE = re.compile(
    rf"\b{_RATE_NAME}\s+(?:was|is|of|reached|stood\s+at|came\s+to)(?:\s+(?:only|again|thus|approximately|about|more\s+than|over|at\s+least|nearly|some|a|around))*\s*$",
    re.IGNORECASE,
)
_RATE_AFTER = re.compile(
    rf"\s*(?:(?:supplier|overall|survey|CMRT|total|final)\s+)*{_RATE_NAME}(?!s)(?:\s+(?:to|of|for|in|from)\s+(?:the|our|this|these)?\s*(?:(?:reporting\s+)?(?:survey|suppliers|period|year)|20\d\d|CMRT))?(?=\s*(?:$|[.;:,)!–—-]|\b(?:and|in|for|through|by|which)\b))",
    re.IGNORECASE,
)
_OF_SUPPLIERS = (
    r"\s*of\s+(?:(?:the|our|all|these|those|its)\s+)*(?:(?:relevant|surveyed|direct|\d[\d,]*)\s+)*"
)


def deed_of(figure: Figure, after: str) -> str:
    """What these suppliers did, or what was done: ``asked``, ``answered``, ``silent``, ``outside`` or"
    " empty."""
    if _OUTSIDE_AFTER.match(after):
        return "outside"
    answered = _ANSWERED.match(after)
    if answered:
        is_plain = _PLAIN_TAIL.match(after, answered.end())
        return ("silent" if answered["not"] else "answered") if is_plain else ""
    if _RECEIVED_BEFORE.search(figure.before[-200:]):
        return "answered" if _PLAIN_TAIL.match(after) else ""
    if _ASKED_AFTER.match(after) or (_ASKED_BEFORE.search(figure.before[-260:]) and _PURPOSE.match(after)):
        return "asked"
    return ""


_REST = re.compile(r"\b(?:the|our)\s+(?:other|remaining)\s+$", re.IGNORECASE)
_PICKED_OUT = re.compile(r"\s*(?:that|who|which)\b(?=\s)", re.IGNORECASE)


def is_rest(figure: Figure) -> bool:
    """``the other 28 suppliers``."""
    return bool(_REST.search(figure.before[-40:]))


def are_others_too(after: str) -> bool:
    """``139 suppliers and distributors``: they are counted together with others."""
    pattern = r"\s+(?:and|or)\s+(?!answers\b)(?:[a-z]+-)?[a-z]+(?:ors|ers|agents|companies|houses|partners)\b"
    return bool(re.match(pattern, after, re.IGNORECASE))


def did_so(after: str) -> bool:
    """``125 were asked and 97 did so``."""
    return bool(re.match(r"\s*(?:have\s+)?(?:did|done)\s+so\s*(?:$|[.;:,])", after, re.IGNORECASE))


def picked_out(after: str) -> str:
    """``of the 28 suppliers that did not respond``: which these are; empty: others."""
    clause = _PICKED_OUT.match(after)
    answered = _ANSWERED.match(after, clause.end()) if clause else None
    if answered is None or not _PLAIN_TAIL.match(after, answered.end()):
        return ""
    return "silent" if answered["not"] else "answered"


def have_answered(text: str) -> bool:
    """Whether the text begins by saying that those before it answered, whenever and however they did."""
    found = _ANSWERED.match(text)
    return bool(found and not found["not"] and _PLAIN_TAIL.match(text, found.end()))


def is_answered_by_some(after: str) -> bool:
    """``of 125 suppliers, 97 answered``: whether the words behind the whole tell how many answered."""
    some = _SOME.match(after)
    return bool(some and _ANSWERED.match(after, some.end()))


def is_answers(figure: Figure, after: str) -> bool:
    """Whether it counts the answers that were received, and not only some of them."""
    suppliers = _FROM_THEM.match(after)
    is_plain = _PLAIN_TAIL.match(after, suppliers.end() if suppliers else 0)
    return bool(_GOT_BEFORE.search(figure.before[-60:]) and is_plain)


def suppliers_counted(deed: str, disclosure: Disclosure) -> Known | None:
    """The number of these suppliers; None where the data does not have it exactly."""
    survey = disclosure.facts.survey
    asked = survey.suppliers.exact if survey.suppliers else None
    answered = survey.answered.exact if survey.answered else None
    outside = survey.outside_covered_countries
    silent = None if asked is None or answered is None else asked - answered
    declared = outside.exact if outside else None
    values = {
        "asked": (asked, "survey.suppliers"),
        "answered": (answered, "survey.answered"),
        "silent": (silent, "survey.not_answered"),
        "outside": (declared, "survey.outside_covered_countries"),
    }
    number, path = values.get(deed, (None, ""))
    return None if number is None else Known(Decimal(number), (path,))


def is_response_rate(figure: Figure, words: FieldWords) -> bool:
    """Whether a share is that of the suppliers asked which answered."""
    before, after = figure.before[-200:], figure.after
    if _OF_OTHERS.search(figure.sentence.text):
        return False
    if _BY_SPEND.search(after[:60]) or _BY_SPEND.search(before[-40:]):
        return False
    if _RATE_AFTER.match(after):
        return not re.search(r"\b(?:quality|product|sub-?supplier)\w*(?:\s+\w+)?\s*$", before, re.IGNORECASE)
    if _RATE.search(before):
        is_of_others = re.search(
            r"\bquality\s+response|\bresponse\s+rate\b.*\bquality", before[-60:], re.IGNORECASE
        )
        return not is_of_others
    if _OF_THE_SURVEYED.search(before):
        return have_answered(after)
    of_them = re.compile(rf"{_OF_SUPPLIERS}(?:{words.supplier}|them)(?!\w)", re.IGNORECASE).match(after)
    if of_them is None:
        return False
    behind = re.sub(
        r"^\s*(?:that\s+(?:we\s+)?(?:were\s+)?)?(?:surveyed|asked|we\s+(?:surveyed|asked))\b",
        "",
        after[of_them.end() :],
    )
    if have_answered(behind):
        return True
    return bool(_RECEIVED_BEFORE.search(before)) and bool(_PLAIN_TAIL.match(behind))


def rate_of(disclosure: Disclosure) -> Decimal | None:
    """The exact response rate in percent, or the one that the filer states; None where there is none."""
    survey = disclosure.facts.survey
    counted = survey.counted
    if counted is not None and counted[0]:
        return 100 * Decimal(counted[1]) / Decimal(counted[0])
    stated = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:%|per\s?cent)", survey.response_rate or "", re.IGNORECASE)
    return Decimal(stated[1]) if stated else None
