"""The pictures of facilities by metal: their status, or their number alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from ...model import Metal
from ...prose.facility_wholes import words_of_whole
from ...prose.facts import AllFacts
from ..annex_links import AnnexLinks
from ..common_page import fragment
from ..status_counts import StatusCounts, status_counts
from ..status_looks import NONE, look_of, looks_of
from ..table import capital
from ..tables.words import rest_label
from .ranked_bars import RANKED_TEMPLATE, Entry, ranked_bars
from .stacked_bars import STACKED_TEMPLATE, Titles, stacked_bars
from .wholes import Part, Whole

_LISTED = "Listed facilities"


def status_by_metal(facts: AllFacts, links: AnnexLinks | None) -> Markup:
    """Each status in the facilities of a metal, by number and by share; empty where there is nothing to tell.

    Metals without facilities are left out. Where statuses are known over all metals only, there is one bar.
    """
    counts = status_counts(facts)
    wholes = _wholes(facts, counts, links)
    is_one_number = all(len(whole.parts) < 2 and whole.length == whole.in_parts for whole in wholes)
    if not wholes or is_one_number:
        return Markup("")
    titles = _titles(facts, counts, has_metals=bool(counts.statuses))
    return fragment(STACKED_TEMPLATE, stacked_bars("fsd-chart-status", wholes, titles))


def facilities_by_metal(facts: AllFacts, links: AnnexLinks | None) -> Markup:
    """Facilities of each metal, where no picture of statuses tells it; empty for one metal alone."""
    counts = status_counts(facts)
    numbers = [(metal, facts.facilities.of_metal(metal).number) for metal in counts.metals]
    entries = [
        Entry(metal.value, number, links.metal(metal) if links else "") for metal, number in numbers if number
    ]
    if len(entries) < 2:
        return Markup("")
    is_listed = counts.from_list or facts.facilities.listed
    title = f"{_LISTED} by metal" if is_listed else _stated_title(facts, counts, "by metal")
    return fragment(RANKED_TEMPLATE, ranked_bars("fsd-chart-metals", title, entries))


def _wholes(facts: AllFacts, counts: StatusCounts, links: AnnexLinks | None) -> list[Whole]:
    """A bar for each metal that has facilities, or one for all of them; none where no status is known."""
    if not (counts.statuses or counts.totals):
        return []
    metals = [*counts.metals] if counts.statuses else [None]
    wholes = [whole for metal in metals if (whole := _whole(facts, counts, metal, links)).length]
    return _without_empty_rest(wholes) if counts.from_list else wholes


def _whole(facts: AllFacts, counts: StatusCounts, metal: Metal | None, links: AnnexLinks | None) -> Whole:
    """The bar of a metal; None: of all metals."""
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
    label = metal.value if metal else _LISTED if counts.from_list else _counted_as(facts, counts)
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


def _titles(facts: AllFacts, counts: StatusCounts, *, has_metals: bool) -> Titles:
    """The plain words for a list; the filing's own word for what it counts itself."""
    if counts.from_list and has_metals:
        return Titles()
    by = "by metal and status" if has_metals else "by status"
    title = f"{_LISTED} {by} (annex rows)" if counts.from_list else _stated_title(facts, counts, by)
    share = "Computed share of the metal’s number" if has_metals else "Computed share"
    return Titles("Number", share, title, f"Shares computed from: {title[:1].lower()}{title[1:]}")


def _stated_title(facts: AllFacts, counts: StatusCounts, by: str) -> str:
    return f"{_counted_as(facts, counts)} {by}, as the filing states them"


def _counted_as(facts: AllFacts, counts: StatusCounts) -> str:
    """What the filing calls what it counts itself, with a capital. For the website alone."""
    part = counts.totals[0].facilities if counts.totals else facts.facilities
    return capital(" ".join(words_of_whole(part, facts.facilities).split()))
