"""What stands in a file in the format TopoJSON: arcs in degrees, and shapes that are made of them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from .projection import Point

Line = list[Point]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a quantized topology in degrees."""
    (scale_x, scale_y), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale_x + x0, y * scale_y + y0))
        found.append(line)
    return found


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Polygons of rings of arc numbers; a number below zero means the arc ``~number`` backwards."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    return list(geometry["arcs"]) if geometry["type"] == "MultiPolygon" else []


def arc_numbers(country: dict[str, Any]) -> Iterator[int]:
    """The arcs of a country whatever their direction."""
    for polygon in polygons(country):
        for ring in polygon:
            yield from (number if number >= 0 else ~number for number in ring)


def joined(ring: Sequence[int], arcs: Sequence[Line]) -> Line:
    """The ring's points; the last one is the first again."""
    line: Line = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def ring_area(line: Line) -> float:
    """Of a closed line, in the square of its units."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(line))) / 2
