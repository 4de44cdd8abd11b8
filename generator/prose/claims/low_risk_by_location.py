"""That none of the facilities stands in an area of high risk by the stated list, or which ones do."""

from __future__ import annotations

from ..claim import Claim
from ..environment import Markdown
from ..facilities import Facilities
from ..wording.spec import Case, Spec
from .group_words import words_of
from .said import Asked, located, named_rows, together
from .unknown_country import unknown_in, unknown_sentences

_WORDS, _TOTAL, _LIST = "words", "facilities.total", "high_risk_areas.name"
SPEC = Spec(
    "low-risk-by-location",
    "Facilities in conflict-affected and high-risk areas",
    (
        Case("no-facilities", "where the group is empty", (_WORDS,)),
        Case("one-open", "where the country of the one facility may be on the list", (_WORDS, _LIST)),
        Case("none", "where no facility of the group is in a country of the list", (_TOTAL, _WORDS, _LIST)),
        Case("none-known", "where none is, as far as their countries are known", (_TOTAL, _WORDS, _LIST)),
        Case("open", "where a country that is not known may be on the list", (_TOTAL, _WORDS, _LIST)),
        Case("some", "where facilities are in countries of the list", (_TOTAL, _WORDS, "there.total", _LIST,
             "rows")),
        Case("list-date", "behind the sentence where the list has a date", ("high_risk_areas.as_of",)),
    ),
    ("facilities", "words", "there", "rows"),
)  # fmt: skip


def low_risk_by_location(asked: Asked, facilities: Facilities) -> Markdown:
    """The sentence; none is claimed beside a country text that may be the name of a covered country."""
    there, unknown = located(facilities, "in_high_risk_areas"), unknown_in(facilities)
    unclear = unknown.like_covered
    also_by = f"a country that is not known may be one: {unclear}" if unclear else ""
    asked.made.append(
        Claim(f"none of {facilities.path} in a high-risk area", there.rows, asked.place(), also_by)
    )
    if facilities.total == 0:
        case = "no-facilities"
    elif there.total:
        case = "some"
    elif unclear:
        case = "one-open" if facilities.total == 1 else "open"
    else:
        case = "none-known" if unknown.is_any else "none"
    areas = asked.facts.high_risk_areas
    cases = [case, *(["list-date"] if areas and areas.as_of and case != "no-facilities" else [])]
    sentences = asked.texts(
        SPEC.name,
        cases,
        facilities=facilities,
        words=words_of(asked, facilities),
        there=there,
        rows=named_rows(there),
    )
    return together([sentences, *unknown_sentences(asked, facilities, unknown)])
