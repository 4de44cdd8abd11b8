"""The map of the world with a dot for each country that has facilities, as inline SVG made at build time.

Shapes come ready from ``shapes/world.json``; a build computes only where the dots stand and how large they
are. Positions are percentages of a panel and sizes are pixels, so that dots and letters keep their size
while the land stretches with the page. What is crowded on the world has panels of its own: Europe, and the
covered countries, of which each is outlined and named.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import COVERED_COUNTRIES, Country, Disclosure
from .annex_links import AnnexLinks
from .charts.bar_texts import facilities
from .common_page import fragment
from .map_dots import Count, Dot, Size, dot_of, dot_scale, legend_sizes, one_line, percent_of
from .map_labels import labelled
from .map_ring import Ring, as_dot, europe_heading, ring
from .map_shapes import shapes

TEMPLATE = "partials/world_map.html.j2"

_ENLARGED_FROM = 3
"""Dots that make a panel for Europe worth its place."""
_EDGE_PX = 12
"""A dot nearer than this to a panel's edge, in units of the map, belongs to no enlargement."""
_WORLD_WIDTHS, _ENLARGED_WIDTHS = (340, 640, 1000), (280, 420)
"""Widths in pixels from which names of countries are shown; ``overview/map.css`` has them, too."""
_LINE_LENGTH, _LINES, _LINE_PX = 12, 3, 13
"""Letters, number and height of the lines of a covered country's name."""


@dataclass(frozen=True)
class Frame:
    """Where the world has an enlargement; in percent."""

    id: str
    name: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Name:
    """A covered country's name: its lines, each with its distance from the one above in pixels."""

    x: str
    y: str
    anchor: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Panel:
    """One drawing: the world or an enlargement."""

    kind: str
    """``world``, ``europe`` or ``covered``."""
    heading: str
    title: str
    view: str
    """Its part of the map as a ``viewBox``."""
    dots: tuple[Dot, ...]
    """Largest first, so that small ones lie on top."""
    others: tuple[Dot, ...]
    """Dots that are links in an enlargement and only drawn here."""
    frames: tuple[Frame, ...]
    names: tuple[Name, ...]
    grouped: tuple[Dot, ...] = ()
    """Dots that paper shows, and the site as one ring."""
    ring: Ring | None = None


@dataclass(frozen=True)
class Absent:
    """A country of the list that has no place on the map."""

    name: str
    number: str
    href: str


@dataclass(frozen=True)
class WorldMap:
    """What the template of the map uses."""

    description: str
    land: Markup
    borders: Markup
    covered: tuple[Markup, ...]
    """Outlines of the covered countries."""
    world: Panel
    enlargements: tuple[Panel, ...]
    sizes: tuple[Size, ...]
    absent: tuple[Absent, ...]


def world_map(disclosure: Disclosure, links: AnnexLinks) -> Markup:
    """The map with its enlargements, its legend, and in words what is not on it; empty without any dot."""
    picture = _map(disclosure, links)
    if not picture.sizes:
        return Markup("")
    return fragment(TEMPLATE, picture)


def _map(disclosure: Disclosure, links: AnnexLinks) -> WorldMap:
    counts = counts_by_code(disclosure, links)
    placed = [count for count in counts if count.country.code in shapes()["points"]]
    by_panel = _by_panel(placed)
    scale = dot_scale([count.number for count in placed])
    enlargements = tuple(
        _enlargement(kind, some, scale, disclosure)
        for kind, some in by_panel.items()
        if kind != "world" and (some or kind == "covered")
    )
    return WorldMap(
        description=_description(len(placed), len(counts)),
        land=Markup(shapes()["land"]),
        borders=Markup(shapes()["borders"]),
        covered=tuple(Markup(path) for path in shapes()["covered"].values()),
        world=_world(by_panel, scale, [panel.kind for panel in enlargements]),
        enlargements=enlargements,
        sizes=legend_sizes(max((count.number for count in placed), default=0), scale),
        absent=tuple(
            Absent(one_line(count), facilities(count.number), count.href)
            for count in counts
            if count not in placed
        ),
    )


def counts_by_code(disclosure: Disclosure, links: AnnexLinks) -> tuple[Count, ...]:
    """Annex rows by the country's code, by falling number, then by name; the unknown as one.

    Rows for which no country is given are not among them.
    """
    found: dict[str | None, list[Country]] = {}
    for country in _countries(disclosure):
        found.setdefault(country.code, []).append(country)
    counts = [Count(rows[0], len(rows), links.countries(rows[:1])) for rows in found.values()]
    return _in_order(counts)


def _countries(disclosure: Disclosure) -> list[Country]:
    """The country of each row that has one."""
    return [row.country for row in disclosure.smelters if row.country]


def _in_order(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda count: (-count.number, count.country.name)))


def _by_panel(counts: Iterable[Count]) -> dict[str, list[Count]]:
    """Each country in the one panel where its dot is a link."""
    found: dict[str, list[Count]] = {"world": [], "europe": [], "covered": []}
    for count in counts:
        found[_home(str(count.country.code))].append(count)
    if len(found["europe"]) < _ENLARGED_FROM:
        found["world"] = list(_in_order([*found["world"], *found.pop("europe")]))
    return found


def _home(code: str) -> str:
    x, y = shapes()["points"][code]
    for kind, (left, top, width, height) in shapes()["views"].items():
        if left + _EDGE_PX <= x <= left + width - _EDGE_PX and top + _EDGE_PX <= y <= top + height - _EDGE_PX:
            return str(kind)
    return "world"


def _world(by_panel: dict[str, list[Count]], scale: float, enlarged: Sequence[str]) -> Panel:
    view = (0, 0, *shapes()["size"])
    europe, covered = by_panel.get("europe", []), by_panel["covered"]
    europe_ring = ring(europe, view) if europe else None
    others = tuple(dot_of(count, view, scale) for count in _in_order(covered))
    dots = tuple(dot_of(count, view, scale) for count in by_panel["world"])
    return Panel(
        kind="world",
        heading="",
        title="Map of the countries in which the listed smelters are",
        view=_view_box(view),
        dots=labelled(
            dots, shapes()["size"], _WORLD_WIDTHS, (*others, *([as_dot(europe_ring)] if europe_ring else []))
        ),
        others=others,
        frames=tuple(_frame(kind) for kind in enlarged if kind != "europe"),
        names=(),
        grouped=tuple(dot_of(count, view, scale) for count in _in_order(europe)),
        ring=europe_ring,
    )


_TITLES = {"europe": "Part of Europe, enlarged", "covered": "Covered countries, enlarged"}


def _enlargement(kind: str, counts: Sequence[Count], scale: float, disclosure: Disclosure) -> Panel:
    view = shapes()["views"][kind]
    dots = tuple(dot_of(count, view, scale) for count in counts)
    return Panel(
        kind=kind,
        heading=_covered_heading(disclosure) if kind == "covered" else europe_heading(counts),
        title=_TITLES[kind],
        view=_view_box(view),
        dots=labelled(dots, view[2:], _ENLARGED_WIDTHS) if kind == "europe" else dots,
        others=(),
        frames=(),
        names=_covered_names(disclosure) if kind == "covered" else (),
    )


def _covered_heading(disclosure: Disclosure) -> str:
    given = _countries(disclosure)
    number = sum(country.is_covered for country in given)
    whose = "" if len(given) == len(disclosure.smelters) else " of which the country is given"
    return f"Covered countries: {number:,} of {facilities(len(given))}{whose}"


def _frame(kind: str) -> Frame:
    left, top, width, height = shapes()["views"][kind]
    whole_width, whole_height = shapes()["size"]
    return Frame(
        id=f"fsd-map-{kind}",
        name=f"{_TITLES[kind]} below",
        x=percent_of(left, whole_width),
        y=percent_of(top, whole_height),
        width=percent_of(width, whole_width),
        height=percent_of(height, whole_height),
    )


def _covered_names(disclosure: Disclosure) -> tuple[Name, ...]:
    """The ten names, as the filer writes them."""
    left, top, width, height = shapes()["views"]["covered"]
    written = {code: name for name, code in disclosure.covered_codes if code}
    return tuple(
        Name(
            x=percent_of(x - left, width),
            y=percent_of(y - top, height),
            anchor=anchor,
            lines=_name_lines(written.get(code, default)),
        )
        for code, default in COVERED_COUNTRIES.items()
        for x, y, anchor in [shapes()["names"][code]]
    )


def _name_lines(name: str) -> tuple[tuple[str, str], ...]:
    """A name in short lines without its article, the first one at its place; what does not fit is cut."""
    lines = textwrap.wrap(
        name.removeprefix("the "), _LINE_LENGTH, max_lines=_LINES, placeholder="…", break_on_hyphens=False
    )
    return tuple((f"{_LINE_PX if i else 0}", line) for i, line in enumerate(lines))


def _description(placed: int, every: int) -> str:
    dots = "One dot, for one country." if placed == 1 else f"{placed} dots, one for each country."
    rest = "" if placed == every else " What has no place on the map is named below it."
    areas = "Areas are in proportion to the number of facilities, down to a smallest size."
    return f"{dots} {areas}{rest}"


def _view_box(view: Sequence[int]) -> str:
    return " ".join(map(str, view))
