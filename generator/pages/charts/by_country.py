"""The picture of facilities by country."""

from __future__ import annotations

from markupsafe import Markup

from ...model import Country, Disclosure
from ...model.counted import counted
from ..annex_links import AnnexLinks
from ..common_page import fragment
from ..tables import country_counts
from .ranked_bars import RANKED_TEMPLATE, Entry, ranked_bars, split_ranking

_COUNTRIES_SHOWN = 12


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
    return fragment(RANKED_TEMPLATE, chart)


def countries_by_name(disclosure: Disclosure) -> dict[str, list[Country]]:
    """The countries behind each name of ``country_counts``; mostly one, but a table may join two."""
    found: dict[str, list[Country]] = {}
    for country in (row.country for row in disclosure.smelters if row.country):
        found.setdefault(" ".join(country.name.splitlines()), []).append(country)
    return {name: list({country.code: country for country in some}.values()) for name, some in found.items()}
