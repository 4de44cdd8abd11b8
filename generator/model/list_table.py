"""The list as every file has it: which columns a year gives, what they mean there, and the rows.

A column that the filer does not give is in no file. The cells as filed have a column of their own where some
row has another one than the value, so that the list can be read back as it was filed.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from . import BOLD, UNMARKED, Annex, Disclosure, Smelter, is_cid, is_conflict_mineral
from .columns import AS_FILED, COLUMNS, CONFLICT_MINERAL, LIST, Column, Value

Row = tuple[Value, ...]
"""One value for each column of the table."""

_ALWAYS_SIGNED = frozenset({
    "metal", "cid", "name", "other_names", "country_as_filed", "country", "country_code", "covered_country",
    "city", "state_or_province", "status", "status_class", "status_as_of", "recycled_or_scrap", "note",
})  # fmt: skip
"""Columns of every record, filled or not. A column that comes later is signed where a year gives it."""
_NOT_IN_A_RECORD = frozenset({"registrant", "year", "address"})
"""The same in every row, or known only of the site."""
_FIELDS = {
    "state_or_province": "state",
    "recycled_or_scrap": "recycled",
    "note": "footnote",
    **{column.name: field for field, column in AS_FILED.items()},
}
"""Column of the files to its name in ``annex``, where that is another."""
_HEADINGS_OF_THE_VALUE = frozenset({"country", "country_code", "covered_country", "status_class"})
"""Columns that are computed, or read of another one: the filing has no heading for them."""


@dataclass(frozen=True)
class ListTable:
    """Columns, and the rows of all lists in the order in which they are shown."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def at(self, name: str) -> int:
        """The place of a column that is there."""
        return [column.name for column in self.columns].index(name)


def list_table(disclosure: Disclosure) -> ListTable:
    """The columns that any row fills, with what they mean in this list."""
    columns = [replace(one, meaning=_meaning(disclosure, one)) for one in _columns(disclosure)]
    return _table(disclosure, columns)


def record_table(disclosure: Disclosure) -> ListTable:
    """What is signed: the usual columns, whether a row fills them or not, and what else the filer gives.

    So a list is signed as the same bytes whatever the program learns to show beside it.
    """
    annex = disclosure.facts.annex
    always = _ALWAYS_SIGNED.union(annex.own_columns if annex else ())
    columns = [one for one in _columns(disclosure) if one.name not in _NOT_IN_A_RECORD]
    return _table(disclosure, [replace(one, is_always_given=one.name in always) for one in columns])


def _table(disclosure: Disclosure, columns: Sequence[Column]) -> ListTable:
    values = [[column.value(disclosure, row) for column in columns] for row in disclosure.all_rows]
    given = [
        at for at, column in enumerate(columns)
        if column.is_always_given or any(row[at] not in (None, "", ()) for row in values)
    ]  # fmt: skip
    shown = _with_headings_apart(columns[at] for at in given)
    return ListTable(tuple(shown), tuple(tuple(row[at] for at in given) for row in values))


def _columns(disclosure: Disclosure) -> Iterator[Column]:
    """Every column that there may be, in the order of the files."""
    if len(disclosure.shown_lists) > 1:
        yield LIST
    for column in COLUMNS:
        yield column
        if column.name in AS_FILED and _was_filed_otherwise(disclosure, column.name):
            yield AS_FILED[column.name]
        if column.name == "metal" and not all(is_conflict_mineral(row.metal) for row in disclosure.all_rows):
            yield CONFLICT_MINERAL
        if column.name == "note":
            yield from _own_columns(disclosure.facts.annex)


def _was_filed_otherwise(disclosure: Disclosure, field: str) -> bool:
    """Whether some row has another cell than the value that the files give."""
    if field == "cid" and any(row.cid and not is_cid(row.cid) for row in disclosure.all_rows):
        return True
    return any(row.as_filed(field) is not None for row in disclosure.all_rows)


def _own_columns(annex: Annex | None) -> Iterator[Column]:
    for key, own in annex.own_columns.items() if annex else ():
        legend = "; ".join(f"{sign} {text.removesuffix('.')}" for sign, text in own.legend.items())
        told = (_sentence(own.meaning or "A column of the registrant's own"), legend and f"Signs: {legend}.")
        yield Column(key, own.heading, " ".join(filter(None, told)), _own_value(key), width=24, is_own=True)


def _own_value(key: str) -> Callable[[Disclosure, Smelter], Value]:
    return lambda _, row: row.own_text(key) or None


def _with_headings_apart(columns: Iterable[Column]) -> Iterator[Column]:
    """No two columns with one heading: an own one says that it is the filer's, where another has it."""
    every = (LIST, *COLUMNS, CONFLICT_MINERAL, *AS_FILED.values())
    taken = {column.heading.casefold() for column in every}
    for column in columns:
        if column.is_own:
            heading = column.heading
            numbered = (f"{heading} (own {number})" for number in itertools.count(2))
            wished = itertools.chain((heading, f"{heading} (own)"), numbered)
            column = replace(column, heading=next(one for one in wished if one.casefold() not in taken))
            taken.add(column.heading.casefold())
        yield column


def _meaning(disclosure: Disclosure, column: Column) -> str:
    """The meaning, with the filer's heading and the signs where the column has the cells as filed."""
    annex, others = disclosure.facts.annex, disclosure.facts.other_minerals
    meaning = column.meaning
    if column.name == "metal" and others:
        listed = "or another one that the registrant lists of its own accord."
        meaning = f"The mineral that the facility processes: Gold, Tantalum, Tin, Tungsten, {listed}"
    if annex is None or column.is_own or column.name in _HEADINGS_OF_THE_VALUE:
        return meaning
    field = _FIELDS.get(column.name, column.name)
    has_filed_cells = column.name not in AS_FILED or not _was_filed_otherwise(disclosure, field)
    heading = _filed_heading(annex, field) if has_filed_cells else None
    signs = "; ".join(_signs(disclosure)) if has_filed_cells and annex.marks_in == field else ""
    told = (meaning, heading and f"Heading in the filing: “{heading}”.", signs and f"Signs: {signs}.")
    return " ".join(filter(None, told))


def _filed_heading(annex: Annex, field: str) -> str | None:
    """The heading of the filing; that of the country may stand under either name of the column."""
    return annex.headings.get(field) or (
        annex.headings.get("country") if field == "country_as_filed" else None
    )


def _signs(disclosure: Disclosure) -> Iterator[str]:
    """Every sign in the cells with what it says."""
    for status in disclosure.facts.statuses:
        if status.mark and status.mark not in (BOLD, UNMARKED):
            yield f"{status.mark} {status.label}"
    for note in disclosure.facts.annex.notes if disclosure.facts.annex else ():
        yield f"{note.mark} {note.text.removesuffix('.')}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
