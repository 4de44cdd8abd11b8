"""The preview of pages that set years beside each other: each value says from which year and place it is."""

from __future__ import annotations

import re

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.documents.output import Output
from generator.pipeline import load, render
from generator.prose.markdown import EXTENSIONS
from generator.review.preview import Preview
from generator.review.previews import Reviews
from tests.support.builders import ROWS, YML, write_year


@pytest.fixture(scope="module")
def previews(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Preview]:
    data = tmp_path_factory.mktemp("preview-of-years") / "data"
    later = re.sub(r"202[12]", lambda found: str(int(found[0]) + 1), YML)
    renamed = [("Gold", "CID000001", "Invented Gold Refinery", "JAPAN", "Open"), *ROWS[1:]]
    write_year(data)
    write_year(data, year=2022, yml=later, rows=renamed)
    years = load(data)
    site = render(years, Output(is_preview=True))
    return {one.page.uri: one for one in Reviews().previews(years, site)}  # type: ignore[arg-type]


def sources(previews: dict[str, Preview], uri: str) -> dict[str, str]:
    """Each value that the page shows with a source, to that source."""
    shown = previews[uri]
    html = shown.with_sources(markdown.markdown(shown.text, extensions=EXTENSIONS))
    found = BeautifulSoup(html, "lxml").select("[data-source]")
    return {one.get_text(): str(one["data-source"]) for one in found}


def test_a_change_says_the_cells_of_both_years(previews: dict[str, Preview]) -> None:
    found = sources(previews, "2022/changes.md")
    assert "/2021/smelters.xlsx" in found["Invented Gold Works"]
    assert "/2022/smelters.xlsx" in found["Invented Gold Refinery"]
    assert "/2021/smelters.xlsx" in found["Conformant"]
    assert "/2022/smelters.xlsx" in found["Open"]


def test_the_figures_of_all_years_say_their_year(previews: dict[str, Preview]) -> None:
    html = previews["years.md"].with_sources(
        markdown.markdown(previews["years.md"].text, extensions=EXTENSIONS)
    )
    assert "data/2021/smelters.xlsx" in html
    assert "data/2022/smelters.xlsx" in html
    assert "data/2021/disclosure.yml" in html


def test_the_list_of_smelters_says_the_newest_row(previews: dict[str, Preview]) -> None:
    assert "/2022/smelters.xlsx" in sources(previews, "smelters.md")["Invented Gold Refinery"]


def test_nothing_of_it_is_on_the_pages_that_are_published(previews: dict[str, Preview]) -> None:
    for uri in ("2022/changes.md", "years.md", "smelters.md"):
        assert "smelters.xlsx" not in previews[uri].page.complete
