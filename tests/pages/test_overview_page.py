"""The overview of a year and the front page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model import Asset, Country, FacilityList, Metal, OtherMineral, Route
from generator.pages import overview_page as overview
from generator.pages.page import Page
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END
from generator.prose.prose import RenderedSection
from tests.support.filing import restated

RWANDA = Country("RW", "RWANDA", "Rwanda")
FILE = Asset("2021/documents/smelters.csv", b"abc", "Smelters and refiners")


def overview_page(
    *rows: dict[str, Any], files: tuple[Asset, ...] = (FILE,), uri: str = "2021/index.md", **changes: Any
) -> Page:
    year = restated(rows=rows or ({},), **changes)
    return overview.render(year, facts_of(year), files, uri=uri)


def html(page: Page) -> BeautifulSoup:
    extensions = ["attr_list", "md_in_html", "toc", "tables", "footnotes", "abbr", "def_list"]
    return BeautifulSoup(
        markdown.markdown(page.complete.split("---\n\n", 1)[1], extensions=extensions), "lxml"
    )


def text(page: Page) -> str:
    return " ".join(html(page).get_text(" ", strip=True).split())


def addresses(page: Page) -> list[str]:
    return [str(link["href"]) for link in html(page)("a")]


def figures(page: Page) -> dict[str, str]:
    return {
        figure.dt.get_text(): " ".join(" ".join(dd.get_text() for dd in figure("dd")).split())
        for figure in html(page).select(".fsd-figure")
    }


def stands_out(page: Page) -> list[str]:
    heading = html(page).find("h2", string="What stands out")
    return [" ".join(item.get_text().split()) for item in heading.find_next("ul")("li")]


def filing(page: Page) -> dict[str, str]:
    return {term.get_text(): term.find_next("dd").get_text() for term in html(page).select(".fsd-facts dt")}


FACILITIES = (
    {"name": "A"},
    {"name": "B", "status": 1},
    {"name": "A", "metal": Metal.TIN, "country": RWANDA},
)


def test_every_figure_has_its_denominator() -> None:
    assert figures(overview_page(*FACILITIES, survey__answered=6)) == {
        "Listed facilities": "3 Rows of the annex: one facility for one metal."
        " 2 distinct names, 1 of them under more than one metal.",
        "Full Compliant": "2 of 3 66.7% of the listed facilities",
        "Indeterminable": "1 of 3 33.3% of the listed facilities",
        "Countries": "2 in which the 3 listed facilities stand",
        "Survey": "6 of 7 suppliers answered (85.7%)",
    }


def test_facility_in_a_covered_country_is_named_and_linked_to_its_row() -> None:
    page = overview_page(*FACILITIES)
    assert stands_out(page)[0] == (
        "One of the 3 listed facilities is located in a covered country (the Democratic Republic of the Congo"
        " and the countries that share a border with it): A (Rwanda, tin, “Full Compliant”)."
    )
    assert "annex.md#row-2" in addresses(page)


def test_no_facility_in_a_covered_country_is_said() -> None:
    one = "The one facility among the listed facilities is not located in a covered country."
    assert stands_out(overview_page())[0].startswith(one)
    assert stands_out(overview_page({}, {}))[0].startswith(
        "None of the two listed facilities is located in a"
    )


def test_many_facilities_in_covered_countries_are_counted_past_the_sixth() -> None:
    page = overview_page(*({"name": f"N{n}", "country": RWANDA} for n in range(15)))
    assert stands_out(page)[0].endswith("N5 (Rwanda, gold, “Full Compliant”); and 9 more.")


def test_conformant_share_by_metal_leaves_out_metals_without_rows() -> None:
    assert stands_out(overview_page(*FACILITIES))[1] == (
        "“Full Compliant” by metal: gold 1 of 2 (50%), tin 1 of 1 (100%)."
    )


def test_origin_of_minerals_is_never_read_from_where_a_facility_stands() -> None:
    assert stands_out(overview_page(origins={"determined": "no"}))[-1] == (
        "The countries of origin of the minerals were not determined."
        " Where a facility stands does not say where its minerals come from."
    )


def test_a_restated_filing_that_is_silent_on_origins_gets_no_sentence_on_them() -> None:
    assert "origin" not in " ".join(stands_out(overview_page()))


def test_a_new_disclosure_without_origins_says_that_they_were_not_determined() -> None:
    page = overview_page(filing__signed_elsewhere=None)
    assert stands_out(page)[-1].startswith("The countries of origin of the minerals were not determined.")


def test_suppliers_outside_covered_countries_are_said_where_known() -> None:
    page = overview_page(survey__outside_covered_countries=1)
    assert (
        "One of the seven suppliers that answered states that its minerals do not come from covered"
        " countries." in stands_out(page)
    )


def test_links_of_the_year_page() -> None:
    assert addresses(overview_page())[:4] == ["form-sd.md", "report.md", "annex.md", "documents.md"]
    assert {"documents/smelters.csv", "../glossary.md", "../about.md"} <= set(addresses(overview_page()))


def test_links_of_the_front_page() -> None:
    links = addresses(overview_page(uri="index.md"))
    assert links[:4] == ["2021/form-sd.md", "2021/report.md", "2021/annex.md", "2021/documents.md"]
    assert {"2021/documents/smelters.csv", "glossary.md", "about.md"} <= set(links)


@pytest.mark.parametrize("route", [Route.INQUIRY.value, Route.STAFF_STATEMENT.value])
def test_form_alone_has_no_link_to_a_report(route: str) -> None:
    page = overview_page(form__route=route)
    assert not [link for link in addresses(page) if "report" in link]
    assert "Conflict Minerals Report" not in text(page)
    assert "due diligence" not in text(page)


def test_filing_in_state_final() -> None:
    assert filing(
        overview_page(policy={"name": "A code"}, grievance={"name": "A line", "url": "https://a.example"})
    ) == {
        "Form": "Form SD with a Conflict Minerals Report as Exhibit 1.01",
        "State": "Filed with the U.S. Securities and Exchange Commission",
        "Reporting period": "January 1, 2021 to December 31, 2021",
        "Due date": "May 31, 2022",
        "Filed": "May 31, 2022",
        "Signed by": "Bruce K. Posey, Chief Legal Officer and Corporate Secretary",
        "Policy": "A code",
        "Grievances": "A line",
    }


def test_a_final_that_is_signed_and_not_yet_filed_says_so() -> None:
    signed = {
        "state": "final",
        "signed_on": "2022-05-20",
        "signatory": {"name": "Ann Example", "title": "CFO"},
    }
    page = overview_page(filing=signed)
    assert filing(page)["State"] == "Signed"
    assert "filed with the SEC" not in text(page)
    address = "https://www.sec.gov/Archives/edgar/data/1/a.htm"
    for known in ({"date": "2022-05-27"}, {"edgar_url": address}, {"signed_elsewhere": "Invented."}):
        page = overview_page(filing=signed | known)
        assert filing(page)["State"].startswith("Filed")
        assert "The form as filed with the SEC" in text(page)


def test_every_officer_who_signs_is_named_with_the_registrant() -> None:
    other = {"name": "Finance LLC", "jurisdiction": "Delaware", "commission_file_number": "333-201234"}
    page = overview_page(co_registrants=[other | {"signatory": {"name": "Max Muster", "title": "President"}}])
    assert "Max Muster, President (Finance LLC)" in text(page)
    assert text(page).count("Bruce K. Posey") == 1
    assert "(Finance LLC)" not in text(overview_page(co_registrants=[other]))


def test_filing_in_draft_is_neither_filed_nor_signed() -> None:
    page = overview_page(filing={"state": "draft"})
    assert filing(page)["State"] == "Draft, not filed"
    assert not {"Filed", "Signed by"} & set(filing(page))
    assert page.meta.is_draft


def test_amendment_is_named() -> None:
    assert filing(overview_page(filing__amendment=2))["Form"].startswith("Form SD/A (Amendment No. 2)")


def test_each_picture_stands_beside_a_table_with_its_numbers() -> None:
    charts = html(overview_page(*FACILITIES)).select(".fsd-chart")
    assert len(charts) == 2
    for chart in charts:
        assert chart.select_one("svg[role=group]")
        assert chart.select_one("table tfoot")


def test_the_map_stands_before_the_table_with_its_numbers() -> None:
    found = html(overview_page(*FACILITIES))
    assert found.select_one(".fsd-map + .fsd-chart--countries table")
    dots = {link.title.get_text(): link["href"] for link in found.select(".fsd-map__dots a")}
    assert dots == {
        "Italy: 2 facilities": "annex/?country=IT#facilities",
        "Rwanda: 1 facility": "annex/?country=RW#facilities",
    }


def picture_links(page: Page) -> list[str]:
    return [str(link["href"]) for link in html(page).select(".fsd-map__dots a, .fsd-chart a")]


def test_pictures_and_tables_lead_to_the_annex_from_both_addresses() -> None:
    from_year = picture_links(overview_page(*FACILITIES))
    from_front = picture_links(overview_page(*FACILITIES, uri="index.md"))
    assert all(link.startswith("annex/?") for link in from_year)
    assert from_front == [f"2021/{link}" for link in from_year]


def test_front_page_has_the_pictures_that_are_drawn_already() -> None:
    year = restated(rows=FACILITIES)
    drawn = overview.render(year, facts_of(year), (), uri="2021/index.md")
    anew = overview.render(year, facts_of(year), (), uri="index.md")
    assert overview.render(year, facts_of(year), (), uri="index.md", drawn=drawn) == anew


def test_files_that_describe_other_files_are_left_to_the_documents_page() -> None:
    schema = Asset("2021/documents/schema.json", b"{}", "Schema", is_companion=True)
    assert not [link for link in addresses(overview_page(files=(schema,))) if "schema" in link]


def test_year_without_facilities_has_no_pictures_and_no_figures_of_them() -> None:
    year = restated()
    page = overview.render(year, facts_of(year), (), uri="index.md")
    assert not html(page)("svg")
    assert list(figures(page)) == ["Survey"]


def without_list(**changes: Any) -> Page:
    """The overview of a filer that gives no list."""
    year = restated(**{"annex": None, "survey": {}, **changes})
    return overview.render(year, facts_of(year), (), uri="2021/index.md")


def titles(page: Page) -> list[str]:
    return [heading.get_text() for heading in html(page)("h2")]


NO_COVER: dict[str, Any] = {
    **{f"registrant__{name}": None for name in ("jurisdiction", "commission_file_number", "address")},
    "registrant__contact": None,
    "registrant__disclosure_url": None,
    "filing__date": None,
    "filing__signatory": None,
}


def test_without_a_list_nothing_speaks_of_one() -> None:
    page = without_list(statuses=[])
    assert titles(page) == ["The filing"]
    assert not [link for link in addresses(page) if "annex" in link]
    assert not html(page)("svg")
    for word in ("annex", "listed", "smelter", "countr", "facilit"):
        assert word not in text(page).lower(), word
    assert page.meta.description.endswith("for 2021: Form SD, Conflict Minerals Report, and all files.")


COUNTS: dict[str, Any] = {
    "unit": "known SORs",
    "total": 99,
    "by_metal": {"Gold": 55, "Tin": 44},
    "by_status": {"Full Compliant": 97},
    "by_metal_and_status": {"Gold": {"Full Compliant": 55}, "Tin": {"Full Compliant": 42}},
    "by_programme": {"RMAP": 90},
}


def test_counts_without_a_list_are_told_as_the_filing_states_them() -> None:
    page = without_list(counts=COUNTS)
    assert figures(page) == {
        "Known SORs": "99 as the filing states",
        "Full Compliant": "97 of 99 known SORs, as the filing states; computed share: 98%",
    }
    assert stands_out(page) == [
        "“Full Compliant” by metal, shares computed from the numbers that the filing states:"
        " gold 55 of 55 (100%), tin 42 of 44 (95.5%)."
    ]
    assert titles(page)[2:5] == ["Status by metal", "Programs", "What the statuses mean"]
    assert not [link for link in addresses(page) if "annex" in link]
    assert "listed" not in page.complete


def test_an_approximate_total_is_a_figure_without_shares() -> None:
    page = without_list(counts={"total": "approximately 250", "by_status": {"Full Compliant": 201}})
    assert figures(page) == {
        "Facilities": "approximately 250 as the filing states",
        "Full Compliant": "201 facilities, as the filing states",
    }


def test_counts_by_metal_alone_are_figures() -> None:
    page = without_list(counts={"by_metal": {"Gold": 5, "Tin": 7}}, statuses=[])
    assert figures(page) == {
        "Gold": "5 Facilities, as the filing states",
        "Tin": "7 Facilities, as the filing states",
    }


def bare(page_rows: tuple[dict[str, Any], ...], *columns: str, **changes: Any) -> Page:
    """The overview of a list whose rows lack the columns."""
    year = restated(rows=page_rows, **changes)
    rows = tuple(replace(row, **dict.fromkeys(columns)) for row in year.smelters)
    year = replace(year, smelters=rows)
    return overview.render(year, facts_of(year), (), uri="2021/index.md")


def test_a_list_without_countries_says_nothing_of_countries() -> None:
    page = bare(FACILITIES, "country")
    assert list(figures(page)) == ["Listed facilities", "Full Compliant", "Indeterminable", "Survey"]
    assert "Where the facilities stand" not in titles(page)
    assert "countr" not in text(page).lower()
    assert page.meta.description.endswith(
        "Form SD, smelters and refiners by metal and status, and all files."
    )


def test_a_list_without_statuses_says_nothing_of_them() -> None:
    page = bare(FACILITIES, "status")
    assert list(figures(page)) == ["Listed facilities", "Countries", "Survey"]
    assert "Facilities by metal" in titles(page)
    assert "status" not in text(page).lower()
    assert stands_out(page)[0].endswith(": A (Rwanda, tin).")


def test_statuses_that_the_filing_counts_are_its_figures() -> None:
    counts = {"unit": "eligible SORs", "total": 9, "by_status": {"Full Compliant": 8}}
    page = bare(FACILITIES, "status", counts=counts)
    assert figures(page)["Eligible SORs"] == "9 as the filing states"
    assert (
        figures(page)["Full Compliant"] == "8 of 9 eligible SORs, as the filing states; computed share: 88.9%"
    )
    assert "Facilities by metal and by status" in titles(page)


def test_a_stated_status_that_differs_from_the_list_stands_beside_it() -> None:
    page = overview_page(
        *FACILITIES, counts={"total": 9, "by_status": {"Full Compliant": 8, "Indeterminable": 1}}
    )
    found = [figure.get_text(" ", strip=True) for figure in html(page).select(".fsd-figure")]
    assert "Full Compliant 2 of 3 66.7% of the listed facilities" in found
    assert "Full Compliant 8 of 9 as the filing states" in found
    assert len([figure for figure in found if figure.startswith("Indeterminable")]) == 1


def test_figures_over_rows_that_lack_a_value_say_of_how_many() -> None:
    page = overview_page({}, {"country": None}, {"country": RWANDA})
    assert figures(page)["Countries"] == (
        "2 in which 2 of the 3 listed facilities stand; no country is known of the others"
    )
    assert stands_out(page)[0].endswith("No country is given for one of the listed facilities.")
    assert "Covered countries: 1 of 2 facilities of which the country is given" in text(page)


@pytest.mark.parametrize(
    ("survey", "found"),
    [
        ({"suppliers": "approximately 7,000"}, {"Survey": "approximately 7,000 suppliers were asked"}),
        (
            {"suppliers": 503, "answered": 408, "response_rate": "81.11%"},
            {"Survey": "408 of 503 suppliers answered (81.11%)"},
        ),
        ({"response_rate": "100 percent"}, {"Survey": "100 percent response rate of the suppliers"}),
        (
            {"answered": 732, "spend_share": "80%"},
            {"Survey": "732 suppliers answered", "Spend": "80% of the spend stands behind the answers"},
        ),
        (
            {"groups": [{"name": "plants", "suppliers": 41, "response_rate": "90%"}]},
            {"Plants": "41 suppliers were asked; response rate 90%"},
        ),
        ({"by_level": {"company": "59%"}}, {"Answers by company": "59% of the answers are at this level"}),
        ({}, {}),
    ],
)
def test_figures_of_the_survey_are_as_the_filer_words_them(
    survey: dict[str, Any], found: dict[str, str]
) -> None:
    assert figures(without_list(survey=survey, statuses=[])) == found


def test_declarations_without_the_number_of_answers() -> None:
    page = without_list(survey={"outside_covered_countries": 1})
    assert stands_out(page) == ["One supplier states that its minerals do not come from covered countries."]


def test_origins_are_counted_and_recycled_material_is_named() -> None:
    page = without_list(origins={"countries": ["Peru", "Chile"], "recycled": True})
    assert stands_out(page) == [
        "Two countries of origin of the minerals are named, and recycled or scrap material."
    ]
    page = without_list(origins={"recycled": True})
    assert stands_out(page) == ["Recycled or scrap material is named as an origin."]


def test_a_restated_filing_without_its_cover_has_no_form_and_no_dates() -> None:
    page = overview_page(**NO_COVER)
    assert not [link for link in addresses(page) if "form-sd" in link]
    assert not {"Filed", "Signed by"} & set(filing(page))
    assert page.meta.description.endswith(
        "for 2021: Conflict Minerals Report, smelters and refiners by metal, country and status,"
        " and all files."
    )


def test_sections_that_no_other_page_has_stand_on_the_overview() -> None:
    year = restated(form__route=Route.INQUIRY.value, annex=None, **NO_COVER)
    section = RenderedSection(1, "inquiry", "The inquiry", "Invented text.", "01-inquiry.md")
    page = overview.render(year, facts_of(year), (), uri="2021/index.md", sections=(section,))
    assert titles(page) == ["Key figures", "The inquiry", "The filing"]


def test_several_lists_are_named_with_their_rows() -> None:
    year = restated(rows=({}, {}))
    cobalt = replace(year.smelters[1], metal=OtherMineral("Cobalt"))
    year = replace(
        year,
        smelters=year.smelters[:1],
        lists=(
            FacilityList("a", "Annex *A*", year.smelters[:1]),
            FacilityList("b", "Annex B", (cobalt,), is_counted=False),
        ),
    )
    page = overview.render(year, facts_of(year), (), uri="2021/index.md")
    items = html(page).find("h2", string="The lists").find_next("ul")("li")
    assert [item.get_text() for item in items] == [
        "Annex *A*: 1 row",
        "Annex B: 1 row, not part of the figures above",
    ]
    assert "All 2 rows of the lists" in text(page)


def test_year_without_files_has_no_list_of_them() -> None:
    assert "Files" not in [heading.get_text() for heading in html(overview_page(files=()))("h2")]


def test_meta_says_what_the_theme_needs() -> None:
    assert overview_page(notice="A notice.").meta.as_data() == {
        "title": "2021 conflict minerals disclosure",
        "description": "Conflict minerals disclosure of Qualys, Inc. for 2021: Form SD, smelters and"
        " refiners by metal, country and status, and all files.",
        "year": 2021,
        "state": "final",
        "kind": "overview",
        "notice": "A notice.",
    }


def test_published_text_has_no_marks() -> None:
    assert not {BEGIN, END} & set(overview_page(*FACILITIES).markdown)


NAMES = (
    "<script>alert(1)</script>",
    "| a | b |",
    "{{ x }} {% y %}",
    "*a* _b_ `c` [d](e) ![f](g)",
    "# a",
    "x" * 400,
    "شركة الذهب",
    "金属株式会社",
    "--8<-- a",
    "[^1]: a",
    "A & B &amp; C",
)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_are_shown_as_they_are(name: str) -> None:
    page = overview_page(
        {"name": name, "country": Country("RW", name, name)},
        files=(Asset("2021/documents/a (1)].csv", b"", name),),
        registrant__name=name,
        survey__supplier_term={"one": name, "many": name},
        survey__outside_covered_countries=2,
        statuses=[{"label": name, "class": "conformant", "definition": name}] * 1
        + [{"label": "Open", "class": "indeterminable", "definition": name}],
    )
    found = html(page)
    assert not found("script")
    assert not found("img")
    assert [link.get_text() for link in found("a") if link["href"] == "annex.md#row-0"] == [name]
    assert [link.get_text() for link in found("a") if link["href"] == "documents/a%20%281%29%5D.csv"] == [
        name
    ]
    assert f"({name}, gold, “{name}”)" in stands_out(page)[0]
    assert stands_out(page)[2].startswith(f"Two of the seven {name} that answered state ")
    assert (
        found.select_one(".fsd-lede")
        .get_text()
        .startswith(f"This is the conflict minerals disclosure of {name} under")
    )
    assert len(found("h2")) == 6
