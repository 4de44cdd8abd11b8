"""The picture of the years on the overview: only what each year states, and only the years until then."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.pages.overview_page import SINCE
from generator.pages.page import FrontMatter, Page, PageKind
from generator.pages.trend_figure import with_trend
from generator.years.trend import YearFigures

OVERVIEW = Page(
    uri="2021/index.md",
    meta=FrontMatter(title="", description="", year=2021, is_draft=False, kind=PageKind.OVERVIEW, notice=""),
    marked=f"# A\n\n{SINCE}\n",
    inserts={SINCE: "<p>Since</p>"},
)


def year(number: int, conformant: int | None = 50, rows: int | None = 100, word: str = "Done") -> YearFigures:
    return YearFigures(
        year=number,
        unit=None,
        rows=rows,
        by_metal=(),
        conformant=conformant,
        conformant_words=(word,) if conformant is not None else (),
        countries=None,
        in_covered_countries=None,
        asked=None,
        answered=None,
        response_rate=None,
        origins=None,
        covered_origins=None,
    )


def drawn(*years: YearFigures, of: int = 2021) -> str:
    return (
        str(with_trend(OVERVIEW, of, years, has_page=True).inserts[SINCE])
        .removeprefix("<p>Since</p>")
        .strip()
    )


def label(html: str) -> str:
    found = re.search(r'role="img" aria-label="([^"]*)"', html)
    return found[1] if found else ""


def test_each_year_has_its_share_in_words_and_the_way_to_all_years() -> None:
    html = drawn(year(2021, 80), year(2020, 75), year(2019, 60))
    assert label(html) == "Share of the listed rows with the status Done: 2019 60%, 2020 75%, 2021 80%"
    assert re.findall(r'height="(\d+)"/>', html) == ["58", "72", "77"]
    assert html.count("fsd-trend-figure__bar--new") == 1
    assert '<a href="../years/">' in html
    assert "<script" not in html
    assert "\n\n" not in html


def test_newer_years_change_nothing_of_an_older_page() -> None:
    assert drawn(year(2022), year(2021), year(2020)) == drawn(year(2021), year(2020))


@pytest.mark.parametrize(
    "years",
    [
        (year(2021),),
        (year(2021), year(2020, None)),
        (year(2021, None), year(2020), year(2019)),
        (year(2021), year(2020, 50, None)),
        (year(2021), year(2020, 0, 0)),
        (year(2021), year(2022)),
    ],
)
def test_there_is_no_picture_of_fewer_than_two_years_that_state_a_share(
    years: tuple[YearFigures, ...],
) -> None:
    assert drawn(*years) == ""


def test_a_year_that_states_no_share_is_named_and_not_drawn() -> None:
    html = drawn(year(2021), year(2020, None), year(2019))
    assert "Not stated for 2020." in html
    assert "2020 " not in label(html)


def test_another_word_for_the_status_is_told() -> None:
    html = drawn(year(2021), year(2020, word="Finished"))
    assert "From 2021 on the status is called “Done”, before it was “Finished”" in html


def test_the_words_of_the_filer_are_escaped() -> None:
    html = drawn(year(2021, word='<b>"x"'), year(2020, word='<b>"x"'))
    assert "<b>" not in html
    assert "status <b" not in label(html)


def test_of_many_years_the_newest_have_room() -> None:
    html = drawn(*(year(number) for number in range(2010, 2022)))
    assert re.findall(r"(20\d\d) 50", label(html)) == [str(number) for number in range(2016, 2022)]


def test_only_the_place_of_the_picture_changes() -> None:
    page = with_trend(OVERVIEW, 2021, [year(2021), year(2020)], has_page=True)
    assert replace(page, inserts=OVERVIEW.inserts) == OVERVIEW


@pytest.mark.parametrize("has_page", [True, False])
def test_the_page_of_all_years_is_led_to_where_there_is_one(has_page: bool) -> None:
    page = with_trend(OVERVIEW, 2021, [year(2021), year(2020)], has_page=has_page)
    assert ('href="../years/"' in page.inserts[SINCE]) == has_page
