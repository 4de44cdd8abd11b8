"""What reconciling works with and gives, as frozen values. Confidential, like ``declarations``.

One row of the list is one facility for one metal. Its ``key`` names it in every file and every run:
``Gold CID000035``, or metal, folded name and country where it has no identifier.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..findings import Finding
from ..model import Mineral
from ..model.stated.reconciled import LastReconciliation
from .correspondence import Correspondence
from .counts import Counts
from .decisions import DECISIONS_SHEET, SheetDecision
from .declarations import DeclaredSmelter
from .earlier import EarlierList, EarlierRow, LeftOutRow, OtherList
from .mines import Mine
from .named import Named
from .set_aside import SetAside
from .suggestions import Suggestion

LIST_FILE = "smelters.xlsx"
REVIEW_FOLDER = "review"
"""Folder of the year with everything about a reconciliation but the list."""
REVIEW_FILE = "review.xlsx"
"""In that folder: the workbook in which people review and decide."""
BEFORE, REVIEW_BEFORE = "smelters-before.xlsx", "review-before.xlsx"
"""In that folder: copies of the workbooks that a run replaced."""

COMMENT_COLUMN = "Internal Comment"
ROWS_SHEET = "Rows"
LEFT_OUT_SHEET = "Left out"
BACK_COLUMN = "Bring back"
EVIDENCE_SHEET = "Evidence"
SURVEY_SHEET = "Supplier survey"
READ_ME_SHEET = "Read me"
WRITTEN_SHEET = "As written"
"""Hidden: the rows as the program wrote them, so that the next run sees what a person changed."""
REVIEW_SHEETS = (
    ROWS_SHEET, READ_ME_SHEET, DECISIONS_SHEET, LEFT_OUT_SHEET, EVIDENCE_SHEET, SURVEY_SHEET, WRITTEN_SHEET,
)  # fmt: skip
"""The sheets of ``review.xlsx``."""
LIST_SHEETS_BEFORE = (DECISIONS_SHEET, EVIDENCE_SHEET, SURVEY_SHEET, WRITTEN_SHEET)
"""Those of them that stood in the list's own workbook in earlier versions."""


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
    FOREIGN_NAME = "name of another metal"
    PERHAPS_LEFT_OUT = "perhaps left out before"
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
    metal: Mineral
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
    NO_FACILITY = "a word that is no smelter's name"
    NO_METAL = "no metal"
    RULES_METAL = "a metal of the rule in a template for other minerals"
    OTHER_METAL = "identifier and name of a smelter of another metal; a person decides"
    NAME_OF_OTHER_METAL = "name and country of a smelter of another metal; a person decides"
    LEFT_OUT = "left out by a person's decision"
    DELETED = "left out, because its row was deleted from the list"


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row that was read and set aside."""

    supplier: str
    row: DeclaredSmelter
    reason: AsideReason


@dataclass(frozen=True, slots=True)
class NamedMine:
    """A mine of an answer that counts."""

    supplier: str
    mine: Mine


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the reconciled list, as it is written."""

    key: str
    metal: Mineral
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
    source: EarlierRow | None = field(default=None, repr=False)
    """The row of the earlier list in whose place it stands; None: it is new there."""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between the list before this run and after it."""

    key: str
    what: str
    """``added``, ``changed``, ``kept``."""
    text: str


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One supplier in the survey: what was asked, and what came back. Texts as they are shown."""

    supplier: str
    answered: bool
    files: tuple[str, ...] = ()
    version: str = ""
    """Of the template; of an EMRT, AMRT or CRT with its name before it."""
    language: str = ""
    scope: str = ""
    effective_date: dt.date | None = None
    metals: Mapping[str, str] = field(default_factory=dict)
    """Metal to its answer to the first question."""
    covered: Mapping[str, str] = field(default_factory=dict)
    """Metal to its answer on the covered countries."""
    rows: int = 0
    levels: tuple[str, ...] = ()
    """Of each of its answers: ``company``, ``product``, ``user-defined``; empty where that is not said."""
    versions: tuple[str, ...] = ()
    """Of each of its answers the version of the template."""
    is_asked: bool = True
    """False: it answered and was not asked, so that no figure counts it."""
    perhaps: str = ""
    """A company whose answer may be this supplier's, since the names are alike; a person decides."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One matter to put to a supplier, or to look at oneself, in words to send."""

    text: str
    """What is wrong, where, and what is asked, in whole sentences."""
    finding: Finding
    """The most severe of those behind it; the one about the list where a list is another's."""
    findings: tuple[Finding, ...] = ()
    """Every finding behind it, those that speak first; empty: ``finding`` alone."""
    places: str = ""
    """Where to look, folded: ``sheet 'Smelter List', cells E5:E212``; empty: a file, or no place."""
    speaking: int = 1
    """How many of ``findings`` the text speaks of."""

    @property
    def every(self) -> tuple[Finding, ...]:
        """All findings behind it, at least one."""
        return self.findings or (self.finding,)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Everything that a run gives. ``rows`` and ``counts`` are those of the four metals of the rule.

    What people decide, and why a row is where it is, is told of all minerals together.
    """

    year: int
    created: dt.date
    rows: tuple[ListRow, ...]
    labels: tuple[str, ...]
    computed: Mapping[str, Mapping[str, str]]
    suggestions: tuple[Suggestion, ...]
    decided: tuple[SheetDecision, ...]
    earlier: EarlierList
    left_out: tuple[LeftOutRow, ...]
    """Smelters without a row, because a person deleted it."""
    last: LastReconciliation
    """What a check compares with."""
    survey: tuple[Surveyed, ...]
    set_aside: tuple[SetAside, ...]
    aside_rows: tuple[AsideRow, ...]
    findings: tuple[Finding, ...]
    """About sources that are no supplier's."""
    asked: Mapping[str, tuple[Ask, ...]]
    """Supplier to what it must be asked."""
    watched: Mapping[str, tuple[Ask, ...]]
    """Supplier to what is for the filer's eyes only; an empty name: a file that names no sender."""
    changes: tuple[Change, ...]
    gone: tuple[str, ...]
    """Rows of last year's list that nobody reports this year."""
    counts: Counts
    passed_over: tuple[str, ...] = ()
    """Files that programs leave behind, such as Thumbs.db, which nobody sent."""
    correspondence: Correspondence = field(default_factory=Correspondence)
    named: tuple[Named, ...] = field(default=(), repr=False)
    """What the answers name, to search for in what is published."""
    other_rows: tuple[ListRow, ...] = ()
    """Rows for minerals beside the four: in no figure of the rule, and in lists of their own."""
    other_counts: Counts | None = None
    """None: no answer about other minerals came, and no list has any."""
    other_survey: tuple[Surveyed, ...] = ()
    """Suppliers that answered about other minerals. They are part of no figure of the survey."""
    other_lists: tuple[OtherList, ...] = ()
    """The sheets of ``smelters.xlsx`` that ``disclosure.yml`` gives to other minerals."""
    mines: tuple[NamedMine, ...] = ()
    """What is said of them is evidence, and in no list and no figure."""

    @property
    def every_row(self) -> tuple[ListRow, ...]:
        """The rows of all minerals, those of the rule first."""
        return (*self.rows, *self.other_rows)
