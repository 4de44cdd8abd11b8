"""Makes ``world.json`` from ``countries-50m.json`` of npm ``world-atlas``. Run by hand; no build runs it.

    python -m generator.pages.shapes.convert countries-50m.json

Projects (Equal Earth, middle meridian 11° east, so that no mainland is cut by the map's edge), simplifies
(Visvalingam and Whyatt, finer where the map has an enlargement) and writes paths as SVG reads them, so
that a build need not compute anything. The same input gives the same bytes.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pycountry

from .chosen_places import COVERED, NAMES, PLACES, VIEWS
from .innermost import innermost
from .projection import Point, on_map, size
from .simplify import simplified
from .svg_path import path
from .topology import Line, arc_numbers, arcs_of, joined, polygons, ring_area

TARGET = Path(__file__).with_name("world.json")
COARSE, FINE, ARCTIC = 20.0, 2.3, 70.0
"""Smallest triangle that a point of a line must make with its neighbours, in square units."""
SMALLEST_ISLAND = 5
"""An island is left out if it is smaller than this many of these triangles."""

View = tuple[int, int, int, int]
"""x, y, width and height of an enlargement on the map."""


def convert(topology: dict[str, Any]) -> dict[str, Any]:
    """What ``world.json`` holds, as the README beside it has it."""
    views = [view_of(name) for name in VIEWS]
    whole = [[on_map(x, y) for x, y in arc] for arc in arcs_of(topology)]
    arcs = [simplified(arc, [smallest_triangle(point, views) for point in arc]) for arc in whole]
    countries = topology["objects"]["countries"]["geometries"]
    land = topology["objects"]["land"]["geometries"]
    return {
        "size": [*map(round, size())],
        "views": {name: list(view) for name, view in zip(VIEWS, views, strict=True)},
        "land": path(list(land_rings(land, arcs, views)), closed=True),
        "borders": path(borders(countries, arcs), closed=False),
        "covered": {code: outline(country, arcs) for code, country in covered(countries)},
        "names": {code: [*map(round, on_map(x, y)), anchor] for code, (x, y, anchor) in NAMES.items()},
        "points": points(countries, arcs),
    }


def view_of(name: str) -> View:
    (west, south), (east, north) = VIEWS[name]
    corners = [on_map(x, y) for x in (west, east) for y in (south, north)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return round(min(xs)), round(min(ys)), round(max(xs) - min(xs)), round(max(ys) - min(ys))


def smallest_triangle(point: Point, views: Sequence[View]) -> float:
    """What a triangle of this point must measure for the point to stay, in square units."""
    x, y = point
    if any(
        vx - 32 <= x <= vx + width + 32 and vy - 32 <= y <= vy + height + 32
        for vx, vy, width, height in views
    ):
        return FINE
    return ARCTIC if y < 120 else COARSE


def land_rings(land: Sequence[dict[str, Any]], arcs: Sequence[Line], views: Sequence[View]) -> Iterator[Line]:
    """Outlines of the land that is on the map, without small islands."""
    _, bottom = size()
    for geometry in land:
        for polygon in polygons(geometry):
            for ring in polygon:
                line = joined(ring, arcs)
                enough = SMALLEST_ISLAND * min(smallest_triangle(point, views) for point in line)
                if ring_area(line) >= enough and not crosses_edge(line) and min(y for _, y in line) < bottom:
                    yield line


def crosses_edge(line: Line) -> bool:
    """Whether it leaps from one edge of the map to the other."""
    return any(abs(a[0] - b[0]) > 2000 for a, b in itertools.pairwise(line))


def borders(countries: Sequence[dict[str, Any]], arcs: Sequence[Line]) -> list[Line]:
    """The arcs that two countries share, without those of covered countries, which have an outline."""
    used = Counter(number for country in countries for number in arc_numbers(country))
    outlined = {number for _, country in covered(countries) for number in arc_numbers(country)}
    return [arcs[number] for number in sorted(used) if used[number] > 1 and number not in outlined]


def covered(countries: Sequence[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The covered countries by their code, in the order of ``COVERED``."""
    for code in COVERED:
        (numeric,) = (country.numeric for country in pycountry.countries if country.alpha_2 == code)
        yield code, next(country for country in countries if country.get("id") == numeric)


def outline(country: dict[str, Any], arcs: Sequence[Line]) -> str:
    rings = [joined(ring, arcs) for polygon in polygons(country) for ring in polygon]
    return path([ring for ring in rings if ring_area(ring) >= SMALLEST_ISLAND * FINE], closed=True)


def points(countries: Sequence[dict[str, Any]], arcs: Sequence[Line]) -> dict[str, list[int]]:
    """Where a country's dot stands, by its code, for all that the frame has room for."""
    by_number = {country.get("id"): country for country in reversed(countries)}
    width, height = size()
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
