"""The page that shows Form SD: cover, items, exhibits and signature, in the form's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..model import EXPLANATORY_NOTE, ITEM_1_01, NOT_APPLICABLE, Disclosure, Exhibit
from ..prose.fact_values import FactStr
from ..prose.facts import AllFacts
from ..prose.filer_facts import CharterFacts, FilingFacts, PeriodFacts
from ..prose.prose import RenderedSection
from .common_page import filled, front_matter
from .form_words import Form, form_words
from .page import Page, PageKind

TEMPLATE = "pages/form-sd.md.j2"
SECTION_LEVEL = 5
"""Heading level of the sections that stand in the form's body."""
_NOTE_LEVEL = 3
"""Heading level of what an explanatory note has below its own heading."""


@dataclass(frozen=True)
class Note:
    """The explanatory note of an amendment."""

    title: Markup
    text: Markup


@dataclass(frozen=True)
class Entry:
    """A registrant on the cover, and whose address and contact stand below it."""

    registrant: CharterFacts
    address: CharterFacts | None
    """None: it shares that of another registrant, which stands where all have been named."""
    contact: CharterFacts | None


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
    cover: tuple[Entry, ...]
    registrants: tuple[CharterFacts, ...]
    """Each signs."""
    period: PeriodFacts
    filing: FilingFacts
    note: Note | None
    """None: this is no amendment, or its note is not written yet."""
    sections: tuple[Markup, ...]
    """Markdown of the sections in the body: none where a report is filed as an exhibit."""
    item: Markup
    """The filer's text of Item 1.01, which stands behind the sections."""
    not_applicable: Markup
    """What the filer says below an item that does not apply; empty: the item is left blank."""
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
    texts: Sequence[RenderedSection] = (),
    *,
    pdf: str = "",
    has_original: bool = False,
) -> Page:
    """Form SD of a year that has all of its facts. ``sections`` stand in its body where no report is filed.

    ``texts`` are those of ``form/``. ``pdf`` is the address of the PDF, if the site has one;
    ``has_original``: the site has a page with the files of the filings before this one.
    """
    stated = disclosure.facts
    name = stated.filing.form
    return Page(
        uri=f"{disclosure.year}/form-sd.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.FORM,
            title=f"{disclosure.year} {name}",
            description=f"{name} of {stated.registrants_in_short}: specialized disclosure report under"
            f" Rule 13p-1 for the reporting period from January 1 to December 31, {disclosure.year}.",
        ),
        marked=_marked(disclosure, facts, sections, {text.slug: text for text in texts}, pdf, has_original),
    )


def _marked(
    disclosure: Disclosure,
    facts: AllFacts,
    sections: Sequence[RenderedSection],
    texts: dict[str, RenderedSection],
    pdf: str,
    has_original: bool,
) -> str:
    words = form_words(disclosure.layout, disclosure.facts.filing.form)
    body = () if facts.filing.has_report else sections
    context = Context(
        form=words,
        cover=_cover(facts.registrants),
        registrants=facts.registrants,
        period=facts.period,
        filing=facts.filing,
        note=_note(texts.get(EXPLANATORY_NOTE), words),
        sections=tuple(Markup(section.at_level(SECTION_LEVEL)) for section in body),
        item=_text(texts.get(ITEM_1_01)),
        not_applicable=_text(texts.get(NOT_APPLICABLE)),
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


def _note(text: RenderedSection | None, words: Form) -> Note | None:
    if text is None:
        return None
    return Note(Markup(text.title or words.note_heading), Markup(text.below(_NOTE_LEVEL)))


def _text(text: RenderedSection | None) -> Markup:
    return Markup(text.at_level(SECTION_LEVEL).strip() if text else "")


def _cover(registrants: Sequence[CharterFacts]) -> tuple[Entry, ...]:
    """Each registrant with its own address and contact, or all of them above the ones that they share."""
    return tuple(
        Entry(
            registrant=one,
            address=_below(one, registrants, "address"),
            contact=_below(one, registrants, "contact_name"),
        )
        for one in registrants
    )


def _below(one: CharterFacts, registrants: Sequence[CharterFacts], part: str) -> CharterFacts | None:
    """Whose part stands below a registrant: its own, or the principal's below the last where all share it."""
    principal, *others = registrants
    if any(getattr(other, part) for other in others):
        return one if getattr(one, part) else principal
    return principal if one is registrants[-1] else None
