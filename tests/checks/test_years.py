"""Years of the text: the period's and the filing's pass; others are found, with their place."""

from __future__ import annotations

import pytest

from tests.support.written_sections import found


@pytest.mark.parametrize(
    "text",
    [
        "This is the report for the calendar year 2021, filed in 2022.",
        "It covers the time from {{ period.first_day }} to {{ period.last_day }}.",
        "The Securities Exchange Act of 1934 and Regulation (EU) 2017/821 apply.",
        "We were founded in {{ constant('1999', 'our annual report') }}.",
    ],
)
def test_years_of_this_report_and_of_laws_pass(text: str) -> None:
    assert found("DT-005", text) + found("DT-006", text) == []


def test_another_year_is_found() -> None:
    assert found("DT-005", "In 2019, the suppliers named two smelters.") == [
        "DT-005 warning: '2019' is neither the year of the period nor that of the filing "
        "(report/01-text.md:3:4). Correct it, or mark it if it is right: "
        '{{ constant("2019", "why it is so") }}.'
    ]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("This is the report for the calendar year 2020.", 42),
        ("It covers the reporting period from January 1, 2020 on.", 48),
        ("It is for the year ended December 31, 2020.", 39),
    ],
)
def test_another_year_as_the_period_stops_a_final(text: str, column: int) -> None:
    assert found("DT-006", text) == [
        "DT-006 error: '2020' is given as the period; this report is for 2021 "
        f"(report/01-text.md:3:{column}). Write {{{{ period.year }}}}, {{{{ period.first_day }}}} or "
        "{{ period.last_day }}."
    ]
    assert found("DT-005", text) == []


def test_a_filing_told_in_the_year_of_the_period_stops_a_final() -> None:
    assert found("DT-007", "In 2021, we publicly filed Form SD and this report.") == [
        "DT-007 error: 'In 2021, we publicly filed Form SD and this report.': the report for 2021 is filed "
        "in 2022 (report/01-text.md:3:4). Write {{ period.next_year }}."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, we publicly filed Form SD and this report.",
        "In 2021, we filed our report for 2020.",
        "We filed Form SD and this report for {{ period.year }} with the SEC on {{ filing.date }}.",
    ],
)
def test_a_filing_after_its_period_passes(text: str) -> None:
    assert found("DT-007", text) == []
