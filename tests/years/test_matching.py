"""Rows of two years found again in each other."""

import pytest

from generator.model import Country, Metal, Smelter
from generator.years.matching import matching
from tests.support.builders import JAPAN, PERU, smelter

INDIA = Country("IN", "INDIA", "India")


def of(*names: str, **given: object) -> list[Smelter]:
    return [smelter(name, row, **given) for row, name in enumerate(names, 2)]


def pairs(before: list[Smelter], after: list[Smelter]) -> list[tuple[str | None, str | None]]:
    """The names of each pair."""
    found = matching(before, after).pairs
    return [(pair.before and pair.before.name, pair.after and pair.after.name) for pair in found]


def perhaps(before: list[Smelter], after: list[Smelter]) -> list[tuple[str, str]]:
    return [(then.name, now.name) for then, now in matching(before, after).perhaps]


def test_an_identifier_finds_a_row_under_any_name() -> None:
    assert pairs(of("Old Works", cid="CID000035"), of("New Name", cid="cid000035 ")) == [
        ("Old Works", "New Name")
    ]


def test_an_identifier_of_another_mineral_is_another_row() -> None:
    before, after = of("Works", cid="CID000035"), of("Works", cid="CID000035", metal=Metal.TIN)
    assert pairs(before, after) == [(None, "Works"), ("Works", None)]
    assert not perhaps(before, after)


@pytest.mark.parametrize(
    "now",
    [
        "AIDA CHEMICAL INDUSTRIES COMPANY LIMITED",
        "Aida Chemical Industries Co.,Ltd",
        "Áida Chemical Industries Co., Ltd.",
    ],
)
def test_a_name_is_found_in_another_spelling(now: str) -> None:
    before = of("Aida Chemical Industries Co., Ltd.")
    assert pairs(before, of(now)) == [(before[0].name, now)]


def test_a_name_in_another_country_is_the_same_where_nothing_speaks_against_it() -> None:
    assert pairs(of("Works"), of("Works", country=PERU)) == [("Works", "Works")]


def test_a_name_with_two_identifiers_in_two_countries_is_two_facilities_that_may_be_one() -> None:
    before, after = of("Works", cid="CID000001"), of("Works", cid="CID000002", country=PERU)
    assert pairs(before, after) == [(None, "Works"), ("Works", None)]
    assert perhaps(before, after) == [("Works", "Works")]


def test_a_name_with_a_new_identifier_in_one_country_is_one_facility() -> None:
    assert pairs(of("Works", cid="CID000001"), of("Works", cid="CID000002")) == [("Works", "Works")]


def test_a_year_without_identifiers_is_found_by_names() -> None:
    assert pairs(of("Works", cid="CID000001"), of("Works")) == [("Works", "Works")]


def test_another_name_finds_a_row() -> None:
    before, after = of("LS-Nikko Copper"), of("LS MnM", aliases=("LS Nikko Copper",))
    assert pairs(before, after) == [("LS-Nikko Copper", "LS MnM")]
    assert pairs(after, before) == [("LS MnM", "LS-Nikko Copper")]


def test_a_name_that_two_rows_share_is_not_guessed() -> None:
    before = [*of("Works", country=INDIA), *of("Works", country=PERU)]
    found = matching(before, of("Works", country=JAPAN))
    assert [pair.before for pair in found.pairs if pair.after] == [None]


def test_rows_that_stand_twice_are_found_in_their_order() -> None:
    before, after = of("Works", "Works"), of("Works", "Works", "Works")
    found = matching(before, after).pairs
    assert [pair.before for pair in found] == [before[0], before[1], None]


def test_rows_are_found_in_any_order_and_gone_ones_come_last() -> None:
    assert pairs(of("A one", "B two", "C six"), of("C six", "A one")) == [
        ("C six", "C six"),
        ("A one", "A one"),
        ("B two", None),
    ]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Metalor Technologies (Hong Kong) Ltd.", "Metalor Technologies Hongkong Ltd."),
        ("Guangdong Jinding Gold", "Guangdong Jinding Gold Smeltery"),
        ("Yokohama Metal Co., Ltd.", "Yokohama Metals Co., Ltd."),
    ],
)
def test_names_that_are_alike_may_be_one_facility(then: str, now: str) -> None:
    assert pairs(of(then), of(now)) == [(None, now), (then, None)]
    assert perhaps(of(then), of(now)) == [(then, now)]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Mining Unit 1", "Mining Unit 4"),
        ("Metalor Technologies (Suzhou) Ltd.", "Metalor Technologies (Singapore) Pte., Ltd."),
        ("Materion", "Heraeus"),
        ("Gold", "Gold Refinery of Zijin Mining"),
    ],
)
def test_names_that_are_not_alike_are_two_facilities(then: str, now: str) -> None:
    assert not perhaps(of(then), of(now))


def test_alike_names_in_two_countries_are_two_facilities() -> None:
    assert not perhaps(of("Yokohama Metal"), of("Yokohama Metals", country=PERU))


def test_the_likeliest_row_is_named_and_each_once() -> None:
    found = perhaps(of("Yokohama Metal"), of("Yokohama Metals Inc", "Yokohama Metals"))
    assert found == [("Yokohama Metal", "Yokohama Metals")]


def test_rows_without_a_name_are_no_pair() -> None:
    before, after = of(""), of("")
    assert [pair.before is None for pair in matching(before, after).pairs] == [True, False]
