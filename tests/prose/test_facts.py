from __future__ import annotations

import pytest

from generator.model import Country, Metal, percent
from generator.prose.facilities import Facilities
from generator.prose.fact_values import FactInt, FactStr, sentence_list
from generator.prose.facts import facts_of
from tests.support.builders import JAPAN, PERU, RWANDA, STATUSES, disclosure, smelter

ROWS = (
    smelter("Invented", 2),
    smelter("INVENTED", 3, metal=Metal.TIN, status=1),
    smelter("Other", 4, metal=Metal.TIN, country=RWANDA, status=1),
    smelter("Third", 5, metal=Metal.TUNGSTEN, country=PERU),
    smelter("Fourth", 6, country=Country(None, "Unknown", "Unknown")),
)


def facilities() -> Facilities:
    return facts_of(disclosure(*ROWS)).facilities


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 0, "0%"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (1, 2, "50%"),
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 8, "12.5%"),
        (237, 298, "79.5%"),
        (999, 1000, "99.9%"),
        (9_999, 10_000, "99.9%"),
        (299_999, 300_000, "99.9%"),
        (1, 1000, "0.1%"),
        (1, 300_000, "0.1%"),
        (995, 1000, "99.5%"),
        (10, 1000, "1%"),
    ],
)
def test_a_share_rounds_but_never_to_all_or_nothing(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


def test_only_all_are_100_percent_and_only_none_are_0_percent() -> None:
    for whole in (1, 7, 298, 1_999, 2_001):
        shares = [percent(part, whole) for part in range(whole + 1)]
        assert shares.index("100%") == whole
        assert len(shares) - 1 - shares[::-1].index("0%") == 0


@pytest.mark.parametrize(
    ("names", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b, and c")],
)
def test_a_list_in_a_sentence_has_its_commas(names: list[str], sentence: str) -> None:
    assert sentence_list(names) == sentence


def test_counts_are_rows_of_the_annex() -> None:
    every = facilities()
    assert (every.total, every.tin.total, every.conformant.total, every.tin.indeterminable.total) == (
        5,
        2,
        3,
        2,
    )


def test_the_subsets_by_metal_and_by_status_add_up() -> None:
    every = facilities()
    assert sum(every.of_metal(metal).total for metal in Metal) == every.total
    statuses = STATUSES
    assert sum(every.of_status(status).total for status in statuses) == every.total


def test_names_are_distinct_whatever_their_case() -> None:
    every = facilities()
    assert (every.distinct_names, every.under_several_metals) == (4, 1)


def test_one_name_twice_under_one_metal_does_not_stand_under_several() -> None:
    rows = [smelter("A", 2, cid="CID000001"), smelter("A", 3, cid="CID000002")]
    every = facts_of(disclosure(*rows)).facilities
    assert (every.total, every.distinct_names, every.under_several_metals) == (2, 1, 0)


def test_a_country_that_is_not_known_is_not_counted() -> None:
    assert facilities().countries == 3


def test_a_number_remembers_the_path_by_which_it_was_named() -> None:
    every = facilities()
    total = every.gold.conformant.in_covered_countries.total
    assert isinstance(total, FactInt)
    assert total.path == "facilities.gold.conformant.in_covered_countries.total"
    share = every.tin.share_of(every)
    assert isinstance(share, FactStr)
    assert (share, share.path) == ("40%", "facilities.tin.share_of(facilities)")


def test_a_subset_has_words_for_a_sentence() -> None:
    every = facilities()
    assert every.words == "listed facilities"
    assert every.tin.words == "listed facilities for tin"
    assert every.indeterminable.words == "listed facilities with the status “Open”"
    assert every.active.words == "listed facilities with the status “active”"
    assert every.in_covered_countries.words == "listed facilities in a covered country"


def test_a_class_with_two_labels_names_both() -> None:
    statuses = [
        {"label": "Open", "class": "indeterminable", "definition": "Invented"},
        {"label": "Unclear", "class": "indeterminable", "definition": "Invented"},
    ]
    facts = facts_of(disclosure(statuses=statuses))
    assert facts.facilities.indeterminable.words == "listed facilities with the status “Open” or “Unclear”"


def test_dates_are_written_as_a_filing_writes_them() -> None:
    facts = facts_of(disclosure())
    assert (facts.filing.date, facts.period.due, facts.period.first_day) == (
        "May 31, 2022",
        "May 31, 2022",
        "January 1, 2021",
    )
    assert (facts.period.year, facts.period.next_year) == ("2021", "2022")


def test_what_is_not_given_is_none() -> None:
    facts = facts_of(disclosure(registrant__ein=None, filing__state="draft", filing__date=None))
    assert (facts.registrant.ein, facts.filing.date, facts.filing.amendment, facts.policy) == (None,) * 4
    assert (facts.survey.tool_version, facts.survey.outside_covered_countries) == (None, None)


def test_the_short_name_is_the_exact_name_where_none_is_given() -> None:
    assert facts_of(disclosure()).registrant.short_name == "Invented Devices"
    assert facts_of(disclosure(registrant__short_name=None)).registrant.short_name == "Invented Devices, Inc."


def test_the_survey_counts_those_who_did_not_answer() -> None:
    survey = facts_of(disclosure()).survey
    assert (survey.suppliers, survey.answered, survey.not_answered, survey.response_rate) == (
        7,
        6,
        1,
        "85.7%",
    )


def test_the_covered_countries_are_ten_in_one_sentence() -> None:
    covered = facts_of(disclosure()).covered_countries
    assert covered.count == 10
    assert covered.sentence == (
        "the Democratic Republic of the Congo, Angola, Burundi, the Central African Republic, the Republic "
        "of the Congo, Rwanda, South Sudan, Tanzania, Uganda, and Zambia"
    )


def test_countries_of_origin_are_never_those_of_the_facilities() -> None:
    rows = [smelter(country=JAPAN)]
    assert facts_of(disclosure(*rows)).origins.determined is False
    origins = facts_of(disclosure(*rows, origins={"by_metal": {"Gold": ["Peru"]}})).origins
    assert (origins.determined, origins.sentence, origins.rows) == (True, "Peru", (("Peru", "gold"),))


def test_words_in_the_place_of_a_country_of_origin_count_as_no_country() -> None:
    stated = {"by_metal": {"Gold": ["Peru", "Not stated", "—"]}, "by_country": {"UNKNOWN": None}}
    origins = facts_of(disclosure(origins=stated)).origins
    assert (origins.count, origins.sentence, len(origins.rows)) == (1, "Peru", 4)
    assert facts_of(disclosure(origins={"countries": ["Not disclosed"]})).origins.determined is False
