"""Pictures of the facts as inline SVG, made at build time.

Horizontal measures are percentages and vertical ones are pixels, and there is no ``viewBox``: bars
stretch with the page, letters and markers keep their size, on a phone and on paper. Colours come from
classes (``components.css``). Text in a picture is not marked as data: the table beside it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure, Metal, StatusClass
from .environment import page_environment
from .facts import AllFacts, percent
from .tables import country_counts, css_slug

STACKED_TEMPLATE = "partials/stacked_bars.svg.j2"
RANKED_TEMPLATE = "partials/ranked_bars.svg.j2"

MARKERS: dict[str, str] = {
    StatusClass.CONFORMANT: "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z",
    StatusClass.ACTIVE: "M5 .5L10 9.5H0Z",
    StatusClass.INDETERMINABLE: "M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0ZM5 2A3 3 0 1 0 5 8A3 3 0 1 0 5 2Z",
    StatusClass.NOT_CONFORMANT: "M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2Z",
    StatusClass.NOT_ENROLLED: "M.5 .5V9.5H9.5V.5ZM2.5 2.5H7.5V7.5H2.5Z",
    StatusClass.OTHER: "M0 3.5H10V6.5H0Z",
}
"""Outline of a status' marker in a square of 10 pixels. ``components.css`` draws the same shapes."""

_COUNTRIES_SHOWN = 12
_LABEL_LENGTH = 34
"""Letters of a label that fit beside its number on a phone."""


@dataclass(frozen=True)
class Part:
    """A part of a whole: the rows of one status."""

    label: str
    status_class: str
    count: int


@dataclass(frozen=True)
class Segment:
    """A part as a piece of its bar; ``x`` and ``width`` in percent."""

    slug: str
    x: str
    width: str


@dataclass(frozen=True)
class Marker:
    """A part's marker and number under the bar; in pixels."""

    slug: str
    outline: str
    x: int
    y: int
    text: str
    text_x: int
    text_y: int


@dataclass(frozen=True)
class StackedBar:
    label: str
    total: str
    text_y: int
    bar_y: int
    segments: tuple[Segment, ...]
    markers: tuple[Marker, ...]


@dataclass(frozen=True)
class StackedBars:
    """What the template of stacked bars uses. Each bar is a whole of its own, 100% wide."""

    id: str
    title: str
    description: str
    height: int
    bar_height: int
    slugs: tuple[str, ...]
    """Status classes that need a pattern."""
    legend: tuple[Part, ...]
    """The statuses in the order of the bars; ``status_class`` spelt as in CSS."""
    bars: tuple[StackedBar, ...]


@dataclass(frozen=True)
class RankedBar:
    label: str
    count: str
    width: str
    text_y: int
    bar_y: int
    is_rest: bool
    """All other entries together."""


@dataclass(frozen=True)
class RankedBars:
    """What the template of ranked bars uses. The longest bar is 100% wide."""

    id: str
    title: str
    description: str
    height: int
    bar_height: int
    bars: tuple[RankedBar, ...]


def status_by_metal(facts: AllFacts) -> Markup:
    """Share of each status in the annex rows of a metal. Metals without rows are left out."""
    wholes = [(metal.value, _parts(facts, metal)) for metal in Metal]
    filled = [(name, parts) for name, parts in wholes if any(part.count for part in parts)]
    chart = stacked_bars("fsd-chart-status", "Status of the listed facilities by metal", filled)
    return _svg(STACKED_TEMPLATE, chart)


def _parts(facts: AllFacts, metal: Metal) -> list[Part]:
    return [
        Part(str(s.label), s.status_class, int(s.facilities.of_metal(metal).total)) for s in facts.statuses
    ]


def facilities_by_country(disclosure: Disclosure) -> Markup:
    """Annex rows of the countries with most of them, and of all others together."""
    counts = [(str(country.name), int(country.total)) for country in country_counts(disclosure)]
    shown, others = split_ranking(counts, _COUNTRIES_SHOWN)
    rest = (f"{len(others)} other countries", sum(count for _, count in others)) if others else None
    chart = ranked_bars("fsd-chart-countries", "Listed facilities by country", shown, rest)
    return _svg(RANKED_TEMPLATE, chart)


def _svg(template: str, chart: StackedBars | RankedBars) -> Markup:
    return Markup(page_environment().get_template(template).render(vars(chart)).rstrip("\n"))


def split_ranking(
    counts: Sequence[tuple[str, int]], shown: int
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The first entries and the rest; a rest of one or two is shown as well."""
    if len(counts) <= shown + 2:
        return list(counts), []
    return list(counts[:shown]), list(counts[shown:])


def stacked_bars(chart_id: str, title: str, wholes: Sequence[tuple[str, Sequence[Part]]]) -> StackedBars:
    """One bar a whole, its parts in the order given. All wholes have the same kinds of parts."""
    text, bar, markers, gap = 20, 18, 26, 14
    step = text + bar + markers + gap
    bars = [
        StackedBar(
            label=shortened(name),
            total=f"{_total(parts):,}",
            text_y=number * step + 14,
            bar_y=number * step + text,
            segments=segments(parts),
            markers=_markers(parts, number * step + text + bar + 8),
        )
        for number, (name, parts) in enumerate(wholes)
    ]
    kinds = wholes[0][1] if wholes else ()
    return StackedBars(
        id=chart_id,
        title=title,
        description=" ".join(_whole_in_words(name, parts) for name, parts in wholes),
        height=max(len(bars) * step - gap, 0),
        bar_height=bar,
        slugs=tuple(dict.fromkeys(css_slug(part.status_class) for part in kinds)),
        legend=tuple(Part(part.label, css_slug(part.status_class), part.count) for part in kinds),
        bars=tuple(bars),
    )


def segments(parts: Sequence[Part]) -> tuple[Segment, ...]:
    """The parts that are not empty, end to end; together they are 100% wide."""
    total = _total(parts)
    found, before = [], 0
    for part in parts:
        if part.count:
            width = _share(part.count, total)
            found.append(Segment(css_slug(part.status_class), _share(before, total), width))
        before += part.count
    return tuple(found)


def _markers(parts: Sequence[Part], y: int) -> tuple[Marker, ...]:
    """Marker and number of every part, empty ones included, in columns that all bars share."""
    column = 60
    return tuple(
        Marker(
            slug=css_slug(part.status_class),
            outline=MARKERS[part.status_class],
            x=number * column,
            y=y,
            text=f"{part.count:,}",
            text_x=number * column + 15,
            text_y=y + 10,
        )
        for number, part in enumerate(parts)
    )


def ranked_bars(
    chart_id: str, title: str, counts: Sequence[tuple[str, int]], rest: tuple[str, int] | None = None
) -> RankedBars:
    """One bar an entry, in the order given, with its name and number above it; ``rest`` comes last."""
    every = [*counts, rest] if rest else list(counts)
    text, bar, gap = 19, 7, 9
    step = text + bar + gap
    longest = max((count for _, count in every), default=0)
    bars = [
        RankedBar(
            label=shortened(name),
            count=f"{count:,}",
            width=_share(count, longest),
            text_y=number * step + 14,
            bar_y=number * step + text,
            is_rest=number == len(counts),
        )
        for number, (name, count) in enumerate(every)
    ]
    return RankedBars(
        id=chart_id,
        title=title,
        description=", ".join(f"{shortened(name)} {count:,}" for name, count in every),
        height=max(len(bars) * step - gap, 0),
        bar_height=bar,
        bars=tuple(bars),
    )


def shortened(label: str) -> str:
    """A label that fits: its first letters and an ellipsis where it is too long. The table has it whole."""
    return label if len(label) <= _LABEL_LENGTH else f"{label[: _LABEL_LENGTH - 1].rstrip()}…"


def _whole_in_words(name: str, parts: Sequence[Part]) -> str:
    total = _total(parts)
    named = ", ".join(f"{p.count:,} {shortened(p.label)} ({percent(p.count, total)})" for p in parts)
    return f"{name}, {total:,} facilities: {named}."


def _total(parts: Sequence[Part]) -> int:
    return sum(part.count for part in parts)


def _share(part: int, whole: int) -> str:
    """Percentage of a length with three decimals at most; the same text on every machine."""
    return f"{100 * part / whole:.3f}".rstrip("0").rstrip(".") + "%" if whole else "0%"
