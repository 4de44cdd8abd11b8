"""The period, the version of the questionnaire and the date of the statuses in a filed document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from ..model import Disclosure
from ..prose.sentences import Sentence
from .figures import AS_OF, VERSION, YEAR, Figure
from .said import Said, quote
from .wording import DATE

_PERIODS = (
    re.compile(
        r"\b(?:years?|periods?) (?:ended|ending)(?: on)? December 31,? (?P<year>20\d\d)(?:\d(?!\d))?", re.I
    ),
    re.compile(
        r"\bJanuary 1(?:st)?(?:,? (?P<first>20\d\d))?,? ?(?:to|through|until|and"
        r"|[-–—]) ?December 31(?:st)?,? (?P<year>20\d\d)",
        re.I,
    ),
    re.compile(r"\bcalendar[- ]years?(?: (?:ended|of))? (?P<year>20\d\d)\b", re.I),
    re.compile(r"\b(?P<year>20\d\d) (?:calendar|reporting|compliance) (?:years?|periods?|cycle)\b", re.I),
    re.compile(r"\b(?:reporting|compliance) (?:years?|periods?)(?: of| for)? (?P<year>20\d\d)\b", re.I),
    re.compile(r"\bRY ?(?P<year>20\d\d)\b|(?P<other>\b20\d\d) RY\b", re.I),
    re.compile(r"^\W*(?:conflict minerals? )?report (?:for|of) (?:the year )?(?P<year>20\d\d)\W*$", re.I),
    re.compile(r"\breport\b[^.;]{0,80}\bfor the year (?P<year>20\d\d)\b", re.I),
)
_OPENING = re.compile(r"^\W*For (?P<year>20\d\d), (?:we|our|the|\w+’s|\w+)\b")
_LOOKING_BACK = re.compile(r"\W*(?:in|for|during|throughout)(?: the| our)?\s*", re.IGNORECASE)
_FISCAL_TITLE = re.compile(
    r"\W*(?:conflict minerals report\W+)?(?:for )?the fiscal year ended december 31,? 20\d\d\W*",
    re.IGNORECASE,
)
"""A title of its own, of which the year is that of the report; in a sentence a fiscal year is another one."""
_FILED = re.compile(r"\bfiled\b", re.IGNORECASE)
_FULL_DATE = re.compile(r"\b[A-Z][a-z]+ \d{1,2}, 20\d\d\b")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?![\w%]|\.\d)")
_OTHER_REPORT = re.compile(
    r"\b(?:10-?[KQ]|20-F|8-K|annual report|quarter(?:ly)?|fiscal|proxy|sustainability report|prior"
    r"|previous|preceding"
    r"|last|earlier|compared|compare[sd]? (?:to|with)|than|since|began|from our|first|last year’s"
    r"|amended|history|beginning)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(r"20\d\d\s?[-–—]\s*$")
_TOOL = (
    r"(?:CMRTs?|Conflict Minerals Reporting Template|EMRT|Extended Minerals Reporting Template|AMRT"
    r"|Additional Minerals Reporting Template|PRT)"
)
_VERSION = re.compile(
    r"\b(?:versions?|revisions?|release|rev\.?|ver\.?"
    r"|v\.?)\s?(?P<version>\d+(?:\.\d+)*)(?P<more>\s+(?:or|and) (?:higher|later|above|newer))?",
    re.I,
)
_BESIDE = re.compile(rf"\b{_TOOL}\W{{0,3}}\s?(?P<version>\d+\.\d+)\b", re.I)
_ASKS = re.compile(rf"\b(?:{_TOOL}|template|questionnaire|reporting tool)\b", re.I)
_OTHER_TOOL = re.compile(r"\b(?:EMRT|Extended|AMRT|Additional|PRT|Pilot)\b", re.I)
_AS_OF = re.compile(
    rf"\b(?:as of|as at|updated (?:on|as of)?|dated|status(?:es)? (?:is|are) (?:that"
    rf"|those) of)\s+(?P<date>{DATE})",
    re.I,
)
_OF_STATUSES = re.compile(
    r"\b(?:smelters?|refiners?|SORs?|facilit\w+|conformant|compliant|RMAP|RMI|list|status(?:es)?"
    r"|validated|database|certified)\b",
    re.I,
)
_FORMATS = ("%B %d %Y", "%d %B %Y", "%b %d %Y", "%d %b %Y", "%Y-%m-%d")


class DateReader:
    """Finds years, versions and dates in sentences."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._year = disclosure.year
        self._as_of = {one.label: one.as_of for one in disclosure.facts.statuses if one.as_of}
        self._days = {
            *self._as_of.values(),
            *(row.status_as_of for row in disclosure.smelters if row.status_as_of),
        }

    def read(self, sentence: Sentence) -> Iterator[Said]:
        yield from self._of_period(sentence)
        if VERSION in self._figures:
            yield from self._of_version(sentence)
        if self._days:
            yield from self._of_list(sentence)

    def _of_period(self, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        for found in (one for pattern in _PERIODS for one in pattern.finditer(text)):
            groups = found.groupdict()
            year = groups.get("year") or groups.get("other") or ""
            begin = found.start()
            if self._is_other_report(text, begin, found.end(), year) or _SPAN.search(text[:begin]):
                continue
            if self._tells_of_before(text, *found.span(), year):
                continue
            yield Said(YEAR, year, quote(text, *found.span()), sentence.where)
            if (first := groups.get("first")) and first != year:
                yield Said(YEAR, first, quote(text, *found.span()), sentence.where)
        opening = _OPENING.match(text)
        if opening and self._opens(opening, text):
            yield Said(YEAR, opening["year"], quote(text, *opening.span("year")), sentence.where)

    def _tells_of_before(self, text: str, begin: int, end: int, year: str) -> bool:
        """Whether ``In calendar year 2022, we …`` looks back: none of its figures is one of this report."""
        opens = _LOOKING_BACK.fullmatch(text[:begin]) and re.match(r",\s+[a-z]", text[end:])
        if int(year) >= self._year or not opens:
            return False
        numbers = {found[0].replace(",", "") for found in _NUMBER.finditer(text, end)}
        return bool(numbers) and not numbers & {figure.value for figure in self._figures.values()}

    def _opens(self, opening: re.Match[str], text: str) -> bool:
        """Whether the year with which a sentence begins is meant for that of the report, or one beside it."""
        year = int(opening["year"])
        if abs(year - self._year) > 1 or str(self._year) in text[opening.end() :]:
            return False
        return year == self._year or not _OTHER_REPORT.search(text)

    def _is_other_report(self, text: str, begin: int, end: int, year: str) -> bool:
        """Whether a period is told of another document, or to compare with."""
        if _FISCAL_TITLE.fullmatch(text):
            return False
        days = [int(one[-4:]) for one in _FULL_DATE.findall(text[:begin])]
        if year != str(self._year) and _FILED.search(text[:begin]) and any(day <= self._year for day in days):
            return True
        if year == str(self._year):
            return bool(re.search(r"\bfiscal\b|\b10-?K\b", text[max(begin - 60, 0) : begin], re.IGNORECASE))
        return bool(_OTHER_REPORT.search(text[max(begin - 90, 0) : begin])) or bool(
            re.match(r"\W*(?:report|filing|conflict minerals report)\b", text[end:], re.IGNORECASE)
        )

    def _of_version(self, sentence: Sentence) -> Iterator[Said]:
        text, own = sentence.text, self._figures[VERSION].value
        if not _ASKS.search(text):
            return
        for found in (one for pattern in (_VERSION, _BESIDE) for one in pattern.finditer(text)):
            tools = [*_ASKS.finditer(text[: found.end()])] or [*_ASKS.finditer(text, found.end())][:1]
            if tools and _OTHER_TOOL.search(tools[-1][0]):
                continue
            written = found["version"]
            if own.startswith(f"{written}.") or (found.re is _VERSION and found["more"] and written != own):
                continue
            yield Said(VERSION, written, quote(text, *found.span()), sentence.where)

    def _of_list(self, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        if not _OF_STATUSES.search(text):
            return
        for found in _AS_OF.finditer(text):
            day = day_of(found["date"])
            if day is None:
                continue
            named = [label for label in self._as_of if label in text]
            days = {self._as_of[label] for label in named} or self._days
            own = self._figures[AS_OF].value
            yield Said(
                AS_OF, own if day in days else found["date"], quote(text, *found.span()), sentence.where
            )


def day_of(text: str) -> dt.date | None:
    """The day of a date as reports write it, such as ``Sept. 30, 2024``; None where there is no such day."""
    plain = " ".join(text.replace(",", " ").replace(".", " ").split()).replace("Sept ", "Sep ")
    for form in _FORMATS:
        try:
            return dt.datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None
