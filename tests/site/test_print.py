"""On paper: the text and the whole annex, without what only a screen can use."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from generator.model import Route
from tests.support.browser import NewPage, open_context
from tests.support.build import build_strictly
from tests.support.built_site import one, pages, text_of
from tests.support.server import serve
from tests.support.started_year import copy_project, start_year

pytestmark = [pytest.mark.site, pytest.mark.browser]

FOR_THE_SCREEN = (
    ".md-header", ".md-tabs", ".md-search", ".md-sidebar--primary", ".md-sidebar--secondary",
    ".md-top", ".md-footer__inner", ".fsd-footer__links", ".headerlink",
)  # fmt: skip

_LINE_END_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line."""


@pytest.fixture(scope="module")
def annex_sheets(browser: Browser, served: str) -> list[str]:
    """The text of each sheet of the annex."""
    with open_context(browser, served, refused=[]) as context:
        page = context.new_page()
        page.goto("2021/annex/")
        return printed(page)


def printed(page: Page) -> list[str]:
    """The text of each sheet of the page that the browser shows, without white space.

    Read as a browser lets a reader copy it: letters that a font joins, such as those of fi, are told one
    by one, from what the file says of them; a program that reads only the font would tell its joined sign.
    """
    paper = PdfDocument(page.pdf(format="Letter"))
    texts = [sheet.get_textpage().get_text_range() for sheet in paper]
    paper.close()
    return [squeezed(text.replace(_LINE_END_HYPHEN, "-")) for text in texts]


def squeezed(text: str) -> str:
    """Without white space: where lines break on paper says nothing."""
    return "".join(text.split())


def test_what_is_read_from_paper_depends_on_no_font(page: Page) -> None:
    page.set_content(
        """<p>Filing, ﬁling, ofﬁce, office</p><p style="width: 1px">well-known</p>
        <p style="width: 1px; overflow-wrap: anywhere">Heraeus</p>"""
    )
    assert printed(page) == ["Filing,filing,office,officewell-knownHeraeus"]


def test_what_only_a_screen_can_use_is_not_printed(page: Page) -> None:
    page.emulate_media(media="print")
    for uri in ("", "2021/form-sd/", "2021/report/", "2021/annex/"):
        page.goto(uri)
        expect(page.locator("article h1")).to_be_visible()
        shown = [part for part in FOR_THE_SCREEN if page.locator(f"{part}:visible").count()]
        assert shown == [], uri


def test_the_whole_report_is_printed(page: Page, site: Path) -> None:
    page.goto("2021/report/")
    text = "".join(printed(page))
    article = one(pages(site)["2021/report/"], "article")
    parts = [squeezed(text_of(part)) for part in article.select("h1, h2, h3, p:not(.fsd-page-line)")]
    assert len(parts) > 50
    assert [part for part in parts if part not in text] == []
    assert "Skiptocontent" not in text


def test_all_298_rows_of_the_annex_are_printed_in_order(annex_sheets: list[str], site: Path) -> None:
    text = "".join(annex_sheets)
    rows = [squeezed(text_of(row)) for row in pages(site)["2021/annex/"].select("#fsd-annex tbody tr")]
    assert len(rows) == 298
    place = 0
    for row in rows:
        place = text.find(row, place)
        assert place >= 0, row


def test_the_headings_of_the_annex_stand_on_each_of_its_sheets(annex_sheets: list[str], site: Path) -> None:
    table = one(pages(site)["2021/annex/"], "#fsd-annex")
    head = squeezed(text_of(one(table, "thead")))
    rows = [squeezed(text_of(row)) for row in table.select("tbody tr")]
    assert [row for row in rows if not any(row in sheet for sheet in annex_sheets)] == []
    sheets = [sheet for sheet in annex_sheets if any(row in sheet for row in rows)]
    assert len(sheets) > 1
    assert [sheet[:80] for sheet in sheets if sheet.count(head) != 1] == []


def test_an_address_is_printed_once(browser: Browser, repo: Path, tmp_path: Path) -> None:
    settings = copy_project(repo, tmp_path)
    shutil.copytree(repo / "data" / "2021", tmp_path / "data" / "2021", dirs_exist_ok=True)
    section = tmp_path / "data" / "2021" / "report" / "01-introduction.md"
    with section.open("a", encoding="utf-8") as text:
        text.write("\nSee <https://www.example.com/typed> and [our policy](https://www.example.com/named).\n")
    build_strictly(settings, tmp_path / "site", site_url="https://www.invented.internal/ir/")
    with serve(tmp_path / "site") as address, open_context(browser, address, refused=[]) as context:
        page = context.new_page()
        text = ""
        for uri in ("2021/", "2021/form-sd/", "2021/documents/", "2021/report/"):
            page.goto(uri)
            text += "".join(printed(page))
    assert "https://www.example.com/typed" in text
    assert "ourpolicy(https://www.example.com/named)" in text
    repeated = re.findall(r"(https?://[^()]+)\(\1\)", text)
    assert repeated == []


def test_dark_colours_are_not_printed(new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    page.goto("2021/report/")
    assert colours(page) != ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    page.emulate_media(media="print", color_scheme="dark")
    assert colours(page) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def colours(page: Page) -> tuple[str, str]:
    """Of the page and of its headings."""
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ink = page.locator("article h2").first.evaluate("heading => getComputedStyle(heading).color")
    return str(ground), str(ink)


def test_every_sheet_of_a_draft_says_so(browser: Browser, repo: Path, tmp_path: Path) -> None:
    settings = copy_project(repo, tmp_path)
    start_year(tmp_path / "data", 2021, Route.REPORT, filing__state="draft", filing__date=None)
    build_strictly(settings, tmp_path / "site", site_url="https://www.invented.internal/ir/")
    with serve(tmp_path / "site") as address, open_context(browser, address, refused=[]) as context:
        page = context.new_page()
        page.goto("2021/report/")
        sheets = printed(page)
    assert len(sheets) > 1
    assert all("Draft,notfiled" in sheet for sheet in sheets)
