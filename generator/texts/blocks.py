"""A paragraph or a row of a text that is compared with another one."""

from __future__ import annotations

from dataclasses import dataclass, field

CELLS_APART = " | "
"""Between the cells of a row."""


def without_end(text: str) -> str:
    """The text of a row so far without blanks at its end, as far as these do not set an empty cell apart."""
    return text if text.endswith(CELLS_APART) else text.rstrip(" ")


@dataclass(frozen=True)
class Value:
    """Words from the data, by their place in the text of their block."""

    start: int
    end: int
    tag: str
    """The path of their source; a long one is cut and ends in three dots."""
    title: str
    """Their source in words."""


@dataclass(frozen=True)
class Track:
    """Words that somebody typed, or gave another look, with tracked changes."""

    start: int
    end: int
    author: str
    is_typed: bool


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading, a row of a table or a footnote."""

    kind: str
    """``paragraph``, ``heading``, ``row`` or ``footnote``."""
    text: str
    """With single blanks; the cells of a row are set apart by a line."""
    values: tuple[Value, ...] = ()
    authors: tuple[str, ...] = ()
    """Whose tracked changes stand in it."""
    comments: tuple[str, ...] = ()
    """Their ids."""
    table: int = 0
    """Number of the table in the file, from 1; 0: it is no row."""
    level: int = 0
    """Of a heading."""
    is_item: bool = False
    """It is an item of a list."""
    looks: tuple[tuple[int, int, tuple[str, ...]], ...] = field(default=(), compare=False)
    """Words that look otherwise than plain text, by their place: ``(0, 4, ("bold",))``."""
    looks_of_all: frozenset[str] = field(default=frozenset(), compare=False)
    """Those of them that the kind of the paragraph gives to all its words."""
    tracks: tuple[Track, ...] = field(default=(), compare=False)
    is_like_struck: bool = field(default=False, compare=False)
    """It stands behind a paragraph that was struck whole, with a track, and has the style of that one."""
