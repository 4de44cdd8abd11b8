"""What of a page that people write is published: no note to themselves, no word of what the site has not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import conflict_mineral_or_not
from ..pipeline import LoadedYear, Year
from .open_notes import without_notes

_OTHER_MINERALS = re.compile(
    r"<!-- Where other minerals are listed -->\n+(.*?)<!-- As far as here -->\n*", re.DOTALL
)


def as_published(markdown: str, years: Iterable[LoadedYear]) -> str:
    """The page without notes; what stands between the two comments is there where a year of the site has a
    list of minerals beside the four of the rule."""
    if not _OTHER_MINERALS.search(markdown):
        return without_notes(markdown)
    kept = r"\1" if has_other_minerals(years) else ""
    return without_notes(_OTHER_MINERALS.sub(kept, markdown))


def has_other_minerals(years: Iterable[LoadedYear]) -> bool:
    """Whether a list of a year that can be shown has a row for a mineral beside the four of the rule."""
    return any(
        conflict_mineral_or_not(row.metal) is False
        for year in years
        if isinstance(year, Year)
        for row in year.disclosure.all_rows
    )
