"""The sections that the package ships, with every optional fact and without, on each route."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.checks.catalogue import Needs, checks_that_need
from generator.findings import errors
from generator.model import Route, Section
from generator.pages.tables.prose_tables import prose_tables
from generator.pipeline import Year, load_year, render
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END, MIDDLE, without_marks
from generator.prose.prose import render_sections
from generator.year import start
from tests.support.filing import restated
from tests.support.started_year import ROWS, start_year

STATUSES = [
    {
        "label": "Conformant",
        "class": "conformant",
        "definition": "On it.",
        "list": "A list",
        "as_of": "2022-03-01",
    },
    {"label": "Indeterminable", "class": "indeterminable", "definition": "On none."},
]

BARE: dict[str, Any] = {
    "registrant__ein": None,
    "registrant__short_name": None,
    "registrant__contact__title": None,
}
"""Only what must be stated."""

WHOLE: dict[str, Any] = {
    "notice": "An invented notice.",
    "registrant__contact__title": "Secretary",
    "filing__amendment": "1",
    "filing__edgar_url": "https://www.example.com/edgar",
    "products__categories": [{"name": "Radios", "description": "small ones", "metals": ["Gold", "Tin"]}],
    "survey__tool_version": "6.4",
    "survey__outside_covered_countries": "2",
    "survey__supplier_term": {"one": "maker", "many": "makers"},
    "statuses": STATUSES,
    "policy": {"name": "Minerals policy", "url": "https://www.example.com/policy"},
    "grievance": {"name": "Complaints", "url": "https://www.example.com/complaints"},
    "origins": {"countries": ["Peru", "Brazil"]},
    "audit": {"auditor": "Auditors LLP", "standard": "Yellow Book", "conclusion": "They found no fault."},
}
"""Every optional fact."""

LABELS = [
    {"label": "Conformant", "class": "conformant"},
    {"label": "Indeterminable", "class": "indeterminable"},
]
"""Statuses of which the filing says nothing."""

WITHOUT_COVER: dict[str, Any] = {
    **{f"registrant__{name}": None for name in ("jurisdiction", "commission_file_number", "ein", "address")},
    **{f"registrant__{name}": None for name in ("contact", "disclosure_url")},
    **{f"filing__{name}": None for name in ("date", "signatory")},
    "filing__signed_elsewhere": "Invented, so that nobody signs",
    "statuses": LABELS,
}
"""A filing that is restated from its exhibit."""

COUNTS: dict[str, Any] = {"total": 12, "by_metal": {"Gold": 7, "Tin": 5}, "by_status": {"Conformant": 9}}

VARIANTS: dict[str, Mapping[str, Any]] = {
    "bare": BARE,
    "whole": WHOLE,
    "draft": {"filing__state": "draft", "filing__date": None, "filing__signatory": None},
    "the one asked did not answer": {
        "survey__suppliers": "1",
        "survey__answered": "0",
        "survey__outside_covered_countries": "0",
    },
    "all answered for products": {"survey__answered": "7", "survey__answer_level": "product"},
    "both levels": {"survey__answer_level": "both", "survey__outside_covered_countries": "1"},
    "links without address": {"policy": {"name": "Minerals policy"}, "grievance": {"name": "Complaints"}},
    "origins by metal": {"origins": {"by_metal": {"Tin": ["Peru", "Brazil"], "Gold": ["Peru"]}}},
    "origins by country": {"origins": {"by_country": {"Peru": ["Tin"]}}},
    "recycled alone": {"origins": {"recycled": ["Gold"]}},
    "of a foreign filer": {
        "registrant__translation": "Harbor Lights Instruments Corporation",
        "registrant__ein": None,
        "registrant__address": {"street": "1-2-3 Example-cho", "city": "Tokyo", "country": "Japan"},
    },
    "of a city alone": {"registrant__address": {"street": "1-2-3 Example-cho", "city": "Tokyo"}},
    "of two registrants": {
        "co_registrants": [
            {
                "name": "Harbor Finance LLC",
                "jurisdiction": "Delaware",
                "commission_file_number": "333-201234",
            }
        ]
    },
    "restated without cover": WITHOUT_COVER,
    "restated with nothing more": WITHOUT_COVER | {"products": None, "survey": None},
}

GOLD, TIN = ROWS

LISTS: dict[str, tuple[Mapping[str, str], ...]] = {
    "one facility": (GOLD,),
    "in a covered country": (
        GOLD,
        TIN | {"Smelter Country": "RWANDA"},
        TIN | {"Smelter Country": "RWANDA", "Smelter Name": "Invented Works", "Status": "Conformant"},
    ),
    "in no known country": (GOLD, TIN | {"Smelter Country": "Unknown"}),
    "nothing": (),
    "under two metals": (GOLD, TIN, TIN | {"Metal": "Tantalum"}),
}

LEFT_OVER = re.compile(
    r"""<!-- | --> | \{[{%\#] | [\#%}]\} | To\ do:
        | \bNone\b(?!\ of\ ) | \(\s*\)
        | [^\s|-]-\ {3}
        | [\w>]\ [.,;:](?=\s|$) | ,\s*[.,] | (?<!\.)\.\.(?![./])
    """,
    re.VERBOSE,
)
"""What a template leaves behind when a fact is missing, a note is not closed or items run together."""

NO_PROSE = re.compile(r"\A---\n.*?\n---\n|<(svg|script)\b.*?</\1>", re.DOTALL)
"""Front matter, pictures, data for machines."""

CASES: dict[str, tuple[Any, Mapping[str, Any]]] = {
    **{name: (ROWS, facts) for name, facts in VARIANTS.items()},
    **{name: (rows, {}) for name, rows in LISTS.items()},
    "counts only": ((), WITHOUT_COVER | {"counts": COUNTS}),
    "counts beside a list": (
        tuple({**row, "Status": ""} for row in ROWS),
        {"statuses": LABELS, "counts": COUNTS},
    ),
}
"""What is stated, or listed, by its name: the rows and the facts."""


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((route, *case), id=f"{name}-{route}") for name, case in CASES.items() for route in Route
    ],
)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Year:
    """An invented year with the default sections, begun once for all tests of it."""
    route, rows, facts = request.param
    data_dir = tmp_path_factory.mktemp("started") / "data"
    start_year(data_dir, 2021, route, rows=rows, **facts)
    return load_year(data_dir, 2021)


def left_over(pages: Mapping[str, str]) -> list[str]:
    """Where something is left over in the prose of a page."""
    texts = {uri: NO_PROSE.sub("", text) for uri, text in pages.items()}
    return [
        f"{uri}: {text[max(found.start() - 40, 0) : found.end() + 20]!r}"
        for uri, text in texts.items()
        for found in LEFT_OVER.finditer(text)
    ]


def test_default_sections_read_well(year: Year) -> None:
    assert errors(year.findings) == ()
    pages = {page.uri: page.complete for page in render((year,)).pages}
    assert left_over(pages) == []
    assert not {BEGIN, MIDDLE, END} & set("".join(pages.values()))


def test_default_sections_pass_every_check_of_their_text(year: Year) -> None:
    names = {check.rule.name for check in checks_that_need(Needs.PROSE)}
    found = [finding for finding in year.findings if finding.rule.name in names]
    assert [str(finding) for finding in found] == []


FINDINGS = Path("generator/year/templates/report/conflict-minerals-report/06-findings.md")


def facilities_told(repo: Path, counts: Mapping[str, Any]) -> str:
    """What the findings say under "Facilities" of a filer that gives counts and no list, without marks."""
    text = (repo / FINDINGS).read_text(encoding="utf-8")
    stated = restated(annex=None, counts=counts)
    facts = facts_of(stated)
    section = Section(6, "findings", str(FINDINGS), text)
    (found,), problems = render_sections([section], facts, prose_tables(stated, facts))
    assert problems == ()
    told = found.body.split("## Facilities", 1)[1].split("\n## ", 1)[0]
    return " ".join(BeautifulSoup(without_marks(told), "lxml").get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (
            {"by_metal": {"Gold": 120, "Tin": 60}},
            "Facilities by metal, as the filing states them Metal Total Gold 120 Tin 60",
        ),
        (
            {"by_programme": {"RMAP": 90}},
            "Facilities by program, as the filing states them Program Number RMAP 90",
        ),
        ({"unit": "known SORs", "total": 248}, "The number of known SORs is 248."),
        (
            {"unit": "known SORs", "total": "approximately 250"},
            "The number of known SORs is approximately 250.",
        ),
    ],
)
def test_default_findings_tell_all_that_is_counted(repo: Path, counts: Mapping[str, Any], told: str) -> None:
    assert facilities_told(repo, counts) == told


def test_default_findings_tell_programs_beside_statuses(repo: Path) -> None:
    crossed = {"Gold": {"Full Compliant": 100, "Indeterminable": 5}, "Tin": {"Full Compliant": 60}}
    told = facilities_told(repo, {"by_metal_and_status": crossed, "by_programme": {"RMAP": 90}})
    assert "Metal Full Compliant Indeterminable Gold 100 5 Tin 60 " in told
    assert "RMAP 90" in told


@pytest.mark.parametrize("route", Route)
def test_the_default_text_speaks_for_all_registrants(route: Route, tmp_path: Path) -> None:
    start_year(tmp_path, 2021, route, **VARIANTS["of two registrants"])
    year = load_year(tmp_path, 2021)
    assert isinstance(year, Year)
    first = without_marks(year.sections[0].markdown)
    assert f"{year.disclosure.facts.registrant.name} and Harbor Finance LLC (together, “we” or “us”)" in first


def test_a_note_that_lost_its_end_stops_the_year(tmp_path: Path) -> None:
    folder = start_year(tmp_path, 2021, Route.INQUIRY)
    section = folder / "report" / "02-inquiry.md"
    section.write_text("# Inquiry\n\n<!-- Fine. -->\n<!-- Ask\nAnn about this.\n", encoding="utf-8")
    assert [str(finding) for finding in errors(load_year(tmp_path, 2021).findings)] == [
        f"SE-007 error: a comment is not closed ({tmp_path.name}/2021/report/02-inquiry.md:4). "
        "End it with '-->', or delete '<!--'."
    ]


def test_a_note_that_lost_its_beginning_stops_the_year(tmp_path: Path) -> None:
    folder = start_year(tmp_path, 2021, Route.INQUIRY)
    section = folder / "report" / "02-inquiry.md"
    section.write_text("# Inquiry\n\nWe asked.\n\n    Or: we did not. -->\n", encoding="utf-8")
    assert [str(finding) for finding in errors(load_year(tmp_path, 2021).findings)] == [
        f"SE-007 error: a comment ends that did not begin ({tmp_path.name}/2021/report/02-inquiry.md:5). "
        "Write '<!--' where it begins, or delete the rest of it with '-->'."
    ]


def test_the_default_report_of_an_amendment_calls_its_form_by_its_name(tmp_path: Path) -> None:
    start_year(tmp_path, 2021, Route.REPORT, filing__amendment="1")
    year = load_year(tmp_path, 2021)
    assert isinstance(year, Year)
    pages = {page.uri.rpartition("/")[2]: without_marks(page.complete) for page in render((year,)).pages}
    assert "as Exhibit 1.01 to our [Form SD/A](form-sd.md)" in pages["report.md"]
    assert "This report is Exhibit 1.01 to [Form SD/A](form-sd.md)." in pages["report.md"]
    assert "Exhibit 1.01 to Form SD/A" in pages["documents.md"]


def test_a_note_of_an_amendment_tells_the_day_of_the_original_as_its_note_says(tmp_path: Path) -> None:
    folder = start_year(tmp_path, 2021, Route.REPORT, filing__amendment="1", filing__state="draft")
    start.start_year(tmp_path, 2021)
    note = folder / "form" / "explanatory-note.md"
    text = note.read_text(encoding="utf-8")
    (day,) = re.findall(r"\{\{ constant\(.*?\) \}\}", text)
    note.write_text(re.sub(r"<!--.*?-->", f"The original was filed on {day}.", text), encoding="utf-8")
    year = load_year(tmp_path, 2021)
    assert isinstance(year, Year)
    assert [str(one) for one in year.findings if "explanatory-note" in str(one)] == []
    assert "filed on May 29, 2025." in without_marks(year.form_texts[0].markdown)


@pytest.mark.parametrize("route", Route)
def test_the_default_text_is_the_same_before_and_after_the_filing(route: Route, tmp_path: Path) -> None:
    def texts(name: str, **filing: Any) -> list[str]:
        folder = start_year(tmp_path / name, 2021, route, **filing)
        year = load_year(folder.parent, 2021)
        assert isinstance(year, Year)
        shown = (without_marks(section.markdown) for section in year.sections)
        return [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(text.split())) for text in shown]

    final = texts("final", filing__date="2022-05-15")
    assert final == texts("later", filing__date="2022-05-29")
    assert final == texts("draft", filing__state="draft", filing__date=None)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ({"country": "Japan"}, "offices are in Beispiel-shi, Japan."),
        ({}, "offices are in Beispiel-shi."),
        ({"state": "Ohio", "zip": "00042"}, "offices are in Beispiel-shi, Ohio."),
        (
            {"state": "Kent", "country": "United Kingdom"},
            "offices are in Beispiel-shi, Kent, United Kingdom.",
        ),
    ],
)
def test_an_address_without_a_state_needs_no_change_of_the_text(
    tmp_path: Path, address: dict[str, str], says: str
) -> None:
    given = {"street": "1 Beispiel-cho", "city": "Beispiel-shi", **address}
    start_year(tmp_path, 2023, "conflict-minerals-report", registrant__address=given)
    year = load_year(tmp_path, 2023)
    assert isinstance(year, Year)
    assert not errors(year.findings)
    (section,) = [one for one in year.sections if one.file.endswith("02-company-overview.md")]
    assert says in without_marks(section.markdown)
