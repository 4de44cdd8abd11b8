"""The one chart of the overview, which the reader switches, and the bar of its first screen, as HTML."""

from __future__ import annotations

from markupsafe import Markup

from ..model import Disclosure
from ..prose.facility_wholes import words_of_whole
from ..prose.facts import AllFacts
from .annex_links import AnnexLinks
from .chart_values import StatusBar, SwitchChart, number, patterns, segments
from .chart_views import by_metal, by_status, plain, status_parts
from .common_page import fragment
from .country_view import LARGEST, by_country
from .status_counts import status_counts
from .status_looks import NONE, look_of, looks_of

CHART_TEMPLATE = "partials/switch_chart.html.j2"
BAR_TEMPLATE = "partials/status_bar.html.j2"


def switch_chart(disclosure: Disclosure, facts: AllFacts, links: AnnexLinks | None) -> Markup:
    """Metals, statuses and countries, each as a table of bars; empty where nothing is counted.

    ``links`` None: there is no annex to lead to.
    """
    found = [by_metal(facts, links), by_status(facts, links)]
    views = tuple(view for view in (*found, links and by_country(disclosure, facts, links)) if view)
    if not views:
        return Markup("")
    more = sum(view.more for view in views)
    chart = SwitchChart(
        id="fsd-chart",
        views=views,
        patterns=(*looks_of(facts).values(), look_of(NONE)) if facts.statuses else (),
        has_shares=any(view.has_shares for view in views),
        every=more + LARGEST if more else 0,
    )
    return fragment(CHART_TEMPLATE, chart)


def status_bar(facts: AllFacts, links: AnnexLinks | None) -> Markup:
    """How the statuses share the whole, with the number of each; empty where no status is counted."""
    counts, parts = status_counts(facts), status_parts(facts, links)
    if not parts:
        return Markup("")
    whole = plain(counts.whole())
    inside = sum(part.count or 0 for part in parts)
    is_whole = whole is not None and inside <= whole
    bar = StatusBar(
        id="fsd-bar",
        title="Statuses of the listed smelters" if counts.from_list else "Statuses as the filing counts them",
        segments=segments(parts, whole or 0) if is_whole else (),
        patterns=patterns(parts),
        parts=tuple(number(part, whole if is_whole else None) for part in parts),
        unit=_unit(facts),
    )
    return fragment(BAR_TEMPLATE, bar)


def _unit(facts: AllFacts) -> str:
    """What a number counts, as a sentence."""
    counts, facilities = status_counts(facts), facts.facilities
    if not counts.from_list:
        unit = words_of_whole(counts.totals[0].facilities, facilities)
        of = f"of {counts.whole():,} {unit}" if counts.whole() is not None else unit
        return f"Numbers {of}, as the filing states them; shares are computed."
    names, several = facilities.distinct_names, facilities.under_several_metals
    told = f"Rows of the list: one facility for one metal; {names:,} {'name' if names == 1 else 'names'}"
    return f"{told}, {several:,} of them under more than one metal." if several else f"{told}."
