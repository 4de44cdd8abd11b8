"""A browser of the Chrome family for the tests: an installed one, else one that is installed now."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Route
from playwright.sync_api import Error as PlaywrightError

COMMANDS = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
)
"""Names on the PATH of a Linux machine, the preferred first."""

MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")

WINDOWS_PROGRAMS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

INSTALL_LIMIT_SECONDS = 900

PATIENCE = 60
"""Seconds after which a test gives up waiting for what a page is to show, on however slow a machine."""

START_LIMIT_SECONDS = 180

HELP = """\
No browser could be started, and the tests that need one cannot be left out.
Install Google Chrome, Chromium or Microsoft Edge, or name one: TEST_BROWSER=/path/to/browser
  Debian, Ubuntu:  apt-get install chromium   (as root)
  any system:      python -m playwright install --with-deps chromium
What was tried:"""

Which = Callable[[str], str | None]
NewPage = Callable[..., Page]
"""What the fixture ``new_page`` gives."""


class NoBrowserError(Exception):
    """No browser was found, none could be installed; the message says what a person can do."""

    def __init__(self, tried: Sequence[str]) -> None:
        super().__init__("\n".join([HELP, *(f"  - {attempt}" for attempt in tried)]))


def browser_places(platform: str, env: Mapping[str, str], which: Which) -> Iterator[str]:
    """Paths at which a browser stands or may stand, the preferred first.

    ``platform`` is a value of ``sys.platform``. Where ``TEST_BROWSER`` is set, it is the only place.
    """
    if named := env.get("TEST_BROWSER"):
        yield named
    elif platform == "win32":
        yield from _windows_places(env)
    elif platform == "darwin":
        yield from _mac_places(env)
    else:
        yield from filter(None, map(which, COMMANDS))


def _windows_places(env: Mapping[str, str]) -> Iterator[str]:
    for program in WINDOWS_PROGRAMS:
        for folder in filter(None, map(env.get, WINDOWS_FOLDERS)):
            yield str(PureWindowsPath(folder, program))


def _mac_places(env: Mapping[str, str]) -> Iterator[str]:
    for app in MAC_APPS:
        for folder in ("/Applications", f"{env.get('HOME', '')}/Applications"):
            yield str(PurePosixPath(folder, f"{app}.app", "Contents/MacOS", app))


def find_browsers() -> list[str]:
    """Browsers on this machine, the preferred first; they exist, but may not start."""
    places = browser_places(sys.platform, os.environ, shutil.which)
    return [place for place in places if Path(place).is_file()]


def install_steps(platform: str, *, is_root: bool, which: Which) -> list[list[list[str]]]:
    """Ways to install a browser, each a list of commands, the preferred first.

    Debian's package only where the user may install it; Playwright's own download everywhere.
    """
    debian = [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
    ]
    playwright = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    can_use_apt = platform == "linux" and is_root and which("apt-get") is not None
    return [debian, playwright] if can_use_apt else [playwright]


def run_steps(commands: Sequence[Sequence[str]]) -> str | None:
    """Run the commands in order; None where all went well, else what went wrong with which."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        try:
            done = subprocess.run(
                command, env=env, capture_output=True, text=True, timeout=INSTALL_LIMIT_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"{' '.join(command)}: {error}"
        if done.returncode != 0:
            return f"{' '.join(command)}: {_reason(done.stderr or done.stdout)}"
    return None


def open_browser(chromium: BrowserType) -> Browser:
    """A running headless browser.

    Tries the installed ones and Playwright's own; only then installs one and tries again.
    Raises NoBrowserError.
    """
    tried: list[str] = []
    if browser := _start_one(chromium, tried):
        return browser
    if not os.environ.get("TEST_BROWSER"):
        for steps in install_steps(sys.platform, is_root=_is_root(), which=shutil.which):
            if problem := run_steps(steps):
                tried.append(problem)
            elif browser := _start_one(chromium, tried):
                return browser
    raise NoBrowserError(tried)


def _start_one(chromium: BrowserType, tried: list[str]) -> Browser | None:
    """The first browser that starts; what did not is added to ``tried``."""
    own = [] if os.environ.get("TEST_BROWSER") else [chromium.executable_path]
    for executable in [*find_browsers(), *own]:
        try:
            return chromium.launch(executable_path=executable, timeout=START_LIMIT_SECONDS * 1000)
        except PlaywrightError as error:
            tried.append(f"{executable}: {_first_line(str(error))}")
    if not tried:
        tried.append(f"{os.environ.get('TEST_BROWSER')}: there is no such file")
    return None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _first_line(text: str) -> str:
    return next(iter(text.strip().splitlines()), "")


def _reason(output: str) -> str:
    """The last line that names an error, else the last line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    named = [line for line in lines if re.search(r"\berror\b|^E:", line, re.IGNORECASE)]
    return next(reversed(named or lines), "it failed without a word")


def open_context(
    browser: Browser,
    address: str,
    *,
    refused: list[str],
    width: int = 1280,
    height: int = 900,
    **options: Any,
) -> BrowserContext:
    """A browser context that reaches ``address`` and nothing else.

    Sizes are CSS pixels; ``options`` are Playwright's. Requests to other hosts are refused and added to
    ``refused``. A path given to ``goto`` is taken from ``address``.
    """
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        service_workers="block",
        **options,
    )
    context.set_default_timeout(PATIENCE * 1000)
    host = re.match(r"https?://[^/]+/", address)
    assert host is not None, address

    def refuse(route: Route) -> None:
        refused.append(route.request.url)
        route.abort()

    context.route(re.compile(f"^(?!{re.escape(host[0])})"), refuse)
    return context


def overflow_px(page: Page) -> int:
    """How much wider the page is than its window, in CSS pixels."""
    element = "document.documentElement"
    wider: int = page.evaluate(f"{element}.scrollWidth - {element}.clientWidth")
    return wider


def becomes(page: Page, ask: Callable[[], Any], wanted: Any) -> None:
    """Waits until ``ask`` gives ``wanted``."""
    end = time.monotonic() + PATIENCE
    while (found := ask()) != wanted and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert found == wanted


def comes_true(page: Page, script: str, wanted: Any) -> None:
    """Waits until a script gives ``wanted``. Playwright's own way needs ``eval``: the policy refuses it."""
    becomes(page, lambda: page.evaluate(script), wanted)
