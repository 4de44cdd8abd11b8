"""The overview of a year: what the filing says, in a sentence and in pictures, and the ways to all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Asset, Disclosure, Route
from ..prose.claims import unrecognised_countries
from ..prose.facilities import Facilities
from ..prose.fact_values import FactInt
from ..prose.facts import AllFacts, LinkFacts, OriginsFacts
from ..prose.filer_facts import FilingFacts, PeriodFacts, RegistrantFacts
from ..prose.overview_sentence import is_worded
from ..prose.prose import RenderedSection
from ..prose.survey_facts import SurveyFacts
from .common_page import filled, front_matter, said
from .first_screen import FirstScreen, first_screen
from .key_figures import stated_figures, survey_figures
from .overview_parts import (
    ROWS_NAMED,
    DocumentLink,
    ListLink,
    NamedRow,
    Signing,
    chart_heading,
    document_links,
    lists,
    named_rows,
    none_covered,
    shown,
    signing,
    without_country,
)
from .overview_pictures import pictures_of, pictures_on_paper, placeholder
from .page import Page, PageKind
from .status_counts import status_counts

TEMPLATE = "pages/overview.md.j2"
SINCE = "<!-- formsd:since -->"
"""Place of what other years say: what changed since the year before, and the picture of the years."""


@dataclass(frozen=True)
class Context:
    """What the template of the overview uses."""

    top: str
    """From this page to the pages that belong to no year."""
    first: FirstScreen
    registrant: RegistrantFacts
    period: PeriodFacts
    filing: FilingFacts
    signing: tuple[Signing, ...]
    """Who signs: one officer alone where the same signs for all registrants."""
    missing: tuple[str, ...]
    """What a draft needs before it can be final; empty for a final."""
    survey: SurveyFacts
    facilities: Facilities
    has_annex: bool
    """Whether there is a list."""
    lists: tuple[ListLink, ...]
    """Where there are several."""
    origins: OriginsFacts
    tells_origins: bool
    """Whether origins are told here, since the sentence on top is not the one that the data computes."""
    policy: LinkFacts | None
    grievance: LinkFacts | None
    stated: tuple[Markup, ...]
    """What the filing counts beside its list, where the numbers differ."""
    survey_figures: tuple[Markup, ...]
    suppliers_answered: Markup
    """What the suppliers that answered are called, for a sentence in Markdown."""
    suppliers_outside: Markup
    """What those are called that declare not to source from covered countries."""
    none_covered: Markup
    """The sentence on covered countries where no facility is known to stand in one; empty: none are given."""
    covered_rows: tuple[NamedRow, ...]
    covered_unnamed: int
    """Facilities in covered countries that are not in ``covered_rows``."""
    no_country: FactInt | None
    """Facilities for which no country is given, where it is for others; None: none."""
    unrecognised_countries: Markup
    """Of how many facilities the country is given under a name that is not recognised; empty: of none."""
    chart_heading: str
    """What stands over the chart."""
    chart: Markup
    """Empty: nothing is counted."""
    explains_statuses: bool
    """Whether the annex has what the statuses mean."""
    status_definitions: Markup
    """What the statuses mean, where no annex says it."""
    world_map: Markup
    """Empty where the list gives no countries."""
    programmes: Markup
    sections: tuple[Markup, ...]
    """Markdown of the disclosure's sections, where neither Form SD nor a report has them."""
    documents: tuple[DocumentLink, ...]


def render(
    disclosure: Disclosure,
    facts: AllFacts,
    documents: Sequence[Asset],
    *,
    missing: Sequence[str] = (),
    sections: Sequence[RenderedSection] = (),
    sentence: str = "",
    drawn: Page | None = None,
) -> Page:
    """The overview of the year. ``missing`` says what a draft needs before it can be final.

    ``sections`` stand here where no other page has them: without a report, and without all that Form SD
    needs. ``sentence`` is the filer's own for the top, as Markdown; empty: the data computes one.
    ``drawn`` is the same page with other documents, whose pictures are taken as they are.
    """
    registrant = disclosure.facts.registrants_in_short
    pictures = {**drawn.inserts} if drawn else pictures_of(disclosure, facts)
    return Page(
        uri=f"{disclosure.year}/index.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.OVERVIEW,
            title=f"{disclosure.year} conflict minerals disclosure",
            description=f"Conflict minerals disclosure of {registrant} for {disclosure.year}:"
            f" {', '.join([*_held(disclosure), 'and all files'])}.",
        ),
        marked=_marked(disclosure, facts, documents, missing, pictures, sections, sentence),
        inserts={**pictures, SINCE: ""},
        in_documents=drawn.in_documents if drawn else pictures_on_paper(disclosure, facts, pictures),
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


def _marked(
    disclosure: Disclosure,
    facts: AllFacts,
    documents: Sequence[Asset],
    missing: Sequence[str],
    pictures: Mapping[str, str],
    sections: Sequence[RenderedSection],
    sentence: str,
) -> str:
    facilities, survey = facts.facilities, facts.survey
    covered = facilities.in_covered_countries.rows
    gives_country = bool(facilities.countries or facilities.without_country)

    def block(name: str) -> Markup:
        return placeholder(name) if placeholder(name) in pictures else Markup("")

    context = Context(
        top="../",
        first=first_screen(disclosure, facts, own=sentence, here="", bar=block("status_bar")),
        registrant=facts.registrant,
        period=facts.period,
        filing=facts.filing,
        signing=signing(facts),
        missing=tuple(missing),
        survey=survey,
        facilities=facilities,
        has_annex=disclosure.has_list,
        lists=lists(disclosure),
        origins=facts.origins,
        tells_origins=bool(sentence) or not is_worded(facts),
        policy=facts.policy,
        grievance=facts.grievance,
        stated=tuple(figure.words for figure in stated_figures(disclosure, facts)),
        survey_figures=tuple(figure.words for figure in survey_figures(survey)),
        suppliers_answered=shown(survey.supplier if survey.answered == 1 else survey.supplier_plural),
        suppliers_outside=shown(
            survey.supplier if survey.outside_covered_countries == 1 else survey.supplier_plural
        ),
        none_covered=none_covered(disclosure, facts) if gives_country else Markup(""),
        covered_rows=named_rows(disclosure),
        covered_unnamed=max(len(covered) - ROWS_NAMED, 0),
        no_country=without_country(disclosure) if gives_country else None,
        unrecognised_countries=said(lambda: unrecognised_countries(facts, facilities))
        if covered
        else Markup(""),
        chart_heading=chart_heading(facts),
        chart=block("chart"),
        explains_statuses=disclosure.has_list and status_counts(facts).from_list,
        status_definitions=block("status_definitions"),
        world_map=block("world_map"),
        programmes=block("programmes"),
        sections=tuple(Markup(section.markdown.strip()) for section in sections),
        documents=document_links(documents, str(disclosure.year)),
    )
    return filled(TEMPLATE, context)
