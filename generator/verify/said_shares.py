"""Shares of facilities in the sentences of a filed document, of the list and of numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..model import Disclosure, percent
from ..prose.sentences import Sentence, number_of
from .figures import TOTAL, Figure, share_key, union_key
from .said import Said, quote
from .status_words import StatusWords
from .wording import COUNT, FACILITIES, METALS, WORDS, is_bound, is_of_other_year, is_planned, settled

_SHARE = r"(?P<share>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)"
_OF_FACILITIES = re.compile(
    rf"{_SHARE}\s+of\s+(?:all\s+)?(?:the|these|our"
    rf"|those)?\s*(?:{COUNT}\s+)?(?P<kind>{WORDS}{{0,5}}?)(?:{FACILITIES})\b(?P<told>[^.;]*)",
    re.I,
)
_OF_NUMBERS = re.compile(
    rf"(?P<part>{COUNT})\s*(?:{WORDS}{{0,4}}?(?:{FACILITIES})?\s*)?(?:\(|,? or )(?:approximately "
    rf"|about )?\s*{_SHARE}",
    re.I,
)
_WHOLE = re.compile(
    rf"\b(?:(?:out )?of (?:the |these |those |our )?|identified |reported "
    rf"|named )(?P<whole>{COUNT})\s+{WORDS}{{0,4}}?(?:{FACILITIES})",
    re.I,
)
_OTHERS = re.compile(r"\b(?:suppliers?|vendors?|spend|parts|purchases)\b", re.I)
_CONDITION = re.compile(r"\b(?:sourc(?:e|es|ed|ing)\b(?! of)|new(?:ly)?|spend|cover)\b", re.I)


class ShareReader:
    """Finds shares of facilities. Their whole is the list, or a number in the same sentence."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._figures = figures
        self._words = StatusWords(disclosure.facts.statuses)
        self._year = disclosure.year

    def read(self, sentence: Sentence) -> Iterator[Said]:
        text = sentence.text
        if is_planned(text):
            return
        for found in _OF_FACILITIES.finditer(text):
            if not is_of_other_year(text, *found.span("share"), self._year):
                yield from self._of_list(found, sentence)
        for found in _OF_NUMBERS.finditer(text):
            yield from self._of_whole(found, sentence)

    def _of_list(self, found: re.Match[str], sentence: Sentence) -> Iterator[Said]:
        if _CONDITION.search(found["told"]) or _OTHERS.search(found["kind"]):
            return
        if re.search(METALS, found["kind"], re.IGNORECASE):
            return
        keys = [key for key in self._keys(f"{found['kind']} {found['told']}") if key in self._figures]
        if not keys or TOTAL not in self._figures:
            return
        before, share = sentence.text[: found.start("share")], found["share"]
        key = next((key for key in keys if self._holds(self._figures[key], share, before)), None)
        value = self._figures[key].value if key else f"{share}%"
        yield Said(key or keys[-1], value, quote(sentence.text, *found.span("share")), sentence.where)

    def _keys(self, text: str) -> list[str]:
        """The shares that may be meant; several where a filer calls smelters responsible and no more."""
        labels = self._words.labels_in(text)
        if labels:
            return [share_key(next(iter(labels))) if len(labels) == 1 else f"share:{union_key(labels)}"]
        if not re.search(r"\bresponsible\b|\bparticipat", text, re.IGNORECASE):
            return []
        both = self._words.labels_in("conformant, active")
        return [*map(share_key, sorted(both)), f"share:{union_key(both)}"]

    @staticmethod
    def _holds(figure: Figure, share: str, before: str) -> bool:
        decimals = len(share.partition(".")[2])
        if abs(figure.number - float(share)) <= 0.5 * 10**-decimals + 0.05:
            return True
        return is_bound(before) and settled(float(share), figure.number, before)

    def _of_whole(self, found: re.Match[str], sentence: Sentence) -> Iterator[Said]:
        """``226 (84.9%)`` of 266: a share that its own numbers do not give."""
        wholes = [one for one in _WHOLE.finditer(sentence.text) if one.start("whole") < found.start("part")]
        behind = re.search(
            rf"\bof (?:the |our )?(?P<whole>{COUNT})\b", sentence.text[found.end() : found.end() + 40]
        )
        whole = wholes[-1] if wholes else behind
        if whole is None or len(wholes) > 1:
            return
        part, of = number_of(found["part"]), number_of(whole["whole"])
        if not of or part > of or part == of:
            return
        share = found["share"]
        decimals = len(share.partition(".")[2])
        exact = 100 * part / of
        if abs(exact - float(share)) <= 0.5 * 10**-decimals + 1e-9:
            return
        words = quote(sentence.text, *found.span())
        wrong = f"{part:,} of {of:,} are {percent(part, of, max(decimals, 1))}"
        yield Said(None, f"{share}%", words, sentence.where, wrong=wrong)
