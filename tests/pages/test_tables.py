"""Tables of the facts, as the report and the pages show them."""

from __future__ import annotations

from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model import Country, Metal
from generator.pages import tables
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
KEYS = ("status_by_metal", "status_definitions", "countries", "products", "origins")


def prose_tables(rows: tuple[dict[str, Any], ...] = ROWS, **changes: Any) -> dict[str, Any]:
    year = restated(rows=rows, **changes)
    return tables.prose_tables(year, facts_of(year))


def soup(table: str) -> BeautifulSoup:
    return BeautifulSoup(without_marks(table), "lxml")


def lines(table: str) -> list[list[str]]:
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in soup(table)("tr")
    ]


def test_keys_are_those_that_sections_may_name() -> None:
    assert tuple(prose_tables()) == KEYS


def test_status_by_metal_counts_rows_and_has_totals() -> None:
    assert lines(prose_tables()["status_by_metal"]) == [
        ["Metal", "Full Compliant", "Indeterminable", "Total"],
        ["Gold", "1", "1", "2"],
        ["Tantalum", "0", "0", "0"],
        ["Tin", "2", "0", "2"],
        ["Tungsten", "0", "0", "0"],
        ["All metals", "3", "1", "4"],
    ]


def test_countries_are_ordered_by_rows_then_by_name_and_covered_ones_are_named_so() -> None:
    assert lines(prose_tables()["countries"]) == [
        ["Country", "Gold", "Tantalum", "Tin", "Tungsten", "Total"],
        ["China", "1", "0", "1", "0", "2"],
        ["Italy", "1", "0", "0", "0", "1"],
        ["Rwanda covered country", "0", "0", "1", "0", "1"],
        ["All countries", "2", "0", "2", "0", "4"],
    ]


def test_large_numbers_have_separators() -> None:
    assert "1,200" in lines(prose_tables(tuple({"name": str(n)} for n in range(1200)))["countries"])[1]


def test_status_definitions_say_what_is_not_known() -> None:
    assert lines(prose_tables(statuses=STATUSES)["status_definitions"]) == [
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
    table = soup(prose_tables(statuses=STATUSES)["status_definitions"])
    assert [mark["class"][1] for mark in table.select("tbody .fsd-status")] == [
        "fsd-status--conformant",
        "fsd-status--active",
        "fsd-status--indeterminable",
    ]


def test_products_leave_out_columns_that_nothing_fills() -> None:
    assert lines(prose_tables()["products"]) == [["Product category"], ["Scanner appliances"]]


def test_products_with_metals_and_descriptions() -> None:
    categories = [
        {"name": "Boards", "description": "With solder", "metals": ["Tin", "Gold"]},
        {"name": "Cases"},
    ]
    assert lines(prose_tables(products__categories=categories)["products"]) == [
        ["Product category", "Description", "Metals"],
        ["Boards", "With solder", "tin and gold"],
        ["Cases", "Not stated", "Not stated"],
    ]


def test_origins_not_determined_are_a_sentence() -> None:
    assert (
        soup(prose_tables()["origins"]).get_text() == "No country of origin of the minerals was determined."
    )


def test_origins_as_a_plain_list_have_one_column() -> None:
    origins = prose_tables(origins={"countries": ["Peru", "Brazil"]})["origins"]
    assert lines(origins) == [["Country of origin"], ["Brazil"], ["Peru"]]


def test_origins_by_metal_have_the_metals() -> None:
    origins = prose_tables(origins={"by_metal": {"Tin": ["Peru"], "Gold": ["Peru", "Brazil"]}})["origins"]
    assert lines(origins) == [["Country of origin", "Metals"], ["Brazil", "gold"], ["Peru", "gold and tin"]]


@pytest.mark.parametrize("key", KEYS[:4])
def test_table_is_named_focusable_and_has_headings_with_scope(key: str) -> None:
    table = soup(prose_tables()[key])
    region = table.select_one("div.fsd-scroll[role=region][tabindex='0']")
    assert region
    assert table.find(id=region["aria-labelledby"]).name == "caption"
    assert all(heading["scope"] == "col" for heading in table.select("thead th"))
    assert all(heading["scope"] == "row" for heading in table.select("tbody th, tfoot th"))
    assert all(row.find("th") for row in table("tr"))


@pytest.mark.parametrize("key", KEYS)
def test_markdown_leaves_the_table_as_it_is(key: str) -> None:
    table = without_marks(prose_tables()[key])
    extensions = ["attr_list", "md_in_html", "tables", "abbr", "footnotes", "def_list"]
    assert "\n\n" not in table
    assert table in markdown.markdown(f"Before\n\n{table}\n\nAfter", extensions=extensions)


HOSTILE = '<script>alert("1")</script> | a | {{ x }} *b* [c](d) &amp; \n\n```\n# e'


def test_hostile_text_is_shown_and_does_nothing() -> None:
    found = prose_tables(
        ({"name": HOSTILE, "country": Country(None, HOSTILE, HOSTILE)},),
        products__categories=[{"name": HOSTILE, "description": HOSTILE}],
        origins={"countries": [HOSTILE]},
        statuses=[{"label": HOSTILE, "class": "other", "definition": HOSTILE}],
    )
    text = "\n\n".join(without_marks(table) for table in found.values())
    page = BeautifulSoup(markdown.markdown(text, extensions=["tables", "footnotes"]), "lxml")
    assert not page("script")
    assert len(page("table")) == 5
    shown = " ".join(HOSTILE.split())
    assert [" ".join(cell.get_text().split()) for cell in page.select("tbody th")].count(shown) == 4


def test_numbers_and_texts_from_data_are_marked_with_their_source() -> None:
    found = prose_tables()
    assert f"{BEGIN}facilities.of_status(Full Compliant).tin.total" in found["status_by_metal"]
    assert f"{BEGIN}facilities.tin.in(China).total" in found["countries"]
    assert f"{BEGIN}products.categories[0].name" in found["products"]


def test_counts_of_countries_are_those_of_the_facts() -> None:
    year = restated(rows=ROWS)
    counts = tables.country_counts(year)
    facts = facts_of(year)
    assert sum(country.total for country in counts) == facts.facilities.total
    assert len(counts) == facts.facilities.countries
    assert sum(c.total for c in counts if c.is_covered) == facts.facilities.in_covered_countries.total
