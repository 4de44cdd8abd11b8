"""What a bar in parts stands for: a whole and its parts, and the words for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import percent
from ..status_looks import Look
from .bar_texts import facilities, number_text, shortened


@dataclass(frozen=True)
class Part:
    """A part of a whole: the rows of one status."""

    label: str
    look: Look
    count: int | None
    """None: not stated."""
    href: str = ""


@dataclass(frozen=True)
class Whole:
    """What a bar stands for: the rows of one metal, or a number that the filing states."""

    label: str
    parts: tuple[Part, ...]
    href: str = ""
    is_stated: bool = False
    """Whether its numbers are stated, not counted."""
    stated: int | None = None
    """The number stated for the whole; None: none."""

    @property
    def in_parts(self) -> int:
        return sum(part.count or 0 for part in self.parts)

    @property
    def count(self) -> int | None:
        """Of rows, or as stated; None: not stated."""
        return self.stated if self.is_stated else self.in_parts

    @property
    def length(self) -> int:
        """What its bar has room for."""
        return max(self.count or 0, self.in_parts)

    @property
    def has_shares(self) -> bool:
        return self.count is not None and self.in_parts <= self.count


def share_text(part: Part, whole: Whole) -> str:
    """Empty where one of the two numbers is not stated."""
    return "" if part.count is None or whole.count is None else percent(part.count, whole.count)


def in_words(wholes: Sequence[Whole], texts: Sequence[Sequence[str]]) -> str:
    return " ".join(map(_sentence, wholes, texts))


def _sentence(whole: Whole, texts: Sequence[str]) -> str:
    told = [f"{text} {shortened(part.label)}" for part, text in zip(whole.parts, texts, strict=True) if text]
    return f"{named(whole, ', ')}: {', '.join(told)}." if told else f"{named(whole, ', ')}."


def named(whole: Whole, between: str) -> str:
    """A whole and its number, as far as it is known; what a filing counts itself has no word here."""
    if whole.count is None:
        return whole.label
    number = number_text(whole.count) if whole.is_stated else facilities(whole.count)
    return f"{whole.label}{between}{number}"
