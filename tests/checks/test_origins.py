"""Countries of origin, and countries that ask for a second look."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from generator.checks.origins import (
    country_is_not_restricted,
    origin_has_one_name,
    origin_is_known,
    origin_is_not_the_place,
    origin_is_plausible,
    origin_smelter_is_listed,
    origins_fit_the_route,
    stated_country_is_known,
)
from generator.model import Country, Disclosure, LineRef, Metal, NoMining, Restriction
from tests.support.builders import PERU, RWANDA, disclosure, smelter
from tests.support.written_sections import found

RUSSIA = Country("RU", "RUSSIAN FEDERATION", "Russia")
EMBARGO = Restriction(
    "RU", "Russia", "embargo", (Metal.GOLD,), dt.date(2022, 1, 1), dt.date(2022, 12, 31), "Invented order"
)
LISTED = replace(EMBARGO, measure="listed parties", metals=tuple(Metal))
HONG_KONG = NoMining("HK", tuple(Metal), "No mining of these minerals is known; it trades")


def with_origins(*codes: tuple[str, str | None], rows: Any = (), **given: Any) -> Disclosure:
    names = [name for name, _ in codes]
    fields = {name: given.pop(name) for name in ("restrictions", "no_mining") if name in given}
    stated = disclosure(*rows, origins=given.pop("origins", {"countries": names}), **given)
    return replace(stated, origin_codes=codes, **fields)


def test_a_high_risk_area_that_is_not_known_stops_a_final() -> None:
    stated = replace(disclosure(), high_risk_codes=(("Atlantis", None), ("Peru", "PE")))
    assert [str(finding) for finding in stated_country_is_known(stated)] == [
        "CO-003 error: country 'Atlantis' is not known (disclosure.yml:1). Correct its name; a further "
        "spelling can be added in countries.csv of the data folder."
    ]
    assert list(stated_country_is_known(replace(disclosure(), high_risk_codes=(("Peru", "PE"),)))) == []


def test_an_origin_that_is_not_known_is_a_warning_and_one_that_may_be_several_stops_a_final() -> None:
    stated = with_origins(("Atlantis", None), ("Korea", None), ("Peru", "PE"))
    assert [str(finding).partition(" (disclosure.yml")[0] for finding in origin_is_known(stated)] == [
        "CO-011 warning: country of origin 'Atlantis' is not known",
    ]
    assert [str(finding).partition(" (disclosure.yml")[0] for finding in stated_country_is_known(stated)] == [
        "CO-003 error: country of origin 'Korea' may be South Korea or North Korea",
    ]


@pytest.mark.parametrize("name", ["Recycled/scrap", "recycled", "Scrap"])
def test_recycled_material_among_the_countries_is_told_where_it_belongs(name: str) -> None:
    stated = with_origins((name, None), ("Peru", "PE"))
    (one,) = origin_is_known(stated)
    assert (one.code, one.message) == ("CO-011", f"'{name}' among the countries of origin is no country")
    assert "origins.recycled" in one.advice
    assert stated.origin_countries == (("Peru", "PE"),)


def test_two_names_of_one_country_of_origin_are_a_warning_and_count_once() -> None:
    stated = with_origins(("Congo (Kinshasa)", "CD"), ("DRC", "CD"), ("Peru", "PE"), ("Atlantis", None))
    assert [(one.code, one.message) for one in origin_has_one_name(stated)] == [
        ("CO-013", "countries of origin 'Congo (Kinshasa)' and 'DRC' are one country, which counts once")
    ]
    assert {name for name, _ in stated.origin_countries} == {"Atlantis", "Congo (Kinshasa)", "Peru"}


@pytest.mark.parametrize(
    ("shape", "path"),
    [
        ({"countries": ["Atlantis"]}, ("origins",)),
        ({"by_country": {"Atlantis": None}}, ("origins", "by_country", "Atlantis")),
        ({"by_metal": {"Tin": ["Atlantis"]}}, ("origins", "by_metal", "Tin")),
        ({"by_smelter": {"Works": ["Atlantis"]}}, ("origins", "by_smelter", "Works")),
    ],
)
def test_every_country_of_origin_is_checked_whatever_shape_gives_it(
    shape: dict[str, Any], path: tuple[str, ...]
) -> None:
    stated = disclosure(origins=shape)
    names = stated.facts.origins.metals_by_country if stated.facts.origins else {}
    stated = replace(stated, origin_codes=tuple((name, None) for name in names), lines={path: 7})
    assert [(one.code, one.where) for one in origin_is_known(stated)] == [
        ("CO-011", LineRef("disclosure.yml", 7))
    ]


def test_who_has_origins_of_its_own_stands_in_the_list() -> None:
    origins = {
        "by_smelter": {"invented gold works": ["Peru"], "CID000001": ["Peru"], "Other Works": ["Peru"]}
    }
    stated = disclosure(smelter(), smelter("B", 3, cid="CID000001"), origins=origins)
    assert [one.message for one in origin_smelter_is_listed(stated)] == [
        "origins are given for 'Other Works', and the list has no such smelter"
    ]
    assert list(origin_smelter_is_listed(disclosure(origins=origins))) == []


def test_rows_without_a_country_are_neither_places_nor_restricted() -> None:
    stated = with_origins(("Peru", "PE"), rows=[smelter(country=None)])
    assert [*origin_is_not_the_place(stated), *country_is_not_restricted(stated)] == []


def test_an_origin_in_a_covered_country_asks_for_a_report() -> None:
    stated = with_origins(("Rwanda", "RW"), form__route="country-of-origin-inquiry")
    assert [str(finding) for finding in origins_fit_the_route(stated)] == [
        "CO-004 error: the countries of origin include Rwanda, and the route is 'country-of-origin-inquiry' "
        "(disclosure.yml:1). Use the route 'conflict-minerals-report', or correct the origins."
    ]
    assert list(origins_fit_the_route(with_origins(("Rwanda", "RW")))) == []
    assert (
        list(origins_fit_the_route(with_origins(("Peru", "PE"), form__route="country-of-origin-inquiry")))
        == []
    )


def test_origins_that_are_the_places_of_the_facilities_stop_a_final() -> None:
    codes = (("Japan", "JP"), ("Peru", "PE"), ("Chile", "CL"), ("China", "CN"), ("Brazil", "BR"))
    rows = [
        smelter(name, number, country=Country(code, name, name)) for number, (name, code) in enumerate(codes)
    ]
    assert [str(finding) for finding in origin_is_not_the_place(with_origins(*codes, rows=rows))] == [
        "CO-005 error: the 5 countries of origin are exactly those in which the facilities stand "
        "(disclosure.yml:1). State where the minerals were mined, or leave the entry out where it is not "
        "known."
    ]
    assert list(origin_is_not_the_place(with_origins(*codes[:4], rows=rows))) == []


def test_a_country_under_an_embargo_is_named_with_its_rows_and_the_source() -> None:
    rows = (smelter("Invented Gold", 2, country=RUSSIA), smelter("T", 3, country=RUSSIA, metal=Metal.TIN))
    stated = with_origins(("Peru", "PE"), rows=rows, restrictions=(EMBARGO,))
    assert [str(finding) for finding in country_is_not_restricted(stated)] == [
        "CO-006 warning: Russia: there is an embargo (Invented order): Invented Gold (gold, C2) "
        "(smelters.xlsx 'Smelter List'!C2). Have somebody who knows the rules look at it; the table of "
        "measures "
        "can be changed (embargo.csv)."
    ]


def test_an_origin_under_a_measure_is_named() -> None:
    stated = with_origins(("Russia", "RU"), restrictions=(LISTED,))
    [finding] = country_is_not_restricted(stated)
    assert finding.message == "'Russia' is a country of origin; there may be listed parties (Invented order)"
    of_tin = with_origins(
        ("Russia", "RU"), restrictions=(EMBARGO,), origins={"by_metal": {"Tin": ["Russia"]}}
    )
    assert list(country_is_not_restricted(of_tin)) == []


@pytest.mark.parametrize("day", ["2021-12-31", "2023-01-01"])
def test_a_measure_holds_in_its_time_only(day: str) -> None:
    rows = (smelter("Invented Gold", 2, country=RUSSIA),)
    stated = with_origins(("Peru", "PE"), rows=rows, restrictions=(EMBARGO,), filing__signed_on=day)
    assert list(country_is_not_restricted(stated)) == []


def test_an_origin_without_mines_is_found() -> None:
    assert [
        str(finding)
        for finding in origin_is_plausible(with_origins(("Hong Kong", "HK"), no_mining=(HONG_KONG,)))
    ] == [
        "CO-007 warning: 'Hong Kong' as a country of origin is not plausible: no mining of these minerals is "
        "known; it trades (disclosure.yml:1). Ask who reported it; a place of trade or processing is no "
        "origin."
    ]
    assert list(origin_is_plausible(with_origins(("Peru", "PE"), no_mining=(HONG_KONG,)))) == []


def test_a_place_of_processing_told_as_origin_stops_a_final() -> None:
    text = "The country of origin of the minerals is where the smelters are located."
    assert found("CO-010", text) == [
        f"CO-010 error: '{text}' takes the place of a facility for the origin of minerals "
        "(report/01-text.md:3:5). State the countries of origin in disclosure.yml (origins), or say that "
        "they "
        "are not known."
    ]
    assert found("CO-010", "This is the place of processing, not the origin of the minerals.") == []


def test_the_table_of_places_under_a_heading_on_origin_stops_a_final() -> None:
    text = "## Countries of origin\n\n{{ table.countries }}"
    rows = (smelter("A", 2, country=PERU), smelter("B", 3, country=RWANDA))
    assert found("CO-010", text, *rows) == [
        "CO-010 error: the table of the facilities' countries stands under the heading 'Countries of origin' "
        "(report/01-text.md:3:4). Put it under another heading: it shows where facilities stand."
    ]
    assert found("CO-010", text.replace("Countries of origin", "Where they stand"), *rows) == []
