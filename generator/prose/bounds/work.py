"""The work that one text may ask for, counted in steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from jinja2 import TemplateRuntimeError

STEPS = 500_000
"""About a second. The sections of a whole report with an annex of 400 rows take some 20,000."""
SIGNS_A_STEP = 10
LONGEST = 1_000_000
"""Signs of one text that a section puts together."""


class TooMuchWorkError(TemplateRuntimeError):
    """A text asks for more than a page could show."""


@dataclass(slots=True)
class Work:
    """What a text has asked for so far."""

    limit: int
    spent: int = 0


_now: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def work(limit: int = STEPS) -> Iterator[Work]:
    """Counts what is asked for inside; within another count, that one goes on."""
    running = _now.get()
    if running is not None:
        yield running
        return
    begun = Work(limit)
    token = _now.set(begun)
    try:
        yield begun
    finally:
        _now.reset(token)


def spend(steps: int) -> None:
    """Counts the steps before they are taken. Raises TooMuchWorkError where they are too many."""
    running = _now.get()
    if running is None:
        return
    running.spent += steps
    if running.spent > running.limit:
        raise TooMuchWorkError("it asks for more than the pages of a report could show")


def spend_on_text(length: int) -> None:
    """Counts a text of so many signs before it is made. Raises TooMuchWorkError."""
    if length > LONGEST:
        raise TooMuchWorkError(f"it makes a text of {length:,} signs")
    spend(1 + length // SIGNS_A_STEP)


def size(value: object) -> int:
    """Steps that it takes to go through the value once."""
    if isinstance(value, str):
        return 1 + len(value) // SIGNS_A_STEP
    return 1 + len(value) if isinstance(value, list | tuple | dict) else 1
