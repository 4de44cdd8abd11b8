"""One strict build of the site in this process."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import Literal

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


class BuildFailedError(Exception):
    """The build stopped or warned; the message holds every line that it logged."""


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._last: logging.LogRecord | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if record is not self._last:  # which comes by two ways where MkDocs passes it on
            self.lines.append(f"{record.levelname}: {record.getMessage()}")
        self._last = record


def build_strictly(
    config_file: Path, site: Path, *, site_url: str, command: Literal["build", "serve"] = "build"
) -> None:
    """Build into the folder ``site`` as ``mkdocs build --strict`` does. Raises BuildFailedError.

    With the command ``serve``, what the preview shows, without its server.
    A Python warning stops the build too, and so does a logged one of any other library.
    """
    log = _Lines()
    # The command line of MkDocs, where a test has run it, lets its own lines no longer through to the root.
    loggers = (logging.getLogger(), logging.getLogger("mkdocs"))
    for logger in loggers:
        logger.addHandler(log)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            _build(config_file, site, site_url, command)
    except MkDocsException as error:
        raise BuildFailedError("\n".join([*log.lines, str(error)])) from error
    finally:
        for logger in loggers:
            logger.removeHandler(log)
    if log.lines:
        raise BuildFailedError("\n".join(log.lines))


def _build(config_file: Path, site: Path, site_url: str, command: Literal["build", "serve"]) -> None:
    config = load_config(str(config_file), strict=True, site_dir=str(site), site_url=site_url)
    config.plugins.on_startup(command=command, dirty=False)
    try:
        build.build(config)
    finally:
        config.plugins.on_shutdown()
