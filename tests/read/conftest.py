"""What the tests of reading share."""

from __future__ import annotations

from pathlib import PurePath

import pytest


@pytest.fixture
def paths_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are compared as Windows does, without regard to case."""
    monkeypatch.setattr(PurePath, "__lt__", lambda one, other: str(one).casefold() < str(other).casefold())
