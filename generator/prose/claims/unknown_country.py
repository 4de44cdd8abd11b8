"""Of how many facilities the country is not given, not known, or given under a name that no table has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...countries.likeness import is_like_covered, is_no_name
from ...model import Smelter
from ...model.counted import named, row_in_words
from .. import escape
from ..environment import Markdown
from ..facilities import Facilities
from ..fact_values import FactInt
from ..marks import mark
from ..wording.spec import Case, Spec
from .said import Asked

SPEC = Spec(
    "unknown-country",
    "Facilities whose country is not known, behind a sentence on places",
    (
        Case("one-not-given", "where the group is one facility, and its country is not given"),
        Case("one-not-known", "where the group is one facility, and its country is not known"),
        Case("one-not-recognised", "where the group is one facility, and no table has the name of its"
             " country", ("names",)),
        Case("not-given", "where the country of some facilities is not given", ("unknown",)),
        Case("not-known", "where the country of some facilities is given as not known", ("unknown",)),
        Case("not-given-or-not-known", "where some countries are not given and others not known",
             ("unknown",)),
        Case("not-recognised", "where no table has the names of some countries", ("unresolved", "names")),
    ),
    ("facilities", "unknown", "unresolved", "names", "number_of_names"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A row with a country text that no table has, and that text."""

    smelter: Smelter
    country_text: str


@dataclass(frozen=True)
class Unknown:
    """The rows without a known country."""

    without: FactInt
    """How many have none, or one that says that it is not known."""
    case: str
    unresolved: Sequence[Unresolved]

    @property
    def is_any(self) -> bool:
        return bool(self.without or self.unresolved)

    @property
    def like_covered(self) -> str:
        """The texts that may name a covered country, with their rows; empty where none may."""
        unclear = [row for row in self.unresolved if is_like_covered(row.country_text)]
        return "; ".join(f"'{row.country_text}' of {row_in_words(row.smelter)}" for row in unclear)


def unknown_in(facilities: Facilities) -> Unknown:
    """How many rows have no known country, and why not; and which have a text that is not recognised."""
    unresolved = [
        Unresolved(row, row.country.filed)
        for row in facilities.rows
        if row.country and row.country.code is None and not is_no_name(row.country.filed)
    ]
    without = sum(row.country is None or row.country.code is None for row in facilities.rows)
    not_given = sum(row.country is None for row in facilities.rows)
    unknown = without - len(unresolved)
    case = "not-known" if not not_given else "not-given" if not_given == unknown else "not-given-or-not-known"
    return Unknown(FactInt(unknown, f"{facilities.path}.without_country"), case, unresolved)


def unknown_sentences(asked: Asked, facilities: Facilities, unknown: Unknown) -> list[Markdown]:
    """What stands behind a sentence on places: nothing where every country is known."""
    found = []
    is_one = facilities.total == 1
    if unknown.without:
        case = f"one-{unknown.case}" if is_one else unknown.case
        found.append(asked.text(SPEC.name, case, facilities=facilities, unknown=unknown.without))
    if unknown.unresolved:
        found.append(_not_recognised(asked, facilities, unknown, is_one=is_one))
    return found


def _not_recognised(asked: Asked, facilities: Facilities, unknown: Unknown, *, is_one: bool) -> Markdown:
    texts = dict.fromkeys(row.country_text for row in unknown.unresolved)
    where = {row.country_text: str(row.smelter.where) for row in reversed(unknown.unresolved)}
    names = named([f"“{mark(escape.markdown(text), where[text])}”" for text in texts])
    return asked.text(
        SPEC.name,
        "one-not-recognised" if is_one else "not-recognised",
        facilities=facilities,
        unresolved=FactInt(len(unknown.unresolved), f"{facilities.path}.without_country"),
        number_of_names=len(texts),
        names=Markdown(names),
    )


def unrecognised_countries(asked: Asked, facilities: Facilities) -> Markdown:
    """Of how many facilities the country is given under a name that no table has; empty where of none."""
    unknown = unknown_in(facilities)
    if not unknown.unresolved:
        return Markdown("")
    return _not_recognised(asked, facilities, unknown, is_one=facilities.total == 1)
