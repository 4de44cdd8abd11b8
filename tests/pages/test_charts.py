"""Geometry, words and links of the pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from generator.model import Country, Metal, StatusClass
from generator.pages.annex_links import AnnexLinks
from generator.pages.charts.bar_texts import shortened
from generator.pages.charts.by_country import facilities_by_country
from generator.pages.charts.by_metal import facilities_by_metal, status_by_metal
from generator.pages.charts.ranked_bars import Entry, ranked_bars
from generator.pages.charts.stacked_bars import StackedChart, stacked_bars
from generator.pages.charts.wholes import Part, Whole
from generator.pages.country_counts import country_counts, largest_and_others
from generator.pages.status_looks import status_looks
from generator.prose.facts import facts_of
from tests.support.filing import restated


def whole(label: str, *counts: int) -> Whole:
    labels = [(f"Label {i}", list(StatusClass)[i % 6].value) for i, _ in enumerate(counts)]
    looks = status_looks(labels)
    parts = tuple(Part(labels[i][0], looks[labels[i][0]], n, f"#{i}") for i, n in enumerate(counts))
    return Whole(label, parts, "#")


def by_number(*wholes: Whole) -> StackedChart:
    return stacked_bars("a", wholes).charts[0]


def by_share(*wholes: Whole) -> StackedChart:
    return stacked_bars("a", wholes).charts[1]


def widths(chart: StackedChart) -> list[list[tuple[str, str]]]:
    return [[(piece.bar_x, piece.bar_width) for piece in bar.pieces] for bar in chart.bars]


def test_bars_of_numbers_are_to_one_scale() -> None:
    assert widths(by_number(whole("Gold", 3, 1), whole("Tin", 1, 1))) == [
        [("0%", "75%"), ("75%", "25%")],
        [("0%", "25%"), ("25%", "25%")],
    ]


def test_bars_of_shares_are_each_a_whole() -> None:
    assert widths(by_share(whole("Gold", 3, 1), whole("Tin", 1, 1))) == [
        [("0%", "75%"), ("75%", "25%")],
        [("0%", "50%"), ("50%", "50%")],
    ]


def test_percentages_have_three_decimals_at_most() -> None:
    assert widths(by_share(whole("Gold", 1, 2))) == [[("0%", "33.333%"), ("33.333%", "66.667%")]]


def test_numbers_stand_in_one_picture_and_shares_in_the_other() -> None:
    gold = whole("Gold", 1000, 0, 7)
    (number,), (share,) = by_number(gold).bars, by_share(gold).bars
    assert [piece.text for piece in number.pieces] == ["1,000", "0", "7"]
    assert [piece.text for piece in share.pieces] == ["99.3%", "0%", "0.7%"]
    assert (number.total, share.total) == ("1,007", "100%")


def test_links_say_number_whole_and_share() -> None:
    (bar,) = by_number(whole("Gold", 1000, 7)).bars
    assert (bar.href, bar.name) == ("#", "Gold: 1,007 facilities")
    assert [(piece.href, piece.name) for piece in bar.pieces] == [
        ("#0", "Gold, Label 0: 1,000 of 1,007 facilities (99.3%)"),
        ("#1", "Gold, Label 1: 7 of 1,007 facilities (0.7%)"),
    ]


def test_a_part_of_nothing_is_no_link() -> None:
    (bar,) = by_number(whole("Gold", 0, 2)).bars
    assert [piece.href for piece in bar.pieces] == ["", "#1"]


@pytest.mark.parametrize("kinds", range(1, 12))
def test_texts_of_all_statuses_fit_on_a_phone(kinds: int) -> None:
    pictures = stacked_bars("a", [whole("Gold", *[1] * kinds)])
    (bar,) = pictures.charts[1].bars
    assert max(piece.text_x for piece in bar.pieces) + len("16.7%") * 8 <= 358
    assert pictures.place_width >= 24
    assert len({(piece.x, piece.y) for piece in bar.pieces}) == kinds


@pytest.mark.parametrize("kinds", [1, 6, 10])
def test_bars_do_not_overlap_and_stay_inside_the_picture(kinds: int) -> None:
    counts = [1] * kinds
    pictures = stacked_bars("a", [whole("Gold", *counts), whole("Tin", *counts)])
    first, second = pictures.charts[0].bars
    top, bottom = first.pieces[0], first.pieces[-1]
    assert first.y + pictures.label_height <= first.bar_y
    assert first.bar_y + pictures.bar_height <= top.y < top.marker_y
    assert bottom.y + pictures.below_height <= second.y
    assert second.pieces[-1].y + pictures.below_height <= pictures.charts[0].height


def test_what_answers_to_the_pointer_is_24_pixels_high() -> None:
    pictures = stacked_bars("a", [whole("Gold", 1)])
    assert min(pictures.label_height, pictures.below_height) >= 24
    ranking = ranked_bars("a", "A", [Entry("China", 8), Entry("Peru", 2)])
    assert 24 <= ranking.entry_height <= ranking.bars[1].y - ranking.bars[0].y


def test_descriptions_say_every_number_and_every_share() -> None:
    wholes = whole("Gold", 3, 1), whole("Tin", 0, 1)
    assert by_number(*wholes).description == (
        "Gold, 4 facilities: 3 Label 0, 1 Label 1. Tin, 1 facility: 0 Label 0, 1 Label 1."
    )
    assert by_share(*wholes).description == (
        "Gold, 4 facilities: 75% Label 0, 25% Label 1. Tin, 1 facility: 0% Label 0, 100% Label 1."
    )


def test_longest_bar_is_full_and_the_others_are_in_proportion() -> None:
    chart = ranked_bars("a", "A", [Entry("China", 8, "#c"), Entry("Peru", 1, "#p")])
    assert [(bar.width, bar.href, bar.name) for bar in chart.bars] == [
        ("100%", "#c", "China: 8 facilities"),
        ("12.5%", "#p", "Peru: 1 facility"),
    ]
    assert chart.description == "China 8, Peru 1"


def test_rest_is_the_last_bar() -> None:
    chart = ranked_bars("a", "A", [Entry("China", 8)], Entry("3 other countries", 4))
    assert [(bar.label, bar.width, bar.is_rest) for bar in chart.bars] == [
        ("China", "100%", False),
        ("3 other countries", "50%", True),
    ]


def test_a_rest_larger_than_every_entry_has_its_number_and_no_bar() -> None:
    chart = ranked_bars("a", "A", [Entry("China", 8)], Entry("3 other countries", 16))
    assert [(bar.count, bar.width) for bar in chart.bars] == [("8", "100%"), ("16", "")]


def test_a_rest_of_two_is_shown_as_it_is() -> None:
    rows = [{"country": Country(code, code, code)} for code in ("CN", "DE", "JP", "PE", "RW")]
    counts = country_counts(restated(rows=rows))
    assert largest_and_others(counts, 3) == (counts, ())
    assert largest_and_others(counts, 2) == (counts[:2], counts[2:])


def test_no_rows_give_no_bars() -> None:
    assert [chart.height for chart in stacked_bars("a", []).charts] == [0, 0]
    assert ranked_bars("a", "A", []).height == 0


@pytest.mark.parametrize(("label", "shown"), [("a" * 34, "a" * 34), ("a" * 35, "a" * 33 + "…")])
def test_labels_are_cut_where_they_would_not_fit(label: str, shown: str) -> None:
    assert shortened(label) == shown


def stated(**counts: Any) -> tuple[str, str]:
    """The pictures of status and of metals of a filer that gives counts and no list."""
    facts = facts_of(restated(annex=None, counts={"unit": "known SORs", **counts}))
    return status_by_metal(facts, None), facilities_by_metal(facts, None)


def words(picture: str) -> list[str]:
    return [text.get_text() for text in BeautifulSoup(f"<div>{picture}</div>", "xml")("text")]


def test_stated_counts_are_drawn_without_links() -> None:
    status, metals = stated(
        total=99,
        by_metal={"Gold": 55, "Tin": 44, "Tantalum": 0},
        by_metal_and_status={"Gold": {"Full Compliant": 55}, "Tin": {"Full Compliant": 42}},
    )
    by_number = ["Gold", "55", "55", "Tin", "44", "42"]
    assert words(status) == [*by_number, "Gold", "100%", "100%", "Tin", "100%", "95.5%"]
    assert "No status given" not in status
    assert "Known SORs by metal and status, as the filing states them" in status
    assert words(metals) == ["Gold", "55", "Tin", "44"]
    assert "<a " not in status + metals


def test_counts_by_status_alone_are_one_bar() -> None:
    status, metals = stated(total=10, by_status={"Full Compliant": 8, "Indeterminable": 2})
    assert words(status) == ["Known SORs", "10", "8", "2", "Known SORs", "100%", "80%", "20%"]
    assert metals == ""


def test_a_stated_total_that_is_more_than_its_statuses_has_no_invented_rest() -> None:
    status, _ = stated(total=248, by_status={"Full Compliant": 201, "Indeterminable": 9})
    assert words(status) == ["Known SORs", "248", "201", "9", "Known SORs", "100%", "81%", "3.6%"]
    assert "No status given" not in status
    assert "Shares computed from: known SORs by status, as the filing states them" in status


def test_statuses_without_a_stated_total_have_neither_a_whole_nor_shares() -> None:
    status, _ = stated(by_status={"Full Compliant": 201, "Indeterminable": 9})
    assert words(status) == ["Known SORs", "201", "9"]
    assert "210" not in status
    assert "%" not in BeautifulSoup(status, "lxml").get_text()


def test_a_status_that_is_not_stated_of_a_metal_is_no_zero() -> None:
    status, _ = stated(
        by_metal_and_status={
            "Gold": {"Full Compliant": 100, "Indeterminable": 5},
            "Tin": {"Full Compliant": 60},
        }
    )
    assert words(status) == ["Gold", "100", "5", "Tin", "60"]
    assert "Gold: 100 Full Compliant, 5 Indeterminable. Tin: 60 Full Compliant." in status


def test_statuses_that_are_more_than_the_stated_total_have_no_shares() -> None:
    status, _ = stated(total=8, by_status={"Full Compliant": 8, "Indeterminable": 2})
    assert words(status) == ["Known SORs", "8", "8", "2"]


def test_nothing_is_drawn_where_there_is_nothing_to_tell() -> None:
    assert stated(total=10) == ("", "")
    assert stated(total=10, by_status={"Full Compliant": 10}) == ("", "")
    assert stated(by_metal={"Gold": 3}) == ("", "")
    one = [{"label": "Conformant", "class": "conformant"}]
    assert pictures({}, {"metal": Metal.TIN}, statuses=one)[0] == ""
    assert pictures({"country": None})[1] == ""


def test_a_list_without_statuses_is_drawn_by_metal() -> None:
    year = restated(rows=({}, {"metal": Metal.TIN}))
    year = replace(year, smelters=tuple(replace(row, status=None) for row in year.smelters))
    links = AnnexLinks("annex/", ("Full Compliant",))
    assert status_by_metal(facts_of(year), links) == ""
    assert addresses(facilities_by_metal(facts_of(year), links)) == {
        "Gold: 1 facility": "annex/?metal=gold#metal-gold",
        "Tin: 1 facility": "annex/?metal=tin#metal-tin",
    }


def pictures(*rows: dict[str, Any], **changes: Any) -> tuple[Markup, Markup]:
    year = restated(rows=rows, **changes)
    links = AnnexLinks("annex/", tuple(status.label for status in year.facts.statuses))
    return status_by_metal(facts_of(year), links), facilities_by_country(year, links)


def addresses(picture: Markup) -> dict[str, str]:
    """Addresses by the name of the link; each name stands for one address."""
    links = BeautifulSoup(f"<div>{picture}</div>", "xml")("a")
    found = {(str(link.title.get_text()), str(link["href"])) for link in links}
    assert len(found) == len(dict(found))
    return dict(found)


def test_metals_without_rows_are_left_out() -> None:
    status, _ = pictures({"metal": Metal.TIN})
    assert "Tin" in status
    assert "Gold" not in status


def test_every_part_leads_to_its_rows() -> None:
    status, countries = pictures({}, {"status": 1}, {"metal": Metal.TIN})
    assert addresses(status) == {
        "Gold: 2 facilities": "annex/?metal=gold#metal-gold",
        "Gold, Full Compliant: 1 of 2 facilities (50%)": "annex/?metal=gold&status=full-compliant#metal-gold",
        "Gold, Indeterminable: 1 of 2 facilities (50%)": "annex/?metal=gold&status=indeterminable#metal-gold",
        "Tin: 1 facility": "annex/?metal=tin#metal-tin",
        "Tin, Full Compliant: 1 of 1 facility (100%)": "annex/?metal=tin&status=full-compliant#metal-tin",
    }
    assert addresses(countries) == {"Italy: 3 facilities": "annex/?country=IT#country-it"}


def test_the_rest_leads_to_all_its_countries() -> None:
    codes = [f"{first}{second}" for first in "ABC" for second in "ABCDEFGHIJKLM"]
    rows = [{"country": Country(code, code, code)} for code in [*codes, *codes[:12]]]
    _, picture = pictures(*rows, {"country": Country(None, "Unknown", "Unknown")})
    rest = addresses(picture)["28 other countries: 28 facilities"]
    named = rest.removeprefix("annex/?country=").partition("#")[0].split("&country=")
    assert sorted(named) == sorted([*codes[12:], "unknown"])


def test_the_second_picture_repeats_links_only_for_the_pointer() -> None:
    status, _ = pictures({})
    first, second = BeautifulSoup(f"<div>{status}</div>", "xml").select("svg.fsd-picture")
    assert not [link for link in first("a") if link.get("tabindex")]
    assert {(link["tabindex"], link["aria-hidden"]) for link in second("a")} == {("-1", "true")}


def test_pictures_have_a_name_and_a_description() -> None:
    for picture in pictures({}):
        svgs = BeautifulSoup(f"<div>{picture}</div>", "xml").find_all("svg", role="group")
        assert svgs
        for svg in svgs:
            assert svg.find(id=svg["aria-labelledby"]).name == "title"
            assert svg.find(id=svg["aria-describedby"]).name == "desc"


@pytest.mark.parametrize("labels", [6, 10])
def test_every_pattern_that_is_used_is_there_and_differs(labels: int) -> None:
    classes = [list(StatusClass)[number % 6].value for number in range(labels)]
    statuses = [{"label": f"L{number}", "class": name} for number, name in enumerate(classes)]
    status, _ = pictures(*({"status": i} for i in range(labels)), statuses=statuses)
    used = set(re.findall(r"url\(#([a-z0-9-]+)\)", status))
    drawn = dict(re.findall(r'<pattern id="([a-z0-9-]+)"[^>]*>(.*?)</pattern>', status, re.DOTALL))
    assert used == set(drawn)
    assert len({re.sub(r'class="[^"]*"', "", pattern) for pattern in drawn.values()}) == labels


def test_colours_come_from_classes_only() -> None:
    for picture in pictures({}):
        assert "style=" not in picture
        assert not re.search(r'(fill|stroke)="(?!url\()', picture)
        assert not re.search(r"#[0-9a-f]{3,6}\b(?!-)", re.sub(r'url\(#[^)]*\)|id="[^"]*"', "", picture))


def test_pictures_have_no_blank_lines_which_would_end_them_in_markdown() -> None:
    for picture in pictures({}, {"status": 1}):
        assert "\n\n" not in picture


def test_hostile_labels_are_shown_as_text() -> None:
    name = '"><script>alert(1)</script>'
    status, picture = pictures(
        {"country": Country(None, name, name)},
        statuses=[{"label": name, "class": "other"}, {"label": f"{name}2", "class": "other"}],
    )
    svg = BeautifulSoup(picture, "xml")
    assert not svg("script")
    assert svg.find("text").get_text() == f"{name} (not…"
    assert addresses(picture) == {
        f"{name} (not recognised): 1 facility": (
            "annex/?country=script-alert-1-script#country-script-alert-1-script"
        )
    }
    assert addresses(status)[f"Gold, {name}: 1 of 1 facility (100%)"].endswith(
        "&status=script-alert-1-script#metal-gold"
    )
