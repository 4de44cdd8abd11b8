"""Pages of an invented filing as the site has them, made by hand: a report, and the annex with its lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model import Disclosure, FacilityList, Section
from generator.pages.annex_page import PLACEHOLDER
from generator.pages.page import FrontMatter, Page, PageKind
from tests.support import builders

Table = tuple[str, Sequence[str], Sequence[Sequence[str]]]
"""Caption, headings, and the cells of each row as HTML; a heading is a column's name in small letters too."""

ON_THE_PAGE = "Lists as the page has them"
"""Stands in the annex's page where documents have the lists."""

RESTATED: dict[str, Any] = {
    "registrant": {"name": "Invented Devices, Inc."},
    "filing": {"state": "final", "signed_elsewhere": "Invented"},
}
"""A filing that is known without its form."""


def report_page(*sections: tuple[str, str]) -> Page:
    """The report's page; each section is its title and its Markdown."""
    text = "\n\n".join(f"## {title}\n\n{body}" for title, body in sections)
    return page("report", f"# Conflict Minerals Report\n\nThe list is in the [annex](annex.md).\n\n{text}\n")


def annex_page(*tables: Table, below: str = "", keys: Sequence[str] = ()) -> Page:
    """The annex's page: documents have the lists under their headings, and what stands below them all.

    The page itself has other words in their place, ``ON_THE_PAGE``.
    """
    parts = [_part(number, table, keys) for number, table in enumerate(tables)]
    made = page("annex", f"# Annex\n\n{PLACEHOLDER}\n", {PLACEHOLDER: f"<div>{''.join(parts)}</div>{below}"})
    return replace(made, inserts={PLACEHOLDER: f"<p>{ON_THE_PAGE}</p>"})


def page(kind: str, markdown: str, in_documents: Mapping[str, str] | None = None) -> Page:
    """``in_documents`` are the inserts that documents have; None: the page has no inserts."""
    uri = {"form": "form-sd", "overview": "index"}.get(kind, kind)
    meta = FrontMatter(title="Invented", description="", year=2021, is_draft=False, kind=PageKind(kind))
    return Page(f"2021/{uri}.md", meta, markdown, in_documents=dict(in_documents or {}))


def pages_of(report: Page, annex: Page | None = None, form: Page | None = None) -> dict[PageKind, Page]:
    every = (page("overview", "# Overview\n"), form, report, annex)
    return {one.meta.kind: one for one in every if one is not None}


def disclosure(*sections: str, lists: Mapping[str, str | None] | None = None, **changes: Any) -> Disclosure:
    """A restated year with sections by file, and lists by key, each with the section that it names."""
    row = builders.smelter()
    texts = tuple(
        Section(number, name, f"data/2021/report/{name}.md", f"# {name.title()}\n")
        for number, name in enumerate(sections, start=1)
    )
    found = builders.disclosure(row, sections=texts, **{**RESTATED, **changes})
    made = [
        FacilityList(key, key.title(), (replace(row, list_key=key),), at) for key, at in (lists or {}).items()
    ]
    return replace(found, lists=tuple(made))


def _part(number: int, table: Table, keys: Sequence[str]) -> str:
    caption, headings, rows = table
    name = f"fsd-annex-{number + 1}" if number else "fsd-annex"
    key = f' data-list="{keys[number]}"' if keys else ""
    head = "".join(f'<th scope="col" data-column="{text.casefold()}">{text}</th>' for text in headings)
    body = "".join(f'<tr id="row-{number}-{at}">{_cells(row)}</tr>' for at, row in enumerate(rows))
    return (
        f'<section class="fsd-part"><h3 id="list-{number}">{caption}</h3><div role="region" tabindex="0">'
        f'<table class="fsd-table fsd-annex" id="{name}"{key}><caption>{caption}: {len(rows)} rows</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></section>"
    )


def _cells(row: Sequence[str]) -> str:
    first, *rest = row
    return f'<th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}'
