"""Bars that rank: one an entry, with its name and number above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .bar_texts import facilities, number_text, share_of, shortened

RANKED_TEMPLATE = "partials/ranked_bars.svg.j2"


@dataclass(frozen=True)
class Entry:
    """A line of a ranking."""

    label: str
    count: int
    href: str = ""


@dataclass(frozen=True)
class RankedBar:
    label: str
    count: str
    href: str
    name: str
    """What the link is called."""
    width: str
    """Empty: no bar, because it would be longer than the picture is wide."""
    y: int
    text_y: int
    bar_y: int
    is_rest: bool
    """All other entries together."""


@dataclass(frozen=True)
class RankedBars:
    """What the template of ranked bars uses. The longest bar of a single entry is 100% wide."""

    id: str
    title: str
    description: str
    height: int
    entry_height: int
    bar_height: int
    bars: tuple[RankedBar, ...]


def ranked_bars(chart_id: str, title: str, entries: Sequence[Entry], rest: Entry | None = None) -> RankedBars:
    """One bar an entry, in the order given, with its name and number above it; ``rest`` comes last.

    A rest that is larger than every entry has its number only: to its scale, nobody could tell the others.
    """
    every = [*entries, rest] if rest else list(entries)
    text, bar, gap = 19, 7, 9
    step = text + bar + gap
    longest = max((entry.count for entry in entries), default=0)
    bars = [
        RankedBar(
            label=shortened(entry.label),
            count=number_text(entry.count),
            href=entry.href,
            name=f"{entry.label}: {facilities(entry.count)}",
            width=share_of(entry.count, longest) if entry.count <= longest else "",
            y=number * step,
            text_y=number * step + 14,
            bar_y=number * step + text,
            is_rest=number == len(entries),
        )
        for number, entry in enumerate(every)
    ]
    return RankedBars(
        id=chart_id,
        title=title,
        description=", ".join(f"{shortened(entry.label)} {entry.count:,}" for entry in every),
        height=max(len(bars) * step - gap, 0),
        entry_height=step - gap + 4,
        bar_height=bar,
        bars=tuple(bars),
    )
