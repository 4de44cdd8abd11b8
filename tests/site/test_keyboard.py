"""The keyboard alone: what a reader without a mouse can reach and do on the built site."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browser import NewPage, comes_true

pytestmark = [pytest.mark.site, pytest.mark.browser]

PHONE = 390

TAB_LIMIT = 60
"""More stops than any page has before its text."""


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the element has the focus; it must then be seen. Waits for one that a script makes."""
    wanted.wait_for(state="attached")
    for _ in range(TAB_LIMIT):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            expect(wanted).to_be_in_viewport()
            return
    raise AssertionError(f"the Tab key does not reach {wanted}")


def has_focus_ring(element: Locator) -> bool:
    """Whether the element shows by an outline that it has the focus."""
    return bool(
        element.evaluate(
            """(element) => {
              const style = getComputedStyle(element)
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
            }"""
        )
    )


def test_the_first_stop_skips_to_the_text(page: Page) -> None:
    page.goto("2021/report/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    page.keyboard.press("Tab")
    comes_true(page, "document.querySelector('article').contains(document.activeElement)", True)


def test_the_tabs_lead_to_the_years_and_pages(page: Page) -> None:
    page.goto("")
    tab = page.locator(".md-tabs").get_by_role("link", name="Glossary")
    tab_to(page, tab)
    assert has_focus_ring(tab)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/glossary/$"))
    year = page.locator(".md-tabs").get_by_role("link", name="2021")
    tab_to(page, year)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/2021/$"))


def test_the_contents_never_scroll_away_from_the_link_that_has_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto("2021/report/")
    links = page.locator(".md-sidebar--secondary .md-nav__link:visible").all()
    tab_to(page, links[0])
    for link in links[1:]:
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        page.wait_for_timeout(150)  # the contents follow the text, which the focus may have moved
        expect(link).to_be_in_viewport(ratio=0.9)


def test_the_search_is_reached_finds_and_leads_there(page: Page) -> None:
    page.goto("2021/")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_visible()
    tab_to(page, field)
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    # All at once: results for the first letters, still on their way, would take the focus with them.
    page.keyboard.insert_text("due diligence")
    page.keyboard.press("End")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(result).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/2021/report/"))


def test_the_search_is_opened_and_left_by_a_key(page: Page) -> None:
    page.goto("2021/form-sd/")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_visible()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()


def test_the_search_is_left_before_the_theme_knows_that_it_was_opened(page: Page) -> None:
    page.goto("2021/form-sd/")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_visible()
    field.evaluate(
        """field => {
          field.focus()
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))
        }"""
    )
    expect(field).not_to_be_focused()
    page.keyboard.press("/")
    expect(field).to_be_focused()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_keys_open_the_search_where_it_stands_behind_its_sign(page: Page, key: str) -> None:
    """On the page of the list one search box is seen: that of the list."""
    page.goto("2021/annex/")
    page.locator(".fsd-list--live").wait_for()
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_hidden()
    page.keyboard.press(key)
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    page.locator("#fsd-find").focus()
    page.keyboard.press(key)
    expect(page.locator("#fsd-find")).to_have_value(key)
    expect(field).to_be_hidden()


def test_the_palette_is_switched(page: Page) -> None:
    page.goto("2021/")
    scheme = "data-md-color-scheme"
    body = page.locator("body")
    expect(body).to_have_attribute(scheme, "default")
    palette = page.locator("form[data-md-component='palette']")
    expect(palette).to_be_visible()
    tab_to(page, palette.locator("input").first)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(body).to_have_attribute(scheme, "slate")
    page.reload()
    expect(body).to_have_attribute(scheme, "slate")


def test_the_list_of_the_annex_scrolls(page: Page) -> None:
    """It scrolls with the page, so that its box is no stop of its own: its first row is."""
    page.goto("2021/annex/")
    row = page.locator("#fsd-annex tbody tr").first.get_by_role("button")
    row.focus()
    before = page.evaluate("window.scrollY")
    page.keyboard.press("PageDown")
    page.wait_for_function("before => window.scrollY > before + 100", arg=before)


def test_on_a_phone_the_menu_opens_takes_the_focus_and_gives_it_back(new_page: NewPage) -> None:
    page = new_page(width=PHONE)
    page.goto("2021/")
    menu = page.get_by_role("button", name="Menu")
    tab_to(page, menu)
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    comes_true(page, "document.querySelector('.md-sidebar--primary').contains(document.activeElement)", True)
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_on_a_phone_the_search_opens_takes_the_focus_and_gives_it_back(new_page: NewPage) -> None:
    page = new_page(width=PHONE)
    page.goto("2021/")
    search = page.get_by_role("button", name="Search").first
    tab_to(page, search)
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(search).to_be_focused()


def test_every_stop_of_a_page_can_be_seen(page: Page) -> None:
    page.goto("2021/")
    unseen = []
    for _ in range(TAB_LIMIT):
        page.keyboard.press("Tab")
        found = page.evaluate(STOP)
        if found is None:
            break
        if not found["seen"]:
            unseen.append(found["html"])
    assert unseen == []


STOP = """
() => {
  const stop = document.activeElement
  if (stop === document.body) return null
  const shown = stop.matches("input[type=radio], input[type=checkbox]") ? stop.parentElement : stop
  const { width, height, bottom, top } = shown.getBoundingClientRect()
  const seen = width > 1 && height > 1 && bottom > 0 && top < innerHeight
  return { seen, html: stop.outerHTML.slice(0, 160) }
}
"""
"""The element that has the focus, and whether it stands inside the window; None at the end of the page."""
