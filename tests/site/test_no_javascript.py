"""Without JavaScript every page is complete: a real browser that runs no script shows all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import open_context, overflow_px
from tests.support.built_site import pages

pytestmark = [pytest.mark.site, pytest.mark.browser]

DESKTOP, PHONE = 1280, 390

CUT_ELEMENTS = """
() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, dt, dd, caption, th, td, svg)")]
  .filter((element) => element.textContent.trim())
  .filter((element) => !element.closest("form, nav, [hidden], noscript, details:not([open]) > :not(summary)"))
  .filter((element) => !element.closest(".fsd-switch"))
  .filter((element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((element) => element.outerHTML.slice(0, 120))
"""
"""What stands in a page's text and cannot be seen. Left out: tools, what is closed on
purpose, and the chart, which shows what is chosen."""


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Page]:
    """One page for all tests of this module, without scripts."""
    refused: list[str] = []
    with open_context(browser, served, refused=refused, java_script_enabled=False) as context:
        yield context.new_page()
    assert refused == []


@pytest.fixture(autouse=True)
def wide(page: Page) -> None:
    page.set_viewport_size({"width": DESKTOP, "height": 900})


@dataclass(frozen=True)
class Visit:
    """What one page showed without scripts."""

    uri: str
    cut: list[str]
    """Parts of its text that cannot be seen on a desktop."""
    overflow_px: int
    """How much wider it is than the window of a phone."""


@pytest.fixture(scope="module")
def visits(page: Page, site: Path) -> list[Visit]:
    return [visit(page, uri) for uri in pages(site)]


def visit(page: Page, uri: str) -> Visit:
    page.set_viewport_size({"width": DESKTOP, "height": 900})
    page.goto(uri)
    expect(page.locator("main h1")).to_be_visible()
    cut = page.evaluate(CUT_ELEMENTS)
    page.set_viewport_size({"width": PHONE, "height": 900})
    return Visit(uri, cut, overflow_px(page))


def test_every_part_of_every_page_is_shown(visits: list[Visit]) -> None:
    assert len(visits) >= 10
    assert [f"/{visit.uri}: {part}" for visit in visits for part in visit.cut] == []


def test_on_a_phone_no_page_is_wider_than_the_window(visits: list[Visit]) -> None:
    assert [f"/{visit.uri} by {visit.overflow_px} px" for visit in visits if visit.overflow_px] == []


def test_all_298_rows_of_the_annex_are_shown(page: Page) -> None:
    page.goto("2021/annex/")
    assert page.locator("#fsd-annex tbody tr:visible").count() == 298


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    "row", ["gold-8853-s-p-a", "tin-luna-smelter-ltd", "tungsten-xinhai-rendan-shaoguan-tungsten-co-ltd"]
)
def test_the_address_of_a_row_leads_to_the_row(page: Page, row: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"2021/annex/#{row}")
    assert seen_at(page, row)


def seen_at(page: Page, row: str) -> bool:
    """Whether the name in a row of the annex can be seen, once loaded: nothing lies over its middle."""
    page.wait_for_load_state("load")
    return bool(
        page.evaluate(
            """(id) => {
              const name = document.getElementById(id).querySelector("th")
              const { left, top, width, height } = name.getBoundingClientRect()
              return name.contains(document.elementFromPoint(left + width / 2, top + height / 2))
            }""",
            row,
        )
    )


def test_a_sentence_about_a_row_links_to_the_row(page: Page) -> None:
    page.goto("2021/report/")
    page.get_by_role("link", name="Luna Smelter, Ltd.").first.click()
    expect(page.locator("#fsd-annex")).to_be_visible()
    page.wait_for_url("**/2021/annex/#tin-luna-smelter-ltd")
    assert seen_at(page, "tin-luna-smelter-ltd")


def test_the_chart_is_switched_without_a_script(page: Page) -> None:
    page.goto("2021/")
    chart = page.locator(".fsd-switch")
    for by in ("Metal", "Status", "Country"):
        chart.get_by_label(by, exact=True).check(force=True)
        assert chart.locator("table:visible").count() == 1
        expect(chart.locator("table:visible th").first).to_have_text(by)
    assert chart.locator("tbody tr:visible").count() == 11
    chart.get_by_label("All 46").check(force=True)
    assert chart.locator("tbody tr:visible").count() == 46
    expect(chart.locator("tbody tr:visible .fsd-number:visible").first).to_have_text(re.compile(r"^\s*58"))
    chart.get_by_label("Share", exact=True).check(force=True)
    expect(chart.locator("tbody tr:visible .fsd-s:visible").first).to_have_text("81.7%")
    assert chart.locator("tbody .fsd-bar--n:visible").count() == 0


def test_the_menu_leads_from_page_to_page(page: Page) -> None:
    page.goto("")
    page.locator(".md-tabs").get_by_role("link", name="2021").click()
    page.locator(".md-tabs").get_by_role("link", name="Form SD").click()
    for name in ("Report", "Annex", "Documents", "Overview"):
        page.get_by_label("Pages of 2021").get_by_role("link", name=name, exact=True).click()
        expect(page.locator(".md-tabs__item--active")).to_have_text(name)
        expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_an_address_that_is_not_there_leads_back_into_the_site(page: Page) -> None:
    response = page.goto("2021/no/such/page/")
    assert response is not None
    assert response.status == 404
    page.locator("main").get_by_role("link", name="Glossary").click()
    expect(page).to_have_url(re.compile("/glossary/$"))


def test_on_a_phone_the_menu_opens(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.goto("2021/")
    annex = page.locator(".md-sidebar--primary").get_by_role("link", name="Annex", exact=True)
    expect(annex).not_to_be_in_viewport()
    page.locator("label.md-header__button[for='__drawer']").click()
    annex.click()
    expect(page.locator("#fsd-annex")).to_be_visible()


def test_what_needs_a_script_is_not_offered(page: Page) -> None:
    page.goto("2021/annex/")
    for control in ("search", "palette"):
        expect(page.locator(f"[data-md-component='{control}']")).to_be_hidden()
    expect(page.locator("label.md-header__button[for='__search']")).to_be_hidden()
