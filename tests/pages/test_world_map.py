"""The map: every country is on it or named, dots are in proportion, and the shapes are sound."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pycountry
import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import COVERED_COUNTRIES, Country, Disclosure
from generator.pages import map_dots, map_labels, map_shapes, world_map
from generator.pages.annex_links import AnnexLinks
from tests.support.filing import restated

LINKS = AnnexLinks("annex/", ())
ALL_CODES = sorted(country.alpha_2 for country in pycountry.countries)
UNKNOWN = Country(None, "Unknown", "Unknown")


def country(code: str, name: str = "") -> Country:
    return Country(code, (name or code).upper(), name or code)


def year(*codes: str | None, **changes: Any) -> Disclosure:
    """A facility for each code; None is the unknown country."""
    return restated(rows=tuple({"country": country(code) if code else UNKNOWN} for code in codes), **changes)


def drawn(one: Disclosure) -> Tag:
    return BeautifulSoup(f"<main>{world_map.world_map(one, LINKS)}</main>", "xml").main


def dots(picture: Tag) -> dict[str, str]:
    """Addresses by the name of the link, in the order of drawing; each name once."""
    found = [(link.title.get_text(), str(link["href"])) for link in picture.select(".fsd-map__dots a")]
    assert len(found) == len(dict(found))
    return dict(found)


def absent(picture: Tag) -> dict[str, str]:
    return {link.get_text(): str(link["href"]) for link in picture.select(".fsd-map__note a")}


def test_every_country_of_iso_3166_is_on_the_map_or_named_below_it() -> None:
    picture = drawn(year(*ALL_CODES))
    shown = {f"{code}: 1 facility": f"annex/?country={code}#country-{code.lower()}" for code in ALL_CODES}
    assert dots(picture) | absent(picture) == shown
    assert not dots(picture).keys() & absent(picture).keys()
    assert absent(picture) == {"AQ: 1 facility": "annex/?country=AQ#country-aq"}


def test_the_unknown_and_codes_without_a_place_are_named_below_the_map() -> None:
    picture = drawn(year("IT", None, None, "XK"))
    assert list(dots(picture)) == ["IT: 1 facility"]
    assert absent(picture) == {
        "Unknown: 2 facilities": "annex/?country=unknown#country-unknown",
        "XK: 1 facility": "annex/?country=XK#country-xk",
    }
    assert "What has no place on the map is named below it." in picture.desc.get_text()


def test_nothing_is_named_below_the_map_where_all_is_on_it() -> None:
    picture = drawn(year("IT"))
    assert not absent(picture)
    assert "Not on the map" not in picture.get_text()
    assert picture.desc.get_text().startswith("One dot, for one country.")


@pytest.mark.parametrize("codes", [(), (None,), ("AQ", None)])
def test_without_any_dot_there_is_no_map(codes: tuple[str | None, ...]) -> None:
    assert world_map.world_map(year(*codes), LINKS) == ""


@pytest.mark.parametrize("code", ["SG", "AD", "RW", "HK", "BQ", "FJ", "RU", "KI"])
def test_small_and_far_countries_are_on_the_map(code: str) -> None:
    assert list(dots(drawn(year(code)))) == [f"{code}: 1 facility"]


def test_two_countries_of_one_name_have_a_dot_each() -> None:
    rows = ({"country": country("CN", "China")}, {"country": country("HK", "China")})
    links = drawn(restated(rows=rows)).select(".fsd-map__dots a")
    assert [link["href"] for link in links] == [
        "annex/?country=CN#country-cn",
        "annex/?country=HK#country-hk",
    ]


def test_areas_are_in_proportion_to_numbers() -> None:
    scale = map_dots.dot_scale([71, 31])
    large, small = map_dots.radius_px(64, scale), map_dots.radius_px(16, scale)
    assert math.isclose(large, 2 * small)
    assert math.isclose(map_dots.radius_px(71, scale), map_dots.LARGEST_PX)


@pytest.mark.parametrize("most", [1, 2, 71, 3000, 10_000])
def test_the_smallest_dot_can_be_seen_and_the_largest_hides_no_continent(most: int) -> None:
    scale = map_dots.dot_scale([most])
    assert map_dots.radius_px(1, scale) >= map_dots.SMALLEST_PX
    assert map_dots.radius_px(most, scale) <= map_dots.LARGEST_PX


def test_many_dots_leave_the_land_in_sight() -> None:
    numbers = [8] * 200
    scale = map_dots.dot_scale(numbers)
    together = sum(math.pi * map_dots.radius_px(number, scale) ** 2 for number in numbers)
    assert together <= 1.01 * map_dots.ALL_DOTS_PX2


def circles(picture: Tag) -> list[tuple[float, float]]:
    """Radius of what answers to the pointer and of the dot, in the order of drawing."""
    return [
        tuple(float(circle["r"]) for circle in link("circle")) for link in picture.select(".fsd-map__dots a")
    ]


def test_every_dot_has_a_target_of_24_pixels_or_is_larger_itself() -> None:
    for target, radius in circles(drawn(year(*["CN"] * 71, *["JP"] * 31, "SG"))):
        assert target >= max(radius, 12)


def test_small_dots_are_drawn_after_large_ones() -> None:
    picture = drawn(year("SG", "JP", "JP", *["CN"] * 9, "DE", *["FR"] * 2, *["IT"] * 3, "RW"))
    for panel in picture.select(".fsd-map__dots"):
        radii = [radius for _, radius in circles(panel.parent)]
        assert radii == sorted(radii, reverse=True)
    grouped = [float(circle["r"]) for circle in picture.select(".fsd-map__grouped")]
    assert grouped == sorted(grouped, reverse=True)


def test_numbers_stand_on_dots_that_have_room_for_them() -> None:
    picture = drawn(year(*["CN"] * 71, *["KR"] * 11, *["AU"] * 2))
    numbers = {text.get_text(): text["class"] for text in picture.select(".fsd-map__number")}
    assert numbers == {"71": "fsd-map__number", "11": "fsd-map__number fsd-map__number--small"}


def test_each_covered_country_is_outlined_and_named() -> None:
    picture = drawn(year("IT"))
    assert len(picture.select("path.fsd-map__covered")) == len(COVERED_COUNTRIES)
    names = [" ".join(part.get_text() for part in text("tspan")) for text in picture.select("text")[-10:]]
    assert names == [name.removeprefix("the ") for name in COVERED_COUNTRIES.values()]


def test_covered_countries_are_named_as_the_filer_writes_them() -> None:
    one = Disclosure(**{**fields(year("IT")), "covered_codes": (("DRC", "CD"), ("x" * 90, "RW"))})
    names = [text.get_text() for text in drawn(one).select(".fsd-map__country")]
    assert names[0] == "DRC"
    assert "Rwanda" not in names
    assert max(map(len, names)) <= 40


def fields(one: Disclosure) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def test_facilities_in_covered_countries_are_counted_and_marked() -> None:
    picture = drawn(year("RW", "CD", "CD", "KE", "IT"))
    panel = picture.select_one("#fsd-map-covered")
    assert panel.p.get_text() == "Covered countries: 3 of 5 facilities"
    assert list(dots(panel)) == ["CD: 2 facilities", "KE: 1 facility", "RW: 1 facility"]
    marked = [link.title.get_text() for link in panel.select(".fsd-map__link--covered")]
    assert marked == ["CD: 2 facilities", "RW: 1 facility"]


def test_a_country_in_an_enlargement_is_one_link_and_drawn_on_the_world_too() -> None:
    picture = drawn(year("DE", "FR", "IT", "US"))
    enlarged = dots(picture.select_one("#fsd-map-europe"))
    assert list(enlarged) == [f"{code}: 1 facility" for code in ("DE", "FR", "IT")]
    assert len(picture.select(".fsd-map__others circle")) == 3
    frames = [link["href"] for link in picture.select(".fsd-map__frame, .fsd-map__ring")]
    assert frames == ["#fsd-map-covered", "#fsd-map-europe"]
    assert all(picture.select_one(frame) for frame in frames)


def test_europe_is_one_ring_with_its_number_and_a_panel_that_names_each_country() -> None:
    picture = drawn(year("DE", "DE", "FR", "IT", "US"))
    ring = picture.select_one(".fsd-map__ring")
    assert ring.title.get_text() == "Europe: 4 facilities in 3 countries, enlarged below"
    assert [text.get_text() for text in ring("text")] == ["4", "Europe"]
    labels = [text.get_text() for text in picture.select("#fsd-map-europe .fsd-map__label")]
    assert labels == ["DE 2", "FR 1", "IT 1"]


def label_boxes(
    dots: tuple[map_dots.Dot, ...], shape: tuple[float, float], width: int
) -> list[tuple[float, ...]]:
    """The places of all labels that a picture of this width shows, and of its dots."""
    size = (float(width), width * shape[1] / shape[0])
    shown = [(dot, dot.label) for dot in dots if dot.label and dot.label.width <= width]
    return [map_labels._label_box(dot, label, size) for dot, label in shown]


@pytest.mark.parametrize("width", [340, 640, 800, 1000, 1400])
def test_no_name_covers_another_one_or_leaves_the_map(width: int) -> None:
    some = tuple(map_dots.dot_of(
        map_dots.Count(country(code, f"Country of {code}"), 1, ""), (0, 0, *map_shapes.shapes()["size"]), 4.0
    ) for code in ALL_CODES if code in map_shapes.shapes()["points"])  # fmt: skip
    shape = map_shapes.shapes()["size"]
    found = label_boxes(map_labels.labelled(some, shape, (340, 640, 1000)), shape, width)
    assert found
    for number, one in enumerate(found):
        assert one[0] >= 0
        assert one[2] <= width
        assert not any(map_labels._meet(one, other) for other in found[:number])


def test_a_number_that_stands_in_its_dot_is_beside_the_name_only_where_the_dot_has_no_place_for_it() -> None:
    picture = drawn(year(*["CN"] * 40, *["US"] * 9, "PE"))
    said = {
        dot.title.get_text(): [
            (part.get_text(), part.get("class", "")) for part in dot.select(".fsd-map__label tspan")
        ]
        for dot in picture.select("a:has(.fsd-map__label)")
    }
    assert said == {
        "CN: 40 facilities": [],
        "US: 9 facilities": [(" 9", "fsd-map__repeated")],
        "PE: 1 facility": [(" 1", "")],
    }


def test_europe_is_not_enlarged_for_two_countries() -> None:
    picture = drawn(year("DE", "IT", "US"))
    assert not picture.select("#fsd-map-europe")
    assert list(dots(picture)) == ["DE: 1 facility", "IT: 1 facility", "US: 1 facility"]


def test_names_of_dots_stay_inside_the_picture() -> None:
    picture = drawn(year("NZ", "CK", "CN"))
    sides = {text.get_text(): text.get("text-anchor") for text in picture.select(".fsd-map__name")}
    assert sides == {"CK: 1 facility": "start", "CN: 1 facility": None, "NZ: 1 facility": "end"}


@pytest.mark.parametrize(
    ("most", "numbers"),
    [(1, (1,)), (2, (1, 2)), (4, (1, 2)), (5, (1, 5)), (71, (1, 10, 50)), (3000, (1, 500, 2000))],
)
def test_legend_has_round_numbers_that_occur(most: int, numbers: tuple[int, ...]) -> None:
    assert map_dots.round_numbers(most) == numbers


def test_shapes_are_for_the_eye_only() -> None:
    picture = drawn(year("IT"))
    for shape in picture.select("path, use"):
        assert shape.find_parent("svg", attrs={"aria-hidden": "true"})
    for svg in picture.find_all("svg", role="group"):
        assert svg.find(id=svg["aria-labelledby"]).name == "title"


def test_the_map_says_whose_shapes_it_has_and_that_they_are_no_statement() -> None:
    text = " ".join(drawn(year("IT")).get_text(" ").split())
    assert "Shapes: Natural Earth." in text
    assert "no statement" in text
    assert "not where their minerals come from" in text


def test_colours_come_from_classes_and_nothing_ends_the_picture_in_markdown() -> None:
    picture = world_map.world_map(year(*ALL_CODES, None), LINKS)
    assert "style=" not in picture
    assert not re.search(r' (fill|stroke)="', picture)
    assert "\n\n" not in picture


def test_hostile_names_are_shown_as_text() -> None:
    name = '"><script>alert(1)</script>\n\n# ' + "x" * 400
    rows = ({"country": Country("IT", name, name)}, {"country": Country("AQ", name, name)})
    picture = drawn(restated(rows=rows))
    shown = f"{' '.join(name.split())}: 1 facility"
    assert not picture("script")
    assert list(dots(picture)) == list(absent(picture)) == [shown]
    assert "\n\n" not in world_map.world_map(restated(rows=rows), LINKS)


def test_the_map_of_a_large_list_stays_small() -> None:
    picture = world_map.world_map(year(*ALL_CODES[:46]), LINKS)
    assert len(picture.encode()) <= 44_000
    assert len(map_shapes.SHAPES.read_bytes()) <= 32_000


def test_the_same_rows_give_the_same_picture() -> None:
    codes = ["CN", "JP", "IT", "RW"]
    assert world_map.world_map(year(*codes), LINKS) == world_map.world_map(year(*codes), LINKS)


def shapes() -> dict[str, Any]:
    return dict(json.loads(map_shapes.SHAPES.read_text(encoding="utf-8")))


def test_every_point_is_on_the_map() -> None:
    width, height = shapes()["size"]
    assert all(0 <= x <= width and 0 <= y <= height for x, y in shapes()["points"].values())


def test_covered_countries_have_a_point_and_a_name_inside_their_enlargement() -> None:
    left, top, width, height = shapes()["views"]["covered"]
    assert shapes()["covered"].keys() == shapes()["names"].keys() == COVERED_COUNTRIES.keys()
    for code in COVERED_COUNTRIES:
        for x, y, *_ in (shapes()["points"][code], shapes()["names"][code]):
            assert left < x < left + width
            assert top < y < top + height


def test_paths_hold_nothing_but_path_data() -> None:
    paths = [shapes()["land"], shapes()["borders"], *shapes()["covered"].values()]
    assert all(re.fullmatch(r"[-0-9 mz]+", path) for path in paths)


def test_the_style_has_the_proportions_of_the_shapes(repo: Path) -> None:
    style = (repo / "site_overrides/assets/stylesheets/components.css").read_text(encoding="utf-8")
    sizes = {"world": shapes()["size"]} | {kind: view[2:] for kind, view in shapes()["views"].items()}
    found = re.findall(r"\.fsd-map__picture--(\w+) \{\s+aspect-ratio: (\d+) / (\d+);", style)
    assert {kind: [int(width), int(height)] for kind, width, height in found} == sizes
    assert f"scale({map_dots.PHONE_SCALE})" in style


def test_rows_without_a_country_are_not_on_the_map_and_in_no_count_of_it() -> None:
    one = restated(rows=({"country": country("RW", "Rwanda")}, {"country": None}))
    picture = drawn(one)
    assert dots(picture) == {"Rwanda: 1 facility": "annex/?country=RW#country-rw"}
    assert "Covered countries: 1 of 1 facility of which the country is given" in picture.get_text()
    assert world_map.world_map(restated(rows=({"country": None},)), LINKS) == ""
