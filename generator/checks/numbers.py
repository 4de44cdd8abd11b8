"""Figures that somebody typed into a sentence, and how exactly each is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from ..prose.sentences import number_of
from .phrases import any_of
from .phrases.no_counts import LAW as _LAW
from .phrases.no_counts import NO_COUNTS, WORD
from .prose import Sentence

LAW = any_of(_LAW)
"""Numbers of the law, of standards and of their parts."""
YEAR = r"\b(?:19|20)\d{2}\b"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(
    rf"\b(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:,\s*(?P<year>\d{{4}})\d?)?(?!\d)"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH})\s+(?P<year2>\d{{4}})\d?\b"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})\b)"
)
_NO_COUNT = any_of(NO_COUNTS)
_VAGUE = r"(?:hundreds?|thousands?|dozens?|half|one-third|two-thirds|a\s+third)"
_HUNDREDS = rf"(?:an?|{WORD})\s+hundred(?:\s+(?:and\s+)?{WORD}\b(?!-)|\b(?!\s+(?:thousand|million|of\b)))"
"""``one hundred twenty-five``, ``two hundred and ten``."""
_FIGURE = re.compile(
    rf"""(?P<share>(?<![\w.-])(?:\d+(?:\.\d+)?|{WORD})(?:\s*\(\d+(?:\.\d+)?%?\))?\s*(?:%|per\s?cent\b))
    |(?P<digits>(?<![\w.,$-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?![\w%]|[.,]\d))
    |(?P<word>\b(?:{_HUNDREDS}|{WORD}\b(?!\s+(?:hundred|thousand|million))))
    |(?P<vague>\b{_VAGUE}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_AT_LEAST = (
    r"(?:more\s+than|upwards?\s+of|over|at\s+least|in\s+excess\s+of|above|exceeding|no\s+(?:fewer|less)\s+than"
    r"|not\s+less\s+than)"
)
_AT_MOST = r"(?:less\s+than|fewer\s+than|under|up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than|below)"
_ABOUT = (
    r"(?:approximately|about|around|nearly|almost|roughly|circa|some|close\s+to|approx\.?|an\s+estimated)"
)
_BOUND = re.compile(
    rf"\b(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<about>{_ABOUT}))\s+(?:the\s+)?$", re.IGNORECASE
)


class Bound(Enum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    MORE = "more than it, or it"
    LESS = "less than it, or it"
    ABOUT = "as exact as it is rounded"


@dataclass(frozen=True)
class Figure:
    """A typed figure, and from where to where it stands in its sentence."""

    sentence: Sentence
    start: int
    end: int
    value: Decimal | None
    """None: a vague one such as ``dozens``."""
    is_share: bool = False
    bound: Bound = Bound.EXACT

    @property
    def text(self) -> str:
        return " ".join(self.sentence.text[self.start : self.end].split())

    @property
    def decimals(self) -> int:
        """Digits behind the point, as it is written."""
        written = re.search(r"\d\.(\d+)", self.text)
        return len(written[1]) if written else 0

    @property
    def before(self) -> str:
        return self.sentence.text[: self.start]

    @property
    def after(self) -> str:
        return self.sentence.text[self.end :]

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    def is_met_by(self, actual: Decimal | int) -> bool:
        """Whether a figure of the data is what this one says, as exactly as it says it."""
        if self.value is None:
            return False
        if self.bound is Bound.MORE:
            return Decimal(actual) >= self.value
        if self.bound is Bound.LESS:
            return Decimal(actual) <= self.value
        if self.bound is Bound.ABOUT:
            return abs(Decimal(actual) - self.value) <= self._unit
        if self.is_share:
            return any(rounded(Decimal(actual), self.decimals, up=up) == self.value for up in (True, False))
        return Decimal(actual) == self.value

    @property
    def _unit(self) -> Decimal:
        """How far a rounded figure may be off: 5 for 130, 500 for 7,000, 3 for 75, 1 for 78, 0.1 for 99.5."""
        assert self.value is not None
        number = self.value.normalize()
        exponent = number.as_tuple().exponent
        assert isinstance(exponent, int)
        step = Decimal(1).scaleb(max(exponent, -self.decimals) if number else 0)
        is_five = bool(number) and exponent >= 0 and number / step % 10 == 5
        return step * 3 if is_five else step if exponent <= 0 else step / 2


def rounded(number: Decimal, decimals: int, *, up: bool = True) -> Decimal:
    """To as many digits behind the point, a five up or to the even digit."""
    how = "ROUND_HALF_UP" if up else "ROUND_HALF_EVEN"
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=how)


def figures_in(sentence: Sentence, names: re.Pattern[str] | None = None) -> Iterator[Figure]:
    """Every figure that may count something, in order; dates and years are none.

    ``names`` finds names with digits, such as those of facilities.
    """
    text = sentence.text
    figures = list(_FIGURE.finditer(text))
    if not figures:
        return
    spans = [
        found.span() for pattern in (_NO_COUNT, DATE, names) if pattern for found in pattern.finditer(text)
    ]
    for found in figures:
        is_inside = any(start < found.end() and found.start() < end for start, end in spans)
        is_year = re.fullmatch(YEAR, found[0]) is not None
        if not is_inside and not is_year and sentence.is_typed(*found.span()):
            yield _figure(sentence, found)


def _figure(sentence: Sentence, found: re.Match[str]) -> Figure:
    bound = _BOUND.search(sentence.text, max(0, found.start() - 40), found.start())
    kind = Bound.EXACT
    if bound:
        kind = Bound.MORE if bound["least"] else Bound.LESS if bound["most"] else Bound.ABOUT
    value = None if found["vague"] else value_of(found[0])
    return Figure(sentence, *found.span(), value, bool(found["share"]), kind)


@lru_cache(maxsize=1024)
def value_of(text: str) -> Decimal:
    """The number of a figure in digits or words, without its sign of percent."""
    plain = re.sub(r"\s*(?:\(.*\))?\s*(?:%|per\s?cent)$", "", text.strip(), flags=re.IGNORECASE).replace(
        ",", ""
    )
    return Decimal(plain) if plain[:1].isdigit() else Decimal(number_of(plain))
