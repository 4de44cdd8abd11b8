"""The words for tables and charts of facilities: the filer's own, where it has changed them."""

from __future__ import annotations

from ...prose.facility_wholes import words_of_whole
from ...prose.facts import AllFacts
from ...prose.wording.frame import TABLES
from ...prose.wording.wording import wording_of
from ..status_counts import StatusCounts

WORDING = TABLES.name
"""The filer's words for captions, headings and what is said where nothing is given."""


def caption(facts: AllFacts, counts: StatusCounts, by: str) -> str:
    """What a table counts, ``by-metal`` and so on: rows, or what the filing calls what it counts itself."""
    if counts.from_list or (facts.facilities.listed and by == "by-metal"):
        return wording_of(facts.wording).words(WORDING, f"listed-{by}")
    part = counts.totals[0].facilities if counts.totals else facts.facilities
    unit = words_of_whole(part, facts.facilities)
    return wording_of(facts.wording).words(WORDING, f"stated-{by}", unit=unit)


def rest_label(facts: AllFacts) -> str:
    """What those are called that have no status of the vocabulary."""
    known = {str(status.label) for status in facts.statuses}
    has_others = any(row.status and row.status.label not in known for row in facts.facilities.rows)
    return wording_of(facts.wording).words(WORDING, "other-status" if has_others else "no-status")
