"""The disclosure as one file in a real browser: from a folder, in a frame, on paper, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pypdfium2 import PdfDocument

from generator.model.colours import contrast
from tests.support.axe import run_axe
from tests.support.browser import overflow_px
from tests.support.one_file import example

pytestmark = [pytest.mark.site, pytest.mark.browser]

COUNT = ".fsd-finder__count"
SHOWN = "#fsd-annex tbody tr[id]:visible"


@dataclass
class Opened:
    """Pages of the file, and what they said and asked for that they should not have."""

    browser: Browser
    path: Path
    told: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def page(self, *, width: int = 1280, html: str = "", **options: Any) -> Page:
        """The file by its address on the disk; or a page of that HTML."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", offline=True, **options
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("request", lambda request: self._asked(request.url))
        if html:
            page.set_content(html)
        else:
            page.goto(self.path.as_uri())
        return page

    def _asked(self, address: str) -> None:
        if not address.startswith(("file:", "data:", "blob:", "about:")):
            self.told.append(address)


@pytest.fixture(scope="module")
def path(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("records") / "Disclosure 2021.html"
    file.write_bytes(example(repo).content)
    return file


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Opened]:
    one = Opened(browser, path)
    yield one
    for context in one.contexts:
        context.close()
    assert one.told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    opened: Opened, width: int, scheme: str
) -> None:
    page = opened.page(width=width, color_scheme=scheme)
    expect(page.locator(".fsd-list--live")).to_be_visible()
    assert [str(one) for one in run_axe(page)] == []
    assert overflow_px(page) == 0


def test_rows_are_found_filtered_and_opened(opened: Opened) -> None:
    page = opened.page()
    page.locator("#fsd-find").fill("rwanda")
    expect(page.locator(COUNT)).to_have_text("1 of 298 rows")
    page.locator("#fsd-find").fill("")
    page.locator(".fsd-choice", has_text="Tantalum").locator("input").check()
    expect(page.locator(COUNT)).to_have_text("38 of 298 rows")
    page.locator(f"{SHOWN} .fsd-open").first.click()
    detail = page.locator(".fsd-detail").first
    expect(detail).to_contain_text("What the status means")
    expect(detail.get_by_role("button", name="Copy citation")).to_be_visible()
    assert page.get_by_role("button", name="Copy link").count() == 0, "a path of this computer is no address"


def test_a_link_of_a_chart_chooses_its_rows(opened: Opened) -> None:
    page = opened.page()
    page.locator('#overview a[data-rows="metal=tungsten&status=indeterminable"]').first.click()
    expect(page.locator(COUNT)).to_have_text("4 of 298 rows")
    expect(page.locator(COUNT)).to_be_in_viewport()


def test_a_link_to_a_row_shows_it_open(opened: Opened) -> None:
    page = opened.page()
    page.locator("#overview .fsd-strip a").first.click()
    expect(page.locator(".fsd-detail")).to_be_in_viewport()
    expect(page.locator('#fsd-annex [aria-current="true"]')).to_contain_text("Luna Smelter, Ltd.")


@pytest.mark.parametrize("place", ["#annex .fsd-finder", "#overview", "#documents"])
def test_the_list_is_saved_from_wherever_it_is_named(opened: Opened, place: str) -> None:
    page = opened.page(accept_downloads=True)
    link = page.locator(f'{place} :is([data-save="csv"], [data-file$=".csv"])').first
    with page.expect_download() as saved:
        link.click()
    assert saved.value.suggested_filename == "smelters-2021.csv"
    assert saved.value.path().read_text(encoding="utf-8-sig").count("\n") == 299


def test_rows_that_are_found_are_saved_without_a_host(opened: Opened) -> None:
    page = opened.page(accept_downloads=True)
    page.locator("#fsd-find").fill("rwanda")
    expect(page.locator(COUNT)).to_have_text("1 of 298 rows")
    with page.expect_download() as saved:
        page.locator('[data-save="csv"]').click()
    lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "file:" not in lines[0]


@pytest.mark.parametrize("sandbox", ["", ' sandbox="allow-scripts"', ' sandbox=""'])
def test_it_works_in_a_frame_of_another_document(opened: Opened, path: Path, sandbox: str) -> None:
    """As mail programs and archives show what they hold; a frame may allow no scripts."""
    text = path.read_text(encoding="utf-8").replace("&", "&amp;").replace('"', "&quot;")
    page = opened.page(html=f'<iframe srcdoc="{text}" width="1200" height="800" title="x"{sandbox}></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_be_visible()
    if sandbox == ' sandbox=""':
        opened.told.clear()  # the browser says that it runs no script, as it was asked
        frame.locator(".fsd-choice", has_text="Tantalum").locator("input").check()
        expect(frame.locator(SHOWN)).to_have_count(38)
        return
    frame.locator("#fsd-find").fill("rwanda")
    expect(frame.locator(COUNT)).to_have_text("1 of 298 rows")


def test_without_scripts_all_is_there_and_two_facets_filter(opened: Opened) -> None:
    page = opened.page(java_script_enabled=False)
    expect(page.locator(SHOWN)).to_have_count(298)
    expect(page.locator("#fsd-find")).to_be_hidden()
    page.locator(".fsd-choice", has_text="Tantalum").locator("input").check()
    expect(page.locator(SHOWN)).to_have_count(38)


def test_the_dark_scheme_is_that_of_the_computer(opened: Opened) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    dark, light = (opened.page(color_scheme=one).evaluate(colour) for one in ("dark", "light"))
    assert (dark, light) == ("rgb(15, 23, 34)", "rgb(255, 255, 255)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ways_on_can_be_read(opened: Opened, scheme: str) -> None:
    """The ground of the first is the brand's colour; axe does not judge one that is none."""
    page = opened.page(color_scheme=scheme)
    ways = page.locator(".fsd-ways a")
    text, ground = (_colour(ways.first, name) for name in ("color", "background-color"))
    assert ground != _colour(page.locator("body"), "background-color")
    assert contrast(text, ground) >= 4.5, (text, ground)


def _colour(element: Locator, name: str) -> str:
    """The colour as ``#rrggbb``, be it told in whatever way; black where it is none."""
    return str(
        element.evaluate(
            """(element, name) => {
              const pen = document.createElement("canvas").getContext("2d")
              pen.fillStyle = getComputedStyle(element).getPropertyValue(name)
              pen.fillRect(0, 0, 1, 1)
              const parts = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3)
              return "#" + parts.map((part) => part.toString(16).padStart(2, "0")).join("")
            }""",
            name,
        )
    )


def test_on_paper_every_row_is_there_and_nothing_for_the_screen_alone(opened: Opened) -> None:
    page = opened.page(color_scheme="dark")
    names = page.locator("#fsd-annex tbody th").all_text_contents()
    page.emulate_media(media="print")
    for part in (".fsd-skip", ".fsd-contents", ".fsd-facets", ".fsd-section__top", ".fsd-finder__line"):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.evaluate("getComputedStyle(document.querySelector('#report h2')).color") == "rgb(0, 0, 0)"
    paper = PdfDocument(page.pdf(format="Letter"))
    text = plain("".join(sheet.get_textpage().get_text_range() for sheet in paper))
    paper.close()
    assert len(names) == 298
    assert [name for name in names if plain(name) not in text] == []


def plain(text: str) -> str:
    """Without blanks and hyphens: where lines break on paper says nothing."""
    return re.sub(r"[\s\ufffe-]", "", text)


def test_the_keyboard_skips_to_the_content_and_on_to_a_section(opened: Opened) -> None:
    page = opened.page()
    page.keyboard.press("Tab")
    expect(page.locator(".fsd-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Annex").press("Enter")
    expect(page.locator("#annex h2").first).to_be_in_viewport()
