"""Bars in parts: the rows of a metal by status, by number and by share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import percent
from ..status_looks import Look
from .bar_texts import facilities, number_text, share_of, shortened
from .wholes import Part, Whole, in_words, named, share_text

STACKED_TEMPLATE = "partials/stacked_bars.html.j2"

_LABEL_HEIGHT, _BAR_HEIGHT, _BELOW_HEIGHT, _GAP = 24, 18, 26, 12
_PLACE_WIDTH, _NARROW_PLACE_WIDTH = 68, 60
"""Of a text under a bar; the narrow one where six stand beside each other on a phone."""
_IN_A_LINE = 6
"""Texts that stand beside each other at most; more are set in lines of five."""


@dataclass(frozen=True)
class Piece:
    """A part as a piece of its bar, with its marker and text below; an empty part has no piece.

    ``bar_x`` and ``bar_width`` are percentages, all other measures are pixels.
    """

    slug: str
    color: str
    """The status' class, which gives the color."""
    href: str
    """Empty: no link, because there is nothing behind it."""
    is_part: bool
    """Whether it has a piece of the bar."""
    name: str
    """What the link is called."""
    bar_x: str
    bar_width: str
    outline: str
    x: int
    y: int
    """Top of its line of markers and texts."""
    marker_y: int
    text_x: int
    text_y: int
    text: str


@dataclass(frozen=True)
class StackedBar:
    """A whole; measures in pixels."""

    label: str
    total: str
    """Empty: not stated."""
    href: str
    name: str
    y: int
    text_y: int
    bar_y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class StackedChart:
    """One picture: bars to one scale."""

    id: str
    heading: str
    title: str
    description: str
    height: int
    bars: tuple[StackedBar, ...]
    repeats_links: bool
    """The links are those of the first picture."""


@dataclass(frozen=True)
class StackedBars:
    """What the template of stacked bars uses: the same bars by number and by share, and their legend."""

    id: str
    charts: tuple[StackedChart, ...]
    patterns: tuple[Look, ...]
    """What fills the parts."""
    legend: tuple[Part, ...]
    """The statuses in the order of the bars."""
    label_height: int
    bar_height: int
    below_height: int
    """Height of a line with markers and texts, and the width of a text's place."""
    place_width: int


@dataclass(frozen=True)
class Titles:
    """Headings and titles of the two pictures of status."""

    number: str = "Number of facilities"
    share: str = "Share of the metal’s facilities"
    number_title: str = "Number of listed facilities by metal and status"
    share_title: str = "Share of each status in the listed facilities of a metal"


def stacked_bars(picture_id: str, wholes: Sequence[Whole], titles: Titles = Titles()) -> StackedBars:
    """One bar a whole, its parts in the order given, by number and, of known wholes, by share.

    All wholes have the same parts.
    """
    kinds = wholes[0].parts if wholes else ()
    with_shares = [whole for whole in wholes if whole.has_shares]
    pictures = [_chart_by_number(picture_id, wholes, titles)]
    if with_shares or not wholes:
        pictures.append(_chart_by_share(picture_id, with_shares, titles))
    return StackedBars(
        id=picture_id,
        charts=tuple(pictures),
        patterns=tuple({part.look.slug: part.look for part in kinds}.values()),
        legend=kinds,
        label_height=_LABEL_HEIGHT,
        bar_height=_BAR_HEIGHT,
        below_height=_BELOW_HEIGHT,
        place_width=_place_width(len(kinds)),
    )


def _chart_by_number(picture_id: str, wholes: Sequence[Whole], titles: Titles) -> StackedChart:
    """The longest bar is 100% wide, the others are in proportion."""
    longest = max((whole.length for whole in wholes), default=0)
    texts = [[number_text(part.count) for part in whole.parts] for whole in wholes]
    return StackedChart(
        id=f"{picture_id}-number",
        heading=titles.number,
        title=titles.number_title,
        description=in_words(wholes, texts),
        height=_height(wholes),
        bars=tuple(
            _bar(number, whole, longest, texts[number], number_text(whole.count))
            for number, whole in enumerate(wholes)
        ),
        repeats_links=False,
    )


def _chart_by_share(picture_id: str, wholes: Sequence[Whole], titles: Titles) -> StackedChart:
    """Each bar is a whole of its own, 100% wide."""
    texts = [[share_text(part, whole) for part in whole.parts] for whole in wholes]
    return StackedChart(
        id=f"{picture_id}-share",
        heading=titles.share,
        title=titles.share_title,
        description=in_words(wholes, texts),
        height=_height(wholes),
        bars=tuple(
            _bar(number, whole, whole.length, texts[number], "100%") for number, whole in enumerate(wholes)
        ),
        repeats_links=True,
    )


def _in_a_line(kinds: int) -> int:
    return kinds if kinds <= _IN_A_LINE else _IN_A_LINE - 1


def _place_width(kinds: int) -> int:
    return _NARROW_PLACE_WIDTH if kinds == _IN_A_LINE else _PLACE_WIDTH


def _step(whole: Whole) -> int:
    """From the top of a bar's label to the top of the next one's."""
    lines = -(-len(whole.parts) // max(_in_a_line(len(whole.parts)), 1))
    return _LABEL_HEIGHT + _BAR_HEIGHT + lines * _BELOW_HEIGHT + _GAP


def _height(wholes: Sequence[Whole]) -> int:
    return max(sum(map(_step, wholes)) - _GAP, 0)


def _bar(number: int, whole: Whole, scale: int, texts: Sequence[str], total: str) -> StackedBar:
    y = number * _step(whole)
    return StackedBar(
        label=shortened(whole.label),
        total=total,
        href=whole.href,
        name=named(whole, ": "),
        y=y,
        text_y=y + 17,
        bar_y=y + _LABEL_HEIGHT,
        pieces=pieces(whole, scale, texts, y + _LABEL_HEIGHT + _BAR_HEIGHT),
    )


def pieces(whole: Whole, scale: int, texts: Sequence[str], below: int) -> tuple[Piece, ...]:
    """The parts end to end, ``scale`` rows being 100% wide; markers and texts in columns for all bars.

    ``below`` is the top of the first line of markers and texts.
    """
    found, before = [], 0
    place, in_a_line = _place_width(len(whole.parts)), _in_a_line(len(whole.parts))
    for number, part in enumerate(whole.parts):
        if part.count is None:
            continue
        line, column = divmod(number, in_a_line)
        y = below + line * _BELOW_HEIGHT
        found.append(
            Piece(
                slug=part.look.slug,
                color=part.look.color,
                href=part.href if part.count else "",
                is_part=part.count > 0,
                name=f"{whole.label}, {part.label}: {part.count:,} of {facilities(whole.length)}"
                f" ({percent(part.count, whole.length)})",
                bar_x=share_of(before, scale),
                bar_width=share_of(part.count, scale),
                outline=part.look.outline,
                x=column * place,
                y=y,
                marker_y=y + 8,
                text_x=column * place + 15,
                text_y=y + 18,
                text=texts[number],
            )
        )
        before += part.count
    return tuple(found)
