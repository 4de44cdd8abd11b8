"""The dots of the map and of its legend: where each stands, how large it is, and what it says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Country
from .charts.bar_texts import facilities
from .map_shapes import shapes

LARGEST_PX, SMALLEST_PX, LARGEST_OF_ONE_PX = 22.0, 3.5, 4.0
"""Radius of the largest dot, of the smallest, and at most of a dot for one facility."""
ALL_DOTS_PX2 = 8000.0
"""Area of all dots together at most, so that the land stays in sight: a 25th of the map on a desktop."""
TARGET_PX = 12.0
"""Radius of what answers to a finger or a mouse, where the dot itself is smaller."""
PHONE_SCALE = 0.6
"""How much smaller ``components.css`` draws all dots where the page is narrow."""


@dataclass(frozen=True)
class Count:
    """The annex rows whose facility stands in one country."""

    country: Country
    number: int
    href: str


@dataclass(frozen=True)
class Label:
    """A name beside its dot, in pixels from the dot's middle."""

    text: str
    count: str
    """How many facilities; empty where every picture has the number inside the dot."""
    is_repeated: bool
    """The count stands inside the dot, too, except on a phone."""
    dx: str
    dy: str
    anchor: str
    width: int
    """Of the narrowest picture that shows it."""


@dataclass(frozen=True)
class Dot:
    """A country's dot. ``x`` and ``y`` in percent of its panel, radii in pixels."""

    name: str
    """What the link is called: ``China: 71 facilities``."""
    href: str
    x: str
    y: str
    radius: str
    target: str
    """Radius of what answers to the pointer."""
    number: str
    """The number inside the dot; empty where it does not fit."""
    fits_on_phone: bool
    """The number fits the smaller dot of a phone, too."""
    is_covered: bool
    anchor: str
    """Side of the name that stands at the dot while it has the focus: ``start``, ``middle`` or ``end``."""
    name_dy: str
    country: str = ""
    """The name alone, on one line."""
    count: str = ""
    label: Label | None = None
    """The name that stands beside the dot; None: it has no place there."""


@dataclass(frozen=True)
class Size:
    """A dot of the legend; in pixels."""

    label: str
    radius: str
    side: str
    """Width and height of its picture."""


def dot_scale(numbers: Sequence[int]) -> float:
    """Radius in pixels of a dot for one facility, so that areas are in proportion to numbers."""
    largest = LARGEST_PX / math.sqrt(max(numbers, default=1))
    together = math.sqrt(ALL_DOTS_PX2 / (math.pi * max(sum(numbers), 1)))
    return min(largest, together, LARGEST_OF_ONE_PX)


def radius_px(number: int, scale: float) -> float:
    return max(scale * math.sqrt(number), SMALLEST_PX)


def dot_of(count: Count, view: Sequence[int], scale: float) -> Dot:
    left, top, width, height = view
    x, y = shapes()["points"][count.country.code]
    radius = radius_px(count.number, scale)
    number = f"{count.number:,}"
    return Dot(
        name=_name(count),
        href=count.href,
        x=percent_of(x - left, width),
        y=percent_of(y - top, height),
        radius=_pixels(radius),
        target=_pixels(max(radius, TARGET_PX)),
        number=number if _fits(number, radius) else "",
        fits_on_phone=_fits(number, radius * PHONE_SCALE),
        is_covered=count.country.is_covered,
        anchor=_anchor((x - left) / width),
        country=one_line(count),
        count=number,
        name_dy=_pixels(-radius - 6 if (y - top) / height > 0.1 else radius + 15),
    )


def _name(count: Count) -> str:
    return f"{one_line(count)}: {facilities(count.number)}"


def one_line(count: Count) -> str:
    return " ".join(count.country.name.split())


def _fits(number: str, radius: float) -> bool:
    """Whether a number in letters of 11 pixels fits a dot."""
    return max(3.2 * len(number) + 2, 6.3) <= radius


def _anchor(part: float) -> str:
    return "start" if part < 0.15 else "end" if part > 0.85 else "middle"


def legend_sizes(most: int, scale: float) -> tuple[Size, ...]:
    """Dots for one facility and for round numbers up to the largest dot's."""
    return tuple(
        Size(
            label=facilities(number),
            radius=_pixels(radius_px(number, scale)),
            side=_pixels(2 * radius_px(number, scale) + 2),
        )
        for number in round_numbers(most)
    )


def round_numbers(most: int) -> tuple[int, ...]:
    """1, and the two largest of 1, 2, 5, 10, 20, 50 … that are not above ``most`` and far enough apart."""
    steps = [step * 10**power for power in range(7) for step in (1, 2, 5) if step * 10**power <= most]
    return tuple(sorted({*steps[:1], *steps[-1:], *steps[-3:-2]}))


def percent_of(part: float, whole: float) -> str:
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") + "%"


def _pixels(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
