"""The page of a further exhibit, and what parts of Exhibit 1.01 look like behind the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Disclosure, Exhibit
from ..prose.environment import Markdown
from ..prose.fact_values import FactStr
from ..prose.facts import AllFacts
from ..prose.filer_facts import RegistrantFacts
from ..prose.prose import RenderedSection
from ..prose.safe_html import safe_html, safe_text
from ..prose.wording.frame import EXHIBITS
from ..prose.wording.wording import wording_of
from .common_page import filled, front_matter, in_markdown
from .page import Page, PageKind

TEMPLATE = "pages/exhibit.md.j2"


@dataclass(frozen=True)
class Body:
    """What an exhibit says, for a page."""

    title: Markup
    """Its description, for a heading."""
    key: str
    """Address of the heading."""
    text: Markup
    """Markdown with marks, or the placeholder of ``inserts``."""
    inserts: Mapping[str, str]


@dataclass(frozen=True)
class Context:
    """What the template of the exhibit's page uses."""

    registrant: RegistrantFacts
    head: Markup
    """Which exhibit it is, in the filer's words."""
    body: Body


def render(
    disclosure: Disclosure, facts: AllFacts, exhibit: Exhibit, texts: Iterable[RenderedSection]
) -> Page:
    """The page of one exhibit. ``texts`` are the exhibits that are Markdown, filled in."""
    stated = exhibit.stated
    body = body_of(exhibit, texts, level=2, key=exhibit.key)
    context = Context(
        registrant=facts.registrant,
        head=_head(disclosure, facts, exhibit),
        body=body,
    )
    name = disclosure.facts.registrants_in_short
    return Page(
        uri=f"{disclosure.year}/{exhibit.key}.md",
        meta=front_matter(
            disclosure,
            kind=PageKind.EXHIBIT,
            title=f"{disclosure.year} Exhibit {stated.number}",
            description=f"Exhibit {stated.number} to {disclosure.facts.filing.form} of {name}"
            f" for {disclosure.year}: {stated.description}",
            menu=f"Exhibit {stated.number}",
        ),
        marked=filled(TEMPLATE, context),
        inserts=body.inserts,
    )


def _head(disclosure: Disclosure, facts: AllFacts, exhibit: Exhibit) -> Markup:
    form = str(facts.filing.form)
    context = {
        **facts.as_dict(),
        "number": FactStr(exhibit.stated.number, f"exhibits[{exhibit.entry}].number"),
        "form_sd": Markdown(f'<a href="../form-sd/">{form}</a>' if disclosure.facts.has_form else form),
    }
    return Markup(str(wording_of(facts.wording).paragraph(EXHIBITS.name, "head", context)))


def parts_of(disclosure: Disclosure, texts: Iterable[RenderedSection]) -> tuple[Body, ...]:
    """What stands in Exhibit 1.01 behind the report and its lists."""
    texts = tuple(texts)
    return tuple(
        body_of(exhibit, texts, level=3, key=f"part-{number}")
        for number, exhibit in enumerate(disclosure.exhibit_parts, start=1)
    )


def body_of(exhibit: Exhibit, texts: Iterable[RenderedSection], *, level: int, key: str) -> Body:
    """What an exhibit says below its description; its highest headings have ``level``."""
    title = in_markdown(FactStr(exhibit.stated.description, f"exhibits[{exhibit.entry}].description"))
    if exhibit.suffix == ".md":
        rendered = next((text for text in texts if text.file == exhibit.file), None)
        text = _markdown(rendered, exhibit.stated.description, level) if rendered else ""
        return Body(title, key, Markup(text), {})
    safe = (
        safe_text(exhibit.text)
        if exhibit.suffix == ".txt"
        else safe_html(exhibit.text, level=level, prefix=key)
    )
    placeholder = f"<!-- formsd:{key} -->"
    return Body(title, key, Markup(placeholder), {placeholder: f'<div class="fsd-exhibit">{safe.html}</div>'})


def _markdown(rendered: RenderedSection, description: str, level: int) -> str:
    """The text; its own title only where it says something else than the description."""
    if rendered.title and rendered.title.casefold() != description.casefold():
        return rendered.at_level(level)
    return rendered.below(level).strip()
