"""The overview of a year, which is the front page too for the newest year."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from ..model import Asset, Disclosure, FacilityList, LineRef, Route
from ..prose import escape
from ..prose.claims import Claims, unrecognised_countries
from ..prose.facilities import Facilities, whole_of
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts, LinkFacts, OriginsFacts
from ..prose.filer_facts import CharterFacts, FilingFacts, PeriodFacts, RegistrantFacts
from ..prose.marks import without_marks
from ..prose.prose import RenderedSection
from ..prose.survey_facts import SurveyFacts
from . import charts, linked_tables, tables
from .annex_links import AnnexLinks
from .common_page import filled, front_matter, in_markdown, said, size_of
from .key_figures import KeyFigure, key_figures
from .page import Page, PageKind
from .status_counts import status_counts
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


@dataclass(frozen=True)
class Block:
    """Pictures and the table with the same numbers; what there is not is empty."""

    pictures: tuple[Markup, ...]
    table: Markup


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
    signing: tuple[CharterFacts, ...]
    """The registrants by their signatories: the first alone where one officer signs for all."""
    missing: tuple[str, ...]
    """What a draft needs before it can be final; empty for a final."""
    survey: SurveyFacts
    facilities: Facilities
    has_annex: bool
    """Whether there is a list."""
    has_every_status: bool
    """Whether the list gives a status for each facility."""
    rows: int
    """Rows of all lists."""
    figures: tuple[KeyFigure, ...]
    stands_out: bool
    """Whether anything stands out."""
    lists: tuple[ListLink, ...]
    """Where there are several."""
    origins: OriginsFacts
    policy: LinkFacts | None
    grievance: LinkFacts | None
    suppliers_answered: Markup
    """What the suppliers that answered are called, for a sentence in Markdown."""
    suppliers_outside: Markup
    """What those are called that declare not to source from covered countries."""
    conformant_words: Markup
    """Labels of the conformant class, quoted; empty where the vocabulary has none."""
    conformant_shares: tuple[MetalShare, ...]
    are_stated: bool
    """Whether those shares are computed from numbers that the filing states, not from rows."""
    none_covered: Markup
    """The sentence on covered countries where no facility is known to stand in one; empty: none are given."""
    covered_rows: tuple[NamedRow, ...]
    covered_unnamed: int
    """Facilities in covered countries that are not in ``covered_rows``."""
    no_country: FactInt | None
    """Facilities for which no country is given, where it is for others; None: none."""
    unrecognised_countries: Markup
    """Of how many facilities the country is given under a name that is not recognised; empty: of none."""
    status_heading: str
    """What stands over the pictures and tables of metals and statuses; empty: there are none."""
    status_blocks: tuple[Block, ...]
    status_definitions: Markup
    """What the statuses mean, where no annex says it."""
    leads_to_rows: bool
    """Whether a part of a picture of statuses leads to its rows."""
    world_map: Markup
    country_chart: Markup
    country_table: Markup
    """Empty, as the two before it, where the list gives no countries."""
    programmes: Markup
    sections: tuple[Markup, ...]
    """Markdown of the disclosure's sections, where neither Form SD nor a report has them."""
    documents: tuple[DocumentLink, ...]


def render(
    disclosure: Disclosure,
    facts: AllFacts,
    documents: Sequence[Asset],
    *,
    uri: str,
    missing: Sequence[str] = (),
    drawn: Page | None = None,
    sections: Sequence[RenderedSection] = (),
) -> Page:
    """The overview as published at ``uri``: ``2021/index.md``, or ``index.md`` for the front page.

    ``missing`` says what a draft needs before it can be final. ``drawn`` is the year's page where that is
    made already: the front page has the same pictures. ``sections`` stand on the year's page where no other
    page has them: without a report, and without all that Form SD needs.
    """
    registrant = disclosure.facts.registrants_in_short
    links = _annex_links(disclosure, uri)
    pictures = _pictures(disclosure, facts, links) if drawn is None else _redirected(drawn.inserts, links)
    is_front_page = "/" not in uri
    return Page(
        uri=uri,
        meta=front_matter(
            disclosure,
            kind=PageKind.OVERVIEW,
            title=f"{disclosure.year} conflict minerals disclosure",
            description=f"Conflict minerals disclosure of {registrant} for {disclosure.year}:"
            f" {', '.join([*_held(disclosure), 'and all files'])}.",
            is_searched=not is_front_page,  # it repeats the overview of its year, which the search finds
        ),
        marked=_marked(disclosure, facts, documents, uri, missing, pictures, sections),
        inserts=pictures,
    )


def _held(disclosure: Disclosure) -> list[str]:
    """What there is of the year, in words for a search engine."""
    given = [word for word in ("country", "status") if disclosure.gives(word)]
    by = " and ".join(", ".join(["metal", *given]).rsplit(", ", 1))
    has_report = disclosure.facts.form.route is Route.REPORT
    is_short = not (disclosure.facts.has_form and disclosure.has_list)
    return [
        *(["Form SD"] if disclosure.facts.has_form else []),
        *(["Conflict Minerals Report"] if has_report and is_short else []),
        *([f"smelters and refiners by {by}"] if disclosure.has_list else []),
    ]


def _signing(facts: AllFacts) -> tuple[CharterFacts, ...]:
    """The registrants that have a signatory; one of them where it is the same officer for all."""
    signing = [one for one in facts.registrants if one.signatory_name]
    officers = {(one.signatory_name, one.signatory_title) for one in signing}
    return tuple(signing if len(officers) > 1 else signing[:1])


_ANNEX_FROM_YEAR = "annex/"


def _annex_links(disclosure: Disclosure, uri: str) -> AnnexLinks | None:
    """Addresses of the annex as a browser needs them: MkDocs does not see what goes in after Markdown.

    None where there is no list.
    """
    if not disclosure.has_list:
        return None
    annex = _ANNEX_FROM_YEAR if "/" in uri else f"{disclosure.year}/{_ANNEX_FROM_YEAR}"
    return AnnexLinks(annex, tuple(status.label for status in disclosure.facts.statuses))


def _pictures(disclosure: Disclosure, facts: AllFacts, links: AnnexLinks | None) -> dict[str, str]:
    """The charts and their tables by placeholder, those that there are.

    They go in after Markdown, which needs none of it.
    """
    status, counts = charts.status_by_metal(facts, links), status_counts(facts)
    is_told = bool(status and counts.statuses)
    says_statuses = bool(counts.totals or counts.statuses) and not disclosure.has_list
    pictures = {
        "status_metals": "" if is_told else charts.facilities_by_metal(facts, links),
        "status_chart": status if is_told else "",
        "status_table": tables.html(linked_tables.status_by_metal(facts, links)),
        "status_all_chart": "" if is_told else status,
        "status_all_table": tables.html(tables.status_totals(facts)),
        "status_definitions": tables.html(tables.status_definitions(facts)) if says_statuses else "",
        "world_map": world_map(disclosure, links) if links else "",
        "country_chart": charts.facilities_by_country(disclosure, links) if links else "",
        "country_table": tables.html(linked_tables.countries(disclosure, links)) if links else "",
        "programmes": tables.html(tables.programmes(disclosure)),
    }
    return {_placeholder(name): without_marks(html) for name, html in pictures.items() if html}


def _redirected(inserts: Mapping[str, str], links: AnnexLinks | None) -> dict[str, str]:
    """Pictures of the year's page with addresses as ``links`` has them. Data has no bare quotation marks."""
    if links is None:
        return dict(inserts)
    address = f'href="{_ANNEX_FROM_YEAR}?'
    return {name: html.replace(address, f'href="{links.annex}?') for name, html in inserts.items()}


def _placeholder(name: str) -> Markup:
    return Markup("<!-- formsd:{} -->").format(name)


def _marked(
    disclosure: Disclosure,
    facts: AllFacts,
    documents: Sequence[Asset],
    uri: str,
    missing: Sequence[str],
    pictures: Mapping[str, str],
    sections: Sequence[RenderedSection],
) -> str:
    folder = posixpath.dirname(uri)
    facilities, survey, origins = facts.facilities, facts.survey, facts.origins
    covered = facilities.in_covered_countries.rows
    counts = status_counts(facts)
    shares = _conformant_shares(facts)
    gives_country = bool(facilities.countries or facilities.without_country)
    outside = survey.outside_covered_countries

    def block(name: str) -> Markup:
        return _placeholder(name) if _placeholder(name) in pictures else Markup("")

    status_blocks = tuple(
        Block(tuple(filter(None, map(block, names))), block(table))
        for names, table in (
            (("status_metals", "status_chart"), "status_table"),
            (("status_all_chart",), "status_all_table"),
        )
    )
    shown = tuple(one for one in status_blocks if one.pictures or one.table)
    context = Context(
        here="" if folder else f"{disclosure.year}/",
        top="../" if folder else "",
        registrant=facts.registrant,
        period=facts.period,
        filing=facts.filing,
        signing=_signing(facts),
        missing=tuple(missing),
        survey=survey,
        facilities=facilities,
        has_annex=disclosure.has_list,
        has_every_status=bool(facilities.rows) and facilities.without_status == 0,
        rows=len(disclosure.all_rows),
        figures=key_figures(disclosure, facts),
        stands_out=gives_country
        or bool(shares)
        or outside is not None
        or origins.determined
        or origins.recycled,
        lists=_lists(disclosure),
        origins=origins,
        policy=facts.policy,
        grievance=facts.grievance,
        suppliers_answered=_shown(survey.supplier if survey.answered == 1 else survey.supplier_plural),
        suppliers_outside=_shown(survey.supplier if outside == 1 else survey.supplier_plural),
        conformant_words=_conformant_words(facts),
        conformant_shares=shares,
        are_stated=not counts.from_list,
        none_covered=_none_covered(facts, uri) if gives_country else Markup(""),
        covered_rows=_named_rows(disclosure),
        covered_unnamed=max(len(covered) - _ROWS_NAMED, 0),
        no_country=_without_country(disclosure) if gives_country else None,
        unrecognised_countries=said(lambda: unrecognised_countries(facts, facilities))
        if covered
        else Markup(""),
        status_heading=_status_heading(facts) if shown else "",
        status_blocks=shown,
        status_definitions=block("status_definitions"),
        leads_to_rows=disclosure.has_list and counts.from_list,
        world_map=block("world_map"),
        country_chart=block("country_chart"),
        country_table=block("country_table"),
        programmes=block("programmes"),
        sections=tuple(Markup(section.markdown.strip()) for section in sections),
        documents=tuple(_document_link(asset, folder) for asset in documents if _is_listed(asset)),
    )
    return filled(TEMPLATE, context)


def _lists(disclosure: Disclosure) -> tuple[ListLink, ...]:
    """The lists with their rows, where there are several."""

    def link(one: FacilityList) -> ListLink:
        title = in_markdown(FactStr(one.title, "lists.title"))
        return ListLink(title, len(one.smelters), one.is_counted)

    shown = disclosure.shown_lists
    return tuple(map(link, shown)) if len(shown) > 1 else ()


def _none_covered(facts: AllFacts, uri: str) -> Markup:
    claims = Claims(facts, lambda: LineRef(uri), [])
    return said(lambda: claims.none_in_covered_country(facts.facilities))


def _without_country(disclosure: Disclosure) -> FactInt | None:
    number = sum(row.country is None for row in disclosure.smelters)
    return FactInt(number, "facilities.without_country") if number else None


def _status_heading(facts: AllFacts) -> str:
    counts = status_counts(facts)
    if not counts.statuses and not counts.totals:
        return "Facilities by metal"
    if not counts.metals:
        return "Facilities by status"
    return "Status by metal" if counts.statuses else "Facilities by metal and by status"


def _shown(fact: FactStr | None) -> Markup:
    return in_markdown(fact) if fact else Markup("")


def _conformant_words(facts: AllFacts) -> Markup:
    labels = [_shown(status.label) for status in facts.statuses if status.status_class == "conformant"]
    return Markup(" or ").join(Markup("“{}”").format(label) for label in labels)


def _conformant_shares(facts: AllFacts) -> tuple[MetalShare, ...]:
    """Metals of which the numbers are known and not 0, in the order of ``Metal``."""
    found = []
    for metal in status_counts(facts).metals:
        whole = facts.facilities.of_metal(metal)
        part, number = whole.conformant, whole_of(whole.conformant, whole)
        share = part.share_of(whole)
        if part.total is not None and number and share is not None:
            found.append(MetalShare(metal.lower(), part.total, number, share))
    return tuple(found)


def _named_rows(disclosure: Disclosure) -> tuple[NamedRow, ...]:
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
        for i, row, country in covered[:_ROWS_NAMED]
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
