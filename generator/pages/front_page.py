"""The front page: what the newest year says, in short, and the ways to it. It is no copy of its overview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure
from ..prose.facts import AllFacts
from ..prose.filer_facts import PeriodFacts, RegistrantFacts
from ..prose.marks import without_marks
from .annex_links import AnnexLinks
from .common_page import filled, front_matter
from .first_screen import FirstScreen, Way, first_screen
from .page import Page, PageKind
from .switch_chart import status_bar

TEMPLATE = "pages/front.md.j2"
URI = "index.md"
_BAR = Markup("<!-- formsd:status_bar -->")


@dataclass(frozen=True)
class Context:
    """What the template of the front page uses."""

    first: FirstScreen
    registrant: RegistrantFacts
    period: PeriodFacts
    others: tuple[str, ...]
    """The years before the newest one, the newest of them first."""


def render(disclosure: Disclosure, facts: AllFacts, *, years: Sequence[int] = (), sentence: str = "") -> Page:
    """The front page, for the newest year. ``years`` are all of them, newest first.

    ``sentence`` is the filer's own for the top, as Markdown; empty: the data computes one.
    """
    here = f"{disclosure.year}/"
    labels = tuple(status.label for status in disclosure.facts.statuses)
    links = AnnexLinks(f"{here}annex/", labels) if disclosure.has_list else None
    bar = status_bar(facts, links)
    overview = Way(Markup(f"Overview of {disclosure.year}"), Markup(f"{here}index.md"))
    context = Context(
        first=first_screen(
            disclosure, facts, own=sentence, here=here, bar=_BAR if bar else Markup(""), before=[overview]
        ),
        registrant=facts.registrant,
        period=facts.period,
        others=tuple(map(str, years[1:])),
    )
    return Page(
        uri=URI,
        meta=front_matter(
            disclosure,
            kind=PageKind.OVERVIEW,
            title=f"Newest year: {disclosure.year}",
            description=f"Conflict minerals disclosure of {disclosure.facts.registrants_in_short}:"
            f" what the filing for {disclosure.year} says, and the way to every year.",
            is_searched=False,  # the search finds the same on the overview of the year
        ),
        marked=filled(TEMPLATE, context),
        inserts={_BAR: without_marks(bar)} if bar else {},
    )
