"""The rows of a published file against those of the data."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ..findings import Finding
from ..findings.catalogue import PUBLISHED_ROW
from ..model import Disclosure, LineRef, Smelter
from .advice import ADVICE
from .values import PublishedFile, PublishedRow

_VALUES: Mapping[str, Callable[[Disclosure, Smelter], object]] = {
    "metal": lambda _, row: row.metal.value,
    "cid": lambda _, row: row.cid,
    "name": lambda _, row: row.name,
    "other_names": lambda _, row: " | ".join(row.aliases),
    "country_as_filed": lambda _, row: row.country.filed,
    "country": lambda _, row: row.country.name,
    "country_code": lambda _, row: row.country.code,
    "covered_country": lambda _, row: _yes_no(row.country.is_covered if row.country.code else None),
    "city": lambda _, row: row.city,
    "state_or_province": lambda _, row: row.state,
    "status": lambda _, row: row.status.label,
    "status_class": lambda _, row: row.status.status_class.value,
    "status_as_of": lambda _, row: row.status_as_of or row.status.as_of,
    "recycled_or_scrap": lambda _, row: _yes_no(row.recycled),
    "note": lambda _, row: row.footnote,
    "registrant": lambda disclosure, _: disclosure.facts.registrant.name,
    "year": lambda disclosure, _: disclosure.year,
    "address": lambda disclosure, row: f"{disclosure.year}/annex/#{row.anchor}",
}
"""Column of the data files to what the data says, as text or as something whose text it is."""

_NAMES = {"state": "state_or_province", "recycled": "recycled_or_scrap", "footnote": "note"}
"""Column as the annex page calls it to its name in the data files, where that is another."""
_STATED_ONCE = ("registrant", "year")
"""What a file may state for all rows at once."""


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "Yes" if value else "No"


def row_findings(disclosure: Disclosure, found: PublishedFile) -> Iterator[Finding]:
    """Rows that are missing, too many, changed, or in another order."""
    rows = found.rows or ()
    columns = _columns(disclosure, found)
    expected = [_expected(disclosure, row, columns) for row in disclosure.smelters]
    notes = {values["note"] for values in expected if values.get("note")}
    there = [_shown(row, columns, notes) for row in rows]
    wanted = [tuple(values.values()) for values in expected]
    if there == wanted:
        return
    matcher = difflib.SequenceMatcher(None, wanted, there, autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from _differing_rows(
                disclosure.smelters[begin:end],
                expected[begin:end],
                rows[first:last],
                there[first:last],
                found.file,
            )


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
                f"'{own.name}' ({own.metal.lower()}): {name.replace('_', ' ')} is '{there}' there and"
                f" '{value}' in the data ({own.where.cell})"
            )
            yield Finding(PUBLISHED_ROW, message, row.where, ADVICE)


def _shown(row: PublishedRow, columns: Sequence[str], notes: Collection[str]) -> tuple[str, ...]:
    """What a row shows in each column. A note on a page is followed by the rows to which it belongs."""
    values = {name: _text(row.values.get(name)) for name in columns}
    note = values.get("note", "")
    if "note" in values:
        values["note"] = next((own for own in notes if note.startswith(f"{own} (")), note)
    return tuple(values.values())


def _expected(disclosure: Disclosure, row: Smelter, columns: Iterable[str]) -> dict[str, str]:
    """What the data says in these columns; one that is not known is empty."""
    return {name: _text(_VALUES[name](disclosure, row)) if name in _VALUES else "" for name in columns}


def _columns(disclosure: Disclosure, found: PublishedFile) -> list[str]:
    """The columns that the file must have, and those that it has."""
    if found.file.endswith((".htm", ".html")):
        needed = [_NAMES.get(name, name) for name in disclosure.facts.annex.columns]
    else:
        needed = [name for name in _VALUES if name not in _STATED_ONCE]
    shown = found.rows[0].values if found.rows else {}
    return list(dict.fromkeys([*needed, *shown]))


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
