from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from generator.findings import Finding, Severity, in_order, printable
from generator.findings.catalogue import SURVEY, rules
from generator.model import COVERED_COUNTRIES, CellRef, Country, Layout, LineRef, Period, is_cid
from tests.support.builders import JAPAN, RWANDA, disclosure

DUE = {
    2013: dt.date(2014, 6, 2),
    2014: dt.date(2015, 6, 1),
    2015: dt.date(2016, 5, 31),
    2016: dt.date(2017, 5, 31),
    2017: dt.date(2018, 5, 31),
    2018: dt.date(2019, 5, 31),
    2019: dt.date(2020, 6, 1),
    2020: dt.date(2021, 6, 1),  # 31 May 2021 is Memorial Day
    2021: dt.date(2022, 5, 31),
    2022: dt.date(2023, 5, 31),
    2023: dt.date(2024, 5, 31),
    2024: dt.date(2025, 6, 2),
    2025: dt.date(2026, 6, 1),
    2026: dt.date(2027, 6, 1),  # 31 May 2027 is Memorial Day
    2027: dt.date(2028, 5, 31),
    2028: dt.date(2029, 5, 31),
    2029: dt.date(2030, 5, 31),
    2030: dt.date(2031, 6, 2),
}


@pytest.mark.parametrize(("year", "due"), DUE.items())
def test_the_form_is_due_on_31_may_or_the_next_business_day(year: int, due: dt.date) -> None:
    assert Period(year).due == due


def test_a_due_date_is_never_a_weekend_or_memorial_day() -> None:
    for year in range(2013, 2101):
        due = Period(year).due
        assert due.weekday() < 5
        assert (due.month, due.day) in {(5, 31), (6, 1), (6, 2)}
        assert not (due.month == 5 and due.weekday() == 0)


def test_a_period_is_a_calendar_year() -> None:
    assert (Period(2021).first_day, Period(2021).last_day) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))


@pytest.mark.parametrize(
    ("year", "layout"), [(2013, Layout.FROM_2013), (2019, Layout.FROM_2013), (2020, Layout.FROM_2020)]
)
def test_the_layout_follows_from_the_period(year: int, layout: Layout) -> None:
    assert Period(year).layout is layout


def test_the_layout_to_print_is_the_override_where_there_is_one() -> None:
    assert disclosure().layout is Layout.FROM_2020
    assert disclosure(form__layout="2013-2019").layout is Layout.FROM_2013


def test_the_clock_of_the_data_is_the_signature_else_the_newest_list_else_the_end_of_the_period() -> None:
    draft = {"filing__state": "draft", "filing__signed_on": None, "filing__date": None}
    assert disclosure().as_of == dt.date(2022, 5, 31)
    assert disclosure(**draft).as_of == dt.date(2022, 3, 31)
    statuses = [{"label": "Open", "class": "other", "definition": "Invented"}]
    assert disclosure(**draft, statuses=statuses).as_of == dt.date(2021, 12, 31)


def test_the_covered_countries_are_the_ten_and_sudan_is_none_of_them() -> None:
    assert sorted(COVERED_COUNTRIES) == ["AO", "BI", "CD", "CF", "CG", "RW", "SS", "TZ", "UG", "ZM"]


@pytest.mark.parametrize(
    ("country", "is_covered"),
    [
        (RWANDA, True),
        (JAPAN, False),
        (Country("SD", "Sudan", "Sudan"), False),
        (Country(None, "Unknown", "Unknown"), False),
    ],
    ids=lambda value: value.name if isinstance(value, Country) else "",
)
def test_a_country_is_covered_by_its_code(country: Country, is_covered: bool) -> None:
    assert country.is_covered is is_covered


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("CID000035", True), ("CID00035", False), ("cid000035", False), ("CID000035 ", False),
     ("CID٠٠٠٠٣٥", False)],
)  # fmt: skip
def test_a_cid_is_its_letters_and_six_digits_from_0_to_9(text: str, is_one: bool) -> None:
    assert is_cid(text) is is_one


def test_what_is_stated_cannot_be_changed() -> None:
    facts = disclosure().facts
    with pytest.raises(ValidationError, match="frozen"):
        facts.period = 2022


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (CellRef("smelters.xlsx", "Smelter List", "F14"), "smelters.xlsx 'Smelter List'!F14"),
        (CellRef("smelters.csv", None, "F14"), "smelters.csv F14"),
        (LineRef("disclosure.yml", 7), "disclosure.yml:7"),
        (LineRef("disclosure.yml"), "disclosure.yml"),
    ],
)
def test_a_place_reads_as_its_program_shows_it(place: CellRef | LineRef, shown: str) -> None:
    assert str(place) == shown


def test_a_finding_reads_code_severity_what_where_and_what_to_do() -> None:
    finding = Finding(SURVEY, "'8' is too many", LineRef("d.yml", 7), "Correct it.")
    assert str(finding) == "FG-002 error: 'eight' is too many (d.yml:7). Correct it.".replace("eight", "8")


def test_a_terminal_shows_control_characters_and_does_not_obey_them() -> None:
    hostile = "\x1b[2J\x07\r\n\u202e\u200b\x9b"
    finding = Finding(SURVEY, f"'{hostile}'", LineRef(f"{hostile}.md", 1), "Correct it.")
    assert str(finding) == (
        r"FG-002 error: '\x1b[2J\x07\r\n\u202e\u200b\x9b' (\x1b[2J\x07\r\n\u202e\u200b\x9b.md:1). Correct it."
    )
    assert printable("Iña – شركة 冶炼厂") == "Iña – شركة 冶炼厂"


def test_findings_stand_by_file_row_and_column_and_equal_ones_once() -> None:
    cells = ["C10", "AA2", "B2", "C2", "C10"]
    found = [Finding(SURVEY, "x", CellRef("b.xlsx", "S", cell), "") for cell in cells]
    found += [Finding(SURVEY, "x", LineRef("a.yml", line), "") for line in (10, 9, None)]
    assert [str(finding.where) for finding in in_order(found)] == [
        "a.yml",
        "a.yml:9",
        "a.yml:10",
        "b.xlsx 'S'!B2",
        "b.xlsx 'S'!C2",
        "b.xlsx 'S'!AA2",
        "b.xlsx 'S'!C10",
    ]


def test_each_rule_has_a_code_of_its_own_and_a_sentence() -> None:
    catalogue = rules()
    assert len({rule.name for rule in catalogue}) == len(catalogue)
    assert all(rule.summary.endswith(".") for rule in catalogue)
    assert {rule.severity for rule in catalogue} == set(Severity)
