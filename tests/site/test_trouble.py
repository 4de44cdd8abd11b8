"""What an open page of the preview shows while a save has an error in it, in a real browser."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import run_axe
from tests.support.browser import open_context
from tests.support.builders import YML, write_year
from tests.support.built_site import files_in
from tests.support.preview import Preview
from tests.support.started_year import copy_project

pytestmark = [pytest.mark.site, pytest.mark.browser]

HOSTILE = "<img src=x onerror=alert(1)>"
BROKEN = YML.replace("state: final", f"state: '{HOSTILE}'")


@pytest.fixture(scope="module")
def running(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that was begun with broken data while another program has its port."""
    folder = tmp_path_factory.mktemp("trouble")
    copy_project(repo, folder)
    write_year(folder / "data", yml=BROKEN)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        preview = Preview(folder, taken.getsockname()[1])
        try:
            preview.wait_for("Serving on")
            yield preview
        finally:
            preview.end()


@pytest.fixture
def page(browser: Browser, running: Preview) -> Iterator[Page]:
    refused: list[str] = []
    with open_context(browser, running.address, refused=refused) as context:
        yield context.new_page()
    assert refused == []


def save(running: Preview, text: str) -> None:
    """Nothing is done where it is so already: pages would be loaded again, whatever is done with them."""
    path = running.folder / "data" / "2021" / "disclosure.yml"
    if path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def open_mended(running: Preview, page: Page, uri: str) -> None:
    """Saves what is good and shows the page, once it is there."""
    save(running, YML)
    page.goto(uri)
    expect(page.get_by_role("button", name="Show sources")).to_be_visible()


def test_a_preview_begins_with_broken_data_at_another_port_and_gives_way_when_it_is_mended(
    running: Preview, page: Page
) -> None:
    assert any("is in use; the preview takes the next free one" in line for line in running.lines)
    assert len(running.lines) <= 20
    for uri in ("2021/annex/", "nowhere/", "about/"):
        page.goto(uri)
        expect(page.get_by_role("heading", level=1)).to_have_text("This year cannot be shown yet")
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    expect(page.get_by_text("data/2021/disclosure.yml:")).to_be_visible()
    assert run_axe(page) == []
    page.goto("2021/annex/")
    save(running, YML)
    expect(page.locator("#fsd-annex")).to_be_visible()
    assert page.url.endswith("/2021/annex/")


def test_the_open_page_shows_a_bar_while_a_save_has_an_error_and_loses_it(
    running: Preview, page: Page
) -> None:
    open_mended(running, page, "2021/report/")
    bar = page.get_by_role("alert")
    expect(bar).to_have_count(0)
    save(running, BROKEN)
    expect(bar).to_contain_text("The disclosure has 1 error. The preview shows the last good state.")
    expect(bar).to_contain_text(HOSTILE)
    expect(bar).to_contain_text("data/2021/disclosure.yml:")
    expect(bar.locator("img")).to_have_count(0)
    assert run_axe(page) == []
    save(running, YML)
    expect(bar).to_have_count(0)


def test_the_bar_covers_nothing_that_has_the_focus_and_is_reached_itself(
    running: Preview, page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    open_mended(running, page, "2021/report/")
    save(running, BROKEN)
    expect(page.get_by_role("alert")).to_be_visible()
    covered = """() => {
      const at = document.activeElement.getBoundingClientRect()
      const bar = document.querySelector(".fsd-trouble")
      if (bar.contains(document.activeElement)) return "bar"
      return at.height && at.bottom > bar.getBoundingClientRect().top + 1 ? "covered" : "seen"
    }"""
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(covered))
        if seen[-1] == "bar":
            break
    assert seen[-1] == "bar"
    assert "covered" not in seen
    save(running, YML)


def test_settings_that_cannot_be_read_are_told_on_the_open_page_without_a_trace(
    running: Preview, page: Page
) -> None:
    settings = running.folder / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    open_mended(running, page, "2021/")
    settings.write_text(f"{before}\textra: yes\n", encoding="utf-8")
    bar = page.get_by_role("alert")
    expect(bar).to_contain_text("the line is indented with a tab")
    expect(bar).to_contain_text(f"mkdocs.yml:{before.count(chr(10)) + 1}")
    expect(page.get_by_role("button", name="Show sources")).to_be_hidden()
    settings.write_text(f"{before}extra: [\n", encoding="utf-8")  # another mistake in place of the first
    expect(bar).not_to_contain_text("indented with a tab")
    expect(bar).to_contain_text("mkdocs.yml:")
    settings.write_text(before, encoding="utf-8")
    expect(bar).to_have_count(0)
    expect(page.get_by_role("button", name="Show sources")).to_be_visible()
    assert [line for line in running.lines if "Traceback" in line] == []


def test_no_built_page_has_the_bar(site: Path) -> None:
    assert [name for name, content in files_in(site).items() if b"fsd-trouble" in content] == []
