"""What a number of facilities in a sentence counts: all, or those of a metal, a status or a programme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Disclosure, Metal, StatusClass
from ..prose.sentences import Sentence, number_of
from .facility_words import (
    A_PART_OF,
    ALTOGETHER,
    ASIDE,
    BY_SUPPLIERS,
    CONDITION,
    FOR_METAL,
    IN_COVERED,
    IN_WORDS,
    NOTE,
    OF_WHOLE,
    POINTING_BACK,
    REST,
    TELLING,
    TOLD,
    TOLD_LENGTH,
    TOTAL_BEHIND,
)
from .figures import COVERED, DISTINCT, TOTAL, Figure, cell_key, label_of_class, metal_key, status_key
from .status_words import StatusWords
from .wording import METALS, is_bound


@dataclass(frozen=True)
class FacilityNumber:
    """A number of facilities in a sentence, with what stands before and behind it."""

    found: re.Match[str]
    before: str
    after: str
    sentence: Sentence

    @property
    def value(self) -> int:
        return number_of(self.found["number"])

    @property
    def kind(self) -> str:
        return self.found["kind"] or ""

    @property
    def is_of_some(self) -> bool:
        """``37 of these smelters``: a part of what is named."""
        return bool(self.found["of"])

    @property
    def told(self) -> str:
        """What is said of these facilities."""
        plain = re.sub(r"\([^)]*\)", lambda aside: " " * len(aside[0]), self.after)
        end = ASIDE.search(plain)
        return plain[: end.start() if end else TOLD_LENGTH]


class FacilityKeys:
    """Tells the key of the figure that a number of facilities is, by the words around it and its size."""

    def __init__(self, disclosure: Disclosure, figures: Mapping[str, Figure], words: StatusWords) -> None:
        self._figures = figures
        self._words = words
        self._undetermined = label_of_class(disclosure, StatusClass.INDETERMINABLE)
        counts = disclosure.facts.counts
        self._programmes = tuple(counts.by_programme) if counts else ()

    def of(self, number: FacilityNumber, *, is_whole: bool) -> tuple[str | None, str | None]:
        """What a number counts, or the whole of which it is a part that the data does not count."""
        kind, told, before = number.kind, "" if is_whole else number.told, number.before
        if number.found["names"]:
            return (DISTINCT if self._is_near(DISTINCT, number) else None), None
        labels = self._words.labels_in(f"{kind} {told}")
        is_all = bool(re.search(r"\ball\s*$", before, re.IGNORECASE)) or (
            bool(re.search(r"\b(?:the|these|those)\s*$", before, re.IGNORECASE)) and not number.is_of_some
        )
        if REST.search(before) and self._undetermined and self._words.is_not_listed(told):
            return status_key(self._undetermined), None
        metal = metal_told(kind, number.after)
        condition = CONDITION.search(f"{kind} {told}")
        if is_all and labels and not self._words.labels_in(kind):
            return (None, None) if condition else (TOTAL if self._is_near_total(number) else None, None)
        whole = self.of_labels(metal, labels)
        if condition and not (is_whole or labels == {self._undetermined}):
            return None, whole or TOTAL
        if whole is not None and metal and not labels and not self._is_told_of(whole, number):
            return None, whole
        if whole is not None:
            return whole, None
        if programme := next((one for one in self._programmes if one.casefold() in told.casefold()), None):
            return f"programme:{programme}", None
        if not A_PART_OF.search(before) and not is_whole and IN_COVERED.search(told):
            return COVERED, None
        return (TOTAL if self._is_total(number, is_whole) else None), None

    def of_labels(self, metal: Metal | None, labels: frozenset[str] | set[str]) -> str | None:
        """The key of the figure of a metal, of statuses, or of both; None: no figure is of these."""
        if metal and len(labels) == 1:
            return cell_key(metal, next(iter(labels)))
        if metal:
            return metal_key(metal) if not labels else None
        if len(labels) == 1:
            return status_key(next(iter(labels)))
        return self._words.key_of_several(labels) if labels else None

    def of_value(self, value: str) -> str | None:
        """The key of the first figure of the list that is as large."""
        return next((f.key for f in self._figures.values() if f.is_of_list and f.value == value), None)

    def is_of_answers(self, number: FacilityNumber) -> bool:
        """Whether suppliers, or their answers, are said to have named so many: all that they named."""
        kind = f"{number.kind} {number.told}"
        is_part = number.is_of_some or CONDITION.search(kind) or self._words.labels_in(kind)
        is_of_metal = metal_told(number.kind, number.after)
        return bool(BY_SUPPLIERS.search(number.before)) and not (
            is_part or is_of_metal or is_bound(number.before)
        )

    def is_said_in_words(self, key: str, number: FacilityNumber) -> bool:
        """Whether a number in words can be a figure: ``one`` alone is a pronoun."""
        if number.found["number"].casefold() == "one":
            return bool(re.search(r"\bonly\s*$", number.before, re.IGNORECASE)) or self.is_value(key, 1)
        return key in self._figures and int(self._figures[key].value) < IN_WORDS

    def is_value(self, key: str, value: int) -> bool:
        return key in self._figures and self._figures[key].value == str(value)

    def may_be_total(self, number: FacilityNumber) -> bool:
        """False for a part that happens to be as large, such as of another thing."""
        return not number.is_of_some or TOTAL not in self._figures

    def _is_total(self, number: FacilityNumber, is_whole: bool) -> bool:
        before = number.before
        if REST.search(before) or number.is_of_some:
            return False
        if ALTOGETHER.search(before) or number.found["total"] or TOTAL_BEHIND.match(number.after):
            return True
        if is_whole and not POINTING_BACK.search(before):
            return self._is_near_total(number)
        is_told = TELLING.search(before) or TOLD.match(number.after)
        return bool(is_told) and self._is_near_total(number) and not NOTE.match(number.sentence.text)

    def _is_told_of(self, key: str, number: FacilityNumber) -> bool:
        """Whether a number of facilities of one metal is that of the list: a few of them may be any."""
        is_told = TELLING.search(number.before) or TOLD.match(number.after) or OF_WHOLE.search(number.before)
        return (
            bool(is_told) or number.value >= self._figures[key].number / 2 if key in self._figures else False
        )

    def _is_near(self, key: str, number: FacilityNumber) -> bool:
        figure = self._figures.get(key)
        return figure is not None and figure.number / 2 <= number.value <= figure.number * 2

    def _is_near_total(self, number: FacilityNumber) -> bool:
        """Whether a number can be meant for the total: one far from it counts something else."""
        return self._is_near(TOTAL, number)


def metal_told(kind: str, after: str) -> Metal | None:
    """The metal that the words of a number of facilities, or those behind, name; None: no or several ones."""
    in_kind = re.findall(rf"\b({METALS})\b", kind.casefold())
    if len(in_kind) > 1:
        return None
    found = in_kind[0] if in_kind else (m[1] if (m := FOR_METAL.match(after)) else None)
    return Metal(found.capitalize()) if found else None
