"""A Firefox for the tests, driven by its own WebDriver BiDi: no driver program stands between."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

COMMANDS = ("firefox", "firefox-esr")
WINDOWS_PROGRAM = r"Mozilla Firefox\firefox.exe"
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)")
MAC_PROGRAM = "/Applications/Firefox.app/Contents/MacOS/firefox"

KEYS = {"Escape": "\ue00c"}
START_SECONDS = 180
ANSWER_SECONDS = 90
WAIT_SECONDS = 60


def find_firefox(platform: str = sys.platform, env: Mapping[str, str] = os.environ) -> str | None:
    """The path of an installed Firefox, or None. ``TEST_FIREFOX`` names the only one to take."""
    if named := env.get("TEST_FIREFOX"):
        return named
    if platform == "win32":
        folders = filter(None, map(env.get, WINDOWS_FOLDERS))
        places = [str(Path(folder, WINDOWS_PROGRAM)) for folder in folders]
    elif platform == "darwin":
        places = [MAC_PROGRAM]
    else:
        places = list(filter(None, map(shutil.which, COMMANDS)))
    return next((place for place in places if Path(place).is_file()), None)


class FirefoxError(Exception):
    """Firefox did not start, or could not do what it was told."""


class Tab:
    """The one tab of a running Firefox."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self._send("session.new", {"capabilities": {}})
        self._tab = self._send("browsingContext.getTree", {})["contexts"][0]["context"]
        self.set_size(1280, 900)

    def set_size(self, width: int, height: int) -> None:
        """CSS pixels of the window's inside."""
        self._of_tab("browsingContext.setViewport", viewport={"width": width, "height": height})

    def goto(self, address: str) -> None:
        """Loads a page. Firefox at times never answers that it has; then it is told once more."""
        try:
            self._of_tab("browsingContext.navigate", url=address, wait="complete")
        except TimeoutError:
            self._of_tab("browsingContext.navigate", url=address, wait="complete")

    def go_back(self) -> None:
        self._of_tab("browsingContext.traverseHistory", delta=-1)

    def evaluate(self, script: str) -> Any:
        """What an expression gives, as far as JSON knows it."""
        target = {"context": self._tab}
        expression = f"(async () => JSON.stringify((await ({script})) ?? null))()"
        done = self._send(
            "script.evaluate", {"expression": expression, "target": target, "awaitPromise": True}
        )
        if done["type"] != "success":
            raise FirefoxError(f"{script}: {done['exceptionDetails']['text']}")
        return json.loads(done["result"]["value"])

    def comes_true(self, script: str, wanted: Any) -> None:
        """Waits until an expression gives ``wanted``."""
        end = time.monotonic() + WAIT_SECONDS
        while (found := self.evaluate(script)) != wanted and time.monotonic() < end:
            time.sleep(0.05)
        assert found == wanted, script

    def press(self, keys: str) -> None:
        """Presses a key of ``KEYS``, else each letter of a text."""
        steps = [
            {"type": kind, "value": key}
            for key in ([KEYS[keys]] if keys in KEYS else keys)
            for kind in ("keyDown", "keyUp")
        ]
        self._of_tab("input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": steps}])

    def click(self, selector: str) -> None:
        """Clicks the middle of the first element that the selector names, by mouse."""
        rest = f"document.querySelector({json.dumps(selector)})"
        x, y = self.evaluate(
            f"""(() => {{
              const one = {rest}
              one.scrollIntoView({{ block: "center" }})
              const {{ left, top, width, height }} = one.getBoundingClientRect()
              return [Math.round(left + width / 2), Math.round(top + height / 2)]
            }})()"""
        )
        steps = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._of_tab("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": steps}])

    def _of_tab(self, method: str, **params: Any) -> Any:
        return self._send(method, {"context": self._tab, **params})

    def _send(self, method: str, params: Mapping[str, Any]) -> Any:
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._connection.recv(timeout=ANSWER_SECONDS))).get("id") != number:
            pass  # an event that nobody asked for
        if answer["type"] != "success":
            raise FirefoxError(f"{method}: {answer.get('message', answer)}")
        return answer["result"]


@contextmanager
def open_firefox(executable: str, profile: Path) -> Iterator[Tab]:
    """A headless Firefox with a profile of its own in the empty folder ``profile``."""
    command = [
        executable,
        "--headless",
        "--no-remote",
        "--remote-debugging-port",
        "0",
        "--profile",
        str(profile),
    ]
    said = profile / "said.txt"
    # A file, not a pipe: a pipe that nobody empties stops the one who writes.
    with said.open("wb") as output:
        process = subprocess.Popen(command, stderr=output, stdout=subprocess.DEVNULL)
    try:
        address = _address(process, said)
        with connect(f"{address}/session", max_size=None, open_timeout=START_SECONDS) as connection:
            yield Tab(connection)
    finally:
        process.terminate()
        try:
            process.wait(START_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(START_SECONDS)
            raise


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    """Where Firefox listens, as it says itself once it has started. Raises FirefoxError."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        has_ended = process.poll() is not None
        lines = said.read_text(encoding="utf-8", errors="replace")
        if found := re.search(r"BiDi listening on (ws://\S+)\n", lines):
            return found[1]
        if has_ended:
            raise FirefoxError(f"Firefox ended before it could be driven: {lines}")
        time.sleep(0.05)
    raise FirefoxError(f"Firefox cannot be driven after {START_SECONDS} seconds: {lines}")
