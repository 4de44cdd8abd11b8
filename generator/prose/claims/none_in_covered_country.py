"""That none of the facilities stands in a covered country, or which ones do."""

from __future__ import annotations

from ..claim import Claim
from ..environment import Markdown
from ..facilities import Facilities
from ..wording.spec import Case, Spec
from .group_words import words_of
from .said import Asked, located, named_rows, together
from .unknown_country import unknown_in, unknown_sentences

_WORDS, _TOTAL = "words", "facilities.total"
SPEC = Spec(
    "none-in-covered-country",
    "Facilities in covered countries",
    (
        Case("no-facilities", "where the group is empty", (_WORDS,)),
        Case("one-not", "where the one facility of the group is in no covered country", (_WORDS,)),
        Case("one-not-known", "where the country of the one facility is not known", (_WORDS,)),
        Case("one-open", "where the country of the one facility may be a covered country", (_WORDS,)),
        Case("one", "where the one facility is in a covered country", (_WORDS, "rows")),
        Case("none", "where no facility of the group is in a covered country", (_TOTAL, _WORDS)),
        Case("none-known", "where none is, as far as their countries are known", (_TOTAL, _WORDS)),
        Case("open", "where a country that is not known may be a covered country", (_TOTAL, _WORDS)),
        Case("some", "where some facilities are in a covered country", (_TOTAL, _WORDS, "there.total",
             "rows")),
        Case("all", "where every facility is in a covered country", (_TOTAL, _WORDS, "rows")),
    ),
    ("facilities", "words", "there", "rows"),
)  # fmt: skip


def none_in_covered_country(asked: Asked, facilities: Facilities) -> Markdown:
    """The sentence; none is claimed beside a country text that may be the name of a covered country."""
    there, unknown = located(facilities, "in_covered_countries"), unknown_in(facilities)
    unclear = unknown.like_covered
    also_by = f"a country that is not known may be one: {unclear}" if unclear else ""
    says = f"none of {facilities.path} in a covered country"
    asked.made.append(Claim(says, there.rows, asked.place(), also_by))
    if facilities.total == 0:
        case = "no-facilities"
    elif facilities.total == 1:
        known = "one-open" if unclear else "one-not-known" if unknown.is_any else "one-not"
        case = "one" if there.total else known
    elif not there.total:
        case = "open" if unclear else "none-known" if unknown.is_any else "none"
    else:
        case = "all" if there.total == facilities.total else "some"
    sentence = asked.text(
        SPEC.name,
        case,
        facilities=facilities,
        words=words_of(asked, facilities),
        there=there,
        rows=named_rows(there),
    )
    return together([sentence, *unknown_sentences(asked, facilities, unknown)])
