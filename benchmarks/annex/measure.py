"""One visit of a page in a real browser: when it is usable, how long a key and a click take, its memory."""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pages import OURS, PLAIN, Case, Contender
from playwright.sync_api import Browser, Page
from rows import BY_WORDS, SCREEN, SEARCHES, Row, first_screen

PAGE_SCRIPT = Path(__file__).with_name("page.js").read_text(encoding="utf-8")

BROWSER_ARGUMENTS = (
    # Memory is measured at once, not at the next garbage collection.
    "--enable-blink-features=ForceEagerMeasureMemory",
)
WORDS = ("refin", "heraeus", "minerals")
BURSTS = (("refin", 30), ("japan", 80))
"""Words typed without looking, and the pause after each key in ms."""
SETTLE_MS = 120
WATCH_MS = 700
"""How long what follows a key is watched; longer where the whole list comes back."""
FACETS = (("metal", 1, "Tin"), ("status", 5, "Active"))
"""Field, number of its column from 1, value."""


@dataclass
class Visit:
    """What one visit of a page measured; times in ms, memory in bytes."""

    usable: float = 0
    first_key: float = 0
    """A key pressed as soon as the page is usable."""
    keys: list[float] = field(default_factory=list)
    """All others."""
    blocks: list[float] = field(default_factory=list)
    """For each key: the longest wait of a task after its first screen was right."""
    waits: list[float] = field(default_factory=list)
    """For each key of a burst but the first: how long the page let it wait."""
    clicks: list[float] = field(default_factory=list)
    memory: float = 0
    """After all that."""


class WrongRowsError(Exception):
    """A page did not show the right rows."""


def visit(browser: Browser, address: str, case: Case, contender: Contender, *, turn: int) -> Visit:
    """Open the page of ``contender``, use it as a person would, close it. Raises WrongRowsError."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    try:
        setup = {
            "initial": _shown(case.rows[:SCREEN]),
            "ready": contender.ready,
            "rowSelector": contender.row,
            "nameSelector": contender.row_name,
            "metalSelector": contender.row_metal,
        }
        context.add_init_script(f"const benchSetup = {json.dumps(setup)};\n{PAGE_SCRIPT}")
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{address}{EMPTY}")  # the start of the browser's process for the page does not count
        page.goto(f"{address}{case.address(contender)}", wait_until="commit")
        done = Visit(usable=_right(page.evaluate("bench.usable"), contender, "nothing")["ms"])
        if contender is not PLAIN:
            _use(page, case, contender, done, turn)
        page.wait_for_timeout(2 * SETTLE_MS)
        done.memory = _memory(page)
        return done
    finally:
        context.close()


def _use(page: Page, case: Case, contender: Contender, done: Visit, turn: int) -> None:
    box = page.locator(contender.search)
    box.evaluate("box => { box.scrollIntoView({block: 'start'}); box.focus() }")
    words = [*WORDS[turn % len(WORDS) :], *WORDS[: turn % len(WORDS)]]
    for word in words:
        _type(page, case, contender, done, word)
    _type_fast(page, done)
    for name, column, value in FACETS:
        _click(page, case, contender, done, (name, column, value))


def _type(page: Page, case: Case, contender: Contender, done: Visit, word: str) -> None:
    """Type ``word`` key by key, then empty the box."""
    before: list[Row] | None = list(case.rows[:SCREEN])
    for end in range(1, len(word) + 1):
        screen = first_screen(case.rows, word[:end], BY_WORDS if contender is OURS else SEARCHES)
        if screen is None or screen == before:  # the first screen cannot tell whether the page has followed
            page.keyboard.press(word[end - 1])
            page.wait_for_timeout(SETTLE_MS)
        else:
            _key(page, contender, done, word[end - 1], word[:end], screen, SETTLE_MS)
        before = screen
    page.keyboard.press("Control+a")
    _key(page, contender, done, "Backspace", "", case.rows[:SCREEN], WATCH_MS)


def _key(
    page: Page, contender: Contender, done: Visit, key: str, query: str, screen: Sequence[Row], span: int
) -> None:
    page.evaluate("([screen, span]) => bench.await('keydown', screen, span)", [_shown(screen), span])
    page.keyboard.press(key)
    result = _right(page.evaluate("bench.result"), contender, f"the search for {query!r}")
    if done.first_key:
        done.keys.append(result["ms"])
        done.blocks.append(result["block"])
    else:
        done.first_key = result["ms"]


def _type_fast(page: Page, done: Visit) -> None:
    for word, pause in BURSTS:
        page.evaluate("bench.waits.length = 0")
        page.keyboard.type(word, delay=pause)
        done.waits += page.evaluate("bench.waits.slice(1)")
        page.keyboard.press("Control+a")
        page.keyboard.press("Backspace")
        page.wait_for_timeout(2 * SETTLE_MS)


def _click(page: Page, case: Case, contender: Contender, done: Visit, facet: tuple[str, int, str]) -> None:
    """Choose a value of a facet, then take the choice back."""
    name, column, value = facet
    slug = value.lower().replace(" ", "-")
    if contender.opener:
        page.locator(contender.opener.format(column=column, name=name)).first.click()
    choice = page.locator(contender.choice.format(name=name, value=value, slug=slug)).first
    chosen = [row for row in case.rows if getattr(row, name) == value][:SCREEN]
    for screen in (chosen, case.rows[:SCREEN]):
        page.evaluate("([screen, span]) => bench.await('click', screen, span)", [_shown(screen), SETTLE_MS])
        choice.click()
        result = _right(page.evaluate("bench.result"), contender, f"a choice of {value}")
        done.clicks.append(result["ms"])


def _shown(rows: Sequence[Row]) -> list[str]:
    return [f"{row.metal}|{row.name}" for row in rows]


def _right(result: dict[str, Any], contender: Contender, after: str) -> dict[str, Any]:
    if not result["right"]:
        raise WrongRowsError(f"{contender.name} shows wrong rows after {after}: {result['rows']}")
    return result


def _memory(page: Page) -> float:
    """Bytes of script and document, after a garbage collection."""
    return float(page.evaluate("performance.measureUserAgentSpecificMemory().then(({bytes}) => bytes)"))


@contextmanager
def serve(files: dict[str, bytes]) -> Iterator[str]:
    """The address of ``files`` on this machine, with a slash at the end, while the context is open."""
    handler = partial(_Handler, files=files)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


EMPTY = "empty.html"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, files: dict[str, bytes], **kwargs: Any) -> None:
        self.files = files
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].removeprefix("/")
        name += "index.html" if not name or name.endswith("/") else ""
        content = b"" if name == EMPTY else self.files.get(name)
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Type", mimetypes.guess_type(name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content or b"")))
        # Without these two the browser does not measure a page's memory.
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.end_headers()
        with suppress(ConnectionError):  # the browser may leave a page before it has all of it
            self.wfile.write(content or b"")

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is wrong shows in the page."""
