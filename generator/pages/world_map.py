"""The map of the world with a dot for each country that has facilities, as inline SVG made at build time.

Shapes come ready from ``shapes/world.json``; a build computes only where the dots stand and how large they
are. Positions are percentages of a panel and sizes are pixels, so that dots and letters keep their size
while the land stretches with the page. What is crowded on the world has panels of its own: Europe, and the
covered countries, of which each is outlined and named.
"""

from __future__ import annotations

import json
import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..model import COVERED_COUNTRIES, Country, Disclosure
from ..prose.environment import page_environment
from .annex_links import AnnexLinks
from .charts import facilities

TEMPLATE = "partials/world_map.html.j2"
SHAPES = Path(__file__).with_name("shapes") / "world.json"

LARGEST_PX, SMALLEST_PX, LARGEST_OF_ONE_PX = 22.0, 3.5, 4.0
"""Radius of the largest dot, of the smallest, and at most of a dot for one facility."""
ALL_DOTS_PX2 = 8000.0
"""Area of all dots together at most, so that the land stays in sight: a 25th of the map on a desktop."""
TARGET_PX = 12.0
"""Radius of what answers to a finger or a mouse, where the dot itself is smaller."""
PHONE_SCALE = 0.6
"""How much smaller ``components.css`` draws all dots where the page is narrow."""

_ENLARGED_FROM = 3
"""Dots that make a panel for Europe worth its place."""
_EDGE_PX = 12
"""A dot nearer than this to a panel's edge, in units of the map, belongs to no enlargement."""
_LINE_LENGTH, _LINES, _LINE_PX = 12, 3, 13
"""Letters, number and height of the lines of a covered country's name."""


@dataclass(frozen=True)
class Count:
    """The annex rows whose facility stands in one country."""

    country: Country
    number: int
    href: str


@dataclass(frozen=True)
class Dot:
    """A country's dot. ``x`` and ``y`` in percent of its panel, radii in pixels."""

    name: str
    """What the link is called: ``China: 71 facilities``."""
    href: str
    x: str
    y: str
    radius: str
    target: str
    """Radius of what answers to the pointer."""
    number: str
    """The number inside the dot; empty where it does not fit."""
    fits_on_phone: bool
    """The number fits the smaller dot of a phone, too."""
    is_covered: bool
    anchor: str
    """Side of the name that stands at the dot while it has the focus: ``start``, ``middle`` or ``end``."""
    name_dy: str


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


@dataclass(frozen=True)
class Size:
    """A dot of the legend; in pixels."""

    label: str
    radius: str
    side: str
    """Width and height of its picture."""


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


@lru_cache(maxsize=1)
def shapes() -> dict[str, Any]:
    """The vendored shapes: paths, places by ISO code, and the parts of the map that are enlarged."""
    found: dict[str, Any] = json.loads(SHAPES.read_text(encoding="utf-8"))
    return found


def world_map(disclosure: Disclosure, links: AnnexLinks) -> Markup:
    """The map with its enlargements, its legend, and in words what is not on it; empty without any dot."""
    picture = _map(disclosure, links)
    if not picture.sizes:
        return Markup("")
    return Markup(page_environment().get_template(TEMPLATE).render(vars(picture)).rstrip("\n"))


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
            Absent(_one_line(count), facilities(count.number), count.href)
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
    elsewhere = [count for kind, some in by_panel.items() if kind != "world" for count in some]
    return Panel(
        kind="world",
        heading="",
        title="Map of the countries in which the listed facilities stand",
        view=_view_box(view),
        dots=tuple(_dot(count, view, scale) for count in by_panel["world"]),
        others=tuple(_dot(count, view, scale) for count in _in_order(elsewhere)),
        frames=tuple(_frame(kind) for kind in enlarged),
        names=(),
    )


_TITLES = {"europe": "Part of Europe, enlarged", "covered": "Covered countries, enlarged"}


def _enlargement(kind: str, counts: Sequence[Count], scale: float, disclosure: Disclosure) -> Panel:
    view = shapes()["views"][kind]
    return Panel(
        kind=kind,
        heading=_covered_heading(disclosure) if kind == "covered" else _TITLES[kind],
        title=_TITLES[kind],
        view=_view_box(view),
        dots=tuple(_dot(count, view, scale) for count in counts),
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
        x=_percent(left, whole_width),
        y=_percent(top, whole_height),
        width=_percent(width, whole_width),
        height=_percent(height, whole_height),
    )


def dot_scale(numbers: Sequence[int]) -> float:
    """Radius in pixels of a dot for one facility, so that areas are in proportion to numbers."""
    largest = LARGEST_PX / math.sqrt(max(numbers, default=1))
    together = math.sqrt(ALL_DOTS_PX2 / (math.pi * max(sum(numbers), 1)))
    return min(largest, together, LARGEST_OF_ONE_PX)


def radius_px(number: int, scale: float) -> float:
    return max(scale * math.sqrt(number), SMALLEST_PX)


def _dot(count: Count, view: Sequence[int], scale: float) -> Dot:
    left, top, width, height = view
    x, y = shapes()["points"][count.country.code]
    radius = radius_px(count.number, scale)
    number = f"{count.number:,}"
    return Dot(
        name=_name(count),
        href=count.href,
        x=_percent(x - left, width),
        y=_percent(y - top, height),
        radius=_pixels(radius),
        target=_pixels(max(radius, TARGET_PX)),
        number=number if _fits(number, radius) else "",
        fits_on_phone=_fits(number, radius * PHONE_SCALE),
        is_covered=count.country.is_covered,
        anchor=_anchor((x - left) / width),
        name_dy=_pixels(-radius - 6 if (y - top) / height > 0.1 else radius + 15),
    )


def _name(count: Count) -> str:
    return f"{_one_line(count)}: {facilities(count.number)}"


def _one_line(count: Count) -> str:
    return " ".join(count.country.name.split())


def _fits(number: str, radius: float) -> bool:
    """Whether a number in letters of 11 pixels fits a dot."""
    return max(3.2 * len(number) + 2, 6.3) <= radius


def _anchor(part: float) -> str:
    return "start" if part < 0.15 else "end" if part > 0.85 else "middle"


def _covered_names(disclosure: Disclosure) -> tuple[Name, ...]:
    """The ten names, as the filer writes them."""
    left, top, width, height = shapes()["views"]["covered"]
    written = {code: name for name, code in disclosure.covered_codes if code}
    return tuple(
        Name(
            x=_percent(x - left, width),
            y=_percent(y - top, height),
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


def legend_sizes(most: int, scale: float) -> tuple[Size, ...]:
    """Dots for one facility and for round numbers up to the largest dot's."""
    return tuple(
        Size(
            label=facilities(number),
            radius=_pixels(radius_px(number, scale)),
            side=_pixels(2 * radius_px(number, scale) + 2),
        )
        for number in round_numbers(most)
    )


def round_numbers(most: int) -> tuple[int, ...]:
    """1, and the two largest of 1, 2, 5, 10, 20, 50 … that are not above ``most`` and far enough apart."""
    steps = [step * 10**power for power in range(7) for step in (1, 2, 5) if step * 10**power <= most]
    return tuple(sorted({*steps[:1], *steps[-1:], *steps[-3:-2]}))


def _description(placed: int, every: int) -> str:
    dots = "One dot, for one country." if placed == 1 else f"{placed} dots, one for each country."
    rest = "" if placed == every else " What has no place on the map is named below it."
    areas = "Areas are in proportion to the number of facilities, down to a smallest size."
    return f"{dots} {areas}{rest}"


def _view_box(view: Sequence[int]) -> str:
    return " ".join(map(str, view))


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") + "%"


def _pixels(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
