"""What all pages of a year have in common: front matter, rendering, data inside Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import humanize
from markupsafe import Markup

from ..model import Asset, Disclosure, Smelter
from ..prose import escape
from ..prose.environment import page_environment
from ..prose.fact_values import FactInt, FactStr
from ..prose.marks import mark
from ..prose.wording.wording import WordingError
from .page import FrontMatter, PageKind


def front_matter(
    disclosure: Disclosure,
    *,
    kind: str,
    title: str,
    description: str,
    is_searched: bool = True,
    menu: str = "",
) -> FrontMatter:
    """What the theme reads of a page of the year.

    ``kind`` is one of ``PageKind``; ``menu`` is its name in the menu, empty: that of its kind.
    """
    return FrontMatter(
        title=title,
        description=description,
        year=disclosure.year,
        is_draft=disclosure.facts.filing.is_draft,
        kind=PageKind(kind),
        notice=disclosure.facts.notice_on_top,
        is_searched=is_searched,
        menu=menu,
    )


def filled(template: str, context: Any) -> str:
    """The template with the fields of its context dataclass; data stands in marks."""
    return page_environment().get_template(template).render(vars(context))


def fragment(template: str, context: Any) -> Markup:
    """HTML of a part of a page, as ``filled`` makes it, without the line end behind it."""
    return Markup(filled(template, context).rstrip("\n"))


def said(claim: Callable[[], str]) -> Markup:
    """The sentence of a claim on a page; empty where its wording is not there (a check says so)."""
    try:
        return Markup(str(claim()))
    except WordingError:
        return Markup("")


def size_of(asset: Asset) -> str:
    """How large a file is, such as ``42.0 kB``."""
    return humanize.naturalsize(len(asset.content))


def in_markdown(value: FactInt | FactStr) -> Markup:
    """Data for a Markdown paragraph, link or heading, where escaping for HTML is not enough."""
    shown = f"{value:,}" if isinstance(value, int) else str(value)
    return Markup(mark(escape.markdown(shown), escape.markdown(value.path)))


def told(text: str, of: int | str) -> str:
    """The text with the source of the value that it says; as it is where that has none."""
    return FactStr(text, of.path) if isinstance(of, FactInt | FactStr) else text


def of_row(text: str, year: int, row: Smelter) -> str:
    """What a row of a year's list says, with its cell as the source; empty as it is."""
    return FactStr(text, f"{year}:{row.where}") if text else ""
