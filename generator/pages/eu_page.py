"""The page of an importer under Regulation (EU) 2017/821: the filer's own text, on the website alone."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure
from ..prose.environment import Markdown
from ..prose.facts import AllFacts
from ..prose.filer_facts import RegistrantFacts
from ..prose.prose import RenderedSection
from .common_page import filled, front_matter
from .page import Page, PageKind

TEMPLATE = "pages/eu.md.j2"


@dataclass(frozen=True)
class Context:
    """What the template of the page uses."""

    registrant: RegistrantFacts
    title: Markdown
    text: Markup
    """Markdown with marks, below the title."""


def render(disclosure: Disclosure, facts: AllFacts, text: RenderedSection) -> Page:
    """The page as published. No document of the filing has any of it."""
    context = Context(facts.registrant, Markdown(text.title), Markup(text.below(2).strip()))
    return Page(
        uri=f"{disclosure.year}/eu-importer.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.EU,
            title=f"{disclosure.year} Regulation (EU) 2017/821",
            description=f"What {disclosure.facts.registrants_in_short} reports for {disclosure.year} as an"
            " importer into the European Union under Regulation (EU) 2017/821.",
        ),
        marked=filled(TEMPLATE, context),
    )
