"""The page that shows Form SD: cover, items, exhibits and signature, in the form's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure, Exhibit
from ..prose.fact_values import FactStr
from ..prose.facts import AllFacts
from ..prose.filer_facts import FilingFacts, PeriodFacts, RegistrantFacts
from ..prose.prose import RenderedSection
from .common_page import filled, front_matter
from .form_words import FORMS, Form
from .page import Page, PageKind

TEMPLATE = "pages/form-sd.md.j2"
SECTION_LEVEL = 4
"""Heading level of the sections that stand in the form's body."""


@dataclass(frozen=True)
class ListedExhibit:
    """A line of the form's list of exhibits."""

    number: FactStr
    description: FactStr
    page: str
    """Last part of the address of its page."""


@dataclass(frozen=True)
class Context:
    """The names that the template uses."""

    form: Form
    registrant: RegistrantFacts
    period: PeriodFacts
    filing: FilingFacts
    website: str
    """Address of the disclosure as plain text, for attributes, which must stay free of marks."""
    sections: tuple[Markup, ...]
    """Markdown of the sections in the body; not used where a report is filed as an exhibit."""
    exhibits: tuple[ListedExhibit, ...]
    """The filed exhibits beside Exhibit 1.01."""
    pdf: str
    """Address of the PDF as Markdown links have it; empty where the site has none."""
    has_original: bool
    """Whether there is a page with the files of the filings before this one."""


def render(
    disclosure: Disclosure,
    facts: AllFacts,
    sections: Sequence[RenderedSection],
    *,
    pdf: str = "",
    has_original: bool = False,
) -> Page:
    """Form SD of a year that has all of its facts. ``sections`` stand in its body where no report is filed.

    ``pdf`` is the address of the PDF, if the site has one; ``has_original``: the site has a page with the
    files of the filings before this one.
    """
    stated = disclosure.facts
    name = "Form SD/A" if stated.filing.amendment else "Form SD"
    return Page(
        uri=f"{disclosure.year}/form-sd.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.FORM,
            title=f"{disclosure.year} {name}",
            description=f"{name} of {stated.registrant.name}: specialized disclosure report under Rule 13p-1"
            f" for the reporting period from January 1 to December 31, {disclosure.year}.",
        ),
        marked=_marked(disclosure, facts, sections, pdf, has_original),
    )


def _marked(
    disclosure: Disclosure,
    facts: AllFacts,
    sections: Sequence[RenderedSection],
    pdf: str,
    has_original: bool,
) -> str:
    context = Context(
        form=FORMS[disclosure.layout],
        registrant=facts.registrant,
        period=facts.period,
        filing=facts.filing,
        website=disclosure.facts.registrant.disclosure_url or "",
        sections=tuple(Markup(section.at_level(SECTION_LEVEL)) for section in sections),
        exhibits=tuple(_listed(exhibit) for exhibit in disclosure.further_exhibits),
        pdf=pdf,
        has_original=has_original,
    )
    return filled(TEMPLATE, context)


def _listed(exhibit: Exhibit) -> ListedExhibit:
    entry = f"exhibits[{exhibit.entry}]"
    return ListedExhibit(
        FactStr(exhibit.stated.number, f"{entry}.number"),
        FactStr(exhibit.stated.description, f"{entry}.description"),
        exhibit.key,
    )
