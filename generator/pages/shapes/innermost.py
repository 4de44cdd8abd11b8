"""The middle of a country: the point that is farthest from its outline."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from .projection import Point
from .topology import Line


def innermost(rings: Sequence[Line]) -> Point:
    """The point of a polygon that is farthest from its outline, by a search in ever finer grids."""
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    reach_x, reach_y = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2
    best = -1.0
    found = middle = (min(xs) + reach_x, min(ys) + reach_y)
    for _ in range(4):
        for i in range(-8, 9):
            for j in range(-8, 9):
                point = (middle[0] + i * reach_x / 8, middle[1] + j * reach_y / 8)
                distance = signed_distance(point, rings)
                if distance > best + 1e-9:
                    best, found = distance, point
        middle, reach_x, reach_y = found, reach_x / 4, reach_y / 4
    return found


def signed_distance(point: Point, rings: Sequence[Line]) -> float:
    """Distance to the outline, below zero outside."""
    x, y = point
    inside, nearest = False, math.inf
    for ring in rings:
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            length = (bx - ax) ** 2 + (by - ay) ** 2
            t = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0.0
            nearest = min(nearest, math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
    return nearest if inside else -nearest
