"""The filing's days: signed after the period, filed in time, and told by no document that is to be filed."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.checks import filing_days
from tests.support.builders import disclosure, smelter
from tests.support.written_sections import found

OWN = {"filing__signed_elsewhere": None}


@pytest.mark.parametrize(
    ("date", "codes"), [("2021-12-31", ["DT-002"]), ("2021-05-31", ["DT-002"]), ("2022-01-01", [])]
)
def test_a_filing_follows_its_period(date: str, codes: list[str]) -> None:
    stated = disclosure(filing__signed_on=None, filing__date=date)
    assert [one.code for one in filing_days.filed_after_the_period(stated)] == codes


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2022-05-31", []),
        (
            "2022-06-01",
            [
                "DT-003 warning: the filing date 2022-06-01 lies after the due date 2022-05-31 "
                "(disclosure.yml:1). Check the date."
            ],
        ),
    ],
)
def test_a_filing_after_the_due_date_is_a_warning(date: str, says: list[str]) -> None:
    found = filing_days.filed_by_the_due_date(disclosure(filing__date=date))
    assert [str(finding) for finding in found] == says


def test_a_filing_on_the_day_after_memorial_day_is_in_time() -> None:
    stated = disclosure(period=2020, filing__date="2021-06-01")
    assert list(filing_days.filed_by_the_due_date(stated)) == []


def test_an_amendment_has_no_due_date() -> None:
    stated = disclosure(filing__date="2022-08-01", filing__amendment=1)
    assert list(filing_days.filed_by_the_due_date(stated)) == []


def test_a_draft_without_a_date_is_neither_early_nor_late() -> None:
    stated = disclosure(filing__state="draft", filing__date=None, filing__signed_on=None)
    assert list(filing_days.filed_after_the_period(stated)) == []
    assert list(filing_days.filed_by_the_due_date(stated)) == []
    assert list(filing_days.status_date_before_filing(stated)) == []


def test_no_status_is_newer_than_the_filing() -> None:
    stated = disclosure(
        smelter("A", 2, status_as_of=dt.date(2022, 5, 31)),
        smelter("B", 3, status_as_of=dt.date(2022, 6, 1)),
        filing__date="2022-06-02",
    )
    assert [str(finding) for finding in filing_days.status_date_before_filing(stated)] == [
        "DT-004 error: Status As Of 2022-06-01 of 'B' lies after the day of signature 2022-05-31 "
        "(smelters.xlsx 'Smelter List'!C3). Correct one of the two dates."
    ]


def test_what_is_signed_in_the_period_is_told_as_what_is_filed_in_it() -> None:
    early = disclosure(filing__signed_on="2021-05-31")
    assert [str(one) for one in filing_days.filed_after_the_period(early)] == [
        "DT-002 error: the day of signature 2021-05-31 does not lie after the period, which ends 2021-12-31 "
        "(disclosure.yml:1). Correct the date."
    ]


def test_what_is_signed_too_late_is_told_before_it_is_filed() -> None:
    late = disclosure(filing__signed_on="2022-06-02", filing__date=None)
    assert [one.message for one in filing_days.filed_by_the_due_date(late)] == [
        "the day of signature 2022-06-02 lies after the due date 2022-05-31"
    ]


@pytest.mark.parametrize(("signed", "filed"), [("2022-05-30", "2022-05-31"), ("2022-05-31", "2022-05-31")])
def test_a_form_is_signed_on_the_day_of_filing_or_before(signed: str, filed: str) -> None:
    stated = disclosure(filing__signed_on=signed, filing__date=filed)
    assert list(filing_days.signed_before_it_is_filed(stated)) == []


def test_a_form_signed_after_its_filing_is_an_error() -> None:
    stated = disclosure(filing__signed_on="2022-05-31", filing__date="2022-05-30")
    assert [str(one) for one in filing_days.signed_before_it_is_filed(stated)] == [
        "DT-008 error: the day of signature 2022-05-31 lies after the filing date 2022-05-30 "
        "(disclosure.yml:1). Correct one of the two dates."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We filed Form SD with the SEC on {{ filing.date }}.",
        "We filed this report with the SEC on May 27, 2022.",
        "On 2022-05-27, this report was filed with the SEC.",
        "The day of filing is May 31, 2022.",
        "This disclosure was submitted on June 1, 2022.",
    ],
)
def test_no_text_tells_the_day_of_its_own_filing(text: str) -> None:
    [told] = found("DT-009", text, **OWN)
    assert told.startswith("DT-009 error: the text states the day of its own filing, ")
    assert found("DT-009", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This report is filed as Exhibit 1.01 to our Form SD.",
        "It is signed on {{ filing.signed_on }}.",
        "We filed our Form SD for 2020 on May 28, 2021.",
        "We filed our annual report on Form 10-K on February 20, 2022.",
        "The questionnaires were sent on March 1, 2022.",
    ],
)
def test_other_days_may_be_told(text: str) -> None:
    assert found("DT-009", text, **OWN) == []


def test_an_amendment_may_tell_the_day_of_the_original() -> None:
    text = "We filed the original Form SD on May 27, 2022."
    assert found("DT-009", text, filing__amendment=1, **OWN) == []
    assert found("DT-009", text, filing__amendment=1, filing__date="2022-05-27", **OWN) != []
