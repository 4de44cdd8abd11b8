"""What a reader types and chooses before the scripts are there counts once they are."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.annex import ANNEX, box, choice, names, said, shows_chips

pytestmark = [pytest.mark.site, pytest.mark.browser]


class Held:
    """A file that the server keeps back until it is let go."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._routes: list[Route] = []
        page.route(address, lambda route: self._routes.append(route), times=1)

    def come(self) -> None:
        """The file arrives."""
        while not self._routes:
            self._page.wait_for_timeout(20)
        self._routes[0].continue_()


def early(page: Page, rest: str = "") -> Held:
    """The annex, of which ``annex.js`` has not come yet."""
    held = Held(page, "**/annex.js")
    page.goto(f"{ANNEX}{rest}", wait_until="commit")
    page.locator("#fsd-list-end").wait_for(state="attached")
    assert page.locator(".fsd-list--live").count() == 0
    return held


def test_a_word_typed_before_the_script_finds_its_rows(page: Page) -> None:
    held = early(page)
    box(page).press_sequentially("tin rwanda")
    held.come()
    expect(said(page)).to_have_text("1 of 298 rows")
    shows_chips(page, ["“tin rwanda”"])
    expect(box(page)).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?find=tin\+rwanda$"))


def test_what_is_chosen_before_the_script_counts(page: Page) -> None:
    held = early(page)
    choice(page, "metal", "tin").check()
    choice(page, "country", "RW").check()
    held.come()
    expect(said(page)).to_have_text("1 of 298 rows")
    shows_chips(page, ["Metal: Tin", "Country: Rwanda"])


def test_what_a_reader_does_while_an_address_waits_too_long_goes_before_the_address(page: Page) -> None:
    held = early(page, "?metal=gold")
    expect(box(page)).to_be_hidden()
    page.evaluate("document.documentElement.classList.remove('fsd-waits')")  # as after nine seconds
    box(page).fill("tin")
    held.come()
    expect(said(page)).to_have_text("76 of 298 rows")
    shows_chips(page, ["“tin”"])


def test_an_order_chosen_before_the_script_is_kept(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    held = early(page)
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.get_by_role("combobox", name="Sort by").select_option("-name")
    held.come()
    page.get_by_role("button", name="Show 298 rows").click()
    found = names(page)
    assert len(found) == 298
    assert found[0] > found[-1]
    expect(page).to_have_url(re.compile(r"\?sort=-name$"))


def test_clear_clears_before_the_script_and_after_it(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    late = Held(page, "**/annex-more.js")
    held = early(page)
    page.get_by_role("button", name="Filter").click()
    choice(page, "metal", "tin").check()
    clear = page.locator(".fsd-facets__clear")
    clear.click()
    expect(choice(page, "metal", "tin")).not_to_be_checked()
    held.come()
    choice(page, "metal", "gold").check()
    expect(page.get_by_role("button", name="Show 133 rows")).to_be_visible()
    clear.click()
    expect(page.get_by_role("button", name="Show 298 rows")).to_be_visible()
    late.come()
    shows_chips(page, [])


@pytest.mark.parametrize("script", ["annex.js", "annex-more.js"])
def test_a_word_typed_into_a_facets_box_before_its_script_counts(page: Page, script: str) -> None:
    late = Held(page, f"**/{script}")
    page.goto(ANNEX, wait_until="commit")
    page.get_by_role("textbox", name="Find in Country").press_sequentially("VIÉT")
    late.come()
    expect(page.locator('label:visible:has(input[name="country"])')).to_have_text([re.compile("Vietnam")])


def test_a_menu_that_was_opened_before_the_script_is_filled(page: Page) -> None:
    held = early(page)
    page.locator("summary", has_text="Cite").click()
    held.come()
    expect(page.get_by_role("button", name="Copy citation")).to_be_visible()
    assert page.locator(".fsd-menu--cite p").inner_text() != ""


def test_a_row_opens_that_was_asked_for_before_its_script(page: Page) -> None:
    late = Held(page, "**/annex-more.js")
    page.goto(ANNEX, wait_until="domcontentloaded")
    page.get_by_role("button", name="Details of").first.click()
    late.come()
    expect(page.locator(".fsd-detail")).to_have_count(1)


def test_the_search_of_the_site_is_there_once_it_works(page: Page) -> None:
    held = Held(page, "**/bundle*.js")
    page.goto("2021/", wait_until="commit")
    page.locator(".fsd-footer").wait_for()
    field = page.locator(".md-search__input")
    expect(field).to_be_hidden()
    held.come()
    expect(field).to_be_visible()


def test_the_search_of_the_site_answers_what_was_typed_before_its_records_came(page: Page) -> None:
    held = Held(page, "**/search_index.json")
    page.goto("2021/")
    field = page.locator(".md-search__input")
    field.press_sequentially("rwanda")
    held.come()
    expect(page.locator(".md-search-result__item").first).to_be_attached()
