"""What a reader gives, and how much one file may take. Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

MAX_UNPACKED = 100_000_000
"""Bytes that all that is packed in one file may unpack to."""
MAX_PARTS = 20_000
"""How many parts one file may have: members of archives, streams of a PDF, pictures in a page."""
MAX_DEPTH = 6
"""How deep a file may be packed in another one: a CSV in a ZIP attached to a PDF is 2."""

CANNOT_OPEN = "it is of a kind that the program cannot open"
DAMAGED = "it is damaged"
HAS_PASSWORD = "it has a password"
TOO_DEEP = "it has files packed in files too deep"
TOO_LARGE = "it unpacks to more than can be searched"
TOO_MANY = "it has more parts than can be searched"


class UnsearchableError(ValueError):
    """The file, or a part of it, cannot be searched; its text says why, as one of the reasons above."""


class PublishedText(NamedTuple):
    """A text of a published file."""

    part: str
    """Empty for the file as a whole, ``xl/workbook.xml`` for a part of a workbook."""
    text: str
    is_code: bool = False
    """Markup and scripts, which are made of words too."""


Texts = Iterator[PublishedText]


@dataclass
class Room:
    """What one file may still take, whatever is packed in it."""

    unpacked: int = MAX_UNPACKED
    parts: int = MAX_PARTS

    def take(self, size: int) -> None:
        """Raises UnsearchableError where the file takes more than it may."""
        self.unpacked -= size
        self.parts -= 1
        if self.unpacked < 0:
            raise UnsearchableError(TOO_LARGE)
        if self.parts < 0:
            raise UnsearchableError(TOO_MANY)


@dataclass(frozen=True)
class Reading:
    """One file that is read, from the outermost to what is packed in it."""

    read: Callable[[bytes, Reading], Texts]
    """Reads any file."""
    room: Room
    depth: int = 0
    is_part: bool = False
    """It belongs to a file of a known kind: bytes of an unknown kind are no reason to stop there."""
    is_code: bool = False

    def inside(self, content: bytes, *, is_part: bool = False) -> Texts:
        """The texts of what was unpacked. Raises UnsearchableError."""
        if self.depth >= MAX_DEPTH:
            raise UnsearchableError(TOO_DEEP)
        self.room.take(len(content))
        yield from self.read(content, replace(self, depth=self.depth + 1, is_part=is_part, is_code=False))
