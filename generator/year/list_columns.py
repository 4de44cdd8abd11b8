"""Which column of the list holds what: the CMRT's own headings, the filer's, and its own columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..errors import InputError
from ..files.cell_text import clean, text_of
from ..files.nearest import nearest
from ..files.raw_table import Cell, RawTable, column_letters
from ..findings import Finding
from ..findings.catalogue import COLUMN_MISSING, COLUMN_TWICE, COLUMN_UNKNOWN, COLUMN_UNPUBLISHED
from ..model import INTERNAL_COLUMNS, LIST_COLUMNS, Annex

_ALSO = {"smelter identification": "cid", "state / province": "state", "state": "state", "city": "city"}
_HEADING_ROWS = 10


def list_headings(annex: Annex) -> Mapping[str, str]:
    """Folded heading to the field, or the key of an own column, that stands below it.

    That of a column which is never published leads to none, however ``disclosure.yml`` writes it.
    """
    own = {_folded(column.heading): key for key, column in annex.own_columns.items()}
    filed = {
        _folded(text): "country" if name == "country_as_filed" else name
        for name, text in annex.headings.items()
        if name in LIST_COLUMNS or name == "country_as_filed"
    }
    ours = {_folded(title): name for name, title in LIST_COLUMNS.items()}
    internal = {_folded(title) for title in INTERNAL_COLUMNS}
    found = {**_ALSO, **ours, **filed, **own}
    return {heading: name for heading, name in found.items() if heading not in internal}


def heading_row(table: RawTable, headings: Mapping[str, str]) -> int:
    """The row with most known headings among the first ten; the first one where none has any."""
    known = [sum(fold_heading(cell) in headings for cell in row) for row in table.rows[:_HEADING_ROWS]]
    return known.index(max(known)) if known else 0


def list_columns(
    table: RawTable, at: int, headings: Mapping[str, str], needed: Sequence[str], annex: Annex
) -> tuple[dict[str, int], list[Finding], dict[str, Finding]]:
    """Field to column, the findings, and own columns that are shown and not there, each with its error.

    Raises InputError where a needed column is missing; ``at`` is the row of headings.
    """
    cells = table.rows[at] if table.rows else []
    columns: dict[str, int] = {}
    others: dict[int, str] = {}
    found: list[Finding] = []
    for number, cell in enumerate(cells):
        name = headings.get(fold_heading(cell))
        if name is None:
            others[number] = clean(text_of(cell) or "")[0]
        elif name in columns:
            first = column_letters(columns[name])
            message = f"the heading '{_title(name, annex)}' stands in column {first} as well"
            found.append(
                Finding(COLUMN_TWICE, message, table.cell(at, number), "Keep one of the two columns.")
            )
        else:
            columns[name] = number
    own = [key for key in annex.own_columns if key in annex.columns]
    missing = {
        name: _missing(_title(name, annex), others, cells, table, at)
        for name in (*needed, *own)
        if name not in columns
    }
    if not missing.keys().isdisjoint(needed):
        raise InputError(list(missing.values()))
    found += _others(others, columns, table, at)
    return columns, found, missing


def missing_everywhere(lists: Sequence[Mapping[str, Finding]]) -> list[Finding]:
    """The errors for own columns that no list has, at the first list; another list leaves its cells empty."""
    first, *others = lists or ({},)
    return [error for name, error in first.items() if all(name in other for other in others)]


def fold_heading(cell: Cell) -> str:
    """A heading without the template's marks for required fields and footnotes, without regard to case."""
    return _folded(clean(text_of(cell) or "")[0])


def _folded(text: str) -> str:
    return " ".join(re.sub(r"(\s*\((\*|\d)\))+$", "", text).split()).casefold()


def _title(name: str, annex: Annex) -> str:
    if name in annex.own_columns:
        return annex.own_columns[name].heading
    return LIST_COLUMNS[name]


def _missing(
    title: str, others: Mapping[int, str], headings: Sequence[Cell], table: RawTable, at: int
) -> Finding:
    there = [text for text in (clean(text_of(cell) or "")[0] for cell in headings) if text]
    message = f"column '{title}' not found; there are: {', '.join(there) or 'none'}"
    meant = nearest(title, [text for text in others.values() if text])
    advice = f"Rename '{meant}' to '{title}'." if meant else f"Add a column with the heading '{title}'."
    return Finding(COLUMN_MISSING, message, table.cell(at, 0), advice)


def _others(
    others: Mapping[int, str], columns: Mapping[str, int], table: RawTable, at: int
) -> Iterator[Finding]:
    free = [title for name, title in LIST_COLUMNS.items() if name not in columns]
    for number, text in others.items():
        if not text or text.casefold() in {title.casefold() for title in INTERNAL_COLUMNS}:
            continue
        where = table.cell(at, number)
        if meant := nearest(text, free, cutoff=0.8):
            yield Finding(COLUMN_UNKNOWN, f"heading '{text}' is not known", where, f"Did you mean '{meant}'?")
        else:
            advice = "Nothing to do, unless it is misspelt; annex.own_columns in disclosure.yml publishes it."
            yield Finding(COLUMN_UNPUBLISHED, f"column '{text}' is not published", where, advice)
