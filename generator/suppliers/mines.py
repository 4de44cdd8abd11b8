"""The mines of a declaration, as frozen values: evidence for the filer, and in no list and no figure."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import CellRef


@dataclass(frozen=True, slots=True)
class Mine:
    """A row of sheet ``Mine List``, of the EMRT from 2.0 on and of the AMRT. Contacts are not kept."""

    where: CellRef
    """The cell with the mine's name."""
    mineral: str
    """As the row writes it; each text is empty where its cell is blank."""
    smelter: str
    """Who sources from it, as the row writes it: one smelter or several."""
    name: str
    identifier: str = ""
    country: str = ""
    comment: str = ""
