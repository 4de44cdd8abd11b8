"""Several lists, signs and own columns in a real browser: one finder for all of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.annex import (
    PHONE,
    OpenAnnex,
    box,
    choice,
    counts,
    has_its_rows,
    names,
    note,
    seen,
    shows_chips,
)
from tests.support.axe import run_axe
from tests.support.browser import overflow_px

pytestmark = [pytest.mark.site, pytest.mark.browser]

LISTED = {
    "Works of <engines>": ["Zeta Works", "Mid Works", "Alpha Works"],
    "Closed works": ["Zeta Works"],
    "Cobalt": ["Zinnia Cobalt", "Aster Cobalt"],
}


def shown(page: Page) -> dict[str, list[str]]:
    """The lists that are seen, each with the names of its rows."""
    has_its_rows(page)
    parts = page.locator(".fsd-part").filter(visible=True)
    return {
        part.locator("h2").inner_text(): part.locator("tbody th").all_text_contents() for part in parts.all()
    }


@pytest.fixture
def lists(open_annex: OpenAnnex) -> Page:
    return open_annex(odd=True, year=2018)


@pytest.fixture
def signs(open_annex: OpenAnnex) -> Page:
    return open_annex(odd=True, year=2017)


# ---- Several lists -----------------------------------------------------------------------------


def test_all_lists_are_shown_and_counted_at_first(lists: Page) -> None:
    assert shown(lists) == LISTED
    assert counts(lists, "part") == {"works-of-engines": 3, "closed-works": 1, "cobalt": 2}
    assert counts(lists, "metal") == {"gold": 3, "tin": 1, "cobalt": 2}
    assert counts(lists, "status") == {"conformant": 1, "open": 2, "without-a-status": 3}


def test_the_search_finds_in_every_list_and_leaves_out_lists_without_a_hit(lists: Page) -> None:
    box(lists).fill("z")
    assert shown(lists) == {
        "Works of <engines>": ["Zeta Works"],
        "Closed works": ["Zeta Works"],
        "Cobalt": ["Zinnia Cobalt"],
    }
    box(lists).fill("cobalt")
    assert shown(lists) == {"Cobalt": ["Zinnia Cobalt", "Aster Cobalt"]}
    box(lists).fill("")
    assert shown(lists) == LISTED


def test_a_list_is_chosen_like_a_metal(lists: Page) -> None:
    choice(lists, "part", "cobalt").check()
    assert shown(lists) == {"Cobalt": LISTED["Cobalt"]}
    shows_chips(lists, ["List: Cobalt"])
    choice(lists, "metal", "gold").check()
    expect(lists.locator(".fsd-empty button").first).to_have_text("Without List: 3 rows")


def test_a_column_sorts_every_list_and_rows_stay_in_theirs(lists: Page) -> None:
    lists.locator(".fsd-part").nth(2).get_by_role("button", name="Smelter or refiner").click()
    assert shown(lists) == {
        "Works of <engines>": ["Alpha Works", "Mid Works", "Zeta Works"],
        "Closed works": ["Zeta Works"],
        "Cobalt": ["Aster Cobalt", "Zinnia Cobalt"],
    }
    expect(lists.locator("[aria-sort='ascending']")).to_have_count(3)


def test_choices_in_lists_countries_and_own_columns_stand_in_the_address(open_annex: OpenAnnex) -> None:
    page = open_annex("?part=works-of-engines&country=not-stated&group=plant-9", odd=True, year=2018)
    assert shown(page) == {"Works of <engines>": ["Alpha Works"]}
    shows_chips(page, ["List: Works of <engines>", "Country: Not stated", "Plant: Plant 9"])
    expect(note(page)).to_have_text("")
    choice(page, "part", "works-of-engines").uncheck()
    page.wait_for_url("**/?country=not-stated&group=plant-9")
    assert shown(page) == {"Works of <engines>": ["Alpha Works"]}


def test_cells_without_a_value_can_be_chosen(lists: Page) -> None:
    choice(lists, "status", "without-a-status").check()
    assert shown(lists) == {"Works of <engines>": ["Mid Works"], "Cobalt": LISTED["Cobalt"]}
    lists.locator("summary", has_text="Plant").click()
    choice(lists, "group", "none").check()
    assert shown(lists) == {"Works of <engines>": ["Mid Works"], "Cobalt": ["Aster Cobalt"]}


def test_the_address_of_a_row_in_a_later_list_leads_to_it(open_annex: OpenAnnex) -> None:
    page = open_annex("?metal=gold#cobalt-aster-cobalt", odd=True, year=2018)
    expect(note(page)).to_have_text("The search was cleared, because it hid this row.")
    seen(page.locator("#cobalt-aster-cobalt"))


def test_without_scripts_every_list_is_complete(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True, year=2018, java_script_enabled=False)
    names = [part.locator("tbody th").all_text_contents() for part in page.locator(".fsd-part").all()]
    assert names == list(LISTED.values())
    expect(page.locator(".fsd-facets")).to_be_hidden()


@pytest.mark.parametrize("year", [2018, 2017])
@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"])
def test_axe_finds_nothing_and_no_page_is_wider_than_its_window(
    open_annex: OpenAnnex, year: int, look: dict[str, object]
) -> None:
    page = open_annex(odd=True, year=year, **look)
    assert run_axe(page) == []
    assert overflow_px(page) == 0


# ---- Signs -------------------------------------------------------------------------------------


def found(page: Page) -> list[str]:
    has_its_rows(page)
    return page.locator(".fsd-annex tbody th").all_text_contents()


def test_names_keep_their_signs_and_are_chosen_by_what_these_mean(signs: Page) -> None:
    assert found(signs) == ["Zeta Works*†", "Bold Works", "Plain Works"]
    for status, wanted in (
        ("conformant", "Zeta Works*†"),
        ("active", "Bold Works"),
        ("nothing", "Plain Works"),
    ):
        choice(signs, "status", status).check()
        assert found(signs) == [wanted]
        choice(signs, "status", status).uncheck()
    choice(signs, "status", "conformant").check()
    shows_chips(signs, ["Status: Conformant *"])


def test_bold_letters_are_seen_heard_and_found(signs: Page) -> None:
    bold, plain = (signs.locator(f"#{row} th") for row in ("gold-bold-works", "tin-plain-works"))
    expect(bold.locator("strong")).to_have_css("font-weight", "700")
    expect(plain).to_have_css("font-weight", "400")
    content = "name => getComputedStyle(name, '::after').content"
    assert "Active" in bold.locator("strong").evaluate(content)
    box(signs).fill("bold")
    assert found(signs) == ["Bold Works"]
    assert bold.get_by_role("button", name="Details of Bold Works").count() == 1


def test_an_own_column_of_signs_is_chosen_by_what_they_mean(signs: Page) -> None:
    signs.locator("summary", has_text="LBMA").click()
    choice(signs, "list_of", "status").check()
    shows_chips(signs, ["LBMA: on the invented list ✓"])
    assert found(signs) == ["Zeta Works*†", "Plain Works"]
    assert signs.locator("form summary").all_text_contents() == ["LBMA"]


def test_without_scripts_a_status_by_sign_filters_too(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True, year=2017, java_script_enabled=False)
    choice(page, "status", "nothing").check()
    assert page.locator(".fsd-annex tbody tr:visible th").all_text_contents() == ["Plain Works"]
    expect(page.locator("#fsd-legend")).to_be_visible()


def test_a_status_that_only_a_sign_says_is_searched_and_shown_in_the_detail(signs: Page) -> None:
    page = signs
    box(page).fill("conformant")
    assert names(page) == ["Zeta Works*†"]
    page.get_by_role("button", name="Details of Zeta").click()
    detail = page.locator(".fsd-detail dl")
    expect(detail).to_contain_text("Status")
    expect(detail).to_contain_text("Conformant")
    expect(detail).to_contain_text("Invented.")
    box(page).fill("active")
    assert names(page) == ["Bold Works"]
