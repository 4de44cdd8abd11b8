"""Many findings in a few lines: the first ones with their places, how many more there are, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import Finding, Severity

FIRST = 5
"""Findings that are named one by one: with two or three lines of a window each, less than a screen."""
_WIDTH = 300
_ORDER = tuple(Severity)


def first_few(findings: Sequence[Finding], where_all: str, *, first: int = FIRST) -> list[str]:
    """A line for each of the first findings, the errors before the warnings, then one that counts the rest.

    ``where_all`` is a sentence that says where all of them are told. Each is three lines of a window at most.
    """
    order = sorted(findings, key=lambda one: (one.waiver is not None, _ORDER.index(one.severity)))
    lines = [f"  {_short(finding)}" for finding in order[:first]]
    rest = len(order) - first
    return [*lines, f"  and {rest:,} more. {where_all}"] if rest > 0 else lines


def cut(text: str, width: int = _WIDTH) -> str:
    """The text as far as a few lines of a window hold it."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _short(finding: Finding) -> str:
    """The finding with a long message cut, so that its place is always told."""
    return cut(str(replace(finding, message=cut(finding.message, _WIDTH // 2))))
