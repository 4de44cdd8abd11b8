"""Figures in lines of their own in a filed document: ``Suppliers surveyed: 212``, ``Conformant: 37``.

What comes before the colon tells what is counted. A status alone counts facilities only in a run of such
lines of which one counts facilities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Disclosure, Passage
from ..model.comparing import folded
from ..model.words import metal_of
from ..prose.sentences import number_of
from .facility_words import CONDITION
from .figures import ANSWERED, ASKED, TOTAL, Figure, metal_key, status_key
from .said import Said, quote
from .supplier_words import DID_ANSWER, DID_NOT, NOT_OF_SURVEY, WAS_ASKED
from .wording import COUNT, FACILITIES, is_of_other_year, is_planned

_LINE = re.compile(
    rf"\W*(?P<name>[^:;.\d]{{3,90}}?)\s*[:=–—]\s*(?P<number>{COUNT})\s*(?:\([\d.,]+\s?%\))?\W*", re.IGNORECASE
)
_FACILITIES = re.compile(rf"\b(?:{FACILITIES})\b", re.IGNORECASE)
_SUPPLIERS = re.compile(r"\b(?:suppliers|vendors)\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\b(?:spend|products?|parts|meetings?|per|average|prior|previous|last)\b", re.IGNORECASE
)


def figures_in_lines(
    passages: Sequence[Passage], disclosure: Disclosure, figures: Mapping[str, Figure]
) -> Iterator[Said]:
    """The figures of all such lines whose words tell one of ``figures``."""
    labels = {folded(status.label): status.label for status in disclosure.facts.statuses}
    is_on_facilities = False
    for passage in passages:
        found = _LINE.fullmatch(passage.text)
        if found is None:
            is_on_facilities = False
            continue
        name = found["name"]
        is_on_facilities = is_on_facilities or bool(_FACILITIES.search(name))
        key = _key(name, labels, is_on_facilities=is_on_facilities)
        is_other = is_planned(name) or is_of_other_year(passage.text, *found.span("number"), disclosure.year)
        if key is not None and key in figures and not is_other:
            figure, value = figures[key], number_of(found["number"])
            is_rough = not figure.value.isdigit() and figure.number == value
            words = quote(passage.text, *found.span("number"))
            yield Said(key, figure.value if is_rough else str(value), words, passage.where)


def _key(name: str, labels: Mapping[str, str], *, is_on_facilities: bool) -> str | None:
    """The figure that the words before a colon name; None where they name none, or a part of one."""
    if _OF_PEOPLE.search(name) or CONDITION.search(name):
        return None
    words = folded(re.sub(_FACILITIES, "", name))
    if words in labels and is_on_facilities:
        return status_key(labels[words])
    if _FACILITIES.search(name):
        if (metal := metal_of(words)) is not None:
            return metal_key(metal)
        is_total = re.fullmatch(
            r"(?:(?:total|number|of|unique|3tg|identified|reported|listed|in|our|supply|chain|all|and|or)\s*)*",
            words,
        )
        return TOTAL if is_total else None
    if not _SUPPLIERS.search(name) or DID_NOT.search(name):
        return None
    if DID_ANSWER.search(name):
        return ANSWERED
    is_asked = WAS_ASKED.search(name) and not NOT_OF_SURVEY.search(name)
    return ASKED if is_asked and not re.search(r"\bidentif", name, re.IGNORECASE) else None
