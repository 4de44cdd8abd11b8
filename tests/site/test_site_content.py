"""What the built site of 2021 says: the annex row by row, and every figure from the data."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bs4 import Tag

from generator.pipeline import load_year
from generator.prose.marks import BEGIN, END, MIDDLE
from tests.support.build import build_strictly
from tests.support.built_site import one, pages, text_of
from tests.support.started_year import change_yml, copy_project, read_yml

pytestmark = pytest.mark.site

HEADING_OF_FILING = {
    "metal": "Metal",
    "name": "Smelter Name",
    "country_as_filed": "Smelter Country",
    "status": "Status",
}
"""Column of the annex to its heading in the filing and in the workbook."""

BY_STATUS = {"Full Compliant": 237, "Active": 16, "Indeterminable": 45}
BY_METAL = {"Gold": 133, "Tantalum": 38, "Tin": 76, "Tungsten": 51}

TYPED = re.compile(
    r"""Rule\ 13p-1 | Act\ of\ 1934 | (?:Exhibit|Item)\ 1\.01
        | Step\ [1-5](?=:) | April\ 7,\ 2017
        | January\ 1(?=\ |,) | December\ 31(?=,)           # the calendar year, whichever
        | every\ one\ of\ the | one\ facility\ for\ one\ metal | more\ than\ one\ metal
        | one\ for\ each\ facility
        | third-party | [\d.]+\ (?:Bytes|kB)              # size of a file, whatever is in it""",
    re.VERBOSE,
)
"""Figures and number words that a person may type, because no data can change them."""

NUMBER = re.compile(
    r"""\d+(?:,\d{3})*(?:\.\d+)?%?
        | \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty-[a-z]+
          |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|half|twice|thrice
          |first|second|third)\b""",
    re.VERBOSE | re.IGNORECASE,
)

JINJA = re.compile(r"<!--.*?-->|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
FROM_DATA = re.compile(f"{BEGIN}(?!computed{MIDDLE})[^{MIDDLE}]*{MIDDLE}[^{END}]*{END}")

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def annex(site: Path) -> Tag:
    return one(pages(site)["2021/annex/"], "table#fsd-annex")


@pytest.fixture(scope="module")
def rows(annex: Tag) -> Rows:
    return annex_rows(annex)


@pytest.fixture(scope="module")
def workbook_rows(repo: Path) -> Rows:
    return rows_of_workbook(repo / "data" / "2021" / "smelters.xlsx")


def annex_rows(table: Tag) -> Rows:
    """The rows of the annex by name of the column, with the country that the filing writes."""
    assert table["data-filed"] == "capitals"
    columns = [str(heading["data-column"]) for heading in table.select("thead th[data-column]")]
    rows = []
    for row in table.select("tbody tr"):
        values = dict(zip(columns, map(text_of, row.find_all(["td", "th"], recursive=False)), strict=True))
        filed = one(row, "td[data-country]").get("data-filed", values["country"].upper())
        rows.append(values | {"country_as_filed": str(filed)})
    return rows


def rows_of_workbook(path: Path) -> Rows:
    """The rows of the workbook by heading, read without the program that is tested."""
    sheet = openpyxl.load_workbook(path)["Smelter List"]
    head, *lines = sheet.iter_rows(values_only=True)
    return [{str(name): str(cell or "") for name, cell in zip(head, line, strict=True)} for line in lines]


def as_filed(rows: Rows) -> list[tuple[str, ...]]:
    """The columns that the filing has, of rows of the annex."""
    return [tuple(row[column] for column in HEADING_OF_FILING) for row in rows]


def as_written(rows: Rows) -> list[tuple[str, ...]]:
    """The columns that the filing has, of rows under its own headings."""
    return [tuple(row[heading] for heading in HEADING_OF_FILING.values()) for row in rows]


def test_the_annex_has_298_rows(rows: Rows) -> None:
    assert len(rows) == 298


def test_the_annex_has_rows_by_status(rows: Rows) -> None:
    assert Counter(row["status"] for row in rows) == BY_STATUS


def test_the_annex_has_rows_by_metal(rows: Rows) -> None:
    assert Counter(row["metal"] for row in rows) == BY_METAL


def test_the_annex_equals_the_filing_cell_by_cell(rows: Rows, shared: Path) -> None:
    with (shared / "filing-2021" / "annex.csv").open(encoding="utf-8", newline="") as file:
        filed = list(csv.DictReader(file))
    assert list(filed[0]) == list(HEADING_OF_FILING.values())
    assert as_filed(rows) == as_written(filed)


def test_the_annex_equals_the_workbook_cell_by_cell(rows: Rows, workbook_rows: Rows) -> None:
    assert as_filed(rows) == as_written(workbook_rows)


def test_every_row_has_an_address_of_its_own(site: Path, annex: Tag) -> None:
    ids = [str(row["id"]) for row in annex.select("tbody tr")]
    on_page = Counter(tag["id"] for tag in pages(site)["2021/annex/"].find_all(id=True))
    assert len(ids) == 298
    assert [name for name in ids if on_page[name] != 1] == []


def test_the_annex_has_a_caption_and_scoped_headings(annex: Tag) -> None:
    assert "298 rows" in text_of(one(annex, "caption"))
    assert {heading.get("scope") for heading in annex.select("thead th")} == {"col"}
    assert all(len(row.select("th[scope='row']")) == 1 for row in annex.select("tbody tr"))


def test_the_legend_defines_every_status_of_the_rows(site: Path, rows: Rows) -> None:
    legend = one(pages(site)["2021/annex/"], "#fsd-status-definitions")
    defined = {text_of(heading) for heading in legend.select("tbody th")}
    assert {row["status"] for row in rows} <= defined


@pytest.mark.parametrize("page", ["2021/", "2021/report/", "2021/annex/"])
def test_totals_by_metal_and_status_count_the_rows(site: Path, rows: Rows, page: str) -> None:
    assert figures_by_metal(pages(site)[page]) == Counter((row["metal"], row["status"]) for row in rows)


@pytest.mark.parametrize("page", ["2021/", "2021/report/"])
def test_the_table_of_countries_counts_the_rows(site: Path, rows: Rows, page: str) -> None:
    assert figures_by_country(pages(site)[page]) == Counter(row["country"] for row in rows)


def figures_by_metal(tree: Tag) -> dict[tuple[str, str], int]:
    """The numbers of the table of statuses by metal: metal and status to number; no zeros, no totals."""
    table = one(tree, "#fsd-status-by-metal, .fsd-view--metal table")
    _, *statuses = map(text_of, table.select("thead th"))
    return {
        (text_of(one(row, "th")), status): first_number(cell)
        for row in table.select("tbody tr")
        for status, cell in zip(statuses, row.select("td:not(.fsd-plot)"), strict=True)
        if status != "Total" and first_number(cell)
    }


def first_number(cell: Tag) -> int:
    """The number of a cell, which may have its share beside it."""
    return int(text_of(cell).split()[0].replace(",", ""))


COVERED = re.compile(r" \(?covered country\)?$")
COUNTRY_TABLE = ":is(#fsd-countries, .fsd-view--country table)"


def figures_by_country(tree: Tag) -> dict[str, int]:
    """The totals of the table of countries, by the reader's name."""
    return {
        COVERED.sub("", text_of(one(row, "th"))): first_number(row.find_all("td")[-1])
        for row in tree.select(f"{COUNTRY_TABLE} tbody tr:not(.fsd-bars__rest)")
    }


@pytest.fixture(scope="module")
def other(repo: Path, site_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("other")
    settings = copy_project(repo, folder)
    shutil.copytree(repo / "data", folder / "data")
    year = (folder / "data" / "2021").rename(folder / "data" / "2024")
    drop_rows(year / "smelters.xlsx", OTHER_ROWS)
    change_yml(year / "disclosure.yml", **OTHER_FACTS)
    build_strictly(settings, folder / "site", site_url=site_url)
    return folder


@pytest.fixture(scope="module")
def other_rows(other: Path) -> Rows:
    return rows_of_workbook(other / "data" / "2024" / "smelters.xlsx")


@pytest.mark.parametrize("page", ["", "report/", "annex/"])
def test_no_figure_of_the_filing_remains(site: Path, other: Path, page: str) -> None:
    before = figures(one(pages(site)[f"2021/{page}"], "article"))
    after = figures(one(pages(other / "site")[f"2024/{page}"], "article"))
    assert {"298", "291"} <= before
    assert {"288", "283"} <= after
    assert before & after == set()


def test_no_fact_of_the_filer_remains_on_the_form(repo: Path, other: Path) -> None:
    stated = read_yml((repo / "data" / "2021" / "disclosure.yml").read_text(encoding="utf-8"))
    form = text_of(one(pages(other / "site")["2024/form-sd/"], ".fsd-form"))
    before = [*leaves(stated["registrant"]), stated["period"], *leaves(stated["filing"]["signatory"])]
    assert len(before) > 10
    assert [fact for fact in before if fact in form] == []


def test_tables_of_other_data_count_their_rows(other: Path, other_rows: Rows) -> None:
    report = pages(other / "site")["2024/report/"]
    assert figures_by_metal(report) == Counter((row["Metal"], row["Status"]) for row in other_rows)
    assert sum(figures_by_country(report).values()) == len(other_rows) == 288


def test_sentences_of_other_data_have_their_figures(other: Path) -> None:
    report = text_of(one(pages(other / "site")["2024/report/"], "article"))
    assert "Of nine contract makers, six returned a completed CMRT, a response rate of 66.7%" in report
    assert "None of the 288 listed facilities is located in a covered country." in report
    assert "Together, the answers name 288 facilities, in 41 countries." in report
    assert "Full Compliant: 231 of 288 (80.2%)" in report
    assert "from January 1, 2024 to December 31, 2024" in report


OTHER_ROWS = (
    ("Gold", "Alexy Metals"),
    ("Gold", "Boliden AB"),
    ("Gold", "Sellem Industries Ltd."),
    ("Tantalum", "Asaka Riken Co., Ltd."),
    ("Tantalum", "Meta Materials"),
    ("Tin", "Luna Smelter, Ltd."),
    ("Tin", "Malaysia Smelting Corporation (MSC)"),
    ("Tin", "PT Aries Kencana Sejahtera"),
    ("Tungsten", "NPP Tyazhmetprom LLC"),
    ("Tungsten", "TANIOBIS Smelting GmbH & Co. KG"),
)
"""Rows left out: some of every metal and status, five countries, two of the names under two metals."""

OTHER_FACTS = {
    "registrant": {
        "name": "Invented Devices, Inc.",
        "short_name": "Invented Devices",
        "jurisdiction": "Ohio",
        "commission_file_number": "000-00086",
        "address": {"street": "8 Invented Street", "city": "Invented City", "state": "Utah", "zip": "86860"},
        "contact": {"name": "Ina Invented", "title": "Secretary", "telephone": "(555) 555-0188"},
        "disclosure_url": "https://www.example.com/conflict-minerals",
    },
    "period": "2024",
    "filing__signed_on": "2025-05-28",
    "filing__date": "2025-05-28",
    "filing__signatory": {"name": "Ina Invented", "title": "Chief Invention Officer"},
    "survey__suppliers": "9",
    "survey__answered": "6",
    "survey__outside_covered_countries": "2",
    "survey__supplier_term": {"one": "contract maker", "many": "contract makers"},
    "control": None,
}


def drop_rows(path: Path, dropped: Collection[tuple[str, str]]) -> None:
    """Leave rows out of a workbook, by metal and name."""
    book = openpyxl.load_workbook(path)
    sheet = book["Smelter List"]
    head, *lines = sheet.iter_rows()
    metal, name = ([cell.value for cell in head].index(heading) for heading in ("Metal", "Smelter Name"))
    numbers = [line[0].row for line in lines if (line[metal].value, line[name].value) in dropped]
    assert len(numbers) == len(dropped)
    for number in reversed(numbers):
        sheet.delete_rows(number)
    book.save(path)


def figures(tree: Tag) -> set[str]:
    """Figures and number words of the prose, but for tables, filters, pictures and what may be typed."""
    prose = copy(tree)
    for element in prose.select("table, svg, form, .fsd-legend"):
        element.extract()
    return {found.lower() for found in NUMBER.findall(TYPED.sub("", text_of(prose)))}


def leaves(entries: Mapping[str, Any]) -> Iterator[str]:
    """Every text below some entries of ``disclosure.yml``."""
    for value in entries.values():
        yield from leaves(value) if isinstance(value, dict) else (value,) if value else ()


def section_files(repo: Path) -> list[Path]:
    return sorted((repo / "data").glob("*/report/*.md")) + sorted(
        (repo / "generator" / "year" / "templates" / "report").glob("*/*.md")
    )


def test_no_section_has_a_typed_figure(repo: Path) -> None:
    texts = {path: JINJA.sub("", path.read_text(encoding="utf-8")) for path in section_files(repo)}
    assert len(texts) > 20
    assert [f"{path.name}: {figure}" for path, text in texts.items() for figure in typed_figures(text)] == []


def test_every_figure_that_a_section_prints_has_its_source_in_the_data(repo: Path) -> None:
    sections = load_year(repo / "data", 2021).sections
    assert len(sections) == 10
    texts = {section.slug: re.sub("<[^>]+>", "", FROM_DATA.sub("", section.markdown)) for section in sections}
    assert [f"{slug}: {figure}" for slug, text in texts.items() for figure in typed_figures(text)] == []


def typed_figures(text: str) -> list[str]:
    return NUMBER.findall(TYPED.sub("", text))


@pytest.mark.parametrize("text", ["all 7 of them", "seven answers", "79.5%", "Exhibit 1.02", "a dozen"])
def test_a_typed_figure_is_noticed(text: str) -> None:
    assert len(typed_figures(text)) == 1
