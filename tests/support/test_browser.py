"""Finding and installing a browser, without starting one."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.support.browser import NoBrowserError, browser_places, install_steps, run_steps


def on_path(*commands: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in commands else None


def test_chrome_is_preferred_to_chromium_and_edge_on_linux() -> None:
    places = browser_places("linux", {}, on_path("microsoft-edge", "chromium", "google-chrome"))
    assert list(places) == ["/usr/bin/google-chrome", "/usr/bin/chromium", "/usr/bin/microsoft-edge"]


def test_nothing_on_the_path_means_no_place_on_linux() -> None:
    assert list(browser_places("linux", {}, on_path())) == []


def test_windows_is_searched_for_everyone_and_for_the_user() -> None:
    env = {"PROGRAMFILES": r"C:\Program Files", "LOCALAPPDATA": r"D:\Local"}
    places = list(browser_places("win32", env, on_path()))
    assert places[:2] == [
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"D:\Local\Google\Chrome\Application\chrome.exe",
    ]
    assert places[-2] == r"C:\Program Files\Microsoft\Edge\Application\msedge.exe"


def test_mac_is_searched_for_everyone_and_for_the_user() -> None:
    places = list(browser_places("darwin", {"HOME": "/Volumes/ann"}, on_path()))
    assert places[:2] == [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Volumes/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]
    assert len(places) == 6


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_named_browser_is_the_only_place(platform: str) -> None:
    places = browser_places(platform, {"TEST_BROWSER": "/opt/brave"}, on_path("chromium"))
    assert list(places) == ["/opt/brave"]


def test_root_with_apt_installs_debians_package_before_playwrights() -> None:
    debian, playwright = install_steps("linux", is_root=True, which=on_path("apt-get"))
    assert [command[:2] for command in debian] == [["apt-get", "update"], ["apt-get", "install"]]
    assert playwright == [[sys.executable, "-m", "playwright", "install", "chromium"]]


@pytest.mark.parametrize(
    ("platform", "is_root", "commands"),
    [("linux", False, ["apt-get"]), ("linux", True, []), ("darwin", True, ["apt-get"]), ("win32", False, [])],
)
def test_everyone_else_installs_playwrights(platform: str, is_root: bool, commands: list[str]) -> None:
    (steps,) = install_steps(platform, is_root=is_root, which=on_path(*commands))
    assert steps[0][1:] == ["-m", "playwright", "install", "chromium"]


def test_steps_that_go_well_leave_no_problem() -> None:
    assert run_steps([[sys.executable, "-c", "pass"]]) is None


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("first\nlast", "last"),
        ("E: unable to locate package\nsee the manual", "E: unable to locate package"),
        ("{\n  Error: refused\n}", "Error: refused"),
        ("", "it failed without a word"),
    ],
)
def test_a_step_that_fails_is_named_with_its_reason_and_ends_the_steps(output: str, reason: str) -> None:
    script = f"import sys; sys.stderr.write({output!r}); sys.exit(1)"
    problem = run_steps([[sys.executable, "-c", script], ["never-run"]])
    assert problem is not None
    assert problem.endswith(f": {reason}")


def test_a_command_that_is_not_there_is_named() -> None:
    problem = run_steps([["no-such-command-here"]])
    assert problem is not None
    assert problem.startswith("no-such-command-here: ")


def test_the_message_says_what_to_install_and_what_was_tried() -> None:
    message = str(NoBrowserError(["chromium: it did not start"]))
    assert "apt-get install chromium" in message
    assert "playwright install --with-deps chromium" in message
    assert message.endswith("What was tried:\n  - chromium: it did not start")
