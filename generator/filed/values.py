"""What a filed exhibit says, as values."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.places import LineRef, Passage
from ..model.vocabulary import Mineral


@dataclass(frozen=True, slots=True)
class FiledRow:
    """A row of the facility table of a filed document. None: the table does not say, or not legibly."""

    metal: Mineral | None
    name: str
    """As filed, without footnote marks."""
    country: str | None
    country_code: str | None
    """ISO 3166-1 alpha-2; None where no table knows the country's name."""
    status: str | None
    """A cell of the table, or the label that the footnote mark stands for."""
    cid: str | None
    where: LineRef


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A filed exhibit, or the text of one, as far as it can be compared with the data."""

    file: str
    rows: tuple[FiledRow, ...]
    """The facility table, whatever the order of its columns, over all its pages."""
    columns: tuple[str, ...]
    """What the columns of that table hold, in its order."""
    passages: tuple[Passage, ...]
    """The text outside that table."""
    counts: tuple[tuple[Passage, ...], ...] = ()
    """Rows of the other tables that hold numbers."""
