"""What the whole is called of which a part of the facilities is a share."""

from __future__ import annotations

from .facilities import LISTED, Facilities


def is_added_up(part: Facilities) -> bool:
    """Whether its number is none that the filing states, but the sum of those that it states by metal."""
    counts = part._source.counts
    if part._rows_tell or counts is None or part._labels is None or part._metal_key is not None:
        return False
    return not part._labels <= counts.by_status.keys()


def words_of_whole(part: Facilities, whole: Facilities) -> str:
    """What those are called of which ``part`` is a share: the filing's word, where the filing counts them."""
    unit = unit_of_whole(part, whole)
    return whole._words if unit is None else whole._words.replace(LISTED, unit, 1)


def unit_of_whole(part: Facilities, whole: Facilities) -> str | None:
    """The filing's word for those of which ``part`` is a share; None where the rows of a list are counted."""
    return whole.unit if part.unit is None else part.unit
