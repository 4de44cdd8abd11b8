"""Python's search for values that hold each other, kept still while a run builds up a million that do not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_FILES = 100
"""A process that reads files looks for such values after so many of them."""

# A process of a pool keeps things from call to call only in its module.
_read: Iterator[int] | None = None


@contextmanager
def paused_collector() -> Iterator[None]:
    """Rows, evidence and entries refer one way, so a search among them finds nothing and takes seconds."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_now_and_then() -> None:
    """In a process that does nothing but read files: what a sheet holds is freed when it is let go.

    Looking for the rest while a sheet is built up takes a tenth of the time in which a workbook is read.
    """
    global _read
    gc.freeze()  # what was loaded stays anyway
    gc.disable()
    _read = count(1)


def one_more_read() -> None:
    """Looks after many files; in a process that did not ask for that it does nothing."""
    if _read is not None and next(_read) % _FILES == 0:
        gc.collect()
