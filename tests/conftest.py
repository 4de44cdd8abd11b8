"""What the tests share: the repository, one built site, a server and a browser for it."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
from collections.abc import Generator, Iterator
from pathlib import Path, PurePath
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from generator.prose.environment import keep_compiled
from tests.support.browser import PATIENCE, NewPage, NoBrowserError, open_browser, open_context
from tests.support.build import BuildFailedError, build_strictly
from tests.support.marks import require, running, watch_builds
from tests.support.once import NotMadeError, once_a_run
from tests.support.server import SUB_PATH, serve

# Compiled code is kept beside its source, whatever the machine's setting: else each process of a run, and
# each that a test starts, would compile the program and the tests anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell that runs the suite in the background has it ignore Ctrl-C, and with it all that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

watch_builds()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden",
        action="store_true",
        help="write tests/golden/*/expected anew; refused where the variable CI is set",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    with running(item):
        return (yield)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Python does not look through the program and ten thousand tests again for what could be thrown away."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the repository. Tests read it and never write into it."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def run_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(run_dir: Path) -> None:
    """Templates of pages and sections are compiled once a run, as a build keeps them from one to the next."""
    keep_compiled(run_dir / "templates")


@pytest.fixture
def data_dir(repo: Path, tmp_path: Path) -> Path:
    """A copy of ``data/`` that a test may change."""
    return shutil.copytree(repo / "data", tmp_path / "data")


@pytest.fixture
def paths_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are compared as Windows does, without regard to case."""
    monkeypatch.setattr(PurePath, "__lt__", lambda one, other: str(one).casefold() < str(other).casefold())


@pytest.fixture(scope="session")
def shared(repo: Path) -> Path:
    """The folder of reference material beside the repository; tests that need it are left out elsewhere."""
    folder = repo.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the reference material in the folder ../shared is not on this machine")
    return folder


@pytest.fixture(scope="session")
def site_url() -> str:
    """The public address for which ``site`` is built."""
    return f"https://www.invented.internal{SUB_PATH}"


@pytest.fixture(scope="session")
def site(repo: Path, site_url: str, run_dir: Path) -> Path:
    """The folder of the site, built once a run, strictly. Tests read it and never write into it."""

    def build(folder: Path) -> None:
        build_strictly(repo / "mkdocs.yml", folder / "site", site_url=site_url)

    try:
        return once_a_run(run_dir / "built", build) / "site"
    except (BuildFailedError, NotMadeError) as error:
        raise pytest.fail.Exception(f"the site does not build:\n{error}", pytrace=False) from None


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of ``site`` on this machine, with a slash at the end."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chrome, Chromium or Edge; where none can be had, the test fails and says what to install."""
    require("browser")
    with sync_playwright() as playwright:
        try:
            browser = open_browser(playwright.chromium)
        except NoBrowserError as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None
        expect.set_options(timeout=PATIENCE * 1000)
        yield browser
        browser.close()


@pytest.fixture
def outside_requests() -> list[str]:
    """Addresses on other hosts that the pages of this test asked for; all were refused."""
    return []


@pytest.fixture
def new_page(browser: Browser, served: str, outside_requests: list[str]) -> Iterator[NewPage]:
    """Opens empty pages: ``new_page(width=390, color_scheme="dark", java_script_enabled=False)``.

    Keywords are those of ``tests.support.browser.open_context``. A path given to ``goto`` is taken from the
    root of the site. The test fails at its end if a page asked another host.
    """
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        contexts.append(open_context(browser, served, refused=outside_requests, **options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert outside_requests == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """An empty page, 1280 pixels wide, in the light scheme."""
    return new_page()
