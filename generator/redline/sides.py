"""The two texts of a redline: a year's documents, and those with which they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Smelter
from ..texts.blocks import Block


@dataclass(frozen=True)
class ListRow:
    """A row of the facility list, as it is printed."""

    cells: Mapping[str, str]
    """Column, such as ``metal`` or ``name``, to its text; a column that is not given is left out."""
    smelter: Smelter | None = field(default=None, compare=False)
    """None: it was read from a file."""

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Side:
    """One of the two."""

    name: str
    """In words, such as ``the filing for 2024``."""
    blocks: tuple[Block, ...]
    """The text without the facility list."""
    rows: tuple[ListRow, ...]


COLUMNS = {
    "metal": "Metal",
    "cid": "Smelter ID (CID)",
    "name": "Smelter or refiner",
    "country": "Country as filed",
    "status": "Status",
}
"""The columns that are compared, with their headings."""
