"""Identifiers that people typed into the list, and rows that they deleted from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model.row_keys import cid_of_key
from ..decisions import ACCEPT, TYPED, SheetDecision
from ..earlier import EarlierList, EarlierRow, LeftOutRow
from .resolve import Resolver


def typed_cid(row: EarlierRow, earlier: EarlierList, resolver: Resolver) -> str | None:
    """The identifier that a person typed into a row of the program; None: none, or no identifier."""
    if not row.key or "cid" not in row.cells:
        return None
    before = earlier.written.get(row.key, {}).get("cid", cid_of_key(row.key))
    now = row.cells["cid"]
    if not now or now == before:
        return None
    cid = resolver.find_cid(now)
    return cid if cid != cid_of_key(row.key) else None


def typed_in(earlier: EarlierList, resolver: Resolver) -> dict[str, str]:
    """Key of a row to the identifier typed into it.

    None for a copy of a row that stands in the list unchanged as well: the copy is a row of its own.
    """
    found: dict[str, str] = {}
    unchanged: set[str] = set()
    for row in earlier.rows:
        cid = typed_cid(row, earlier, resolver)
        if cid:
            found[row.key] = cid
        else:
            unchanged.add(row.key)
    return {key: cid for key, cid in found.items() if key not in unchanged}


def typed_decisions(
    typed: Mapping[str, str], earlier: EarlierList, decided: Iterable[SheetDecision]
) -> tuple[SheetDecision, ...]:
    """``decided`` with a decision for each identifier typed since, which a person can take back."""
    kept = [one for one in decided if not (one.is_typed and one.cells.get("key") in typed)]
    by_key = {row.key: row for row in earlier.rows}
    for key, cid in typed.items():
        row = by_key[key]
        before = earlier.written.get(key, row.cells)
        cells = {
            "key": key,
            "reported": before.get("name", ""),
            "country": before.get("country", ""),
            "candidate": cid,
            "reason": TYPED,
            "verdict": ACCEPT,
        }
        kept.append(SheetDecision(cells, row.where))
    return tuple(kept)


def deleted_from(earlier: EarlierList, there: Iterable[str]) -> dict[str, LeftOutRow]:
    """Key to the row that a person deleted, now or earlier. ``there``: keys of the rows that are there."""
    present = {*there}
    before = {row.key for row in earlier.rows}
    found = {key: row for key, row in earlier.left_out.items() if key not in present}
    if earlier.layout is None:
        return found
    for key in earlier.keys - present - before - found.keys():
        cells = earlier.written.get(key, {})
        metal, _, rest = key.partition(" ")
        found[key] = LeftOutRow(
            key=key,
            metal=cells.get("metal", metal),
            cid=cells.get("cid", cid_of_key(key)),
            name=cells.get("name", rest),
            country=cells.get("country", ""),
            why="its row was deleted from the list",
            comment=earlier.comments.get(key, ""),
        )
    return found
