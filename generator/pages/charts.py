"""Pictures of the facts as inline SVG, made at build time.

Horizontal measures are percentages and vertical ones are pixels, and there is no ``viewBox``: bars
stretch with the page, letters and markers keep their size, on a phone and on paper. Colours come from
classes (``components.css``). Text in a picture is not marked as data: the table beside it is.

Each part of a picture is a link to the annex, filtered to the facilities that the part stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Country, Disclosure, Metal, StatusClass, percent
from ..model.counted import counted
from ..prose.environment import page_environment
from ..prose.facts import AllFacts
from .annex_links import AnnexLinks
from .tables import country_counts, css_slug

STACKED_TEMPLATE = "partials/stacked_bars.html.j2"
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
    href: str = ""


@dataclass(frozen=True)
class Whole:
    """What a bar stands for: the rows of one metal."""

    label: str
    parts: tuple[Part, ...]
    href: str = ""

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)


@dataclass(frozen=True)
class Piece:
    """A part as a piece of its bar, with its marker and text below; an empty part has no piece.

    ``bar_x`` and ``bar_width`` are percentages, all other measures are pixels.
    """

    slug: str
    href: str
    """Empty: no link, because there is nothing behind it."""
    name: str
    """What the link is called."""
    bar_x: str
    bar_width: str
    outline: str
    x: int
    text_x: int
    text: str


@dataclass(frozen=True)
class StackedBar:
    """A whole; measures in pixels."""

    label: str
    total: str
    href: str
    name: str
    y: int
    text_y: int
    bar_y: int
    below_y: int
    """Top of the row with markers and texts."""
    marker_y: int
    marker_text_y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class StackedChart:
    """One picture: bars to one scale."""

    id: str
    heading: str
    title: str
    description: str
    height: int
    bars: tuple[StackedBar, ...]
    repeats_links: bool
    """The links are those of the first picture."""


@dataclass(frozen=True)
class StackedBars:
    """What the template of stacked bars uses: the same bars by number and by share, and their legend."""

    id: str
    charts: tuple[StackedChart, ...]
    slugs: tuple[str, ...]
    """Status classes that need a pattern."""
    legend: tuple[Part, ...]
    """The statuses in the order of the bars; ``status_class`` spelt as in CSS."""
    label_height: int
    bar_height: int
    below_height: int
    """Height of the row with markers and texts, and the width of a text's place."""
    place_width: int


@dataclass(frozen=True)
class Entry:
    """A line of a ranking."""

    label: str
    count: int
    href: str = ""


@dataclass(frozen=True)
class RankedBar:
    label: str
    count: str
    href: str
    name: str
    """What the link is called."""
    width: str
    """Empty: no bar, because it would be longer than the picture is wide."""
    y: int
    text_y: int
    bar_y: int
    is_rest: bool
    """All other entries together."""


@dataclass(frozen=True)
class RankedBars:
    """What the template of ranked bars uses. The longest bar of a single entry is 100% wide."""

    id: str
    title: str
    description: str
    height: int
    entry_height: int
    bar_height: int
    bars: tuple[RankedBar, ...]


def status_by_metal(facts: AllFacts, links: AnnexLinks) -> Markup:
    """Each status in the annex rows of a metal, by number and by share. Metals without rows are left out."""
    wholes = [_whole(facts, metal, links) for metal in Metal]
    bars = stacked_bars("fsd-chart-status", [whole for whole in wholes if whole.count])
    return _filled(STACKED_TEMPLATE, bars)


def _whole(facts: AllFacts, metal: Metal, links: AnnexLinks) -> Whole:
    parts = tuple(
        Part(
            label=str(s.label),
            status_class=s.status_class,
            count=int(s.facilities.of_metal(metal).total),
            href=links.metal_with_status(metal, str(s.label)),
        )
        for s in facts.statuses
    )
    return Whole(metal.value, parts, links.metal(metal))


def facilities_by_country(disclosure: Disclosure, links: AnnexLinks) -> Markup:
    """Annex rows of the countries with most of them, and of all others together."""
    countries = countries_by_name(disclosure)
    counts = [(str(country.name), int(country.total)) for country in country_counts(disclosure)]
    shown, others = split_ranking(counts, _COUNTRIES_SHOWN)
    entries = [Entry(name, count, links.countries(countries[name])) for name, count in shown]
    behind = [country for name, _ in others for country in countries[name]]
    label = counted(len(others), "other country", "other countries")
    rest = Entry(label, sum(n for _, n in others), links.countries(behind))
    chart = ranked_bars(
        "fsd-chart-countries", "Listed facilities by country", entries, rest if others else None
    )
    return _filled(RANKED_TEMPLATE, chart)


def countries_by_name(disclosure: Disclosure) -> dict[str, list[Country]]:
    """The countries behind each name of ``country_counts``; mostly one, but a table may join two."""
    found: dict[str, list[Country]] = {}
    for row in disclosure.smelters:
        found.setdefault(" ".join(row.country.name.splitlines()), []).append(row.country)
    return {name: list({country.code: country for country in some}.values()) for name, some in found.items()}


def _filled(template: str, context: StackedBars | RankedBars) -> Markup:
    return Markup(page_environment().get_template(template).render(vars(context)).rstrip("\n"))


def split_ranking(
    counts: Sequence[tuple[str, int]], shown: int
) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The first entries and the rest; a rest of one or two is shown as well."""
    if len(counts) <= shown + 2:
        return list(counts), []
    return list(counts[:shown]), list(counts[shown:])


_LABEL_HEIGHT, _BAR_HEIGHT, _BELOW_HEIGHT, _GAP = 24, 18, 26, 12
_PLACE_WIDTH, _NARROW_PLACE_WIDTH = 68, 60
"""Of a text under a bar; the narrow one where six or more stand beside each other on a phone."""


def stacked_bars(picture_id: str, wholes: Sequence[Whole]) -> StackedBars:
    """Two pictures, one bar a whole, its parts in the order given. All wholes have the same parts."""
    kinds = wholes[0].parts if wholes else ()
    return StackedBars(
        id=picture_id,
        charts=(_chart_by_number(picture_id, wholes), _chart_by_share(picture_id, wholes)),
        slugs=tuple(dict.fromkeys(css_slug(part.status_class) for part in kinds)),
        legend=tuple(Part(part.label, css_slug(part.status_class), part.count) for part in kinds),
        label_height=_LABEL_HEIGHT,
        bar_height=_BAR_HEIGHT,
        below_height=_BELOW_HEIGHT,
        place_width=_place_width(len(kinds)),
    )


def _chart_by_number(picture_id: str, wholes: Sequence[Whole]) -> StackedChart:
    """The longest bar is 100% wide, the others are in proportion."""
    longest = max((whole.count for whole in wholes), default=0)
    texts = [[f"{part.count:,}" for part in whole.parts] for whole in wholes]
    return StackedChart(
        id=f"{picture_id}-number",
        heading="Number of facilities",
        title="Number of listed facilities by metal and status",
        description=_in_words(wholes, texts),
        height=_height(len(wholes)),
        bars=tuple(
            _bar(number, whole, longest, texts[number], f"{whole.count:,}")
            for number, whole in enumerate(wholes)
        ),
        repeats_links=False,
    )


def _chart_by_share(picture_id: str, wholes: Sequence[Whole]) -> StackedChart:
    """Each bar is a whole of its own, 100% wide."""
    texts = [[percent(part.count, whole.count) for part in whole.parts] for whole in wholes]
    return StackedChart(
        id=f"{picture_id}-share",
        heading="Share of the metal’s facilities",
        title="Share of each status in the listed facilities of a metal",
        description=_in_words(wholes, texts),
        height=_height(len(wholes)),
        bars=tuple(
            _bar(number, whole, whole.count, texts[number], "100%") for number, whole in enumerate(wholes)
        ),
        repeats_links=True,
    )


def _place_width(kinds: int) -> int:
    return _PLACE_WIDTH if kinds <= 5 else _NARROW_PLACE_WIDTH


def _height(bars: int) -> int:
    return max(bars * (_LABEL_HEIGHT + _BAR_HEIGHT + _BELOW_HEIGHT + _GAP) - _GAP, 0)


def _bar(number: int, whole: Whole, scale: int, texts: Sequence[str], total: str) -> StackedBar:
    y = number * (_LABEL_HEIGHT + _BAR_HEIGHT + _BELOW_HEIGHT + _GAP)
    below = y + _LABEL_HEIGHT + _BAR_HEIGHT
    return StackedBar(
        label=shortened(whole.label),
        total=total,
        href=whole.href,
        name=f"{whole.label}: {facilities(whole.count)}",
        y=y,
        text_y=y + 17,
        bar_y=y + _LABEL_HEIGHT,
        below_y=below,
        marker_y=below + 8,
        marker_text_y=below + 18,
        pieces=pieces(whole, scale, texts),
    )


def pieces(whole: Whole, scale: int, texts: Sequence[str]) -> tuple[Piece, ...]:
    """The parts end to end, ``scale`` rows being 100% wide; markers and texts in columns for all bars."""
    found, before = [], 0
    place = _place_width(len(whole.parts))
    for number, part in enumerate(whole.parts):
        found.append(
            Piece(
                slug=css_slug(part.status_class),
                href=part.href if part.count else "",
                name=f"{whole.label}, {part.label}: {part.count:,} of {facilities(whole.count)}"
                f" ({percent(part.count, whole.count)})",
                bar_x=_share(before, scale),
                bar_width=_share(part.count, scale),
                outline=MARKERS[part.status_class],
                x=number * place,
                text_x=number * place + 15,
                text=texts[number],
            )
        )
        before += part.count
    return tuple(found)


def ranked_bars(chart_id: str, title: str, entries: Sequence[Entry], rest: Entry | None = None) -> RankedBars:
    """One bar an entry, in the order given, with its name and number above it; ``rest`` comes last.

    A rest that is larger than every entry has its number only: to its scale, nobody could tell the others.
    """
    every = [*entries, rest] if rest else list(entries)
    text, bar, gap = 19, 7, 9
    step = text + bar + gap
    longest = max((entry.count for entry in entries), default=0)
    bars = [
        RankedBar(
            label=shortened(entry.label),
            count=f"{entry.count:,}",
            href=entry.href,
            name=f"{entry.label}: {facilities(entry.count)}",
            width=_share(entry.count, longest) if entry.count <= longest else "",
            y=number * step,
            text_y=number * step + 14,
            bar_y=number * step + text,
            is_rest=number == len(entries),
        )
        for number, entry in enumerate(every)
    ]
    return RankedBars(
        id=chart_id,
        title=title,
        description=", ".join(f"{shortened(entry.label)} {entry.count:,}" for entry in every),
        height=max(len(bars) * step - gap, 0),
        entry_height=step - gap + 4,
        bar_height=bar,
        bars=tuple(bars),
    )


def shortened(label: str) -> str:
    """A label that fits: its first letters and an ellipsis where it is too long. The table has it whole."""
    return label if len(label) <= _LABEL_LENGTH else f"{label[: _LABEL_LENGTH - 1].rstrip()}…"


def facilities(count: int) -> str:
    return counted(count, "facility", "facilities")


def _in_words(wholes: Sequence[Whole], texts: Sequence[Sequence[str]]) -> str:
    return " ".join(
        f"{whole.label}, {facilities(whole.count)}: "
        + ", ".join(f"{text} {shortened(part.label)}" for part, text in zip(whole.parts, of_it, strict=True))
        + "."
        for whole, of_it in zip(wholes, texts, strict=True)
    )


def _share(part: int, whole: int) -> str:
    """Percentage of a length with three decimals at most; the same text on every machine."""
    return f"{100 * part / whole:.3f}".rstrip("0").rstrip(".") + "%" if whole else "0%"
