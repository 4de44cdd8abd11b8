"""Counts that the filing states: against their totals, and against the list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.checks.counts import counts_add_up, counts_are_those_of_the_list
from generator.checks.figures import figures_match_control, shares_add_up
from generator.model import Metal
from tests.support.builders import disclosure, smelter

ROWS = (smelter("A", 2), smelter("B", 3, status=1), smelter("C", 4, metal=Metal.TIN))


@pytest.mark.parametrize(
    "counts",
    [
        {"total": 3, "by_metal": {"Gold": 2, "Tin": 1}, "by_status": {"Conformant": 2, "Open": 1}},
        {"total": 3, "by_status": {"Conformant": 2}},
        {"by_metal": {"Gold": 2}, "by_status": {"Conformant": 9}},
        {"by_metal": {"Tin": 3}, "by_metal_and_status": {"Tin": {"Conformant": 2, "Open": 1}}},
        {"total": 3, "by_programme": {"Invented programme": 3, "Other programme": 2}},
    ],
)
def test_counts_that_add_up_or_leave_a_rest_untold_are_fine(counts: dict[str, Any]) -> None:
    assert list(counts_add_up(disclosure(counts=counts))) == []


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        (
            {"total": 4, "by_metal": {"Gold": 2, "Tin": 1}},
            "counts by_metal add up to 3, and counts.total is 4",
        ),
        ({"total": 1, "by_status": {"Open": 2}}, "counts by_status add up to 2, and counts.total is 1"),
        (
            {"by_metal": {"Tin": 4}, "by_metal_and_status": {"Tin": {"Conformant": 2, "Open": 1}}},
            "counts by_metal_and_status.Tin add up to 3, and counts.by_metal.Tin is 4",
        ),
        (
            {
                "by_status": {"Open": 4},
                "by_metal_and_status": {"Tin": {"Open": 2}, "Gold": {"Open": 1, "Conformant": 7}},
            },
            "counts by_metal_and_status of 'Open' add up to 3, and counts.by_status.Open is 4",
        ),
        (
            {"total": 1, "by_programme": {"Invented programme": 2}},
            "counts by_programme.Invented programme add up to 2, and counts.total is 1",
        ),
    ],
)
def test_counts_that_do_not_add_up_are_a_warning_with_both_numbers(
    counts: dict[str, Any], message: str
) -> None:
    (finding,) = counts_add_up(disclosure(counts=counts))
    assert (finding.code, finding.severity, finding.message) == ("FG-004", "warning", message)


def test_counts_that_are_those_of_the_list_are_no_finding() -> None:
    counts = {
        "total": 3,
        "by_metal": {"Gold": 2, "Tin": 1, "Tungsten": 0},
        "by_status": {"Conformant": 2, "Open": 1},
        "by_metal_and_status": {"Gold": {"Open": 1}},
    }
    assert list(counts_are_those_of_the_list(disclosure(*ROWS, counts=counts))) == []


def test_a_count_that_differs_from_the_list_is_a_warning_with_both_numbers() -> None:
    counts = {
        "total": 4,
        "by_metal": {"Tin": 2},
        "by_status": {"Open": 3},
        "by_metal_and_status": {"Tin": {"Open": 1}},
    }
    found = list(counts_are_those_of_the_list(disclosure(*ROWS, counts=counts)))
    assert {(one.code, one.severity) for one in found} == {("FG-005", "warning")}
    assert [one.message for one in found] == [
        "counts.total is 4, and the list has 3",
        "counts.by_metal.Tin is 2, and the list has 1",
        "counts.by_status.Open is 3, and the list has 1",
        "counts.by_metal_and_status.Tin.Open is 1, and the list has 0",
    ]


def test_counts_by_status_beside_a_list_without_statuses_are_compared_with_nothing() -> None:
    rows = [replace(row, status=None) for row in ROWS]
    stated = disclosure(*rows, counts={"by_status": {"Open": 3}})
    assert list(counts_are_those_of_the_list(stated)) == []


def test_counts_without_a_list_are_compared_with_nothing() -> None:
    assert list(counts_are_those_of_the_list(disclosure(counts={"total": 4}))) == []


def test_control_figures_are_held_against_stated_counts_where_there_is_no_list() -> None:
    counts = {"total": 4, "by_metal": {"Tin": 4}, "by_status": {"Open": 1}}
    control = {"rows": 4, "by_metal": {"Tin": 5}, "by_status": {"Open": 1}, "countries": 2}
    found = figures_match_control(disclosure(counts=counts, control=control))
    assert [one.message for one in found] == [
        "control.countries is 2, the filing counts none",
        "control.by_metal.Tin is 5, the filing counts 4",
    ]


def test_shares_are_summed_up_only_where_each_facility_has_a_status() -> None:
    third = [smelter(str(number), number, status=number % 2) for number in range(2, 5)]
    assert list(shares_add_up(disclosure(*third))) == []
    rows = [*third, replace(smelter("X", 9), status=None)]
    assert list(shares_add_up(disclosure(*rows))) == []
    uneven = {"total": 266, "by_status": {"Conformant": 133, "Open": 133}}
    assert list(shares_add_up(disclosure(counts=uneven))) == []
