"""The rig of the browser tests notices what it is there to notice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.support.axe import run_axe
from tests.support.browser import open_context, overflow_px
from tests.support.server import SUB_PATH, security_policy, serve

pytestmark = pytest.mark.browser

PAGE = """<!doctype html>
<html lang="en"><head><title>Page</title><link rel="stylesheet" href="page.css"></head>
<body><main><h1>Page</h1>{}</main></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of one page, which a test writes, and a page for what is not there."""
    (tmp_path / "404.html").write_text(PAGE.format("<p>Not here</p>"), encoding="utf-8")
    (tmp_path / "page.css").write_text("#pale { color: #ccc } #wide { width: 900px }", encoding="utf-8")
    return tmp_path


@pytest.fixture
def refused() -> list[str]:
    return []


@pytest.fixture
def context(browser: Browser, folder: Path, refused: list[str]) -> Iterator[BrowserContext]:
    with serve(folder) as address, open_context(browser, address, refused=refused) as context:
        yield context


def write(folder: Path, content: str) -> None:
    (folder / "index.html").write_text(PAGE.format(content), encoding="utf-8")


def test_a_request_to_another_host_is_refused_and_noted(
    folder: Path, context: BrowserContext, refused: list[str]
) -> None:
    write(folder, '<img alt="A dot" src="https://www.example.com/dot.png">')
    context.new_page().goto("")
    assert refused == ["https://www.example.com/dot.png"]


def test_axe_names_the_rule_and_the_element(folder: Path, context: BrowserContext) -> None:
    write(folder, '<p id="pale">Hard to read</p>')
    page = context.new_page()
    page.goto("")
    assert [(found.rule, found.target) for found in run_axe(page)] == [("color-contrast", "#pale")]


def test_axe_has_no_word_about_a_sound_page(folder: Path, context: BrowserContext) -> None:
    write(folder, "<p>Good to read</p>")
    page = context.new_page()
    page.goto("")
    assert run_axe(page) == []


@pytest.mark.parametrize(("content", "wider"), [('<p id="wide">Wide</p>', True), ("<p>Narrow</p>", False)])
def test_a_page_wider_than_the_window_is_measured(
    folder: Path, context: BrowserContext, content: str, wider: bool
) -> None:
    write(folder, content)
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("")
    assert (overflow_px(page) > 0) is wider


def test_an_inline_style_is_refused_with_an_error_on_the_console(
    folder: Path, context: BrowserContext
) -> None:
    write(folder, '<p style="color: red">Red</p>')
    page = context.new_page()
    with page.expect_console_message(lambda message: message.type == "error"):
        page.goto("")


def test_inline_scripts_run_by_their_hash(folder: Path) -> None:
    write(folder, "<script>1 + 1</script>")
    assert "'sha256-" in security_policy(folder)
    write(folder, "")
    assert "'sha256-" not in security_policy(folder)


def test_what_is_not_there_is_answered_with_the_page_of_the_site(context: BrowserContext) -> None:
    page = context.new_page()
    response = page.goto("no/such/page/")
    assert response is not None
    assert response.status == 404
    assert page.inner_text("p") == "Not here"


def test_nothing_is_served_above_the_sub_path(folder: Path, context: BrowserContext) -> None:
    write(folder, "<p>Inside</p>")
    page = context.new_page()
    response = page.goto("/")
    assert response is not None
    assert response.status == 404
    page.goto(SUB_PATH)
    assert page.inner_text("p") == "Inside"
