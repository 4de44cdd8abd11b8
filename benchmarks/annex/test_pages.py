"""The benchmark asks for right rows. Run by hand: ``pytest benchmarks/annex``; needs no browser."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from measure import FACETS, WORDS  # noqa: E402
from pages import with_list  # noqa: E402
from rows import BY_WORDS, SCREEN, SEARCHES, filed_rows, first_screen, grown  # noqa: E402

FILED = filed_rows(HERE.parents[1])


def test_the_filed_rows_are_left_as_they_are():
    assert [row.name for row in grown(FILED, len(FILED))] == [smelter.name for smelter in FILED]


@pytest.mark.parametrize("size", [3000, 10000])
def test_grown_rows_hold_the_filed_ones_differ_and_are_the_same_each_time(size):
    rows = grown(FILED, size)
    assert len(rows) == len({(row.metal, row.name) for row in rows}) == size
    assert {smelter.name for smelter in FILED} <= {row.name for row in rows}
    assert rows == grown(FILED, size)


@pytest.mark.parametrize("size", [298, 3000, 10000])
@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("searches", [SEARCHES, BY_WORDS], ids=["libraries", "annex"])
def test_the_words_typed_change_the_first_screen_often_enough(word, size, searches):
    rows = grown(FILED, size)
    ends = range(1, len(word) + 1)
    screens = [rows[:SCREEN], *(first_screen(rows, word[:end], searches) for end in ends)]
    pairs = itertools.pairwise(screens)
    changes = sum(after is not None and after != before for before, after in pairs)
    assert screens[-1]
    assert changes >= 3


def test_the_facets_chosen_are_values_of_the_rows():
    for name, _, value in FACETS:
        assert any(getattr(row, name) == value for row in grown(FILED, len(FILED)))


def test_a_page_of_a_library_holds_neither_our_finder_nor_our_files():
    ours = (
        '<head><link rel="stylesheet" href="../../assets/stylesheets/annex.css"></head><body><p>before</p>'
        '<div class="fsd-list fsd-list--live"><div>finder</div><div><table></table></div></div><p>after</p>'
        '<script src="../../assets/javascripts/annex.js" defer></script></body>'
    )
    page = with_list(ours, "<table>plain</table>", ["bench/a.css", "bench/a.js"])
    assert page == (
        '<head><link rel="stylesheet" href="../../bench/a.css">\n</head><body><p>before</p>'
        '<table>plain</table><p>after</p><script src="../../bench/a.js"></script>\n</body>'
    )
