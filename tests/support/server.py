"""A web server for the built site: under a sub-path and with a strict content security policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.own_site.security_policy import inline_scripts

SUB_PATH = "/ir/conflict-minerals/"
"""Hosts of investor pages seldom give a domain of its own: links must work below any path."""


@contextmanager
def serve(site: Path, policy: str | None = None) -> Iterator[str]:
    """The address of ``site`` on this machine, with a slash at the end, while the context is open.

    ``policy`` None: the one of ``security_policy``.
    """
    handler = partial(_Handler, directory=str(site), policy=policy or security_policy(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        finally:
            server.shutdown()
            thread.join()


def security_policy(site: Path) -> str:
    """A policy that refuses inline styles, and inline scripts but for those that Material's pages hold.

    It leaves other hosts open, because the tests see to that: a request that a policy stops is never made
    and could not be counted.
    """
    scripts = " ".join(inline_scripts(site.rglob("*.html")))
    return f"default-src *; script-src * {scripts}; img-src * data:; object-src 'none'; base-uri 'self'"


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  # the base class declares it so; Windows' registry knows .js as plain text
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".json": "application/json",
        ".woff2": "font/woff2",
    }

    def __init__(self, *args: Any, policy: str, **kwargs: Any) -> None:
        self.policy = policy
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(SUB_PATH)
        return super().translate_path("/nowhere" if inside == path else f"/{inside}")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there, as hosts show it."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a test that fails says itself what it asked for."""
