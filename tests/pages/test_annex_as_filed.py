"""The annex of filers who show lists in other ways: every cell as filed, nothing that they do not give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.model import (
    CellRef,
    Country,
    Disclosure,
    FacilityList,
    Metal,
    OtherMineral,
    Smelter,
    is_conflict_mineral,
)
from generator.pages import annex_page as annex
from generator.pages.page import Page
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END
from tests.support.annex_page import cells, description, html, options, table
from tests.support.filing import restated

JAPAN = Country("JP", "JAPAN", "Japan")
NAME_ONLY: dict[str, Any] = {"country": None, "status": None}


def page_of(year: Disclosure) -> Page:
    return annex.render(year, facts_of(year))


def annex_page(*rows: dict[str, Any], **changes: Any) -> Page:
    return page_of(restated(rows=rows, **changes))


def headings(page: Page) -> list[str]:
    return [heading.get_text() for heading in table(page).select(".fsd-annex thead th")]


def words(page: Page) -> str:
    """What a reader sees of the page, and what machines are told in its front matter."""
    return " ".join((html(page).get_text(" ") + description(page)).split())


# ---- What is not given ---------------------------------------------------------------------------


def test_a_list_of_names_has_no_word_on_countries_and_statuses() -> None:
    rows = ({"name": "A", **NAME_ONLY}, {"name": "B", "metal": Metal.TIN, **NAME_ONLY})
    page = annex_page(*rows, statuses=[], annex__columns=["metal", "name", "country", "status", "cid"])
    assert headings(page) == ["Smelter or refiner", "Metal"]
    assert cells(page) == [["A", "Gold"], ["B", "Tin"]]
    for word in ("ountr", "tatus", "CID", "Not stated", "0"):
        assert word not in words(page).replace("2021", "").replace("2022", "")
    found = table(page)
    assert not found.select("[data-country], [data-status], [data-filed], [data-cid], form details")
    assert not found.select("template div")
    assert [one["data-facet"] for one in found.select("[data-facet]")] == ["metal"]
    assert found.find(id="fsd-find")["placeholder"] == "Name"
    assert description(page) == (
        "Smelters and refiners that Qualys, Inc. lists for 2021, with metal: 2 rows, one for each facility"
        " and metal."
    )


def test_totals_of_a_list_without_statuses_are_by_metal() -> None:
    page = annex_page({"name": "A", **NAME_ONLY}, {"name": "B", **NAME_ONLY}, statuses=[])
    assert [one["id"] for one in html(page).select("table")] == ["fsd-annex", "fsd-totals"]
    totals = html(page).select_one("#fsd-totals")
    assert [cell.get_text() for cell in totals.select("tbody tr > *, tfoot tr > *")] == [
        "Gold",
        "2",
        "All metals",
        "2",
    ]
    assert "## Totals by metal\n" in page.markdown


def test_rows_that_lack_what_others_have_can_be_found() -> None:
    page = annex_page({"name": "A"}, {"name": "B", **NAME_ONLY, "filed": (("country_as_filed", "–"),)})
    assert cells(page)[1] == ["B", "", "Gold", "–"]
    assert options(page, "status") == [
        ("full-compliant", "Full Compliant", "1"),
        ("without-a-status", "No status given", "1"),
    ]
    first, second = table(page).select(".fsd-annex tbody tr")
    assert [row.select_one("[data-status]")["data-status"] for row in (first, second)] == ["0", ""]
    assert [row.select_one("[data-country]")["data-country"] for row in (first, second)] == [
        "",
        "not-stated",
    ]


def test_countries_that_no_column_shows_are_options_by_their_names() -> None:
    page = annex_page(
        {}, {"name": "B", "country": JAPAN}, {"name": "C", "country": None}, annex__columns=["name"]
    )
    assert [(value, label) for value, label, _ in options(page, "country")] == [
        ("IT", "Italy"),
        ("JP", "Japan"),
        ("not-stated", "Not stated"),
    ]
    assert [name.get("data-land") for name in table(page).select(".fsd-annex tbody th")] == [
        "Italy", "Japan", None,
    ]  # fmt: skip
    assert [name["data-country"] for name in table(page).select(".fsd-annex tbody th")] == [
        "IT",
        "JP",
        "not-stated",
    ]


def test_a_country_that_no_table_has_is_a_country_of_its_own() -> None:
    rows = [{"name": name, "country": Country(None, name, name)} for name in ("Unknown", "Old Land", "DRC*")]
    found = table(annex_page(*rows)).select(".fsd-annex tbody [data-country]")
    assert [(cell["data-country"], cell.get_text()) for cell in found] == [
        ("", "Unknown"),
        ("", "Old Land"),
        ("", "DRC*"),
    ]
    assert [one[:2] for one in options(annex_page(*rows), "country")] == [
        ("drc", "DRC*"),
        ("old-land", "Old Land"),
        ("unknown", "Unknown"),
    ]


def test_a_cell_says_the_key_of_its_country_only_where_its_name_does_not() -> None:
    of_one_name = [Country(code, "Same Land", "Same Land") for code in ("AA", "BB")]
    rows = [{"name": str(number), "country": one} for number, one in enumerate([*of_one_name, JAPAN, None])]
    found = table(annex_page(*rows)).select(".fsd-annex tbody [data-country]")
    assert [cell["data-country"] for cell in found] == ["AA", "BB", "", "not-stated"]


def test_a_status_beside_the_vocabulary_is_shown_and_can_be_chosen() -> None:
    year = restated(rows=({"name": "A"}, {"name": "B"}))
    other = replace(year.smelters[1], status=year.facts.statuses[0].model_copy(update={"label": "Paused"}))
    page = page_of(replace(year, smelters=(year.smelters[0], other)))
    assert ("paused", "Paused", "1") in options(page, "status")
    assert table(page).select(".fsd-annex tbody tr")[1].select_one("[data-status]")["data-status"] == "2"


# ---- Headings, order, cells ----------------------------------------------------------------------


def test_headings_order_and_cells_are_those_of_the_filing() -> None:
    filed = [
        {"name": "B", "metal": Metal.TIN, "filed": (("metal", "Tin / Solder"),), "cid": "CIDAU1849"},
        {"name": "A", "filed": (("metal", "Au"), ("status", "FULL COMPLIANT"))},
    ]
    columns = {"columns": ["metal", "name", "cid", "status"], "title": "Annex"}
    names = {"metal": "Mineral", "name": "SOR Name", "status": "RMAP <Status>"}
    page = annex_page(*filed, annex={**columns, "headings": names})
    assert headings(page) == ["SOR Name", "RMAP <Status>", "Mineral", "Smelter ID (CID)"]
    assert cells(page) == [
        ["B", "Full Compliant", "Tin / Solder", "CIDAU1849"],
        ["A", "FULL COMPLIANT", "Au", ""],
    ]
    assert [cell["data-metal"] for cell in table(page).select(".fsd-annex tbody [data-metal]")] == [
        "tin",
        "gold",
    ]
    assert [one.get_text() for one in table(page)("legend")] == ["RMAP <Status>", "Mineral", "Country"]
    assert options(page, "metal") == [("gold", "Gold", "1"), ("tin", "Tin", "1")]


def test_metal_that_no_column_shows_can_be_chosen() -> None:
    page = annex_page({}, {"name": "B", "metal": Metal.TIN}, annex__columns=["name"])
    assert [name["data-metal"] for name in table(page).select(".fsd-annex tbody th")] == ["gold", "tin"]
    assert table(page).select_one("[data-facet='metal']")["data-cell"] == "0"


def test_a_row_that_was_filed_twice_stands_twice_and_no_caption_says_otherwise() -> None:
    page = annex_page({"cid": "CID000001"}, {"cid": "CID000001"}, {"name": "Other", "cid": "CID000002"})
    assert len(cells(page)) == 3
    assert table(page).caption.get_text() == "Annex I – Smelter list: 3 rows"
    assert description(page).endswith(": 3 rows.")


def test_two_facilities_of_one_name_in_two_countries_are_two() -> None:
    page = annex_page({}, {"country": JAPAN})
    assert table(page).caption.get_text().endswith("2 rows, one for each facility and metal")


# ---- Signs ---------------------------------------------------------------------------------------

MARKED: dict[str, Any] = {
    "statuses": [
        {"label": "Conformant", "class": "conformant", "definition": "On the list.", "mark": "*"},
        {"label": "Active", "class": "active", "mark": "**"},
        {"label": "Nothing", "class": "not_enrolled", "mark": "unmarked"},
    ],
    "annex": {
        "title": "Annex",
        "columns": ["metal", "name"],
        "marks_in": "name",
        "notes": [{"mark": "†", "text": "Closed | in <May>."}],
    },
}
SIGNED = (
    {"name": "A", "filed": (("name", "A*"),), "status": 0},
    {"name": "B", "filed": (("name", "B**†"),), "status": 1, "notes": ("†",)},
    {"name": "C", "status": 2},
    {"name": "D", "filed": (("name", "D*"),), "status": 0},
)


def test_names_keep_their_signs_and_a_legend_says_what_these_mean() -> None:
    page = annex_page(*SIGNED, **MARKED)
    assert [row[0] for row in cells(page)] == ["A*", "B**†", "C", "D*"]
    legend = table(page).find(id="fsd-legend")
    assert [[cell.get_text() for cell in row(["th", "td"])] for row in legend.select("tr")] == [
        ["Sign", "Status or note", "What it means", "Rows"],
        ["*", "Conformant", "On the list.", "2"],
        ["**", "Active", "", "1"],
        ["No sign of a status", "Nothing", "", "1"],
        ["†", "Note", "Closed | in <May>.", "1"],
    ]
    assert html(page).find("a", href="#fsd-legend")


def test_a_status_that_is_a_sign_can_be_chosen_by_its_label() -> None:
    page = annex_page(*SIGNED, **MARKED)
    box = table(page).select("input[name='status']")
    labels = [one.find_next_sibling("span").get_text() for one in box]
    assert labels == ["Conformant *", "Active **", "Nothing"]
    assert [name["data-status"] for name in table(page).select(".fsd-annex tbody th")] == ["0", "1", "2", "0"]
    assert table(page).select_one("[data-facet='status']")["data-cell"] == "0"


def test_a_sign_in_a_column_of_statuses_stands_as_filed_without_a_marker_of_ours() -> None:
    changes = {**MARKED, "annex": {"title": "Annex", "columns": ["name", "status"]}}
    page = annex_page({"status": 0, "filed": (("status", "✓"),)}, {"name": "B", "status": None}, **changes)
    assert [row[1] for row in cells(page)] == ["✓", ""]
    assert not table(page).select(".fsd-annex tbody .fsd-status")


def test_bold_names_are_bold_and_say_so_without_being_seen() -> None:
    statuses = [
        {"label": 'Con"formant', "class": "conformant", "mark": "bold"},
        {"label": "Other", "class": "other", "mark": "unmarked"},
    ]
    page = annex_page({"status": 0}, {"name": "B", "status": 1}, statuses=statuses)
    first, second = table(page).select("#fsd-annex tbody th")
    assert first.strong["data-means"] == 'Con"formant'
    assert first.get_text() == "8853 S.p.A."
    assert second.strong is None
    assert table(page).select_one("table.fsd-annex--bold")
    assert [row.th.get_text() for row in table(page).select("#fsd-legend tbody tr")] == [
        "Bold letters",
        "No sign",
    ]


def test_a_list_without_signs_has_no_legend() -> None:
    page = annex_page({})
    assert "fsd-legend" not in page.complete


# ---- Own columns ---------------------------------------------------------------------------------

OWN: dict[str, Any] = {
    "columns": ["metal", "name", "programme", "plant", "find"],
    "title": "Annex",
    "own_columns": {
        "programme": {
            "heading": "LBMA",
            "meaning": "Takes part.",
            "filter": "true",
            "legend": {"✓": "on the list", "–": "not on it"},
        },
        "plant": {"heading": "Plant"},
        "find": {"heading": "Group", "filter": "true"},
    },
}


def own(name: str, **texts: str) -> dict[str, Any]:
    return {"name": name, "own": tuple((key, texts.get(key, "")) for key in ("programme", "plant", "find"))}


def test_own_columns_are_shown_with_what_the_filer_says_of_them() -> None:
    page = annex_page(own("A", programme="✓", plant="Plant 10"), own("B", find="Priority"), annex=OWN)
    assert headings(page) == ["Smelter or refiner", "Metal", "LBMA", "Plant", "Group"]
    assert [row[2:] for row in cells(page)] == [["✓", "Plant 10", ""], ["", "", "Priority"]]
    meanings = table(page).select_one("ul.fsd-notes")
    assert " ".join(meanings.get_text().split()) == "LBMA: Takes part. ✓ – on the list – – not on it"
    assert table(page).find(id="fsd-find")["placeholder"] == "Name, country, LBMA, Plant or Group"


def test_own_columns_can_be_filtered_where_the_filer_says_so() -> None:
    rows = (own("A", programme="✓", find="Plant 10"), own("B", find="Plant 9"), own("C", programme="✓"))
    page = annex_page(*rows, annex=OWN)
    facets = [one["data-facet"] for one in table(page).select("[data-facet]")]
    assert facets == ["status", "metal", "country", "programme", "own-find"]
    labels = [
        one.find_next_sibling("span").get_text() for one in table(page).select("input[name='programme']")
    ]
    assert labels == ["on the list ✓", "No sign"]
    assert options(page, "own-find") == [
        ("plant-9", "Plant 9", "1"),
        ("plant-10", "Plant 10", "1"),
        ("none", "Not stated", "1"),
    ]
    for facet in table(page).select("[data-facet]"):
        keys = [key for box in facet("input") for key in box.get("data-keys", box["value"]).split(" ")]
        for row in table(page).select("#fsd-annex tbody tr"):
            cell = row(["th", "td"])[int(facet["data-cell"])]
            assert not keys or cell.get(facet["data-of"], "") in keys


def test_cells_of_signs_alone_are_narrow() -> None:
    page = annex_page(own("A", programme="✓", plant="Plant 10"), annex=OWN)
    assert [cell.get_text() for cell in table(page).select(".fsd-annex__sign")] == ["LBMA", "✓"]


# ---- Several lists -------------------------------------------------------------------------------


def smelter(anchor: str, key: str, **given: Any) -> Smelter:
    where = CellRef("smelters.xlsx", key, "B2")
    plain = {"metal": Metal.GOLD, "name": f"Works {anchor}", "country": JAPAN, "status": None}
    return Smelter(anchor=anchor, list_key=key, where=where, **{**plain, **given})


def with_lists(*lists: tuple[str, str, bool, tuple[Smelter, ...]], **changes: Any) -> Disclosure:
    made = tuple(FacilityList(key, title, rows, is_counted=counted) for key, title, counted, rows in lists)
    counted = [
        row for one in made if one.is_counted for row in one.smelters if is_conflict_mineral(row.metal)
    ]
    return replace(restated(**changes), smelters=tuple(counted), lists=made)


COBALT = OtherMineral("Cobalt")
LISTS = with_lists(
    ("engines", "Engine <works>", True, (smelter("a", "engines"), smelter("b", "engines", metal=COBALT))),
    ("closed", "Closed", False, (smelter("c", "closed"),)),
    ("cobalt", "Cobalt & co.", False, tuple(smelter(x, "cobalt", metal=COBALT) for x in "de")),
    annex__columns=["metal", "name"],
    statuses=[],
)


def test_each_list_is_a_table_below_its_heading_with_its_own_rows() -> None:
    found = table(page_of(LISTS))
    parts = found.select("section.fsd-part")
    assert [part.h2.get_text() for part in parts] == ["Engine <works>", "Closed", "Cobalt & co."]
    assert [part.table["id"] for part in parts] == ["fsd-annex", "fsd-annex-2", "fsd-annex-3"]
    assert [part.table["data-list"] for part in parts] == ["engines", "closed", "cobalt"]
    assert [[row["id"] for row in part.select("tbody tr")] for part in parts] == [
        ["a", "b"],
        ["c"],
        ["d", "e"],
    ]
    assert [part.caption.get_text() for part in parts] == [
        "Engine <works>: 2 rows, one for each facility and mineral; 1 of them, for cobalt, part of no total",
        "Closed: 1 row, one for each facility and mineral; part of no total",
        "Cobalt & co.: 2 rows, one for each facility and mineral; part of no total",
    ]
    for part in parts:
        assert part.select_one("[role=region]")["aria-labelledby"] == part.caption["id"]


def test_one_finder_finds_in_all_lists_and_has_a_facet_of_lists() -> None:
    page = page_of(LISTS)
    assert len(table(page)("form")) == 1
    assert options(page, "part") == [
        ("engines", "Engine <works>", "2"),
        ("closed", "Closed", "1"),
        ("cobalt", "Cobalt & co.", "2"),
    ]
    keys = [name["data-part"] for name in table(page).select(".fsd-annex tbody th")]
    assert keys == ["engines", "engines", "closed", "cobalt", "cobalt"]
    assert options(page, "metal") == [("gold", "Gold", "2"), ("cobalt", "Cobalt", "3")]
    assert table(page).select_one(".fsd-finder__count").get_text() == "5 rows"
    assert not table(page).select(".fsd-list--by-style")  # no rule of the styles knows cobalt


def test_lists_of_one_metal_each_have_no_facet_of_their_own() -> None:
    tin = smelter("b", "b", metal=Metal.TIN)
    year = with_lists(("a", "Gold", True, (smelter("a", "a"),)), ("b", "Tin", True, (tin,)), statuses=[])
    page = page_of(year)
    assert options(page, "part") == []
    assert not table(page).select("[data-part]")
    assert options(page, "metal") == [("gold", "Gold", "1"), ("tin", "Tin", "1")]


def test_rows_that_no_total_has_are_told_with_the_reason() -> None:
    said = words(page_of(LISTS))
    assert (
        "Beside these, 4 rows are part of no total: 3 rows for cobalt, which is no conflict mineral of Rule"
        " 13p-1; 1 row of the list “Closed”, which is not counted."
    ) in said
    totals = html(page_of(LISTS)).select_one("#fsd-totals")
    assert [cell.get_text() for cell in totals.select("tbody td")] == ["1"]


def test_links_lead_to_each_list() -> None:
    found = html(page_of(LISTS))
    links = found.select("ul a[href^='#list-']")
    assert [one.get_text() for one in links] == ["Engine <works>", "Closed", "Cobalt & co."]
    assert all(found.find("h2", id=str(one["href"])[1:]) for one in links)


def test_lists_that_all_count_have_no_word_on_totals() -> None:
    year = with_lists(
        ("a", "A", True, (smelter("a", "a"),)), ("b", "B", True, (smelter("b", "b"),)), statuses=[]
    )
    assert "no total" not in words(page_of(year))
    assert table(page_of(year)).select(".fsd-list--by-style")


def test_a_list_of_other_minerals_alone_has_no_totals() -> None:
    year = with_lists(("", "Cobalt", False, (smelter("a", "", metal=COBALT),)), statuses=[])
    page = page_of(year)
    assert "otal" not in words(page)
    assert "Each row of the list is one facility for one mineral." in words(page)
    assert headings(page)[1] == "Mineral"


# ---- Stated counts -------------------------------------------------------------------------------


def test_stated_counts_beside_a_list_without_statuses_are_shown_as_what_they_are() -> None:
    counts = {
        "unit": "smelters",
        "total": 5,
        "by_status": {"Full Compliant": 3, "Indeterminable": 2},
        "by_metal_and_status": {"Gold": {"Full Compliant": 3}, "Tin": {"Indeterminable": 2}},
        "by_programme": {"RMAP": 3},
    }
    page = annex_page({"status": None}, counts=counts)
    found = {one["id"]: one for one in html(page).select("table[id^='fsd-stated']")}
    assert [one.caption.get_text() for one in found.values()] == [
        "Smelters by status, as the filing states it",
        "Smelters by metal and status, as the filing states it",
        "Smelters by programme, as the filing states it",
    ]
    assert [cell.get_text() for cell in found["fsd-stated-status"].select("td")] == ["3", "2", "5"]
    matrix = found["fsd-stated-metal-status"]
    assert [cell.get_text() for cell in matrix.select("tbody td")] == ["3", "", "", "2"]
    assert html(page).find(id="fsd-status-definitions")
    assert options(page, "status") == []


def test_a_list_without_stated_counts_has_no_word_on_them() -> None:
    assert "as the filing states" not in annex_page({}).markdown


# ---- Hostile text --------------------------------------------------------------------------------

HOSTILE = ("<script>alert(1)</script>", '" onmouseover="alert(1)', "| a | {{ x }} <!-- x", "</table><b>", "*")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_of_lists_signs_and_columns_is_shown_as_it_is(text: str) -> None:
    rows = (
        smelter("a", "k", name="Works", filed=(("name", f"Works{text}"),), own=(("mine", text),)),
        smelter("b", "k", metal=OtherMineral(text)),
    )
    year = with_lists(
        ("k", text, True, rows),
        ("l", text, True, (smelter("c", "l"),)),
        statuses=[{"label": text, "class": "other", "definition": text, "mark": "†"}],
        counts={"unit": text, "by_status": {text: 1}, "by_programme": {text: 2}},
        annex={
            "title": text,
            "columns": ["metal", "name", "mine"],
            "headings": {"metal": text, "name": f"{text} name"},
            "marks_in": "name",
            "notes": [{"mark": text, "text": text}],
            "own_columns": {
                "mine": {"heading": f"{text} mine", "meaning": text, "filter": "true", "legend": {text: text}}
            },
        },
    )
    page = page_of(year)
    found = html(page)
    assert headings(page) == [f"{text} name", text, f"{text} mine"] * 2
    assert cells(page)[0] == [f"Works{text}", "Gold", text]
    assert cells(page)[1][1] == text
    assert not found("script")
    assert not found.select("[onmouseover]")
    assert [part.h2.get_text() for part in found.select(".fsd-part")] == [text, text]
    assert [one.get_text() for one in found.select("ul a[href^='#list-']")] == [text, text]
    assert found.find(id="fsd-legend").select("tbody tr")[1].th.get_text() == text
    assert not {BEGIN, END} & set(page.complete)
    assert isinstance(found, BeautifulSoup)
