"""A picture of a page as a drawing that needs no style sheet, no pointer and no keyboard.

On a page, classes give the colours, percentages the widths, and parts are links. Here every shape says
its own colour and length, and what is there for a pointer or a keyboard is left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from ..model.palette import STATUS_COLOURS, WHITE, Palette
from ..prose.element import Element

WIDTH = 700.0
"""In the pictures' own pixels."""

MAP_STROKE = "5"
"""In the map's own, larger unit."""

Looks = Mapping[str, Mapping[str, str]]
"""Class to the attributes that say the same."""


@lru_cache(maxsize=8)
def looks_on_paper(palette: Palette) -> Looks:
    """What the classes of pictures look like on white."""
    dots = STATUS_COLOURS.items()
    return {
        "fsd-picture__label": {"font-weight": "bold", "fill": palette.ink},
        "fsd-picture__number": {"fill": palette.ink},
        "fsd-picture__count": {"fill": palette.ink},
        "fsd-picture__track": {"fill": palette.surface},
        "fsd-picture__bar": {"fill": palette.chart},
        "fsd-picture__bar--rest": {"fill": palette.soft},
        "fsd-picture__ground": {"fill": WHITE},
        "fsd-picture__ground--conformant": {"fill": STATUS_COLOURS["conformant"]},
        "fsd-picture__line": {"fill": "none", "stroke-width": "2"},
        "fsd-picture__segment": {"stroke": WHITE, "stroke-width": "1"},
        "fsd-map__land": {"fill": palette.line},
        "fsd-map__borders": {"fill": "none", "stroke": WHITE, "stroke-width": "4"},
        "fsd-map__covered": {
            "fill": palette.mark,
            "stroke": palette.accent,
            "stroke-width": MAP_STROKE,
            "stroke-linejoin": "round",
        },
        "fsd-map__size": {"fill": palette.chart},
        "fsd-map__number": {"fill": WHITE, "text-anchor": "middle", "font-size": "11"},
        "fsd-map__other--covered": {"fill": palette.accent, "stroke": WHITE},
        **{f"fsd-picture__marker--{name}": {"fill": colour} for name, colour in dots},
        **{f"fsd-picture__dot--{name}": {"fill": colour} for name, colour in dots},
        **{f"fsd-picture__line--{name}": {"stroke": colour} for name, colour in dots},
        "fsd-picture__marker--none": {"fill": palette.soft},
        **{
            f"fsd-picture__segment--{name}": {"stroke": colour}
            for name, colour in {**STATUS_COLOURS, "none": palette.soft}.items()
            if name != "conformant"
        },
        "circle": {"fill": palette.chart, "stroke": WHITE},
        "text": {"fill": palette.ink},
    }


_LEFT_OUT = frozenset({
    "fsd-picture__target", "fsd-map__name", "fsd-map__label", "fsd-map__frame", "fsd-map__ring",
})  # fmt: skip
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


def static(svg: Element, width: float, looks: Looks) -> Drawing:
    """One picture of that width, its height its own, or that of the drawing which fills it."""
    height = number_in(svg.attributes.get("height", ""))
    if height is None:
        view = next((view for inner in all_in(svg, "svg") if (view := _view(inner))), (0.0, 0.0, 2.0, 1.0))
        height = width * view[3] / view[2]
    return Drawing(static_all(svg, width, height, looks), width, round(height, 2))


def static_all(element: Element, width: float, height: float, looks: Looks) -> str:
    """What is inside an element, still; text only where it is shown, in texts of the picture."""
    return "".join(
        str(escape(child)) if isinstance(child, str) else static_one(child, width, height, looks)
        for child in element.children
        if not isinstance(child, str) or element.tag in ("text", "tspan")
    )


def static_one(element: Element, width: float, height: float, looks: Looks) -> str:
    """One element of a drawing that fills a place of this size, in points of the picture."""
    if element.classes & _LEFT_OUT or element.tag in ("title", "desc", "defs"):
        return ""
    if element.tag == "svg":
        return _nested(element, width, height, looks)
    if element.tag == "g" and "fsd-map__dots" in element.classes:
        return "".join(_dot(place, width, height, looks) for place in all_in(element, "svg"))
    inner = static_all(element, width, height, looks)
    if element.tag not in _SHAPES:
        return inner
    own = {
        name: _length(name, value, width, height)
        for name, value in element.attributes.items()
        if name in _KEPT
    }
    if len(own.get("d", "")) > _LONG_OUTLINE:
        own["d"] = coarser(own["d"], _COARSE * width / WIDTH)
    return f"<{element.tag}{attributes_of({**looks_of(element, looks), **own})}>{inner}</{element.tag}>"


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


def _nested(svg: Element, width: float, height: float, looks: Looks) -> str:
    """A drawing with a view of its own is scaled to fill its place; one without is moved to it."""
    view = _view(svg)
    if view is None:
        x, y = (_length(name, svg.attributes.get(name, "0"), width, height) for name in ("x", "y"))
        return f'<g transform="translate({x} {y})">{static_all(svg, width, height, looks)}</g>'
    left, top, across, down = view
    scale = f"scale({width / across:.5f} {height / down:.5f}) translate({-left:g} {-top:g})"
    return f'<g transform="{scale}">{static_all(svg, across, down, looks)}</g>'


def _dot(place: Element, width: float, height: float, looks: Looks) -> str:
    """A dot of the map: the first of its circles is there for the pointer."""
    first = next(
        (child for child in place.children if isinstance(child, Element) and child.tag == "circle"), None
    )
    rest = tuple(child for child in place.children if child is not first)
    dot = Element("svg", {**place.attributes, "fill": looks["circle"]["fill"]}, rest)
    return _nested(dot, width, height, looks)


def _view(svg: Element) -> tuple[float, float, float, float] | None:
    parts = [number_in(part) for part in svg.attributes.get("viewbox", "").split()]
    numbers = [part for part in parts if part is not None]
    return (
        (numbers[0], numbers[1], numbers[2], numbers[3])
        if len(numbers) == 4 and numbers[2] * numbers[3]
        else None
    )


def looks_of(element: Element, looks: Looks) -> dict[str, str]:
    """What the classes say, the later ones over the earlier ones; else what the element itself does."""
    known = [looks.get(name, {}) for name in element.attributes.get("class", "").split()]
    said = {name: value for one in known for name, value in one.items()}
    return said or dict(looks[element.tag] if element.tag in ("circle", "text") else {})


def _length(name: str, value: str, width: float, height: float) -> str:
    """A percentage as the length that it means."""
    share = number_in(value.removesuffix("%")) if value.endswith("%") else None
    if share is None or name not in _ACROSS | _DOWN:
        return value
    return f"{share / 100 * (width if name in _ACROSS else height):.2f}"


def attributes_of(attributes: Mapping[str, str]) -> str:
    """The attributes as they stand in a tag, each behind a blank; empty: there are none."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def number_in(text: str) -> float | None:
    """The number that a text is; None where it has a unit, or is none."""
    return float(text) if re.fullmatch(r"-?\d*\.?\d+", text) else None


def all_in(element: Element, tag: str) -> Iterator[Element]:
    """The elements with that tag inside, in the order of the page."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            yield from all_in(child, tag)
