"""The search for values that hold each other rests during a run, and goes on after it, however it ends."""

from __future__ import annotations

import gc

import pytest

from generator.suppliers.collector import paused_collector


def test_the_collector_rests_inside_and_goes_on_after() -> None:
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="a fault"), paused_collector():
        raise ValueError("a fault")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
