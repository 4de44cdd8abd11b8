"""The report page: all sections of the Conflict Minerals Report on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..model import Disclosure
from ..prose.facts import AllFacts, PeriodFacts, RegistrantFacts
from .common_page import filled, front_matter
from .page import Page, PageKind

if TYPE_CHECKING:
    from ..prose.prose import RenderedSection

TEMPLATE = "pages/report.md.j2"


@dataclass(frozen=True)
class Context:
    """What the template of the report page uses."""

    registrant: RegistrantFacts
    period: PeriodFacts
    sections: tuple[Markup, ...]
    """Markdown of the sections in their order, with marks."""
    pdf: str
    """Address of the PDF as Markdown links have it; empty where the site has none."""


def render(
    disclosure: Disclosure, facts: AllFacts, sections: Sequence[RenderedSection], *, pdf: str = ""
) -> Page:
    """The report page as published. ``pdf`` is the address of the PDF, if the site has one."""
    registrant = disclosure.facts.registrant.name
    return Page(
        uri=f"{disclosure.year}/report.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.REPORT,
            title=f"{disclosure.year} Conflict Minerals Report",
            description=f"Conflict Minerals Report of {registrant} for {disclosure.year}:"
            " covered products, country of origin inquiry, due diligence and its results.",
        ),
        marked=_marked(facts, sections, pdf),
    )


def _marked(facts: AllFacts, sections: Sequence[RenderedSection], pdf: str) -> str:
    texts = tuple(Markup(section.markdown.strip()) for section in sections)
    return filled(TEMPLATE, Context(facts.registrant, facts.period, texts, pdf))
