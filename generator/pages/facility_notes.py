"""What stands below the facility lists: what their signs, their notes and the filer's own columns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from ..model import BOLD, UNMARKED, Disclosure, OwnColumn, Smelter
from ..prose.fact_values import FactInt, FactStr
from ..prose.marks import mark
from .annex_columns import AnnexColumns, annex_words
from .table import Cell, Heading, Row, Table, html

_ROWS_NAMED = 5
"""A note that belongs to more rows than these gives their number only."""


# ---- Signs ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Sign:
    """A sign of the list and what the filer says of it."""

    sign: FactStr | str
    status: FactStr | str
    """Its label; empty: the sign is a note."""
    meaning: FactStr | str
    rows: int


def has_legend(disclosure: Disclosure) -> bool:
    """Whether signs of the list mean something that is said below it."""
    annex = disclosure.facts.annex
    return any(status.mark for status in disclosure.facts.statuses) or bool(annex and annex.notes)


def legend(disclosure: Disclosure) -> str:
    """The signs of the lists as a table: sign, status, meaning, rows. Empty where there are none."""
    signs = [*_status_signs(disclosure), *_note_signs(disclosure)]
    if not signs:
        return ""
    has_meaning = any(one.meaning for one in signs)
    status = "sign-status-or-note" if any(not one.status for one in signs) else "sign-status"
    rows = [
        Row(
            Cell(one.sign),
            (
                Cell(one.status or annex_words(disclosure, "note")),
                *((Cell(one.meaning),) if has_meaning else ()),
                Cell(FactInt(one.rows, "computed")),
            ),
        )
        for one in signs
    ]
    return str(
        html(
            Table(
                id="fsd-legend",
                caption=annex_words(disclosure, "signs"),
                headings=(
                    Heading(annex_words(disclosure, "sign")),
                    Heading(annex_words(disclosure, status)),
                    *((Heading(annex_words(disclosure, "sign-meaning")),) if has_meaning else ()),
                    Heading(annex_words(disclosure, "sign-rows"), is_number=True),
                ),
                rows=tuple(rows),
            )
        )
    )


def _status_signs(disclosure: Disclosure) -> Iterator[_Sign]:
    found = Counter(row.status.label for row in disclosure.all_rows if row.status)
    has_notes = bool(disclosure.facts.annex and disclosure.facts.annex.notes)
    for number, status in enumerate(disclosure.facts.statuses):
        if status.mark is None:
            continue
        cases = {BOLD: "bold-letters", UNMARKED: "no-sign-of-a-status" if has_notes else "no-sign"}
        case = cases.get(status.mark)
        path = f"statuses[{number}]"
        yield _Sign(
            annex_words(disclosure, case) if case else FactStr(status.mark, f"{path}.mark"),
            FactStr(status.label, f"{path}.label"),
            FactStr(" ".join((status.definition or "").split()), f"{path}.definition"),
            found[status.label],
        )


def _note_signs(disclosure: Disclosure) -> Iterator[_Sign]:
    annex = disclosure.facts.annex
    for number, note in enumerate(annex.notes if annex else ()):
        path = f"annex.notes[{number}]"
        rows = sum(note.mark in row.notes for row in disclosure.all_rows)
        text = FactStr(" ".join(note.text.split()), f"{path}.text")
        yield _Sign(FactStr(note.mark, f"{path}.mark"), "", text, rows)


# ---- Footnotes -----------------------------------------------------------------------------------


def footnote_numbers(disclosure: Disclosure) -> dict[str, int]:
    """Distinct footnotes in the order of the rows, numbered from 1."""
    texts = dict.fromkeys(row.footnote for row in disclosure.all_rows if row.footnote)
    return {text: number for number, text in enumerate(texts, start=1)}


def footnotes(disclosure: Disclosure, numbers: Mapping[str, int]) -> str:
    """The footnotes with links back to their rows; empty where there are none."""
    if not numbers:
        return ""
    noted: dict[str, list[Smelter]] = {text: [] for text in numbers}
    for row in disclosure.all_rows:
        if row.footnote:
            noted[row.footnote].append(row)
    items = "\n".join(
        f'<li id="fsd-note-{number}">{mark(str(escape(text)), f"notes[{number}]")} '
        f'<span class="fsd-notes__rows">({_rows_noted(disclosure, noted[text])})</span></li>'
        for text, number in numbers.items()
    )
    return f'<ol class="fsd-notes" aria-label="Notes to the list">\n{items}\n</ol>'


def _rows_noted(disclosure: Disclosure, rows: Sequence[Smelter]) -> str:
    if len(rows) > _ROWS_NAMED:
        return str(escape(annex_words(disclosure, "rows-noted", rows=len(rows))))
    return ", ".join(f'<a href="#{escape(row.anchor)}"><bdi>{escape(row.called)}</bdi></a>' for row in rows)


# ---- Own columns ---------------------------------------------------------------------------------


def column_meanings(disclosure: Disclosure, columns: AnnexColumns) -> str:
    """What the filer says of its own columns and of the signs in them; empty where it says nothing."""
    annex = disclosure.facts.annex
    items = [
        _meaning(key, column)
        for key, column in (annex.own_columns if annex else {}).items()
        if key in columns.names and (column.meaning or column.legend)
    ]
    if not items:
        return ""
    lines = "\n".join(items)
    return (
        f'<p class="fsd-notes__title" id="fsd-columns">{escape(annex_words(disclosure, "columns"))}</p>\n'
        f'<ul class="fsd-notes" aria-labelledby="fsd-columns">\n{lines}\n</ul>'
    )


def _meaning(key: str, column: OwnColumn) -> str:
    path = f"annex.own_columns.{key}"
    heading = f"<strong>{mark(str(escape(column.heading)), f'{path}.heading')}</strong>"
    meaning = f": {mark(str(escape(_one_line(column.meaning))), f'{path}.meaning')}" if column.meaning else ""
    signs = "".join(
        f"<li>{mark(str(escape(sign)), f'{path}.legend')} –"
        f" {mark(str(escape(_one_line(text))), f'{path}.legend')}</li>\n"
        for sign, text in column.legend.items()
    )
    return f"<li>{heading}{meaning}{f'{chr(10)}<ul>{chr(10)}{signs}</ul>' if signs else ''}</li>"


def _one_line(text: str) -> str:
    return " ".join(text.split())
