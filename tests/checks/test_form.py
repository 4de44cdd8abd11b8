from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import form
from generator.countries.table import read_countries
from generator.findings import Effect, Matter
from generator.findings.catalogue import FACILITY_ROUTE
from generator.model import COVERED_COUNTRIES, Country, Disclosure, Smelter
from tests.support.builders import disclosure, smelter

THE_TEN = tuple(COVERED_COUNTRIES.items())


def covered(*names_and_codes: tuple[str, str | None]) -> list[str]:
    """What is said of covered countries that the filer lists so."""
    stated = replace(
        disclosure(covered_countries=[name for name, _ in names_and_codes]), covered_codes=names_and_codes
    )
    return [str(finding) for finding in form.covered_countries_are_the_ten(stated)]


TEN = tuple((name, code) for code, name in THE_TEN)
ONCE = "Give each of the ten once, or leave the entry out."


def test_the_period_is_the_year_of_the_folder() -> None:
    assert list(form.period_is_the_folder(disclosure())) == []
    moved = replace(disclosure(), period=replace(disclosure().period, year=2022))
    assert [str(finding) for finding in form.period_is_the_folder(moved)] == [
        "DT-001 error: the period is 2021, the folder is 2022 (disclosure.yml:1). "
        "Correct the entry 'period', or rename the folder to 2021."
    ]


@pytest.mark.parametrize(
    ("period", "layout", "codes"),
    [
        (2021, None, []),
        (2021, "from-2020", []),
        (2021, "2013-2019", ["FM-001"]),
        (2019, "2013-2019", []),
        (2019, "from-2020", ["FM-001"]),
    ],
)
def test_a_layout_that_is_not_in_force_is_a_warning(
    period: int, layout: str | None, codes: list[str]
) -> None:
    stated = disclosure(period=period, form__layout=layout)
    assert [finding.code for finding in form.layout_is_in_force(stated)] == codes


def test_a_missing_ein_is_a_note() -> None:
    assert list(form.ein_is_given(disclosure())) == []
    own = disclosure(registrant__ein=None, filing__signed_elsewhere=None)
    assert [finding.code for finding in form.ein_is_given(own)] == ["FM-002"]


JAPAN = {"street": "1 Invented", "city": "Invented", "country": "Japan"}
OTHER = {"name": "Invented Finance LLC", "jurisdiction": "Delaware", "commission_file_number": "1-768"}


@pytest.mark.parametrize(
    ("changes", "is_asked"),
    [
        ({"registrant__jurisdiction": "Japan"}, False),
        ({"registrant__address": JAPAN}, False),
        ({"registrant__jurisdiction": "State of Delaware"}, True),
        ({"registrant__jurisdiction": "NY"}, True),
        ({"registrant__address": {**JAPAN, "country": "U.S.A."}}, True),
    ],
)
def test_a_foreign_filer_is_not_asked_for_an_ein(changes: dict[str, object], is_asked: bool) -> None:
    own = disclosure(registrant__ein=None, filing__signed_elsewhere=None, **changes)
    assert len(list(form.ein_is_given(own))) == is_asked


def test_each_registrant_without_ein_is_named() -> None:
    own = disclosure(co_registrants=[OTHER], filing__signed_elsewhere=None)
    assert [str(one) for one in form.ein_is_given(own)] == [
        "FM-002 info: the cover shows no I.R.S. Employer Identification No. of Invented Finance LLC "
        "(disclosure.yml:1). Fill co_registrants[1].ein."
    ]


def test_a_cover_that_was_filed_without_ein_is_not_asked_for_it() -> None:
    assert list(form.ein_is_given(disclosure(registrant__ein=None))) == []


COVER = ("jurisdiction", "commission_file_number", "address", "contact", "disclosure_url")


def test_a_form_that_is_known_in_part_is_a_note() -> None:
    assert list(form.cover_is_given_whole_or_not(disclosure())) == []
    assert [str(one) for one in form.cover_is_given_whole_or_not(disclosure(filing__signed_on=None))] == [
        "FM-004 info: Form SD is not shown, because filing.signed_on is not given (disclosure.yml:1). "
        "Add 'signed_on:' below 'filing', with the day in the signature block; filing.date, 2022-05-31, is "
        "the day of filing. Nothing to do, if the form as filed is not at hand."
    ]
    [found] = form.cover_is_given_whole_or_not(
        disclosure(registrant__address=None, registrant__contact=None, filing__signatory=None)
    )
    assert "registrant.address, registrant.contact and filing.signatory are not given" in found.message


def test_a_form_that_is_not_known_at_all_is_no_matter() -> None:
    unknown = {f"registrant__{name}": None for name in COVER}
    assert list(form.cover_is_given_whole_or_not(disclosure(**unknown, filing__signatory=None))) == []


def test_a_status_that_no_row_has_is_a_note() -> None:
    assert [str(finding) for finding in form.status_is_used(disclosure(smelter()))] == [
        "FM-003 info: no row has the status 'Open' (disclosure.yml:1). Nothing to do, if that is so."
    ]


def test_a_status_that_only_a_count_has_is_used() -> None:
    counts = {"by_status": {"Conformant": 5}, "by_metal_and_status": {"Tin": {"Open": 1}}}
    assert list(form.status_is_used(disclosure(counts=counts))) == []
    assert [one.message for one in form.status_is_used(disclosure(counts={"by_status": {"Open": 1}}))] == [
        "no count has the status 'Conformant'"
    ]


def test_a_list_without_statuses_is_not_asked_which_it_uses() -> None:
    assert list(form.status_is_used(disclosure(replace(smelter(), status=None)))) == []


def test_the_ten_covered_countries_in_any_order_are_fine() -> None:
    assert covered(*TEN) == []
    assert covered(*reversed(TEN)) == []


def test_without_a_list_of_the_filer_there_is_nothing_to_check() -> None:
    assert list(form.covered_countries_are_the_ten(disclosure())) == []


def test_nine_covered_countries_miss_one() -> None:
    assert covered(*TEN[:9]) == [
        f"CO-001 error: covered country 'Zambia' is missing (disclosure.yml:1). {ONCE}"
    ]


def test_eleven_covered_countries_have_one_too_many() -> None:
    assert covered(*TEN, ("Kenya", "KE")) == [
        "CO-001 error: 'Kenya' is not a covered country (disclosure.yml:1). Remove it or correct its name."
    ]


def test_a_covered_country_given_twice_is_named() -> None:
    assert covered(*TEN, ("Rwanda", "RW")) == [
        f"CO-001 error: 'Rwanda' is given 2 times (disclosure.yml:1). {ONCE}"
    ]


def test_sudan_in_the_place_of_south_sudan_is_named() -> None:
    nine = [entry for entry in TEN if entry[1] != "SS"]
    assert covered(*nine, ("Sudan", "SD")) == [
        "CO-001 error: 'Sudan' is not a covered country (disclosure.yml:1). "
        "South Sudan is one, Sudan is not.",
        f"CO-001 error: covered country 'South Sudan' is missing (disclosure.yml:1). {ONCE}",
    ]


def test_one_congo_for_the_other_is_named() -> None:
    nine = [entry for entry in TEN if entry[1] != "CG"]
    assert covered(*nine, ("Democratic Republic of Congo", "CD")) == [
        f"CO-001 error: 'the Democratic Republic of the Congo' is given 2 times (disclosure.yml:1). {ONCE}",
        f"CO-001 error: covered country 'the Republic of the Congo' is missing (disclosure.yml:1). {ONCE}",
    ]


def test_a_country_that_nobody_knows_is_named() -> None:
    assert covered(*TEN[:9], ("Zambja", None)) == [
        "CO-001 error: 'Zambja' is not a covered country (disclosure.yml:1). Remove it or correct its name.",
        f"CO-001 error: covered country 'Zambia' is missing (disclosure.yml:1). {ONCE}",
    ]


def test_a_finding_stands_at_the_line_of_its_entry() -> None:
    stated: Disclosure = replace(
        disclosure(registrant__ein=None, filing__signed_elsewhere=None),
        lines={("registrant",): 7, ("registrant", "name"): 8},
    )
    (finding,) = form.ein_is_given(stated)
    assert str(finding.where) == "disclosure.yml:7"


def test_every_spelling_that_filers_use_for_the_ten_is_known(tmp_path) -> None:
    countries = read_countries(tmp_path / "none.csv", "countries.csv")
    spellings = {
        "CD": ["Democratic Republic of the Congo", "DRC", "DR Congo", "CONGO, DEMOCRATIC REPUBLIC OF THE"],
        "CG": ["Republic of the Congo", "Congo", "Republic of Congo", "CONGO (Brazzaville)"],
        "CF": ["Central African Republic", "CAR"],
        "TZ": ["Tanzania", "United Republic of Tanzania", "TANZANIA, UNITED REPUBLIC OF"],
        "SS": ["South Sudan", "SOUTH SUDAN"],
    }
    for code, names in spellings.items():
        found = [countries.find(name) for name in names]
        assert [country and country.code for country in found] == [code] * len(names)


IN_RWANDA = smelter("Invented Tin Works", country=Country("RW", "RWANDA", "Rwanda"))


def routes(route: str, *rows: Smelter) -> list[str]:
    stated = replace(disclosure(form__route=route), smelters=rows)
    return [str(finding) for finding in form.facilities_fit_the_route(stated)]


def test_a_facility_in_a_covered_country_does_not_fit_a_form_that_ends_with_the_inquiry() -> None:
    (found,) = routes("country-of-origin-inquiry", smelter(), IN_RWANDA)
    assert found.startswith(
        "FM-010 error: 'Invented Tin Works' (Rwanda) stands in a covered country, and the route is"
        " 'country-of-origin-inquiry'"
    )
    (found,) = routes("country-of-origin-inquiry", IN_RWANDA, IN_RWANDA, IN_RWANDA)
    assert "and 2 more stand in covered countries" in found


@pytest.mark.parametrize("route", ["conflict-minerals-report", "staff-statement-2017"])
def test_other_routes_may_list_facilities_in_covered_countries(route: str) -> None:
    assert routes(route, IN_RWANDA) == []


def test_facilities_elsewhere_fit_every_route() -> None:
    assert routes("country-of-origin-inquiry", smelter()) == []


def test_the_route_can_be_waived_and_is_a_warning_in_a_restated_filing() -> None:
    assert FACILITY_ROUTE.effect is Effect.FINAL
    assert FACILITY_ROUTE.matter is Matter.FILED
