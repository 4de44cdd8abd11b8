"""The addresses of the annex in a real browser: of what is found, of a row; the ways to come and to leave."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.data_files.csv_file import formula_safe
from tests.support.annex import (
    ANNEX,
    HOSTILE,
    MANY,
    ODD_SITE_URL,
    ROW,
    OpenAnnex,
    Windows,
    box,
    chips,
    choice,
    comes_true,
    names,
    note,
    rows,
    said,
    seen,
    sorter,
)
from tests.support.browser import overflow_px

pytestmark = [pytest.mark.site, pytest.mark.browser]

DOWNLOAD = "Download these rows (CSV)"


@pytest.fixture
def annex(open_annex: OpenAnnex) -> Page:
    """The annex of the 2021 filing."""
    return open_annex()


# ---- Of what is found --------------------------------------------------------------------------


def test_the_state_stands_in_the_address_and_comes_back_with_it(open_annex: OpenAnnex) -> None:
    page = open_annex("?utm=a%20b&metal=tin#facilities")
    box(page).fill("co ltd")
    choice(page, "metal", "gold").check()
    choice(page, "status", "active").check()
    sorter(page, "Country").click()
    query = "?utm=a+b&find=co+ltd&metal=gold&metal=tin&status=active&sort=country"
    page.wait_for_url(f"**/{ANNEX}{query}#facilities")
    found = names(page)
    other = open_annex(query)
    assert names(other) == found
    assert chips(other) == ["Metal: Gold", "Metal: Tin", "Status: Active"]
    expect(box(other)).to_have_value("co ltd")
    expect(other.locator("[aria-sort=ascending]")).to_have_text("Country")


def test_back_and_forward_go_through_choices_and_whole_words(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    annex.wait_for_url("**?metal=tin")
    for typed in ("ch", "china"):
        box(annex).press_sequentially(typed.removeprefix("ch") if typed == "china" else typed)
        annex.wait_for_url(f"**?find={typed}&metal=tin")
    annex.go_back()
    expect(said(annex)).to_have_text("76 of 298 rows")
    expect(box(annex)).to_have_value("")
    annex.go_back()
    expect(said(annex)).to_have_text("298 rows")
    expect(choice(annex, "metal", "tin")).not_to_be_checked()
    annex.go_forward()
    expect(said(annex)).to_have_text("76 of 298 rows")
    annex.go_forward()
    expect(box(annex)).to_have_value("china")
    assert annex.url.endswith("?find=china&metal=tin")


def test_the_focus_is_never_lost(annex: Page) -> None:
    choice(annex, "metal", "tin").check()
    annex.wait_for_url("**?metal=tin")
    button = rows(annex).first.locator(".fsd-copy")
    button.focus()
    annex.evaluate("history.back()")
    expect(said(annex)).to_have_text("298 rows")
    expect(button.or_(box(annex)).and_(annex.locator(":focus"))).to_have_count(1)
    choice(annex, "metal", "tin").check()
    annex.get_by_role("button", name="Remove Metal: Tin").focus()
    annex.wait_for_url("**?metal=tin")
    annex.evaluate("history.back()")
    expect(box(annex)).to_be_focused()


@pytest.mark.parametrize(
    ("query", "is_noted"),
    [
        ("?metal=unobtainium", True),
        ("?status=no-longer-there&metal=TIN", True),
        ("?sort=nothing&sort=-", False),
        ("?metal=%3Cscript%3E", True),
        ("?country=__proto__&status=constructor", True),
        ("?find[]=x&metal[]=tin&%E0%A4%A&sort=__proto__#%E0%A4%A", False),
    ],
)
def test_stale_and_hostile_addresses_show_the_whole_list(
    open_annex: OpenAnnex, query: str, is_noted: bool
) -> None:
    page = open_annex(query)
    assert len(names(page)) == 298
    expect(note(page)).to_have_text(
        "A part of this address is not in the list and was left out." if is_noted else ""
    )


def test_a_hostile_search_in_the_address_is_text(open_annex: OpenAnnex) -> None:
    for query in ("<img src=x onerror='window.ran = 1'>", "'\"><script>window.ran = 1</script>", "y" * 5000):
        page = open_annex(f"?find={query}")
        expect(box(page)).to_have_value(query)
        expect(said(page)).to_contain_text("No row matches.")
        assert page.evaluate("'ran' in window") is False
        assert overflow_px(page) == 0


# ---- Of a row ----------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("row", ["gold-8853-s-p-a", ROW, "tungsten-xinhai-rendan-shaoguan-tungsten-co-ltd"])
def test_the_address_of_a_row_scrolls_to_it_and_marks_it(open_annex: OpenAnnex, row: str, width: int) -> None:
    page = open_annex(f"#{row}", width=width)
    found = page.locator(f"#{row}")
    expect(found).to_have_attribute("aria-current", "true")
    expect(found).to_be_focused()
    expect(page.locator("[aria-current=true]")).to_have_count(1)
    seen(found)


def test_the_address_of_a_row_clears_what_hides_it_and_says_so(open_annex: OpenAnnex) -> None:
    page = open_annex(f"?metal=gold&find=a&utm=1#{ROW}")
    seen(page.locator(f"#{ROW}"))
    expect(note(page)).to_have_text("The search was cleared, because it hid this row.")
    assert chips(page) == []
    assert page.url.endswith(f"{ANNEX}?utm=1#{ROW}")
    assert len(names(page)) == 298


def test_the_address_of_a_row_keeps_what_shows_it(open_annex: OpenAnnex) -> None:
    page = open_annex(f"?metal=tin&sort=-name#{ROW}")
    seen(page.locator(f"#{ROW}"))
    assert chips(page) == ["Metal: Tin"]
    assert len(names(page)) == 76


def test_a_row_that_is_asked_for_on_the_same_page_is_shown(annex: Page) -> None:
    choice(annex, "metal", "gold").check()
    annex.wait_for_url("**?metal=gold")
    annex.evaluate(f"location.hash = '{ROW}'")
    seen(annex.locator(f"#{ROW}"))
    assert len(names(annex)) == 298
    choice(annex, "metal", "tin").check()
    annex.wait_for_url(f"**/{ANNEX}?metal=tin")


def test_a_button_in_the_row_copies_its_address(open_annex: OpenAnnex) -> None:
    page = open_annex("?metal=tin", permissions=["clipboard-read", "clipboard-write"])
    names(page)
    page.locator(f"#{ROW}").scroll_into_view_if_needed()
    page.get_by_role("button", name="Copy link to Luna Smelter, Ltd.").press("Enter")
    expect(note(page)).to_have_text("The link to the row is copied.")
    comes_true(page, "navigator.clipboard.readText()", f"{page.url.partition('?')[0]}#{ROW}")


def test_where_nothing_can_be_copied_the_page_goes_to_the_row(annex: Page) -> None:
    annex.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    rows(annex).first.hover()
    rows(annex).first.locator(".fsd-copy").click()
    annex.wait_for_url(f"**/{ANNEX}#gold-8853-s-p-a")
    expect(note(annex)).to_have_text("The address of this page now leads to the row.")


def test_all_of_many_rows_can_be_listed_searched_and_reached(open_annex: OpenAnnex) -> None:
    page = open_annex(odd=True, year=2019)
    in_order = [f"Works {number}" for number in range(MANY)]
    assert names(page) == in_order
    box(page).fill("works 1100")
    assert names(page) == ["Works 1100"]
    box(page).fill("works")
    assert names(page) == in_order
    sorter(page, "Smelter or refiner").click(click_count=2)
    assert names(page) == in_order[::-1]
    page = open_annex("#gold-works-1100", odd=True, year=2019)
    seen(page.locator("#gold-works-1100"))


# ---- Taking rows away --------------------------------------------------------------------------


def saved(page: Page, folder: Path) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=DOWNLOAD).click()
    assert download.value.suggested_filename == "smelters-2021-selection.csv"
    download.value.save_as(folder / "rows.csv")
    return (folder / "rows.csv").read_bytes()


def test_the_rows_that_are_listed_can_be_saved_in_their_order(open_annex: OpenAnnex, tmp_path: Path) -> None:
    page = open_annex("?metal=gold&sort=-name", odd=True)
    raw = saved(page, tmp_path)
    assert raw.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["Smelter or refiner"] for row in found] == names(page)
    assert found[-1]["City"] == "Onsan"
    assert found[-1]["Address"].endswith(f"{ANNEX}#CID000777")
    assert "?" not in found[-1]["Address"]


def test_saved_rows_hold_no_formula_and_are_written_as_the_csv_of_the_site(
    open_annex: OpenAnnex, tmp_path: Path
) -> None:
    page = open_annex("?metal=tin", odd=True)
    text = saved(page, tmp_path).decode("utf-8-sig")
    found = [row["Smelter or refiner"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert {"'=HYPERLINK(1)", "''=SUM(1)", "''+ Plus Works", "'Quoted Works"} <= set(found)
    assert found == [formula_safe(name) for name in names(page)]
    assert len(found) == len(HOSTILE)


# ---- Ways to come ------------------------------------------------------------------------------


def moved_here(route: Route) -> None:
    """The map of the site with the address of this machine: the theme loads no page that is not in it."""
    response = route.fetch()
    here = route.request.url.removesuffix("sitemap.xml")
    route.fulfill(response=response, body=response.text().replace(ODD_SITE_URL, here))


def follow_at_once(page: Page, address: str) -> None:
    """Follows a link inside the page, as the theme does once it has the map of the site."""
    comes_true(
        page,
        f"""(() => {{
          let isTaken
          const ask = (event) => {{ isTaken = event.defaultPrevented; event.preventDefault() }}
          window.addEventListener("click", ask, {{ once: true }})
          document.querySelector("a[href$='{address}']").click()
          return isTaken
        }})()""",
        True,
    )
    page.wait_for_url(f"**/{address}")


def test_the_finder_works_after_instant_navigation_and_back(open_annex: OpenAnnex, windows: Windows) -> None:
    page = open_annex(odd=True, locale="en-GB")
    page.route("**/sitemap.xml", moved_here)
    page.reload()
    page.evaluate("window.isSamePage = true")
    for _ in range(2):
        follow_at_once(page, "about/")
        expect(page.locator(".fsd-annex")).to_have_count(0)
        follow_at_once(page, ANNEX)
        expect(page.locator(".fsd-list--live")).to_have_count(1)
        box(page).fill("penoles")
        assert names(page) == ["Met-Mex Peñoles"]
        page.wait_for_url("**?find=penoles")
    follow_at_once(page, "about/")
    expect(page.locator(".fsd-annex")).to_have_count(0)
    page.go_back()
    expect(page.locator(".fsd-list--live")).to_have_count(1)
    expect(box(page)).to_have_value("penoles")
    assert names(page) == ["Met-Mex Peñoles"]
    assert page.evaluate("window.isSamePage")
    # The theme runs its inline scripts once more on each page that it loads itself; the policy refuses that.
    windows.errors[:] = [error for error in windows.errors if "Executing inline script" not in error]


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
    seen(page.locator(f"#{ROW}"))
    with page.expect_download():
        page.get_by_role("button", name=DOWNLOAD).click()
    page.close()
    of_theme = [error for error in errors if "search_index" in error]  # the theme's search wants a server
    assert errors == of_theme


def test_only_the_annex_loads_the_finder(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for uri, wanted in (("2021/", []), (ANNEX, ["annex.css", "annex.js"])):
        asked.clear()
        page.goto(uri)
        assert sorted(re.findall(r"/(annex[.-]\S+)", "\n".join(asked))) == wanted, uri
