"""Fields of a Word file while it is read: what they show is text, what they are made of is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass
class _Field:
    instruction: str = ""
    is_shown: bool = False
    """Its result has begun."""


class Fields:
    """The fields around a place; one may stand in another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, kind: str) -> None:
        """A field begins, shows its result, or ends."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].is_shown = True
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1].instruction += text

    def end_paragraph(self) -> None:
        """An instruction ends with its paragraph: no field that is never closed hides what comes behind."""
        self._open = [one for one in self._open if one.is_shown]

    @property
    def depth(self) -> int:
        return len(self._open)

    @property
    def has_text(self) -> bool:
        """Whether what stands here is shown: it is no part of an instruction."""
        return all(one.is_shown for one in self._open)

    @property
    def link(self) -> str | None:
        """To where the nearest field leads; None: none is a link."""
        return next(filter(None, (target_of_field(one.instruction) for one in reversed(self._open))), None)


def target_of_field(instruction: str) -> str:
    """The address of a field that is a link; empty: it is none."""
    found = _LINK.match(instruction)
    return found[1] if found else ""
