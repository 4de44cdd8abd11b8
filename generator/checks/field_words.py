"""What a report calls smelters, suppliers, answers and statuses: its own words, and those of the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model import Disclosure, Metal, Status, StatusClass

_FACILITY = r"smelters?|refiners?|refiner(?:y|ies)|(?:processing\s+)?facilit(?:y|ies)|SORs?"
_SUPPLIER = r"suppliers?|vendors?|manufacturers?"
_ANSWER = r"responses?|answers?|replies|(?:completed\s+)?(?:CMRTs?|templates?|questionnaires?|surveys?)"
_DEFINED = re.compile(
    r"\b(?:smelters?|refiners?|facilit(?:y|ies))\s+\(\W{0,3}(?:the\s+|each\s+a\s+|collectively,?\s+)?\W?([A-Z][A-Za-z]{1,11})\W{0,2}\)"
)
_CLASSES = {
    StatusClass.NOT_CONFORMANT: r"non-?\s?conformant|non-?\s?compliant",
    StatusClass.CONFORMANT: r"conformant|compliant",
    StatusClass.ACTIVE: r"active",
    StatusClass.NOT_ENROLLED: r"not\s+enrolled",
    StatusClass.INDETERMINABLE: r"indeterminable",
}
_METALS = {
    "gold": Metal.GOLD, "au": Metal.GOLD, "tantalum": Metal.TANTALUM, "ta": Metal.TANTALUM, "tin": Metal.TIN,
    "sn": Metal.TIN, "tungsten": Metal.TUNGSTEN, "wolfram": Metal.TUNGSTEN,
}  # fmt: skip
METAL = r"(?:gold|tantalum|tin|tungsten|wolfram)"


@dataclass(frozen=True, eq=False)
class FieldWords:
    """The nouns and labels of one report, as patterns."""

    disclosure: Disclosure
    text: str
    """All of the report, in which abbreviations are defined."""

    @cached_property
    def facility(self) -> str:
        own = {re.escape(word.removesuffix("s")) + "s?" for word in _DEFINED.findall(self.text)}
        one = "|".join([_FACILITY, *sorted(own)])
        return rf"(?:(?:{one})(?:\s*(?:/|\(s\)|\band/or\b|\band\b|\bor\b|&)\s*(?:{one}))?)"

    @cached_property
    def supplier(self) -> str:
        term = self.disclosure.facts.survey.supplier_term
        own = {re.escape(words.split()[-1]) for words in (term.one, term.many)}
        return rf"(?:{'|'.join([_SUPPLIER, *sorted(own)])})"

    @cached_property
    def answer(self) -> str:
        return f"(?:{_ANSWER})"

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """A noun that the data counts; the group that is set says which."""
        return re.compile(
            rf"(?P<facility>{self.facility})(?!\w)|(?P<supplier>{self.supplier})(?!\w)"
            rf"|(?P<country>countries)\b|(?P<answer>{_ANSWER})(?!\w)",
            re.IGNORECASE,
        )

    @cached_property
    def status(self) -> str:
        """A label of the filer, or a word of the field for a class that the filer uses."""
        labels = sorted((status.label for status in self.disclosure.facts.statuses), key=len, reverse=True)
        known = [
            re.sub(r"[\s-]+", r"[\\s-]+", re.escape(label).replace(r"\ ", " ").replace(r"\-", "-"))
            for label in labels
        ]
        return rf"(?:{'|'.join([*known, *_CLASSES.values()])})(?!\w)"

    def statuses_of(self, word: str) -> tuple[Status, ...]:
        """The statuses that the word means; none where the filer has no such one."""
        statuses = self.disclosure.facts.statuses
        plain = _plain(word)
        labelled = tuple(status for status in statuses if _plain(status.label) == plain)
        if labelled:
            return labelled
        for status_class, pattern in _CLASSES.items():
            if re.fullmatch(pattern, word.strip(), re.IGNORECASE):
                return tuple(status for status in statuses if status.status_class is status_class)
        return ()

    @cached_property
    def names_with_digits(self) -> re.Pattern[str] | None:
        """Names of facilities that hold a number, wherever they stand."""
        names = {row.name for row in self.disclosure.all_rows if any(map(str.isdigit, row.name))}
        if not names:
            return None
        return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))


def metals_of(words: str) -> Iterator[Metal]:
    """The metals that the words name, once each."""
    found = dict.fromkeys(_METALS.get(word) for word in re.findall(r"[a-z]+", words.casefold()))
    return (metal for metal in found if metal)


def _plain(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text).casefold().strip()
