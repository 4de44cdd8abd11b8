"""What reviewers see in the preview, in a real browser; and that a built site has none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.support.axe import run_axe
from tests.support.browser import open_context, overflow_px
from tests.support.build import build_strictly
from tests.support.builders import ROWS, SECTIONS, YML, write_year
from tests.support.built_site import files_in, headings, read_page
from tests.support.server import SUB_PATH, serve
from tests.support.started_year import copy_project

pytestmark = [pytest.mark.site]

OURS = re.compile(rb"fsd-source|fsd-redline|fsd-review|formsd:review|data-source|review\.(?:js|css)|/review/")
"""What only the preview has."""
DRAFT = YML.replace("  signed_elsewhere: Invented, so that nobody signs\n", "").replace(
    "state: final", "state: draft"
)
LAST_YEAR = (
    YML.replace("2021", "2020").replace("2022-05-31", "2021-05-28").replace("2022-03-31", "2021-03-31")
)
TYPED = "\nThe {{ facilities.total }} facilities stand in {{ facilities.countries }} countries.\n"


@pytest.fixture(scope="module")
def preview(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the preview: an invented draft that changed after legal signed it, and the year before."""
    folder = tmp_path_factory.mktemp("reviewed")
    settings = copy_project(repo, folder)
    write_year(folder / "data", year=2020, yml=LAST_YEAR, rows=ROWS[:1])
    section = folder / "data" / "2021" / "report" / "02-results.md"
    write_year(
        folder / "data", yml=DRAFT, sections=SECTIONS | {"02-results.md": SECTIONS["02-results.md"] + TYPED}
    )
    sign = ["sign", "2021", "--data", str(folder / "data"), "--role", "legal", "--name", "Ann Example"]
    result = CliRunner().invoke(main, [*sign, "--date", "2022-05-20"])
    assert result.exit_code == 0, result.output
    facts = folder / "data" / "2021" / "disclosure.yml"
    facts.write_text(DRAFT.replace("  signed_on: 2022-05-31\n", ""))
    section.write_text(section.read_text().replace("facilities stand", "listed facilities stand"))
    site = folder / "shown"
    build_strictly(settings, site, site_url=f"https://www.example.com{SUB_PATH}", command="serve")
    return site


@pytest.fixture(scope="module")
def previewed(preview: Path) -> Iterator[str]:
    """The address of the preview, with the policy of a careful host."""
    with serve(preview) as address:
        yield address


@pytest.fixture
def page(browser: Browser, previewed: str) -> Iterator[Page]:
    refused: list[str] = []
    with open_context(browser, previewed, refused=refused) as context:
        yield context.new_page()
    assert refused == []


def test_a_built_site_has_nothing_of_the_preview(site: Path) -> None:
    found = [name for name, content in files_in(site).items() if "review" in name or OURS.search(content)]
    assert found == []


def test_what_only_the_preview_has_is_found_where_it_is(preview: Path) -> None:
    found = {name for name, content in files_in(preview).items() if OURS.search(content)}
    assert {"2021/review/index.html", "2021/report/index.html", "index.html"} <= found
    assert {"assets/stylesheets/review.css", "assets/javascripts/review.js"} <= set(files_in(preview))


def test_the_review_page_has_every_part(preview: Path) -> None:
    tree = read_page(preview / "2021" / "review" / "index.html")
    assert [text for level, text in headings(tree) if level == 2] == [
        "Before this draft can be final",
        "Findings",
        "Sign-offs",
        "Since 2020, the year before",
        "Since it was published",
        "Since legal signed on May 20, 2022",
        "For counsel, committee and agent",
        "Scorecard",
    ]
    changed = tree.select(".fsd-redline ins")
    assert [tag.get_text() for tag in changed][-1] == "listed"
    assert "Invented Tin Works" in tree.select_one(".fsd-review__rows").get_text()


def test_the_overview_of_a_draft_says_what_is_missing(preview: Path) -> None:
    tree = read_page(preview / "2021" / "index.html")
    missing = [item.get_text() for item in tree.select(".fsd-missing li")]
    assert missing[:3] == [
        "the day of signature (filing.signed_on)",
        "the sign-off by compliance",
        "the sign-off by investor relations",
    ]
    assert missing[3].startswith("a new sign-off: Ann Example signed other content for legal on 2022-05-20")


def test_every_page_of_a_draft_is_marked_and_kept_from_search_engines(preview: Path) -> None:
    for uri in (
        "2021/",
        "2021/form-sd/",
        "2021/report/",
        "2021/annex/",
        "2021/documents/",
        "2021/review/",
    ):
        tree = read_page(preview / uri / "index.html")
        assert tree.select_one("meta[name='robots'][content='noindex']"), uri
        assert "Draft, not filed" in tree.select_one(".fsd-draft-mark").get_text(), uri


def test_links_of_the_review_lead_somewhere(preview: Path) -> None:
    tree = read_page(preview / "2021" / "review" / "index.html")
    links = [str(link["href"]) for link in tree.select("article a[href^='../']")]
    assert links
    for link in links:
        target, _, anchor = link.removeprefix("../").partition(":~:")[0].partition("#")
        shown = read_page(preview / "2021" / target / "index.html")
        assert not anchor or shown.find(id=anchor), link


def test_the_contents_and_the_search_hold_no_marks(preview: Path) -> None:
    for name, content in files_in(preview).items():
        if name.endswith((".html", ".json")):
            assert not re.search("[\U000f0000-\U000fffff]", content.decode()), name


@pytest.mark.browser
def test_the_sources_are_switched_by_mouse_and_told_where_one_points(page: Page) -> None:
    page.goto("2021/report/")
    values = page.locator("article .fsd-source", has_text="2")
    value = values.nth(values.count() - 2)  # behind it stands the number of rows of the list
    tip = page.get_by_role("tooltip")
    value.hover()
    expect(tip).to_be_hidden()
    page.get_by_role("button", name="Show sources").click()
    value.hover()
    expect(tip).to_have_text(
        "Distinct countries counted in 2 rows of data/2021/smelters.xlsx 'Smelter List': C2, C3"
        " · facilities.countries"
    )
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.get_by_role("button", name="Hide sources").click()
    expect(page.locator("article .fsd-source[tabindex]")).to_have_count(0)


@pytest.mark.browser
def test_the_sources_are_switched_by_key_and_told_where_the_focus_is(page: Page) -> None:
    page.goto("2021/report/")
    expect(page.get_by_role("button", name="Show sources")).to_be_visible()
    page.keyboard.press("Alt+Shift+H")
    expect(page.get_by_role("button", name="Hide sources")).to_be_visible()
    first = page.locator("article .fsd-source").first
    first.focus()
    tip = page.get_by_role("tooltip")
    expect(tip).to_have_text("data/2021/disclosure.yml, line 2 · registrant.name")
    assert first.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Tab")
    expect(tip).to_contain_text("period.first_day")
    page.goto("2021/annex/")  # remembered on the next page
    expect(page.get_by_role("button", name="Hide sources")).to_be_visible()
    page.locator("#fsd-annex .fsd-source").first.focus()
    expect(tip).to_have_text("data/2021/smelters.xlsx 'Smelter List'!C2")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_review_and_sources_are_accessible(browser: Browser, previewed: str, scheme: str) -> None:
    refused: list[str] = []
    errors: list[str] = []
    with open_context(browser, previewed, refused=refused, width=390, color_scheme=scheme) as context:
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        for uri in ("2021/review/", "2021/report/"):
            page.goto(uri)
            if uri.endswith("report/"):
                expect(page.get_by_role("button", name="Show sources")).to_be_visible()
                page.keyboard.press("Alt+Shift+H")
                page.locator("article .fsd-source").first.focus()
                expect(page.get_by_role("tooltip")).to_be_visible()
            page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
            assert [f"/{uri} {violation}" for violation in run_axe(page)] == []
            assert overflow_px(page) <= 0, uri
    assert (refused, errors) == ([], [])
