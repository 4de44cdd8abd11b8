"""Form SD as a page, held against the form's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model import Route
from generator.pages import form_sd_page as form_sd
from generator.pages.page import Page
from generator.pages.tables.prose_tables import prose_tables
from generator.prose.facts import facts_of
from generator.prose.prose import RenderedSection, render_sections
from tests.support.builders import form_texts
from tests.support.filing import restated

ONE_RULE, TWO_RULES = "2013-2019", "from-2020"
ALONE = (Route.INQUIRY.value, Route.STAFF_STATEMENT.value)

each_layout = pytest.mark.parametrize("layout", [ONE_RULE, TWO_RULES])
each_route = pytest.mark.parametrize("route", [route.value for route in Route])
each_route_alone = pytest.mark.parametrize("route", ALONE)
each_state = pytest.mark.parametrize("state", ["draft", "final"])

ITEM = (
    "{% if filing.has_report %}\n"
    "A Conflict Minerals Report is filed as Exhibit 1.01 to this {{ filing.form }}.\n"
    "{% endif %}\n"
    "This is public at {{ registrant.disclosure_url|link }}.\n"
)
TEXTS = {"item_1_01": ITEM, "not_applicable": "Not applicable.\n"}

SECTIONS = (
    RenderedSection(
        number=1,
        slug="inquiry",
        title="Country of origin inquiry",
        body="We asked seven contract manufacturers.\n\n## Design\n\nEach got the template.",
        file="data/2021/report/01-inquiry.md",
    ),
    RenderedSection(
        number=2,
        slug="results",
        title="Results",
        body="All answered.",
        file="data/2021/report/02-results.md",
    ),
)


def form_page(texts: Mapping[str, str] = TEXTS, **changes: Any) -> Page:
    """The form of the filing with ``changes``, and ``texts`` of its folder by their names."""
    year = replace(restated(**changes), form_files=form_texts(**texts))
    facts = facts_of(year)
    texts, problems = render_sections(year.form_sections, facts, prose_tables(year, facts))
    assert problems == ()
    return form_sd.render(year, facts, SECTIONS, texts)


def html(page: Page) -> BeautifulSoup:
    """The page as the site's Markdown makes it."""
    extensions = ["attr_list", "md_in_html", "toc", "def_list", "tables", "footnotes", "abbr"]
    return BeautifulSoup(markdown.markdown(page.markdown, extensions=extensions), "lxml")


def lines(page: Page) -> list[str]:
    """Headings, paragraphs and terms of the page as a reader sees them."""
    blocks = html(page).find_all(["h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "dd"])
    return [" ".join(block.get_text(" ").split()) for block in blocks]


def outline(page: Page) -> list[tuple[int, str]]:
    headings = html(page).find_all(re.compile("^h[1-6]$"))
    return [(int(found.name[1]), " ".join(found.get_text(" ").split())) for found in headings]


def test_cover_of_2013_has_the_captions_in_the_order_of_the_form() -> None:
    assert lines(form_page(form__layout=ONE_RULE))[:14] == [
        "UNITED STATES SECURITIES AND EXCHANGE COMMISSION Washington, D.C. 20549",
        "FORM SD SPECIALIZED DISCLOSURE REPORT",
        "Qualys, Inc.",
        "(Exact name of the registrant as specified in its charter)",
        "Delaware",
        "(State or other jurisdiction of incorporation or organization)",
        "001-35662",
        "(Commission File Number)",
        "",
        "(I.R.S. Employer Identification No.)",
        "919 E. Hillsdale Boulevard, 4th Floor, Foster City, California",
        "(Address of principal executive offices)",
        "94404",
        "(Zip code)",
    ]


def test_contact_stands_over_its_caption() -> None:
    assert lines(form_page())[14:16] == [
        "Bruce K. Posey, Chief Legal Officer and Corporate Secretary (650) 801-6100",
        "(Name and telephone number, including area code, of the person to contact in connection"
        " with this report.)",
    ]


def test_layout_of_2013_has_one_rule_which_is_checked() -> None:
    assert lines(form_page(form__layout=ONE_RULE))[16:18] == [
        "Check the appropriate box to indicate the rule pursuant to which this form is being filed,"
        " and provide the period to which the information in this form applies:",
        "☒ Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting"
        " period from January 1 to December 31, 2021.",
    ]


def test_layout_of_2020_has_two_rules_of_which_the_first_is_checked() -> None:
    assert lines(form_page(form__layout=TWO_RULES))[16:19] == [
        "Check the appropriate box to indicate the rule pursuant to which this Form is being submitted,"
        " and provide the period to which the information in this Form applies:",
        "☒ Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting"
        " period from January 1 to December 31, 2021.",
        "☐ Rule 13q-1 under the Securities Exchange Act (17 CFR 240.13q-1) for the fiscal year ended ______.",
    ]


def test_layout_of_2013_with_a_report_reads_as_the_form() -> None:
    assert lines(form_page(form__layout=ONE_RULE))[18:] == [
        "Section 1 – Conflict Minerals Disclosure",
        "Item 1.01 Conflict Minerals Disclosure and Report",
        "Conflict Minerals Disclosure",
        "A Conflict Minerals Report is filed as Exhibit 1.01 to this Form SD. This is public at"
        " https://investor.qualys.com/financials-filings/sec-filings .",
        "Item 1.02 Exhibit",
        "The Conflict Minerals Report required by Item 1.01 is filed as Exhibit 1.01 to this Form SD.",
        "Section 2 – Exhibits",
        "Item 2.01 Exhibits",
        "SIGNATURES",
        "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused"
        " this report to be signed on its behalf by the duly authorized undersigned.",
        "Qualys, Inc.",
        "By:",
        "/s/ Bruce K. Posey",
        "Name:",
        "Bruce K. Posey",
        "Title:",
        "Chief Legal Officer and Corporate Secretary",
        "Date:",
        "May 31, 2022",
    ]


def test_layout_of_2020_puts_resource_extraction_before_the_exhibits() -> None:
    found = lines(form_page(form__layout=TWO_RULES))
    start = found.index("Section 2 – Resource Extraction Issuer Disclosure")
    assert found[start : start + 5] == [
        "Section 2 – Resource Extraction Issuer Disclosure",
        "Item 2.01 Resource Extraction Issuer Disclosure and Report",
        "Not applicable.",
        "Section 3 – Exhibits",
        "Item 3.01 Exhibits",
    ]


@each_layout
def test_exhibits_stand_in_a_table_with_number_and_description(layout: str) -> None:
    table = html(form_page(form__layout=layout)).select_one(".fsd-form__exhibits")
    assert [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")] == [
        ["Exhibit No.", "Description"],
        ["1.01", "Conflict Minerals Report as required by Items 1.01 and 1.02 of this Form."],
    ]


@each_layout
def test_a_box_says_to_those_who_listen_whether_it_is_checked(layout: str) -> None:
    boxes = html(form_page(form__layout=layout)).select(".fsd-form__box")
    assert [(box.get_text(), box["aria-label"]) for box in boxes] == [
        ("☒", "Checked"),
        ("☐", "Not checked"),
    ][: len(boxes)]


@each_route_alone
def test_form_alone_holds_the_disclosure_under_the_exact_heading(route: str) -> None:
    found = lines(form_page(form={"route": route, "layout": ONE_RULE}))
    start = found.index("Conflict Minerals Disclosure")
    assert found[start : start + 13] == [
        "Conflict Minerals Disclosure",
        "Country of origin inquiry",
        "We asked seven contract manufacturers.",
        "Design",
        "Each got the template.",
        "Results",
        "All answered.",
        "This is public at https://investor.qualys.com/financials-filings/sec-filings .",
        "Item 1.02 Exhibit",
        "Not applicable.",
        "Section 2 – Exhibits",
        "Item 2.01 Exhibits",
        "Not applicable.",
    ]


@each_layout
@each_route_alone
def test_form_alone_names_no_exhibit_and_links_to_no_report(route: str, layout: str) -> None:
    text = form_page(form={"route": route, "layout": layout}).markdown
    assert "Exhibit 1.01" not in text
    assert "../report/" not in text
    assert "Conflict Minerals Report" not in text


@each_layout
def test_exhibit_links_to_the_report_and_sections_stay_in_it(layout: str) -> None:
    page = form_page(form__layout=layout)
    links = [link["href"] for link in html(page).find_all("a") if not link["href"].startswith("#")]
    assert links == ["https://investor.qualys.com/financials-filings/sec-filings", "../report/"]
    assert "Country of origin inquiry" not in page.markdown


@each_state
@each_layout
@each_route
def test_one_first_heading_and_no_level_left_out(route: str, layout: str, state: str) -> None:
    levels = [
        level for level, _ in outline(form_page(form={"route": route, "layout": layout}, filing__state=state))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_of_a_form_alone_nest_under_the_disclosure() -> None:
    found = outline(form_page(form={"route": ALONE[0], "layout": ONE_RULE}))
    assert found == [
        (1, "FORM SD SPECIALIZED DISCLOSURE REPORT"),
        (2, "Section 1 – Conflict Minerals Disclosure"),
        (3, "Item 1.01 Conflict Minerals Disclosure and Report"),
        (4, "Conflict Minerals Disclosure"),
        (5, "Country of origin inquiry"),
        (6, "Design"),
        (5, "Results"),
        (3, "Item 1.02 Exhibit"),
        (2, "Section 2 – Exhibits"),
        (3, "Item 2.01 Exhibits"),
        (2, "SIGNATURES"),
    ]


def test_headings_have_addresses_that_stay() -> None:
    found = [
        heading["id"] for heading in html(form_page(form__layout=TWO_RULES)).find_all(re.compile("^h[1-4]$"))
    ]
    assert found == [
        "form-sd",
        "section-1",
        "item-1-01",
        "conflict-minerals-disclosure",
        "item-1-02",
        "section-2",
        "item-2-01",
        "section-3",
        "item-3-01",
        "signatures",
    ]


@each_layout
@each_route
def test_draft_is_neither_signed_nor_dated_whatever_is_known(route: str, layout: str) -> None:
    page = form_page(form={"route": route, "layout": layout}, filing__state="draft")
    assert lines(page)[-9:] == [
        "By:",
        "",
        "Name:",
        "Bruce K. Posey",
        "Title:",
        "Chief Legal Officer and Corporate Secretary",
        "Date:",
        "",
        "Draft: this form is not signed, not dated and not filed.",
    ]
    assert "/s/" not in page.markdown
    assert "May 31, 2022" not in page.markdown


def test_draft_without_signatory_leaves_name_and_title_open() -> None:
    found = lines(form_page(filing={"state": "draft"}))
    assert found[-7:-3] == ["Name:", "", "Title:", ""]


@each_state
@each_layout
@each_route
def test_amendment_is_form_sd_a_with_its_number(route: str, layout: str, state: str) -> None:
    changes = {"form": {"route": route, "layout": layout}, "filing__amendment": 1, "filing__state": state}
    page = form_page(**changes)
    assert outline(page)[0] == (1, "FORM SD/A (Amendment No. 1) SPECIALIZED DISCLOSURE REPORT")
    assert page.meta.title == "2021 Form SD/A"


def test_employer_number_stands_over_its_caption() -> None:
    found = lines(form_page(registrant__ein="77-0534145"))
    assert found[found.index("(I.R.S. Employer Identification No.)") - 1] == "77-0534145"


def test_contact_without_title_has_no_comma() -> None:
    found = lines(form_page(registrant__contact={"name": "Bruce K. Posey", "telephone": "(650) 801-6100"}))
    assert found[14] == "Bruce K. Posey (650) 801-6100"


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "</p></div>\n\n# Heading",
        "A | b | {{ x }} {% y %} [c](javascript:d) *e* _f_ [^1]",
        'Quote " & <b> {: onclick=alert(1) }',
        "شركة ‏مثال",
    ],
)
def test_registrant_name_is_shown_as_it_is_everywhere(name: str) -> None:
    page = form_page(registrant__name=name)
    shown = " ".join(name.split())
    assert [line for line in lines(page) if line == shown] == [shown, shown]
    assert outline(page) == outline(form_page())
    assert not html(page).find_all(["script", "b"])
    assert not html(page).find_all(onclick=True)


def test_page_says_to_the_theme_what_it_is() -> None:
    page = form_page(notice="An example.")
    assert page.uri == "2021/form-sd.md"
    assert page.meta.as_data() == {
        "title": "2021 Form SD",
        "description": "Form SD of Qualys, Inc.: specialized disclosure report under Rule 13p-1 for the"
        " reporting period from January 1 to December 31, 2021.",
        "year": 2021,
        "state": "final",
        "kind": "form",
        "notice": "An example.",
    }


def test_published_text_has_no_marks() -> None:
    assert not re.search("[\U000f0001-\U000f0003]", form_page().complete)


JOINT = {
    "co_registrants": [
        {
            "name": "Example Finance LLC",
            "jurisdiction": "Delaware",
            "commission_file_number": "333-201234-01",
            "ein": "12-3456789",
            "signatory": {"name": "Ina Example", "title": "President"},
        },
        {"name": "Example Trust", "jurisdiction": "Maryland", "commission_file_number": "1-768"},
    ]
}
FOREIGN = {
    "registrant": {
        "name": "Kabushiki Kaisha Beispiel",
        "translation": "Example Corporation",
        "jurisdiction": "Japan",
        "commission_file_number": "001-14948",
        "address": {"street": "1, Beispiel-cho", "city": "Beispiel-shi", "country": "Japan"},
        "contact": {"name": "Ina Example", "telephone": "+81 555 0142"},
        "disclosure_url": "https://www.example.com/2021/",
    }
}


def fields(page: Page) -> list[tuple[str, str]]:
    """The fields of the cover: caption and what stands above it, in their order."""
    found = html(page).select(".fsd-form__field")
    return [
        (
            " ".join(field.select_one(".fsd-form__caption").get_text(" ").split()),
            " ".join(" ".join(one.get_text(" ").split()) for one in field.select(".fsd-form__value")),
        )
        for field in found
    ]


NAME, PLACE = (
    "(Exact name of the registrant as specified in its charter)",
    "(Address of principal executive offices)",
)
NUMBER, EIN = "(Commission File Number)", "(I.R.S. Employer Identification No.)"


def values(page: Page, caption: str) -> list[str]:
    return [value for name, value in fields(page) if name == caption]


def test_cover_lists_each_registrant_with_its_own_numbers_above_the_address_that_they_share() -> None:
    page = form_page(**JOINT)
    assert values(page, NAME) == ["Qualys, Inc.", "Example Finance LLC", "Example Trust"]
    assert values(page, NUMBER) == ["001-35662", "333-201234-01", "1-768"]
    assert values(page, EIN) == ["", "12-3456789", ""]
    assert values(page, PLACE) == ["919 E. Hillsdale Boulevard, 4th Floor, Foster City, California"]
    captions = [name for name, _ in fields(page)]
    assert captions.index(PLACE) > max(at for at, name in enumerate(captions) if name == NAME)


def test_an_address_of_its_own_stands_below_its_registrant() -> None:
    joint = [{**JOINT["co_registrants"][0], "address": {"street": "2 Own Way", "city": "Ownville"}}]
    found = fields(form_page(co_registrants=joint))
    assert [value for name, value in found if name in (NAME, PLACE)] == [
        "Qualys, Inc.",
        "919 E. Hillsdale Boulevard, 4th Floor, Foster City, California",
        "Example Finance LLC",
        "2 Own Way, Ownville",
    ]


def test_each_registrant_signs_by_its_own_officer_or_by_that_of_the_filing() -> None:
    blocks = html(form_page(**JOINT)).select(".fsd-form__signature")
    found = [" ".join(block.get_text(" ").split()) for block in blocks]
    assert found == [
        f"{name} By: /s/ {officer} Name: {officer} Title: {title} Date: May 31, 2022"
        for name, officer, title in (
            ("Qualys, Inc.", "Bruce K. Posey", "Chief Legal Officer and Corporate Secretary"),
            ("Example Finance LLC", "Ina Example", "President"),
            ("Example Trust", "Bruce K. Posey", "Chief Legal Officer and Corporate Secretary"),
        )
    ]


def test_a_foreign_registrant_leaves_blank_what_it_has_not() -> None:
    page = form_page(**FOREIGN)
    assert fields(page)[:6] == [
        (NAME, "Kabushiki Kaisha Beispiel (Example Corporation)"),
        ("(State or other jurisdiction of incorporation or organization)", "Japan"),
        (NUMBER, "001-14948"),
        (EIN, ""),
        (PLACE, "1, Beispiel-cho, Beispiel-shi, Japan"),
        ("(Zip code)", ""),
    ]
    assert "Not stated" not in page.markdown


def test_a_translated_name_stands_on_a_line_of_its_own() -> None:
    found = html(form_page(**FOREIGN))
    name, translation = found.select(".fsd-form__field")[0].select(".fsd-form__value")
    assert (name.get_text(), translation.get_text()) == ("Kabushiki Kaisha Beispiel", "(Example Corporation)")


NOTE = (
    "# Explanatory note\n\nWe file this {{ filing.form }} to add two smelters.\n\n"
    "## What stays\n\nThe rest.\n"
)


def test_an_amendment_says_form_sd_a_of_itself_and_begins_with_its_note() -> None:
    page = form_page({**TEXTS, "explanatory_note": NOTE}, filing__amendment=1)
    text = " ".join(lines(page))
    assert "is filed as Exhibit 1.01 to this Form SD/A." in text
    assert not re.search(r"this Form SD(?!/A)", text)
    assert outline(page)[1:4] == [
        (2, "Explanatory note"),
        (3, "What stays"),
        (2, "Section 1 – Conflict Minerals Disclosure"),
    ]
    assert html(page).find(id="explanatory-note") is not None


def test_a_note_without_a_title_stands_below_the_usual_one() -> None:
    page = form_page({**TEXTS, "explanatory_note": "We add two smelters.\n"}, filing__amendment=1)
    assert outline(page)[1] == (2, "EXPLANATORY NOTE")


def test_an_original_shows_no_note_that_is_left_over() -> None:
    assert "two smelters" not in form_page({**TEXTS, "explanatory_note": NOTE}).markdown


@each_route
def test_item_1_01_stands_in_the_words_of_the_filer_and_of_nobody_else(route: str) -> None:
    own = "Our own words on gold, at {{ registrant.disclosure_url }}.\n\n## A heading\n\nMore.\n"
    found = lines(form_page({"item_1_01": own}, form={"route": route, "layout": ONE_RULE}))
    start, end = found.index("Conflict Minerals Disclosure"), found.index("Item 1.02 Exhibit")
    of_item = [
        "Our own words on gold, at https://investor.qualys.com/financials-filings/sec-filings.",
        "A heading",
        "More.",
    ]
    assert found[start + 1 : end][-3:] == of_item
    if route == Route.REPORT.value:
        assert found[start + 1 : end] == of_item


def test_items_that_do_not_apply_are_blank_where_the_filer_says_nothing() -> None:
    page = form_page({"item_1_01": ITEM}, form={"route": ALONE[0], "layout": TWO_RULES})
    assert "Not applicable" not in page.markdown
    assert (3, "Item 1.02 Exhibit") in outline(page)
