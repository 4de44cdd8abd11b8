"""A preview while people work: the last good state, and what keeps what was saved from being shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from ..files.free_port import free_address
from ..pipeline import Year
from .preview_server import with_trouble
from .shown_site import NOTHING, ShownSite
from .trouble import Trouble, page, trouble_of

Search = Callable[[Mapping[str, bytes], Year], Any]
"""Raises InputError where a file holds what must not get out."""
Say = Callable[..., None]
"""Takes a line for the window of the command, as the methods of a logger do."""


class LivePreview:
    """What ``mkdocs serve`` keeps from one rebuild to the next."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        """None: what was saved last is shown."""
        self.site = NOTHING
        """The last good one."""
        self.env: Environment | None = None
        """The last good one of the theme; None: there was none yet."""
        self._address: tuple[str, int] | None = None
        self._offered: tuple[Path, Search] | None = None

    def begin(self, asked: tuple[str, int], site_url: str, say: Say) -> str:
        """A rebuild begins, and has no trouble yet. The address at which the preview stands.

        It is ``site_url``, at the next free port where another program has the port of ``asked``, which is
        said once. Raises DisclosureError where no port is free.
        """
        self.trouble = None
        if self._address is None:
            self._address = free_address(*asked)
            if self._address != asked:
                say(f"Port {asked[1]} is in use; the preview takes the next free one, {self._address[1]}.")
        return site_url if self._address == asked else _at_port(site_url, self._address[1])

    def is_good(self, site: ShownSite) -> ShownSite:
        """Keeps the site, and gives it back."""
        self.site = site
        return site

    def stopped_by(self, problem: Exception) -> str:
        """Keeps the first trouble of a rebuild; what the window of the command says, in one screen."""
        trouble = trouble_of(problem, is_anything_shown=self.site is not NOTHING)
        self.trouble = self.trouble or trouble
        return "\n".join(trouble.window)

    @property
    def only_page(self) -> str:
        """The page that stands alone while nothing can be shown; empty: there is something to show."""
        return page(self.trouble) if self.trouble and self.site is NOTHING else ""

    def offer(self, data_dir: Path, search: Search) -> None:
        """Files for others are made when somebody asks for one, and searched by ``search`` first."""
        self._offered = data_dir, search

    def attend(
        self,
        server: Any,
        site_url: str,
        builder: Callable[[], None],
        say: Say,
        known: tuple[type, ...],
    ) -> Any:
        """The server of the preview, which shows on the open page what is broken, and what is mended.

        MkDocs loads a page again only where a rebuild ends well, so that each of them does here. A problem
        that is not of one of the types ``known`` is a fault of the program, and is said with its trace.
        """

        def rebuild() -> None:
            self.trouble = None  # also where the settings cannot be read, so that no build begins
            try:
                builder()
            except Exception as problem:
                say(self.stopped_by(problem), exc_info=not isinstance(problem, known))

        server.server_address, server.url = self._address, site_url
        server.builder = rebuild
        app = server.serve_request
        if self._offered is not None:
            from .for_others import with_files  # with what makes documents

            app = with_files(app, server.mount_path, *self._offered)
        server.set_app(with_trouble(app, lambda: self.trouble, server.mount_path))
        return server


def _at_port(site_url: str, port: int) -> str:
    """The address of a preview at another port of its machine."""
    parts = urlsplit(site_url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return parts._replace(netloc=f"{host}:{port}").geturl()
