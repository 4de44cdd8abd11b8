"""A sentence that data can contradict, as it came out."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.places import LineRef
from ..model.smelters import Smelter


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that data can contradict, as it came out for one subset."""

    says: str
    """What was claimed, for example ``none of facilities.indeterminable in a covered country``."""
    contradicted_by: tuple[Smelter, ...]
    """Rows that contradict it; empty where it holds."""
    where: LineRef
    """Section and line."""
    also_by: str = ""
    """What else contradicts it, in words; empty: nothing."""

    @property
    def holds(self) -> bool:
        return not self.contradicted_by and not self.also_by
