"""Tables of the facts, as the report and the pages show them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model import Country, Metal
from generator.pages.country_counts import country_counts
from generator.pages.tables.prose_tables import prose_tables
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, without_marks
from tests.support.filing import restated

CHINA = Country("CN", "CHINA", "China")
RWANDA = Country("RW", "RWANDA", "Rwanda")
ROWS: tuple[dict[str, Any], ...] = (
    {"name": "A"},
    {"name": "B", "country": CHINA, "status": 1},
    {"name": "C", "country": CHINA, "metal": Metal.TIN},
    {"name": "D", "country": RWANDA, "metal": Metal.TIN},
)
KEYS = ("status_by_metal", "status_definitions", "countries", "programmes", "products", "origins")
GIVEN = tuple(key for key in KEYS if key != "programmes")
"""Those that the filing of the tests gives."""


def tables_of(rows: tuple[dict[str, Any], ...] = ROWS, **changes: Any) -> dict[str, Any]:
    year = restated(rows=rows, **changes)
    return prose_tables(year, facts_of(year))


def soup(table: str) -> BeautifulSoup:
    return BeautifulSoup(without_marks(table), "lxml")


def lines(table: str) -> list[list[str]]:
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in soup(table)("tr")
    ]


def test_keys_are_those_that_sections_may_name() -> None:
    assert tuple(tables_of()) == KEYS


def test_status_by_metal_counts_rows_and_has_totals() -> None:
    assert lines(tables_of()["status_by_metal"]) == [
        ["Metal", "Full Compliant", "Indeterminable", "Total"],
        ["Gold", "1", "1", "2"],
        ["Tin", "2", "0", "2"],
        ["All metals", "3", "1", "4"],
    ]


def test_countries_are_ordered_by_rows_then_by_name_and_covered_ones_are_named_so() -> None:
    assert lines(tables_of()["countries"]) == [
        ["Country", "Gold", "Tin", "Total"],
        ["China", "1", "1", "2"],
        ["Italy", "1", "0", "1"],
        ["Rwanda (covered country)", "0", "1", "1"],
        ["All countries", "2", "2", "4"],
    ]


def test_large_numbers_have_separators() -> None:
    assert "1,200" in lines(tables_of(tuple({"name": str(n)} for n in range(1200)))["countries"])[1]


def test_status_definitions_say_what_is_not_known() -> None:
    assert lines(tables_of(statuses=STATUSES)["status_definitions"]) == [
        ["Status", "Definition", "List that decides", "List as of"],
        ["Full Compliant", "On the list.", "The list", "March 1, 2022"],
        ["Active", "On the way.", "The other list", "Not stated"],
        ["Indeterminable", "On no list.", "No list", "No list"],
    ]


STATUSES = [
    {"label": "Full Compliant", "class": "conformant", "definition": "On the list.", "list": "The list"}
    | {"as_of": "2022-03-01"},
    {"label": "Active", "class": "active", "definition": "On the way.", "list": "The other list"},
    {"label": "Indeterminable", "class": "indeterminable", "definition": "On no list."},
]


def test_statuses_have_a_marker_of_their_class() -> None:
    table = soup(tables_of(statuses=STATUSES)["status_definitions"])
    assert [mark["class"][1] for mark in table.select("tbody .fsd-status")] == [
        "fsd-status--conformant",
        "fsd-status--active",
        "fsd-status--indeterminable",
    ]


def test_products_leave_out_columns_that_nothing_fills() -> None:
    assert lines(tables_of()["products"]) == [["Product category"], ["Scanner appliances"]]


def test_products_with_metals_and_descriptions() -> None:
    categories = [
        {"name": "Boards", "description": "With solder", "metals": ["Tin", "Gold"]},
        {"name": "Cases"},
    ]
    assert lines(tables_of(products__categories=categories)["products"]) == [
        ["Product category", "Description", "Metals"],
        ["Boards", "With solder", "tin and gold"],
        ["Cases", "Not stated", "Not stated"],
    ]


def test_origins_not_determined_are_a_sentence() -> None:
    told = tables_of(origins={"determined": "no"})["origins"]
    assert soup(told).get_text() == "No country of origin of the minerals was determined."


def test_a_restated_filing_that_is_silent_on_origins_is_not_said_to_have_determined_none() -> None:
    told = soup(tables_of()["origins"]).get_text()
    assert told == "The filing names no country of origin of the minerals."


def test_origins_as_a_plain_list_have_one_column() -> None:
    origins = tables_of(origins={"countries": ["Peru", "Brazil"]})["origins"]
    assert lines(origins) == [["Country of origin"], ["Brazil"], ["Peru"]]


def test_origins_by_metal_have_the_metals() -> None:
    origins = tables_of(origins={"by_metal": {"Tin": ["Peru"], "Gold": ["Peru", "Brazil"]}})["origins"]
    assert lines(origins) == [
        ["Country of origin", "Gold", "Tin"],
        ["Brazil", "Yes", ""],
        ["Peru", "Yes", "Yes"],
    ]


@pytest.mark.parametrize("key", GIVEN[:4])
def test_table_is_named_focusable_and_has_headings_with_scope(key: str) -> None:
    table = soup(tables_of()[key])
    region = table.select_one("div.fsd-scroll[role=region][tabindex='0']")
    assert region
    assert table.find(id=region["aria-labelledby"]).name == "caption"
    assert all(heading["scope"] == "col" for heading in table.select("thead th"))
    assert all(heading["scope"] == "row" for heading in table.select("tbody th, tfoot th"))
    assert all(row.find("th") for row in table("tr"))


@pytest.mark.parametrize("key", GIVEN)
def test_markdown_leaves_the_table_as_it_is(key: str) -> None:
    table = without_marks(tables_of()[key])
    extensions = ["attr_list", "md_in_html", "tables", "abbr", "footnotes", "def_list"]
    assert "\n\n" not in table
    assert table in markdown.markdown(f"Before\n\n{table}\n\nAfter", extensions=extensions)


HOSTILE = '<script>alert("1")</script> | a | {{ x }} *b* [c](d) &amp; \n\n```\n# e'


def test_hostile_text_is_shown_and_does_nothing() -> None:
    found = tables_of(
        ({"name": HOSTILE, "country": Country(None, HOSTILE, HOSTILE)},),
        products__categories=[{"name": HOSTILE, "description": HOSTILE}],
        origins={"countries": [HOSTILE]},
        statuses=[{"label": HOSTILE, "class": "other", "definition": HOSTILE}],
    )
    text = "\n\n".join(without_marks(table) for table in found.values() if table)
    page = BeautifulSoup(markdown.markdown(text, extensions=["tables", "footnotes"]), "lxml")
    assert not page("script")
    assert len(page("table")) == 5
    shown = " ".join(HOSTILE.split())
    told = [" ".join(cell.get_text().split()) for cell in page.select("tbody th")]
    assert (told.count(shown), sum(text.startswith(shown) for text in told)) == (3, 4)


def test_numbers_and_texts_from_data_are_marked_with_their_source() -> None:
    found = tables_of()
    assert f"{BEGIN}facilities.of_status(Full Compliant).tin.total" in found["status_by_metal"]
    assert f"{BEGIN}facilities.tin.in(China).total" in found["countries"]
    assert f"{BEGIN}products.categories[0].name" in found["products"]


def test_counts_of_countries_are_those_of_the_facts() -> None:
    year = restated(rows=ROWS)
    counts = country_counts(year)
    facts = facts_of(year)
    assert sum(country.total for country in counts) == facts.facilities.total
    assert len(counts) == facts.facilities.countries
    assert sum(c.total for c in counts if c.is_covered) == facts.facilities.in_covered_countries.total


def test_what_the_filing_does_not_give_has_no_table() -> None:
    found = tables_of((), annex=None, statuses=[], products=None)
    assert [key for key, table in found.items() if table] == ["origins"]


def test_a_list_without_countries_has_no_table_of_them() -> None:
    assert tables_of(({"country": None},))["countries"] is None


def test_rows_without_a_country_have_a_line_of_their_own() -> None:
    assert lines(tables_of(({}, {"country": None}, {"country": None, "metal": Metal.TIN}))["countries"]) == [
        ["Country", "Gold", "Tin", "Total"],
        ["Italy", "1", "0", "1"],
        ["No country given", "1", "1", "2"],
        ["All facilities", "2", "1", "3"],
    ]


def test_a_country_name_that_is_not_recognised_is_told_beside_it() -> None:
    found = tables_of(({}, {"country": Country(None, "Atlantis", "Atlantis")}))["countries"]
    assert found is not None
    assert "Atlantis" in found
    assert "name not recognised" in found
    counts = country_counts(restated(rows=({}, {"country": Country(None, "Atlantis", "Atlantis")})))
    assert [str(count.name) for count in counts if not count.is_recognised] == ["Atlantis"]


def with_statuses(*statuses: int | None, **changes: Any) -> dict[str, Any]:
    """The tables of gold rows with these statuses of the vocabulary; None: no status."""
    year = restated(rows=tuple({"status": status or 0} for status in statuses), **changes)
    rows = zip(year.smelters, statuses, strict=True)
    year = replace(year, smelters=tuple(r if s is not None else replace(r, status=None) for r, s in rows))
    return prose_tables(year, facts_of(year))


def test_rows_without_a_status_have_a_column_of_their_own() -> None:
    assert lines(with_statuses(0, 1, None)["status_by_metal"]) == [
        ["Metal", "Full Compliant", "Indeterminable", "No status given", "Total"],
        ["Gold", "1", "1", "1", "3"],
        ["All metals", "1", "1", "1", "3"],
    ]


def test_a_list_without_statuses_is_counted_by_metal() -> None:
    assert lines(with_statuses(None, None)["status_by_metal"]) == [
        ["Metal", "Total"],
        ["Gold", "2"],
        ["All metals", "2"],
    ]


def test_statuses_that_the_filing_counts_stand_beside_a_list_without_them() -> None:
    counts = {"unit": "eligible SORs", "total": 9, "by_status": {"Full Compliant": 8, "Indeterminable": 1}}
    found = with_statuses(None, None, counts=counts)["status_by_metal"]
    assert lines(found)[3:] == [
        ["Status", "Number"],
        ["Full Compliant", "8 88.9%"],
        ["Indeterminable", "1 11.1%"],
        ["Total", "9"],
    ]
    assert "Eligible SORs by status, as the filing states them; shares of the total are computed" in found


COUNTS = {
    "unit": "known SORs",
    "total": 99,
    "by_metal": {"Gold": 55, "Tantalum": 0, "Tin": 44},
    "by_metal_and_status": {"Gold": {"Full Compliant": 55}, "Tin": {"Full Compliant": 42}},
    "by_programme": {"RMAP": 90, "<b>|LBMA": 4},
}


def test_counts_without_a_list_are_shown_as_they_are_stated() -> None:
    found = tables_of((), annex=None, counts=COUNTS)
    assert lines(found["status_by_metal"]) == [
        ["Metal", "Full Compliant", "Total"],
        ["Gold", "55", "55"],
        ["Tantalum", "", "0"],
        ["Tin", "42", "44"],
        ["All metals", "", "99"],
    ]
    assert "Known SORs by metal and status, as the filing states them" in found["status_by_metal"]
    assert lines(found["programmes"]) == [["Program", "Number"], ["RMAP", "90"], ["<b>|LBMA", "4"]]


def test_a_status_that_is_stated_over_all_metals_only_has_a_table_of_its_own() -> None:
    crossed = {"by_status": {"Indeterminable": 4}, "by_metal_and_status": {"Tin": {"Full Compliant": 42}}}
    found = tables_of((), annex=None, counts=crossed)["status_by_metal"]
    assert lines(found) == [
        ["Metal", "Full Compliant"],
        ["Tin", "42"],
        ["Status", "Number"],
        ["Indeterminable", "4"],
    ]


def test_definitions_leave_out_columns_that_nothing_fills() -> None:
    statuses = [
        {"label": "A", "class": "active"},
        {"label": "B", "class": "other", "definition": "Invented."},
    ]
    assert lines(tables_of(statuses=statuses)["status_definitions"]) == [
        ["Status", "Definition"],
        ["A", ""],
        ["B", "Invented."],
    ]


def test_definitions_say_nothing_of_dates_where_no_list_has_one() -> None:
    statuses = [
        {"label": "A", "class": "active", "list": "An invented list"},
        {"label": "B", "class": "other"},
    ]
    assert lines(tables_of(statuses=statuses)["status_definitions"]) == [
        ["Status", "List that decides"],
        ["A", "An invented list"],
        ["B", "No list"],
    ]


def test_definitions_have_the_signs_and_the_dates_without_a_list() -> None:
    statuses = [
        {"label": "A", "class": "active", "mark": "**", "as_of": "2022-03-01"},
        {"label": "B", "class": "other", "mark": "bold", "as_of": "2022-03-01"},
        {"label": "C", "class": "other", "mark": "unmarked", "as_of": "2022-03-01"},
    ]
    assert lines(tables_of(statuses=statuses)["status_definitions"]) == [
        ["Status", "Sign in the list", "As of"],
        ["A", "**", "March 1, 2022"],
        ["B", "Bold letters", "March 1, 2022"],
        ["C", "No sign", "March 1, 2022"],
    ]
