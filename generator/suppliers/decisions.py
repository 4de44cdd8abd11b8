"""What people decided on names, identifiers and rows, as frozen values. Confidential, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator

from ..model import Day, Fact, Metal, Mineral, Place, Text, is_cid
from .minerals import KNOWN, mineral_named

DECISIONS_SHEET = "Decisions"

DECISION_COLUMNS = {
    "key": "Smelter",
    "reported": "Reported as",
    "country": "Country reported",
    "rank": "Rank",
    "candidate": "Perhaps the same as",
    "name": "Its name",
    "candidate_country": "Its country",
    "reason": "Why",
    "verdict": "Decision",
    "comment": "Comment",
}
"""Columns of the sheet ``Decisions``; people fill in the last two."""

ACCEPT, REJECT = "accept", "reject"
"""What a person writes into the column ``Decision``."""


TYPED = "you typed this identifier into the list"
"""Why a decision stands on the sheet that nobody was asked for; ``reject`` takes it back."""
KEPT = "you deleted that row and kept this one"
"""The same of a row that is alike; ``accept`` leaves this one out too."""


def _must_be_cid(value: str) -> str:
    if not is_cid(value):
        raise ValueError("CID and six digits, such as CID000035")
    return value


Cid = Annotated[Text, AfterValidator(_must_be_cid)]


def _must_be_mineral(value: object) -> Mineral:
    found = mineral_named(str(value))
    if found is None:
        raise ValueError(f"one of {', '.join((*Metal, *KNOWN))}")
    return found


DecidedMineral = Annotated[Mineral, PlainValidator(_must_be_mineral)]


class Match(Fact):
    """A person's decision that a reported name is, or is not, a certain smelter."""

    metal: DecidedMineral
    name: Text
    """As a supplier reported it; case and punctuation do not matter."""
    country: Text | None = None
    """None: whatever country was reported with it."""
    same_as: Text = Field(alias="is")
    """A CID, or the name of a smelter without one."""
    its_country: Text | None = None
    """Of the smelter that ``is`` names, where it has no CID. None: the country that was reported."""
    comment: Text | None = None


class Override(Fact):
    """What a person wants in a row of the list instead of what was computed. None: no change."""

    metal: DecidedMineral
    smelter: Text
    """Its CID, or its name."""
    name: Text | None = None
    country: Text | None = None
    city: Text | None = None
    state: Text | None = None
    status: Text | None = None
    """A label of ``disclosure.yml``."""
    status_as_of: Day | None = None
    recycled: bool | None = None
    footnote: Text | None = None
    leave_out: bool = False
    """True: the row does not come into the list, with ``comment`` as the reason."""
    comment: Text | None = None


class Decisions(Fact):
    """``decisions.yml``: what people decided, used again next year."""

    accepted: tuple[Match, ...] = ()
    rejected: tuple[Match, ...] = ()
    identifiers: dict[Text, Cid] = Field(default_factory=dict)
    """Old or withdrawn identifier to the CID that holds now."""
    identifier_files: tuple[Text, ...] = ()
    """Tables with such pairs, beside ``decisions.yml``."""
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetDecision:
    """A row of the sheet ``Decisions`` that a person filled in."""

    cells: Mapping[str, str]
    """The row as it stands, by the names of ``DECISION_COLUMNS``."""
    where: Place

    @property
    def is_whole(self) -> bool:
        """Whether it says what is the same as what."""
        return all(self.cells.get(name) for name in ("key", "reported", "candidate"))

    @property
    def is_typed(self) -> bool:
        """Whether it stands for an identifier that a person typed into the list."""
        return self.cells.get("reason") == TYPED

    @property
    def verdict(self) -> str:
        return self.cells.get("verdict", "").strip().casefold()
