"""A site of several years in a real browser: from a row to its smelter, what the address of a page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.browser import open_context
from tests.support.build import build_strictly
from tests.support.builders import YML, write_project, write_year
from tests.support.server import serve

pytestmark = [pytest.mark.site, pytest.mark.browser]

ROWS = (
    ("Gold", "CID000001", "Invented Gold Works", "JAPAN", "Conformant"),
    ("Tin", "CID000001", "Invented Gold Works", "JAPAN", "Conformant"),
    ("Tin", "", "Invented Tin Works", "PERU", "Open"),
    ("Tin", "", "Invented Tin Works", "JAPAN", "Open"),
    ("Gold", "", "Tin Gold-Refinery & Söhne", "PERU", "Open"),
    ("Gold", "", "Invented Foundry " * 8, "PERU", "Open"),
    ("Gold", "", "冶炼厂 <b>..</b>/x", "PERU", "Open"),
    ("Gold", "X77", "Own Number Works", "PERU", "Open"),
)


def of_year(year: int) -> str:
    return re.sub(r"202[12]", lambda found: str(int(found[0]) + year - 2021), YML)


def later(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The rows a year later: one is gone, one new, one has an identifier, one another status."""
    changed = [list(row) for row in rows[1:]]
    changed[1][1] = "CID000002"
    changed[3][4] = "Conformant"
    return [*map(tuple, changed), ("Tin", "", "Invented New Works", "PERU", "Conformant")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("years-browser")
    settings = write_project(root, rows=ROWS)
    write_year(root / "data", year=2022, yml=of_year(2022), rows=later(ROWS))
    build_strictly(settings, root / "site", site_url="https://www.invented.internal/ir/")
    return root / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with serve(built) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    refused: list[str] = []
    context = open_context(browser, address, refused=refused)
    yield context.new_page()
    context.close()
    assert refused == []


@pytest.mark.parametrize("year", [2021, 2022])
def test_every_row_of_the_annex_leads_to_the_page_of_its_smelter(page: Page, built: Path, year: int) -> None:
    page.goto(f"{year}/annex/")
    rows = page.locator("#fsd-annex tbody tr[id]")
    ids = rows.evaluate_all("rows => rows.map((row) => row.id)")
    assert len(ids) == len(ROWS)
    for name in ids:
        page.locator(f"[id='{name}'] .fsd-open").click()
        link = page.locator(f"[id='{name}'] + .fsd-detail").get_by_role("link", name="All years")
        folder = str(link.evaluate("link => link.href")).rstrip("/").rpartition("/")[2]
        text = (built / "smelters" / folder / "index.html").read_text(encoding="utf-8")
        if leads_on := re.search(r'content="0; url=\.\./([^"]+)/"', text):
            text = (built / "smelters" / leads_on[1] / "index.html").read_text(encoding="utf-8")
        assert f'href="../../{year}/annex/#{name}"' in text


def test_an_address_by_name_leads_on_to_the_identifiers_page(page: Page) -> None:
    page.goto("smelters/invented-tin-works-pe/")
    page.wait_for_url("**/smelters/CID000002/")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Invented Tin Works"))


# ---- The filter of the changes -----------------------------------------------------------------


def shown(page: Page) -> Locator:
    return page.locator(".fsd-changes tbody tr:visible th > a")


def test_the_address_carries_what_is_chosen_and_opens_it_again(page: Page) -> None:
    page.goto("2022/changes/")
    page.locator(".fsd-changes__filter[data-live]").wait_for()
    everything = shown(page).all_inner_texts()
    page.get_by_role("radio", name="Added").check()
    added = ["Invented New Works"]
    expect(shown(page)).to_have_text(added)
    page.wait_for_url("**/2022/changes/?change=added")
    page.get_by_role("radio", name="Gold").check()
    page.wait_for_url("**?change=added&metal=gold")
    expect(shown(page)).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("radio", name="All metals")).to_be_checked()
    expect(shown(page)).to_have_text(added)
    page.go_back()
    page.wait_for_url("**/2022/changes/")
    expect(shown(page)).to_have_text(everything)
    page.goto("2022/changes/?change=added&metal=tin&utm_source=x")
    expect(page.get_by_role("radio", name="Tin", exact=False)).to_be_checked()
    expect(shown(page)).to_have_text(added)
    page.get_by_role("radio", name="All changes").check()
    page.wait_for_url("**?metal=tin&utm_source=x")


def test_an_address_that_asks_for_what_is_not_there_shows_everything(page: Page) -> None:
    page.goto("2022/changes/?change=%22%5D%3Cb%3E&metal=unobtainium")
    expect(page.get_by_role("radio", name="All changes")).to_be_checked()
    expect(shown(page).nth(1)).to_be_visible()


def test_each_number_on_the_overview_leads_to_its_rows(page: Page) -> None:
    page.goto("2022/")
    page.locator(".fsd-since").get_by_role("link", name="1 added").click()
    page.wait_for_url("**/2022/changes/?change=added")
    expect(page.locator(".fsd-changes tbody tr:visible")).to_have_count(1)
