"""Marks that are true: a test that builds a site or opens a browser must bear the mark that says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from mkdocs.commands import build

_running: list[pytest.Item] = []


@contextmanager
def running(item: pytest.Item) -> Iterator[None]:
    """While a test runs, with the fixtures that are made for it."""
    _running.append(item)
    try:
        yield
    finally:
        _running.pop()


def require(mark: str) -> None:
    """The test that runs fails without the mark: it would stay in the quick part of the suite."""
    if _running and _running[-1].get_closest_marker(mark) is None:
        raise pytest.fail.Exception(f"this test must bear the mark '{mark}'", pytrace=False)


def watch_builds() -> None:
    """From now on MkDocs builds in this process for tests with the mark ``site`` only."""
    plain = build.build

    def marked(*arguments: Any, **options: Any) -> None:
        require("site")
        plain(*arguments, **options)

    build.build = marked
