"""The figures that the sentences of a filed document say, in the order of its sentences.

What a number counts, the words around it tell: see the readers of facilities, suppliers and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model import Disclosure, Passage, percent
from ..prose.sentences import Sentence, sentences_of
from .figures import TOTAL, Figure, share_key, status_key
from .said import Said, quote
from .said_dates import DateReader
from .said_facilities import FacilityReader
from .said_shares import ShareReader
from .said_suppliers import SupplierReader
from .wording import FACILITIES

__all__ = ["Said", "SentenceReader"]

_PARTS = re.compile(
    r"\b(?P<part>\d[\d,]*) of (?:the )?(?P<whole>\d[\d,]*)(?: \((?P<share>\d+(?:\.\d+)?)%\))?"
)
_OF = re.compile(r"\b(?:of|among) (?:the |these |those |our )?(?=\d)", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_REMAINDER = re.compile(
    rf"\w+ (?:the |these |those |our )?(?P<whole>{_NUMBER})\b(?!\s?%)[^\d.;]{{0,60}}?,[^\d.;]{{0,40}}?"
    rf"(?P<part>{_NUMBER})\b(?!\s?%)(?:\s*\([\d.]+\s?%\))?[^\d]{{0,160}}?\b(?:remaining|other)\s+"
    rf"(?P<rest>{_NUMBER})\b(?!\s?%)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?:{FACILITIES}|suppliers?)\b", re.IGNORECASE)
_FIRST_WORDS = 60


class SentenceReader:
    """Finds the figures of sentences. What a number counts, the words before and after it tell."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure]) -> None:
        self._labels = [status.label for status in disclosure.facts.statuses]
        self._readers = (
            FacilityReader(disclosure, figures),
            SupplierReader(disclosure, figures),
            ShareReader(disclosure, figures),
            DateReader(disclosure, figures),
        )

    def read(self, passages: Sequence[Passage]) -> Iterator[Said]:
        for passage in passages:
            yield from _remainders(passage)
        for sentence in sentences_of(passages):
            placed = _placed(sentence)
            if parts := list(self._of_parts(placed)):
                yield from parts
                continue
            for reader in self._readers:
                yield from reader.read(placed)

    def _of_parts(self, sentence: Sentence) -> Iterator[Said]:
        """``Full Compliant: 237 of 298 (79.5%)``."""
        labels = [label for label in self._labels if sentence.text.startswith(label)]
        for found in _PARTS.finditer(sentence.text) if len(labels) == 1 else ():
            for key, group in ((status_key(labels[0]), "part"), (TOTAL, "whole")):
                value = found[group].replace(",", "")
                yield Said(key, value, quote(sentence.text, *found.span()), sentence.where)
            if found["share"]:
                share = f"{float(found['share']):g}%"
                part, whole = (int(found[group].replace(",", "")) for group in ("part", "whole"))
                decimals = len(found["share"].partition(".")[2])
                own = percent(part, whole, decimals)
                words = quote(sentence.text, *found.span())
                yield Said(share_key(labels[0]), share if share != own else own, words, sentence.where)


def _remainders(passage: Passage) -> Iterator[Said]:
    """``Of the 50 smelters, 40 are Conformant. The remaining 12 are not.``: they are not the whole."""
    for begun in _OF.finditer(passage.text):
        found = _REMAINDER.match(passage.text, begun.start())
        if found is None or not _COUNTED.search(found[0] + passage.text[found.end() : found.end() + 40]):
            continue
        whole, part, rest = (int(found[name].replace(",", "")) for name in ("whole", "part", "rest"))
        if part < whole and part + rest != whole:
            wrong = f"{part:,} and {rest:,} are {part + rest:,}, and not {whole:,}"
            yield Said(None, str(rest), quote(passage.text, *found.span("rest")), passage.where, wrong=wrong)


def _placed(sentence: Sentence) -> Sentence:
    """The sentence with its own first words as its place, where a line is no place."""
    if not sentence.where.words:
        return sentence
    words = sentence.text
    if len(words) > _FIRST_WORDS:
        words = f"{words[:_FIRST_WORDS].rpartition(' ')[0] or words[:_FIRST_WORDS]}…"
    return replace(sentence, where=replace(sentence.where, words=words))
