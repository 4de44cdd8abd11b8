"""What every page of the built site has around its text: head, headings, landmarks, links."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import Tag
from lxml import etree

from tests.support.built_site import (
    NOT_FOUND,
    addresses,
    broken_links,
    headings,
    leads_somewhere,
    one,
    pages,
    text_of,
)
from tests.support.server import SUB_PATH

pytestmark = pytest.mark.site

YEAR_PAGES = ("2021/", "2021/form-sd/", "2021/report/", "2021/annex/", "2021/documents/")
PAGES = ("", *YEAR_PAGES, "about/", "accessibility/", "glossary/")

LANDMARKS = {
    "header": "body > header",
    "main": "main",
    "footer": "body footer",
    "navigation": "nav[aria-label]",
    "search": "[role='search'], search",
}

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}

each_page = pytest.mark.parametrize("page", PAGES)
each_page_and_404 = pytest.mark.parametrize("page", [*PAGES, NOT_FOUND])


def meta(tree: Tag, name: str) -> str:
    """The content of the one ``meta`` element of this name or property."""
    return str(one(tree, f"head > meta:is([name='{name}'], [property='{name}'])")["content"])


def test_the_site_has_these_pages(site: Path) -> None:
    assert set(pages(site)) == {*PAGES, NOT_FOUND}


@each_page_and_404
def test_every_page_states_its_language(site: Path, page: str) -> None:
    assert one(pages(site)[page], "html")["lang"] == "en"


@each_page_and_404
def test_every_page_has_a_title_of_its_own_with_the_name_of_the_site(site: Path, page: str) -> None:
    title = text_of(one(pages(site)[page], "head > title"))
    assert title.endswith(" - Qualys, Inc. conflict minerals disclosure")
    same = [other for other, tree in pages(site).items() if text_of(one(tree, "head > title")) == title]
    assert same == [page]


@pytest.mark.parametrize(("page", "way"), [("", "next"), ("2021/form-sd/", "prev")])
def test_the_way_to_an_overview_says_of_which_year(site: Path, page: str, way: str) -> None:
    link = one(pages(site)[page], f".md-footer__link--{way}")
    assert str(link["aria-label"]).endswith(": 2021 overview")
    assert text_of(one(link, ".md-ellipsis")) == "2021 overview"


def test_the_way_back_to_the_front_page_names_no_year(site: Path) -> None:
    link = one(pages(site)["2021/"], ".md-footer__link--prev")
    assert str(link["aria-label"]).endswith(": Home")


@each_page
def test_every_page_has_a_description_of_its_own(site: Path, page: str) -> None:
    description = meta(pages(site)[page], "description")
    assert 50 <= len(description) <= 300
    same = [other for other in PAGES if meta(pages(site)[other], "description") == description]
    assert same == [page]


@each_page
def test_every_page_has_its_canonical_address(site: Path, site_url: str, page: str) -> None:
    canonical = one(pages(site)[page], "head > link[rel='canonical']")["href"]
    assert canonical == site_url + page


@each_page
def test_open_graph_says_what_the_page_says(site: Path, site_url: str, page: str) -> None:
    tree = pages(site)[page]
    assert meta(tree, "og:url") == site_url + page
    assert meta(tree, "og:description") == meta(tree, "description")
    assert text_of(one(tree, "head > title")).startswith(meta(tree, "og:title"))
    assert meta(tree, "og:site_name") == "Qualys, Inc. conflict minerals disclosure"
    assert (meta(tree, "og:type"), meta(tree, "og:locale")) == ("website", "en_US")


@each_page
def test_the_way_to_every_page_leads_through_pages_that_are_there(
    site: Path, site_url: str, page: str
) -> None:
    scripts = pages(site)[page].select("head > script[type='application/ld+json']")
    way = [one["item"] for script in scripts for one in json.loads(script.get_text())["itemListElement"]]
    assert way[-1] == site_url + (page or "2021/")
    assert {address.removeprefix(site_url) for address in way} <= set(PAGES)


@each_page_and_404
def test_every_page_has_one_first_heading_and_skips_no_level(site: Path, page: str) -> None:
    levels = [level for level, _ in headings(one(pages(site)[page], "main"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [f"{before} to {after}" for before, after in pairwise(levels) if after > before + 1] == []
    assert len(pages(site)[page].select("h1")) == 1


@each_page_and_404
def test_no_two_elements_of_a_page_share_an_id(site: Path, page: str) -> None:
    ids = Counter(str(tag["id"]) for tag in pages(site)[page].find_all(id=True))
    assert [name for name, times in ids.items() if times > 1] == []


@each_page_and_404
def test_every_page_has_its_landmarks(site: Path, page: str) -> None:
    found = {name: len(pages(site)[page].select(selector)) for name, selector in LANDMARKS.items()}
    assert (found["header"], found["main"]) == (1, 1)
    assert min(found.values()) >= 1
    names = [nav.get("aria-label") for nav in pages(site)[page].select("nav:not(nav nav)")]
    assert None not in names


@each_page_and_404
def test_the_first_link_skips_to_the_text(site: Path, page: str) -> None:
    tree = pages(site)[page]
    first = next(iter(tree.select("body a[href]")))
    assert text_of(first) == "Skip to content"
    assert one(tree, "main").find(id=str(first["href"]).removeprefix("#"))


def test_every_link_inside_the_site_leads_somewhere(site: Path, site_url: str) -> None:
    assert broken_links(site, site_url) == []


def test_a_link_that_leads_nowhere_is_noticed(tmp_path: Path) -> None:
    links = (
        "b/",
        "#c",
        "a.css",
        "/",
        "/ir/x/",
        "./?q=1#here",
        "https://elsewhere.example/x",
        "mailto:a@b.example",
    )
    text = "".join(f'<a href="{link}">x</a>' for link in links)
    (tmp_path / "index.html").write_text(f'<p id="here">{text}</p>', encoding="utf-8")
    assert broken_links(tmp_path, "https://www.example.com/ir/") == [f"/: {link}" for link in links[:5]]


@each_page_and_404
def test_links_hold_below_any_path(site: Path, page: str) -> None:
    rooted = {address for _, address in addresses(pages(site)[page]) if address.startswith("/")}
    assert all(address.startswith(SUB_PATH) for address in rooted)
    assert bool(rooted) is (page == NOT_FOUND)


def test_the_page_for_wrong_addresses_leads_to_every_page_of_the_site(site: Path, site_url: str) -> None:
    main = one(pages(site)[NOT_FOUND], "main")
    linked = {urljoin(site_url, address).removeprefix(site_url) for _, address in addresses(main)}
    assert set(PAGES) - {""} <= linked
    assert meta(pages(site)[NOT_FOUND], "robots") == "noindex"


@each_page
def test_pages_of_a_filed_disclosure_may_be_found(site: Path, page: str) -> None:
    assert pages(site)[page].select("meta[name='robots']") == []


def sitemap(site: Path) -> dict[str, str]:
    """Address to date."""
    root = etree.fromstring((site / "sitemap.xml").read_bytes())
    return {
        str(url.findtext("s:loc", namespaces=SITEMAP)): str(url.findtext("s:lastmod", namespaces=SITEMAP))
        for url in root.findall("s:url", SITEMAP)
    }


def test_the_sitemap_lists_every_page_once_with_the_date_of_the_filing(site: Path, site_url: str) -> None:
    assert sitemap(site) == {site_url + page: "2022-05-31" for page in PAGES}


def test_the_packed_sitemap_is_the_same(site: Path) -> None:
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


def test_every_record_of_the_search_leads_somewhere(site: Path, site_url: str) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    locations = [str(record["location"]) for record in index["docs"]]
    assert set(YEAR_PAGES) <= set(locations)
    assert [found for found in locations if not leads_somewhere(site, site_url, "", found)] == []


@each_page
def test_a_page_waits_for_few_styles_and_is_small_to_transfer(site: Path, page: str) -> None:
    """Without the search, which is loaded when it is first used."""
    styles = pages(site)[page].select("head > link[rel='stylesheet']")
    assert len(styles) <= 4
    scripts = pages(site)[page].select("script[src]")
    loaded = [str(one.get("href") or one["src"]) for one in (*styles, *scripts)]
    folder = site / page
    files = [folder / "index.html", *(folder / address for address in dict.fromkeys(loaded))]
    packed = sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)
    assert packed <= 90_000
