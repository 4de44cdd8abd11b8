"""What may be the same smelter, for a person to decide, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Mineral


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A smelter that may be the same as one that no list has. A person decides."""

    key: str
    metal: Mineral
    reported: str
    country: str
    rank: int
    candidate: str
    """Its CID, else its name."""
    candidate_name: str
    candidate_country: str
    score: float
    """0 to 100."""
    reason: str
    left_out_key: str = ""
    """Of the candidate, where a person left it out of the list."""

    @property
    def cells(self) -> dict[str, str]:
        """As the sheet ``Decisions`` shows it, by the names of its columns."""
        return {
            "key": self.key,
            "reported": self.reported,
            "country": self.country,
            "rank": str(self.rank),
            "candidate": self.candidate,
            "name": self.candidate_name,
            "candidate_country": self.candidate_country,
            "reason": self.reason,
        }
