"""What the data says of a typed figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .counted import Counts
from .numbers import Figure


class Verdict(Enum):
    """What the data says of a typed figure."""

    RIGHT = "the data has it"
    WRONG = "the data has another figure for the same"
    UNIT = "it counts rows, and says names"
    HOLDS = "a bound that holds, or a share that its own sentence gives"
    UNKNOWN = "not compared: no data has it"


@dataclass(frozen=True)
class Judged:
    """A figure, what it counts (None: nothing that is known), and what the data says."""

    figure: Figure
    counts: Counts | None
    verdict: Verdict
    paths: tuple[str, ...] = ()
    """Facts that give it; where several are added up, all of them."""
    says: str = ""
    """What the data has instead, or what follows from the sentence."""
