"""What an exhibit shows, in its order and with its looks: paragraphs, tables, pictures and page breaks."""

from __future__ import annotations

from dataclasses import dataclass

from .runs import Run, plain_text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Lengths are in points from the left edge of the text."""

    runs: tuple[Run, ...]
    line: int = 1
    align: str = "left"
    indent: float = 0.0
    """Where its further lines begin."""
    first: float = 0.0
    """Where its first line, and with it its marker, begins."""
    level: int = 0
    """1 to 6 for a heading of HTML; else 0."""
    marker: str = ""
    """What stands before it as in a list: a bullet, ``a.``, ``(iv)``, ``2.``; not in ``runs``."""
    is_note: bool = False
    """True where the marker is a raised footnote mark."""

    @property
    def text(self) -> str:
        return plain_text(self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    paragraphs: tuple[Paragraph, ...] = ()
    across: int = 1
    down: int = 1
    width: float = 0.0
    is_heading: bool = False

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table that holds no other; ``index`` counts every table of the exhibit from 0."""

    index: int
    line: int
    rows: tuple[tuple[Cell, ...], ...]
    indent: float = 0.0
    begins_page: bool = False
    """True where it stands at the top of a page and a table at the bottom of the page before."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the exhibit shows; ``name`` is its file."""

    name: str
    alternative: str
    line: int


Item = Paragraph | Table | PageBreak | Picture
