"""The overview's pictures for paper: which there are, and how charts, headings and legend stand together."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from ..model.brand import Brand
from ..pages.page import Page
from ..prose.element import Element
from ..prose.html_tree import html_tree
from .picture import Picture
from .still import (
    MAP_STROKE,
    WIDTH,
    Drawing,
    Looks,
    all_in,
    attributes_of,
    looks_of,
    looks_on_paper,
    number_in,
    static,
    static_all,
    static_one,
)

PRINTED_WIDTH = 468
"""In points: letter paper with an inch of margin on both sides."""
PRINTED_HEIGHT = 560
"""In points: what a page has beside a picture's title and note. A taller picture is set smaller."""
_TABLES = {"status_all": "fsd-status-totals", "status": "fsd-status-by-metal"}
_TABLE = "fsd-countries"
_GAP, _HEADING, _LEGEND = 30.0, 24.0, 26.0
_SIDE_BY_SIDE = 4
"""With more statuses than these, pictures stand one below the other."""


def pictures_of(overview: Page, brand: Brand | None = None) -> tuple[Picture, ...]:
    """The pictures of the overview that say more than a table, each to stand behind the table of its numbers.

    Bars that rank countries say no more than the table of countries, and take a page.
    ``brand`` None: as the program's own documents look.
    """
    brand = brand or Brand()
    found = []
    for placeholder, html in overview.in_documents.items():
        tree = html_tree(html)
        charts = [svg for svg in all_in(tree, "svg") if _titles(svg)]
        is_map = bool(charts) and "fsd-map__picture" in charts[0].classes
        if charts and (is_map or any(name in placeholder for name in _TABLES)):
            table = next((table for name, table in _TABLES.items() if name in placeholder), _TABLE)
            found.append(_picture(tree, charts, table, brand))
    return tuple(found)


def _picture(tree: Element, charts: Sequence[Element], table: str, brand: Brand) -> Picture:
    # What is enlarged is on the large picture too.
    shown = charts[:1] if "fsd-map__picture" in charts[0].classes else charts
    titles = [_titles(chart)[0] for chart in shown]
    looks = looks_on_paper(brand.colours.light)
    drawing = _drawing(tree, shown, looks)
    return Picture(
        title="; ".join([titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])]),
        words=" ".join(f"{'. '.join(_titles(chart)).rstrip('.')}." for chart in shown),
        svg=_document(tree, drawing, looks, brand.typefaces.of_documents),
        width=min(PRINTED_WIDTH, int(PRINTED_HEIGHT * drawing.width / max(drawing.height, 1.0))),
        beside=table,
        note=" ".join(
            " ".join(note.text.split()) for note in all_in(tree, "p") if "fsd-map__note" in note.classes
        ),
    )


def _titles(svg: Element) -> list[str]:
    """Title and description; a picture without a title is decoration."""
    parts = [child for child in svg.children if isinstance(child, Element) and child.tag in ("title", "desc")]
    return [" ".join(part.text.split()) for part in parts if part.text.strip()]


def _document(tree: Element, drawing: Drawing, looks: Looks, fonts: Sequence[str]) -> str:
    markup = drawing.markup
    for pattern in all_in(tree, "pattern"):
        # A plain ground as a pattern would show the edges of its tiles.
        ground, *lines = (looks_of(part, looks) for part in pattern.children if isinstance(part, Element))
        if not lines:
            markup = markup.replace(
                f"url(#{pattern.attributes.get('id')})", ground.get("fill", looks["circle"]["fill"])
            )
    patterns = "".join(_pattern(pattern, looks) for pattern in all_in(tree, "pattern"))
    names = escape(", ".join(f"'{name}'" for name in fonts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width:g}" height="{drawing.height:g}" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" font-family="{names}" font-size="14">'
        f"<defs>{patterns}</defs>{markup}</svg>"
    )


def _pattern(pattern: Element, looks: Looks) -> str:
    size = {name: pattern.attributes.get(name, "6") for name in ("width", "height")}
    attributes = {"id": pattern.attributes.get("id", ""), **size, "patternUnits": "userSpaceOnUse"}
    return f"<pattern{attributes_of(attributes)}>{static_all(pattern, 6, 6, looks)}</pattern>"


def _drawing(tree: Element, charts: Sequence[Element], looks: Looks) -> Drawing:
    """The charts side by side or one below the other, each under its heading, and the legend below them."""
    headings = [" ".join(p.text.split()) for p in all_in(tree, "p") if "fsd-picture__heading" in p.classes]
    headings = headings if len(charts) > 1 else []
    legend = [item for one in all_in(tree, "ul") if "fsd-legend" in one.classes for item in all_in(one, "li")]
    columns = len(charts) if len(legend) <= _SIDE_BY_SIDE else 1
    width = (WIDTH - _GAP * (columns - 1)) / columns
    drawn, y, tallest = [], 0.0, 0.0
    for number, chart in enumerate(charts):
        x = (number % columns) * (width + _GAP)
        y, tallest = (y + tallest, 0.0) if number and x == 0 else (y, tallest)
        heading = headings[number] if number < len(headings) else ""
        top = _HEADING if heading else 0.0
        one = static(chart, width, looks)
        drawn.append(_moved(f"{_text(heading, 14, looks)}{_moved(one.markup, 0, top)}", x, y))
        tallest = max(tallest, one.height + top + _GAP / 2)
    keys = _legend(legend, _markers(charts[0], len(legend), looks), looks)
    return Drawing("".join(drawn) + _moved(keys.markup, 0, y + tallest), WIDTH, y + tallest + keys.height)


def _markers(chart: Element, kinds: int, looks: Looks) -> list[str]:
    """The markers of the first bar, where a color stands for more than one status; else none."""
    found = [path for path in all_in(chart, "path") if "fsd-picture__marker" in path.classes][:kinds]
    if len(found) < kinds or len({path.attributes["class"] for path in found}) == len(found):
        return [""] * kinds
    return [static_one(_unmoved(path), 10, 10, looks) for path in found]


def _unmoved(path: Element) -> Element:
    attributes = {name: value for name, value in path.attributes.items() if name != "transform"}
    return Element(path.tag, attributes, path.children)


def _legend(items: Sequence[Element], markers: Sequence[str], looks: Looks) -> Drawing:
    """Swatches, markers and what they mean, in lines as wide as the picture."""
    drawn, x, y = [], 0.0, 0.0
    tallest = max((_side(item)[1] for item in items), default=0.0)
    line = max(tallest + 4, _LEGEND)
    for item, marker in zip(items, markers, strict=True):
        across, down = _side(item)
        label = " ".join(item.text.split())
        beside = across + 8 + (16 if marker else 0)
        taken = beside + 6.8 * len(label) + 22
        x, y = (0.0, y + line) if x and x + taken > WIDTH else (x, y)
        swatch = "".join(static_all(svg, across, down, looks) for svg in list(all_in(item, "svg"))[:1])
        swatch = swatch.replace(f'stroke-width="{MAP_STROKE}"', 'stroke-width="1"')
        middle = y + line / 2
        drawn.append(
            _moved(swatch, x, middle - down / 2)
            + _moved(marker, x + across + 8, middle - 5)
            + _moved(_text(label, 0, looks), x + beside, middle + 4.5)
        )
        x += taken
    return Drawing("".join(drawn), WIDTH, y + line if items else 0.0)


def _side(item: Element) -> tuple[float, float]:
    """Width and height of an item's swatch."""
    svg = next(all_in(item, "svg"), None)
    found = [number_in(svg.attributes.get(name, "")) if svg else None for name in ("width", "height")]
    return found[0] or 0.0, found[1] or 0.0


def _text(text: str, y: float, looks: Looks) -> str:
    bold = ' font-weight="bold"' if y else ""
    ink = looks["text"]["fill"]
    return f'<text y="{y:g}" fill="{ink}"{bold}>{escape(text)}</text>' if text else ""


def _moved(markup: str, x: float, y: float) -> str:
    return f'<g transform="translate({x:.2f} {y:.2f})">{markup}</g>' if markup else ""
