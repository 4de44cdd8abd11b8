"""The sentence on top of the overview, for each case of the data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.model import Country, Disclosure, Route
from generator.pipeline import Year, load_year
from generator.prose.facts import facts_of
from generator.prose.marks import without_marks
from generator.prose.overview_sentence import OVERVIEW, overview_sentence
from tests.support.builders import write_year
from tests.support.filing import restated

FULL: dict[str, Any] = {}
OPEN: dict[str, Any] = {"status": 1}
LABEL = "Full Compliant"
NOT_DETERMINED = "the countries of origin were not determined"


def said(year: Disclosure) -> str:
    return without_marks(overview_sentence(facts_of(year), year.facts.form.route))


def sentence(*rows: dict[str, Any], **changes: Any) -> str:
    return said(restated(rows=rows, **changes))


def bare(year: Disclosure, *columns: str) -> str:
    """The sentence of a list whose rows lack the columns."""
    rows = tuple(replace(row, **dict.fromkeys(columns)) for row in year.smelters)
    return said(replace(year, smelters=rows))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((OPEN, OPEN), "None of the 2 listed smelters is Full Compliant."),
        ((FULL, OPEN, OPEN), "1 of 3 listed smelters is Full Compliant."),
        ((FULL, FULL, OPEN), "2 of 3 listed smelters are Full Compliant."),
        ((FULL, FULL), "All 2 listed smelters are Full Compliant."),
        ((FULL,), "The one listed smelter is Full Compliant."),
        ((OPEN,), "The one listed smelter is not Full Compliant."),
    ],
)
def test_conformant_smelters_are_counted(rows: tuple[dict[str, Any], ...], found: str) -> None:
    assert sentence(*rows) == found


def test_smelters_without_a_status_are_not_said_to_be_none_of_them() -> None:
    year = restated(rows=(OPEN, OPEN))
    year = replace(year, smelters=(year.smelters[0], replace(year.smelters[1], status=None)))
    assert said(year) == "None of the 2 listed smelters is known to be Full Compliant."


def test_each_label_of_the_class_is_named() -> None:
    statuses = [
        {"label": "A-listed", "class": "conformant"},
        {"label": "Conformant", "class": "conformant"},
        {"label": "Open", "class": "indeterminable"},
    ]
    rows = ({}, {"status": 1}, {"status": 2})
    assert sentence(*rows, statuses=statuses) == "2 of 3 listed smelters are A-listed or Conformant."


@pytest.mark.parametrize(
    ("origins", "found"),
    [
        ({"determined": "no"}, NOT_DETERMINED),
        ({"recycled": "yes"}, "recycled or scrap material is the only origin that was determined"),
        ({"countries": ["Peru"]}, "the one country of origin that was determined is not a covered country"),
        ({"countries": ["Rwanda"]}, "the one country of origin that was determined is a covered country"),
        (
            {"countries": ["Peru", "Chile"]},
            "none of the 2 countries of origin that were determined is a covered country",
        ),
        (
            {"countries": ["Peru", "Rwanda"]},
            "1 of the 2 countries of origin that were determined is a covered country",
        ),
    ],
)
def test_origins_are_the_second_half(origins: dict[str, Any], found: str) -> None:
    year = replace(restated(rows=(FULL, FULL), origins=origins), origin_codes=(("Rwanda", "RW"),))
    assert said(year) == f"All 2 listed smelters are Full Compliant; {found}."


def test_a_new_disclosure_that_states_no_origins_did_not_determine_them() -> None:
    assert sentence(FULL, FULL, filing__signed_elsewhere=None).endswith(f"; {NOT_DETERMINED}.")


def test_without_statuses_the_list_is_counted_with_its_countries() -> None:
    rows = ({}, {"country": Country("RW", "RWANDA", "Rwanda")})
    assert bare(restated(rows=rows), "status") == "The list names 2 smelters in 2 countries."
    assert bare(restated(rows=rows), "status", "country") == "The list names 2 smelters."
    assert bare(restated(rows=({}, {"country": None})), "status") == (
        "The list names 2 smelters, 1 of them in 1 country that is named."
    )


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"unit": "SORs", "total": 99, "by_status": {LABEL: 97}}, "97 of 99 SORs are Full Compliant"),
        ({"unit": "SORs", "total": 9, "by_status": {LABEL: 9}}, "All 9 SORs are Full Compliant"),
        ({"unit": "SORs", "total": 9, "by_status": {LABEL: 0}}, "None of the 9 SORs is Full Compliant"),
        ({"unit": "SORs", "by_status": {LABEL: 97}}, "97 SORs are Full Compliant"),
        ({"unit": "SORs", "total": 99}, "The filing counts 99 SORs"),
        ({"unit": "SORs", "total": "about 250"}, "The filing counts about 250 SORs"),
    ],
)  # fmt: skip
def test_without_a_list_stated_numbers_are_told(counts: dict[str, Any], found: str) -> None:
    assert sentence(annex=None, counts=counts) == f"{found}."


@pytest.mark.parametrize(
    ("route", "found"),
    [
        (Route.REPORT, "Qualys files a Conflict Minerals Report with its Form SD for 2021."),
        (
            Route.INQUIRY,
            "Qualys files Form SD for 2021; the inquiry into the countries of origin called for no Conflict"
            " Minerals Report.",
        ),
        (
            Route.STAFF_STATEMENT,
            "Qualys files Form SD for 2021; under the SEC staff’s statement of April 7, 2017, no Conflict"
            " Minerals Report is filed.",
        ),
    ],
)
def test_without_list_and_numbers_it_is_what_the_form_says(route: Route, found: str) -> None:
    assert sentence(annex=None, form__route=route.value, registrant__short_name="Qualys") == found


def test_a_year_without_the_wording_has_no_sentence() -> None:
    year = restated(rows=(FULL,))
    texts = tuple(one for one in year.wording if one.name != OVERVIEW.name)
    assert said(replace(year, wording=texts)) == ""


def with_sentence(tmp_path: Path, text: str) -> Year:
    folder = write_year(tmp_path)
    file = folder / "disclosure.yml"
    file.write_text(f"overview:\n  sentence: '{text}'\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    year = load_year(tmp_path, 2021)
    assert isinstance(year, Year)
    return year


def codes(year: Year) -> list[str]:
    return [found.code for found in year.findings if str(found.where).endswith("disclosure.yml:2")]


def test_the_filers_own_sentence_is_filled_in_and_marked(tmp_path: Path) -> None:
    year = with_sentence(tmp_path, "{{ facilities.total }} smelters were named.")
    assert without_marks(year.sentence) != year.sentence
    assert without_marks(year.sentence).endswith("smelters were named.")
    assert codes(year) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("No smelter is located in a covered country.", "CL-"),
        ("We know that 4711 smelters are conformant.", "TF-"),
        ("Our products are DRC conflict free.", "WD-002"),
        ("{{ facilities.nothing }} smelters.", "SE-"),
        ("{{ facilities.total smelters.", "SE-"),
    ],
)
def test_the_filers_own_sentence_is_checked_at_its_line(tmp_path: Path, text: str, code: str) -> None:
    assert [one for one in codes(with_sentence(tmp_path, text)) if one.startswith(code)]
