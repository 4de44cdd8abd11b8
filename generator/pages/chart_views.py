"""The tables of bars of the overview: by metal and by status; by country is in ``country_view``.

A bar and its numbers stand in one line, so that they cannot differ. Where the filer gives no list, the
numbers are those that the filing states.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Metal
from ..prose.facts import AllFacts, StatusFacts
from ..prose.wording.wording import wording_of
from .annex_links import AnnexLinks
from .chart_values import Heading, Line, Part, View, number, segments
from .status_counts import StatusCounts, status_counts
from .status_looks import NONE, look_of, looks_of
from .tables.words import WORDING, caption, rest_label


def by_metal(facts: AllFacts, links: AnnexLinks | None) -> View | None:
    """A line for each metal, its statuses as parts; None where nothing is known by metal."""
    counts = status_counts(facts)
    if not counts.metals:
        return None
    words = wording_of(facts.wording).words
    whole_of = counts.whole if counts.statuses else counts.total
    wholes = [plain(whole_of(metal)) for metal in counts.metals]
    kinds = [_parts(facts, counts, metal, links) for metal in counts.metals]
    kinds = _without_empty_rest(kinds) if counts.from_list else kinds
    scale = max((length_of(parts, whole) for parts, whole in zip(kinds, wholes, strict=True)), default=0)
    lines = [
        line_of(
            metal.value,
            parts,
            whole,
            scale,
            has_cells=bool(counts.statuses),
            href=links.metal(metal) if links and counts.total(metal) else "",
        )
        for metal, parts, whole in zip(counts.metals, kinds, wholes, strict=True)
    ]
    whole = plain(whole_of())
    every = _parts(facts, counts, None, None)[: len(kinds[0])]
    total = line_of(words(WORDING, "all-metals"), every, whole, 0, has_cells=bool(counts.statuses))
    is_known = whole is not None or any(part.count is not None for part in every if counts.statuses)
    return View(
        key="metal",
        word=words(WORDING, "metal"),
        caption=caption(facts, counts, "by-metal-and-status" if counts.statuses else "by-metal"),
        of_what="of each metal",
        headings=headings_of(kinds[0]) if counts.statuses else (),
        total=words(WORDING, "total"),
        lines=tuple(lines),
        totals=total if is_known else None,
    )


def by_status(facts: AllFacts, links: AnnexLinks | None) -> View | None:
    """A line for each status, with the metals of it as numbers; None where none is known over all metals."""
    counts = status_counts(facts)
    parts = status_parts(facts, links)
    if not parts:
        return None
    words, whole = wording_of(facts.wording).words, counts.whole()
    known = {str(status.label): status for status in counts.statuses}
    has_rest = counts.from_list and counts.rest() > 0
    metals = counts.metals if counts.statuses else ()
    scale = max((part.count or 0 for part in parts), default=0)
    lines = []
    for place, part in enumerate(parts):
        is_rest = has_rest and place == len(parts) - 1
        cells = [
            number(Part(metal.value, None, _of(counts, known.get(part.label), metal, is_rest=is_rest)), of)
            for metal in metals
            for of in [counts.whole(metal)]
        ]
        lines.append(
            Line(
                label=part.label,
                by_number=segments([part], scale),
                by_share=segments([part], whole or 0),
                cells=tuple(cells),
                total=number(Part(part.label, None, part.count), whole),
                css=part.look.css if part.look else "",
                href=part.href if part.count else "",
            )
        )
    total = Line(
        label=words(WORDING, "total"),
        by_number=(),
        by_share=(),
        cells=tuple(number(Part(m.value, None, plain(counts.whole(m))), None) for m in metals),
        total=number(Part("", None, plain(whole)), None),
    )
    return View(
        key="status",
        word=words(WORDING, "status"),
        caption=caption(facts, counts, "by-status"),
        of_what="of each metal, and of all",
        headings=tuple(Heading(metal.value) for metal in metals),
        total=words(WORDING, "number"),
        lines=tuple(lines),
        totals=None if whole is None else total,
    )


def status_parts(facts: AllFacts, links: AnnexLinks | None) -> tuple[Part, ...]:
    """Each status of which the number over all metals is known, and what has none of them."""
    counts, looks = status_counts(facts), looks_of(facts)
    found = [
        Part(
            str(status.label),
            looks[str(status.label)],
            plain(counts.number(status)),
            links.status(str(status.label)) if links and counts.from_list else "",
        )
        for status in counts.totals
    ]
    if found and counts.from_list and counts.rest():
        found.append(Part(rest_label(facts), look_of(NONE), counts.rest()))
    return tuple(found)


def line_of(
    label: str,
    parts: Sequence[Part],
    whole: int | None,
    scale: int,
    *,
    has_cells: bool = True,
    href: str = "",
) -> Line:
    """A line of a whole in parts, by number to a common scale, by share as long as its place."""
    inside = sum(part.count or 0 for part in parts)
    length = length_of(parts, whole)
    bars = parts if has_cells else [Part(label, None, whole)]
    return Line(
        label=label,
        by_number=segments(bars, scale),
        by_share=segments(bars, length) if scale and (whole is None or inside <= whole) else (),
        cells=tuple(number(part, whole) for part in parts) if has_cells else (),
        total=number(Part(label, None, whole), None),
        href=href,
    )


def length_of(parts: Sequence[Part], whole: int | None) -> int:
    """What a bar has room for."""
    return max(whole or 0, sum(part.count or 0 for part in parts))


def headings_of(parts: Sequence[Part]) -> tuple[Heading, ...]:
    return tuple(Heading(part.label, part.look.css if part.look else "") for part in parts)


def _parts(
    facts: AllFacts, counts: StatusCounts, metal: Metal | None, links: AnnexLinks | None
) -> list[Part]:
    """The statuses of a metal, or of all, and what has none of them where a list tells that."""
    looks = looks_of(facts)
    found = [
        Part(
            str(status.label),
            looks[str(status.label)],
            plain(counts.number(status, metal)),
            links.metal_with_status(metal, str(status.label)) if links and metal and counts.from_list else "",
        )
        for status in counts.statuses
    ]
    if counts.statuses and counts.from_list:
        found.append(Part(rest_label(facts), look_of(NONE), counts.rest(metal)))
    return found


def _without_empty_rest(kinds: list[list[Part]]) -> list[list[Part]]:
    """The parts without that for facilities that have no status, where every metal has none of it."""
    if not kinds[0] or any(parts[-1].count for parts in kinds):
        return kinds
    return [parts[:-1] for parts in kinds]


def _of(counts: StatusCounts, status: StatusFacts | None, metal: Metal, *, is_rest: bool) -> int | None:
    if is_rest:
        return counts.rest(metal)
    return plain(counts.number(status, metal)) if status else None


def plain(value: int | None) -> int | None:
    return None if value is None else int(value)
