"""Pictures of the facts as inline SVG, made at build time.

Horizontal measures are percentages and vertical ones are pixels, and there is no ``viewBox``: bars
stretch with the page, letters and markers keep their size, on a phone and on paper. Colours come from
classes (``components.css``). Text in a picture is not marked as data: the table beside it is.

Each part of a picture is a link to the annex, filtered to the facilities that the part stands for. Where
there is no annex, or it does not have what the part stands for, nothing is a link.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..model import Country, Disclosure, Metal, percent
from ..model.counted import counted
from ..prose.environment import page_environment
from ..prose.facility_wholes import words_of_whole
from ..prose.facts import AllFacts
from .annex_links import AnnexLinks
from .status_counts import StatusCounts, status_counts
from .status_looks import NONE, Look, look_of
from .table import capital
from .tables import country_counts, looks_of, rest_label

STACKED_TEMPLATE = "partials/stacked_bars.html.j2"
RANKED_TEMPLATE = "partials/ranked_bars.svg.j2"

_COUNTRIES_SHOWN = 12
_LABEL_LENGTH = 34
"""Letters of a label that fit beside its number on a phone."""


@dataclass(frozen=True)
class Part:
    """A part of a whole: the rows of one status."""

    label: str
    look: Look
    count: int | None
    """None: not stated."""
    href: str = ""


@dataclass(frozen=True)
class Whole:
    """What a bar stands for: the rows of one metal, or a number that the filing states."""

    label: str
    parts: tuple[Part, ...]
    href: str = ""
    is_stated: bool = False
    """Whether its numbers are stated, not counted."""
    stated: int | None = None
    """The number stated for the whole; None: none."""

    @property
    def in_parts(self) -> int:
        return sum(part.count or 0 for part in self.parts)

    @property
    def count(self) -> int | None:
        """Of rows, or as stated; None: not stated."""
        return self.stated if self.is_stated else self.in_parts

    @property
    def length(self) -> int:
        """What its bar has room for."""
        return max(self.count or 0, self.in_parts)

    @property
    def has_shares(self) -> bool:
        return self.count is not None and self.in_parts <= self.count


@dataclass(frozen=True)
class Piece:
    """A part as a piece of its bar, with its marker and text below; an empty part has no piece.

    ``bar_x`` and ``bar_width`` are percentages, all other measures are pixels.
    """

    slug: str
    color: str
    """The status' class, which gives the color."""
    href: str
    """Empty: no link, because there is nothing behind it."""
    is_part: bool
    """Whether it has a piece of the bar."""
    name: str
    """What the link is called."""
    bar_x: str
    bar_width: str
    outline: str
    x: int
    y: int
    """Top of its line of markers and texts."""
    marker_y: int
    text_x: int
    text_y: int
    text: str


@dataclass(frozen=True)
class StackedBar:
    """A whole; measures in pixels."""

    label: str
    total: str
    """Empty: not stated."""
    href: str
    name: str
    y: int
    text_y: int
    bar_y: int
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
    patterns: tuple[Look, ...]
    """What fills the parts."""
    legend: tuple[Part, ...]
    """The statuses in the order of the bars."""
    label_height: int
    bar_height: int
    below_height: int
    """Height of a line with markers and texts, and the width of a text's place."""
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


def status_by_metal(facts: AllFacts, links: AnnexLinks | None) -> Markup:
    """Each status in the facilities of a metal, by number and by share; empty where there is nothing to tell.

    Metals without facilities are left out. Where statuses are known over all metals only, there is one bar.
    """
    counts = status_counts(facts)
    kinds = len(counts.statuses or counts.totals)
    in_all = _title(facts, counts, "").split(",")[0].removesuffix(" (annex rows)").rstrip()
    metals = [*counts.metals] if counts.statuses else [None]
    wholes = [_whole(facts, counts, metal, in_all, links) for metal in metals] if kinds else []
    wholes = [whole for whole in wholes if whole.length]
    wholes = _without_empty_rest(wholes) if counts.from_list else wholes
    is_one_number = all(len(whole.parts) < 2 and whole.length == whole.in_parts for whole in wholes)
    if not wholes or is_one_number:
        return Markup("")
    words = _Words.of(facts, counts, has_metals=bool(counts.statuses))
    return _filled(STACKED_TEMPLATE, stacked_bars("fsd-chart-status", wholes, words))


def facilities_by_metal(facts: AllFacts, links: AnnexLinks | None) -> Markup:
    """Facilities of each metal, where no picture of statuses tells it; empty for one metal alone."""
    counts = status_counts(facts)
    numbers = [(metal, facts.facilities.of_metal(metal).number) for metal in counts.metals]
    entries = [
        Entry(metal.value, number, links.metal(metal) if links else "") for metal, number in numbers if number
    ]
    if len(entries) < 2:
        return Markup("")
    title = _title(facts, counts, "by metal").removesuffix(" (annex rows)")
    return _filled(RANKED_TEMPLATE, ranked_bars("fsd-chart-metals", title, entries))


def _title(facts: AllFacts, counts: StatusCounts, by: str) -> str:
    """What a picture counts: rows, or what the filing calls what it counts itself. For the website alone."""
    if counts.from_list or (facts.facilities.listed and by == "by metal"):
        return f"Listed facilities {by} (annex rows)"
    part = counts.totals[0].facilities if counts.totals else facts.facilities
    unit = words_of_whole(part, facts.facilities)
    return f"{capital(' '.join(unit.split()))} {by}, as the filing states them"


def _whole(
    facts: AllFacts, counts: StatusCounts, metal: Metal | None, in_all: str, links: AnnexLinks | None
) -> Whole:
    looks = looks_of(facts)
    parts = [
        Part(
            label=str(s.label),
            look=looks[str(s.label)],
            count=_plain(counts.number(s, metal)),
            href=links.metal_with_status(metal, str(s.label)) if links and metal and counts.from_list else "",
        )
        for s in counts.statuses or counts.totals
    ]
    label = metal.value if metal else in_all
    href = links.metal(metal) if links and metal and facts.facilities.listed else ""
    if not counts.from_list:
        return Whole(label, tuple(parts), href, is_stated=True, stated=_plain(counts.whole(metal)))
    return Whole(label, (*parts, Part(rest_label(facts), look_of(NONE), counts.rest(metal))), href)


def _plain(number: int | None) -> int | None:
    return None if number is None else int(number)


def _without_empty_rest(wholes: Sequence[Whole]) -> list[Whole]:
    """The bars without the part for facilities that have no status, where every bar has none of it."""
    if any(whole.parts[-1].count for whole in wholes):
        return list(wholes)
    return [replace(whole, parts=whole.parts[:-1]) for whole in wholes]


@dataclass(frozen=True)
class _Words:
    """Headings and titles of the two pictures of status."""

    number: str = "Number of facilities"
    share: str = "Share of the metal’s facilities"
    number_title: str = "Number of listed facilities by metal and status"
    share_title: str = "Share of each status in the listed facilities of a metal"

    @classmethod
    def of(cls, facts: AllFacts, counts: StatusCounts, *, has_metals: bool) -> _Words:
        """The plain words for a list; the filing's own word for what it counts itself."""
        if counts.from_list and has_metals:
            return cls()
        by = "by metal and status" if has_metals else "by status"
        title = _title(facts, counts, by)
        share = "Computed share of the metal’s number" if has_metals else "Computed share"
        return cls("Number", share, title, f"Shares computed from: {title[:1].lower()}{title[1:]}")


def facilities_by_country(disclosure: Disclosure, links: AnnexLinks) -> Markup:
    """Annex rows of the countries with most of them, and of all others together; empty without countries."""
    countries = countries_by_name(disclosure)
    found = country_counts(disclosure)
    counts = [(str(country.name), int(country.total)) for country in found]
    odd = {str(country.name) for country in found if not country.is_recognised}
    if not counts:
        return Markup("")
    shown, others = split_ranking(counts, _COUNTRIES_SHOWN)
    entries = [
        Entry(f"{name} (not recognised)" if name in odd else name, count, links.countries(countries[name]))
        for name, count in shown
    ]
    behind = [country for name, _ in others for country in countries[name]]
    odd_others = sum(name in odd for name, _ in others)
    label = counted(len(others) - odd_others, "other country", "other countries")
    if odd_others:
        label += f" and {counted(odd_others, 'name')} not recognised"
    rest = Entry(label, sum(n for _, n in others), links.countries(behind))
    chart = ranked_bars(
        "fsd-chart-countries", "Listed facilities by country", entries, rest if others else None
    )
    return _filled(RANKED_TEMPLATE, chart)


def countries_by_name(disclosure: Disclosure) -> dict[str, list[Country]]:
    """The countries behind each name of ``country_counts``; mostly one, but a table may join two."""
    found: dict[str, list[Country]] = {}
    for country in (row.country for row in disclosure.smelters if row.country):
        found.setdefault(" ".join(country.name.splitlines()), []).append(country)
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
"""Of a text under a bar; the narrow one where six stand beside each other on a phone."""
_IN_A_LINE = 6
"""Texts that stand beside each other at most; more are set in lines of five."""


def stacked_bars(picture_id: str, wholes: Sequence[Whole], words: _Words = _Words()) -> StackedBars:
    """One bar a whole, its parts in the order given, by number and, of known wholes, by share.

    All wholes have the same parts.
    """
    kinds = wholes[0].parts if wholes else ()
    with_shares = [whole for whole in wholes if whole.has_shares]
    pictures = [_chart_by_number(picture_id, wholes, words)]
    if with_shares or not wholes:
        pictures.append(_chart_by_share(picture_id, with_shares, words))
    return StackedBars(
        id=picture_id,
        charts=tuple(pictures),
        patterns=tuple({part.look.slug: part.look for part in kinds}.values()),
        legend=kinds,
        label_height=_LABEL_HEIGHT,
        bar_height=_BAR_HEIGHT,
        below_height=_BELOW_HEIGHT,
        place_width=_place_width(len(kinds)),
    )


def _chart_by_number(picture_id: str, wholes: Sequence[Whole], words: _Words) -> StackedChart:
    """The longest bar is 100% wide, the others are in proportion."""
    longest = max((whole.length for whole in wholes), default=0)
    texts = [[_number(part.count) for part in whole.parts] for whole in wholes]
    return StackedChart(
        id=f"{picture_id}-number",
        heading=words.number,
        title=words.number_title,
        description=_in_words(wholes, texts),
        height=_height(wholes),
        bars=tuple(
            _bar(number, whole, longest, texts[number], _number(whole.count))
            for number, whole in enumerate(wholes)
        ),
        repeats_links=False,
    )


def _chart_by_share(picture_id: str, wholes: Sequence[Whole], words: _Words) -> StackedChart:
    """Each bar is a whole of its own, 100% wide."""
    texts = [[_percent(part, whole) for part in whole.parts] for whole in wholes]
    return StackedChart(
        id=f"{picture_id}-share",
        heading=words.share,
        title=words.share_title,
        description=_in_words(wholes, texts),
        height=_height(wholes),
        bars=tuple(
            _bar(number, whole, whole.length, texts[number], "100%") for number, whole in enumerate(wholes)
        ),
        repeats_links=True,
    )


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _percent(part: Part, whole: Whole) -> str:
    """Empty where one of the two numbers is not stated."""
    return "" if part.count is None or whole.count is None else percent(part.count, whole.count)


def _in_a_line(kinds: int) -> int:
    return kinds if kinds <= _IN_A_LINE else _IN_A_LINE - 1


def _place_width(kinds: int) -> int:
    return _NARROW_PLACE_WIDTH if kinds == _IN_A_LINE else _PLACE_WIDTH


def _step(whole: Whole) -> int:
    """From the top of a bar's label to the top of the next one's."""
    lines = -(-len(whole.parts) // max(_in_a_line(len(whole.parts)), 1))
    return _LABEL_HEIGHT + _BAR_HEIGHT + lines * _BELOW_HEIGHT + _GAP


def _height(wholes: Sequence[Whole]) -> int:
    return max(sum(map(_step, wholes)) - _GAP, 0)


def _bar(number: int, whole: Whole, scale: int, texts: Sequence[str], total: str) -> StackedBar:
    y = number * _step(whole)
    return StackedBar(
        label=shortened(whole.label),
        total=total,
        href=whole.href,
        name=_named(whole, ": "),
        y=y,
        text_y=y + 17,
        bar_y=y + _LABEL_HEIGHT,
        pieces=pieces(whole, scale, texts, y + _LABEL_HEIGHT + _BAR_HEIGHT),
    )


def pieces(whole: Whole, scale: int, texts: Sequence[str], below: int) -> tuple[Piece, ...]:
    """The parts end to end, ``scale`` rows being 100% wide; markers and texts in columns for all bars.

    ``below`` is the top of the first line of markers and texts.
    """
    found, before = [], 0
    place, in_a_line = _place_width(len(whole.parts)), _in_a_line(len(whole.parts))
    for number, part in enumerate(whole.parts):
        if part.count is None:
            continue
        line, column = divmod(number, in_a_line)
        y = below + line * _BELOW_HEIGHT
        found.append(
            Piece(
                slug=part.look.slug,
                color=part.look.color,
                href=part.href if part.count else "",
                is_part=part.count > 0,
                name=f"{whole.label}, {part.label}: {part.count:,} of {facilities(whole.length)}"
                f" ({percent(part.count, whole.length)})",
                bar_x=_share(before, scale),
                bar_width=_share(part.count, scale),
                outline=part.look.outline,
                x=column * place,
                y=y,
                marker_y=y + 8,
                text_x=column * place + 15,
                text_y=y + 18,
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
    return " ".join(map(_sentence, wholes, texts))


def _sentence(whole: Whole, texts: Sequence[str]) -> str:
    told = [f"{text} {shortened(part.label)}" for part, text in zip(whole.parts, texts, strict=True) if text]
    return f"{_named(whole, ', ')}: {', '.join(told)}." if told else f"{_named(whole, ', ')}."


def _named(whole: Whole, between: str) -> str:
    """A whole and its number, as far as it is known; what a filing counts itself has no word here."""
    if whole.count is None:
        return whole.label
    number = _number(whole.count) if whole.is_stated else facilities(whole.count)
    return f"{whole.label}{between}{number}"


def _share(part: int, whole: int) -> str:
    """Percentage of a length with three decimals at most; the same text on every machine."""
    return f"{100 * part / whole:.3f}".rstrip("0").rstrip(".") + "%" if whole else "0%"
