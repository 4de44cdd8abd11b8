"""The annex for every reader in a real browser: phone, touch, large text, axe, print, no script, odd rows."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.annex import (
    ANNEX,
    HOSTILE,
    ODD_STATUS,
    ODD_STATUS_KEY,
    PHONE,
    ROW,
    OpenAnnex,
    box,
    choice,
    names,
    rows,
    said,
    seen,
    shows_chips,
    sorter,
)
from tests.support.axe import run_axe
from tests.support.browser import comes_true, overflow_px

pytestmark = [pytest.mark.site, pytest.mark.browser]

KILOBYTE = 1000


@pytest.fixture
def annex(open_annex: OpenAnnex) -> Page:
    """The annex of the 2021 filing."""
    return open_annex()


# ---- Phone, touch, large text ------------------------------------------------------------------


def test_on_a_phone_rows_are_cards_that_keep_their_header_cells(open_annex: OpenAnnex) -> None:
    page = open_annex("?find=penoles", **PHONE)
    row = rows(page)
    expect(row).to_have_css("flex-wrap", "wrap")
    headings = page.locator("#fsd-annex").get_by_role("columnheader").all_text_contents()
    assert headings == ["Smelter or refiner", "Status", "Metal", "Country"]
    parts = {"table", "rowgroup", "row", "columnheader", "rowheader", "cell", "caption"}
    assert accessible_roles(page) == parts
    assert overflow_px(page) == 0


def accessible_roles(page: Page) -> set[str]:
    """Roles of the table's parts as assistive technology is told them."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]
    table = session.send("DOM.querySelector", {"nodeId": root["nodeId"], "selector": "#fsd-annex"})
    nodes = session.send("Accessibility.queryAXTree", {"nodeId": table["nodeId"]})["nodes"]
    parts = {"table", "rowgroup", "row", "columnheader", "rowheader", "cell", "gridcell", "caption"}
    found = {node["role"]["value"].lower() for node in nodes if not node["ignored"]}
    return found & parts | {role for role in found if role.startswith("layout")}


def test_on_a_phone_rows_are_sorted_and_chosen_in_a_sheet(open_annex: OpenAnnex) -> None:
    page = open_annex(**PHONE)
    expect(page.locator(".fsd-facets")).to_be_hidden()
    page.get_by_role("button", name="Filter").tap()
    page.locator("label", has_text="Tungsten").tap()
    page.get_by_label("Sort by").select_option("-name")
    page.get_by_role("button", name="Show 51 rows").tap()
    expect(page.locator(".fsd-facets")).to_be_hidden()
    expect(page.locator(".fsd-finder__open")).to_have_text("Filter (1)")
    shows_chips(page, ["Metal: Tungsten"])
    found = names(page)
    assert found == sorted(found, key=str.casefold, reverse=True)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=str)
def test_search_counts_and_rows_stand_in_the_first_screen(
    open_annex: OpenAnnex, size: tuple[int, int]
) -> None:
    page = open_annex(width=size[0], height=size[1])
    page.evaluate("scrollTo(0, 0)")
    for part in (page.locator("h1"), box(page), said(page), rows(page).first, rows(page).nth(2)):
        expect(part).to_be_in_viewport(ratio=1)


def test_targets_of_touch_are_44_pixels(open_annex: OpenAnnex) -> None:
    page = open_annex("?metal=tin&find=a", **PHONE)
    rows(page).first.locator(".fsd-open").wait_for()
    shows_chips(page, ["“a”", "Metal: Tin"])
    targets = ":is(button, summary, label:has(input), input:not([type=checkbox]))"
    small = page.locator(f".fsd-list {targets}:visible:not(.fsd-finder__skip, .fsd-sort)").evaluate_all(
        """targets => targets
          .map((target) => [target.textContent || target.ariaLabel, target.offsetWidth, target.offsetHeight])
          .filter(([, width, height]) => width < 44 || height < 44)"""
    )
    assert small == []


@pytest.mark.parametrize("width", [1280, 390])
def test_text_of_twice_the_size_is_not_cut(open_annex: OpenAnnex, width: int) -> None:
    page = open_annex("?metal=tin", width=width)
    shows_chips(page, ["Metal: Tin"])
    usual = said(page).evaluate("part => parseFloat(getComputedStyle(part).fontSize)")
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # Material's own is 125%
    expect(said(page)).to_have_css("font-size", f"{2 * usual:g}px")
    cut = page.locator(".fsd-finder :is(button, label, p):visible:not(.fsd-unseen)").evaluate_all(
        "parts => parts.filter(part => part.scrollWidth > part.clientWidth + 1).map(part => part.textContent)"
    )
    assert cut == []
    assert overflow_px(page) == 0


# ---- axe ---------------------------------------------------------------------------------------


def _open_and_choose(page: Page) -> None:
    is_phone = page.locator(".fsd-finder__open").is_visible()
    if is_phone:
        page.locator(".fsd-finder__open").click()
    choice(page, "metal", "tin").check()
    if is_phone:
        page.locator(".fsd-facets__show").click()
    box(page).fill("china")
    names(page)
    rows(page).first.locator(".fsd-open").click()
    expect(page.locator(".fsd-detail")).to_have_count(1)


def _empty(page: Page) -> None:
    box(page).fill("zzzz")
    expect(said(page)).to_have_text("0 of 298 rows")
    expect(page.locator(".fsd-empty button").last).to_be_visible()


def _row(page: Page) -> None:
    page.get_by_role("button", name="Clear all").click()
    row = str(rows(page).nth(5).get_attribute("id"))
    page.evaluate("row => { location.hash = row }", row)
    seen(page.locator(f"#{row}"))


STATES: dict[str, Callable[[Page], None]] = {
    "open list, chosen facets, sorted": _open_and_choose,
    "empty result": _empty,
    "row": _row,
}
"""In this order one after another on the same page."""

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "cards": PHONE,
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_state(open_annex: OpenAnnex, look: str) -> None:
    page = open_annex(**LOOKS[look])
    found = []
    for state, reach in STATES.items():
        reach(page)
        found += [f"{state}: {violation}" for violation in run_axe(page, within=".fsd-list")]
    if look == "forced":  # the whole page, which other tests look at in other colors
        found += [f"page: {violation}" for violation in run_axe(page)]
    assert not found, "\n".join(found)


def test_what_opens_has_its_sign_in_forced_colors(open_annex: OpenAnnex) -> None:
    """The theme's sign is a mask on a ground, which such colors make that of the page."""
    page = open_annex(odd=True, width=390, forced_colors="active")
    page.locator(".fsd-finder__open").click()
    ground = "summary => getComputedStyle(summary, '::after').backgroundColor"
    sign, behind = page.locator(".fsd-facets summary").first.evaluate(
        f"summary => [({ground})(summary), getComputedStyle(document.body).backgroundColor]"
    )
    assert sign != behind
    assert (
        page.locator(".fsd-facets summary").first.evaluate(
            "summary => getComputedStyle(summary, '::after').forcedColorAdjust"
        )
        == "none"
    )


# ---- Keyboard, print, words --------------------------------------------------------------------


def test_everything_of_the_finder_is_reached_by_the_tab_key(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    shows_chips(annex, ["Metal: Tin"])
    box(annex).focus()
    reached = []
    for _ in range(7):
        annex.keyboard.press("Tab")
        reached.append(
            annex.locator(":focus").evaluate("one => one.ariaLabel || one.value || one.textContent")
        )
    assert reached == [
        "Remove Metal: Tin", "Clear all", "Download CSV", "Download JSON", "Cite", "Skip the list",
        "full-compliant",
    ]  # fmt: skip


def test_printed_is_what_is_listed_and_by_which_choice(page: Page) -> None:
    page.goto(f"{ANNEX}?metal=tin")
    assert len(names(page)) == 76
    page.emulate_media(media="print")
    expect(page.locator(".fsd-finder__count")).to_have_text("76 of 298 rows")
    expect(page.locator(".fsd-chip")).to_be_visible()
    hidden = ".fsd-facets, .fsd-finder [type=search], .fsd-button, .fsd-open"
    assert page.locator(hidden).filter(visible=True).count() == 0
    expect(page.locator("#fsd-annex caption")).to_contain_text("76 of 298 rows")
    expect(page.locator("#fsd-annex")).to_have_css("display", "table")


def test_a_status_is_a_word_and_not_a_color_alone(annex: Page) -> None:
    words = ["Full Compliant", "Active", "Indeterminable"]
    assert set(annex.locator("#fsd-annex .fsd-status").all_text_contents()) == set(words)
    assert annex.locator(".fsd-facets .fsd-status").all_text_contents() == words


@pytest.mark.parametrize("width", [1280, 390])
def test_words_of_any_length_fit_the_page(open_annex: OpenAnnex, width: int) -> None:
    page = open_annex(width=width)
    box(page).fill("x" * 400)
    expect(said(page)).to_have_text("0 of 298 rows")
    assert overflow_px(page) == 0


# ---- Odd rows ----------------------------------------------------------------------------------


def test_hostile_rows_are_text_whatever_is_done_with_them(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True)
    choice(page, "metal", "tin").check()
    assert [visible(name) for name in names(page)] == [visible(name) for name in HOSTILE]
    for name in HOSTILE:
        box(page).fill(name[:60])
        assert visible(name) in map(visible, names(page))
    box(page).fill("")
    choice(page, "status", ODD_STATUS_KEY).check()
    sorter(page, "Smelter or refiner").click()
    shows_chips(page, [f"Status: {ODD_STATUS}", "Metal: Tin"])
    assert page.evaluate("'ran' in window") is False
    assert page.locator("article :is(script:not([src]):not([type]), img[src='x'], .fsd-list b)").count() == 0


def visible(text: str) -> str:
    """Without signs that turn the direction of a text or have no width."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def test_a_row_that_is_open_has_its_note_and_one_color(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True, width=1024)
    row = rows(page).filter(has_text="Met-Mex Peñoles")
    row.get_by_role("button").click()
    expect(page.locator(".fsd-detail dd").filter(has_text="A note.")).to_be_visible()
    color = "cells => new Set(cells.map(cell => getComputedStyle(cell).backgroundColor)).size"
    assert row.locator("> *").evaluate_all(color) == 1


@pytest.mark.parametrize(
    "options", [{}, PHONE, {"width": 640, "height": 450}], ids=["desktop", "phone", "zoomed"]
)
def test_hostile_rows_make_no_page_wider(open_annex: OpenAnnex, options: dict[str, Any]) -> None:
    page = open_annex(odd=True, **options)
    assert overflow_px(page) == 0
    box(page).fill("x" * 100)
    if (opener := page.locator(".fsd-finder__open")).is_visible():
        opener.click()
    choice(page, "status", ODD_STATUS_KEY).check()
    assert len(names(page)) == 1
    assert overflow_px(page) == 0


def test_a_facet_with_two_hundred_values_stays_in_its_box(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True, year=2019, width=390)
    page.locator(".fsd-finder__open").click()
    page.locator('input[name="country"]').nth(199).wait_for(state="attached")
    assert page.locator(".fsd-facets").evaluate("list => list.clientHeight") <= 0.9 * 900
    assert overflow_px(page) == 0


FRAMES = "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
MEASURED = "!!document.querySelector('#fsd-annex > tbody').style.containIntrinsicBlockSize"
"""Whether rows that are not drawn have the height of those that are."""


@pytest.mark.parametrize("width", [1280, 390])
def test_the_scroll_bar_lies_by_5_percent_at_most(open_annex: OpenAnnex, width: int) -> None:
    """Rows that are not drawn yet have an estimated height."""
    page = open_annex(odd=True, year=2019, width=width)
    height = "document.querySelector('#fsd-annex').offsetHeight"
    comes_true(page, MEASURED, True)
    before = page.evaluate(height)
    show = "body => { body.style.contentVisibility = 'visible' }"
    page.evaluate(f"document.querySelectorAll('tbody').forEach({show})")
    assert abs(before / page.evaluate(height) - 1) <= 0.05


@pytest.mark.parametrize("asked", ["?metal=tin", "?find=metal", "?country=CN", "?sort=-name"])
@pytest.mark.parametrize("width", [320, 390])
def test_the_scroll_bar_of_a_filtered_list_on_a_phone_does_not_lie(
    open_annex: OpenAnnex, asked: str, width: int
) -> None:
    """Long names take two lines: a few rows are no measure of others."""
    page = open_annex(asked, **(PHONE | {"width": width}))
    names(page)
    page.evaluate(FRAMES)  # in which the rows are measured
    height = "document.querySelector('#fsd-annex').offsetHeight"
    comes_true(page, MEASURED, True)
    before = page.evaluate(height)
    show = "body => { body.style.contentVisibility = 'visible' }"
    page.evaluate(f"document.querySelectorAll('tbody').forEach({show})")
    assert abs(before / page.evaluate(height) - 1) <= 0.05


def test_a_list_of_one_row_can_be_used(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True, year=2020)
    assert names(page) == ["Works 0"]
    expect(said(page)).to_have_text("1 row")
    box(page).fill("nothing")
    assert names(page) == []


def test_script_and_style_are_at_most_9_kilobytes(site: Path) -> None:
    files = [
        site / "assets" / name
        for name in ("javascripts/annex-early.js", "javascripts/annex.js", "stylesheets/annex.css")
    ]
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in files]
    assert sum(sizes) <= 9 * KILOBYTE, sizes


# ---- Without scripts ---------------------------------------------------------------------------


def shown(page: Page) -> int:
    return page.locator("#fsd-annex tbody tr:visible").count()


@pytest.mark.parametrize("look", [{}, PHONE], ids=["desktop", "phone"])
def test_without_scripts_metal_and_status_filter(open_annex: OpenAnnex, look: dict[str, Any]) -> None:
    page = open_annex(java_script_enabled=False, **look)
    assert shown(page) == 298
    if look:
        page.locator(".fsd-finder__open").click()
    for facet, value, wanted in (
        ("metal", "tin", 76), ("metal", "tungsten", 127), ("status", "active", None),
        ("status", "indeterminable", None),
    ):  # fmt: skip
        choice(page, facet, value).check()
        assert wanted is None or shown(page) == wanted
    rest = page.locator("#fsd-annex tbody tr:visible")
    assert set(rest.locator("[data-metal]").all_inner_texts()) == {"Tin", "Tungsten"}
    assert set(rest.locator("[data-status]").all_inner_texts()) == {"Active", "Indeterminable"}
    for value in ("active", "indeterminable"):
        choice(page, "status", value).uncheck()
    assert shown(page) == 127


@pytest.mark.parametrize("java_script_enabled", [False, True])
def test_what_stands_on_a_card_begins_where_its_name_does(
    open_annex: OpenAnnex, java_script_enabled: bool
) -> None:
    """Tables of many columns have other distances; a card has none, however many there are."""
    page = open_annex(odd=True, java_script_enabled=java_script_enabled, **PHONE)
    row = rows(page).first
    starts = "cells => cells.map(cell => parseFloat(getComputedStyle(cell).paddingInlineStart))"
    assert set(row.locator("> *").evaluate_all(starts)) == {0}


def test_without_scripts_what_needs_them_is_not_shown(open_annex: OpenAnnex) -> None:
    page = open_annex(java_script_enabled=False)
    for part in ("input[type=search]", "details", "select", ".fsd-facets__clear"):
        assert page.locator(f".fsd-list {part}:visible").count() == 0, part
    assert page.locator("fieldset:visible").count() == 2


def test_without_scripts_a_long_list_is_whole_and_has_no_finder(open_annex: OpenAnnex) -> None:
    page = open_annex("#gold-works-1100", odd=True, year=2019, java_script_enabled=False)
    assert page.locator(".fsd-facets").is_hidden()
    assert shown(page) == 1200
    expect(page.locator("#gold-works-1100 th")).to_be_in_viewport(ratio=1)


def test_without_scripts_a_choice_in_the_address_hides_nothing(open_annex: OpenAnnex) -> None:
    page = open_annex(f"?metal=gold#{ROW}", java_script_enabled=False)
    assert page.url.endswith(f"{ANNEX}?metal=gold#{ROW}")
    expect(page.locator(f"#{ROW} th")).to_be_in_viewport(ratio=1)


# ---- The search of the site on this page ----------------------------------------------------------


def test_the_search_of_the_site_is_a_sign_beside_that_of_the_list(open_annex: OpenAnnex) -> None:
    page = open_annex()
    field = page.locator(".md-search__input")
    expect(field).to_be_hidden()
    opener = page.get_by_role("button", name="Search", exact=True)
    opener.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("rwanda")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(opener).to_be_focused()
