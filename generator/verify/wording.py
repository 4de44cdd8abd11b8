"""What the words around a number tell of it: a reference, a plan, another year, a bound, a part."""

from __future__ import annotations

import re

from ..model import Metal
from ..prose.sentences import NUMBER

METALS = "|".join(metal.lower() for metal in Metal)

FACILITY = r"(?:smelters?|refiners?|refiner(?:y|ies)|facilit(?:y|ies)|SORs?|processors?|rows)"
FACILITIES = rf"{FACILITY}(?:\s*(?:,|/|&|and/or|and|or)\s*{FACILITY})*"

_STOP = (
    r"(?:for|in|from|by|with|to|that|which|who|and|or|are|is|was|were|be|been|have|has|had|may|might|years?"
    r"|months?|weeks?|days?|hours?|percent|per|of|than|at|on|as|our|the|these|those|their|its|a|an|if|when)(?![\w-])"
)
WORDS = rf"(?:(?!{_STOP})(?:[\w’'/&-]*[A-Za-z][\w’'/&-]*|(?<=tier )[1-4])\s+)"
"""A word between a number and what it counts."""

COUNT = rf"(?<![\w.,$€£#/–-]){NUMBER}(?![\w’'-]|[.,]\d)(?!\s?(?:%|percent|per cent))"
"""A whole number that is no part of another one, of an amount of money or of a share."""

_REFERENCE = re.compile(
    r"\b(?:tables?|figures?|charts?|steps?|notes?|footnotes?|sections?|items?|annex|annexes|schedules?"
    r"|appendix"
    r"|appendices|exhibits?|pages?|columns?|parts?|rules?|versions?|nos?\.|numbers?|levels?|tiers?|top|form"
    r"|paragraphs?|articles?|forms?|regulations?)\s*[#(]*\s*$",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:aim(?:s|ed|ing)?|goals?|targets?|plan(?:s|ned|ning)?|intend(?:s|ed)?|will|hope(?:s|d)?|striv\w+"
    r"|seek(?:s|ing)?|sought|aspir\w+|ambition|objectives?|would|should|expect(?:s|ed)? to|if|unless"
    r"|until)\b",
    re.IGNORECASE,
)
_OTHER_SURVEY = re.compile(r"\b(?:EMRT|AMRT|PRT|cobalt|mica|lithium|nickel|graphite)\b", re.IGNORECASE)
_THIS_SURVEY = re.compile(r"\b(?:CMRT|3TG|conflict[- ]minerals?|tin|tungsten|tantalum|gold)\b", re.IGNORECASE)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
DATE = rf"(?:{_MONTH}\s+\d{{1,2}},?\s+20\d\d|\d{{1,2}}\s+{_MONTH}\s+20\d\d|20\d\d-\d\d-\d\d)"
_DATES = re.compile(rf"{DATE}|{_MONTH}\s+20\d\d|\(\s*20\d\d\s*\)|\b20\d\d\s?[-–]\s?20\d\d\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)\b")
_LAST_YEAR = re.compile(
    r"\b(?:last|prior|previous|preceding|earlier) (?:calendar |reporting )?(?:years?|report(?:ing period)?)\b"
    r"|\bthe year before\b|\bformerly\b",
    re.IGNORECASE,
)
_OPENING_LAST_YEAR = re.compile(
    rf"\W*(?:in |for |during )?(?:the |our )?(?:{_LAST_YEAR.pattern})", re.IGNORECASE
)
_COMPARED = re.compile(
    r"\b(?:compared (?:to|with)|up from|down from|(?:in|de)crease[sd]? from|versus|vs\.?|than"
    r"|from)\s*(?:the\s*)?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[,;:()–—]")
_GOES_ON = re.compile(r"\s*(?:when|in which|during which|at which)\b", re.IGNORECASE)
"""So begins a part of a sentence that is told of the year in the part before it."""

_AT_LEAST = re.compile(
    r"\b(?:more than|over|at least|exceed\w*|above|greater than|no(?:t)? (?:fewer|less) than"
    r"|in excess of)\s*$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:less than|fewer than|under|below|at most|up to|no(?:t)? more than|not exceed\w*)\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:approximately|about|around|roughly|nearly|almost|some|circa|an estimated)\s*$|[~≈]\s*$",
    re.IGNORECASE,
)
_WITHIN = 0.05
"""What is said to be about a number may differ from it by this share."""


def is_reference(before: str) -> bool:
    """Whether a number names a table, a step, a page, and counts nothing."""
    return bool(_REFERENCE.search(before))


def is_planned(before: str) -> bool:
    """Whether a number belongs to a plan, an aim or a condition."""
    return bool(_PLAN.search(before))


def is_of_other_survey(text: str) -> bool:
    """Whether a sentence is about minerals that are none of the rule's."""
    return bool(_OTHER_SURVEY.search(text)) and not _THIS_SURVEY.search(_OTHER_SURVEY.sub("", text))


def is_of_other_year(text: str, begin: int, end: int, year: int) -> bool:
    """Whether the figure at a place of a sentence is told of another year than that of the report.

    Full dates, editions and spans of years are none.
    """
    plain = _DATES.sub(lambda found: " " * len(found[0]), text)
    if _COMPARED.search(plain[:begin]) and (_YEAR.search(plain[end : end + 40]) or _LAST_YEAR.search(plain)):
        return True
    part = _part_around(plain, begin, end)
    years = {int(found) for found in _YEAR.findall(part)}
    if years or _LAST_YEAR.search(part):
        return year not in years
    years = {int(found) for found in _YEAR.findall(plain)}
    opening = re.match(r"\W*(?:in|for|during|throughout) (?:\w+ ){0,3}(20\d\d)\b", plain, re.IGNORECASE)
    if _OPENING_LAST_YEAR.match(plain) and not re.search(rf"\b{year}\b", plain):
        return True
    return bool(years) and year not in years and bool(opening)


def _part_around(text: str, begin: int, end: int) -> str:
    """The part of a sentence, between commas and the like, in which a place lies."""
    ends = [0, *(found.end() for found in _SPLIT.finditer(text[:begin]))]
    while len(ends) > 1 and _GOES_ON.match(text, ends[-1]):
        ends.pop()
    first = ends[-1]
    last = _SPLIT.search(text, end)
    return text[first : last.start() if last else len(text)]


def settled(number: float, own: float, before: str, *, is_rough: bool = False) -> bool:
    """Whether what a text says of a figure holds: its number, or its bound, or what it is about.

    ``is_rough``: the data has the figure as a rough one too.
    """
    if _AT_LEAST.search(before):
        return own >= number
    if _AT_MOST.search(before):
        return own <= number
    if _ABOUT.search(before) or is_rough:
        return abs(number - own) <= _WITHIN * own
    return number == own


def is_bound(before: str) -> bool:
    """Whether the words before a number make it a bound or a rough figure."""
    return any(pattern.search(before) for pattern in (_AT_LEAST, _AT_MOST, _ABOUT))
