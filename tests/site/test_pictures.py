"""The pictures of the overview in a real browser: what they show is what they lead to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.support.browser import NewPage

pytestmark = [pytest.mark.site, pytest.mark.browser]

DOTS = ".fsd-map__dots a"
LINKS = ".fsd-map__dots a, .fsd-switch a"

_NOT_HIT = """links => links.flatMap(link => {
  const box = [...link.querySelectorAll("circle")].at(-1).getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  scrollBy({ top: y - innerHeight / 2, behavior: "instant" });
  const hit = document.elementFromPoint(x, innerHeight / 2);
  return hit?.closest("a") === link ? [] : [link.querySelector("title").textContent];
})"""

_TARGET_HEIGHTS = "links => links.map(link => link.closest('td, th').getBoundingClientRect().height)"
"""Of the cell in which a link stands alone: nothing else answers nearer than that."""


@pytest.fixture(params=[1280, 390])
def overview(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    page = new_page(width=request.param)
    page.goto("2021/")
    return page


def test_every_dot_can_be_hit_in_its_middle(overview: Page) -> None:
    dots = overview.locator(DOTS)
    assert dots.count() == 46
    assert dots.evaluate_all(_NOT_HIT) == []


def test_every_line_is_at_least_24_pixels_high_for_a_pointer(overview: Page) -> None:
    heights = overview.locator(".fsd-view--metal tbody a").evaluate_all(_TARGET_HEIGHTS)
    assert heights
    assert min(heights) >= 24


def test_pictures_and_tables_of_both_pages_lead_to_the_filtered_annex(site: Path) -> None:
    for uri, least in (("index.html", 3), ("2021/index.html", 100)):
        overview = BeautifulSoup((site / uri).read_text(encoding="utf-8"), "lxml")
        links = overview.select(f"{LINKS}, .fsd-result a")
        for link in links:
            address = urlsplit(str(link["href"]))
            assert (site / uri).parent.joinpath(address.path, "index.html").is_file()
            assert parse_qs(address.query, strict_parsing=True).keys() <= {"metal", "status", "country"}
        assert len(links) >= least


@pytest.mark.parametrize(
    ("by", "name", "number"),
    [
        ("Metal", "Germany: 13 facilities", 13),
        ("Country", "36 other countries", 71),
        ("Metal", "Gold, Active: 6, 4.5%", 6),
        ("Metal", "Tungsten", 51),
        ("Status", "Active", 16),
    ],
)
def test_the_annex_shows_as_many_rows_as_the_picture_says(
    new_page: NewPage, by: str, name: str, number: int
) -> None:
    page = new_page()
    page.goto("2021/")
    page.get_by_role("radio", name=by, exact=True).check(force=True)
    page.locator(".fsd-switch, .fsd-map").get_by_role("link", name=name, exact=True).first.press("Enter")
    page.wait_for_url("**/2021/annex/?*")
    expect(page.locator("#fsd-annex tbody tr:visible")).to_have_count(number)


def test_who_follows_a_picture_sees_the_list_as_it_is_filtered(overview: Page) -> None:
    overview.get_by_role("link", name="Tin, Active: 6", exact=False).first.click()
    expect(overview.locator(".fsd-chip")).to_have_text(["Status: Active", "Metal: Tin"])
    expect(overview.locator("#fsd-annex tbody tr:visible").first).to_be_in_viewport()


def test_numbers_of_the_dots_add_up_to_the_annex(site: Path) -> None:
    overview = BeautifulSoup((site / "2021" / "index.html").read_text(encoding="utf-8"), "lxml")
    names = [link.title.get_text() for link in overview.select(DOTS)]
    assert sum(int(name.split(": ")[1].split()[0]) for name in names) == 298
    assert {"China: 71 facilities", "Singapore: 1 facility", "Andorra: 1 facility"} <= set(names)
    assert "Rwanda: 1 facility" in names


def test_a_dot_is_opened_with_the_keyboard_and_shows_its_name(new_page: NewPage) -> None:
    page = new_page()
    page.goto("2021/")
    page.locator(".fsd-map__ring").focus()
    page.keyboard.press("Tab")
    dot = page.locator(f"{DOTS}:focus-visible")
    expect(dot.locator(".fsd-map__name")).to_be_visible()
    expect(dot.locator(".fsd-map__name")).to_have_text("China: 71 facilities")
    assert page.locator(f"{DOTS} .fsd-map__name:visible").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/2021/annex/?country=CN#country-cn")


def test_a_part_of_a_bar_is_opened_with_the_keyboard(new_page: NewPage) -> None:
    page = new_page()
    page.goto("2021/")
    page.get_by_role("link", name="Gold", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2021/annex/?metal=gold&status=full-compliant#metal-gold")


def test_screen_readers_meet_each_link_of_the_pictures_once(new_page: NewPage) -> None:
    page = new_page()
    page.goto("2021/")
    for name in ("Gold, Active: 6, 4.5%", "Germany: 13 facilities", "Andorra: 1 facility"):
        in_map = page.locator(".fsd-map, .fsd-switch").get_by_role("link", name=name, exact=True)
        assert in_map.count() == 1


def test_pictures_need_no_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("2021/")
    page.get_by_role("link", name="Brazil: 19 facilities", exact=True).first.click()
    page.wait_for_url("**/2021/annex/?country=BR#country-br")


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_dots_stand_out_from_the_land(new_page: NewPage, color_scheme: str) -> None:
    page = new_page(color_scheme=color_scheme)
    page.goto("2021/")
    land = luminance(page, ".fsd-map__land")
    dot = luminance(page, f"{DOTS} circle:nth-of-type(2)")
    lighter, darker = max(land, dot), min(land, dot)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def luminance(page: Page, selector: str) -> float:
    """Relative luminance of the fill, as WCAG 2.2 defines it."""
    parts = page.locator(selector).first.evaluate(
        """shape => {
          const context = document.createElement("canvas").getContext("2d")
          context.fillStyle = getComputedStyle(shape).fill
          context.fillRect(0, 0, 1, 1)
          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
        }"""
    )
    shares = [part / 255 for part in parts]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
