"""From longitude and latitude to units of the map."""

from __future__ import annotations

import math

Point = tuple[float, float]

MIDDLE_MERIDIAN = 11
UNITS = 640
"""Units of a path to one unit of the projection, whose width is 5.41."""
WEST, EAST, NORTH, SOUTH = -2.58, 2.71, 1.32, -1.03
"""Frame of the map in the projection: what is further south has no inhabitants."""


def project(longitude: float, latitude: float) -> Point:
    """Equal Earth, x to the east and y to the north, from degrees.

    Source: Šavrič, Patterson and Jenny, The Equal Earth map projection, 2018.
    """
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    east = (longitude - MIDDLE_MERIDIAN + 180) % 360 - 180
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    stretch = 3 * (9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1)
    x = 2 * math.sqrt(3) * math.radians(east) * math.cos(t) / stretch
    return x, a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t


def on_map(longitude: float, latitude: float) -> Point:
    """Units of the map from its upper left corner."""
    x, y = project(longitude, latitude)
    return (x - WEST) * UNITS, (NORTH - y) * UNITS


def size() -> tuple[float, float]:
    """Width and height of the map in its units."""
    return (EAST - WEST) * UNITS, (NORTH - SOUTH) * UNITS
