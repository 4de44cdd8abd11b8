"""What stands at the top of each page: whose document it is, and which; in one line whatever the name."""

from __future__ import annotations

from ...model import REPORT_NUMBER, Disclosure
from .links import FORM
from .widths import PAGE_WIDTH, text_width

_SIZE, _GAP = 8.5, 20.0
"""Of the type, and between the two texts, in points."""


def running_head(disclosure: Disclosure, page: str) -> dict[str, str]:
    """Name and document of a page's part: the name as it is on the cover, else in short, else cut."""
    names = (disclosure.facts.registrants_in_short, _in_short(disclosure))
    documents = _documents(disclosure, page)
    for document in documents:
        for name in names:
            if _width(name) + _GAP + _width(document) <= PAGE_WIDTH:
                return {"name": name, "document": document}
    return {"name": _cut(names[-1], PAGE_WIDTH - _GAP - _width(documents[-1])), "document": documents[-1]}


def _documents(disclosure: Disclosure, page: str) -> tuple[str, str]:
    """The document with its reporting period, and with its year alone."""
    form = disclosure.facts.filing.form_name
    numbers = {one.key: one.stated.number for one in disclosure.further_exhibits}
    document = form if page == FORM else f"Exhibit {numbers.get(page, REPORT_NUMBER)} to {form}"
    year = disclosure.year
    return (
        f"{document} for the reporting period from January 1 to December 31, {year}",
        f"{document} for {year}",
    )


def _in_short(disclosure: Disclosure) -> str:
    """The principal's short name, and how many registrants there are besides."""
    stated = disclosure.facts
    others = stated.registrants_in_short.removeprefix(stated.registrant.name)
    return f"{stated.registrant.short_name or stated.registrant.name}{others}"


def _cut(name: str, room: float) -> str:
    if _width(name) <= room:
        return name
    while name and _width(f"{name}…") > room:
        name = name[:-1]
    return f"{name.rstrip(' ,')}…"


def _width(text: str) -> float:
    return text_width(text) * _SIZE
