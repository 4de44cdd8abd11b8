"""On what the numbers of facilities rest: the list, the counts that the filing states, or both."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Counts, Status


@dataclass(frozen=True)
class Source:
    """What the numbers of all subsets rest on."""

    statuses: tuple[Status, ...]
    counts: Counts | None
    """Counts that the filing states; None: none."""
    high_risk: frozenset[str] | None
    """Codes of the high-risk areas; None: no list is stated."""
    has_list: bool
    listed: int
    """Rows of the list that count."""
    has_status: bool
    """Whether the list gives statuses."""
    has_country: bool


@dataclass(frozen=True)
class Step:
    """By what a part was taken of a group, for the words that name it."""

    case: str
    """The case of the wording ``facilities``."""
    values: tuple[str, ...] = ()
    """The metal, or the labels of the status."""
