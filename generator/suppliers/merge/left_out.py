"""What people left out of the list, with who reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...findings import Finding
from ...findings.catalogue import ROWS_DELETED
from ...model import LineRef
from ...model.counted import counted, named
from ..earlier import LeftOutRow
from ..reconciled import LEFT_OUT_SHEET, REVIEW_FILE, REVIEW_FOLDER, AsideReason, AsideRow, Identity
from .merge import LeftOut
from .resolve import Resolver


def left_out_rows(
    aside: Iterable[AsideRow], deleted: Mapping[str, LeftOutRow], resolver: Resolver, left_out: LeftOut
) -> tuple[LeftOutRow, ...]:
    """Each smelter that is left out, in the order of keys: by a deleted row, or by ``decisions.yml``."""
    found = dict(deleted)
    suppliers: dict[str, dict[str, None]] = {}
    for one in aside:
        if one.reason not in (AsideReason.DELETED, AsideReason.LEFT_OUT):
            continue
        identity = resolver.resolve(one.row.entry).identity
        if identity is not None:
            suppliers.setdefault(identity.key, {})[one.supplier] = None
            if one.reason is AsideReason.LEFT_OUT:
                found[identity.key] = _decided(identity, one, left_out)
    rows = (replace(row, reported_by=tuple(suppliers.get(key, ()))) for key, row in found.items())
    return tuple(sorted(rows, key=lambda row: row.key))


def _decided(identity: Identity, aside: AsideRow, left_out: LeftOut) -> LeftOutRow:
    decision = left_out.decision(identity)
    said = decision.comment if decision else None
    return LeftOutRow(
        key=identity.key,
        metal=identity.metal.value,
        cid=identity.cid or "",
        name=identity.name or aside.row.name,
        country=identity.country or aside.row.country,
        why=f"decisions.yml: {said}" if said else "decisions.yml",
    )


def rows_deleted(rows: Sequence[LeftOutRow], shown: str) -> Iterator[Finding]:
    """RD-006: rows that people deleted and suppliers report, all in one line."""
    told = [row for row in rows if row.reported_by and not row.is_stated]
    if told:
        names = named([f"{row.metal} '{row.name or row.cid}'" for row in told])
        number = counted(len(told), "smelter")
        are, their = ("is", "its row was") if len(told) == 1 else ("are", "their rows were")
        message = f"{number} that suppliers report {are} left out, because {their} deleted: {names}"
        advice = (
            f"Nothing to do, if that is right. Write yes into the column 'Bring back' of the sheet"
            f" '{LEFT_OUT_SHEET}' to have one again, or state the reason in decisions.yml (leave_out)."
        )
        yield Finding(ROWS_DELETED, message, LineRef(f"{shown}/{REVIEW_FOLDER}/{REVIEW_FILE}"), advice)
