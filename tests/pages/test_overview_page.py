"""The overview of a year and the front page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import Asset, Country, FacilityList, Metal, OtherMineral, Route
from generator.pages import front_page as front
from generator.pages import overview_page as overview
from generator.pages.page import Page
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END
from generator.prose.prose import RenderedSection
from tests.support.filing import restated

RWANDA = Country("RW", "RWANDA", "Rwanda")
FILE = Asset("2021/documents/smelters.csv", b"abc", "Smelters and refiners")


def overview_page(*rows: dict[str, Any], files: tuple[Asset, ...] = (FILE,), **changes: Any) -> Page:
    year = restated(rows=rows or ({},), **changes)
    return overview.render(year, facts_of(year), files)


def front_page(*rows: dict[str, Any], years: tuple[int, ...] = (2021,), **changes: Any) -> Page:
    year = restated(rows=rows or ({},), **changes)
    return front.render(year, facts_of(year), years=years)


def html(page: Page) -> BeautifulSoup:
    extensions = ["attr_list", "md_in_html", "toc", "tables", "footnotes", "abbr", "def_list"]
    return BeautifulSoup(
        markdown.markdown(page.complete.split("---\n\n", 1)[1], extensions=extensions), "lxml"
    )


def text(page: Page) -> str:
    return " ".join(html(page).get_text(" ", strip=True).split())


def said(item: Tag) -> str:
    return " ".join(item.get_text(" ").split()).replace(" ;", ";").replace(" .", ".").replace("( ", "(")


def addresses(page: Page) -> list[str]:
    return [str(link["href"]) for link in html(page)("a")]


def title(page: Page) -> str:
    return said(html(page).h1)


def statuses(page: Page) -> dict[str, str]:
    """What stands under the bar of the first screen."""
    return {said(part.dt): said(part.dd) for part in html(page).select(".fsd-result__parts > div")}


def strip(page: Page) -> list[str]:
    """What else the filing says."""
    return [said(item) for item in html(page).select(".fsd-strip li")]


def about(page: Page) -> dict[str, str]:
    return {term.get_text(): term.find_next("dd").get_text() for term in html(page).select(".fsd-facts dt")}


def view(page: Page, by: str) -> list[list[str]]:
    """Rows of the table of bars by metal, status or country, without what a reader does not see as text."""
    table = html(page).select_one(f".fsd-view--{by} table")
    return [[said(cell) for cell in row.select("th, td:not(.fsd-plot)")] for row in table("tr")]


FACILITIES = (
    {"name": "A"},
    {"name": "B", "status": 1},
    {"name": "A", "metal": Metal.TIN, "country": RWANDA},
)


def test_the_sentence_is_the_title_and_figures_of_the_bar_have_shares() -> None:
    page = overview_page(*FACILITIES, origins={"determined": "no"})
    assert title(page) == (
        "2 of 3 listed smelters are Full Compliant; the countries of origin were not determined."
    )
    assert statuses(page) == {"Full Compliant": "2 66.7%", "Indeterminable": "1 33.3%"}
    assert said(html(page).select_one(".fsd-result__unit")) == (
        "Rows of the list: one facility for one metal; 2 names, 1 of them under more than one metal."
    )


def test_the_filers_own_sentence_takes_its_place() -> None:
    year = restated(rows=({},))
    page = overview.render(year, facts_of(year), (), sentence="One *smelter* and [its row](annex.md#row-0).")
    assert title(page) == "One smelter and its row."
    first = front.render(year, facts_of(year), sentence="See [its row](annex.md#row-0).")
    assert "2021/annex.md#row-0" in addresses(first)


def test_facility_in_a_covered_country_is_named_and_linked_to_its_row() -> None:
    page = overview_page(*FACILITIES)
    assert strip(page)[0].startswith(
        "One listed smelter is in a covered country A (Rwanda, tin, “Full Compliant”). Covered are the"
    )
    assert "annex.md#row-2" in addresses(page)


def test_no_facility_in_a_covered_country_is_said() -> None:
    one = "The one facility among the listed facilities is not located in a covered country."
    assert strip(overview_page())[0].startswith(one)
    assert strip(overview_page({}, {}))[0].startswith("None of the two listed facilities is located in a")


def test_many_facilities_in_covered_countries_are_counted_past_the_sixth() -> None:
    page = overview_page(*({"name": f"N{n}", "country": RWANDA} for n in range(15)))
    assert "N5 (Rwanda, gold, “Full Compliant”); and 9 more." in strip(page)[0]


def test_origins_stand_once_and_where_a_smelter_is_does_not_tell_them() -> None:
    page = overview_page(origins={"countries": ["Peru"]})
    assert text(page).count("country of origin") == 1
    assert "not where their minerals come from" in text(page)


def test_origins_are_told_beside_a_sentence_of_the_filers_own() -> None:
    year = restated(rows=({},), origins={"countries": ["Peru", "Chile"], "recycled": True})
    page = overview.render(year, facts_of(year), (), sentence="Invented words.")
    assert strip(page)[2] == (
        "Two countries of origin of the minerals are named Recycled or scrap material is named as an origin,"
        " too."
    )
    year = restated(rows=({},), origins={"determined": "no"})
    page = overview.render(year, facts_of(year), (), sentence="Invented words.")
    assert strip(page)[2] == "The countries of origin of the minerals were not determined"


def test_a_restated_filing_that_is_silent_on_origins_gets_no_sentence_on_them() -> None:
    assert "origin" not in f"{title(overview_page())} {strip(overview_page())}"


def test_suppliers_outside_covered_countries_are_said_where_known() -> None:
    page = overview_page(survey__outside_covered_countries=1)
    assert strip(page)[1] == (
        "7 of 7 suppliers answered (100%) One of the seven suppliers that answered states that its minerals"
        " do not come from covered countries."
    )


def test_links_of_the_year_page() -> None:
    page = overview_page({}, {})
    ways = [(link.get_text(), link["href"]) for link in html(page).select(".fsd-ways a")]
    assert ways == [
        ("See all 2 rows", "annex.md"),
        ("Form SD", "form-sd.md"),
        ("Conflict Minerals Report", "report.md"),
        ("All files", "documents.md"),
    ]
    assert {"documents/smelters.csv", "../glossary.md", "../about.md"} <= set(addresses(page))


def test_the_front_page_leads_to_the_newest_year_and_is_not_its_copy() -> None:
    first, year = front_page(*FACILITIES), overview_page(*FACILITIES)
    assert title(first) == title(year)
    assert statuses(first) == statuses(year)
    assert addresses(first)[:2] == ["2021/annex/?status=full-compliant", "2021/annex/?status=indeterminable"]
    assert [link["href"] for link in html(first).select(".fsd-ways a")] == [
        "2021/index.md", "2021/annex.md", "2021/form-sd.md", "2021/report.md", "2021/documents.md",
    ]  # fmt: skip
    assert not html(first).select(".fsd-switch, .fsd-map, .fsd-strip")
    assert first.meta.title == "Newest year: 2021"
    assert not first.meta.is_searched


def test_the_front_page_names_the_years_before_where_there_are_any() -> None:
    assert "Years before" not in text(front_page())
    page = front_page(years=(2021, 2020, 2019))
    assert [link for link in addresses(page) if link.endswith("/index.md")] == [
        "2021/index.md", "2020/index.md", "2019/index.md",
    ]  # fmt: skip


@pytest.mark.parametrize("route", [Route.INQUIRY.value, Route.STAFF_STATEMENT.value])
def test_form_alone_has_no_link_to_a_report(route: str) -> None:
    page = overview_page(form__route=route)
    assert not [link for link in addresses(page) if "report" in link]
    assert "due diligence" not in text(page)
    assert "Exhibit" not in text(page)


def test_filing_in_state_final() -> None:
    page = overview_page(policy={"name": "A code"}, grievance={"name": "A line", "url": "https://a.example"})
    assert strip(page)[-2:] == [
        "Signed by Bruce K. Posey Chief Legal Officer and Corporate Secretary, May 31, 2022",
        "Filed with the SEC on May 31, 2022 Form SD with a Conflict Minerals Report as Exhibit 1.01",
    ]
    assert about(page) == {
        "Reporting period": "January 1, 2021 to December 31, 2021",
        "Due date": "May 31, 2022",
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
    assert strip(page)[-1].startswith("Signed, not filed yet")
    assert "Filed with the SEC" not in text(page)
    address = "https://www.sec.gov/Archives/edgar/data/1/a.htm"
    for known in ({"date": "2022-05-27"}, {"edgar_url": address}, {"signed_elsewhere": "Invented."}):
        page = overview_page(filing=signed | known)
        assert strip(page)[-1].startswith("Filed with the SEC")
        assert (address in addresses(page)) == ("edgar_url" in known)


def test_every_officer_who_signs_is_named_with_the_registrant() -> None:
    other = {"name": "Finance LLC", "jurisdiction": "Delaware", "commission_file_number": "333-201234"}
    page = overview_page(co_registrants=[other | {"signatory": {"name": "Max Muster", "title": "President"}}])
    assert "Signed by Max Muster President (Finance LLC), May 31, 2022" in strip(page)
    assert text(page).count("Bruce K. Posey") == 1
    assert "(Finance LLC)" not in text(overview_page(co_registrants=[other]))


def test_filing_in_draft_is_neither_filed_nor_signed() -> None:
    page = overview_page(filing={"state": "draft"})
    assert strip(page)[-1].startswith("Draft, not filed Form SD")
    assert "Signed by" not in text(page)
    assert page.meta.is_draft


def test_amendment_is_named() -> None:
    assert "Form SD/A (Amendment No. 2) with" in strip(overview_page(filing__amendment=2))[-1]


def test_one_chart_shows_metals_statuses_and_countries_with_their_numbers() -> None:
    page = overview_page(*FACILITIES)
    assert view(page, "metal") == [
        ["Metal", "Full Compliant", "Indeterminable", "Total"],
        ["Gold", "1 50%", "1 50%", "2"],
        ["Tin", "1 100%", "0 0%", "1"],
        ["All metals", "2 66.7%", "1 33.3%", "3"],
    ]
    assert view(page, "status") == [
        ["Status", "Gold", "Tin", "Number"],
        ["Full Compliant", "1 50%", "1 100%", "2 66.7%"],
        ["Indeterminable", "1 50%", "0 0%", "1 33.3%"],
        ["Total", "2", "1", "3"],
    ]
    assert view(page, "country") == [
        ["Country", "Full Compliant", "Indeterminable", "Total"],
        ["Italy", "1 50%", "1 50%", "2"],
        ["Rwanda covered country", "1 100%", "0 0%", "1"],
        ["All countries", "2 66.7%", "1 33.3%", "3"],
    ]


def test_the_chart_is_switched_by_radio_buttons_of_which_the_first_are_chosen() -> None:
    found = html(overview_page(*FACILITIES)).select(".fsd-switch input[type=radio]")
    assert [(one["name"], one["value"]) for one in found if one.has_attr("checked")] == [
        ("fsd-by", "metal"),
        ("fsd-as", "number"),
    ]
    assert {one["value"] for one in found} == {"metal", "status", "country", "number", "share"}


def test_a_zero_is_a_zero_and_only_what_is_open_is_a_dash() -> None:
    page = without_list(counts=COUNTS | {"by_metal_and_status": {"Gold": {"Full Compliant": 55}}})
    assert view(page, "metal")[1:3] == [["Gold", "55 100%", "55"], ["Tin", "–", "44"]]
    found = html(overview_page(*FACILITIES)).select(".fsd-number--zero")
    assert {said(one)[0] for one in found} == {"0"}


def test_many_countries_show_the_largest_first_and_all_of_them_on_demand() -> None:
    names = [f"N{n:02}" for n in range(15)]
    rows = [{"country": Country(f"X{n}", name, name)} for n, name in enumerate(names)]
    found = html(overview_page(*rows))
    lines = found.select(".fsd-view--country tbody tr")
    kinds = [" ".join(line.get("class", [])) for line in lines]
    assert kinds == [""] * 10 + ["fsd-bars__rest"] + ["fsd-bars__more"] * 5
    assert said(lines[10].th) == "5 other countries"
    assert [said(line.th) for line in lines if line is not lines[10]] == names
    assert [said(label) for label in found.select(".fsd-switch__largest label")] == ["Largest", "All 15"]


def test_the_map_leads_to_the_rows_of_each_country() -> None:
    found = html(overview_page(*FACILITIES))
    dots = {link.title.get_text(): link["href"] for link in found.select(".fsd-map__dots a")}
    assert dots == {
        "Italy: 2 facilities": "annex/?country=IT#country-it",
        "Rwanda: 1 facility": "annex/?country=RW#country-rw",
    }


def test_bars_and_numbers_lead_to_the_annex() -> None:
    links = [str(link["href"]) for link in html(overview_page(*FACILITIES)).select(".fsd-switch a")]
    assert links
    assert all(link.startswith("annex/?") for link in links)


def test_documents_of_the_filing_have_pictures_of_their_own() -> None:
    page = overview_page(*FACILITIES)
    assert len(page.in_documents) == 3
    assert not any("fsd-switch" in picture for picture in page.in_documents.values())


def test_files_that_describe_other_files_are_left_to_the_documents_page() -> None:
    schema = Asset("2021/documents/schema.json", b"{}", "Schema", is_companion=True)
    assert not [link for link in addresses(overview_page(files=(schema,))) if "schema" in link]


def test_year_without_facilities_has_no_pictures_and_no_figures_of_them() -> None:
    year = restated()
    page = overview.render(year, facts_of(year), ())
    assert not html(page)("svg")
    assert strip(page)[0] == "7 of 7 suppliers answered (100%)"


def without_list(**changes: Any) -> Page:
    """The overview of a filer that gives no list."""
    year = restated(**{"annex": None, "survey": {}, **changes})
    return overview.render(year, facts_of(year), ())


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
    assert titles(page) == ["About this filing"]
    assert title(page) == "Qualys files a Conflict Minerals Report with its Form SD for 2021."
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
    assert title(page) == "97 of 99 known SORs are Full Compliant."
    assert statuses(page) == {"Full Compliant": "97 98%"}
    assert "Numbers of 99 known SORs, as the filing states them; shares are computed." in text(page)
    assert view(page, "metal")[1:] == [
        ["Gold", "55 100%", "55"], ["Tin", "42 95.5%", "44"], ["All metals", "97 98%", "99"],
    ]  # fmt: skip
    assert titles(page)[:3] == ["What the filing counts", "Programs", "What the statuses mean"]
    assert not [link for link in addresses(page) if "annex" in link]
    assert "listed" not in page.complete


def test_an_approximate_total_is_a_figure_without_shares() -> None:
    page = without_list(counts={"total": "approximately 250", "by_status": {"Full Compliant": 201}})
    assert title(page) == "201 of approximately 250 facilities are Full Compliant."
    assert statuses(page) == {"Full Compliant": "201"}


def test_counts_by_metal_alone_are_figures() -> None:
    page = without_list(counts={"by_metal": {"Gold": 5, "Tin": 7}}, statuses=[])
    assert view(page, "metal")[1:] == [["Gold", "5"], ["Tin", "7"]]


def bare(page_rows: tuple[dict[str, Any], ...], *columns: str, **changes: Any) -> Page:
    """The overview of a list whose rows lack the columns."""
    year = restated(rows=page_rows, **changes)
    rows = tuple(replace(row, **dict.fromkeys(columns)) for row in year.smelters)
    year = replace(year, smelters=rows)
    return overview.render(year, facts_of(year), ())


def test_a_list_without_countries_says_nothing_of_countries() -> None:
    page = bare(FACILITIES, "country")
    assert "Where the smelters are" not in titles(page)
    assert "countr" not in text(page).lower()
    assert page.meta.description.endswith(
        "Form SD, smelters and refiners by metal and status, and all files."
    )


def test_a_list_without_statuses_says_nothing_of_them() -> None:
    page = bare(FACILITIES, "status")
    assert title(page) == "The list names 3 smelters in 2 countries."
    assert statuses(page) == {}
    assert "The listed smelters" in titles(page)
    assert "status" not in text(page).lower()
    assert "A (Rwanda, tin)." in strip(page)[0]
    assert view(page, "country")[1] == ["Italy", "2 100%", "0 0%", "2"]


def test_statuses_that_the_filing_counts_are_its_figures() -> None:
    counts = {"unit": "eligible SORs", "total": 9, "by_status": {"Full Compliant": 8}}
    page = bare(FACILITIES, "status", counts=counts)
    assert statuses(page) == {"Full Compliant": "8 88.9%"}
    assert "Numbers of 9 eligible SORs, as the filing states them" in text(page)


def test_a_stated_status_that_differs_from_the_list_stands_beside_it() -> None:
    page = overview_page(
        *FACILITIES, counts={"total": 9, "by_status": {"Full Compliant": 8, "Indeterminable": 1}}
    )
    assert statuses(page)["Full Compliant"] == "2 66.7%"
    assert (
        "The filing states other numbers than the list has Facilities: 9. Full Compliant: 8 of 9."
        in strip(page)
    )


def test_figures_over_rows_that_lack_a_value_say_of_how_many() -> None:
    page = overview_page({}, {"country": None}, {"country": RWANDA})
    assert "2 countries; of 1 of the 3 listed smelters the country is not known." in text(page)
    assert "No country is given for one of the listed smelters." in strip(page)[0]
    assert "Covered countries: 1 of 2 facilities of which the country is given" in text(page)


@pytest.mark.parametrize(
    ("survey", "found"),
    [
        ({"suppliers": "approximately 7,000"}, "Approximately 7,000 suppliers were asked"),
        (
            {"suppliers": 503, "answered": 408, "response_rate": "81.11%"},
            "408 of 503 suppliers answered (81.11%)",
        ),
        ({"response_rate": "100 percent"}, "100 percent response rate of the suppliers"),
        (
            {"answered": 732, "spend_share": "80%"},
            "732 suppliers answered Spend: 80% of the spend stands behind the answers.",
        ),
        (
            {"groups": [{"name": "plants", "suppliers": 41, "response_rate": "90%"}]},
            "Plants: 41 suppliers were asked; response rate 90%",
        ),
        ({"by_level": {"company": "59%"}}, "Answers by company: 59% of the answers are at this level"),
    ],
)
def test_figures_of_the_survey_are_as_the_filer_words_them(survey: dict[str, Any], found: str) -> None:
    assert strip(without_list(survey=survey, statuses=[]))[0] == found


def test_declarations_without_the_number_of_answers() -> None:
    page = without_list(survey={"outside_covered_countries": 1})
    assert strip(page)[0] == "One supplier states that its minerals do not come from covered countries"


def test_origins_are_counted_and_recycled_material_is_named() -> None:
    page = without_list(origins={"countries": ["Peru", "Chile"], "recycled": True})
    assert title(page).endswith(
        "; none of the 2 countries of origin that were determined is a covered country."
    )
    assert strip(page)[0] == "Recycled or scrap material is named as an origin, too"
    page = without_list(origins={"recycled": True})
    assert title(page).endswith("; recycled or scrap material is the only origin that was determined.")


def test_a_restated_filing_without_its_cover_has_no_form_and_no_dates() -> None:
    page = overview_page(**NO_COVER)
    assert not [link for link in addresses(page) if "form-sd" in link]
    assert "Signed by" not in text(page)
    assert page.meta.description.endswith(
        "for 2021: Conflict Minerals Report, smelters and refiners by metal, country and status,"
        " and all files."
    )


def test_sections_that_no_other_page_has_stand_on_the_overview() -> None:
    year = restated(form__route=Route.INQUIRY.value, annex=None, **NO_COVER)
    section = RenderedSection(1, "inquiry", "The inquiry", "Invented text.", "01-inquiry.md")
    page = overview.render(year, facts_of(year), (), sections=(section,))
    assert titles(page) == ["The inquiry", "About this filing"]


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
    page = overview.render(year, facts_of(year), ())
    items = html(page).find("h2", string="The lists").find_next("ul")("li")
    assert [item.get_text() for item in items] == [
        "Annex *A*: 1 row",
        "Annex B: 1 row, not part of the figures above",
    ]
    assert "See all 2 rows" in text(page)


def test_lists_of_one_metal_each_are_not_counted_twice() -> None:
    year = restated(rows=({}, {"metal": "Tin"}))
    lists = (FacilityList("a", "Gold", year.smelters[:1]), FacilityList("b", "Tin", year.smelters[1:]))
    year = replace(year, lists=lists, smelters=())
    page = overview.render(year, facts_of(year), ())
    assert "The lists" not in titles(page)


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
    assert f"({name}, gold, “{name}”)" in strip(page)[0]
    assert f"Two of the seven {name} that answered state " in strip(page)[1]
    assert title(page) == f"The one listed smelter is {name}."
    lede = found.select_one(".fsd-lede").get_text()
    assert lede.startswith(f"The conflict minerals disclosure of {name} for 2021, under")
    assert len(found("h2")) == 4
