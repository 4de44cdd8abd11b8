"""What the pictures of the overview consist of: bars in parts, and lines of a table with a bar each.

Measures are percentages of the place that a bar has, so that bars stretch with the page, on a phone and on
paper; how high they are, and their colours, the style says (``overview/chart.css``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import percent
from .charts.bar_texts import number_text, share_of
from .status_looks import Look


@dataclass(frozen=True)
class Part:
    """A part of a whole: the rows of one status, or what stands for all of them."""

    label: str
    look: Look | None
    """None: it is no status, and has the plain colour."""
    count: int | None
    """None: not stated."""
    href: str = ""


@dataclass(frozen=True)
class Segment:
    """A part as a piece of its bar."""

    slug: str
    """Of its look; empty: the plain colour."""
    color: str
    x: str
    width: str


@dataclass(frozen=True)
class Number:
    """A cell of the table beside a bar."""

    number: str
    """Empty: not stated."""
    share: str
    """Of the whole that the caption names; empty: not known."""
    css: str = ""
    """Gives the marker of its status, as ``Look.css`` has it; empty: it is no status."""
    label: str = ""
    """What the number is of, for a link's name."""
    href: str = ""

    @property
    def is_zero(self) -> bool:
        return self.number == "0"


@dataclass(frozen=True)
class Line:
    """A line of the table, with its bar by number and by share."""

    label: str
    by_number: tuple[Segment, ...]
    by_share: tuple[Segment, ...]
    cells: tuple[Number, ...]
    total: Number
    tag: str = ""
    """A word of ours beside the label; empty: none."""
    css: str = ""
    """Marker of a status that the label names; empty: it names none."""
    href: str = ""
    kind: str = ""
    """``more``: not among the largest; ``rest``: stands for all of those together; empty: shown always."""


@dataclass(frozen=True)
class Heading:
    """Heading of a column of numbers."""

    text: str
    css: str = ""


@dataclass(frozen=True)
class View:
    """One table of bars: what the reader may switch to."""

    key: str
    word: str
    """On the button and above the first column."""
    caption: str
    of_what: str
    """What the shares are shares of."""
    headings: tuple[Heading, ...]
    total: str
    """Heading of the last column."""
    lines: tuple[Line, ...]
    totals: Line | None
    """None: the lines add up to nothing that is known."""

    @property
    def has_shares(self) -> bool:
        return any(cell.share for line in self.lines for cell in (*line.cells, line.total))

    @property
    def more(self) -> int:
        """How many lines are not among the largest."""
        return sum(line.kind == "more" for line in self.lines)


@dataclass(frozen=True)
class SwitchChart:
    """What the template of the chart uses."""

    id: str
    views: tuple[View, ...]
    patterns: tuple[Look, ...]
    has_shares: bool
    every: int
    """Lines of the view that shows its largest first; 0: each view shows all of its lines."""


@dataclass(frozen=True)
class StatusBar:
    """What the template of the bar on the first screen uses."""

    id: str
    title: str
    segments: tuple[Segment, ...]
    patterns: tuple[Look, ...]
    parts: tuple[Number, ...]
    unit: str
    """What is counted, as a sentence."""


def segments(parts: Sequence[Part], scale: int) -> tuple[Segment, ...]:
    """The parts beside each other; ``scale`` is the number for which there is the whole place."""
    found, before = [], 0
    for part in parts:
        if part.count and scale:
            slug, color = (part.look.slug, part.look.color) if part.look else ("", "")
            found.append(Segment(slug, color, share_of(before, scale), share_of(part.count, scale)))
            before += part.count
    return tuple(found)


def number(part: Part, whole: int | None) -> Number:
    """The part as a cell; ``whole`` None: of what it is a share is not known."""
    share = percent(part.count, whole) if part.count is not None and whole else ""
    css = part.look.css if part.look else ""
    return Number(number_text(part.count), share, css, part.label, part.href if part.count else "")


def patterns(parts: Sequence[Part]) -> tuple[Look, ...]:
    """What fills the parts, each look once."""
    return tuple({part.look.slug: part.look for part in parts if part.look}.values())
