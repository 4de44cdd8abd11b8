"""How far long work has come, for whoever waits. Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

Progress = Callable[[str, int, int], None]
"""Hears what is counted, such as ``files read``, how many are done, and of how many."""

_Item = TypeVar("_Item")


def unheard(what: str, done: int, number: int) -> None:
    """For work of which nobody wants to hear."""


def told(what: str, items: Collection[_Item], progress: Progress) -> Iterator[_Item]:
    """The items, each of which counts as done when the next one is asked for."""
    for done, item in enumerate(items, start=1):
        yield item
        progress(what, done, len(items))
