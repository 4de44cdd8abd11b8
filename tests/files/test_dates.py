"""Dates as people write them: one day, two that must be asked about, or none."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.files.dates import days_of

LAST = dt.date(2024, 12, 31)


@pytest.mark.parametrize(
    "written",
    [
        LAST, dt.datetime(2024, 12, 31, 14, 30), 45657, 45657.0, 45657.5, 20241231, 20241231.0,
        "45657", "20241231", "31122024", "12312024",
        "31-Dec-24", "31-Dec-2024", "31 Dec '24", "31.DEZ.2024", "31Dec2024", "2024-Dec-31",
        "12/31/24", "31/12/24", "12-31-2024", "31.12.2024", "31. 12. 2024", "31.12.2024.", "2024.12.31",
        "2024/12/31", "2024-12-31", "2024-12-31 00:00:00", "2024-12-31T08:15Z",
        "31st December 2024", "31st of December, 2024", "Dec 31, 2024", "Dec. 31 2024", "December 31st, 2024",
        "Tuesday, December 31, 2024", "Tue 31 Dec 2024",
        "３１－１２－２０２４", "２０２４年１２月３１日", "2024年12月31日", "2024년 12월 31일",
        "2024. 12. 31.",
        "31 décembre 2024", "mardi 31 décembre 2024", "31 decembre 2024", "31 de diciembre de 2024",
        "31 de dezembro de 2024", "31. Dezember 2024", "Dienstag, 31. Dezember 2024", "31 dicembre 2024",
        "31 Aralık 2024", "31 ARALIK 2024", "  31 Dec 2024\u200b",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(written: object) -> None:
    assert days_of(written) == (LAST,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("03/04/2026", ["2026-03-04", "2026-04-03"]),
        ("03.04.26", ["2026-03-04", "2026-04-03"]),
        ("03042026", ["2026-03-04", "2026-04-03"]),
        ("24/12/31", ["2031-12-24", "2024-12-31"]),
    ],
)
def test_a_date_that_may_be_two_days_gives_both(written: str, days: list[str]) -> None:
    assert [day.isoformat() for day in days_of(written)] == days


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("04/04/2026", "2026-04-04"),
        ("1er janvier 2025", "2025-01-01"),
        ("1º de janeiro de 2025", "2025-01-01"),
        ("5 juin 2024", "2024-06-05"),
        ("5 juil. 2024", "2024-07-05"),
        ("4. März 2024", "2024-03-04"),
        ("4 Mrz 2024", "2024-03-04"),
        ("4 Mai 24", "2024-05-04"),
        ("4 ago 2024", "2024-08-04"),
        ("5october2024", "2024-10-05"),
        ("4 Ağustos 2024", "2024-08-04"),
    ],
)
def test_a_month_is_read_by_its_name_in_many_languages(written: str, day: str) -> None:
    assert [one.isoformat() for one in days_of(written)] == [day]


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "n/a", "2024", "March 2024", "12/2024", "31.02.2024", "12 marbles 2024", "5 jui 2024",
        "before 31.12.2024", "12345678", "99999", "1.1", "12/31/1850", "555-0143", True, 7, 0.5, 12.75,
    ],
)  # fmt: skip
def test_what_is_no_date_or_not_one_for_sure_is_none(written: object) -> None:
    assert days_of(written) == ()  # type: ignore[arg-type]
