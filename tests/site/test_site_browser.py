"""Every built page in a real browser: accessible, self-contained, without errors, and fit for a phone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page

from tests.support.axe import Violation, run_axe
from tests.support.browser import open_context, overflow_px

pytestmark = [pytest.mark.site, pytest.mark.browser]

PHONE = 390
DESKTOP = 1280

MATERIAL_SCHEMES = {"light": "default", "dark": "slate"}

_SCHEME = "document.body.getAttribute('data-md-color-scheme')"


@dataclass(frozen=True)
class Visit:
    """What was seen on one page."""

    uri: str
    """Address of the page from the root of the site."""
    scheme: str | None
    """Colour scheme of Material that the page shows."""
    overflow_px: int
    """How much wider the page is than the window."""
    violations: tuple[Violation, ...]
    refused: tuple[str, ...]
    """Addresses on other hosts that the page asked for."""
    errors: tuple[str, ...]
    """Errors on the console; a refusal by the content security policy is one."""


@dataclass(frozen=True)
class Tour:
    """A visit of every page with one width of the window and one colour scheme."""

    width: int
    color_scheme: str
    visits: list[Visit] = field(repr=False)


def page_uris(site: Path) -> list[str]:
    """Addresses of all built pages from the root of the site, ``""`` for the first page."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [file.removesuffix("index.html") for file in files]


@pytest.fixture(
    scope="module",
    params=[(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light"), (PHONE, "dark")],
    ids=lambda param: f"{param[0]}-{param[1]}",
)
def tour(request: pytest.FixtureRequest, browser: Browser, served: str, site: Path) -> Tour:
    """Made once for all tests below: loading and examining the pages is what takes the time."""
    width, color_scheme = request.param
    refused: list[str] = []
    with open_context(browser, served, refused=refused, width=width, color_scheme=color_scheme) as context:
        page = context.new_page()
        visits = [visit(page, uri, refused) for uri in page_uris(site)]
    return Tour(width, color_scheme, visits)


SEE_EVERY_PART = """async () => {
  for (const part of document.querySelectorAll("tbody")) {
    part.scrollIntoView()
    await new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn))
      setTimeout(drawn, 2000) // a page that is given no frames would wait for ever
    })
  }
  scrollTo(0, 0)
}"""


def seen_whole(page: Page) -> Page:
    """The page after all of a long table was drawn once: until then its parts have estimated heights,
    and axe, which asks for places, would take rows that are not drawn to lie over the footer."""
    page.evaluate(SEE_EVERY_PART)
    return page


def visit(page: Page, uri: str, refused: list[str]) -> Visit:
    """Load a page and note what it shows; ``refused`` belongs to the context and is emptied first."""
    errors: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    def note_exception(error: Error) -> None:
        errors.append(str(error))

    refused.clear()
    page.on("console", note_message)
    page.on("pageerror", note_exception)
    page.goto(uri)
    seen = Visit(
        uri=uri,
        scheme=page.evaluate(_SCHEME),
        overflow_px=overflow_px(page),
        violations=tuple(run_axe(seen_whole(page))),
        refused=tuple(refused),
        errors=tuple(errors),
    )
    page.remove_listener("console", note_message)
    page.remove_listener("pageerror", note_exception)
    return seen


def test_every_page_is_visited(tour: Tour, site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert len(tour.visits) >= sitemap.count("<loc>") > 0


def test_pages_follow_the_colour_scheme_of_the_reader(tour: Tour) -> None:
    wanted = MATERIAL_SCHEMES[tour.color_scheme]
    others = [f"/{visit.uri} shows {visit.scheme}" for visit in tour.visits if visit.scheme != wanted]
    assert not others, "\n".join(others)


def test_axe_finds_no_violation(tour: Tour) -> None:
    found = [f"/{visit.uri} {violation}" for visit in tour.visits for violation in visit.violations]
    assert not found, "\n".join(found)


def test_no_page_asks_another_host(tour: Tour) -> None:
    asked = [f"/{visit.uri} asked for {url}" for visit in tour.visits for url in visit.refused]
    assert not asked, "\n".join(asked)


def test_no_page_reports_an_error_on_the_console(tour: Tour) -> None:
    reported = [f"/{visit.uri} {error}" for visit in tour.visits for error in visit.errors]
    assert not reported, "\n".join(reported)


def test_no_page_is_wider_than_the_window(tour: Tour) -> None:
    wide = [f"/{visit.uri} by {visit.overflow_px} px" for visit in tour.visits if visit.overflow_px > 0]
    assert not wide, "\n".join(wide)
