"""What the tests of the annex in a browser share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.annex import OpenAnnex, Windows, build_odd_site
from tests.support.once import once_a_run
from tests.support.server import serve


@pytest.fixture(scope="session")
def odd_served(repo: Path, run_dir: Path) -> Iterator[str]:
    """The address of a site whose annexes hold odd and hostile rows, built once a run."""
    project = once_a_run(run_dir / "odd", lambda folder: build_odd_site(repo, folder))
    with serve(project / "site") as address:
        yield address


@pytest.fixture(scope="module")
def windows(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Windows]:
    """Pages that the tests of a module share; the odd site is built only where one asks for it."""
    ask = cache(request.getfixturevalue)
    windows = Windows(browser, {False: lambda: ask("served"), True: lambda: ask("odd_served")})
    yield windows
    windows.close()


@pytest.fixture
def open_annex(windows: Windows) -> Iterator[OpenAnnex]:
    """Opens an annex; the test fails at its end if a script failed or a page asked another host."""
    yield windows.open
    errors, refused = windows.errors[:], windows.refused[:]
    windows.errors.clear()
    windows.refused.clear()
    assert errors == []
    assert refused == []
