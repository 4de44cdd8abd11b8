"""What is read of a Word file: paragraphs and rows with the places of values in them, and comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..texts.blocks import Block, Track, Value, without_end


@dataclass(frozen=True)
class Comment:
    """What somebody wrote beside the text."""

    author: str
    text: str


@dataclass(frozen=True)
class Unread:
    """Something that the file shows and nobody compared."""

    what: str
    near: str
    """The words before it, or those of its row; empty: it is not in the text."""
    advice: str


@dataclass(frozen=True)
class WordText:
    """The whole file."""

    blocks: tuple[Block, ...]
    comments: Mapping[str, Comment] = field(default_factory=dict)
    keywords: str = ""
    pictures: int = 0
    """How many are shown in the text."""
    margins: tuple[str, ...] = ()
    """What stands at the top and the foot of the pages, and across them."""
    unread: tuple[Unread, ...] = ()
    """What is not compared, in the order of the file."""


@dataclass
class Line:
    """A text that is being put together."""

    text: str = ""
    values: list[Value] = field(default_factory=list)
    authors: dict[str, None] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)
    style: str = ""
    is_item: bool = False
    looks: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    looks_of_all: frozenset[str] = frozenset()
    tracks: list[Track] = field(default_factory=list)
    struck: str | None = None
    """Style of the paragraph before, which was struck whole; None: it was not."""

    def add(self, text: str) -> None:
        """The text with single blanks, and none at the beginning."""
        words = text.replace("\u200b", "").replace("\u00ad", "").split()
        starts, ends = text[:1].isspace(), text[-1:].isspace()
        joined = " ".join(words)
        joined = f" {joined}" if starts and joined else joined
        joined = f"{joined} " if ends else joined
        if not self.text or self.text.endswith(" "):
            joined = joined.lstrip(" ")
        self.text += joined

    def block(self, kind: str, table: int = 0, level: int = 0) -> Block | None:
        """None where there is neither text nor a comment."""
        text = without_end(self.text) if kind == "row" else self.text.rstrip(" ")
        if not text and not self.comments:
            return None
        values = tuple(
            Value(one.start, min(one.end, len(text)), one.tag, one.title)
            for one in self.values
            if one.start < len(text)
        )
        return Block(
            kind,
            text,
            values,
            tuple(self.authors),
            tuple(self.comments),
            table,
            level if kind == "heading" else 0,
            self.is_item and kind == "paragraph",
            tuple(self.looks),
            self.looks_of_all,
            tuple(self.tracks),
            self.struck is not None and self.struck == self.style,
        )
