"""What people left out of the list: who reports it, and what is reported that may be it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...findings import Finding
from ...findings.catalogue import PERHAPS_LEFT_OUT, ROWS_DELETED
from ...model import LineRef, is_cid
from ...model.counted import counted, named
from ..decisions import DECISIONS_SHEET, KEPT, REJECT, SheetDecision
from ..earlier import LeftOutRow
from ..minerals import mineral_of
from ..reconciled import (
    BACK_COLUMN,
    LEFT_OUT_SHEET,
    REVIEW_FILE,
    REVIEW_FOLDER,
    AsideReason,
    AsideRow,
    Flag,
    FlagKind,
    Identity,
    ListRow,
    Means,
)
from ..suggestions import Suggestion
from .directory import FindCountry
from .merge import Group, LeftOut, country_of, name_of
from .names import essence, same_country
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
        resolved = resolver.resolve(one.row.entry)
        identity = resolved.identity or resolved.held
        if identity is not None:
            key = left_out.deleted_key(identity, is_decided=resolved.means is Means.DECISION)
            suppliers.setdefault(key, {})[one.supplier] = None
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
            f"Nothing to do, if that is right. Write yes into the column '{BACK_COLUMN}' of the sheet"
            f" '{LEFT_OUT_SHEET}' to have one again, or state the reason in decisions.yml (leave_out)."
        )
        yield Finding(ROWS_DELETED, message, LineRef(f"{shown}/{REVIEW_FOLDER}/{REVIEW_FILE}"), advice)


def smelters_left_out(left_out: LeftOut, resolver: Resolver) -> list[Identity]:
    """Every smelter without a row because a person said so, in the order of keys."""
    found: dict[str, Identity] = {}
    for row in left_out.deleted.values():
        if row.metal:
            metal = mineral_of(row.metal)
            known = resolver.identity(metal, row.cid or None, row.name, row.country)
            found[row.key] = replace(known, key=row.key, country=known.country or row.country)
    for one in left_out.stated:
        cid = one.smelter if is_cid(one.smelter) else None
        identity = resolver.identity(one.metal, cid, one.smelter, "")
        found.setdefault(identity.key, identity)
    return [found[key] for key in sorted(found)]


def perhaps_left_out(
    groups: Iterable[Group],
    suggestions: Iterable[Suggestion],
    smelters: Iterable[Identity],
    find_country: FindCountry,
    standing: Collection[str],
) -> dict[str, tuple[str, ...]]:
    """Key of a row that may be a smelter left out, to the names of these.

    A smelter that no list has may be one whose name is alike. One of a list that comes anew, and is not
    ``standing`` already, may be one that no list had, under the same name apart from its legal form. Two
    smelters of the lists are two.
    """
    found: dict[str, dict[str, None]] = {}
    for one in suggestions:
        if one.left_out_key:
            found.setdefault(one.key, {})[one.candidate_name or one.candidate] = None
    unlisted: dict[tuple[str, str], list[Identity]] = {}
    for smelter in smelters:
        if not smelter.is_known and smelter.name:
            unlisted.setdefault((smelter.metal, essence(smelter.name)), []).append(smelter)
    for group in groups if unlisted else ():
        if not group.identity.is_known or group.identity.key in standing:
            continue
        names = {essence(name) for name in (name_of(group), *(one.entry.name for one in group.said)) if name}
        for smelter in (
            one for name in sorted(names) for one in unlisted.get((group.identity.metal, name), ())
        ):
            if same_country(country_of(group), smelter.country, find_country) is not False:
                found.setdefault(group.identity.key, {})[smelter.name] = None
    return {key: tuple(names) for key, names in found.items()}


def with_hints(rows: Iterable[ListRow], perhaps: Mapping[str, Sequence[str]]) -> list[ListRow]:
    """The rows, with a flag at each that may be a smelter left out."""
    return [
        replace(row, flags=(*row.flags, *(Flag(FlagKind.PERHAPS_LEFT_OUT, f"'{name}'") for name in names)))
        if (names := perhaps.get(row.key))
        else row
        for row in rows
    ]


def left_out_is_not_back(
    rows: Iterable[ListRow], perhaps: Mapping[str, Sequence[str]], shown: str
) -> Iterator[Finding]:
    """RC-023: rows that may be smelters that a person left out, all in one line."""
    told = [
        f"{row.metal} '{row.name}' (left out: {_quoted(perhaps[row.key])})"
        for row in rows
        if row.key in perhaps
    ]
    if told:
        is_are = "is perhaps one" if len(told) == 1 else "are perhaps some"
        message = (
            f"{counted(len(told), 'smelter')} of the list {is_are} that a person left out: {named(told)}"
        )
        advice = (
            f"To keep it out too, accept the suggestion on the sheet '{DECISIONS_SHEET}', or delete its row."
            f" To have it, reject the suggestion, or write yes into '{BACK_COLUMN}' on the sheet"
            f" '{LEFT_OUT_SHEET}'."
        )
        yield Finding(PERHAPS_LEFT_OUT, message, LineRef(f"{shown}/{REVIEW_FOLDER}/{REVIEW_FILE}"), advice)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def kept_decisions(
    suggestions: Iterable[Suggestion], deleted_now: Collection[str], standing: Collection[str], shown: str
) -> dict[Suggestion, SheetDecision]:
    """Suggestions on which a person has decided by deleting one of two rows that are alike, and how.

    ``deleted_now``: keys of the rows deleted since the last run. A person can take the decision back.
    """
    where = LineRef(f"{shown}/{REVIEW_FOLDER}/{REVIEW_FILE}")
    return {
        one: SheetDecision(one.cells | {"reason": KEPT, "verdict": REJECT}, where)
        for one in suggestions
        if one.left_out_key in deleted_now and one.key in standing
    }
