"""What people wrote into ``smelters.xlsx`` survives the next run; no row is lost.

The workbook holds, hidden, what the program wrote last. A value that differs from it is a person's, and
stays; a row that nobody reports any more stays too, with a flag, until a person deletes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import LIST_COLUMNS, Metal
from ..reconciled import Change, EarlierList, EarlierRow, Flag, FlagKind, ListRow
from .assemble import in_annex_order
from .resolve import Resolver

_NEEDED = ("metal", "name", "country", "status")


@dataclass(frozen=True, slots=True)
class Kept:
    """The list with what people wrote, what differs from before, and what the program computed."""

    rows: tuple[ListRow, ...]
    changes: tuple[Change, ...]
    computed: Mapping[str, Mapping[str, str]]
    """Key to texts, to be compared with in the next run."""
    kept_unreported: int
    """Rows that stay although nobody reports them."""


def texts_of(row: ListRow) -> dict[str, str]:
    """The published columns of a row as texts, as a cell shows them."""
    day = row.status_as_of.isoformat() if row.status_as_of else ""
    special = {"aliases": " | ".join(row.aliases), "metal": row.metal.value, "status_as_of": day}
    return {name: special[name] if name in special else str(getattr(row, name)) for name in LIST_COLUMNS}


def keep(rows: Sequence[ListRow], earlier: EarlierList, resolver: Resolver) -> Kept:
    """``rows`` as computed now, joined with the workbook as people left it."""
    computed: dict[str, Mapping[str, str]] = {row.key: texts_of(row) for row in rows}
    by_key = _by_key(earlier.rows, resolver)
    found: list[ListRow] = []
    changes: list[Change] = []
    for row in rows:
        own = by_key.pop(row.key, [])
        former = [one for key in row.former_keys for one in by_key.pop(key, [])]
        joined = _joined(row, own[:1], former, earlier)
        changes += _changes(joined, own, former, earlier)
        found.append(joined)
        found += [_left("", more, earlier) for more in own[1:]]
    left = [_left(key, one, earlier) for key, ones in by_key.items() for one in ones]
    computed |= {row.key: earlier.written[row.key] for row in left if row.key in earlier.written}
    changes += [Change(row.key, "kept", f"{row.metal} '{row.name}': {row.flags[-1]}") for row in left]
    every = in_annex_order([*found, *left])
    return Kept(tuple(every), tuple(changes), computed, len(every) - len(rows))


def _by_key(rows: Iterable[EarlierRow], resolver: Resolver) -> dict[str, list[EarlierRow]]:
    """The workbook's rows by key; a row that a person added gets the key of its smelter."""
    found: dict[str, list[EarlierRow]] = {}
    for row in rows:
        found.setdefault(row.key or key_of(row, resolver), []).append(row)
    return found


def key_of(row: EarlierRow, resolver: Resolver) -> str:
    cells = row.cells
    return resolver.identity(
        _metal(cells["metal"]), cells["cid"] or None, cells["name"], cells["country"]
    ).key


def _metal(text: str) -> Metal:
    """The reader lets no other text through."""
    return next(one for one in Metal if one.casefold() == text.casefold())


def _joined(
    row: ListRow, own: Sequence[EarlierRow], former: Sequence[EarlierRow], earlier: EarlierList
) -> ListRow:
    comments = [row.comment, *(one.comment for one in (*own, *former))]
    columns = {title: text for one in (*former, *own) for title, text in one.own.items() if text}
    comment = " | ".join(dict.fromkeys(text for text in comments if text))
    row = replace(row, comment=comment, own=columns)
    if own:
        return _edited(row, own[0], earlier.written.get(row.key))
    if row.key in earlier.written and earlier.rows:
        flag = Flag(FlagKind.DELETED, "it is still reported; leave_out in decisions.yml removes it")
        return replace(row, flags=(*row.flags, flag))
    return row


def _edited(row: ListRow, before: EarlierRow, written: Mapping[str, str] | None) -> ListRow:
    """The row with the values that a person typed. ``written`` None: a person made the whole row."""
    now = texts_of(row)
    for name in LIST_COLUMNS:
        theirs = before.cells.get(name, "")
        base = "" if written is None else written.get(name, "")
        emptied = not theirs and (written is None or name in _NEEDED)
        if theirs == base or theirs == now[name] or emptied:
            continue
        flag = Flag(FlagKind.EDITED, f"{LIST_COLUMNS[name]} '{theirs}', computed '{now[name]}'")
        row = replace(_with_text(row, name, theirs), flags=(*row.flags, flag))
    return row


def _with_text(row: ListRow, name: str, text: str) -> ListRow:
    """The row with another value in a column."""
    if name == "aliases":
        return replace(row, aliases=tuple(part.strip() for part in text.split("|") if part.strip()))
    if name == "metal":
        return replace(row, metal=_metal(text))
    if name == "status_as_of":
        return replace(row, status_as_of=_day(text))
    given = {name: text}
    return replace(row, **given)  # type: ignore[arg-type]  # every other column is a text


def _day(text: str) -> dt.date | None:
    """The reader lets nothing but dates through."""
    return dt.date.fromisoformat(text) if text else None


def _left(key: str, before: EarlierRow, earlier: EarlierList) -> ListRow:
    """A row of the workbook that nobody reports now."""
    cells = before.cells
    is_ours = key in earlier.written
    flag = (
        Flag(FlagKind.NO_LONGER_REPORTED, "delete the row if that is right")
        if is_ours
        else Flag(FlagKind.EDITED, "row added by a person, reported by nobody")
    )
    return ListRow(
        key=key,
        metal=_metal(cells["metal"]),
        cid=cells["cid"],
        name=cells["name"],
        aliases=tuple(part.strip() for part in cells["aliases"].split("|") if part.strip()),
        country=cells["country"],
        city=cells["city"],
        state=cells["state"],
        status=cells["status"],
        status_as_of=_day(cells["status_as_of"]),
        recycled=cells["recycled"],
        footnote=cells["footnote"],
        comment=before.comment,
        reported_by=(),
        flags=(flag,),
        own=before.own,
    )


def _changes(
    row: ListRow, own: Sequence[EarlierRow], former: Sequence[EarlierRow], earlier: EarlierList
) -> Iterator[Change]:
    """What is another than before, for the report."""
    if not earlier.rows:
        return
    shown = f"{row.metal} '{row.name}'"
    for one in former:
        yield Change(row.key, "joined", f"{shown}: takes in '{one.cells['name']}'")
    if not own:
        yield Change(row.key, "added", shown)
        return
    now = texts_of(row)
    for name, title in LIST_COLUMNS.items():
        before = own[0].cells.get(name, "")
        if before != now[name]:
            yield Change(row.key, "changed", f"{shown}: {title} '{before}' → '{now[name]}'")
