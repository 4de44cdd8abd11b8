"""What the annex costs the processor, step by step: other programs on the machine disturb that little."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, CDPSession, Page

EMPTY = "empty.html"
BOX = ".fsd-finder input[type=search]"
READY = ".fsd-list--live"
CHOICE = 'input[name="metal"][value="tin"]'
WORD = "tin"
STEPS = ("usable", "at rest", "key", "key at rest", "click", "click at rest")
"""From the address to the usable page, and on until it has nothing left to do; a key and a choice of a facet
until two frames are there, and on until the rows that follow are there."""
PARTS = {
    "task": "TaskDuration",
    "script": "ScriptDuration",
    "layout": "LayoutDuration",
    "style": "RecalcStyleDuration",
}
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
REST_MS = 250
"""A page is at rest that did next to nothing for so long."""
NEXT_TO_NOTHING = 1.0
REST_TRIES = 120


@dataclass
class Spent:
    """Milliseconds of the page's own thread, by step and by part; of a step all times that it was made."""

    steps: dict[str, dict[str, list[float]]] = field(
        default_factory=lambda: {step: {part: [] for part in PARTS} for step in STEPS}
    )


class Meter:
    """Time of the processor that a page's thread took, from one look at it to the next."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.before = self._now()

    def _now(self) -> dict[str, float]:
        told: list[dict[str, Any]] = self._session.send("Performance.getMetrics")["metrics"]
        named = {one["name"]: float(one["value"]) * 1000 for one in told}
        return {part: named[name] for part, name in PARTS.items()}

    def lap(self) -> dict[str, float]:
        """Milliseconds since the last look."""
        now = self._now()
        spent = {part: now[part] - self.before[part] for part in PARTS}
        self.before = now
        return spent

    def rest(self, page: Page) -> dict[str, float]:
        """Milliseconds since the last look, once the page is at rest."""
        before = self.before
        for _ in range(REST_TRIES):
            page.wait_for_timeout(REST_MS)
            if self.lap()["task"] < NEXT_TO_NOTHING:
                break
        return {part: self.before[part] - before[part] for part in PARTS}


def spend(browser: Browser, address: str) -> Spent:
    """Open the annex at ``address``, type a word, choose a metal and take the choice back."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    try:
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(urljoin(address, f"/{EMPTY}"))  # the start of the browser's process does not count
        meter = Meter(page)
        spent = Spent()

        def put(step: str, laps: dict[str, float]) -> None:
            for part, ms in laps.items():
                spent.steps[step][part].append(ms)

        def step(name: str) -> None:
            page.evaluate(FRAMES)
            put(name, meter.lap())
            put(f"{name} at rest" if name != "usable" else "at rest", meter.rest(page))

        page.goto(address)
        page.locator(READY).wait_for(state="attached")
        step("usable")
        page.locator(BOX).focus()
        meter.rest(page)
        for key in WORD:
            page.keyboard.press(key)
            step("key")
        page.keyboard.press("Control+a")
        page.keyboard.press("Backspace")
        step("key")
        for _ in range(2):
            page.locator(CHOICE).evaluate("choice => choice.click()")
            step("click")
        return spent
    finally:
        context.close()
