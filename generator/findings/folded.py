"""Many findings in a few lines: the first ones with their places, how many more there are, and where."""

from __future__ import annotations

from collections.abc import Sequence

from . import Finding, Severity

FIRST = 5
"""Findings that are named one by one: with two or three lines of a window each, less than a screen."""
_WIDTH = 300
_ORDER = tuple(Severity)


def folded(findings: Sequence[Finding], where_all: str, *, first: int = FIRST) -> list[str]:
    """A line for each of the first findings, the errors before the warnings, then one that counts the rest.

    ``where_all`` is a sentence that says where all of them are told. Each is three lines of a window at most.
    """
    order = sorted(findings, key=lambda one: (one.waiver is not None, _ORDER.index(one.severity)))
    lines = [f"  {cut(str(finding))}" for finding in order[:first]]
    rest = len(order) - first
    return [*lines, f"  and {rest:,} more. {where_all}"] if rest > 0 else lines


def cut(text: str) -> str:
    """The text as far as a few lines of a window hold it."""
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1].rstrip()}…"
