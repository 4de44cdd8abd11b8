"""The year's own text, with which counsel's file is compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import CellRef
from ..prose.sources import Sources
from ..texts.blocks import Block
from .operations import Operations
from .places import TextPlaces


@dataclass(frozen=True)
class Baseline:
    """The year's own text, and where it comes from."""

    blocks: Sequence[Block]
    places: TextPlaces
    operations: Operations
    sources: Sources
    rows: Mapping[str, CellRef]
    """Cell of each row of the facility list, by its name as a control has it."""
    pictures: int = 0
    """How many the year's own file shows."""
    margins: Sequence[str] = ()
    """What its pages have at their tops and feet."""
