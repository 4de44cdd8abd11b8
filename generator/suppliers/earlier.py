"""The list and the review as people left them before a run, as frozen values. Confidential, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ..findings import Finding
from ..model import CellRef, Mineral
from .decisions import ACCEPT, SheetDecision
from .minerals import is_key_of_rule, of_key


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

    @property
    def width(self) -> int:
        """The last of these columns; 0 where there is none."""
        return max([*self.columns.values(), *self.own.values(), *self.internal.values(), 0])


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
class OtherList:
    """A sheet of ``smelters.xlsx`` that ``disclosure.yml`` gives to minerals beside the four of the rule."""

    sheet: str
    minerals: tuple[Mineral, ...]
    rows: tuple[EarlierRow, ...] = ()
    """As people left them."""
    layout: ListLayout | None = None
    """None: the workbook does not have the sheet yet."""

    @property
    def has_one_mineral(self) -> bool:
        """Whether the sheet may do without a column of minerals."""
        return len(self.minerals) == 1


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
    others: tuple[OtherList, ...] = ()
    """The sheets of other minerals; ``rows`` has none of theirs."""
    findings: tuple[Finding, ...] = ()
    """What people do not see of the list in Excel, and what is taken over all the same."""

    def of_rule(self) -> EarlierList:
        """The part that is about the four metals of the rule."""
        return self._part(is_key_of_rule)

    def of_others(self) -> EarlierList:
        """The part that is about other minerals: the rows of all their sheets."""
        part = self._part(lambda key: not is_key_of_rule(key))
        rows = tuple(row for one in self.others for row in one.rows)
        layouts = [one for one in self.others if one.layout is not None]
        known = {mineral for one in layouts for mineral in one.minerals}
        keys = frozenset(key for key in part.keys if of_key(key, known) in known)
        return replace(part, rows=rows, keys=keys, layout=layouts[0].layout if layouts else None)

    def _part(self, has: Callable[[str], bool]) -> EarlierList:
        return replace(
            self,
            written={key: texts for key, texts in self.written.items() if has(key)},
            decisions=tuple(one for one in self.decisions if has(one.cells.get("key", ""))),
            keys=frozenset(filter(has, self.keys)),
            left_out={key: row for key, row in self.left_out.items() if has(key)},
            comments={key: text for key, text in self.comments.items() if has(key)},
        )

    @property
    def typed(self) -> dict[str, str]:
        """Key of a row to the identifier that a person typed into it, as decided in an earlier run."""
        return {
            one.cells["key"]: one.cells["candidate"]
            for one in self.decisions
            if one.is_typed and one.is_whole and one.verdict == ACCEPT
        }
