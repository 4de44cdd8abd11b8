"""The site's own search, driven as a reader does: a name, another name or a number opens the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from generator.cli import main
from tests.support.browser import NewPage, comes_true, open_context
from tests.support.build import build_strictly
from tests.support.builders import HEADINGS, write_year
from tests.support.server import serve
from tests.support.started_year import copy_project

pytestmark = [pytest.mark.site, pytest.mark.browser]

HOSTILE = (
    "<script>window.ran = 1</script> Works",
    '<img src=x onerror="window.ran = 1"> Works',
    "&lt;b&gt; &amp; Works",
    "ربط {{ x }} | Works",
    "Wordy " * 60 + "Works",
)
ROWS = (
    ("Gold", "", "Met-Mex Peñoles, S.A.", "Industrias; Peñoles | Torreón Works", "JAPAN", "Conformant"),
    ("Tin", "CID000042", "A.L.M.T. Corp. (“Invented”)", "", "KOREA, REPUBLIC OF", "Open"),
    *(("Tungsten", "", name, name, "PERU", "Open") for name in HOSTILE),
)


@pytest.fixture(scope="module")
def address(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A served site with this repository's settings and theme, and rows that are odd or hostile."""
    folder = tmp_path_factory.mktemp("odd")
    settings = copy_project(repo, folder)
    headings = (*HEADINGS[:3], "Other Names", *HEADINGS[3:])
    write_year(folder / "data", rows=ROWS, headings=headings)
    build_strictly(settings, folder / "site", site_url="https://www.invented.internal/ir/")
    with serve(folder / "site") as served:
        yield served


@pytest.fixture(scope="module")
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    refused: list[str] = []
    with open_context(browser, address, refused=refused) as context:
        yield context
    assert refused == []


@pytest.fixture
def odd(context: BrowserContext) -> Iterator[Page]:
    """A page of the site with odd rows that is not the annex."""
    page = context.new_page()
    page.goto("about/")
    yield page
    page.close()


def search(page: Page, words: str) -> Locator:
    """The results that lead to a row of an annex, best first.

    All words are there at once, so that no result is one for their first letters.
    """
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.insert_text(words)
    page.keyboard.press("End")
    results = page.locator(".md-search-result__link[href*='annex/'][href*='#']")
    expect(results.first).to_be_visible()
    return results


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("penoles", "gold-met-mex-penoles-s-a"),
        ("PEÑOLES", "gold-met-mex-penoles-s-a"),
        ("torreon", "gold-met-mex-penoles-s-a"),
        ("industrias", "gold-met-mex-penoles-s-a"),
        ("CID000042", "CID000042"),
        ("cid000042", "CID000042"),
        ("invented a.l.m.t.", "CID000042"),
        ("south korea", "CID000042"),
        ("KOREA, REPUBLIC", "CID000042"),
        ("kr", "CID000042"),
    ],
)
def test_words_and_enter_open_the_row(odd: Page, words: str, anchor: str) -> None:
    search(odd, words)
    odd.keyboard.press("Enter")
    odd.wait_for_url(f"**/2021/annex/**#{anchor}")
    expect(odd.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_result_shows_name_metal_status_and_country(odd: Page) -> None:
    result = search(odd, "CID000042").first
    expect(result.locator("h2")).to_have_text("A.L.M.T. Corp. (“Invented”)")
    expect(result).to_contain_text("Tin, Open, South Korea, CID000042")


@pytest.mark.parametrize("name", HOSTILE[:4])
def test_hostile_names_are_shown_as_they_are_and_run_nothing(odd: Page, name: str) -> None:
    search(odd, "works")
    more = odd.locator(".md-search-result__more summary")
    if more.count():
        more.first.click()
    titles = odd.locator(".md-search-result__link h2")
    expect(titles.filter(has_text=name)).to_have_count(1)
    assert not odd.locator(".md-search-result :is(img, script, b)").count()
    assert odd.evaluate("window.ran") is None


def asked_of(page: Page) -> list[str]:
    """The addresses that the page and what it starts ask for, from now on."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    return asked


def test_records_are_loaded_when_something_is_first_searched_for(new_page: NewPage) -> None:
    page = new_page()
    asked = asked_of(page)
    page.goto("about/", wait_until="networkidle")
    assert asked
    assert [url for url in asked if "search_index" in url or "search-find" in url] == []
    with page.context.expect_event("request", lambda request: "search_index" in request.url):
        search(page, "technolom")


@pytest.mark.parametrize("words", ["peñoles", "penoles"])
def test_text_that_comes_without_a_key_is_searched_for(odd: Page, words: str) -> None:
    """As a paste from a menu or a dictation does."""
    odd.get_by_role("textbox", name="Search").click()
    odd.keyboard.insert_text(words)
    results = odd.locator(".md-search-result__link[href*='#gold-met-mex']")
    expect(results.first).to_be_visible()
    expect(odd.get_by_role("status").filter(has_text="matching")).to_be_visible()


def test_words_that_stand_in_one_row_put_the_row_first(page: Page) -> None:
    page.goto("about/")
    search(page, "tin rwanda")
    first = page.locator(".md-search-result__link:has(h2)").first
    expect(first.locator("h2")).to_have_text("Luna Smelter, Ltd.")
    assert "#tin-luna-smelter-ltd" in str(first.get_attribute("href"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Österreichische", "Ogussa Osterreichische Gold- und Silber-Scheideanstalt GmbH"),
        ("Osterreichische", "Ogussa Osterreichische Gold- und Silber-Scheideanstalt GmbH"),
        ("HC Starck", "H.C. Starck"),
        ("h.c. starck", "H.C. Starck"),
    ],
)
def test_names_are_found_as_people_type_them(page: Page, words: str, name: str) -> None:
    page.goto("about/")
    expect(search(page, words).first.locator("h2")).to_contain_text(name)


def test_short_form_of_a_country_finds_where_it_stands_in_full(page: Page) -> None:
    page.goto("about/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.insert_text("DRC")
    expect(page.locator(".md-search-result__link[href*='glossary/']").last).to_be_visible()


def test_hits_show_words_and_no_wall_of_figures(page: Page) -> None:
    page.goto("about/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.insert_text("japan")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    for text in page.locator(".md-search-result__article").all_text_contents():
        assert not re.search(r"(?:\b[\d.,]+%?\s+){2,}", text), text
        assert len(text) < 400


def test_page_that_the_search_opens_marks_the_words(odd: Page) -> None:
    search(odd, "penoles")
    odd.keyboard.press("Enter")
    odd.wait_for_url("**/2021/annex/**")
    found = "[...(CSS.highlights.get('fsd-searched') ?? [])].map(range => range.toString())"
    comes_true(odd, f"[...new Set({found})]", ["Peñoles"])


def test_every_facility_of_2021_is_one_record(new_page: NewPage) -> None:
    page = new_page()
    page.goto("")
    docs = page.evaluate(
        "fetch('search/search_index.json').then(found => found.json()).then(one => one.docs)"
    )
    rows = [doc for doc in docs if doc["location"].startswith("2021/annex/#") and ", " in doc["text"]]
    records = [doc for doc in rows if doc["text"].split(", ")[0] in {"Gold", "Tantalum", "Tin", "Tungsten"}]
    assert len(records) == len({doc["location"] for doc in records}) == 298


def test_the_run_together_text_of_the_table_is_no_record(new_page: NewPage) -> None:
    page = new_page()
    page.goto("")
    docs = page.evaluate(
        "fetch('search/search_index.json').then(found => found.json()).then(one => one.docs)"
    )
    holding = [doc["location"] for doc in docs if "8853 S.p.A." in doc["title"] + doc["text"]]
    assert holding == ["2021/annex/#gold-8853-s-p-a"]


def test_a_facility_of_2021_is_found_and_its_row_opened(page: Page) -> None:
    page.goto("2021/documents/")
    search(page, "technolom")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2021/annex/**#tungsten-ooo-technolom-1")
    expect(page.locator("#tungsten-ooo-technolom-1")).to_be_in_viewport()


def test_search_and_list_work_under_the_policy_that_the_command_prints(browser: Browser, site: Path) -> None:
    result = CliRunner().invoke(main, ["policy", "--site", str(site)])
    assert result.exit_code == 0, result.output
    headers = dict(line.split(": ", 1) for line in result.output.strip().splitlines())
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    with serve(site, policy) as address, open_context(browser, address, refused=[]) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto("2021/annex/?metal=tin")
        expect(page.locator(".fsd-finder__count")).to_have_text("76 of 298 rows")
        with page.expect_download():
            page.get_by_role("link", name="Download CSV").click()
        page.get_by_role("button", name="Search").click()  # a sign beside the list
        ready = page.locator(".md-search-result__meta")
        expect(ready).to_have_text("Type to start searching")
        assert "2021/annex/" in str(search(page, "luna").first.get_attribute("href"))
        page.goto("2021/")
        expect(page.locator(".fsd-map__dots a").first).to_be_attached()
        assert errors == []


def test_a_folder_without_pages_has_no_policy(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["policy", "--site", str(tmp_path)])
    assert result.exit_code == 1
    assert "there is no website" in result.output
