"""How reports say the figures of a survey: suppliers asked, answers, the rate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Passage
from ..verify.wording import COUNT, WORDS

_BOUND = (
    r"(?P<bound>(?:approximately|about|around|roughly|nearly|almost|over|more than|at least|some|in excess of"
    r"|an estimated|fewer than|less than|up to) )?"
)
RECEIPT = (
    r"(?:responses?|answers?|repl(?:y|ies)|CMRTs?|templates?|surveys?|questionnaires?|declarations?"
    r"|submissions?)"
)
_SHARE = rf"{_BOUND}(?P<share>\d+(?:\.\d+)?\s?(?:%|percent|per cent))"
_ASKED = (
    r"\b(?:survey|contact|request|ask|sent|send|engag|solicit|distribut|deploy|identif|reach|work|target|issu"
    r"|e-?mail|approach|scop)\w*\b"
)
DID = r"(?:respond|repli|answer|return|submitt|complet)\w*"
_TERM = re.compile(
    r"\b(?:suppliers|vendors|manufacturers)\b[^.]{0,160}?\([^)“\"]*[“\"](?P<term>[A-Z][\w -]{3,30}?),?[”\"]"
)
_COUNT = rf"{_BOUND}(?P<number>{COUNT})"
_DIGITS = rf"{_BOUND}(?P<number>(?<![\w.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,}}))"
_KIND = rf"(?P<kind>{WORDS}{{0,6}}?)"
_OF_THEM = rf"(?P<part>{COUNT})(?:\s*\([^)]*\))? (?:out )?of (?:a total of |the |our |these |all )?"
_ABOUT = r"(?:approximately |about |roughly |around |some |over |more than |nearly |almost )?"
_OF_WHICH = rf",? we (?:\w+ ){{0,2}}?{_ASKED} (?:a total of |only |just |the )?"
"""After all of a company's suppliers: how many of them were asked."""
_PART = rf"{COUNT}(?!\s+(?:{WORDS}{{0,2}}?)(?:times|questions|reminders|{RECEIPT})\b)"
_FLAGS = re.IGNORECASE


@dataclass(frozen=True)
class SurveyForms:
    """Forms of sentences, of which each that fits says a figure.

    Groups: ``number``, with ``bound`` before it (``about``), of suppliers that are called ``kind noun``;
    ``part`` the answers; ``share`` a rate.
    """

    ratio: re.Pattern[str]
    """``210 of our 248 suppliers``."""
    asked: tuple[re.Pattern[str], ...]
    """With what stands ``between`` the verb and the number."""
    answered: tuple[re.Pattern[str], ...]
    rates: tuple[re.Pattern[str], ...]
    """With ``what`` the rate is of."""


def survey_forms(passages: Sequence[Passage]) -> SurveyForms:
    """The forms with the nouns for suppliers, also those that the passages define."""
    terms = {found["term"] for one in passages for found in _TERM.finditer(one.text)}
    own = [re.escape(term) for term in sorted(terms, key=len, reverse=True)]
    nouns = "|".join([*own, "contract manufacturers", "manufacturers", "suppliers", "vendors"])
    noun = rf"(?P<noun>{nouns})\b"
    ratio = re.compile(rf"{_OF_THEM}{_COUNT}\s+{_KIND}{noun}", _FLAGS)
    return SurveyForms(ratio, _asked(noun), _answered(noun, rf"(?:{nouns})"), _rates(noun))


def _asked(noun: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{_ASKED}(?P<between>(?:[^.;\d]|\d+\.\d+){{0,90}}?)\b{_COUNT}\s+{_KIND}{noun}", _FLAGS),
        re.compile(
            rf"(?P<between>){_COUNT}\s+{_KIND}{noun}(?:,| that| which| who)? (?:were|was|have been)"
            r" (?:\w+ )?(?:asked|surveyed|contacted|requested|in[- ]scope|identified|sent)\b",
            _FLAGS,
        ),
        re.compile(rf"\bour(?P<between>) {_COUNT}\s+{_KIND}{noun}(?!{_OF_WHICH}{_ABOUT}{_PART})", _FLAGS),
        re.compile(
            rf"\b(?:of|from|among) (?:the |our )?{_ABOUT}{COUNT}\s+{_KIND}{noun}"
            rf"(?P<between>{_OF_WHICH})(?={_ABOUT}{_PART}){_COUNT}",
            _FLAGS,
        ),
        re.compile(
            rf"\b(?:of|among)(?P<between>) (?:the |our )?{_COUNT}\s+{_KIND}{noun}"
            r" (?:surveyed|contacted|asked)\b",
            _FLAGS,
        ),
        re.compile(
            rf"{_ASKED}(?P<between>[^.;\d]{{0,40}}?)\b{_DIGITS} of (?:our|its|the) {_KIND}{noun}", _FLAGS
        ),
    )


def _answered(noun: str, noun_alone: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(
            rf"\b(?:receiv|obtain|collect)\w*\b(?P<between>[^.;]{{0,80}}?\b{RECEIPT}\b[^.;]{{0,40}}?\b(?:from|by)"
            rf" ){_COUNT}\s+(?!(?:out )?of\b){_KIND}{noun}",
            _FLAGS,
        ),
        re.compile(rf"(?P<between>){_COUNT}\s+{_KIND}{noun} (?:have |had )?{DID}", _FLAGS),
        re.compile(rf"(?P<between>\bof (?:which|whom|these|those|them),? ){_COUNT}(?P<kind>) {DID}", _FLAGS),
        re.compile(
            rf"\b{RECEIPT}(?P<between> (?:from|by) ){_COUNT}(?P<kind>) (?:out )?of"
            r" (?:them|these|those)\b",
            _FLAGS,
        ),
        re.compile(
            rf"(?P<between>[;,] |\band ){_COUNT}(?:\s*\([^)]*\))?(?P<kind>)"
            rf"(?: of (?:which|whom|these|those|them)(?: {noun_alone})?)?"
            rf" (?:have |had )?(?:{DID}|provid\w+ (?:\w+ ){{0,3}}?{RECEIPT})\b",
            _FLAGS,
        ),
        re.compile(
            rf"\b(?:receiv\w+|total(?:l?ing)?|equal\w*|collect\w+)(?P<between> (?:a total of )?){_COUNT}"
            rf"\s+(?P<kind>{WORDS}{{0,3}}?){RECEIPT}\b",
            _FLAGS,
        ),
    )


def _rates(noun: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"\b{DID} \((?P<what>)(?:or )?{_SHARE}\)", _FLAGS),
        re.compile(rf"\b(?:response|return) rate\b(?P<what>[^.;%\d]{{0,50}}?){_SHARE}", _FLAGS),
        re.compile(
            rf"{_SHARE} (?P<what>(?:overall |supplier |survey |CMRT )*(?:response|return) rate)\b", _FLAGS
        ),
        re.compile(
            rf"\b(?P<what>{RECEIPT}\b[^.;%\d]{{0,60}}?\b(?:from|by) (?:\w+ ){{0,3}}?){_SHARE} of"
            rf" (?:(?:the|our|these|those|all) )?{_KIND}{noun}",
            _FLAGS,
        ),
        re.compile(
            rf"{_SHARE} of (?P<what>(?:(?:the|our|these|those|all) )?{_KIND}{noun} (?:that we surveyed )?"
            r"(?:surveyed )?(?:have |had )?(?:respond|repli|answer|(?:return|submitt|complet|provid)\w+ "
            rf"(?:\w+ ){{0,4}}?{RECEIPT})\w*)",
            _FLAGS,
        ),
    )
