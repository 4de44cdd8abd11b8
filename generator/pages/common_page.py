"""What all pages of a year have in common: front matter, rendering, data inside Markdown."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ..model import Disclosure
from ..prose import escape
from ..prose.environment import page_environment
from ..prose.facts import FactInt, FactStr
from ..prose.marks import mark
from .page import Meta


def front_matter(disclosure: Disclosure, *, kind: str, title: str, description: str) -> Meta:
    """What the theme reads of a page; ``notice`` only where the data has one."""
    meta: Meta = {
        "title": title,
        "description": description,
        "year": disclosure.year,
        "state": disclosure.facts.filing.state,
        "kind": kind,
    }
    if disclosure.facts.notice:
        meta["notice"] = disclosure.facts.notice
    return meta


def filled(template: str, context: Any) -> str:
    """The template with the fields of its context dataclass; data stands in marks."""
    return page_environment().get_template(template).render(vars(context))


def in_markdown(value: FactInt | FactStr) -> Markup:
    """Data for a Markdown paragraph, link or heading, where escaping for HTML is not enough."""
    shown = f"{value:,}" if isinstance(value, int) else str(value)
    return Markup(mark(escape.markdown(shown), escape.markdown(value.path)))
