"""A value as readers see it, or what to write instead of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import humanize
from jinja2 import Undefined
from jinja2.exceptions import UndefinedError

_OFTEN = ("total", "name", "label", "sentence", "count")
"""Entries that are meant where a whole group is printed."""
_LISTED = 6
"""Entries of another group that are named."""


class NoValueError(UndefinedError):
    """An entry that has no value in the data is printed."""


def shown(value: Any) -> str:
    """A value as readers see it; raises where there is nothing to show, as a name that is not known does."""
    if isinstance(value, Undefined):
        return str(value)
    if value is None:
        raise NoValueError("an entry that has no value in the data is printed; put it inside {% if … %}")
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return humanize.intcomma(value)
    raise UndefinedError(_instead(value))


def _instead(value: Any) -> str:
    """What is printed that no reader could read, and what to write; never the object itself."""
    if isinstance(value, bool):
        return "this is a group of facts (yes or no), not a single one; ask it with {% if … %}"
    if isinstance(value, float):
        return "this is a number with a fraction, which is not printed; write |round behind it"
    if isinstance(value, list | tuple | Mapping):
        return (
            f"this is a group of facts ({type(value).__name__}), not a single one; "
            'go through it with {% for … %}, or write |join(", ") behind it where it is a list of texts'
        )
    if callable(value):
        return "this has to be asked with brackets, as in {{ claim.all_answered() }}"
    names = [name for name in dir(value) if not name.startswith("_")]
    entries = [name for name in _OFTEN if name in names] or names[:_LISTED]
    said = f"; print one of its entries, such as {', '.join(entries)}" if entries else ""
    return f"this is a group of facts ({type(value).__name__}), not a single one{said}"
