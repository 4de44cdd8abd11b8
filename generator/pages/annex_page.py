"""The annex page: what the statuses mean, totals, and the facility list as one static table.

The table is complete without scripts. ``annex.js`` lets readers find, filter and sort its rows: a row has its
anchor as ``id`` and, as data attributes, what the facets of the finder ask for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import ColumnName, Disclosure, LineRef, Smelter
from ..model.counted import counted
from ..prose.claims import Claims
from ..prose.environment import Markdown
from ..prose.facts import AllFacts, FactStr, date_text
from ..prose.marks import mark, without_marks
from . import tables
from .annex_links import country_key
from .common_page import filled, front_matter, in_markdown
from .documents_page import CITE
from .finder_page import country_column, recycled_key, with_finder
from .page import Page

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
_GROUP = 50
"""Rows in one body of the table. Browsers draw only the bodies that are near the window."""

_SEARCHED: dict[ColumnName, Callable[[Smelter], str]] = {
    "cid": lambda row: row.cid or "",
    "country_as_filed": lambda row: row.country.filed,
    "country": lambda row: row.country.name,
    "city": lambda row: row.city or "",
    "state": lambda row: row.state or "",
}
"""What readers search for although the data may have chosen to show no such column."""


@dataclass(frozen=True)
class Context:
    """What the template of the annex page uses."""

    title: Markup
    unit_of_counting: Markup
    status_by_metal: Markup
    status_definitions: Markup
    cite: Markup
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
        marked=markdown,
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
        cite=Markup(CITE),
        placeholder=Markup(PLACEHOLDER),
    )
    return filled(TEMPLATE, context), facility_table(disclosure, facts)


def _block(text: Markdown) -> Markup:
    return Markup(str(text))


@dataclass(frozen=True)
class _Columns:
    """The columns shown, and what their cells need beside the row."""

    names: tuple[ColumnName, ...]
    country: ColumnName
    """The column whose cells have the country's code."""
    unseen: tuple[Callable[[Smelter], str], ...]
    """What readers search for and no column shows."""
    statuses: Mapping[str, int]
    """Label to its number in the vocabulary, from 0."""
    notes: Mapping[str, int]
    """Footnote to its number, from 1."""


def facility_table(disclosure: Disclosure, facts: AllFacts) -> str:
    """The finder, the facility list and its notes as HTML, data in marks.

    The list is built of plain strings, not by a template: there can be many thousand rows.
    """
    rows = disclosure.smelters
    columns = _columns(disclosure)
    table = _table(rows, columns, facts.annex_title)
    return with_finder(table, disclosure, facts) + _note_list(rows, columns.notes)


def _columns(disclosure: Disclosure) -> _Columns:
    names = disclosure.facts.annex.columns
    return _Columns(
        names=names,
        country=country_column(names),
        unseen=tuple(text for column, text in _SEARCHED.items() if column not in names),
        statuses={status.label: number for number, status in enumerate(disclosure.facts.statuses)},
        notes=_numbered_notes(disclosure.smelters) if "footnote" in names else {},
    )


def _table(rows: Sequence[Smelter], columns: _Columns, title: FactStr) -> str:
    # The roles are stated, because annex.css gives rows another display, and some browsers then forget them.
    size = "tall" if len(columns.names) <= _COLUMNS_FITTING else "large"
    headings = "\n".join(
        f'<th scope="col" role="columnheader" data-column="{name}">{HEADINGS[name]}</th>'
        for name in columns.names
    )
    caption = (
        f"{mark(str(escape(title)), title.path)}: {mark(_rows_counted(rows), 'facilities.total')},"
        " one for each facility and metal"
    )
    return (
        f'<div class="fsd-scroll fsd-scroll--{size}" role="region" tabindex="0"'
        ' aria-labelledby="fsd-annex-caption">\n'
        '<table class="fsd-table fsd-annex" id="fsd-annex" role="table"'
        ' aria-labelledby="fsd-annex-caption" data-search-exclude>\n'
        f'<caption id="fsd-annex-caption"><span>{caption}</span></caption>\n'
        f'<thead role="rowgroup">\n<tr role="row">\n{headings}\n</tr>\n</thead>\n'
        f"{_bodies(rows, columns)}\n</table>\n</div>"
    )


def _rows_counted(rows: Sequence[Smelter]) -> str:
    return counted(len(rows), "row")


def _bodies(rows: Sequence[Smelter], columns: _Columns) -> str:
    lines = [_row(row, number, columns) for number, row in enumerate(rows)]
    groups = ["\n".join(lines[start : start + _GROUP]) for start in range(0, len(lines), _GROUP)] or [""]
    return "\n".join(f'<tbody role="rowgroup">\n{group}\n</tbody>' for group in groups)


def _row(row: Smelter, number: int, columns: _Columns) -> str:
    # White space between the cells keeps words apart for readers of plain text, search indexes among them.
    cells = "\n".join(_cell(row, number, column, columns) for column in columns.names)
    return f'<tr role="row" id="{escape(row.anchor)}">\n{cells}\n</tr>'


def _cell(row: Smelter, number: int, column: ColumnName, columns: _Columns) -> str:
    if column == "footnote":
        return f'<td role="cell">{_note_link(row, columns.notes)}</td>'
    text = _TEXTS[column](row)
    shown = mark(str(escape(text)), f"smelters[{number}].{column}") if text else ""
    if column == "name":
        return f'<th scope="row" role="rowheader"{_unseen(row, columns)}>{shown}</th>'
    if column == "metal":
        return f'<td role="cell" data-metal="{row.metal.lower()}">{shown}</td>'
    if column == "status":
        slug = tables.css_slug(row.status.status_class)
        number = columns.statuses[row.status.label]
        marked = f'<span class="fsd-status fsd-status--{slug}">{shown}</span>'
        return f'<td role="cell" data-status="{number}">{marked}</td>'
    code = _attributes({"country": country_key(row.country)}) if column == columns.country else ""
    return f'<td role="cell"{code}>{shown}</td>'


def _unseen(row: Smelter, columns: _Columns) -> str:
    """What a row can be found and chosen by, and no column shows."""
    return _attributes(
        {
            "alias": ", ".join(row.aliases),
            "also": " | ".join(filter(None, (text(row) for text in columns.unseen))),
            "recycled": recycled_key(row),
            "changed": row.status_as_of.year if row.status_as_of else None,
        }
    )


def _attributes(values: Mapping[str, str | int | None]) -> str:
    """Data attributes of an element, those without a value left out."""
    return "".join(
        f' data-{name}="{escape(value)}"' for name, value in values.items() if value not in ("", None)
    )


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


def _note_link(row: Smelter, notes: Mapping[str, int]) -> str:
    if not row.footnote:
        return ""
    number = notes[row.footnote]
    return f'<a class="fsd-note-mark" href="#fsd-note-{number}" aria-label="Note {number}">{number}</a>'


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
