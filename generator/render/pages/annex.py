"""The annex page: what the statuses mean, totals, and the facility list as one static table.

The table is complete without scripts and made to be enhanced by one: a row carries its metal, the class
of its status and its country's code as data attributes, and its anchor as ``id``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...model import ColumnName, Disclosure, LineRef, Smelter
from .. import tables
from ..claims import Claims
from ..environment import Markdown
from ..facts import AllFacts, FactStr, date_text
from ..marks import mark, without_marks
from ..page import Page
from .common import filled, front_matter, in_markdown

TEMPLATE = "pages/annex.md.j2"
PLACEHOLDER = "<!-- formsd:annex-table -->"

HEADINGS: dict[ColumnName, str] = {
    "cid": "Smelter ID (CID)",
    "metal": "Metal",
    "name": "Smelter or refiner",
    "country_as_filed": "Country as filed",
    "country": "Country",
    "city": "City",
    "state": "State or province",
    "status": "Status",
    "status_as_of": "Status as of",
    "recycled": "Recycled or scrap",
    "footnote": "Note",
}

_COLUMNS_FITTING = 6
"""With more columns than these the table is wider than the page on a desktop, too."""
_ROWS_NAMED = 5
"""A note that belongs to more rows than these gives their number only."""


@dataclass(frozen=True)
class Context:
    """What the template of the annex page uses."""

    title: Markup
    unit_of_counting: Markup
    status_by_metal: Markup
    status_definitions: Markup
    placeholder: Markup


def render(disclosure: Disclosure, facts: AllFacts) -> Page:
    """The annex page as published; the facility list is an insert."""
    markdown, table = _marked(disclosure, facts)
    registrant = disclosure.facts.registrant.name
    return Page(
        uri=f"{disclosure.year}/annex.md",
        meta=front_matter(
            disclosure,
            kind="annex",
            title=f"{disclosure.year} annex: smelters and refiners",
            description=f"Smelters and refiners that {registrant} lists for {disclosure.year}, with metal,"
            f" country and status: {_rows_counted(disclosure.smelters)}, one for each facility and metal.",
        ),
        markdown=without_marks(markdown),
        inserts={PLACEHOLDER: without_marks(table)},
    )


def _marked(disclosure: Disclosure, facts: AllFacts) -> tuple[str, str]:
    """Markdown of the page and HTML of its table."""
    unit = Claims(facts, lambda: LineRef("annex.md"), []).unit_of_counting()
    context = Context(
        title=in_markdown(facts.annex_title),
        unit_of_counting=_block(unit),
        status_by_metal=_block(tables.html(tables.status_by_metal(facts))),
        status_definitions=_block(tables.html(tables.status_definitions(facts))),
        placeholder=Markup(PLACEHOLDER),
    )
    return filled(TEMPLATE, context), facility_table(disclosure, facts.annex_title)


def _block(text: Markdown) -> Markup:
    return Markup(str(text))


def facility_table(disclosure: Disclosure, title: FactStr) -> str:
    """The facility list and its notes as HTML, data in marks.

    Built of plain strings, not by a template: there can be many thousand rows.
    """
    columns = disclosure.facts.annex.columns
    size = "tall" if len(columns) <= _COLUMNS_FITTING else "large"
    notes = _numbered_notes(disclosure.smelters) if "footnote" in columns else {}
    headings = "\n".join(f'<th scope="col" data-column="{name}">{HEADINGS[name]}</th>' for name in columns)
    rows = "\n".join(_row(row, number, columns, notes) for number, row in enumerate(disclosure.smelters))
    count = mark(_rows_counted(disclosure.smelters), "facilities.total")
    caption = f"{mark(str(escape(title)), title.path)}: {count}, one for each facility and metal"
    return (
        f'<div class="fsd-scroll fsd-scroll--{size}" role="region" tabindex="0"'
        ' aria-labelledby="fsd-annex-caption">\n'
        '<table class="fsd-table fsd-annex" id="fsd-annex" data-search-exclude>\n'
        f'<caption id="fsd-annex-caption"><span>{caption}</span></caption>\n'
        f"<thead>\n<tr>\n{headings}\n</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
        f"{_note_list(disclosure.smelters, notes)}"
    )


def _rows_counted(rows: Sequence[Smelter]) -> str:
    return "1 row" if len(rows) == 1 else f"{len(rows):,} rows"


def _row(row: Smelter, number: int, columns: Sequence[ColumnName], notes: Mapping[str, int]) -> str:
    # White space between the cells keeps words apart for readers of plain text, search indexes among them.
    cells = "\n".join(_cell(row, number, column, notes) for column in columns)
    return (
        f'<tr id="{escape(row.anchor)}" data-metal="{row.metal.lower()}" '
        f'data-status="{tables.css_slug(row.status.status_class)}" '
        f'data-country="{escape(row.country.code or "")}">\n{cells}\n</tr>'
    )


def _cell(row: Smelter, number: int, column: ColumnName, notes: Mapping[str, int]) -> str:
    if column == "footnote":
        return _note_cell(row, notes)
    text = _TEXTS[column](row)
    shown = mark(str(escape(text)), f"smelters[{number}].{column}") if text else ""
    if column == "name":
        return f'<th scope="row">{shown}</th>'
    if column == "status":
        slug = tables.css_slug(row.status.status_class)
        return f'<td><span class="fsd-status fsd-status--{slug}">{shown}</span></td>'
    return f"<td>{shown}</td>"


def _as_of(row: Smelter) -> str:
    day = row.status_as_of or row.status.as_of
    return date_text(day) if day else ""


def _recycled(row: Smelter) -> str:
    return "" if row.recycled is None else "Yes" if row.recycled else "No"


_TEXTS: dict[ColumnName, Callable[[Smelter], str]] = {
    "cid": lambda row: row.cid or "",
    "metal": lambda row: row.metal.value,
    "name": lambda row: row.name,
    "country_as_filed": lambda row: row.country.filed,
    "country": lambda row: row.country.name,
    "city": lambda row: row.city or "",
    "state": lambda row: row.state or "",
    "status": lambda row: row.status.label,
    "status_as_of": _as_of,
    "recycled": _recycled,
}


def _numbered_notes(rows: Sequence[Smelter]) -> dict[str, int]:
    """Distinct footnotes in the order of the rows, numbered from 1."""
    texts = dict.fromkeys(row.footnote for row in rows if row.footnote)
    return {text: number for number, text in enumerate(texts, start=1)}


def _note_cell(row: Smelter, notes: Mapping[str, int]) -> str:
    if not row.footnote:
        return "<td></td>"
    number = notes[row.footnote]
    link = f'<a class="fsd-note-mark" href="#fsd-note-{number}" aria-label="Note {number}">{number}</a>'
    return f"<td>{link}</td>"


def _note_list(rows: Sequence[Smelter], notes: Mapping[str, int]) -> str:
    if not notes:
        return ""
    noted: dict[str, list[Smelter]] = {text: [] for text in notes}
    for row in rows:
        if row.footnote:
            noted[row.footnote].append(row)
    items = "\n".join(
        f'<li id="fsd-note-{number}">{mark(str(escape(text)), f"notes[{number}]")} '
        f'<span class="fsd-notes__rows">({_rows_noted(noted[text])})</span></li>'
        for text, number in notes.items()
    )
    return f'\n<ol class="fsd-notes" aria-label="Notes to the list">\n{items}\n</ol>'


def _rows_noted(rows: Sequence[Smelter]) -> str:
    if len(rows) > _ROWS_NAMED:
        return _rows_counted(rows)
    return ", ".join(f'<a href="#{escape(row.anchor)}"><bdi>{escape(row.name)}</bdi></a>' for row in rows)
