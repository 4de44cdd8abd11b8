"""Names of facts for people, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .meanings import group_title
from .names import Kind, Name

NOT_GIVEN = "not given for this year"
NOTHING = "nothing for this year"
"""What a paragraph says that is empty, or whose file the year does not have."""


def as_lines(names: Sequence[Name], *, with_meaning: bool) -> Iterator[tuple[str, bool]]:
    """Lines to print, and whether each is a heading."""
    group = None
    width = min(max(len(_starred(one)) for one in names), 60)
    for one in names:
        if one.group != group:
            if group is not None:
                yield "", False
            group = one.group
            if group:
                yield f"{group}: {group_title(group)}", True
        nothing = NOTHING if one.kind is Kind.PARAGRAPH else NOT_GIVEN
        says = nothing if one.says is None else " ".join(one.says.split())
        words = f" ({one.in_words} with |words)" if one.in_words else ""
        asks = f" (to ask: {{% if {one.name} %}})" if one.kind is Kind.QUESTION else ""
        yield f"  {_starred(one):<{width}}  {says}{words}{asks}", False
        if with_meaning and one.meaning:
            yield f"      {one.meaning}", False
    if any(one.may_be_missing for one in names):
        yield "", False
        yield "* may be missing: write {% if name %} before it and {% endif %} behind it;", False
        yield "  for a number that may be 0, {% if name is not none %}.", False


def _starred(one: Name) -> str:
    return f"{one.name}*" if one.may_be_missing else one.name


def as_dict(year: int, names: Sequence[Name]) -> dict[str, Any]:
    """The names for programs; ``says`` None: not given for this year."""
    return {
        "year": year,
        "names": [
            {
                "name": one.name,
                "group": one.group,
                "kind": str(one.kind),
                "meaning": one.meaning,
                "says": one.says,
                "may_be_missing": one.may_be_missing,
            }
            for one in names
        ],
    }
