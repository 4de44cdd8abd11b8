"""The picture of facilities by country."""

from __future__ import annotations

from markupsafe import Markup

from ...model import Disclosure
from ..annex_links import AnnexLinks
from ..common_page import fragment
from ..country_counts import (
    CountryCount,
    countries_by_name,
    country_counts,
    largest_and_others,
    named_together,
)
from .ranked_bars import RANKED_TEMPLATE, Entry, ranked_bars

_COUNTRIES_SHOWN = 12


def facilities_by_country(disclosure: Disclosure, links: AnnexLinks) -> Markup:
    """Annex rows of the countries with most of them, and of all others together; empty without countries."""
    shown, others = largest_and_others(country_counts(disclosure), _COUNTRIES_SHOWN)
    if not shown:
        return Markup("")
    behind = countries_by_name(disclosure)

    def href(*counts: CountryCount) -> str:
        return links.countries(country for one in counts for country in behind[str(one.name)])

    entries = [Entry(_label(one), int(one.total), href(one)) for one in shown]
    rest = Entry(named_together(others), sum(int(one.total) for one in others), href(*others))
    title = "Listed facilities by country"
    bars = ranked_bars("fsd-chart-countries", title, entries, rest if others else None)
    return fragment(RANKED_TEMPLATE, bars)


def _label(count: CountryCount) -> str:
    return str(count.name) if count.is_recognised else f"{count.name} (not recognised)"
