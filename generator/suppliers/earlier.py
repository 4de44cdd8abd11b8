"""The list and the review as people left them before a run, as frozen values. Confidential, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..findings import Finding
from ..model import CellRef
from .decisions import ACCEPT, SheetDecision


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row of ``smelters.xlsx`` as it stands, every value as text."""

    key: str
    """Empty where a person added the row."""
    cells: Mapping[str, str]
    """Field of the list to text; only the columns that are there."""
    comment: str
    own: Mapping[str, str]
    where: CellRef
    number: int = 0
    """Of the row in its sheet, counted from 1."""
    is_copy: bool = False
    """Whether it is a further row for a smelter that has one."""

    def text(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class ListLayout:
    """Where things stand in the sheet of the list, columns counted from 1."""

    heading_row: int
    columns: Mapping[str, int]
    """Field of the list to column."""
    own: Mapping[str, int]
    """Heading of a person's column to column."""
    internal: Mapping[str, int]
    """Heading of a column that is never published to column."""


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A smelter that stood in the list until a person deleted its row, or left it out by a decision."""

    key: str
    metal: str
    cid: str
    name: str
    country: str
    why: str
    comment: str = ""
    reported_by: tuple[str, ...] = ()
    """Empty: nobody reports it now."""

    @property
    def is_stated(self) -> bool:
        """Whether ``decisions.yml`` leaves it out, with a reason, and not a deleted row."""
        return self.why.startswith("decisions.yml")


@dataclass(frozen=True, slots=True)
class EarlierList:
    """``smelters.xlsx`` and ``review.xlsx`` before this run."""

    rows: tuple[EarlierRow, ...] = ()
    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Key to the values that the program wrote last; empty where a person made the workbook."""
    decisions: tuple[SheetDecision, ...] = ()
    own_sheets: tuple[str, ...] = ()
    """Sheets of ``review.xlsx`` that a further run does not keep."""
    layout: ListLayout | None = None
    """None: there is no sheet with the list."""
    book: bytes | None = field(default=None, repr=False)
    """The whole workbook, in which everything else stays; None: there is none."""
    keys: frozenset[str] = frozenset()
    """Of the rows that the program wrote last, by ``review.xlsx`` or ``reconciled.yml``."""
    left_out: Mapping[str, LeftOutRow] = field(default_factory=dict)
    """Key to a row that a person deleted earlier and did not bring back."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """Key to a person's comment."""
    lists_used: tuple[str, ...] = ()
    """Names of the status lists of the last run, by ``reconciled.yml``."""
    findings: tuple[Finding, ...] = ()
    """What people do not see of the list in Excel, and what is taken over all the same."""

    @property
    def typed(self) -> dict[str, str]:
        """Key of a row to the identifier that a person typed into it, as decided in an earlier run."""
        return {
            one.cells["key"]: one.cells["candidate"]
            for one in self.decisions
            if one.is_typed and one.is_whole and one.verdict == ACCEPT
        }
