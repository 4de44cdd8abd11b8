"""Which entry it is that a line of a section prints and that has no value in the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import AllFacts

_PRINTED = re.compile(r"\{\{-?\s*([a-z_]+(?:\.[a-z_]+)*)\s*[|}-]")
"""A name printed as it stands, with or without filters."""


def printed_without_value(line: str, facts: AllFacts) -> tuple[str, ...]:
    """The names between double braces of the line that have no value, in their order.

    Empty where none is certain, as of a name that a ``{% for … %}`` of the section gave.
    """
    return tuple(dict.fromkeys(name for name in _PRINTED.findall(line) if _has_no_value(name, facts)))


def no_value_message(names: tuple[str, ...]) -> str:
    """What is wrong, and what to write, for at least one name."""
    listed = " and ".join(f"'{name}'" for name in names)
    has, is_printed = ("has", "is printed") if len(names) == 1 else ("have", "are printed")
    first = names[0]
    return (
        f"{listed} {has} no value in the data and {is_printed}; "
        f"write {{% if {first} %}} before it and {{% endif %}} behind it"
    )


def _has_no_value(name: str, facts: AllFacts) -> bool:
    values = list(_values(name, facts))
    return len(values) == name.count(".") + 1 and values[-1] is None


def _values(name: str, facts: AllFacts) -> Iterator[object]:
    """What each part of the name leads to, as far as it leads."""
    value: object = facts
    for part in name.split("."):
        if not hasattr(value, part):
            return
        value = getattr(value, part)
        yield value
