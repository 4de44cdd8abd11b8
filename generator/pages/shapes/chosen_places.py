"""What is chosen by hand: the enlargements, the covered countries, and places of dots and names."""

from __future__ import annotations

from .projection import Point

VIEWS: dict[str, tuple[Point, Point]] = {
    "europe": ((-10.6, 34.8), (33.0, 63.4)),
    "covered": ((6.0, -18.6), (44.0, 13.0)),
}
"""Enlargements: longitude and latitude of the lower left and the upper right corner."""

COVERED = ("CD", "AO", "BI", "CF", "CG", "RW", "SS", "TZ", "UG", "ZM")

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
"""Longitude and latitude of a dot where the middle of the largest part will not do, or there is no shape."""

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
"""Longitude and latitude of a covered country's name, and where the name is anchored there."""
