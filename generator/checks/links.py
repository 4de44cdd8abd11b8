"""Checks of the links in the report's sections."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from ..findings import Finding
from ..findings.catalogue import SECTION_LINK
from ..model import Disclosure, Route
from .prose import Prose

_TARGET = re.compile(
    r"""\]\(\s*<?([^\s)>]+)                 # [words](target)
    |^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)   # [label]: target
    |\bhref\s*=\s*["']([^"'\n]+)""",
    re.VERBOSE | re.MULTILINE,
)

_EXHIBIT = re.compile(r"exhibit-\d+-\d+\.md")
_END = re.compile(r"(?:(?:/index)?\.(?:md|html)|/)$")
"""How the name of a page ends, as a source or as an address of either form."""
_PAGES: Mapping[str, tuple[Callable[[Disclosure], bool], str]] = {
    "form-sd.md": (lambda one: one.facts.has_form, "the cover or the signature is not given"),
    "report.md": (lambda one: one.facts.form.route is Route.REPORT, "no Conflict Minerals Report is filed"),
    "annex.md": (lambda one: one.has_list, "there is no list of smelters"),
}
"""Page of the year that is not always made: whether it is, and else why not."""


def section_links_to_pages(prose: Prose) -> Iterator[Finding]:
    """SE-008: a link to Form SD, the report or the list leads to a page that this year has."""
    for section in prose.sections:
        for found in _TARGET.finditer(section.text):
            group = found.lastindex or 0
            page = _page_of_year(found[group], prose.disclosure.year)
            is_made, why_not = _of_page(page)
            if not is_made(prose.disclosure):
                message = (
                    f"the link '{found[group]}' leads to a page that {prose.disclosure.year} does not have"
                )
                advice = f"Write the words without the link: {why_not}."
                yield Finding(SECTION_LINK, message, section.place(*found.span(group)), advice)


def _page_of_year(target: str, year: int) -> str:
    """The name of the page in the year's folder; a path that is in no such table where it lies elsewhere.

    A link may name a source, from the folder of its own, or an address, from its page.
    """
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    bases = (f"/{year}",) if path.endswith(".md") else (f"/{year}/report", f"/{year}")
    places = (posixpath.relpath(posixpath.join(base, _END.sub("", path)), f"/{year}") for base in bases)
    pages = [f"{place}.md" for place in places]
    return next((page for page in pages if page in _PAGES or _EXHIBIT.fullmatch(page)), pages[0])


def _of_page(page: str) -> tuple[Callable[[Disclosure], bool], str]:
    """Whether a page of the year is made, and else why not."""
    if _EXHIBIT.fullmatch(page):
        stem = page.removesuffix(".md")
        return lambda one: stem in [e.key for e in one.further_exhibits], "no exhibit has this number"
    return _PAGES.get(page, (_always, ""))


def _always(_: Disclosure) -> bool:
    return True
