"""Europe on the map of the world: one ring with its number, since its countries have a panel of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.counted import counted
from .charts.bar_texts import facilities
from .map_dots import Count, Dot, percent_of
from .map_shapes import shapes

_RING_PX = 15.0


@dataclass(frozen=True)
class Ring:
    """Countries that stand on the world as one, since they have a panel of their own."""

    id: str
    """Of that panel."""
    name: str
    word: str
    number: str
    x: str
    y: str
    radius: str


def ring(counts: Sequence[Count], view: Sequence[int]) -> Ring:
    """Where most of Europe's facilities stand, with their number."""
    number = sum(count.number for count in counts)
    places = [(shapes()["points"][count.country.code], count.number) for count in counts]
    x, y = (sum(place[axis] * weight for place, weight in places) / number for axis in (0, 1))
    return Ring(
        id="fsd-map-europe",
        name=f"{europe_heading(counts)}, enlarged below",
        word="Europe",
        number=f"{number:,}",
        x=percent_of(x, view[2]),
        y=percent_of(y, view[3]),
        radius=f"{_RING_PX + 3 * max(len(str(number)) - 2, 0):g}",
    )


def as_dot(ring: Ring) -> Dot:
    """What names may not cover: the ring and its word to the left of it."""
    return Dot("", "", ring.x, ring.y, ring.radius, ring.radius, "", True, False, "middle", "0")


def europe_heading(counts: Sequence[Count]) -> str:
    number = facilities(sum(count.number for count in counts))
    return f"Europe: {number} in {counted(len(counts), 'country', 'countries')}"
