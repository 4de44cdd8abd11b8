"""What reconciling works with and gives, as frozen values. Confidential, like ``declarations``.

One row of the list is one facility for one metal. Its ``key`` names it in every file and every run:
``Gold CID000035``, or metal, folded name and country where it has no identifier.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from ..findings import Finding
from ..model import CellRef, Day, Fact, Metal, Place, StatusClass, Text, is_cid
from .declarations import DeclaredSmelter, SetAside

LIST_FILE = "smelters.xlsx"
REVIEW_FOLDER = "review"
"""Folder of the year with everything about a reconciliation but the list."""
BEFORE = "smelters-before.xlsx"
"""In that folder: copy of the workbook that a run replaced."""

KEY_COLUMN = "Key"
"""Heading of the column by which the next run finds a row again."""

DECISIONS_SHEET = "Decisions"
EVIDENCE_SHEET = "Evidence"
SURVEY_SHEET = "Supplier survey"
READ_ME_SHEET = "Read me"
WRITTEN_SHEET = "As written"
"""Hidden: the rows as the program wrote them, so that the next run sees what a person changed."""

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


def _must_be_cid(value: str) -> str:
    if not is_cid(value):
        raise ValueError("CID and six digits, such as CID000035")
    return value


Cid = Annotated[Text, AfterValidator(_must_be_cid)]


class Match(Fact):
    """A person's decision that a reported name is, or is not, a certain smelter."""

    metal: Metal
    name: Text
    """As a supplier reported it; case and punctuation do not matter."""
    country: Text | None = None
    """None: whatever country was reported with it."""
    same_as: Text = Field(alias="is")
    """A CID, or the name of a smelter without one."""
    comment: Text | None = None


class Override(Fact):
    """What a person wants in a row of the list instead of what was computed. None: no change."""

    metal: Metal
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
class ListedSmelter:
    """A row of a status list."""

    metal: Metal
    cid: str | None
    name: str
    """Empty where the list has no names."""
    country: str
    status: str
    """In the list's words."""
    status_class: StatusClass | None
    """None: words that are not known."""
    recognised_by: tuple[str, ...]
    """Other programs by which it counts as audited: ``LBMA RG``, ``RJC``."""
    as_of: dt.date | None
    """Of the row, else of the list."""
    where: CellRef


@dataclass(frozen=True, slots=True)
class StatusList:
    """A list that says which status smelters have."""

    file: str
    as_of: dt.date | None
    rows: tuple[ListedSmelter, ...]


class Means(StrEnum):
    """How a reported row came to its identity."""

    IDENTIFIER = "identifier"
    OLD_IDENTIFIER = "old identifier, in the mapping"
    NAME = "name or alias in a look-up"
    DECISION = "a person's decision"
    UNKNOWN_IDENTIFIER = "identifier that no look-up has"
    UNLISTED = "metal, name and country alone"


class FlagKind(StrEnum):
    """What a person should look at."""

    UNLISTED = "not listed"
    UNKNOWN_CID = "unknown identifier"
    FOREIGN_CID = "identifier of another metal"
    WITHDRAWN = "withdrawn"
    RENAMED = "renamed"
    NO_COUNTRY = "no country"
    COUNTRY_CONFLICT = "countries differ"
    RECYCLED_CONFLICT = "recycled answers differ"
    COVERED = "covered country"
    EMBARGO = "country under embargo"
    LISTS_DISAGREE = "status lists differ"
    STATUS_UNMATCHED = "status without a word"
    RECOGNISED = "recognised by another program"
    NEW = "new since last year"
    STATUS_CHANGED = "status changed since last year"
    NO_LONGER_REPORTED = "no longer reported"
    EDITED = "edited by a person"
    DELETED = "was deleted"


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark on a row of the list, in a few words."""

    kind: FlagKind
    text: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}" if self.text else str(self.kind)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which smelter a reported row is."""

    key: str
    metal: Metal
    cid: str | None
    name: str
    """The newest standard name, else the name as reported."""
    country: str
    """By the newest list; empty where no list has it."""
    city: str
    state: str
    is_known: bool
    """Whether a look-up, a reference list or a status list has it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One supplier's row for a smelter."""

    supplier: str
    row: DeclaredSmelter
    means: Means


class AsideReason(StrEnum):
    """Why a row that was read is not in the list."""

    OLDER = "older answer of the same supplier"
    SAME_DATE = "another answer of the same supplier and date"
    NOT_IDENTIFIED = "smelter not yet identified"
    NO_NAME = "neither a name nor an identifier"
    NO_METAL = "no metal"
    LEFT_OUT = "left out by a person's decision"


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row that was read and set aside."""

    supplier: str
    row: DeclaredSmelter
    reason: AsideReason


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the reconciled list, as it is written."""

    key: str
    metal: Metal
    cid: str
    name: str
    aliases: tuple[str, ...]
    country: str
    city: str
    state: str
    status: str
    status_as_of: dt.date | None
    recycled: str
    """``Yes``, ``No``, ``Unknown`` or empty."""
    footnote: str
    comment: str
    reported_by: tuple[str, ...]
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), repr=False)
    former_keys: tuple[str, ...] = ()
    """Keys under which its reports would stand without a person's decision."""
    is_known: bool = True
    own: Mapping[str, str] = field(default_factory=dict)
    """Columns that people added: heading to value."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A smelter that may be the same as one that no list has. A person decides."""

    key: str
    metal: Metal
    reported: str
    country: str
    rank: int
    candidate: str
    """Its CID, else its name."""
    candidate_name: str
    candidate_country: str
    score: float
    """0 to 100."""
    reason: str


@dataclass(frozen=True, slots=True)
class SheetDecision:
    """A row of the sheet ``Decisions`` that a person filled in."""

    cells: Mapping[str, str]
    """The row as it stands, by the names of ``DECISION_COLUMNS``."""
    where: Place

    @property
    def verdict(self) -> str:
        return self.cells.get("verdict", "").strip().casefold()


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row of ``smelters.xlsx`` as it stands, every value as text."""

    key: str
    """Empty where a person added the row."""
    cells: Mapping[str, str]
    """Field of the list to text."""
    comment: str
    own: Mapping[str, str]
    where: CellRef


@dataclass(frozen=True, slots=True)
class EarlierList:
    """``smelters.xlsx`` before this run."""

    rows: tuple[EarlierRow, ...] = ()
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Key to the values that the program wrote last; empty where a person made the workbook."""
    decisions: tuple[SheetDecision, ...] = ()
    own_columns: tuple[str, ...] = ()
    own_sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between the list before this run and after it."""

    key: str
    what: str
    """``added``, ``changed``, ``kept``."""
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of rows that were read: ``read`` is the sum of the others."""

    read: int
    kept: int
    """First report of a smelter: each gives one row of the list."""
    merged: int
    """Further reports of a smelter that another row gave."""
    aside: Mapping[str, int]
    """Reason to number."""

    @property
    def adds_up(self) -> bool:
        return self.read == self.kept + self.merged + sum(self.aside.values())


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a run, each step adding up to the next."""

    files_found: int
    files_used: int
    files_replaced: int
    files_aside: int
    rows: Tally
    by_metal: Mapping[str, Tally]
    by_supplier: Mapping[str, Tally]
    kept_unreported: int
    """Rows of the earlier workbook that stay although nobody reports them."""
    listed: int
    """Rows of the list: ``rows.kept + kept_unreported``."""
    listed_by_metal: Mapping[str, int]
    listed_by_status: Mapping[str, int]
    listed_by_metal_and_status: Mapping[str, Mapping[str, int]]

    @property
    def adds_up(self) -> bool:
        files = self.files_used + self.files_replaced + self.files_aside == self.files_found
        tallies = (self.rows, *self.by_metal.values(), *self.by_supplier.values())
        listed = self.listed == self.rows.kept + self.kept_unreported
        by_parts = self.listed == sum(self.listed_by_metal.values()) == sum(self.listed_by_status.values())
        return files and all(tally.adds_up for tally in tallies) and listed and by_parts


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One supplier in the survey: what was asked, and what came back. Texts as they are shown."""

    supplier: str
    answered: bool
    files: tuple[str, ...] = ()
    version: str = ""
    language: str = ""
    scope: str = ""
    effective_date: dt.date | None = None
    metals: Mapping[str, str] = field(default_factory=dict)
    """Metal to its answer to the first question."""
    covered: Mapping[str, str] = field(default_factory=dict)
    """Metal to its answer on the covered countries."""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask a supplier, or to look at oneself, in words to send."""

    text: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Everything that a run gives."""

    year: int
    created: dt.date
    rows: tuple[ListRow, ...]
    labels: tuple[str, ...]
    computed: Mapping[str, Mapping[str, str]]
    suggestions: tuple[Suggestion, ...]
    decided: tuple[SheetDecision, ...]
    own_columns: tuple[str, ...]
    survey: tuple[Surveyed, ...]
    set_aside: tuple[SetAside, ...]
    aside_rows: tuple[AsideRow, ...]
    findings: tuple[Finding, ...]
    """About sources that are no supplier's."""
    asked: Mapping[str, tuple[Ask, ...]]
    """Supplier to what it must be asked."""
    watched: Mapping[str, tuple[Ask, ...]]
    """Supplier to what is for the filer's eyes only."""
    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    """Rows of last year's list that nobody reports this year."""
    counts: Counts
