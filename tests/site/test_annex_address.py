"""The addresses of the annex in a real browser: of what is found, of a row; the ways to come and to leave."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.annex import (
    ANNEX,
    HOSTILE,
    MANY,
    ODD_SITE_URL,
    PHONE,
    ROW,
    OpenAnnex,
    Windows,
    box,
    choice,
    names,
    note,
    rows,
    said,
    seen,
    shows_chips,
    sorter,
    without_timer,
)
from tests.support.browser import comes_true, open_context, overflow_px

pytestmark = [pytest.mark.site, pytest.mark.browser]


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
    query = "?utm=a+b&find=co+ltd&status=active&metal=gold&metal=tin&sort=country"
    page.wait_for_url(f"**/{ANNEX}{query}#facilities")
    found = names(page)
    other = open_annex(query)
    assert names(other) == found
    shows_chips(other, ["“co ltd”", "Status: Active", "Metal: Gold", "Metal: Tin"])
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
    button = rows(annex).first.locator(".fsd-open")
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
        ("?find[]=x&metal[]=tin&%E0%A4%A&sort=__proto__#%E0%A4%A", True),
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


@pytest.mark.parametrize(
    ("rest", "rows"), [("#%E0%A4%A", 298), ("#%", 298), ("?metal=tin#%E0%A4%A", 76), ("?find=%E0%A4%A", 0)]
)
def test_an_address_that_cannot_be_read_hides_nothing(open_annex: OpenAnnex, rest: str, rows: int) -> None:
    page = open_annex(rest, timezone_id="UTC")  # a window of its own
    page.add_init_script(without_timer(9000))  # after which the list is shown in any case
    page.reload()
    expect(said(page)).to_be_visible()
    assert len(names(page)) == rows
    page.evaluate("location.hash = '%E0%A4%A%'")
    page.evaluate("row => { location.hash = row }", ROW)
    expect(page.locator(".fsd-detail")).to_have_count(1)


def test_a_hostile_search_in_the_address_is_text(open_annex: OpenAnnex) -> None:
    for query in ("<img src=x onerror='window.ran = 1'>", "'\"><script>window.ran = 1</script>", "y" * 5000):
        page = open_annex(f"?find={query}")
        expect(box(page)).to_have_value(query)
        expect(said(page)).to_have_text("0 of 298 rows")
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
    shows_chips(page, [])
    page.wait_for_url(f"**/{ANNEX}?utm=1#{ROW}")
    assert len(names(page)) == 298


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("#tin-works-that-left-the-list", "A part of this address is not in the list and was left out."),
        ("#what-the-statuses-mean", ""),
        ("#country-rw", ""),
    ],
)
def test_the_address_of_a_row_that_is_not_there_says_so(open_annex: OpenAnnex, rest: str, words: str) -> None:
    page = open_annex(rest)
    assert len(names(page)) == 298
    page.mouse.move(600, 400)
    expect(note(page)).to_have_text(words)


def test_the_address_of_a_row_keeps_what_shows_it(open_annex: OpenAnnex) -> None:
    page = open_annex(f"?metal=tin&sort=-name#{ROW}")
    seen(page.locator(f"#{ROW}"))
    shows_chips(page, ["Metal: Tin"])
    assert len(names(page)) == 76


def test_a_row_that_is_asked_for_on_the_same_page_is_shown(annex: Page) -> None:
    choice(annex, "metal", "gold").check()
    annex.wait_for_url("**?metal=gold")
    annex.evaluate(f"location.hash = '{ROW}'")
    seen(annex.locator(f"#{ROW}"))
    assert len(names(annex)) == 298
    choice(annex, "metal", "tin").check()
    annex.wait_for_url(f"**/{ANNEX}?metal=tin")


def test_the_detail_of_a_row_copies_its_address_and_a_citation(open_annex: OpenAnnex) -> None:
    page = open_annex("?metal=tin", permissions=["clipboard-read", "clipboard-write"])
    names(page)
    page.evaluate(without_timer(3000))  # after which a button has its own words again
    page.locator(f"#{ROW}").scroll_into_view_if_needed()
    page.get_by_role("button", name="Details of Luna Smelter, Ltd.").press("Enter")
    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(page.locator(".fsd-detail .fsd-copy").first).to_have_text("✓ Copied")
    address = f"{page.url.partition('?')[0]}#{ROW}"
    comes_true(page, "navigator.clipboard.readText()", address)
    page.locator(".fsd-detail").get_by_role("button", name="Copy citation").click()
    expect(page.locator(".fsd-detail .fsd-copy").last).to_have_text("✓ Copied")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("Luna Smelter, Ltd., Tin. ")
    assert address in cited


def test_where_nothing_can_be_copied_the_page_goes_to_the_row(annex: Page) -> None:
    annex.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
    rows(annex).first.locator(".fsd-open").click()
    annex.get_by_role("button", name="Copy link", exact=True).click()
    annex.wait_for_url(f"**/{ANNEX}#gold-8853-s-p-a")
    expect(note(annex)).to_contain_text("The address of the page now leads to the row.")


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


def saved(page: Page, folder: Path, kind: str = "CSV") -> tuple[str, str]:
    """Name and text of the file that the button saves."""
    with page.expect_download() as download:
        page.get_by_role("link", name=f"Download {kind}").click()
    download.value.save_as(folder / "rows")
    return download.value.suggested_filename, (folder / "rows").read_bytes().decode("utf-8-sig")


def published(page: Page, kind: str) -> str:
    address = page.url.partition("annex/")[0]
    text: str = page.request.get(f"{address}documents/smelters-2021.{kind}").body().decode("utf-8-sig")
    return text


def test_a_view_is_saved_as_the_lines_of_the_published_file(open_annex: OpenAnnex, tmp_path: Path) -> None:
    page = open_annex("?metal=gold&sort=-name", odd=True)
    listed = [row.get_attribute("id") for row in rows(page).all()]
    name, text = saved(page, tmp_path)
    assert re.fullmatch(r"smelters-2021-Metal-Gold-\d{4}-\d\d-\d\d\.csv", name)
    head, _, lines = text.partition("\r\n")
    assert re.match(r'"# 5 of \d+ rows \| Metal: Gold \| http\S+ \| \d{4}-\d\d-\d\d"$', head)
    found = list(csv.DictReader(io.StringIO(lines, newline="")))
    whole = {row["Address"]: row for row in csv.DictReader(io.StringIO(published(page, "csv"), newline=""))}
    assert found == [whole[f"{ANNEX}#{row}"] for row in listed]


def test_a_view_is_saved_as_the_records_of_the_published_json(open_annex: OpenAnnex, tmp_path: Path) -> None:
    page = open_annex("?metal=tin", odd=True)
    names(page)
    _, text = saved(page, tmp_path, "JSON")
    found, whole = json.loads(text), json.loads(published(page, "json"))
    assert found["smelters"] == [row for row in whole["smelters"] if row["metal"] == "Tin"]
    assert len(found["smelters"]) == len(HOSTILE)
    assert found["view"]["filter"] == "Metal: Tin"
    assert "counts" not in found


def test_nothing_is_saved_for_no_rows_and_the_page_says_why(annex: Page) -> None:
    box(annex).fill("zzzzzz")
    expect(said(annex)).to_have_text("0 of 298 rows")
    annex.get_by_role("link", name="Download CSV").click()
    expect(note(annex)).to_contain_text("nothing to save")


# ---- Nothing moves ----------------------------------------------------------------------------


SHIFTS = """
globalThis.shifted = 0
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value } of list.getEntries()) shifted += hadRecentInput ? 0 : value
}).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize(
    "rest",
    ["", "?metal=tin&status=active#metal-tin", "?find=heraues", f"#{ROW}", f"?metal=gold#{ROW}"],
)
def test_on_a_slow_phone_nothing_moves_while_a_link_opens(browser: Browser, served: str, rest: str) -> None:
    with open_context(browser, served, refused=[], **PHONE) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Network.enable")
        slow = {"offline": False, "latency": 150, "downloadThroughput": 600_000, "uploadThroughput": 90_000}
        session.send("Network.emulateNetworkConditions", slow)
        page.add_init_script(SHIFTS)
        page.add_init_script(without_timer(9000))  # after which the list is shown in any case
        page.goto(f"{ANNEX}{rest}")
        page.locator(".fsd-list--live").wait_for()
        expect(page.locator("html")).not_to_have_class(re.compile("fsd-waits"))
        page.wait_for_timeout(500)
        assert page.evaluate("shifted") <= 0.05


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
    page.locator(".fsd-list--live").wait_for()
    box(page).fill("penoles")
    assert names(page) == ["Metalurgica Met-Mex Penoles S.A. De C.V."]
    page.wait_for_url(f"{address}?find=penoles")
    page.goto(f"{address}?metal=gold#{ROW}")
    seen(page.locator(f"#{ROW}"))
    page.goto(f"{address}?metal=gold")
    page.get_by_role("link", name="Download CSV").click()
    expect(note(page)).to_contain_text("only the file of all rows can be saved")
    page.close()
    of_theme = [error for error in errors if "search_index" in error]  # the theme's search wants a server
    assert errors == of_theme


def test_only_the_annex_loads_the_finder(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for uri, wanted in (("2021/", []), (ANNEX, ["annex-early.js", "annex.css", "annex.js"])):
        asked.clear()
        page.goto(uri)
        assert sorted(re.findall(r"/(annex[.-]\S+)", "\n".join(asked))) == wanted, uri
