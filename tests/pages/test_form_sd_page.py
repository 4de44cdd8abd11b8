"""Form SD as a page, held against the form's own words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model import Route
from generator.pages import form_sd_page as form_sd
from generator.pages.page import Page
from generator.prose.facts import facts_of
from generator.prose.prose import RenderedSection
from tests.support.filing import restated

ONE_RULE, TWO_RULES = "2013-2019", "from-2020"
ALONE = (Route.INQUIRY.value, Route.STAFF_STATEMENT.value)

each_layout = pytest.mark.parametrize("layout", [ONE_RULE, TWO_RULES])
each_route = pytest.mark.parametrize("route", [route.value for route in Route])
each_route_alone = pytest.mark.parametrize("route", ALONE)
each_state = pytest.mark.parametrize("state", ["draft", "final"])

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


def form_page(**changes: Any) -> Page:
    year = restated(**changes)
    return form_sd.render(year, facts_of(year), SECTIONS)


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
        "Not stated",
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
        "☒ Checked Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting"
        " period from January 1 to December 31, 2021.",
    ]


def test_layout_of_2020_has_two_rules_of_which_the_first_is_checked() -> None:
    assert lines(form_page(form__layout=TWO_RULES))[16:19] == [
        "Check the appropriate box to indicate the rule pursuant to which this Form is being submitted,"
        " and provide the period to which the information in this Form applies:",
        "☒ Checked Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1) for the reporting"
        " period from January 1 to December 31, 2021.",
        "☐ Not checked Rule 13q-1 under the Securities Exchange Act (17 CFR 240.13q-1) for the fiscal"
        " year ended ______.",
    ]


def test_layout_of_2013_with_a_report_reads_as_the_form() -> None:
    assert lines(form_page(form__layout=ONE_RULE))[18:] == [
        "Section 1 – Conflict Minerals Disclosure",
        "Item 1.01 Conflict Minerals Disclosure and Report",
        "Conflict Minerals Disclosure",
        "A Conflict Minerals Report for the reporting period from January 1 to December 31, 2021 is filed as"
        " Exhibit 1.01 to this Form SD. This Form SD and the Conflict Minerals Report are publicly available"
        " at https://investor.qualys.com/financials-filings/sec-filings .",
        "Item 1.02 Exhibit",
        "The Conflict Minerals Report required by Item 1.01 is filed as Exhibit 1.01 to this Form SD.",
        "Section 2 – Exhibits",
        "Item 2.01 Exhibits",
        "Exhibit 1.01 – Conflict Minerals Report as required by Items 1.01 and 1.02 of this Form.",
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
    assert found[start : start + 6] == [
        "Section 2 – Resource Extraction Issuer Disclosure",
        "Item 2.01 Resource Extraction Issuer Disclosure and Report",
        "Not applicable.",
        "Section 3 – Exhibits",
        "Item 3.01 Exhibits",
        "Exhibit 1.01 – Conflict Minerals Report as required by Items 1.01 and 1.02 of this Form.",
    ]


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
        "This disclosure is publicly available at"
        " https://investor.qualys.com/financials-filings/sec-filings .",
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
    assert "report.md" not in text
    assert "Conflict Minerals Report" not in text


@each_layout
def test_exhibit_links_to_the_report_and_sections_stay_in_it(layout: str) -> None:
    page = form_page(form__layout=layout)
    links = [link["href"] for link in html(page).find_all("a") if not link["href"].startswith("#")]
    assert links == ["https://investor.qualys.com/financials-filings/sec-filings", "report.md"]
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
        (2, "Item 1.01 Conflict Minerals Disclosure and Report"),
        (3, "Conflict Minerals Disclosure"),
        (4, "Country of origin inquiry"),
        (5, "Design"),
        (4, "Results"),
        (2, "Item 1.02 Exhibit"),
        (2, "Section 2 – Exhibits"),
        (2, "Item 2.01 Exhibits"),
        (2, "SIGNATURES"),
    ]


def test_headings_have_addresses_that_stay() -> None:
    found = [
        heading["id"] for heading in html(form_page(form__layout=TWO_RULES)).find_all(["h1", "h2", "h3"])
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
        "Not signed",
        "Name:",
        "Bruce K. Posey",
        "Title:",
        "Chief Legal Officer and Corporate Secretary",
        "Date:",
        "Not dated",
        "Draft: this form is not signed, not dated and not filed.",
    ]
    assert "/s/" not in page.markdown
    assert "May 31, 2022" not in page.markdown


def test_draft_without_signatory_leaves_name_and_title_open() -> None:
    found = lines(form_page(filing={"state": "draft"}))
    assert found[-7:-3] == ["Name:", "Not stated", "Title:", "Not stated"]


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
    assert "Not stated" not in found


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
