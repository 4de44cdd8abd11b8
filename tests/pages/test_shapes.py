"""The conversion of the map's shapes, which no build runs."""

from __future__ import annotations

import math

import pytest

from generator.pages.shapes.innermost import innermost, signed_distance
from generator.pages.shapes.projection import MIDDLE_MERIDIAN, on_map, project
from generator.pages.shapes.simplify import simplified
from generator.pages.shapes.svg_path import path


def test_equal_earth_has_the_width_and_height_that_its_authors_give() -> None:
    east, _ = project(MIDDLE_MERIDIAN + 179.9999, 0)
    _, north = project(0, 90)
    assert math.isclose(east, 2.706630, abs_tol=1e-4)
    assert math.isclose(north, 1.317362, abs_tol=1e-4)


@pytest.mark.parametrize("latitude", [0, 40, -40])
def test_equal_earth_keeps_areas(latitude: float) -> None:
    west, south = project(20, latitude)
    east, _ = project(21, latitude)
    _, north = project(20, latitude + 0.01)
    on_sphere = math.cos(math.radians(latitude + 0.005)) * math.radians(1) * math.radians(0.01)
    assert math.isclose((east - west) * (north - south), on_sphere, rel_tol=1e-3)


def test_the_map_is_cut_where_there_is_only_sea() -> None:
    assert on_map(-168.9, 65) < on_map(-168, 65)
    assert on_map(-169.7, 66) > on_map(170, 66)


def test_points_that_a_line_does_not_need_are_left_out_and_its_ends_stay() -> None:
    line = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)]
    assert simplified(line, [1.0] * 4) == [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]


def test_a_ring_keeps_its_corners() -> None:
    ring = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    assert len(simplified(ring, [100.0] * 5)) == 4


def test_paths_are_relative_and_short() -> None:
    square = [(10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0), (10.0, 10.0)]
    line = [(12.0, 8.0), (13.0, 9.0), (14.0, 10.0)]
    assert path([square], closed=True) == "m10 10 10 0 0 10-10 0z"
    assert path([line, square], closed=False) == "m12 8 2 2m-4 0 10 0 0 10-10 0 0-10"
    assert path([line], closed=True) == ""


def test_the_innermost_point_of_a_bay_is_on_land() -> None:
    bay = [(0.0, 0.0), (9.0, 0.0), (9.0, 1.0), (1.0, 1.0), (1.0, 8.0), (9.0, 8.0), (9.0, 9.0)]
    ring = [*bay, (0.0, 9.0), (0.0, 0.0)]
    assert signed_distance(innermost([ring]), [ring]) > 0
    assert signed_distance((5.0, 4.0), [ring]) < 0
