"""Sentences of a filed document, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import LineRef, Passage

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_ONES)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_WORDS |= {
    f"{ten}-{one}": _WORDS[ten] + _WORDS[one] for ten in _TENS for one in _ONES[1:10]
}  # fmt: skip

_SMALL = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_HUNDRED = rf"(?:an?|{_SMALL})\s+hundred(?:\s+(?:and\s+)?{_SMALL})?"
_THOUSAND = rf"(?:an?|{_HUNDRED}|{_SMALL})\s+thousand(?:,?\s+(?:and\s+)?(?:{_HUNDRED}|{_SMALL}))?"
_IN_WORDS = (
    r"(?<!hundred )(?<!hundred and )(?<!thousand )(?<!thousand, )(?<!thousand and )"
    rf"(?:{_THOUSAND}|{_HUNDRED}|{_SMALL})\b(?!\s+(?:hundred|thousand|million|billion)\b)"
)
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{_IN_WORDS})"
"""A whole number in digits or, below one million, in words; never the last words of a greater one."""

STANDS = re.compile(r"\b(?:locat|situat|stand|based|geographic)", re.IGNORECASE)
"""How a sentence says that a facility is somewhere, and not that a mineral comes from there."""

END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|No|Nos|U\.S|e\.g|i\.e|vs|Mr|Ms|Dr|St)|\b[A-Z])\.[\"”’)]?$"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and the number of its passage."""

    text: str
    passage: int
    where: LineRef


def sentences_of(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """The sentences of all passages, in order; points of abbreviations end none."""
    for number, passage in enumerate(passages):
        begun = ""
        for part in END.split(passage.text):
            begun = f"{begun} {part}" if begun else part
            if not ABBREVIATION.search(begun):
                yield Sentence(begun, number, passage.where)
                begun = ""
        if begun:
            yield Sentence(begun, number, passage.where)


def number_of(text: str) -> int:
    """The number that ``NUMBER`` matched: ``1,240``, ``forty-two``, ``one hundred and forty-two``."""
    if is_written_in_digits(text):
        return int(text.replace(",", ""))
    total = part = 0
    for word in re.findall(r"[a-z-]+", text.casefold()):
        if word == "thousand":
            total, part = 1000 * part, 0
        elif word == "hundred":
            part *= 100
        elif word != "and":
            part += 1 if word in ("a", "an") else _WORDS[word]
    return total + part


def is_written_in_digits(text: str) -> bool:
    return text[:1].isdigit()
