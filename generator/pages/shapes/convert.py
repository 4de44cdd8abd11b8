"""Makes ``world.json`` from ``countries-50m.json`` of npm ``world-atlas``. Run by hand; no build runs it.

    python generator/pages/shapes/convert.py countries-50m.json

Projects (Equal Earth, middle meridian 11° east, so that no mainland is cut by the map's edge), simplifies
(Visvalingam and Whyatt, finer where the map has an enlargement) and writes paths as SVG reads them, so
that a build need not compute anything. The same input gives the same bytes.

One file, because it is a script that is run by its path, apart from the package.
"""

from __future__ import annotations

import heapq
import itertools
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pycountry

TARGET = Path(__file__).with_name("world.json")

Point = tuple[float, float]
Line = list[Point]

MIDDLE_MERIDIAN = 11
UNITS = 640
"""Units of a path to one unit of the projection, whose width is 5.41."""
WEST, EAST, NORTH, SOUTH = -2.58, 2.71, 1.32, -1.03
"""Frame of the map in the projection: what is further south has no inhabitants."""

VIEWS: dict[str, tuple[Point, Point]] = {
    "europe": ((-10.6, 34.8), (33.0, 63.4)),
    "covered": ((6.0, -18.6), (44.0, 13.0)),
}
"""Enlargements: longitude and latitude of the lower left and the upper right corner."""

COVERED = ("CD", "AO", "BI", "CF", "CG", "RW", "SS", "TZ", "UG", "ZM")

COARSE, FINE, ARCTIC = 20.0, 2.3, 70.0
"""Smallest triangle that a point of a line must make with its neighbours, in square units."""
SMALLEST_ISLAND = 5
"""An island is left out if it is smaller than this many of these triangles."""

# Where the middle of the largest part is no good place, or the source has no shape of its own.
PLACES: dict[str, Point] = {
    "AO": (17.5, -10.6),
    "BI": (29.9, -3.4),
    "BQ": (-68.3, 12.2),
    "BV": (3.4, -54.4),
    "CC": (96.8, -12.2),
    "CD": (22.9, -0.2),
    "CF": (20.9, 9.3),
    "CG": (16.2, 1.2),
    "CN": (104.5, 35.5),
    "CX": (105.6, -10.5),
    "FI": (26.0, 62.0),
    "GF": (-53.1, 4.0),
    "GI": (-5.35, 36.14),
    "GP": (-61.5, 16.2),
    "ID": (111.0, -6.9),
    "JP": (140.6, 38.0),
    "KR": (127.2, 36.2),
    "MQ": (-61.0, 14.6),
    "NO": (9.0, 61.0),
    "RE": (55.5, -21.1),
    "RW": (29.9, -2.0),
    "SE": (15.0, 60.0),
    "SJ": (16.0, 78.5),
    "SS": (30.3, 8.5),
    "TK": (-171.8, -9.2),
    "TV": (179.2, -8.5),
    "TZ": (34.8, -5.6),
    "UA": (30.6, 49.3),
    "UG": (32.4, 2.4),
    "UM": (-176.6, 0.5),
    "YT": (45.2, -12.8),
    "ZM": (26.6, -13.4),
}

# Longitude and latitude of a covered country's name, and where the name is anchored there.
NAMES: dict[str, tuple[float, float, str]] = {
    "AO": (17.5, -12.0, "middle"),
    "BI": (31.0, -3.7, "start"),
    "CD": (22.9, -1.9, "middle"),
    "CF": (20.6, 7.9, "middle"),
    "CG": (14.6, -0.4, "middle"),
    "RW": (31.0, -1.9, "start"),
    "SS": (29.9, 7.1, "middle"),
    "TZ": (34.8, -7.0, "middle"),
    "UG": (32.4, 1.0, "middle"),
    "ZM": (26.4, -14.8, "middle"),
}


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


def view_of(name: str) -> tuple[int, int, int, int]:
    """x, y, width and height of an enlargement on the map."""
    (west, south), (east, north) = VIEWS[name]
    corners = [on_map(x, y) for x in (west, east) for y in (south, north)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return round(min(xs)), round(min(ys)), round(max(xs) - min(xs)), round(max(ys) - min(ys))


def smallest_triangle(point: Point, views: Sequence[tuple[int, int, int, int]]) -> float:
    x, y = point
    if any(
        vx - 32 <= x <= vx + width + 32 and vy - 32 <= y <= vy + height + 32
        for vx, vy, width, height in views
    ):
        return FINE
    return ARCTIC if y < 120 else COARSE


def area(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplified(line: Line, smallest: Sequence[float]) -> Line:
    """The line without points whose triangle is too small; both ends stay, and a ring keeps four points."""
    left = [i - 1 for i in range(len(line))]
    right = [i + 1 for i in range(len(line))]
    is_ring = line[0] == line[-1]
    remaining = len(line)
    weight = {i: area(line[i - 1], line[i], line[i + 1]) / smallest[i] for i in range(1, len(line) - 1)}
    heap = [(w, i) for i, w in weight.items()]
    heapq.heapify(heap)
    while heap and heap[0][0] < 1 and remaining > (4 if is_ring else 2):
        w, i = heapq.heappop(heap)
        if weight.get(i) != w:
            continue
        del weight[i]
        remaining -= 1
        a, b = left[i], right[i]
        right[a], left[b] = b, a
        for j in (a, b):
            if j in weight:
                weight[j] = max(w, area(line[left[j]], line[j], line[right[j]]) / smallest[j])
                heapq.heappush(heap, (weight[j], j))
    return [line[i] for i in range(len(line)) if i in weight or i in (0, len(line) - 1)]


def joined(ring: Sequence[int], arcs: Sequence[Line]) -> Line:
    """The ring's points; the last one is the first again."""
    line: Line = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def ring_area(line: Line) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(line))) / 2


def path(lines: Sequence[Line], *, closed: bool) -> str:
    """SVG path in whole units, each step from the point before; a line is one ``m`` with all its points."""
    parts = []
    pen = (0, 0)
    for line in lines:
        points = [(round(x), round(y)) for x, y in line]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points) if a != b]
        if len(steps) < (3 if closed else 1):
            continue
        drawn = list(merged(steps[:-1] if closed else steps))
        start = (points[0][0] - pen[0], points[0][1] - pen[1])
        numbers = [number for step in (start, *drawn) for number in step]
        text = "".join(f"{n}" if n < 0 or i == 0 else f" {n}" for i, n in enumerate(numbers))
        parts.append(f"m{text}{'z' if closed else ''}")
        pen = points[0] if closed else points[-1]
    return "".join(parts)


def merged(steps: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Steps in the same direction as one."""
    current = steps[0]
    for dx, dy in steps[1:]:
        if current[0] * dy == current[1] * dx and current[0] * dx + current[1] * dy > 0:
            current = (current[0] + dx, current[1] + dy)
        else:
            yield current
            current = (dx, dy)
    yield current


def crosses_edge(line: Line) -> bool:
    return any(abs(a[0] - b[0]) > 2000 for a, b in itertools.pairwise(line))


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


def convert(topology: dict[str, Any]) -> dict[str, Any]:
    views = [view_of(name) for name in VIEWS]
    whole = [[on_map(x, y) for x, y in arc] for arc in arcs_of(topology)]
    arcs = [simplified(arc, [smallest_triangle(point, views) for point in arc]) for arc in whole]
    countries = topology["objects"]["countries"]["geometries"]
    land = topology["objects"]["land"]["geometries"]
    return {
        "size": [round((EAST - WEST) * UNITS), round((NORTH - SOUTH) * UNITS)],
        "views": {name: list(view_of(name)) for name in VIEWS},
        "land": path(list(land_rings(land, arcs, views)), closed=True),
        "borders": path(borders(countries, arcs), closed=False),
        "covered": {code: outline(country, arcs) for code, country in covered(countries)},
        "names": {code: [*map(round, on_map(x, y)), anchor] for code, (x, y, anchor) in NAMES.items()},
        "points": points(countries, arcs),
    }


def land_rings(
    land: Sequence[dict[str, Any]], arcs: Sequence[Line], views: Sequence[tuple[int, int, int, int]]
) -> Iterator[Line]:
    bottom = (NORTH - SOUTH) * UNITS
    for geometry in land:
        for polygon in polygons(geometry):
            for ring in polygon:
                line = joined(ring, arcs)
                enough = SMALLEST_ISLAND * min(smallest_triangle(point, views) for point in line)
                if ring_area(line) >= enough and not crosses_edge(line) and min(y for _, y in line) < bottom:
                    yield line


def borders(countries: Sequence[dict[str, Any]], arcs: Sequence[Line]) -> list[Line]:
    """The arcs that two countries share, without those of covered countries, which have an outline."""
    used = Counter(number for country in countries for number in arc_numbers(country))
    outlined = {number for _, country in covered(countries) for number in arc_numbers(country)}
    return [arcs[number] for number in sorted(used) if used[number] > 1 and number not in outlined]


def arc_numbers(country: dict[str, Any]) -> Iterator[int]:
    """The arcs of a country whatever their direction."""
    for polygon in polygons(country):
        for ring in polygon:
            yield from (number if number >= 0 else ~number for number in ring)


def covered(countries: Sequence[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for code in COVERED:
        (numeric,) = (country.numeric for country in pycountry.countries if country.alpha_2 == code)
        yield code, next(country for country in countries if country.get("id") == numeric)


def outline(country: dict[str, Any], arcs: Sequence[Line]) -> str:
    rings = [joined(ring, arcs) for polygon in polygons(country) for ring in polygon]
    return path([ring for ring in rings if ring_area(ring) >= SMALLEST_ISLAND * FINE], closed=True)


def points(countries: Sequence[dict[str, Any]], arcs: Sequence[Line]) -> dict[str, list[int]]:
    """Where a country's dot stands, by its code, for all that the frame has room for."""
    by_number = {country.get("id"): country for country in reversed(countries)}
    width, height = (EAST - WEST) * UNITS, (NORTH - SOUTH) * UNITS
    found = {}
    for country in sorted(pycountry.countries, key=lambda country: str(country.alpha_2)):
        code = country.alpha_2
        if code in PLACES:
            x, y = on_map(*PLACES[code])
        else:
            shapes = [[joined(r, arcs) for r in rings] for rings in polygons(by_number[country.numeric])]
            x, y = innermost(max(shapes, key=lambda rings: ring_area(rings[0])))
        if 0 <= x <= width and 0 <= y <= height:
            found[code] = [round(x), round(y)]
    return found


if __name__ == "__main__":
    made = convert(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    TARGET.write_text(json.dumps(made, indent=0, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
