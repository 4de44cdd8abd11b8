"""What people wrote into ``smelters.xlsx`` survives the next run; no row is lost.

``review.xlsx`` holds, hidden, what the program wrote last. A value that differs from it is a person's, and
stays; a row that nobody reports any more stays too, with a flag, until a person deletes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model import LIST_COLUMNS, Metal, Mineral
from ...model.row_keys import cid_of_key, numbered_key
from ..earlier import EarlierList, EarlierRow
from ..minerals import mineral_of
from ..reconciled import Change, Flag, FlagKind, Identity, ListRow
from .assemble import in_annex_order
from .resolve import Resolver
from .typed import typed_cid

_NEEDED = ("metal", "name", "country", "status")
_OF_IDENTITY = ("metal", "cid")
"""Columns that a row does not take over from one that is joined to it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The list with what people wrote, what differs from before, and what the program computed."""

    rows: tuple[ListRow, ...]
    changes: tuple[Change, ...]
    computed: Mapping[str, Mapping[str, str]]
    """Key to texts, to be compared with in the next run."""
    unreported: tuple[str, ...]
    """Keys of the rows that stay although nobody reports them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row of the earlier list belongs now."""

    row: EarlierRow
    identity: Identity
    is_moved: bool
    """A person typed the identifier of another smelter into it."""

    @property
    def key(self) -> str:
        """Of the row of the list to which it belongs."""
        return self.identity.key if self.is_moved or not self.row.key else self.row.key


def texts_of(row: ListRow) -> dict[str, str]:
    """The published columns of a row as texts, as a cell shows them."""
    day = row.status_as_of.isoformat() if row.status_as_of else ""
    special = {"aliases": " | ".join(row.aliases), "metal": row.metal.value, "status_as_of": day}
    return {name: special[name] if name in special else str(getattr(row, name)) for name in LIST_COLUMNS}


def places_of(earlier: EarlierList, resolver: Resolver) -> list[Place]:
    """Each row of the workbook with the smelter that it is."""
    return [_place_of(row, earlier, resolver) for row in earlier.rows]


def _place_of(row: EarlierRow, earlier: EarlierList, resolver: Resolver) -> Place:
    metal = _metal(row.text("metal"))
    cid = typed_cid(row, earlier, resolver)
    moved = resolver.identity(metal, cid, row.text("name"), row.text("country")) if cid else None
    if moved and moved.key != row.key:
        return Place(row, moved, is_moved=True)
    known = cid_of_key(row.key) or resolver.find_cid(row.text("cid")) or row.text("cid") or None
    identity = resolver.identity(metal, known, row.text("name"), row.text("country"))
    return Place(row, identity, is_moved=False)


def keep(
    rows: Sequence[ListRow],
    earlier: EarlierList,
    places: Sequence[Place],
    compute: Callable[[Identity], ListRow],
    is_left_out: Callable[[Identity], bool],
) -> Kept:
    """``rows`` as computed now, joined with the workbook as people left it.

    ``compute`` gives the row of a smelter that nobody reports.
    """
    computed: dict[str, Mapping[str, str]] = {row.key: texts_of(row) for row in rows}
    by_key: dict[str, list[Place]] = {}
    for place in places:
        by_key.setdefault(place.key, []).append(place)
    found: list[ListRow] = []
    left: list[ListRow] = []
    changes: list[Change] = []
    for row in rows:
        own, joined, copies = _sorted_out(by_key.pop(row.key, []))
        joined += [one for key in row.former_keys for one in by_key.pop(key, [])]
        if own is None and joined:
            own = joined.pop(0)
        new = _joined(row, own, joined, earlier)
        changes += _changes(new, own, joined, earlier)
        found.append(new)
        left += _copies(new.key, copies)
    for key, there in by_key.items():
        own, joined, copies = _sorted_out(there)
        first = own or joined.pop(0)
        if is_left_out(first.identity):
            gone = f"{first.row.text('metal')} '{first.row.text('name')}': by decisions.yml"
            changes.append(Change(key, "left out", gone))
            left += _copies(key, copies)
            continue
        row, base = _unreported(key, first, earlier, compute)
        if base is not None:
            computed[key] = base
        left += [_joined(row, first, joined, earlier), *_copies(key, copies)]
    changes += [Change(row.key, "kept", f"{row.metal} '{row.name}': {row.flags[-1]}") for row in left]
    every = in_annex_order([*found, *left])
    return Kept(tuple(every), tuple(changes), computed, tuple(row.key for row in left))


def _sorted_out(there: Sequence[Place]) -> tuple[Place | None, list[Place], list[Place]]:
    """The row itself, the rows that a typed identifier joins to it, and further rows of the same key.

    None where there is no row but those that are joined.
    """
    own = [one for one in there if not one.is_moved]
    own.sort(key=lambda one: (one.identity.key != one.key, one.row.is_copy))
    return (own[0] if own else None), [one for one in there if one.is_moved], own[1:]


def _metal(text: str) -> Mineral:
    """The mineral of a row: the reader lets no other text through."""
    return next((one for one in Metal if one.casefold() == text.casefold()), None) or mineral_of(text)


def _joined(row: ListRow, own: Place | None, joined: Sequence[Place], earlier: EarlierList) -> ListRow:
    """The row with what people wrote into it, and into the rows that it takes in."""
    before = [*joined, *([own] if own else [])]
    said = [
        part for text in (row.comment, *(one.row.comment for one in before)) for part in text.split(" | ")
    ]
    columns = {title: text for one in before for title, text in one.row.own.items() if text}
    row = replace(row, own=columns, source=own.row if own else None)
    computed = texts_of(row)
    typed: dict[str, str] = {}
    for one in before:
        without = _OF_IDENTITY if one.is_moved or one.key != row.key else ()
        theirs = _typed(one.row, earlier.written.get(one.row.key))
        typed |= {name: text for name, text in theirs.items() if name not in without}
    for name, text in typed.items():
        if text != computed[name]:
            flag = Flag(FlagKind.EDITED, f"{LIST_COLUMNS[name]} '{text}', computed '{computed[name]}'")
            row = replace(_with_text(row, name, text), flags=(*row.flags, flag))
    said += [f"of '{one.row.text('name')}': {text}" for one in joined for text in _outdone(row, one, earlier)]
    return replace(row, comment=" | ".join(dict.fromkeys(part for part in said if part)))


def _outdone(row: ListRow, joined: Place, earlier: EarlierList) -> Iterator[str]:
    """What a person wrote into a joined row, and the row that takes it in says otherwise."""
    now = texts_of(row)
    for name, text in _typed(joined.row, earlier.written.get(joined.row.key)).items():
        if text and name not in (*_OF_IDENTITY, "name") and text != now[name]:
            yield f"{LIST_COLUMNS[name]} '{text}'"
    for title, text in joined.row.own.items():
        if text and text != row.own.get(title):
            yield f"{title} '{text}'"


def _typed(row: EarlierRow, written: Mapping[str, str] | None) -> dict[str, str]:
    """Column to what a person typed there. ``written`` None: a person made the whole row."""
    if written is None:
        return {name: text for name, text in row.cells.items() if text}
    return {
        name: text
        for name, text in row.cells.items()
        if text != written.get(name, "") and (text or name not in _NEEDED)
    }


def _with_text(row: ListRow, name: str, text: str) -> ListRow:
    """The row with another value in a column."""
    if name == "aliases":
        return replace(row, aliases=_aliases(text))
    if name == "metal":
        return replace(row, metal=_metal(text))
    if name == "status_as_of":
        return replace(row, status_as_of=_day(text))
    given = {name: text}
    return replace(row, **given)  # type: ignore[arg-type]  # every other column is a text


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _day(text: str) -> dt.date | None:
    """The reader lets nothing but dates through."""
    return dt.date.fromisoformat(text) if text else None


def _unreported(
    key: str, place: Place, earlier: EarlierList, compute: Callable[[Identity], ListRow]
) -> tuple[ListRow, Mapping[str, str] | None]:
    """A row of the workbook that nobody reports now, and what the program says of it (None: nothing)."""
    written = earlier.written.get(place.row.key)
    is_ours = written is not None and not place.is_moved
    flag = (
        Flag(FlagKind.NO_LONGER_REPORTED, "delete the row if that is right")
        if is_ours
        else Flag(FlagKind.EDITED, "row added by a person, reported by nobody")
    )
    if place.identity.is_known:
        row = replace(compute(place.identity), key=key)
        return replace(row, flags=(*row.flags, flag)), texts_of(row)
    return _as_it_stands(key, place, flag), written


def _copies(key: str, places: Sequence[Place]) -> list[ListRow]:
    """Further rows that people made for a smelter that has a row, each with a key of its own."""
    flag = Flag(FlagKind.EDITED, "a further row for a smelter that has one")
    return [_as_it_stands(numbered_key(key, number), one, flag) for number, one in enumerate(places, start=2)]


def _as_it_stands(key: str, place: Place, flag: Flag) -> ListRow:
    """A row as people left it in the workbook, with a flag that says why."""
    text = place.row.text
    return ListRow(
        key=key,
        metal=_metal(text("metal")),
        cid=text("cid"),
        name=text("name"),
        aliases=_aliases(text("aliases")),
        country=text("country"),
        city=text("city"),
        state=text("state"),
        status=text("status"),
        status_as_of=_day(text("status_as_of")),
        recycled=text("recycled"),
        footnote=text("footnote"),
        comment=place.row.comment,
        reported_by=(),
        flags=(flag,),
        is_known=place.identity.is_known,
        own=place.row.own,
        source=place.row,
    )


def _changes(
    row: ListRow, own: Place | None, joined: Sequence[Place], earlier: EarlierList
) -> Iterator[Change]:
    """What is another than before, for the report."""
    if not earlier.rows:
        return
    shown = f"{row.metal} '{row.name}'"
    for one in joined:
        outdone = ", ".join(_outdone(row, one, earlier))
        rest = f"; of it only the comment in the review has: {outdone}" if outdone else ""
        yield Change(row.key, "joined", f"{shown}: takes in '{one.row.text('name')}'{rest}")
    if own is None:
        yield Change(row.key, "added", shown)
        return
    now = texts_of(row)
    for name, title in LIST_COLUMNS.items():
        before = own.row.text(name)
        if before != now[name]:
            yield Change(row.key, "changed", f"{shown}: {title} '{before}' → '{now[name]}'")
