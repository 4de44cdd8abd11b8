"""Lists that say which status smelters have, as frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..model import CellRef, Mineral, StatusClass


@dataclass(frozen=True, slots=True)
class ListedSmelter:
    """A row of a status list."""

    metal: Mineral
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
    """The cell of the status; of the metal, where the list as a whole says the status."""


@dataclass(frozen=True, slots=True)
class StatusList:
    """A list that says which status smelters have."""

    file: str
    as_of: dt.date | None
    rows: tuple[ListedSmelter, ...]
