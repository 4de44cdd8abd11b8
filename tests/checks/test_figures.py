from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.checks import figures
from generator.model import Country, Metal
from tests.support.builders import PERU, disclosure, smelter

ROWS = (
    smelter("A", 2),
    smelter("B", 3, status=1, country=PERU),
    smelter("A", 4, metal=Metal.TIN),
    smelter("C", 5, metal=Metal.TIN, country=Country(None, "Unknown", "Unknown")),
)


def test_figures_that_agree_are_fine() -> None:
    control = {
        "rows": 4,
        "countries": 2,
        "by_metal": {"Gold": 2, "Tin": 2, "Tungsten": 0},
        "by_status": {"Conformant": 3, "Open": 1},
    }
    assert list(figures.figures_match_control(disclosure(*ROWS, control=control))) == []


def test_without_control_figures_there_is_nothing_to_check() -> None:
    assert list(figures.figures_match_control(disclosure(*ROWS))) == []


@pytest.mark.parametrize(
    ("control", "message"),
    [
        ({"rows": 5}, "control.rows is 5, the list has 4"),
        ({"rows": 0}, "control.rows is 0, the list has 4"),
        ({"countries": 3}, "control.countries is 3, the list has 2"),
        ({"by_metal": {"Tantalum": 1}}, "control.by_metal.Tantalum is 1, the list has 0"),
        ({"by_status": {"Open": 2}}, "control.by_status.Open is 2, the list has 1"),
        ({"by_status": {"Opne": 1}}, "control.by_status.Opne is 1, the list has 0"),
    ],
)
def test_a_figure_that_differs_is_named_with_both_numbers(control: dict[str, Any], message: str) -> None:
    (finding,) = figures.figures_match_control(disclosure(*ROWS, control=control))
    assert (finding.code, finding.message) == ("FG-001", message)


@pytest.mark.parametrize(
    ("survey", "messages"),
    [
        ((7, 7, 7), []),
        ((7, 0, None), []),
        ((7, 8, None), ["8 suppliers answered, but only 7 were asked"]),
        (
            (7, 6, 7),
            ["7 suppliers declare that they do not source from covered countries, but only 6 answered"],
        ),
        ((1, 2, None), ["2 suppliers answered, but only 1 was asked"]),
        (
            (1, 0, 1),
            ["1 supplier declares that it does not source from covered countries, but only 0 answered"],
        ),
    ],
)
def test_nobody_answers_who_was_not_asked(survey: tuple[int, int, int | None], messages: list[str]) -> None:
    suppliers, answered, outside = survey
    stated = disclosure(
        survey__suppliers=suppliers, survey__answered=answered, survey__outside_covered_countries=outside
    )
    assert [finding.message for finding in figures.survey_adds_up(stated)] == messages


def test_rounded_shares_that_do_not_add_up_are_a_note() -> None:
    words = ("A", "B", "C")
    statuses = [{"label": word, "class": "other", "definition": "Invented."} for word in words]
    stated = disclosure(statuses=statuses)
    rows = [
        replace(smelter(word, number), status=stated.facts.statuses[number])
        for number, word in enumerate(words)
    ]
    assert [str(finding) for finding in figures.shares_add_up(replace(stated, smelters=tuple(rows)))] == [
        "FG-003 info: the rounded shares of the statuses, 33.3%, 33.3%, 33.3%, add up to 99.9% "
        "(disclosure.yml:1). Nothing to mend; where all of them are printed, say that they are rounded."
    ]
    two = replace(stated, smelters=tuple(rows[:2]))
    assert list(figures.shares_add_up(two)) == []


@pytest.mark.parametrize(
    "survey",
    [
        {"suppliers": "approximately 7", "answered": 9},
        {"suppliers": 7, "answered": "more than 8"},
        {"answered": 9},
        {"suppliers": 7, "response_rate": "100 percent"},
        {"outside_covered_countries": 9},
        {"suppliers": "7,000", "answered": "6,999"},
        {"groups": [{"name": "Direct", "suppliers": "some 5", "answered": 9}]},
    ],
)
def test_only_exact_numbers_of_a_survey_can_contradict_each_other(survey: dict[str, Any]) -> None:
    assert list(figures.survey_adds_up(disclosure(survey=survey))) == []


def test_a_group_of_suppliers_has_no_more_answers_than_it_was_asked() -> None:
    groups = [{"name": "Direct", "suppliers": 5, "answered": 6}]
    (finding,) = figures.survey_adds_up(disclosure(survey={"groups": groups}))
    assert finding.message == "6 suppliers answered, but only 5 were asked"
    assert finding.advice == "Correct survey.groups[1].suppliers or survey.groups[1].answered."


def test_rows_without_country_or_status_count_as_neither() -> None:
    bare = [replace(row, country=None, status=None) for row in ROWS]
    (finding,) = figures.figures_match_control(disclosure(*bare, control={"rows": 4, "countries": 1}))
    assert finding.message == "control.countries is 1, the list has 0"


@pytest.mark.parametrize(
    ("survey", "message"),
    [
        ({"answered": 0, "response_rate": "100%"}, "0 suppliers answered, and the response rate is '100%'"),
        ({"answered": 6, "response_rate": "0%"}, "6 suppliers answered, and the response rate is '0%'"),
        (
            {"suppliers": 7, "answered": 6, "response_rate": "100%"},
            "6 suppliers of 7 answered, and the response rate is '100%'",
        ),
        ({"suppliers": 7, "answered": 6, "response_rate": "more than 99%"}, None),
        ({"suppliers": 1000, "answered": 996, "response_rate": "100%"}, None),
        ({"suppliers": 0, "answered": 0, "response_rate": "0%"}, None),
        ({"answered": "nearly all", "response_rate": "100%"}, None),
    ],
)
def test_a_rate_of_all_or_none_fits_the_answers(survey: dict[str, Any], message: str | None) -> None:
    for stated in (survey, {"groups": [{"name": "plants", **survey}]}):
        found = list(figures.survey_adds_up(disclosure(survey=stated)))
        assert [finding.message for finding in found] == ([message] if message else [])
