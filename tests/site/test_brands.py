"""Two invented companies with brands of their own, and the example, from one installation."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from generator.documents.pdf.typesetting import FONTS
from generator.own_site.security_policy import policy_of
from tests.support.axe import run_axe
from tests.support.browser import open_context, overflow_px
from tests.support.build import build_strictly
from tests.support.builders import YML, write_project
from tests.support.server import serve

pytestmark = [pytest.mark.site]

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 30">'
    '<rect width="{}" height="30" fill="{}"/></svg>'
)
GREEN = """\
logo: {light: brand/logo.svg, dark: brand/dark.svg, small: brand/small.svg}
colors: {main: "#006b35", accent: "#a4343a"}
fonts:
  text: [Arial]
  files: [brand/font.ttf]
"""
YELLOW = 'colors: {main: "#ffcc00", accent: "#7a1fa2", main_dark: "#ffe680", accent_dark: "#d9a6ff"}\n'
ADDRESS = "https://www.invented.internal/ir/"


@dataclass(frozen=True)
class Company:
    """The folder of a company, its site in it."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def style(self) -> str:
        return (self.site / "assets" / "stylesheets" / "site.css").read_text("utf-8")

    def fonts(self) -> set[str]:
        """The families in the PDF, without the letters before them that tell subsets apart."""
        with pikepdf.open(self.site / "2021" / "documents" / "form-sd-2021.pdf") as pdf:
            found = [one.get("/FontName") for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        return {str(name).partition("+")[2].partition("-")[0] for name in found if name}


def company(folder: Path, brand: str) -> Company:
    yml = YML.replace("Invented Devices", "Invented Green" if "006b35" in brand else "Invented Devices")
    settings = write_project(folder, yml=yml)
    if brand:
        (folder / "brand").mkdir()
        for name, width, colour in (
            ("logo", 90, "#006b35"),
            ("dark", 90, "#8fd29e"),
            ("small", 30, "#006b35"),
        ):
            (folder / "brand" / f"{name}.svg").write_text(LOGO.format(width, width, colour), "utf-8")
        (folder / "brand" / "font.ttf").write_bytes((FONTS / "DroidSansFallback.ttf").read_bytes())
        (folder / "brand.yml").write_text(brand, encoding="utf-8")
    build_strictly(settings, folder / "site", site_url=ADDRESS)
    return Company(folder)


@pytest.fixture(scope="module")
def companies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Company]:
    """Built one after the other in one process; the plain one last, which must have nothing of the others."""
    brands = {"green": GREEN, "yellow": YELLOW, "plain": ""}
    return {name: company(tmp_path_factory.mktemp(name), brand) for name, brand in brands.items()}


def test_each_site_has_the_colours_of_its_own_company(companies: dict[str, Company]) -> None:
    assert "--md-primary-fg-color:#006b35" in companies["green"].style
    assert "--fsd-main-dark:#ffe680" in companies["yellow"].style
    assert "--md-primary-fg-color:#1f4f8a" in companies["plain"].style
    assert len({one.style for one in companies.values()}) == 3


def test_each_site_has_the_logos_of_its_own_company(companies: dict[str, Company]) -> None:
    names = {
        name: sorted(path.name for path in (one.site / "assets").glob("logo*"))
        for name, one in companies.items()
    }
    assert names["green"] == ["logo-dark.svg", "logo-small.svg", "logo.svg"]
    assert names["yellow"] == names["plain"] == ["logo.svg"]
    page = (companies["green"].site / "2021" / "index.html").read_text("utf-8")
    assert '<link rel="icon" href="../assets/logo-small.svg">' in page


def test_each_pdf_has_the_typeface_of_its_own_company(companies: dict[str, Company]) -> None:
    assert "DroidSansFallback" in companies["green"].fonts()
    assert "LibertinusSerif" in companies["yellow"].fonts()
    assert companies["yellow"].fonts() == companies["plain"].fonts()


def test_each_picture_and_icon_has_the_colour_of_its_own_company(companies: dict[str, Company]) -> None:
    def top_of(one: Company) -> Any:
        picture = Image.open(io.BytesIO((one.site / "assets" / "share-2021.png").read_bytes()))
        return picture.convert("RGB").getpixel((600, 5))

    assert top_of(companies["green"]) == (0x00, 0x6B, 0x35)
    assert top_of(companies["plain"]) == (0x1F, 0x4F, 0x8A)
    icons = {(one.site / "assets" / "touch-icon.png").read_bytes() for one in companies.values()}
    assert len(icons) == 3


# In a browser


@pytest.fixture(scope="module", params=["green", "yellow"])
def branded(request: pytest.FixtureRequest, companies: dict[str, Company]) -> Company:
    return companies[request.param]


def opened(browser: Browser, one: Company, **options: Any) -> Iterator[Page]:
    with (
        serve(one.site, policy_of(one.site)) as address,
        open_context(browser, address, refused=[], **options) as context,
    ):
        yield context.new_page()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_a_brand_can_be_read(browser: Browser, branded: Company, scheme: str) -> None:
    for page in opened(browser, branded, color_scheme=scheme):
        for uri in ("2021/", "2021/report/", "2021/annex/", "2021/documents/"):
            page.goto(uri)
            assert run_axe(page) == []


def shown_logos(page: Page) -> list[str]:
    return [
        str(one.get_attribute("src")).rpartition("/")[2]
        for one in page.locator(".md-header .md-logo img").all()
        if one.is_visible()
    ]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("options", "logo"),
    [
        ({"color_scheme": "light"}, "logo.svg"),
        ({"color_scheme": "dark"}, "logo-dark.svg"),
        ({"color_scheme": "light", "width": 800}, "logo.svg"),
        ({"color_scheme": "light", "width": 320}, "logo-small.svg"),
        ({"color_scheme": "dark", "width": 390}, "logo-small.svg"),
    ],
)
def test_one_logo_stands_on_every_screen(
    browser: Browser, companies: dict[str, Company], options: dict[str, Any], logo: str
) -> None:
    for page in opened(browser, companies["green"], **options):
        page.goto("2021/")
        assert shown_logos(page) == [logo]
        assert overflow_px(page) <= 0
    for page in opened(browser, companies["plain"], **options):
        page.goto("2021/")
        assert shown_logos(page) == ["logo.svg"]


COLOURS = """() => {
  const color = (selector, name) => getComputedStyle(document.querySelector(selector))[name]
  return [color("article a[href*='annex']", "color"), color(".md-header", "borderBlockStartColor"),
    color(".md-footer-meta", "backgroundColor")]
}"""
OWN_STYLE = ":root { --md-primary-fg-color: #a0003c; --md-text-font: 'Invented Sans'; }\n"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_documented_way_of_the_theme_changes_what_is_seen(
    browser: Browser, tmp_path: Path, companies: dict[str, Company], scheme: str
) -> None:
    settings = write_project(tmp_path)
    (tmp_path / "docs" / "own.css").write_text(OWN_STYLE, encoding="utf-8")
    settings.write_text(f"{settings.read_text('utf-8')}extra_css: [own.css]\n", encoding="utf-8")
    build_strictly(settings, tmp_path / "site", site_url=ADDRESS)
    found: list[list[str]] = []
    for one in (Company(tmp_path), companies["plain"]):
        for page in opened(browser, one, color_scheme=scheme):
            page.goto("2021/")
            found.append(page.evaluate(COLOURS))
            font = page.evaluate("getComputedStyle(document.body).fontFamily")
            assert ("Invented Sans" in font) == (one.folder == tmp_path)
    own, plain = found
    same = [number for number, (one, other) in enumerate(zip(own, plain, strict=True)) if one == other]
    # In the dark scheme the footer is dark whatever the brand is.
    assert same == ([] if scheme == "light" else [2])


@pytest.mark.browser
def test_paper_is_black_and_white_but_for_pictures(browser: Browser, branded: Company) -> None:
    for page in opened(browser, branded, color_scheme="dark"):
        page.goto("2021/report/")
        page.emulate_media(media="print")
        colour = page.evaluate("getComputedStyle(document.querySelector('article h1')).color")
        link = page.evaluate("getComputedStyle(document.querySelector('article p > a')).color")
        assert (colour, link) == ("rgb(0, 0, 0)", "rgb(0, 0, 0)")
