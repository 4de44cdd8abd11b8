"""A facility over all years."""

import itertools
import random
from dataclasses import replace

from generator.model import Disclosure, Metal, Period, Smelter
from generator.years.profiles import Profile, profiles
from tests.support.builders import PERU, disclosure, smelter


def year(number: int, *rows: Smelter) -> Disclosure:
    return replace(disclosure(*rows), period=Period(number))


def keys(*years: Disclosure) -> list[str]:
    return [one.key for one in profiles(years)]


def test_one_identifier_is_one_facility_under_all_minerals_and_names() -> None:
    gold = smelter("Old Name", cid="CID000035")
    tin = smelter("New Name", 3, cid="CID000035", metal=Metal.TIN)
    (found,) = profiles([year(2021, gold), year(2022, replace(gold, name="New Name"), tin)])
    assert found.key == "CID000035"
    assert [(one.year, one.row.metal) for one in found.rows] == [
        (2022, Metal.GOLD),
        (2022, Metal.TIN),
        (2021, Metal.GOLD),
    ]
    assert (found.name, found.names) == ("New Name", ("New Name", "Old Name"))


def test_without_an_identifier_the_address_is_of_the_first_name() -> None:
    rows = year(2021, smelter("Ögussa")), year(2022, smelter("Ögussa Neu", aliases=("Ögussa",)))
    (found,) = profiles(rows)
    assert (found.key, found.former) == ("ogussa-jp", ("ogussa-neu-jp",))


def test_a_facility_that_gets_an_identifier_is_one_under_it() -> None:
    assert keys(year(2021, smelter("Works")), year(2022, smelter("Works", cid="CID000035"))) == ["CID000035"]


def test_two_identifiers_are_two_facilities() -> None:
    years = year(2021, smelter("Works", cid="CID000001")), year(2022, smelter("Works", cid="CID000002"))
    assert sorted(keys(*years)) == ["CID000001", "CID000002"]


def test_two_places_with_one_name_have_two_addresses() -> None:
    assert sorted(keys(year(2021, smelter("Works"), smelter("Works", 3, country=PERU)))) == [
        "works-jp",
        "works-pe",
    ]


def test_no_two_facilities_share_an_address() -> None:
    rows = smelter("A-B Works"), smelter("A B, Works!", 3, cid="OWN-1"), smelter("A B Works", 4, cid="OWN-2")
    found = keys(year(2021, *rows))
    assert len(found) == len(set(found)) == 3


def test_every_row_of_every_year_is_in_one_profile() -> None:
    rows = [
        smelter(f"Works {number}", number, cid=f"CID{number:06}" if number % 3 else None)
        for number in range(2, 40)
    ]
    years = [year(2020, *rows), year(2021, *rows[5:]), year(2022, *rows[:30])]
    found = [one for profile in profiles(years) for one in profile.rows]
    assert len(found) == sum(len(one.all_rows) for one in years)


def test_names_with_hostile_letters_give_an_address_of_plain_letters() -> None:
    found: tuple[Profile, ...] = profiles(
        [year(2021, smelter("../../<b>x</b>"), smelter("冶炼厂", 3), smelter("", 4, country=None))]
    )
    assert all(part.isascii() and "/" not in part and "." not in part for part in (one.key for one in found))


def test_years_without_a_list_give_none() -> None:
    assert profiles([year(2021)]) == ()


# ---- Addresses last ----------------------------------------------------------------------------


def addresses(*years: Disclosure) -> dict[str, str]:
    """Every address to that on which it ends."""
    return {address: one.key for one in profiles(years) for address in (one.key, *one.former)}


def test_an_older_name_that_is_brought_in_leaves_the_later_address_leading_on() -> None:
    newer = year(2021, smelter("Works Neu", aliases=("Works",))), year(2022, smelter("Works Neu"))
    assert keys(*newer) == ["works-neu-jp"]
    older = year(2020, smelter("Works"))
    assert keys(older, *newer) == ["works-jp"]
    assert addresses(older, *newer)["works-neu-jp"] == "works-jp"


def test_an_identifier_that_is_given_later_leaves_the_address_by_name_leading_on() -> None:
    found = addresses(year(2021, smelter("Works")), year(2022, smelter("Works", cid="CID000035")))
    assert found == {"CID000035": "CID000035", "works-jp": "CID000035"}


def test_no_address_is_lost_with_a_further_year() -> None:
    """Invented years in which names, other names, countries, minerals and identifiers come and go."""
    chance = random.Random(19)
    for _ in range(60):
        years = [year(number, *(some_row(chance, at) for at in range(2, 9))) for number in range(2018, 2022)]
        for some in itertools.combinations(years, 3):
            assert set(addresses(*some)) <= set(addresses(*years))


def some_row(chance: random.Random, at: int) -> Smelter:
    name, other = (f"Works {chance.choice('ABCDE')}" for _ in range(2))
    return smelter(
        name,
        at,
        cid=chance.choice([None, None, f"CID{chance.randrange(6):06}"]),
        country=chance.choice([None, PERU]),
        metal=chance.choice([Metal.GOLD, Metal.TIN]),
        aliases=chance.choice([(), (other,)]),
    )


def test_rows_without_identifiers_never_make_one_facility_of_two_identifiers() -> None:
    years = (
        year(2020, smelter("Works", cid="CID000001")),
        year(2021, smelter("Works")),
        year(2022, smelter("Works", cid="CID000002")),
    )
    assert set(keys(*years)) == {"CID000001", "CID000002"}
    assert keys(*years[1:]) == ["CID000002"]  # and the older year takes no row away from it
    found = {one.key: [row.year for row in one.rows] for one in profiles(years)}
    assert found == {"CID000001": [2020], "CID000002": [2022, 2021]}


def test_one_name_and_country_is_one_facility_in_all_years_and_minerals() -> None:
    years = year(2020, smelter("Works")), year(2021), year(2022, smelter("Works", metal=Metal.TIN))
    assert keys(*years) == ["works-jp"]


def test_names_that_a_slug_does_not_tell_apart_have_addresses_that_do_not_depend_on_each_other() -> None:
    rows = smelter("🏭"), smelter("⚒", 3), smelter("a" * 90), smelter("a" * 95, 4)
    alone = {key for row in rows for key in keys(year(2021, row))}
    assert len(alone) == 4
    assert set(keys(year(2021, *rows))) == alone


def test_a_name_of_signs_alone_is_one_facility_in_all_years() -> None:
    (found,) = profiles([year(2021, smelter("🏭")), year(2022, smelter("🏭", metal=Metal.TIN))])
    assert [one.year for one in found.rows] == [2022, 2021]


def test_no_address_is_a_name_that_windows_keeps_for_itself() -> None:
    (found,) = keys(year(2021, smelter("CON", country=None)))
    assert found.startswith("con-")
