"""HTML for EDGAR on paper, as a browser prints it, where the machine has one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.browser import browser_places


@contextmanager
def printer(*, is_wanted: bool) -> Iterator[Browser | None]:
    """A browser; None where none is wanted or none is there."""
    place = next(iter(browser_places(sys.platform, os.environ, shutil.which)), None) if is_wanted else None
    if place is None:
        if is_wanted:
            sys.stderr.write("There is no browser: the HTML for EDGAR is left out.\n")
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield browser
        browser.close()


def prints(browser: Browser | None, path: Path) -> bytes:
    """The file as a PDF with margins of half an inch; empty without a browser."""
    if browser is None:
        return b""
    page = browser.new_page()
    page.goto(path.resolve().as_uri())
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "0.5in")
    content = page.pdf(format="Letter", margin=margin)
    page.close()
    return content
