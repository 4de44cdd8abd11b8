"""Parts of the overview as the template has them: lists, rows in covered countries, officers, files."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from ..model import Asset, Disclosure, FacilityList, LineRef
from ..prose import escape
from ..prose.claims import Claims
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts
from .common_page import in_markdown, said, size_of
from .row_keys import lists_differ
from .status_counts import status_counts

ROWS_NAMED = 6
"""Facilities in covered countries that the overview names; the annex has all."""


@dataclass(frozen=True)
class NamedRow:
    """A row of the annex, for a Markdown link to it."""

    name: Markup
    details: Markup
    anchor: Markup


@dataclass(frozen=True)
class Signing:
    """An officer who signs, as Markdown."""

    name: Markup
    title: Markup
    registrant: Markup
    """For which company, where others sign for others; empty: for all."""


@dataclass(frozen=True)
class ListLink:
    """One of several lists."""

    title: Markup
    rows: int
    is_counted: bool


@dataclass(frozen=True)
class DocumentLink:
    """A file, for a Markdown link to it."""

    title: Markup
    target: Markup
    kind: str
    size: str


def lists(disclosure: Disclosure) -> tuple[ListLink, ...]:
    """The lists with their rows, where there are several and the chart by metal does not say the same."""

    def link(one: FacilityList) -> ListLink:
        title = in_markdown(FactStr(one.title, "lists.title"))
        return ListLink(title, len(one.smelters), one.is_counted)

    shown = disclosure.shown_lists
    says_more = lists_differ(disclosure) or not all(one.is_counted for one in shown)
    return tuple(map(link, shown)) if len(shown) > 1 and says_more else ()


def none_covered(disclosure: Disclosure, facts: AllFacts) -> Markup:
    claims = Claims(facts, lambda: LineRef(disclosure.file), [])
    return said(lambda: claims.none_in_covered_country(facts.facilities))


def without_country(disclosure: Disclosure) -> FactInt | None:
    number = sum(row.country is None for row in disclosure.smelters)
    return FactInt(number, "facilities.without_country") if number else None


def chart_heading(facts: AllFacts) -> str:
    counts = status_counts(facts)
    if not counts.from_list and not facts.facilities.rows:
        return "What the filing counts"
    return "Status of the listed smelters" if counts.statuses or counts.totals else "The listed smelters"


def shown(fact: FactStr | None) -> Markup:
    return in_markdown(fact) if fact else Markup("")


def signing(facts: AllFacts) -> tuple[Signing, ...]:
    """The officers of all registrants; one of them where it is the same for all."""
    found = [one for one in facts.registrants if one.signatory_name]
    officers = {(one.signatory_name, one.signatory_title) for one in found}
    is_one = len(officers) == 1
    return tuple(
        Signing(
            shown(one.signatory_name),
            shown(one.signatory_title),
            Markup("") if is_one else shown(one.name),
        )
        for one in (found[:1] if is_one else found)
    )


def named_rows(disclosure: Disclosure) -> tuple[NamedRow, ...]:
    """The first facilities in covered countries, in the order of the annex."""
    covered = [
        (i, row, row.country)
        for i, row in enumerate(disclosure.smelters)
        if row.country and row.country.is_covered
    ]
    return tuple(
        NamedRow(
            name=in_markdown(FactStr(row.called, f"smelters[{i}].name")),
            details=in_markdown(
                FactStr(
                    f"{country.name}, {row.metal.lower()}"
                    + (f", “{row.status.label}”" if row.status else ""),
                    f"smelters[{i}]",
                )
            ),
            anchor=Markup(quote(row.anchor)),
        )
        for i, row, country in covered[:ROWS_NAMED]
    )


def document_links(documents: Sequence[Asset], folder: str) -> tuple[DocumentLink, ...]:
    """Those for readers: what describes other files, and what is for the SEC, is on the documents page."""
    return tuple(
        DocumentLink(
            title=Markup(escape.markdown(one.title)),
            target=Markup(quote(posixpath.relpath(one.uri, folder))),
            kind=posixpath.splitext(one.uri)[1].removeprefix(".").upper() or "file",
            size=size_of(one),
        )
        for one in documents
        if one.title and not (one.is_companion or one.is_for_edgar)
    )
