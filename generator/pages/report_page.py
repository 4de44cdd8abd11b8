"""The report page: all sections of the Conflict Minerals Report on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..model import Disclosure
from ..prose.environment import Markdown
from ..prose.fact_values import FactInt, FactStr
from ..prose.facts import AllFacts
from ..prose.filer_facts import RegistrantFacts
from ..prose.marks import BEGIN
from ..prose.wording.frame import REPORT
from ..prose.wording.wording import wording_of
from .common_page import filled, front_matter, in_markdown
from .exhibit_page import Body, parts_of
from .page import Page, PageKind

if TYPE_CHECKING:
    from ..prose.prose import RenderedSection

TEMPLATE = "pages/report.md.j2"


_FROM_LIST = f"{BEGIN}facilities"
"""Begins a value that was counted in the list."""


@dataclass(frozen=True)
class ListLink:
    """A list that the filing has behind a section; here it stands in the annex."""

    title: Markup
    rows: FactInt


@dataclass(frozen=True)
class PlacedSection:
    """A section, and the lists that stand behind it."""

    text: Markup
    """Markdown with marks."""
    lists: tuple[ListLink, ...]


@dataclass(frozen=True)
class Context:
    """What the template of the report page uses."""

    registrant: RegistrantFacts
    title: Markup
    period: Markup
    """The line below the registrant's name; empty where the filer's wording has none."""
    head: Markup
    """The first paragraph, in the filer's words."""
    sections: tuple[PlacedSection, ...]
    """In their order."""
    pdf: str
    """Address of the PDF as Markdown links have it; empty where the site has none."""
    lists: tuple[ListLink, ...]
    """Lists that the filing has behind all sections."""
    parts: tuple[Body, ...] = ()
    """What stands in the exhibit behind the report, such as an auditor's report."""


def render(
    disclosure: Disclosure,
    facts: AllFacts,
    sections: Sequence[RenderedSection],
    *,
    pdf: str = "",
    exhibits: Sequence[RenderedSection] = (),
) -> Page:
    """The report page as published. ``pdf`` is the address of the PDF, if the site has one.

    ``exhibits`` are the exhibits that are Markdown, filled in.
    """
    parts = parts_of(disclosure, exhibits)
    registrant = disclosure.facts.registrants_in_short
    return Page(
        uri=f"{disclosure.year}/report.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.REPORT,
            title=f"{disclosure.year} Conflict Minerals Report",
            description=f"Conflict Minerals Report of {registrant} for {disclosure.year}:"
            " covered products, country of origin inquiry, due diligence and its results.",
        ),
        marked=_marked(disclosure, facts, sections, pdf, parts),
        inserts={name: html for part in parts for name, html in part.inserts.items()},
    )


def _marked(
    disclosure: Disclosure,
    facts: AllFacts,
    sections: Sequence[RenderedSection],
    pdf: str,
    parts: tuple[Body, ...],
) -> str:
    context = Context(
        registrant=facts.registrant,
        title=_text(facts, "title"),
        period=_text(facts, "period"),
        head=Markup(" ".join(filter(None, _head(disclosure, facts, sections)))),
        sections=tuple(_placed(disclosure, section) for section in sections),
        pdf=pdf,
        lists=_lists(disclosure, None),
        parts=parts,
    )
    return filled(TEMPLATE, context)


def _head(disclosure: Disclosure, facts: AllFacts, sections: Sequence[RenderedSection]) -> Iterator[Markup]:
    """What the report is, and where its list stands."""
    form = str(facts.filing.form)
    yield _text(facts, "exhibit", f"[{form}](form-sd.md)" if disclosure.facts.has_form else form)
    if disclosure.has_list:
        is_counted = any(_FROM_LIST in section.markdown for section in sections)
        yield _text(facts, "counted-in-the-list" if is_counted else "list")


def _text(facts: AllFacts, case: str, form_sd: str = "Form SD") -> Markup:
    context = {**facts.as_dict(), "form_sd": Markdown(form_sd)}
    return Markup(str(wording_of(facts.wording).paragraph(REPORT.name, case, context)))


def _placed(disclosure: Disclosure, section: RenderedSection) -> PlacedSection:
    stem = PurePosixPath(section.file).stem
    return PlacedSection(Markup(section.markdown.strip()), _lists(disclosure, stem))


def _lists(disclosure: Disclosure, section: str | None) -> tuple[ListLink, ...]:
    """The lists that stand behind a section; None: those that stand behind all of them."""
    every = len(disclosure.smelters)
    return tuple(
        ListLink(
            in_markdown(FactStr(one.title, "lists.title")),
            FactInt(len(one.smelters), "facilities.total" if len(one.smelters) == every else "computed"),
        )
        for one in disclosure.in_exhibit.shown_lists
        if (one.section or None) == section
    )
