"""The annex page, its finder and its facility list."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.model import KNOWN_COLUMNS, ColumnName, Country, Metal
from generator.pages import annex_page as annex
from generator.pages.page import Page
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END
from tests.support.annex_page import cells, finder, html, options, table
from tests.support.filing import restated

ALL_COLUMNS = [name for name in KNOWN_COLUMNS if name != "list"]
FULL: dict[str, Any] = {
    "name": "Full Works",
    "cid": "CID000001",
    "city": "Seoul",
    "state": "Seoul-si",
    "status_as_of": dt.date(2022, 1, 2),
    "recycled": True,
    "footnote": "A note.",
    "country": Country("KR", "KOREA, REPUBLIC OF", "South Korea"),
}
"""A row with a value in every column."""
KOREA = Country("KR", "KOREA, REPUBLIC OF", "South Korea")


def annex_page(*rows: dict[str, Any], **changes: Any) -> Page:
    year = restated(rows=rows, **changes)
    return annex.render(year, facts_of(year))


def headings(page: Page) -> list[str]:
    return [heading.get_text() for heading in table(page).select("thead th")]


def in_documents(page: Page) -> list[list[str]]:
    """Headings and cells of the list as the documents of the filing have it."""
    found = BeautifulSoup(page.in_documents[annex.PLACEHOLDER], "lxml").select(".fsd-annex tr")
    return [[cell.get_text() for cell in row(["th", "td"])] for row in found]


def test_the_page_begins_with_name_and_status_and_the_documents_are_as_the_filer_orders_them() -> None:
    columns = ["cid", "status", "country", "name", "metal"]
    page = annex_page({"country": KOREA, "metal": Metal.TIN, "cid": "CID000001"}, annex__columns=columns)
    assert headings(page) == ["Smelter or refiner", "Status", "Metal", "Country", "Smelter ID (CID)"]
    assert cells(page) == [["8853 S.p.A.", "Full Compliant", "Tin", "South Korea", "CID000001"]]
    assert in_documents(page) == [
        ["Smelter ID (CID)", "Status", "Country", "Smelter or refiner", "Metal"],
        ["CID000001", "Full Compliant", "South Korea", "8853 S.p.A.", "Tin"],
    ]


@pytest.mark.parametrize("columns", [["country_as_filed"], ["country_as_filed", "country"]])
def test_the_page_has_one_country_under_the_readers_name_and_documents_the_one_as_filed(
    columns: list[ColumnName],
) -> None:
    page = annex_page({"country": KOREA}, annex__columns=["metal", "name", *columns])
    assert headings(page) == ["Smelter or refiner", "Metal", "Country"]
    assert cells(page) == [["8853 S.p.A.", "Gold", "South Korea"]]
    assert in_documents(page) == [
        ["Metal", "Smelter or refiner", "Country as filed"],
        ["Gold", "8853 S.p.A.", "KOREA, REPUBLIC OF"],
    ]


def test_a_filer_with_one_column_of_countries_has_its_heading_on_the_page_too() -> None:
    own = {"country_as_filed": "Smelter Country"}
    page = annex_page({}, annex__columns=["name", "country_as_filed"], annex__headings=own)
    assert headings(page) == ["Smelter or refiner", "Smelter Country"]


@pytest.mark.parametrize(
    ("filed", "shown", "held", "is_marked"),
    [
        ("ITALY", "Italy", None, False),
        ("Viet  Nam", "Vietnam", "Viet  Nam", False),
        ("KOREA, REPUBLIC OF", "South Korea", "KOREA, REPUBLIC OF", True),
        ("Italy", "Italy", None, False),
    ],
)
def test_a_cell_holds_the_country_as_filed_and_says_where_it_is_another_word(
    filed: str, shown: str, held: str | None, is_marked: bool
) -> None:
    page = annex_page({"country": Country("XX", filed, shown)}, annex__columns=["name", "country"])
    (cell,) = table(page).select("tbody [data-country]")
    assert (cell.get_text(), cell.get("data-filed")) == (shown, held)
    assert ("fsd-filed" in cell.get("class", [])) is is_marked


def test_a_list_filed_in_capitals_says_so_once() -> None:
    def filed(*countries: Country) -> tuple[str, list[str | None]]:
        rows = [{"name": f"Works {n}", "country": country} for n, country in enumerate(countries)]
        found = table(annex_page(*rows, annex__columns=["name", "country"]))
        cells = found.select("tbody [data-country]")
        return str(found.select_one("table")["data-filed"]), [cell.get("data-filed") for cell in cells]

    italy, loud_italy = Country("IT", "Italy", "Italy"), Country("IT", "ITALY", "Italy")
    peru, loud_peru = Country("PE", "Peru", "Peru"), Country("PE", "PERU", "Peru")
    assert filed(loud_italy, loud_peru, italy, KOREA) == ("capitals", [None, None, "Italy", KOREA.filed])
    assert filed(italy, peru, loud_italy) == ("as-shown", [None, None, "ITALY"])


def test_every_column_has_its_heading_and_value() -> None:
    page = annex_page(FULL, annex__columns=ALL_COLUMNS)
    assert dict(zip(headings(page), cells(page)[0], strict=True)) == {
        "Smelter ID (CID)": "CID000001",
        "Metal": "Gold",
        "Smelter or refiner": "Full Works",
        "Country": "South Korea",
        "City": "Seoul",
        "State or province": "Seoul-si",
        "Status": "Full Compliant",
        "Status as of": "January 2, 2022",
        "Recycled or scrap": "Yes",
        "Note": "1",
    }


def test_what_is_not_known_is_an_empty_cell() -> None:
    rows = ({"status": 1, "country": Country(None, "Unknown", "Unknown")}, FULL)
    page = annex_page(*rows, annex__columns=ALL_COLUMNS)
    shown = dict(zip(columns_of(page), cells(page)[0], strict=True))
    assert [column for column, value in shown.items() if not value] == [
        "cid",
        "city",
        "state",
        "status_as_of",
        "recycled",
        "footnote",
    ]


def columns_of(page: Page) -> list[str]:
    return [str(heading["data-column"]) for heading in table(page).select("thead th")]


@pytest.mark.parametrize(("value", "shown"), [(True, "Yes"), (False, "No"), (None, "")])
def test_recycled_is_yes_no_or_empty(value: bool | None, shown: str) -> None:
    columns = ["metal", "name", "country", "status", "recycled"]
    page = annex_page({"recycled": value}, {"recycled": True}, annex__columns=columns)
    assert cells(page)[0][4] == shown


def test_date_of_the_list_stands_for_a_row_without_its_own() -> None:
    page = annex_page({}, annex__columns=["metal", "name", "country", "status", "status_as_of"])
    assert cells(page)[0][4] == "March 1, 2022"


def test_row_has_its_address_and_its_cells_what_facets_ask_for() -> None:
    statuses = [
        {"label": label, "class": "not_conformant", "definition": "Invented."} for label in ("No", "Never")
    ]
    given = {"anchor": "CID000001", "country": KOREA, "status": 1}
    (row,) = table(annex_page(given, statuses=statuses)).select("tbody tr")
    assert row["id"] == "CID000001"
    found = row.select("[data-metal], [data-country], [data-status]")
    assert [
        (cell.get("data-metal"), cell.get("data-country"), cell.get("data-status")) for cell in found
    ] == [
        (None, None, "1"),
        ("gold", None, None),
        (None, "", None),
    ]
    assert [cell.get_text() for cell in found] == ["Never", "Gold", "South Korea"]
    assert [cell.get("data-label") for cell in found] == [None, None, None]


def test_cells_say_a_heading_that_is_not_the_usual_one() -> None:
    page = annex_page({"country": KOREA}, annex__headings={"country": "Where it stands", "metal": "Mineral"})
    labels = [cell.get("data-label") for cell in table(page).select("tbody td")]
    assert {"Where it stands", "Mineral"} <= set(labels)
    assert "Status" not in labels


def test_the_first_row_of_a_metal_and_of_a_country_has_an_address_for_them() -> None:
    rows = ({"name": "A"}, {"name": "B", "country": KOREA}, {"name": "C", "metal": Metal.TIN})
    found = table(annex_page(*rows)).select("tbody td[id]")
    assert [(cell["id"], cell.parent.th.get_text()) for cell in found] == [
        ("metal-gold", "A"),
        ("country-it", "A"),
        ("country-kr", "B"),
        ("metal-tin", "C"),
    ]


def test_code_of_the_country_stands_where_its_name_for_readers_is() -> None:
    columns = ["metal", "name", "country_as_filed", "country", "status"]
    (cell,) = table(annex_page({"country": KOREA}, annex__columns=columns)).select("tbody [data-country]")
    assert cell.get_text() == "South Korea"


def test_name_holds_what_a_row_is_found_by_and_no_column_shows() -> None:
    row = {
        "aliases": ("Invented Works", "IW & Co."),
        "country": KOREA,
        "cid": "CID000001",
        "city": "Onsan",
        "recycled": False,
        "status_as_of": dt.date(2020, 12, 31),
    }
    (name,) = table(annex_page(row)).select("tbody th")
    assert {key: value for key, value in name.attrs.items() if key.startswith("data-")} == {
        "data-alias": "Invented Works, IW & Co.",
        "data-cid": "CID000001",
        "data-city": "Onsan",
        "data-recycled": "no",
        "data-changed": "2020",
    }
    assert name.get_text() == "8853 S.p.A."
    parts = [
        (one["data-put"], str(one.dt.string))
        for one in table(annex_page(row)).find_all(attrs={"data-put": True})
    ]
    assert parts == [
        ("alias", "Other names"),
        ("filed", "Country as filed"),
        ("cid", "Smelter ID (CID)"),
        ("city", "City"),
    ]


def test_name_holds_nothing_that_a_column_shows() -> None:
    row = {"country": KOREA, "cid": "CID000001", "city": "Onsan", "state": "Ulsan-si"}
    name, _ = table(annex_page(row, FULL, annex__columns=ALL_COLUMNS)).select("tbody th")
    assert set(name.attrs) == {"scope", "role"}


def test_parts_of_the_table_have_their_roles() -> None:
    found = table(annex_page({}, {})).table
    assert {(part.name, part["role"]) for part in found.find_all(role=True)} == {
        ("thead", "rowgroup"),
        ("tbody", "rowgroup"),
        ("tr", "row"),
        ("th", "columnheader"),
        ("th", "rowheader"),
        ("td", "cell"),
    }
    assert found["role"] == "table"
    assert not found.select(":is(thead, tbody, tr, th, td):not([role])")


def test_rows_stand_in_groups_of_fifty() -> None:
    bodies = table(annex_page(*[{}] * 120)).select("tbody")
    assert [len(body.select("tr")) for body in bodies] == [25, 25, 25, 25, 20]


def test_name_heads_its_row_and_status_has_its_marker() -> None:
    (row,) = table(annex_page({})).select("tbody tr")
    assert row.find("th", scope="row").get_text() == "8853 S.p.A."
    assert row.select_one("td > span.fsd-status.fsd-status--conformant").get_text() == "Full Compliant"


def test_table_is_named_focusable_and_left_out_of_the_search() -> None:
    found = table(annex_page({}, {"name": "Other Works"}))
    region = found.select_one("div[role=region][tabindex='0']")
    caption = found.find(id=region["aria-labelledby"])
    assert caption.get_text() == "Annex I – Smelter list: 2 rows, one for each facility and metal"
    assert found.table.has_attr("data-search-exclude")
    assert all(heading["scope"] == "col" for heading in found.select("thead th"))


def test_cells_are_parted_by_white_space() -> None:
    assert "8853 S.p.A. Full Compliant Gold Italy" in " ".join(table(annex_page({})).get_text().split())


def test_same_footnote_has_one_number_and_leads_back_to_its_rows() -> None:
    rows = [
        {"name": "A", "footnote": "Second list."},
        {"name": "B"},
        {"name": "C", "footnote": "Closed."},
        {"name": "D", "footnote": "Second list."},
    ]
    page = annex_page(*rows, annex__columns=["metal", "name", "country", "status", "footnote"])
    assert [row[4] for row in cells(page)] == ["1", "", "2", "1"]
    notes = table(page).select("ol.fsd-notes li")
    assert [" ".join(note.get_text().split()) for note in notes] == ["Second list. (A, D)", "Closed. (C)"]
    links = table(page).select(".fsd-note-mark, .fsd-notes a")
    assert all(table(page).find(id=str(link["href"]).removeprefix("#")) for link in links)


def test_note_of_many_rows_gives_their_number() -> None:
    rows = [{"footnote": "Closed."}] * 6
    page = annex_page(*rows, annex__columns=["metal", "name", "country", "status", "footnote"])
    assert table(page).select_one(".fsd-notes__rows").get_text() == "(6 rows)"


def test_footnotes_that_no_column_shows_are_left_out() -> None:
    assert "Closed." not in annex_page({"footnote": "Closed."}).inserts[annex.PLACEHOLDER]


def test_facets_of_metal_and_status_are_complete_without_scripts() -> None:
    page = annex_page({}, {"metal": Metal.TIN, "status": 1}, {"metal": Metal.TIN})
    assert options(page, "metal") == [("gold", "Gold", "1"), ("tin", "Tin", "2")]
    assert options(page, "status") == [
        ("full-compliant", "Full Compliant", "2"),
        ("indeterminable", "Indeterminable", "1"),
    ]
    assert [legend.get_text() for legend in finder(page)("legend")] == ["Status", "Metal", "Country"]


def test_countries_have_their_counts_from_the_start_and_need_the_script() -> None:
    page = annex_page({}, {"country": KOREA}, {"country": KOREA}, {"country": None})
    assert options(page, "country") == [
        ("KR", "South Korea", "2"), ("IT", "Italy", "1"), ("not-stated", "Not stated", "1"),
    ]  # fmt: skip
    (place,) = finder(page).select("[data-facet='country']")
    assert (place["data-of"], place["data-cell"], place["class"]) == ("data-country", "3", ["fsd-by-script"])


def test_many_countries_have_a_box_to_find_one() -> None:
    few, many = ([{"country": Country(f"A{n}", f"A{n}", f"A{n}")} for n in range(end)] for end in (8, 9))
    assert not finder(annex_page(*few)).select(".fsd-facet__find")
    assert len(finder(annex_page(*many)).select(".fsd-facet__long > label")) == 9


def test_facets_say_which_cell_of_a_row_decides() -> None:
    rows = ({**FULL, "recycled": True}, {**FULL, "recycled": False})
    page = annex_page(*rows, annex__columns=ALL_COLUMNS)
    row, _ = table(page).select("tbody tr")
    for facet in finder(page).select("[data-facet]"):
        cell = row.find_all(["th", "td"])[int(facet["data-cell"])]
        assert cell.has_attr(facet["data-of"]), facet["data-facet"]


LISTS = [
    {"label": "Yes", "class": "conformant", "definition": "-", "list": "First list"},
    {"label": "Soon", "class": "active", "definition": "-", "list": "Second list"},
    {"label": "Later", "class": "active", "definition": "-", "list": "Second list"},
    {"label": "Open", "class": "indeterminable", "definition": "-"},
]


def test_facet_of_lists_is_there_where_it_says_more_than_the_status() -> None:
    rows = [{"status": number} for number in (0, 1, 2, 2, 3)]
    page = annex_page(*rows, statuses=LISTS)
    assert options(page, "list") == [("first-list", "First list", "1"), ("second-list", "Second list", "3")]
    assert [box.get("data-keys") for box in finder(page).select("input[name='list']")] == ["0", "1 2"]
    assert options(annex_page(*rows[:2], statuses=LISTS[:2]), "list") == []


def test_facets_of_scrap_and_years_are_there_where_rows_differ() -> None:
    rows = [
        {"recycled": True, "status_as_of": dt.date(2021, 1, 2)},
        {"recycled": None, "status_as_of": dt.date(2020, 1, 2)},
        {"recycled": None, "status_as_of": dt.date(2021, 3, 4)},
    ]
    page = annex_page(*rows)
    assert options(page, "recycled") == [("yes", "Yes", "1"), ("unknown", "Unknown", "2")]
    assert options(page, "changed") == [("2021", "2021", "2"), ("2020", "2020", "1")]
    summaries = finder(page).select("form summary")
    assert [one.get_text() for one in summaries] == ["Recycled or scrap", "Year of the status"]
    assert options(annex_page(*rows[1:2]), "recycled") == []
    assert options(annex_page(*rows[:1]), "changed") == []


@pytest.mark.parametrize(
    ("rows", "statuses", "by_style"), [(500, 10, True), (501, 10, False), (1, 11, False)]
)
def test_a_short_list_filters_without_scripts(rows: int, statuses: int, by_style: bool) -> None:
    vocabulary = [{"label": f"Status {n}", "class": "other", "definition": "-"} for n in range(statuses)]
    page = annex_page(*[{}] * rows, statuses=vocabulary)
    assert bool(table(page).select_one(".fsd-list--by-style")) is by_style


def test_styles_have_a_rule_for_each_metal_and_status_that_filters_without_scripts(repo: Path) -> None:
    style = (repo / "site_overrides/assets/stylesheets/annex-plain.css").read_text(encoding="utf-8")
    for number in range(10):
        assert f'[data-keys="{number}"]:checked)) tr:has([data-status="{number}"])' in style
    for metal in Metal:
        assert f'[value="{metal.lower()}"]:checked)) tr:has([data-metal="{metal.lower()}"])' in style


@pytest.mark.parametrize(("rows", "said"), [(1, "1 row"), (2, "2 rows"), (1200, "1,200 rows")])
def test_finder_says_how_many_rows_there_are(rows: int, said: str) -> None:
    (count,) = finder(annex_page(*[{}] * rows)).select(".fsd-finder__count")
    assert count.get_text() == said


def test_what_explains_the_list_and_the_line_to_cite_stand_below_it() -> None:
    text = annex_page({}).markdown
    parts = (annex.PLACEHOLDER, "## What the statuses mean", "## Totals", "<!-- formsd:cite -->")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_list_without_rows_has_no_finder() -> None:
    assert not table(annex_page()).select(".fsd-finder, .fsd-list")
    assert cells(annex_page()) == []


def test_finder_is_named_and_left_out_of_the_search() -> None:
    found = finder(annex_page({}))
    form, search = found.form, found.find(role="search")
    assert form.has_attr("data-search-exclude")
    assert search.has_attr("data-search-exclude")
    assert (search["aria-label"], form["aria-label"]) == ("Find in the list", "Filters")
    box = search.select_one("input[type='search']")
    assert search.find("label", attrs={"for": box["id"]})
    assert box["form"] == form["id"]
    assert [one["popovertarget"] for one in found.select("button[popovertarget]")] == [form["id"]] * 3
    lines = [line["class"] for line in search.find_all(role="status")]
    assert lines == [["fsd-finder__note"], ["fsd-finder__live", "fsd-unseen"]]


def test_finder_and_table_are_one_block_for_markdown() -> None:
    assert "\n\n" not in annex_page({"recycled": True}, {}).inserts[annex.PLACEHOLDER]


def test_the_list_comes_first_then_meanings_and_totals() -> None:
    tables = [found["id"] for found in html(annex_page({})).select("table")]
    assert tables == ["fsd-annex", "fsd-status-definitions", "fsd-status-by-metal"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"name": "A"}], "1 row, one for each facility and metal; in 1 country."),
        ([{"name": "A", "country": None}], "1 row, one for each facility and metal."),
        (
            [{"name": "A"}, {"name": "A", "metal": Metal.TIN}, {"name": "B", "country": KOREA}],
            "3 rows, one for each facility and metal; 2 distinct names in 2 countries.",
        ),
    ],
)
def test_one_line_above_the_list_says_how_much_there_is(rows: list[dict[str, Any]], said: str) -> None:
    line = html(annex_page(*rows)).select_one("p.fsd-annex-lede")
    assert " ".join(line.get_text().split()).startswith(said)


def test_unit_of_counting_is_said() -> None:
    rows = [{"name": "A"}, {"name": "A", "metal": Metal.TIN}, {"name": "B"}]
    assert (
        "Each row of the list is one facility for one metal. The three rows have two distinct facility names;"
        " one of them stands under more than one metal."
    ) in " ".join(html(annex_page(*rows)).get_text().split())


def test_addresses_of_the_list_and_of_the_meanings_are_there() -> None:
    found = html(annex_page({}))
    assert found.select_one("div#facilities .fsd-annex")
    assert found.find("a", href="#what-the-statuses-mean")
    assert found.find("h2", id="what-the-statuses-mean")


def test_large_table_scrolls_in_its_own_box() -> None:
    assert table(annex_page({})).select_one(".fsd-scroll--tall")
    assert table(annex_page(FULL, annex__columns=ALL_COLUMNS)).select_one(".fsd-scroll--large")


def test_meta_says_what_the_theme_needs() -> None:
    assert annex_page({}).meta.as_data() == {
        "title": "2021 annex: smelters and refiners",
        "description": "Smelters and refiners that Qualys, Inc. lists for 2021, with metal, country and"
        " status: 1 row, one for each facility and metal.",
        "year": 2021,
        "state": "final",
        "kind": "annex",
    }


def test_published_text_has_no_marks() -> None:
    page = annex_page({"footnote": "A note."}, annex__columns=ALL_COLUMNS)
    assert not {BEGIN, END} & set(page.complete)


NAMES = (
    "<script>alert(1)</script>",
    "</th></tr></table>",
    '" onmouseover="alert(1)',
    "| a | b |",
    "{{ x }} {% y %}",
    "=HYPERLINK(1)",
    "x" * 400,
    "شركة الذهب",
    "金属株式会社",
    "A & B &amp; C",
    "NA",
    annex.PLACEHOLDER,
)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_is_shown_as_it_is(name: str) -> None:
    row = {
        "name": name,
        "country": Country(None, name, name),
        "city": name,
        "state": name,
        "footnote": name,
        "cid": name,
        "aliases": (name,),
        "status_as_of": dt.date(2022, 1, 2),
        "recycled": True,
    }
    statuses = [{"label": name, "class": "other", "definition": name, "list": name}]
    page = annex_page(row, annex__columns=ALL_COLUMNS, annex__title=name, statuses=statuses)
    found = html(page)
    shown = dict(zip(columns_of(page), cells(page)[0], strict=True))
    assert [shown[c] for c in ("cid", "name", "country", "city", "state", "status")] == [name] * 6
    assert found.h1.get_text() == name
    assert not found("script")
    assert not found.select("[onmouseover]")
    assert len(found("table")) == 3
    assert len(found.select("#fsd-annex tbody tr")) == 1
    assert found.select_one("#fsd-annex tbody th")["data-alias"] == name
    assert options(page, "status")[0][1] == name


def test_list_of_the_2021_filing_is_shown_cell_by_cell(shared: Path) -> None:
    with (shared / "filing-2021" / "annex.csv").open(encoding="utf-8-sig", newline="") as file:
        filed = [list(row.values()) for row in csv.DictReader(file)]
    labels = ["Full Compliant", "Active", "Indeterminable"]
    classes = ["conformant", "active", "indeterminable"]
    statuses = [
        {"label": label, "class": name, "definition": "-"}
        for label, name in zip(labels, classes, strict=True)
    ]
    rows = [
        {"metal": Metal(metal), "name": name, "country": Country(None, country, country)}
        | {"status": labels.index(status)}
        for metal, name, country, status in filed
    ]
    page = annex_page(*rows, statuses=statuses)
    assert in_documents(page)[1:] == filed
    assert cells(page) == [[name, status, metal, country] for metal, name, country, status in filed]
