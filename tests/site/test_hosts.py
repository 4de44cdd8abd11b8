"""The same site on hosts of every kind, under the closed policy, and from a folder."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.cli import main
from generator.own_site.security_policy import policy_of
from tests.support.browser import open_context
from tests.support.build import BuildFailedError
from tests.support.built_site import leads_somewhere, pages
from tests.support.server import serve
from tests.support.three_years import ADDRESS, build_three_years

pytestmark = [pytest.mark.site]

FILES = "use_directory_urls: false\n"
RECORDS = "      search_file: search/records.txt\n"


@pytest.fixture(scope="module")
def in_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_three_years(tmp_path_factory.mktemp("folders"))


@pytest.fixture(scope="module")
def as_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_three_years(tmp_path_factory.mktemp("files"), FILES, RECORDS)


def stated_addresses(site: Path) -> Iterator[tuple[str, str]]:
    """What files and data for machines say, each with where it stands."""
    index = json.loads((site / "index.json").read_text("utf-8"))
    yield from (("index.json", page["path"]) for year in index["years"] for page in year["pages"])
    feed = (site / "feed.xml").read_text("utf-8")
    yield from (("feed.xml", address) for address in re.findall(r'<link href="([^"]+)"', feed))
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    yield from (("sitemap.xml", address) for address in re.findall(r"<loc>([^<]+)<", sitemap))
    (records,) = (site / "search").iterdir()
    yield from (("search", one["location"]) for one in json.loads(records.read_text("utf-8"))["docs"])
    for path in site.rglob("smelters-*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from (("csv", row["Address"]) for row in csv.DictReader(file))
    for path in site.rglob("smelters-*.json"):
        if "smelters" in (data := json.loads(path.read_text("utf-8"))):
            yield from (("json", row["address"]) for row in data["smelters"])
    for path in site.rglob("*.pdf"):
        yield from (("pdf", one) for one in _links_of_pdf(path) if one.startswith(ADDRESS))
    for uri, tree in pages(site).items():
        for script in tree.select("script[type='application/ld+json']"):
            yield from ((f"/{uri}", one) for one in _texts(json.loads(script.get_text())) if ADDRESS in one)


def _links_of_pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                if (address := note.get("/A", {}).get("/URI")) is not None:
                    yield str(address)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for one in data:
            yield from _texts(one)
    elif isinstance(data, str) and data.startswith("http"):
        yield data


def _is_there(site: Path, address: str) -> bool:
    path, _, fragment = address.removeprefix(ADDRESS).partition("#")
    path = path.partition("?")[0]
    file = site / path
    if not file.is_file():
        return False
    return not fragment or f'id="{fragment}"' in file.read_text("utf-8")


def test_every_link_of_a_site_of_files_names_a_file(as_files: Path) -> None:
    broken = [
        (uri, address)
        for uri, tree in pages(as_files).items()
        if uri != "404.html"
        for address in _links(tree)
        if address.endswith("/") or not leads_somewhere(as_files, ADDRESS, uri, address)
    ]
    assert broken == []
    assert [
        path
        for path in as_files.rglob("index.html")
        if path.parent.name not in ("site", "2021", "2022", "2023")
    ] == []


def _links(tree: BeautifulSoup) -> Iterator[str]:
    for tag in tree.select("[href], [src]"):
        address = str(tag.get("href") or tag.get("src"))
        if not re.match(r"[a-z]+:", address) or address.startswith(ADDRESS):
            yield address


def test_what_files_and_machines_are_told_names_a_file(as_files: Path) -> None:
    told = list(stated_addresses(as_files))
    kinds = {"index.json", "feed.xml", "sitemap.xml", "search", "csv", "json"}
    assert {where for where, _ in told} > kinds
    assert [one for one in told if not _is_there(as_files, one[1])] == []


def test_fragments_of_links_are_there(as_files: Path) -> None:
    broken = []
    for uri, tree in pages(as_files).items():
        for link in tree.select("article a[href*='#']"):
            path, _, fragment = str(link["href"]).partition("#")
            here = as_files / (uri if uri.endswith(".html") else f"{uri}index.html")
            file = here.parent / path.partition("?")[0] if path else here
            if "://" not in path and f'id="{fragment}"' not in file.resolve().read_text("utf-8"):
                broken.append((uri, str(link["href"])))
    assert broken == []


def test_the_canonical_address_of_a_page_is_its_file(as_files: Path) -> None:
    for uri, tree in pages(as_files).items():
        if uri != "404.html":
            stated = str(tree.select_one("link[rel=canonical]")["href"])  # type: ignore[index]
            assert stated == f"{ADDRESS}{uri if uri.endswith('.html') else f'{uri}index.html'}"


def test_the_citation_names_the_file(as_files: Path, in_folders: Path) -> None:
    cite = "span.fsd-cite__text"
    assert f"{ADDRESS}2023/annex.html" in pages(as_files)["2023/annex.html"].select_one(cite).get_text()  # type: ignore[union-attr]
    assert f"{ADDRESS}2023/annex/ " in pages(in_folders)["2023/annex/"].select_one(cite).get_text()  # type: ignore[union-attr]


def test_export_and_publish_know_how_the_site_writes_addresses(as_files: Path, tmp_path: Path) -> None:
    data = str(as_files.parent / "data")
    result = CliRunner().invoke(main, ["export", "2023", "--data", data, "--to", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    (table,) = (tmp_path / "out").rglob("smelters-2023.csv")
    assert b"2023/annex.html#" in table.read_bytes()
    shutil.copytree(as_files.parent / "data", tmp_path / "data")
    options = ("--data", str(tmp_path / "data"), "--site", str(as_files), "--date", "2024-06-01")
    result = CliRunner().invoke(main, ["publish", "2023", *options])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("year", ["2021", "2023"])
def test_verify_compares_a_site_of_files(as_files: Path, year: str) -> None:
    options = ("--data", str(as_files.parent / "data"), "--site", str(as_files))
    result = CliRunner().invoke(main, ["verify", year, *options])
    assert result.exit_code == 0, result.output
    assert f"{year}/annex.html" in result.output


def test_records_of_the_search_stand_where_the_settings_say(as_files: Path, in_folders: Path) -> None:
    assert [path.name for path in (as_files / "search").iterdir()] == ["records.txt"]
    assert [path.name for path in (in_folders / "search").iterdir()] == ["search_index.json"]
    assert "search.js?records=search/records.txt" in (as_files / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["../x.txt", "index.html", "search/x.html", "2021/a.txt", "search/a b.txt"])
def test_records_of_the_search_take_no_other_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildFailedError, match="'search_file' of the plugin is"):
        build_three_years(tmp_path, options=f"      search_file: {name!r}\n")


# In a browser


class Watched:
    """Pages of one site under its closed policy, and what the browser complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.errors: list[str] = []
        context.on("console", lambda told: self.errors.append(told.text) if told.type == "error" else None)
        context.on("weberror", lambda problem: self.errors.append(str(problem.error)))


@pytest.mark.browser
@pytest.mark.parametrize(("kind", "scheme"), [("in_folders", "light"), ("as_files", "dark")])
def test_every_page_works_under_the_closed_policy(
    browser: Browser, request: pytest.FixtureRequest, kind: str, scheme: Any
) -> None:
    site: Path = request.getfixturevalue(kind)
    refused: list[str] = []
    with (
        serve(site, policy_of(site)) as address,
        open_context(browser, address, refused=refused, color_scheme=scheme) as context,
    ):
        watched, page = Watched(context), context.new_page()
        for uri in pages(site):
            if uri != "404.html":
                page.goto(uri)
                page.wait_for_load_state("networkidle")
        _search(page)
        _filter(page, "2023/annex/" if kind == "in_folders" else "2023/annex.html")
        page.locator("label[for^=__palette]:visible").first.click()
        assert watched.errors == []
    assert refused == []


def _search(page: Page) -> None:
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.insert_text("conformant")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    before = page.url
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(lambda address: address != before)
    expect(page.locator("article h1")).to_be_visible()


def _filter(page: Page, uri: str) -> None:
    page.goto(uri)
    page.get_by_role("searchbox").first.fill("works")
    expect(page).to_have_url(re.compile(r"find=works"))
    page.wait_for_load_state("networkidle")


@pytest.mark.browser
def test_a_host_that_gives_no_json_is_told_of(browser: Browser, in_folders: Path) -> None:
    with (
        serve(in_folders, policy_of(in_folders)) as address,
        open_context(browser, address, refused=[]) as context,
    ):
        context.route("**/*.json", lambda route: route.fulfill(status=404, body="no"))
        page = context.new_page()
        page.goto("2023/")
        page.get_by_role("textbox", name="Search").click()
        page.keyboard.insert_text("gold")
        expect(page.locator(".md-search-result__meta")).to_have_text(
            "The search cannot work: its records, the file search/search_index.json, could not be read"
            " (the web host answers 404)."
        )


@pytest.mark.browser
def test_a_site_of_files_works_from_a_folder_and_says_what_does_not(browser: Browser, as_files: Path) -> None:
    context = browser.new_context()
    problems: list[str] = []
    context.on("weberror", lambda problem: problems.append(str(problem.error)))
    page = context.new_page()
    page.goto((as_files / "index.html").as_uri())
    page.get_by_role("link", name="Overview of 2023").first.click()
    page.locator("nav.md-tabs").get_by_role("link", name="Annex").click()
    expect(page).to_have_url((as_files / "2023" / "annex.html").as_uri())
    page.get_by_role("searchbox").first.fill("no such row at all")
    expect(page.locator("tbody tr[id]:visible")).to_have_count(0)
    page.get_by_role("button", name="Search").click()  # a sign beside the list
    expect(page.locator(".md-search-result__meta")).to_contain_text("The search needs a web host")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__meta")).to_be_hidden()
    assert problems == []
    context.close()
