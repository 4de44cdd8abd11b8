"""Tables of phrases: each row finds its own example, and leaves alone the one that it must."""

from __future__ import annotations

import pytest

from generator.checks.phrases import Phrase
from generator.checks.phrases.items import ITEMS, STEP_HEADINGS, STEP_OPENINGS
from generator.checks.phrases.no_counts import NO_COUNTS
from generator.checks.phrases.words import FORMER_NAMES, OLD_PHRASES, OTHER_SPELLINGS

TABLES = {
    "no count": NO_COUNTS,
    "former name": FORMER_NAMES,
    "spelling": OTHER_SPELLINGS,
    "old phrase": OLD_PHRASES,
    "item": tuple(ITEMS.values()),
    "step": STEP_HEADINGS,
    "opening": STEP_OPENINGS,
}
ROWS = [pytest.param(row, id=f"{table}: {row.name}") for table, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_each_row_finds_its_example_and_passes_the_other(row: Phrase) -> None:
    assert row.regex.search(row.found), row.found
    assert not row.regex.search(row.passes), row.passes
    assert row.source


@pytest.mark.parametrize("row", [*FORMER_NAMES, *OTHER_SPELLINGS, *OLD_PHRASES])
def test_each_name_and_phrase_says_what_to_write(row: Phrase) -> None:
    assert row.instead


def test_a_row_holds_in_its_years_only() -> None:
    row = Phrase("a name", "a", "somebody", "a", "b", since=2017, until=2020)
    assert [row.holds_in(year) for year in (2016, 2017, 2020, 2021)] == [False, True, True, False]
