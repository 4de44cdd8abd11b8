"""Take the pictures of README.md anew: ``make site``, then ``python -m tests.support.pictures``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.support.browser import open_browser, open_context
from tests.support.server import serve

REPO = Path(__file__).resolve().parents[2]
FOLDER = REPO / ".readme"


@dataclass(frozen=True)
class Picture:
    """What one picture shows; sizes in CSS pixels."""

    name: str
    uri: str
    width: int = 1280
    height: int = 960
    colours: Literal["light", "dark"] = "light"
    shows: str = "h1"
    """What must be seen before it is taken, as a selector of Playwright."""


PICTURES = (
    Picture("overview", "2021/"),
    Picture("form", "2021/form-sd/"),
    Picture("annex", "2021/annex/?metal=tin&status=indeterminable#facilities", shows="text=13 of 298 rows"),
    Picture("map", "2021/#where-the-facilities-stand", colours="dark"),
    Picture("phone", "2021/annex/?find=kazakhstan#facilities", 390, 844, shows="text=of 298 rows"),
)


def take_pictures(site: Path, folder: Path) -> None:
    """One file for each picture. Raises RuntimeError where a page asks another host for something."""
    folder.mkdir(exist_ok=True)
    refused: list[str] = []
    with serve(site) as address, sync_playwright() as playwright:
        browser = open_browser(playwright.chromium)
        for picture in PICTURES:
            size = {"width": picture.width, "height": picture.height}
            context = open_context(browser, address, refused=refused, color_scheme=picture.colours, **size)
            page = context.new_page()
            page.goto(picture.uri, wait_until="networkidle")
            page.locator(picture.shows).first.wait_for()
            page.screenshot(path=folder / f"{picture.name}.png")
            context.close()
        browser.close()
    if refused:
        raise RuntimeError(f"The site asks other hosts: {', '.join(refused)}")


if __name__ == "__main__":
    take_pictures(REPO / "site", FOLDER)
