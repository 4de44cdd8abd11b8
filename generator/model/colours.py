"""Colours as ``#rrggbb``: how light they are, how far apart two are, and the nearest one that can be read.

Lightness and hue are those of Oklab, in which equal steps look equal (Björn Ottosson, 2020; CSS Color 4);
contrast is that of WCAG 2.2.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

Against = tuple[str, float]
"""A colour, and the contrast with it that is needed."""

_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 500
"""Steps of lightness in which a colour is looked for."""


def find_colour(text: str) -> str | None:
    """The colour as ``#rrggbb``, from that or ``#rgb``; None where the text is none."""
    if not _HEX.fullmatch(text):
        return None
    digits = text[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def toned(colour: str, lightness: float, most_chroma: float) -> str:
    """The hue of ``colour`` with another lightness, from 0 to 1, and no more chroma than this."""
    _, chroma, hue = _polar(colour)
    return _colour(lightness, min(chroma, most_chroma), hue)


def find_readable(colour: str, against: Iterable[Against]) -> str | None:
    """``colour``, or that of its hue nearest to it in lightness that has every contrast; None: none has."""
    needed = list(against)
    return next((one for one in _by_nearness(colour) if _is_readable(one, needed)), None)


def _is_readable(colour: str, against: Iterable[Against]) -> bool:
    return all(contrast(colour, other) >= least for other, least in against)


def _by_nearness(colour: str) -> Iterator[str]:
    """The colour, then lighter and darker ones of its hue, step by step."""
    yield colour
    lightness, chroma, hue = _polar(colour)
    for step in range(1, _STEPS + 1):
        for other in (lightness - step / _STEPS, lightness + step / _STEPS):
            if 0 <= other <= 1:
                yield _colour(other, chroma, hue)


def _channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as light, from 0 to 1."""
    red, green, blue = (_as_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _as_light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _as_value(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _polar(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma, and hue in radians."""
    red, green, blue = _channels(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _colour(lightness: float, chroma: float, hue: float) -> str:
    """The colour; where no screen has so much chroma, with as much as there is."""
    if not 0 < lightness < 1:
        return "#000000" if lightness <= 0 else "#ffffff"
    most, least = chroma, 0.0
    light = _light(lightness, chroma, hue)
    for _ in range(20):
        if all(-0.0001 <= one <= 1.0001 for one in light):
            if most - least < 0.001 or chroma == most:
                break
            least = chroma
        else:
            most = chroma
        chroma = (most + least) / 2
        light = _light(lightness, chroma, hue)
    values = (round(255 * _as_value(min(max(one, 0.0), 1.0))) for one in light)
    return "#" + "".join(f"{value:02x}" for value in values)


def _light(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
