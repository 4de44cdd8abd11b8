"""The report page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import markdown
from bs4 import BeautifulSoup

from generator.model import FacilityList
from generator.pages import report_page as report
from generator.pages.page import Page
from generator.prose.facts import facts_of
from generator.prose.marks import BEGIN, END, mark
from generator.prose.prose import RenderedSection
from tests.support.filing import restated

SECTIONS = (
    RenderedSection(
        1, "one", "First", f"Seven {mark('7', 'survey.suppliers')}.\n\n## Below\n\nText.", "01-one.md"
    ),
    RenderedSection(2, "two", "Second", '<p class="a">Raw & <b>kept</b></p>\n\n*Kept* too.', "02-two.md"),
)


def report_page(**changes: Any) -> Page:
    year = restated(**{"rows": ({},), **changes})
    return report.render(year, facts_of(year), SECTIONS)


def html(page: Page) -> BeautifulSoup:
    return BeautifulSoup(
        markdown.markdown(page.markdown, extensions=["md_in_html", "toc", "attr_list"]), "lxml"
    )


def test_sections_follow_in_order_below_the_title() -> None:
    headings = [(h.name, h.get_text()) for h in html(report_page())(["h1", "h2", "h3"])]
    assert headings == [
        ("h1", "Conflict Minerals Report"),
        ("h2", "First"),
        ("h3", "Below"),
        ("h2", "Second"),
    ]


def test_sections_are_not_escaped_again() -> None:
    assert html(report_page()).select_one("p.a b").get_text() == "kept"
    assert html(report_page()).em.get_text() == "Kept"


def test_registrant_and_period_stand_under_the_title() -> None:
    assert html(report_page()).select_one(".fsd-lede").get_text(" / ") == (
        "Qualys, Inc. / For the reporting period from January 1, 2021 to December 31, 2021"
    )


def test_page_links_to_form_annex_and_documents() -> None:
    assert [a["href"] for a in html(report_page())("a")] == [
        "form-sd.md", "annex.md", "documents.md", "annex.md",
    ]  # fmt: skip


def lede(page: Page) -> str:
    return " ".join(html(page).select_one(".fsd-lede").find_next("p").get_text().split())


def test_figures_are_said_to_be_counted_only_where_they_are() -> None:
    counted = RenderedSection(1, "a", "A", f"All {mark('7', 'facilities.total')}.", "01-a.md")
    year = restated(rows=({},))
    page = report.render(year, facts_of(year), (counted,))
    assert lede(page) == (
        "This report is Exhibit 1.01 to Form SD. Its figures are counted in the list that the annex shows."
    )
    assert lede(report_page()) == (
        "This report is Exhibit 1.01 to Form SD. The list of smelters and refiners stands in the annex."
    )


def test_without_form_and_without_list_nothing_leads_to_them() -> None:
    page = report_page(rows=(), annex=None, registrant__address=None)
    assert lede(page) == "This report is Exhibit 1.01 to Form SD."
    assert [a["href"] for a in html(page)("a")] == ["documents.md"]


def test_a_list_is_named_behind_its_section() -> None:
    year = restated(rows=({},))
    year = replace(year, lists=(FacilityList("a", "Annex *A*", year.smelters, section="01-one"),))
    page = report.render(year, facts_of(year), SECTIONS)
    (named,) = html(page).find_all("p", string=None, attrs={"data-site-only": "yes"})[1:]
    assert named.get_text() == "Here the filing has its list: Annex *A*, 1 row"
    assert named.find_next("h2").get_text() == "Second"


def test_hostile_registrant_is_shown_as_text() -> None:
    page = report_page(registrant__name="<script>a</script> {{ x }}")
    assert not html(page)("script")
    assert "<script>a</script> {{ x }}" in html(page).get_text()


def test_published_text_has_no_marks() -> None:
    assert not {BEGIN, END} & set(report_page().markdown)


def test_meta_says_what_the_theme_needs() -> None:
    assert report_page().meta.as_data() == {
        "title": "2021 Conflict Minerals Report",
        "description": "Conflict Minerals Report of Qualys, Inc. for 2021: covered products, country of"
        " origin inquiry, due diligence and its results.",
        "year": 2021,
        "state": "final",
        "kind": "report",
    }
