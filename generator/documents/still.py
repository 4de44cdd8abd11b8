"""A picture of a page as a drawing that needs no style sheet, no pointer and no keyboard.

On a page, classes give the colours, percentages the widths, and parts are links. Here every shape says
its own colour and length, and what is there for a pointer or a keyboard is left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from ..prose.element import Element

WIDTH = 700.0
"""In the pictures' own pixels."""

INK, _SOFT, _LINE, _GROUND, _ACCENT, _MARK = "#16263c", "#4f5d6f", "#d5dce4", "#eef1f4", "#8f5514", "#f6e4c4"
STATUS_COLOURS = {
    "conformant": "#1d4f86",
    "active": "#1f9aa0",
    "indeterminable": "#7a4c12",
    "not-conformant": "#db5b34",
    "not-enrolled": "#3d3350",
    "other": "#938a86",
}
"""The colours of the light scheme; a test compares them with ``theme.css``."""

MAP_STROKE = "5"
"""In the map's own, larger unit."""

_LOOKS: dict[str, dict[str, str]] = {
    "fsd-picture__label": {"font-weight": "bold", "fill": INK},
    "fsd-picture__number": {"fill": INK},
    "fsd-picture__count": {"fill": INK},
    "fsd-picture__track": {"fill": _GROUND},
    "fsd-picture__bar": {"fill": INK},
    "fsd-picture__bar--rest": {"fill": _SOFT},
    "fsd-picture__ground": {"fill": "#ffffff"},
    "fsd-picture__ground--conformant": {"fill": STATUS_COLOURS["conformant"]},
    "fsd-picture__line": {"fill": "none", "stroke-width": "2"},
    "fsd-picture__segment": {"stroke": "#ffffff", "stroke-width": "1"},
    "fsd-map__land": {"fill": _LINE},
    "fsd-map__borders": {"fill": "none", "stroke": "#ffffff", "stroke-width": "4"},
    "fsd-map__covered": {
        "fill": _MARK,
        "stroke": _ACCENT,
        "stroke-width": MAP_STROKE,
        "stroke-linejoin": "round",
    },
    "fsd-map__size": {"fill": INK},
    "fsd-map__number": {"fill": "#ffffff", "text-anchor": "middle", "font-size": "11"},
    "fsd-map__other--covered": {"fill": _ACCENT, "stroke": "#ffffff"},
    **{f"fsd-picture__marker--{name}": {"fill": colour} for name, colour in STATUS_COLOURS.items()},
    **{f"fsd-picture__dot--{name}": {"fill": colour} for name, colour in STATUS_COLOURS.items()},
    **{f"fsd-picture__line--{name}": {"stroke": colour} for name, colour in STATUS_COLOURS.items()},
    "fsd-picture__marker--none": {"fill": _SOFT},
    **{
        f"fsd-picture__segment--{name}": {"stroke": colour}
        for name, colour in {**STATUS_COLOURS, "none": _SOFT}.items()
        if name != "conformant"
    },
}
_LEFT_OUT = frozenset({"fsd-picture__target", "fsd-map__name", "fsd-map__frame"})
_KEPT = frozenset({
    "cx", "cy", "d", "dx", "dy", "fill", "fill-rule", "height", "id", "points", "r", "rx", "ry",
    "text-anchor", "transform", "width", "x", "x1", "x2", "y", "y1", "y2",
})  # fmt: skip
_SHAPES = frozenset(
    {"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "text", "tspan"}
)
_ACROSS, _DOWN = frozenset({"cx", "width", "x", "x1", "x2"}), frozenset({"cy", "height", "y", "y1", "y2"})
_LONG_OUTLINE, _COARSE = 200, 3.0
"""Letters of an outline that is made coarser, and how coarse, in pixels."""


@dataclass(frozen=True)
class Drawing:
    """Static markup and the size that it takes."""

    markup: str
    width: float
    height: float


def static(svg: Element, width: float) -> Drawing:
    """One picture of that width, its height its own, or that of the drawing which fills it."""
    height = number_in(svg.attributes.get("height", ""))
    if height is None:
        view = next((view for inner in all_in(svg, "svg") if (view := _view(inner))), (0.0, 0.0, 2.0, 1.0))
        height = width * view[3] / view[2]
    return Drawing(static_all(svg, width, height), width, round(height, 2))


def static_all(element: Element, width: float, height: float) -> str:
    return "".join(
        str(escape(child)) if isinstance(child, str) else static_one(child, width, height)
        for child in element.children
        if not isinstance(child, str) or element.tag in ("text", "tspan")
    )


def static_one(element: Element, width: float, height: float) -> str:
    """One element of a drawing that fills a place of this size, in points of the picture."""
    if element.classes & _LEFT_OUT or element.tag in ("title", "desc", "defs"):
        return ""
    if element.tag == "svg":
        return _nested(element, width, height)
    if element.tag == "g" and "fsd-map__dots" in element.classes:
        return "".join(_dot(place, width, height) for place in all_in(element, "svg"))
    inner = static_all(element, width, height)
    if element.tag not in _SHAPES:
        return inner
    own = {
        name: _length(name, value, width, height)
        for name, value in element.attributes.items()
        if name in _KEPT
    }
    if len(own.get("d", "")) > _LONG_OUTLINE:
        own["d"] = coarser(own["d"], _COARSE * width / WIDTH)
    return f"<{element.tag}{attributes_of({**looks_of(element), **own})}>{inner}</{element.tag}>"


def coarser(outline: str, step: float) -> str:
    """An outline without the points that lie nearer than ``step`` to the one before.

    ``outline`` is as the map has it: ``m`` with whole numbers, relative to each other, and ``z``; any other
    is left as it is.
    """
    if re.search(r"[^-\dmz ]", outline):
        return outline
    found = []
    x = y = 0
    for part in filter(None, outline.split("m")):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        x, y = x + numbers[0], y + numbers[1]
        begin = last = (x, y)
        points = [begin]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=False):
            x, y = x + dx, y + dy
            if math.dist(last, (x, y)) >= step:
                last = (x, y)
                points.append(last)
        if "z" in part:
            x, y = begin
        if len(points) > 2 or "z" not in part:
            found.append("M" + " ".join(f"{a} {b}" for a, b in points) + ("z" if "z" in part else ""))
    return "".join(found)


def _nested(svg: Element, width: float, height: float) -> str:
    """A drawing with a view of its own is scaled to fill its place; one without is moved to it."""
    view = _view(svg)
    if view is None:
        x, y = (_length(name, svg.attributes.get(name, "0"), width, height) for name in ("x", "y"))
        return f'<g transform="translate({x} {y})">{static_all(svg, width, height)}</g>'
    left, top, across, down = view
    scale = f"scale({width / across:.5f} {height / down:.5f}) translate({-left:g} {-top:g})"
    return f'<g transform="{scale}">{static_all(svg, across, down)}</g>'


def _dot(place: Element, width: float, height: float) -> str:
    """A dot of the map: the first of its circles is there for the pointer."""
    first = next(
        (child for child in place.children if isinstance(child, Element) and child.tag == "circle"), None
    )
    rest = tuple(child for child in place.children if child is not first)
    return _nested(Element("svg", {**place.attributes, "fill": INK}, rest), width, height)


def _view(svg: Element) -> tuple[float, float, float, float] | None:
    parts = [number_in(part) for part in svg.attributes.get("viewbox", "").split()]
    numbers = [part for part in parts if part is not None]
    return (
        (numbers[0], numbers[1], numbers[2], numbers[3])
        if len(numbers) == 4 and numbers[2] * numbers[3]
        else None
    )


def looks_of(element: Element) -> dict[str, str]:
    """What the classes say, the later ones over the earlier ones."""
    known = [_LOOKS.get(name, {}) for name in element.attributes.get("class", "").split()]
    looks = {name: value for one in known for name, value in one.items()}
    plain = {"fill": INK, **({"stroke": "#ffffff"} if element.tag == "circle" else {})}
    return looks or (plain if element.tag in ("circle", "text") else {})


def _length(name: str, value: str, width: float, height: float) -> str:
    """A percentage as the length that it means."""
    share = number_in(value.removesuffix("%")) if value.endswith("%") else None
    if share is None or name not in _ACROSS | _DOWN:
        return value
    return f"{share / 100 * (width if name in _ACROSS else height):.2f}"


def attributes_of(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def number_in(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d*\.?\d+", text) else None


def all_in(element: Element, tag: str) -> Iterator[Element]:
    """The elements with that tag inside, in the order of the page."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            yield from all_in(child, tag)
