"""Geometry and words of the pictures."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from generator.model import Country, Metal, StatusClass
from generator.render import charts
from generator.render.charts import Part, Segment
from generator.render.facts import facts_of
from tests.filing import disclosure


def parts(*counts: int) -> list[Part]:
    classes = list(StatusClass)
    return [Part(f"Label {i}", classes[i], count) for i, count in enumerate(counts)]


def test_segments_stand_end_to_end_and_fill_the_bar() -> None:
    assert charts.segments(parts(3, 1)) == (
        Segment("conformant", "0%", "75%"),
        Segment("active", "75%", "25%"),
    )


def test_empty_parts_have_no_segment() -> None:
    assert [segment.slug for segment in charts.segments(parts(0, 2, 0))] == ["active"]


def test_percentages_have_three_decimals_at_most() -> None:
    assert [segment.width for segment in charts.segments(parts(1, 2))] == ["33.333%", "66.667%"]


def test_every_part_has_its_marker_and_number_even_when_empty() -> None:
    (bar,) = charts.stacked_bars("a", "A", [("Gold", parts(1000, 0, 7))]).bars
    assert [(m.slug, m.text) for m in bar.markers] == [
        ("conformant", "1,000"),
        ("active", "0"),
        ("indeterminable", "7"),
    ]


def test_markers_of_six_statuses_fit_on_a_phone() -> None:
    (bar,) = charts.stacked_bars("a", "A", [("Gold", parts(1, 1, 1, 1, 1, 1))]).bars
    assert bar.markers[-1].text_x < 320


def test_bars_do_not_overlap_and_stay_inside_the_picture() -> None:
    chart = charts.stacked_bars("a", "A", [("Gold", parts(1)), ("Tin", parts(1))])
    first, second = chart.bars
    assert first.bar_y + chart.bar_height < first.markers[0].y < first.markers[0].y + 10 < second.text_y - 10
    assert second.markers[0].y + 10 <= chart.height


def test_description_says_every_number_with_its_share() -> None:
    chart = charts.stacked_bars("a", "A", [("Gold", parts(3, 1)), ("Tin", parts(0, 2))])
    assert chart.description == (
        "Gold, 4 facilities: 3 Label 0 (75%), 1 Label 1 (25%)."
        " Tin, 2 facilities: 0 Label 0 (0%), 2 Label 1 (100%)."
    )


def test_longest_bar_is_full_and_the_others_are_in_proportion() -> None:
    chart = charts.ranked_bars("a", "A", [("China", 8), ("Peru", 2)])
    assert [bar.width for bar in chart.bars] == ["100%", "25%"]
    assert chart.description == "China 8, Peru 2"


def test_rest_is_the_last_bar() -> None:
    chart = charts.ranked_bars("a", "A", [("China", 8)], ("3 other countries", 16))
    assert [(bar.label, bar.width, bar.is_rest) for bar in chart.bars] == [
        ("China", "50%", False),
        ("3 other countries", "100%", True),
    ]


def test_a_rest_of_two_is_shown_as_it_is() -> None:
    counts = [(name, 1) for name in "abcde"]
    assert charts.split_ranking(counts, 3) == (counts, [])
    assert charts.split_ranking(counts, 2) == (counts[:2], counts[2:])


def test_no_rows_give_no_bars() -> None:
    assert charts.stacked_bars("a", "A", []).height == 0
    assert charts.ranked_bars("a", "A", []).height == 0


@pytest.mark.parametrize(("label", "shown"), [("a" * 34, "a" * 34), ("a" * 35, "a" * 33 + "…")])
def test_labels_are_cut_where_they_would_not_fit(label: str, shown: str) -> None:
    assert charts.shortened(label) == shown


def pictures(*rows: dict[str, Any], **changes: Any) -> tuple[Markup, Markup]:
    year = disclosure(rows=rows, **changes)
    return charts.status_by_metal(facts_of(year)), charts.facilities_by_country(year)


def test_metals_without_rows_are_left_out() -> None:
    status, _ = pictures({"metal": Metal.TIN})
    assert "Tin" in status
    assert "Gold" not in status


def test_pictures_have_a_name_and_a_description() -> None:
    for picture in pictures({}):
        svg = BeautifulSoup(picture, "xml").find("svg", role="img")
        assert svg
        assert svg.find(id=svg["aria-labelledby"]).name == "title"
        assert svg.find(id=svg["aria-describedby"]).name == "desc"


def test_every_pattern_that_is_used_is_there() -> None:
    statuses = [{"label": s.value, "class": s.value, "definition": "Invented."} for s in StatusClass]
    status, _ = pictures(*({"status": i} for i in range(6)), statuses=statuses)
    used = set(re.findall(r"url\(#([a-z-]+)\)", status))
    assert used == set(re.findall(r'<pattern id="([a-z-]+)"', status))
    assert len(used) == 6


def test_colours_come_from_classes_only() -> None:
    for picture in pictures({}):
        assert "style=" not in picture
        assert not re.search(r'(fill|stroke)="(?!url\()', picture)
        assert not re.search(r"#[0-9a-f]{3,6}\b(?!-)", re.sub(r'url\(#[^)]*\)|id="[^"]*"', "", picture))


def test_hostile_labels_are_shown_as_text() -> None:
    name = '"><script>alert(1)</script>'
    _, picture = pictures({"country": Country(None, name, name)})
    svg = BeautifulSoup(picture, "xml")
    assert not svg("script")
    assert svg.find("text").get_text() == name
