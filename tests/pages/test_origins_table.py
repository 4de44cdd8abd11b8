"""Countries of origin: every one that is given is shown, in the shape in which it is given."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from generator.model import Metal
from generator.pages.origins_table import origins
from generator.prose.marks import without_marks
from tests.support.filing import restated

MANY = [f"Land {number:02}" for number in range(21)]


def html(**stated: Any) -> BeautifulSoup:
    found = restated(rows=({"cid": "CID000001"},), origins=stated)
    return BeautifulSoup(without_marks(origins(found)), "lxml")


def lines(page: BeautifulSoup) -> list[list[str]]:
    return [[cell.get_text() for cell in row(["th", "td"])] for row in page("tr")]


def listed(page: BeautifulSoup) -> list[str]:
    return [item.get_text() for item in page.select("ul.fsd-columns li")]


def notes(page: BeautifulSoup) -> list[str]:
    return [note.get_text() for note in page.select("p.fsd-note")]


def test_countries_with_metals_are_a_matrix_and_the_others_a_list() -> None:
    page = html(by_country={"Burundi": ["Tin", "Tungsten"], "Peru": None}, countries=["Chile"])
    assert lines(page) == [["Country of origin", "Tin", "Tungsten"], ["Burundi", "Yes", "Yes"]]
    assert listed(page) == ["Chile", "Peru"]


def test_origins_of_a_smelter_alone_are_not_said_to_lack_a_metal() -> None:
    page = html(by_metal={"Tin": ["Peru"]}, by_smelter={"CID000001": ["Mali"]})
    assert page.select_one(".fsd-columns-title").get_text() == "Further countries of origin"


def test_words_in_the_place_of_a_country_stay_as_filed() -> None:
    assert ["Not stated", "Yes"] in lines(html(by_metal={"Tin": ["Peru", "Not stated"]}))


def test_no_country_is_left_out() -> None:
    page = html(
        countries=["A"],
        by_metal={"Gold": ["B"]},
        by_country={"C": [], "D": ["Tin"]},
        by_smelter={"Works": ["E", "F"]},
    )
    shown = page.get_text(" ").split()
    assert {"A", "B", "C", "D", "E", "F"} <= set(shown)


def test_a_long_list_is_set_in_columns_under_its_name() -> None:
    page = html(countries=MANY)
    assert listed(page) == MANY
    assert not page("table")
    title = page.find(id=page.ul["aria-labelledby"])
    assert title.get_text() == "Countries of origin of the minerals, as far as determined"
    assert len(lines(html(countries=MANY[:20]))) == 21


def test_recycled_material_is_a_kind_of_its_own() -> None:
    assert lines(html(by_metal={"Tin": ["Peru"]}, recycled=["Gold", "Tin"])) == [
        ["Country of origin", "Gold", "Tin"],
        ["Peru", "", "Yes"],
        ["Recycled or scrap", "Yes", "Yes"],
    ]
    assert lines(html(countries=["Peru"], recycled=True))[1:] == [["Peru"], ["Recycled or scrap"]]
    assert notes(html(recycled=True)) == ["Recycled or scrap material is named as an origin."]
    assert notes(html(recycled=["Gold"])) == ["Recycled or scrap material is named as an origin of gold."]
    assert notes(html(countries=MANY, recycled=True)) == ["Recycled or scrap material is named as an origin."]


def test_origins_of_a_smelter_stand_with_its_name() -> None:
    page = html(by_smelter={"CID000001": ["Peru", "Chile"], "Not listed": ["Peru"]})
    assert lines(page)[-3:] == [
        ["Smelter or refiner", "Countries of origin"],
        ["8853 S.p.A. (CID000001)", "Peru, Chile"],
        ["Not listed", "Peru"],
    ]


def test_hostile_names_are_text() -> None:
    hostile = "<script>alert(1)</script>\n\n# {{ x }}"
    page = html(countries=[*MANY, hostile], by_smelter={hostile: [hostile]}, by_metal={Metal.TIN: [hostile]})
    assert not page("script")
    assert not page("h1")
    assert page.get_text().count("<script>alert(1)</script>  # {{ x }}") == 3


def test_origins_have_no_blank_line_which_would_end_them_in_markdown() -> None:
    stated = {"by_metal": {"Tin": ["Peru"]}, "countries": MANY, "recycled": True}
    assert "\n\n" not in origins(restated(origins=stated))
