"""Every page on the narrowest phone with the spacing of text that readers may set: nothing is lost.

Source of the spacing: WCAG 2.2, 1.4.12.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import open_context, overflow_px

pytestmark = [pytest.mark.site, pytest.mark.browser]

NARROWEST = 320

SPACE = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `)
  document.adoptedStyleSheets.push(sheet)
}"""
"""A sheet that the page makes itself: a policy refuses styles that stand in the page."""

CUT = """() => {
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
  const isCut = (element) => {
    const { overflowX, overflowY, visibility } = getComputedStyle(element)
    if (visibility !== "visible" || element.clientWidth < 3) return false
    const over = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight]
    return [overflowX, overflowY].some((how, at) => ["hidden", "clip"].includes(how) && over[at] > 1)
  }
  // The masthead repeats the title of the page, unseen until its heading has scrolled away.
  const isMeant = (element) => !element.closest(".md-header__topic + .md-header__topic, .md-search, svg")
  return [...document.querySelectorAll("body *")]
    .filter((element) => isMeant(element) && hasText(element) && isCut(element))
    .map((element) => element.textContent.trim())
}"""


def test_nothing_is_cut_and_no_page_is_wider_with_spaced_text(
    browser: Browser, served: str, site: Path
) -> None:
    refused: list[str] = []
    lost = []
    with open_context(browser, served, refused=refused, width=NARROWEST) as context:
        page = context.new_page()
        for file in sorted(site.rglob("*.html")):
            uri = file.relative_to(site).as_posix().removesuffix("index.html")
            page.goto(uri)
            page.evaluate(SPACE)
            lost += [f"/{uri} cuts {text!r}" for text in page.evaluate(CUT)]
            if overflow := overflow_px(page):
                lost.append(f"/{uri} is {overflow} px wider than the window")
    assert not lost, "\n".join(lost)
