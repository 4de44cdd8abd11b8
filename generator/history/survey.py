"""The figures of the survey that a report says: suppliers asked, answers, the rate; by groups.

Only what a sentence says without doubt is taken: plans, other years, other surveys and trainings are not it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Metal, Passage
from ..model.words import metals_in
from ..prose.sentences import Sentence, number_of, sentences_of
from ..verify.wording import COUNT, is_of_other_survey, is_of_other_year, is_planned, is_reference
from .choose import Candidate, chosen
from .stated import Gathered
from .survey_forms import DID, RECEIPT, survey_forms

_OTHER = re.compile(
    r"\b(?:train|visit|audit|award|invit|reject|escalat|meeting|updat|correct|improv|remov|terminat|workshop"
    r"|webinar|attend|mapp|hold|engagement (?:day|event)|on[- ]?board|interview|fail|followed up|follow-up"
    r"|additional|another|further|new|previously|unrespons|non-?respons|not)\w*\b",
    re.IGNORECASE,
)
_NOT_THE_RATE = re.compile(
    r"\bquality\b|\btheir own\b|\bsub-?(?:tier )?suppliers?\b|\bspend\b|\bexpenditures?\b|\bpurchas|\bparts\b"
    r"|\bcurriculum\b|\btraining\b|\blist\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"[“\"]?\b(?P<group>high[- ]priority|priority|strategic|key|critical|top|major|largest|significant"
    r"|high[- ]risk|targeted|selected|non-automotive|automotive)\b[”\"]?"
    r" (?:\w+ ){0,2}?(?P<noun>suppliers|vendors)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    rf"(?P<number>{COUNT}) (?:\w+ ){{0,3}}?(?:suppliers?|vendors?|manufacturers?) (?:reported|declared|stated"
    r"|indicated|confirmed|told us) that (?:it|they) (?:did|do|does) not source",
    re.IGNORECASE,
)
_NEAR = 90


@dataclass
class _Found:
    """The places that may say each figure; of a group, below its name."""

    asked: list[Candidate] = field(default_factory=list)
    answered: list[Candidate] = field(default_factory=list)
    rate: list[Candidate] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)


def survey_of(passages: Sequence[Passage], year: int, into: Gathered) -> None:
    """Keeps what stands below ``survey`` of figures."""
    reader = _Reader(passages, year)
    groups: dict[str, _Found] = {}
    for sentence in sentences_of(passages):
        if not is_of_other_survey(sentence.text) and not 0 < len(metals_in(sentence.text)) < len(Metal):
            reader.read(sentence, groups)
    whole = groups.pop("", _Found())
    asked = chosen(whole.asked, ("survey", "suppliers"), "the number of suppliers asked", into)
    chosen(whole.answered, ("survey", "answered"), "the number of suppliers that answered", into)
    chosen(whole.rate, ("survey", "response_rate"), "the response rate", into)
    _must_agree(into)
    if asked and whole.nouns and whole.nouns[0] != "suppliers":
        many = whole.nouns[0]
        into.know(
            ("survey", "supplier_term"), {"one": many.removesuffix("s"), "many": many}, whole.asked[0].passage
        )
    _keep_groups(groups, into)
    for sentence in sentences_of(passages):
        if found := _OUTSIDE.search(sentence.text):
            number = str(number_of(found["number"]))
            into.know(("survey", "outside_covered_countries"), number, Passage(sentence.text, sentence.where))


def _must_agree(into: Gathered) -> None:
    """More answers than suppliers asked are none of this survey's; then neither is taken."""
    asked, answered = into.find("survey", "suppliers"), into.find("survey", "answered")
    if str(asked).isdecimal() and str(answered).isdecimal() and int(answered) > int(asked):
        where = next(fact.where for fact in into.facts if fact.path == ("survey", "answered"))
        message = f"{answered} suppliers cannot have answered of {asked}; neither was taken"
        into.doubt(message, where, "Write both below survey in disclosure.yml.")
        into.forget([("survey", "suppliers"), ("survey", "answered")])


def _keep_groups(groups: dict[str, _Found], into: Gathered) -> None:
    """Keeps the figures of each group of suppliers; the place is that of the first one."""
    entries = []
    passage: Passage | None = None
    for name, found in groups.items():
        own = Gathered()
        for key, places in (
            ("suppliers", found.asked),
            ("answered", found.answered),
            ("response_rate", found.rate),
        ):
            chosen(places, (key,), f"{key.replace('_', ' ')} of {name}", own)
        into.notes += own.notes
        if own.facts:
            entries.append({"name": name, **{fact.path[0]: fact.value for fact in own.facts}})
            first = own.facts[0]
            passage = passage or Passage(first.words, first.where)
    if entries and passage is not None:
        into.know(("survey", "groups"), entries, passage)


class _Reader:
    """Reads the figures of the year's survey from sentences."""

    def __init__(self, passages: Sequence[Passage], year: int) -> None:
        self._year = year
        self._forms = survey_forms(passages)

    def read(self, sentence: Sentence, groups: dict[str, _Found]) -> None:
        """Adds what the sentence says to its group; the group without a name is all suppliers."""
        text, passage = sentence.text, Passage(sentence.text, sentence.where)
        about = _GROUP.search(text)
        name = f"{about['group'].lower()} {about['noun'].lower()}" if about else ""
        found = groups.setdefault(name, _Found())
        ratio = self._forms.ratio.search(text)
        if ratio and re.search(rf"\b{DID}|receiv", text, re.IGNORECASE) and self._holds(ratio, text):
            found.asked.append(Candidate(_value(ratio), passage))
            found.nouns.append(_noun(ratio))
            found.answered.append(Candidate(str(number_of(ratio["part"])), passage))
            found.rate += [Candidate(share, passage) for share in self._shares(text)]
            return
        found.answered += [Candidate(_value(one), passage) for one in self._in(self._forms.answered, text)]
        taken = {one.span("number") for one in self._in(self._forms.answered, text)}
        for one in self._in(self._forms.asked, text):
            if one.span("number") not in taken and not re.search(
                rf"receiv|{RECEIPT} (?:from|by)", one["between"]
            ):
                found.asked.append(Candidate(_value(one), passage))
                found.nouns.append(_noun(one))
        found.rate += [Candidate(share, passage) for share in self._shares(text)]

    def _in(self, forms: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
        for form in forms:
            yield from (found for found in form.finditer(text) if self._holds(found, text))

    def _holds(self, found: re.Match[str], text: str) -> bool:
        """Whether a number is one of this survey: no plan, no other year, no part of the suppliers."""
        begin, end = found.span("number")
        before, behind = text[:begin], text[found.end() : found.end() + _NEAR]
        if is_planned(before) or is_reference(before) or is_of_other_year(text, begin, end, self._year):
            return False
        return not _OTHER.search(f"{before[-_NEAR:]} {found['kind']} {behind}")

    def _shares(self, text: str) -> Iterator[str]:
        seen: set[int] = set()
        for form in self._forms.rates:
            for found in form.finditer(text):
                begin, end = found.span("share")
                around = f"{text[max(found.start() - 30, 0) : found.end() + 25]}"
                is_other = _NOT_THE_RATE.search(around) or is_planned(text[:begin])
                if begin not in seen and not is_other and not is_of_other_year(text, begin, end, self._year):
                    seen.add(begin)
                    yield f"{found['bound'] or ''}{found['share']}"


def _value(found: re.Match[str]) -> str:
    """The figure as it is to be stated: a number, or a number with the word that makes it a rough one."""
    number = found["number"]
    return f"{found['bound']}{number}" if found["bound"] else str(number_of(number))


def _noun(found: re.Match[str]) -> str:
    noun, kind = found["noun"], found["kind"].lower()
    plain = (
        noun.lower()
        if noun.lower() in ("suppliers", "vendors", "manufacturers", "contract manufacturers")
        else "suppliers"
    )
    return "contract manufacturers" if plain == "manufacturers" and kind.endswith("contract ") else plain
