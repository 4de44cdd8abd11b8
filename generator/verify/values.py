"""What a comparison reads and what it gives, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.places import CellRef, LineRef, Passage


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row of the annex as a published file shows it: column of the data files to text."""

    values: Mapping[str, str]
    where: LineRef | CellRef


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A published form of the disclosure, read back."""

    file: str
    rows: tuple[PublishedRow, ...] | None = None
    """None: the file holds no facility list."""
    passages: tuple[Passage, ...] | None = None
    """None: the file holds no text of the pages."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Figures that the file states beside its rows, by name."""
    drawn: tuple[Passage, ...] = ()
    """What is written in the pictures of a page."""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as a filed document says it."""

    value: str
    quote: str
    """The words around it."""
    where: LineRef


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure of the data, and what a filed document counts and says of it."""

    name: str
    expected: str
    counted: str | None
    """The count in the document's facility table; None where no table gives it."""
    said: tuple[SaidFigure, ...]
    """Every place of its text and its other tables that states the figure."""
    is_asked_for: bool = True
    """Whether it is told where no document has it; what follows from other figures is not."""
    also: tuple[str, ...] = ()
    """Other values that are right too."""
    is_own_list: bool = False
    """Whether it is that of the filing's own list, so that another value is against the filing itself."""

    @property
    def is_equal(self) -> bool:
        """True where nothing contradicts the data."""
        found = [one.value for one in self.said] + ([] if self.counted is None else [self.counted])
        return all(value in (self.expected, *self.also) for value in found)

    @property
    def is_found(self) -> bool:
        return bool(self.said) or self.counted is not None


@dataclass(frozen=True, slots=True)
class ComparedFiling:
    """What a comparison of a filed document with the data gave, besides findings."""

    rows_filed: int
    rows_equal: int
    rows_spelled_differently: int
    figures: tuple[ComparedFigure, ...]
    columns: tuple[str, ...] = ()
    """The columns that were compared."""
    not_filed: tuple[str, ...] = ()
    """Columns that the data has and that were not compared: the filing does not have them, or not legibly."""
    has_list: bool = True
    """Whether the data has a list."""
    others: tuple[str, ...] = ()
    """What else was compared, in words: names, countries, cover."""
    not_compared: tuple[str, ...] = ()
    """What the documents say and the data does not have, in words."""
    not_there: tuple[str, ...] = ()
    """What the data has and the documents do not say, in words."""
    own_contradictions: int = 0
    """In how many places the filing says something against itself."""

    @property
    def has_any(self) -> bool:
        """Whether anything at all was compared."""
        return bool(self.rows_filed or self.others) or any(figure.is_found for figure in self.figures)

    @property
    def is_whole(self) -> bool:
        """Whether everything that the data has was found and compared."""
        return not self.not_compared and not self.not_there
