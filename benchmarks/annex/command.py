"""What the two commands of this folder share: their options, the browser, and how they tell the result."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, BrowserType

from tests.support.browser import find_browsers

SIZES = (298, 3000, 10000)


def parser(about: str | None) -> argparse.ArgumentParser:
    """With the options of both: how many rows, and where the result goes beside the screen."""
    made = argparse.ArgumentParser(description=about)
    made.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of rows")
    made.add_argument("--to", type=Path, help="write the result into this file too")
    return made


def start(chromium: BrowserType, arguments: Sequence[str] = ()) -> Browser:
    """The browser that the tests use."""
    places = find_browsers()
    return chromium.launch(executable_path=places[0] if places else None, args=list(arguments))


def tell(text: str, to: Path | None, *, is_met: bool) -> int:
    """Print and write the result; returns the exit code."""
    print(text)
    if to:
        to.write_text(text + "\n", encoding="utf-8")
    return 0 if is_met else 1
