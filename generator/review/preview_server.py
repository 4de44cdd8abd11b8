"""What the server of the preview sends while something is broken: the bar on every page, or one page for all.

An application of the web server interface (WSGI) around that of MkDocs, which knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .trouble import Trouble, page, with_bar

Application = Callable[..., Iterable[bytes]]
Environ = dict[str, Any]
Start = Callable[..., Any]

_RELOAD = "/livereload/"
"""Where open pages ask whether there is something new."""
_SCRIPT = b"<script>"
"""Begins what the server adds to a page so that it asks; the page of a trouble has no other one."""


def with_trouble(
    application: Application, find_trouble: Callable[[], Trouble | None], root: str
) -> Application:
    """``application``, with what ``find_trouble`` gives on its pages; None: they are sent as they are.

    ``root`` is the address of the site on its server, with slashes around. Where there was never anything to
    show, the page of the trouble stands at every address.
    """

    def answer(environ: Environ, start_response: Start) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(_RELOAD):
            return application(environ, start_response)
        before = find_trouble()
        is_page_for_all = before is not None and not before.is_anything_shown
        status, headers, body = _answered(
            application, environ | {"PATH_INFO": root} if is_page_for_all else environ
        )
        trouble = find_trouble()  # the application waited for a rebuild, which may have broken or mended it
        if trouble is None and is_page_for_all:
            start_response("302 Found", [("Location", environ["PATH_INFO"])])
            return []
        if trouble is None or not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return [body]
        content = _page_for_all(trouble, body) if is_page_for_all else with_bar(body, trouble)
        start_response(status, [("Content-Type", "text/html"), ("Content-Length", str(len(content)))])
        return [content]

    return answer


def _answered(application: Application, environ: Environ) -> tuple[str, list[tuple[str, str]], bytes]:
    """Status, headers and whole content that the application sends."""
    begun: list[tuple[str, list[tuple[str, str]]]] = []
    parts = application(environ, lambda status, headers, *_: begun.append((status, headers)))
    try:
        content = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    return (*begun[-1], content)


def _page_for_all(trouble: Trouble, served: bytes) -> bytes:
    """The page, with what the server added to its own so that it gives way by itself."""
    before, _, behind = page(trouble).encode().rpartition(b"</body>")
    script = served.find(_SCRIPT)
    return before + (served[script:] if script >= 0 else b"</body>" + behind)
