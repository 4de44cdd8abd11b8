"""What goes into the overview after Markdown, by placeholder: chart, map, tables, and pictures for paper."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ..model import Disclosure
from ..prose.facts import AllFacts
from ..prose.marks import without_marks
from .annex_links import AnnexLinks
from .charts.by_country import facilities_by_country
from .charts.by_metal import facilities_by_metal, status_by_metal
from .status_counts import status_counts
from .switch_chart import status_bar, switch_chart
from .table import html
from .tables.programmes import programmes
from .tables.status_definitions import status_definitions
from .world_map import world_map


def _links(disclosure: Disclosure) -> AnnexLinks | None:
    """Addresses of the annex as a browser needs them: MkDocs does not see what goes in after Markdown.

    None where there is no list.
    """
    labels = tuple(status.label for status in disclosure.facts.statuses)
    return AnnexLinks("annex/", labels) if disclosure.has_list else None


def pictures_of(disclosure: Disclosure, facts: AllFacts) -> dict[str, str]:
    """The chart, the map and tables by placeholder, those that there are.

    They go in after Markdown, which needs none of it.
    """
    links, counts = _links(disclosure), status_counts(facts)
    says_statuses = bool(counts.totals or counts.statuses) and not disclosure.has_list
    pictures = {
        "status_bar": status_bar(facts, links),
        "chart": switch_chart(disclosure, facts, links),
        "status_definitions": html(status_definitions(facts)) if says_statuses else "",
        "world_map": world_map(disclosure, links) if links else "",
        "programmes": html(programmes(disclosure)),
    }
    return {placeholder(name): without_marks(html) for name, html in pictures.items() if html}


def pictures_on_paper(disclosure: Disclosure, facts: AllFacts, pictures: Mapping[str, str]) -> dict[str, str]:
    """The pictures for documents, each to stand beside a table of the report; the map is the page's."""
    links, counts = _links(disclosure), status_counts(facts)
    status = status_by_metal(facts, links)
    is_told = bool(status and counts.statuses)
    on_paper = {
        "status_metals": "" if is_told else facilities_by_metal(facts, links),
        "status_chart": status if is_told else "",
        "status_all_chart": "" if is_told else status,
        "world_map": pictures.get(placeholder("world_map"), ""),
        "country_chart": facilities_by_country(disclosure, links) if links else "",
    }
    return {placeholder(name): without_marks(html) for name, html in on_paper.items() if html}


def placeholder(name: str) -> Markup:
    return Markup("<!-- formsd:{} -->").format(name)
