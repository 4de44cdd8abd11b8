"""The finder of the annex, driven as readers do: by keyboard and pointer, with scripts and without."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pycountry
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.axe import run_axe
from tests.browser import open_context, overflow_px
from tests.build import build_strictly
from tests.builders import YML, write_year
from tests.conftest import NewPage
from tests.server import serve
from tests.started import copy_project

pytestmark = [pytest.mark.site, pytest.mark.browser]

ANNEX = "2021/annex/"
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}

HEADINGS = (
    "Metal", "Smelter Identification Number", "Smelter Name", "Other Names", "Smelter Country", "Smelter City",
    "Smelter Facility Location: State / Province", "Status", "Status As Of", "Recycled or Scrap", "Footnote",
)  # fmt: skip

HOSTILE = (
    "<script>window.ran = 1</script>",
    '<img src=x onerror="window.ran = 1">',
    "javascript:window.ran=1",
    "\"'></th></tr></table><b>",
    "شركة الذهب المخترعة",
    "\u202egnihsifer\u202c Works",
    "Zero\u200bwidth\u200d Works",
    "x" * 400,
    "😀 Emoji Works 👩\u200d🏭",
    "Straße Łódź Ørsted Works",
    "A.L.M.T. & Söhne &amp; Co.",
)

ODD_YML = (
    YML.replace(
        "[metal, name, country_as_filed, country, status]",
        "[cid, metal, name, country_as_filed, country, city, state, status, status_as_of, recycled, footnote]",
    )
    .replace("label: Open", "label: 'A status <b>nobody</b> knows'")
    .replace("class: indeterminable", "class: other")
    .replace(
        "  - label: 'A status",
        "  - label: Working toward it\n    class: active\n    definition: Invented.\n    list: Invented list\n"
        "  - label: 'A status",
    )
)
ODD_STATUS = "A status <b>nobody</b> knows"


def odd_rows() -> list[tuple[Any, ...]]:
    """Gold works in natural order, what is hostile in tin, and one name under two metals."""
    plain = [
        ("Gold", f"CID00{n:04}", f"Works {n}", "", "JAPAN", "", "", "Conformant", None, None, None)
        for n in (10, 9, 2, 1)
    ]
    rich = ("Gold", "CID000777", "Met-Mex Peñoles", "Torreón Refinery | MMP", "KOREA, REPUBLIC OF", "Onsan",
            "Ulsan-si", "Working toward it", dt.date(2020, 12, 31), "Yes", "A note.")  # fmt: skip
    both = [
        (
            metal,
            "",
            "Both Metals Ltd.",
            "",
            "PERU",
            "Ilo",
            "",
            "Conformant",
            dt.date(2021, month, 1),
            "No",
            None,
        )
        for metal, month in (("Tantalum", 2), ("Tungsten", 11))
    ]
    hostile = [("Tin", "", name, name, "PERU", name, name, ODD_STATUS, None, None, name) for name in HOSTILE]
    return [*plain, rich, *both, *hostile]


def many_rows(countries: list[str]) -> list[tuple[Any, ...]]:
    return [
        (
            "Gold",
            "",
            f"Works {number}",
            "",
            countries[number % len(countries)],
            "",
            "",
            "Conformant",
            *3 * [None],
        )
        for number in range(1200)
    ]


@pytest.fixture(scope="module")
def odd_site(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2021 has odd and hostile rows under all columns, 2020 one row, 2019 1,200 rows in 200 countries."""
    folder = tmp_path_factory.mktemp("odd")
    settings = copy_project(repo, folder)
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "    - navigation.tabs\n", "    - navigation.tabs\n    - navigation.instant\n"
        ),
        encoding="utf-8",
    )
    countries = [country.name for country in pycountry.countries][:200]
    data = folder / "data"
    write_year(data, yml=ODD_YML, rows=odd_rows(), headings=HEADINGS)
    write_year(data, year=2020, yml=of_year(2020), rows=many_rows(["JAPAN"])[:1], headings=HEADINGS)
    write_year(data, year=2019, yml=of_year(2019), rows=many_rows(countries), headings=HEADINGS)
    build_strictly(settings, folder / "site", site_url="https://www.example.com/ir/")
    return folder / "site"


def of_year(year: int) -> str:
    return YML.replace("period: 2021", f"period: {year}").replace("2022-", f"{year + 1}-")


@pytest.fixture(scope="module")
def odd_served(odd_site: Path) -> Iterator[str]:
    with serve(odd_site) as address:
        yield address


@pytest.fixture
def new_odd_page(browser: Browser, odd_served: str, outside_requests: list[str]) -> Iterator[NewPage]:
    """As ``new_page``, on the site with odd years."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        contexts.append(open_context(browser, odd_served, refused=outside_requests, **options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert outside_requests == []


@pytest.fixture
def annex(page: Page) -> Page:
    """The annex of the 2021 filing, in light colors, 1280 pixels wide."""
    page.goto(ANNEX)
    return page


@pytest.fixture
def odd(new_odd_page: NewPage) -> Page:
    """The annex with odd rows."""
    page = new_odd_page()
    page.goto(ANNEX)
    return page


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Find a smelter or refiner")


def choice(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'.fsd-finder input[name="{facet}"][value="{value}"]')


def names(page: Page) -> list[str]:
    """The names in the list, in its order, once all rows that belong there have followed."""
    count = page.locator(".fsd-finder__count").inner_text()
    wanted = 0 if count.startswith("No row") else int(count.split()[0].replace(",", ""))
    expect(page.locator("#fsd-annex tbody tr")).to_have_count(wanted)
    found: list[str] = page.locator("#fsd-annex tbody th").all_text_contents()
    return found


def counts(page: Page, facet: str) -> dict[str, str]:
    """Value of each option to the count that it shows."""
    script = "boxes => boxes.map(box => [box.value, box.parentElement.lastElementChild.textContent])"
    return dict(page.locator(f'.fsd-finder input[name="{facet}"]').evaluate_all(script))


def chips(page: Page) -> list[str]:
    return page.locator(".fsd-chip").all_text_contents()


def marked(page: Page) -> list[str]:
    """The texts that are marked as hits."""
    page.wait_for_timeout(200)
    found: list[str] = page.evaluate("[...CSS.highlights.get('fsd-hit')].map(String)")
    return found


# ---- The search box ----------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["penoles", "PEÑOLES", "peñoles met", "s.a. mex penol"])
def test_case_accents_and_the_order_of_words_do_not_matter(annex: Page, query: str) -> None:
    box(annex).fill(query)
    assert names(annex) == ["Metalurgica Met-Mex Penoles S.A. De C.V."]


@pytest.mark.parametrize(
    "query",
    [
        "penoles",
        "torreon",
        "mmp",
        "cid000777",
        "korea, republic",
        "south korea",
        "KR onsan",
        "onsan",
        "ulsan",
    ],
)
def test_a_row_is_found_by_each_of_its_words(odd: Page, query: str) -> None:
    box(odd).fill(query)
    assert names(odd) == ["Met-Mex Peñoles"]


@pytest.mark.parametrize("query", ["strasse lodz orsted", "zerowidth", "a.l.m.t. sohne", "😀"])
def test_letters_of_other_alphabets_are_found_in_plain_ones(odd: Page, query: str) -> None:
    box(odd).fill(query)
    assert len(names(odd)) == 1


def test_each_letter_narrows_and_taking_it_back_widens(annex: Page) -> None:
    box(annex).focus()
    found = [len(names(annex))]
    for key in [*"tin", "Backspace", "Backspace", "Backspace"]:
        annex.keyboard.press(key)
        found.append(len(names(annex)))
    assert found == [*found[:4], *found[2::-1]]
    assert found[0] == 298 > found[1] > found[2] > found[3] > 0


def test_hits_are_marked_letter_by_letter(odd: Page) -> None:
    box(odd).fill("penoles onsan")
    assert names(odd) == ["Met-Mex Peñoles"]
    assert marked(odd) == ["Peñoles", "Onsan"]
    box(odd).fill("strasse")
    assert set(marked(odd)) == {"Straße"}
    box(odd).fill("")
    assert marked(odd) == []


def test_a_row_found_by_another_name_says_that_name(odd: Page) -> None:
    box(odd).fill("torreon")
    row = odd.locator("#CID000777 th")
    expect(row).to_have_class("fsd-alias")
    assert row.text_content() == "Met-Mex Peñoles"
    said = row.evaluate("cell => getComputedStyle(cell, '::after').content")
    assert "Torreón Refinery" in said
    box(odd).fill("penoles")
    expect(row).not_to_have_class("fsd-alias")


def test_escape_empties_the_box_and_leaves_the_choices(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    box(annex).fill("china")
    annex.keyboard.press("Escape")
    expect(box(annex)).to_have_value("")
    expect(box(annex)).to_be_focused()
    assert chips(annex) == ["Metal: Tin"]
    assert len(names(annex)) == 76


def test_enter_does_not_leave_the_page(annex: Page) -> None:
    box(annex).fill("heraeus")
    annex.keyboard.press("Enter")
    annex.wait_for_timeout(400)
    assert annex.url.endswith(f"{ANNEX}?find=heraeus")
    expect(box(annex)).to_be_focused()


# ---- Facets ------------------------------------------------------------------------------------


def test_counts_are_those_of_the_whole_list_at_first(annex: Page) -> None:
    assert counts(annex, "metal") == {"gold": "133", "tantalum": "38", "tin": "76", "tungsten": "51"}
    assert counts(annex, "status") == {"full-compliant": "237", "active": "16", "indeterminable": "45"}


def test_counts_of_a_facet_are_what_a_choice_would_give_under_the_others(annex: Page) -> None:
    choice(annex, "status", "active").check()
    before = counts(annex, "metal")
    choice(annex, "metal", "tin").check()
    assert len(names(annex)) == int(before["tin"])
    assert counts(annex, "metal") == before
    choice(annex, "metal", "gold").check()
    assert len(names(annex)) == int(before["tin"]) + int(before["gold"])
    assert sum(map(int, counts(annex, "status").values())) == 133 + 76


def test_counts_follow_the_search_too(annex: Page) -> None:
    box(annex).fill("china tin")
    total = len(names(annex))
    assert sum(map(int, counts(annex, "metal").values())) == total
    assert sum(map(int, counts(annex, "country").values())) == total


def test_countries_are_a_list_that_can_be_searched_by_keyboard(annex: Page) -> None:
    summary = annex.locator("summary", has_text="Country")
    summary.focus()
    annex.keyboard.press("Enter")
    options = annex.locator('.fsd-finder label:has(input[name="country"])')
    assert options.count() >= 46
    annex.keyboard.press("Tab")
    expect(annex.get_by_role("textbox", name="Find in Country")).to_be_focused()
    annex.keyboard.type("VIÉT")
    expect(options.filter(visible=True)).to_have_count(1)
    annex.keyboard.press("Tab")
    annex.keyboard.press("Space")
    assert chips(annex) == ["Country: Vietnam"]
    assert set(annex.locator("#fsd-annex [data-country]").all_text_contents()) == {"Vietnam"}


def test_facets_beyond_metal_status_and_country_come_with_the_data(annex: Page, odd: Page) -> None:
    assert annex.locator("summary").all_text_contents() == ["Country"]
    assert odd.locator("summary").all_text_contents() == [
        "Country",
        "List that decides",
        "Recycled or scrap",
        "Year of the status",
    ]
    for facet, value, wanted in (
        ("list", "invented-list", 7),
        ("recycled", "yes", 1),
        ("recycled", "unknown", 15),
        ("changed", "2021", 2),
    ):
        odd.goto(f"{ANNEX}?{facet}={value}")
        assert len(names(odd)) == wanted, facet


def test_chips_take_choices_back_one_by_one_and_keep_the_focus(annex: Page) -> None:
    for facet, value in (("metal", "tin"), ("metal", "gold"), ("status", "active")):
        choice(annex, facet, value).check()
    assert chips(annex) == ["Metal: Gold", "Metal: Tin", "Status: Active"]
    annex.get_by_role("button", name="Remove Metal: Gold").press("Enter")
    assert chips(annex) == ["Metal: Tin", "Status: Active"]
    expect(annex.get_by_role("button", name="Remove Metal: Tin")).to_be_focused()
    expect(choice(annex, "metal", "gold")).not_to_be_checked()
    annex.get_by_role("button", name="Clear all").press("Enter")
    assert chips(annex) == []
    expect(box(annex)).to_be_focused()
    assert len(names(annex)) == 298


def test_the_last_chip_gives_the_focus_to_the_search_box(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    annex.get_by_role("button", name="Remove Metal: Tin").click()
    expect(box(annex)).to_be_focused()
    assert annex.locator(".fsd-chips button").count() == 0


# ---- What is said ------------------------------------------------------------------------------


def test_the_count_is_announced_after_a_pause_and_not_at_every_key(annex: Page) -> None:
    annex.evaluate(
        """() => {
          window.said = []
          const live = document.querySelector(".fsd-finder__live")
          new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true })
        }"""
    )
    expect(annex.locator(".fsd-finder__live")).to_have_attribute("role", "status")
    box(annex).press_sequentially("heraeus", delay=60)
    expect(annex.locator(".fsd-finder__count")).to_have_text(re.compile(r"^\d+ of 298 rows$"))
    assert annex.evaluate("said") == []
    annex.wait_for_function("said.length")
    assert annex.evaluate("said") == [annex.locator(".fsd-finder__count").inner_text()]


def test_an_empty_result_says_what_to_loosen_and_what_that_gives(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    box(annex).fill("heraeus")
    said = annex.locator(".fsd-finder__count")
    expect(said).to_have_text(
        "No row matches. Without the choice in Metal: 4 rows. Without “heraeus”: 76 rows."
    )
    assert names(annex) == []
    expect(annex.locator(".fsd-finder__live")).to_have_text(said.inner_text())
    choice(annex, "metal", "tin").uncheck()
    assert len(names(annex)) == 4


def test_where_no_single_condition_helps_the_empty_result_says_so(annex: Page) -> None:
    annex.goto(f"{ANNEX}?metal=tantalum&country=AD&find=zzz")
    expect(annex.locator(".fsd-finder__count")).to_have_text(
        "No row matches. Remove more than one condition."
    )


# ---- Order -------------------------------------------------------------------------------------


def test_columns_sort_by_keyboard_up_down_and_back(odd: Page) -> None:
    heading = odd.get_by_role("columnheader", name="Smelter or refiner")
    first = names(odd)
    choice(odd, "metal", "gold").check()
    heading.get_by_role("button").focus()
    odd.keyboard.press("Enter")
    assert names(odd) == ["Met-Mex Peñoles", "Works 1", "Works 2", "Works 9", "Works 10"]
    expect(heading).to_have_attribute("aria-sort", "ascending")
    odd.keyboard.press("Space")
    assert names(odd) == ["Works 10", "Works 9", "Works 2", "Works 1", "Met-Mex Peñoles"]
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(heading.get_by_role("button")).to_be_focused()
    odd.keyboard.press("Enter")
    assert names(odd) == first[:5]
    assert odd.locator("[aria-sort]").count() == 0


def test_rows_that_are_equal_in_a_column_keep_their_order(annex: Page) -> None:
    before = annex.locator("#fsd-annex tbody tr").evaluate_all(
        "rows => rows.map(row => [row.querySelector('[data-country]').textContent, row.id])"
    )
    annex.get_by_role("columnheader", name="Country", exact=True).get_by_role("button").click()
    names(annex)
    for is_down in (False, True):
        after = annex.locator("#fsd-annex tbody tr").evaluate_all(
            "rows => rows.map(row => [row.querySelector('[data-country]').textContent, row.id])"
        )
        assert after == sorted(before, key=lambda row: row[0], reverse=is_down)
        annex.get_by_role("columnheader", name="Country", exact=True).get_by_role("button").click()
        names(annex)


@pytest.mark.parametrize("sort", ["status_as_of", "-status_as_of"])
def test_dates_sort_as_dates_and_what_is_not_known_comes_last(odd: Page, sort: str) -> None:
    odd.goto(f"{ANNEX}?sort={sort}&metal=tantalum&metal=tungsten&metal=gold&status=conformant&find=o")
    names(odd)
    found = odd.locator("#fsd-annex tbody tr td:nth-child(9)").all_text_contents()
    dates = ["February 1, 2021", "November 1, 2021", *["March 31, 2022"] * 4]
    assert found == (dates[::-1] if sort.startswith("-") else dates)
    odd.goto(f"{ANNEX}?sort={sort.replace('status_as_of', 'cid')}")
    names(odd)
    numbers = odd.locator("#fsd-annex tbody tr td:nth-child(1)").all_text_contents()
    assert all(numbers[:5])
    assert not any(numbers[5:])


# ---- The address of the page -------------------------------------------------------------------


def test_the_state_stands_in_the_address_and_comes_back_with_it(annex: Page, new_page: NewPage) -> None:
    annex.goto(f"{ANNEX}?utm=a%20b&metal=tin#facilities")
    box(annex).fill("co ltd")
    choice(annex, "metal", "gold").check()
    choice(annex, "status", "active").check()
    annex.get_by_role("columnheader", name="Country", exact=True).get_by_role("button").click()
    annex.wait_for_url(
        f"**/{ANNEX}?utm=a+b&find=co+ltd&metal=gold&metal=tin&status=active&sort=country#facilities"
    )
    other = new_page()
    other.goto(annex.url)
    assert names(other) == names(annex)
    assert chips(other) == ["Metal: Gold", "Metal: Tin", "Status: Active"]
    expect(box(other)).to_have_value("co ltd")


def test_back_and_forward_go_through_choices_and_whole_words(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    annex.wait_for_url("**?metal=tin")
    box(annex).press_sequentially("china", delay=350)
    annex.wait_for_url("**?find=china&metal=tin")
    annex.go_back()
    expect(box(annex)).to_have_value("")
    assert len(names(annex)) == 76
    annex.go_back()
    assert len(names(annex)) == 298
    expect(choice(annex, "metal", "tin")).not_to_be_checked()
    annex.go_forward()
    annex.go_forward()
    expect(box(annex)).to_have_value("china")
    assert annex.url.endswith("?find=china&metal=tin")


def test_going_back_never_loses_the_focus(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    annex.wait_for_url("**?metal=tin")
    annex.get_by_role("button", name="Remove Metal: Tin").focus()
    annex.evaluate("history.back()")
    assert len(names(annex)) == 298
    expect(box(annex)).to_be_focused()


@pytest.mark.parametrize(
    "query",
    [
        "?metal=unobtainium",
        "?status=no-longer-there&metal=TIN",
        "?sort=nothing&sort=-",
        "?metal=%3Cscript%3E",
        "?country=__proto__&status=constructor",
        "?find[]=x&metal[]=tin",
        "?%E0%A4%A&metal=%ff",
    ],
)
def test_stale_and_hostile_addresses_show_the_whole_list(annex: Page, query: str) -> None:
    errors: list[str] = []
    annex.on("pageerror", lambda error: errors.append(str(error)))
    annex.goto(f"{ANNEX}{query}")
    assert len(names(annex)) == 298
    unknown = any(key in query for key in ("metal=", "status=", "country="))
    note = "A part of this address is not in the list and was left out." if unknown else ""
    expect(annex.locator(".fsd-finder__note")).to_have_text(note)
    assert errors == []


@pytest.mark.parametrize(
    "query", ["<img src=x onerror='window.ran = 1'>", "'\"><script>window.ran = 1</script>", "y" * 5000]
)
def test_a_hostile_search_in_the_address_is_text(annex: Page, query: str) -> None:
    annex.goto(f"{ANNEX}?find={query}")
    expect(box(annex)).to_have_value(query)
    expect(annex.locator(".fsd-finder__count")).to_contain_text("No row matches.")
    assert annex.evaluate("'ran' in window") is False
    assert overflow_px(annex) == 0


# ---- The address of a row ----------------------------------------------------------------------

ROW = "tin-luna-smelter-ltd"


def test_the_address_of_a_row_scrolls_to_it_and_marks_it(annex: Page) -> None:
    annex.goto("about:blank")
    annex.goto(f"{ANNEX}#{ROW}")
    row = annex.locator(f"#{ROW}")
    expect(row).to_be_in_viewport(ratio=1)
    expect(row).to_have_attribute("aria-current", "true")
    expect(row).to_be_focused()
    assert annex.locator("[aria-current=true]").count() == 1
    assert row.evaluate(seen_at_its_middle)


seen_at_its_middle = """row => {
  const { left, top, width, height } = row.getBoundingClientRect()
  return row.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}"""


def test_the_address_of_a_row_clears_what_hides_it_and_says_so(annex: Page) -> None:
    annex.goto(f"{ANNEX}?metal=gold&find=a&utm=1#{ROW}")
    expect(annex.locator(f"#{ROW}")).to_be_in_viewport(ratio=1)
    expect(annex.locator(".fsd-finder__note")).to_have_text(
        "The search was cleared, because it hid this row."
    )
    assert chips(annex) == []
    assert annex.url.endswith(f"{ANNEX}?utm=1#{ROW}")
    assert len(names(annex)) == 298


def test_the_address_of_a_row_keeps_what_shows_it(annex: Page) -> None:
    annex.goto(f"{ANNEX}?metal=tin&sort=-name#{ROW}")
    expect(annex.locator(f"#{ROW}")).to_be_in_viewport(ratio=1)
    assert chips(annex) == ["Metal: Tin"]
    assert len(names(annex)) == 76


def test_a_row_that_is_searched_on_the_same_page_is_shown(annex: Page) -> None:
    choice(annex, "metal", "gold").check()
    annex.wait_for_url("**?metal=gold")
    annex.evaluate(f"location.hash = '{ROW}'")
    expect(annex.locator(f"#{ROW}")).to_be_in_viewport(ratio=1)
    assert len(names(annex)) == 298
    choice(annex, "metal", "tin").check()
    annex.wait_for_url(f"**/{ANNEX}?metal=tin")


def test_a_button_in_the_row_copies_its_address(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{ANNEX}?metal=tin")
    button = page.get_by_role("button", name="Copy link to Luna Smelter, Ltd.")
    page.locator(f"#{ROW}").scroll_into_view_if_needed()
    button.press("Enter")
    expect(page.locator(".fsd-finder__note")).to_have_text("The link to the row is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{page.url.partition('?')[0]}#{ROW}"
    assert page.locator(f"#{ROW} th").text_content() == "Luna Smelter, Ltd."


def test_where_nothing_can_be_copied_the_page_goes_to_the_row(annex: Page) -> None:
    annex.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    annex.locator("tbody tr").first.hover()
    annex.locator(".fsd-copy").first.click()
    annex.wait_for_url(f"**/{ANNEX}#gold-8853-s-p-a")
    expect(annex.locator(".fsd-finder__note")).to_have_text("The address of this page now leads to the row.")


# ---- Many rows ---------------------------------------------------------------------------------


def test_all_of_many_rows_can_be_listed_searched_and_reached(new_odd_page: NewPage) -> None:
    page = new_odd_page()
    page.goto("2019/annex/")
    assert len(names(page)) == 1200
    box(page).fill("works")
    assert names(page) == [f"Works {number}" for number in range(1200)]
    page.get_by_role("columnheader", name="Smelter or refiner").get_by_role("button").click(click_count=2)
    assert names(page) == [f"Works {number}" for number in range(1199, -1, -1)]
    box(page).fill("works 1100")
    assert names(page) == ["Works 1100"]
    page.goto("2019/annex/#gold-works-1100")
    expect(page.locator("#gold-works-1100")).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelectorAll('tbody').length") > 10


def test_a_facet_with_two_hundred_values_stays_in_its_box(new_odd_page: NewPage) -> None:
    page = new_odd_page(width=390)
    page.goto("2019/annex/")
    page.locator("summary", has_text="Country").click()
    assert len(counts(page, "country")) == 200
    assert page.locator("[data-facet=country]").evaluate("list => list.clientHeight") < 400
    assert overflow_px(page) == 0


def test_a_list_of_one_row_can_be_used(new_odd_page: NewPage) -> None:
    page = new_odd_page()
    page.goto("2020/annex/")
    assert names(page) == ["Works 0"]
    expect(page.locator(".fsd-finder__count")).to_have_text("1 row")
    box(page).fill("nothing")
    assert names(page) == []


# ---- Hostile rows ------------------------------------------------------------------------------


def test_hostile_rows_are_text_whatever_is_done_with_them(new_odd_page: NewPage) -> None:
    page = new_odd_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(ANNEX)
    shown = [name for name in HOSTILE]
    choice(page, "metal", "tin").check()
    assert len(names(page)) == len(shown)
    for name in HOSTILE:
        box(page).fill(name[:60])
        assert page.locator("#fsd-annex tbody tr").count() >= 1, name
        page.wait_for_timeout(50)
    box(page).fill("")
    choice(page, "status", "a-status-b-nobody-b-knows").check()
    page.locator("thead button").nth(2).click()
    assert chips(page) == ["Metal: Tin", f"Status: {ODD_STATUS}"]
    assert page.evaluate("'ran' in window") is False
    assert page.locator("article :is(script:not([src]):not([type]), img[src='x'], .fsd-list b)").count() == 0
    assert errors == []


@pytest.mark.parametrize(
    "options", [{}, PHONE, {"width": 640, "height": 450}], ids=["desktop", "phone", "zoomed"]
)
def test_hostile_rows_make_no_page_wider(new_odd_page: NewPage, options: dict[str, Any]) -> None:
    page = new_odd_page(**options)
    page.goto(ANNEX)
    assert overflow_px(page) == 0
    box(page).fill("x" * 100)
    choice(page, "status", "a-status-b-nobody-b-knows").check()
    assert len(names(page)) == 1
    assert overflow_px(page) == 0


# ---- Taking rows away --------------------------------------------------------------------------


def test_the_rows_that_are_listed_can_be_saved_in_their_order(odd: Page, tmp_path: Path) -> None:
    odd.goto(f"{ANNEX}?metal=gold&sort=-name")
    with odd.expect_download() as download:
        odd.get_by_role("button", name="Download these rows (CSV)").click()
    assert download.value.suggested_filename == "smelters-2021-selection.csv"
    download.value.save_as(tmp_path / "rows.csv")
    raw = (tmp_path / "rows.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["Smelter or refiner"] for row in rows] == names(odd)
    assert rows[-1]["City"] == "Onsan"
    assert rows[-1]["Address"].endswith(f"{ANNEX}#CID000777")


def test_saved_rows_hold_no_formula(odd: Page, tmp_path: Path) -> None:
    odd.evaluate("document.querySelector('tbody th').firstChild.data = '=HYPERLINK(\"x\")'")
    with odd.expect_download() as download:
        odd.get_by_role("button", name="Download these rows (CSV)").click()
    download.value.save_as(tmp_path / "rows.csv")
    assert '"\'=HYPERLINK(""x"")"' in (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")


# ---- Ways to read ------------------------------------------------------------------------------


def test_on_a_phone_rows_are_cards_that_keep_their_header_cells(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    page.goto(f"{ANNEX}?find=penoles")
    row = page.locator("#fsd-annex tbody tr")
    expect(row).to_have_css("flex-wrap", "wrap")
    headings = page.get_by_role("columnheader")
    assert headings.all_text_contents() == [
        "Metal",
        "Smelter or refiner",
        "Country as filed",
        "Country",
        "Status",
    ]
    assert row.get_by_role("rowheader").count() == 1
    labels = row.locator("td").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert labels == ['"Metal"', '"Country as filed"', '"Country"', '"Status"']
    assert accessible_roles(page) == {
        "table",
        "rowgroup",
        "row",
        "columnheader",
        "rowheader",
        "cell",
        "caption",
    }
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


def test_on_a_phone_rows_are_sorted_and_chosen_by_touch(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    page.goto(ANNEX)
    page.get_by_role("columnheader", name="Smelter or refiner").get_by_role("button").tap()
    expect(page.locator("[aria-sort=ascending]")).to_have_text("Smelter or refiner")
    page.locator("label", has_text="Tungsten").tap()
    assert chips(page) == ["Metal: Tungsten"]
    found = names(page)
    assert found == sorted(found, key=str.casefold) or len(found) == 51


def test_targets_of_touch_are_44_pixels(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    page.goto(f"{ANNEX}?metal=tin&find=a")
    page.locator("summary", has_text="Country").tap()
    page.locator("#fsd-annex tbody tr").first.scroll_into_view_if_needed()
    page.wait_for_selector(".fsd-copy")
    small = page.evaluate(
        """() => [...document.querySelectorAll(".fsd-list :is(button, summary, label:has(input), input:not([type=checkbox]))")]
          .filter((target) => target.checkVisibility() && !target.matches(".fsd-finder__skip"))
          .map((target) => [target.textContent || target.ariaLabel, target.offsetWidth, target.offsetHeight])
          .filter(([, width, height]) => width < 44 || height < 44)"""
    )
    assert small == []


@pytest.mark.parametrize("width", [1280, 390])
def test_text_of_twice_the_size_fits(new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    page.goto(f"{ANNEX}?metal=tin")
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    page.wait_for_timeout(200)
    assert overflow_px(page) == 0 or width == 390
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".fsd-finder :is(button, label, p)")]
          .filter((part) => part.checkVisibility() && !part.matches(".fsd-finder__live") && part.scrollWidth > part.clientWidth + 1)
          .map((part) => part.textContent)"""
    )
    assert cut == []


def test_a_status_is_a_word_and_not_a_color_alone(annex: Page) -> None:
    words = set(annex.locator("#fsd-annex .fsd-status").all_text_contents())
    assert words == {"Full Compliant", "Active", "Indeterminable"}
    assert annex.locator("fieldset .fsd-status").all_text_contents() == [
        "Full Compliant",
        "Active",
        "Indeterminable",
    ]


STATES: dict[str, Callable[[Page], Any]] = {
    "start": lambda page: None,
    "open list": lambda page: page.locator("summary", has_text="Country").click(),
    "chosen": lambda page: (choice(page, "metal", "tin").check(), box(page).fill("china")),
    "empty": lambda page: box(page).fill("zzzz"),
    "sorted": lambda page: page.locator("thead button").first.click(),
    "row": lambda page: page.evaluate(f"location.hash = '{ROW}'"),
    "focused": lambda page: page.locator("tbody tr").nth(3).locator(".fsd-copy").focus(),
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "phone": PHONE,
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_state(new_page: NewPage, look: str) -> None:
    page = new_page(**LOOKS[look])
    found = []
    for state, reach in STATES.items():
        page.goto("about:blank")
        page.goto(ANNEX)
        page.locator(".fsd-copy").first.wait_for(state="attached")
        reach(page)
        page.wait_for_timeout(700)
        found += [f"{state}: {violation}" for violation in run_axe(page)]
    assert not found, "\n".join(found)


def test_the_list_can_be_passed_over_by_keyboard(annex: Page) -> None:
    skip = annex.get_by_role("link", name="Skip the list")
    skip.focus()
    expect(skip).to_be_in_viewport()
    annex.keyboard.press("Enter")
    annex.keyboard.press("Tab")
    assert annex.evaluate(
        "!!(document.querySelector('#fsd-annex').compareDocumentPosition(document.activeElement) & 4)"
    )


def test_everything_of_the_finder_is_reached_by_the_tab_key(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    box(annex).focus()
    reached = []
    for _ in range(16):
        annex.keyboard.press("Tab")
        reached.append(
            annex.evaluate(
                "(document.activeElement.ariaLabel || document.activeElement.value || document.activeElement.textContent).trim()"
            )
        )
    wanted = ["gold", "tantalum", "tin", "tungsten", "full-compliant", "active", "indeterminable", "Country",
              "Remove Metal: Tin", "Clear all", "Download these rows (CSV)", "Skip the list"]  # fmt: skip
    assert reached[: len(wanted)] == wanted


def test_printed_is_what_is_listed_and_by_which_choice(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    assert len(names(annex)) == 76
    annex.emulate_media(media="print")
    shown = annex.locator(".fsd-finder :is(p, button, input, summary, a):visible").all_inner_texts()
    assert shown == ["76 of 298 rows", "Metal: Tin"]
    assert annex.locator("#fsd-annex").evaluate("table => getComputedStyle(table).display") == "table"
    assert annex.locator(".fsd-copy:visible").count() == 0


# ---- Ways to come ------------------------------------------------------------------------------


def test_the_finder_works_after_instant_navigation_and_back(new_odd_page: NewPage) -> None:
    page = new_odd_page()
    page.goto("about/")
    page.evaluate("window.isSamePage = true")
    for _ in range(2):
        annex_link = page.locator(f"a[href$='{ANNEX}']").first
        annex_link.click()
        page.wait_for_url(f"**/{ANNEX}")
        page.wait_for_selector(".fsd-list--live")
        assert page.evaluate("window.isSamePage")
        box(page).fill("penoles")
        assert names(page) == ["Met-Mex Peñoles"]
        page.wait_for_url("**?find=penoles")
        page.locator(".fsd-footer a", has_text="About").click()
        page.wait_for_url("**/about/")
        page.wait_for_selector(".fsd-annex", state="detached")
    page.go_back()
    page.wait_for_selector(".fsd-list--live")
    assert names(page) == ["Met-Mex Peñoles"]
    expect(box(page)).to_have_value("penoles")


def test_the_finder_works_from_a_folder_of_files(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    address = (site / "2021" / "annex" / "index.html").as_uri()
    page.goto(address)
    box(page).fill("penoles")
    assert names(page) == ["Metalurgica Met-Mex Penoles S.A. De C.V."]
    page.wait_for_url(f"{address}?find=penoles")
    page.goto(f"{address}?metal=gold#{ROW}")
    expect(page.locator(f"#{ROW}")).to_be_in_viewport(ratio=1)
    with page.expect_download():
        page.get_by_role("button", name="Download these rows (CSV)").click()
    assert errors == []
    page.close()


def test_only_the_annex_loads_the_finder(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for uri, wanted in (("2021/", 0), (ANNEX, 2)):
        asked.clear()
        page.goto(uri)
        assert len([url for url in asked if "/annex." in url]) == wanted, uri


def test_script_and_style_stay_small(site: Path) -> None:
    files = [
        site / "assets" / kind / name
        for kind, name in (("javascripts", "annex.js"), ("stylesheets", "annex.css"))
    ]
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in files]
    assert sum(sizes) <= 7000, sizes


# ---- Without scripts ---------------------------------------------------------------------------


def visible_rows(page: Page) -> int:
    return page.locator("#fsd-annex tbody tr:visible").count()


def test_without_scripts_metal_and_status_filter(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(ANNEX)
    assert visible_rows(page) == 298
    for facet, value, rows in (
        ("metal", "tin", 76), ("metal", "tungsten", 127), ("status", "active", None), ("status", "indeterminable", None),
    ):  # fmt: skip
        choice(page, facet, value).check()
        if rows:
            assert visible_rows(page) == rows
    shown = page.locator("#fsd-annex tbody tr:visible")
    texts = [text.split("\n") for text in shown.all_inner_texts()]
    assert {text[0] for text in texts} == {"Tin", "Tungsten"}
    assert {text[-1] for text in texts} == {"Active", "Indeterminable"}
    for value in ("active", "indeterminable"):
        choice(page, "status", value).uncheck()
    assert visible_rows(page) == 127


def test_without_scripts_what_needs_them_is_not_shown(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(ANNEX)
    for part in ("input[type=search]", "details", ".fsd-finder__result", ".fsd-finder__skip"):
        assert page.locator(f".fsd-finder {part}:visible").count() == 0, part
    assert page.locator("fieldset:visible").count() == 2


def test_without_scripts_a_long_list_is_whole_and_has_no_finder(new_odd_page: NewPage) -> None:
    page = new_odd_page(java_script_enabled=False)
    page.goto("2019/annex/#gold-works-1100")
    assert page.locator(".fsd-finder").is_hidden()
    assert visible_rows(page) == 1200
    expect(page.locator("#gold-works-1100")).to_be_in_viewport(ratio=1)


def test_without_scripts_the_address_of_a_row_works(new_page: NewPage) -> None:
    for options in ({}, PHONE):
        page = new_page(java_script_enabled=False, **options)
        page.goto(f"{ANNEX}?metal=gold#{ROW}")
        expect(page.locator(f"#{ROW}")).to_be_in_viewport(ratio=1)
        assert overflow_px_without_scripts(page) <= 0


def overflow_px_without_scripts(page: Page) -> float:
    """How much wider the list is than the window, as far as a page without scripts tells."""
    bounds = page.locator("#fsd-annex").bounding_box()
    assert bounds is not None
    assert page.viewport_size is not None
    return bounds["x"] + bounds["width"] - page.viewport_size["width"]
