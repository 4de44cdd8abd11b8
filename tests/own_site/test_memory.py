"""Garbage is collected as before once a build has ended, and all the time in a preview."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from generator.own_site import memory


class Ring:
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_in_a_build_and_everything_in_a_preview() -> None:
    memory.begin(is_preview=False)
    assert not gc.isenabled()
    memory.begin(is_preview=True)
    assert gc.isenabled()


def test_what_a_build_leaves_waits_for_the_next_one() -> None:
    memory.begin(is_preview=False)
    left = weakref.ref(Ring())
    memory.end()
    assert gc.isenabled()
    gc.collect()
    assert left() is not None
    memory.begin(is_preview=True)
    gc.collect()
    assert left() is None


def test_what_comes_after_a_build_is_collected() -> None:
    memory.begin(is_preview=False)
    memory.end()
    later = weakref.ref(Ring())
    gc.collect()
    assert later() is None
