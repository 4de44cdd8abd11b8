"""What the search of the whole site finds, and in which order: its functions with a table of cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.site, pytest.mark.browser]


def row(name: str, text: str, also: str = "") -> dict[str, str]:
    address = f"2021/annex/#{name.split()[0].lower()}"
    return {"location": address, "title": name, "text": text, "also": also, "of": "row"}


def section(address: str, title: str, text: str = "") -> dict[str, str]:
    return {"location": address, "title": title, "text": text}


INDEX = {
    "docs": [
        section("glossary/", "Glossary", "<p>Words.</p>"),
        section("glossary/#tin", "Tin", "<p>A metal.</p>"),
        section("glossary/#covered", "Covered country", "<p>The Democratic Republic of the Congo.</p>"),
        section("2021/annex/", "Annex", "<p>The list.</p>"),
        section("2021/report/", "Report"),
        section("2021/report/#country", "Covered country"),
        section("2021/report/#where", "Tin from Rwanda", "<p>Tin, Rwanda and Österreichische.</p>"),
        row("Luna Smelter", "Tin, Compliant, Rwanda", "RW"),
        row("H.C. Starck GmbH", "Tungsten, Germany", "DE"),
        row("A.L.M.T. Corp.", "Tungsten, Japan", "JP"),
        row("Peñoles &amp; Söhne", "Gold, Mexico", "MX"),
        row("Ögussa", "Gold, Austria. Other names: Österreichische Gold", "AT"),
        row("Technolom Works", "Tungsten, Russia", "RU RUSSIAN FEDERATION"),
        row("&lt;img src=x&gt; Works", "Tin, DR Congo", "CD DRC"),
    ],
    "short": [["DRC", "Democratic Republic of the Congo"]],
}


@pytest.fixture(scope="module")
def blank(browser: Browser, repo: Path) -> Iterator[Page]:
    page = browser.new_page()
    script = repo / "site_overrides" / "assets" / "javascripts" / "search-find.js"
    page.add_script_tag(content=script.read_text(encoding="utf-8"))
    yield page
    page.close()


def answer(page: Page, typed: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "([index, typed]) => fsdSearch.engineOf(index)(typed)", [INDEX, typed]
    )
    return found


def hits(page: Page, typed: str) -> list[str]:
    """Addresses of what is found, best first, without the pages that only hold it."""
    items = answer(page, typed)["items"]
    return [one["location"] for group in items for one in group if one["score"]]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("penoles", "2021/annex/#peñoles"),
        ("PEÑOLES", "2021/annex/#peñoles"),
        ("sohne", "2021/annex/#peñoles"),
        ("osterreichische gold", "2021/annex/#ögussa"),
        ("hc starck", "2021/annex/#h.c."),
        ("H. C. Starck", "2021/annex/#h.c."),
        ("almt", "2021/annex/#a.l.m.t."),
        ("a.l.m.t.", "2021/annex/#a.l.m.t."),
        ("tin rwanda", "2021/annex/#luna"),
        ("rwanda  TIN ", "2021/annex/#luna"),
        ("tin", "glossary/#tin"),
        ("covered country", "2021/report/#country"),
        ("russian", "2021/annex/#technolom"),
        ("ru", "2021/annex/#technolom"),
    ],
)
def test_first_hit(blank: Page, typed: str, first: str) -> None:
    assert hits(blank, typed)[0] == first


def test_short_form_finds_rows_and_texts_with_the_name_in_full(blank: Page) -> None:
    assert set(hits(blank, "drc")) == {"2021/annex/#&lt;img", "glossary/#covered"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hnolom", ["2021/annex/#technolom"]),
        ("technolmo", ["2021/annex/#technolom"]),
        ("technollom", ["2021/annex/#technolom"]),
        ("tecnolom", ["2021/annex/#technolom"]),
        ("olm", []),
        ("zzz", []),
        ("", []),
        (" .,- ", []),
    ],
)
def test_insides_and_typos_are_tried_where_no_word_begins_like_that(
    blank: Page, typed: str, found: list[str]
) -> None:
    assert hits(blank, typed) == found


def test_where_no_record_has_all_words_what_is_missing_is_named(blank: Page) -> None:
    (first, *_), *_ = answer(blank, "technolom peru")["items"]
    assert first["location"] == "2021/annex/#technolom"
    assert first["terms"] == {"Technolom": True, "peru": False}


def test_words_of_a_hit_are_marked_and_data_stays_text(blank: Page) -> None:
    (first, *_), *_ = answer(blank, "works congo")["items"]
    assert first["title"] == "&#60;img src=x&#62; <mark>Works</mark>"
    assert first["text"] == "Tin, DR <mark>Congo</mark>"


def test_each_page_stands_once_with_the_first_few_hits_in_sight(blank: Page) -> None:
    docs = [section("2021/annex/", "Annex"), *(row(f"N{n} Works", "Tin") for n in range(9))]
    items = blank.evaluate("docs => fsdSearch.engineOf({ docs })('works').items", docs)
    assert len(items) == 1
    assert [one["score"] for one in items[0]] == [1] * 5 + [0.5] * 4 + [0]
    assert items[0][-1]["location"] == "2021/annex/"


def test_long_text_is_shown_around_the_word(blank: Page) -> None:
    text = f"<p>{'Before it. ' * 60}Here is the needle. {'After it. ' * 60}</p>"
    docs = [section("a/", "Page", text)]
    ((hit,),) = blank.evaluate("docs => fsdSearch.engineOf({ docs })('needle').items", docs)
    assert "<mark>needle</mark>" in hit["text"]
    assert hit["text"].startswith("… ")
    assert hit["text"].endswith(" …")
    assert len(hit["text"]) < 240


def test_word_is_completed(blank: Page) -> None:
    assert answer(blank, "Techno")["suggest"] == ["Technolom"]


def test_very_long_question_counts_no_more_than_its_beginning(blank: Page) -> None:
    assert len(blank.evaluate("fsdSearch.wordsAsked('ab cd '.repeat(100000) + 'ef')")) == 2
    assert len(blank.evaluate("fsdSearch.wordsAsked([...Array(100).keys()].join(' '))")) == 12
