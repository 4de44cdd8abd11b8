"""Finding rows of the annex in a real browser: the search box, the facets, what is said, the order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.annex import (
    ANNEX,
    OpenAnnex,
    box,
    cells,
    choice,
    counts,
    has_every_tool,
    names,
    note,
    said,
    shows_chips,
    sorter,
)
from tests.support.browser import comes_true

pytestmark = [pytest.mark.site, pytest.mark.browser]

PENOLES = "Metalurgica Met-Mex Penoles S.A. De C.V."


@pytest.fixture
def annex(open_annex: OpenAnnex) -> Page:
    """The annex of the 2021 filing."""
    return open_annex()


@pytest.fixture
def odd(open_annex: OpenAnnex) -> Page:
    """The annex with odd rows."""
    return open_annex(odd=True)


def marked(page: Page, *wanted: str) -> None:
    """These texts are marked as hits, each once or more, and no other."""
    hits = "[...(CSS.highlights.get('fsd-hit') ?? [])]"
    text = "hit => hit.startContainer.data.slice(hit.startOffset, hit.endOffset)"
    comes_true(page, f"[...new Set({hits}.map({text}))]", list(wanted))


# ---- The search box ----------------------------------------------------------------------------


def test_case_accents_and_the_order_of_words_do_not_matter(annex: Page) -> None:
    for query in ("penoles", "PEÑOLES", "  peñoles met ", "s.a. mex penol"):
        box(annex).fill(query)
        assert names(annex) == [PENOLES], query


def test_quotes_need_not_be_typed_as_they_were_filed(annex: Page) -> None:
    for query in ('"technolom"', "“Technolom”", "technolom", "o'zb tech’nolom"):
        box(annex).fill(query)
        found = names(annex)
        assert ("“Technolom”" in found[0]) if query != "o'zb tech’nolom" else found == []


def test_a_row_is_found_by_each_of_its_words(odd: Page) -> None:
    for query in (
        "penoles", "torreon", "mmp", "cid000777", "korea, republic", "south korea", "onsan",
        "ulsan",
    ):  # fmt: skip
        box(odd).fill(query)
        assert names(odd) == ["Met-Mex Peñoles"], query


def test_letters_of_other_alphabets_are_found_in_plain_ones(odd: Page) -> None:
    for query in ("strasse lodz orsted", "zerowidth", "a.l.m.t. sohne", "😀", "شركة"):
        box(odd).fill(query)
        assert len(names(odd)) == 1, query


def test_each_letter_narrows_and_taking_it_back_widens(annex: Page) -> None:
    box(annex).focus()
    found = [len(names(annex))]
    for key in [*"tin", "Backspace", "Backspace", "Backspace"]:
        annex.keyboard.press(key)
        found.append(len(names(annex)))
    assert found == [*found[:4], *found[2::-1]]
    assert found[0] == 298 > found[1] > found[2] > found[3] > 0
    expect(box(annex)).to_be_focused()


def test_hits_are_marked_letter_by_letter(odd: Page) -> None:
    box(odd).fill("penoles onsan")
    marked(odd, "Peñoles", "Onsan")
    box(odd).fill("strasse")
    marked(odd, "Straße")
    box(odd).fill("")
    marked(odd)


def test_a_row_found_by_another_name_says_that_name(odd: Page) -> None:
    box(odd).fill("torreon")
    row = odd.locator("#CID000777 th")
    expect(row).to_have_class("fsd-alias")
    assert row.text_content() == "Met-Mex Peñoles"
    assert "Torreón Refinery" in row.evaluate("cell => getComputedStyle(cell, '::after').content")
    box(odd).fill("penoles")
    expect(row).not_to_have_class("fsd-alias")


def test_escape_empties_the_box_and_leaves_the_choices(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    box(annex).fill("china")
    annex.keyboard.press("Escape")
    expect(box(annex)).to_have_value("")
    expect(box(annex)).to_be_focused()
    shows_chips(annex, ["Metal: Tin"])
    assert len(names(annex)) == 76


def test_enter_does_not_leave_the_page(annex: Page) -> None:
    box(annex).fill("heraeus")
    annex.keyboard.press("Enter")
    expect(annex).to_have_url(re.compile(rf"{ANNEX}\?find=heraeus$"))
    expect(box(annex)).to_be_focused()
    assert 0 < len(names(annex)) < 298


FIGURES = {
    "tin": 76, "gold": 133, "tin rwanda": 1, "indeterminable": 45, "full compliant": 237, "usa": 22, "uae": 2,
    "uk": 0,
}  # fmt: skip


@pytest.mark.parametrize(("query", "rows"), FIGURES.items())
def test_what_people_type_finds_what_they_mean(annex: Page, query: str, rows: int) -> None:
    box(annex).fill(query)
    expect(said(annex)).to_have_text(f"{rows} of 298 rows")


@pytest.mark.parametrize(("query", "way"), [("eraeus", "inside a word"), ("heraues", "come close")])
def test_where_no_word_begins_so_the_page_says_what_it_found_instead(
    annex: Page, query: str, way: str
) -> None:
    box(annex).fill(query)
    expect(note(annex)).to_contain_text(way)
    assert len(names(annex)) == 3


EITHER = {
    "gold and tin": (209, "Gold or Tin"),
    "Gold or tin": (209, "Gold or Tin"),
    "China, Japan": (102, "China or Japan"),
    "usa or japan": (53, "Japan or United States"),
    "gold or tin in china": (32, "Gold or Tin, and China"),
    "heraeus or umicore": (6, "“heraeus” or “umicore”"),
}


@pytest.mark.parametrize("query", EITHER)
def test_two_metals_or_countries_find_the_rows_of_either(annex: Page, query: str) -> None:
    rows, words = EITHER[query]
    box(annex).fill(query)
    expect(said(annex)).to_have_text(f"{rows} of 298 rows")
    expect(note(annex)).to_have_text(f"No row has all of these words: these have {words}.")
    expect(annex).to_have_url(re.compile(r"\?find="))
    annex.reload()
    expect(said(annex)).to_have_text(f"{rows} of 298 rows")
    expect(note(annex)).to_contain_text(words)


# ---- Facets ------------------------------------------------------------------------------------


def test_counts_are_those_of_the_whole_list_at_first(annex: Page) -> None:
    assert counts(annex, "metal") == {"gold": 133, "tantalum": 38, "tin": 76, "tungsten": 51}
    assert counts(annex, "status") == {"full-compliant": 237, "active": 16, "indeterminable": 45}


def test_counts_of_a_facet_are_what_a_choice_would_give_under_the_others(annex: Page) -> None:
    choice(annex, "status", "active").check()
    before = counts(annex, "metal")
    choice(annex, "metal", "tin").check()
    assert len(names(annex)) == before["tin"]
    assert counts(annex, "metal") == before
    choice(annex, "metal", "gold").check()
    assert len(names(annex)) == before["tin"] + before["gold"]
    assert sum(counts(annex, "status").values()) == 133 + 76


def test_counts_follow_the_search_too(annex: Page) -> None:
    box(annex).fill("china tin")
    total = len(names(annex))
    assert 0 < total < 298
    assert sum(counts(annex, "metal").values()) == total
    assert sum(counts(annex, "country").values()) == total
    empty = annex.locator("label", has_text="Tantalum")
    is_pale = empty.get_attribute("data-none") is not None
    assert (counts(annex, "metal")["tantalum"] == 0) == is_pale


def test_countries_are_a_list_that_can_be_searched_by_keyboard(annex: Page) -> None:
    options = annex.locator('.fsd-facets label:has(input[name="country"])')
    expect(options).to_have_count(46)
    choice(annex, "metal", "tungsten").focus()
    annex.keyboard.press("Tab")
    expect(annex.get_by_role("textbox", name="Find in Country")).to_be_focused()
    annex.keyboard.type("VIÉT")
    expect(options.filter(visible=True)).to_have_count(1)
    annex.keyboard.press("Tab")
    annex.keyboard.press("Space")
    shows_chips(annex, ["Country: Vietnam"])
    assert set(cells(annex, "[data-country]")) == {"Vietnam"}


def test_facets_beyond_metal_status_and_country_come_with_the_data(open_annex: OpenAnnex) -> None:
    assert open_annex().locator("form summary").all_text_contents() == []
    for facet, value, wanted in (
        ("list", "invented-list", 7), ("recycled", "yes", 1), ("recycled", "no", 2), ("changed", "2021", 2),
    ):  # fmt: skip
        odd = open_annex(f"?{facet}={value}", odd=True)
        assert len(names(odd)) == wanted, facet
    more = ["List that decides", "Recycled or scrap", "Year of the status"]
    assert odd.locator("form summary").all_text_contents() == more


def test_chips_take_choices_back_one_by_one_and_keep_the_focus(annex: Page) -> None:
    for facet, value in (("metal", "tin"), ("metal", "gold"), ("status", "active")):
        choice(annex, facet, value).check()
    shows_chips(annex, ["Status: Active", "Metal: Gold", "Metal: Tin"])
    annex.get_by_role("button", name="Remove Metal: Gold").press("Enter")
    shows_chips(annex, ["Status: Active", "Metal: Tin"])
    expect(annex.get_by_role("button", name="Remove Metal: Tin")).to_be_focused()
    expect(choice(annex, "metal", "gold")).not_to_be_checked()
    annex.get_by_role("button", name="Clear all").press("Enter")
    shows_chips(annex, [])
    expect(box(annex)).to_be_focused()
    assert len(names(annex)) == 298
    choice(annex, "metal", "tin").check()
    annex.get_by_role("button", name="Remove Metal: Tin").click()
    expect(box(annex)).to_be_focused()
    assert annex.locator(".fsd-chips button").count() == 0


# ---- What is said ------------------------------------------------------------------------------


def test_the_count_is_announced_after_a_pause_and_not_at_every_key(page: Page) -> None:
    page.clock.install(time=0)
    page.goto(ANNEX)
    has_every_tool(page)  # it may tell of something, too
    page.clock.pause_at(60_000)
    live = page.locator(".fsd-finder__live")
    expect(live).to_have_attribute("role", "status")
    for _ in range(3):
        box(page).press_sequentially("her")
        page.clock.run_for(500)
        assert live.text_content() == ""
    assert said(page).inner_text() != "298 rows"
    page.clock.run_for(200)
    expect(live).to_have_text(said(page).inner_text())


def test_an_empty_result_says_what_to_loosen_and_what_that_gives(annex: Page) -> None:
    box(annex).fill("heraeus")
    found = len(names(annex))
    choice(annex, "metal", "tin").check()
    expect(said(annex)).to_have_text("0 of 298 rows")
    expect(annex.locator(".fsd-empty")).to_contain_text("No row matches “heraeus”, Metal: Tin.")
    ways = [f"Without Metal: {found} rows", "Without “heraeus”: 76 rows", "Show all 298 rows"]
    expect(annex.locator(".fsd-empty button")).to_have_text(ways)
    assert names(annex) == []
    expect(annex.locator(".fsd-finder__live")).to_have_text(said(annex).inner_text())
    annex.get_by_role("button", name=ways[0]).click()
    assert len(names(annex)) == found > 0
    expect(box(annex)).to_be_focused()


@pytest.mark.parametrize(
    ("question", "plain", "rows"),
    [
        ("which tin works are in Rwanda?", "tin rwanda", 1),
        ("tin refiners in Rwanda, not conformant", "tin Rwanda", 1),
    ],
)
def test_a_question_leads_to_the_rows_of_the_words_that_rows_have(
    annex: Page, question: str, plain: str, rows: int
) -> None:
    box(annex).fill(question)
    expect(said(annex)).to_have_text("0 of 298 rows")
    way = annex.locator(".fsd-empty button").first
    expect(way).to_have_text(re.compile(f"^Only “.*{plain}.*”: {rows} row$", re.IGNORECASE))
    way.click()
    expect(said(annex)).to_have_text(f"{rows} of 298 rows")


def test_where_no_single_condition_helps_the_empty_result_says_so(open_annex: OpenAnnex) -> None:
    page = open_annex("?metal=tantalum&country=AD&find=zzz")
    expect(page.locator(".fsd-empty button")).to_have_text(["Show all 298 rows"])
    expect(note(page)).to_have_text("")


# ---- Order -------------------------------------------------------------------------------------


def test_columns_sort_by_keyboard_up_down_and_back(odd: Page) -> None:
    heading = odd.get_by_role("columnheader", name="Smelter or refiner")
    choice(odd, "metal", "gold").check()
    first = names(odd)
    sorter(odd, "Smelter or refiner").focus()
    odd.keyboard.press("Enter")
    assert names(odd) == ["Met-Mex Peñoles", "Works 1", "Works 2", "Works 9", "Works 10"]
    expect(heading).to_have_attribute("aria-sort", "ascending")
    odd.keyboard.press("Space")
    assert names(odd) == ["Works 10", "Works 9", "Works 2", "Works 1", "Met-Mex Peñoles"]
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(sorter(odd, "Smelter or refiner")).to_be_focused()
    odd.keyboard.press("Enter")
    assert names(odd) == first
    assert odd.locator("[aria-sort]").count() == 0


def test_rows_that_are_equal_in_a_column_keep_their_order(annex: Page) -> None:
    before = list(zip(cells(annex, "[data-country]"), names(annex), strict=True))
    for is_down in (False, True):
        sorter(annex, "Country").click()
        after = list(zip(cells(annex, "[data-country]"), names(annex), strict=True))
        assert after == sorted(before, key=lambda row: row[0], reverse=is_down)


@pytest.mark.parametrize("down", ["", "-"], ids=["up", "down"])
def test_dates_sort_as_dates_and_what_is_not_known_comes_last(open_annex: OpenAnnex, down: str) -> None:
    some = "metal=tantalum&metal=tungsten&metal=gold&status=conformant"
    page = open_annex(f"?sort={down}status_as_of&{some}", odd=True)
    dates = ["February 1, 2021", "November 1, 2021", *["March 31, 2022"] * 4]
    assert cells(page, "[data-label='Status as of']") == (dates[::-1] if down else dates)
    page = open_annex(f"?sort={down}cid&{some}", odd=True)
    numbers = cells(page, "[data-label='Smelter ID (CID)']")
    assert numbers[:4] == sorted(numbers[:4], reverse=bool(down))
    assert numbers[4:] == ["", ""]
