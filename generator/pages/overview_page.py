"""The overview of a year, which is the front page too for the newest year."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from ..model import Asset, Disclosure, LineRef, Metal
from ..prose import escape
from ..prose.claims import Claims
from ..prose.facts import (
    AllFacts,
    Facilities,
    FactInt,
    FactStr,
    FilingFacts,
    LinkFacts,
    OriginsFacts,
    PeriodFacts,
    RegistrantFacts,
    StatusFacts,
    SurveyFacts,
)
from ..prose.marks import without_marks
from . import charts, linked_tables, tables
from .annex_links import AnnexLinks
from .common_page import filled, front_matter, in_markdown, size_of
from .page import Page, PageKind
from .world_map import world_map

TEMPLATE = "pages/overview.md.j2"

_ROWS_NAMED = 6
"""Facilities in covered countries that the overview names; the annex has all."""


@dataclass(frozen=True)
class NamedRow:
    """A row of the annex, for a Markdown link to it."""

    name: Markup
    details: Markup
    anchor: Markup


@dataclass(frozen=True)
class MetalShare:
    """The conformant part of one metal's rows."""

    metal: str
    part: FactInt
    whole: FactInt
    share: FactStr


@dataclass(frozen=True)
class DocumentLink:
    """A file, for a Markdown link to it."""

    title: Markup
    target: Markup
    kind: str
    size: str


@dataclass(frozen=True)
class Context:
    """What the template of the overview uses."""

    here: str
    """From this page to the year's folder: empty, or ``2021/`` from the front page."""
    top: str
    """From this page to the pages that belong to no year."""
    registrant: RegistrantFacts
    period: PeriodFacts
    filing: FilingFacts
    missing: tuple[str, ...]
    """What a draft needs before it can be final; empty for a final."""
    survey: SurveyFacts
    facilities: Facilities
    statuses: tuple[tuple[StatusFacts, str], ...]
    """Each with the part of a class name that its colour has."""
    origins: OriginsFacts
    policy: LinkFacts | None
    grievance: LinkFacts | None
    suppliers_answered: Markup
    """What the suppliers that answered are called, for a sentence in Markdown."""
    conformant_words: Markup
    """Labels of the conformant class, quoted; empty where the vocabulary has none."""
    conformant_shares: tuple[MetalShare, ...]
    none_covered: Markup
    """The sentence on covered countries where no facility is known to stand in one."""
    covered_rows: tuple[NamedRow, ...]
    covered_unnamed: int
    """Facilities in covered countries that are not in ``covered_rows``."""
    status_chart: Markup
    status_table: Markup
    world_map: Markup
    country_chart: Markup
    country_table: Markup
    documents: tuple[DocumentLink, ...]


def render(
    disclosure: Disclosure,
    facts: AllFacts,
    documents: Sequence[Asset],
    *,
    uri: str,
    missing: Sequence[str] = (),
    drawn: Page | None = None,
) -> Page:
    """The overview as published at ``uri``: ``2021/index.md``, or ``index.md`` for the front page.

    ``missing`` says what a draft needs before it can be final. ``drawn`` is the year's page where that is
    made already: the front page has the same pictures.
    """
    registrant = disclosure.facts.registrant.name
    links = _annex_links(disclosure, uri)
    pictures = _pictures(disclosure, facts, links) if drawn is None else _redirected(drawn.inserts, links)
    is_front_page = "/" not in uri
    return Page(
        uri=uri,
        meta=front_matter(
            disclosure,
            kind=PageKind.OVERVIEW,
            title=f"{disclosure.year} conflict minerals disclosure",
            description=f"Conflict minerals disclosure of {registrant} for {disclosure.year}: Form SD,"
            " smelters and refiners by metal, country and status, and all files.",
            is_searched=not is_front_page,  # it repeats the overview of its year, which the search finds
        ),
        marked=_marked(disclosure, facts, documents, uri, missing),
        inserts=pictures,
    )


_ANNEX_FROM_YEAR = "annex/"


def _annex_links(disclosure: Disclosure, uri: str) -> AnnexLinks:
    """Addresses of the annex as a browser needs them: MkDocs does not see what goes in after Markdown."""
    annex = _ANNEX_FROM_YEAR if "/" in uri else f"{disclosure.year}/{_ANNEX_FROM_YEAR}"
    return AnnexLinks(annex, tuple(status.label for status in disclosure.facts.statuses))


def _pictures(disclosure: Disclosure, facts: AllFacts, links: AnnexLinks) -> dict[str, str]:
    """The charts and their tables by placeholder. They go in after Markdown, which needs none of it."""
    pictures = {
        "status_chart": charts.status_by_metal(facts, links),
        "status_table": tables.html(linked_tables.status_by_metal(facts, links)),
        "world_map": world_map(disclosure, links),
        "country_chart": charts.facilities_by_country(disclosure, links),
        "country_table": tables.html(linked_tables.countries(disclosure, links)),
    }
    return {_placeholder(name): without_marks(html) for name, html in pictures.items()}


def _redirected(inserts: Mapping[str, str], links: AnnexLinks) -> dict[str, str]:
    """Pictures of the year's page with addresses as ``links`` has them. Data has no bare quotation marks."""
    address = f'href="{_ANNEX_FROM_YEAR}?'
    return {name: html.replace(address, f'href="{links.annex}?') for name, html in inserts.items()}


def _placeholder(name: str) -> Markup:
    return Markup("<!-- formsd:{} -->").format(name)


def _marked(
    disclosure: Disclosure, facts: AllFacts, documents: Sequence[Asset], uri: str, missing: Sequence[str]
) -> str:
    folder = posixpath.dirname(uri)
    covered = facts.facilities.in_covered_countries.rows
    context = Context(
        here="" if folder else f"{disclosure.year}/",
        top="../" if folder else "",
        registrant=facts.registrant,
        period=facts.period,
        filing=facts.filing,
        missing=tuple(missing),
        survey=facts.survey,
        facilities=facts.facilities,
        statuses=tuple((status, tables.css_slug(status.status_class)) for status in facts.statuses),
        origins=facts.origins,
        policy=facts.policy,
        grievance=facts.grievance,
        suppliers_answered=_suppliers_answered(facts),
        conformant_words=_conformant_words(facts),
        conformant_shares=_conformant_shares(facts),
        none_covered=Markup(
            str(Claims(facts, lambda: LineRef(uri), []).none_in_covered_country(facts.facilities))
        ),
        covered_rows=_named_rows(disclosure),
        covered_unnamed=max(len(covered) - _ROWS_NAMED, 0),
        status_chart=_placeholder("status_chart"),
        status_table=_placeholder("status_table"),
        world_map=_placeholder("world_map"),
        country_chart=_placeholder("country_chart"),
        country_table=_placeholder("country_table"),
        documents=tuple(_document_link(asset, folder) for asset in documents if _is_listed(asset)),
    )
    return filled(TEMPLATE, context)


def _suppliers_answered(facts: AllFacts) -> Markup:
    survey = facts.survey
    return _shown(survey.supplier if survey.answered == 1 else survey.supplier_plural)


def _shown(fact: FactStr | None) -> Markup:
    return in_markdown(fact) if fact else Markup("")


def _conformant_words(facts: AllFacts) -> Markup:
    labels = [_shown(status.label) for status in facts.statuses if status.status_class == "conformant"]
    return Markup(" or ").join(Markup("“{}”").format(label) for label in labels)


def _conformant_shares(facts: AllFacts) -> tuple[MetalShare, ...]:
    """Metals that have rows, in the order of ``Metal``."""
    wholes = [(metal, facts.facilities.of_metal(metal)) for metal in Metal]
    return tuple(
        MetalShare(metal.lower(), whole.conformant.total, whole.total, whole.conformant.share_of(whole))
        for metal, whole in wholes
        if whole.total
    )


def _named_rows(disclosure: Disclosure) -> tuple[NamedRow, ...]:
    """The first facilities in covered countries, in the order of the annex."""
    covered = [(i, row) for i, row in enumerate(disclosure.smelters) if row.country.is_covered]
    return tuple(
        NamedRow(
            name=in_markdown(FactStr(row.name, f"smelters[{i}].name")),
            details=in_markdown(
                FactStr(f"{row.country.name}, {row.metal.lower()}, “{row.status.label}”", f"smelters[{i}]")
            ),
            anchor=Markup(quote(row.anchor)),
        )
        for i, row in covered[:_ROWS_NAMED]
    )


def _is_listed(asset: Asset) -> bool:
    """Files that describe others, and those for the SEC, are listed on the documents page only."""
    return bool(asset.title) and not (asset.is_companion or asset.is_for_edgar)


def _document_link(asset: Asset, folder: str) -> DocumentLink:
    suffix = posixpath.splitext(asset.uri)[1].removeprefix(".").upper()
    return DocumentLink(
        title=Markup(escape.markdown(asset.title)),
        target=Markup(quote(posixpath.relpath(asset.uri, folder or "."))),
        kind=suffix or "file",
        size=size_of(asset),
    )
