"""The rows of a published file against those of the data."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..findings.catalogue import PUBLISHED_ROW
from ..model import Disclosure, LineRef, Smelter
from . import list_values
from .advice import ADVICE
from .list_columns import OWN, list_columns
from .values import PublishedFile, PublishedRow

_STATED_ONCE = ("registrant", "year")
"""What a file may state for all rows at once."""
_READERS = "country_for_readers"
"""The one country of a row of the annex page, under the name that readers know."""


def row_findings(disclosure: Disclosure, found: PublishedFile) -> Iterator[Finding]:
    """Rows that are missing, too many, changed, or in another order."""
    columns = _columns(disclosure, found)
    compared = [_compared(disclosure, own, found, columns) for own in _orders(disclosure, found)]
    best = next((one for one in compared if one.is_equal), compared[0])
    if best.is_equal:
        return
    matcher = difflib.SequenceMatcher(None, best.wanted, best.there, autojunk=False)
    rows = found.rows or ()
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from _differing_rows(
                best.own[begin:end],
                best.expected[begin:end],
                rows[first:last],
                best.there[first:last],
                found.file,
            )


@dataclass(frozen=True)
class _Compared:
    """Rows of the data with what they say in each column, and what the file shows in these columns."""

    own: tuple[Smelter, ...]
    expected: list[dict[str, str]]
    there: list[tuple[str, ...]]

    @property
    def wanted(self) -> list[tuple[str, ...]]:
        return [tuple(values.values()) for values in self.expected]

    @property
    def is_equal(self) -> bool:
        return self.there == self.wanted


def _compared(
    disclosure: Disclosure, own: tuple[Smelter, ...], found: PublishedFile, columns: Sequence[str]
) -> _Compared:
    value = list_values.on_page if _is_page(found) else list_values.in_file
    expected = [{name: value(disclosure, row, name) for name in columns} for row in own]
    notes = {values["note"] for values in expected if values.get("note")}
    return _Compared(own, expected, [_shown(row, columns, notes) for row in found.rows or ()])


def _orders(disclosure: Disclosure, found: PublishedFile) -> list[tuple[Smelter, ...]]:
    """The rows of all lists. In a report, lists may stand behind their sections, before the others.

    A page of the report may have those lists alone that stand behind a section.
    """
    every = disclosure.all_rows
    placed = sorted((one for one in disclosure.shown_lists if one.section), key=lambda one: one.section or "")
    if not placed or not _is_page(found):
        return [every]
    in_sections = tuple(row for one in placed for row in one.smelters)
    rest = tuple(row for one in disclosure.shown_lists if not one.section for row in one.smelters)
    return [every, (*in_sections, *rest), in_sections]


def _is_page(found: PublishedFile) -> bool:
    return found.file.partition("#")[0].endswith((".htm", ".html"))


def _differing_rows(
    own: Sequence[Smelter],
    expected: Sequence[Mapping[str, str]],
    rows: Sequence[PublishedRow],
    there: Sequence[tuple[str, ...]],
    file: str,
) -> Iterator[Finding]:
    """The findings for a run of rows of the data, and the run that the file has in its place."""
    pairs = dict(
        _paired([values.get("name") for values in expected], [row.values.get("name") for row in rows])
    )
    for at, row in enumerate(own):
        if at in pairs:
            yield from _changed(row, expected[at], there[pairs[at]], rows[pairs[at]])
        else:
            message = (
                f"the row '{row.name}' ({row.metal.lower()}) of the data ({row.where.cell}) is not there"
            )
            yield Finding(PUBLISHED_ROW, message, LineRef(file), ADVICE)
    for place in sorted(set(range(len(rows))) - set(pairs.values())):
        values = rows[place].values
        message = f"the row '{values.get('name', '')}' ({values.get('metal', '')}) is not in the data there"
        yield Finding(PUBLISHED_ROW, message, rows[place].where, ADVICE)


def _paired(own: Sequence[str | None], other: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Places of rows that are about the same facility: those of one name, else those at the same place."""
    left = list(range(len(other)))
    for at, name in enumerate(own):
        same = [place for place in left if other[place] == name]
        if not same and len(own) == len(other) and at in left and other[at] not in own:
            same = [at]
        if same:
            left.remove(same[0])
            yield at, same[0]


def _changed(
    own: Smelter, expected: Mapping[str, str], shown: Sequence[str], row: PublishedRow
) -> Iterator[Finding]:
    for (name, value), there in zip(expected.items(), shown, strict=True):
        if value != there:
            message = (
                f"'{own.name}' ({own.metal.lower()}): {_in_words(name)} is '{there}' there and"
                f" '{value}' in the data ({own.where.cell})"
            )
            yield Finding(PUBLISHED_ROW, message, row.where, ADVICE)


def _in_words(column: str) -> str:
    return column.removeprefix(OWN).replace("_", " ")


def _shown(row: PublishedRow, columns: Sequence[str], notes: Collection[str]) -> tuple[str, ...]:
    """What a row shows in each column. A note on a page is followed by the rows to which it belongs."""
    values = {name: _text(row.values.get(name)) for name in columns}
    note = values.get("note", "")
    if "note" in values:
        values["note"] = next((own for own in notes if note.startswith(f"{own} (")), note)
    return tuple(values.values())


def _columns(disclosure: Disclosure, found: PublishedFile) -> list[str]:
    """The columns that the file must have, and those that it has."""
    shown = dict.fromkeys(name for row in found.rows or () for name in row.values)
    if _is_page(found):
        chosen = list_columns(disclosure).chosen
        needed = [name for name in chosen if name == "name" or _is_given(disclosure, name)]
        if "country" in needed and (_READERS in shown or "country_as_filed" in needed):
            needed.remove("country")  # the page has one for readers, documents the one as filed
    else:
        needed = [name for name in list_values.file_columns(disclosure) if name not in _STATED_ONCE]
    return list(dict.fromkeys([*needed, *shown]))


def _is_given(disclosure: Disclosure, column: str) -> bool:
    """Whether any row has something there: a column of which the filer gives nothing stands nowhere."""
    return any(list_values.on_page(disclosure, row, column) for row in disclosure.all_rows)


def _text(value: str | None) -> str:
    return " ".join((value or "").split())
