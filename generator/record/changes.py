"""What changed from one state of the content to another: rows, sections, facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model.columns import AS_FILED, COLUMNS
from .records import Change, Differences, RowChange, Snapshot

Row = Mapping[str, str]

METAL, CID, NAME = "Metal", "Smelter ID (CID)", "Smelter or refiner"
"""Headings of ``rows.csv`` by which a row is found again."""

_HEADINGS = {column.name: column.heading for column in COLUMNS}
_VALUES = {filed.heading: _HEADINGS[field] for field, filed in AS_FILED.items()}
"""Heading of the cells as filed to that of their values, which say the same where a record lacks these."""


def differences(before: Snapshot, after: Snapshot) -> Differences:
    """What ``after`` has otherwise than ``before``. A section is the same one under another number.

    The filer's words beside the sections count as sections, ``wording/report``. Where people wrote the same,
    what the program makes of it is no difference, but for the texts of the sections, which are what is read.
    """
    if is_same_content(before, after):
        changed = [one.name for one in _changes(before.filled, after.filled)]
        sections = [Change(name, before.sections.get(name), after.sections.get(name)) for name in changed]
        return Differences(rows=(), sections=tuple(sections), facts=())
    return Differences(
        rows=tuple(_rows(before.rows, after.rows)),
        sections=(
            *_changes(_by_slug(before.sections), _by_slug(after.sections)),
            *_wording_changes(before.wording, after.wording),
        ),
        facts=(*_fact_changes(before, after), *_order_changes(before, after)),
    )


def is_same_content(before: Snapshot, after: Snapshot) -> bool:
    """Whether people wrote the same in both, whatever the program makes of it.

    False where the first is of an earlier version, of which nobody can tell.
    """
    return bool(before.sources) and before.sources == after.sources


def written_otherwise(before: Snapshot, after: Snapshot) -> Differences:
    """Of the same content, what one version of this program writes otherwise than another."""
    return Differences(
        rows=tuple(_rows(before.rows, after.rows)),
        sections=tuple(_changes(before.filled, after.filled)),
        facts=tuple(_changes(before.facts, after.facts)),
    )


def _fact_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """A file of text that has only other line ends is the same file."""
    for change in _changes(before.facts, after.facts):
        if change.before not in after.same.get(change.name, ()):
            yield change


def _wording_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """A record without such words is of a time when they were not signed, and says nothing of them."""
    if before:
        for change in _changes(before, after):
            yield Change(f"wording/{change.name}", change.before, change.after)


def _by_slug(sections: Mapping[str, str]) -> dict[str, str]:
    return {re.sub(r"^\d+-", "", name): text for name, text in sections.items()}


def _order_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Sections that are there before and after follow each other otherwise: those between the ends alike."""
    then, now = _in_order(before.sections), _in_order(after.sections)
    kept = [name for name in then if name in now], [name for name in now if name in then]
    moved = [number for number, (one, other) in enumerate(zip(*kept, strict=True)) if one != other]
    if moved:
        place = slice(moved[0], moved[-1] + 1)
        yield Change("order of the sections", ", ".join(kept[0][place]), ", ".join(kept[1][place]))


def _in_order(sections: Mapping[str, str]) -> list[str]:
    """The numbered ones without their numbers, as the report has them."""
    found = [match for name in sections if (match := re.fullmatch(r"(\d+)-(.*)", name))]
    return [match[2] for match in sorted(found, key=lambda match: int(match[1]))]


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """In the order of ``after``; what is gone comes last."""
    for name, value in after.items():
        if before.get(name) != value:
            yield Change(name, before.get(name), value)
    for name, value in before.items():
        if name not in after:
            yield Change(name, value, None)


def _rows(before: Sequence[Row], after: Sequence[Row]) -> Iterator[RowChange]:
    """In the order of ``after``; rows that are gone come last."""
    pairs, gone = _matched(before, after)
    for then, now in pairs:
        if then is None:
            yield RowChange("new", now)
        elif changed := tuple(_columns(then, now)):
            yield RowChange("changed", now, changed)
    for row in gone:
        yield RowChange("gone", row)


def _columns(before: Row, after: Row) -> Iterator[Change]:
    """Columns that are not in both are no change of the row, but for cells as filed."""
    for heading in dict.fromkeys((*after, *before)):
        then, now = _cell(before, heading), _cell(after, heading)
        if then is not None and now is not None and then != now:
            yield Change(heading, then, now)


def _cell(row: Row, heading: str) -> str | None:
    """The cell; of a cell as filed its value, where the record has none of those. None: there is none."""
    return row.get(heading, row.get(_VALUES.get(heading, "")))


def _matched(before: Sequence[Row], after: Sequence[Row]) -> tuple[list[tuple[Row | None, Row]], list[Row]]:
    """Each row of ``after`` with its row before (None: new), by metal and ID, else by metal and name.

    Rows that are listed twice are found again in their order.
    """
    left = list(before)
    found: dict[int, Row] = {}
    for key in (_by_id, _by_name):
        there: dict[tuple[str, str], list[Row]] = {}
        for row in reversed(left):
            if key(row)[1]:
                there.setdefault(key(row), []).append(row)
        for number, row in enumerate(after):
            if number not in found and (same := there.get(key(row))):
                found[number] = same.pop()
        taken = {id(row) for row in found.values()}
        left = [row for row in left if id(row) not in taken]
    return [(found.get(number), row) for number, row in enumerate(after)], left


def _by_id(row: Row) -> tuple[str, str]:
    return row.get(METAL, ""), row.get(CID, "")


def _by_name(row: Row) -> tuple[str, str]:
    return row.get(METAL, ""), row.get(NAME, "").casefold()
