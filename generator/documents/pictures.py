"""The overview's pictures as drawings that need no style sheet: for paper.

On a page, classes give the colours, percentages the widths, and parts are links. Here every shape says
its own colour and length, and what is there for a pointer or a keyboard is left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..pages.page import Page
from ..prose.element import Element
from ..prose.html_tree import html_tree
from .picture import Picture

WIDTH = 700.0
"""In the pictures' own pixels."""
PRINTED_WIDTH = 468
"""In points: letter paper with an inch of margin on both sides."""
PRINTED_HEIGHT = 560
"""In points: what a page has beside a picture's title and note. A taller picture is set smaller."""

_INK, _SOFT, _LINE, _GROUND, _ACCENT, _MARK = "#16263c", "#4f5d6f", "#d5dce4", "#eef1f4", "#8f5514", "#f6e4c4"
STATUS_COLOURS = {
    "conformant": "#1d4f86",
    "active": "#1f9aa0",
    "indeterminable": "#7a4c12",
    "not-conformant": "#db5b34",
    "not-enrolled": "#3d3350",
    "other": "#938a86",
}
"""The colours of the light scheme; a test compares them with ``theme.css``."""

_MAP_STROKE = "5"
"""In the map's own, larger unit."""

_LOOKS: dict[str, dict[str, str]] = {
    "fsd-picture__label": {"font-weight": "bold", "fill": _INK},
    "fsd-picture__number": {"fill": _INK},
    "fsd-picture__count": {"fill": _INK},
    "fsd-picture__track": {"fill": _GROUND},
    "fsd-picture__bar": {"fill": _INK},
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
        "stroke-width": _MAP_STROKE,
        "stroke-linejoin": "round",
    },
    "fsd-map__size": {"fill": _INK},
    "fsd-map__number": {"fill": "#ffffff", "text-anchor": "middle", "font-size": "11"},
    "fsd-map__other--covered": {"fill": _ACCENT, "stroke": "#ffffff"},
    **{f"fsd-picture__marker--{name}": {"fill": colour} for name, colour in STATUS_COLOURS.items()},
    **{f"fsd-picture__dot--{name}": {"fill": colour} for name, colour in STATUS_COLOURS.items()},
    **{f"fsd-picture__line--{name}": {"stroke": colour} for name, colour in STATUS_COLOURS.items()},
    **{
        f"fsd-picture__segment--{name}": {"stroke": colour}
        for name, colour in STATUS_COLOURS.items()
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
_TABLES = {"status": "fsd-status-by-metal"}
_TABLE = "fsd-countries"
_GAP, _HEADING, _LEGEND = 30.0, 24.0, 26.0
_LONG_OUTLINE, _COARSE = 200, 3.0
"""Letters of an outline that is made coarser, and how coarse, in pixels."""
_SIDE_BY_SIDE = 4
"""With more statuses than these, pictures stand one below the other."""


@dataclass(frozen=True)
class _Drawing:
    """Static markup and the size that it takes."""

    markup: str
    width: float
    height: float


def pictures_of(overview: Page) -> tuple[Picture, ...]:
    """The pictures of the overview, each to stand beside the table with the same numbers."""
    found = []
    for placeholder, html in overview.inserts.items():
        tree = html_tree(html)
        charts = [svg for svg in _all(tree, "svg") if _titles(svg)]
        if charts:
            table = next((table for name, table in _TABLES.items() if name in placeholder), _TABLE)
            found.append(_picture(tree, charts, table))
    return tuple(found)


def _picture(tree: Element, charts: Sequence[Element], table: str) -> Picture:
    # What is enlarged is on the large picture too.
    shown = charts[:1] if "fsd-map__picture" in charts[0].classes else charts
    titles = [_titles(chart)[0] for chart in shown]
    drawing = _drawing(tree, shown)
    return Picture(
        title="; ".join([titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])]),
        words=" ".join(f"{'. '.join(_titles(chart)).rstrip('.')}." for chart in shown),
        svg=_document(tree, drawing),
        width=min(PRINTED_WIDTH, int(PRINTED_HEIGHT * drawing.width / max(drawing.height, 1.0))),
        beside=table,
        note=" ".join(
            " ".join(note.text.split()) for note in _all(tree, "p") if "fsd-map__note" in note.classes
        ),
    )


def _titles(svg: Element) -> list[str]:
    """Title and description; a picture without a title is decoration."""
    parts = [child for child in svg.children if isinstance(child, Element) and child.tag in ("title", "desc")]
    return [" ".join(part.text.split()) for part in parts if part.text.strip()]


def _document(tree: Element, drawing: _Drawing) -> str:
    markup = drawing.markup
    for pattern in _all(tree, "pattern"):
        # A plain ground as a pattern would show the edges of its tiles.
        ground, *lines = (_looks(part) for part in pattern.children if isinstance(part, Element))
        if not lines:
            markup = markup.replace(f"url(#{pattern.attributes.get('id')})", ground.get("fill", _INK))
    patterns = "".join(_pattern(pattern) for pattern in _all(tree, "pattern"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width:g}" height="{drawing.height:g}" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" font-family="Libertinus Serif" font-size="14">'
        f"<defs>{patterns}</defs>{markup}</svg>"
    )


def _pattern(pattern: Element) -> str:
    size = {name: pattern.attributes.get(name, "6") for name in ("width", "height")}
    attributes = {"id": pattern.attributes.get("id", ""), **size, "patternUnits": "userSpaceOnUse"}
    return f"<pattern{_attributes(attributes)}>{_static_all(pattern, 6, 6)}</pattern>"


def _drawing(tree: Element, charts: Sequence[Element]) -> _Drawing:
    """The charts side by side or one below the other, each under its heading, and the legend below them."""
    headings = [" ".join(p.text.split()) for p in _all(tree, "p") if "fsd-picture__heading" in p.classes]
    headings = headings if len(charts) > 1 else []
    legend = [item for one in _all(tree, "ul") if "fsd-legend" in one.classes for item in _all(one, "li")]
    columns = len(charts) if len(legend) <= _SIDE_BY_SIDE else 1
    width = (WIDTH - _GAP * (columns - 1)) / columns
    drawn, y, tallest = [], 0.0, 0.0
    for number, chart in enumerate(charts):
        x = (number % columns) * (width + _GAP)
        y, tallest = (y + tallest, 0.0) if number and x == 0 else (y, tallest)
        heading = headings[number] if number < len(headings) else ""
        top = _HEADING if heading else 0.0
        one = static(chart, width)
        drawn.append(_moved(f"{_text(heading, 14)}{_moved(one.markup, 0, top)}", x, y))
        tallest = max(tallest, one.height + top + _GAP / 2)
    keys = _legend(legend)
    return _Drawing("".join(drawn) + _moved(keys.markup, 0, y + tallest), WIDTH, y + tallest + keys.height)


def static(svg: Element, width: float) -> _Drawing:
    """One picture of that width, its height its own, or that of the drawing which fills it."""
    height = _number(svg.attributes.get("height", ""))
    if height is None:
        view = next((view for inner in _all(svg, "svg") if (view := _view(inner))), (0.0, 0.0, 2.0, 1.0))
        height = width * view[3] / view[2]
    return _Drawing(_static_all(svg, width, height), width, round(height, 2))


def _static_all(element: Element, width: float, height: float) -> str:
    return "".join(
        str(escape(child)) if isinstance(child, str) else _static(child, width, height)
        for child in element.children
        if not isinstance(child, str) or element.tag in ("text", "tspan")
    )


def _static(element: Element, width: float, height: float) -> str:
    if element.classes & _LEFT_OUT or element.tag in ("title", "desc", "defs"):
        return ""
    if element.tag == "svg":
        return _nested(element, width, height)
    if element.tag == "g" and "fsd-map__dots" in element.classes:
        return "".join(_dot(place, width, height) for place in _all(element, "svg"))
    inner = _static_all(element, width, height)
    if element.tag not in _SHAPES:
        return inner
    own = {
        name: _length(name, value, width, height)
        for name, value in element.attributes.items()
        if name in _KEPT
    }
    if len(own.get("d", "")) > _LONG_OUTLINE:
        own["d"] = coarser(own["d"], _COARSE * width / WIDTH)
    return f"<{element.tag}{_attributes({**_looks(element), **own})}>{inner}</{element.tag}>"


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
        return f'<g transform="translate({x} {y})">{_static_all(svg, width, height)}</g>'
    left, top, across, down = view
    scale = f"scale({width / across:.5f} {height / down:.5f}) translate({-left:g} {-top:g})"
    return f'<g transform="{scale}">{_static_all(svg, across, down)}</g>'


def _dot(place: Element, width: float, height: float) -> str:
    """A dot of the map: the first of its circles is there for the pointer."""
    first = next(
        (child for child in place.children if isinstance(child, Element) and child.tag == "circle"), None
    )
    rest = tuple(child for child in place.children if child is not first)
    return _nested(Element("svg", {**place.attributes, "fill": _INK}, rest), width, height)


def _view(svg: Element) -> tuple[float, float, float, float] | None:
    parts = [_number(part) for part in svg.attributes.get("viewbox", "").split()]
    numbers = [part for part in parts if part is not None]
    return (
        (numbers[0], numbers[1], numbers[2], numbers[3])
        if len(numbers) == 4 and numbers[2] * numbers[3]
        else None
    )


def _looks(element: Element) -> dict[str, str]:
    """What the classes say, the later ones over the earlier ones."""
    known = [_LOOKS.get(name, {}) for name in element.attributes.get("class", "").split()]
    looks = {name: value for one in known for name, value in one.items()}
    plain = {"fill": _INK, **({"stroke": "#ffffff"} if element.tag == "circle" else {})}
    return looks or (plain if element.tag in ("circle", "text") else {})


def _length(name: str, value: str, width: float, height: float) -> str:
    """A percentage as the length that it means."""
    share = _number(value.removesuffix("%")) if value.endswith("%") else None
    if share is None or name not in _ACROSS | _DOWN:
        return value
    return f"{share / 100 * (width if name in _ACROSS else height):.2f}"


def _legend(items: Sequence[Element]) -> _Drawing:
    """Swatches and what they mean, in lines as wide as the picture."""
    drawn, x, y = [], 0.0, 0.0
    tallest = max((_side(item)[1] for item in items), default=0.0)
    line = max(tallest + 4, _LEGEND)
    for item in items:
        across, down = _side(item)
        label = " ".join(item.text.split())
        taken = across + 8 + 6.8 * len(label) + 22
        x, y = (0.0, y + line) if x and x + taken > WIDTH else (x, y)
        swatch = "".join(_static_all(svg, across, down) for svg in list(_all(item, "svg"))[:1])
        swatch = swatch.replace(f'stroke-width="{_MAP_STROKE}"', 'stroke-width="1"')
        middle = y + line / 2
        drawn.append(
            _moved(swatch, x, middle - down / 2) + _moved(_text(label, 0), x + across + 8, middle + 4.5)
        )
        x += taken
    return _Drawing("".join(drawn), WIDTH, y + line if items else 0.0)


def _side(item: Element) -> tuple[float, float]:
    """Width and height of an item's swatch."""
    svg = next(_all(item, "svg"), None)
    found = [_number(svg.attributes.get(name, "")) if svg else None for name in ("width", "height")]
    return found[0] or 0.0, found[1] or 0.0


def _text(text: str, y: float) -> str:
    bold = ' font-weight="bold"' if y else ""
    return f'<text y="{y:g}" fill="{_INK}"{bold}>{escape(text)}</text>' if text else ""


def _moved(markup: str, x: float, y: float) -> str:
    return f'<g transform="translate({x:.2f} {y:.2f})">{markup}</g>' if markup else ""


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d*\.?\d+", text) else None


def _all(element: Element, tag: str) -> Iterator[Element]:
    """The elements with that tag inside, in the order of the page."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            yield from _all(child, tag)
